//! The writer: whoever signs a text in the first person says `I` in it, and is somebody of it; so is whoever a line under
//! a commentary tells us of. Named outside the article's own words, which is all that the names and chains know: over it
//! (`By Ana Ruiz`), or under it (`Ana Ruiz is a teacher in Selm.`; `Yours, Ana Ruiz`). Where another may be meant, nobody
//! is: whoever wrote down what somebody told, took the pictures, or signs the next letter.
//!
//! Only what the writer is and where `I` stands: what the writer holds is the author's voice, as ever.

use std::collections::BTreeSet;

use super::salience::View;
use super::{Actor, ActorKind, Evidence, Genre, Mention, MentionForm, Traits};
use crate::briefing::genre;
use crate::document::{Block, BlockKind, Document};
use crate::language::coref::{Chain, Form};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::{Analysis, NameKind, sentence, token};
use crate::text::{TextRange, one_line};

/// Seldom said, `I` is nobody's text: so often at least, and once in so many words.
const LEAST: usize = 3;
const WORDS_FOR_ONE: usize = 200;

/// The salience of who writes, but not of themselves: below those whom the text is about, above those named in passing.
const UNHEARD: f32 = 0.25;

/// The writer, where one person signs, of whom the text itself does not speak: of a text in the first person, in which
/// nobody whom it names says `I`, and of a commentary that tells who its writer is.
pub(super) fn find(
    document: &Document,
    analysis: &Analysis,
    view: &View<'_>,
    genre: Genre,
) -> Option<(Actor, Traits)> {
    // In a report and an interview `I` is whoever is asked, in marks that may be lost.
    if !genre.is_opinion() || is_told(document, analysis) {
        return None;
    }
    let mut chain = Chain { mentions: first_person(document, analysis), ..Chain::default() };
    let words = document.text().split_whitespace().count();
    let heard = chain.mentions.len() >= LEAST && chain.mentions.len() * WORDS_FOR_ONE >= words;
    if !heard {
        chain.mentions.clear();
    }
    let Signature { name: range, role, .. } = signature(document, analysis)
        // In a speech the speaker says `I`, and a line tells who passes it on. What is written to its reader reads like one
        // but for the greeting.
        .filter(|it| {
            it.closes || genre != Genre::Speech || !genre::greets(&document.text().to_lowercase())
        })
        .filter(|it| heard || genre == Genre::Commentary && it.role.is_some())
        .filter(|it| !is_named(document, analysis, it))?;
    let text = document.text();
    let name = one_line(range.slice(text));
    let short = name.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut mentions = vec![Mention { range, form: MentionForm::Name }];
    mentions.extend(chain.mentions.iter().map(|&idx| {
        let range = analysis.chains.mentions[idx].range;
        Mention { range, form: MentionForm::Pronoun }
    }));
    mentions.sort_by_key(|mention| mention.range);
    let actor = Actor {
        name,
        kind: ActorKind::Person,
        role: role.map(|range| one_line(range.slice(text))),
        aliases: Vec::new(),
        affiliations: Vec::new(),
        salience: if heard { view.of_writer(&chain) } else { UNHEARD },
        mentions,
        evidence: Evidence::new([range].into_iter().chain(role))?,
    };
    Some((actor, Traits { short, ..Traits::default() }))
}

/// `Transcript: what the mayor said`, `As told to Tom Hall`: the one who signs has only written it down.
fn is_told(document: &Document, analysis: &Analysis) -> bool {
    const OCCASIONS: &[&str] = &[
        "address",
        "eulogy",
        "homily",
        "lecture",
        "remark",
        "sermon",
        "speech",
        "statement",
        "testimony",
        "transcript",
    ];
    let words = document.text().to_lowercase();
    words.contains("as told to")
        || words.contains("as-told-to")
        || headings(document).any(|block| {
            let heading = block.range.slice(document.text()).to_lowercase();
            heading.contains("full text")
                || heading.contains("interview")
                || is_headed(analysis, block, OCCASIONS)
        })
}

