//! Links: how a candidate hangs together with the words that question and sentence share.

use std::borrow::Cow;

use crate::answer::place::Places;
use crate::answer::query::Query;
use crate::answer::spans::{Candidate, Form};
use crate::answer::subject::{Asked, agreement, asked};
use crate::facts::annotation::Annotation;
use crate::knowledge::index::{NO_TERM, TermId};
use crate::knowledge::outline::Outline;
use crate::knowledge::rules::{Feature, Features};
use crate::question::{Part, Question};
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::{Pos, Reading, Relation, Tag, wordnet};

/// What a question asks for, whatever the sentence.
pub struct Wanted {
    /// The preposition that it leaves open.
    preposition: Option<String>,
    /// For each term, how far it is from the question word in its tree.
    distances: Vec<usize>,
    /// The relations that fill the asked role, in an active and in a passive clause.
    relations: [&'static [Relation]; 2],
    /// Whom it asks about.
    subject: Option<Asked>,
    /// Its focus: the word, its lemma, and whether that names a class of nouns.
    focus: Option<(usize, String, bool)>,
    /// The weight of all terms.
    total: f64,
}

impl Wanted {
    /// What a question asks for.
    pub fn new(question: &Question, query: &Query) -> Self {
        let focus = question.focus.map(|focus| (focus, fold(&question.reading.words[focus].lemma)));
        Self {
            preposition: open_preposition(question),
            distances: asked_distances(question, query),
            relations: wanted(question),
            subject: asked(question, query),
            focus: focus.map(|(focus, lemma)| (focus, lemma.to_string(), wordnet::class_names().any(|class| class == lemma))),
            total: query.weight(|_| true),
        }
    }
}

/// What of a sentence all its candidates share: the places where it matches the question, and the role asked for.
pub struct Linked<'a> {
    query: &'a Query<'a>,
    wanted: &'a Wanted,
    annotation: &'a Annotation,
    outline: &'a Outline,
    terms: &'a [TermId],
    /// Words that match: place of the word, place of the term.
    places: &'a [(usize, usize)],
    /// The same, term by term.
    by_term: Vec<(usize, usize)>,
    /// Words that fill the asked role of a verb that both share.
    fillers: Vec<usize>,
    /// For each word, whether it is the question's focus (1), one kind of it (0.7), or neither (0).
    focus: Vec<f64>,
    /// Whether a word is that.
    has_focus: bool,
    /// For each word, how near it is to the focus in meaning.
    alike: Vec<f64>,
    /// The facts of the sentence whose relation the question shares: what each is about, and its place in the table.
    facts: Vec<(&'a str, usize)>,
    /// For each word, whether it matches, and whether it matches more than the question's focus.
    matched: Vec<(bool, bool)>,
    /// For each word, whether the subject of its clause is the one asked about.
    subjects: Vec<Option<bool>>,
    /// Where the candidates stand.
    around: Places<'a>,
}

impl<'a> Linked<'a> {
    /// Finds where the question, which asks for what is `wanted`, matches a sentence.
    pub fn new(question: &'a Question, query: &'a Query, wanted: &'a Wanted, sentence: usize) -> Self {
        let annotation = &query.known.annotations[sentence];
        let reading = &annotation.reading;
        let places = query.places(sentence);
        let fillers = fillers(question, query, reading, places);
        let mut by_term = places.to_vec();
        by_term.sort_by_key(|(_, term)| *term);
        let mut matched = vec![(false, false); reading.words.len()];
        for &(word, term) in places {
            matched[word].0 = true;
            matched[word].1 |= query.terms[term].term.part != Part::Focus;
        }
        let focus = focus_words(wanted, query, sentence, places);
        Self {
            has_focus: focus.iter().any(|how| *how > 0.0),
            focus,
            alike: query.near_focus(sentence),
            facts: shared_facts(query, sentence),
            outline: query.known.outline(sentence),
            matched,
            subjects: agreement(wanted.subject.as_ref(), query, sentence, places),
            around: Places::new(query, sentence, places),
            terms: &query.known.terms[sentence],
            query,
            wanted,
            annotation,
            places,
            by_term,
            fillers,
        }
    }

