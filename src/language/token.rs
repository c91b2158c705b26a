//! Blocks into words, as the Universal Dependencies treebanks of English cut them.
//!
//! White space parts chunks; a chunk is read from left to right into words, numbers and signs, then
//! clitics are cut off. Every character that is not white space lies in exactly one token. Where
//! sentences end is left to `sentence`.

use super::Token;
use super::abbreviation::{Surroundings, classify};
use super::hyphen;
use crate::document::Document;
use crate::text::TextRange;

/// The words of all prose blocks, in the order of the text.
pub fn tokenize(document: &Document) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(document.text().len() / 5);
    for block in document.blocks().iter().filter(|block| block.kind.is_prose()) {
        Lexer::new(document.text(), block.range, &mut tokens).run();
    }
    tokens
}

/// Reads one block.
struct Lexer<'a> {
    text: &'a str,
    chars: Vec<char>,
    /// The byte at which each character starts, and that behind the last.
    offsets: Vec<usize>,
    tokens: &'a mut Vec<Token>,
    /// Whether a single quotation mark is open, so that the next one closes it.
    single_open: bool,
}

/// The end of a word, and where inside it clitics start.
type Cut = usize;

impl<'a> Lexer<'a> {
    fn new(text: &'a str, range: TextRange, tokens: &'a mut Vec<Token>) -> Self {
        let part = range.slice(text);
        let mut offsets: Vec<usize> =
            part.char_indices().map(|(at, _)| range.start() + at).collect();
        offsets.push(range.end());
        Self { text, chars: part.chars().collect(), offsets, tokens, single_open: false }
    }

    fn run(mut self) {
        let mut at = 0;
        while at < self.chars.len() {
            if self.chars[at].is_whitespace() {
                at += 1;
                continue;
            }
            let end = self.while_at(at, |c| !c.is_whitespace());
            self.chunk(at, end);
            at = end;
        }
    }

