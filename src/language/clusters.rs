//! Words of a kind: clusters of word vectors, so that a word the treebanks never saw stands beside ones
//! they did. `lukashenko` lies with other presidents, `grozny` with other towns.
//!
//! The clusters are one part of the model; the vectors they were made of are not needed any more.

use std::sync::LazyLock;

use super::linear::read_number;
use super::{model, word};

/// The clusters that a word lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// From 1; 0 for a word that no cluster has.
    pub(crate) fine: u16,
    /// Groups of fine clusters, and groups of those.
    pub(crate) middle: u16,
    pub(crate) coarse: u16,
}

/// Keys are the upper bits of a word's key: two words out of some thousands share one, which does no harm.
pub(crate) const KEY_BITS: u32 = 28;

#[derive(Debug, Default)]
struct Clusters {
    /// Open addressing: the key and one, or 0, and its fine cluster.
    slots: Vec<(u32, u16)>,
    /// Of each fine cluster, from 1.
    groups: Vec<Cluster>,
}

/// Where `word` belongs; letter case makes no difference.
pub(crate) fn cluster(word: &str) -> Cluster {
    static CLUSTERS: LazyLock<Clusters> =
        LazyLock::new(|| Clusters::unpack(model::section("clusters")).unwrap_or_default());
    CLUSTERS.of(key(word))
}

/// The number under which the clusters keep `word`.
pub(crate) fn key(word: &str) -> u32 {
    word::key(word) >> (32 - KEY_BITS)
}

impl Clusters {
    fn of(&self, key: u32) -> Cluster {
        if self.slots.is_empty() {
            return Cluster::default();
        }
        let mask = self.slots.len() - 1;
        let mut at = spread(key) & mask;
        loop {
            match self.slots[at] {
                (0, _) => return Cluster::default(),
                (found, fine) if found == key + 1 => {
                    return self.groups.get(usize::from(fine)).copied().unwrap_or_default();
                }
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Reads what `pack` wrote; `None` for anything else.
    fn unpack(mut bytes: &[u8]) -> Option<Self> {
        let count = read_number(&mut bytes)? as usize;
        let mut groups = vec![Cluster::default()];
        for fine in 1..=count as u16 {
            let (middle, coarse) = (read_number(&mut bytes)?, read_number(&mut bytes)?);
            groups.push(Cluster { fine, middle: middle as u16, coarse: coarse as u16 });
        }
        let words = read_number(&mut bytes)? as usize;
        let mut keys = Vec::with_capacity(words.min(1 << 20));
        let mut key = 0u32;
        for _ in 0..words {
            key = key.checked_add(read_number(&mut bytes)?)?;
            keys.push(key);
        }
        let mut slots = vec![(0, 0); (words * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        for (key, pair) in keys.into_iter().zip(bytes.chunks_exact(2)) {
            let mut at = spread(key) & mask;
            while slots[at].0 != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = (key + 1, u16::from_le_bytes([pair[0], pair[1]]));
        }
        (bytes.len() == words * 2).then_some(Self { slots, groups })
    }
}

fn spread(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 7) as usize
}

/// The bytes of clusters: of each fine one, from 1, its middle and its coarse one; and the words' keys, sorted,
/// each with its fine cluster.
#[cfg(any(test, feature = "trainer"))]
pub(crate) fn pack(groups: &[(u16, u16)], words: &[(u32, u16)]) -> Vec<u8> {
    use super::linear::write_number;
    let mut bytes = Vec::new();
    write_number(&mut bytes, groups.len() as u32);
    for &(middle, coarse) in groups {
        write_number(&mut bytes, u32::from(middle));
        write_number(&mut bytes, u32::from(coarse));
    }
    write_number(&mut bytes, words.len() as u32);
    let mut last = 0;
    for &(key, _) in words {
        write_number(&mut bytes, key - last);
        last = key;
    }
    bytes.extend(words.iter().flat_map(|(_, fine)| fine.to_le_bytes()));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found() {
        let mut words: Vec<(u32, u16)> = ["minsk", "gomel", "said"]
            .iter()
            .zip([1, 1, 2])
            .map(|(word, fine)| (key(word), fine))
            .collect();
        words.sort_unstable();
        let packed = pack(&[(7, 1), (8, 2)], &words);
        let clusters = Clusters::unpack(&packed).unwrap();
        assert_eq!(clusters.of(key("Gomel")), Cluster { fine: 1, middle: 7, coarse: 1 });
        assert_eq!(clusters.of(key("said")), Cluster { fine: 2, middle: 8, coarse: 2 });
        assert_eq!(clusters.of(key("unheard")), Cluster::default());
        assert!((0..packed.len()).all(|cut| Clusters::unpack(&packed[..cut]).is_none()));
    }

    #[test]
    fn towns_lie_with_towns() {
        assert_ne!(cluster("Minsk").fine, 0);
        assert_eq!(cluster("Minsk").coarse, cluster("kiev").coarse);
        assert_ne!(cluster("Minsk").coarse, cluster("said").coarse);
    }
}
