//! Which hyphens and slashes part words.
//!
//! The treebanks cut at hyphens (`well - known`) but for a closed list of prefixes and suffixes, and
//! but for telephone numbers, dates and the like.

/// Where the word that began at `start` goes on if the hyphen at `at` does not end it.
pub(super) fn joined(chars: &[char], start: usize, at: usize, end: usize) -> Option<usize> {
    let after_end = segment_end(chars, at + 1, end);
    let before: String = chars[start..at].iter().flat_map(|c| c.to_lowercase()).collect();
    let after: String = chars[at + 1..after_end].iter().flat_map(|c| c.to_lowercase()).collect();
    if is_digits(&after) && before.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return number_end(chars, start, end);
    }
    // "R-S.C.": the S stands for a word of its own.
    let initial = chars.get(after_end) == Some(&'.')
        && chars.get(after_end + 1).is_some_and(|c| c.is_alphanumeric());
    let suffix = SUFFIXES.contains(&after.as_str()) && !initial;
    (PREFIXES.contains(&before.as_str()) || suffix).then_some(at + 1)
}

/// The same for a slash: dates stay whole (`9/11`), fractions and pairs do not.
pub(super) fn slashed(chars: &[char], start: usize, at: usize, end: usize) -> Option<usize> {
    let after_end = segment_end(chars, at + 1, end);
    let mut to = after_end;
    let mut parts = vec![at - start, after_end - at - 1];
    while to + 1 < end && chars[to] == '/' && chars[to + 1].is_ascii_digit() {
        let next = segment_end(chars, to + 1, end);
        parts.push(next - to - 1);
        to = next;
    }
    let digits = chars[start..to].iter().all(|c| c.is_ascii_digit() || *c == '/');
    let date = parts.len() > 2 || parts.iter().sum::<usize>() > 2 && parts.iter().all(|&n| n <= 4);
    // "l/c" and "I/C", but "he/she" is two words.
    let letters =
        parts == [1, 1] && !chars[start].is_ascii_digit() && chars[at + 1].is_alphabetic();
    if digits && date { Some(to) } else { letters.then_some(after_end) }
}

/// The end of a telephone number, post code or date that begins at `start`.
fn number_end(chars: &[char], start: usize, end: usize) -> Option<usize> {
    let to = (start..end).find(|&i| !chars[i].is_ascii_digit() && chars[i] != '-').unwrap_or(end);
    let groups: Vec<usize> = chars[start..to].split(|&c| c == '-').map(<[char]>::len).collect();
    let whole = matches!(groups.as_slice(), [1 | 3 | 5, 4]) || groups.len() > 2;
    (whole && !groups.contains(&0)).then_some(to)
}

fn segment_end(chars: &[char], start: usize, end: usize) -> usize {
    (start..end).find(|&i| !chars[i].is_alphanumeric()).unwrap_or(end)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// After the list of affixes that the guidelines of the English Web Treebank keep on their words.
const PREFIXES: &[&str] = &[
    "a", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross", "cyber",
    "de", "e", "eco", "ex", "extra", "fore", "hyper", "inter", "intra", "macro", "mega", "meta",
    "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "over", "para", "peri", "post",
    "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super",
    "supra", "sur", "trans", "tri", "ultra", "un", "under", "uni", "vice",
];

const SUFFIXES: &[&str] = &[
    "esque", "ette", "fest", "fold", "gate", "itis", "less", "most", "o", "rama", "torium", "wise",
    "ish", "e", "s",
];
