//! The query: a question's terms bound to one document's index, and how well each sentence holds each of them.

use std::cell::OnceCell;

use crate::document::Kind;
use crate::knowledge::Known;
use crate::knowledge::index::{Index, NO_TERM, TermId};
use crate::knowledge::meanings::{Sum, rows};
use crate::knowledge::opposites::Opposites;
use crate::knowledge::rules::{Lexicon, Shape};
use crate::question::{Part, Question, Term};
use crate::text::fold::fold;
use crate::text::term::{is_stop_word, term};
use crate::text::vectors::{Row, Vector, WIDTH};
use crate::text::{Pos, Relation, Tag, wordnet};

/// How good it is that a sentence means a name by a pronoun, a description or a short name.
const MEANT: f32 = 0.7;

/// How near in meaning a word must be to stand for a term that the sentence lacks.
const STANDS: f64 = 0.25;

/// How good a way of a noun must be to be what the document calls somebody.
const CALLED: f64 = 0.8;

/// How good it is that a sentence has an opposite of a term.
const CONTRARY: f64 = 0.7;

/// A question's terms, bound to a document.
pub struct Query<'a> {
    /// The document.
    pub known: &'a Known,
    /// The terms, in the question's order.
    pub terms: Vec<Bound<'a>>,
    /// For each sentence and term (row by row), how good the best wording in the sentence is: 0 to 1.
    matched: Vec<f32>,
    /// Likewise, how near the nearest word in the sentence is in meaning: 0 to 1, and no less than how good the best wording is.
    alike: Vec<f32>,
    /// The sentences that hold an opposite of a term, with the place of that term; of yes/no questions only.
    contrary: Vec<(usize, usize)>,
    /// What the question as a whole is about.
    direction: Vector,
    /// For each term, the document's terms near to it in meaning.
    near: Vec<Vec<(TermId, f32)>>,
    /// For each sentence, the BM25 sum.
    pub bm25: Vec<f64>,
    /// The terms that the intent names as evidence.
    pub evidence: Vec<TermId>,
    /// The terms of which the intent wants one in the sentence that answers; empty where it wants none.
    pub proof: Vec<TermId>,
    /// Sentences that the conversation is at, each with how near it is, 0 to 2.
    pub context: Vec<(usize, f64)>,
    /// How well the headings of each section hold each term: 0 to 1.
    headings: Vec<f64>,
    /// For each sentence, its words that match, as far as they were asked for.
    places: Vec<OnceCell<Vec<(usize, usize)>>>,
}

/// A term, bound to a document.
pub struct Bound<'a> {
    /// The question's term.
    pub term: &'a Term,
    /// Its ways that the document has: index terms and goodness.
    pub ways: Vec<(Vec<TermId>, f64)>,
    /// Its weight: rarity in the document times its weight in the question.
    pub weight: f64,
    /// In how many sentences it stands.
    pub count: usize,
    /// The full name of the one person whom the document calls so.
    pub called: Option<&'a str>,
}

impl<'a> Query<'a> {
    /// Binds a question's terms to a document and matches all its sentences.
    pub fn new(question: &'a Question, known: &'a Known) -> Self {
        let terms: Vec<Bound> = question.terms.iter().map(|term| bind(term, known)).collect();
        let sentences = known.index.len();
        let ids = |words: &[String]| words.iter().filter_map(|word| known.index.term(&term(word))).collect();
        let evidence = ids(question.intent.map_or(&[], |i| &i.evidence));
        let proof = ids(question.intent.map_or(&[], |i| &i.proof));
        let cells = vec![0.0; sentences * terms.len()];
        let mut query = Self {
            known,
            evidence,
            proof,
            context: Vec::new(),
            places: vec![OnceCell::new(); sentences],
            headings: in_headings(&terms, &known.headings),
            alike: cells.clone(),
            near: Vec::new(),
            contrary: Vec::new(),
            direction: [0; WIDTH],
            matched: cells,
            bm25: vec![0.0; sentences],
            terms,
        };
        let mut sum = Sum::default();
        for place in 0..query.terms.len() {
            query.find(place);
            query.find_meant(place);
            query.find_carried(place);
            query.find_called(question, place);
            let bound = &query.terms[place];
            let lemma = &question.reading.words[bound.term.words.0].lemma;
            let told = !matches!(bound.term.part, Part::Topic | Part::Number | Part::Date);
            let rows: Vec<Row> = rows(&bound.term.word, lemma).filter(|_| told).collect();
            sum.add(&rows, bound.weight);
            query.find_alike(place, &rows);
            if question.shape == Shape::YesNo {
                query.find_contrary(place, lemma, question.lexicon);
            }
        }
        query.direction = sum.direction();
        query
    }

