//! Tags that the words around them contradict, put right before the sentence is parsed: nouns taken for verbs or adverbs; and those that its tree contradicts.

use super::Span;
use super::aside::interruptions;
use super::syntax::{Pos, Relation, Tag};
use super::wordnet::{Pos as Part, base_form, is_mainly};

/// Puts the tags of a sentence right; `spans` are where its words stand in `text`.
pub fn retag(text: &str, spans: &[Span], tags: &mut [(Tag, Pos)]) {
    for i in 0..tags.len() {
        let tag = corrected(text, spans, tags, i);
        if let Some(tag) = tag {
            tags[i] = tag;
        }
    }
    if let Some((verb, tag)) = lacking_verb(text, spans, tags) {
        tags[verb] = (tag, Pos::Verb);
    }
}

/// "had for ten years led": what a time parts from its participle is an auxiliary.
pub fn help_interrupted(forms: &[&str], tags: &mut [(Tag, Pos)]) {
    for time in interruptions(forms, tags).collect::<Vec<_>>() {
        tags[time.start - 1].1 = Pos::Aux;
        if tags[time.end] == (Tag::Vbd, Pos::Verb) {
            tags[time.end].0 = Tag::Vbn;
        }
    }
}

/// "After the flood of May 1931 the guild moved to Velm": the verb behind a subject that follows the opening phrase is finite where no other is.
pub fn help_behind_fronted(tags: &mut [(Tag, Pos)]) {
    let Some(subject) = subject_behind_phrase(tags) else { return };
    let finite = |w: &usize| matches!(tags[*w].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md);
    let nominal = |w: &usize| matches!(tags[*w].1, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Det | Pos::Pron);
    let verb = (subject..tags.len()).find(|w| !nominal(w)).filter(|&verb| tags[verb] == (Tag::Vbn, Pos::Verb));
    if let Some(verb) = verb.filter(|_| !(subject..tags.len()).any(|w| finite(&w))) {
        tags[verb].0 = Tag::Vbd;
    }
}

/// Where the subject begins that follows the opening phrase of a sentence without a comma: "the guild" of "After the flood of May 1931 the guild moved."
fn subject_behind_phrase(tags: &[(Tag, Pos)]) -> Option<usize> {
    let nominal = |w: usize| matches!(tags[w].1, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj) && !matches!(tags[w].0, Tag::Hyph);
    let opens = |w: usize| matches!(tags[w].0, Tag::Dt | Tag::PrpPossessive);
    let within = |w: usize| nominal(w) || opens(w) || tags[w].0 == Tag::In;
    tags.first().filter(|tag| tag.1 == Pos::Adp)?;
    let end = (1..tags.len()).find(|&w| !within(w))?;
    let subject = (2..end).rfind(|&w| opens(w)).filter(|&w| w + 1 < end && (w + 1..end).all(nominal))?;
    let noun = matches!(tags[subject - 1].1, Pos::Noun | Pos::Propn | Pos::Num);
    let verb = matches!(tags[end].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn | Tag::Md);
    (noun && verb).then_some(subject)
}

