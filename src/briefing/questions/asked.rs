//! Questions that the article itself asks, in its own voice or in somebody's mouth.

use super::Reason;
use crate::briefing::Basis;
use crate::briefing::phrase::{Mood, Writer, is_question_word};
use crate::document::{BlockKind, Document};
use crate::language::{Deprel, Upos};

/// Fewer words ask for something that was said before: "Why?", "And then?"
const MIN_WORDS: usize = 4;
const MAX_WORDS: usize = 34;

/// Pronouns that a name may stand in for.
const THIRD: &[&str] = &["he", "him", "his", "she", "her", "they", "them", "their", "it", "its"];

/// How many words may lead up to a question, before its comma.
const MOST_BEFORE: usize = 10;

pub(super) fn find(writer: &Writer<'_>, document: &Document) -> Vec<Reason> {
    let analysis = writer.tree.analysis;
    analysis
        .sentences
        .iter()
        .enumerate()
        .flat_map(|(idx, sentence)| {
            let marks: Vec<usize> =
                sentence.tokens.clone().filter(|&token| writer.tree.word(token) == "?").collect();
            let title = document
                .blocks()
                .get(sentence.block)
                .is_some_and(|block| block.kind == BlockKind::Title);
            let answered = answered(writer, idx);
            marks.into_iter().filter_map(move |mark| {
                let first = start(writer, sentence.tokens.start, mark);
                if let Some(reason) = thought(writer, first, mark) {
                    return Some(Reason { evidence: sentence.range, ..reason });
                }
                let tokens: Vec<usize> = (first..mark).collect();
                // "Where were we attacked?", "What happens then?": of what is asked another line tells.
                let named = tokens.iter().any(|&at| {
                    matches!(writer.tree.upos(at), Upos::Noun | Upos::Propn)
                        || writer.tree.is_word(at, THIRD)
                });
                if !named || !is_whole(writer, &tokens) || is_rhetorical(writer, &tokens) {
                    return None;
                }
                let past = tokens
                    .iter()
                    .take(4)
                    .any(|&token| writer.tree.is_word(token, &["did", "was", "were", "had"]));
                let openness = match () {
                    () if title => 0.95,
                    () if answered => 0.45,
                    // An article that asks and answers puts each question on a line of its own.
                    () if alone(writer, idx) && past => 0.3,
                    () if alone(writer, idx) => 0.75,
                    () => 0.9,
                };
                let text = writer.question_as_asked(&tokens)?;
                // A mark whose fellow stands in another sentence.
                let text = text.trim_start_matches(['\'', '’', '‘']).to_owned();
                let n_words = text.split_whitespace().count();
                let token = analysis.head_of(first..mark)?;
                (MIN_WORDS..=MAX_WORDS).contains(&n_words).then_some(Reason {
                    text,
                    basis: Basis::Asked,
                    openness,
                    evidence: sentence.range,
                    token,
                    rule: "asked",
                })
            })
        })
        .collect()
}

