//! What kind of text an article is, told from the text itself: who speaks in it, and how.
//!
//! Decides whether the author's own judgements are worth listing. Which sentences are judgements is for
//! `positions::author` to say.

use super::judgement;
use crate::document::{BlockKind, Document};
use crate::language::{Analysis, Upos};
use crate::text::TextRange;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// Tells what happened and what others say.
    #[default]
    Report,
    /// Weighs what it means.
    Analysis,
    /// Argues a view of the author's own.
    Commentary,
    /// Questions and answers.
    Interview,
    /// One speaker to an audience.
    Speech,
}

impl Genre {
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Analysis => "analysis",
            Self::Commentary => "commentary",
            Self::Interview => "interview",
            Self::Speech => "speech",
        }
    }

    /// Whether the author speaks for himself in it.
    pub fn is_opinion(self) -> bool {
        matches!(self, Self::Analysis | Self::Commentary | Self::Speech)
    }
}

/// Notices that publishers put under opinion pieces.
const NOTICES: &[&str] = &[
    "views expressed",
    "opinions expressed",
    "views are those of",
    "opinion column",
    "op-ed",
    "opinion piece",
    "the writer is a",
    "is a columnist",
    "syndicated columnist",
    "the author is a",
];

/// News agencies as datelines and bylines name them: `OSLO (AP) —`.
const AGENCIES: &[&str] = &[
    "AAP",
    "AFP",
    "Agence France-Presse",
    "ANI",
    "ANSA",
    "AP",
    "Associated Press",
    "Canadian Press",
    "DPA",
    "dpa",
    "EFE",
    "IANS",
    "Interfax",
    "Kyodo",
    "PTI",
    "Press Association",
    "Press Trust of India",
    "Reuter",
    "Reuters",
    "TASS",
    "UPI",
    "United Press International",
    "Xinhua",
    "Yonhap",
];

/// How an agency marks what is no report.
const MARKS: &[&str] = &["analysis", "column", "commentary", "opinion", "review"];

/// Words that open a speech.
const GREETINGS: &[&str] = &[
    "ladies and gentlemen",
    "my fellow",
    "thank you very much",
    "excellencies",
    "dear friends",
    "distinguished",
    "good morning",
    "good afternoon",
    "good evening",
    "mr. president,",
    "madam speaker",
    "mr. speaker",
    "it is an honor",
    "it is an honour",
    "honorable",
    "honourable",
    "thank you, ",
    "this hall",
    "this assembly",
    "this chamber",
    "gathered here",
];

/// What is given before listeners or to the press.
const SPEECHES: &[&str] =
    &["address", "keynote", "remark", "sermon", "speech", "statement", "testimony"];

/// In blocks and in words: how far from the start a text says that somebody’s words follow, and how long it takes.
const ANNOUNCING: usize = 4;
const LONGEST_ANNOUNCEMENT: usize = 40;

/// Modal verbs that weigh or demand.
const MODALS: &[&str] =
    &["may", "might", "could", "should", "must", "ought", "would", "will", "need"];

/// Words that open a sentence as talk or argument does.
const TURNS: &[&str] =
    &["and", "but", "indeed", "instead", "now", "or", "perhaps", "so", "still", "then", "yet"];

/// What speaks for a view of the author's own, in the order of `features`: a logistic regression over some hundred
/// articles whose genre was told by hand. That of reporting is a reader's judgement.
const WEIGHTS: [f32; 9] = [5.4, 0.55, -3.5, 65.0, 6.0, 0.55, 3.5, 0.25, 1.3];

const BIAS: f32 = -7.4;

/// How much more, by the number of its sentences, must speak for opinion in a short text.
const SHORTNESS: f32 = 25.0;

/// What a text is like, its quotations left out of all but the last two.
#[derive(Default)]
struct Measures {
    sentences: f32,
    /// For each hundred words.
    first_person: f32,
    second_person: f32,
    adverbs: f32,
    negations: f32,
    judgements: f32,
    /// For each sentence.
    modals: f32,
    questions: f32,
    turns: f32,
    /// Verbs in the present, as a share of those with tense.
    present: f32,
    /// Sentences with a verb of saying or a quotation, as a share.
    reporting: f32,
    /// Words in quotation marks, as a share.
    quoted: f32,
}

