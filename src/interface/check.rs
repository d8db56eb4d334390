//! `check`: a knowledge folder's faults, a line each as compilers print them.

use std::path::Path;

use super::console::{Console, Failure};
use super::page::{Page, Role, counted};
use crate::knowledge::check::{Finding, Severity, check};

/// Lints the folder. Errors make the exit code 2, warnings do not.
pub fn run(console: &mut Console, folder: &Path) -> Result<u8, Failure> {
    let findings = check(folder)?;
    console.page(&page(&findings))?;
    Ok(if findings.iter().any(|finding| finding.severity == Severity::Error) { 2 } else { 0 })
}

fn page(findings: &[Finding]) -> Page {
    let mut page = Page::new();
    for finding in findings {
        let column = finding.column.map(|column| format!(":{column}")).unwrap_or_default();
        page.hanging("", "").add(Role::Answer, &format!("{}:{}{column}: ", finding.file, finding.line));
        match finding.severity {
            Severity::Error => page.add(Role::Bad, "error: "),
            Severity::Warning => page.add(Role::Warn, "warning: "),
        };
        page.add(Role::Plain, &finding.message);
    }
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    page.line(0).add(Role::Dim, &format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_lines_and_counted() {
        let finding = |column, severity| Finding { file: "rules/a.toml".into(), line: 3, column, message: "odd".into(), severity };
        let findings = [finding(Some(2), Severity::Error), finding(None, Severity::Warning)];
        let expected = "rules/a.toml:3:2: error: odd\nrules/a.toml:3: warning: odd\n1 error, 1 warning\n";
        assert_eq!(page(&findings).plain(), expected);
        assert_eq!(page(&[]).plain(), "0 errors, 0 warnings\n");
    }
}
