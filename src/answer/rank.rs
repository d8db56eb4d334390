//! Ranking: every candidate of the best sentences gets its features and its score.

use std::cmp::{Ordering, Reverse};

use crate::answer::aspect::drop_other_ends;
use crate::answer::clause::clauses;
use crate::answer::counted::drop_other_counts;
use crate::answer::definition::{definitions, matched_words};
use crate::answer::doer::drop_other_roles;
use crate::answer::evidence::Evidence;
use crate::answer::expansion::drop_other_letters;
use crate::answer::holder::drop_other_holders;
use crate::answer::hours::drop_hours_or_days;
use crate::answer::lifespan::drop_life_spans;
use crate::answer::link::{Linked, Wanted};
use crate::answer::owner::owners;
use crate::answer::portion::drop_other_portions;
use crate::answer::query::Query;
use crate::answer::siblings::own_generation;
use crate::answer::spans::{self, Candidate, Form};
use crate::answer::types::{Fit, fit};
use crate::answer::vacuous::asks_times;
use crate::document::Kind;
use crate::facts::annotation::Annotation;
use crate::knowledge::rules::{Feature, Features, Shape, Weights};
use crate::knowledge::traits::Traits;
use crate::question::Question;
use crate::text::fold::fold;
use crate::text::names::NameKind;
use crate::text::values::{Date, TimeUnit, Value, ValueKind, When};
use crate::text::{Pos, Relation, Span, wordnet};

/// A candidate with its score.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// The sentence it stands in.
    pub sentence: usize,
    /// The candidate.
    pub candidate: Candidate,
    /// How it agrees with the expected type.
    pub fit: Fit,
    /// The fact that connects it with the question: its place in the table.
    pub fact: Option<usize>,
    /// Sentence and span features.
    pub features: Features,
    /// Weights times features.
    pub score: f64,
}

/// A candidate that was not weighed yet.
pub struct Piece<'a> {
    /// The sentence it stands in.
    pub sentence: usize,
    /// The candidate.
    pub candidate: &'a Candidate,
    /// How it agrees with the expected type.
    fit: Fit,
    /// What it has whatever is asked.
    traits: &'a Traits,
    /// Its sentence.
    read: &'a Read<'a>,
}

/// The candidates of the given sentences, best first; ties go to the earlier sentence, then to the earlier candidate. Only those are weighed that agree well
/// enough with the expected type.
pub fn rank(question: &Question, query: &Query, evidence: &[Evidence], weights: &Weights) -> Vec<Ranked> {
    let whole = evidence.iter().filter(|e| !query.known.annotations[e.sentence].is_overlong());
    let wanted = Wanted::new(question, query);
    let asks = Asks { somebody: asks_for_somebody(question), workplace: asks_workplace(question) };
    let read: Vec<Read> = whole.map(|e| Read::new(question, query, e, Linked::new(question, query, &wanted, e.sentence), asks)).collect();
    let mut pieces: Vec<Piece> = read.iter().flat_map(Read::pieces).collect();
    drop_other_ends(question, query, &mut pieces);
    drop_other_letters(question, query, &mut pieces);
    drop_other_counts(question, query, &mut pieces);
    drop_other_portions(question, query, &mut pieces);
    drop_other_roles(question, query, &mut pieces);
    drop_other_holders(question, query, &mut pieces);
    drop_hours_or_days(question, query, &mut pieces);
    drop_life_spans(question, query, &mut pieces);
    let counts = question.answer_type == "NUM:count";
    if let Some((sentence, number)) = counts.then(|| own_generation(question, query)).flatten() {
        pieces.retain(|p| p.sentence != sentence || p.candidate.span != number);
    }
    drop_given(question, query, &mut pieces);
    let least = least_fit(&question.answer_type);
    if pieces.iter().any(|p| p.fit >= least) {
        pieces.retain(|p| p.fit >= least);
    }
    let mut ranked: Vec<Ranked> = pieces.iter().map(|piece| piece.read.weigh(piece, weights)).collect();
    // By keys: what is ranked is large to move.
    ranked.sort_by_cached_key(|r| (Reverse(Score(r.score)), r.sentence));
    ranked
}

/// Leaves out the amounts, other than bare numbers, that the question gives itself.
fn drop_given(question: &Question, query: &Query, pieces: &mut Vec<Piece>) {
    if !question.answer_type.starts_with("NUM") {
        return;
    }
    let amount = |kind: &ValueKind| kind.amount().is_some() && !matches!(kind, ValueKind::Number(_));
    let given: Vec<&ValueKind> = question.values.iter().map(|v| &v.kind).filter(|kind| amount(kind)).collect();
    pieces.retain(|p| match p.candidate.form {
        Form::Value(place) => !given.contains(&&query.known.annotations[p.sentence].values[place].kind),
        _ => true,
    });
}