impl Measures {
    /// What tells opinion from report. Whatever is rare is capped, so that a single oddity decides nothing.
    fn features(&self) -> [f32; 9] {
        [
            self.modals.min(0.5),
            self.present,
            self.reporting,
            self.questions.min(0.05),
            self.turns.min(0.15),
            self.adverbs.min(7.0),
            self.negations.min(1.5),
            self.first_person.min(2.0),
            self.judgements.min(3.0),
        ]
    }
}

pub fn of(document: &Document, analysis: &Analysis) -> Genre {
    let measures = measure(document, analysis);
    let text = document.text().to_lowercase();
    let asked = asked(document, analysis);
    if asked == Asked::Somebody {
        return Genre::Interview;
    }
    // Nobody says often what a text is about that weighs it.
    let opinion = || if measures.reporting > 0.45 { Genre::Analysis } else { Genre::Commentary };
    if NOTICES.iter().any(|notice| text.contains(notice)) {
        return opinion();
    }
    if measures.quoted < 0.1 && measures.first_person > 1.0 && is_announced(document) {
        return Genre::Speech;
    }
    // What it asks, it asks for its reader: it argues nothing. Agencies sell reports.
    if is_of_agency(document) || measures.first_person < 0.3 && is_of_reporter(document) {
        return Genre::Report;
    }
    if asked == Asked::Reader {
        return Genre::Report;
    }
    let greeted = greets(&text);
    if measures.quoted < 0.1
        && (measures.first_person > 3.0 || (greeted && measures.first_person > 1.5))
        && (greeted || measures.second_person > 0.5)
    {
        return Genre::Speech;
    }
    if measures.sentences < 5.0 {
        return Genre::Report;
    }
    let sum: f32 =
        measures.features().iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    // A few sentences tell little: of 280 news reports of some eight sentences each the sum alone took 47 for opinion, with this
    // 8. Of the 60 texts that it takes out from among 806 longer ones, three are opinion.
    // Who says "I" or "our" of himself reports least of all.
    let least = SHORTNESS / measures.sentences * (1.0 - measures.first_person.min(1.0));
    if BIAS + sum > least { opinion() } else { Genre::Report }
}

/// Whether a line over the text says that somebody’s words follow: `Statement by Ana Ruiz`, `The following is the text of
/// an address`.
fn is_announced(document: &Document) -> bool {
    let mut lines = document
        .blocks()
        .iter()
        .take(ANNOUNCING)
        .map(|block| block.range.slice(document.text()))
        .filter(|line| line.split_whitespace().count() <= LONGEST_ANNOUNCEMENT)
        .map(str::to_lowercase);
    lines.any(|line| calls_speech(&line) || announces(&line))
}

/// Whether a line, in small letters, starts by calling what follows a speech of somebody: `Remarks by Mayor Ruiz`.
fn calls_speech(line: &str) -> bool {
    let line = line.trim_start_matches("full text: ").trim_start_matches("text: ");
    let line = ["full text of ", "text of ", "transcript of "]
        .iter()
        .find_map(|text| line.strip_prefix(text))
        .map_or(line, |rest| rest.trim_start_matches("the ").trim_start_matches("a "));
    SPEECHES.iter().any(|speech| {
        line.strip_prefix(speech).is_some_and(|rest| {
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            [" by ", " of ", " from "].iter().any(|by| rest.starts_with(by))
        })
    }) && !line.ends_with(['.', '?'])
}

/// Whether a sentence, in small letters, leads to somebody’s words: `The following is the text of a statement by Ana Ruiz`.
pub(super) fn announces(sentence: &str) -> bool {
    let follows = [
        "following is the",
        "following are the",
        "following is a",
        "the following",
        "below is the",
        "below are the",
        "here is the full",
        "here is the text",
        "is the full text of",
        "is the text of",
    ];
    SPEECHES.iter().any(|speech| sentence.contains(speech))
        && follows.iter().any(|follows| sentence.contains(follows))
}

