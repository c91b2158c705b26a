//! What text in one's own words it is, and whose they are: what tells most in a letter, a speech or an answer says neither.
//!
//! A wrong occasion hurts more than a missing one: each needs words of the text that say so.

use std::collections::{BTreeMap, BTreeSet};

use super::article::{is_running, kind};
use super::hearing::hearing;
use super::letter::{alone_in_line, is_line, is_open_letter, salutations, signature};
use crate::briefing::actors::Cast;
use crate::briefing::genre::{Genre, announces};
use crate::briefing::{ActorId, ActorKind, timeline};
use crate::document::{Block, BlockKind, Document};
use crate::language::coref::Form;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::{TextRange, one_line};

/// In sentences: how far the address at the start of a speech reaches.
const OPENING: usize = 5;

/// In sentences.
const CLOSING: usize = 3;

/// In words.
pub(super) const LONGEST_HEADING: usize = 15;

/// In blocks: how far above the salutation a letter is dated.
const NEAR: usize = 6;

/// With these, many speak in turn before a court.
const HEARINGS: &[&str] = &[
    "please the court",
    "your honor",
    "your honour",
    "my lord",
    "the next case",
    "in the case of",
    "hear ye",
];

/// What a speaker is to be there.
pub(super) const GLAD: &[&str] = &[
    "delighted",
    "glad",
    "grateful",
    "happy",
    "honor",
    "honored",
    "honour",
    "honoured",
    "pleased",
    "pleasure",
    "privilege",
    "proud",
];

/// What is given before listeners.
const SPEECHES: &[&str] = &["address", "remark", "sermon", "speech", "statement"];

/// Words that greet listeners where a sentence starts with them.
const GREETINGS: &[&str] =
    &["ladies and gentlemen", "good morning", "good afternoon", "good evening", "excellencies,"];

/// Words that greet listeners behind their names and titles.
const ADDRESSES: &[&str] = &["my fellow", "ladies and gentlemen"];

/// Who presides over those who listen.
const CHAIRS: &[&str] =
    &["speaker", "president", "chairman", "chairwoman", "chair", "secretary-general", "moderator"];

/// Those who sit together to listen.
const LISTENERS: &[&str] = &[
    "assembly",
    "audience",
    "chamber",
    "conference",
    "congress",
    "convention",
    "council",
    "gathering",
    "house",
    "meeting",
    "parliament",
    "senate",
    "session",
    "summit",
];

/// Words that say of a text that it is read, whomever it greets.
const WRITTEN: &[&str] = &[
    "newsletter",
    "subscribe",
    "reader",
    "for reading",
    "blog",
    "column",
    "inbox",
    "this post",
    "this issue",
    "this episode",
    "podcast",
    "i write",
    "i am writing",
    "i'm writing",
    "i’m writing",
];

