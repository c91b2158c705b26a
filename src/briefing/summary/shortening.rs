//! How a sentence is said in few words: of the asides that may go, those go first that say least of what the article comes
//! back to, and no more of them than must.

use super::article::Article;
use super::words::CHANGING;
use crate::briefing::ActorId;
use crate::briefing::phrase::{Cut, Line, Writer};
use crate::language::Deprel;
use crate::text::one_line;

/// A sentence with no more words and marks is said as it stands.
const LONGEST_UNCUT: usize = 25;

/// With fewer words little is left of a long sentence: "Lee lashed out at Ruiz".
const LEAST: usize = 12;

/// Nobody reads more words at once, whatever is left of them.
const LONGEST_WHOLE: usize = 45;

/// What may be left out of long sentences.
const CUT: Cut = Cut::Turns;

/// How many words the sentence has without all that may go, and whether a pronoun is left that stands for nothing in it.
pub(super) fn fewest_words(writer: &Writer<'_>, sentence: usize) -> Option<(usize, bool)> {
    let root = writer.tree.analysis.root(sentence)?;
    let cut = if may_be_cut(writer, sentence, root) { CUT } else { Cut::Nothing };
    writer.sentence(root, cut, &[], &mut Vec::new()).map(|line| (count(&line.text), line.dangling))
}

/// Whether it is long, and the tree gives it a clause to cut.
fn may_be_cut(writer: &Writer<'_>, sentence: usize, root: usize) -> bool {
    let long = writer.tree.analysis.sentences[sentence].tokens.len() > LONGEST_UNCUT;
    // A noun that the tree hangs nowhere has lost its verb.
    let lost = |child| writer.tree.deprel(child) == Deprel::Dislocated;
    long && writer.tree.finite(root).is_some()
        && writer.tree.understood_subject(root).is_some()
        && !writer.tree.children(root).any(lost)
}

/// The sentence in `longest` words if that can be, else in as few as can be; as it stands where the tree gives no clause
/// to cut. No capital, no final mark.
pub(super) fn line(
    writer: &Writer<'_>,
    article: &Article<'_>,
    sentence: usize,
    longest: usize,
    known: &mut Vec<ActorId>,
) -> Option<Line> {
    let analysis = writer.tree.analysis;
    let range = analysis.sentences.get(sentence)?.range;
    let Some(root) = analysis.root(sentence) else {
        let text = one_line(range.slice(writer.tree.text));
        return Some(Line { text, dangling: false });
    };
    let say = |cut: Cut, spared: &[usize]| {
        let mut named = known.clone();
        writer.sentence(root, cut, spared, &mut named).map(|line| (line, named))
    };
    let whole = say(Cut::Nothing, &[])?;
    let said = if may_be_cut(writer, sentence, root) {
        shorter(writer, article, root, longest, whole, say)
    } else {
        whole
    };
    *known = said.1;
    Some(said.0)
}

type Said = (Line, Vec<ActorId>);

/// Without the asides of `root` that say least, one by one until the rest is short enough.
fn shorter(
    writer: &Writer<'_>,
    article: &Article<'_>,
    root: usize,
    longest: usize,
    whole: Said,
    say: impl Fn(Cut, &[usize]) -> Option<Said>,
) -> Said {
    let mut spared = writer.asides(root, CUT);
    // "Ana Lee (D-Selm)": what stands in brackets goes in any case.
    spared.retain(|&aside| !writer.bracketed(aside));
    spared.sort_by(|&a, &b| {
        let worth = |aside| worth(writer, article, aside);
        worth(b).total_cmp(&worth(a))
    });
    let mut said = say(CUT, &spared).unwrap_or(whole);
    let mut gone: Vec<usize> = Vec::new();
    let mut at = spared.len();
    while at > 0 && count(&said.0.text) > longest {
        at -= 1;
        let kept = count(&said.0.text) <= LONGEST_WHOLE && tells_news(writer, article, spared[at]);
        if tells_harm(writer, spared[at]) || kept {
            continue;
        }
        let aside = spared.remove(at);
        match say(CUT, &spared) {
            // Whom a pronoun means stays, and so does most of what is told.
            Some(less)
                if (!less.0.dangling || said.0.dangling)
                    && (count(&less.0.text) >= LEAST || count(&said.0.text) > LONGEST_WHOLE) =>
            {
                gone.push(aside);
                said = less;
            }
            _ => spared.insert(at, aside),
        }
    }
    // What went before the longest did may fit again.
    gone.pop();
    while let Some(aside) = gone.pop() {
        spared.push(aside);
        match say(CUT, &spared) {
            Some(more) if count(&more.0.text) <= longest => said = more,
            _ => {
                spared.pop();
            }
        }
    }
    said
}

/// "A ship sank in the harbour, killing nine": no line is so long that this may go.
fn tells_harm(writer: &Writer<'_>, aside: usize) -> bool {
    writer.tree.xpos(aside) == "VBG"
        && matches!(writer.tree.lemma(aside), "kill" | "injure" | "wound" | "hurt")
}

/// "Thousands marched on Monday after parliament passed the bill", where the headline says so: the clause is the news.
fn tells_news(writer: &Writer<'_>, article: &Article<'_>, aside: usize) -> bool {
    let lemmas = article.lemmas_of(writer.tree.subtree(aside, |_| true).into_iter());
    let shared = article.title.intersection(&lemmas).count();
    shared >= 3 && 3 * shared >= article.title.len() && writer.tree.subject(aside).is_some()
}

/// How much an aside tells of what the article comes back to, and of what happened.
fn worth(writer: &Writer<'_>, article: &Article<'_>, aside: usize) -> f32 {
    /// As much as a word that the article has three times.
    const HAPPENED: f32 = 1.0;
    let lemmas = article.lemmas_of(writer.tree.subtree(aside, |_| true).into_iter());
    // "causing a fire", but not "who leads the guild".
    let happened = writer.tree.xpos(aside) == "VBG" && CHANGING.contains(&writer.tree.lemma(aside));
    article.central(&lemmas) / (lemmas.len() as f32 + 1.0) + if happened { HAPPENED } else { 0.0 }
}

pub(super) fn count(line: &str) -> usize {
    line.split_whitespace().count()
}