    fn chunk(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let (next, cuts) = self.token_at(at, start, end);
            self.push(at, next, &cuts);
            at = next;
        }
    }

    fn push(&mut self, start: usize, end: usize, cuts: &[Cut]) {
        let mut from = start;
        for &to in cuts.iter().filter(|&&cut| start < cut && cut < end).chain([&end]) {
            let range = TextRange::new(self.offsets[from], self.offsets[to]);
            self.tokens.push(Token { range, clitic: from > start });
            from = to;
        }
    }

    /// The end of the token at `at` in the chunk from `start` to `end`, and where to cut it.
    fn token_at(&mut self, at: usize, start: usize, end: usize) -> (usize, Vec<Cut>) {
        if let Some(next) = self.address(at, end).or_else(|| self.emoticon(at, start, end)) {
            return (next, Vec::new());
        }
        let c = self.chars[at];
        if is_word(c)
            || c == '.'
                && (self.is_digit(at + 1) || self.is_extension(at + 1, end))
                && (at == start || !is_word(self.chars[at - 1]))
        {
            return self.word(at, end);
        }
        if is_apostrophe(c)
            && let Some(found) = self.apostrophe(at, start, end)
        {
            return found;
        }
        (self.sign(at, end), Vec::new())
    }

    /// `'em`, `'60s`, and the `'` of `voters'`; `None` for a quotation mark.
    fn apostrophe(&mut self, at: usize, start: usize, end: usize) -> Option<(usize, Vec<Cut>)> {
        let word_end = self.while_at(at + 1, is_word).min(end);
        let word = self.lower(at + 1, word_end);
        let digits = word.trim_end_matches('s');
        let decade = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        let opens = at == start || !is_word(self.chars[at - 1]);
        if opens && (decade || is_elision(&word)) {
            return Some((word_end, Vec::new()));
        }
        self.single_open = opens && at + 1 < end;
        None
    }

    /// The end of the sign at `at`: runs of dots, dashes and the like are one.
    fn sign(&self, at: usize, end: usize) -> usize {
        let c = self.chars[at];
        match c {
            '.' | '…' => {
                let to = self.while_at(at, |c| matches!(c, '.' | '…')).min(end);
                // "Word format.?" is one mark, "what...?" two.
                if c == '.' && to == at + 1 { self.while_at(to, is_loud).min(end) } else { to }
            }
            '!' | '?' => {
                let to = self.while_at(at, is_loud).min(end);
                // "on August 17th!." ends so, "really!..." does not.
                let one = to + 1 == end && self.chars[to] == '.';
                if one { end } else { to }
            }
            '-' | '=' if self.is_rule(at, end) => {
                self.while_at(at, |c| matches!(c, '-' | '=')).min(end)
            }
            '-' | '*' | '=' | '_' | '~' | '+' | '#' | '<' | '>' | '—' | '–' | '^' | '|' | '$'
            | '/' | '\\' => self.while_at(at, |d| d == c).min(end),
            '\'' | '`' | '’' | '‘' if at + 1 < end && self.chars[at + 1] == c => at + 2,
            _ if is_pictograph(c) => self.while_at(at + 1, continues_pictograph).min(end),
            _ => self.while_at(at + 1, is_mark).min(end),
        }
    }

    /// Whether a line is drawn of several signs: `----==`.
    fn is_rule(&self, at: usize, end: usize) -> bool {
        let to = self.while_at(at, |c| matches!(c, '-' | '=')).min(end);
        to >= at + 4 && self.chars[at..to].contains(&'=')
    }

    /// A word or number that starts at `at`, its full stop included where it is the word's own.
    fn word(&mut self, at: usize, end: usize) -> (usize, Vec<Cut>) {
        let mut next = at + 1;
        while next < end {
            let c = self.chars[next];
            if is_word(c) {
                next += 1;
            } else if let Some(after) = self.joined(at, next, end) {
                next = after;
            } else {
                break;
            }
        }
        if self.lower(at, next) == "alot" {
            return (at + 1, Vec::new());
        }
        if let Some(unit) = self.unit(at, next) {
            return (unit, Vec::new());
        }
        if next < end && self.chars[next] == '$' && is_dollar_prefix(&self.lower(at, next)) {
            return (next + 1, Vec::new());
        }
        if next < end && self.chars[next] == '.' && self.owns_stop(at, next) {
            return (next + 1, Vec::new());
        }
        let cuts = self.clitics(at, next);
        // The possessive of a plural: "voters'".
        if next < end
            && is_apostrophe(self.chars[next])
            && !self.single_open
            && matches!(self.chars[next - 1], 's' | 'S' | 'x' | 'z')
            && !self.chars.get(next + 1).is_some_and(|&c| is_word(c) || is_apostrophe(c))
        {
            return (next + 1, vec![next]);
        }
        (next, cuts)
    }

    /// Where a word goes on if the sign at `next` does not end it.
    fn joined(&self, start: usize, next: usize, end: usize) -> Option<usize> {
        if next + 1 >= end || !is_word(self.chars[next + 1]) {
            return None;
        }
        let (before, after) = (self.chars[next - 1], self.chars[next + 1]);
        let digits = before.is_ascii_digit() && after.is_ascii_digit();
        let goes_on = match self.chars[next] {
            '.' => digits || self.is_dotted(start, next),
            ',' => digits && self.while_at(next + 1, |c| c.is_ascii_digit()) == next + 4,
            ':' => digits,
            '\'' | '’' | '`' | 'ʼ' => before.is_alphanumeric() && after.is_alphabetic(),
            '@' => before.is_alphanumeric() && after.is_alphanumeric(),
            '&' => before.is_uppercase() && after.is_uppercase(),
            '_' | '\u{ad}' | '\u{200d}' => true,
            '-' | '‐' | '‑' => return hyphen::joined(&self.chars, start, next, end),
            '/' => return hyphen::slashed(&self.chars, start, next, end),
            // "PeÃ±a": two bytes of UTF-8 that were once read as two letters stay in their word.
            '\u{a1}'..='\u{bf}' => matches!(before, 'Ã' | '\u{303}') && after.is_lowercase(),
            _ => false,
        };
        goes_on.then_some(next + 1)
    }

    /// Whether the full stop at `next` is inside a word: `U.S`, `Ph.D`, `3.5`, but not `end.Next`.
    fn is_dotted(&self, start: usize, next: usize) -> bool {
        let part = (start..next).rev().take_while(|&i| self.chars[i] != '.').count();
        let after_end = self.while_at(next + 1, is_word);
        let (before, after) = (self.chars[next - 1], self.chars[next + 1]);
        if part == 1 && before.is_alphabetic() {
            return after.is_alphabetic();
        }
        // "Ph.D" and "M.Sc" against "end.Next" and "Sept.11".
        let short = part <= 2 && after_end - next <= 3;
        before.is_alphabetic() && after.is_alphabetic() && (short || !after.is_uppercase())
    }

    /// The end of the number in `10k`, `7am`, `15m`, where letters stand for a word of their own.
    fn unit(&self, start: usize, end: usize) -> Option<usize> {
        let number_end =
            self.while_at(start, |c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
        if number_end == start || number_end >= end || !self.chars[start].is_ascii_digit() {
            return None;
        }
        // "4G" and "3D" are no measures.
        let measure = self.slice(number_end, end) != "G";
        (measure && UNITS.contains(&self.lower(number_end, end).as_str())).then_some(number_end)
    }

    fn owns_stop(&self, start: usize, stop: usize) -> bool {
        if self.chars.get(stop + 1) == Some(&'.') {
            return false;
        }
        let next = self.while_at(stop + 1, char::is_whitespace);
        let next_end = self.while_at(next, is_word).max((next + 1).min(self.chars.len()));
        let around = Surroundings {
            right_behind: self.chars.get(stop + 1).copied().filter(|c| !c.is_whitespace()),
            next: if next > stop + 1 { self.slice(next, next_end) } else { "" },
            before: self.chars[..start].iter().rev().copied().find(|c| !c.is_whitespace()),
        };
        classify(self.slice(start, stop), around).is_some()
    }

    /// Where clitics start in the word from `start` to `end`.
    fn clitics(&self, start: usize, end: usize) -> Vec<Cut> {
        let lower = self.lower(start, end);
        if let Some(&(_, at)) = FUSED.iter().find(|(word, _)| *word == lower) {
            return vec![start + at];
        }
        // "its a" is "it's a" without its apostrophe: no possessive stands before an article. So with "your the".
        if matches!(lower.as_str(), "its" | "your")
            && AFTER_VERB.contains(&self.next_word(end).as_str())
        {
            return vec![start + lower.len() - 1];
        }
        // "Lets go", but "it lets us".
        if self.slice(start, end) == "Lets" {
            return vec![start + 3];
        }
        let mut cuts = Vec::new();
        let mut to = end;
        while let Some(cut) = self.last_clitic(start, to) {
            cuts.push(cut);
            to = cut;
        }
        cuts.reverse();
        cuts
    }

    fn next_word(&self, at: usize) -> String {
        let start = self.while_at(at, char::is_whitespace);
        self.lower(start, self.while_at(start, is_word))
    }

    fn last_clitic(&self, start: usize, end: usize) -> Option<Cut> {
        let length = end - start;
        let letter = |back: usize| self.chars[end - back].to_ascii_lowercase();
        if length > 3 && letter(1) == 't' && is_apostrophe(self.chars[end - 2]) && letter(3) == 'n'
        {
            return Some(end - 3);
        }
        if length > 2 && is_apostrophe(self.chars[end - 2]) && matches!(letter(1), 's' | 'm' | 'd')
        {
            return Some(end - 2);
        }
        let pair = (length > 3).then(|| (letter(2), letter(1)))?;
        (is_apostrophe(self.chars[end - 3]) && matches!(pair, ('l', 'l') | ('r' | 'v', 'e')))
            .then_some(end - 3)
    }

    /// The end of a web or mail address, a handle or a hashtag at `at`.
    fn address(&self, at: usize, end: usize) -> Option<usize> {
        let c = self.chars[at];
        if at > 0 && is_word(self.chars[at - 1]) {
            return None;
        }
        if matches!(c, '@' | '#') {
            let word_end = self.while_at(at + 1, |c| is_word(c) || c == '_').min(end);
            let letters = self.chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
            return (letters && word_end > at + 1).then_some(word_end);
        }
        if !c.is_ascii_alphanumeric() {
            return None;
        }
        let stop = |c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '’' | ')' | ']' | '—')
        };
        let mut to = self.while_at(at, |c| !stop(c)).min(end);
        while to > at
            && matches!(self.chars[to - 1], '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '…')
        {
            to -= 1;
        }
        // A look at the signs saves most words the copy.
        if !self.chars[at..to].iter().any(|c| matches!(c, '.' | '@' | ':')) {
            return None;
        }
        is_address(&self.lower(at, to)).then_some(to)
    }

    /// The end of an emoticon such as `:-)` that closes its chunk or stands alone.
    fn emoticon(&self, at: usize, start: usize, end: usize) -> Option<usize> {
        if !matches!(self.chars[at], ':' | ';' | '=' | '(' | '<' | '8' | '>') {
            return None;
        }
        let found = EMOTICONS.iter().find(|form| {
            form.chars().enumerate().all(|(i, c)| at + i < end && self.chars[at + i] == c)
        })?;
        let to = at + found.chars().count();
        let letter = self.chars[to - 1].is_alphanumeric();
        let alone = at == start || !letter && !self.chars[at - 1].is_ascii_digit();
        let last = (to..end).all(|i| !is_word(self.chars[i]) && (!letter || self.chars[i] != '/'));
        (alone && last && (to == end || !is_word(self.chars[to]))).then_some(to)
    }

    /// Whether a file's ending stands by itself: `draft (2).doc`.
    fn is_extension(&self, at: usize, end: usize) -> bool {
        let to = self.while_at(at, is_word).min(end);
        matches!(
            self.slice(at.min(to), to),
            "doc" | "xls" | "pdf" | "txt" | "ppt" | "jpg" | "zip" | "com"
        )
    }

    fn is_digit(&self, at: usize) -> bool {
        self.chars.get(at).is_some_and(char::is_ascii_digit)
    }

    /// The first place from `at` on whose character fails `test`.
    fn while_at(&self, at: usize, test: impl Fn(char) -> bool) -> usize {
        let mut to = at;
        while to < self.chars.len() && test(self.chars[to]) {
            to += 1;
        }
        to
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        TextRange::new(self.offsets[start], self.offsets[end]).slice(self.text)
    }

    fn lower(&self, start: usize, end: usize) -> String {
        self.slice(start, end).to_lowercase().replace(['’', 'ʼ'], "'")
    }
}

