//! Whether a question reads well alone: a last look at its words, whatever made it.

use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;

use super::pointing::points_away;

/// Words that invert with the subject in a question.
const AUXILIARIES: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would",
];

/// A question of fewer words about "we" tells nobody what it is about.
const SHORTEST_ABOUT_US: usize = 5;

/// So does one of no more words that starts with a question word: "Who is who?"
const SHORTEST_WITH_A_QUESTION_WORD: usize = 3;

/// Whether a reader who sees nothing else knows what is asked. `asked` where the article itself asks it, in its words.
pub(super) fn reads_alone(text: &str, asked: bool) -> bool {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<String> =
        text.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    let (Some(first), Some(second), Some(last)) = (words.first(), words.get(1), words.last())
    else {
        return false;
    };
    if has_torn_marks(text) || !asked && (is_shouted(text) || points_away(&words)) {
        return false;
    }
    // "When he comes, does he stay?": two clauses of another sentence. "look back on I will it last": scraps of one.
    let two_clauses = matches!(first.as_str(), "when" | "where")
        && text.split(", ").skip(1).any(|rest| inverts(rest.split(' ').next().unwrap_or_default()));
    if !asked && (two_clauses || text.contains(" I ")) {
        return false;
    }
    // "Will the mill close if it doesn't?", "if it does not?": if it does not what?
    let elided_condition = words.iter().any(|word| word == "if")
        && (last == "not"
            && words.iter().rev().nth(1).is_some_and(|word| AUXILIARIES.contains(&word.as_str()))
            || AUXILIARIES.contains(&last.as_str())
            || last.ends_with("n't")
            || last.ends_with("n’t"));
    if !asked && elided_condition {
        return false;
    }
    // "the five crowns a barrel toll", parted.
    let article = |word: &String| matches!(word.as_str(), "a" | "an" | "the");
    if words.windows(2).any(|pair| article(&pair[0]) && (article(&pair[1]) || pair[1] == "of")) {
        return false;
    }
    // "the and as the miners threatened strike".
    if !asked
        && words
            .windows(2)
            .any(|pair| pair[0] == "the" && matches!(pair[1].as_str(), "and" | "or" | "but"))
    {
        return false;
    }
    // "Will April 1 lift demand?", of a year that starts then; "Will last week mean more work?"
    let shown = text.split_whitespace().nth(1).unwrap_or_default();
    let dated = words.get(2).is_some_and(|day| day.chars().all(|digit| digit.is_ascii_digit()))
        && lexicon().senses(shown).any(Senses::MONTH)
        || second == "last"
            && words.get(2).is_some_and(|time| {
                is_time(time)
                    || lexicon()
                        .senses(text.split_whitespace().nth(2).unwrap_or_default())
                        .any(Senses::WEEKDAY)
            });
    // "Will since the bonds are sold be listed?": a clause that the tree took for the subject.
    let led_in = matches!(
        second.as_str(),
        "although" | "as" | "because" | "if" | "since" | "though" | "unless" | "when" | "while"
    );
    if !asked && inverts(first) && led_in {
        return false;
    }
    if !asked && inverts(first) && dated {
        return false;
    }
    // "Would she come to the fair in the past?": she did.
    let past = text.match_indices(" in the past").any(|(at, _)| {
        text.get(..at).is_some_and(|before| {
            let compares =
                before.ends_with(" than") || before.ends_with(" as") || before.contains(" more ");
            // "the boats that sailed in the past".
            let told =
                [" that ", " which ", " who ", " what "].iter().any(|led| before.contains(led));
            !compares && !told
        })
    });
    if !asked && matches!(first.as_str(), "will" | "would") && past {
        return false;
    }
    // "prevent the Tarn Bank <TB": the end of its sign was lost. "Will they face the row, but this time?"
    let open = text.matches('<').count() != text.matches('>').count();
    let but =
        text.rsplit_once(", but ").is_some_and(|(_, rest)| rest.split_whitespace().count() <= 2);
    if !asked && (open || but) {
        return false;
    }
    // "Will guests like these come?"
    if !asked && text.contains(" like these ") {
        return false;
    }
    // "Will she win, what she does with it?": a second question.
    if !asked
        && inverts(first)
        && [", what ", ", how ", ", why "].iter().any(|second| text.contains(second))
    {
        return false;
    }
    // "no comment to make", "There is no question of a sale": turns of speech.
    if !asked && (text.contains(" have any comment") || text.contains(" be any question of ")) {
        return false;
    }
    // "the kind of pattern (that) a clerk should follow up on".
    let parted_end = words.iter().rev().nth(1).is_some_and(|before| {
        matches!(before.as_str(), "up" | "down" | "away")
            && matches!(last.as_str(), "on" | "with" | "to" | "from" | "of")
    });
    let led = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "how" | "that" | "what" | "which" | "who" | "whom" | "whose" | "where"
        )
    });
    if !asked && inverts(first) && parted_end && !led {
        return false;
    }
    // "How many boats there are, a worry to the port?"
    let told_there = matches!(first.as_str(), "how" | "what" | "which")
        && words.windows(2).any(|pair| {
            pair[0] == "there" && matches!(pair[1].as_str(), "are" | "is" | "was" | "were")
        })
        && !words.iter().take(4).any(|word| inverts(word));
    if !asked && told_there {
        return false;
    }
    // "How two clerks were hurt?"
    let counted = matches!(
        second.as_str(),
        "a" | "an"
            | "his"
            | "her"
            | "its"
            | "our"
            | "the"
            | "their"
            | "these"
            | "this"
            | "those"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
    );
    if !asked && matches!(first.as_str(), "how" | "why") && counted {
        return false;
    }
    // "Is the sentence nothing of the kind?": of what kind, another line says.
    if words.windows(3).any(|three| three == ["of", "the", "kind"]) {
        return false;
    }
    // "Will he make no difference - noting?": the rest of the aside was cut.
    let aside =
        text.trim_end_matches('?').rsplit_once([' ', '\u{a0}']).is_some_and(|(before, _)| {
            let dashes =
                |dash: &str| before.split_whitespace().filter(|word| *word == dash).count();
            ["-", "–", "—", "--"]
                .iter()
                .any(|dash| before.ends_with(&format!(" {dash}")) && dashes(dash) % 2 == 1)
        });
    if aside {
        return false;
    }
    // "Is the road new not?", of "may be new, but the bridge is not"; "Will they get stuck with if she wins?"
    let parted = |pair: &[String]| {
        matches!(pair[0].as_str(), "with" | "of" | "from" | "at")
            && matches!(pair[1].as_str(), "if" | "when" | "because" | "after")
    };
    // "if he does not", "or not".
    let elided = |word: &String| word == "or" || AUXILIARIES.contains(&word.as_str());
    let denied = last == "not" && !words.iter().rev().nth(1).is_some_and(elided);
    if !asked && (denied || words.windows(2).any(parted)) {
        return false;
    }
    // "peace between the miller?", of "between the miller and the town"; "the sought-, free to choose"; "the so many
    // guards"; "the details of the May 8, 2012?": what belongs to it stands elsewhere.
    let halved = words.iter().rposition(|word| word == "between").is_some_and(|at| {
        !words.iter().skip(at).any(|word| {
            matches!(
                word.as_str(),
                "and" | "them" | "us" | "you" | "people" | "men" | "women" | "children"
            )
        }) && words
            .iter()
            .skip(at)
            .all(|word| !word.ends_with('s') || word.len() < 4 || names(text, word))
    });
    let torn_word = text.contains("-,") || text.contains("- ,") || text.contains(" the so ");
    let year = last.len() == 4 && last.chars().all(|digit| digit.is_ascii_digit());
    let dated = year
        && words.iter().rev().nth(3).is_some_and(|word| word == "the")
        && words
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|day| day.chars().all(|digit| digit.is_ascii_digit()));
    // "Can the question for the guild win?", of "the question is whether it can win".
    if !asked
        && inverts(first)
        && second == "the"
        && words.get(2).is_some_and(|word| word == "question")
    {
        return false;
    }
    if !asked && (halved || torn_word || dated) {
        return false;
    }
    // "Why do Old Towns build Bridges Of Wood?": out of a heading, where small words have capitals.
    let small = [
        "Of", "To", "On", "For", "And", "At", "By", "With", "Is", "Was", "Are", "Be", "A", "An",
        "Or",
    ];
    if text.split_whitespace().skip(1).any(|word| small.contains(&word)) {
        return false;
    }
    // "Will Ann Lee stay calm while she speaks of Ann Lee?": one of the two is somebody else.
    let shown: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
        .collect();
    let named = |pair: &[&str]| {
        pair[1].len() > 2
            && pair[1].starts_with(char::is_uppercase)
            && pair[0].starts_with(char::is_uppercase)
    };
    let twice = shown
        .windows(2)
        .enumerate()
        .any(|(at, pair)| named(pair) && shown.windows(2).skip(at + 1).any(|other| other == pair));
    let scrap = matches!(last.as_str(), "former" | "latter")
        // "walk there if he must if they close the road": two conditions.
        || inverts(first) && words.iter().filter(|word| *word == "if").count() > 1
        || second == "so"
        || text.contains(" remain to be seen")
        || text.contains(" in that regard")
        || inverts(first) && text.contains(" no longer ")
        || words.len() <= 3 && inverts(first);
    if !asked && (twice || scrap) {
        return false;
    }
    // "Will the guild enforce such rules?": which, another line says.
    let such = words.iter().position(|word| word == "such").is_some_and(|at| {
        let rest = words.get(at + 1..).unwrap_or_default();
        !rest.first().is_some_and(|next| matches!(next.as_str(), "as" | "a" | "an"))
            && !rest.iter().any(|word| matches!(word.as_str(), "as" | "that"))
    });
    if !asked && such {
        return false;
    }
    // "Do we have issues?"
    if asked && words.len() <= 4 && matches!(second.as_str(), "we" | "you") {
        return false;
    }
    // "Only time will tell": a turn of speech.
    if ["only", "time", "tell"].iter().all(|part| words.iter().any(|word| word == part)) {
        return false;
    }
    if asked {
        return true;
    }
    // "may have misspoken" is no question of what will be.
    let perfect = words
        .windows(2)
        .any(|pair| pair[0] == "have" && (pair[1].ends_with("ed") || pair[1] == "been"));
    if first == "will" && perfect {
        return false;
    }
    let inverted = |word: &str| AUXILIARIES.contains(&word);
    // "Must the reason be the toll?" asks for a duty. "Will Ann keep quiet about?" has lost what about.
    let lost = match last.as_str() {
        // "Will the guild meet there?": where, was said before. "Will doctors have?" has lost what. "if he becomes -- for
        // whatever reason -- unpopular", with the aside cut.
        // "lead to policies aimed (at farmers)".
        "against" | "aimed" | "based" | "intended" | "regardless" | "became" | "become"
        | "becomes" | "have" | "say" | "there" => true,
        // "has promised to hold them before": then, and not once they come.
        "before" => !words.iter().rev().nth(1).is_some_and(|word| {
            matches!(word.as_str(), "as" | "ever" | "never" | "than")
                || is_time(word.trim_end_matches('s'))
        }),
        // "Will it work to date?", of "has not worked to date".
        "date" => text.ends_with(" to date?") && !text.ends_with(" up to date?"),
        // "Would he be far?", of "far from home".
        "far" | "very" => !words
            .iter()
            .rev()
            .nth(1)
            .is_some_and(|word| matches!(word.as_str(), "how" | "so" | "too" | "as")),
        // "Will the sale come about?"
        "about" => !words.iter().any(|word| matches!(word.as_str(), "come" | "bring")),
        _ => false,
    };
    if first == "must" || inverted(first) && lost {
        return false;
    }
    // "Will very little of it last?", of "little will".
    let scarce = |word: &String| matches!(word.as_str(), "few" | "hardly" | "little" | "scarcely");
    if inverted(first) && (scarce(second) || second == "very" && words.get(2).is_some_and(scarce)) {
        return false;
    }
    // "Would not thousands be liable?", of "if not thousands"; "Will no banker be tried?", of "no banker was".
    if inverted(first) && matches!(second.as_str(), "not" | "no") {
        return false;
    }
    // "No matter how they vote, will it pass?", "How active Ann Lee would be?"
    let straight = first == "how"
        && !inverted(second)
        && !matches!(second.as_str(), "many" | "much")
        && text.split_whitespace().nth(2).is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.iter().skip(3).any(|word| inverted(word));
    if first == "no" || straight {
        return false;
    }
    let name =
        text.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    // "Will Lee win at least 71?" has lost of what; "What happens?" tells nothing.
    let number = last.chars().all(|digit| digit.is_ascii_digit())
        && words.iter().rev().nth(1).is_some_and(|word| {
            matches!(word.as_str(), "least" | "most" | "about" | "nearly" | "than" | "only")
        });
    if number || words.len() <= SHORTEST_WITH_A_QUESTION_WORD && !inverted(first) {
        return false;
    }
    match first.as_str() {
        "whom" => inverted(second),
        // "What Ruiz proposes is realistic?", "Who did the two think?"
        "what" | "who" => {
            let halved =
                second != "will" && matches!(last.as_str(), "think" | "believe" | "say" | "tell");
            !(halved || name || matches!(second.as_str(), "he" | "she" | "it" | "they"))
        }
        // "Would justice whether it is done matter?": words of two clauses.
        word if inverted(word) && words.iter().take(5).any(|word| word == "whether") => false,
        word if inverted(word) => match second.as_str() {
            "i" | "you" | "he" | "she" | "they" => false,
            // "Is it enough to cut taxes?" says what.
            "it" => words.iter().any(|word| matches!(word.as_str(), "to" | "that" | "whether")),
            "we" => words.len() >= SHORTEST_ABOUT_US,
            _ => true,
        },
        _ => true,
    }
}

