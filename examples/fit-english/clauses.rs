//! Short statements: the clauses of the treebank's sentences, each by itself.

use docent::text::{Pos, Relation, Tag};

use crate::conllu::{Gold, Sentence};
use crate::statement::sentence;
use crate::tags::capitalised;

/// The longest clause that is taken, in words.
const LONGEST: usize = 16;

/// The finite clauses within the sentences that have a subject before their verb and can stand alone.
pub fn clauses(sentences: &[Sentence]) -> Vec<Sentence> {
    sentences.iter().flat_map(|s| (0..s.words.len()).filter_map(|top| clause(&s.words, top)).collect::<Vec<_>>()).collect()
}

fn clause(words: &[Gold], top: usize) -> Option<Sentence> {
    let children = || (0..words.len()).filter(|&i| words[i].head == Some(top));
    let subject = children().find(|&i| matches!(words[i].relation, Relation::Nsubj | Relation::NsubjPass))?;
    let finite = children().find(|&i| matches!(words[i].relation, Relation::Aux | Relation::AuxPass | Relation::Cop)).unwrap_or(top);
    let is_finite =
        matches!(words[finite].tag, Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md) && words[finite].form.len() > 2 && finite > subject;
    let whole = matches!(words[top].relation, Relation::Root | Relation::Conj | Relation::Ccomp | Relation::Advcl | Relation::Parataxis);
    let asks = (0..words.len()).any(|i| matches!(words[i].tag, Tag::Wp | Tag::Wdt | Tag::Wrb) && is_under(words, i, top));
    if !is_finite || !whole || asks {
        return None;
    }
    let dropped = |i: usize| {
        let branch = std::iter::successors(Some(i), |&i| words[i].head).find(|&i| words[i].head == Some(top));
        branch.is_some_and(|branch| {
            use Relation::*;
            let aside = matches!(
                words[branch].relation.base(),
                Punct | Cc | Mark | Conj | Parataxis | Discourse | Vocative | Advcl | Dislocated | Reparandum
            );
            aside || branch < subject && words[branch].relation.base() == Advmod
        })
    };
    let kept: Vec<usize> = (0..words.len()).filter(|&i| is_under(words, i, top) && !dropped(i)).collect();
    if kept.len() < 2 || kept.len() > LONGEST || kept.len() + 1 >= words.len() || words[kept[0]].pos == Pos::Punct {
        return None;
    }
    let mut out = Vec::new();
    for (at, &i) in kept.iter().enumerate() {
        let mut word = words[i].clone();
        word.head = if i == top { None } else { word.head.and_then(|head| kept.iter().position(|&k| k == head)) };
        if i == top {
            word.relation = Relation::Root;
        }
        if at == 0 {
            word.form = capitalised(&word.form);
        }
        out.push(word);
    }
    let top = out.iter().position(|word| word.head.is_none())?;
    let stop = Gold { form: ".".into(), lemma: ".".into(), tag: Tag::Stop, pos: Pos::Punct, head: Some(top), relation: Relation::Punct };
    out.push(stop);
    Some(sentence(out))
}

fn is_under(words: &[Gold], i: usize, top: usize) -> bool {
    std::iter::successors(Some(i), |&i| words[i].head).any(|i| i == top)
}
