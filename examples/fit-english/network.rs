//! The parser's network while it learns: the same layers as `docent::text::syntax::encoder`, in floating point, with the way back.

use docent::text::syntax::model::CLASSES;
use docent::text::syntax::network::{
    Block, DISTANCES, EMBEDDING, EMBEDDING_BITS, FEATURES, FIRST_DEPENDENT, FLOW_BITS, HIDDEN, MEMORY, MIXED, POSITIONS, RELATIONS, SCORES,
    VECTOR, WEIGHT_BITS, WINDOW,
};
use docent::text::syntax::product::{LANES, place};
use docent::text::syntax::state::MOVES;
use docent::text::vectors::WIDTH;

use crate::adam::{Learning, Weights};
use crate::dice::Dice;
use crate::meanings::Meaning;

const GATES: usize = 6 * MEMORY;

/// A network's weights.
pub struct Network {
    embeddings: Weights<EMBEDDING>,
    /// From a word's vector of meaning to its share in the embedding.
    meanings: Weights<EMBEDDING>,
    window: Weights<MIXED>,
    window_bias: Weights<MIXED>,
    gates: Weights<GATES>,
    gates_bias: Weights<GATES>,
    shares: Vec<Weights<HIDDEN>>,
    nothing: Weights<HIDDEN>,
    root: Weights<HIDDEN>,
    relations: Weights<HIDDEN>,
    distances: Weights<HIDDEN>,
    taken: Weights<HIDDEN>,
    hidden_bias: Weights<HIDDEN>,
    moves: Weights<MOVES>,
    moves_bias: Weights<MOVES>,
    tags: Weights<CLASSES>,
    tagged: Weights<CLASSES>,
    /// The share of numbers that is left out of each layer while learning.
    left_out: f32,
}

/// A word as it enters the network.
pub struct Input<'m> {
    /// The rows of its features' embeddings; nought for none.
    pub rows: [usize; FEATURES],
    pub meaning: Option<&'m Meaning>,
}

/// A sentence on its way through the layers; every step is kept for the way back.
#[derive(Default)]
pub struct Passage {
    embedded: Vec<[f32; EMBEDDING]>,
    mixed: Vec<[f32; MIXED]>,
    mixed_mask: Vec<[f32; MIXED]>,
    taken: Vec<[f32; GATES]>,
    /// Gates and memories, forward and backward.
    gates: Vec<[[f32; MEMORY]; 2]>,
    memories: Vec<[[f32; MEMORY]; 2]>,
    vectors: Vec<[f32; VECTOR]>,
    vectors_mask: Vec<[f32; VECTOR]>,
    /// The shares of each word in the hidden layer that were asked for.
    shares: Vec<[Option<[f32; HIDDEN]>; POSITIONS]>,
    shares_gradient: Vec<[[f32; HIDDEN]; POSITIONS]>,
    vectors_gradient: Vec<[f32; VECTOR]>,
}

impl Passage {
    /// The share of a word at a position, whose weights are given; none for the root.
    fn share(&mut self, word: usize, position: usize, weights: &Weights<HIDDEN>) -> Option<&[f32; HIDDEN]> {
        let share = &mut self.shares.get_mut(word)?[position];
        Some(share.get_or_insert_with(|| {
            let mut share = [0.0; HIDDEN];
            weights.multiply(0, &self.vectors[word], &mut share);
            share
        }))
    }
}

/// What the hidden layer saw of a state, and what it made of it.
pub struct Glance {
    at: [Option<usize>; POSITIONS],
    details: Vec<(Block, usize)>,
    hidden: [f32; HIDDEN],
    mask: [f32; HIDDEN],
}

