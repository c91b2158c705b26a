//! How well a clause tells who somebody is, by what it says that one does; many tell no deed at all.

use super::cut::FEW_WORDS;
use super::done;
use super::pronouns::Pronouns;
use super::standing;
use super::told::{self, Word};
use crate::briefing::phrase::clause::Tree;
use crate::document::BlockKind;
use crate::language::coref::Chain;
use crate::language::lexicon::{falls_short, is_unsure};
use crate::language::{Analysis, Deprel, Sentence, Upos};

/// On whose word a clause is told, and how well it tells who somebody is; `None` for what does not. Of one who does nothing
/// else, what is `said` tells enough.
pub(super) fn score(
    pronouns: &Pronouns<'_>,
    chain: &Chain,
    verb: usize,
    said: bool,
) -> Option<(Word, f32)> {
    let clause = Clause { pronouns, analysis: pronouns.analysis, verb };
    let word = told::word_of(pronouns, chain, verb);
    if word == Word::Nobodys
        || clause.is_denied_as_another()
        || clause.is_unsaid()
        || clause.is_silence()
        || clause.is_asked_or_quoted()
        || clause.is_told_elsewhere()
        || clause.is_speech(said)
        || clause.is_no_being()
        || clause.is_only_meant()
    {
        return None;
    }
    Some((word, clause.weight(chain)))
}

/// A clause in which somebody does what its verb says.
struct Clause<'a> {
    pronouns: &'a Pronouns<'a>,
    analysis: &'a Analysis,
    verb: usize,
}

