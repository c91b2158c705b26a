//! Whether a question can be understood alone: no pronoun without a noun before it, no scrap of another clause.

use super::clause::{Tree, is_subject};
use super::piece::Piece;
use crate::briefing::people;
use crate::language::coref::words;
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Deprel, NameKind, Upos};

/// Whether some pronoun of the line has nothing in it that it could mean, or the line has an end that does not belong
/// to it. `asked_of` is the subject of the question.
pub(super) fn is_loose(
    tree: &Tree<'_>,
    asked_of: Option<usize>,
    pieces: &[Piece],
    line: &str,
) -> bool {
    let pronoun = pieces.iter().enumerate().any(|(place, piece)| {
        matches!(piece, Piece::Token(token) if lacks_antecedent(tree, asked_of, *token, &pieces[..place]))
    });
    let second_verb = pieces.windows(2).any(|pair| {
        matches!(pair, [Piece::Token(comma), Piece::Token(verb)]
            if tree.word(*comma) == "," && matches!(tree.xpos(*verb), "VBD" | "VBZ"))
    });
    let owner = ["'s", "’s", "s'", "s’"].iter().any(|end| line.ends_with(end));
    // "..., which is why he left" asks nothing.
    let remark = ["which is ", "which was ", "including "].iter().any(|scrap| {
        line.get(..scrap.len()).is_some_and(|start| start.eq_ignore_ascii_case(scrap))
    });
    // "whom the guild is": an indirect question in its own order.
    let hanging = [
        " is",
        " are",
        " was",
        " were",
        " unless",
        " or",
        " and",
        " of",
        " the",
        " a",
        " that",
        " if",
        " than",
        " the one",
        " the ones",
        " many more",
        " including",
    ]
    .iter()
    .any(|end| line.ends_with(end));
    // "learned from the errors, errors": what the last noun tells was cut.
    let bare = matches!(pieces, [.., Piece::Token(comma), Piece::Token(noun)]
        if tree.word(*comma) == "," && matches!(tree.deprel(*noun), Deprel::Appos | Deprel::Conj) && tree.upos(*noun) == Upos::Noun);
    pronoun || second_verb || owner || remark || hanging || bare
}

/// Whether a pronoun points at what was said before: "what follows from this".
pub(super) fn points_back(tree: &Tree<'_>, pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Token(token) if is_pointing(tree, *token)))
}

/// `this crisis`: alone, a question says `the crisis`; but `this year` is the reader's own.
pub(super) fn points_at_a_noun(tree: &Tree<'_>, token: usize) -> bool {
    tree.xpos(token) == "DT"
        && tree.is_word(token, &["this", "that", "these", "those"])
        && tree.head(token).is_some_and(|noun| {
            tree.upos(noun) == Upos::Noun
                && noun > token
                // "That night" is one that was told of.
                && (!is_time(tree.lemma(noun)) || tree.lemma(noun) == "night")
                && !READERS_OWN.contains(&tree.lemma(noun))
        })
}

/// Whether the noun has no more than an article with it: which one it is, was said before.
pub(crate) fn says_no_more(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).all(|child| {
        !matches!(
            tree.deprel(child),
            Deprel::Acl
                | Deprel::AclRelcl
                | Deprel::Amod
                | Deprel::Appos
                | Deprel::Ccomp
                | Deprel::Compound
                | Deprel::Nmod
                | Deprel::Nummod
        )
    })
}

/// Whether more than an adjective says which one the noun means: "these new facts" are not told, "these facts of the
/// case" are.
pub(super) fn tells_which(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).any(|child| is_telling(tree.deprel(child)))
}

/// Whether what stands so below a noun says which one it means.
pub(super) fn is_telling(deprel: Deprel) -> bool {
    matches!(
        deprel,
        Deprel::Acl
            | Deprel::AclRelcl
            | Deprel::Appos
            | Deprel::Ccomp
            | Deprel::Compound
            | Deprel::Nmod
    )
}

/// Nouns that "this" does not point back with, beside those of time: places of the reader, and turns of speech.
pub(super) const READERS_OWN: &[&str] = &[
    "country",
    "nation",
    "world",
    "city",
    "part",
    "kind",
    "sort",
    "way",
    "point",
    "matter",
    "regard",
    "sense",
    "respect",
    "end",
    "stage",
    "election",
    "cycle",
    "era",
    "generation",
    "planet",
    "season",
    "society",
];

/// Of "this" and "those" alone; "those invited", "those in the hall" say whom they mean.
fn is_pointing(tree: &Tree<'_>, token: usize) -> bool {
    // "she should act like one".
    let such = tree.is_word(token, &["one"])
        && matches!(tree.deprel(token), Deprel::Obj | Deprel::Obl)
        && tree.children(token).all(|child| tree.deprel(child) == Deprel::Case);
    such || tree.upos(token) == Upos::Pron
        && tree.is_word(token, &["this", "that", "these", "those"])
        && tree.xpos(token) == "DT"
        && tree.children(token).all(|child| tree.deprel(child) == Deprel::Case)
}

