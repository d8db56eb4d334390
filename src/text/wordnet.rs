//! WordNet, distilled: synonyms, derivations, antonyms, classes of nouns and verbs, irregular forms.
//!
//! The tables (`knowledge/english/wordnet`, with their licence, source and format) are sorted lines that are read where they
//! stand in the program: nothing is loaded. Words are lower case, phrases have spaces; an unknown word yields nothing.

use compact_str::CompactString;

use super::table::{self, Table};

/// The parts of speech that WordNet tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pos {
    /// Nouns.
    Noun,
    /// Verbs.
    Verb,
    /// Adjectives.
    Adjective,
    /// Adverbs.
    Adverb,
}

macro_rules! table {
    ($name:literal) => {
        table::table!(include_str!(concat!("../../knowledge/english/wordnet/", $name, ".tsv")))
    };
}

/// Adverbs have no irregular forms of their own here.
static NO_FORMS: &Table = table::table!("");
const CLASSES: &str = include_str!("../../knowledge/english/wordnet/classes.tsv");
static NOUNS: &Table = table!("nouns");
static VERB_CLASSES: &Table = table!("verb-classes");
static VERBS: &Table = table!("verbs");
static DERIVATIONS: &Table = table!("derivations");
static MODIFIERS: &Table = table!("modifiers");
static ANTONYMS: &Table = table!("antonyms");

/// The words that mean the same as `lemma` in its most frequent senses, the closest first.
pub fn synonyms(lemma: &str, pos: Pos) -> impl Iterator<Item = &'static str> + use<> {
    let table = match pos {
        Pos::Noun => table!("synonyms-noun"),
        Pos::Verb => table!("synonyms-verb"),
        Pos::Adjective => table!("synonyms-adj"),
        Pos::Adverb => table!("synonyms-adv"),
    };
    values(table, lemma)
}

/// The words derived from `lemma` or from which it derives, of any part of speech: elect gives election, elector; destruction gives destroy.
/// Adverbs in -ly and nouns in -ness are not listed.
pub fn derivations(lemma: &str) -> impl Iterator<Item = &'static str> + use<> {
    values(DERIVATIONS, lemma)
}

/// The opposites of `lemma`, of any part of speech.
pub fn antonyms(lemma: &str) -> impl Iterator<Item = &'static str> + use<> {
    values(ANTONYMS, lemma)
}

/// The names of the classes of a noun in its most frequent senses: first the nearest ones, then those above them.
/// `classes.tsv` lists all names.
pub fn classes(noun: &str) -> impl Iterator<Item = &'static str> + use<> {
    let own = signs(NOUNS, noun).chars().map(class);
    let above = own.clone().flat_map(|(_, above)| above.chars().map(|sign| class(sign).0));
    own.map(|(name, _)| name).chain(above)
}

/// The names of all classes of nouns.
pub fn class_names() -> impl Iterator<Item = &'static str> {
    CLASS_PLACES.iter().filter(|[name, ..]| *name > 0).filter_map(|&[name, tab, _]| CLASSES.get(name.into()..tab.into()))
}

/// Whether a class, nearest or above, is among those of a noun.
pub fn is_a(noun: &str, class: &str) -> bool {
    classes(noun).any(|name| name == class)
}

/// Whether one of the nearest classes of two nouns is a class of the other: a signalman and a job, but no campaign and a court.
pub fn shares_class(a: &str, b: &str) -> bool {
    let nearest = |noun: &str| signs(NOUNS, noun).chars().map(class).map(|(name, _)| name).collect::<Vec<_>>();
    nearest(a).into_iter().any(|class| is_a(b, class)) || nearest(b).into_iter().any(|class| is_a(a, class))
}

/// Whether a class, nearest or above, is among those of a noun in its most frequent sense: a frog is no person.
pub fn is_mainly(noun: &str, class_name: &str) -> bool {
    let first = signs(NOUNS, noun).chars().next().map(class);
    first.is_some_and(|(name, above)| name == class_name || above.chars().any(|sign| class(sign).0 == class_name))
}

/// The names of the classes of a verb in its most frequent senses: `motion`, `communication`, `possession`…
pub fn verb_classes(verb: &str) -> impl Iterator<Item = &'static str> + use<> {
    signs(VERBS, verb).chars().filter_map(|sign| find(VERB_CLASSES, sign.encode_utf8(&mut [0; 4])))
}