/// Whether an agency has sent the text, and does not call it an opinion.
fn is_of_agency(document: &Document) -> bool {
    let title = document.meta.title.as_deref().unwrap_or_default().to_lowercase();
    let byline = document.meta.byline.as_deref().unwrap_or_default();
    let signed = |agency: &&str| {
        byline.split([',', '/', '|']).map(str::trim).any(|part| part == *agency)
            || byline.ends_with(&format!(" {agency}"))
    };
    let dated = |agency: &&str| {
        let mark = format!("({agency})");
        let paragraphs =
            document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph);
        let mut first = paragraphs.take(3).map(|block| block.range.slice(document.text()));
        first.any(|words| {
            words.split_once(&mark).is_some_and(|(place, _)| place.chars().count() < 40)
        })
    };
    AGENCIES.iter().any(|agency| signed(agency) || dated(agency))
        && !MARKS.iter().any(|mark| title.contains(mark))
}

/// Whether a line over the text says that a correspondent or a reporter wrote it, and its title does not call it an opinion.
fn is_of_reporter(document: &Document) -> bool {
    /// In blocks and in words.
    const OPENING: usize = 5;
    const LINE: usize = 10;
    let title = document.meta.title.as_deref().unwrap_or_default().to_lowercase();
    let reports = |line: &str| {
        let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
        let offices = ["correspondent", "reporter", "correspondents", "reporters"];
        words.len() <= LINE
            && words.iter().any(|word| offices.contains(&word.trim_end_matches([',', '.', ':'])))
    };
    let mut lines = document
        .blocks()
        .iter()
        .filter(|block| block.kind != BlockKind::Title)
        .take(OPENING)
        .flat_map(|block| block.range.slice(document.text()).lines());
    lines.any(reports) && !MARKS.iter().any(|mark| title.contains(mark))
}

fn measure(document: &Document, analysis: &Analysis) -> Measures {
    let outside = outside_quotations(analysis);
    let mut count = Count::default();
    for (token, &outside) in outside.iter().enumerate() {
        count.add(document, analysis, token, outside);
    }
    let share = |count: usize, of: usize| count as f32 / of.max(1) as f32;
    let of_hundred = |part: usize| 100.0 * share(part, count.words - count.quoted);
    let reporting = analysis
        .sentences
        .iter()
        .filter(|sentence| {
            sentence.tokens.clone().any(|token| {
                !outside[token]
                    || (analysis.upos(token) == Upos::Verb && is_reporting(analysis.lemma(token)))
                    || analysis.word(document, token).eq_ignore_ascii_case("according")
            })
        })
        .count();
    let turns = analysis.sentences.iter().filter(|sentence| {
        let first = sentence.tokens.clone().find(|&token| analysis.upos(token) != Upos::Punct);
        first.is_some_and(|first| {
            outside[first]
                && TURNS.contains(&analysis.word(document, first).to_lowercase().as_str())
        })
    });
    let turns = turns.count();
    let sentences = analysis.sentences.len();
    Measures {
        sentences: sentences as f32,
        first_person: of_hundred(count.first),
        second_person: of_hundred(count.second),
        adverbs: of_hundred(count.adverbs),
        negations: of_hundred(count.negations),
        judgements: of_hundred(count.judgements),
        modals: share(count.modals, sentences),
        questions: share(count.questions, sentences),
        turns: share(turns, sentences),
        present: share(count.present, count.present + count.past),
        reporting: share(reporting, sentences),
        quoted: share(count.quoted, count.words),
    }
}

/// How often what occurs; all but `words` and `quoted` outside of quotations.
#[derive(Default)]
struct Count {
    words: usize,
    quoted: usize,
    first: usize,
    second: usize,
    modals: usize,
    adverbs: usize,
    negations: usize,
    judgements: usize,
    questions: usize,
    present: usize,
    past: usize,
}

