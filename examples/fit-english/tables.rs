//! Builds the tables that `docent::text::syntax::table` reads.

use docent::text::syntax::table::{BUCKET, bucket, check, place};

/// Slots for each hundred keys; a few free ones make the last pilots easy to find.
const SLOTS: usize = 103;

/// The bytes of a table with these keys and their values of `bits` bits, none of them nought.
pub fn table(entries: &[(u64, u32)], bits: u32) -> Vec<u8> {
    let count = (entries.len() * SLOTS).div_ceil(100) + 1;
    let mut buckets = vec![Vec::new(); entries.len().div_ceil(BUCKET)];
    for &entry in entries {
        buckets[bucket(entry.0, entries.len().div_ceil(BUCKET))].push(entry);
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(buckets[i].len()));
    let mut pilots = vec![0; buckets.len()];
    let mut slots = vec![0_u32; count];
    for i in order {
        pilots[i] = pilot(&buckets[i], &slots);
        for &(key, value) in &buckets[i] {
            slots[place(key, pilots[i], count)] = check(key, bits) << bits | value;
        }
    }
    let mut bytes = (pilots.len() as u32).to_le_bytes().to_vec();
    bytes.extend(pilots.into_iter().flat_map(u16::to_le_bytes));
    bytes.extend(slots.into_iter().flat_map(u32::to_le_bytes));
    bytes
}

/// The first pilot that gives each key of a bucket a free slot of its own.
fn pilot(bucket: &[(u64, u32)], slots: &[u32]) -> u16 {
    let fits = |&pilot: &u16| {
        let places: Vec<usize> = bucket.iter().map(|&(key, _)| place(key, pilot, slots.len())).collect();
        places.iter().enumerate().all(|(i, &at)| slots[at] == 0 && !places[..i].contains(&at))
    };
    (0..=u16::MAX).find(fits).expect("keys differ and slots are free")
}