/// What begins a remark of the author at the end of a line, however long it is: `, although it is late`, `- a charge
/// that nobody proved`.
const REMARKS: &[&str] = &[
    ", although ",
    ", though ",
    ", even though ",
    ", according to ",
    ", even by ",
    " - though ",
    " - although ",
    " - a ",
    " - an ",
    " – a ",
    " – an ",
    " — a ",
    " — an ",
    ", a charge ",
    ", a claim ",
    ", a decision ",
    ", a point ",
    ", a position ",
    ", an accusation ",
    ", an allegation ",
    ", an assertion ",
];

/// Words at the end of a line that tie it to the one before: `will not give up either`.
const TIES: &[&str] =
    &[", too", " too", ", either", " either", ", as well", " as well", ", though"];

/// Without a remark at the end that tells more of what was named: `sign the pact, which took a year`.
pub(super) fn without_remark(line: &str) -> &str {
    let line = TIES.iter().find_map(|tie| line.strip_suffix(tie)).unwrap_or(line);
    // "the mayor of Selm, Ann Lee, 45": her age.
    let line = line
        .rsplit_once(", ")
        .filter(|(name, age)| {
            (2..=3).contains(&age.len())
                && age.chars().all(|digit| digit.is_ascii_digit())
                && name.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase))
                && !lexicon()
                    .senses(name.rsplit(' ').next().unwrap_or_default())
                    .any(Senses::CALENDAR)
        })
        .map_or(line, |(name, _)| name);
    let line = REMARKS
        .iter()
        .filter_map(|mark| line.find(mark))
        .min()
        .and_then(|at| line.get(..at))
        .filter(|kept| {
            kept.split_whitespace().count() >= 5
                && !kept.contains([',', '–', '—'])
                && kept.matches('"').count() % 2 == 0
                && kept.matches('“').count() == kept.matches('”').count()
        })
        .unwrap_or(line);
    [", which ", ", who ", ", whose ", ", where "]
        .iter()
        .filter_map(|mark| line.find(mark))
        .min()
        .and_then(|at| Some((line.get(..at)?, line.get(at + 1..)?)))
        .filter(|(kept, rest)| {
            !rest.contains([',', '"', '”', '–', '—']) && kept.split_whitespace().count() >= 4
        })
        .map_or(line, |(kept, _)| kept)
}

/// The line without what its marks set off: words in brackets, and what a colon, a semicolon or a dash tells more of. "It
/// will join the pact: tolls and trade" asks whether it will join the pact.
pub(super) fn without_marks(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    // "(t)hose" is one word, and stays as it is.
    while let Some((before, inside)) = rest.split_once(" (") {
        let Some((_, behind)) = inside.split_once(')') else { break };
        if behind.starts_with(char::is_alphanumeric) {
            break;
        }
        kept.push_str(before);
        rest = behind;
    }
    kept.push_str(rest);
    let whole = |text: &str| {
        text.matches('"').count().is_multiple_of(2)
            && text.matches('“').count() == text.matches('”').count()
            && text.split_whitespace().count() > 5
    };
    // "if it becomes -- for once -- too dear" goes on behind the second dash.
    while let Some((start, rest)) = kept.split_once(" -- ")
        && let Some((_, end)) = rest.split_once(" -- ")
    {
        kept = format!("{start} {end}");
    }
    let cut = [": ", "; ", " -- "].iter().filter_map(|mark| kept.find(mark)).min();
    if let Some(start) = cut.and_then(|at| kept.get(..at)).filter(|start| whole(start)) {
        // "will be sent to the valley, warning: ..." leads in what somebody says.
        let led_in = start
            .rsplit_once(", ")
            .filter(|(before, verb)| verb.ends_with("ing") && !verb.contains(' ') && whole(before))
            .map_or(start, |(before, _)| before);
        kept = led_in.to_owned();
    }
    // "would move, if less directly": a concession.
    if let Some((start, rest)) = kept.rsplit_once(", if ")
        && rest.split_whitespace().count() <= 3
        // "if elected" is a condition.
        && !rest.split_whitespace().any(|word| word.trim_end_matches(['.', '?']).ends_with("ed"))
        && start.split_whitespace().count() > 3
    {
        kept = start.to_owned();
    }
    // "take on the “cartel,”": the comma was the sentence's.
    for (torn, mended) in [(",\"", "\""), (",”", "”"), (",''", "''")] {
        if let Some(start) = kept.strip_suffix(torn) {
            kept = format!("{start}{mended}");
        }
    }
    kept
}

/// "There will be no amnesty": will there be any? So with "There is no proof"; but "There was no longer a king" asks
/// nothing that way.
pub(super) fn with_any(line: String) -> Option<String> {
    let line = if line.starts_with("will there ") || line.starts_with("could there ") {
        line.replacen(" be no ", " be any ", 1)
    } else {
        line
    };
    let no = [" there no ", " there been no "].into_iter().find_map(|no| {
        let (be, rest) = line.split_once(no)?;
        matches!(be, "is" | "are" | "was" | "were" | "has" | "have").then_some((no, be, rest))
    });
    match no {
        Some((no, be, rest)) => (!rest.starts_with("longer"))
            .then(|| format!("{be}{}{rest}", no.replace(" no ", " any "))),
        None => Some(line),
    }
}

