//! Tags that the words around them contradict, put right before the sentence is parsed: nouns taken for verbs or adverbs.

use super::Span;
use super::syntax::{Pos, Tag};
use super::wordnet::{Pos as Part, base_form};

/// Puts the tags of a sentence right; `spans` are where its words stand in `text`.
pub fn retag(text: &str, spans: &[Span], tags: &mut [(Tag, Pos)]) {
    for i in 0..tags.len() {
        let tag = corrected(text, spans, tags, i);
        if let Some(tag) = tag {
            tags[i] = tag;
        }
    }
}

fn corrected(text: &str, spans: &[Span], tags: &[(Tag, Pos)], i: usize) -> Option<(Tag, Pos)> {
    let noun = || base_form(&spans[i].of(text).to_lowercase(), Part::Noun).is_some();
    let tight = |a: usize, b: usize| spans[a].end == spans[b].start;
    let hyphen = |i: usize| spans.get(i).is_some_and(|span| span.of(text) == "-");
    match tags[i].0 {
        Tag::Vbz if (second_verb(text, spans, tags, i) || in_fronted_phrase(tags, i)) && noun() => Some((Tag::Nns, Pos::Noun)),
        Tag::Rb if ends_phrase(tags, i) && !spans[i].of(text).ends_with("ly") && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Vb | Tag::Vbp if hyphen(i + 1) && tight(i, i + 1) && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Vbn if i > 0 && tags[i - 1].0 == Tag::Prp && is_nominative(spans[i - 1].of(text)) && !asks(tags, i - 1) => {
            Some((Tag::Vbd, Pos::Verb))
        }
        tag if tag != Tag::In && matches!(spans[i].of(text), "amid" | "amidst" | "despite" | "beneath" | "throughout" | "towards") => {
            Some((Tag::In, Pos::Adp))
        }
        Tag::Ex if tags.get(i + 1).is_some_and(|next| next.0 == Tag::Prp) => Some((Tag::Rb, Pos::Adv)),
        Tag::Prp if spans[i].of(text) == "her" && tags.get(i + 1).is_some_and(|next| next.0 == Tag::Vbg) && ends_noun(tags, i + 1) => {
            Some((Tag::PrpPossessive, Pos::Pron))
        }
        Tag::Vbg if i > 0 && tags[i - 1].0 == Tag::PrpPossessive && ends_noun(tags, i) && noun() => Some((Tag::Nn, Pos::Noun)),
        Tag::Nn if spans[i].of(text) == "cost" && i > 0 && tags[i - 1].1 == Pos::Noun && is_sum(tags, i + 1) => Some((Tag::Vbd, Pos::Verb)),
        Tag::Vbn | Tag::Vbd if hyphen(i + 1) && tight(i, i + 1) && spans.len() > i + 2 && tight(i + 1, i + 2) => Some((Tag::Jj, Pos::Adj)),
        Tag::Jj if i > 1 && hyphen(i - 1) && tight(i - 1, i) && !before_noun(tags, i) && noun() => Some((Tag::Nn, Pos::Noun)),
        _ => None,
    }
}

/// "What is it known for?": whether the auxiliary of a question stands before the pronoun.
fn asks(tags: &[(Tag, Pos)], pronoun: usize) -> bool {
    pronoun > 0 && (tags[pronoun - 1].1 == Pos::Aux || tags[pronoun - 1].0 == Tag::Rb && pronoun > 1 && tags[pronoun - 2].1 == Pos::Aux)
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

/// "the extreme right had": between an article with an adjective and a finite verb.
fn ends_phrase(tags: &[(Tag, Pos)], i: usize) -> bool {
    let before = i > 1 && tags[i - 2].0 == Tag::Dt && tags[i - 1].0 == Tag::Jj;
    before && tags.get(i + 1).is_some_and(|next| matches!(next.0, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md))
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
