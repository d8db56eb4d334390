//! Answers that are computed or gathered, on invented documents of several kinds: question, document, answer, how many sentences are cited.

use crate::answer::answer;
use crate::document::Document;
use crate::knowledge::Knowledge;

/// Asks a document; expects an answer, or none, for each question.
pub(super) fn check_answers(document: &str, questions: &[(&str, Option<&str>)]) {
    check_answers_in("orm.txt", document, questions);
}

/// Likewise, of a document in a file of this name.
pub(super) fn check_answers_in(name: &str, document: &str, questions: &[(&str, Option<&str>)]) {
    let knowledge = Knowledge::of_document(Document::read(name, document.as_bytes().to_vec(), None).expect("a document"));
    for (question, expected) in questions {
        assert_eq!(answer(&knowledge, question, None).answer.as_deref(), *expected, "{question}");
    }
}

/// Asks a document; expects an answer and the number of cited sentences for each question.
fn check(document: &str, questions: &[(&str, &str, usize)]) {
    let knowledge = Knowledge::of_document(Document::read("orm.txt", document.as_bytes().to_vec(), None).expect("a document"));
    for (question, expected, cited) in questions {
        let reply = answer(&knowledge, question, None);
        assert_eq!((reply.answer.as_deref(), reply.sources.len()), (Some(*expected), *cited), "{question}");
    }
}