/// A score, in the order of all numbers.
#[derive(PartialEq)]
struct Score(f64);

impl Eq for Score {}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// How well a candidate must agree with a type for it to be considered at all, as long as there is one that does: a question for a number, a date or a
/// religion takes nothing else.
pub fn least_fit(answer_type: &str) -> Fit {
    if answer_type.starts_with("NUM") || answer_type == "ENTY:religion" { Fit::Fits } else { Fit::Open }
}

/// A sentence whose candidates are ranked.
struct Read<'a> {
    question: &'a Question<'a>,
    query: &'a Query<'a>,
    evidence: &'a Evidence,
    annotation: &'a Annotation,
    linked: Linked<'a>,
    /// The candidates that the question asks for in particular.
    asked: Vec<(Candidate, Traits)>,
    /// The words that name the owner who is asked for.
    owners: Option<Vec<usize>>,
    asks: Asks,
}

/// What a question asks for beyond its type.
#[derive(Clone, Copy)]
struct Asks {
    /// A relative or somebody of an occupation.
    somebody: bool,
    /// Where somebody works or learns.
    workplace: bool,
}

impl<'a> Read<'a> {
    fn new(question: &'a Question, query: &'a Query, evidence: &'a Evidence, linked: Linked<'a>, asks: Asks) -> Self {
        let annotation = &query.known.annotations[evidence.sentence];
        let outline = query.known.outline(evidence.sentence);
        let asked = spans::asked(annotation, &asked_spans(question, query, evidence.sentence));
        Self {
            question,
            query,
            evidence,
            annotation,
            linked,
            asked: asked.into_iter().map(|c| (c.clone(), outline.traits_of(annotation, &c))).collect(),
            owners: owners(question, query, evidence.sentence),
            asks,
        }
    }

    /// Its candidates.
    fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let outline = self.query.known.outline(self.evidence.sentence);
        let others = outline.candidates.iter().zip(&outline.traits).filter(|(c, _)| self.asked.iter().all(|(a, _)| a.span != c.span));
        let all = self.asked.iter().map(|(c, traits)| (c, traits)).chain(others);
        all.map(|(candidate, traits)| Piece { sentence: self.evidence.sentence, candidate, fit: self.fit(candidate), traits, read: self })
    }

    /// How a candidate agrees with the expected type, here and for this question.
    fn fit(&self, candidate: &Candidate) -> Fit {
        let Self { question, query, annotation, .. } = *self;
        let fit = fit(&question.answer_type, annotation, candidate);
        let fit = if is_whole(question, annotation, candidate) { Fit::Differs } else { fit };
        let fit = if is_vague(question, annotation, candidate) { fit.min(Fit::Fits) } else { fit };
        let fit = if fit == Fit::Fits && matches!(candidate.form, Form::Value(_)) && asks_times(question) { Fit::Exact } else { fit };
        let fit = if self.asks.workplace && is_institution(annotation, candidate) { Fit::Exact } else { fit };
        let fit = if counts_what_is_asked(question, query, annotation, candidate, self.linked.places()) { Fit::Exact } else { fit };
        let fit = if fit < Fit::Fits && self.is_called(candidate, fit) { Fit::Fits } else { fit };
        let fit = if is_asked_value(question, query, self.evidence.sentence, candidate) { Fit::Exact } else { fit };
        let fit = if self.asks.somebody && is_nobody(annotation, candidate) { Fit::Differs } else { fit };
        self.owners.as_ref().map_or(fit, |owners| if owners.contains(&candidate.head) { Fit::Exact } else { Fit::Differs })
    }

    /// Whether the sentence itself calls a candidate the thing asked for, so that it is of the type, whatever the type. `fit`: how it agrees by itself.
    fn is_called(&self, candidate: &Candidate, fit: Fit) -> bool {
        let other_value = matches!(candidate.form, Form::Value(_)) && fit == Fit::Differs;
        let person = self.question.answer_type == "HUM:ind";
        candidate.form != Form::Clause
            && !other_value
            && self.question.shape != Shape::YesNo
            && self.question.answer_type != "NUM:date"
            && self.linked.is_called(candidate)
            && !(person && is_elsewhere(self.annotation, candidate))
    }

    /// A candidate with its features and its score.
    fn weigh(&self, piece: &Piece, weights: &Weights) -> Ranked {
        let mut features = self.evidence.features;
        piece.traits.iter().for_each(|(feature, value)| features[*feature as usize] = *value);
        let fact = self.linked.features(piece.candidate, &mut features);
        fit_features(self.question, piece.candidate, piece.fit, &mut features);
        let score = weights.score(&features);
        Ranked { sentence: piece.sentence, candidate: piece.candidate.clone(), fit: piece.fit, fact, features, score }
    }
}