    /// Whether the sentence calls a candidate what the question asks for: beside it, or within a name.
    pub fn is_called(&self, candidate: &Candidate) -> bool {
        let (own, beside) = self.focus(candidate);
        beside > 0.0 || own > 0.0 && self.is_named(candidate)
    }

    /// Whether a proper noun heads a candidate.
    fn is_named(&self, candidate: &Candidate) -> bool {
        self.annotation.reading.words[candidate.head].pos == Pos::Propn
    }

    /// The words of the sentence that match: place of the word, place of the term.
    pub fn places(&self) -> &[(usize, usize)] {
        self.places
    }

    /// Sets the features of a candidate that have to do with the question's words. The fact of a shared relation that has the candidate as its subject or as
    /// one of its arguments: its place in the table.
    pub fn features(&self, candidate: &Candidate, features: &mut Features) -> Option<usize> {
        self.around.features(candidate, features);
        let shown = candidate.span.of(&self.annotation.text);
        let fact = self.facts.iter().find(|(part, _)| *part == shown).map(|(_, fact)| *fact);
        let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
        let subject = self.subjects[candidate.head];
        set(Feature::SubjectAgrees, f64::from(u8::from(subject == Some(true))));
        set(Feature::SubjectDiffers, f64::from(u8::from(subject == Some(false))));
        let [tree, line, path] = self.nearness(candidate);
        set(Feature::TreeNear, tree);
        set(Feature::LineNear, line);
        set(Feature::PathAgrees, path);
        set(Feature::RelationAgrees, f64::from(u8::from(self.relation_agrees(candidate))));
        set(Feature::Role, if self.fillers.contains(&candidate.head) { 1.0 } else { 0.0 });
        set(Feature::Fact, f64::from(u8::from(fact.is_some())));
        let (repeats, head) = self.repeats(candidate);
        set(Feature::Repeats, repeats);
        set(Feature::RepeatsHead, head);
        let (own, beside) = self.focus(candidate);
        set(if self.is_named(candidate) { Feature::FocusNamed } else { Feature::FocusHead }, own);
        set(Feature::FocusBeside, beside);
        set(Feature::FocusAlike, self.alike[candidate.head]);
        set(Feature::IsTopic, f64::from(u8::from(self.is_topic(candidate))));
        let open = self.wanted.preposition.as_deref().is_some_and(|open| self.case(candidate).is_some_and(|case| case == open));
        set(Feature::Preposition, f64::from(u8::from(open)));
        set(Feature::Apposition, f64::from(u8::from(self.apposition(candidate))));
        fact
    }

    /// How near a candidate is to the matched words outside it, weighed by their rarity: in the tree and in the line; and how alike the distances are in
    /// the two trees: 1 where all shared words lie as far from the candidate as from the question word.
    fn nearness(&self, candidate: &Candidate) -> [f64; 3] {
        let mut sums = [0.0; 3];
        for places in self.by_term.chunk_by(|a, b| a.1 == b.1) {
            let (t, mut least) = (places[0].1, None);
            for &(w, _) in places.iter().filter(|(w, _)| !candidate.words.contains(w)) {
                let tree = self.tree_distance(candidate.head, w);
                let line = if w < candidate.words.start { candidate.words.start - w - 1 } else { w - candidate.words.end };
                let [a, b, c] = least.unwrap_or([usize::MAX; 3]);
                least = Some([a.min(tree.saturating_sub(1)), b.min(line), c.min(tree.abs_diff(self.wanted.distances[t]))]);
            }
            if let Some(least) = least {
                let weight = self.query.terms[t].weight;
                let [tree, line, path] = least.map(|steps| 1.0 + steps as f64);
                sums = [sums[0] + weight * (1.0 / tree), sums[1] + weight * (1.0 / line), sums[2] + weight / path];
            }
        }
        let total = self.wanted.total;
        sums.map(|sum| if total > 0.0 { sum / total } else { 0.0 })
    }

