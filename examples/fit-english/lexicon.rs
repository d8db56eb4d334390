//! Makes the lexicon: the word forms of WordNet and of the project's lists with what they can be.

use std::collections::BTreeMap;
use std::path::Path;

use docent::text::syntax::lexicon::{SET_BITS, Trait, Traits, USUAL, key};
use docent::text::{Pos, Tag};

use crate::tables::table;
use crate::wordnet::{WordNet, text};

/// A use counts as the usual one where WordNet's texts show it this many times as often as any other.
const DOMINANCE: u32 = 3;

/// A lexicon in the making.
#[derive(Default)]
struct Forms {
    traits: BTreeMap<String, Traits>,
    /// How often WordNet's texts use a form's lemma as noun, verb, adjective, adverb.
    counts: BTreeMap<String, [u32; 4]>,
}

impl Forms {
    fn add(&mut self, form: &str, what: &[Trait], use_of: Option<(usize, u32)>) {
        if form.is_empty() || !form.is_ascii() || form.contains(['_', ' ']) {
            return;
        }
        let set = self.traits.entry(form.to_string()).or_default();
        *set |= what.iter().fold(0, |set, t| set | t.bit());
        if let Some((at, count)) = use_of {
            self.counts.entry(form.to_string()).or_default()[at] += count;
        }
    }

    /// The traits of every form with its usual use.
    fn finish(self) -> BTreeMap<String, Traits> {
        let usual = |counts: &[u32; 4]| {
            let most = (0..4).max_by_key(|&i| (counts[i], 4 - i)).unwrap_or(0);
            let rest = (0..4).filter(|&i| i != most).map(|i| counts[i]).max().unwrap_or(0);
            if counts[most] > 2 && counts[most] > DOMINANCE * rest { most as u32 + 1 } else { 0 }
        };
        let number = |form: &str| self.counts.get(form).map_or(0, usual);
        self.traits.iter().map(|(form, set)| (form.clone(), set | number(form) << USUAL)).collect()
    }
}

/// Slots and sets of the lexicon, from WordNet's dict folder, the lists in `lists` and the irregular forms of [`crate::lemmas`].
pub fn fit(dict: &Path, lists: &Path, irregular: &[((String, Tag, Pos), String)]) -> Result<[Vec<u8>; 2], String> {
    let mut forms = Forms::default();
    let wordnet = WordNet::read(dict)?;
    inflected(&mut forms, &wordnet);
    for (pos, name, what) in [('n', "noun", &[Trait::PluralNoun][..]), ('v', "verb", &[Trait::PastOrParticiple]), ('a', "adj", &[])] {
        for line in text(dict, &format!("{name}.exc"))?.lines() {
            exception(&mut forms, &wordnet, line, pos, what);
        }
    }
    for ((form, tag, _), _) in irregular {
        let what = match tag {
            Tag::Vbd => Trait::Past,
            Tag::Vbn => Trait::Participle,
            Tag::Nns => Trait::PluralNoun,
            Tag::Jjr => Trait::Comparative,
            Tag::Jjs => Trait::Superlative,
            Tag::Vbz => Trait::VerbInS,
            Tag::Vbg => Trait::VerbInIng,
            _ => continue,
        };
        if let (Trait::Past | Trait::Participle, Some(set)) = (what, forms.traits.get_mut(form)) {
            *set &= !Trait::PastOrParticiple.bit();
        }
        forms.add(form, &[what], None);
    }
    for (name, what) in [
        ("given-names.tsv", Trait::GivenName),
        ("places.tsv", Trait::Place),
        ("groups.tsv", Trait::Group),
        ("titles.tsv", Trait::Title),
        ("function-words.txt", Trait::FunctionWord),
    ] {
        for line in text(lists, name)?.lines() {
            forms.add(line.split('\t').next().unwrap_or(""), &[what], None);
        }
    }
    Ok(sections(&forms.finish()))
}

