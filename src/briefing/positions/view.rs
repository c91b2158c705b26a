//! The tree of an article as the rules for cues look at it: relations, prepositions, clauses.
//!
//! Read-only and without opinion: what counts as a cue is for `cue` and its neighbours to say.

use std::ops::Range;

use super::label;
use crate::briefing::actors::Cast;
use crate::briefing::phrase::clause::Tree;
use crate::briefing::phrase::verb;
use crate::briefing::{ActorId, ActorKind, Genre, turns};
use crate::document::Document;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::TextRange;

pub(super) struct View<'a> {
    pub(super) document: &'a Document,
    pub(super) analysis: &'a Analysis,
    pub(super) cast: &'a Cast,
    /// For each token, the outermost quotation that it stands in.
    quoted: Vec<Option<usize>>,
    /// Whom `we` and `my country` mean in a speech on behalf of a state.
    speaks_for: Option<ActorId>,
    /// Who says `I` outside of quotations, where the text is a speech or an interview and names its speaker.
    pub(super) speaker: Option<ActorId>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        document: &'a Document,
        analysis: &'a Analysis,
        cast: &'a Cast,
        genre: Genre,
    ) -> Self {
        let mut quoted = vec![None; analysis.tokens.len()];
        for (idx, quotation) in analysis.quotations.iter().enumerate() {
            if quotation.depth == 0 {
                quoted[analysis.tokens_in(quotation.range)].fill(Some(idx));
            }
        }
        let mut view = Self { document, analysis, cast, quoted, speaks_for: None, speaker: None };
        if genre == Genre::Speech {
            view.speaks_for = view.state_of_speaker();
            view.speaker = view.named_speaker();
        } else if genre == Genre::Interview && label::find(&view).is_empty() {
            // Where names before colons tell who speaks, nothing is to be guessed.
            let labels = (0..document.blocks().len()).filter_map(|block| document.turn_of(block));
            let mut names = labels.filter(|&label| {
                !turns::is_bare(document, label) && turns::labelled(document, cast, label).is_some()
            });
            view.speaker = view.interviewed().filter(|_| names.next().is_none());
        }
        view
    }

    /// The state that a speaker stands for: the one most spoken of, where he calls it his.
    fn state_of_speaker(&self) -> Option<ActorId> {
        let calls_own = (0..self.analysis.tokens.len()).any(|token| self.is_own_state(token));
        let idx = self.cast.actors.iter().position(|actor| actor.kind == ActorKind::Country)?;
        calls_own.then_some(ActorId(idx))
    }

    /// `my country`, `my Government`: what the head of a delegation calls his state.
    fn is_own_state(&self, token: usize) -> bool {
        self.quotation(token).is_none()
            && self.is_one_of(token, &["country", "government", "delegation", "nation"])
            && self.child(token, Deprel::NmodPoss).is_some_and(|owner| self.is(owner, "my"))
    }

    /// Whether `token` names the speaker's own state, or is a word such as `we` that means it.
    pub(super) fn is_for_state(&self, token: usize) -> bool {
        let named =
            || self.speaks_for.is_some() && self.cast.actor_of_token(token) == self.speaks_for;
        self.state_behind(token).is_some() || named()
    }

    /// The state on whose behalf `token` is said: of `we`, `our` and `my country` in a speech.
    pub(super) fn state_behind(&self, token: usize) -> Option<ActorId> {
        let own = self.quotation(token).is_none()
            && (self.is_one_of(token, &["we", "us", "our", "ours"]) || self.is_own_state(token));
        self.speaks_for.filter(|_| own)
    }

    pub(super) fn text(&self) -> &'a str {
        self.document.text()
    }

    /// The same tree as the writer of lines looks at it.
    pub(super) fn tree(&self) -> Tree<'a> {
        Tree::new(self.text(), self.analysis)
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.analysis.word(self.document, token)
    }

    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_one_of(&self, token: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(token, word))
    }

    /// Whether a word before a verb that hangs on it denies it: `do not back`.
    pub(super) fn is_denied_before(&self, verb: usize) -> bool {
        self.children(verb).any(|child| child < verb && self.is_negation(child))
    }

    /// Whether a word denies what it belongs to.
    pub(super) fn is_negation(&self, token: usize) -> bool {
        self.is_one_of(token, &["not", "n't", "n’t", "never"])
    }

    pub(super) fn lower(&self, token: usize) -> String {
        self.word(token).to_lowercase()
    }

    pub(super) fn lemma(&self, token: usize) -> &'a str {
        self.analysis.lemma(token)
    }

    pub(super) fn upos(&self, token: usize) -> Upos {
        self.analysis.upos(token)
    }

    pub(super) fn xpos(&self, token: usize) -> &'static str {
        self.analysis.xpos(token)
    }

    /// Whether the word alone carries a tense: a past or present form, or a modal verb.
    pub(super) fn has_tense(&self, token: usize) -> bool {
        matches!(self.xpos(token), "VBD" | "VBZ" | "VBP" | "MD")
            // "do not back", with "do" taken for an infinitive.
            || self.upos(token) == Upos::Aux
                && self.is(token, "do")
                && self
                    .head(token)
                    .and_then(|verb| self.analysis.subject(verb))
                    .is_some_and(|subject| subject < token)
    }

    pub(super) fn deprel(&self, token: usize) -> Deprel {
        self.analysis.deprel(token)
    }

    pub(super) fn head(&self, token: usize) -> Option<usize> {
        self.analysis.head(token)
    }

    pub(super) fn children(
        &self,
        token: usize,
    ) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        self.analysis.children(token)
    }

    pub(super) fn child(&self, token: usize, deprel: Deprel) -> Option<usize> {
        self.analysis.child_as(token, deprel)
    }

    /// The quotation around `token`, as an index into the analysis.
    pub(super) fn quotation(&self, token: usize) -> Option<usize> {
        self.quoted.get(token).copied().flatten()
    }

    /// The semicolons outside of quotations, which part what is said as full stops do.
    pub(super) fn semicolons(
        &self,
        tokens: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = usize> {
        tokens.filter(|&token| self.is(token, ";") && self.quotation(token).is_none())
    }

    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        self.analysis
            .sentences
            .get(self.analysis.sentence_of(token))
            .map_or(0..0, |sentence| sentence.tokens.clone())
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        !matches!(self.upos(token), Upos::Punct | Upos::Sym)
    }

    /// The preposition of a nominal, its fixed parts included: `in`, `according to`. Of `in favor of the bill`,
    /// parsed as a noun with a noun below it, the preposition of `favor` is `in`.
    pub(super) fn preposition(&self, nominal: usize) -> Option<String> {
        let case = self.children(nominal).find(|&child| {
            child < nominal
                && match self.deprel(child) {
                    Deprel::Case | Deprel::Mark => self.upos(child) != Upos::Part,
                    // "saw the plan as weak"
                    Deprel::Advmod => self.is(child, "as") && child + 1 == nominal,
                    _ => false,
                }
        });
        // "to" before a noun is tagged as a particle at times.
        let case =
            case.or_else(|| self.child(nominal, Deprel::Case).filter(|&child| child < nominal))?;
        let mut words = self.lower(case);
        for part in self.analysis.children_as(case, Deprel::Fixed) {
            words.push(' ');
            words.push_str(&self.lower(part));
        }
        Some(words)
    }

    /// Whether `clause` is an infinitive with `to`.
    pub(super) fn is_infinitive(&self, clause: usize) -> bool {
        let helpers = || {
            self.children(clause).filter(|&child| {
                matches!(self.deprel(child), Deprel::Mark | Deprel::Aux) && child < clause
            })
        };
        // "was to launch", "was only “to mock”" have tense all the same.
        let copula = self.child(clause, Deprel::Cop).is_some_and(|token| self.has_tense(token));
        helpers().any(|child| self.is(child, "to"))
            && !copula
            && !helpers().any(|token| self.has_tense(token))
    }

    /// Whether `clause` is headed by a form in `-ing` without an auxiliary.
    pub(super) fn is_gerund(&self, clause: usize) -> bool {
        // "being held", "having left": the first word of the verb group has the ending.
        let first = self.children(clause).find(|&child| {
            matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
                && child < clause
        });
        match first {
            Some(first) => self.xpos(first) == "VBG",
            None => self.verbal(clause).is_some_and(|verb| self.xpos(verb) == "VBG"),
        }
    }

    /// The verb that carries the tense of the clause: the copula of a nominal one.
    fn verbal(&self, clause: usize) -> Option<usize> {
        if matches!(self.upos(clause), Upos::Verb | Upos::Aux) {
            return Some(clause);
        }
        self.child(clause, Deprel::Cop)
    }

    /// Whether the clause has a verb with tense, or a modal one.
    pub(super) fn is_finite(&self, clause: usize) -> bool {
        if self.is_infinitive(clause) {
            return false;
        }
        self.has_tense(clause)
            || self.children(clause).any(|child| {
                matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass | Deprel::Cop) && self.has_tense(child)
            })
            // The parser or the tagger took "put" or "said" for a participle.
            || (self.upos(clause) == Upos::Verb && self.analysis.subject(clause).is_some() && !self.is_gerund(clause))
    }

    /// Whether a clause that hangs on a noun as if it told which is one that something reports: it has a subject of its own
    /// besides its `that`.
    pub(super) fn is_stray_that(&self, clause: usize) -> bool {
        let start = self.analysis.subtree(clause).start;
        matches!(self.deprel(clause), Deprel::Acl | Deprel::AclRelcl)
            && self.is(start, "that")
            && self.analysis.subject(clause).is_some_and(|subject| subject != start)
    }

    /// Whether a question word or `whether` opens the clause.
    pub(super) fn is_question(&self, clause: usize) -> bool {
        let first = self.analysis.subtree(clause).find(|&token| self.is_word(token));
        let wh = |token: usize| {
            matches!(self.xpos(token), "WP" | "WRB" | "WP$" | "WDT")
                || self.is_one_of(token, &["whether", "if"])
        };
        first.is_some_and(|token| wh(token) || (self.upos(token) == Upos::Adp && wh(token + 1)))
    }

    pub(super) fn is_passive(&self, verb: usize) -> bool {
        let marked = self.children(verb).any(|child| {
            matches!(self.deprel(child), Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass)
        });
        // "When asked to leave, he refused", with the participle taken for a past.
        let bare = || {
            self.deprel(verb) == Deprel::Advcl
                && self.xpos(verb) == "VBD"
                && self.analysis.subject(verb).is_none()
                && verb.checked_sub(1).is_some_and(|before| {
                    self.is_one_of(before, &["when", "if", "once", "unless", "though"])
                })
        };
        marked
            || bare()
            || (self.xpos(verb) == "VBN"
                && matches!(self.deprel(verb), Deprel::Acl | Deprel::Advcl)
                && self.child(verb, Deprel::Aux).is_none()
                && self.child(verb, Deprel::Obj).is_none()
                && !self.is_disguised(verb))
            || (self.deprel(verb) == Deprel::Conj
                && self.xpos(verb) == "VBN"
                && self.analysis.subject(verb).is_none()
                && self.child(verb, Deprel::Aux).is_none()
                && self.head(verb).is_some_and(|first| self.is_passive(first)))
    }

    /// Of several verbs that `and` joins the one whose auxiliary goes for the bare `verb` too: `will cut the tax and back it`.
    pub(super) fn helped_by(&self, verb: usize) -> Option<usize> {
        let helped = |verb: usize| {
            self.children(verb).any(|child| {
                child < verb && matches!(self.deprel(child), Deprel::Aux | Deprel::AuxPass)
            })
        };
        // "cannot help but worry" does.
        let but = verb.checked_sub(1).is_some_and(|before| self.is(before, "but"));
        if self.xpos(verb) != "VB" || helped(verb) || self.is_infinitive(verb) || but {
            return None;
        }
        let conj = |&at: &usize| self.deprel(at) == Deprel::Conj;
        std::iter::successors(Some(verb), |at| self.head(*at).filter(|_| conj(at)))
            .skip(1)
            .find(|&at| helped(at))
    }

    /// Whether a participle below a noun is the past of a sentence that has no other verb: `Ana Lee, the mayor,
    /// called for calm.`
    fn is_disguised(&self, verb: usize) -> bool {
        let Some(noun) = self.head(verb).filter(|&noun| noun < verb) else { return false };
        let path: Vec<usize> = std::iter::once(noun).chain(self.analysis.ancestors(noun)).collect();
        let sentence = self.sentence(verb);
        let bare = path.iter().all(|&above| {
            matches!(self.upos(above), Upos::Noun | Upos::Propn)
                && self.child(above, Deprel::Cop).is_none()
        });
        let listed = sentence.end.checked_sub(1).is_some_and(|last| self.is(last, "."));
        let by = self.child(verb, Deprel::OblAgent).is_some() || self.is(verb + 1, "by");
        bare && listed && !by && self.lower(verb) == verb::past(self.lemma(verb))
    }

    /// The nearest word above `token`, itself included, that heads a clause.
    pub(super) fn clause(&self, token: usize) -> usize {
        let is_clause = |&token: &usize| {
            matches!(
                self.deprel(token),
                Deprel::Root
                    | Deprel::Ccomp
                    | Deprel::Xcomp
                    | Deprel::Advcl
                    | Deprel::AdvclRelcl
                    | Deprel::Acl
                    | Deprel::AclRelcl
                    | Deprel::Csubj
                    | Deprel::Parataxis
            ) || (self.deprel(token) == Deprel::Conj && self.upos(token) == Upos::Verb)
        };
        std::iter::once(token)
            .chain(self.analysis.ancestors(token))
            .find(is_clause)
            .unwrap_or(token)
    }

    pub(super) fn range(&self, token: usize) -> TextRange {
        self.analysis.range(token)
    }
}