impl Network {
    /// Random weights with room for `rows` embeddings, of which the first stays nought.
    pub fn new(rows: usize, left_out: f32, d: &mut Dice) -> Self {
        let size = |inputs: usize, outputs: usize| (6.0 / (inputs + outputs) as f32).sqrt();
        let mut network = Self {
            embeddings: Weights::new(rows, 0.15, d, true),
            meanings: Weights::new(WIDTH, 0.2, d, false),
            window: Weights::new(WINDOW * EMBEDDING, size(WINDOW * EMBEDDING, MIXED), d, false),
            window_bias: Weights::new(1, 0.0, d, false),
            gates: Weights::new(MIXED, size(MIXED, VECTOR), d, false),
            gates_bias: Weights::new(1, 0.0, d, false),
            shares: (0..POSITIONS).map(|_| Weights::new(VECTOR, size(POSITIONS * VECTOR / 2, HIDDEN), d, false)).collect(),
            nothing: Weights::new(POSITIONS, 0.1, d, false),
            root: Weights::new(POSITIONS, 0.1, d, false),
            relations: Weights::new((POSITIONS - FIRST_DEPENDENT) * RELATIONS, 0.05, d, true),
            distances: Weights::new(3 * DISTANCES, 0.05, d, true),
            taken: Weights::new(3 * RELATIONS, 0.05, d, true),
            hidden_bias: Weights::new(1, 0.0, d, false),
            moves: Weights::new(HIDDEN, size(HIDDEN, MOVES), d, false),
            moves_bias: Weights::new(1, 0.0, d, false),
            tags: Weights::new(VECTOR, size(VECTOR, CLASSES), d, false),
            tagged: Weights::new(CLASSES, 0.0, d, true),
            left_out,
        };
        for k in 0..MEMORY {
            // A memory begins rather slow.
            network.gates_bias.now[0][k] = -0.5;
            network.gates_bias.now[0][2 * MEMORY + k] = -0.5;
        }
        network
    }

    /// All weights.
    pub fn all(&mut self) -> Vec<&mut dyn Learning> {
        let mut all: Vec<&mut dyn Learning> = vec![
            &mut self.embeddings,
            &mut self.meanings,
            &mut self.window,
            &mut self.window_bias,
            &mut self.gates,
            &mut self.gates_bias,
            &mut self.nothing,
            &mut self.root,
            &mut self.relations,
            &mut self.distances,
            &mut self.taken,
            &mut self.hidden_bias,
            &mut self.moves,
            &mut self.moves_bias,
            &mut self.tags,
            &mut self.tagged,
        ];
        all.extend(self.shares.iter_mut().map(|shares| shares as &mut dyn Learning));
        all
    }

    /// Takes a sentence's words, as rows of embeddings, to their shares in the hidden layer.
    pub fn encode(&self, words: &[Input], dice: &mut Dice) -> Passage {
        let count = words.len();
        let mut p = Passage { embedded: vec![[0.0; EMBEDDING]; count + WINDOW - 1], ..Passage::default() };
        for (word, sum) in words.iter().zip(&mut p.embedded[WINDOW / 2..]) {
            for &row in word.rows.iter().filter(|&&row| row > 0) {
                sum.iter_mut().zip(&self.embeddings.now[row]).for_each(|(sum, by)| *sum += by);
            }
            if let Some(meaning) = word.meaning {
                self.meanings.multiply(0, meaning, sum);
            }
        }
        for i in 0..count {
            let mut mixed = self.window_bias.now[0];
            self.window.multiply(0, p.embedded[i..i + WINDOW].as_flattened(), &mut mixed);
            p.mixed_mask.push(dice.mask(self.left_out));
            p.mixed.push(rectified(mixed, &p.mixed_mask[i]));
            let mut taken = self.gates_bias.now[0];
            self.gates.multiply(0, &p.mixed[i], &mut taken);
            p.taken.push(taken);
        }
        p.gates = vec![[[0.0; MEMORY]; 2]; count];
        p.memories = vec![[[0.0; MEMORY]; 2]; count];
        for way in 0..2 {
            let mut memory = [0.0; MEMORY];
            for i in along(count, way == 0) {
                for (k, kept) in memory.iter_mut().enumerate() {
                    let gate = (p.taken[i][2 * way * MEMORY + k] * 0.25 + 0.5).clamp(0.0, 1.0);
                    *kept += gate * (p.taken[i][(2 * way + 1) * MEMORY + k] - *kept);
                    p.gates[i][way][k] = gate;
                }
                p.memories[i][way] = memory;
            }
        }
        for i in 0..count {
            let memory = p.memories[i].as_flattened();
            p.vectors_mask.push(dice.mask(self.left_out));
            p.vectors.push(rectified(std::array::from_fn(|k| p.taken[i][4 * MEMORY + k] + memory[k]), &p.vectors_mask[i]));
        }
        p.shares = vec![[None; POSITIONS]; count];
        p.shares_gradient = vec![[[0.0; HIDDEN]; POSITIONS]; count];
        p.vectors_gradient = vec![[0.0; VECTOR]; count];
        p
    }