/// Every lemma of one word with its regular forms.
fn inflected(forms: &mut Forms, wordnet: &WordNet) {
    for ((pos, lemma), senses) in &wordnet.senses {
        if lemma.contains('_') || lemma.len() > 16 {
            continue;
        }
        let count = senses.iter().map(|sense| sense.count).sum();
        let spelled = |sense: &crate::wordnet::Sense| wordnet.synsets[&sense.key].words.iter().any(|word| word == lemma);
        let use_of = |at| Some((at, count));
        let lower = senses.iter().any(spelled);
        match pos {
            'n' if lower => {
                forms.add(lemma, &[Trait::Noun], use_of(0));
                forms.add(&with_s(lemma), &[Trait::PluralNoun], use_of(0));
            }
            'n' => forms.add(lemma, &[Trait::Name], None),
            'v' => {
                forms.add(lemma, &[Trait::Verb], use_of(1));
                forms.add(&with_s(lemma), &[Trait::VerbInS], use_of(1));
                let stem = if lemma.ends_with("ee") { lemma } else { lemma.strip_suffix('e').unwrap_or(lemma) };
                forms.add(&format!("{stem}ing"), &[Trait::VerbInIng], use_of(1));
                forms.add(&with(lemma, "ed"), &[Trait::PastOrParticiple], use_of(1));
            }
            'a' if lower => {
                forms.add(lemma, &[Trait::Adjective], use_of(2));
                if lemma.len() <= 7 {
                    forms.add(&with(lemma, "er"), &[Trait::Comparative], None);
                    forms.add(&with(lemma, "est"), &[Trait::Superlative], None);
                }
            }
            'a' => forms.add(lemma, &[Trait::Group], None),
            _ => forms.add(lemma, &[Trait::Adverb], use_of(3)),
        }
    }
}

/// A line of a list of exceptions: a form and its lemmas.
fn exception(forms: &mut Forms, wordnet: &WordNet, line: &str, pos: char, what: &[Trait]) {
    let Some((form, lemmas)) = line.split_once(' ') else { return };
    let count = |lemma| wordnet.senses(pos, lemma).iter().map(|sense| sense.count).sum::<u32>();
    let count = lemmas.split(' ').map(count).sum();
    match pos {
        'v' if form.ends_with("ing") => forms.add(form, &[Trait::VerbInIng], Some((1, count))),
        'v' => forms.add(form, what, Some((1, count))),
        'a' if form.ends_with("est") => forms.add(form, &[Trait::Superlative], None),
        'a' => forms.add(form, &[Trait::Comparative], None),
        _ => forms.add(form, what, Some((0, count))),
    }
}

/// "box" to "boxes", "city" to "cities".
fn with_s(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

/// "move" to "moved", "carry" to "carried".
fn with(lemma: &str, ending: &str) -> String {
    match (lemma.strip_suffix('y'), lemma.strip_suffix('e')) {
        (Some(stem), _) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}i{ending}"),
        (_, Some(stem)) => format!("{stem}{ending}"),
        _ => format!("{lemma}{ending}"),
    }
}

fn sections(forms: &BTreeMap<String, Traits>) -> [Vec<u8>; 2] {
    let mut counts: BTreeMap<Traits, usize> = BTreeMap::new();
    forms.values().for_each(|&set| *counts.entry(set).or_default() += 1);
    let mut sets: Vec<Traits> = counts.keys().copied().collect();
    sets.sort_by_key(|set| (std::cmp::Reverse(counts[set]), *set));
    sets.truncate((1 << SET_BITS) - 1);
    let numbers: BTreeMap<Traits, u32> = sets.iter().zip(1..).map(|(&set, number)| (set, number)).collect();
    // Numbers of equal length are one word, which takes what the last of them is.
    let entries: BTreeMap<u64, u32> = forms.iter().filter_map(|(form, set)| Some((key(form), *numbers.get(set)?))).collect();
    eprintln!("  {} forms, {} sets", entries.len(), sets.len());
    [table(&entries.into_iter().collect::<Vec<_>>(), SET_BITS), sets.into_iter().flat_map(u32::to_le_bytes).collect()]
}