fn headings(document: &Document) -> impl Iterator<Item = &Block> {
    let heading = |kind: BlockKind| matches!(kind, BlockKind::Title | BlockKind::Heading);
    document.blocks().iter().filter(move |block| heading(block.kind))
}

/// Whether a heading says by one of these nouns what the text is.
fn is_headed(analysis: &Analysis, block: &Block, nouns: &[&str]) -> bool {
    analysis.tokens_in(block.range).any(|token| {
        analysis.upos(token).is_nominal()
            && nouns.contains(&analysis.lemma(token).to_lowercase().as_str())
    })
}

/// `I` and `my` outside of quotations, where they are nobody's yet.
fn first_person(document: &Document, analysis: &Analysis) -> Vec<usize> {
    let chains = &analysis.chains;
    let known =
        chains.chains.iter().filter(|chain| chain.kind.is_some() || chain.defined.is_some());
    let taken: BTreeSet<usize> = known.flat_map(|chain| chain.mentions.iter().copied()).collect();
    let of_writer = |idx: &usize| {
        let mention = &chains.mentions[*idx];
        let word = mention.range.slice(document.text());
        mention.form == Form::Pronoun
            && matches!(word, "I" | "me" | "Me" | "my" | "My" | "mine" | "myself")
            && !taken.contains(idx)
            && !is_quoted(document, analysis, mention.range)
    };
    (0..chains.mentions.len()).filter(of_writer).collect()
}

fn is_quoted(document: &Document, analysis: &Analysis, range: TextRange) -> bool {
    let block = document.block_of(range.start());
    block.is_some_and(|block| block.kind == BlockKind::Quote) || analysis.is_quoted(range.start())
}

/// Where somebody signs, and what that says of whom.
#[derive(Clone, Copy)]
struct Signature {
    name: TextRange,
    role: Option<TextRange>,
    /// Whether it stands below `Yours,`.
    closes: bool,
}

/// The one signature, where no other place names somebody else.
fn signature(document: &Document, analysis: &Analysis) -> Option<Signature> {
    let text = document.text();
    let below = below(document);
    // `Tom Hall is away` tells of nobody who signs, but of somebody else.
    let signs = |it: &&Signature| it.role.is_some() || it.closes;
    let chosen = below.iter().find(signs).copied().or_else(|| over(document))?;
    let name = chosen.name.slice(text);
    let mail = Mail::of(document, analysis);
    let bylines = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    let lines = bylines.filter_map(|block| {
        let line = block.range.slice(text);
        line.strip_prefix("By ").or_else(|| line.strip_prefix("by "))
    });
    let over = document.meta.byline.as_deref().into_iter().chain(lines).flat_map(people);
    let under = below.iter().map(|it| it.name.slice(text));
    let alone = over.chain(under).chain(mail.signers.iter().copied()).all(|it| is_same(it, name));
    let signs = chosen.closes || mail.signers.iter().any(|it| is_same(it, name));
    // What is printed as a letter is in the words of whoever signs that.
    let sent = mail.salutations > 0 || mail.closes;
    (alone && mail.salutations < 2 && (signs || !sent)).then_some(chosen)
}

/// `By Ana Ruiz`, where the reader of the file has found one name. A name that no list knows must stand behind `By`.
fn over(document: &Document) -> Option<Signature> {
    let byline = document.meta.byline.as_deref().filter(|name| has_shape(name))?;
    let known = is_person(byline);
    let mut blocks = document.blocks().iter().filter(|block| block.kind == BlockKind::Byline);
    let name = blocks.find_map(|block| {
        let text = block.range.slice(document.text());
        let (before, after) = text.split_once(byline)?;
        // `Photographs by`, `Translated by`: of another's text.
        let credit = before.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let by = matches!(credit.as_str(), "by" | "written by");
        let shared = ["and ", "& ", "with "].iter().any(|it| after.trim_start().starts_with(it));
        let at = block.range.start() + before.len();
        let signs = known && credit.is_empty() || by && (known || !is_of_body(byline));
        (signs && !shared).then(|| TextRange::new(at, at + byline.len()))
    })?;
    Some(Signature { name, role: None, closes: false })
}