/// Whether a candidate opens the line of the infobox whose key is the very word for what is asked for: "Area: 38 square kilometres".
fn is_asked_value(question: &Question, query: &Query, sentence: usize, candidate: &Candidate) -> bool {
    let document = &query.known.document;
    let Kind::Infobox { key, value } = document.sentences[sentence].kind else { return false };
    if !matches!(candidate.form, Form::Value(_)) {
        return false;
    }
    let focus = question.focus.map(|focus| fold(&question.reading.words[focus].lemma));
    let opens = || document.quote(value).starts_with(candidate.span.of(&query.known.annotations[sentence].text));
    focus == Some(fold(document.quote(key))) && opens()
}

/// Whether a relative or somebody of an occupation is asked for.
fn asks_for_somebody(question: &Question) -> bool {
    let words = &question.reading.words;
    let relative = |w: usize| wordnet::is_a(&words[w].lemma, "relative");
    let subject = question.reading.root().filter(|&r| words[r].lemma == "who").and_then(|r| question.reading.child(r, Relation::Nsubj));
    let occupation = |w: usize| question.answer_type == "HUM:ind" && wordnet::is_mainly(&words[w].lemma, "occupation");
    question.focus.is_some_and(|focus| relative(focus) || occupation(focus)) || subject.is_some_and(relative)
}

/// Whether a candidate names a place, a work or an event.
fn is_elsewhere(annotation: &Annotation, candidate: &Candidate) -> bool {
    let Form::Name(place) = candidate.form else { return false };
    matches!(annotation.names[place].kind, NameKind::Place | NameKind::Work | NameKind::Event)
}

/// Whether a candidate is an organisation, a people, a place or a thing.
fn is_nobody(annotation: &Annotation, candidate: &Candidate) -> bool {
    match candidate.form {
        Form::Name(place) => {
            let name = &annotation.names[place];
            let letters = !name.core.of(&annotation.text).chars().any(char::is_lowercase);
            !matches!(name.kind, NameKind::Person | NameKind::Other) || name.kind == NameKind::Other && letters
        }
        Form::NounPhrase => {
            let head = &annotation.reading.words[candidate.head];
            head.pos == Pos::Noun && !wordnet::classes(&head.lemma).any(|class| matches!(class, "person" | "occupation" | "relative"))
        }
        _ => false,
    }
}

/// Whether a candidate is an amount with its unit, of which the question asks how many: "four nights" for "how many nights", "$5" for "how much".
fn counts_what_is_asked(
    question: &Question,
    query: &Query,
    annotation: &Annotation,
    candidate: &Candidate,
    places: &[(usize, usize)],
) -> bool {
    let Form::Value(place) = candidate.form else { return false };
    let measured =
        matches!(annotation.values[place].kind, ValueKind::Duration { .. } | ValueKind::Money { .. } | ValueKind::Measure { .. });
    let words = &question.reading.words;
    let shown = |w: usize| words.get(w).map_or("", |w| w.span.of(&question.read));
    let is = |w: usize, form: &str| shown(w).eq_ignore_ascii_case(form);
    let Some(how) = (0..words.len()).find(|&w| is(w, "how")).filter(|_| measured && question.answer_type == "NUM:count") else {
        return false;
    };
    let asked = |(w, t): &(usize, usize)| {
        let start = query.terms[*t].term.words.0;
        candidate.words.contains(w) && (how + 2..how + 4).contains(&start)
    };
    let bare = is(how + 1, "much") && words.get(how + 2).is_some_and(|w| w.pos == Pos::Aux);
    bare || places.iter().any(asked)
}

