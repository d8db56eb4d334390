//! A fixed sequence of numbers for shuffling, exploring and leaving out.

/// The sequence (xorshift64*; Vigna 2016). Its seed is not nought.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
    }

    /// The next number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.next() as usize % limit.max(1)
    }

    /// The next number from 0 to 1.
    pub fn unit(&mut self) -> f32 {
        self.next() as f32 / (1_u64 << 31) as f32
    }

    /// Shuffles `items`.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }

    /// For each of some numbers what it is to be multiplied with: nought for the share that is `left` out, the others grow in turn (Srivastava et al. 2014).
    pub fn mask<const N: usize>(&mut self, left: f32) -> [f32; N] {
        let (limit, kept) = ((left * 32768.0) as u64, 1.0 / (1.0 - left));
        let mut mask = [kept; N];
        for pair in mask.chunks_mut(2) {
            let mut bits = self.next();
            for number in pair {
                *number = if bits & 0x7FFF < limit { 0.0 } else { kept };
                bits >>= 15;
            }
        }
        mask
    }
}