    /// Sets what the conversation is at: near there, a sentence that does not name what the question took over (`taken`, folded words) may be about it all
    /// the same.
    pub fn stand_in(&mut self, near: Vec<(usize, f64)>, taken: &[String]) {
        let width = self.terms.len();
        let is_taken =
            |bound: &Bound| bound.term.part != Part::Verb && fold(&bound.term.word).split(' ').all(|word| taken.iter().any(|t| t == word));
        let places: Vec<usize> = (0..width).filter(|&place| is_taken(&self.terms[place])).collect();
        let goes_on = |s: &usize| matches!(self.known.document.sentences[*s].kind, Kind::Prose | Kind::Item | Kind::Quotation);
        for sentence in near.iter().map(|(s, _)| *s).filter(goes_on) {
            for cell in places.iter().map(|place| sentence * width + place) {
                self.matched[cell] = self.matched[cell].max(MEANT);
                self.alike[cell] = self.alike[cell].max(MEANT);
            }
        }
        self.context = near;
        self.places.fill(OnceCell::new());
    }

    /// Matches one term against all sentences, and weighs it.
    fn find(&mut self, place: usize) {
        let index = &self.known.index;
        let width = self.terms.len();
        let mut found: Vec<(usize, f64)> = Vec::new();
        for (ids, weight) in &self.terms[place].ways {
            for &(sentence, frequency) in index.postings(ids[0]) {
                let sentence = sentence as usize;
                if ids[1..].iter().all(|id| index.sentence(sentence).contains(id)) {
                    let cell = &mut self.matched[sentence * width + place];
                    *cell = cell.max(*weight as f32);
                    found.push((sentence, weight * index.saturation(sentence, f64::from(frequency))));
                }
            }
        }
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        found.dedup_by_key(|f| f.0);
        let bound = &mut self.terms[place];
        bound.count = found.len();
        bound.weight *= index.idf(bound.count);
        for (sentence, share) in found {
            self.bm25[sentence] += bound.weight * share;
        }
    }

    /// Matches a name against what the sentences that lack it mean.
    fn find_meant(&mut self, place: usize) {
        if !self.terms[place].is_name() {
            return;
        }
        let width = self.terms.len();
        for (sentence, meant) in self.known.meant.iter().enumerate().filter(|(_, meant)| !meant.is_empty()) {
            let bound = &self.terms[place];
            let said = self.known.index.sentence(sentence);
            let cell = &mut self.matched[sentence * width + place];
            let mut ways = bound.ways.iter();
            if *cell == 0.0 && ways.any(|(ids, _)| ids.iter().all(|id| meant.binary_search(id).is_ok() || said.contains(id))) {
                *cell = MEANT;
                self.bm25[sentence] += f64::from(MEANT) * bound.weight;
            }
        }
    }

