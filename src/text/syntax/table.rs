//! A table of small values by hashed key, read in place. Each key has a slot of its own (a perfect hash by hash and displace; Belazzougui, Botelho
//! and Dietzfelbinger 2009), so that one look is enough; a few bits of the key in the slot tell keys that the table does not hold.

/// Keys for which one pilot is sought, on average.
pub const BUCKET: usize = 4;

/// A table as its bytes hold it: the number of pilots as a `u32`, pilots of two bytes, slots of four; all little-endian.
///
/// A slot's low bits hold the value, which is not nought; the rest are a check on the key. A free slot is nought.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    pilots: &'a [[u8; 2]],
    slots: &'a [[u8; 4]],
    bits: u32,
}

impl<'a> Table<'a> {
    /// The table in `bytes` whose values have `bits` bits. Bytes that are no table hold nothing.
    pub fn new(bytes: &'a [u8], bits: u32) -> Self {
        let (count, rest) = bytes.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let (pilots, slots) = rest.split_at_checked(2 * u32::from_le_bytes(*count) as usize).unwrap_or_default();
        Self { pilots: pilots.as_chunks().0, slots: slots.as_chunks().0, bits }
    }

    /// The value of `key`; nought where it has none. A key that the table does not hold is taken for one that it does about once in two to
    /// the power of the bits that a value leaves free.
    #[inline]
    pub fn find(&self, key: u64) -> u32 {
        let mut value = [0];
        self.find_all(&[key], &mut value);
        value[0]
    }

    /// The values of some keys, as [`Table::find`] gives them. All pilots are read before any slot, so that none waits for another.
    #[inline(always)]
    pub fn find_all(&self, keys: &[u64], values: &mut [u32]) {
        for (value, &key) in values.iter_mut().zip(keys) {
            *value = self.pilots.get(bucket(key, self.pilots.len())).map_or(0, |&pilot| u16::from_le_bytes(pilot).into());
        }
        for (value, &key) in values.iter_mut().zip(keys) {
            *value = self.slots.get(place(key, *value as u16, self.slots.len())).map_or(0, |&slot| u32::from_le_bytes(slot));
        }
        let mask = (1 << self.bits) - 1;
        for (value, &key) in values.iter_mut().zip(keys) {
            *value = if *value >> self.bits == check(key, self.bits) { *value & mask } else { 0 };
        }
    }
}

/// The bits of a key that its slot holds above a value of `bits` bits.
pub fn check(key: u64, bits: u32) -> u32 {
    key as u32 >> bits
}

/// Which of `count` pilots a key goes by: its upper half, scaled.
#[inline]
pub fn bucket(key: u64, count: usize) -> usize {
    (((key >> 32) * count as u64) >> 32) as usize
}

/// Which of `count` slots is that of a key under a pilot.
#[inline]
pub fn place(key: u64, pilot: u16, count: usize) -> usize {
    let mixed = (key ^ (u64::from(pilot) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (((mixed >> 32) * count as u64) >> 32) as usize
}
