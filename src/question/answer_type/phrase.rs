//! The noun phrase that a question asks about, and its head, by the order of words alone.

use crate::knowledge::rules::answer_types::Closed;
use crate::knowledge::rules::answer_types::words::Word;

/// A noun phrase: indexes into a question's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// Its head noun.
    pub head: usize,
}

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before its verb: *which bird sings*.
    Subject,
    /// After its verb: *what is the bird*, *name a bird*.
    Complement,
}

/// The noun phrase that begins at `from`, determiners and modifiers included; a possessor belongs to it (*the king's horse*), but after a
/// question word it is the possessor that is asked for (*which king's horse*). Words in
/// `transparent` pass their place on to what follows *of* (*kind of bird*: bird), or to the possessor (*the bird's name*: bird).
pub fn noun_phrase(words: &[Word], from: usize, place: Place, transparent: &[String]) -> Option<Phrase> {
    let partitive = words.iter().skip(from).take_while(|word| word.closed == Some(Closed::Determiner)).count();
    if partitive > 0 && words.get(from + partitive).is_some_and(|word| word.text == "of") {
        return noun_phrase(words, from + partitive + 1, place, transparent);
    }
    let mut phrase = base_phrase(words, from, place)?;
    if place == Place::Subject && !verb_follows(words, phrase.end) {
        phrase = without_verb(words, phrase);
    }
    let is_transparent = |n: usize| words[n].noun().is_some_and(|noun| transparent.iter().any(|known| known == noun));
    if !is_transparent(phrase.head) {
        return Some(phrase);
    }
    if words.get(phrase.end).is_some_and(|word| word.text == "of") {
        return noun_phrase(words, phrase.end + 1, place, transparent).or(Some(phrase));
    }
    let possessor = (phrase.start..phrase.head).rev().find(|&n| words[n].text == "'s").filter(|&n| n > phrase.start);
    match possessor.map(|n| n - 1).filter(|&n| !words[n].capital && words[n].noun().is_some()) {
        Some(head) => Some(Phrase { head, ..phrase }),
        None => Some(phrase),
    }
}

/// A phrase up to the first word that cannot belong to it.
fn base_phrase(words: &[Word], from: usize, place: Place) -> Option<Phrase> {
    let mut head = None;
    let mut end = from;
    for (n, word) in words.iter().enumerate().skip(from) {
        if word.text == "'s" || word.text == "'" {
            if place == Place::Subject && head.is_some() {
                break;
            }
            head = None;
        } else if joins_modifiers(words, from, n) {
            head = None;
        } else if begins_anew(words, from, n) || head.is_some_and(|head| ends_phrase(words, head, n, place)) {
            break;
        } else if can_head(word) {
            head = Some(n);
        }
        end = n + 1;
    }
    head.map(|head| Phrase { start: from, end, head })
}

/// Whether an auxiliary, or a verb that is no noun, stands at `end` or later.
fn verb_follows(words: &[Word], end: usize) -> bool {
    let sure = |word: &Word| word.is_auxiliary() || is_sure_verb(word);
    words[end.min(words.len())..].iter().any(sure)
}

/// Whether the word is a verb whatever its place; WordNet lists some participles as nouns (*the accused*).
fn is_sure_verb(word: &Word) -> bool {
    word.verb().is_some_and(|verb| word.noun().is_none() || verb != word.text && word.text.ends_with("ed"))
}

/// A phrase that swallowed the question's only verb, cut before it: *which war saw battles*.
fn without_verb(words: &[Word], phrase: Phrase) -> Phrase {
    let first = (phrase.start..phrase.end).find(|&n| can_head(&words[n]) && !is_weak(&words[n])).unwrap_or(phrase.head);
    // A form in -s is left alone where the phrase has found its end at a verb: it may be a plural.
    let plural_allowed = words.get(phrase.end).is_some_and(|word| word.verb().is_some());
    let has_object = words.get(phrase.end).is_some_and(|word| word.closed == Some(Closed::Determiner));
    let is_verb = |n: &usize| {
        let word = &words[*n];
        // "Which judge cut the rent": before a determiner a verb need not be inflected.
        let inflected = word.verb().is_some_and(|verb| verb != word.text || has_object && n + 1 == phrase.end);
        inflected && !word.capital && !word.quoted && (!word.text.ends_with('s') || !plural_allowed)
    };
    match (first + 1..phrase.end).find(is_verb) {
        Some(verb) => Phrase { start: phrase.start, end: verb, head: (first..verb).rev().find(|&n| can_head(&words[n])).unwrap_or(first) },
        None => phrase,
    }
}

