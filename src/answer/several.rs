//! A question that joins several: each is answered by itself, and the replies become one.

use crate::answer::reply::{Reply, Status};
use crate::question::Question;

/// How many sentences a joined reply cites at most.
const MOST: usize = 4;

/// Joins the replies to a question's parts, in their order: the short answers, the sentences of all, and what the document does not say. `None` where
/// fewer than two parts have an answer.
pub fn join(question: &Question, replies: Vec<Reply>) -> Option<Reply> {
    let unknown: Vec<&str> = replies.iter().filter(|r| r.answer.is_none()).map(|r| r.question.as_str()).collect();
    if replies.len() - unknown.len() < 2 {
        return None;
    }
    let reason = (!unknown.is_empty()).then(|| format!("the document does not say: {}", unknown.join(" ")));
    let answer: Vec<&str> = replies.iter().filter_map(|r| r.answer.as_deref()).collect();
    let answer = answer.join("; ");
    let confidence = replies.iter().filter(|r| r.answer.is_some()).map(|r| r.confidence).fold(1.0, f64::min);
    let trace: Vec<String> = replies.iter().flat_map(|r| std::iter::once(r.question.clone()).chain(r.trace.question.clone())).collect();
    let status =
        replies.iter().map(|r| r.status).find(|s| matches!(s, Status::Conflicting | Status::Ambiguous)).unwrap_or(Status::Answered);
    let mut joined = replies.iter().find(|r| r.answer.is_some())?.clone();
    let others = replies.into_iter().filter(|r| r.answer.is_some()).flat_map(|r| r.sources);
    for source in others {
        if joined.sources.len() < MOST && joined.sources.iter().all(|s| (&s.document, s.start) != (&source.document, source.start)) {
            joined.sources.push(source);
        }
    }
    joined.trace.question = trace;
    Some(Reply {
        question: question.text.clone(),
        resolved: question.text.clone(),
        status,
        answer: Some(answer),
        confidence,
        reason,
        ..joined
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::answer;
    use crate::document::Document;
    use crate::knowledge::Knowledge;

    #[test]
    fn parts_are_answered_one_by_one() {
        let text = "= Ada Brook =\n\nAda Brook was born on 3 May 1931 in Oxmoor.\n";
        let document = Document::read("ada.txt", text.as_bytes().to_vec(), None).expect("a document");
        let knowledge = Knowledge::of_document(document);
        let check = |question: &str, expected: &str| assert_eq!(answer(&knowledge, question, None).answer.as_deref(), Some(expected));
        check("When and where was Ada Brook born?", "3 May 1931; Oxmoor");
        check("When was Ada Brook born and where?", "3 May 1931; Oxmoor");
    }
}
