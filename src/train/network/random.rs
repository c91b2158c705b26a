//! Random numbers from a seed: the same on every machine.

/// xorshift64*.
#[derive(Clone, Debug)]
pub(in crate::train) struct Random(u64);

impl Random {
    pub(in crate::train) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(in crate::train) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 up to, not including, 1.
    pub(in crate::train) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / 16_777_216.0
    }

    pub(in crate::train) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// About normal, of variance 1: the sum of twelve.
    pub(in crate::train) fn normal(&mut self) -> f32 {
        (0..12).map(|_| self.unit()).sum::<f32>() - 6.0
    }

    pub(in crate::train) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// Zero for about this share of the places, and for the others what keeps the sum.
    #[expect(clippy::cast_sign_loss, reason = "a share is not negative")]
    pub(in crate::train) fn fill_mask(&mut self, mask: &mut [f32], share: f32) {
        let limit = (share * 256.0) as u8;
        let kept = 256.0 / (256.0 - f32::from(limit));
        for places in mask.chunks_mut(8) {
            let bytes = self.next().to_le_bytes();
            places
                .iter_mut()
                .zip(bytes)
                .for_each(|(place, byte)| *place = if byte < limit { 0.0 } else { kept });
        }
    }
}