/// Whether a lower-case form is one of an English word that WordNet lists; adverbs and nouns of adjectives go by their endings.
pub fn is_word(form: &str) -> bool {
    let listed = |word: &str| {
        MODIFIERS.line(word).is_some() || [Pos::Noun, Pos::Verb, Pos::Adjective].into_iter().any(|pos| base_form(word, pos).is_some())
    };
    let endings = [("ly", ""), ("ly", "le"), ("ily", "y"), ("ness", ""), ("iness", "y")];
    let stemmed = || endings.iter().any(|(ending, lemma)| form.strip_suffix(ending).is_some_and(|stem| listed(&joined(stem, lemma))));
    listed(form) || stemmed()
}

/// Whether a lower-case form is a listed adjective or adverb.
pub fn is_modifier(form: &str) -> bool {
    MODIFIERS.line(form).is_some()
}

/// The lemma of an inflected form: by the list of irregular forms, else by taking an ending off, if that leaves a known word.
/// A form that is itself a lemma gives itself; an unknown word gives nothing. The endings are those of WordNet's `morphy`.
pub fn base_form(form: &str, pos: Pos) -> Option<&'static str> {
    let (irregular, endings): (_, &[(&str, &str)]) = match pos {
        Pos::Noun => (table!("forms-noun"), &NOUN_ENDINGS),
        Pos::Verb => (table!("forms-verb"), &VERB_ENDINGS),
        Pos::Adjective => (table!("forms-adj"), &ADJECTIVE_ENDINGS),
        Pos::Adverb => (NO_FORMS, &[]),
    };
    let regular = || endings.iter().find_map(|(ending, lemma)| known(&joined(form.strip_suffix(ending)?, lemma), pos));
    let irregular = values(irregular, form).next();
    // WordNet lists comparatives such as `larger` beside their lemmas.
    if pos == Pos::Adjective {
        irregular.or_else(regular).or_else(|| known(form, pos))
    } else {
        irregular.or_else(|| known(form, pos)).or_else(regular)
    }
}

/// A stem with an ending.
fn joined(stem: &str, ending: &str) -> CompactString {
    let mut word = CompactString::from(stem);
    word.push_str(ending);
    word
}

const NOUN_ENDINGS: [(&str, &str); 8] =
    [("ies", "y"), ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man")];
const VERB_ENDINGS: [(&str, &str); 8] =
    [("ies", "y"), ("s", ""), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")];
const ADJECTIVE_ENDINGS: [(&str, &str); 4] = [("er", ""), ("est", ""), ("er", "e"), ("est", "e")];

/// The word as it stands in a table, if it is one of this part of speech.
fn known(word: &str, pos: Pos) -> Option<&'static str> {
    let tables: &[&Table] = match pos {
        Pos::Noun => &[NOUNS],
        Pos::Verb => &[VERBS],
        Pos::Adjective => &[table!("synonyms-adj"), ANTONYMS],
        Pos::Adverb => &[table!("synonyms-adv"), ANTONYMS],
    };
    tables.iter().find_map(|table| table.word(word))
}

/// Name of a noun class, and the signs of the classes above it.
fn class(sign: char) -> (&'static str, &'static str) {
    let [name, tab, end] = CLASS_PLACES.get(sign as usize).map_or([0; 3], |place| place.map(usize::from));
    (CLASSES.get(name..tab).unwrap_or(""), CLASSES.get(tab + 1..end).unwrap_or(""))
}

/// For each sign, which is one of ASCII, where the name begins in its line of [`CLASSES`], where it ends, and where the line does.
static CLASS_PLACES: [[u16; 3]; 128] = {
    let (bytes, mut places, mut at) = (CLASSES.as_bytes(), [[0; 3]; 128], 0);
    while at < bytes.len() {
        let (sign, name) = (bytes[at] as usize, at + 2);
        at = name;
        while bytes[at] != b'\t' && bytes[at] != b'\n' {
            at += 1;
        }
        let tab = at;
        while bytes[at] != b'\n' {
            at += 1;
        }
        places[sign] = [name as u16, tab as u16, at as u16];
        at += 1;
    }
    places
};

/// What stands behind a word in a table of signs; empty for an unknown word.
fn signs(table: &Table, word: &str) -> &'static str {
    find(table, word).unwrap_or("")
}