    /// The scores of the moves in a state whose words stand `at` these places and that has these details.
    pub fn scores(
        &self,
        p: &mut Passage,
        at: [Option<usize>; POSITIONS],
        details: Vec<(Block, usize)>,
        dice: &mut Dice,
    ) -> ([f32; MOVES], Glance) {
        let mut hidden = self.hidden_bias.now[0];
        let mut add = |row: &[f32; HIDDEN]| hidden.iter_mut().zip(row).for_each(|(sum, by)| *sum += by);
        for (position, word) in at.iter().enumerate() {
            add(match word {
                None => &self.nothing.now[position],
                Some(word) => p.share(*word, position, &self.shares[position]).unwrap_or(&self.root.now[position]),
            });
        }
        for &(block, row) in &details {
            add(&self.details(block).now[row]);
        }
        let mask = dice.mask(self.left_out);
        let hidden = rectified(hidden, &mask);
        let mut scores = self.moves_bias.now[0];
        self.moves.multiply(0, &hidden, &mut scores);
        (scores, Glance { at, details, hidden, mask })
    }

    fn details(&self, block: Block) -> &Weights<HIDDEN> {
        match block {
            Block::Relations => &self.relations,
            Block::Distances => &self.distances,
            _ => &self.taken,
        }
    }

    /// The way back of [`Network::scores`].
    pub fn pull_scores(&mut self, p: &mut Passage, glance: &Glance, scores: &[f32; MOVES]) {
        let mut back = [0.0; HIDDEN];
        self.moves.pull_back(0, &glance.hidden, scores, &mut back);
        self.moves_bias.pull(0, scores);
        let back = through(&glance.hidden, &glance.mask, &back);
        for (position, word) in glance.at.iter().enumerate() {
            match word {
                None => self.nothing.pull(position, &back),
                Some(word) => match p.shares_gradient.get_mut(*word) {
                    None => self.root.pull(position, &back),
                    Some(shares) => shares[position].iter_mut().zip(&back).for_each(|(sum, by)| *sum += by),
                },
            }
        }
        for &(block, row) in &glance.details {
            match block {
                Block::Relations => self.relations.pull(row, &back),
                Block::Distances => self.distances.pull(row, &back),
                _ => self.taken.pull(row, &back),
            }
        }
        self.hidden_bias.pull(0, &back);
    }

    /// The scores of a word's classes of tags, where the tagger chose `class`.
    pub fn tag_scores(&self, p: &Passage, word: usize, class: u8) -> [f32; CLASSES] {
        let mut scores = self.tagged.now[usize::from(class)];
        self.tags.multiply(0, &p.vectors[word], &mut scores);
        scores
    }

    /// The way back of [`Network::tag_scores`].
    pub fn pull_tags(&mut self, p: &mut Passage, word: usize, class: u8, scores: &[f32; CLASSES]) {
        self.tags.pull_back(0, &p.vectors[word], scores, &mut p.vectors_gradient[word]);
        self.tagged.pull(class.into(), scores);
    }

    /// The way back of [`Network::encode`].
    pub fn pull_words(&mut self, words: &[Input], p: &Passage) {
        let count = words.len();
        let mut taken = vec![[0.0; GATES]; count];
        for (i, taken) in taken.iter_mut().enumerate() {
            let mut back = p.vectors_gradient[i];
            let asked = p.shares[i].iter().map(Option::is_some);
            for ((weights, gradient), _) in self.shares.iter_mut().zip(&p.shares_gradient[i]).zip(asked).filter(|(_, asked)| *asked) {
                weights.pull_back(0, &p.vectors[i], gradient, &mut back);
            }
            taken[4 * MEMORY..].copy_from_slice(&through(&p.vectors[i], &p.vectors_mask[i], &back));
        }
        for way in 0..2 {
            self.remembered(p, way, &mut taken);
        }
        let mut embedded = vec![[0.0; EMBEDDING]; p.embedded.len()];
        for i in 0..count {
            let mut back = [0.0; MIXED];
            self.gates.pull_back(0, &p.mixed[i], &taken[i], &mut back);
            self.gates_bias.pull(0, &taken[i]);
            let back = through(&p.mixed[i], &p.mixed_mask[i], &back);
            self.window_bias.pull(0, &back);
            let window = p.embedded[i..i + WINDOW].as_flattened();
            self.window.pull_back(0, window, &back, embedded[i..i + WINDOW].as_flattened_mut());
        }
        for (word, gradient) in words.iter().zip(&embedded[WINDOW / 2..]) {
            word.rows.iter().filter(|&&row| row > 0).for_each(|&row| self.embeddings.pull(row, gradient));
            if let Some(meaning) = word.meaning {
                self.meanings.pull_inputs(meaning, gradient);
            }
        }
    }

