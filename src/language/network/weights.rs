//! The weights of the network, and how they lie in the model file: bytes with a scale for each row.
//!
//! The trainer fills the same structures and writes them with `Weights::write`, so what is measured
//! while training is what the program will read.

use ndarray::{Array2, ShapeBuilder as _};

/// Rows of `words` that stand for no word of their own.
pub(crate) const UNKNOWN_ROW: u32 = 0;
pub(crate) const ROOT_ROW: u32 = 1;
/// Where the rows of the known words begin.
pub(crate) const FIRST_WORD_ROW: u32 = 2;

/// Distances between dependent and head that are told apart, up to the last one of each class.
const DISTANCES: [usize; 13] = [1, 2, 3, 4, 5, 6, 8, 10, 13, 18, 25, 40, usize::MAX];
/// Classes of [`distance_class`].
#[cfg(any(test, feature = "trainer"))]
pub(crate) const DISTANCE_CLASSES: usize = 2 * DISTANCES.len() + 1;

/// The class of the way from a dependent to its head, both counted in words with the root at 0.
pub(crate) fn distance_class(dependent: usize, head: usize) -> usize {
    let class = |distance: usize| DISTANCES.iter().take_while(|&&last| last < distance).count();
    match (head, head < dependent) {
        (0, _) => 0,
        (_, true) => 1 + class(dependent - head),
        (_, false) => 1 + DISTANCES.len() + class(head - dependent),
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Weights {
    /// Names of the relations and the tags that the outputs stand for.
    pub relations: Vec<String>,
    pub tags: Vec<String>,
    /// Keys of the known words, sorted; their rows follow in `words`.
    pub word_keys: Vec<u32>,
    pub words: Table,
    /// Keys of the words with a pretrained vector, sorted, in step with the rows of `vectors`.
    pub vector_keys: Vec<u32>,
    pub vectors: Nibbles,
    pub parts: Vec<Table>,
    /// A row for each tag that the tagger can give, in the order of `tags`, after one for none.
    pub tag_inputs: Table,
    pub project: Linear,
    pub input_norm: Norm,
    pub windows: Vec<Block>,
    pub tag_scores: Linear,
    /// What the network's own guess of the tag adds: a column for each tag.
    pub tag_back: Linear,
    pub recurrent: Vec<Recurrent>,
    /// The tags once more, by what has been carried along the sentence.
    pub tag_verdict: Linear,
    /// Makes what the arcs need, dependents first, then heads.
    pub arc_hidden: Linear,
    /// Of the dependent: what its head should look like, then its liking for each distance.
    pub arc_query: Linear,
    pub arc_head: Linear,
    pub relation_dependent: Linear,
    pub relation_head: Linear,
    pub relation_distance: Table,
    pub relation_scores: Linear,
}

/// `weight` has a row for each output; once read from a file, its columns lie together in memory, as the product of
/// matrices wants them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Linear {
    pub weight: Array2<f32>,
    pub bias: Vec<f32>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Norm {
    pub gain: Vec<f32>,
    pub bias: Vec<f32>,
}

/// A step over each word and its neighbours: the better of two outputs, added to the input.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub linear: Linear,
    pub norm: Norm,
}

/// A step that carries something along the sentence, half of its channels each way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recurrent {
    pub gates: Linear,
    pub output: Linear,
    pub norm: Norm,
}

/// Rows of bytes, each with its scale.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub columns: usize,
    pub scales: Vec<f32>,
    pub codes: Vec<i8>,
}

impl Table {
    /// The nearest bytes, the largest value of each row at 127.
    pub(crate) fn quantize(values: &Array2<f32>) -> Self {
        let mut table = Self { columns: values.ncols(), ..Self::default() };
        for row in values.rows() {
            let largest = row.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
            let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
            table.scales.push(scale);
            table.codes.extend(row.iter().map(|value| (value / scale).round() as i8));
        }
        table
    }

    fn rows(&self) -> usize {
        self.scales.len()
    }

    /// Adds a row to `target`; a row that is not there adds nothing.
    pub(crate) fn add_row(&self, row: u32, target: &mut [f32]) {
        let start = row as usize * self.columns;
        let (Some(&scale), Some(codes)) =
            (self.scales.get(row as usize), self.codes.get(start..start + self.columns))
        else {
            return;
        };
        target.iter_mut().zip(codes).for_each(|(value, &code)| *value += scale * f32::from(code));
    }