    /// Whether the candidate fills the asked role at its own governor.
    fn relation_agrees(&self, candidate: &Candidate) -> bool {
        let reading = &self.annotation.reading;
        let head = &reading.words[candidate.head];
        let passive = |governor: usize| self.outline.children.of(governor).iter().any(|&c| reading.is(c, Relation::AuxPass));
        let passive = head.head.is_some_and(passive);
        self.wanted.relations[usize::from(passive)].contains(&head.relation)
    }

    /// How many steps lie between two words in the tree.
    fn tree_distance(&self, a: usize, b: usize) -> usize {
        let (up, other) = (&self.outline.ancestors[a], &self.outline.ancestors[b]);
        up.iter().enumerate().find_map(|(i, word)| other.iter().position(|o| o == word).map(|j| i + j)).unwrap_or(up.len() + other.len())
    }

    /// The share of a candidate's content words that the question has, and whether its head is one.
    fn repeats(&self, candidate: &Candidate) -> (f64, f64) {
        let content = candidate.words.clone().filter(|&w| self.terms[w] != NO_TERM);
        let (count, repeated) =
            content.fold((0_usize, 0_usize), |(count, repeated), w| (count + 1, repeated + usize::from(self.matched[w].1)));
        if repeated > 0 && repeated < count && self.is_namesake(candidate) {
            return (0.0, 0.0);
        }
        (repeated as f64 / count.max(1) as f64, f64::from(u8::from(self.matched[candidate.head].1)))
    }

    /// Whether a candidate is a person who only shares a part of a name with the question: Ada Merrow, where it names the Merrow Works.
    fn is_namesake(&self, candidate: &Candidate) -> bool {
        let Form::Name(name) = candidate.form else { return false };
        let person = self.annotation.names[name].kind == NameKind::Person;
        let terms = &self.query.terms;
        let named = |t: usize| terms[t].is_name() || terms[t].term.part == Part::Topic;
        let held = |t: usize| self.places.iter().any(|&(w, place)| place == t && candidate.words.contains(&w));
        let joined = |t: usize| terms.get(t + 1).is_some_and(|next| named(t + 1) && next.term.words.0 == terms[t].term.words.1);
        person && (0..terms.len()).any(|t| named(t) && held(t) && joined(t) && !held(t + 1))
    }

    /// Whether the candidate's head is the question's focus or one kind of it; whether the focus stands beside the candidate.
    fn focus(&self, candidate: &Candidate) -> (f64, f64) {
        if !self.has_focus {
            return (0.0, 0.0);
        }
        let reading = &self.annotation.reading;
        let is_focus = |w: usize| self.focus[w] == 1.0;
        let head = candidate.head;
        let own = if candidate.words.clone().any(is_focus) { 0.7 } else { 0.0 };
        let counted = matches!(candidate.form, Form::Value(_)) && reading.words[head].head.is_some_and(is_focus);
        // What stands before a name may hang on any of its words.
        let children = candidate.words.clone().flat_map(|w| self.outline.children.of(w)).copied();
        let neighbours = children.chain(reading.words[head].head).filter(|w| !candidate.words.contains(w));
        let beside = neighbours.filter(|&w| matches!(reading.words[w].pos, Pos::Noun | Pos::Propn)).any(is_focus);
        (self.focus[head].max(own), if counted || beside { 1.0 } else { 0.0 })
    }

    /// Whether all of a candidate's words are of the document's title.
    fn is_topic(&self, candidate: &Candidate) -> bool {
        let known = self.query.known;
        let mut ids = self.terms[candidate.words.clone()].iter().filter(|id| **id != NO_TERM).peekable();
        ids.peek().is_some() && ids.all(|id| known.title.contains(id))
    }