fn is_loud(c: char) -> bool {
    matches!(c, '!' | '?')
}

/// Whether `word`, in lower case, is one that lost its beginning: `em`, `tis`.
pub(super) fn is_elision(word: &str) -> bool {
    ELISIONS.contains(&word)
}

/// Whether `c` may start and fill a word.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || is_mark(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// Combining marks and selectors, which belong to the character before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | 'ʼ')
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}

/// Selectors, joiners and skin tones; after a joiner and among flags, further pictographs.
fn continues_pictograph(c: char) -> bool {
    is_mark(c) || c == '\u{200d}' || is_pictograph(c)
}

fn is_dollar_prefix(lower: &str) -> bool {
    matches!(lower, "us" | "a" | "au" | "c" | "ca" | "hk" | "nz" | "nt" | "s" | "r" | "z")
}

/// `lower` is in lower case and has no punctuation at its end.
fn is_address(lower: &str) -> bool {
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let host = lower.split(['/', '?', '#']).next().unwrap_or_default();
    let (user, domain) = host.split_once('@').unwrap_or(("x", host));
    let host_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let last = domain.rsplit('.').next().unwrap_or_default();
    let is_mail = user.len() < host.len() && host.contains('@');
    !user.is_empty()
        && user.chars().all(host_char)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.contains("..")
        && domain.chars().all(host_char)
        && (DOMAINS.contains(&last) || is_mail && last.len() >= 2)
        && (is_mail || domain.len() > last.len() + 2)
}