    /// Matches a noun with "the" that the question does not ask for against the sentences that mean the one person whom the document calls so.
    fn find_called(&mut self, question: &Question, place: usize) {
        let bound = &self.terms[place];
        let word = bound.term.words.0;
        let own = &question.reading.words[word];
        let article = question.reading.child(word, Relation::Det).is_some_and(|c| question.reading.words[c].lemma == "the");
        let person = wordnet::is_a(&own.lemma, "person");
        if !article || !person || own.tag != Tag::Nn || own.head.is_none() || question.focus == Some(word) {
            return;
        }
        let ids = bound.ways.iter().filter(|(ids, weight)| ids.len() == 1 && *weight >= CALLED).map(|(ids, _)| ids[0]);
        let Some(called) = ids.filter_map(|id| self.known.callings.find(id)).next() else { return };
        let width = self.terms.len();
        for &sentence in &called.sentences {
            let cell = &mut self.matched[sentence * width + place];
            if *cell == 0.0 {
                *cell = MEANT;
                self.bm25[sentence] += f64::from(MEANT) * self.terms[place].weight;
            }
        }
        self.terms[place].called = Some(&called.name);
    }

    /// Matches a term that the sentence lacks against the sentence before it, where it points back to the time that was told there.
    fn find_carried(&mut self, place: usize) {
        let width = self.terms.len();
        for &sentence in self.known.pointing_back.iter().filter(|_| self.terms[place].term.part != Part::Verb) {
            let before = self.matched[(sentence - 1) * width + place];
            let cell = &mut self.matched[sentence * width + place];
            if *cell == 0.0 && before > 0.0 {
                *cell = MEANT * before;
                self.bm25[sentence] += f64::from(*cell) * self.terms[place].weight;
            }
        }
    }

    /// Finds the words that are near in meaning to a term, which has these rows among the vectors.
    fn find_alike(&mut self, place: usize, rows: &[Row]) {
        let width = self.terms.len();
        let term = self.terms[place].term;
        let compared = matches!(term.part, Part::Focus | Part::Verb | Part::Other);
        let near = if compared { self.known.meanings.near(rows) } else { Vec::new() };
        for &(id, near) in &near {
            for &(sentence, _) in self.known.index.postings(id) {
                let cell = &mut self.alike[sentence as usize * width + place];
                *cell = cell.max(near);
            }
        }
        self.near.push(near);
        for sentence in 0..self.bm25.len() {
            let at = sentence * width + place;
            self.alike[at] = self.alike[at].max(self.matched[at]);
        }
    }

    /// Matches the opposites of a term against all sentences: they may hold the answer as well as those with the term.
    fn find_contrary(&mut self, place: usize, lemma: &str, lexicon: &Lexicon) {
        let bound = &self.terms[place];
        if !matches!(bound.term.part, Part::Focus | Part::Verb | Part::Other) {
            return;
        }
        let index = &self.known.index;
        let ids = Opposites::of(lemma, lexicon).lemmas().into_iter().filter_map(|opposite| index.term(&term(&opposite)));
        let mut found: Vec<(usize, f64)> = ids
            .flat_map(|id| index.postings(id))
            .map(|&(sentence, frequency)| (sentence as usize, index.saturation(sentence as usize, f64::from(frequency))))
            .filter(|(sentence, _)| self.matched[sentence * self.terms.len() + place] == 0.0)
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        found.dedup_by_key(|f| f.0);
        for (sentence, share) in found {
            self.bm25[sentence] += CONTRARY * bound.weight * share;
            self.contrary.push((sentence, place));
        }
    }

    /// How near to a term a sentence is that may be for or against it: as [`Self::alike`], or by an opposite.
    pub fn turns_on(&self, sentence: usize, term: usize) -> f64 {
        let alike = self.alike(sentence, term);
        if self.contrary.contains(&(sentence, term)) { alike.max(CONTRARY) } else { alike }
    }

    /// How near in meaning to a term the nearest word of a sentence is: 0 to 1.
    pub fn alike(&self, sentence: usize, term: usize) -> f64 {
        f64::from(self.alike[sentence * self.terms.len() + term])
    }

