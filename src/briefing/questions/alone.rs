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

/// Words before a noun that tell which or how many.
const DETERMINERS: &[&str] = &[
    "a", "an", "his", "her", "its", "our", "the", "their", "these", "this", "those", "two",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Words that have small letters but in a heading.
const SMALL: &[&str] = &[
    "Of", "To", "On", "For", "And", "At", "By", "With", "Is", "Was", "Are", "Be", "A", "An", "Or",
];

/// Words that lead in what belongs to a noun before them, or follow it.
const LINKS: &[&str] =
    &["and", "as", "at", "be", "by", "for", "from", "if", "in", "of", "on", "or", "to", "with"];

/// Whether a reader who sees nothing else knows what is asked. `asked` where the article itself asks it, in its words.
pub(super) fn reads_alone(text: &str, asked: bool) -> bool {
    let question = Question::of(text);
    if question.words.len() < 2 || has_torn_marks(text) || question.is_broken() {
        return false;
    }
    if asked {
        return !question.is_put_to_the_reader();
    }
    !(is_shouted(text)
        || points_away(&question.words)
        || question.is_of_two_clauses()
        || question.has_lost_its_end()
        || question.is_torn()
        || question.is_of_the_past()
        || question.is_turn_of_speech()
        || question.is_told()
        || question.points_elsewhere()
        || question.is_of_no_subject())
        && question.names_its_subject()
}

/// A question in its words.
struct Question<'a> {
    text: &'a str,
    /// As they are printed.
    shown: Vec<&'a str>,
    /// In small letters, without marks.
    words: Vec<String>,
}

impl<'a> Question<'a> {
    fn of(text: &'a str) -> Self {
        let shown: Vec<&str> = text.split_whitespace().collect();
        let plain = |word: &&str| bare(word).to_lowercase();
        let words = shown.iter().map(plain).filter(|word| !word.is_empty()).collect();
        Self { text, shown, words }
    }

    /// Nothing behind the last word.
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// A word counted from the last, which is 0.
    fn nth_last(&self, back: usize) -> &str {
        self.words.iter().rev().nth(back).map_or("", String::as_str)
    }

    fn any(&self, is: impl Fn(&str) -> bool) -> bool {
        self.words.iter().any(|word| is(word))
    }

    /// Whether two words stand side by side.
    fn any_pair(&self, is: impl Fn(&str, &str) -> bool) -> bool {
        self.words.windows(2).any(|pair| is(&pair[0], &pair[1]))
    }

    fn says(&self, one_of: &[&str]) -> bool {
        one_of.iter().any(|words| self.text.contains(words))
    }

    /// Whether it begins with a verb: `Will they`.
    fn is_inverted(&self) -> bool {
        inverts(self.word(0))
    }