/// The fields behind a word.
fn values(table: &Table, word: &str) -> impl Iterator<Item = &'static str> + use<> {
    find(table, word).into_iter().flat_map(|rest| rest.split('\t'))
}

/// All that stands behind a word in its line.
fn find(table: &Table, word: &str) -> Option<&'static str> {
    table.line(word).and_then(|line| line.get(word.len() + 1..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn includes(found: impl Iterator<Item = &'static str>, expected: &str) {
        let found: Vec<_> = found.collect();
        assert!(expected.split(' ').all(|word| found.contains(&word)), "{found:?} lacks one of `{expected}`");
    }

    #[test]
    fn words_of_the_same_meaning() {
        includes(synonyms("buy", Pos::Verb), "purchase");
        includes(synonyms("car", Pos::Noun), "auto automobile");
        includes(synonyms("big", Pos::Adjective), "large");
        includes(synonyms("quickly", Pos::Adverb), "rapidly");
        assert_eq!(synonyms("zzyzx", Pos::Noun).count(), 0);
    }

    #[test]
    fn words_of_one_family() {
        let check = |lemma: &str, expected: &str| includes(derivations(lemma), expected);
        check("elect", "election elector");
        check("destruction", "destroy");
        check("french", "france");
        check("founder", "found");
        check("marriage", "marry");
    }

    #[test]
    fn opposites() {
        includes(antonyms("win"), "lose");
        includes(antonyms("large"), "small");
    }

    #[test]
    fn classes_of_nouns_and_verbs() {
        let check = |noun: &str, expected: &str| includes(classes(noun), expected);
        check("city", "city location");
        check("paris", "city location");
        check("new york", "city province location");
        check("dentist", "occupation person");
        check("whale", "animal");
        check("piano", "device artifact");
        check("april", "month period");
        check("influenza", "disease");
        assert!(is_a("river", "body of water") && !is_a("river", "person"));
        includes(verb_classes("run"), "motion");
        includes(verb_classes("say"), "communication");
        includes(verb_classes("give"), "possession");
    }

    #[test]
    fn lemmas_of_forms() {
        let check = |form: &str, pos: Pos, expected: Option<&str>| assert_eq!(base_form(form, pos), expected, "{form}");
        check("went", Pos::Verb, Some("go"));
        check("chose", Pos::Verb, Some("choose"));
        check("stopped", Pos::Verb, Some("stop"));
        check("elected", Pos::Verb, Some("elect"));
        check("moved", Pos::Verb, Some("move"));
        check("children", Pos::Noun, Some("child"));
        check("parties", Pos::Noun, Some("party"));
        check("buses", Pos::Noun, Some("bus"));
        check("policewomen", Pos::Noun, Some("policewoman"));
        check("worse", Pos::Adjective, Some("bad"));
        check("larger", Pos::Adjective, Some("large"));
        check("house", Pos::Noun, Some("house"));
        check("zzyzx", Pos::Noun, None);
    }

    #[test]
    fn right_words() {
        for word in ["independently", "previous", "houses", "went", "happily", "gently", "kindness", "emptiness"] {
            assert!(is_word(word), "{word}");
        }
        assert!(!is_word("parlment") && !is_word("wensday"));
    }

    #[test]
    fn every_line_of_every_table_is_found() {
        let tables = [NOUNS, VERBS, VERB_CLASSES, DERIVATIONS, ANTONYMS, MODIFIERS, table!("synonyms-noun"), table!("forms-verb")];
        for table in tables {
            for entry in table.lines() {
                let key = entry.split('\t').next().unwrap();
                assert_eq!(table.line(key), Some(entry));
            }
        }
    }

    proptest! {
        #[test]
        fn any_word_is_looked_up_without_harm(word in ".{0,12}") {
            for pos in [Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb] {
                synonyms(&word, pos).count();
                base_form(&word, pos);
            }
            derivations(&word).chain(antonyms(&word)).chain(classes(&word)).chain(verb_classes(&word)).count();
        }
    }
}
