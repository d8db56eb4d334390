//! Products of weights with the numbers of a layer. The weights are laid out so that a processor multiplies many of them at once, and pairs of
//! numbers that are nought are skipped.

/// Outputs that are worked out together.
pub const LANES: usize = 32;

/// Numbers of two bytes each, little-endian.
pub type Numbers<'a> = &'a [[u8; 2]];

/// Two neighbouring numbers of a layer, the first in the lower half, and which pair they are.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    numbers: i32,
    at: u32,
}

/// The numbers of a layer of at most `2 * N`, in pairs.
#[derive(Debug, Clone, Copy)]
pub struct Pairs<const N: usize> {
    pairs: [Pair; N],
    count: usize,
}

impl<const N: usize> Pairs<N> {
    /// The pairs of `numbers`, of which there are twice `N`.
    #[inline(always)]
    pub fn of(numbers: &[i16]) -> Self {
        let mut out = Self { pairs: [Pair::default(); N], count: 0 };
        for (at, &numbers) in numbers.as_chunks().0.iter().take(N).enumerate() {
            let pair = Pair::new(at, numbers);
            out.pairs[out.count] = pair;
            out.count += usize::from(pair.numbers != 0);
        }
        out
    }

    /// The same with those of two noughts, for numbers that are seldom nought: it takes less time to multiply them than to leave them out.
    #[inline(always)]
    pub fn all_of(numbers: &[i16]) -> Self {
        let mut out = Self { pairs: [Pair::default(); N], count: N };
        for (at, (pair, &numbers)) in out.pairs.iter_mut().zip(numbers.as_chunks().0).enumerate() {
            *pair = Pair::new(at, numbers);
        }
        out
    }
}

impl Pair {
    #[inline(always)]
    fn new(at: usize, [first, second]: [i16; 2]) -> Self {
        Self { numbers: i32::from(second) << 16 | i32::from(first as u16), at: at as u32 }
    }
}

/// The number of an output's weight for an input within a block of weights for `inputs` numbers: blocks of [`LANES`] outputs, within them the pairs of
/// inputs, within these the outputs with their two weights.
pub const fn place(output: usize, input: usize, inputs: usize) -> usize {
    (output / LANES * inputs + input / 2 * 2) * LANES + output % LANES * 2 + input % 2
}

/// The weights of a pair of inputs for a block of outputs.
type Row = [[u8; 2]; 2 * LANES];

/// The outputs of some blocks.
pub type Outputs<const BLOCKS: usize> = [[i32; LANES]; BLOCKS];

/// `BLOCKS` blocks of outputs from a block on, of a layer whose weights are laid out as [`place`] says. Fitted weights are too small to overflow the sums;
/// others wrap.
#[inline(always)]
pub fn product<const N: usize, const BLOCKS: usize>(weights: Numbers, block: usize, inputs: &Pairs<N>) -> Outputs<BLOCKS> {
    let blocks = weights.as_chunks().0.as_chunks::<N>().0.get(block..).and_then(|blocks| blocks.first_chunk());
    let (Some(weights), pairs) = (blocks, &inputs.pairs[..inputs.count]) else { return [[0; LANES]; BLOCKS] };
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx512bw") {
        // SAFETY: the processor has what the function is compiled for.
        return unsafe { widest(weights, pairs) };
    } else if is_x86_feature_detected!("avx2") {
        // SAFETY: as above.
        return unsafe { wide(weights, pairs) };
    }
    plain(weights, pairs)
}

fn plain<const N: usize, const BLOCKS: usize>(weights: &[[Row; N]; BLOCKS], pairs: &[Pair]) -> Outputs<BLOCKS> {
    let mut sums = [[0_i32; LANES]; BLOCKS];
    for pair in pairs {
        let (a, b) = (i32::from(pair.numbers as i16), pair.numbers >> 16);
        for (sums, weights) in sums.iter_mut().zip(weights) {
            let Some(weights) = weights.get(pair.at as usize) else { continue };
            for (sum, weights) in sums.iter_mut().zip(weights.as_chunks().0) {
                let [first, second] = weights.map(|weight| i32::from(i16::from_le_bytes(weight)));
                *sum = sum.wrapping_add((first * a).wrapping_add(second * b));
            }
        }
    }
    sums
}

/// As [`plain`], sixteen products at a time.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn wide<const N: usize, const BLOCKS: usize>(weights: &[[Row; N]; BLOCKS], pairs: &[Pair]) -> Outputs<BLOCKS> {
    use std::arch::x86_64::{__m256i, _mm256_add_epi32, _mm256_madd_epi16, _mm256_set1_epi32, _mm256_setzero_si256};
    let mut sums = [[_mm256_setzero_si256(); LANES / 8]; BLOCKS];
    for pair in pairs {
        let numbers = _mm256_set1_epi32(pair.numbers);
        for (sums, weights) in sums.iter_mut().zip(weights) {
            let Some(weights) = weights.get(pair.at as usize) else { continue };
            // SAFETY: both are 128 bytes of plain numbers.
            let weights: [__m256i; LANES / 8] = unsafe { std::mem::transmute(*weights) };
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(weights, numbers));
            }
        }
    }
    // SAFETY: as above.
    sums.map(|sums| unsafe { std::mem::transmute(sums) })
}

/// As [`plain`], thirty-two products at a time.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512bw")]
fn widest<const N: usize, const BLOCKS: usize>(weights: &[[Row; N]; BLOCKS], pairs: &[Pair]) -> Outputs<BLOCKS> {
    use std::arch::x86_64::{__m512i, _mm512_add_epi32, _mm512_madd_epi16, _mm512_set1_epi32, _mm512_setzero_si512};
    let mut sums = [[_mm512_setzero_si512(); LANES / 16]; BLOCKS];
    for pair in pairs {
        let numbers = _mm512_set1_epi32(pair.numbers);
        for (sums, weights) in sums.iter_mut().zip(weights) {
            let Some(weights) = weights.get(pair.at as usize) else { continue };
            // SAFETY: both are 128 bytes of plain numbers.
            let weights: [__m512i; LANES / 16] = unsafe { std::mem::transmute(*weights) };
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = _mm512_add_epi32(*sum, _mm512_madd_epi16(weights, numbers));
            }
        }
    }
    // SAFETY: as above.
    sums.map(|sums| unsafe { std::mem::transmute(sums) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_product_is_that_of_its_numbers(
            weights in prop::collection::vec(-2000_i16..2000, 2 * LANES * 8),
            numbers in prop::collection::vec(prop_oneof![Just(0), -900_i16..900], 8),
        ) {
            let bytes: Vec<[u8; 2]> = weights.iter().map(|w| w.to_le_bytes()).collect();
            let pairs = Pairs::<4>::of(&numbers);
            let weight = |output, input| i32::from(weights[place(output, input, 8)]);
            let output = |output| (0..8).map(|i| weight(output, i) * i32::from(numbers[i])).sum();
            let expected: Outputs<2> = std::array::from_fn(|block| std::array::from_fn(|k| output(block * LANES + k)));
            prop_assert_eq!(product(&bytes, 0, &pairs), expected);
            prop_assert_eq!(product(&bytes, 1, &pairs), [expected[1]]);
            prop_assert_eq!(product(&bytes, 0, &Pairs::<4>::all_of(&numbers)), expected);
            let blocks = bytes.as_chunks().0.as_chunks::<4>().0.first_chunk().expect("two blocks");
            prop_assert_eq!(plain::<4, 2>(blocks, &pairs.pairs[..pairs.count]), expected);
        }
    }
}
