//! From text to reading: tokens, tags, lemmas, tree, morphology.

use compact_str::CompactString;

use super::attach::attach;
use super::mend::{give_subjects, give_subjects_to_called, help_asked_participle, make_active, passives, raise_subjects, verb_forms};
use super::past::find_past;
use super::rehang::{Tree, rehang};
use super::retag::{by_tree, help_behind_fronted, help_interrupted, is_did, retag};
use super::root::{
    give_root_past_aside, give_root_past_calling, give_root_to_asked_noun, give_root_to_asked_participle, give_root_to_clause,
    give_root_to_counted, give_root_to_described, give_root_to_main_clause, give_root_to_noun, give_root_to_participle, give_root_to_rest,
    give_root_to_swallowed, give_root_to_told, join_last_verb,
};
use super::syntax::encoder::{Node, node};
use super::syntax::lemma::{Lemmatiser, capitals, lower};
use super::syntax::lexicon::Lexicon;
use super::syntax::model::Model;
use super::syntax::parser::{Parse, Parser};
use super::syntax::tagger::Tagger;
use super::syntax::{Morph, Pos, Tag};
use super::{Reading, Span, Word, parts, tokens};

/// Reads one sentence. The spans are relative to `text`; every character that is not white space lies in a word.
pub fn read(text: &str) -> Reading {
    Reader::built_in().read(text, &tokens(text))
}

/// A tagger, lemmatiser and parser fitted together.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    lexicon: Lexicon<'a>,
    tagger: Tagger<'a>,
    lemmatiser: Lemmatiser<'a>,
    parser: Parser<'a>,
}

impl Reader<'static> {
    /// The one that the program carries.
    pub fn built_in() -> Self {
        Self::new(Model::built_in())
    }
}

