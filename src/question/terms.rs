//! Terms: the words of a question to look for, and what each may be called in the document.

use crate::knowledge::rules::{Forms, Lexicon, Rules};
use crate::knowledge::vocabulary::Vocabulary;
use crate::question::constraints::Named;
use crate::question::intent::Match;
use crate::text::fold::fold;
use crate::text::names::gazetteer;
use crate::text::term::{content_terms, is_stop_word, term, terms_of};
use crate::text::wordnet;
use crate::text::{Pos, Reading, Relation, Span};

/// A word, or a phrase of the lexicon, that evidence should hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// As read.
    pub word: String,
    /// Where, in the question as read.
    pub span: Span,
    /// Its words: places in the question's reading, first and one past the last.
    pub words: (usize, usize),
    /// What it is in the question.
    pub part: Part,
    /// What it may be called, itself first.
    pub ways: Vec<Way>,
    /// How much it counts beside its rarity: 1 unless it is the topic of the whole document, a type word, or a verb without content.
    pub weight: f64,
}

/// One way to call a term: all its index terms must stand in the sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Index terms.
    pub terms: Vec<String>,
    /// How good a match it is, from 0 to 1.
    pub weight: f64,
}

/// What a term is in its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The head word of what is asked for.
    Focus,
    /// A verb.
    Verb,
    /// A name, or part of one.
    Name,
    /// A name of the document's own topic.
    Topic,
    /// A number.
    Number,
    /// Part of a date: also weighed as a whole, by when a sentence is about.
    Date,
    /// Any other content word.
    Other,
}

/// How good a match by the lexicon is.
const LEXICON: f64 = 0.9;
/// By derivation (elect, election).
const DERIVED: f64 = 0.8;
/// By the words that an intent gives as evidence for its keywords.
const EVIDENCE: f64 = 0.75;
/// By a synonym of a general word list.
const SYNONYM: f64 = 0.55;

/// What is known when terms are made.
pub struct Context<'a, 'r> {
    /// The rules.
    pub rules: &'r Rules,
    /// The document's words.
    pub vocabulary: &'a Vocabulary,
    /// The terms of the document's title.
    pub topic: &'a [String],
    /// The question as read.
    pub text: &'a str,
    /// Where its dates stand.
    pub dates: &'a [Span],
    /// Its names.
    pub names: &'a [Named],
    /// Its reading.
    pub reading: &'a Reading,
    /// What the reading's words are known by: the terms of their forms and of their lemmas.
    pub forms: &'a [Forms],
    /// The head word of what is asked for.
    pub focus: Option<usize>,
    /// The rule that fits.
    pub intent: Option<&'a Match<'r>>,
}

/// The terms of a question, in its order.
pub fn terms(context: &Context) -> Vec<Term> {
    let keys: Vec<&str> = context.forms.iter().map(|[_, key]| key.as_str()).collect();
    let mut terms = Vec::new();
    let mut place = 0;
    while place < keys.len() {
        let phrase = context.rules.lexicon.phrase_length(&keys[place..]);
        if phrase > 1 {
            terms.extend(context.phrase(&keys, place, place + phrase));
            place += phrase;
        } else {
            terms.extend(context.word(&keys, place));
            place += 1;
        }
    }
    if terms.is_empty() {
        terms.extend(context.topic_for_pronoun());
    }
    terms
}

impl Context<'_, '_> {
    /// In a question of nothing but a pronoun ("who is she?"): the document's topic, which it stands for.
    fn topic_for_pronoun(&self) -> Vec<Term> {
        let pronoun = self.reading.words.iter().position(|w| w.pos == Pos::Pron && w.morph.person == Some(3));
        let Some(place) = pronoun else { return Vec::new() };
        let word = &self.reading.words[place];
        let term = |key: &String| Term {
            word: word.span.of(self.text).to_string(),
            span: word.span,
            words: (place, place + 1),
            part: Part::Topic,
            ways: vec![Way { terms: vec![key.clone()], weight: 1.0 }],
            weight: 1.0,
        };
        self.topic.iter().map(term).collect()
    }

    /// The terms of a phrase of the lexicon: of its content words, each of which may be called what the phrase may be. A phrase of none, or one that a
    /// particle gives another sense, is one term.
    fn phrase(&self, keys: &[&str], start: usize, end: usize) -> Vec<Term> {
        let says = |&i: &usize| !is_stop_word(keys[i]) && !(start..end).any(|i| is_particle(keys[i]));
        let mut terms: Vec<Term> = (start..end).filter(says).filter_map(|place| self.word(keys, place)).collect();
        if terms.is_empty() {
            terms.push(self.whole(keys, start, end));
        }
        if let [term] = &mut terms[..] {
            term.span = self.reading.words[start].span.cover(self.reading.words[end - 1].span);
            term.word = term.span.of(self.text).to_string();
            term.words = (start, end);
        }
        for term in &mut terms {
            term.add_meanings(&self.rules.lexicon, &keys[start..end].join(" "));
            self.add_evidence(term);
        }
        terms
    }