/// What stands before `sentence`, the first of the summary: `In a letter to Ana Ruiz, Tom Hall writes:`.
pub(super) fn occasion(
    document: &Document,
    analysis: &Analysis,
    cast: &Cast,
    genre: Genre,
    sentence: usize,
) -> Option<String> {
    if genre == Genre::Report {
        return None;
    }
    let speaker = speaker(document, analysis, cast);
    if let Some(hearing) = hearing(document, analysis) {
        return Some(hearing);
    }
    let name = |id: ActorId| cast.actor(id).map(|actor| actor.name.as_str());
    let titled = |id: ActorId| titled(document, cast, id);
    if genre == Genre::Interview {
        let told = answers(document, analysis, sentence) && is_dialogue(document, analysis);
        let asked = asked(document, analysis, cast).filter(|&asked| speaker == Some(asked));
        return told.then(|| match asked.and_then(titled) {
            Some(name) => format!("In an interview, {name} says:"),
            None => String::from("In an interview:"),
        });
    }
    let by = |who: Option<ActorId>, verb: &str| {
        who.and_then(titled).map(|name| format!(", {name} {verb}")).unwrap_or_default()
    };
    match salutations(document).as_slice() {
        [] => {}
        &[line] => {
            let signature = signature(document, analysis, line)?;
            let block = analysis.sentences[sentence].block;
            if block <= line || block >= signature.end {
                return None;
            }
            let greeted = cast.named_in(document.blocks()[line].range);
            let to = match greeted.as_slice() {
                &[one] if is_person(cast, one) => name(one),
                _ => None,
            };
            let to = to.map(|name| format!(" to {name}")).unwrap_or_default();
            let signed = cast.named_in(signature.range);
            let signs =
                |id: &ActorId| signed.contains(id) || is_line(document, cast, signature.start, *id);
            let writer = match speaker {
                Some(speaker) => Some(speaker).filter(signs),
                None => alone_in_line(document, cast, signature.start),
            };
            let letter = if is_open_letter(document, line) { "an open letter" } else { "a letter" };
            let day = (line.saturating_sub(NEAR)..line).rev().find_map(|at| day(document, at));
            let day = match day {
                // "of May 4, 2025, to Ana".
                Some(day) if day.contains(',') && !to.is_empty() => format!(" of {day},"),
                Some(day) => format!(" of {day}"),
                None => String::new(),
            };
            return Some(format!("In {letter}{day}{to}{}:", by(writer, "writes")));
        }
        // A column of letters.
        _ => return None,
    }
    let given = genre == Genre::Speech && is_speech(document, analysis, sentence);
    given.then(|| {
        let speaker = speaker.or_else(|| headed(document, analysis, cast));
        let before = 0..analysis.sentences[sentence].block.min(OPENING);
        let day = before.rev().find_map(|at| day(document, at));
        let day = day.map(|day| format!(" of {day}")).unwrap_or_default();
        let what = speech_word(document, analysis);
        format!("In {what}{day}{}:", by(speaker, "says"))
    })
}

pub(super) fn is_person(cast: &Cast, id: ActorId) -> bool {
    cast.actor(id).is_some_and(|actor| actor.kind == ActorKind::Person)
}

/// The day that is all that a line says: `May 4, 2025.`
fn day(document: &Document, block: usize) -> Option<String> {
    let range = document.blocks()[block].range;
    timeline::day_line(document.text(), range).map(|day| one_line(day.slice(document.text())))
}

/// The name, with the title that the text gives before it: `Mayor Ana Ruiz`.
fn titled(document: &Document, cast: &Cast, id: ActorId) -> Option<String> {
    let actor = cast.actor(id)?;
    let full = actor.role.as_deref().map(|role| format!("{role} {}", actor.name));
    let said = |full: &String| document.text().contains(full.as_str());
    Some(full.filter(said).unwrap_or_else(|| actor.name.clone()))
}

/// What the opening calls it, with its article: a statement is given to the press.
fn speech_word(document: &Document, analysis: &Analysis) -> String {
    /// Of a speech for an occasion that many have.
    const KINDS: &[&str] = &[
        "acceptance",
        "budget",
        "closing",
        "commencement",
        "concession",
        "farewell",
        "inaugural",
        "keynote",
        "maiden",
        "opening",
        "resignation",
        "victory",
        "welcome",
    ];
    let lines = document.blocks().iter().take(OPENING).map(|block| block.range);
    let called: Vec<String> = lines
        .filter(|&line| calls_it_speech(document, analysis, line) || leads_in(document, line))
        .map(|line| one_line(line.slice(document.text())).to_lowercase())
        .collect();
    let kind = called.iter().find_map(|line| {
        let words: Vec<&str> = line
            .split(' ')
            .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
            .collect();
        words.windows(2).find_map(|pair| {
            let speech = matches!(pair[1], "address" | "speech" | "statement");
            (speech && KINDS.contains(&pair[0])).then(|| pair.join(" "))
        })
    });
    let stated = called.iter().any(|line| line.contains("statement"));
    let what = kind.unwrap_or_else(|| String::from(if stated { "statement" } else { "speech" }));
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {what}")
}

/// Whether a line says that somebody’s words follow.
pub(super) fn leads_in(document: &Document, line: TextRange) -> bool {
    announces(&line.slice(document.text()).to_lowercase())
}