/// The ends of hosts common enough to be told from a missing space.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "uk", "au", "ca", "de", "fr",
    "eu", "nz", "ie", "ru", "cn", "jp", "ch", "nl", "tv", "io", "html", "htm", "php", "xls", "doc",
    "pdf", "txt", "ppt",
];

/// Words that lost their beginning. `'n'` is left to the quotation marks.
const ELISIONS: &[&str] =
    &["em", "til", "till", "tis", "twas", "cause", "bout", "cuz", "neath", "twill"];

/// What may stick to a number and is a word of its own.
const UNITS: &[&str] = &[
    "k", "m", "b", "bn", "mn", "tn", "mm", "cm", "km", "kg", "mg", "g", "lb", "lbs", "oz", "ml",
    "am", "pm", "a.m", "p.m", "hrs", "hr", "min", "mins", "sec", "kb", "mb", "gb", "tb", "mw",
    "gw", "kw", "kwh", "mwh", "mph", "kph", "ft", "in", "yr", "yrs", "c", "f", "hz", "ghz", "mhz",
    "million", "billion", "trillion", "percent", "bps", "bcf", "usd", "gbp", "eur", "ha", "km²",
    "m²", "yo",
];

/// Two words written as one, and the length of the first.
const FUSED: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("wanna", 3),
    ("lemme", 3),
    ("gimme", 3),
    ("dunno", 2),
    ("dont", 2),
    ("cant", 2),
    ("didnt", 3),
    ("doesnt", 4),
    ("isnt", 2),
    ("wasnt", 3),
    ("arent", 3),
    ("werent", 4),
    ("wouldnt", 5),
    ("couldnt", 5),
    ("shouldnt", 6),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("wont", 2),
    ("aint", 2),
    ("im", 1),
    ("ive", 1),
    ("youre", 3),
    ("theyre", 4),
    ("youll", 3),
    ("youve", 3),
    ("theyve", 4),
    ("theyll", 4),
    ("thats", 4),
    ("theres", 5),
    ("whats", 4),
    ("hes", 2),
    ("shes", 3),
    ("outta", 3),
    ("itll", 2),
    ("heres", 4),
    ("youd", 3),
    ("theyd", 4),
    ("d'ye", 2),
];