    /// A phrase as one term, which its content words together call.
    fn whole(&self, keys: &[&str], start: usize, end: usize) -> Term {
        let words = &self.reading.words;
        let literal = Way { terms: content_terms(keys[start..end].iter().map(|key| key.to_string()).collect()), weight: 1.0 };
        let part = if self.focus.is_some_and(|focus| (start..end).contains(&focus)) {
            Part::Focus
        } else if words[start..end].iter().any(|w| w.pos == Pos::Verb) {
            Part::Verb
        } else {
            Part::Other
        };
        // Small words alone ("named after") stand in no index: what they mean may be said, and need not.
        let weight = if (start..end).all(|i| is_stop_word(keys[i])) { SMALL } else { 1.0 };
        Term { word: String::new(), span: words[start].span, words: (start, end), part, ways: vec![literal], weight }
    }

    /// The term of one word, unless it says too little.
    fn word(&self, keys: &[&str], place: usize) -> Option<Term> {
        let word = &self.reading.words[place];
        let shown = word.span.of(self.text);
        let folded = fold(shown);
        // A common word in small letters is itself, whatever names the document makes of it: "workers" of "the Miners and Workers' Union".
        let common = || !shown.starts_with(char::is_uppercase) && is_common(&folded);
        let name = word.pos == Pos::Propn && place > 0 || self.vocabulary.is_name(&folded) && !common();
        let countable = shown.chars().any(char::is_alphanumeric);
        let small = is_stop_word(&folded);
        // A small word is part of a name only if it is written as one: "The Who", but not the "who" that asks.
        let name = name && (!small || place > 0 && shown.len() > 2 && shown.starts_with(char::is_uppercase));
        // "According to the mayor".
        let attributes = folded == "according" && keys.get(place + 1).is_some_and(|next| *next == "to");
        if !countable || word.pos == Pos::Aux || small && !name || word.is_comparing() || attributes {
            return None;
        }
        let part = self.part(place, &folded, keys[place], name);
        let mut found = Term {
            word: shown.to_string(),
            span: word.span,
            words: (place, place + 1),
            part,
            ways: vec![Way { terms: vec![keys[place].to_string()], weight: 1.0 }],
            weight: if self.counts_asked(place) { ASKED_NUMBER } else { weight(part, self.rules.lexicon.is_light(keys[place]), word.pos) },
        };
        let plain = &self.forms[place][0];
        if plain != keys[place] {
            found.ways.push(Way { terms: vec![plain.clone()], weight: 1.0 });
        }
        // "March" of a date is no march.
        if part == Part::Date {
            return Some(found);
        }
        found.add_meanings(&self.rules.lexicon, keys[place]);
        if let Some(particle) = self.particle(keys, place) {
            let before = found.ways.len();
            found.add_meanings(&self.rules.lexicon, &format!("{} {}", keys[place], keys[particle]));
            // "Turned … down" says more than "turned".
            if found.ways.len() > before && found.part == Part::Verb {
                found.weight = 1.0;
            }
        }
        if part == Part::Name {
            found.add_lemmas(wordnet::derivations(&folded), DERIVED);
        }
        if matches!(part, Part::Focus | Part::Verb | Part::Other) {
            let lemma = fold(&word.lemma);
            // In a question that is not well formed a verb may be read as something else.
            found.add_lemmas(wordnet::base_form(&folded, wordnet::Pos::Verb).into_iter(), LEXICON);
            found.add_lemmas(wordnet::base_form(&folded, wordnet::Pos::Noun).into_iter(), LEXICON);
            found.add_lemmas(wordnet::derivations(&lemma), DERIVED);
            if let Some(pos) = wordnet_pos(word.pos) {
                found.add_lemmas(wordnet::synonyms(&lemma, pos), SYNONYM);
            }
        }
        self.add_evidence(&mut found);
        self.add_initials(&mut found, &folded);
        Some(found)
    }

    /// Whether a word only counts the things that are asked for: "which two towns".
    fn counts_asked(&self, place: usize) -> bool {
        let word = &self.reading.words[place];
        word.pos == Pos::Num && word.head.is_some() && word.head == self.focus && word.relation.base() == Relation::Nummod
    }

    /// The particle of a verb that stands apart from it: within four words ("took her on"), or at the question's end ("turned the guild's offer down").
    fn particle(&self, keys: &[&str], place: usize) -> Option<usize> {
        let words = &self.reading.words;
        let apart = (place + 2..words.len()).filter(|_| words[place].pos == Pos::Verb);
        let near = |i: usize| i < place + 5 && words[i].head == Some(place) && is_stop_word(keys[i]);
        let ends = |i: usize| words.get(i + 1).is_none_or(|next| next.pos == Pos::Punct) && is_particle(keys[i]);
        let own = |&i: &usize| (near(i) || ends(i)) && matches!(words[i].pos, Pos::Adp | Pos::Adv | Pos::Part);
        apart.into_iter().find(own)
    }