    pub(crate) fn to_matrix(&self) -> Array2<f32> {
        let mut matrix = Array2::zeros((self.rows(), self.columns));
        for (row, mut target) in matrix.rows_mut().into_iter().enumerate() {
            if let Some(target) = target.as_slice_mut() {
                self.add_row(row as u32, target);
            }
        }
        matrix
    }
}

/// Rows of four-bit codes, each with its scale: for vectors that are fixed and many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nibbles {
    /// Even.
    pub columns: usize,
    pub scales: Vec<f32>,
    /// Two codes each, the first in the low half.
    pub codes: Vec<u8>,
}

impl Nibbles {
    /// Adds a vector as the last row.
    #[cfg(feature = "trainer")]
    #[expect(clippy::cast_sign_loss, reason = "the codes are clamped to be positive")]
    pub(crate) fn push(&mut self, vector: &[f32]) {
        // The best distance between 16 even steps for values that are spread normally.
        let spread = (super::math::sum_squares(vector, 0.0) / vector.len() as f32).sqrt();
        let scale = (0.335 * spread).max(1e-9);
        let code = |value: f32| (value / scale + 7.5).round().clamp(0.0, 15.0) as u8;
        self.columns = vector.len();
        self.scales.push(scale);
        self.codes
            .extend(vector.as_chunks().0.iter().map(|&[low, high]| code(low) | code(high) << 4));
    }

    /// Writes a row to `target`, which stays as it is when there is no such row.
    pub(crate) fn copy_row(&self, row: u32, target: &mut [f32]) {
        let width = self.columns / 2;
        let start = row as usize * width;
        if let (Some(&scale), Some(codes)) =
            (self.scales.get(row as usize), self.codes.get(start..start + width))
        {
            for (pair, code) in target.as_chunks_mut::<2>().0.iter_mut().zip(codes) {
                *pair = [code & 15, code >> 4].map(|code| scale * (f32::from(code) - 7.5));
            }
        }
    }
}

/// The row of a word that stands at the same place in the sorted `keys`.
pub(crate) fn find_key(keys: &[u32], key: u32) -> Option<u32> {
    keys.binary_search(&key).ok().map(|row| row as u32)
}

impl Weights {
    #[cfg(any(test, feature = "trainer"))]
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Writer(Vec::new());
        let mut copy = self.clone();
        copy.visit(&mut out);
        out.0
    }

    /// `None` when the bytes are cut short or not of this kind.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { rest: bytes, failed: false };
        let mut weights = Self::default();
        weights.visit(&mut reader);
        (!reader.failed && reader.rest.is_empty()).then_some(weights)
    }

    /// Passes over all parts in the order of the file.
    fn visit(&mut self, io: &mut impl Visit) {
        io.strings(&mut self.relations);
        io.strings(&mut self.tags);
        io.words(&mut self.word_keys);
        io.table(&mut self.words);
        io.words(&mut self.vector_keys);
        io.nibbles(&mut self.vectors);
        io.list(&mut self.parts, Visit::table);
        io.table(&mut self.tag_inputs);
        io.linear(&mut self.project);
        io.norm(&mut self.input_norm);
        io.list(&mut self.windows, |io, block| {
            io.linear(&mut block.linear);
            io.norm(&mut block.norm);
        });
        io.linear(&mut self.tag_scores);
        io.linear(&mut self.tag_back);
        io.list(&mut self.recurrent, |io, layer| {
            io.linear(&mut layer.gates);
            io.linear(&mut layer.output);
            io.norm(&mut layer.norm);
        });
        io.linear(&mut self.tag_verdict);
        io.linear(&mut self.arc_hidden);
        io.linear(&mut self.arc_query);
        io.linear(&mut self.arc_head);
        io.linear(&mut self.relation_dependent);
        io.linear(&mut self.relation_head);
        io.table(&mut self.relation_distance);
        io.linear(&mut self.relation_scores);
    }
}

/// Layers of their own, as `write_layers` wrote them.
pub(super) fn read_layers(bytes: &[u8]) -> Option<Vec<Linear>> {
    let mut reader = Reader { rest: bytes, failed: false };
    let mut layers = Vec::new();
    reader.list(&mut layers, Visit::linear);
    (!reader.failed && reader.rest.is_empty()).then_some(layers)
}

#[cfg(any(test, feature = "trainer"))]
pub(super) fn write_layers(layers: &[Linear]) -> Vec<u8> {
    let mut out = Writer(Vec::new());
    out.list(&mut layers.to_vec(), Visit::linear);
    out.0
}