/// Whether it asks by itself: a question word or an auxiliary at the start, and a finite verb.
fn is_whole(writer: &Writer<'_>, tokens: &[usize]) -> bool {
    let tree = &writer.tree;
    let finite =
        tokens.iter().any(|&token| matches!(tree.xpos(token), "VBD" | "VBZ" | "VBP" | "MD"));
    let first = tokens.first().is_some_and(|&first| {
        (matches!(tree.xpos(first), "VBD" | "VBZ" | "VBP" | "MD") && tree.upos(first) == Upos::Aux
            // "Have the dukes made it safer?", read as an order.
            || tree.is_word(first, &["have"]) && tree.xpos(first + 1) == "DT" && tree.word(first + 1) != "a")
            // "Must have been hard?" has lost its subject.
            && !matches!(tree.upos(first + 1), Upos::Aux | Upos::Verb)
    });
    // "In May, did the guild know?", "As mayor, how do you pay?": behind what leads up to it.
    let led = tokens.iter().position(|&token| tree.word(token) == ",").is_some_and(|comma| {
        let leads = tokens.first().is_some_and(|&first| {
            matches!(tree.upos(first), Upos::Adp | Upos::Sconj | Upos::Adv)
                || tree.is_word(first, &["once", "given"])
        });
        let aux = |at: usize| {
            tree.upos(at) == Upos::Aux && matches!(tree.xpos(at), "VBD" | "VBZ" | "VBP" | "MD")
        };
        // "In the treaty, which he signed" does not ask.
        let asks = |at: usize| {
            is_question_word(tree, at) && (tree.is_word(at, &["what", "how", "why"]) || aux(at + 1))
        };
        let next = tokens.get(comma + 1).copied();
        leads && comma <= MOST_BEFORE && next.is_some_and(|next| asks(next) || aux(next))
    });
    // "Somebody who wins?" asks after nobody.
    let word = led
        || tokens.iter().take(4).position(|&token| is_question_word(tree, token)).is_some_and(
            |at| {
                tokens[..at].iter().all(|&before| {
                    !matches!(tree.upos(before), Upos::Noun | Upos::Pron | Upos::Verb)
                        || tree.head(before) == Some(tokens[at])
                }) || tree.upos(tokens[at] + 1) == Upos::Aux
            },
        );
    // "Why not a levy on boats?" has no verb and asks all the same.
    word && (finite
        || tokens.first().is_some_and(|&first| tree.is_word(first, &["why", "how", "what"])))
        || first && finite
}

/// "Do you think the harbour will close?" asks whether it will.
fn thought(writer: &Writer<'_>, first: usize, mark: usize) -> Option<Reason> {
    let tree = &writer.tree;
    let asks = tree.is_word(first, &["do", "don't"])
        && (first + 1..first + 4).any(|you| tree.is_word(you, &["you"]))
        && tree.word(mark) == "?";
    let think = (first + 2..mark.min(first + 5))
        .find(|&at| matches!(tree.lemma(at), "think" | "believe" | "see" | "expect" | "feel"))?;
    let clause = tree
        .children(think)
        .find(|&clause| {
            clause > think
                && matches!(tree.deprel(clause), Deprel::Ccomp | Deprel::Xcomp | Deprel::Parataxis)
        })
        .filter(|_| asks)?;
    // "Do you think that is so?": what was said before.
    let text = writer.yes_no(clause, Mood::Reported, false)?;
    (text.split_whitespace().count() > MIN_WORDS).then_some(Reason {
        text,
        basis: Basis::Asked,
        openness: 0.8,
        evidence: tree.analysis.range(clause),
        token: clause,
        rule: "asked",
    })
}