    /// The way back through a memory, to its gates and candidates; what comes back to a memory's number is what comes back past it.
    fn remembered(&self, p: &Passage, way: usize, taken: &mut [[f32; GATES]]) {
        let places: Vec<usize> = along(taken.len(), way == 0).collect();
        let mut carried = [0.0; MEMORY];
        for (step, &i) in places.iter().enumerate().rev() {
            let before = step.checked_sub(1).map_or([0.0; MEMORY], |step| p.memories[places[step]][way]);
            for k in 0..MEMORY {
                let (gate_at, candidate_at) = (2 * way * MEMORY + k, (2 * way + 1) * MEMORY + k);
                let back = taken[i][(4 + way) * MEMORY + k] + carried[k];
                let gate = p.gates[i][way][k];
                taken[i][candidate_at] = back * gate;
                if gate > 0.0 && gate < 1.0 {
                    taken[i][gate_at] = back * (p.taken[i][candidate_at] - before[k]) * 0.25;
                }
                carried[k] = back * (1.0 - gate);
            }
        }
    }

    /// The section of the weights in fixed point, block by block.
    pub fn section(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for block in Block::ALL {
            match block {
                Block::Tags => matrix(&self.tags, &mut out),
                Block::Tagged => rows(&self.tagged, &mut out),
                Block::Window => matrix(&self.window, &mut out),
                Block::Gates => matrix(&self.gates, &mut out),
                Block::Shares => self.shares.iter().for_each(|shares| matrix(shares, &mut out)),
                Block::Moves => matrix(&self.moves, &mut out),
                Block::WindowBias => rows(&self.window_bias, &mut out),
                Block::GatesBias => rows(&self.gates_bias, &mut out),
                Block::Nothing => rows(&self.nothing, &mut out),
                Block::Root => rows(&self.root, &mut out),
                Block::Relations => rows(&self.relations, &mut out),
                Block::Distances => rows(&self.distances, &mut out),
                Block::Taken => rows(&self.taken, &mut out),
                Block::HiddenBias => rows(&self.hidden_bias, &mut out),
                Block::MovesBias => {
                    rows(&self.moves_bias, &mut out);
                    out.extend([[0; 2]; SCORES - MOVES].as_flattened());
                }
            }
        }
        out
    }

    /// The bytes of the embedding in `row`, nought for none, with the share of a word's meaning.
    pub fn embedding(&self, row: usize, meaning: Option<&Meaning>) -> impl Iterator<Item = u8> + use<> {
        let mut sum = if row == 0 { [0.0; EMBEDDING] } else { self.embeddings.now[row] };
        if let Some(meaning) = meaning {
            self.meanings.multiply(0, meaning, &mut sum);
        }
        sum.into_iter().map(|x| (x * (1 << EMBEDDING_BITS) as f32).round().clamp(-127.0, 127.0) as i8 as u8)
    }
}

/// The places of a sentence from its start, or from its end.
fn along(count: usize, forward: bool) -> impl Iterator<Item = usize> {
    (0..count).map(move |i| if forward { i } else { count - 1 - i })
}

/// What is above nought, masked.
fn rectified<const N: usize>(mut sums: [f32; N], mask: &[f32; N]) -> [f32; N] {
    sums.iter_mut().zip(mask).for_each(|(sum, mask)| *sum = sum.max(0.0) * mask);
    sums
}

/// The way back through [`rectified`].
fn through<const N: usize>(given: &[f32; N], mask: &[f32; N], back: &[f32; N]) -> [f32; N] {
    std::array::from_fn(|k| if given[k] > 0.0 { back[k] * mask[k] } else { 0.0 })
}

fn fixed(x: f32, bits: u32) -> [u8; 2] {
    ((x * (1 << bits) as f32).round() as i16).to_le_bytes()
}

/// Weights as [`place`] lays them out.
fn matrix<const N: usize>(weights: &Weights<N>, out: &mut Vec<u8>) {
    let inputs = weights.now.len();
    let mut numbers = vec![[0; 2]; N.next_multiple_of(LANES) * inputs];
    for (input, row) in weights.now.iter().enumerate() {
        row.iter().enumerate().for_each(|(output, &x)| numbers[place(output, input, inputs)] = fixed(x, WEIGHT_BITS));
    }
    out.extend(numbers.as_flattened());
}

fn rows<const N: usize>(weights: &Weights<N>, out: &mut Vec<u8>) {
    weights.now.iter().flatten().for_each(|&x| out.extend(fixed(x, FLOW_BITS)));
}