/// Reading and writing are one pass over the parts, so that they cannot disagree.
trait Visit: Sized {
    fn number(&mut self, value: &mut usize);
    fn bytes(&mut self, bytes: &mut Vec<u8>);

    fn list<T: Default + Clone>(
        &mut self,
        items: &mut Vec<T>,
        mut each: impl FnMut(&mut Self, &mut T),
    ) {
        let mut count = items.len();
        self.number(&mut count);
        // A damaged file must not ask for more memory than any model has parts.
        items.resize(count.min(1 << 16), T::default());
        for item in items {
            each(self, item);
        }
    }

    fn strings(&mut self, strings: &mut Vec<String>) {
        self.list(strings, |io, string| {
            let mut bytes = string.as_bytes().to_vec();
            io.bytes(&mut bytes);
            *string = String::from_utf8(bytes).unwrap_or_default();
        });
    }

    fn words(&mut self, words: &mut Vec<u32>) {
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.bytes(&mut bytes);
        *words = bytes.as_chunks().0.iter().map(|&word| u32::from_le_bytes(word)).collect();
    }

    fn floats(&mut self, values: &mut Vec<f32>) {
        let mut words: Vec<u32> = values.iter().map(|value| value.to_bits()).collect();
        self.words(&mut words);
        *values = words.into_iter().map(f32::from_bits).collect();
    }

    fn table(&mut self, table: &mut Table) {
        self.number(&mut table.columns);
        self.floats(&mut table.scales);
        let mut bytes: Vec<u8> = table.codes.iter().map(|code| code.cast_unsigned()).collect();
        self.bytes(&mut bytes);
        table.codes = bytes.into_iter().map(u8::cast_signed).collect();
    }

    fn nibbles(&mut self, table: &mut Nibbles) {
        self.number(&mut table.columns);
        self.floats(&mut table.scales);
        self.bytes(&mut table.codes);
    }

    fn linear(&mut self, linear: &mut Linear) {
        let mut table = Table::quantize(&linear.weight);
        self.table(&mut table);
        let by_row = table.to_matrix();
        linear.weight = Array2::zeros(by_row.raw_dim().f());
        linear.weight.assign(&by_row);
        self.floats(&mut linear.bias);
    }

    fn norm(&mut self, norm: &mut Norm) {
        self.floats(&mut norm.gain);
        self.floats(&mut norm.bias);
    }
}

#[cfg(any(test, feature = "trainer"))]
struct Writer(Vec<u8>);

#[cfg(any(test, feature = "trainer"))]
impl Visit for Writer {
    fn number(&mut self, value: &mut usize) {
        self.0.extend((*value as u32).to_le_bytes());
    }

    fn bytes(&mut self, bytes: &mut Vec<u8>) {
        self.number(&mut bytes.len());
        self.0.append(bytes);
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

impl Visit for Reader<'_> {
    fn number(&mut self, value: &mut usize) {
        if let Some((number, rest)) = self.rest.split_first_chunk::<4>() {
            self.rest = rest;
            *value = u32::from_le_bytes(*number) as usize;
        } else {
            self.failed = true;
            *value = 0;
        }
    }

    fn bytes(&mut self, bytes: &mut Vec<u8>) {
        let mut count = 0;
        self.number(&mut count);
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            *bytes = taken.to_vec();
        } else {
            self.failed = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut weights = Weights {
            relations: vec!["nsubj".to_owned()],
            word_keys: vec![3, 9],
            ..Weights::default()
        };
        weights.words =
            Table::quantize(&Array2::from_shape_fn((4, 3), |(i, j)| i as f32 - j as f32));
        weights.windows = vec![Block::default(), Block::default()];
        weights.project = Linear { weight: Array2::eye(2), bias: vec![0.5, -0.5] };
        let bytes = weights.write();
        let read = Weights::read(&bytes).expect("it is whole");
        assert_eq!(read.write(), bytes);
        assert_eq!(
            (read.relations, read.windows.len(), read.project.bias),
            (weights.relations, 2, weights.project.bias)
        );
        assert!(Weights::read(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn distances_have_a_class_each_way() {
        assert_eq!(distance_class(5, 0), 0);
        assert_eq!(distance_class(5, 4), 1);
        assert_eq!(distance_class(5, 6), 1 + DISTANCES.len());
        assert_eq!(distance_class(1, 2000), DISTANCE_CLASSES - 1);
    }
}
