//! From text to reading: tokens, tags, lemmas, tree, morphology.

use compact_str::CompactString;

use super::aside::asides;
use super::retag::{by_tree, retag};
use super::syntax::encoder::{Node, node};
use super::syntax::lemma::{Lemmatiser, capitals};
use super::syntax::lexicon::Lexicon;
use super::syntax::model::Model;
use super::syntax::parser::{Parse, Parser};
use super::syntax::tagger::Tagger;
use super::syntax::{Morph, Pos, Relation, Tag};
use super::{Reading, Span, Word, tokens};

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
        let lemma = |i: usize, (tag, pos)| self.lemmatiser.lemma(forms[i], tag, pos, capitals[i]);
        let guessed: Vec<(Tag, Pos)> = guesses.iter().map(|&class| self.tagger.tags(class)).collect();
        let mut tags = guessed.clone();
        retag(text, spans, &mut tags);
        let mut lemmas: Vec<CompactString> = tags.iter().enumerate().map(|(i, &tags)| lemma(i, tags)).collect();
        let nodes: Vec<Node> = letters.iter().zip(&tags).zip(&lemmas).map(|((letters, &tags), lemma)| node(letters, tags, lemma)).collect();
        let Parse { mut heads, mut relations, classes } = self.parse(&forms, &nodes, &tags, &guesses);
        give_root_to_clause(&mut heads, &mut relations, &tags);
        for i in 0..forms.len() {
            if classes[i] != guesses[i] && tags[i] == guessed[i] {
                tags[i] = self.tagger.tags(classes[i]);
                lemmas[i] = lemma(i, tags[i]);
            }
        }
        for (word, to) in by_tree(text, spans, &heads, &relations, &tags) {
            tags[word] = to;
            lemmas[word] = lemma(word, to);
        }
        for (verb, tag) in verb_forms(&heads, &relations, &tags, &lemmas) {
            tags[verb].0 = tag;
            lemmas[verb] = self.lemmatiser.lemma(forms[verb], tag, Pos::Verb, false);
        }
        let passive = passives(&heads, &relations, &tags);
        let words = spans.iter().zip(lemmas).enumerate().map(|(i, (&span, lemma))| {
            let (tag, pos) = tags[i];
            let morph = Morph::of(&forms[i].to_lowercase(), pos, tag, passive[i]);
            Word { span, lemma, pos, tag, morph, head: heads[i], relation: relations[i] }
        });
        Reading { words: words.collect() }
    }

    /// Heads, relations and classes. Each aside is parsed by itself and hangs on the phrase before it; so is each clause between semicolons.
    fn parse(&self, forms: &[&str], nodes: &[Node], tags: &[(Tag, Pos)], guesses: &[u8]) -> Parse {
        let asides = asides(forms);
        let parts = independent(forms, tags, &asides);
        if asides.is_empty() && parts.len() < 2 {
            return self.parser.parse(nodes, guesses);
        }
        let mut whole = Parse { heads: vec![None; nodes.len()], relations: vec![Relation::Root; nodes.len()], classes: guesses.to_vec() };
        let mut parse = |words: &[usize]| {
            let (nodes, guesses): (Vec<Node>, Vec<u8>) = words.iter().map(|&w| (nodes[w], guesses[w])).unzip();
            let part = self.parser.parse(&nodes, &guesses);
            let mut top = words.first().copied().unwrap_or_default();
            for (place, &word) in words.iter().enumerate() {
                whole.heads[word] = part.heads[place].map(|head| words[head]);
                (whole.relations[word], whole.classes[word]) = (part.relations[place], part.classes[place]);
                top = if part.heads[place].is_none() { word } else { top };
            }
            top
        };
        let roots: Vec<usize> = parts.iter().map(|part| parse(part)).collect();
        let root = roots[0];
        let tops: Vec<usize> = asides.iter().map(|aside| parse(&(aside.start + 1..aside.end - 1).collect::<Vec<_>>())).collect();
        let Parse { heads, relations, classes } = &mut whole;
        for (&later, part) in roots.iter().zip(&parts).skip(1) {
            (heads[later], relations[later]) = (Some(root), Relation::Parataxis);
            (heads[part[0] - 1], relations[part[0] - 1]) = (Some(later), Relation::Punct);
        }
        let around = parts.concat();
        for (aside, top) in asides.iter().zip(tops) {
            for bracket in [aside.start, aside.end - 1] {
                (heads[bracket], relations[bracket]) = (Some(top), Relation::Punct);
            }
            heads[top] = Some(around.iter().rev().find(|&&w| w < aside.start).map_or(root, |&w| phrase_head(w, heads, relations)));
            relations[top] = match self.tagger.tags(classes[top]) {
                (_, Pos::Noun | Pos::Propn | Pos::Num) => Relation::Appos,
                (Tag::Vbn | Tag::Vbg, _) => Relation::Acl,
                _ => Relation::Parataxis,
            };
        }
        whole
    }
}

