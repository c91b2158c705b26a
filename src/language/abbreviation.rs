//! Which words keep the full stop that follows them, and which of these may end a sentence.
//!
//! General English lists: titles, months, weekdays, states, companies, references, Latin. The tokenizer
//! asks whether the stop is part of the word; the sentence splitter asks whether a sentence can end there.

/// What a full stop behind a word says about the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name, a number or more words must follow: `Mr.`, `No.`, `vs.`, an initial.
    Leading,
    /// Often last in its sentence: `etc.`, `p.m.`.
    Trailing,
    /// Either: `U.S.`, `Inc.`, `Jan.`.
    Either,
}

/// Titles and references that stand before what they belong to.
const LEADING: &[&str] = &[
    "Abp",
    "Act.Gov",
    "Adj",
    "Adm",
    "Amb",
    "Assoc.Prof",
    "Atty",
    "Bp",
    "Br",
    "Brig",
    "Bros",
    "Capt",
    "Card",
    "Chas",
    "Cmdr",
    "Cmdt",
    "Col",
    "Comdr",
    "Comm",
    "Cong",
    "Cpl",
    "Cpt",
    "Det",
    "Dr",
    "Drs",
    "Dir",
    "Engr",
    "Ens",
    "Esp",
    "Fr",
    "Ft",
    "Gen",
    "Geo",
    "Gov",
    "Govs",
    "Hon",
    "Insp",
    "Judg",
    "Lieut",
    "Lt",
    "Maj",
    "Messrs",
    "Mgr",
    "Mlle",
    "Mme",
    "Mons",
    "Mr",
    "Mrs",
    "Ms",
    "Msgr",
    "Mt",
    "Mts",
    "Mx",
    "Ofc",
    "Ph",
    "Pres",
    "Prof",
    "Profs",
    "Pte",
    "Pvt",
    "Rep",
    "Reps",
    "Rev",
    "Revd",
    "Sen",
    "Sens",
    "Sgt",
    "Smt",
    "Spc",
    "Sr",
    "St",
    "Ste",
    "Supt",
    "Treas",
    "Wm",
    "al-",
    "approx",
    "cf",
    "e.g",
    "eg",
    "esp",
    "i.e",
    "ie",
    "incl",
    "viz",
    "v",
    "vs",
    "v.s",
    "Vs",
    "Attn",
    "Univ",
    "Viz",
    "E.g",
    "I.e",
    "Cf",
    "ca",
    "Mssrs",
    "ADM",
    "GEN",
    "LT",
    "MR",
    "MRS",
    "MS",
    "DR",
    "PROF",
    "SEN",
    "REP",
    "GOV",
    "REV",
    "CAPT",
    "COL",
    "SGT",
];

/// Abbreviations before a number alone: `No. 10`, `p. 4`; elsewhere they are words.
const BEFORE_NUMBER: &[&str] = &[
    "Art", "Arts", "Ch", "Cl", "Eq", "Ex", "Exh", "Fig", "Figs", "NO", "No", "Nos", "Op", "Para",
    "Pars", "Pt", "Sec", "Sect", "Vol", "Vols", "art", "bk", "c", "ch", "cap", "fig", "figs", "fl",
    "no", "nos", "op", "p", "par", "para", "pp", "pt", "r", "sec", "ver", "vol", "vols",
];

/// Last words more often than not.
const TRAILING: &[&str] =
    &["a.m", "al", "A.M", "etc", "Etc", "p.m", "P.M", "ibid", "A.D", "B.C", "B.C.E", "C.E"];

/// Months, weekdays, companies, degrees, states, streets, units: anywhere in a sentence.
const EITHER: &[&str] = &[
    "Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Tue", "Tues", "Thu", "Thur",
    "Thurs", "Fri", "Inc", "Ltd", "Corp", "Co", "Cos", "Bros", "Cie", "Plc", "plc", "Pty", "S.p.A",
    "Jr", "Snr", "Jnr", "Esq", "Ph.D", "PhD", "M.Sc", "B.Sc", "M.Phil", "Ed.D", "Ll.B", "Ala",
    "Ariz", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Kan", "Kans", "Ky", "La", "Md", "Mich",
    "Minn", "Mo", "Mont", "Neb", "Nebr", "Nev", "N.Mex", "Okla", "Pa", "Penn", "Tenn", "Tex", "Va",
    "Vt", "W.Va", "Wis", "Wisc", "Wyo", "Ont", "Que", "Alta", "Sask", "Ave", "Blvd", "Bldg", "Hwy",
    "Pkwy", "Rd", "Sq", "Dept", "Depts", "Dist", "Div", "Est", "Ext", "Gov't", "Govt", "Intl",
    "Int'l", "Mfg", "Nat'l", "Natl", "Assn", "Ass'n", "Org", "assoc", "dept", "dist", "div", "ed",
    "eds", "est", "ext", "govt", "hr", "hrs", "lb", "lbs", "max", "min", "mins", "misc", "mos",
    "oz", "rev", "secs", "sq", "temp", "tel", "trans", "univ", "wk", "wks", "yr", "yrs", "yds",
    "Tel", "ft", "repr", "rpt", "seq", "Arrv", "arrv", "arr", "dep", "Mob", "Conf", "Ed", "Eds",
    "N.B",
];