/// Whose speech a heading says it is: `Mayor Ana Ruiz's address`, `Remarks by Ana Ruiz`.
fn headed(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    let text = document.text();
    let lines = document.blocks().iter().take(OPENING).map(|block| block.range);
    let mut lines =
        lines.filter(|&line| calls_it_speech(document, analysis, line) || leads_in(document, line));
    let line = lines.next()?;
    let named = cast.named_in(line);
    let mut people = named.iter().copied().filter(|&one| is_person(cast, one));
    let one = people.next().filter(|_| people.next().is_none())?;
    let mut places = cast.actor(one)?.mentions.iter().map(|mention| mention.range);
    let place = places.find(|place| line.contains_range(*place))?;
    let before = TextRange::new(line.start(), place.start()).slice(text).to_lowercase();
    let behind = TextRange::new(place.end(), line.end()).slice(text);
    let owner = ["'s ", "’s "].iter().any(|owner| behind.starts_with(owner));
    let by = before.split_whitespace().any(|word| word == "by");
    (is_person(cast, one) && (owner || by)).then_some(one)
}

/// Whether it opens with words to those who listen, not after `sentence`, or a heading calls it a speech.
fn is_speech(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    let all: Vec<usize> = (0..analysis.sentences.len())
        .filter(|&sentence| kind(document, analysis, sentence).is_some_and(is_running))
        .collect();
    let said = |at: usize| analysis.sentences[at].range.slice(document.text()).to_lowercase();
    let opening: Vec<String> = all.iter().take(OPENING).map(|&at| said(at)).collect();
    let closing: Vec<String> = all.iter().rev().take(CLOSING).map(|&at| said(at)).collect();
    if has_any(&opening, HEARINGS) || has_any(&opening, WRITTEN) || has_any(&closing, WRITTEN) {
        return false;
    }
    let written_to = opening.iter().any(|said| {
        said.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "you" | "your"))
    });
    let greeted = all.iter().take(OPENING).zip(&opening).any(|(&at, said)| {
        at <= sentence
            && (GREETINGS.iter().any(|greeting| said.starts_with(greeting))
                || thanks(said)
                || presides(said, written_to)
                || calls(analysis, at, said))
    });
    let headings = || {
        let headed = |block: &&Block| {
            matches!(block.kind, BlockKind::Title | BlockKind::Heading) || is_running(block.kind)
        };
        document.blocks().iter().filter(headed).take(OPENING).map(|block| block.range)
    };
    greeted
        || all.first().is_some_and(|&first| addresses(document, analysis, first))
        || headings()
            .any(|range| calls_it_speech(document, analysis, range) || leads_in(document, range))
        || closes(analysis, &closing)
}

/// Whether whoever speaks takes leave of those who listen: `Thank you, and good night.`
fn closes(analysis: &Analysis, closing: &[String]) -> bool {
    let long = analysis.sentences.len() > 2 * OPENING;
    let leaves = |said: &String| {
        thanks(said) || said.starts_with("god bless") || said.contains("good night.")
    };
    long && closing.iter().take(2).any(leaves)
}

/// `Thank you, Mr. Hall.`, `Thank you very much.`, `Thank you for having me.`: no thanks for what was read or sent.
fn thanks(said: &str) -> bool {
    const HERE: &[&str] = &[
        "having me",
        "inviting me",
        "coming",
        "being here",
        "that kind",
        "your kind introduction",
    ];
    // `So nice, thank you very much.`
    let short = said.split_whitespace().count() <= 8;
    if short && ["thank you very much.", "thank you so much."].iter().any(|it| said.ends_with(it)) {
        return true;
    }
    let Some(rest) = said.strip_prefix("thank you") else { return false };
    let rest = [" very much", " so much", " all"]
        .iter()
        .find_map(|much| rest.strip_prefix(much))
        .unwrap_or(rest);
    let here = rest.strip_prefix(" for ").or_else(|| rest.strip_prefix(" all for "));
    rest.starts_with(['.', ',', '!'])
        || here.is_some_and(|what| HERE.iter().any(|start| what.starts_with(start)))
}

/// `Madam Speaker, I rise`. A president to whom `you` is said may read it in an open letter.
fn presides(said: &str, written_to: bool) -> bool {
    let title =
        ["mr. ", "mr ", "madam ", "mister "].iter().find_map(|title| said.strip_prefix(title));
    let Some((office, _)) = title.and_then(|rest| rest.split_once([',', ':'])) else {
        return false;
    };
    CHAIRS.contains(&office) && !(office == "president" && written_to)
}

