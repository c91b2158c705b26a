//! Words and pieces of text, put together as running text: spaces, quotation marks, capitals, the final mark.

use super::clause::Tree;
use crate::text::one_line;

/// One word of a phrase in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it stands in the text.
    Token(usize),
    /// In the place of a token, which decides the spaces around it.
    Instead(usize, String),
    /// Not from this place.
    Word(String),
}

impl Piece {
    fn token(&self) -> Option<usize> {
        match self {
            Self::Token(token) | Self::Instead(token, _) => Some(*token),
            Self::Word(_) => None,
        }
    }
}

/// The pieces as one line, marks balanced, without a capital or a final mark of its own.
pub(crate) fn join(tree: &Tree<'_>, pieces: &[Piece]) -> String {
    let mut line = String::new();
    let mut before: Option<usize> = None;
    let mut named = false;
    for piece in pieces {
        let word = match piece {
            Piece::Token(token) => loose(tree, *token, before),
            Piece::Instead(_, word) | Piece::Word(word) => word.as_str(),
        };
        if word.is_empty() {
            continue;
        }
        let touching = match (before, piece.token()) {
            // "the Ana Lee-led guild": a hyphen behind a name of several words.
            (Some(last), Some(this)) if named && this > last + 1 && word == "-" => {
                Some(touches(tree, this - 1, this))
            }
            // "Lee's ready" asked is "Lee be ready": the word that was glued on has gone.
            (Some(last), Some(this)) if last + 1 == this => Some(
                touches(tree, last, this)
                    && !(matches!(piece, Piece::Instead(..))
                        && tree.word(this).starts_with(['\'', '’'])
                        && word.starts_with(char::is_alphabetic)),
            ),
            _ => None,
        };
        // "the years-long row", whose hyphen was cut with other marks: one word all the same.
        let torn = before.zip(piece.token()).is_some_and(|(last, this)| {
            last + 2 == this && matches!(piece, Piece::Token(_)) && is_joined(tree, last + 1)
        });
        if torn {
            line.push('-');
        }
        let touching = if torn { Some(true) } else { touching };
        // A straight mark closes where one is open.
        let open = line.matches('"').count() % 2 == 1;
        let straight = open && (word == "\"" || line.ends_with('"'))
            || word == "''" && line.matches("''").count() % 2 == 1;
        let glued = touching.unwrap_or_else(|| hugs_left(word) || hugs_right(&line) || straight);
        if !line.is_empty() && !glued {
            line.push(' ');
        }
        line.push_str(word);
        before = piece.token();
        named = matches!(piece, Piece::Instead(..));
    }
    tidy(&balance(&line))
}

/// `n't` that lost its verb is `not`.
fn loose<'a>(tree: &Tree<'a>, token: usize, before: Option<usize>) -> &'a str {
    let word = tree.word(token);
    if matches!(word, "n't" | "n’t") && before.is_none_or(|last| last + 1 != token) {
        "not"
    } else {
        word
    }
}

/// Whether the token is a hyphen inside a word: "years-long".
pub(super) fn is_joined(tree: &Tree<'_>, hyphen: usize) -> bool {
    tree.word(hyphen) == "-"
        && hyphen > 0
        && hyphen + 1 < tree.analysis.tokens.len()
        && touches(tree, hyphen - 1, hyphen)
        && touches(tree, hyphen, hyphen + 1)
}

fn touches(tree: &Tree<'_>, last: usize, this: usize) -> bool {
    let tokens = &tree.analysis.tokens;
    tokens[last].range.end() == tokens[this].range.start()
}

fn hugs_left(word: &str) -> bool {
    word.starts_with([',', '.', ';', ':', '!', '?', ')', ']', '”', '’', '%', '…'])
        || matches!(word, "'s" | "n't" | "'" | "'re" | "'ll" | "'ve" | "'d")
}

fn hugs_right(line: &str) -> bool {
    line.ends_with(['(', '[', '“', '‘', '$', '£', '€', '#'])
}

/// Drops quotation marks and brackets whose partner is not there.
fn balance(line: &str) -> String {
    let mut kept: Vec<Option<char>> = line.chars().map(Some).collect();
    for (open, close) in [('“', '”'), ('(', ')'), ('[', ']'), ('«', '»')] {
        let mut opened = Vec::new();
        for (idx, mark) in kept.iter_mut().enumerate() {
            if *mark == Some(open) {
                opened.push(idx);
            } else if *mark == Some(close) && opened.pop().is_none() {
                *mark = None;
            }
        }
        for idx in opened {
            kept[idx] = None;
        }
    }
    let straight: Vec<usize> = (0..kept.len()).filter(|&idx| kept[idx] == Some('"')).collect();
    if straight.len() == 1 {
        kept[straight[0]] = None;
    }
    // A mark that only closes, at the end: "the halls of power’". Behind one "s" it may be a possessive.
    let last = kept.iter().rposition(Option::is_some);
    if let Some(last) = last
        && kept[last] == Some('’')
        && !kept.contains(&Some('‘'))
        && (!line.ends_with("s’") || line.ends_with("ss’"))
    {
        kept[last] = None;
    }
    // "was told' to go home": a straight one that only closes.
    let opens = line.split(' ').any(|word| word.starts_with('\''));
    for at in 1..kept.len().saturating_sub(1) {
        let closes = kept[at] == Some('\'')
            && kept[at + 1] == Some(' ')
            && kept[at - 1]
                .is_some_and(|before| before.is_alphabetic() && !matches!(before, 's' | 'S'));
        if closes && !opens {
            kept[at] = None;
        }
    }
    let straight_pairs = line.matches("''").count();
    if straight_pairs % 2 == 1 {
        let line: String = kept.into_iter().flatten().collect();
        kept = line.replace("''", "").chars().map(Some).collect();
    }
    // A single mark that opens and is not closed; one that closes is an apostrophe as well.
    let singles = kept.iter().filter(|mark| **mark == Some('‘')).count();
    if singles > kept.iter().filter(|mark| **mark == Some('’')).count() {
        kept.iter_mut().filter(|mark| **mark == Some('‘')).for_each(|mark| *mark = None);
    }
    kept.into_iter().flatten().collect()
}

