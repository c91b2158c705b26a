//! A small value for each of many words: 24 bits of the word's hash and the value.
//!
//! A word that is not in the table is taken for one that is about once in two hundred times when the
//! table holds 80,000 words; what reads it must live with that.

use super::linear::read_number;

/// From a key of 24 bits to a value.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Where the entries of each upper 16 bits start; one more than there are.
    starts: Vec<u32>,
    /// The lower 8 bits and the value.
    entries: Vec<(u8, u16)>,
}

impl Table {
    /// The value of `key`, which [`super::word::key`] gives; 0 when there is none.
    pub(crate) fn value(&self, key: u32) -> u16 {
        let bucket = (key >> 8 & 0xffff) as usize;
        let (Some(&from), Some(&to)) = (self.starts.get(bucket), self.starts.get(bucket + 1))
        else {
            return 0;
        };
        let entries = &self.entries[from as usize..to as usize];
        entries.iter().find(|(low, _)| u32::from(*low) == key & 0xff).map_or(0, |&(_, value)| value)
    }

    /// Sorts the entries and drops all but the first of those with the same 24 bits. Values are not 0.
    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn new(entries: impl IntoIterator<Item = (u32, u16)>) -> Self {
        let mut sorted: Vec<(u32, u16)> =
            entries.into_iter().map(|(key, value)| (key & 0xff_ffff, value)).collect();
        sorted.sort_by_key(|&(key, _)| key);
        sorted.dedup_by_key(|&mut (key, _)| key);
        Self::index(&sorted)
    }

    fn index(sorted: &[(u32, u16)]) -> Self {
        let mut starts = vec![0u32; (1 << 16) + 1];
        for (key, _) in sorted {
            starts[(key >> 8) as usize + 1] += 1;
        }
        for bucket in 1..starts.len() {
            starts[bucket] += starts[bucket - 1];
        }
        let entries = sorted.iter().map(|&(key, value)| (key as u8, value)).collect();
        Self { starts, entries }
    }

    /// Reads what `Self::pack` wrote, and leaves `bytes` behind it.
    pub(crate) fn unpack(bytes: &mut &[u8]) -> Option<Self> {
        let count = read_number(bytes)?;
        let mut sorted = Vec::new();
        let mut key = 0u32;
        for _ in 0..count {
            key = key.checked_add(read_number(bytes)?)?;
            sorted.push((key, u16::try_from(read_number(bytes)?).ok()?));
        }
        (key < 1 << 24).then(|| Self::index(&sorted))
    }

    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn pack(&self) -> Vec<u8> {
        use super::linear::write_number;
        let mut bytes = Vec::new();
        write_number(&mut bytes, self.entries.len() as u32);
        let mut last = 0;
        for bucket in 0..self.starts.len().saturating_sub(1) {
            for at in self.starts[bucket]..self.starts[bucket + 1] {
                let (low, value) = self.entries[at as usize];
                let key = (bucket as u32) << 8 | u32::from(low);
                write_number(&mut bytes, key - last);
                write_number(&mut bytes, u32::from(value));
                last = key;
            }
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found() {
        let table = Table::new([(0x0102_0304, 7), (0x0000_0001, 300), (0xff02_0304, 9)]);
        let packed = table.pack();
        let table = Table::unpack(&mut packed.as_slice()).unwrap();
        assert_eq!((table.value(0x0102_0304), table.value(1), table.value(2)), (7, 300, 0));
        assert_eq!(Table::default().value(1), 0);
        assert!((0..packed.len()).all(|cut| Table::unpack(&mut &packed[..cut]).is_none()));
    }
}