/// The word that is the verb of a sentence which seems to have none, or only one joined to it, with its tag: a participle with an object ("The factory
/// ceased operation."), a plural noun between others ("The academy awards the medal.", "The river rises in the hills and flows …"), a noun behind
/// a plural ("Parts of the castle date from 1300.").
fn lacking_verb(text: &str, spans: &[Span], tags: &[(Tag, Pos)]) -> Option<(usize, Tag)> {
    let finite = |&i: &usize| matches!(tags[i].0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vb | Tag::Md);
    let joined = |i: usize| i > 0 && tags[i - 1].0 == Tag::Cc && matches!(tags[i].0, Tag::Vbz | Tag::Vbp | Tag::Vbd);
    let first = (0..tags.len()).find(finite).unwrap_or(tags.len());
    let ends = spans.last().is_some_and(|span| span.of(text) == ".");
    if !ends || first < tags.len() && !joined(first) {
        return None;
    }
    let base = |i: usize| base_form(&spans[i].of(text).to_lowercase(), Part::Verb);
    let is_base = |i: usize| base(i).is_some_and(|base| spans[i].of(text) == base);
    let noun = |i: usize| matches!(tags[i].0, Tag::Nn | Tag::Nnp | Tag::Nns | Tag::Nnps);
    let determined = |i: usize| matches!(tags[i].0, Tag::Dt | Tag::PrpPossessive | Tag::Nnp);
    let object = |i: usize| matches!(tags[i].0, Tag::Dt | Tag::PrpPossessive | Tag::Prp | Tag::Cd);
    let phrase = |i: usize| matches!(tags[i].0, Tag::In | Tag::To | Tag::Rb) || object(i);
    let verb = |i: usize| match tags[i].0 {
        Tag::Vbn if tags[i].1 == Pos::Verb && noun(i - 1) && (object(i + 1) || noun(i + 1)) => Some(Tag::Vbd),
        Tag::Vbn if tags[i].1 == Pos::Verb && tags[i - 1].0 == Tag::Comma && (object(i + 1) || tags[i + 1].0 == Tag::Jjs) => Some(Tag::Vbd),
        Tag::Nns
            if (tags[i - 1].0 == Tag::Prp || tags[i - 1].0 == Tag::Nnp || tags[i - 1].0 == Tag::Nn && i > 1 && determined(i - 2))
                && phrase(i + 1)
                && base(i).is_some()
                && !is_base(i) =>
        {
            Some(Tag::Vbz)
        }
        Tag::Nn if noun(i - 1) && phrase(i + 1) && is_base(i) && (0..i).find(|&w| noun(w)).is_some_and(|w| tags[w].0 == Tag::Nns) => {
            Some(Tag::Vbp)
        }
        _ => None,
    };
    (1..first.min(tags.len() - 1)).find_map(|i| Some((i, verb(i)?)))
}