/// One space between words, and no marks left over from what was cut.
fn tidy(line: &str) -> String {
    let mut line = one_line(line);
    for (wrong, right) in [
        (" ,", ","),
        (",,", ","),
        (", .", "."),
        (",.", "."),
        (",;", ";"),
        (", ;", ";"),
        (" ;", ";"),
        ("()", ""),
        (",?", "?"),
        ("– –", "–"),
        ("— —", "—"),
        (", ,", ","),
        ("—,", ","),
        ("–,", ","),
        (" .", "."),
        ("-- --", "--"),
        (",:", ":"),
    ] {
        while line.contains(wrong) {
            line = line.replace(wrong, right);
        }
    }
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '–' | '—' | '-' | ' ');
    line.trim_matches(ends).to_owned()
}

/// With a capital and, unless the line ends with one, the mark at the end.
pub(crate) fn finish(line: &str, mark: char) -> String {
    let bare = line.trim_end_matches(['.', '?', '!', ',', ';', ':', ' ', '–', '—', '-']);
    // "Will he return to the U.S.?" keeps the full stop of an abbreviation, "in the U.S." its only one.
    let last_word = bare.rsplit(' ').next().unwrap_or_default();
    let abbreviated = line.get(bare.len()..).is_some_and(|rest| rest.starts_with('.'))
        && (last_word.contains('.')
            || matches!(last_word, "Jr" | "Sr" | "Inc" | "Corp" | "Co" | "Ltd" | "St"));
    let line = if abbreviated { line.get(..=bare.len()).unwrap_or(bare) } else { bare };
    // "He called it “a mistake.”" keeps its mark inside the quotation.
    let inside = line.trim_end_matches(['”', '"', '’', '\'']);
    let inside = Some(inside)
        .filter(|it| it.len() < line.len() && mark == '.' && it.ends_with(['.', '!', '?']));
    let mut out = String::with_capacity(line.len() + 1);
    let mut letters = line.chars();
    // The capital goes to the first letter, behind an opening mark too.
    for letter in letters.by_ref() {
        if letter.is_alphanumeric() {
            out.extend(letter.to_uppercase());
            break;
        }
        out.push(letter);
    }
    out.push_str(letters.as_str());
    if inside.is_none() {
        // Two single marks in the place of a double one.
        if let Some(rest) = out.strip_suffix("''")
            && (rest.ends_with(',') || mark == '?' && rest.ends_with('.'))
        {
            out = format!("{}''", rest.trim_end_matches(['.', ',']));
        }
        match (mark, out.strip_suffix(['”', '"'])) {
            // "... “a mistake”." in the statement, but never ".”?" in a question.
            ('?', Some(rest)) if rest.ends_with(['.', ',']) => {
                let quote = out.chars().last().unwrap_or('”');
                out = format!("{}{quote}", rest.trim_end_matches(['.', ',']));
            }
            ('.', Some(rest)) if rest.ends_with(',') => {
                let quote = out.chars().last().unwrap_or('”');
                out = format!("{}{quote}", rest.trim_end_matches(','));
            }
            _ => {}
        }
        if !(abbreviated && mark == '.') {
            out.push(mark);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_a_partner_go() {
        assert_eq!(balance("he called it “a mistake"), "he called it a mistake");
        assert_eq!(balance("(as it is) now)"), "(as it is) now");
        assert_eq!(tidy("the minister , , said ,."), "the minister, said.");
    }

    #[test]
    fn a_sentence_has_one_capital_and_one_mark() {
        assert_eq!(finish("talks resume,", '.'), "Talks resume.");
        assert_eq!(finish("he called it “a mistake.”", '.'), "He called it “a mistake.”");
        assert_eq!(finish("will he call it “a mistake,”", '?'), "Will he call it “a mistake”?");
        assert_eq!(finish("“no” was the answer", '.'), "“No” was the answer.");
        assert_eq!(finish("“he is ‘a king.’”", '.'), "“He is ‘a king.’”");
        assert_eq!(finish("they sang ''no more,''", '.'), "They sang ''no more''.");
        assert_eq!(finish("école is closed", '.'), "École is closed.");
        assert_eq!(finish("it left the U.S.", '.'), "It left the U.S.");
        assert_eq!(finish("will it leave the U.S.", '?'), "Will it leave the U.S.?");
    }
}
