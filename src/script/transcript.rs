//! Replies written as expectations: what `:save` writes and `--bless` puts in.

use super::dialogue::{Expectation, squeeze, status_word};
use super::parse::parse;
use crate::answer::{Reply, Source, Status};

/// A dialogue file that passes: the questions with the replies they got. `subject` is its first line, if it needs one.
pub fn transcript<'a>(subject: Option<&str>, replies: impl IntoIterator<Item = &'a Reply>) -> String {
    let mut text = subject.map(|line| format!("{line}\n\n")).unwrap_or_default();
    for reply in replies {
        let lines = expectations(reply).into_iter().map(|it| it + "\n");
        text += &format!("> {}\n{}\n", squeeze(&reply.question), lines.collect::<String>());
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// The lines that this reply meets: its short answer or its verdict, and where its first source stands.
pub fn expectations(reply: &Reply) -> Vec<String> {
    let mut lines = vec![answer(reply)];
    let cited = reply.status != Status::Unknown && reply.status != Status::Chitchat;
    lines.extend(reply.sources.first().filter(|_| cited).map(cites));
    lines
}

/// The line for the short answer: itself, or what stands for one that would be read as something else.
pub fn answer(reply: &Reply) -> String {
    let answer = squeeze(reply.answer.as_deref().unwrap_or_default());
    if answer.is_empty() || reply.status == Status::Chitchat {
        return format!("status: {}", status_word(reply.status));
    }
    let read = parse("", &format!("> x\n{answer}\n"));
    let plain = read.is_ok_and(|it| it.steps.len() == 1 && matches!(&it.steps[0].expectations[..], [(_, Expectation::Answer(_))]));
    if plain { answer } else { format!("matches: ^{}$", regex::escape(&answer)) }
}

/// The line for a source: its nearest heading, or the first words of its sentence where it stands under none.
pub fn cites(source: &Source) -> String {
    let words = match source.section.last() {
        Some(heading) => squeeze(heading),
        None => source.text.split_whitespace().take(8).collect::<Vec<_>>().join(" "),
    };
    format!("cites: {words}")
}

/// The line that holds of `reply` and speaks of the same as an expectation; `None` where the reply has nothing of the kind.
pub fn line(expectation: &Expectation, reply: &Reply) -> Option<String> {
    match expectation {
        Expectation::Answer(_) | Expectation::Contains(_) | Expectation::Matches(_) | Expectation::Not(_) => Some(answer(reply)),
        Expectation::Cites(_) => reply.sources.first().filter(|_| reply.status != Status::Unknown).map(cites),
        Expectation::Status(_) => Some(Expectation::Status(reply.status).line()),
        Expectation::Intent(_) => reply.intent.clone().map(|intent| Expectation::Intent(intent).line()),
        Expectation::Resolved(_) => Some(Expectation::Resolved(squeeze(&reply.resolved)).line()),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::answer::reply::Trace;

    /// A reply with this verdict and short answer, citing one invented sentence.
    pub fn sample(status: Status, answer: Option<&str>) -> Reply {
        let source = Source {
            document: "ada-merrow".into(),
            section: vec!["Life".into(), "Early  life".into()],
            paragraph: 1,
            sentence: 1,
            line: 5,
            start: 0,
            end: 39,
            score: 1.0,
            fact: None,
            text: "Ada Merrow was born on 3 May 1931\nin Port Sable.".into(),
            marks: vec![],
        };
        Reply {
            id: None,
            question: "when was she born?".into(),
            resolved: "When was Ada Merrow born?".into(),
            corrected: Vec::new(),
            status,
            intent: Some("birth-date".into()),
            answer_type: None,
            answer: answer.map(str::to_string),
            confidence: 1.0,
            sources: vec![source],
            reason: None,
            suggestions: vec![],
            trace: Trace::default(),
        }
    }

    fn check(status: Status, said: Option<&str>, expected: &[&str]) {
        let reply = sample(status, said);
        assert_eq!(expectations(&reply), expected);
        let read = parse("", &transcript(None, [&reply])).expect("a dialogue");
        assert!(read.steps[0].expectations.iter().all(|(_, it)| it.holds(&reply)), "{said:?}");
    }

    #[test]
    fn what_is_written_passes() {
        check(Status::Answered, Some("3 May 1931"), &["3 May 1931", "cites: Early life"]);
        check(Status::Unknown, None, &["status: unknown"]);
        check(Status::Chitchat, Some("Hello.\nAsk me."), &["status: chitchat"]);
    }

    #[test]
    fn answers_that_look_like_something_else_are_matched() {
        check(Status::Answered, Some("status: open"), &["matches: ^status: open$", "cites: Early life"]);
        check(Status::Answered, Some("# 5 (five)"), &["matches: ^\\# 5 \\(five\\)$", "cites: Early life"]);
        check(Status::Answered, Some("> all"), &["matches: ^> all$", "cites: Early life"]);
    }

    #[test]
    fn a_transcript_begins_with_what_it_asks() {
        let text = transcript(Some("@document a.md"), [&sample(Status::Unknown, None)]);
        assert_eq!(text, "@document a.md\n\n> when was she born?\nstatus: unknown\n");
    }
}
