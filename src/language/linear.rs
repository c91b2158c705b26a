//! Linear classifiers over hashed features: what they look like in memory and in a file.
//!
//! A feature is a 32-bit number. Each has a short row of (class, weight); a class's score is the sum of
//! its weights over the features at hand. Weights are one byte, the signed square root of their value,
//! so that small ones keep their precision. Scores are whole numbers: the same on every machine.

/// A trained classifier.
#[derive(Debug, Default)]
pub(crate) struct Linear {
    pub(crate) classes: usize,
    /// Open addressing: the top byte of the feature in each slot, made odd, or 0. Most lookups find nothing, and these
    /// bytes, unlike the slots, stay in the processor's cache.
    marks: Vec<u8>,
    /// The feature, and where its row starts.
    slots: Vec<(u32, u32)>,
    /// Each row is its length, then pairs of class and code.
    rows: Vec<u8>,
}

/// A feature and its weights, as the trainer hands them over.
#[cfg(any(test, feature = "trainer"))]
pub(crate) type Row = (u32, Vec<(u8, i8)>);

impl Linear {
    /// Adds up the scores of all classes for `features` into `scores`.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [i32]) {
        scores.fill(0);
        // Found first and added up then, so that the processor waits for the memory of many rows at a time.
        let mut starts = [0; 64];
        for features in features.chunks(starts.len()) {
            let mut found = 0;
            for row in features.iter().filter_map(|&feature| self.row(feature)) {
                starts[found] = row;
                found += 1;
            }
            for &start in &starts[..found] {
                let len = usize::from(self.rows[start]) * 2;
                for pair in self.rows[start + 1..=start + len].as_chunks::<2>().0 {
                    let code = i32::from(pair[1].cast_signed());
                    scores[usize::from(pair[0])] += code * code.abs();
                }
            }
        }
    }

    fn row(&self, feature: u32) -> Option<usize> {
        let mask = self.marks.len().checked_sub(1)?;
        let mark = mark(feature);
        let mut at = feature as usize >> 1 & mask;
        loop {
            match self.marks[at] {
                0 => return None,
                other if other == mark && self.slots[at].0 == feature => {
                    return Some(self.slots[at].1 as usize);
                }
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Reads what `pack` wrote, and leaves `bytes` behind it; `None` for anything else.
    pub(crate) fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let classes = read_number(bytes)? as usize;
        let count = read_number(bytes)? as usize;
        let size = (count * 2).next_power_of_two();
        let (mut marks, mut slots) = (vec![0; size], vec![(0, 0); size]);
        let mut feature = 0u32;
        let mut features = Vec::with_capacity(count);
        for _ in 0..count {
            feature = feature.checked_add(read_number(bytes)?)?;
            features.push(feature);
        }
        let rows_len = read_number(bytes)? as usize;
        let (rows, rest) = bytes.split_at_checked(rows_len)?;
        *bytes = rest;
        let mut row = 0;
        for feature in features {
            let len = usize::from(*rows.get(row)?) * 2;
            let pairs = rows.get(row + 1..=row + len)?;
            if pairs.chunks_exact(2).any(|pair| usize::from(pair[0]) >= classes) {
                return None;
            }
            let mut at = feature as usize >> 1 & (size - 1);
            while marks[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            marks[at] = mark(feature);
            slots[at] = (feature, row as u32);
            row += len + 1;
        }
        Some(Self { classes, marks, slots, rows: rows.to_vec() })
    }
}

/// What a slot with `feature` is marked with: never 0.
fn mark(feature: u32) -> u8 {
    (feature >> 24) as u8 | 1
}

/// The bytes of a classifier; `rows` are sorted by their feature, which is never 0.
#[cfg(any(test, feature = "trainer"))]
pub(crate) fn pack(classes: usize, rows: &[Row]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_number(&mut bytes, classes as u32);
    write_number(&mut bytes, rows.len() as u32);
    let mut last = 0;
    for (feature, _) in rows {
        write_number(&mut bytes, feature - last);
        last = *feature;
    }
    let mut packed = Vec::new();
    for (_, row) in rows {
        packed.push(row.len() as u8);
        packed.extend(row.iter().flat_map(|&(class, code)| [class, code.cast_unsigned()]));
    }
    write_number(&mut bytes, packed.len() as u32);
    bytes.extend(packed);
    bytes
}

/// Seven bits a byte, the lowest first; the top bit says that more follow.
pub(crate) fn read_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(any(test, feature = "trainer"))]
pub(crate) fn write_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Mixes a value into a hash.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The feature of template `template` with `value`; always odd, as 0 marks an empty slot.
pub(crate) fn feature(template: u64, value: u64) -> u32 {
    let hash = mix(template.wrapping_mul(0x517c_c1b7_2722_0a95), value);
    ((hash ^ hash >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32 | 1
}

pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_scores_the_same() {
        let rows: Vec<Row> = vec![(3, vec![(0, 5), (2, -3)]), (900_001, vec![(1, 127)])];
        let packed = pack(3, &rows);
        let linear = Linear::unpack(&mut packed.as_slice()).unwrap();
        let mut scores = [0; 3];
        linear.score(&[3, 900_001, 17], &mut scores);
        assert_eq!(scores, [25, 127 * 127, -9]);
        assert!((0..packed.len()).all(|cut| Linear::unpack(&mut &packed[..cut]).is_none()));
    }
}
