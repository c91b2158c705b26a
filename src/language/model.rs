//! The trained weights: named parts, each a file in `assets/model/` with a header of its own.
//!
//! A part starts with lines of text: the format's name and version, the part's name, a checksum of the
//! bytes that follow the header, and what it was trained on. An empty line ends the header. The parts
//! are published under CC BY-SA 4.0: see `assets/LICENSE-MODEL`. What the bytes mean is left to the
//! stage that reads them.

/// The version of the header that this program reads.
pub const VERSION: u32 = 1;

/// The parts that the program carries.
const PARTS: &[(&str, &[u8])] = &[
    ("clusters", include_bytes!("../../assets/model/clusters.bin")),
    ("lemmas", include_bytes!("../../assets/model/lemmas.bin")),
    ("names", include_bytes!("../../assets/model/names.bin")),
    ("names-head", include_bytes!("../../assets/model/names-head.bin")),
    ("network", include_bytes!("../../assets/model/network.bin")),
    ("tagger", include_bytes!("../../assets/model/tagger.bin")),
];

/// Parts that take the place of those the program carries: each new part is trained with the new ones before it.
#[cfg(feature = "trainer")]
static INSTALLED: std::sync::Mutex<Vec<(String, &'static [u8])>> =
    std::sync::Mutex::new(Vec::new());

/// Puts the bytes of a part, without a header, in the place of the program's own. A stage reads its part when it is
/// first used: install it before.
#[cfg(feature = "trainer")]
pub fn install(name: &str, bytes: Vec<u8>) {
    if let Ok(mut installed) = INSTALLED.lock() {
        installed.push((name.to_owned(), bytes.leak()));
    }
}

/// The bytes of a part without its header; empty when the program has none of that name, or when it
/// is damaged or of another version, so that its stage does without.
pub fn section(name: &str) -> &'static [u8] {
    #[cfg(feature = "trainer")]
    if let Ok(installed) = INSTALLED.lock()
        && let Some((_, bytes)) = installed.iter().find(|(part, _)| part == name)
    {
        return bytes;
    }
    PARTS
        .iter()
        .find(|(part, _)| *part == name)
        .and_then(|(_, bytes)| open(name, bytes))
        .unwrap_or_default()
}

/// The lines of a part's header that tell what it was trained on.
pub fn manifest(name: &str) -> &'static str {
    let part = PARTS.iter().find(|(part, _)| *part == name);
    part.and_then(|(_, bytes)| Some(split(bytes)?.0)).unwrap_or_default()
}

/// What tells one set of weights from another: a sum of the parts' checksums, in hexadecimal digits.
pub fn identity() -> String {
    let sums: String = names()
        .filter_map(|name| {
            let part = PARTS.iter().find(|(part, _)| *part == name)?;
            split(part.1)?.0.lines().find_map(|line| line.strip_prefix("checksum "))
        })
        .collect();
    format!("{:016x}", checksum(sums.as_bytes()))
}

/// The names of all parts.
pub fn names() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(name, _)| *name)
}

/// A part as it lies in its file. `notes` are further lines of the header: data, licences, figures.
pub fn seal(name: &str, notes: &str, bytes: &[u8]) -> Vec<u8> {
    let notes = notes.trim().replace("\n\n", "\n");
    let mut part = format!(
        "sidelight-model {VERSION}\nname {name}\nchecksum {:016x}\n{notes}\n\n",
        checksum(bytes)
    )
    .into_bytes();
    part.extend_from_slice(bytes);
    part
}

/// The bytes of a sealed part, if it is the part `name`, whole, and of this version.
pub fn open<'a>(name: &str, part: &'a [u8]) -> Option<&'a [u8]> {
    let (header, bytes) = split(part)?;
    let mut lines = header.lines();
    let known = lines.next()? == format!("sidelight-model {VERSION}")
        && lines.next()? == format!("name {name}");
    let sum = lines.next()?.strip_prefix("checksum ")?;
    (known && sum == format!("{:016x}", checksum(bytes))).then_some(bytes)
}

fn split(part: &[u8]) -> Option<(&str, &[u8])> {
    let at = part.windows(2).position(|pair| pair == b"\n\n")?;
    Some((std::str::from_utf8(&part[..=at]).ok()?, &part[at + 2..]))
}

/// Of eight bytes at a time: quick, and enough against a damaged file.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        sum = (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_whole() {
        for name in names() {
            assert!(!section(name).is_empty(), "{name}");
            assert!(manifest(name).contains("data"), "{name} names its data");
        }
        assert!(section("nothing").is_empty());
    }

    #[test]
    fn the_weights_have_a_name() {
        assert_eq!(identity().len(), 16);
        assert_ne!(identity(), format!("{:016x}", checksum(b"")));
    }

    #[test]
    fn damage_is_seen() {
        let mut part = seal("x", "data none", &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(open("x", &part), Some(&[1, 2, 3, 4, 5, 6, 7, 8, 9][..]));
        assert_eq!(open("y", &part), None);
        *part.last_mut().unwrap() = 0;
        assert_eq!(open("x", &part), None);
    }
}