impl Count {
    fn add(&mut self, document: &Document, analysis: &Analysis, token: usize, outside: bool) {
        let own = analysis.word(document, token);
        if matches!(analysis.upos(token), Upos::Punct | Upos::Sym) {
            let asked = outside && own == "?" && is_running(document, analysis.range(token));
            self.questions += usize::from(asked);
            return;
        }
        self.words += 1;
        if !outside {
            self.quoted += 1;
            return;
        }
        let word = own.to_lowercase().replace('’', "'");
        match word.as_str() {
            "i" | "my" | "me" | "myself" | "we" | "our" | "ours" => self.first += 1,
            // Not the country.
            "us" if own != "US" => self.first += 1,
            "you" | "your" => self.second += 1,
            "not" | "n't" | "never" | "no" => self.negations += 1,
            _ => {}
        }
        match analysis.xpos(token) {
            "VBD" => self.past += 1,
            "VBZ" | "VBP" => self.present += 1,
            _ => {}
        }
        self.modals +=
            usize::from(analysis.upos(token) == Upos::Aux && MODALS.contains(&word.as_str()));
        self.adverbs += usize::from(analysis.upos(token) == Upos::Adv);
        let judges = judgement::is_any(analysis.upos(token), &word, analysis.lemma(token));
        self.judgements += usize::from(judges);
    }
}

/// Whether a text, in small letters, has words for those who listen: `good evening, ladies and gentlemen`.
pub(super) fn greets(text: &str) -> bool {
    GREETINGS.iter().any(|greeting| text.contains(greeting))
}

/// Whether a place stands in running text: headings ask where the text does not.
fn is_running(document: &Document, range: TextRange) -> bool {
    let block = document.block_of(range.start());
    block.is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote))
}

fn is_reporting(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "add"
            | "note"
            | "announce"
            | "report"
            | "claim"
            | "explain"
            | "argue"
            | "write"
            | "tweet"
    )
}

fn outside_quotations(analysis: &Analysis) -> Vec<bool> {
    let mut outside = vec![true; analysis.tokens.len()];
    for quotation in &analysis.quotations {
        outside[analysis.tokens_in(quotation.range)].fill(false);
    }
    outside
}

/// Whose questions a text is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nobody,
    /// They are put to somebody who answers of himself.
    Somebody,
    /// The text asks and answers them: an explainer.
    Reader,
}

/// Whether blocks take turns under labels: `Q:`, `SMITH:`; or questions of one paragraph are answered in the next.
fn asked(document: &Document, analysis: &Analysis) -> Asked {
    let paragraphs: Vec<TextRange> = document
        .blocks()
        .iter()
        .filter(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)
        })
        .map(|block| block.range)
        .collect();
    if (0..document.blocks().len()).any(|block| document.turn_of(block).is_some()) {
        return Asked::Somebody;
    }
    let asks = |range: &TextRange| {
        let block = document.block_at(range.start());
        range.len() < 400 && block.is_some_and(|block| document.asks(block))
    };
    let asked = paragraphs.iter().filter(|range| asks(range)).count();
    // Who explains asks and answers too, but does not speak of himself.
    let answered = || {
        let outside = outside_quotations(analysis);
        let own = |range: &TextRange| {
            let block = document.block_at(range.start());
            // Some papers print answers in marks.
            let quotation = block.is_some_and(|block| {
                document.is_quotation(block)
                    && block.checked_sub(1).is_some_and(|before| document.asks(before))
            });
            let mut words = analysis.tokens_in(*range).filter(|&token| outside[token] || quotation);
            words.any(|token| OWN.contains(&analysis.word(document, token)))
        };
        paragraphs.iter().filter(|range| !asks(range) && own(range)).count() >= 2
    };
    // "An interview with Ana Ruiz" needs few questions.
    let title = paragraphs.first().map_or("", |range| range.slice(document.text()));
    let titled = document
        .blocks()
        .iter()
        .find(|block| block.kind == BlockKind::Title)
        .map_or(title, |block| block.range.slice(document.text()));
    let called = titled.split_whitespace().count() <= LONGEST_ANNOUNCEMENT
        && ["interview", "q&a"].iter().any(|word| titled.to_lowercase().contains(word));
    let (least, share) = if called { (2, 12) } else { (4, 4) };
    match asked >= least && asked * share >= paragraphs.len() {
        true if answered() => Asked::Somebody,
        true => Asked::Reader,
        false => Asked::Nobody,
    }
}