fn corrected(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> Option<(Tag, Pos)> {
    let noun = || base_form(&spans[i].of(text).to_lowercase(), Part::Noun).is_some();
    let tight = |a: usize, b: usize| spans[a].end == spans[b].start;
    let hyphen = |i: usize| spans.get(i).is_some_and(|span| span.of(text) == "-");
    match tags[i].0 {
        Tag::Vbz if (second_verb(text, spans, tags, i) || in_fronted_phrase(tags, i)) && noun() => Some((Tag::Nns, Pos::Noun)),
        Tag::Rb if ends_phrase(tags, i) && !spans[i].of(text).ends_with("ly") && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Jj if i > 0 && names_somebody(text, spans, tags, i) => Some((Tag::Nn, Pos::Noun)),
        Tag::Vb | Tag::Vbp if (ends_owned(tags, i) || ends_asked(tags, i)) && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Vbn | Tag::Vbd if i == 0 && tags.get(1) == Some(&(Tag::Vbd, Pos::Verb)) => Some((Tag::Nnp, Pos::Propn)),
        Tag::OpenQuote | Tag::CloseQuote | Tag::Comma | Tag::Stop if spans[i].of(text).starts_with(char::is_alphanumeric) => {
            Some((Tag::Nnp, Pos::Propn))
        }
        Tag::Vb | Tag::Vbp if hyphen(i + 1) && tight(i, i + 1) && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Vbn if i > 0 && tags[i - 1].0 == Tag::Prp && is_nominative(spans[i - 1].of(text)) && !asks(tags, i - 1) => {
            Some((Tag::Vbd, Pos::Verb))
        }
        tag if tag != Tag::In && matches!(spans[i].of(text), "amid" | "amidst" | "despite" | "beneath" | "throughout" | "towards") => {
            Some((Tag::In, Pos::Adp))
        }
        Tag::Prp if i > 0 && tags[i - 1].0 == Tag::Dt && spans[i].of(text) == "mine" => Some((Tag::Nn, Pos::Noun)),
        Tag::In if matches!(spans[i].of(text), "about" | "About") && i + 1 < tags.len() && is_sum(tags, i + 1) => Some((Tag::Rb, Pos::Adv)),
        Tag::Comma | Tag::Colon if hyphen(i) && i > 0 && tight(i - 1, i) && i + 1 < tags.len() && tight(i, i + 1) => {
            Some((Tag::Hyph, Pos::Punct))
        }
        Tag::Nn | Tag::Nns | Tag::Jj if lacks_verb(text, spans, tags, i) => Some((Tag::Vb, Pos::Verb)),
        // "Did the hosts like her?"
        Tag::In if spans[i].of(text) == "like" && asks_without_verb(text, spans, tags, i) => Some((Tag::Vb, Pos::Verb)),
        _ if is_did(text, spans, tags, i) => Some((Tag::Vbd, Pos::Aux)),
        Tag::Ex if tags.get(i + 1).is_some_and(|next| next.0 == Tag::Prp) => Some((Tag::Rb, Pos::Adv)),
        Tag::Prp if spans[i].of(text) == "her" && tags.get(i + 1).is_some_and(|next| next.0 == Tag::Vbg) && ends_noun(tags, i + 1) => {
            Some((Tag::PrpPossessive, Pos::Pron))
        }
        Tag::Vbg if i > 0 && tags[i - 1].0 == Tag::PrpPossessive && ends_noun(tags, i) && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Nn if spans[i].of(text) == "cost" && i > 0 && tags[i - 1].1 == Pos::Noun && is_sum(tags, i + 1) => Some((Tag::Vbd, Pos::Verb)),
        Tag::Vbn | Tag::Vbd if hyphen(i + 1) && tight(i, i + 1) && spans.len() > i + 2 && tight(i + 1, i + 2) => Some((Tag::Jj, Pos::Adj)),
        Tag::Jj if i > 1 && hyphen(i - 1) && tight(i - 1, i) && !before_noun(tags, i) && noun() => Some((Tag::Nn, Pos::Noun)),
        _ if i > 1 && is_wing(text, spans, i) && tags[i - 2].0 == Tag::Dt && !before_noun(tags, i) => Some((Tag::Nn, Pos::Noun)),
        _ if i > 0 && i + 1 < tags.len() && is_wing(text, spans, i + 1) && tags[i - 1].0 == Tag::Dt => Some((Tag::Jj, Pos::Adj)),
        _ => None,
    }
}

/// Whether a word and the one before it stand for those who think so: "the far left".
fn is_wing(text: &str, spans: &[Span], i: usize) -> bool {
    let side = matches!(spans[i].of(text), "centre" | "center" | "left" | "right");
    side && matches!(spans[i - 1].of(text), "extreme" | "far" | "hard" | "radical" | "religious")
}

/// The words whose tag the tree contradicts, with the tag that it asks for: particles, prepositions and adverbs by what they depend on as; a noun with an
/// article that was taken for a verb; participles behind an auxiliary; capitalised words within a name.
pub fn by_tree(
    text: &str,
    spans: &[Span],
    heads: &[Option<usize>],
    relations: &[Relation],
    tags: &[(Tag, Pos)],
) -> Vec<(usize, (Tag, Pos))> {
    let form = |i: usize| spans[i].of(text);
    let has = |i: usize, is: &dyn Fn(usize) -> bool| (0..heads.len()).any(|w| heads[w] == Some(i) && is(w));
    let auxiliary = |w: usize| relations[w].base() == Relation::Aux || relations[w] == Relation::Cop || tags[w].0 == Tag::To;
    let helps = |w: usize| {
        relations[w].base() == Relation::Aux && matches!(form(w), "was" | "were" | "is" | "are" | "been" | "has" | "have" | "had")
    };
    let is_noun = |i: usize| base_form(&form(i).to_lowercase(), Part::Noun).is_some();
    let is_past =
        |i: usize| base_form(&form(i).to_lowercase(), Part::Verb).is_some_and(|base| base != "be" && !base.eq_ignore_ascii_case(form(i)));
    let capital = |i: usize| form(i).len() > 1 && form(i).starts_with(char::is_uppercase);
    let tag = |i: usize| match (tags[i].0, relations[i]) {
        (Tag::To, Relation::Case) => Some((Tag::In, Pos::Adp)),
        (Tag::In | Tag::Rb, Relation::CompoundPrt) => Some((Tag::Rp, Pos::Adp)),
        (Tag::In, Relation::Advmod) if !has(i, &|_| true) => Some((Tag::Rb, Pos::Adv)),
        (Tag::Rp, Relation::Advmod) => Some((Tag::Rb, Pos::Adv)),
        (Tag::Vb | Tag::Vbp, relation)
            if matches!(relation.base(), Relation::Nsubj | Relation::Obj) && has(i, &|w| relations[w] == Relation::Det) =>
        {
            Some((Tag::Nn, Pos::Noun))
        }
        (Tag::Vb, _) if tags[i].1 == Pos::Verb && has(i, &|w| w < i && relations[w].base() == Relation::Nsubj) && !has(i, &auxiliary) => {
            Some((Tag::Vbp, Pos::Verb))
        }
        (Tag::Vb | Tag::Vbp, Relation::Obl | Relation::Nmod) if has(i, &|w| w < i && relations[w] == Relation::Case) && is_noun(i) => {
            Some((Tag::Nn, Pos::Noun))
        }
        (Tag::Vbp, _) if tags[i].1 == Pos::Verb && is_past(i) => Some((Tag::Vbd, Pos::Verb)),
        (Tag::Vbd, _) if tags[i].1 == Pos::Verb && has(i, &helps) => Some((Tag::Vbn, Pos::Verb)),
        (Tag::Vbn, Relation::Conj) if heads[i].is_some_and(|h| tags[h] == (Tag::Vbd, Pos::Verb)) && !has(i, &auxiliary) => {
            Some((Tag::Vbd, Pos::Verb))
        }
        (Tag::Nn, Relation::Flat) if capital(i) => Some((Tag::Nnp, Pos::Propn)),
        (Tag::Nn, Relation::Compound) if i > 0 && capital(i) && heads[i].is_some_and(|h| matches!(tags[h].0, Tag::Nnp | Tag::Nnps)) => {
            Some((Tag::Nnp, Pos::Propn))
        }
        (Tag::Nn, _) if i > 0 && capital(i) && tags[i - 1].0 == Tag::Nnp => Some((Tag::Nnp, Pos::Propn)),
        _ => None,
    };
    (0..heads.len()).filter_map(|i| Some((i, tag(i)?))).collect()
}

/// "What is it known for?": whether the auxiliary of a question stands before the pronoun.
fn asks(tags: &[(Tag, Pos)], pronoun: usize) -> bool {
    pronoun > 0 && (tags[pronoun - 1].1 == Pos::Aux || tags[pronoun - 1].0 == Tag::Rb && pronoun > 1 && tags[pronoun - 2].1 == Pos::Aux)
}

/// "What does the museum house?", "Which measures did the branch demand from the firm?": the last word of a clause that opened with "do" before its subject
/// and has no other verb, or the first behind a noun and before no noun, if it can be one.
fn lacks_verb(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> bool {
    let last = tags[i + 1..].iter().all(|tag| matches!(tag.0, Tag::Stop | Tag::In | Tag::Rp)) && tags[i].0 != Tag::Jj;
    let noun = |w: usize| matches!(tags[w].1, Pos::Noun | Pos::Propn);
    let ends = |tag: &(Tag, Pos)| matches!(tag.1, Pos::Adp | Pos::Adj | Pos::Det | Pos::Pron | Pos::Adv | Pos::Punct | Pos::Part);
    if !(last || i > 0 && noun(i - 1) && tags.get(i + 1).is_none_or(ends)) {
        return false;
    }
    asks_without_verb(text, spans, tags, i) && is_base(&spans[i].of(text).to_lowercase())
}

/// Whether "do" stands before a subject and word `i`, and no verb behind it.
fn asks_without_verb(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> bool {
    let form = |w: usize| spans[w].of(text).to_lowercase();
    let opens = |w: usize| w == 0 || matches!(tags[0].0, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::In);
    let asks = |w: usize| opens(w) && matches!(tags[w].1, Pos::Verb | Pos::Aux) && matches!(form(w).as_str(), "do" | "does" | "did");
    let Some(auxiliary) = (0..i.saturating_sub(1)).find(|&w| asks(w)) else { return false };
    let verb = |w: usize| matches!(tags[w].0, Tag::Vb | Tag::Vbp | Tag::Vbz | Tag::Vbd | Tag::Vbn | Tag::Vbg | Tag::Md);
    !(auxiliary + 1..tags.len()).any(verb)
}

/// Whether the word is "'d" for "did": behind a question word, and before a subject and a base form. "Why'd the mayor leave?"
pub fn is_did(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> bool {
    if i == 0 || !matches!(spans[i].of(text), "'d" | "’d") || !matches!(tags[i - 1].0, Tag::Wp | Tag::Wrb) {
        return false;
    }
    let verb = (i + 1..tags.len()).find(|&w| matches!(tags[w].1, Pos::Verb | Pos::Aux));
    verb.is_some_and(|verb| verb > i + 1 && is_base(&spans[verb].of(text).to_lowercase()))
}

/// Whether a word in small letters can be the base form of a verb.
fn is_base(form: &str) -> bool {
    base_form(form, Part::Verb).is_some_and(|base| base == form)
}

/// "took part in the railway strikes": a present form behind a noun or an adjective in a clause that has its verb, in the past, already.
fn second_verb(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> bool {
    let modified = i > 0 && matches!(tags[i - 1].0, Tag::Nn | Tag::Jj | Tag::Vbn | Tag::Nnp);
    let ends = |tag: Tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Stop | Tag::Cc | Tag::Wdt | Tag::Wp | Tag::Wrb | Tag::To | Tag::Prp);
    let clause = (0..i).rev().take_while(|&w| !ends(tags[w].0) && spans[w].of(text) != "that");
    let verb =
        |w: usize| tags[w].0 == Tag::Vbd && !matches!(spans[w].of(text), "said" | "thought" | "knew" | "believed" | "felt" | "showed");
    modified && clause.into_iter().any(verb)
}

/// "In the 2018 strikes she lost": behind a preposition with an article, and before a pronoun that opens the clause.
fn in_fronted_phrase(tags: &[(Tag, Pos)], i: usize) -> bool {
    let before: Vec<Tag> = tags[i.saturating_sub(3)..i].iter().map(|tag| tag.0).collect();
    let phrase = matches!(before[..], [Tag::In, Tag::Dt, Tag::Cd | Tag::Jj | Tag::Nn]);
    phrase && tags.get(i + 1).is_some_and(|next| matches!(next.0, Tag::Prp | Tag::Comma))
}

/// "the far left had": between an article with an adjective and a finite verb.
fn ends_phrase(tags: &[(Tag, Pos)], i: usize) -> bool {
    let before = i > 1 && tags[i - 2].0 == Tag::Dt && tags[i - 1].0 == Tag::Jj;
    let verb = tags.get(i + 1).is_some_and(|next| matches!(next.0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md));
    let of = i > 2 && tags[i - 3].0 == Tag::In && tags.get(i + 1).is_none_or(|next| matches!(next.0, Tag::Stop | Tag::Comma));
    before && (verb || of)
}

/// "the railway unionist Ada Marlow": a word for a person behind a noun or an adjective and before a name.
fn names_somebody(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> bool {
    let word = spans[i].of(text);
    let between = matches!(tags[i - 1].0, Tag::Nn | Tag::Jj) && tags.get(i + 1).is_some_and(|next| next.0 == Tag::Nnp);
    between && word.chars().all(char::is_lowercase) && is_mainly(word, "person")
}

/// "as its union delegate": a base form behind a preposition, a possessive and nouns in the singular.
fn ends_owned(tags: &[(Tag, Pos)], i: usize) -> bool {
    let nouns = (0..i).rev().take_while(|&w| matches!(tags[w].0, Tag::Nn | Tag::Jj)).count();
    let owner = i.checked_sub(nouns + 1).filter(|&owner| tags[owner].0 == Tag::PrpPossessive);
    nouns > 0 && owner.and_then(|owner| owner.checked_sub(1)).is_some_and(|before| tags[before].0 == Tag::In)
}

/// Whether a pronoun can only be a subject, or "it".
fn is_nominative(pronoun: &str) -> bool {
    matches!(pronoun, "he" | "she" | "it" | "they" | "we" | "I" | "He" | "She" | "It" | "They" | "We")
}

/// Whether what follows begins no noun phrase: "her living by", "his writing.".
fn ends_noun(tags: &[(Tag, Pos)], i: usize) -> bool {
    tags.get(i + 1).is_none_or(|next| matches!(next.0, Tag::In | Tag::Stop | Tag::Comma | Tag::Cc))
}

/// Whether a sum of money begins here.
fn is_sum(tags: &[(Tag, Pos)], i: usize) -> bool {
    tags.get(i).is_some_and(|next| matches!(next.0, Tag::Dollar | Tag::Cd))
}

fn before_noun(tags: &[(Tag, Pos)], i: usize) -> bool {
    tags.get(i + 1).is_some_and(|next| matches!(next.1, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num))
}

/// "What is the fen frog?": a base form at the end of what is asked with "is" and an article, and has no other verb.
fn ends_asked(tags: &[(Tag, Pos)], i: usize) -> bool {
    let asks = matches!(tags, [(Tag::Wp, _), (Tag::Vbz | Tag::Vbd, Pos::Aux), (Tag::Dt, _), ..]);
    asks && i > 3
        && tags[3..i].iter().all(|tag| matches!(tag.0, Tag::Nn | Tag::Nnp | Tag::Jj))
        && tags[i + 1..].iter().all(|tag| tag.0 == Tag::Stop)
}