/// Whether it asks nobody: "Remember when she won?", "Doesn't he know?", "Do we really need it?", "Who does he think
/// he is?"
fn is_rhetorical(writer: &Writer<'_>, tokens: &[usize]) -> bool {
    let tree = &writer.tree;
    let &[first, second, ..] = tokens else { return true };
    let not = |token: usize| tree.is_word(token, &["n't", "n’t", "not"]);
    // "Does he not understand that?", "Who would n't like to see it?"
    let negated = !tree.is_word(first, &["why"])
        && (not(second)
            || tokens.get(2).is_some_and(|&third| {
                not(third)
                    && (tree.upos(second) == Upos::Pron
                        || tree.is_word(first, &["who"]) && tree.upos(second) == Upos::Aux)
            }));
    let really = tree.is_word(second, &["we", "you"])
        && tokens.get(2).is_some_and(|&third| tree.is_word(third, &["really", "either", "want"]));
    // "It flows off the lips, does n't it?", "Who is he trying to kid?", "What about the farmers?"
    let tag = tokens.iter().rev().take(3).any(|&token| tree.word(token) == ",")
        && tokens.last().is_some_and(|&last| tree.upos(last) == Upos::Pron);
    // "Who cares about the news?", "Who wants to live at home?", "Is he really so dull?", "How the hell do we cope?", "What
    // ever happened to it?", "What do people do?"
    // "Why should they pay?", "Why do we need it?": one thinks not.
    let why = tree.is_word(first, &["why"])
        && (tree.is_word(second, &["should", "bother"])
            || tokens.get(2).is_some_and(|&third| {
                tree.is_word(second, &["do"]) && tree.is_word(third, &["i", "we", "you"])
            }));
    // "How do we win?", asked by somebody among others: who "we" are is not told.
    let among = tree.quotations_over(first).next().is_some()
        && tokens.iter().any(|&token| {
            matches!(tree.deprel(token), Deprel::Nsubj | Deprel::NsubjPass)
                && tree.is_word(token, &["i", "we", "you"])
                || tree.is_word(token, &["my", "our", "us"])
        });
    let nobody = why
        || among
        || tree.is_word(first, &["who"]) && matches!(tree.lemma(second), "care" | "want")
        || tokens.iter().any(|&word| tree.is_word(word, &["hell", "heck", "ever"]))
        || tokens.last().is_some_and(|&last| tree.is_word(last, &["do"]))
            && tokens.iter().any(|&word| tree.is_word(word, &["people", "you", "we", "one"]));
    let idiom = nobody
        || tokens.last().is_some_and(|&last| tree.is_word(last, &["kid", "learn"]))
        || tree.is_word(second, &["about", "difference"])
        // "What's going on here?"
        || tokens.len() < 7
            && tokens.last().is_some_and(|&last| tree.is_word(last, &["here", "there"]));
    negated || really || tag || idiom || tree.is_word(first, &["remember", "guess", "imagine"])
}

/// Where the question that ends at `mark` begins: behind a quotation mark, a colon, a dash or a conjunction.
fn start(writer: &Writer<'_>, sentence: usize, mark: usize) -> usize {
    let tree = &writer.tree;
    let opens =
        |at: usize| matches!(tree.word(at), ":" | "—" | "–" | "--" | "?" | "!" | "…" | "...");
    let stop = (sentence..mark).rev().find(|&at| opens(at)).map_or(sentence, |at| at + 1);
    // The innermost quotation that holds the mark.
    let place = tree.analysis.range(mark);
    let quotation =
        tree.analysis.quotations.iter().rfind(|quotation| quotation.range.contains_range(place));
    let inside = quotation
        .and_then(|quotation| tree.analysis.token_at(quotation.range.start()))
        .map_or(sentence, |at| at + 1);
    let mut first = stop.max(inside).max(sentence);
    while first < mark
        && (tree.deprel(first) == Deprel::Cc
            || tree.upos(first) == Upos::Intj
            || matches!(tree.word(first), ",")
            || tree.is_word(
                first,
                &["well", "so", "now", "then", "first", "second", "third", "finally"],
            ) && tree.word(first + 1) == ","
            || tree.is_word(first, &["so"])
                && (is_question_word(tree, first + 1) || tree.upos(first + 1) == Upos::Aux))
    {
        first += 1;
    }
    first
}

/// Whether the sentence is a paragraph of its own.
fn alone(writer: &Writer<'_>, sentence: usize) -> bool {
    let sentences = &writer.tree.analysis.sentences;
    let block =
        |idx: Option<usize>| idx.and_then(|idx| sentences.get(idx)).map(|sentence| sentence.block);
    let own = block(Some(sentence));
    own != block(sentence.checked_sub(1)) && own != block(Some(sentence + 1))
}

/// Whether what follows begins with an answer.
fn answered(writer: &Writer<'_>, sentence: usize) -> bool {
    let sentences = &writer.tree.analysis.sentences;
    sentences.get(sentence + 1).is_some_and(|next| {
        let first = next.tokens.start;
        let skip = usize::from(matches!(writer.tree.word(first), "“" | "\"" | "—" | "–"));
        writer.tree.is_word(
            first + skip,
            &[
                "yes",
                "no",
                "yeah",
                "well",
                "because",
                "absolutely",
                "certainly",
                "sure",
                "not",
                "probably",
                "exactly",
                "of",
                "i",
                "nobody",
                "simple",
            ],
        )
    })
}