/// How somebody who is asked speaks of himself.
const OWN: &[&str] = &["I", "me", "my", "My", "we", "We", "our", "Our", "us", "myself"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::document;

    fn check(text: &str, expected: Genre) {
        let document = document(text);
        assert_eq!(of(&document, &crate::language::analyze(&document)), expected);
    }

    #[test]
    fn turns_under_labels_are_an_interview() {
        check("Q: Why now?\n\nA: It is time.\n\nQ: For what?\n\nA: For peace.", Genre::Interview);
    }

    #[test]
    fn who_answers_his_own_questions_explains() {
        let turns = "Who pays?\n\nThe firms do. They have a year.\n\n".repeat(4);
        check(&turns, Genre::Report);
    }

    #[test]
    fn a_statement_that_is_announced_is_a_speech() {
        let words = "We demand the release of the crew. Our ships were in the open sea. We have asked the council to meet, and we \
                     will not rest before our sailors are home. The claim is false. We know that it is.";
        check(
            &format!("The following is the text of a statement by Ana Ruiz, the mayor.\n\n{words}"),
            Genre::Speech,
        );
        check(&format!("Statement by Ana Ruiz on the ships\n\n{words}"), Genre::Speech);
    }

    #[test]
    fn answers_in_quotation_marks_are_an_interview() {
        let turns =
            "Will you sell the mill?\n\n“I will not sell it while I am mayor.”\n\n".repeat(4);
        check(&turns, Genre::Interview);
    }

    #[test]
    fn what_a_correspondent_writes_is_a_report() {
        let text = "The harbour toll could rise in May, and it would be the first rise in years. The town will need the money. But \
                    the firms may not pay it. Perhaps the council should wait, as the guild would like it to. It must not decide \
                    before June. A vote could still fail. So would the plan for a new pier, which would not be built before 2030. ";
        check(&format!("{text}\n\n{text}"), Genre::Commentary);
        check(&format!("Ana Lee Political correspondent\n\n{text}\n\n{text}"), Genre::Report);
    }

    #[test]
    fn a_notice_tells_an_opinion() {
        check(
            "The plan is bad. It must go.\n\nThe views expressed here are those of the author.",
            Genre::Commentary,
        );
    }

    #[test]
    fn a_text_that_argues_is_a_commentary_and_one_that_tells_is_a_report() {
        check(
            "The harbour toll is a bad idea. It never worked, and it probably never will. So why does the council cling \
             to it? Perhaps because nobody dares to say no. But a town that is not honest with itself is simply lost.\n\n\
             Now the mayor wants more. Indeed, she should want less. The poor cannot pay, and the rich do not care. Is \
             that really fair? It is not.",
            Genre::Commentary,
        );
        check(
            "The council met in the old hall on Monday. It raised the harbour toll by three crowns. Tom Hall, the \
             treasurer, said that the money was needed. Some forty people protested outside. The police closed the \
             street for two hours. The toll took effect on Tuesday. Ships from the US paid it first.",
            Genre::Report,
        );
    }

    #[test]
    fn an_agency_reports() {
        let argues = "The new toll may be a bad idea. It will surely hurt the town, and it could well close the port. The \
                      firms may leave. But they must not. The port will probably close. Perhaps it should. The mayor is \
                      simply wrong. Is that fair? It is not.";
        check(argues, Genre::Commentary);
        check(&format!("SELM (AP) — {argues}"), Genre::Report);
    }
}