/// `Senator Ruiz, members of the council, my fellow fishers:`: no verb stands before it, and little behind.
fn calls(analysis: &Analysis, sentence: usize, said: &str) -> bool {
    let range = analysis.sentences[sentence].range;
    ADDRESSES.iter().any(|address| {
        let Some((before, behind)) = said.split_once(address) else { return false };
        let called = behind.split([',', ':', '.', '!', '–', '—']).next().unwrap_or_default();
        let until = range.start() + before.len();
        let verbless = analysis.sentences[sentence]
            .tokens
            .clone()
            .take_while(|&token| analysis.range(token).start() < until)
            .all(|token| !matches!(analysis.upos(token), Upos::Verb | Upos::Aux));
        // `My fellow teachers and I joined the guild.`
        let short = called.split_whitespace().count() <= 3 && !called.ends_with(" i");
        verbless && short && !before.starts_with(['"', '“'])
    })
}

/// Whether a sentence has somebody glad to address those who listen: `It is my pleasure to address this assembly`.
fn addresses(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    const NOW: &[&str] = &["afternoon", "evening", "here", "morning", "today", "tonight"];
    let tokens = analysis.sentences[sentence].tokens.clone();
    let words: Vec<String> =
        tokens.clone().map(|token| analysis.word(document, token).to_lowercase()).collect();
    let has = |options: &[&str]| words.iter().any(|word| options.contains(&word.as_str()));
    let told = tokens.clone().any(|token| analysis.xpos(token) == "VBD");
    // `I am honored to be here tonight`, `I am proud to come here`.
    let comes = tokens.clone().any(|token| {
        analysis.word(document, token).eq_ignore_ascii_case("to")
            && matches!(analysis.lemma(token + 1), "be" | "come" | "join" | "stand")
            && analysis.xpos(token + 1) == "VB"
    });
    if comes && has(&["here"]) && has(&["i"]) && has(GLAD) && !told {
        return true;
    }
    let Some(speaks) = tokens.clone().position(|token| {
        analysis.xpos(token) == "VB"
            && matches!(analysis.lemma(token), "address" | "speak" | "greet" | "welcome")
    }) else {
        return false;
    };
    let heard = words[speaks..].iter().any(|word| LISTENERS.contains(&word.as_str()));
    let you = words[speaks..].iter().take(3).any(|word| word == "you");
    has(&["i", "my", "me"]) && has(GLAD) && !told && (heard || you && has(NOW))
}

/// `Remarks by Mayor Ruiz`, `The mayor's inaugural address`, `Ana Ruiz delivered the following remarks:`; not `A reply
/// to the mayor's speech`.
fn calls_it_speech(document: &Document, analysis: &Analysis, range: TextRange) -> bool {
    let line = range.slice(document.text()).trim();
    if line.ends_with(['.', '!', '?', '”', '"'])
        || line.split_whitespace().count() > LONGEST_HEADING
    {
        return false;
    }
    let verbs = |token: usize| analysis.head(token).map(|head| analysis.lemma(head));
    analysis.tokens_in(range).any(|token| {
        let owned_by_you = analysis.children(token).any(|child| {
            matches!(analysis.word(document, child).to_lowercase().as_str(), "your" | "their")
        });
        let placed = analysis.children(token).any(|child| analysis.deprel(child) == Deprel::Case);
        let given = line.ends_with(':')
            && verbs(token).is_some_and(|verb| matches!(verb, "deliver" | "give" | "make"));
        let is_it = analysis.deprel(token) == Deprel::Root || given;
        analysis.upos(token).is_nominal()
            && SPEECHES.contains(&analysis.lemma(token).to_lowercase().as_str())
            && is_it
            && !owned_by_you
            && !placed
    })
}

fn has_any(said: &[String], options: &[&str]) -> bool {
    said.iter().any(|said| options.iter().any(|option| said.contains(option)))
}

/// Whether its paragraph follows one that asks, and asks nothing itself.
fn answers(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    let block = analysis.sentences[sentence].block;
    block > 0 && document.asks(block - 1) && !document.asks(block)
}

