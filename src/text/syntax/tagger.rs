//! The tagger: an averaged perceptron over words, endings, shapes, neighbours and the tags so far, from left to right (Collins 2002).

use super::features::{Form, mix};
use super::model::{CLASSES, Model, Section, Weights};
use super::{Pos, Tag};

/// The class that stands before the sentence.
const OUTSIDE: u64 = 0xFF;

/// A fitted tagger. Its classes are pairs of a Penn tag and a universal part of speech.
#[derive(Debug, Clone, Copy)]
pub struct Tagger<'a> {
    classes: &'a [u8],
    weights: Weights<'a>,
}

impl<'a> Tagger<'a> {
    /// The tagger of a model.
    pub fn new(model: Model<'a>) -> Self {
        Self { classes: model.section(Section::Classes), weights: model.weights(Section::TaggerSlots, Section::TaggerRows) }
    }

    /// The class of every word.
    pub fn classes(&self, forms: &[Form]) -> Vec<u8> {
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512dq") {
            // SAFETY: the processor has what the function is compiled for.
            return unsafe { self.classes_widest(forms) };
        } else if is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { self.classes_wide(forms) };
        }
        self.classes_plain(forms)
    }

    /// As [`Tagger::classes_plain`], all that is compiled into it working on more numbers at a time.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn classes_wide(&self, forms: &[Form]) -> Vec<u8> {
        self.classes_plain(forms)
    }

    /// The same for processors that work on still more.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512bw,avx512dq")]
    fn classes_widest(&self, forms: &[Form]) -> Vec<u8> {
        self.classes_plain(forms)
    }

    #[inline(always)]
    fn classes_plain(&self, forms: &[Form]) -> Vec<u8> {
        let mut classes = Vec::with_capacity(forms.len());
        let mut features = Vec::with_capacity(64);
        let count = (self.classes.len() / 2).clamp(1, CLASSES);
        for i in 0..forms.len() {
            features.clear();
            extract(forms, i, &classes, &mut features);
            let mut scores = [0; CLASSES];
            self.weights.add(&features, &mut scores);
            classes.push(best(&scores[..count]));
        }
        classes
    }

    /// The tags that a class stands for.
    pub fn tags(&self, class: u8) -> (Tag, Pos) {
        let at = 2 * usize::from(class);
        let tag = self.classes.get(at).and_then(|&i| Tag::ALL.get(usize::from(i)));
        let pos = self.classes.get(at + 1).and_then(|&i| Pos::ALL.get(usize::from(i)));
        (tag.copied().unwrap_or(Tag::Xx), pos.copied().unwrap_or(Pos::X))
    }
}

/// The first of the highest scores.
#[inline(always)]
pub fn best(scores: &[i32]) -> u8 {
    let mut highest = i32::MIN;
    for &score in scores {
        highest = highest.max(score);
    }
    scores.iter().position(|&score| score == highest).unwrap_or(0) as u8
}

/// Adds to `out` the features of word `i`, where `before` are the classes of the words before it.
pub fn extract(forms: &[Form], i: usize, before: &[u8], out: &mut Vec<u64>) {
    let outside = Form::default();
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|i| forms.get(i)).unwrap_or(&outside);
    let (two_back, back, form, ahead, two_ahead) = (at(-2), at(-1), at(0), at(1), at(2));
    let class = |offset: usize| i.checked_sub(offset).map_or(OUTSIDE, |i| u64::from(before[i]));
    let (one, two) = (class(1), class(2));
    let mut template = 0;
    let mut add = |a: u64, b: u64| {
        template += 1;
        out.push(mix(template, a, b));
    };
    add(0, 0);
    add(form.lower, 0);
    add(form.lower, form.shape);
    form.prefix.iter().for_each(|&p| add(p, 0));
    form.suffix.iter().for_each(|&s| add(s, 0));
    add(form.shape, 0);
    add(form.shape, u64::from(i == 0));
    add(form.shape, form.suffix[2]);
    add(one, 0);
    add(one, two + 1);
    add(one, form.lower);
    add(one, form.suffix[2]);
    add(one, form.shape);
    add(mix(0, one, two), form.lower);
    add(back.lower, 0);
    add(back.lower, form.lower);
    add(back.suffix[2], one);
    add(back.shape, form.shape);
    add(two_back.lower, 0);
    add(two_back.lower, back.lower);
    add(ahead.lower, 0);
    add(ahead.lower, form.lower);
    add(ahead.lower, one);
    add(ahead.suffix[1], form.suffix[1]);
    add(ahead.suffix[2], 0);
    add(ahead.suffix[2], one);
    add(ahead.shape, form.shape);
    add(ahead.shape, form.suffix[1]);
    add(two_ahead.lower, 0);
    add(two_ahead.lower, ahead.lower);
    add(two_ahead.suffix[2], ahead.suffix[2]);
    add(mix(0, back.lower, ahead.lower), 0);
    add(mix(0, back.shape, ahead.shape), form.shape);
    add(form.traits, 0);
    add(form.traits, form.shape);
    add(form.traits, form.suffix[1]);
    add(form.traits, one);
    add(mix(0, one, two), form.traits);
    add(back.traits, form.traits);
    add(ahead.traits, 0);
    add(ahead.traits, form.traits);
    add(mix(0, one, form.traits), ahead.traits);
    add(mix(0, form.traits, ahead.traits), two_ahead.traits);
    add(ahead.traits, form.lower);
    add(mix(0, one, form.lower), ahead.lower);
    add(mix(0, one, form.lower), ahead.traits);
}