impl Clause<'_> {
    fn word(&self, token: usize) -> String {
        self.analysis.word(self.pronouns.document, token).to_lowercase()
    }

    fn has(&self, deprel: Deprel) -> bool {
        self.analysis.child_as(self.verb, deprel).is_some()
    }

    fn sentence(&self) -> &Sentence {
        &self.analysis.sentences[self.analysis.sentence_of(self.verb)]
    }

    /// The verb that `and` or `or` joins it to.
    fn first(&self) -> Option<usize> {
        let joined = self.analysis.deprel(self.verb) == Deprel::Conj;
        self.analysis.head(self.verb).filter(|_| joined)
    }

    /// `has not won or managed to win`; "neither Ostland nor Norway agreed".
    fn is_denied_as_another(&self) -> bool {
        let or = |cc: usize| matches!(self.word(cc).as_str(), "or" | "nor");
        let neither = |child: usize| self.word(child) == "neither";
        let subject = self.analysis.subject(self.verb);
        let mut near = self
            .analysis
            .children(self.verb)
            .chain(subject.into_iter().flat_map(|subject| self.analysis.children(subject)));
        self.first().is_some_and(|first| done::is_denied(self.pronouns, first))
            && self.analysis.child_as(self.verb, Deprel::Cc).is_some_and(or)
            || near.any(neither)
    }

    /// Whether nobody says that it has been done.
    fn is_unsaid(&self) -> bool {
        let analysis = self.analysis;
        // "allegedly robbed it", "almost lost it": nobody says that he has.
        let unsure = analysis.children_as(self.verb, Deprel::Advmod).any(|child| {
            let word = self.word(child);
            is_unsure(&word)
                || falls_short(&word)
                // "once backed it, but"
                || matches!(word.as_str(), "once" | "formerly" | "previously")
        });
        // "said she did": what she did, the sentence before told.
        let elliptic = analysis.child_as(self.verb, Deprel::Ccomp).is_some_and(|said| {
            analysis.upos(said) == Upos::Aux && analysis.child_as(said, Deprel::Cop).is_none()
        });
        // "until he leaves office": when, and he has not yet.
        let supposed = analysis.deprel(self.verb) == Deprel::Advcl
            && analysis.children_as(self.verb, Deprel::Mark).any(|mark| {
                matches!(
                    self.word(mark).as_str(),
                    "until" | "till" | "before" | "if" | "unless" | "whether" | "lest" | "once"
                )
            });
        // "had she called him": she has not.
        let inverted = Tree::new(self.pronouns.document.text(), analysis).is_inverted(self.verb);
        unsure || elliptic || supposed || inverted
    }

    /// Whether it tells that somebody says nothing.
    fn is_silence(&self) -> bool {
        let analysis = self.analysis;
        let lemma = analysis.lemma(self.verb);
        let denied = || done::is_denied(self.pronouns, self.verb);
        // "declined to be named", "refused to comment", "does not want to comment": nothing done.
        let silent = |said: usize| {
            matches!(
                analysis.lemma(said),
                "comment" | "elaborate" | "identify" | "name" | "quote" | "respond" | "speak"
            )
        };
        let shuns = matches!(lemma, "ask" | "decline" | "refuse")
            || matches!(lemma, "want" | "wish") && denied();
        // "did not return a call", "would not comment": nothing either. "did not say how many", "have not disclosed it": what
        // nobody was told.
        let mute = matches!(
            lemma,
            "disclose"
                | "elaborate"
                | "forecast"
                | "know"
                | "mention"
                | "reply"
                | "respond"
                | "return"
                | "reveal"
                | "say"
                | "specify"
        );
        shuns && analysis.child_as(self.verb, Deprel::Xcomp).is_some_and(silent)
            || lemma == "comment"
            || mute && denied()
    }

    /// Whether it is asked, or in the words of another; or stands where no deed is told.
    fn is_asked_or_quoted(&self) -> bool {
        let sentence = self.sentence();
        let block = &self.pronouns.document.blocks()[sentence.block];
        let text = sentence.range.slice(self.pronouns.document.text());
        // "Did Ostland leave?"
        text.trim_end_matches(['"', '”', ' ']).ends_with('?')
            || told::is_quoted(self.pronouns, self.verb)
            || !block.kind.is_prose() && block.kind != BlockKind::Title
    }

    /// Whether it says too little alone: what is done stands elsewhere.
    fn is_told_elsewhere(&self) -> bool {
        let analysis = self.analysis;
        let subject = analysis.subject(self.verb);
        let told =
            [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::Obl, Deprel::OblAgent, Deprel::Cop];
        // `the tariffs that it put in place`: what it did is said before.
        let relative = analysis.children(self.verb).any(|child| {
            matches!(analysis.xpos(child), "WDT" | "WP") && !analysis.deprel(child).is_subject()
        });
        let shared = analysis.deprel(self.verb) == Deprel::AclRelcl
            && subject.is_none_or(|who| !matches!(analysis.xpos(who), "WDT" | "WP"));
        // "the base they have secured", read as a remark: no mark parts it from the noun.
        let gap = analysis.deprel(self.verb) == Deprel::Parataxis
            && subject.map(|who| analysis.subtree(who).start).is_some_and(|start| {
                start > 0
                    && analysis.upos(start - 1) != Upos::Punct
                    && start > self.sentence().tokens.start
            });
        !told.into_iter().any(|deprel| self.has(deprel)) || relative || shared || gap
    }

    /// What somebody says is among the positions; of one who does nothing else it tells enough.
    fn is_speech(&self, wanted: bool) -> bool {
        let analysis = self.analysis;
        let lemma = analysis.lemma(self.verb);
        // `said, "In the worst case it may wait"`: a speech, which is no deed.
        let speech = analysis.child_as(self.verb, Deprel::Ccomp).is_some_and(|said| {
            let first = analysis.subtree(said).start;
            let opens = (first..first + 2).find(|&at| analysis.upos(at) != Upos::Punct);
            opens.is_some_and(|at| {
                let range = analysis.range(at);
                analysis.is_quoted(range.start())
                    && at > 0
                    && analysis.upos(at - 1) == Upos::Punct
                    && range.slice(self.pronouns.document.text()).starts_with(char::is_uppercase)
                    && analysis.name_kind(at).is_none()
            })
        });
        // "asked the mayor" says nothing.
        let heard = || matches!(lemma, "ask" | "tell") && !self.has(Deprel::Xcomp);
        let content = || self.has(Deprel::Ccomp) || !heard() && self.has(Deprel::Obj);
        speech || told::is_saying(lemma) && !(wanted && content())
    }

    /// Whether its predicate, which is no verb, says nothing of what somebody is: "is not one of them" tells who somebody is not.
    fn is_no_being(&self) -> bool {
        self.analysis.upos(self.verb) != Upos::Verb
            && (!self.has(Deprel::Cop)
                || self.has(Deprel::Case)
                || done::is_denied(self.pronouns, self.verb))
    }

    /// What somebody should or could do is no deed; what will be done may be told.
    fn is_only_meant(&self) -> bool {
        let analysis = self.analysis;
        let should = |verb: usize| {
            analysis.children_as(verb, Deprel::Aux).any(|aux| {
                analysis.xpos(aux) == "MD"
                    && !matches!(analysis.lemma(aux), "will" | "wo" | "shall" | "’ll" | "'ll")
            })
        };
        let (lemma, form) = (analysis.lemma(self.verb), analysis.xpos(self.verb));
        // "needs to talk": what he should do.
        let needs = lemma == "need" && self.has(Deprel::Xcomp);
        // "must sing and also bring many friends": what should be done goes on.
        let goes_on = matches!(form, "VB" | "VBP") && self.first().is_some_and(should);
        // "If it pays, they are likely to leave": what only may come.
        let tree = Tree::new(self.pronouns.document.text(), analysis);
        let may_come = form != "VBD" && tree.conditions(self.verb).next().is_some()
            || matches!(lemma, "likely" | "unlikely" | "supposed" | "bound");
        // `would accept it and not pursue it`: what has no tense of its own may not have been done.
        let tenseless =
            form == "VB" && !self.has(Deprel::Aux) && analysis.deprel(self.verb) != Deprel::Acl;
        needs || goes_on || should(self.verb) || may_come || tenseless
    }

    /// The earlier in the text and the higher in its sentence, the better.
    fn weight(&self, chain: &Chain) -> f32 {
        let analysis = self.analysis;
        let lemma = analysis.lemma(self.verb);
        let sentence = analysis.sentence_of(self.verb);
        let mut score = -2.0 * sentence as f32 / analysis.sentences.len().max(1) as f32;
        score -= match analysis.deprel(self.verb) {
            Deprel::Root => 0.0,
            // `It said that it considers the dam illegal`: what it thinks is told by the inner clause.
            Deprel::Conj | Deprel::Ccomp => 0.3,
            Deprel::AclRelcl => 0.5,
            _ => 1.0,
        };
        // "was a founder of the movement" tells more than "was close to it".
        score -= match analysis.upos(self.verb) {
            Upos::Verb => 0.0,
            Upos::Noun => 0.2,
            _ => 1.2,
        };
        if matches!(
            lemma,
            "have"
                | "do"
                | "get"
                | "go"
                | "come"
                | "need"
                | "make"
                | "take"
                | "see"
                | "know"
                | "decline"
                | "face"
                | "receive"
        ) {
            score -= 0.8;
        }
        // "Council Holds Off On Bridge" is told again below, as people write.
        score -= if self.has_capitals() { 1.0 } else { 0.0 };
        let will =
            analysis.children_as(self.verb, Deprel::Aux).any(|aux| analysis.xpos(aux) == "MD");
        score -= if will { 0.4 } else { 0.0 };
        let named = |token: usize| {
            let named = self.pronouns.names.get(&token)?;
            Some(analysis.chains.chains[*named].mentions.first() == chain.mentions.first())
        };
        let mut behind = analysis.subtree(self.verb).filter(|&token| token > self.verb);
        score += if behind.clone().any(|token| named(token) == Some(false)) { 0.5 } else { 0.0 };
        score += if standing::is_standing(lemma) { 0.5 } else { 0.0 };
        let what = behind.by_ref().filter(|&token| named(token) != Some(true)).take(FEW_WORDS);
        score += self.pronouns.matter(what);
        score += if standing::tells_who(self.pronouns, self.verb) { 1.5 } else { 0.0 };
        score
    }

    /// Whether it stands in a title with the capitals of one.
    fn has_capitals(&self) -> bool {
        let analysis = self.analysis;
        let block = &self.pronouns.document.blocks()[self.sentence().block];
        let shown = |token: usize| analysis.word(self.pronouns.document, token);
        block.kind == BlockKind::Title
            && analysis.children(self.verb).chain([self.verb]).all(|token| {
                !analysis.upos(token).is_nominal() && token != self.verb
                    || shown(token).starts_with(|c: char| !c.is_lowercase())
            })
    }
}