/// Whether `you` is asked and `I` answers: nobody's list of questions, and no court.
fn is_dialogue(document: &Document, analysis: &Analysis) -> bool {
    let text = document.text().to_lowercase();
    let known = HEARINGS.iter().chain(&["faq", "frequently asked"]);
    let has = |block: usize, wanted: &[&str]| {
        let tokens = analysis.tokens_in(document.blocks()[block].range);
        tokens.into_iter().filter(|&token| wanted.contains(&analysis.word(document, token))).count()
    };
    let (mut asked, mut told) = (0, 0);
    for block in 0..document.blocks().len() {
        if document.asks(block) {
            asked += usize::from(has(block, &["you", "your", "You", "Your"]) > 0);
        } else {
            told += has(block, &["I", "my", "My", "me"]);
        }
    }
    asked >= 2 && told >= 3 && !known.into_iter().any(|sign| text.contains(sign))
}

/// The one whom the words over the first question name as asked: `The Gazette spoke with Ana Ruiz`.
fn asked(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    /// In blocks.
    const LONGEST: usize = 6;
    let first = (0..document.blocks().len()).find(|&block| document.asks(block))?;
    let mut found = BTreeSet::new();
    let opening =
        analysis.sentences.iter().take_while(|sentence| sentence.block < first.min(LONGEST));
    for sentence in opening {
        let people: BTreeMap<usize, ActorId> = analysis
            .chains
            .mentions
            .iter()
            .filter(|mention| mention.form == Form::Name && sentence.tokens.contains(&mention.head))
            .filter_map(|mention| Some((mention.head, cast.actor_of_token(mention.head)?)))
            .filter(|&(_, actor)| is_person(cast, actor))
            .collect();
        let several = people.values().collect::<BTreeSet<_>>().len() > 1;
        let asked =
            |head: usize| is_asked(document, analysis, sentence.tokens.start, head, several);
        found.extend(people.iter().filter(|&(&head, _)| asked(head)).map(|(_, &actor)| actor));
    }
    let one = found.pop_first()?;
    found.is_empty().then_some(one)
}

/// Whether the name at `head` is that of one who is asked. Of several in a sentence only who is interviewed or gives an
/// interview is sure: `Ana Ruiz spoke with Tom Hall` says not who asked.
fn is_asked(
    document: &Document,
    analysis: &Analysis,
    start: usize,
    head: usize,
    several: bool,
) -> bool {
    let lemma = |token: usize| analysis.lemma(token).to_lowercase();
    let verb = analysis.head(head).filter(|&verb| analysis.upos(verb) == Upos::Verb);
    let gives = verb.is_some_and(|verb| match analysis.deprel(head) {
        Deprel::Nsubj => {
            matches!(analysis.lemma(verb), "give" | "grant")
                && analysis.children(verb).any(|child| {
                    analysis.deprel(child) == Deprel::Obj && lemma(child) == "interview"
                })
        }
        Deprel::NsubjPass | Deprel::Obj => lemma(verb) == "interview",
        _ => false,
    });
    let sign = (start..head).rev().take(12).find(|&token| {
        matches!(
            lemma(token).as_str(),
            "interview" | "speak" | "talk" | "sit" | "conversation" | "chat" | "q&a"
        )
    });
    let led_to = sign.is_some_and(|sign| {
        let between = sign + 1..head;
        let with = between.clone().any(|token| matches!(lemma(token).as_str(), "with" | "to"));
        let straight = between.into_iter().all(|token| match analysis.upos(token) {
            Upos::Verb | Upos::Aux => false,
            Upos::Adp => matches!(lemma(token).as_str(), "with" | "to" | "down"),
            _ => true,
        });
        let owner = analysis.children(head).any(|child| {
            child > head && matches!(analysis.word(document, child), "'s" | "’s" | "'" | "’")
        });
        straight && !owner && (with || lemma(sign) == "interview")
    });
    gives || led_to && !several
}

