//! Cues at the edge of a sentence or in commas inside it: what they report, and who stands beside them, where the
//! parser lost it.

use std::ops::Range;

use super::holder::Sort;
use super::lexicon::{self, Class};
use super::occasion::is_circumstance;
use super::quotation::is_speech;
use super::view::View;
use crate::briefing::ActorKind;
use crate::briefing::phrase::verb;
use crate::language::{Deprel, Upos};

/// A remark that parts a sentence has no more words than this: `, the ministry's spokesman said on Monday,`.
const REMARK: usize = 12;

impl View<'_> {
    /// What a cue behind or before a whole sentence reports: `Prices fell, the bank said`, `According to the bank,
    /// prices fell`. `phrase` is the cue with its holder.
    pub(super) fn around(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(phrase.start);
        let start = self.after_dateline(&sentence).min(phrase.start);
        let sentence = start..sentence.end;
        let is_comma = |token: usize| self.is_one_of(token, &[",", "–", "—", "-", "--"]);
        // The comma itself may have been hung on the phrase.
        let mut phrase = phrase.clone();
        while phrase.start + 1 < phrase.end && !self.is_word(phrase.start) {
            phrase.start += 1;
        }
        while phrase.end > phrase.start + 1 && !self.is_word(phrase.end - 1) {
            phrase.end -= 1;
        }
        let behind = (phrase.end..sentence.end).all(|token| !self.is_word(token));
        let before = (sentence.start..phrase.start)
            .all(|token| !self.is_word(token) || self.deprel(token) == Deprel::Cc);
        if behind && phrase.start > sentence.start + 1 && is_comma(phrase.start - 1) {
            return Some(sentence.start..phrase.start - 1);
        }
        if before && phrase.end < sentence.end && is_comma(phrase.end) {
            // "According to the bank, prices fell; others see them rise": that is not the bank's.
            let end = self.semicolons(phrase.end..sentence.end).next().unwrap_or(sentence.end);
            return Some(phrase.end + 1..end);
        }
        None
    }

    /// The sentence around a remark such as `, he said,` that parts it in two, and the word that heads it. Commas tell,
    /// whatever the tree makes of the halves.
    pub(super) fn parted(&self, verb: usize, subject: usize) -> Option<[Range<usize>; 2]> {
        let sentence = self.sentence(verb);
        let is_comma = |token: usize| self.is_one_of(token, &[",", "–", "—", "--"]);
        let quoted = |token: usize| self.quotation(token).is_some();
        let open = (sentence.start..verb.min(subject)).rev().find(|&token| is_comma(token))?;
        let close = (verb.max(subject) + 1..sentence.end).find(|&token| is_comma(token))?;
        let remark = open + 1..close;
        let plain = remark.len() <= REMARK
            && self.analysis.subtree(subject).start >= remark.start
            && remark.clone().all(|token| !quoted(token) && self.upos(token) != Upos::Sconj)
            && !matches!(self.xpos(subject), "WP" | "WDT")
            && !self.is_one_of(remark.start, &["and", "but", "as", "who", "which", "that", "or"])
            && remark.clone().filter(|&token| self.upos(token) == Upos::Verb).count() == 1
            // Between the verb and the comma stands nothing that could be what is said.
            && (verb + 1..close).all(|token| {
                token == subject
                    || self.analysis.ancestors(token).any(|above| above == subject)
                    || match self.deprel(token) {
                        Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp => false,
                        // "In May, the mayor said Tom Hall, a banker, had lost"
                        way => !way.is_subject() || self.head(token) <= Some(close),
                    }
            });
        if self.is_aside_on(subject, close) {
            return None;
        }
        let start = self.after_dateline(&sentence).min(open);
        let (before, behind) = (start..open, close + 1..sentence.end);
        let words =
            |range: &Range<usize>| range.clone().filter(|&token| self.is_word(token)).count();
        let one = start..sentence.end;
        let one = one
            .filter(|token| !remark.contains(token))
            .all(|token| !quoted(token) && !self.is_one_of(token, &[";", ":"]));
        (plain && one && words(&before) > 0 && words(&behind) > 1).then_some([before, behind])
    }

    /// Whether a comma opens a remark on the speaker, to the end of the sentence: `, said Ana Lee, who leads the firm`,
    /// `, said Ana Lee, the head of the firm`.
    fn is_aside_on(&self, speaker: usize, comma: usize) -> bool {
        let phrase = self.analysis.subtree(speaker);
        let sentence = self.sentence(speaker);
        let last = (sentence.start..sentence.end).rev().find(|&token| self.is_word(token));
        let asks = matches!(self.xpos(comma + 1), "WP" | "WDT" | "WP$");
        let named_again =
            || self.analysis.children_as(speaker, Deprel::Appos).any(|child| child > comma);
        phrase.start < comma
            && comma < phrase.end
            && last.is_some_and(|last| last < phrase.end)
            && (asks || named_again())
    }

    /// What a verb of saying reports where the parser hung nothing on it: the sentence before `, he noted`, or the
    /// clause behind it.
    pub(super) fn lost_clause(&self, verb: usize, subject: Option<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(verb);
        if let Some(range) = self.before_trailing(verb, &sentence) {
            return Some(range);
        }
        subject?;
        // "has warned the mayor, and the union denied that": what the union denies.
        let ends = |next: &usize| {
            let Some(and) = self.child(*next, Deprel::Cc) else { return false };
            let reports = (*next..sentence.end.min(*next + 3)).any(|token| self.is(token, "that"));
            // "found the towns and the villages are shut", "say that account, and many like it, show it": of both.
            let takes_things = !self.is_saying(verb)
                && !matches!(self.lemma(verb), "find" | "show" | "feel" | "know");
            (reports || takes_things && and > verb + 1 && self.is(and - 1, ","))
                && self.analysis.subject(*next).is_some_and(|own| and < own && own < *next)
                && !(verb + 1..and).any(|token| self.has_tense(token))
        };
        let joined = self.analysis.children_as(verb, Deprel::Conj).find(ends);
        let limit = joined.map_or(sentence.end, |next| self.analysis.subtree(next).start);
        // "said at a rally in Ohio that": the clause hangs on the rally.
        let that = (verb + 1..limit.min(verb + 16)).find(|&token| {
            self.is(token, "that")
                && (self.deprel(token) == Deprel::Mark
                    || self
                        .head(token)
                        .and_then(|head| self.analysis.subject(head))
                        .is_some_and(|subject| subject > token))
        });
        // "said “reforms” would help": the mark of a mere term opens what is said.
        let behind = || {
            let quotation =
                self.quotation(verb + 1).and_then(|idx| self.analysis.quotations.get(idx));
            let term = quotation.is_some_and(|quotation| !is_speech(self, quotation));
            verb + 1 + usize::from(term && !self.is_word(verb + 1))
        };
        let start = that.unwrap_or_else(behind);
        let end = (start..limit).find(|&token| self.is_one_of(token, &[";", ":"])).unwrap_or(limit);
        let finite = (start..end).any(|token| self.has_tense(token));
        let opens = that.is_some()
            || matches!(
                self.upos(start),
                Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj
            );
        (finite && opens && end > start + 2).then_some(start..end)
    }

    /// `X, he noted.`: nothing but the holder between the comma and the verb, or behind the verb.
    pub(super) fn before_trailing(
        &self,
        verb: usize,
        sentence: &Range<usize>,
    ) -> Option<Range<usize>> {
        let pauses = |token: &usize| self.is_one_of(*token, &[",", "–", "—", "--"]);
        let across = self.across_aside(verb);
        let comma = match across {
            Some((_, start)) => start.checked_sub(1).filter(pauses),
            None => (sentence.start..verb).rev().take(14).find(pauses),
        }?;
        let quiet = |range: Range<usize>| {
            range.clone().all(|token| !matches!(self.upos(token), Upos::Verb | Upos::Sconj))
        };
        let named = (comma + 1..verb)
            .any(|token| matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron));
        let last =
            (verb + 1..sentence.end).rev().find(|&token| self.is_word(token)).unwrap_or(verb);
        // Behind the verb only a time, a listener or the speaker.
        let tail = last - verb;
        // Whoever speaks: no day, and nobody who is told.
        let speaker = !self.addresses(verb)
            && (verb + 1..=last).any(|token| {
                matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron)
                    && !is_circumstance(self, token)
                    && self.sort(token) != Sort::Thing
            });
        let inverted = !named
            && comma + 1 == verb
            && (1..=12).contains(&tail)
            && speaker
            && quiet(verb + 1..last + 1);
        let straight = match across {
            Some(_) => tail <= 12,
            None => named && quiet(comma + 1..verb) && tail <= 6,
        } && quiet(verb + 1..last + 1);
        let finite = (sentence.start..comma).any(|token| self.has_tense(token));
        // "said Ana Lee, who was asked in Bonn": once a name follows, whatever the sentence goes on with.
        let inverted = inverted
            || (!named
                && comma + 1 == verb
                && matches!(self.xpos(verb), "VBD" | "VBZ")
                && self.is_saying(verb)
                && !self.addresses(verb)
                && self.named_behind(verb, sentence.end));
        ((inverted || straight) && finite)
            .then_some(self.after_dateline(sentence).min(comma)..comma)
    }

    /// Whether a name, with or without its title, follows the verb at once.
    fn named_behind(&self, verb: usize, end: usize) -> bool {
        let phrase = (verb + 1..end.min(verb + 12)).take_while(|&token| {
            matches!(
                self.upos(token),
                Upos::Det
                    | Upos::Adj
                    | Upos::Noun
                    | Upos::Propn
                    | Upos::Adv
                    | Upos::Part
                    | Upos::Num
            ) || (self.upos(token) == Upos::Verb && self.deprel(token) == Deprel::Amod)
        });
        phrase.last().is_some_and(|last| {
            matches!(self.upos(last), Upos::Propn)
                || (self.upos(last) == Upos::Noun && last <= verb + 5)
        })
    }

    /// Whoever stands before a verb of saying with an aside between them that leads the parser astray, and where his name
    /// or his title begins: `Ana Lee, a former head of the union, wrote`, `Ana Lee — she is 40 — told`.
    pub(super) fn across_aside(&self, verb: usize) -> Option<(usize, usize)> {
        let pauses = |token: usize| self.is_one_of(token, &[",", "–", "—", "--"]);
        let sentence = self.sentence(verb);
        let mut comma = verb.checked_sub(1)?;
        // "Ana Lee, who wrote “The Dam,” said": the mark behind the comma.
        while comma > sentence.start
            && (self.upos(comma) == Upos::Adv || self.is_one_of(comma, &["”", "\"", "''"]))
        {
            comma -= 1;
        }
        if !sentence.contains(&comma)
            || !pauses(comma)
            || !self.is_saying(verb)
            || self.xpos(verb) == "VBG"
            || self.quotation(verb).is_some()
            || self.children(verb).any(|child| child < verb && self.deprel(child).is_subject())
        {
            return None;
        }
        let last = (sentence.start..comma).rev().find(|&token| self.is_word(token))?;
        let parted = |name: usize| {
            let person = self.cast.actor_of_token(name).and_then(|actor| self.cast.actor(actor));
            let end = (name + 1..comma).find(|&token| self.upos(token) != Upos::Propn);
            self.upos(name) == Upos::Propn
                && self.quotation(name).is_none()
                && person.is_some_and(|actor| actor.kind == ActorKind::Person)
                && end.is_some_and(pauses)
        };
        let name = self
            .analysis
            .ancestors(last)
            .take_while(|&above| sentence.contains(&above) && above < verb)
            .find(|&above| parted(above))?;
        let titled = |token: usize| {
            matches!(self.upos(token), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det)
                && self.quotation(token).is_none()
        };
        let mut start = name;
        while start > sentence.start && titled(start - 1) {
            start -= 1;
        }
        let opens = start == sentence.start
            || pauses(start - 1)
            || self.quotation(start - 1).is_some()
            || self.is_one_of(start - 1, &["as", ":"]);
        opens.then_some((name, start))
    }

    /// Where a sentence starts behind its place and agency: `HANOI (Reuters) — `.
    pub(super) fn after_dateline(&self, sentence: &Range<usize>) -> usize {
        let opens = self.is(sentence.start, "(")
            || (self.word(sentence.start).len() > 1
                && !self.word(sentence.start).chars().any(char::is_lowercase));
        let dash = (sentence.start..sentence.end.min(sentence.start + 10))
            .find(|&token| self.is_one_of(token, &["–", "—", "--", "-", "―"]));
        match dash {
            Some(dash) if opens => dash + 1,
            _ => sentence.start,
        }
    }

    /// The place before a dash at the start of a report: `HANOI —`, `HANOI (Reuters) -`.
    pub(super) fn is_dateline(&self, token: usize) -> bool {
        let sentence = self.sentence(token);
        let capital =
            self.word(token).len() > 1 && !self.word(token).chars().any(char::is_lowercase);
        capital
            && token < sentence.start + 4
            && (token + 1..sentence.end.min(token + 9))
                .any(|mark| self.is_one_of(mark, &["–", "—", "--", "-", "―"]))
    }

    /// The noun before a verb with tense that the parser left without a subject: `the leader, Ana Lee, called`.
    pub(super) fn orphaned_subject(&self, verb: usize) -> Option<usize> {
        let tensed = self.has_tense(self.tensed(verb))
            // A past taken for a participle: nothing else gives the sentence its tense.
            || (self.xpos(verb) == "VBN"
                && self.deprel(verb) == Deprel::Root
                && self.tensed(verb) == verb
                && self.lower(verb) == verb::past(self.lemma(verb)));
        let own = !matches!(
            self.deprel(verb),
            Deprel::Conj | Deprel::AclRelcl | Deprel::Acl | Deprel::Advcl | Deprel::Xcomp
        );
        if !tensed || !own {
            return None;
        }
        let sentence = self.sentence(verb);
        let clear = |token: usize| {
            !matches!(self.upos(token), Upos::Verb | Upos::Sconj | Upos::Cconj)
                && self.quotation(token).is_none()
        };
        let is_nominal = |&token: &usize| {
            matches!(self.upos(token), Upos::Propn | Upos::Pron | Upos::Noun)
                && !is_circumstance(self, token)
        };
        let mut at = (sentence.start..verb)
            .rev()
            .take_while(|&token| clear(token))
            .take(8)
            .find(is_nominal)?;
        while let Some(above) =
            self.head(at).filter(|&above| above < verb && sentence.contains(&above))
        {
            let dashed = (above..at).any(|token| self.is_one_of(token, &["–", "—", "--", "―"]));
            // "The results, published in the journal, showed": not the journal.
            let aside = matches!(
                self.deprel(at),
                Deprel::Obl | Deprel::OblAgent | Deprel::Obj | Deprel::Acl | Deprel::AclRelcl
            );
            // The same with "published" taken for the verb of the sentence.
            let clause = matches!(self.deprel(above), Deprel::Acl | Deprel::AclRelcl);
            if aside
                && !clause
                && let Some(subject) = self.analysis.subject(above).filter(|&it| it < above)
            {
                return Some(subject);
            }
            let noun = matches!(self.upos(above), Upos::Propn | Upos::Noun);
            if !dashed && aside && (noun || clause) {
                at = above;
                continue;
            }
            if dashed || !matches!(self.deprel(at), Deprel::Flat | Deprel::Compound | Deprel::Nmod)
            {
                break;
            }
            at = above;
        }
        Some(at)
    }

    /// Whether the verb takes whoever is told as its object: `told`, `assured`.
    pub(super) fn addresses(&self, verb: usize) -> bool {
        lexicon::entries_of(self.lemma(verb), self.word(verb), Class::Verb)
            .iter()
            .any(|entry| entry.frame(lexicon::Complement::AddresseeClause).is_some())
    }

    /// The nearest name, noun or pronoun before the verb, as far as the next mark or verb, else behind it.
    pub(super) fn beside(&self, verb: usize, tokens: &Range<usize>) -> Option<usize> {
        if let Some((speaker, _)) = self.across_aside(verb) {
            return Some(speaker);
        }
        let is_nominal =
            |&token: &usize| matches!(self.upos(token), Upos::Propn | Upos::Pron | Upos::Noun);
        let stops = |token: usize| {
            self.upos(token) == Upos::Verb
                || self.is_one_of(token, &[",", "–", "—", "--", ";", "”", "\""])
        };
        let before = (tokens.start..verb).rev().take_while(|&token| !stops(token)).find(is_nominal);
        // Behind "told" stands whoever was told.
        let addresses = self.addresses(verb);
        let after = || {
            let end = if addresses { verb + 1 } else { tokens.end.min(verb + 6) };
            (verb + 1..end).take_while(|&token| !stops(token)).find(is_nominal)
        };
        let apposed = || {
            (tokens.start..verb)
                .rev()
                .take_while(|&token| self.upos(token) != Upos::Verb)
                .find(is_nominal)
        };
        let mut at = before.or_else(after).or_else(apposed)?;
        while let Some(above) =
            self.head(at).filter(|above| tokens.contains(above) && *above != verb)
        {
            let rises = match self.deprel(at) {
                Deprel::Flat | Deprel::Compound | Deprel::Amod | Deprel::Det | Deprel::Nmod => true,
                // "…, brokers and traders said": both of them.
                Deprel::Conj => {
                    let plural = |noun| self.xpos(noun) == "NNS";
                    above < at && plural(above) && plural(at) && !(above..at).any(stops)
                }
                _ => false,
            };
            if !rises {
                break;
            }
            at = above;
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use crate::briefing::positions::testing::{check_contents as check, holders, texts};

    #[test]
    fn a_remark_in_commas_parts_what_it_reports() {
        check(
            "But to avoid trouble, the mayor said, local clerks should be careful.",
            &["to avoid trouble", "local clerks should be careful"],
        );
        check(
            "Though that change went well, Ana Lee said on Monday, replacing the judge would be hard.",
            &["Though that change went well", "replacing the judge would be hard"],
        );
    }

    #[test]
    fn who_is_told_of_in_commas_parts_nothing() {
        check(
            "In May, Danish traders said the central banks, annoyed at the curbs, could let Norland act alone.",
            &["the central banks, annoyed at the curbs, could let Norland act alone"],
        );
    }

    #[test]
    fn both_speak_behind_what_is_said() {
        let text = "The mayor's plan held nearly all that the trade had hoped for and is likely to help prices rise, brokers \
                    and traders said.";
        assert_eq!(
            texts(text),
            [
                "Brokers and traders said the mayor's plan held nearly all that the trade had hoped for and is likely to help \
              prices rise."
            ]
        );
    }

    #[test]
    fn a_remark_on_the_speaker_is_none_of_his_words() {
        check("Goals will be met, said Ana Lee, who leads the firm.", &["Goals will be met"]);
        check("The plan is wrong, said Tom Ruiz, the head of the union.", &["The plan is wrong"]);
    }

    #[test]
    fn a_speaker_behind_the_verb_parts_what_he_says() {
        check("The tax, said Tom Ruiz, would hurt the poor.", &["The tax", "would hurt the poor"]);
    }

    #[test]
    fn an_aside_on_its_subject_does_not_make_a_verbs_object_its_speaker() {
        let text =
            "Peter Hall, who leads the guild, accused Ana Lee of hiding losses. Hall is a banker.";
        assert_eq!(holders(text), ["Peter Hall"]);
    }

    #[test]
    fn a_speaker_is_found_across_an_aside() {
        let text = "The road tax is dead, Steve Rosen, a former head of the union and organizer, wrote in an email to \
                    voters. Rosen left.";
        assert_eq!(texts(text), ["Steve Rosen wrote the road tax is dead."]);
        let text = "Reached by phone on Tuesday, Joyce Miller — who is listed as a lawyer but doesn’t practice law — told \
                    the paper he’s not planning a change. Miller left.";
        assert_eq!(holders(text).first().map(String::as_str), Some("Joyce Miller"));
    }

    #[test]
    fn a_verb_with_its_own_words_behind_it_is_no_remark() {
        check("In May, Ana Lee said taxes were high.", &["taxes were high"]);
    }

    #[test]
    fn what_another_reports_is_not_what_was_told() {
        assert_eq!(
            texts("Norland has warned Sweden, and the union denied that it had planned a strike."),
            ["The union denied that it had planned a strike."]
        );
        assert_eq!(
            texts("The bank found the towns and the villages in the south are poor."),
            ["The bank found the towns and the villages in the south are poor."]
        );
    }

    #[test]
    fn according_to_ends_at_a_semicolon() {
        assert_eq!(
            texts(
                "According to the interior ministry, 14 officers were hurt; protesters said the police had fired first."
            ),
            [
                "According to the interior ministry, 14 officers were hurt.",
                "Protesters said the police had fired first."
            ]
        );
    }
}