/// What follows `is`, but never a possessive.
const AFTER_VERB: &[&str] = &[
    "a",
    "an",
    "the",
    "not",
    "been",
    "so",
    "too",
    "really",
    "very",
    "just",
    "still",
    "also",
    "all",
    "simply",
    "definitely",
    "nothing",
    "getting",
    "gonna",
    "my",
    "your",
    "his",
    "our",
    "this",
    "that",
    "because",
];

/// Longer ones before those that they begin with.
const EMOTICONS: &[&str] = &[
    ":-))", ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-O", ":'(", ":))", ":)", ":((",
    ":(", ":D", ":P", ":p", ":/", ":]", ";-)", ";)", ";D", ";P", "=)", "=(", "=D", "(:", "<3",
    ">:(",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    /// `expected` has a space between tokens and a middle dot before clitics.
    fn check(text: &str, expected: &str) {
        let document = document(text);
        let mut found = String::new();
        for token in tokenize(&document) {
            found.push_str(if token.clitic { "·" } else { " " });
            found.push_str(token.range.slice(text));
        }
        assert_eq!(found.trim(), expected);
    }

    #[test]
    fn clitics_are_words_of_their_own() {
        check("I don't; they’ve won.", "I do·n't ; they·’ve won .");
        check("It cannot be Trump's.", "It can·not be Trump·'s .");
        check("The voters' voice, O'Brien's", "The voters·' voice , O'Brien·'s");
        check("She couldn’t’ve 'em", "She could·n’t·’ve 'em");
        check("Its a pity; its aim", "It·s a pity ; its aim");
        check("Lets go, alot; it lets us", "Let·s go , a lot ; it lets us");
    }

    #[test]
    fn stops_belong_to_abbreviations_and_initials() {
        check("Mr. Lee met George W. Bush.", "Mr. Lee met George W. Bush .");
        check("The U.S. and D.C., etc.", "The U.S. and D.C. , etc.");
        check("At 5 p.m. on Sept. 11", "At 5 p.m. on Sept. 11");
        check("No. 10 said no. He left.", "No. 10 said no . He left .");
    }

    #[test]
    fn numbers_and_money() {
        check("$1,200.50 or US$3m (5%), 3-4", "$ 1,200.50 or US$ 3 m ( 5 % ) , 3 - 4");
        check("9/11 at 5:30pm in the '60s", "9/11 at 5:30 pm in the '60s");
        check("call 555-0199", "call 555-0199");
    }

    #[test]
    fn hyphens_part_words_but_not_prefixes() {
        check("a well-known non-profit", "a well - known non-profit");
        check("the 15-year-old’s e-mail", "the 15 - year - old·’s e-mail");
        check("on—and off – it", "on — and off – it");
    }

    #[test]
    fn addresses_and_faces_stay_whole() {
        check("(see http://a.org/b?c=d).", "( see http://a.org/b?c=d ) .");
        check("ask me@mail.example.com, ok :-)", "ask me@mail.example.com , ok :-)");
        check("yes… no... what?! 👍🏽", "yes … no ... what ?! 👍🏽");
        check(
            "format.? Why...? draft (2).doc ----==",
            "format .? Why ... ? draft ( 2 ) .doc ----==",
        );
    }

    #[test]
    fn letters_read_as_two_stay_in_their_word() {
        check("PeÃ±a and PeA\u{303}±a ± 2", "PeÃ±a and PeA\u{303}±a ± 2");
    }

    #[test]
    fn quotes_and_no_break_spaces() {
        check("“Łódź\u{a0}is ‘home’,” he\r\nsaid", "“ Łódź is ‘ home ’ , ” he said");
        check("the 'best' of \"them\"", "the ' best ' of \" them \"");
    }
}