/// Whether the word at `n` is an *and* or *or* between two modifiers: *long and winding road*, *art and history museums*.
fn joins_modifiers(words: &[Word], from: usize, n: usize) -> bool {
    let adjective = |word: &Word| !word.capital && word.adjective().is_some_and(|lemma| lemma == word.text || word.noun().is_none());
    let modifies = |word: &Word| word.text == "-" || is_weak(word) || adjective(word);
    let noun = |n: usize| words.get(n).and_then(|word| word.noun().filter(|_| word.closed.is_none()).map(|lemma| lemma == word.text));
    let before_plural = || noun(n - 1) == Some(true) && noun(n + 1) == Some(true) && noun(n + 2) == Some(false);
    n > from && ["and", "or"].contains(&words[n].text.as_str()) && (modifies(&words[n - 1]) || before_plural())
}

/// Whether the word is seldom a head.
fn is_weak(word: &Word) -> bool {
    word.closed == Some(Closed::Modifier) || word.text.ends_with("est") && word.adjective().is_some_and(|lemma| lemma != word.text)
}

/// Whether the word at `n` cannot stand within a noun phrase that began at `from`.
fn begins_anew(words: &[Word], from: usize, n: usize) -> bool {
    let word = &words[n];
    let inner = n > from && !["'s", "and", "or"].contains(&words[n - 1].text.as_str());
    let determiner = inner && word.closed == Some(Closed::Determiner) && words[n - 1].closed != Some(Closed::Determiner);
    let function = matches!(word.closed, Some(Closed::Preposition | Closed::Auxiliary | Closed::Other));
    let title = word.quoted && !words[from].quoted;
    !title && (determiner || function && !word.initials || word.is_mark() && word.text != "-")
}

/// Whether a name begins at `n` that stands beside the head (*the singer Ada Brook*) or begins a clause (*a song Ada Brook sang*), rather than
/// possesses what follows.
fn begins_name(words: &[Word], head: usize, n: usize) -> bool {
    let modifies = is_weak(&words[head]) || words[head].adjective().is_some() || words[head].text.ends_with("ing");
    let clause = |word: &Word| word.text != "'s" && (word.closed.is_some() || word.is_mark() || is_sure_verb(word));
    let beside = words[n].capital && !words[n].quoted && !words[head].capital && !modifies;
    beside && words[n..].iter().find(|word| !word.capital).is_none_or(clause)
}

/// Whether a verb, not a noun phrase, follows the question word: *what attracts tourists*, but *which ruined castle*, *which drinks contain milk*.
pub fn opens_with_verb(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| !word.capital && !word.quoted) else { return false };
    let Some(verb) = word.verb().filter(|&verb| verb != word.text) else { return false };
    let object = words.get(at + 1).is_some_and(|next| next.capital || next.closed.is_some_and(|class| class != Closed::Auxiliary));
    match word.noun() {
        _ if word.text.ends_with("ing") => false,
        Some(_) => !verb_follows(words, at + 1),
        None if word.text.ends_with("ed") => object,
        None => verb != word.text,
    }
}

/// Whether a word can be the head: a noun, a name, an unknown word, but no determiner or number before others.
fn can_head(word: &Word) -> bool {
    if word.closed == Some(Closed::Determiner) || word.is_mark() || word.is_number() {
        return false;
    }
    let unknown = || word.verb().is_none() && word.adjective().is_none() && !word.text.ends_with("ly");
    word.capital || word.quoted || word.noun().is_some() || unknown()
}

/// Whether the word at `n` ends a phrase headed by `head`: it is quoted or a modifier, begins a name, or is more likely a verb than one more noun.
fn ends_phrase(words: &[Word], head: usize, n: usize, place: Place) -> bool {
    let word = &words[n];
    if is_weak(&words[head]) {
        return false;
    }
    if word.quoted && !words[n - 1].quoted || word.closed == Some(Closed::Modifier) {
        return true;
    }
    if word.capital || word.quoted {
        return place == Place::Complement && begins_name(words, head, n);
    }
    let Some(verb) = word.verb() else { return false };
    let Some(noun) = word.noun().filter(|_| !is_sure_verb(word)) else { return word.text != verb || place == Place::Subject };
    let past = word.text != verb && !word.text.ends_with('s') && !word.text.ends_with("ing");
    if past && place == Place::Subject && words.get(n + 1).is_some_and(|next| !next.is_auxiliary()) {
        return true;
    }
    let opens = words.get(n + 1).is_some_and(|next| {
        next.is_mark() || next.quoted || next.capital || next.is_number() || next.closed.is_some_and(|class| class != Closed::Auxiliary)
    });
    let plural_head = words[head].noun().is_some_and(|lemma| lemma != words[head].text);
    place == Place::Subject && opens && (word.text != verb || plural_head && word.text == noun)
}