/// `Ana Ruiz is a teacher in Selm.`, or the name alone below `Yours sincerely,`: all such after the article's last words.
fn below(document: &Document) -> Vec<Signature> {
    let text = document.text();
    let blocks = document.blocks();
    let end =
        blocks.iter().rposition(|block| block.kind.is_prose()).map_or(blocks.len(), |at| at + 1);
    let mut signatures = Vec::new();
    for (idx, block) in blocks.iter().enumerate().skip(end) {
        if block.kind != BlockKind::Byline {
            continue;
        }
        let line = block.range.slice(text);
        let told = sentences(line).filter_map(|told| {
            let (name, rest) = told.split_once(" is ").filter(|(name, _)| is_person(name))?;
            let part = |part: &str| TextRange::of(part, text);
            Some(Signature { name: part(name)?, role: work(rest).and_then(part), closes: false })
        });
        signatures.extend(told);
        let closes = blocks[idx - 1].range.slice(text).trim_end().ends_with(',');
        if closes && is_person(line) {
            signatures.push(Signature { name: block.range, role: None, closes });
        }
    }
    signatures
}

/// The sentences of a line that is no prose, each without its full stop: that of `the U.S.` stays.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    let document = Document::of_paragraphs(line.to_owned());
    let tokens = token::tokenize(&document);
    let ranges: Vec<TextRange> = sentence::split(&document, &tokens)
        .into_iter()
        .map(|sentence| {
            let words = &tokens[sentence.tokens];
            let stop = words.last().filter(|last| last.range.slice(line) == ".");
            let end = stop.map_or(sentence.range.end(), |stop| stop.range.start());
            TextRange::new(sentence.range.start(), end)
        })
        .collect();
    ranges.into_iter().map(|range| range.slice(line))
}

/// What somebody is, in what stands behind `is`: `a teacher in Selm`, `editor of The Lantern`.
fn work(told: &str) -> Option<&str> {
    const MOST_BEFORE: usize = 4;
    let article = ["a ", "an ", "the "].into_iter().find(|article| told.starts_with(article));
    let work = told.get(article.map_or(0, str::len)..)?;
    let mut first = work.split([' ', '-']).take(MOST_BEFORE);
    let is_office = |word: &str| lexicon().word_senses(&word.to_lowercase()).any(Senses::ANY_TITLE);
    (article.is_some() || first.any(is_office)).then_some(work)
}

/// What shows that a text is a letter, prints one or is a column of them.
#[derive(Default)]
struct Mail<'a> {
    salutations: usize,
    /// Names alone on a line below the first words, perhaps with a place: `Ana Ruiz, Selm`.
    signers: Vec<&'a str>,
    /// Whether `Yours sincerely,` stands somewhere.
    closes: bool,
}

impl<'a> Mail<'a> {
    fn of(document: &'a Document, analysis: &Analysis) -> Self {
        const SHORTEST_TEXT: usize = 8;
        let headed = headings(document).any(|block| is_headed(analysis, block, &["letter"]));
        let mut mail = Mail { salutations: usize::from(headed), ..Mail::default() };
        let (mut greeted, mut begun) = (0, false);
        let read = |kind| !matches!(kind, BlockKind::Title | BlockKind::Caption);
        for block in document.blocks().iter().filter(|block| read(block.kind)) {
            for line in block.range.slice(document.text()).lines().map(str::trim) {
                greeted += usize::from(is_salutation(line));
                mail.closes |= is_closing(line);
                let name = line.trim_start_matches(['-', '–', '—', ' ']);
                let name = name.split(',').next().unwrap_or_default();
                if begun && block.kind != BlockKind::Boilerplate && is_line_of(line, name) {
                    mail.signers.push(name);
                }
                begun |= line.split_whitespace().nth(SHORTEST_TEXT).is_some();
            }
        }
        mail.salutations = mail.salutations.max(greeted);
        mail
    }
}