fn inverts(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}

/// Whether the word, in small letters, is a name in the text.
fn names(text: &str, word: &str) -> bool {
    text.split_whitespace().any(|shown| {
        shown.starts_with(char::is_uppercase)
            && shown.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() == word
    })
}

/// Whether three words in a row stand in capitals: a heading.
fn is_shouted(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let loud = |word: &&str| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
    };
    words.windows(3).any(|three| three.iter().all(loud))
}

/// Whether a straight quotation mark closes what none has opened, or opens what none closes: "in droves" and "on buses".
fn has_torn_marks(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let mut open = false;
    for (at, _) in letters.iter().enumerate().filter(|(_, letter)| **letter == '"') {
        let before = at.checked_sub(1).and_then(|last| letters.get(last)).copied();
        let after = letters.get(at + 1).copied();
        let starts = before.is_none_or(|last| !last.is_alphanumeric() && !is_closing(last))
            && after.is_some_and(char::is_alphanumeric);
        let ends = before.is_some_and(char::is_alphanumeric)
            && after.is_none_or(|next| !next.is_alphanumeric());
        if open && starts || !open && ends {
            return true;
        }
        open = !open;
    }
    open
}

/// Marks that stand behind what is quoted.
fn is_closing(letter: char) -> bool {
    matches!(letter, '.' | ',' | '?' | '!' | ')' | '’' | '\'')
}

