//! Whose voice a whole text is: an interview's guest, the writer of a letter, who gives a speech.

use super::grammar::Grammar;
use super::{Form, Mention, title, words};
use crate::language::{Deprel, Upos};
use crate::text::TextRange;

/// The one whose voice the whole text is, from its own words: `My name is Lee`, an interview's guest, the name
/// under a letter.
pub(super) struct Narrators {
    /// `I` means this mention from this token on; `None` where two take turns.
    first: Vec<(usize, Option<usize>)>,
    /// `you` means this mention from this token on.
    second: Vec<(usize, Option<usize>)>,
    /// Whether the text is a letter, which has one addressee throughout.
    pub is_letter: bool,
}

impl Narrators {
    pub(super) fn find(grammar: &Grammar<'_>, mentions: &[Mention], people: &[usize]) -> Self {
        let mut found = Self { first: Vec::new(), second: Vec::new(), is_letter: false };
        let letter = letter(grammar, mentions, people);
        if let Some((_, addressee)) = letter {
            found.second.push((0, addressee));
            found.is_letter = addressee.is_some();
        }
        if !is_in_first_person(grammar) {
            return found;
        }
        found.first = introductions(grammar, mentions);
        if let Some((Some(signed), _)) = letter {
            found.first.insert(0, (0, Some(signed)));
            found.is_letter = true;
        } else if let Some(guest) = interview_guest(grammar, mentions, people) {
            // Who introduces him says `I` of himself.
            let from = first_question(grammar);
            found.first.insert(0, (from, Some(guest)));
            found.second.push((0, Some(guest)));
        } else if let Some((speaker, from)) = announced(grammar, mentions, people) {
            found.first.insert(0, (from, Some(speaker)));
        }
        found
    }

    pub(super) fn first_person_at(&self, token: usize) -> Option<usize> {
        last_before(&self.first, token)
    }

    pub(super) fn second_person_at(&self, token: usize) -> Option<usize> {
        last_before(&self.second, token)
    }
}

fn last_before(list: &[(usize, Option<usize>)], token: usize) -> Option<usize> {
    list.iter().rev().find(|(from, _)| *from <= token).and_then(|&(_, mention)| mention)
}

/// Who introduces a guest says `I` no more often; else an answer stands before the first question.
const MOST_BEFORE: usize = 2;

/// Whether `I` outside of quotations is common: one in two hundred words and three in all.
fn is_in_first_person(grammar: &Grammar<'_>) -> bool {
    let count = (0..grammar.len())
        .filter(|&token| {
            grammar.quotation(token).is_none()
                && matches!(grammar.word(token), "I" | "my" | "My" | "me")
        })
        .count();
    count >= 3 && count * 200 >= grammar.len()
}

/// `My name is Ana Ruiz`, `I am Ana Ruiz`, `this is Ana Ruiz`: from there on the speaker. Of two who introduce
/// themselves in turn each has that paragraph alone.
fn introductions(grammar: &Grammar<'_>, mentions: &[Mention]) -> Vec<(usize, Option<usize>)> {
    let mut found = Vec::new();
    for (idx, mention) in mentions.iter().enumerate() {
        let Some(name) = mention.name.and_then(|name| grammar.analysis.names.get(name)) else {
            continue;
        };
        if name.kind != crate::language::NameKind::Person
            || grammar.quotation(mention.head).is_some()
        {
            continue;
        }
        let before: Vec<String> = (mention.tokens.start.saturating_sub(3)..mention.tokens.start)
            .map(|t| grammar.lower(t))
            .collect();
        let said: Vec<&str> = before.iter().map(String::as_str).collect();
        let named =
            matches!(said.as_slice(), ["my", "name", "is" | "'s"] | [.., "i", "am" | "'m" | ","]);
        if named && mention.form == Form::Name {
            let sentence = grammar.analysis.sentences.get(grammar.sentence(mention.head));
            found.push((sentence.map_or(mention.head, |s| s.tokens.start), idx));
        }
    }
    let name = |idx: usize| mentions[idx].range.slice(grammar.text());
    let block = |from: usize| grammar.block(from);
    let in_turn = found.windows(2).any(|pair| {
        block(pair[1].0).saturating_sub(block(pair[0].0)) <= 2 && name(pair[0].1) != name(pair[1].1)
    });
    let end = |from: usize| {
        let block = grammar.document.blocks().get(grammar.block(from));
        block.map_or(from, |block| grammar.analysis.tokens_in(block.range).end)
    };
    let told = |(from, idx): (usize, usize)| {
        let silence = in_turn.then(|| (end(from), None));
        [(from, Some(idx))].into_iter().chain(silence)
    };
    found.into_iter().flat_map(told).collect()
}