/// Whether a candidate is how many there are, where the question asks how many of them: "900 pupils" for "how many of the pupils stayed away?". So it is
/// only where the sentence has another number.
fn is_whole(question: &Question, annotation: &Annotation, candidate: &Candidate) -> bool {
    let Form::Value(place) = candidate.form else { return false };
    let words = question.folded_words();
    let part = (0..words.len().saturating_sub(3)).find(|&w| words[w] == "how" && words[w + 1] == "many" && words[w + 2] == "of");
    let noun = part.and_then(|w| (w + 3..words.len()).find(|&n| question.reading.words.get(n).is_some_and(|word| word.pos == Pos::Noun)));
    let reading = &annotation.reading;
    let counted = reading
        .words
        .get(candidate.head)
        .and_then(|word| word.head)
        .filter(|&h| reading.is(candidate.head, Relation::Nummod) && reading.words[h].pos == Pos::Noun);
    let number = |value: &&Value| matches!(value.kind, ValueKind::Number(_));
    number(&&annotation.values[place])
        && annotation.values.iter().filter(number).count() > 1
        && noun.zip(counted).is_some_and(|(n, h)| question.reading.words[n].lemma == reading.words[h].lemma)
}

/// Whether a question asks where somebody works or learns.
pub fn asks_workplace(question: &Question) -> bool {
    let root = question.reading.root().map(|root| &question.reading.words[root].lemma);
    let working = root.is_some_and(|verb| question.wording.aspects.working.has(verb));
    working && question.answer_type == "LOC:other" && question.folded_words().first().is_some_and(|word| word == "where")
}

/// Whether a candidate is the name of an institution.
pub fn is_institution(annotation: &Annotation, candidate: &Candidate) -> bool {
    matches!(candidate.form, Form::Name(name) if annotation.names[name].kind == NameKind::Organisation)
}

/// Whether a candidate is a date that is less exact than the question wants.
fn is_vague(question: &Question, annotation: &Annotation, candidate: &Candidate) -> bool {
    let Form::Value(place) = candidate.form else { return false };
    let Some(moment) = annotation.values[place].kind.date().and_then(Date::moment) else { return false };
    match question.precision {
        Some(TimeUnit::Day) => !matches!(moment.when, When::Day { .. }),
        Some(TimeUnit::Month) => !matches!(moment.when, When::Day { .. } | When::Month { .. }),
        _ => false,
    }
}

/// The pieces of a sentence that answer why, how or what something is.
fn asked_spans(question: &Question, query: &Query, sentence: usize) -> Vec<Span> {
    let annotation = &query.known.annotations[sentence];
    match question.shape {
        Shape::Reason | Shape::Manner => clauses(question, annotation).first().map(|c| c.span).into_iter().collect(),
        Shape::Definition => definitions(annotation, &matched_words(query, sentence)).into_iter().map(|(_, span)| span).collect(),
        _ if question.answer_type == "NUM:date" => occasion(question, query, sentence).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What a sentence without a date says of when its verb, which the question asks about, took place: "after the fire", "when the ice broke".
fn occasion(question: &Question, query: &Query, sentence: usize) -> Option<Span> {
    const OPENERS: [&str; 9] = ["after", "before", "during", "following", "once", "since", "until", "upon", "when"];
    let annotation = &query.known.annotations[sentence];
    let reading = &annotation.reading;
    let opens = question.reading.words.first().is_some_and(|w| w.span.of(&question.read).eq_ignore_ascii_case("when"));
    let root = question.reading.root().filter(|_| opens && !annotation.values.iter().any(|v| v.kind.date().is_some()))?;
    let verb = query.term_at(root)?;
    let opener = |c: usize| {
        let word = reading.words[c].span.of(&annotation.text).to_lowercase();
        matches!(reading.words[c].relation.base(), Relation::Case | Relation::Mark | Relation::Advmod) && OPENERS.contains(&word.as_str())
    };
    let told = |&c: &usize| {
        matches!(reading.words[c].relation.base(), Relation::Obl | Relation::Advcl) && reading.children(c).any(|o| o < c && opener(o))
    };
    let verbs = query.places(sentence).iter().copied().filter(|(w, t)| *t == verb && reading.words[*w].pos == Pos::Verb);
    verbs.flat_map(|(w, _)| reading.children(w)).find(told).map(|c| {
        let all: Vec<usize> = reading.subtree(c).into_iter().filter(|&w| reading.words[w].pos != Pos::Punct).collect();
        reading.span_of(&all)
    })
}

/// The features of how a candidate agrees with what the question asks for.
fn fit_features(question: &Question, candidate: &Candidate, fit: Fit, features: &mut Features) {
    let mut set = |feature: Feature, holds: bool| features[feature as usize] = f64::from(u8::from(holds));
    set(Feature::TypeExact, fit == Fit::Exact);
    set(Feature::TypeFits, fit >= Fit::Fits);
    set(Feature::TypeDiffers, fit == Fit::Differs);
    set(Feature::ListWanted, question.shape == Shape::List && candidate.form == Form::List);
}