#[cfg(test)]
mod tests {
    use super::reads_alone;

    #[test]
    fn a_question_names_what_it_asks_about() {
        for text in [
            "Whom viewers?",
            "What Bruno Ruiz's proposing is realistic?",
            "Who did the two nations think?",
            "Will only time tell if he will last?",
            "Will she be Gert?",
            "Can we get there?",
            "Will it hold?",
            "Will the senator have stumbled?",
            "Is the sentence nothing of the kind?",
            "Must the reason be the toll?",
            "Will Lee win at least 71?",
            "What went wrong?",
            "Will TOWN CLOSE THE HARBOUR?",
            "Will the mayor keep quiet about?",
            "Will voters come in droves\" and \"on buses?",
            "Will the mill close if it doesn't?",
            "Will the mill close if it does not?",
            "Will the guild meet there?",
            "Will no banker be tried?",
            "No matter how they vote, will the plan pass?",
            "How active Ann Lee would be in the council?",
            "Will the mayor make no difference - noting?",
            "Will the captain say?",
            "Will Ann Lee stay calm while she speaks of her son, Ann Lee?",
            "Why do Old Towns build Bridges Of Wood?",
            "Is there any link between primary turnout?",
            "What are the details of the May 8, 2012?",
            "Will the guild support the former?",
            "Would Ann Lee be far?",
            "Will doctors at the clinics have?",
        ] {
            assert!(!reads_alone(text, false), "{text}");
        }
        for text in [
            "Whom will the council elect?",
            "How many Ostlanders will vote?",
            "Will the mayor - if she wins - resign?",
            "What price will the firm pay?",
            "Who will pay for the bridge?",
            "Will the harbour close?",
            "Will the sale of the harbour come about?",
            "Is it enough to close the harbour?",
            "Will we keep the treaty with our neighbours?",
            "Will the \"lost\" harbour be called \"new\"?",
            "Did Ann Lee go too far?",
        ] {
            assert!(reads_alone(text, false), "{text}");
        }
        assert!(reads_alone("Will it last?", true));
    }
}
