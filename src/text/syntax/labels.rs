//! The labels of a reading: universal parts of speech, Penn tags, universal relations (v2, with the subtypes of the English Web Treebank).

use serde::{Deserialize, Serialize};

/// Defines an enum of labels with their names in the treebank, which are also their names in JSON.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $label:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $text)] $label,)*
        }

        impl $name {
            /// Every label, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$label),*];

            /// The name in the treebank.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$label => $text),* }
            }

            /// The label of that name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|label| label.as_str() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

labels! {
    /// A universal part of speech.
    Pos {
        /// Adjective.
        Adj = "ADJ",
        /// Preposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Common noun.
        Noun = "NOUN",
        /// Number.
        Num = "NUM",
        /// Particle: "to", "not", "'s".
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Full verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

labels! {
    /// A Penn tag.
    Tag {
        /// Currency.
        Dollar = "$",
        /// Opening quotation mark.
        OpenQuote = "``",
        /// Closing quotation mark.
        CloseQuote = "''",
        /// Opening bracket.
        OpenBracket = "-LRB-",
        /// Closing bracket.
        CloseBracket = "-RRB-",
        /// Comma.
        Comma = ",",
        /// Full stop, question or exclamation mark.
        Stop = ".",
        /// Colon, semicolon, dash.
        Colon = ":",
        /// Address.
        Add = "ADD",
        /// Affix.
        Afx = "AFX",
        /// Coordinating conjunction.
        Cc = "CC",
        /// Cardinal number.
        Cd = "CD",
        /// Determiner.
        Dt = "DT",
        /// Existential "there".
        Ex = "EX",
        /// Foreign word.
        Fw = "FW",
        /// Part of a broken word.
        Gw = "GW",
        /// Hyphen.
        Hyph = "HYPH",
        /// Preposition or subordinating conjunction.
        In = "IN",
        /// Adjective.
        Jj = "JJ",
        /// Comparative adjective.
        Jjr = "JJR",
        /// Superlative adjective.
        Jjs = "JJS",
        /// List marker.
        Ls = "LS",
        /// Modal verb.
        Md = "MD",
        /// Superfluous punctuation.
        Nfp = "NFP",
        /// Noun, singular.
        Nn = "NN",
        /// Proper noun, singular.
        Nnp = "NNP",
        /// Proper noun, plural.
        Nnps = "NNPS",
        /// Noun, plural.
        Nns = "NNS",
        /// Predeterminer.
        Pdt = "PDT",
        /// Possessive ending.
        Possessive = "POS",
        /// Personal pronoun.
        Prp = "PRP",
        /// Possessive pronoun.
        PrpPossessive = "PRP$",
        /// Adverb.
        Rb = "RB",
        /// Comparative adverb.
        Rbr = "RBR",
        /// Superlative adverb.
        Rbs = "RBS",
        /// Verb particle.
        Rp = "RP",
        /// Symbol.
        Sym = "SYM",
        /// "to".
        To = "TO",
        /// Interjection.
        Uh = "UH",
        /// Verb, base form.
        Vb = "VB",
        /// Verb, past.
        Vbd = "VBD",
        /// Verb, -ing form.
        Vbg = "VBG",
        /// Verb, past participle.
        Vbn = "VBN",
        /// Verb, present, not third person singular.
        Vbp = "VBP",
        /// Verb, present, third person singular.
        Vbz = "VBZ",
        /// Wh-determiner.
        Wdt = "WDT",
        /// Wh-pronoun.
        Wp = "WP",
        /// "whose".
        WpPossessive = "WP$",
        /// Wh-adverb.
        Wrb = "WRB",
        /// Unknown.
        Xx = "XX",
    }
}

labels! {
    /// A universal relation between a word and its head.
    Relation {
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Relative clause.
        AclRelcl = "acl:relcl",
        /// Adverbial clause.
        Advcl = "advcl",
        /// Relative clause on a clause.
        AdvclRelcl = "advcl:relcl",
        /// Adverb.
        Advmod = "advmod",
        /// Adjective of a noun.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary.
        Aux = "aux",
        /// Passive auxiliary.
        AuxPass = "aux:pass",
        /// Preposition or possessive ending.
        Case = "case",
        /// Conjunction word.
        Cc = "cc",
        /// "both" of "both … and".
        CcPreconj = "cc:preconj",
        /// Clausal complement.
        Ccomp = "ccomp",
        /// Noun that modifies a noun.
        Compound = "compound",
        /// Verb particle.
        CompoundPrt = "compound:prt",
        /// Second and later part of a coordination.
        Conj = "conj",
        /// Copula.
        Cop = "cop",
        /// Clause as subject.
        Csubj = "csubj",
        /// Clause as subject of a clause.
        CsubjOuter = "csubj:outer",
        /// Clause as subject of a passive.
        CsubjPass = "csubj:pass",
        /// Unknown.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Predeterminer.
        DetPredet = "det:predet",
        /// Interjection.
        Discourse = "discourse",
        /// Fronted or postposed part.
        Dislocated = "dislocated",
        /// "there", dummy "it".
        Expl = "expl",
        /// Later word of a fixed expression.
        Fixed = "fixed",
        /// Later word of a name.
        Flat = "flat",
        /// Later part of a broken word.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// List item.
        List = "list",
        /// Subordinator, infinitive "to".
        Mark = "mark",
        /// Noun that modifies a noun, with a preposition.
        Nmod = "nmod",
        /// Title or description before a name.
        NmodDesc = "nmod:desc",
        /// Possessor.
        NmodPoss = "nmod:poss",
        /// Noun that modifies a noun, without a preposition.
        NmodUnmarked = "nmod:unmarked",
        /// Subject.
        Nsubj = "nsubj",
        /// Subject of a clause that has its own.
        NsubjOuter = "nsubj:outer",
        /// Subject of a passive.
        NsubjPass = "nsubj:pass",
        /// Number of a noun.
        Nummod = "nummod",
        /// Object.
        Obj = "obj",
        /// Noun that modifies a verb, with a preposition.
        Obl = "obl",
        /// Agent of a passive.
        OblAgent = "obl:agent",
        /// Noun that modifies a verb, without a preposition.
        OblUnmarked = "obl:unmarked",
        /// Dependent of an elided word.
        Orphan = "orphan",
        /// Clause side by side.
        Parataxis = "parataxis",
        /// Punctuation.
        Punct = "punct",
        /// Corrected slip.
        Reparandum = "reparandum",
        /// Root of the sentence.
        Root = "root",
        /// Person addressed.
        Vocative = "vocative",
        /// Complement without its own subject.
        Xcomp = "xcomp",
    }
}

impl Relation {
    /// The relation without its subtype: `nsubj:pass` is an `nsubj`.
    pub fn base(self) -> Self {
        use Relation::*;
        match self {
            AclRelcl => Acl,
            AdvclRelcl => Advcl,
            AuxPass => Aux,
            CcPreconj => Cc,
            CompoundPrt => Compound,
            CsubjOuter | CsubjPass => Csubj,
            DetPredet => Det,
            NmodDesc | NmodPoss | NmodUnmarked => Nmod,
            NsubjOuter | NsubjPass => Nsubj,
            OblAgent | OblUnmarked => Obl,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        assert!(Pos::ALL.iter().all(|&l| Pos::named(l.as_str()) == Some(l)));
        assert!(Tag::ALL.iter().all(|&l| Tag::named(l.as_str()) == Some(l)));
        assert!(Relation::ALL.iter().all(|&l| Relation::named(l.as_str()) == Some(l)));
    }

    #[test]
    fn the_base_is_the_name_before_the_colon() {
        for &relation in Relation::ALL {
            assert_eq!(relation.base().as_str(), relation.as_str().split(':').next().unwrap_or_default());
        }
    }
}
