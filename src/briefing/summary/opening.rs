//! What a reader sees first: the lead of a report; where somebody speaks, the sentence that says who and of what, or the
//! headline that does.

use super::answers::Answers;
use super::weight::{Candidate, Tie};
use crate::briefing::genre::Genre;
use crate::document::{BlockKind, Document};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, Upos};
use crate::text::TextRange;

/// A first sentence with fewer words sets the scene.
const SHORTEST_LEAD: usize = 9;

/// A headline with fewer words tells nothing of what was said.
const SHORTEST_HEADLINE: usize = 5;

/// Who introduces a speaker takes no more sentences.
const LONGEST_INTRODUCTION: usize = 10;

/// What people do who are introduced before they speak.
const MEETINGS: &[&str] = &["speak", "talk", "sit", "catch", "meet", "tell", "discuss", "deliver"];

/// A headline with one of these says what the text is.
pub(super) const OCCASIONS: &[&str] = &[
    "address",
    "conference",
    "conversation",
    "lecture",
    "letter",
    "q&a",
    "remark",
    "sermon",
    "speech",
    "statement",
    "talk",
    "testimony",
    "say",
    "speak",
    "tell",
];

const OWN: &[&str] = &["i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"];

/// How a summary starts.
#[derive(Default)]
pub(super) struct Opening {
    /// The place among the candidates of the sentence that comes first, where it is not the weightiest.
    pub(super) lead: Option<usize>,
    /// How many of the candidates introduce somebody who then speaks.
    pub(super) introduction: usize,
    /// The headline, without a date, where it says what the text is and the lead has not half of it.
    pub(super) headline: Option<TextRange>,
}

impl Opening {
    pub(super) fn of(
        document: &Document,
        analysis: &Analysis,
        genre: Genre,
        answers: &Answers<'_>,
        candidates: &[Candidate<'_>],
        title_words: usize,
    ) -> Self {
        let title = document.blocks().iter().find(|block| block.kind == BlockKind::Title);
        let interviews =
            |token: usize| analysis.word(document, token).to_lowercase().starts_with("interview");
        let titled = title.is_some_and(|title| analysis.tokens_in(title.range).any(interviews));
        if !titled && !matches!(genre, Genre::Interview | Genre::Speech) {
            let first = candidates
                .first()
                .filter(|first| !genre.is_opinion() && first.whole && first.words >= SHORTEST_LEAD);
            let aim = || {
                candidates
                    .iter()
                    .position(|it| it.whole && says_its_aim(document, analysis, it.sentence))
            };
            // Which words a headline in capitals alone has is not known well.
            let shouted = title.is_some_and(|title| {
                !title.range.slice(document.text()).contains(char::is_lowercase)
            });
            let news = || news(candidates, title_words).filter(|_| !shouted);
            let lead =
                first.map(|_| news().unwrap_or(0)).or_else(|| aim().filter(|_| genre.is_opinion()));
            return Self { lead, ..Self::default() };
        }
        let tokens = |candidate: &Candidate<'_>| {
            let sentence = &analysis.sentences[candidate.sentence];
            sentence.tokens.clone().filter(|&token| analysis.upos(token) != Upos::Punct)
        };
        let speaks = |token: usize| {
            let word = analysis.word(document, token);
            word != "US" && OWN.contains(&word.to_lowercase().as_str())
        };
        let asks = |candidate: &Candidate<'_>| {
            let range = analysis.sentences[candidate.sentence].range;
            range.slice(document.text()).ends_with('?')
        };
        let introduction = candidates
            .iter()
            .take(LONGEST_INTRODUCTION)
            .take_while(|candidate| !asks(candidate) && !tokens(candidate).any(speaks))
            .count();
        let stands = |candidate: &Candidate<'_>| {
            candidate.whole && !candidate.leans() && tokens(candidate).count() >= SHORTEST_LEAD
        };
        let meets = |token: usize| {
            interviews(token)
                || analysis.head(token).is_none()
                    && analysis.upos(token) == Upos::Verb
                    && MEETINGS.contains(&analysis.lemma(token))
        };
        let introduced = &candidates[..introduction];
        let lead = introduced
            .iter()
            .position(|candidate| stands(candidate) && tokens(candidate).any(meets))
            .or_else(|| introduced.iter().position(stands).filter(|_| genre == Genre::Interview));
        // Who answers is told by a sentence, if any.
        let told = lead.is_some_and(|lead| tokens(&candidates[lead]).any(meets));
        let answered = |title: TextRange| !told && answers.holds_anyone_named(title);
        let headline = title
            .and_then(|title| headline(document, analysis, title.range, answered(title.range)));
        let headline = headline.filter(|&range| {
            let words: Vec<usize> = analysis
                .tokens_in(range)
                .filter(|&token| {
                    analysis.upos(token).is_nominal() || analysis.upos(token) == Upos::Verb
                })
                .collect();
            let said = |token: &&usize| {
                lead.is_some_and(|lead| candidates[lead].has(analysis.lemma(**token)))
            };
            2 * words.iter().filter(said).count() < words.len()
        });
        Self { lead, introduction, headline }
    }
}