/// In an interview, the one whom its opening names as asked, or first.
fn interview_guest(grammar: &Grammar<'_>, mentions: &[Mention], people: &[usize]) -> Option<usize> {
    let text = grammar.text();
    let blocks: Vec<_> =
        grammar.document.blocks().iter().filter(|block| block.kind.is_prose()).collect();
    let asks = |block: &&&crate::document::Block| {
        grammar.document.block_at(block.range.start()).is_some_and(|at| grammar.document.asks(at))
    };
    let asking = blocks.iter().filter(asks).count();
    // The opening: what comes before the first paragraph that asks, five paragraphs at most.
    let first_question = blocks.iter().position(|block| asks(&block)).unwrap_or(blocks.len());
    let opening = blocks.get(..first_question.min(5))?;
    let end = opening.last()?.range.end();
    let announced =
        opening.iter().any(|block| block.range.slice(text).to_lowercase().contains("interview"));
    if asking < 2
        || !(announced || (asking > 2 && asking * 8 >= blocks.len()))
        || is_hearing(grammar)
    {
        return None;
    }
    let named: Vec<usize> = people
        .iter()
        .copied()
        .filter(|&person| mentions[person].range.end() <= end)
        .filter(|&person| !is_topic(grammar, &mentions[person]))
        .collect();
    // `Wikinews interviews Marymegan Daly`, `spoke with William Evans`: else who comes first.
    let guest = named
        .iter()
        .copied()
        .find(|&person| is_asked(grammar, &mentions[person]))
        .or_else(|| named.first().copied())?;
    // Two guests: `I` may be either.
    let joined = mentions[guest].tokens.clone().any(|token| {
        grammar.child(token, Deprel::Conj).is_some_and(|other| {
            named.iter().any(|&person| mentions[person].tokens.contains(&other))
        })
    });
    (!joined).then_some(guest)
}

/// What stands before the name of whoever took a picture, or behind that of whoever it shows.
fn is_picture(word: &str) -> bool {
    matches!(word, "image" | "photo" | "photograph" | "picture" | "credit" | "photographer")
}

/// The first token of the first paragraph that asks; the start where an answer stands before it.
fn first_question(grammar: &Grammar<'_>) -> usize {
    let blocks = grammar.document.blocks();
    let first = (0..blocks.len()).find(|&at| grammar.document.asks(at));
    let start = first.map_or(0, |at| grammar.analysis.tokens_in(blocks[at].range).start);
    let own = (0..start).filter(|&token| {
        grammar.quotation(token).is_none() && matches!(grammar.word(token), "I" | "my" | "me")
    });
    if own.count() > MOST_BEFORE { 0 } else { start }
}

/// Whether somebody is but talked about, or has somebody who is: `an interview on Ana Ruiz`, `with Ruiz’s lawyer`.
fn is_topic(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let owns = words::is_genitive(grammar.word(mention.tokens.end));
    let part = matches!(grammar.deprel(mention.head), Deprel::Compound)
        && grammar.head(mention.head).is_some_and(|noun| {
            grammar.upos(noun) == Upos::Noun && !is_picture(&grammar.lower(noun))
        });
    let before = mention.tokens.start.checked_sub(1);
    let about = before.is_some_and(|before| {
        grammar.same_sentence(before, mention.head)
            && match grammar.lower(before).as_str() {
                "on" | "about" | "over" => true,
                // "Image: Tom Hall"
                ":" => before.checked_sub(1).is_some_and(|what| is_picture(&grammar.lower(what))),
                _ => false,
            }
    });
    owns || part || about
}

