//! `--why-not` and `:why-not`: where the sentence lost that a person expected to give the answer.

use super::console::{Console, Failure};
use super::page::{Page, Role};
use crate::answer;
use crate::knowledge::Knowledge;

/// Prints why the sentences with `words` did not answer the question; the exit code is 0.
pub fn run(console: &mut Console, knowledge: &Knowledge, question: &str, words: &str) -> Result<u8, Failure> {
    console.page(&page(knowledge, question, words))?;
    Ok(0)
}

/// The same as a page.
pub fn page(knowledge: &Knowledge, question: &str, words: &str) -> Page {
    let mut page = Page::new();
    for line in answer::why_not(knowledge, question, words) {
        match line.strip_prefix("  ") {
            Some(detail) => page.hanging("  ", "").add(Role::Plain, detail),
            None => page.line(0).add(Role::Head, &line),
        };
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn each_step_is_told() {
        let text = "Ada Merrow was born on 3 May 1931 in Orm. Her boat sank in 1950.";
        let knowledge = Knowledge::of_document(Document::read("a.txt", text.into(), None).expect("a document"));
        let check = |words: &str, expected: &[&str]| {
            let said = page(&knowledge, "When was Ada Merrow born?", words).plain();
            assert!(expected.iter().all(|part| said.contains(part)), "{words}: {said}");
        };
        check("May 1931", &["line 1: Ada Merrow was born", "it holds", "number 1 of", "it is the best"]);
        check("BOAT", &["Her boat sank in 1950.", "it lacks"]);
        check("qwyjibo", &["stands in no sentence of the document"]);
    }
}
