//! A parser's state and moves: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root behind the last word.

use super::Relation;

/// A move of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Takes the next word onto the stack.
    Shift,
    /// The top of the stack depends on the next word.
    Left(Relation),
    /// The top of the stack depends on the word beneath it.
    Right(Relation),
}

/// How many moves there are.
pub const MOVES: usize = 1 + 2 * Relation::ALL.len();

impl Move {
    /// Its number as a class.
    pub fn class(self) -> usize {
        match self {
            Self::Shift => 0,
            Self::Left(relation) => 1 + 2 * relation as usize,
            Self::Right(relation) => 2 + 2 * relation as usize,
        }
    }

    /// The move of that number.
    pub fn of_class(class: usize) -> Option<Self> {
        let Some(rest) = class.checked_sub(1) else { return Some(Self::Shift) };
        let relation = *Relation::ALL.get(rest / 2)?;
        Some(if rest % 2 == 0 { Self::Left(relation) } else { Self::Right(relation) })
    }
}

/// What the parser has done with a sentence so far.
#[derive(Debug, Clone)]
pub struct State {
    /// Words without a head whose turn has come; the last is the top.
    pub stack: Vec<usize>,
    /// The next word; the number of words stands for the root.
    pub next: usize,
    /// How many words there are.
    pub length: usize,
    /// Each word's head; `length` for the root's.
    pub heads: Vec<usize>,
    /// Each word's relation to it.
    pub relations: Vec<Relation>,
    /// The outermost word that each word, and the root as the last, has taken from its left.
    pub left: Vec<Option<u32>>,
    /// The outermost word that each has taken from its right.
    pub right: Vec<Option<u32>>,
    /// For each word, a set of the relations of its dependents, as bits.
    pub taken: Vec<u64>,
}

impl State {
    /// Before the first move on a sentence of `length` words.
    pub fn new(length: usize) -> Self {
        Self {
            stack: Vec::with_capacity(32),
            next: 0,
            length,
            heads: vec![length; length],
            relations: vec![Relation::Root; length],
            left: vec![None; length + 1],
            right: vec![None; length + 1],
            taken: vec![0; length + 1],
        }
    }

    /// Whether every word has its head, or the one word left is the root.
    pub fn is_done(&self) -> bool {
        self.next == self.length && self.stack.len() <= 1
    }

    /// Whether [`Move::Shift`] is possible.
    pub fn can_shift(&self) -> bool {
        self.next < self.length
    }

    /// Whether [`Move::Left`] is possible. The root takes only the one word that is left in the end, which needs no move.
    pub fn can_go_left(&self) -> bool {
        self.next < self.length && !self.stack.is_empty()
    }

    /// Whether [`Move::Right`] is possible.
    pub fn can_go_right(&self) -> bool {
        self.stack.len() >= 2
    }

    /// Makes a move, which must be possible.
    pub fn make(&mut self, to: Move) {
        match to {
            Move::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left(relation) => {
                if let Some(top) = self.stack.pop() {
                    self.attach(top, self.next, relation);
                    self.left[self.next] = Some(top as u32);
                }
            }
            Move::Right(relation) => {
                if let (Some(top), Some(&below)) = (self.stack.pop(), self.stack.last()) {
                    self.attach(top, below, relation);
                    self.right[below] = Some(top as u32);
                }
            }
        }
    }

    fn attach(&mut self, word: usize, head: usize, relation: Relation) {
        self.heads[word] = head;
        self.relations[word] = relation;
        self.taken[head] |= 1 << relation as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_have_numbers() {
        for class in 0..MOVES {
            assert_eq!(Move::of_class(class).map(Move::class), Some(class));
        }
        assert_eq!(Move::of_class(MOVES), None);
        const { assert!(MOVES <= 256 && Relation::ALL.len() <= 64) }
    }
}