/// What stands before an abbreviation with a hyphen.
const PREFIXES: &[&str] = &[
    "Anti", "Mid", "Non", "Post", "Pre", "Pro", "anti", "ex", "late", "mid", "non", "post", "pre",
    "pro",
];

/// Abbreviations that are also words: only behind a comma (`Springfield, Ill.`) or before a number
/// (`Mar. 3`) is the stop theirs.
const WORDS_TOO: &[&str] = &[
    "Mar", "Jun", "Jul", "Mon", "Wed", "Sat", "Sun", "Ark", "Cal", "Ill", "Ind", "Mass", "Me",
    "Miss", "Ore", "Wash", "Dak", "Ct", "Pl", "Ter",
];

/// Words that begin a sentence far more often than they begin a name.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Because",
    "Before",
    "Besides",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "Few",
    "Finally",
    "First",
    "For",
    "Former",
    "From",
    "Furthermore",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Neither",
    "Nevertheless",
    "No",
    "None",
    "Not",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "People",
    "Perhaps",
    "Police",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "Than",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Unlike",
    "Until",
    "Upon",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whose",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yet",
    "You",
    "Your",
];

/// Whether a sentence, rather than a name, begins with `word`.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(&word)
}

/// What follows the full stop behind a word, for the words that depend on it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings<'a> {
    /// The character right behind the stop, if any.
    pub(super) right_behind: Option<char>,
    /// The next word or sign behind white space; empty at the end of the block.
    pub(super) next: &'a str,
    /// The last character before the word that is not white space.
    pub(super) before: Option<char>,
}

/// Whether `word`, written without its last full stop, is an abbreviation there.
pub(super) fn classify(word: &str, around: Surroundings<'_>) -> Option<Abbreviation> {
    // "the post-Sept. 11 coalition", "anti-U.S. protests"
    let word = match word.rsplit_once('-') {
        Some((prefix, rest)) if PREFIXES.contains(&prefix) => rest,
        _ => word,
    };
    let next_char = around.next.chars().next();
    let next_is_digit = next_char.is_some_and(char::is_numeric);
    if LEADING.contains(&word) {
        return Some(Abbreviation::Leading);
    }
    if TRAILING.contains(&word) {
        return Some(Abbreviation::Trailing);
    }
    if BEFORE_NUMBER.contains(&word) && next_is_digit {
        return Some(Abbreviation::Leading);
    }
    if EITHER.contains(&word) || is_dotted(word) {
        return Some(Abbreviation::Either);
    }
    // "(D-Mass.)"
    if WORDS_TOO.contains(&word) && (next_is_digit || matches!(around.before, Some(',' | '-'))) {
        return Some(Abbreviation::Either);
    }
    if is_initial(word, around) {
        return Some(Abbreviation::Leading);
    }
    let letters = word.chars().all(char::is_alphabetic);
    // "Calif.," and "govt.;": no sentence goes on with a comma.
    if letters && matches!(around.right_behind, Some(',' | ';')) {
        return Some(Abbreviation::Either);
    }
    let vowels = word.chars().any(|c| "aeiouyAEIOUY".contains(c));
    let short = word.chars().count() <= 4;
    // "Pfc. Lee" is left alone, but "blvd. and" cannot be anything else.
    (letters && !vowels && short && next_char.is_some_and(char::is_lowercase))
        .then_some(Abbreviation::Either)
}

/// Single letters parted by full stops: `U.S`, `a.k.a`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// The `W` of `George W. Bush`. `I` and a last letter (`Plan B.`) end their sentence.
fn is_initial(word: &str, around: Surroundings<'_>) -> bool {
    let mut chars = word.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return false };
    let capital_next = around.next.chars().next().is_some_and(char::is_uppercase);
    letter.is_uppercase()
        && (word != "I" || around.next.len() <= 2)
        && (capital_next && !is_starter(around.next)
            || around.right_behind.is_some_and(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, next: &str, expected: Option<Abbreviation>) {
        let around = Surroundings { next, ..Surroundings::default() };
        assert_eq!(classify(word, around), expected, "{word}. {next}");
    }

    #[test]
    fn what_follows_tells_words_from_abbreviations() {
        check("Mr", "Lee", Some(Abbreviation::Leading));
        check("U.S", "The", Some(Abbreviation::Either));
        check("No", "10", Some(Abbreviation::Leading));
        check("No", "He", None);
        check("W", "Bush", Some(Abbreviation::Leading));
        check("B", "The", None);
        check("post-Sept", "11", Some(Abbreviation::Either));
        check("anti-U.S", "protests", Some(Abbreviation::Either));
        check("blvd", "and", Some(Abbreviation::Either));
        check("peace", "The", None);
    }
}