fn is_somebody(noun: &str) -> bool {
    people::is_somebody(noun) || words::is_title(noun)
}

/// Whether a noun in the singular may own as several do: "the public and their money".
pub(super) fn is_of_several(noun: &str) -> bool {
    people::is_person(noun)
        || words::is_body(noun)
        || words::is_title(noun)
        || matches!(noun, "generation" | "number" | "pair" | "percent")
}

/// "Lee and Ruiz".
fn is_joined(tree: &Tree<'_>, name: usize) -> bool {
    tree.deprel(name) == Deprel::Conj || tree.child(name, |deprel| deprel == Deprel::Conj).is_some()
}

/// Whether the pronoun at `token` means none of the nouns among `before`: of its number and not the subject of its own
/// clause, which would be "itself".
fn lacks_antecedent(
    tree: &Tree<'_>,
    asked_of: Option<usize>,
    token: usize,
    before: &[Piece],
) -> bool {
    if is_pointing(tree, token) {
        return true;
    }
    let one = tree.is_word(token, &["it"]);
    let many = tree.is_word(token, &["they", "them"]);
    let person = tree.is_word(token, &["he", "she", "him", "her"]);
    // "the system stores their names": whose? "the court hears his case" likewise.
    let owner = tree.xpos(token) == "PRP$" && tree.is_word(token, &["their", "his", "her"]);
    let (many, person) = (
        many || owner && tree.is_word(token, &["their"]),
        person || owner && tree.is_word(token, &["his", "her"]),
    );
    if !(one || many || person)
        || tree.xpos(token) != "PRP" && !owner
        || tree.deprel(token) == Deprel::Expl
    {
        return false;
    }
    let own_subject = (!owner && !is_subject(tree.deprel(token))).then(|| {
        let clause = tree.clause_of(token);
        let subject = tree.understood_subject(clause)?;
        let relative = tree.is_word(subject, &["who", "which", "that"]);
        if relative { tree.head(clause) } else { Some(subject) }
    });
    let own_subject = own_subject.flatten();
    // "the guild looks as if it will vote them out", of the guild.
    let above = asked_of.filter(|_| {
        !owner && !is_subject(tree.deprel(token)) && tree.subject(tree.clause_of(token)).is_none()
    });
    !before.iter().any(|piece| match piece {
        Piece::Token(noun) | Piece::Instead(noun, _) => {
            let part = matches!(tree.deprel(*noun), Deprel::Compound | Deprel::Flat);
            // "Will Ann Lee sell it?": she is no "it", and one alone is no "they".
            let somebody = !person
                && tree.analysis.name_kind(*noun) == Some(NameKind::Person)
                && (one || !owner && !is_joined(tree, *noun));
            let fits = match tree.xpos(*noun) {
                "NN" | "NNP" if somebody => false,
                // "Norland's row may cost her votes": no land is she.
                "NN" | "NNP" | "NNPS"
                    if person
                        && matches!(
                            tree.analysis.name_kind(*noun),
                            Some(NameKind::Place | NameKind::Organization)
                        ) =>
                {
                    false
                }
                "NN" if person => is_somebody(tree.lemma(*noun)),
                "NN" if owner => is_of_several(tree.lemma(*noun)),
                // "Will many lose their jobs?"
                "JJ" | "JJS" | "CD" => owner && many && asked_of == Some(*noun),
                "NN" | "NNP" => !many || tree.upos(*noun) == Upos::Propn,
                "NNS" | "NNPS" => many,
                // "those who fear for their party".
                "DT" => many && tree.is_word(*noun, &["those", "these", "all", "both"]),
                // "their foes will take it", with the names of the towns.
                "PRP" | "PRP$" => {
                    matches!(piece, Piece::Instead(..))
                        && (person
                            || owner
                            || one && tree.is_word(*noun, &["it", "its"])
                            || many
                                && !tree
                                    .is_word(*noun, &["he", "him", "his", "her", "she", "i", "my"]))
                }
                _ => false,
            };
            // "a position on it" is no position on the position.
            let holds = tree.head(token) == Some(*noun)
                && tree.deprel(token) == Deprel::Nmod
                && tree.upos(*noun).is_nominal();
            // "wage a campaign against it": not against the campaign.
            let beside = one
                && tree.deprel(token) == Deprel::Obl
                && tree.deprel(*noun) == Deprel::Obj
                && tree.head(*noun) == tree.head(token);
            fits && !part && !holds && !beside && Some(*noun) != own_subject && Some(*noun) != above
        }
        Piece::Word(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::is_somebody;

    #[test]
    fn no_state_and_no_number_is_somebody() {
        assert!(is_somebody("miner") && is_somebody("delegate") && is_somebody("chairman"));
        assert!(!is_somebody("state") && !is_somebody("number") && !is_somebody("statement"));
    }
}