fn is_asked(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    // "She spoke to Tom Hall": he asks.
    let answers = |verb: usize| {
        grammar.analysis.subject(verb).is_some_and(|subject| {
            matches!(grammar.lower(subject).as_str(), "he" | "she" | "they" | "who")
                || grammar.name(subject).is_some_and(|name| title::is_person_name(grammar, name))
        })
    };
    let asking = |token: usize| {
        matches!(
            grammar.lemma(token).as_str(),
            "interview" | "speak" | "talk" | "conversation" | "chat" | "q&a"
        ) && !(matches!(grammar.lemma(token).as_str(), "speak" | "talk" | "chat") && answers(token))
    };
    let from = mention.tokens.start.saturating_sub(12).max(
        grammar
            .analysis
            .sentences
            .get(grammar.sentence(mention.head))
            .map_or(0, |s| s.tokens.start),
    );
    // In a headline no relation is sure.
    let block = grammar.document.blocks().get(grammar.block(mention.head));
    let headline =
        block.is_some_and(|b| b.range.slice(grammar.text()).split_whitespace().count() < 20);
    let governed = matches!(
        grammar.deprel(mention.head),
        Deprel::Obj
            | Deprel::Obl
            | Deprel::Nmod
            | Deprel::Flat
            | Deprel::Appos
            | Deprel::Compound
            | Deprel::NmodDesc
            | Deprel::Conj
    );
    (governed || headline) && (from..mention.tokens.start).any(asking)
}

/// Whether a court sits: there everybody asks, and everybody says `I`.
fn is_hearing(grammar: &Grammar<'_>) -> bool {
    let text = grammar.text();
    let addressed = |words: &str| text.match_indices(words).take(2).count() > 1;
    let pleads = text.contains("it please the Court") || text.contains("it please the court");
    pleads
        || ["Your Honor", "your Honor", "your honor", "Your Honour", "My Lord", "my Lord"]
            .into_iter()
            .any(addressed)
}

/// Who gives the speech that a text is, where its opening announces it: `Remarks by President Ruiz`, `Speaker Ana
/// Ruiz delivered these remarks:`; and from which token on.
fn announced(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    people: &[usize],
) -> Option<(usize, usize)> {
    let text = grammar.text();
    let blocks = grammar.document.blocks().iter().filter(|block| block.kind.is_prose());
    for block in blocks.take(4) {
        let words = block.range.slice(text).trim_end();
        let leads_in = words.ends_with(':');
        let heading = !words.ends_with(['.', '!', '?', '”', '"']);
        if !heading || words.split_whitespace().count() > 60 {
            continue;
        }
        let named: Vec<usize> = people
            .iter()
            .copied()
            .filter(|&person| block.range.contains_range(mentions[person].range))
            .filter(|&person| {
                gives(grammar, &mentions[person]) && leads_in || is_by(grammar, &mentions[person])
            })
            .collect();
        // Two may speak in turn: `Remarks by the President and the Prime Minister`.
        if let [speaker] = named.as_slice() {
            let several = mentions[*speaker]
                .tokens
                .clone()
                .any(|token| grammar.child(token, Deprel::Conj).is_some());
            let end = grammar.analysis.tokens_in(block.range).end;
            return (!several).then_some((*speaker, end));
        }
    }
    None
}

const SPEECHES: &[&str] = &[
    "remark",
    "speech",
    "address",
    "statement",
    "testimony",
    "lecture",
    "sermon",
    "message",
    "keynote",
];

/// `Ana Ruiz delivered the following remarks`.
fn gives(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let verb = grammar
        .head(mention.head)
        .filter(|_| grammar.deprel(mention.head) == Deprel::Nsubj)
        .or_else(|| Some(mention.tokens.end).filter(|&next| grammar.is_verb(next)))
        .filter(|&verb| {
            matches!(
                grammar.lemma(verb).as_str(),
                "deliver" | "give" | "make" | "issue" | "release" | "read"
            )
        });
    verb.and_then(|verb| grammar.child(verb, Deprel::Obj))
        .is_some_and(|object| SPEECHES.contains(&grammar.lemma(object).as_str()))
}

