//! Words, endings and marks that are cut, or kept whole, in ways of their own.

/// Words that take a hyphen without being cut at it, in lower case ("co-founder", "mid-2000s", "e-mail").
pub const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "multi",
    "neo", "non", "over", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un",
    "under", "uni", "vice",
];

/// Words written with a full stop that does not end a sentence, in lower case and without it.
pub const ABBREVIATIONS: &[&str] = &[
    "adm", "al", "approx", "apr", "assn", "attn", "aug", "ave", "blvd", "brig", "bros", "ca", "capt", "cf", "co", "col", "comdr", "corp",
    "cpl", "dec", "dept", "dr", "drs", "ed", "eds", "eg", "esp", "est", "etc", "ext", "feb", "fig", "fri", "ft", "gen", "gov", "hon",
    "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mon", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "oz", "pp",
    "pres", "prof", "pvt", "rep", "reps", "rev", "sat", "sen", "sens", "sept", "sgt", "sr", "st", "ste", "sts", "supt", "thu", "thur",
    "thurs", "tue", "tues", "univ", "vol", "vs", "wed", "yrs",
];

/// Spellings that hide two words, and the length in bytes of the first.
pub const FUSED: &[(&str, usize)] = &[
    ("aint", 2),
    ("alot", 1),
    ("arent", 3),
    ("arnt", 2),
    ("cannot", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("gonna", 3),
    ("gotta", 3),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("hes", 2),
    ("hows", 3),
    ("im", 1),
    ("isnt", 2),
    ("ive", 1),
    ("outta", 3),
    ("shouldnt", 6),
    ("thats", 4),
    ("theres", 5),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("whats", 4),
    ("whens", 4),
    ("wheres", 5),
    ("whos", 3),
    ("wont", 2),
    ("wouldnt", 5),
    ("youll", 3),
    ("youre", 3),
    ("youve", 3),
];

/// Words before which "its" and "your" are misspellings of "it's" and "you're".
pub const AFTER_COPULA: &[&str] = &[
    "a",
    "about",
    "also",
    "an",
    "been",
    "between",
    "definitely",
    "for",
    "from",
    "getting",
    "going",
    "in",
    "like",
    "not",
    "nothing",
    "probably",
    "really",
    "simply",
    "so",
    "the",
    "too",
];

/// Endings that follow an apostrophe and stand as words of their own, in lower case.
pub const CLITICS: &[&str] = &["s", "m", "d", "ll", "re", "ve"];

/// Units that stand as words of their own behind a number, in lower case.
pub const UNITS: &[&str] = &[
    "am", "cm", "ft", "g", "gb", "hp", "hr", "hrs", "k", "kg", "km", "lb", "lbs", "m", "mb", "mg", "min", "mins", "ml", "mm", "mph", "oz",
    "pm",
];

/// Faces that stand as one token.
pub const FACES: &[&str] = &[":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P", ":p", "=)", "(:", "^_^", ":/", "<3"];

/// Endings of file names and of sites, in lower case.
pub const FILES: &[&str] =
    &["com", "doc", "docx", "gif", "htm", "html", "jpg", "net", "org", "pdf", "png", "ppt", "txt", "xls", "xml", "zip"];

/// Marks that make one token where three or more of them, of whatever kinds, stand together: lines, arrows, frames.
pub const STROKES: &[char] = &['-', '=', '*', '~', '<', '>', '|', '+', '_', '^', '\\', '/'];