    /// The preposition that governs a candidate.
    fn case(&self, candidate: &Candidate) -> Option<Cow<'_, str>> {
        let reading = &self.annotation.reading;
        let mut children = self.outline.children.of(candidate.head).iter();
        let case = *children.find(|&&c| reading.words[c].relation == Relation::Case && c < candidate.head)?;
        Some(fold(reading.words[case].span.of(&self.annotation.text)))
    }

    /// Whether the candidate is in apposition to a matched word, or the other way round.
    fn apposition(&self, candidate: &Candidate) -> bool {
        let reading = &self.annotation.reading;
        let matched = |w: usize| self.matched[w].0;
        let within = |w: usize| reading.subtree(w).into_iter().any(matched);
        let close = |w: usize| matches!(reading.words[w].relation, Relation::Appos | Relation::NmodDesc | Relation::Flat);
        self.outline.children.of(candidate.head).iter().any(|&c| close(c) && !candidate.words.contains(&c) && within(c))
            || close(candidate.head) && reading.words[candidate.head].head.is_some_and(|h| !candidate.words.contains(&h) && matched(h))
    }
}

/// The subjects and arguments of a sentence's facts whose relation holds a term of the question, with and without the word that opens them, each with its fact.
fn shared_facts<'a>(query: &Query<'a>, sentence: usize) -> Vec<(&'a str, usize)> {
    const OPENERS: [&str; 8] = ["the ", "The ", "a ", "A ", "an ", "in ", "on ", "at "];
    let known = query.known;
    let asked = |id: &TermId| query.terms.iter().any(|b| b.ways.iter().any(|(ids, _)| ids.contains(id)));
    let shared = known.facts_of(sentence).filter(|&f| known.relations[f].iter().any(asked));
    let parts = shared.flat_map(|f| {
        let surface = &known.table.facts[f].surface;
        std::iter::once(&surface.subject).chain(&surface.arguments).map(move |part| (part.as_str(), f))
    });
    let bare = |part: &'a str| OPENERS.iter().find_map(|opener| part.strip_prefix(opener));
    parts.flat_map(|(part, f)| [Some(part), bare(part)].into_iter().flatten().map(move |part| (part, f))).collect()
}

