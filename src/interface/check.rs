//! `check`: a knowledge folder's faults, a line each as compilers print them.

use std::path::Path;

use super::console::{Console, Failure};
use super::page::{Page, Role, counted};
use crate::error::{Finding, Severity};
use crate::facts::alike::{Alike, alike};
use crate::facts::{Table, stale};
use crate::knowledge::{Knowledge, Known, load};
use crate::question::check::check;

/// Lints the folder. Errors make the exit code 2, warnings do not.
pub fn run(console: &mut Console, folder: &Path) -> Result<u8, Failure> {
    let knowledge = Knowledge::open(folder)?;
    let mut findings = check(&knowledge.rules, &load::rule_files(&folder.join("rules"))?);
    for finding in &mut findings {
        finding.file = folder.join("rules").join(&finding.file).display().to_string();
    }
    for source in &knowledge.sources {
        findings.extend(table_findings(folder, source)?);
    }
    console.page(&page(&findings))?;
    Ok(if findings.iter().any(|finding| finding.severity == Severity::Error) { 2 } else { 0 })
}

/// What is the matter with a document's fact table: rows whose sentence has changed, sentences without a fact.
fn table_findings(folder: &Path, source: &Known) -> Result<Vec<Finding>, Failure> {
    let document = &source.document;
    let path = load::table_path(folder, document);
    let mut findings = Vec::new();
    if path.exists() {
        let file = path.display().to_string();
        let stale = stale::stale_rows(&file, &load::read(&path)?, document)?;
        let finding = |row: stale::StaleRow| Finding {
            file: file.clone(),
            line: row.line,
            message: format!("fact {} is stale: {}", row.id, row.cause),
            severity: Severity::Error,
        };
        findings.extend(stale.into_iter().map(finding));
    }
    findings.extend(supplement_findings(folder, source)?);
    findings.extend(untyped_finding(&path.display().to_string(), source));
    findings.extend(alike_findings(source));
    for sentence in stale::uncovered(&source.table, document) {
        let own = &document.sentences[sentence];
        let message = format!("no fact covers “{}”", document.quote(own.span));
        findings.push(Finding { file: document.name.clone(), line: own.line, message, severity: Severity::Warning });
    }
    Ok(findings)
}

/// What of the hand-written supplement does not fit the document.
fn supplement_findings(folder: &Path, source: &Known) -> Result<Vec<Finding>, Failure> {
    let supplement = load::supplement(folder, &source.document)?;
    let fresh = || Table::extract(&source.document, &source.annotations);
    Ok(supplement.map(|supplement| supplement.apply(&mut fresh(), &source.document)).unwrap_or_default())
}

/// The facts whose object has no type, in one finding.
fn untyped_finding(file: &str, source: &Known) -> Option<Finding> {
    let ids: Vec<&str> = stale::untyped(&source.table).map(|fact| fact.id.as_str()).collect();
    let message = format!("{} without an object type: {}", counted(ids.len(), "fact"), ids.join(", "));
    (!ids.is_empty()).then(|| Finding { file: file.to_string(), line: 1, message, severity: Severity::Warning })
}

/// Names that look like one.
fn alike_findings(source: &Known) -> Vec<Finding> {
    let finding = |pair: Alike| Finding {
        file: source.document.name.clone(),
        line: source.document.sentences[pair.sentence].line,
        message: format!("“{}” looks like “{}”; an alias in the supplement would make them one", pair.other, pair.name),
        severity: Severity::Warning,
    };
    alike(&source.annotations).into_iter().map(finding).collect()
}

fn page(findings: &[Finding]) -> Page {
    let mut page = Page::new();
    for finding in findings {
        page.hanging("", "").add(Role::Answer, &format!("{}:{}: ", finding.file, finding.line));
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
        let finding = |severity| Finding { file: "rules/a.toml".into(), line: 3, message: "odd".into(), severity };
        let findings = [finding(Severity::Error), finding(Severity::Warning)];
        let expected = "rules/a.toml:3: error: odd\nrules/a.toml:3: warning: odd\n1 error, 1 warning\n";
        assert_eq!(page(&findings).plain(), expected);
        assert_eq!(page(&[]).plain(), "0 errors, 0 warnings\n");
    }
}
