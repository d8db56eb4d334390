//! Inflection: the past, the -ing form and the third person of a verb, for a relation or a question whose words stand otherwise.

/// Irregular verbs: the lemma and its past. Sorted.
const PAST: [(&str, &str); 92] = [
    ("beat", "beat"),
    ("become", "became"),
    ("begin", "began"),
    ("bet", "bet"),
    ("bite", "bit"),
    ("blow", "blew"),
    ("break", "broke"),
    ("bring", "brought"),
    ("build", "built"),
    ("burst", "burst"),
    ("buy", "bought"),
    ("cast", "cast"),
    ("catch", "caught"),
    ("choose", "chose"),
    ("come", "came"),
    ("cost", "cost"),
    ("cut", "cut"),
    ("deal", "dealt"),
    ("do", "did"),
    ("draw", "drew"),
    ("drink", "drank"),
    ("drive", "drove"),
    ("eat", "ate"),
    ("fall", "fell"),
    ("feel", "felt"),
    ("fight", "fought"),
    ("find", "found"),
    ("flee", "fled"),
    ("fly", "flew"),
    ("forbid", "forbade"),
    ("forget", "forgot"),
    ("forgive", "forgave"),
    ("freeze", "froze"),
    ("get", "got"),
    ("give", "gave"),
    ("go", "went"),
    ("grow", "grew"),
    ("hang", "hung"),
    ("have", "had"),
    ("hear", "heard"),
    ("hide", "hid"),
    ("hit", "hit"),
    ("hold", "held"),
    ("hurt", "hurt"),
    ("keep", "kept"),
    ("know", "knew"),
    ("lay", "laid"),
    ("lead", "led"),
    ("leave", "left"),
    ("lend", "lent"),
    ("let", "let"),
    ("lie", "lay"),
    ("lose", "lost"),
    ("make", "made"),
    ("mean", "meant"),
    ("meet", "met"),
    ("pay", "paid"),
    ("put", "put"),
    ("quit", "quit"),
    ("read", "read"),
    ("ride", "rode"),
    ("ring", "rang"),
    ("rise", "rose"),
    ("run", "ran"),
    ("say", "said"),
    ("see", "saw"),
    ("sell", "sold"),
    ("send", "sent"),
    ("set", "set"),
    ("shoot", "shot"),
    ("shut", "shut"),
    ("sing", "sang"),
    ("sink", "sank"),
    ("sit", "sat"),
    ("sleep", "slept"),
    ("speak", "spoke"),
    ("spend", "spent"),
    ("split", "split"),
    ("spread", "spread"),
    ("stand", "stood"),
    ("steal", "stole"),
    ("strike", "struck"),
    ("swear", "swore"),
    ("swim", "swam"),
    ("take", "took"),
    ("teach", "taught"),
    ("tell", "told"),
    ("think", "thought"),
    ("throw", "threw"),
    ("wear", "wore"),
    ("win", "won"),
    ("write", "wrote"),
];

/// The past: "joined", "wrote". `lemma` is in lower case.
pub fn past(lemma: &str) -> String {
    if let Ok(place) = PAST.binary_search_by(|(verb, _)| verb.cmp(&lemma)) {
        return PAST[place].1.to_string();
    }
    match lemma {
        "be" => "was".into(),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ if is_consonant_y(lemma) => format!("{}ied", &lemma[..lemma.len() - 1]),
        _ if doubles(lemma) => format!("{lemma}{}ed", last(lemma)),
        _ => format!("{lemma}ed"),
    }
}

/// Verbs whose participle is not their past. Sorted.
const PARTICIPLES: [(&str, &str); 34] = [
    ("become", "become"),
    ("begin", "begun"),
    ("bite", "bitten"),
    ("blow", "blown"),
    ("break", "broken"),
    ("choose", "chosen"),
    ("come", "come"),
    ("do", "done"),
    ("draw", "drawn"),
    ("drink", "drunk"),
    ("drive", "driven"),
    ("eat", "eaten"),
    ("fly", "flown"),
    ("forbid", "forbidden"),
    ("forget", "forgotten"),
    ("forgive", "forgiven"),
    ("freeze", "frozen"),
    ("give", "given"),
    ("go", "gone"),
    ("grow", "grown"),
    ("hide", "hidden"),
    ("know", "known"),
    ("ride", "ridden"),
    ("ring", "rung"),
    ("run", "run"),
    ("see", "seen"),
    ("sing", "sung"),
    ("sink", "sunk"),
    ("speak", "spoken"),
    ("steal", "stolen"),
    ("take", "taken"),
    ("throw", "thrown"),
    ("wear", "worn"),
    ("write", "written"),
];

/// The past participle: "joined", "written". `lemma` is in lower case.
pub fn participle(lemma: &str) -> String {
    PARTICIPLES.binary_search_by(|(verb, _)| verb.cmp(&lemma)).map_or_else(|_| past(lemma), |place| PARTICIPLES[place].1.to_string())
}

/// The -ing form: "joining", "writing", "running".
pub fn gerund(lemma: &str) -> String {
    match lemma {
        "be" | "see" | "flee" | "agree" | "free" => format!("{lemma}ing"),
        "die" | "lie" | "tie" => format!("{}ying", &lemma[..lemma.len() - 2]),
        _ if lemma.ends_with('e') => format!("{}ing", &lemma[..lemma.len() - 1]),
        _ if doubles(lemma) => format!("{lemma}{}ing", last(lemma)),
        _ => format!("{lemma}ing"),
    }
}

/// The third person of the present: "joins", "carries".
pub fn third(lemma: &str) -> String {
    match lemma {
        "have" => "has".into(),
        "be" => "is".into(),
        _ if is_consonant_y(lemma) => format!("{}ies", &lemma[..lemma.len() - 1]),
        _ if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

fn last(lemma: &str) -> char {
    lemma.chars().next_back().unwrap_or_default()
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_consonant_y(lemma: &str) -> bool {
    matches!(lemma.as_bytes(), [.., before, b'y'] if !is_vowel(*before))
}

/// Whether the last consonant is doubled before an ending: one syllable, one vowel, one consonant ("stop", not "look" or "open").
fn doubles(lemma: &str) -> bool {
    let letters = lemma.as_bytes();
    let [start @ .., vowel, end] = letters else { return false };
    is_vowel(*vowel)
        && !is_vowel(*end)
        && !matches!(end, b'w' | b'x' | b'y')
        && !start.is_empty()
        && start.iter().all(|letter| !is_vowel(*letter) && letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_take_their_forms() {
        let check = |lemma: &str, expected: [&str; 3]| assert_eq!([past(lemma), gerund(lemma), third(lemma)], expected);
        check("join", ["joined", "joining", "joins"]);
        check("write", ["wrote", "writing", "writes"]);
        check("stop", ["stopped", "stopping", "stops"]);
        check("carry", ["carried", "carrying", "carries"]);
        check("look", ["looked", "looking", "looks"]);
        check("open", ["opened", "opening", "opens"]);
        check("flee", ["fled", "fleeing", "flees"]);
        check("die", ["died", "dying", "dies"]);
        check("go", ["went", "going", "goes"]);
        assert!(PAST.is_sorted_by(|a, b| a.0 < b.0), "the table is sorted");
    }
}