/// `Remarks by President Ana Ruiz`, `Ana Ruiz's inaugural address`.
fn is_by(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let speech = |token: usize| {
        let word = grammar.lower(token);
        SPEECHES.iter().any(|speech| {
            word.strip_prefix(speech).is_some_and(|end| matches!(end, "" | "s" | "es"))
        })
    };
    let start = mention.tokens.start;
    let same = |token: &usize| grammar.same_sentence(*token, mention.head);
    // Between `by` and the name: a title.
    let by = (start.saturating_sub(6)..start)
        .rev()
        .filter(same)
        .find(|&token| grammar.upos(token) == Upos::Adp)
        .filter(|&by| grammar.lower(by) == "by");
    let given = by.is_some_and(|by| (by.saturating_sub(3)..by).filter(same).any(speech));
    let end = mention.tokens.end;
    let owned =
        words::is_genitive(grammar.word(end)) && (end + 1..end + 4).filter(same).any(speech);
    given || owned
}

/// Who signs a letter, and whom it addresses: at least one of them.
fn letter(
    grammar: &Grammar<'_>,
    mentions: &[Mention],
    people: &[usize],
) -> Option<(Option<usize>, Option<usize>)> {
    let text = grammar.text();
    let blocks: Vec<_> =
        grammar.document.blocks().iter().filter(|block| block.kind.is_prose()).collect();
    let words = |range: TextRange| range.slice(text).split_whitespace().count();
    let closed = blocks.iter().rev().take(8).any(|block| is_closing(block.range.slice(text)));
    let greets = |block: &crate::document::Block| {
        let text = block.range.slice(text).trim();
        text.len() < 80 && text.to_lowercase().starts_with("dear")
    };
    let greeting = blocks.iter().take(12).find(|block| {
        let comma = block.range.slice(text).trim().ends_with(',');
        greets(block) || words(block.range) <= 4 && comma && closed
    })?;
    let inside = |range: TextRange| {
        people.iter().copied().find(|&person| range.contains_range(mentions[person].range))
    };
    let addressee = inside(greeting.range);
    // The signature holds little but the name: a postscript may name others.
    let signed = blocks.iter().rev().take(8).find_map(|block| {
        let person = inside(block.range)?;
        let rest = words(block.range) - words(mentions[person].range).min(words(block.range));
        let told = block.range.slice(text).trim_end().ends_with(['.', '!', '?']);
        (rest <= 3 && !told).then_some(person)
    });
    let signed = signed.filter(|&signed| Some(signed) != addressee);
    // Where nobody signs, one letter of several, or a word set off by a comma.
    let alone = || blocks.iter().filter(|block| greets(block)).count() == 1 && greets(greeting);
    (signed.is_some() || addressee.is_some() && alone()).then_some((signed, addressee))
}

/// `Yours sincerely,`, `Love always,`.
fn is_closing(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    lower.split_whitespace().count() <= 5
        && [
            "sincerely",
            "yours",
            "love",
            "regards",
            "best",
            "kind",
            "warm",
            "respectfully",
            "cordially",
            "faithfully",
            "with love",
            "as ever",
            "stay in touch",
        ]
        .iter()
        .any(|word| lower.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::briefing::brief;
    use crate::testing::document;

    fn pronouns(text: &str, name: &str) -> Vec<String> {
        let briefing = brief(&document(text));
        let actor = briefing.actors.iter().find(|actor| actor.name == name);
        let mentions = actor.map(|actor| actor.mentions.clone()).unwrap_or_default();
        let words = mentions.iter().map(|mention| mention.range.slice(text).to_lowercase());
        words.filter(|word| matches!(word.as_str(), "i" | "my" | "you" | "your")).collect()
    }

    #[test]
    fn an_unsigned_letter_has_an_addressee() {
        let text = "Dear Mr. Lund:\n\nYour plan for the harbor is bold. We hope that you will hear the fishermen \
                    before the council votes.\n\nSincerely,\n\nThe undersigned";
        assert_eq!(pronouns(text, "Lund"), ["your", "you"]);
    }

    #[test]
    fn two_who_introduce_themselves_have_a_paragraph_each() {
        let text = "I'm Ann Lund.\n\nAnd I'm Tom Hale.\n\nI wanted to build boats. My father did, and I liked it.\n\n\
                    I painted them, and I sold my first one in May.";
        assert!(pronouns(text, "Ann Lund").len() <= 1);
        assert!(pronouns(text, "Tom Hale").len() <= 1);
    }
}
