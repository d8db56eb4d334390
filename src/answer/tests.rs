//! Answers that are computed or gathered, on invented documents of several kinds: question, document, answer, how many sentences are cited.

use crate::answer::answer;
use crate::document::Document;
use crate::knowledge::Knowledge;

/// Asks a document; expects an answer and the number of cited sentences for each question.
fn check(document: &str, questions: &[(&str, &str, usize)]) {
    let knowledge = Knowledge::of_document(Document::read("orm.txt", document.as_bytes().to_vec(), None).expect("a document"));
    for (question, expected, cited) in questions {
        let reply = answer(&knowledge, question, None);
        assert_eq!((reply.answer.as_deref(), reply.sources.len()), (Some(*expected), *cited), "{question}");
    }
}

#[test]
fn times_are_reckoned_from_dates() {
    check(
        "= Dorn Bridge =\n\nThe Dorn Bridge was begun in March 1901. Its east pier collapsed on 4 May 1903. The mayor resigned on 16 May 1903. \
         The bridge was opened in 1909.\n\nThe toll keeper Bela Trask came in 1911 and retired in 1938.\n",
        &[
            ("How many days after the collapse of the pier did the mayor resign?", "12 days", 2),
            ("How many years did Bela Trask keep the toll?", "27 years", 1),
            ("How many years passed between the collapse of the pier and the opening of the bridge?", "6 years", 2),
        ],
    );
}

#[test]
fn sums_are_reckoned_from_numbers() {
    check(
        "= Ada Merrow =\n\nAda Merrow (born 2 May 1901) was a composer. She was born into a family of six children. Her catalogue lists 90 songs, of which 60 were \
         printed. At the harbour office she earned about $200 per month. In 1940 the choir had 120 singers; by 1950 only 45 were left.\n",
        &[
            ("How many siblings did she have?", "5", 1),
            ("How many of her songs were not printed?", "30", 1),
            ("How much did she earn at the harbour office in a year?", "$2,400", 1),
            ("In which year did Merrow turn forty?", "1941", 1),
            ("By how many singers did the choir shrink between 1940 and 1950?", "75", 1),
        ],
    );
}

#[test]
fn lists_are_complete() {
    check(
        "= Velm Mine =\n\nThe mine yielded copper, zinc and tin. Founders of the mine included Ada Merrow, engineer Olin Pask and Bela Trask.\n",
        &[
            ("Which metals did the mine yield?", "copper; zinc; tin", 1),
            ("Who were the founders of the mine?", "Ada Merrow; Olin Pask; Bela Trask", 1),
        ],
    );
    check(
        "= Ada Merrow =\n\nAda Merrow is a writer. In 1990 she wrote The Salt Road. Her brother wrote The Mill. She wrote The Last Ferry in 1995.\n",
        &[("Which books did she write?", "The Salt Road; The Last Ferry", 2)],
    );
}