/// The one whom `I` means all through the text, quotations left out.
fn speaker(document: &Document, analysis: &Analysis, cast: &Cast) -> Option<ActorId> {
    /// In a hundred.
    const MOST: usize = 90;
    let quoted = |token: usize| {
        let place = analysis.range(token);
        analysis.quotations.iter().any(|quotation| quotation.range.contains_range(place))
    };
    let mut meant = BTreeMap::new();
    let mut all = 0;
    for token in 0..analysis.tokens.len() {
        let own = matches!(analysis.word(document, token), "I" | "me" | "my" | "My");
        if !own || quoted(token) {
            continue;
        }
        all += 1;
        if let Some(actor) = cast.actor_of_token(token) {
            *meant.entry(actor).or_insert(0) += 1;
        }
    }
    let (&actor, &count) = meant.iter().max_by_key(|&(_, &count)| count)?;
    (count >= 3 && 100 * count >= MOST * all && is_person(cast, actor)).then_some(actor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::actors;
    use crate::language::{Sentence, analyze};
    use crate::testing;

    /// What stands before the last sentence that holds `line`.
    #[track_caller]
    fn check_line(text: &str, line: &str, expected: Option<&str>) {
        let document = testing::document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let said = |sentence: &Sentence| sentence.range.slice(text).contains(line);
        let sentence = analysis.sentences.iter().rposition(said).unwrap();
        let found = occasion(&document, &analysis, &cast, cast.genre, sentence);
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    /// What stands before the last sentence of `LETTER`.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        check_line(text, "never come back", expected);
    }

    /// What stands before the last answer of `ANSWERS`.
    #[track_caller]
    fn check_answer(opening: &str, expected: Option<&str>) {
        check_line(&format!("{opening}\n\n{ANSWERS}"), "I trust", expected);
    }

    /// A speech by its genre, at least.
    #[track_caller]
    fn check_talk(opening: &str, closing: &str, expected: Option<&str>) {
        let text = format!("{opening}\n\n{LETTER}\n\n{closing}");
        let document = testing::document(&text);
        assert_eq!(actors::find(&document, &analyze(&document)).genre, Genre::Speech);
        check(&text, expected);
    }

    const LETTER: &str = "I have read your plan for the harbour with great joy, and I hope that you will keep to it. My \
        own boat lies there, and I pay the toll every week. You should know that I would gladly pay more.\n\n\
        I think you must not sell the quay. My father built it, and we all need it. It will never come back to us.";

    #[test]
    fn a_letter_says_who_writes_to_whom() {
        check(
            &format!("Dear Ana Ruiz,\n\n{LETTER}\n\nSincerely,\n\nTom Hall"),
            Some("In a letter to Ana Ruiz, Tom Hall writes:"),
        );
    }

    #[test]
    fn a_letter_says_of_what_day_it_is() {
        check(
            &format!("May 4, 2019\n\nDear Ana Ruiz,\n\n{LETTER}\n\nSincerely,\n\nTom Hall"),
            Some("In a letter of May 4, 2019, to Ana Ruiz, Tom Hall writes:"),
        );
        check(
            &format!("An Open Letter to the Guild\n\nDear Friends:\n\n{LETTER}\n\nYours,"),
            Some("In an open letter:"),
        );
    }

    #[test]
    fn a_letter_needs_no_dear() {
        check(
            &format!("Mum,\n\n{LETTER}\n\nLove always,\n\nTom Hall"),
            Some("In a letter, Tom Hall writes:"),
        );
        check(&format!("Mum,\n\n{LETTER}"), None);
    }

    #[test]
    fn a_heading_says_whose_speech_it_is() {
        check(
            &format!("Mayor Ana Ruiz's Inaugural Address\n\n4 May 2019\n\n{LETTER}"),
            Some("In an inaugural address of 4 May 2019, Mayor Ana Ruiz says:"),
        );
    }

    #[test]
    fn a_letter_to_friends_names_none() {
        check(&format!("Dear Friends:\n\n{LETTER}\n\nYours,"), Some("In a letter:"));
    }

    #[test]
    fn a_column_of_letters_is_none() {
        check(&format!("Dear Friends:\n\n{LETTER}\n\nDear Readers:\n\n{LETTER}"), None);
    }

    #[test]
    fn a_speech_opens_with_a_greeting() {
        check(&format!("Good evening, ladies and gentlemen.\n\n{LETTER}"), Some("In a speech:"));
    }

    #[test]
    fn an_answer_says_who_is_interviewed() {
        check_answer(
            "Ana Ruiz, the mayor of Selm, gave an interview to the Gazette.",
            Some("In an interview, Ana Ruiz says:"),
        );
    }

    #[test]
    fn what_is_said_in_court_is_no_speech() {
        check(
            &format!("Good morning, and may it please the Court.\n\n{LETTER}"),
            Some("In court:"),
        );
    }

    #[test]
    fn an_essay_is_no_speech() {
        check_talk("I joined the guild in 1990, and I have loved it.", LETTER, None);
        check_talk("My fellow teachers and I joined the guild in May.", LETTER, None);
        check_talk("I met a distinguished guest in this hall.", LETTER, None);
        check_talk("A reply to the mayor's speech", LETTER, None);
    }

    #[test]
    fn a_newsletter_is_no_speech() {
        check_talk("I hope that you are well.", "Thank you for reading.", None);
        check_talk("Good morning! Here is my newsletter.", LETTER, None);
        check_talk("Thank you for your many letters.", LETTER, None);
    }

    #[test]
    fn an_open_letter_to_a_president_is_no_speech() {
        check_talk("Mr. President, you have seen my harbour.", LETTER, None);
    }

    #[test]
    fn a_speech_addresses_those_who_listen() {
        for opening in [
            "Madam Speaker, I rise for the harbour.",
            "Senator Lund, members of the council, and my fellow fishers: I rise for the harbour.",
            "Thank you very much.",
            "It is my pleasure to address this assembly.",
            "Remarks on the Harbour",
        ] {
            check_talk(opening, "", Some("In a speech:"));
        }
    }

    const ANSWERS: &str = "Why do you want the harbour?\n\nI love it. My father built it.\n\nWho will pay?\n\nI think \
        that we all will.\n\nWill you run again?\n\nNot I, my friend.\n\nAnd your deputy?\n\nI trust that she will.";

    #[test]
    fn whom_an_interview_is_about_does_not_answer_in_it() {
        check_answer(
            "Mayor Ana Ruiz's levy angers fishers. Tom Hall explains:",
            Some("In an interview:"),
        );
        check_answer("An interview about Mayor Ana Ruiz and her levy.", Some("In an interview:"));
    }

    #[test]
    fn of_two_guests_none_is_named() {
        check_answer(
            "The Gazette spoke with Ana Ruiz, and later with Tom Hall.",
            Some("In an interview:"),
        );
    }

    #[test]
    fn a_guest_whom_the_gazette_spoke_with_is_named() {
        check_answer(
            "The Gazette spoke with Ana Ruiz about the levy.",
            Some("In an interview, Ana Ruiz says:"),
        );
    }

    #[test]
    fn a_list_of_questions_is_no_interview() {
        let list = "How do I pay?\n\nPay at the quay.\n\nCan I moor here?\n\nYes, for a day.\n\nWhere do I sleep?\n\n\
            In a cabin.\n\nWhen must I leave?\n\nBefore noon.";
        check_line(list, "Before noon", None);
    }

    #[test]
    fn the_answer_in_an_advice_column_is_no_letter() {
        let answer = "I think you should tell her. I would, and I know my own heart.";
        check(&format!("Dear Carol,\n\n{LETTER}\n\nStuck in Selm\n\n{answer}"), None);
        check(&format!("Dear Carol,\n\n{LETTER} — Stuck in Selm\n\n{answer}\n\nCarol"), None);
        check(&format!("Dear Carol: {LETTER}\n\n{answer}\n\nYours,\n\nCarol"), None);
    }

    #[test]
    fn an_editors_note_is_no_letter() {
        let note = "I printed this letter as it came to me, and I changed no word of it.";
        let letter = format!("{note}\n\nDear Ana Ruiz,\n\n{LETTER}\n\nSincerely,\n\nTom Hall");
        check_line(&letter, "I printed", None);
        check_line(&format!("{letter}\n\n{note}"), "I printed", None);
        check(&format!("Dear Ana Ruiz,\n\n{LETTER}\n\n{note}"), None);
    }

    #[test]
    fn a_postscript_is_no_answer() {
        check(
            &format!(
                "Dear Friends,\n\n{LETTER}\n\nYours,\n\nTom\n\nP.S. I forgot the keys. You have them."
            ),
            Some("In a letter, Tom writes:"),
        );
    }
}