impl<'a> Reader<'a> {
    /// The reader of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { lexicon: Lexicon::new(model), tagger: Tagger::new(model), lemmatiser: Lemmatiser::new(model), parser: Parser::new(model) }
    }

    /// Reads one sentence whose words stand at `spans` of `text`.
    pub fn read(&self, text: &str, spans: &[Span]) -> Reading {
        let forms: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let letters = self.lexicon.letters(&forms);
        let guesses = self.tagger.classes(&letters);
        let capitals = capitals(&forms);
        let guessed: Vec<(Tag, Pos)> = guesses.iter().map(|&class| self.tagger.tags(class)).collect();
        let mut tags = guessed.clone();
        retag(text, spans, &mut tags);
        help_interrupted(&forms, &mut tags);
        help_behind_fronted(&mut tags);
        let did = (0..forms.len()).find(|&i| is_did(text, spans, &tags, i));
        let lemma = |i: usize, (tag, pos)| match did {
            Some(did) if did == i => "do".into(),
            _ => self.lemmatiser.lemma(forms[i], tag, pos, capitals[i]),
        };
        let mut lemmas: Vec<CompactString> = tags.iter().enumerate().map(|(i, &tags)| lemma(i, tags)).collect();
        let nodes: Vec<Node> = letters.iter().zip(&tags).zip(&lemmas).map(|((letters, &tags), lemma)| node(letters, tags, lemma)).collect();
        let Parse { mut heads, mut relations, classes } = parts::parse(self.parser, self.tagger, &forms, &nodes, &tags, &guesses);
        give_root_to_clause(&mut heads, &mut relations, &tags);
        give_root_to_described(&mut heads, &mut relations, &tags);
        for i in 0..forms.len() {
            if classes[i] != guesses[i] && tags[i] == guessed[i] {
                tags[i] = self.tagger.tags(classes[i]);
                lemmas[i] = lemma(i, tags[i]);
            }
        }
        give_root_to_swallowed(&mut heads, &mut relations, &tags);
        for (word, to) in by_tree(text, spans, &heads, &relations, &tags) {
            tags[word] = to;
            lemmas[word] = lemma(word, to);
        }
        raise_subjects(&forms, &heads, &mut relations, &tags);
        rehang(Tree { forms: &forms, tags: &tags, heads: &mut heads, relations: &mut relations });
        for past in find_past(&mut heads, &mut relations, &tags) {
            tags[past] = (Tag::Vbd, Pos::Verb);
            lemmas[past] = lemma(past, tags[past]);
        }
        give_subjects(&mut heads, &mut relations, &tags);
        give_subjects_to_called(&mut heads, &mut relations, &tags);
        give_root_to_main_clause(&mut heads, &mut relations, &tags);
        give_root_to_told(&mut heads, &mut relations, &tags, &lemmas);
        if let Some(participle) = give_root_to_rest(&forms, &mut heads, &mut relations, &tags) {
            tags[participle] = (Tag::Vbn, Pos::Verb);
            lemmas[participle] = lemma(participle, tags[participle]);
        }
        if let Some(preposition) = give_root_to_noun(&mut heads, &mut relations, &tags) {
            tags[preposition].1 = Pos::Adp;
        }
        give_root_past_aside(&mut heads, &mut relations, &tags);
        give_root_to_asked_noun(&mut heads, &mut relations, &tags);
        join_last_verb(&mut heads, &mut relations, &tags);
        give_root_past_calling(&forms, &mut heads, &mut relations, &tags);
        give_root_to_participle(&mut heads, &mut relations, &tags, &lemmas);
        give_root_to_asked_participle(&mut heads, &mut relations, &tags, &lemmas);
        give_root_to_counted(&mut heads, &mut relations, &tags);
        attach(Tree { forms: &forms, tags: &tags, heads: &mut heads, relations: &mut relations });
        if let Some(participle) = help_asked_participle(&heads, &mut relations, &tags, &lemmas) {
            tags[participle] = (Tag::Vbn, Pos::Verb);
            lemmas[participle] = lemma(participle, tags[participle]);
        }
        make_active(&heads, &mut relations, &tags);
        for (verb, tag) in verb_forms(&heads, &relations, &tags, &lemmas) {
            tags[verb].0 = tag;
            lemmas[verb] = self.lemmatiser.lemma(forms[verb], tag, Pos::Verb, false);
        }
        let passive = passives(&heads, &relations, &tags);
        let words = spans.iter().zip(lemmas).enumerate().map(|(i, (&span, lemma))| {
            let (tag, pos) = tags[i];
            let morph = Morph::of(&lower(forms[i]), pos, tag, passive[i]);
            Word { span, lemma, pos, tag, morph, head: heads[i], relation: relations[i] }
        });
        Reading { words: words.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::syntax::Relation;
    use super::*;
    use proptest::prelude::*;

    fn is_tree(reading: &Reading) -> bool {
        let roots = reading.words.iter().filter(|word| word.head.is_none()).count();
        let rooted = |i: usize| reading.ancestors(i).last().is_some_and(|top| reading.words[top].head.is_none());
        roots == usize::from(!reading.words.is_empty()) && (0..reading.words.len()).all(rooted)
    }

    fn check_any(text: &str) {
        let reading = read(text);
        assert!(is_tree(&reading), "no tree: {text:?}");
        assert!(reading.words.iter().all(|word| (word.relation == Relation::Root) == word.head.is_none()));
        assert!(reading.words.iter().all(|word| !word.lemma.is_empty()));
        let phrases =
            (reading.noun_phrases(), reading.verb_groups(), reading.clauses(), reading.coordinations(), reading.prepositional_phrases());
        assert!(phrases.0.iter().all(|phrase| phrase.full.contains(&phrase.head) && phrase.base.contains(&phrase.head)));
        assert!(super::super::phrases::quotations(text).iter().all(|quotation| quotation.span.contains(quotation.inside)));
    }

    /// Each expectation: a word, its tag, its lemma, its relation, its head.
    fn check(text: &str, expected: &[(&str, &str, &str, &str, &str)]) {
        let reading = read(text);
        for &(form, tag, lemma, relation, head) in expected {
            let word = reading.words.iter().find(|word| word.span.of(text) == form).expect(form);
            let above = word.head.map_or("", |head| reading.words[head].span.of(text));
            let found = (form, word.tag.as_str(), word.lemma.as_str(), word.relation.as_str(), above);
            assert_eq!(found, (form, tag, lemma, relation, head), "{text}");
        }
    }

    #[test]
    fn main_clauses_are_found() {
        check(
            "The fen frog, known as the bog imp, is a small frog confined to the fens.",
            &[("frog", "NN", "frog", "nsubj", "frog"), ("confined", "VBN", "confine", "acl", "frog")],
        );
        check("Who was Ada Merrow-Pask's father?", &[("Ada", "NNP", "Ada", "nmod:poss", "father"), ("Pask", "NNP", "Pask", "flat", "Ada")]);
        check(
            "A statue of him, unveiled in 2019, had to be moved.",
            &[
                ("statue", "NN", "statue", "nsubj", "had"),
                ("unveiled", "VBN", "unveil", "acl", "statue"),
                ("had", "VBD", "have", "root", ""),
            ],
        );
        check(
            "The scholar Pia Markku has praised the collection.",
            &[("Pia", "NNP", "Pia", "nsubj", "praised"), ("praised", "VBN", "praise", "root", "")],
        );
        check(
            "The only daughter of the ferryman Ben Orvo, she grew up in Ando.",
            &[("grew", "VBD", "grow", "root", ""), ("daughter", "NN", "daughter", "advcl", "grew")],
        );
        check("What is the Quillan fen frog?", &[("What", "WP", "what", "root", ""), ("frog", "NN", "frog", "nsubj", "What")]);
        check(
            "The steamer struck the reef, and 63 of the 88 people on board drowned.",
            &[("63", "CD", "63", "nsubj", "drowned"), ("drowned", "VBD", "drown", "conj", "struck")],
        );
    }

    #[test]
    fn a_time_parts_an_auxiliary_from_its_participle() {
        check(
            "The mill had until 1931 been owned by the Tarn family.",
            &[("mill", "NN", "mill", "nsubj:pass", "owned"), ("1931", "CD", "1931", "obl", "owned"), ("owned", "VBN", "own", "root", "")],
        );
        check(
            "She has since 2004 directed the clinic.",
            &[("has", "VBZ", "have", "aux", "directed"), ("2004", "CD", "2004", "obl", "directed")],
        );
        check("He had for ten years led the guild.", &[("years", "NNS", "year", "obl", "led"), ("led", "VBN", "lead", "root", "")]);
        check(
            "The house has for many years been a ruin.",
            &[("house", "NN", "house", "nsubj", "ruin"), ("years", "NNS", "year", "obl", "ruin")],
        );
        check("He had for the most part of it money.", &[("had", "VBD", "have", "root", "")]);
    }

    #[test]
    fn a_clause_behind_an_opening_phrase_has_a_finite_verb() {
        check(
            "After the flood of May 1931 the guild moved to Velm.",
            &[("flood", "NN", "flood", "obl", "moved"), ("guild", "NN", "guild", "nsubj", "moved"), ("moved", "VBD", "move", "root", "")],
        );
        check("After the death of her father the family moved to Tarn.", &[("family", "NN", "family", "nsubj", "moved")]);
        check("On the roof of the mill a clock made in Velm was found.", &[("made", "VBN", "make", "acl", "clock")]);
    }

    #[test]
    fn names_are_whole() {
        check(
            "In January 1864 the mail steamer Lady Annis struck the reef in fog, and 63 of the 88 people on board drowned.",
            &[("Lady", "NNP", "Lady", "nsubj", "struck"), ("Annis", "NNP", "Annis", "flat", "Lady")],
        );
        check(
            "Ada Marlow, Ben Ortiz and SOS Harbour were among those who backed the rally.",
            &[("Ben", "NNP", "Ben", "conj", "Ada"), ("SOS", "NNP", "SOS", "conj", "Ada"), ("Harbour", "NNP", "Harbour", "flat", "SOS")],
        );
        check(
            "The town is governed by a party whose leader Lena Dostal succeeded Karl Brycht as mayor.",
            &[("leader", "NN", "leader", "nsubj", "succeeded"), ("Lena", "NNP", "Lena", "appos", "leader")],
        );
        check("before Lena Dostal?", &[("before", "IN", "before", "case", "Lena"), ("Lena", "NNP", "Lena", "root", "")]);
    }

    #[test]
    fn statements_are_read() {
        check(
            "Mary Orvo was born in Tallinn on 3 May 1950.",
            &[
                ("Mary", "NNP", "Mary", "nsubj:pass", "born"),
                ("was", "VBD", "be", "aux:pass", "born"),
                ("born", "VBN", "bear", "root", ""),
                ("Tallinn", "NNP", "Tallinn", "obl", "born"),
            ],
        );
        check(
            "In 1998 Mary Orvo was elected mayor.",
            &[
                ("1998", "CD", "1998", "obl", "elected"),
                ("Mary", "NNP", "Mary", "nsubj:pass", "elected"),
                ("elected", "VBN", "elect", "root", ""),
            ],
        );
        check(
            "The children chose the red house because it was cheap.",
            &[
                ("children", "NNS", "child", "nsubj", "chose"),
                ("chose", "VBD", "choose", "root", ""),
                ("house", "NN", "house", "obj", "chose"),
                ("cheap", "JJ", "cheap", "advcl", "chose"),
            ],
        );
        check(
            "She is a teacher who works in the city.",
            &[
                ("She", "PRP", "she", "nsubj", "teacher"),
                ("teacher", "NN", "teacher", "root", ""),
                ("works", "VBZ", "work", "acl:relcl", "teacher"),
            ],
        );
    }

    #[test]
    fn what_an_encyclopaedia_writes_is_read() {
        check(
            "The museum houses a large collection of glass instruments.",
            &[("museum", "NN", "museum", "nsubj", "houses"), ("houses", "VBZ", "house", "root", "")],
        );
        check(
            "The bridge, which crosses the Ando river, links the old town with the harbour.",
            &[("bridge", "NN", "bridge", "nsubj", "links"), ("links", "VBZ", "link", "root", "")],
        );
        check(
            "The engineer who designed the lighthouse later moved to Bergen.",
            &[("engineer", "NN", "engineer", "nsubj", "moved"), ("moved", "VBD", "move", "root", "")],
        );
        check(
            "Founded in 1872 by two brothers, the brewery employs about 300 people.",
            &[("Founded", "VBN", "found", "advcl", "employs"), ("employs", "VBZ", "employ", "root", "")],
        );
        check("She planned a bridge, but never finished it.", &[("finished", "VBD", "finish", "conj", "planned")]);
        check(
            "Its walls, built of red sandstone, are two metres thick.",
            &[("walls", "NNS", "wall", "nsubj", "thick"), ("built", "VBN", "build", "acl", "walls"), ("thick", "JJ", "thick", "root", "")],
        );
        check(
            "Having been refused by the faculty, she left.",
            &[("refused", "VBN", "refuse", "advcl", "left"), ("left", "VBD", "leave", "root", "")],
        );
        check("The yard built 122 boats.", &[("yard", "NN", "yard", "nsubj", "built"), ("built", "VBD", "build", "root", "")]);
    }

    #[test]
    fn what_hangs_where_it_cannot_is_moved() {
        check(
            "The office was moved in 1996 since the old building had begun to sink.",
            &[
                ("since", "IN", "since", "mark", "begun"),
                ("building", "NN", "building", "nsubj", "begun"),
                ("begun", "VBN", "begin", "advcl", "moved"),
            ],
        );
        check(
            "When the soldiers entered Ando in May 1940, the couple fled by way of Bergen.",
            &[("couple", "NN", "couple", "nsubj", "fled"), ("way", "NN", "way", "obl", "fled")],
        );
        check(
            "Orvik resigned in March and was replaced by Ada Marlow, the first woman to hold the office.",
            &[("woman", "NN", "woman", "appos", "Ada"), ("Ada", "NNP", "Ada", "obl:agent", "replaced")],
        );
        check(
            "She married Tom Orvik, a schoolteacher and amateur painter, in 1979.",
            &[("schoolteacher", "NN", "schoolteacher", "appos", "Tom"), ("painter", "NN", "painter", "conj", "schoolteacher")],
        );
        check("Into which languages were the rules translated?", &[("translated", "VBN", "translate", "root", "")]);
        check(
            "Most of the houses near the port date from the eighteenth century.",
            &[("Most", "JJS", "most", "nsubj", "date"), ("date", "VBP", "date", "root", "")],
        );
        check(
            "Born in Ando, the daughter of a miller, she moved to the capital.",
            &[("Born", "VBN", "bear", "advcl", "moved"), ("she", "PRP", "she", "nsubj", "moved")],
        );
    }

    #[test]
    fn what_tells_of_a_noun_hangs_on_it() {
        check("Name the town where shop stewards go to night classes.", &[("go", "VBP", "go", "acl:relcl", "town")]);
        check(
            "He was led past a procession, headed by women banging empty pots.",
            &[("headed", "VBN", "head", "acl", "procession"), ("banging", "VBG", "bang", "acl", "women")],
        );
        check("What was the name of the steamer that sank with his sister aboard?", &[("sank", "VBD", "sink", "acl:relcl", "steamer")]);
        check("He was fined for calling the finance minister, Ben Ortiz, a fool.", &[("Ben", "NNP", "Ben", "appos", "minister")]);
        check("Crowds nicknamed her \"the Flying Cook\".", &[("Cook", "NNP", "Cook", "xcomp", "nicknamed")]);
        check("The team focus is prevention.", &[("The", "DT", "the", "det", "focus")]);
        check(
            "It turned down 700,000 euros from the council in 2016 in protest against the agreement.",
            &[("agreement", "NN", "agreement", "nmod", "protest")],
        );
        check("Instead of stone Orvo proposed a viaduct of wrought iron.", &[("wrought", "NN", "wrought", "compound", "iron")]);
        check(
            "Before entering politics she built up the Lantern Clubs, a network of evening clubs.",
            &[("Lantern", "NNP", "Lantern", "compound", "Clubs")],
        );
        check(
            "The Ando Foundation awarded Orvo its medal in 2006 for \"a life spent at the open door\".",
            &[("life", "NN", "life", "obl", "awarded"), ("for", "IN", "for", "case", "life")],
        );
    }

    #[test]
    fn what_is_joined_is_joined_to_its_like() {
        check(
            "The firm controlled most of the shops, the only brewery and the warehouses.",
            &[("brewery", "NN", "brewery", "conj", "most"), ("warehouses", "NNS", "warehouse", "conj", "most")],
        );
        check(
            "The pilots were opposed, fearing for the masts of tall ships, and demanded a clearance of 50 metres.",
            &[("demanded", "VBD", "demand", "conj", "opposed")],
        );
        check(
            "Orvo was dismissed in March 1991, after 11 defeats in 14 games, and replaced by his own assistant.",
            &[("replaced", "VBN", "replace", "conj", "dismissed"), ("games", "NNS", "game", "nmod", "defeats")],
        );
        check(
            "Ilvang grew up in Ando, a herring port on the west coast, as the only daughter of Peder Ilvang, a lighthouse engineer, and the schoolteacher Ada Mohn.",
            &[("schoolteacher", "NN", "schoolteacher", "conj", "daughter"), ("and", "CC", "and", "cc", "schoolteacher")],
        );
        check(
            "There followed three sketches, a song by the pianist Ben Ortiz and an interview.",
            &[("song", "NN", "song", "conj", "sketches"), ("interview", "NN", "interview", "conj", "sketches")],
        );
        check(
            "She married Ben Ortiz, a mountain guide, in 2008.",
            &[("guide", "NN", "guide", "appos", "Ben"), ("2008", "CD", "2008", "obl", "married")],
        );
        check(
            "Two years later the family moved to the regional capital, where an uncle kept a tavern.",
            &[
                ("moved", "VBD", "move", "root", ""),
                ("later", "RBR", "late", "advmod", "moved"),
                ("kept", "VBD", "keep", "acl:relcl", "capital"),
            ],
        );
    }

    #[test]
    fn a_sentence_has_its_verb() {
        let verb = |text, subject: (&'static str, &'static str, &'static str), (form, tag, lemma)| {
            check(text, &[(subject.0, subject.1, subject.2, "nsubj", form), (form, tag, lemma, "root", "")]);
        };
        verb("The academy awards the medal every second year.", ("academy", "NN", "academy"), ("awards", "VBZ", "award"));
        verb("The river rises in the northern hills and flows into the lake.", ("river", "NN", "river"), ("rises", "VBZ", "rise"));
        verb("It feeds on beetles and small snails.", ("It", "PRP", "it"), ("feeds", "VBZ", "feed"));
        verb("The oldest parts of the castle date from the twelfth century.", ("parts", "NNS", "part"), ("date", "VBP", "date"));
        verb("The factory ceased operation in 1987.", ("factory", "NN", "factory"), ("ceased", "VBD", "cease"));
        verb("Her brother, a carpenter, built most of the furniture.", ("brother", "NN", "brother"), ("built", "VBD", "build"));
        check(
            "Oskwith, the daughter of a lighthouse keeper, was born on 9 March 1973 at Ness Point.",
            &[("Oskwith", "NNP", "Oskwith", "nsubj:pass", "born"), ("daughter", "NN", "daughter", "appos", "Oskwith")],
        );
        check("A small collection of stones from the lake.", &[("collection", "NN", "collection", "root", "")]);
    }

    #[test]
    fn questions_are_read_however_they_are_written() {
        let born = |when, name| {
            [(when, "WRB", "when", "advmod", "born"), ("born", "VBN", "bear", "root", ""), (name, "NNP", "Orvo", "nsubj:pass", "born")]
        };
        check("When was Orvo born?", &born("When", "Orvo"));
        check("when was orvo born", &born("when", "orvo"));
        check(
            "Where did Mary Orvo study law?",
            &[
                ("Where", "WRB", "where", "advmod", "study"),
                ("Mary", "NNP", "Mary", "nsubj", "study"),
                ("study", "VB", "study", "root", ""),
                ("law", "NN", "law", "obj", "study"),
            ],
        );
        check(
            "How many houses did the workers build?",
            &[
                ("many", "JJ", "many", "amod", "houses"),
                ("houses", "NNS", "house", "obj", "build"),
                ("did", "VBD", "do", "aux", "build"),
                ("workers", "NNS", "worker", "nsubj", "build"),
            ],
        );
    }

    #[test]
    fn questions_of_every_build_are_read() {
        check("Where is she from?", &[("Where", "WRB", "where", "root", ""), ("she", "PRP", "she", "nsubj", "Where")]);
        check(
            "Which party did the mayor leave in 1998?",
            &[("party", "NN", "party", "obj", "leave"), ("leave", "VB", "leave", "root", "")],
        );
        check("how long did the strike last", &[("strike", "NN", "strike", "nsubj", "last"), ("last", "VB", "last", "root", "")]);
        check(
            "What does the museum house?",
            &[("What", "WP", "what", "obj", "house"), ("museum", "NN", "museum", "nsubj", "house"), ("house", "VB", "house", "root", "")],
        );
        check(
            "Who was Mira Solen introduced to by Tom Orvik?",
            &[("Mira", "NNP", "Mira", "nsubj:pass", "introduced"), ("Tom", "NNP", "Tom", "obl:agent", "introduced")],
        );
        check("What does the VRT stand for?", &[("stand", "VB", "stand", "root", ""), ("VRT", "NNP", "VRT", "nsubj", "stand")]);
        check("What is it known for?", &[("known", "VBN", "know", "root", ""), ("What", "WP", "what", "obl", "known")]);
        check(
            "How many of the members of the union voted against the plan?",
            &[("many", "JJ", "many", "nsubj", "voted"), ("members", "NNS", "member", "nmod", "many"), ("voted", "VBD", "vote", "root", "")],
        );
        check(
            "Which three measures did the branch demand from the company?",
            &[("measures", "NNS", "measure", "obj", "demand"), ("demand", "VB", "demand", "root", "")],
        );
        check("Why'd the mayor leave?", &[("'d", "VBD", "do", "aux", "leave"), ("leave", "VB", "leave", "root", "")]);
        check(
            "Were the eviction orders against the families carried out?",
            &[("Were", "VBD", "be", "aux:pass", "carried"), ("carried", "VBN", "carry", "root", "")],
        );
        check(
            "Into how many languages have her books been translated?",
            &[("have", "VBP", "have", "aux", "translated"), ("translated", "VBN", "translate", "root", "")],
        );
        check(
            "She left the party in 1998, didn't she?",
            &[("left", "VBD", "leave", "root", ""), ("did", "VBD", "do", "parataxis", "left"), ("she", "PRP", "she", "nsubj", "did")],
        );
    }

    #[test]
    fn lemmas_of_irregular_and_unknown_words() {
        let lemma = |text: &str, expected: &str| {
            let found: Vec<CompactString> = read(text).words.into_iter().map(|word| word.lemma).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        };
        lemma("The wolves were chosen.", "the wolf be choose .");
        lemma("He led the women.", "he lead the woman .");
        lemma("When did she found the school?", "when do she found the school ?");
        lemma("In 1960 Ada founded it.", "in 1960 Ada found it .");
        lemma("They wed in 1950.", "they wed in 1950 .");
        lemma("She blorfed the zandies.", "she blorf the zandy .");
        lemma("They were timed, planning the hottest day.", "they be time , plan the hot day .");
        lemma("The mayor fined her and opened it.", "the mayor fine she and open it .");
        lemma("A Tunisian sold 12,000 TVs in PARIS.", "a Tunisian sell 12000 tv in Paris .");
    }

    #[test]
    fn a_mark_may_be_the_root() {
        check_any(", who the 19 . is \" ? of hysj and hfdxznv ? . who iwiv left who ? of left Ann Ann left left");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn any_text_gives_a_tree(text in "\\PC{0,80}") {
            check_any(&text);
        }

        #[test]
        fn any_words_give_a_tree(words in prop::collection::vec("(the|of|Ann|left|who|and|is|not|,|\\.|\"|\\?|[a-z]{1,9}|[0-9]{1,4})", 0..40)) {
            check_any(&words.join(" "));
        }
    }
}