/// For each word of a sentence, whether it is the question's focus (1), one kind of it (0.7), or neither (0).
fn focus_words(wanted: &Wanted, query: &Query, sentence: usize, places: &[(usize, usize)]) -> Vec<f64> {
    let words = &query.known.annotations[sentence].reading.words;
    let Some((focus, lemma, is_class)) = &wanted.focus else { return vec![0.0; words.len()] };
    let weight = |w: usize| {
        let noun = matches!(words[w].pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
        let is_it = |&(place, t): &(usize, usize)| place == w && query.terms[t].term.words.0 == *focus && query.holds(sentence, t) > 0.0;
        if noun && places.iter().any(is_it) {
            1.0
        } else if *is_class && words[w].pos == Pos::Noun && wordnet::is_a(&fold(&words[w].lemma), lemma) {
            0.7
        } else {
            0.0
        }
    };
    (0..words.len()).map(weight).collect()
}

/// The words that fill the role in the sentence that the wh-word has in the question, at verbs (or predicates) that both share.
fn fillers(question: &Question, query: &Query, reading: &Reading, places: &[(usize, usize)]) -> Vec<usize> {
    let Some((asked, governor)) = asked_role(question) else { return Vec::new() };
    let Some(term) = query.term_at(governor) else { return Vec::new() };
    let passive = question.reading.child(governor, Relation::AuxPass).is_some();
    let mut fillers = Vec::new();
    for verb in places.iter().filter(|(_, t)| *t == term).map(|(w, _)| *w) {
        let wanted = roles(asked, passive, reading.child(verb, Relation::AuxPass).is_some());
        fillers.extend(reading.children(verb).filter(|&c| wanted.contains(&reading.words[c].relation)));
        if wanted.contains(&Relation::Nsubj) && matches!(reading.words[verb].relation, Relation::AclRelcl) {
            fillers.extend(reading.words[verb].head);
        }
    }
    let close = |w: usize| matches!(reading.words[w].relation, Relation::Appos | Relation::NmodDesc | Relation::Flat);
    let named: Vec<usize> =
        fillers.iter().flat_map(|&f| reading.children(f)).filter(|&w| close(w) && reading.words[w].pos == Pos::Propn).collect();
    fillers.extend(named);
    fillers
}

/// The role of the wh-phrase in the question, and the word that governs it.
fn asked_role(question: &Question) -> Option<(Relation, usize)> {
    let words = &question.reading.words;
    let wh = words.iter().position(|w| is_wh(w.tag))?;
    let phrase = question.reading.ancestors(wh).find(|&w| {
        !matches!(words[w].relation.base(), Relation::Det | Relation::Advmod | Relation::Amod | Relation::Nummod)
            || words[w].head.is_none_or(|h| words[h].pos == Pos::Verb)
    })?;
    Some((words[phrase].relation, words[phrase].head?))
}

/// For each term, how many steps lie between its first word and the wh-word in the question's tree.
fn asked_distances(question: &Question, query: &Query) -> Vec<usize> {
    let reading = &question.reading;
    let asked: Vec<usize> = reading.words.iter().position(|w| is_wh(w.tag)).map(|wh| reading.ancestors(wh).collect()).unwrap_or_default();
    let distance = |word: usize| {
        let up = reading.ancestors(word).enumerate();
        up.filter_map(|(i, w)| asked.iter().position(|a| *a == w).map(|j| i + j)).next().unwrap_or(FAR)
    };
    query.terms.iter().map(|b| distance(b.term.words.0)).collect()
}

/// A distance in the tree that no answer has.
const FAR: usize = 9;

/// The relations that fill the role of the question word, in an active and in a passive clause.
fn wanted(question: &Question) -> [&'static [Relation]; 2] {
    asked_role(question).map_or([&[], &[]], |(asked, governor)| {
        let passive = question.reading.child(governor, Relation::AuxPass).is_some();
        [roles(asked, passive, false), roles(asked, passive, true)]
    })
}

/// The relations that fill an asked role, by voice of question and sentence.
fn roles(asked: Relation, question_passive: bool, sentence_passive: bool) -> &'static [Relation] {
    use Relation::*;
    let subject = asked.base() == Nsubj;
    match (asked, question_passive, sentence_passive) {
        (Advmod | Obl | OblUnmarked | Advcl, _, _) => &[Obl, OblUnmarked, Advmod, Advcl],
        (OblAgent, _, true) => &[OblAgent, Obl],
        (OblAgent, _, false) => &[Nsubj],
        _ if subject && !question_passive => {
            if sentence_passive {
                &[OblAgent]
            } else {
                &[Nsubj]
            }
        }
        (Obj | Iobj, _, true) => &[NsubjPass],
        (Obj | Iobj, _, false) => &[Obj, Iobj, Xcomp, Ccomp],
        _ if subject => {
            if sentence_passive {
                &[NsubjPass]
            } else {
                &[Obj]
            }
        }
        _ => &[],
    }
}

/// The preposition before the wh-phrase ("in which town"), or left at the end ("what did she stand for").
fn open_preposition(question: &Question) -> Option<String> {
    let words = &question.reading.words;
    let wh = words.iter().position(|w| is_wh(w.tag))?;
    let shown = |w: usize| fold(words[w].span.of(&question.read)).into_owned();
    let last = words.iter().rposition(|w| w.pos != Pos::Punct)?;
    if wh > 0 && words[wh - 1].pos == Pos::Adp {
        Some(shown(wh - 1))
    } else if last > wh && words[last].pos == Pos::Adp {
        Some(shown(last))
    } else {
        None
    }
}

/// Whether a tag is that of a question word.
pub(super) fn is_wh(tag: Tag) -> bool {
    matches!(tag, Tag::Wdt | Tag::Wp | Tag::WpPossessive | Tag::Wrb)
}