    fn has_capital(&self, at: usize) -> bool {
        self.shown.get(at).is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    /// Whoever asks it: words are missing, or it is a turn of speech.
    fn is_broken(&self) -> bool {
        // "the five crowns a barrel toll", parted.
        let article = |word: &str| matches!(word, "a" | "an" | "the");
        let parted =
            self.any_pair(|first, second| article(first) && (article(second) || second == "of"));
        // "Is the sentence nothing of the kind?": of what kind, another line says.
        let of_the_kind = self.words.windows(3).any(|three| three == ["of", "the", "kind"]);
        // "Will he make no difference - noting?": the rest of the aside was cut.
        let aside = self.text.trim_end_matches('?').rsplit_once([' ', '\u{a0}']).is_some_and(
            |(before, _)| {
                let dashes =
                    |dash: &str| before.split_whitespace().filter(|word| *word == dash).count();
                ["-", "–", "—", "--"]
                    .iter()
                    .any(|dash| before.ends_with(&format!(" {dash}")) && dashes(dash) % 2 == 1)
            },
        );
        // "Why do Old Towns build Bridges Of Wood?": out of a heading, where small words have capitals.
        let heading = self.shown.iter().skip(1).any(|word| SMALL.contains(word));
        // "Only time will tell": a turn of speech.
        let only_time = ["only", "time", "tell"].iter().all(|part| self.any(|word| word == *part));
        parted || of_the_kind || aside || heading || only_time
    }

    /// "Do we have issues?", as an article asks its reader.
    fn is_put_to_the_reader(&self) -> bool {
        self.words.len() <= 4 && matches!(self.word(1), "we" | "you")
    }

    /// Whether words of another clause stand in it.
    fn is_of_two_clauses(&self) -> bool {
        // "When he comes, does he stay?": two clauses of another sentence.
        let when = matches!(self.word(0), "when" | "where")
            && self
                .text
                .split(", ")
                .skip(1)
                .any(|rest| inverts(rest.split(' ').next().unwrap_or_default()));
        // "Will since the bonds are sold be listed?": a clause that the tree took for the subject.
        let led_in = matches!(
            self.word(1),
            "although" | "as" | "because" | "if" | "since" | "though" | "unless" | "when" | "while"
        );
        // "Will she win, what she does with it?": a second question.
        let second = self.says(&[", what ", ", how ", ", why "]);
        // "walk there if he must if they close the road": two conditions.
        let conditions = self.words.iter().filter(|word| *word == "if").count() > 1;
        // "Would justice whether it is done matter?"
        let whether = self.words.iter().take(5).any(|word| word == "whether");
        // "Will they get stuck with if she wins?"
        let parted = |first: &str, second: &str| {
            matches!(first, "with" | "of" | "from" | "at")
                && matches!(second, "if" | "when" | "because" | "after")
        };
        // "look back on I will it last": scraps of one.
        when || self.text.contains(" I ")
            || self.is_inverted() && (led_in || second || conditions || whether)
            || self.any_pair(parted)
    }

    /// Whether what its last word needs was cut.
    fn has_lost_its_end(&self) -> bool {
        let (last, before) = (self.nth_last(0), self.nth_last(1));
        let helps = |word: &str| AUXILIARIES.contains(&word);
        // "Will the mill close if it doesn't?", "if it does not?": if it does not what?
        let condition = self.any(|word| word == "if")
            && (last == "not" && helps(before)
                || helps(last)
                || last.ends_with("n't")
                || last.ends_with("n’t"));
        // "Is the road new not?", of "may be new, but the bridge is not"; and not "if he does not", "or not".
        let denied = last == "not" && before != "or" && !helps(before);
        // "the kind of pattern (that) a clerk should follow up on".
        let parted = matches!(before, "up" | "down" | "away")
            && matches!(last, "on" | "with" | "to" | "from" | "of");
        let led = || {
            self.any(|word| {
                matches!(
                    word,
                    "how" | "that" | "what" | "which" | "who" | "whom" | "whose" | "where"
                )
            })
        };
        // "Will Lee win at least 71?" has lost of what.
        let number = is_number(last)
            && matches!(before, "least" | "most" | "about" | "nearly" | "than" | "only");
        condition
            || denied
            || number
            || self.is_inverted() && (parted && !led() || self.lacks_more())
    }

    /// Whether the last word says nothing alone.
    fn lacks_more(&self) -> bool {
        let before = self.nth_last(1);
        match self.nth_last(0) {
            // "Will the guild meet there?": where, was said before. "Will doctors have?" has lost what. "if he becomes -- for
            // whatever reason -- unpopular", with the aside cut.
            // "lead to policies aimed (at farmers)".
            "against" | "aimed" | "based" | "intended" | "regardless" | "became" | "become"
            | "becomes" | "have" | "say" | "there" => true,
            // "has promised to hold them before": then, and not once they come.
            "before" => {
                !(matches!(before, "as" | "ever" | "never" | "than")
                    || is_time(before.trim_end_matches('s')))
            }
            // "Will it work to date?", of "has not worked to date".
            "date" => self.text.ends_with(" to date?") && !self.text.ends_with(" up to date?"),
            // "Would he be far?", of "far from home".
            "far" | "very" => !matches!(before, "how" | "so" | "too" | "as"),
            // "Will the sale come about?"
            "about" => !self.any(|word| matches!(word, "come" | "bring")),
            _ => false,
        }
    }

    /// Whether what belongs to one of its words stands elsewhere.
    fn is_torn(&self) -> bool {
        // "the and as the miners threatened strike".
        let article =
            self.any_pair(|first, second| first == "the" && matches!(second, "and" | "or" | "but"));
        // "prevent the Tarn Bank <TB": the end of its sign was lost.
        let open = self.text.matches('<').count() != self.text.matches('>').count();
        // "Will they face the row, but this time?"
        let but = self
            .text
            .rsplit_once(", but ")
            .is_some_and(|(_, rest)| rest.split_whitespace().count() <= 2);
        // "peace between the miller?", of "between the miller and the town".
        let halved = self.words.iter().rposition(|word| word == "between").is_some_and(|at| {
            let rest = || self.words.iter().skip(at);
            let both = |word: &String| {
                matches!(
                    word.as_str(),
                    "and" | "them" | "us" | "you" | "people" | "men" | "women" | "children"
                )
            };
            let one =
                |word: &String| !word.ends_with('s') || word.len() < 4 || names(self.text, word);
            !rest().any(both) && rest().all(one)
        });
        // "the sought-, free to choose"; "the so many guards".
        let word = self.says(&["-,", "- ,", " the so "]);
        // "the details of the May 8, 2012?"
        let dated = self.nth_last(0).len() == 4
            && is_number(self.nth_last(0))
            && self.nth_last(3) == "the"
            && is_number(self.nth_last(1));
        article || open || but || halved || word || dated
    }

    /// Whether what it asks has been.
    fn is_of_the_past(&self) -> bool {
        // "Would she come to the fair in the past?": she did.
        let past = self.text.match_indices(" in the past").any(|(at, _)| {
            self.text.get(..at).is_some_and(|before| {
                let compares = before.ends_with(" than")
                    || before.ends_with(" as")
                    || before.contains(" more ");
                // "the boats that sailed in the past".
                let told =
                    [" that ", " which ", " who ", " what "].iter().any(|led| before.contains(led));
                !compares && !told
            })
        });
        // "may have misspoken" is no question of what will be.
        let perfect = self.any_pair(|first, second| {
            first == "have" && (second.ends_with("ed") || second == "been")
        });
        match self.word(0) {
            "will" => past || perfect,
            "would" => past,
            _ => false,
        }
    }

    /// "no comment to make", "There is no question of a sale", "it remains to be seen".
    fn is_turn_of_speech(&self) -> bool {
        let idle = self.says(&[
            " have any comment",
            " be any question of ",
            " remain to be seen",
            " in that regard",
        ]);
        idle || self.is_inverted() && self.text.contains(" no longer ")
    }

    /// Whether it tells more than it asks.
    fn is_told(&self) -> bool {
        let (first, second) = (self.word(0), self.word(1));
        // "How many boats there are, a worry to the port?"
        let there = matches!(first, "how" | "what" | "which")
            && self.any_pair(|there, is| {
                there == "there" && matches!(is, "are" | "is" | "was" | "were")
            })
            && !self.words.iter().take(4).any(|word| inverts(word));
        // "How two clerks were hurt?"
        let counted = matches!(first, "how" | "why") && DETERMINERS.contains(&second);
        // "How active Ann Lee would be?"
        let straight = first == "how"
            && !inverts(second)
            && !matches!(second, "many" | "much")
            && self.has_capital(2)
            && self.words.iter().skip(3).any(|word| inverts(word));
        // "No matter how they vote, will it pass?" "Must the reason be the toll?" asks for a duty.
        there || counted || straight || matches!(first, "no" | "must") || second == "so"
    }

    /// Whether another line says which one is meant.
    fn points_elsewhere(&self) -> bool {
        // "Will the guild enforce such rules?"
        let such = self.words.iter().position(|word| word == "such").is_some_and(|at| {
            let rest = self.words.get(at + 1..).unwrap_or_default();
            // "such a big plan": how big, and no other plan.
            let degree = matches!(self.word(at + 1), "a" | "an")
                && rest
                    .get(2)
                    .is_some_and(|next| !inverts(next) && !LINKS.contains(&next.as_str()));
            !degree
                && self.word(at + 1) != "as"
                && !rest.iter().any(|word| matches!(word.as_str(), "as" | "that"))
        });
        // "Will Ann Lee stay calm while she speaks of Ann Lee?": one of the two is somebody else.
        let names: Vec<&str> = self
            .shown
            .iter()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
            .collect();
        let named = |pair: &[&str]| {
            pair[1].len() > 2
                && pair[1].starts_with(char::is_uppercase)
                && pair[0].starts_with(char::is_uppercase)
        };
        let twice = names.windows(2).enumerate().any(|(at, pair)| {
            named(pair) && names.windows(2).skip(at + 1).any(|other| other == pair)
        });
        // "How many of neither side's officers will come?"
        let neither = self.any(|word| word == "neither") && !self.any(|word| word == "nor");
        // "Should the mayor do two things?": which, the next lines say.
        let counted = matches!(self.nth_last(0), "points" | "reasons" | "steps" | "things")
            && matches!(self.nth_last(1), "two" | "three" | "four" | "five" | "several" | "few");
        // "Will guests like these come?"
        such || twice
            || neither
            || counted
            || self.text.contains(" like these ")
            || matches!(self.nth_last(0), "former" | "latter")
    }

    /// Whether what stands behind its first verb acts in no sentence.
    fn is_of_no_subject(&self) -> bool {
        let (second, third) = (self.word(1), self.word(2));
        let shown = |at: usize| lexicon().senses(self.shown.get(at).copied().unwrap_or_default());
        // "Will April 1 lift demand?", of a year that starts then; "Will last week mean more work?"
        let dated = is_number(third) && shown(1).any(Senses::MONTH)
            || second == "last" && (is_time(third) || shown(2).any(Senses::WEEKDAY));
        // "Can the question for the guild win?", of "the question is whether it can win".
        let question = second == "the" && third == "question";
        // "Will very little of it last?", of "little will".
        let scarce = |word: &str| matches!(word, "few" | "hardly" | "little" | "scarcely");
        let little = scarce(second) || second == "very" && scarce(third);
        // "Would not thousands be liable?", of "if not thousands"; "Will no banker be tried?", of "no banker was".
        let denied = matches!(second, "not" | "no");
        self.is_inverted() && (dated || question || little || denied || self.words.len() <= 3)
    }

    /// Whether it says what it is about.
    fn names_its_subject(&self) -> bool {
        let second = self.word(1);
        let inverted = self.is_inverted();
        // "What happens?" tells nothing.
        if self.words.len() <= SHORTEST_WITH_A_QUESTION_WORD && !inverted {
            return false;
        }
        match self.word(0) {
            "whom" => inverts(second),
            // "What Ruiz proposes is realistic?", "Who did the two think?"
            "what" | "who" => {
                let halved = second != "will"
                    && matches!(self.nth_last(0), "think" | "believe" | "say" | "tell");
                !(halved || self.has_capital(1) || matches!(second, "he" | "she" | "it" | "they"))
            }
            _ if inverted => match second {
                "i" | "you" | "he" | "she" | "they" => false,
                // "Is it enough to cut taxes?" says what.
                "it" => self.any(|word| matches!(word, "to" | "that" | "whether")),
                "we" => self.words.len() >= SHORTEST_ABOUT_US,
                _ => true,
            },
            _ => true,
        }
    }
}

/// Without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|digit| digit.is_ascii_digit())
}

fn inverts(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}

/// Whether the word, in small letters, is a name in the text.
fn names(text: &str, word: &str) -> bool {
    text.split_whitespace()
        .any(|shown| shown.starts_with(char::is_uppercase) && bare(shown).to_lowercase() == word)
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