/// `Dear Mr. Hall,`, `To the Editor:`, `Sir —`.
fn is_salutation(line: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let end = line.find([',', ':', '!', '—', '–']).unwrap_or(line.len());
    let opening = line.get(..end).unwrap_or_default().trim().to_lowercase();
    let whole = ["to the editor", "to the editors", "editor", "sir", "madam", "sirs"];
    opening.split_whitespace().count() <= MOST_WORDS
        && (opening.starts_with("dear ")
            || opening.starts_with("to whom it may concern")
            || end < line.len() && whole.contains(&opening.as_str()))
}

/// `Yours sincerely,`, `With best wishes,`.
fn is_closing(line: &str) -> bool {
    const MOST_WORDS: usize = 4;
    const WORDS: &[&str] =
        &["yours", "sincerely", "faithfully", "respectfully", "cordially", "regards", "wishes"];
    let words = || line.trim_end_matches(',').split_whitespace();
    line.ends_with(',')
        && words().count() <= MOST_WORDS
        && words().any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// Whether a line is no more than a name and a place or an office.
fn is_line_of(line: &str, name: &str) -> bool {
    const MOST_WORDS: usize = 7;
    is_person(name) && line.split_whitespace().count() <= MOST_WORDS && !line.ends_with('.')
}

/// Those whom a byline may name: `Tom Hall and Eva Kern`.
fn people(byline: &str) -> impl Iterator<Item = &str> {
    let names = byline.split([',', '&', ';']).flat_map(|it| it.split(" and "));
    names
        .flat_map(|it| it.split(" with "))
        .map(str::trim)
        .filter(|name| has_shape(name) && (is_person(name) || !is_of_body(name)))
}

/// Whether two names may be one's: `Ana M. Ruiz`, `A. Ruiz`.
fn is_same(one: &str, other: &str) -> bool {
    last_word(one) == last_word(other) && one.chars().next() == other.chars().next()
}

fn last_word(name: &str) -> &str {
    let last = name.split_whitespace().next_back().unwrap_or(name);
    last.trim_end_matches("'s").trim_end_matches("’s")
}

/// Whether this may be one person's name: two to four words with capitals.
fn has_shape(name: &str) -> bool {
    let fits = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    (2..=4).contains(&name.split(' ').count())
        && name.split(' ').all(fits)
        && !lexicon().senses(name).any(Senses::ANY_ORGANIZATION)
}

/// Whether it is one, as its first or its last word tells.
fn is_person(name: &str) -> bool {
    let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
    let is = |word: Option<&str>, sense| word.is_some_and(|it| lexicon().senses(it).any(sense));
    has_shape(name) && (is(first, Senses::GIVEN) || is(last, Senses::SURNAME))
}

/// `News Desk`, `Staff Writer`.
fn is_of_body(name: &str) -> bool {
    const HEADS: &[Senses] =
        &[Senses::ORGANIZATION_HEAD, Senses::PLACE_HEAD, Senses::OTHER_HEAD, Senses::ANY_TITLE];
    let senses = |word: &str| lexicon().word_senses(&word.to_lowercase());
    name.split(' ').any(|word| HEADS.iter().any(|&head| senses(word).any(head)))
}

/// Whether the text speaks of somebody of that name, as `Ms. Ruiz` too: then `I` may be another.
fn is_named(document: &Document, analysis: &Analysis, signature: &Signature) -> bool {
    let name = signature.name.slice(document.text());
    analysis.names.iter().any(|known| {
        let words = known.range.slice(document.text());
        // City Hall is no Tom Hall, but one word may be taken for a place.
        (known.kind == NameKind::Person || words == name || !words.contains(char::is_whitespace))
            && last_word(words) == last_word(name)
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::names_of;
    use crate::document::BlockKind::{self, Boilerplate, Byline, Paragraph, Title};

    const TEXT: &str = "I think that the harbour levy is wrong, and I said so to my neighbours. We should not pay it. \
                        Norway, I believe, would never ask us to. My view has not changed.";
    const OTHERS: &str = "The harbour levy was raised on Monday. Norway did not ask for it.";

    /// The names of all actors of a text under a headline, signed by `byline`.
    fn names(blocks: &[(BlockKind, &str)], byline: Option<&str>) -> Vec<String> {
        let mut all = vec![(Title, "The levy is wrong")];
        all.extend_from_slice(blocks);
        names_of(&all, byline)
    }

    #[test]
    fn who_signs_a_text_in_the_first_person_is_somebody() {
        let over = [(Byline, "By Nadia Brandt"), (Paragraph, TEXT)];
        assert_eq!(names(&over, Some("Nadia Brandt"))[0], "Nadia Brandt");
        let unlisted = [(Byline, "By Zorvanik Ulmarg"), (Paragraph, TEXT)];
        assert_eq!(names(&unlisted, Some("Zorvanik Ulmarg"))[0], "Zorvanik Ulmarg");
        let under = [(Paragraph, TEXT), (Byline, "Nadia Brandt is a teacher in Selm.")];
        assert_eq!(names(&under, None)[0], "Nadia Brandt");
        let letter = [(Paragraph, TEXT), (Boilerplate, "Yours,"), (Byline, "Nadia Brandt")];
        assert_eq!(names(&letter, None)[0], "Nadia Brandt");
    }

    /// Expects that nobody who signs is somebody of the text.
    #[track_caller]
    fn check_nobody(blocks: &[(BlockKind, &str)], byline: Option<&str>) {
        let names = names(blocks, byline);
        let signs = |name: &&String| name.ends_with("Brandt") || name.ends_with("Hall");
        assert_eq!(names.iter().find(signs), None, "{names:?}");
    }

    #[test]
    fn of_two_who_sign_nobody_is_the_writer() {
        let photographer = (Byline, "Nadia Brandt is a photographer in Selm.");
        let over = (Byline, "By Tom Hall");
        check_nobody(&[over, (Paragraph, TEXT), photographer], Some("Tom Hall"));
        check_nobody(&[over, (Paragraph, TEXT), photographer], None);
        let two = (Byline, "By Tom Hall and Eva Kern");
        check_nobody(&[two, (Paragraph, TEXT), photographer], Some("Tom Hall and Eva Kern"));
        check_nobody(&[two, (Paragraph, TEXT)], Some("Tom Hall"));
        let other = (Byline, "Tom Hall is a teacher in Oxmoor.");
        check_nobody(&[(Paragraph, TEXT), photographer, other], None);
        let both = "Nadia Brandt is a sailor. Tom Hall is a teacher in Oxmoor.";
        check_nobody(&[(Paragraph, TEXT), (Byline, both)], None);
        let away = (Byline, "Tom Hall is away.");
        check_nobody(&[(Paragraph, TEXT), photographer, away], None);
    }

    #[test]
    fn two_lines_of_one_writer_agree() {
        let over = (Byline, "By N. Brandt");
        let under = (Byline, "Nadia Brandt is a teacher in Selm.");
        let names = names(&[over, (Paragraph, TEXT), under], Some("N. Brandt"));
        assert_eq!(names[0], "Nadia Brandt");
    }

    #[test]
    fn who_signs_the_last_of_many_letters_wrote_not_all() {
        let to = (Paragraph, "To the Editor:");
        let yours = (Boilerplate, "Yours,");
        let signer = (Byline, "Nadia Brandt");
        check_nobody(&[to, (Paragraph, TEXT), to, (Paragraph, TEXT), yours, signer], None);
        let first = (Paragraph, "Tom Hall, Oxmoor");
        let two = names(&[(Paragraph, TEXT), first, (Paragraph, TEXT), yours, signer], None);
        assert!(!two.contains(&"Nadia Brandt".to_owned()), "{two:?}");
        let one = names(&[to, (Paragraph, TEXT), yours, signer], None);
        assert_eq!(one[0], "Nadia Brandt");
    }

    #[test]
    fn who_prints_a_letter_has_not_written_it() {
        let over = (Byline, "By Tom Hall");
        let signed = [over, (Paragraph, TEXT), (Boilerplate, "Yours,"), (Byline, "Nadia Brandt")];
        check_nobody(&signed, Some("Tom Hall"));
        let inside =
            [over, (Paragraph, TEXT), (Paragraph, "Yours,"), (Paragraph, "A weary neighbour")];
        check_nobody(&inside, Some("Tom Hall"));
        check_nobody(&[over, (Paragraph, "Dear Tom,"), (Paragraph, TEXT)], Some("Tom Hall"));
    }

    #[test]
    fn who_writes_down_what_another_tells_is_nobody() {
        let over = (Byline, "By Tom Hall");
        check_nobody(&[(Byline, "As told to Tom Hall"), (Paragraph, TEXT)], Some("Tom Hall"));
        check_nobody(
            &[over, (Paragraph, TEXT), (Boilerplate, "As told to Tom Hall.")],
            Some("Tom Hall"),
        );
        check_nobody(&[(Byline, "Translated by Tom Hall"), (Paragraph, TEXT)], Some("Tom Hall"));
        for title in [
            "The Governor's Inaugural Address",
            "Testimony of the harbour master",
            "A Sermon for the Harbour",
            "Full text of what the governor said",
        ] {
            let blocks = [(Title, title), over, (Paragraph, TEXT)];
            let names = names_of(&blocks, Some("Tom Hall"));
            assert!(!names.contains(&"Tom Hall".to_owned()), "{title}: {names:?}");
        }
    }

    #[test]
    fn whom_the_text_names_is_not_told_twice() {
        let text = format!("{TEXT} Ms. Brandt paid it on Monday.");
        let blocks = [(Byline, "By Nadia Brandt"), (Paragraph, text.as_str())];
        let names = names(&blocks, Some("Nadia Brandt"));
        assert!(!names.contains(&"Nadia Brandt".to_owned()), "{names:?}");
    }

    #[test]
    fn a_role_ends_where_its_sentence_does() {
        let check = |line: &str, role: &str| {
            let found: Vec<&str> = super::sentences(line)
                .take(1)
                .filter_map(|told| super::work(told.split_once(" is ")?.1))
                .collect();
            assert_eq!(found, [role]);
        };
        check(
            "Nadia Brandt is a former U.S. ambassador to Norway. She has a boat.",
            "former U.S. ambassador to Norway",
        );
        check("Nadia Brandt is a teacher at St. Olaf. She has a boat.", "teacher at St. Olaf");
        check("Nadia Brandt is a sailor who left the U.S.", "sailor who left the U.S.");
    }

    #[test]
    fn a_line_under_a_commentary_tells_who_wrote_it() {
        let view = "The harbour levy is wrong, and nobody should pay it. It must go. Surely Norway would never ask for \
                    such a foolish thing. We ought to be ashamed of it.";
        let told = (Byline, "Nadia Brandt is editor of The Lantern. She has a boat.");
        assert!(names(&[(Paragraph, view), told], None).contains(&"Nadia Brandt".to_owned()));
        assert!(!names(&[(Paragraph, OTHERS), told], None).contains(&"Nadia Brandt".to_owned()));
    }

    #[test]
    fn who_only_writes_of_others_is_nobody() {
        let report = [(Byline, "By Nadia Brandt"), (Paragraph, OTHERS)];
        assert!(!names(&report, Some("Nadia Brandt")).contains(&"Nadia Brandt".to_owned()));
        let desk = [(Byline, "By News Desk"), (Paragraph, TEXT)];
        assert!(!names(&desk, Some("News Desk")).contains(&"News Desk".to_owned()));
    }
}