    /// Gives an abbreviation, or what the document does not have, the long forms with its initials; gives a word of a long name the document's abbreviation of it.
    fn add_initials(&self, term: &mut Term, folded: &str) {
        let initials = &self.vocabulary.initials;
        let unknown = !self.vocabulary.has(folded) || self.vocabulary.is_name(folded);
        if (2..=6).contains(&folded.len()) && unknown && wordnet::base_form(folded, wordnet::Pos::Noun).is_none() {
            for terms in initials.long_forms(folded) {
                term.ways.push(Way { terms: terms.to_vec(), weight: LEXICON });
            }
        }
        let name = self.names.iter().find(|n| n.span.contains(term.span));
        if let Some(short) = name.and_then(|n| initials.short_form(n.span.of(self.text))) {
            term.add(std::iter::once(short), LEXICON);
        }
    }

    fn part(&self, place: usize, folded: &str, key: &str, name: bool) -> Part {
        let word = &self.reading.words[place];
        if self.dates.iter().any(|date| date.contains(word.span)) {
            Part::Date
        } else if self.topic.iter().any(|topic| topic == key) {
            Part::Topic
        } else if folded.starts_with(|c: char| c.is_ascii_digit()) || word.pos == Pos::Num {
            Part::Number
        } else if self.focus == Some(place) {
            Part::Focus
        } else if name {
            Part::Name
        } else if word.pos == Pos::Verb {
            Part::Verb
        } else {
            Part::Other
        }
    }

    /// Gives a term that the intent knows the question by the intent's evidence words as further ways.
    fn add_evidence(&self, term: &mut Term) {
        let Some(fit) = self.intent else { return };
        if fit.keywords.iter().any(|&(start, end)| start < term.words.1 && term.words.0 < end) {
            term.add(fit.intent.evidence.iter().map(String::as_str), EVIDENCE);
        }
    }
}

impl Term {
    /// Adds ways to call it, given as words or phrases, unless they are there already.
    fn add<'a>(&mut self, phrases: impl Iterator<Item = &'a str>, weight: f64) {
        phrases.flat_map(terms_of).for_each(|terms| self.add_way(terms, weight));
    }

    /// The same, given as lemmas.
    fn add_lemmas<'a>(&mut self, lemmas: impl Iterator<Item = &'a str>, weight: f64) {
        lemmas.for_each(|lemma| self.add_way(content_terms(lemma.split(' ').map(term).collect()), weight));
    }

    /// Adds what the lexicon, which says nothing twice, says that a phrase may be called.
    fn add_meanings(&mut self, lexicon: &Lexicon, phrase: &str) {
        let before = self.ways.len();
        for meaning in lexicon.meanings(phrase) {
            if !self.ways[..before].iter().any(|way| way.terms.iter().map(String::as_str).eq(meaning.split(' '))) {
                self.ways.push(Way { terms: meaning.split(' ').map(str::to_string).collect(), weight: LEXICON });
            }
        }
    }

    fn add_way(&mut self, terms: Vec<String>, weight: f64) {
        if !terms.is_empty() && self.ways.iter().all(|w| w.terms != terms) {
            self.ways.push(Way { terms, weight });
        }
    }
}

/// How much a phrase of small words alone counts.
const SMALL: f64 = 0.4;
/// How much the number of the things that are asked for counts: a sentence may have them and not count them.
const ASKED_NUMBER: f64 = 0.2;

/// Whether a word gives the verb before it another sense.
pub fn is_particle(key: &str) -> bool {
    matches!(key, "up" | "down" | "off" | "out" | "away" | "back" | "over" | "through" | "along" | "apart" | "around" | "forward" | "aside")
}

/// Whether a folded word is an English word that is no name by itself.
pub fn is_common(folded: &str) -> bool {
    let listed = || gazetteer::given_name(folded).is_some() || gazetteer::place(folded).is_some() || gazetteer::group(folded).is_some();
    wordnet::is_word(folded) && !listed()
}

/// How much a term counts beside its rarity.
fn weight(part: Part, light: bool, pos: Pos) -> f64 {
    match part {
        Part::Topic => 0.15,
        _ if light => 0.2,
        Part::Other if matches!(pos, Pos::Adv | Pos::Adp) => 0.4,
        Part::Focus | Part::Date => 0.6,
        _ => 1.0,
    }
}

fn wordnet_pos(pos: Pos) -> Option<wordnet::Pos> {
    match pos {
        Pos::Noun => Some(wordnet::Pos::Noun),
        Pos::Verb => Some(wordnet::Pos::Verb),
        Pos::Adj => Some(wordnet::Pos::Adjective),
        Pos::Adv => Some(wordnet::Pos::Adverb),
        _ => None,
    }
}
