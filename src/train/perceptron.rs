//! An averaged perceptron over hashed features.

use crate::language::linear::{self, Row};

/// Weights in training.
pub(super) struct Perceptron {
    classes: usize,
    /// Open addressing: the feature, or 0, and its row.
    slots: Vec<(u32, u32)>,
    used: usize,
    rows: Vec<Vec<Cell>>,
    /// How often each feature was met, roughly: features share counters.
    counts: Vec<u8>,
    /// A feature gets weights when it was met this often.
    least: u8,
    now: u32,
}

#[derive(Clone, Copy)]
struct Cell {
    class: u8,
    weight: f32,
    /// Sum of the weight over time, up to `stamp`.
    total: f64,
    stamp: u32,
}

const COUNTERS: usize = 1 << 24;

impl Perceptron {
    pub(super) fn new(classes: usize, least: u8) -> Self {
        Self {
            classes,
            slots: vec![(0, 0); 1 << 16],
            used: 0,
            rows: Vec::new(),
            counts: vec![0; COUNTERS],
            least,
            now: 1,
        }
    }

    /// Counts features, before training.
    pub(super) fn count(&mut self, features: &[u32]) {
        for &feature in features {
            let counter = &mut self.counts[feature as usize >> 1 & (COUNTERS - 1)];
            *counter = counter.saturating_add(1);
        }
    }

    pub(super) fn score(&self, features: &[u32], scores: &mut Vec<f32>) {
        scores.clear();
        scores.resize(self.classes, 0.0);
        for &feature in features {
            if let Some(row) = self.row(feature) {
                for cell in &self.rows[row] {
                    scores[usize::from(cell.class)] += cell.weight;
                }
            }
        }
    }

    /// Moves the weights of `features` towards `right` and away from `wrong`.
    pub(super) fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &feature in features {
            if self.counts[feature as usize >> 1 & (COUNTERS - 1)] >= self.least {
                let row = self.row_or_new(feature);
                add(&mut self.rows[row], right as u8, 1.0, self.now);
                add(&mut self.rows[row], wrong as u8, -1.0, self.now);
            }
        }
    }

    /// Ends one decision.
    pub(super) fn tick(&mut self) {
        self.now += 1;
    }

    fn row(&self, feature: u32) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize >> 1 & mask;
        loop {
            match self.slots[at] {
                (0, _) => return None,
                (key, row) if key == feature => return Some(row as usize),
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn row_or_new(&mut self, feature: u32) -> usize {
        if let Some(row) = self.row(feature) {
            return row;
        }
        if self.used * 2 >= self.slots.len() {
            let old = std::mem::replace(&mut self.slots, vec![(0, 0); self.used * 8]);
            for slot in old.into_iter().filter(|slot| slot.0 != 0) {
                self.place(slot);
            }
        }
        self.place((feature, self.rows.len() as u32));
        self.used += 1;
        self.rows.push(Vec::new());
        self.rows.len() - 1
    }

    fn place(&mut self, slot: (u32, u32)) {
        let mask = self.slots.len() - 1;
        let mut at = slot.0 as usize >> 1 & mask;
        while self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// The averaged weights as codes of one byte, at most `cells` of them, those of most weight.
    pub(super) fn finish(&self, cells: usize) -> Vec<Row> {
        let average = |cell: &Cell| {
            let total = cell.total + f64::from(cell.weight) * f64::from(self.now - cell.stamp);
            (total / f64::from(self.now)) as f32
        };
        let mut sizes: Vec<f32> =
            self.rows.iter().flatten().map(|cell| average(cell).abs()).collect();
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = sizes.get(cells).copied().unwrap_or(0.0);
        // The few largest may be cut: the rest keeps its precision.
        let most = sizes.get(sizes.len() / 10_000).copied().unwrap_or(1.0).max(f32::MIN_POSITIVE);
        let code = |weight: f32| {
            let size = (127.0 * (weight.abs() / most).sqrt()).round().min(127.0);
            (size * weight.signum()) as i8
        };
        let mut rows: Vec<Row> = Vec::new();
        for &(feature, row) in self.slots.iter().filter(|slot| slot.0 != 0) {
            let kept: Vec<(u8, i8)> = self.rows[row as usize]
                .iter()
                .map(|cell| (cell.class, average(cell)))
                .filter(|&(_, weight)| weight.abs() > least && code(weight) != 0)
                .map(|(class, weight)| (class, code(weight)))
                .collect();
            if !kept.is_empty() {
                rows.push((feature, kept));
            }
        }
        rows.sort_unstable();
        rows
    }

    pub(super) fn pack(&self, cells: usize) -> Vec<u8> {
        linear::pack(self.classes, &self.finish(cells))
    }
}

fn add(row: &mut Vec<Cell>, class: u8, amount: f32, now: u32) {
    let at = row.iter().position(|cell| cell.class == class).unwrap_or_else(|| {
        row.push(Cell { class, weight: 0.0, total: 0.0, stamp: now });
        row.len() - 1
    });
    let cell = &mut row[at];
    cell.total += f64::from(cell.weight) * f64::from(now - cell.stamp);
    cell.stamp = now;
    cell.weight += amount;
}

/// Random numbers from a seed.
#[derive(Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let next = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d);
        ((u128::from(next) * bound as u128) >> 64) as usize
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The class of the highest score, the first where two are equal.
pub(super) fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best
}

/// The same among all but `right`.
pub(super) fn best_but(scores: &[f32], right: usize) -> usize {
    let mut best = usize::from(right == 0);
    for (class, &score) in scores.iter().enumerate() {
        if class != right && score > scores[best] {
            best = class;
        }
    }
    best
}