    /// For each word of a sentence, how near in meaning it is to the focus.
    pub fn near_focus(&self, sentence: usize) -> Vec<f64> {
        let words = &self.known.terms[sentence];
        let Some(focus) = self.terms.iter().position(|b| b.term.part == Part::Focus) else { return vec![0.0; words.len()] };
        let near = |id: &TermId| self.near[focus].iter().filter(|(n, _)| n == id).map(|(_, near)| f64::from(*near)).fold(0.0, f64::max);
        words.iter().map(near).collect()
    }

    /// How near in meaning a sentence as a whole is to the question: 0 to 1.
    pub fn about(&self, sentence: usize) -> f64 {
        self.known.meanings.about(sentence, &self.direction)
    }

    /// How near a sentence is to what the conversation is at: 0 to 2.
    pub fn context(&self, sentence: usize) -> f64 {
        self.context.iter().find(|(s, _)| *s == sentence).map_or(0.0, |(_, near)| *near)
    }

    /// How well a sentence holds a term: 0 to 1.
    pub fn holds(&self, sentence: usize, term: usize) -> f64 {
        f64::from(self.matched[sentence * self.terms.len() + term])
    }

    /// The term that a word of the question belongs to: places of both.
    pub fn term_at(&self, word: usize) -> Option<usize> {
        self.terms.iter().position(|b| (b.term.words.0..b.term.words.1).contains(&word))
    }

    /// Whether a sentence means a term that it does not hold itself.
    pub fn means(&self, sentence: usize, term: usize) -> bool {
        let said = self.known.index.sentence(sentence);
        let bound = &self.terms[term];
        self.holds(sentence, term) > 0.0 && !bound.ways.iter().any(|(ids, _)| ids.iter().all(|id| said.contains(id)))
    }

    /// How well the best sentence of a sentence's paragraph holds a term: 0 to 1.
    pub fn paragraph_holds(&self, sentence: usize, term: usize) -> f64 {
        let sentences = &self.known.document.sentences;
        let same =
            |&s: &usize| (sentences[s].section, sentences[s].paragraph) == (sentences[sentence].section, sentences[sentence].paragraph);
        let before = (0..sentence).rev().take_while(same);
        let after = (sentence..sentences.len()).take_while(same);
        before.chain(after).map(|s| self.holds(s, term)).fold(0.0, f64::max)
    }

    /// Whether a sentence, one of those beside it in its section, or the headings above it hold a term.
    pub fn explains(&self, sentence: usize, term: usize) -> bool {
        let sentences = &self.known.document.sentences;
        let near = sentence.saturating_sub(1)..(sentence + 2).min(sentences.len());
        near.filter(|&s| sentences[s].section == sentences[sentence].section).any(|s| self.holds(s, term) > 0.0)
            || self.in_heading(sentence, term) > 0.0
    }

    /// How well the headings above a sentence hold a term: 0 to 1.
    pub fn in_heading(&self, sentence: usize, term: usize) -> f64 {
        self.headings[self.known.document.sentences[sentence].section * self.terms.len() + term]
    }

    /// The sum of the weights of the terms that `pick` picks.
    pub fn weight(&self, pick: impl Fn(&Bound) -> bool) -> f64 {
        self.terms.iter().filter(|t| pick(t)).map(|t| t.weight).sum()
    }

    /// The share of the terms that `pick` picks, by weight, that `held` says are held (0 to 1); 0 where it picks none.
    pub fn share(&self, pick: impl Fn(&Bound) -> bool, held: impl Fn(usize) -> f64) -> f64 {
        let (mut sum, mut total) = (0.0, 0.0);
        for (place, term) in self.terms.iter().enumerate().filter(|(_, t)| pick(t)) {
            total += term.weight;
            sum += term.weight * held(place);
        }
        if total > 0.0 { sum / total } else { 0.0 }
    }

    /// The words of a sentence that match a term in the best of the ways that stand there: place of the word, place of the term.
    pub fn places(&self, sentence: usize) -> &[(usize, usize)] {
        self.places[sentence].get_or_init(|| self.find_places(sentence))
    }