/// The words outside the asides, parted at semicolons between two clauses with a finite verb each; the semicolons are in no part.
fn independent(forms: &[&str], tags: &[(Tag, Pos)], asides: &[std::ops::Range<usize>]) -> Vec<Vec<usize>> {
    let outside = |w: &usize| asides.iter().all(|aside| !aside.contains(w));
    let finite = |w: &usize| matches!(tags[*w].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let (mut parts, mut part): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for w in (0..forms.len()).filter(outside) {
        let clause = |from: usize| (from..forms.len()).filter(outside).take_while(|&w| forms[w] != ";").any(|w| finite(&w));
        if forms[w] == ";" && part.iter().any(finite) && clause(w + 1) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(w);
        }
    }
    parts.push(part);
    parts
}

/// The head of the name or compound that a word ends.
fn phrase_head(word: usize, heads: &[Option<usize>], relations: &[Relation]) -> usize {
    let part =
        |w: usize| matches!(relations[w], Relation::Flat | Relation::Compound | Relation::Goeswith | Relation::Fixed | Relation::Punct);
    std::iter::successors(Some(word), |&w| heads[w].filter(|_| part(w))).take(heads.len()).last().unwrap_or(word)
}

/// The verbs whose tag the tree shows to be another: with "do" or a modal as the only auxiliary it is a base form ("did she found it?" is of "found",
/// not of "find"), and a participle that has a subject and no auxiliary is a past form.
fn verb_forms(heads: &[Option<usize>], relations: &[Relation], tags: &[(Tag, Pos)], lemmas: &[CompactString]) -> Vec<(usize, Tag)> {
    let form = |verb: usize| {
        let before = |relation: Relation| (0..verb).filter(move |&w| heads[w] == Some(verb) && relations[w].base() == relation);
        let mut auxiliaries = before(Relation::Aux);
        let tag = match auxiliaries.next() {
            Some(first) if lemmas[first] == "do" || tags[first].0 == Tag::Md => Tag::Vb,
            None if tags[verb].0 == Tag::Vbn && before(Relation::Nsubj).any(|w| relations[w] == Relation::Nsubj) => Tag::Vbd,
            _ => return None,
        };
        let finite = matches!(tags[verb], (Tag::Vbd | Tag::Vbp | Tag::Vbn, Pos::Verb));
        (finite && auxiliaries.next().is_none()).then_some((verb, tag))
    };
    (0..heads.len()).filter_map(form).collect()
}

/// "On 4 March she returned": where a phrase that opens with a preposition is the root and holds the only clause, the clause is the root.
fn give_root_to_clause(heads: &mut [Option<usize>], relations: &mut [Relation], tags: &[(Tag, Pos)]) {
    let opens = tags.first().is_some_and(|tag| tag.0 == Tag::In) && relations[0] == Relation::Case;
    let Some(root) = heads.iter().position(Option::is_none).filter(|&root| opens && heads[0] == Some(root)) else { return };
    let is_clause = |v: usize| {
        let subject = |w: usize| heads[w] == Some(v) && relations[w].base() == Relation::Nsubj && tags[w].0 == Tag::Prp;
        relations[v] == Relation::AclRelcl && v > root && (root..v).any(subject)
    };
    if let Some(verb) = (root..heads.len()).find(|&v| is_clause(v)) {
        for w in 0..heads.len() {
            if heads[w] == Some(root) && (w > verb || relations[w] == Relation::Punct) {
                heads[w] = Some(verb);
            }
        }
        (heads[verb], relations[verb]) = (None, Relation::Root);
        (heads[root], relations[root]) = (Some(verb), Relation::Obl);
    }
}

/// For each word, whether it is a verb in the passive: with a passive auxiliary, subject or agent, or a past participle that modifies a noun or, without
/// an auxiliary, a clause ("founded in 1872, the brewery …").
fn passives(heads: &[Option<usize>], relations: &[Relation], tags: &[(Tag, Pos)]) -> Vec<bool> {
    let participle = |i: usize| tags[i] == (Tag::Vbn, Pos::Verb);
    let modifies = |i: usize| participle(i) && matches!(relations[i], Relation::Acl | Relation::Amod);
    let opens = |i: usize| participle(i) && relations[i] == Relation::Advcl && !is_finite(i, heads, relations);
    let mut passive: Vec<bool> = (0..heads.len()).map(|i| modifies(i) || opens(i)).collect();
    for (head, relation) in heads.iter().zip(relations) {
        if let (Some(verb), Relation::AuxPass | Relation::NsubjPass | Relation::CsubjPass | Relation::OblAgent) = (head, relation) {
            passive[*verb] = true;
        }
    }
    for i in 0..heads.len() {
        let shared = heads[i].is_some_and(|head| passive[head]) && relations[i] == Relation::Conj;
        passive[i] |= shared && participle(i) && !is_finite(i, heads, relations);
    }
    passive
}

/// Whether word `i` has an auxiliary or subject of its own.
fn is_finite(i: usize, heads: &[Option<usize>], relations: &[Relation]) -> bool {
    heads.iter().zip(relations).any(|(&head, relation)| head == Some(i) && matches!(relation.base(), Relation::Aux | Relation::Nsubj))
}

#[cfg(test)]
mod tests {
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