/// Where a report tells its news that starts with a scene, or with a line below the headline: the weightiest of the next
/// sentences that have the words of the headline, of which the first has hardly one. No news has a day, and no scene.
fn news(candidates: &[Candidate<'_>], title_words: usize) -> Option<usize> {
    /// Words of a headline that says enough.
    const FEW: usize = 3;
    /// What weighs little more says little more.
    const CLEARLY: f32 = 0.05;
    /// In sentences: nobody comes to the point later.
    const BEGINNING: usize = 12;
    let first = candidates.first()?;
    if title_words < FEW || first.titled > 1 || first.tells_day() {
        return None;
    }
    let told = |it: &Candidate<'_>| {
        it.titled >= first.titled + 2 || it.titled >= 2 && 5 * it.titled >= 3 * title_words
    };
    let stands = |it: &Candidate<'_>| {
        it.whole && it.tie == Tie::None && !it.dangling && it.words >= SHORTEST_LEAD && !it.quotes()
    };
    (1..candidates.len().min(BEGINNING))
        .filter(|&at| stands(&candidates[at]) && told(&candidates[at]))
        .filter(|&at| candidates[at].weight() > first.weight() + CLEARLY)
        .max_by(|&a, &b| candidates[a].weight().total_cmp(&candidates[b].weight()).then(b.cmp(&a)))
}

/// Whether the text says there what it is about: `In this paper we examine`, `This essay argues that`.
fn says_its_aim(document: &Document, analysis: &Analysis, sentence: usize) -> bool {
    const TEXTS: &[&str] = &["article", "chapter", "essay", "paper", "study", "thesis"];
    const AIMS: &[&str] = &[
        "address",
        "aim",
        "analyze",
        "analyse",
        "argue",
        "ask",
        "assess",
        "compare",
        "consider",
        "contend",
        "demonstrate",
        "describe",
        "discuss",
        "evaluate",
        "examine",
        "explain",
        "explore",
        "introduce",
        "investigate",
        "offer",
        "outline",
        "present",
        "propose",
        "report",
        "review",
        "seek",
        "show",
        "study",
        "suggest",
        "survey",
        "test",
    ];
    let Some(root) = analysis.root(sentence) else { return false };
    let word = |token: usize| analysis.word(document, token).to_lowercase();
    let own_text = |token: usize| {
        TEXTS.contains(&analysis.lemma(token))
            && analysis.upos(token) == Upos::Noun
            && analysis.children(token).any(|child| {
                child < token && matches!(word(child).as_str(), "this" | "present" | "our")
            })
    };
    let subject = analysis.subject(root);
    let we = subject.is_some_and(|subject| matches!(word(subject).as_str(), "we" | "i"));
    let led = analysis.children(root).any(|child| child < root && own_text(child));
    let present = matches!(analysis.xpos(root), "VBZ" | "VBP" | "VB");
    present && AIMS.contains(&analysis.lemma(root)) && (subject.is_some_and(own_text) || we && led)
}

/// The words of a title that says what the text is or, as is known of `answered`, who answers; without the date behind it.
fn headline(
    document: &Document,
    analysis: &Analysis,
    title: TextRange,
    answered: bool,
) -> Option<TextRange> {
    let word = |token: usize| analysis.word(document, token);
    let tokens = analysis.tokens_in(title);
    let dated = tokens.clone().rev().take(7).find(|&token| {
        lexicon().senses(word(token)).any(Senses::WEEKDAY) && word(token).ends_with("day")
    });
    let end = match dated {
        Some(weekday) if (weekday..tokens.end).any(|at| analysis.upos(at) == Upos::Num) => weekday,
        _ => tokens.end,
    };
    let words: Vec<usize> =
        (tokens.start..end).filter(|&token| analysis.upos(token) != Upos::Punct).collect();
    let tells = words.iter().any(|&token| {
        OCCASIONS.contains(&analysis.lemma(token).to_lowercase().as_str())
            || word(token).to_lowercase().starts_with("interview")
    });
    let shouted = words.iter().all(|&token| !word(token).contains(char::is_lowercase));
    let ties = |token: &usize| matches!(word(*token), "," | ";" | ":" | "-" | "–" | "—" | "|");
    let last = (tokens.start..end).rev().find(|token| !ties(token))?;
    (words.len() >= SHORTEST_HEADLINE && (tells || answered) && !shouted)
        .then(|| analysis.range(tokens.start).cover(analysis.range(last)))
}