    /// What [`Self::places`] tells, found anew.
    fn find_places(&self, sentence: usize) -> Vec<(usize, usize)> {
        let (mut places, mut ids) = (Vec::new(), Vec::new());
        for term in (0..self.terms.len()).filter(|&term| self.holds(sentence, term) > 0.0) {
            let best = self.holds(sentence, term) as f32;
            let ways = self.terms[term].ways.iter().filter(|(_, weight)| *weight as f32 >= best);
            ids.clear();
            ids.extend(ways.flat_map(|(ids, _)| ids));
            // "like" the verb is not "like" the preposition.
            let verb = self.terms[term].term.part == Part::Verb;
            let is_word = |word: usize| !(verb && self.known.annotations[sentence].reading.words[word].pos == Pos::Adp);
            let words = self.known.terms[sentence].iter().enumerate().filter(|(_, id)| **id != NO_TERM && ids.contains(id));
            places.extend(words.filter(|(word, _)| is_word(*word)).map(|(word, _)| (word, term)));
        }
        self.add_alike(sentence, &mut places);
        places
    }

    /// Adds, for each term that the sentence does not hold, the word nearest to it in meaning, if near enough to stand for it.
    fn add_alike(&self, sentence: usize, places: &mut Vec<(usize, usize)>) {
        let words = &self.known.terms[sentence];
        for term in 0..self.terms.len() {
            let best = self.alike(sentence, term);
            if self.holds(sentence, term) == 0.0 && best >= STANDS {
                let nearest = |id: &TermId| self.near[term].iter().any(|(n, near)| n == id && f64::from(*near) == best);
                places.extend(words.iter().position(nearest).map(|word| (word, term)));
            }
        }
        places.sort_unstable();
    }
}

/// How well the headings of each section hold each term: 0 to 1.
fn in_headings(terms: &[Bound], headings: &Index) -> Vec<f64> {
    let mut cells = vec![0.0; headings.len() * terms.len()];
    for (place, bound) in terms.iter().enumerate() {
        for way in &bound.term.ways {
            let Some(ids) = headings.numbers(&way.terms) else { continue };
            for &(section, _) in headings.postings(ids[0]) {
                let section = section as usize;
                if ids[1..].iter().all(|id| headings.sentence(section).contains(id)) {
                    let cell = &mut cells[section * terms.len() + place];
                    *cell = way.weight.max(*cell);
                }
            }
        }
    }
    cells
}

/// A term's ways in the words of a document; its weight still lacks the rarity.
fn bind<'a>(term: &'a Term, known: &Known) -> Bound<'a> {
    let own = term.ways.iter().filter_map(|way| known.index.numbers(&way.terms).map(|ids| (ids, way.weight)));
    let full = full_name(term, known).and_then(|name| known.index.numbers(&name)).map(|ids| (ids, IN_FULL));
    Bound { term, ways: own.chain(full).collect(), weight: term.weight, count: 0, called: None }
}

/// How good it is that a sentence has the full name for an abbreviation.
const IN_FULL: f64 = 0.9;

/// The index terms of the full name for which a term is an abbreviation of the document: "HRC" for the Harbour Rowing Club.
fn full_name(bound: &Term, known: &Known) -> Option<Vec<String>> {
    let short = bound.word.chars().filter(|c| c.is_uppercase()).count() > 1 && !bound.word.contains(' ');
    let member = known.cast.find(&fold(&bound.word)).filter(|_| bound.part == Part::Name && short)?;
    let words: Vec<String> = fold(&member.name).split(' ').filter(|word| !is_stop_word(word)).map(term).collect();
    (words.len() > 1).then_some(words)
}

impl Bound<'_> {
    /// Whether it is a name other than the document's topic.
    pub fn is_name(&self) -> bool {
        self.term.part == Part::Name
    }
}
