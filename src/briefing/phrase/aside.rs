//! What may be cut out of a sentence as an aside: remarks that marks set off, and nothing that tells who says it, what is
//! not so, or what happened next.

use super::{Cut, Writer, clause};
use crate::language::{Deprel, NameKind, Upos};

/// Whether it is written or said to say something, as a lemma: `letter`, `argument`.
pub(super) fn is_message(noun: &str) -> bool {
    const MESSAGES: &str = "address announcement argument call claim comment complaint email essay idea interview letter \
        memo message note plan post proposal release remark report ruling speech statement suggestion testimony text \
        tweet video view warning";
    MESSAGES.split_ascii_whitespace().any(|message| message == noun)
}

impl Writer<'_> {
    /// What commas, dashes or brackets set off.
    pub(super) fn is_aside(&self, head: usize, token: usize, cut: Cut) -> bool {
        use Deprel as D;
        let tree = &self.tree;
        if self.is_quoted_apart(head, token) {
            return false;
        }
        if self.is_bound(head, token) {
            return false;
        }
        match tree.deprel(token) {
            // "well below the mark" is no aside.
            D::Discourse => self.stands_apart(token),
            D::Reparandum => self.is_slip(token),
            D::Vocative | D::Dislocated => self.is_address(token),
            // "..., officials said, ..." is no aside: it says whose words these are.
            D::Parataxis => self.bracketed(token) || self.dashed(token),
            // "four votes for Ruiz, 31 for Lee" is a list.
            D::Appos
                if self.starts_with_number(token)
                    || self.is_listed(token)
                    || self.names_noun(token) =>
            {
                false
            }
            D::Appos | D::AclRelcl | D::Acl => {
                self.is_set_off(token)
                    && self.is_closed(token)
                    && !self.is_shared(token)
                    && !self.denies(token)
                    && !self.lacks_verb(token)
                    && !self.follows_dashes(token)
                    && !self.says_what_there_is(token)
                    && (cut != Cut::Turns || !self.tells_message(token))
                    && (cut > Cut::Turns || !self.is_told(token, cut))
            }
            D::Advcl | D::AdvclRelcl => {
                cut > Cut::Remarks
                    && !self.is_condition(token)
                    && !tree.is_infinitive(token)
                    && self.is_set_off(token)
                    // "the year when she spoke, and he kept asking": both were then.
                    && !(tree.finite(token).is_some() && self.is_shared(token))
                    && tree.head(token).is_some_and(|above| {
                        // "stood there and, citing the law, left": the verb that goes with the first.
                        let parted = tree.xpos(above) == "VBG" && tree.deprel(above) == D::Conj;
                        above < token && !parted
                    })
                    && (cut > Cut::Turns
                        || self.is_closed(token)
                            && !self.turns(token)
                            && !self.tells_message(token))
            }
            D::Nmod | D::Obl | D::List | D::Dep => self.bracketed(token),
            _ => false,
        }
    }

    /// Whether it is few words that a speaker takes back; a clause that looks so is one that the tree got wrong.
    fn is_slip(&self, token: usize) -> bool {
        const LONGEST: usize = 4;
        let words = self.tree.subtree(token, |_| true);
        let finite = |&at: &usize| matches!(self.tree.xpos(at), "VBD" | "VBZ" | "VBP" | "MD");
        words.len() <= LONGEST && !words.iter().any(finite)
    }

    /// Whether it opens the sentence as the words do by which a speaker turns to somebody: "Mr. President, my country".
    fn is_address(&self, token: usize) -> bool {
        const LONGEST: usize = 5;
        const ADDRESSED: &[&str] = &[
            "ambassador",
            "brother",
            "chair",
            "chairman",
            "chairperson",
            "chairwoman",
            "citizen",
            "colleague",
            "commissioner",
            "delegate",
            "excellency",
            "friend",
            "gentleman",
            "governor",
            "lady",
            "madam",
            "member",
            "minister",
            "premier",
            "president",
            "secretary",
            "senator",
            "sir",
            "sister",
            "speaker",
        ];
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        let opens = tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens.start == first;
        let comma = tree.word(last) == "," || tree.word(last + 1) == ",";
        let lower = tree.word(token).to_lowercase();
        let addressed = ADDRESSED.contains(&lower.as_str())
            || ADDRESSED.contains(&tree.lemma(token))
            || words
                .iter()
                .any(|&word| tree.is_word(word, &["ladies", "excellencies", "colleagues"]));
        opens && comma && addressed && words.len() <= LONGEST
    }

    /// Whether it starts the sentence, or marks stand on both sides of it.
    fn stands_apart(&self, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        let sentence = &tree.analysis.sentences[tree.analysis.sentence_of(token)].tokens;
        // "a yes-or-no answer": a hyphen parts nothing.
        let mark = |at: usize| tree.upos(at) == Upos::Punct && tree.word(at) != "-";
        first == sentence.start
            || (mark(first) || mark(first - 1))
                && (mark(last) || last + 1 >= sentence.end || mark(last + 1))
    }

    /// Whether a sentence without it would say something else: what is said or denied, "she can argue, at length, that it
    /// fails", "a charge that she denies", or what the next clause is said of, "the vote – a turn from the year before,
    /// when he won".
    fn is_bound(&self, head: usize, token: usize) -> bool {
        const DENYING: &[&str] = &["deny", "dispute", "disavow", "refute", "reject"];
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        if self.bracketed(token) || first == 0 {
            return false;
        }
        let opens = if tree.upos(first) == Upos::Punct { first + 1 } else { first };
        let said = tree.is_word(opens, &["that"]) && tree.word(opens - 1) == ",";
        let denies = |&at: &usize| tree.upos(at) == Upos::Verb && DENYING.contains(&tree.lemma(at));
        let denied = words.iter().any(denies);
        let behind = if tree.upos(last) == Upos::Punct { last + 1 } else { last + 2 };
        let goes_on = tree.word(behind - 1) == ","
            && (matches!(tree.xpos(behind), "WDT" | "WP" | "WP$" | "WRB")
                || tree.is_word(behind, &["that"]))
            && tree.head(behind).is_some_and(|verb| {
                verb > behind && tree.head(verb).is_some_and(|noun| noun < first && noun != head)
            });
        // "starting with how she votes, what she says, and whom she asks".
        let asks = tree.is_word(opens, &["what", "how", "why", "whether"])
            || tree.is_word(opens, &["which"]) && tree.deprel(opens) == Deprel::Det;
        let behind_is_subject = tree.word(behind - 1) == ","
            && tree.is_word(behind, &["that"])
            && clause::is_subject(tree.deprel(behind))
            && tree.head(behind) == Some(behind + 1);
        // "the poll, made in May, when it rained, shows": the day is that of the poll.
        let placed = tree.word(behind - 1) == "," && tree.xpos(behind) == "WRB";
        // "Ana Ruiz, the sister of the director, Eva Ruiz, who leads it": the name behind is not the first one's.
        let names = tree.word(behind - 1) == ","
            && tree.upos(behind) == Upos::Propn
            && matches!(tree.deprel(behind), Deprel::Appos | Deprel::Conj)
            && tree.head(behind) == tree.head(token)
            && !tree.children(tree.head(token).unwrap_or(token)).any(|at| {
                tree.deprel(at) == Deprel::Conj && tree.child(at, |rel| rel == Deprel::Cc).is_some()
            });
        said || denied || goes_on || asks || behind_is_subject || placed || names
    }

    /// Whether the verb of the subject that holds the aside comes behind it, through clauses that are said of the subject.
    pub(super) fn is_inside_subject(&self, aside: usize, closes: usize) -> bool {
        let tree = &self.tree;
        let Some(mut noun) = tree.head(aside) else { return false };
        for _ in 0..4 {
            let mut up = std::iter::once(noun).chain(tree.ancestors(noun));
            let mut below = None;
            let clause = up.find(|&above| {
                let found = tree.heads_clause(above);
                below = if found { below } else { Some(above) };
                found
            });
            let Some(clause) = clause else { return false };
            if clause > closes {
                // "Behind the pier, which is old, ships lie": a comma ends what leads in.
                return below.is_some_and(|at| clause::is_subject(tree.deprel(at)));
            }
            match (tree.deprel(clause), tree.head(clause)) {
                (Deprel::AclRelcl | Deprel::Acl, Some(of)) => noun = of,
                _ => return false,
            }
        }
        false
    }

    /// Whether what looks like an apposition is one of several things: "Lee, her old firm and two others".
    fn is_listed(&self, token: usize) -> bool {
        let tree = &self.tree;
        let joined = |at: usize| {
            tree.children(at).any(|child| tree.deprel(child) == Deprel::Conj && child > token)
        };
        // "Lee of Selm, Ana Ruiz of Tarn": the tree hangs the second on the town.
        let name = tree.upos(token) == Upos::Propn && !self.has_article(token);
        let beside = tree.head(token).filter(|&noun| tree.upos(noun) == Upos::Propn && name);
        let stands_in = beside.is_some_and(|noun| {
            tree.deprel(noun) == Deprel::Nmod
                && tree.children(noun).any(|at| tree.is_word(at, &["of"]))
        });
        let named = |at: usize| tree.children(at).any(|child| tree.deprel(child) == Deprel::Appos);
        // "Lee, former mayor Ana Ruiz and two others".
        let titles = tree.upos(token) == Upos::Noun && !self.has_article(token) && named(token);
        // "Tom Lee of Selm, Ana Ruiz of Tarn and Eva Lund": nobody is another.
        let person = |at: usize| tree.analysis.name_kind(at) == Some(NameKind::Person);
        let beside_somebody = name && person(token) && tree.head(token).is_some_and(person);
        !self.bracketed(token)
            && (beside_somebody
                || joined(token)
                || tree.head(token).is_some_and(joined)
                || stands_in
                || titles)
    }

    fn has_article(&self, token: usize) -> bool {
        self.tree.children(token).any(|child| self.tree.is_word(child, &["a", "an", "the"]))
    }

    /// Whether it is all that tells what a letter or a speech says: "wrote a letter, calling the plan a mistake".
    fn tells_message(&self, token: usize) -> bool {
        let tree = &self.tree;
        let message = |at: usize| tree.upos(at) == Upos::Noun && is_message(tree.lemma(at));
        matches!(tree.xpos(token), "VBG" | "VBN")
            && tree.head(token).is_some_and(|above| {
                message(above) || tree.children(above).any(|child| child < token && message(child))
            })
    }

    /// Whether the clause sets something against what was said: "he blames the town, but no one believes it".
    fn turns(&self, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        words.iter().copied().find(|&at| tree.upos(at) != Upos::Punct).is_some_and(|first| {
            tree.is_word(
                first,
                &["but", "yet", "or", "nor", "whether", "although", "though", "despite"],
            )
        })
    }

    /// Whether a mark ends the subtree: else some of the aside hangs elsewhere and would stay.
    fn is_closed(&self, token: usize) -> bool {
        let tree = &self.tree;
        let subtree = tree.subtree(token, |_| true);
        let (Some(&first), Some(&last)) = (subtree.first(), subtree.last()) else { return false };
        let spaced =
            |at: usize| tree.analysis.range(at - 1).end() < tree.analysis.range(at).start();
        let opens = |at: usize| {
            matches!(tree.word(at), "“" | "‘" | "``")
                || matches!(tree.word(at), "\"" | "''") && spaced(at)
        };
        // "where they sang “no more” after the bank closed": a quotation that ends in the middle of it ends no aside.
        let closes =
            |at: usize| matches!(tree.word(at), "”" | "’" | "''" | "\"") && !opens(at) && at > 0;
        // "the body that ex-Mayor Lee led": a hyphen ends nothing, and a quotation that opens goes on with it.
        let mark = |at: usize| {
            tree.upos(at) == Upos::Punct
                && !(opens(at) || tree.word(at) == "," && opens(at + 1))
                // "praised Lee, calling for one thing: peace".
                && tree.word(at) != ":"
                && (!closes(at) || matches!(tree.word(at - 1), "," | "." | "!" | "?"))
                && (tree.word(at) != "-" || self.is_apart(at))
        };
        let ends = tree.analysis.sentence_of(last + 1) != tree.analysis.sentence_of(last);
        last + 1 - first == subtree.len() && (mark(last) || mark(last + 1) || ends)
    }

    /// Whether it says what is not so: "the town, not the state, pays".
    fn denies(&self, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let first = words.into_iter().find(|&at| tree.upos(at) != Upos::Punct);
        first.is_some_and(|at| tree.is_word(at, &["not", "never", "no", "nor", "neither", "but"]))
    }

    /// Whether it is the name of what a common noun says: "his deputy, Ana Ruiz".
    fn names_noun(&self, token: usize) -> bool {
        let tree = &self.tree;
        tree.upos(token) == Upos::Propn
            && !self.bracketed(token)
            && tree.head(token).is_some_and(|noun| tree.upos(noun) == Upos::Noun)
    }

    /// Whether a relative clause starts and its verb stands outside: "Lee, whose part in the play was liked", "rivers, the
    /// longest of which, the Arn, is dry".
    fn lacks_verb(&self, token: usize) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let relates =
            |&at: &usize| tree.is_word(at, &["who", "whom", "whose", "which", "where", "when"]);
        words.iter().any(relates)
            && !words.iter().any(|&at| matches!(tree.xpos(at), "VBD" | "VBZ" | "VBP" | "MD"))
    }

    /// Whether the dash before it ends another aside: "made the port – the old one too – a town".
    fn follows_dashes(&self, token: usize) -> bool {
        let tree = &self.tree;
        let first = tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        let dash = |at: usize| {
            matches!(tree.word(at), "–" | "—" | "--") || tree.word(at) == "-" && self.is_apart(at)
        };
        let opens = if dash(first) { first } else { first.saturating_sub(1) };
        let sentence = tree.analysis.sentence_of(token);
        let start = tree.analysis.sentences[sentence].tokens.start;
        dash(opens) && (start + 1..opens).filter(|&at| dash(at)).count() % 2 == 1
    }

    /// Whether it says what there is, or who it is, which is all that such a sentence tells: "There is a letter, dated in
    /// May", "it is the clerks, under Lee, who left".
    fn says_what_there_is(&self, token: usize) -> bool {
        let tree = &self.tree;
        let Some(noun) = tree.head(token) else { return false };
        let there = |at: usize| {
            tree.children(at)
                .any(|child| tree.deprel(child) == Deprel::Expl && tree.is_word(child, &["there"]))
        };
        let picked = |at: usize| {
            let it = |child: usize| child < at && tree.is_word(child, &["it"]);
            tree.upos(at).is_nominal()
                && tree.children(at).any(it)
                && tree.child(at, |deprel| deprel == Deprel::Cop).is_some()
        };
        let who = tree.is_word(self.first_word(token), &["who", "that"]);
        there(noun)
            || tree.head(noun).is_some_and(there)
            || who && std::iter::once(noun).chain(tree.ancestors(noun)).any(picked)
    }

    /// Whether it tells more than who or what something is: "the port is closed, the papers show"; "went to the hall,
    /// where he was arrested"; "fell ill, leading to her death".
    ///
    /// Participles run on with what was said, and go with [`Cut::Turns`].
    fn is_told(&self, token: usize, cut: Cut) -> bool {
        let tree = &self.tree;
        let words = tree.subtree(token, |_| true);
        let find = |wanted: &dyn Fn(usize) -> bool| words.iter().copied().find(|&at| wanted(at));
        let related = find(&|at| {
            tree.is_word(at, &["who", "whom", "whose", "which", "that", "what", "when"])
        });
        let finite = find(&|at| matches!(tree.xpos(at), "VBD" | "VBZ" | "VBP" | "MD"));
        let unrelated = finite.is_some_and(|verb| related.is_none_or(|word| word > verb));
        let running = cut < Cut::Turns
            && tree.deprel(token) == Deprel::Acl
            && (tree.xpos(token) == "VBG" || tree.is_word(token, &["compared"]));
        running || unrelated && !self.bracketed(token)
    }

    /// Whether what follows goes on with it: "which he calls a camp, but others call a jail", "for the town, the state, and
    /// the country".
    fn is_shared(&self, token: usize) -> bool {
        let tree = &self.tree;
        let last = tree.subtree(token, |_| true).last().copied().unwrap_or(token);
        let comma = usize::from(tree.word(last + 1) == ",");
        tree.deprel(token) != Deprel::Acl
            && !self.bracketed(token)
            && tree.deprel(last + 1 + comma) == Deprel::Cc
    }

    fn starts_with_number(&self, token: usize) -> bool {
        let words = self.tree.subtree(token, |_| true);
        let first = words.into_iter().find(|&at| self.tree.upos(at) != Upos::Punct);
        first.is_some_and(|first| {
            self.tree.upos(first) == Upos::Num
                && self.tree.head(token).is_some_and(|noun| {
                    self.tree.children(noun).any(|child| self.tree.upos(child) == Upos::Num)
                })
        })
    }

    fn dashed(&self, token: usize) -> bool {
        let first = self.tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        let mark = |at: usize| matches!(self.tree.word(at), "–" | "—" | "--");
        (mark(first) || first.checked_sub(1).is_some_and(mark))
            && self.tree.subject(token).is_none()
    }

    /// Whether a comma, dash or bracket stands right before the subtree or at its start.
    pub(super) fn is_set_off(&self, token: usize) -> bool {
        let subtree = self.tree.subtree(token, |_| true);
        let Some(&first) = subtree.first() else { return false };
        // "a $15-an-hour wage": a hyphen sets nothing off.
        let mark = |at: usize| {
            matches!(self.tree.word(at), "," | "–" | "—" | "--" | "(" | "[")
                || self.tree.word(at) == "-" && at > 0 && self.is_apart(at)
        };
        mark(first) || first.checked_sub(1).is_some_and(mark)
    }

    pub(crate) fn bracketed(&self, token: usize) -> bool {
        let first = self.tree.subtree(token, |_| true).first().copied().unwrap_or(token);
        let mark = |at: usize| matches!(self.tree.word(at), "(" | "[");
        mark(first) || first.checked_sub(1).is_some_and(mark)
    }

    /// Whether spaces stand on both sides of the token.
    pub(super) fn is_apart(&self, token: usize) -> bool {
        let range = |at: usize| self.tree.analysis.range(at);
        range(token - 1).end() < range(token).start()
            && range(token).end() < range(token + 1).start()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Writer};
    use crate::briefing::actors;
    use crate::language::analyze;
    use crate::testing::document;

    /// The first sentence of a text without its remarks and turns.
    fn cut(text: &str) -> String {
        let document = document(text);
        let analysis = analyze(&document);
        let cast = actors::find(&document, &analysis);
        let root = analysis.root(0).expect("the text has a sentence");
        let line = Writer::new(text, &analysis, &cast).statement(root, Cut::Turns);
        line.expect("it can be said").text
    }

    #[test]
    fn a_remark_goes_and_what_is_denied_stays() {
        assert_eq!(
            cut("Ana Lee, who lives in Selm, sold the old mill."),
            "Ana Lee sold the old mill."
        );
        let text = "Tom Ruiz once praised the toll and spoke of the dam as a gift, views that he has since disavowed.";
        assert_eq!(cut(text), text);
    }

    #[test]
    fn what_somebody_argues_is_no_remark() {
        let text = "The prize goes to a singer who can show, quietly and without notes, that the old songs still live.";
        assert_eq!(cut(text), text);
    }

    #[test]
    fn a_hyphen_sets_nothing_off() {
        let text =
            "The guild wants to lock in a $15-an-hour wage for all clerks of the town in May.";
        assert_eq!(cut(text), text);
    }

    #[test]
    fn how_far_below_stays() {
        let text = "In May, the guild set a goal for all boats of nine million crowns, well below the twelve million crowns \
            that the town had sought.";
        assert!(cut(text).contains("well below"), "{}", cut(text));
    }

    #[test]
    fn how_long_after_stays() {
        let text = "The vote in Selm will come three weeks and a day after the guild of Tarn starts its own.";
        assert_eq!(cut(text), text);
    }

    #[test]
    fn a_comma_ends_what_leads_in() {
        assert_eq!(
            cut(
                "Unlike the council, which wants to wait, the regional government has offered to lend the town half of \
                 the money for the pier."
            ),
            "Unlike the council, the regional government has offered to lend the town half of the money for the pier."
        );
    }

    #[test]
    fn the_day_is_that_of_the_aside() {
        let text = "The poll, conducted by telephone in April, when the first cattle died, has a margin of error of three \
            points.";
        assert_eq!(cut(text), text);
    }

    #[test]
    fn the_comma_that_ends_a_place_or_a_title_stays() {
        assert_eq!(
            cut(
                "A guild led by members of the wealthy Ruiz family of Port Selm, Norland, which holds a stake in the mill, said \
                 it has had talks about the pier."
            ),
            "A guild led by members of the wealthy Ruiz family of Port Selm, Norland, said it has had talks about the pier."
        );
        assert_eq!(
            cut(
                "Norland's council will lift a ban on the old boats on May 6, paving the way for talks with the miners, a city \
                 clerk said Saturday."
            ),
            "Norland's council will lift a ban on the old boats on May 6, a city clerk said Saturday."
        );
    }

    #[test]
    fn to_whom_a_speaker_turns_goes() {
        assert_eq!(
            cut("Mr. President, my country has one of the most digital governments in the world."),
            "My country has one of the most digital governments in the world."
        );
    }

    #[test]
    fn whose_name_follows_stays() {
        let text = "The released fighters included Omar Haddad, the younger brother of the movement's deputy leader, Karim \
            Haddad, who heads the armed guild's Haddad network.";
        let kept = "The released fighters included Omar Haddad, the younger brother of the movement's deputy leader, Karim";
        assert!(cut(text).starts_with(kept), "{}", cut(text));
    }

    #[test]
    fn each_state_goes() {
        assert_eq!(
            cut(
                "Ana Lee (R-Selm) and Tom Ruiz (R-Tarn), the clerks of the old guild, have left the town."
            ),
            "Ana Lee and Tom Ruiz have left the town."
        );
    }
}