#[test]
fn the_fullest_date_is_told() {
    check(
        "= Ada Varn =\n\nAda Varn (born 4 March 1921) was a painter.\n\nVarn was born in 1921 in Kell. Her first show opened in 1950 in Tolm.\n",
        &[("When was she born?", "4 March 1921", 1), ("When did her first show open?", "1950", 1)],
    );
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
            ("What did she earn at the harbour office in six months?", "$1,200", 1),
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

#[test]
fn reasons_are_found_by_what_opens_them() {
    check(
        "= Dorn Ferry =\n\nThe ferry stopped in 1902, as the new owner, Olin Pask, wanted a bridge. The crossing in March had failed when the captain lost his nerve. \
         Bela Trask turned down the post of harbour master, saying that she preferred boats to desks. A second pier was dropped in 1910 for lack of money.\n",
        &[
            ("Why did the ferry stop in 1902?", "the new owner, Olin Pask, wanted a bridge", 1),
            ("Why did the crossing in March fail?", "the captain lost his nerve", 1),
            ("Why did Bela Trask turn down the post?", "she preferred boats to desks", 1),
            ("Why was the second pier dropped?", "for lack of money", 1),
        ],
    );
}

#[test]
fn manners_are_clauses_or_phrases() {
    check(
        "= Ada Merrow =\n\nAda Merrow lived in Orm. She earned her living by tuning pianos and by giving lessons to sailors. She announced her concerts by telegram.\n",
        &[
            ("How did she earn her living?", "tuning pianos and by giving lessons to sailors", 1),
            ("How did she announce her concerts?", "by telegram", 1),
            ("By what means did she earn her living?", "tuning pianos and by giving lessons to sailors", 1),
        ],
    );
}

#[test]
fn what_was_said_is_quoted() {
    check(
        "= Orm Mill =\n\nThe mill stands in Orm. Local people call it \"the old tooth\", because it leans. The mayor said of its owner that he was \"a wheel without water\".\n",
        &[("What do local people call it?", "the old tooth", 1), ("What did the mayor say about its owner?", "a wheel without water", 1)],
    );
}

#[test]
fn summaries_tell_of_what_is_named() {
    let text = "= Orm Mill =\n\nThe Orm Mill is a water mill. It has two wheels.\n\n== The fire ==\n\nOn 3 May 1911 sparks fell on the roof. Nobody was hurt.\n\n\
                == Owners ==\n\nThe Pask family bought it in 1920.\n";
    check(
        text,
        &[
            ("Sum up the article.", "The Orm Mill is a water mill.", 1),
            ("Summarise the fire at the mill.", "On 3 May 1911 sparks fell on the roof.", 2),
            ("Who is this page about?", "The Orm Mill is a water mill.", 1),
        ],
    );
}

#[test]
fn the_document_itself_is_asked_about() {
    check(
        "= Dorn Bridge =\n\nThe Dorn Bridge was begun in March 1901. Bela Trask kept the toll.\n\n==Tolls==\nA cart paid two pence.\n\n==Fires==\nIt burned in 1911.\n",
        &[
            ("What am I reading about?", "The Dorn Bridge was begun in March 1901.", 1),
            ("What sections does the article have?", "Tolls; Fires", 2),
            ("How many sections are there?", "2 sections", 1),
            ("How many sentences are in the document?", "4 sentences", 1),
            ("What is the title of the text?", "Dorn Bridge", 1),
            ("Does the article mention Bela Trask?", "yes", 1),
            ("Is the harbour mentioned?", "no", 1),
        ],
    );
}

#[test]
fn dates_are_counted_from_the_one_before() {
    check(
        "= Olin Pask =\n\nOlin Pask (born 3 May 1829) was a builder. He entered the school of Orm in 1847 and took his diploma in building four years later. \
         In March 1870 he bought the Dorn quarry, which had been opened seven years earlier by his uncle. The tax on stone rose from 8,200 to 13,500 crowns.\n",
        &[
            ("In which year did Pask take his diploma in building?", "1851", 1),
            ("When was the Dorn quarry opened?", "1863", 1),
            ("By how much did the tax on stone rise?", "5,300 crowns", 1),
        ],
    );
    check(
        "= Orm Bell =\n\nThe great bell of Orm cracked on 24 September 1931. Three days later the tower fell. The council paid for a new bell the following \
         March.\n",
        &[("On what date did the tower fall?", "27 September 1931", 2), ("When did the council pay for a new bell?", "March 1932", 2)],
    );
}

#[test]
fn what_is_left_and_what_differs_is_reckoned() {
    check(
        "= Orm Choir =\n\nOf the 93 singers in the choir, 71 had never read a note. The songbook came out in 400 copies, of which 61 were sold. A new hall, \
         estimated at 14 million crowns, ended up costing 22 million. The choir had 18 members in 1990, compared with 61 at its peak. It moved to Velm in 1926, \
         two years after a concert hall had been built there. Its flag was seized in 1901 and returned three years later.\n",
        &[
            ("How many singers could read a note?", "22", 1),
            ("How many copies of the songbook were unsold?", "339", 1),
            ("By how much did the cost of the new hall exceed the estimate?", "8 million crowns", 1),
            ("How many members has the choir lost since its peak?", "43", 1),
            ("When was the concert hall built?", "1924", 1),
            ("In which year was the flag returned?", "1904", 1),
            ("In which year was the flag seized?", "1901", 1),
        ],
    );
}

#[test]
fn what_only_repeats_the_question_is_no_answer() {
    let text = "= Orm Fair =\n\nA registry judge refused to enter the fair in the books. In 1953 the fair was fined by Olin Pask.\n";
    let knowledge = Knowledge::of_document(Document::read("orm.txt", text.as_bytes().to_vec(), None).expect("a document"));
    for question in ["Name the judge who refused to enter the fair in the books.", "What was the fine in 1953?"] {
        assert_eq!(answer(&knowledge, question, None).answer, None, "{question}");
    }
    check(
        text,
        &[("The fair was fined by Olin Pask, right?", "yes", 1), ("Confirm or deny that the fair was fined by Olin Pask.", "yes", 1)],
    );
}

#[test]
fn an_age_needs_something_that_happened() {
    let text = "= Ada Merrow =\n\nAda Merrow (born 2 May 1901) was a composer. In June 1932 she was fined.\n";
    check(text, &[("How old was Ada Merrow when she was fined?", "31", 2)]);
    let knowledge = Knowledge::of_document(Document::read("orm.txt", text.as_bytes().to_vec(), None).expect("a document"));
    assert_eq!(answer(&knowledge, "How old was Ada Merrow when Ada Merrow was divorced?", None).answer, None);
}

#[test]
fn what_was_refused_did_not_come_about() {
    let text = "= Velm =\n\nA merger with the Dorn mills was voted down by the members in 1920. The town asked the state to send boats, a request that was refused. \
                The miller sold his horse.\n";
    check(
        text,
        &[
            ("Did Velm merge with the Dorn mills?", "no", 1),
            ("Did the state send boats to the town?", "no", 1),
            ("Did the miller sell his horse?", "yes", 1),
        ],
    );
}

#[test]
fn what_is_like_the_answer_is_none() {
    let text = "= Ada Merrow =\n\nAda Merrow (born 2 May 1901) was a composer. She got 3.67 per cent of the vote in the first round of the election of 1932. \
                She won a prize of 500 crowns in 1938. The court in Kell, which the judge left early, fined her in 1940.\n\n\
                She bought the paper Salt in 1935. Salt, a weekly, was banned for a time in 1941. Her notion of moonlight was much mocked.\n";
    check(text, &[("What share of the vote did she get in the first round?", "3.67 per cent", 1), ("What was Salt?", "weekly", 1)]);
    let knowledge = Knowledge::of_document(Document::read("orm.txt", text.as_bytes().to_vec(), None).expect("a document"));
    for question in [
        "What share of the vote did she get in the second round?",
        "How old was she when she won the mayoralty?",
        "Why was Salt banned?",
        "What is meant by the term moonlight?",
    ] {
        assert_eq!(answer(&knowledge, question, None).answer, None, "{question}");
    }
}

#[test]
fn reasons_are_told_by_clauses_and_feelings() {
    check(
        "= Orm Guild =\n\nAda Merrow left the guild in 1931 since the bakers had agreed to a merger. Olin Pask, dissatisfied with the tax, founded a rival club. \
         The treasurer was dismissed in May following a run of bad harvests. The ferry was withdrawn for fear of ice.\n",
        &[
            ("Why did Ada Merrow leave the guild?", "the bakers had agreed to a merger", 1),
            ("Why did Olin Pask found a rival club?", "dissatisfied with the tax", 1),
            ("Why was the treasurer dismissed?", "a run of bad harvests", 1),
            ("Why was the ferry withdrawn?", "for fear of ice", 1),
        ],
    );
}

#[test]
fn the_asked_thing_is_told_not_one_beside_it() {
    check(
        "= Velm Fair =\n\nThe fair was founded in Velm (Ostland) by journalist Ada Merrow, sociologist Bela Trask and the baker Olin Pask. Olin Pask invented the Velm Variation, in which \
         each side throws a cord. The Fair Workers' League (FWL) paid.\n",
        &[
            ("In which town was the fair founded?", "Velm (Ostland)", 1),
            ("Ada Merrow, who is she?", "journalist", 1),
            ("What is the Velm Variation?", "each side throws a cord", 1),
        ],
    );
}

#[test]
fn counts_are_told_apart() {
    check_answers(
        "= Ada Merrow =\n\nAda Merrow was born on 3 May 1931 in Orm (Ostland). In 1952 she became a warden of the harbour. At the time she earned 90 crowns a month. \
         Several hundred pupils gathered before the talk. The rally drew 450 people. She collected 122 signatures, including 87 mayors and 23 wardens. \
         The wages rose by 40 crowns, from 1.5 to 5.8 per cent of the total.\n",
        &[
            ("How many pupils gathered before the talk?", Some("Several hundred")),
            ("How many more mayors than wardens signed?", Some("64")),
            ("By how much did the wages rise?", Some("40 crowns")),
            ("How much did she earn in 1968?", None),
            ("How much did she earn a month?", Some("90 crowns a month")),
        ],
    );
}

#[test]
fn who_did_it_is_not_whom_it_was_done_to() {
    check_answers(
        "= Ada Merrow =\n\nAda Merrow is a diver. Merrow was threatened with letters by the ferry owners. Olin Pask wrote the poster.\n",
        &[("Who was behind the letters?", Some("ferry owners")), ("Who wrote the poster?", Some("Olin Pask"))],
    );
}

#[test]
fn a_year_that_was_told_before_is_told_with_the_month() {
    check_answers(
        "= Orm Works =\n\nThe Orm Works is a mill in Velm. An audit of 1950 showed a loss. The manager, Ole Brand, was dismissed in November of that year.\n",
        &[("When was the manager dismissed?", Some("November 1950")), ("In what month was the manager dismissed?", Some("November"))],
    );
}

#[test]
fn what_became_of_somebody_is_the_last_that_is_told_of_them() {
    let last = "Olin Pask was drowned off Velm in May.";
    check_answers(
        "= Orm Strike =\n\nThe Orm Strike was a strike of sailors. The sailors were led by the diver Olin Pask and by Ine Vold. Pask opened the gates of the harbour. The strike, planned by \
         Pask, was lost. Olin Pask was drowned off Velm in May. A street is named after Pask.\n",
        &[("What happened to Olin Pask?", Some(last)), ("What became of the diver Olin Pask in the end?", Some(last))],
    );
}
