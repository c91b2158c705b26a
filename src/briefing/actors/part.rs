//! What part somebody has in the story of whom nothing tells what he is and what he does: `target of the attack`, `party to
//! the trade talks`, `scene of the protests`.

use super::calling::Calling;
use super::done;
use super::pronouns::Pronouns;
use super::roles::Role;
use super::told;
use super::wording::keeps_capital;
use crate::briefing::ActorKind;
use crate::language::coref::{Chain, Form, words};
use crate::language::lexicon::{Senses, lexicon};
use crate::language::times::is_time;
use crate::language::{Analysis, Deprel, Upos};
use crate::text::small;

/// What is named in more words is a story.
const MOST_WORDS: usize = 6;

pub(super) fn of(pronouns: &Pronouns<'_>, chain: &Chain, kind: ActorKind) -> Option<Role> {
    let analysis = pronouns.analysis;
    let place = matches!(kind, ActorKind::Place | ActorKind::Country);
    let mentions = || {
        chain.mentions.iter().map(|&idx| &analysis.chains.mentions[idx]).filter(|mention| {
            mention.form == Form::Name
                && !analysis.is_quoted(mention.range.start())
                && in_prose(pronouns, mention.head)
        })
    };
    let sides = || {
        let acts = kind != ActorKind::Person && kind != ActorKind::Place;
        mentions().filter(|_| acts).find_map(|mention| side(pronouns, chain, mention.head))
    };
    let heard = || {
        let body = kind == ActorKind::Organization;
        mentions().filter(|_| body).find_map(|mention| interview(pronouns, mention.head))
    };
    let scene =
        || mentions().filter(|_| place).find_map(|mention| scene(pronouns, chain, mention.head));
    mentions()
        .find_map(|mention| target(pronouns, chain, mention.head))
        .or_else(sides)
        .or_else(heard)
        .or_else(scene)
}

fn in_prose(pronouns: &Pronouns<'_>, token: usize) -> bool {
    let analysis = pronouns.analysis;
    let block = analysis.sentences[analysis.sentence_of(token)].block;
    pronouns.document.blocks()[block].kind.is_prose()
}

/// Proven by all from `noun` to the mention at `token`.
fn role(pronouns: &Pronouns<'_>, text: String, noun: usize, token: usize) -> Role {
    let proof = pronouns.analysis.cover(noun.min(token)..noun.max(token) + 1);
    Role { text, evidence: vec![proof] }
}

/// The noun that a mention hangs on by one of these prepositions.
fn above(pronouns: &Pronouns<'_>, token: usize, cases: &[&str]) -> Option<usize> {
    let analysis = pronouns.analysis;
    let at = done::first_of_several(analysis, token);
    let case = analysis.child_as(at, Deprel::Case)?;
    let word = analysis.word(pronouns.document, case).to_lowercase();
    let noun = analysis.head(at).filter(|&noun| {
        analysis.deprel(at) == Deprel::Nmod && analysis.upos(noun) == Upos::Noun && noun < at
    })?;
    cases.contains(&word.as_str()).then_some(noun)
}

/// `talks between Ostland and Norway`, `Norway's dispute with Ostland`.
fn side(pronouns: &Pronouns<'_>, chain: &Chain, token: usize) -> Option<Role> {
    let analysis = pronouns.analysis;
    let noun = above(pronouns, token, &["between", "with"])?;
    let fits = matches!(
        analysis.lemma(noun),
        "accord"
            | "agreement"
            | "alliance"
            | "border"
            | "ceasefire"
            | "conflict"
            | "deal"
            | "dispute"
            | "feud"
            | "negotiation"
            | "pact"
            | "row"
            | "standoff"
            | "talk"
            | "talks"
            | "treaty"
            | "truce"
            | "war"
    );
    let what =
        (fits && analysis.lemma(noun) != "border").then(|| phrase(pronouns, chain, noun))??;
    Some(role(pronouns, format!("party to {what}"), noun, token))
}

/// `an attack on Ostland`, `sanctions against Ostland`, `an investigation into the firm`.
fn target(pronouns: &Pronouns<'_>, chain: &Chain, token: usize) -> Option<Role> {
    let analysis = pronouns.analysis;
    let noun = above(pronouns, token, &["against", "at", "into", "of", "on"])?;
    let at = done::first_of_several(analysis, token);
    let case = analysis.child_as(at, Deprel::Case)?;
    let case = analysis.word(pronouns.document, case).to_lowercase();
    let lemma = analysis.lemma(noun);
    let struck = matches!(
        lemma,
        "airstrike"
            | "assault"
            | "attack"
            | "boycott"
            | "campaign"
            | "case"
            | "complaint"
            | "crackdown"
            | "embargo"
            | "lawsuit"
            | "offensive"
            | "protest"
            | "raid"
            | "sanction"
            | "strike"
            | "suit"
            | "war"
    ) && (case == "against"
        || case == "on" && !matches!(lemma, "case" | "campaign" | "protest" | "complaint"));
    let taken = case == "of"
        && matches!(
            lemma,
            "bombing" | "invasion" | "occupation" | "siege" | "shelling" | "annexation"
        );
    let looked = matches!(lemma, "inquiry" | "investigation" | "probe")
        && matches!(case.as_str(), "into" | "of");
    let told = if looked { "subject" } else { "target" };
    let what = (struck || taken || looked).then(|| phrase(pronouns, chain, noun))??;
    Some(role(pronouns, format!("{told} of {what}"), noun, token))
}

/// `told it in an interview with the Herald`: whom a paper or a station has asked.
fn interview(pronouns: &Pronouns<'_>, token: usize) -> Option<Role> {
    let analysis = pronouns.analysis;
    let talk = above(pronouns, token, &["with"])?;
    let own = analysis.child_as(talk, Deprel::NmodPoss);
    let verb = analysis.ancestors(talk).find(|&verb| analysis.upos(verb) == Upos::Verb);
    let who = own.or_else(|| analysis.subject(verb?))?;
    let asked = &analysis.chains.chains[pronouns.chain_of(who)?];
    let fits = analysis.lemma(talk) == "interview" && super::kind(asked) == Some(ActorKind::Person);
    let named = fits && asked.defined.is_none();
    let asked =
        Calling::new(pronouns.document, analysis, asked, ActorKind::Person).filter(|_| named)?;
    Some(Role {
        text: format!("interviewed {}", asked.short),
        evidence: vec![analysis.cover(talk.min(token)..talk.max(token) + 1), analysis.range(who)],
    })
}

/// `the protests in Selm`.
fn scene(pronouns: &Pronouns<'_>, chain: &Chain, token: usize) -> Option<Role> {
    let analysis = pronouns.analysis;
    let noun = above(pronouns, token, &["in", "at"])?;
    let happens = matches!(
        analysis.lemma(noun),
        "attack"
            | "battle"
            | "bombing"
            | "caucus"
            | "clash"
            | "conference"
            | "conflict"
            | "convention"
            | "coup"
            | "crash"
            | "crackdown"
            | "debate"
            | "demonstration"
            | "disaster"
            | "earthquake"
            | "election"
            | "explosion"
            | "fight"
            | "fighting"
            | "flood"
            | "massacre"
            | "meeting"
            | "negotiation"
            | "offensive"
            | "primary"
            | "protest"
            | "raid"
            | "rally"
            | "referendum"
            | "riot"
            | "shooting"
            | "siege"
            | "strike"
            | "summit"
            | "talk"
            | "talks"
            | "trial"
            | "unrest"
            | "uprising"
            | "violence"
            | "war"
    );
    let what = happens.then(|| phrase(pronouns, chain, noun))??;
    Some(role(pronouns, format!("scene of {what}"), noun, token))
}

/// The noun with the words before it, of something that is or was.
fn phrase(pronouns: &Pronouns<'_>, chain: &Chain, noun: usize) -> Option<String> {
    let analysis = pronouns.analysis;
    let start = start_of(pronouns, noun);
    let tokens: Vec<usize> = (start..=noun).collect();
    let own = |token: &usize| {
        pronouns.names.get(token).is_some_and(|&idx| {
            analysis.chains.chains[idx].mentions.first() == chain.mentions.first()
        })
    };
    let first = analysis.word(pronouns.document, start).to_lowercase();
    // A heading in capitals.
    let shouted = !analysis.word(pronouns.document, noun).contains(char::is_lowercase);
    if is_unreal(pronouns, chain, noun)
        || is_feared(analysis, noun)
        || words::is_genitive(&first)
        || shouted
        || start > noun
        || is_open(pronouns, &first, &tokens)
        || tokens.len() > MOST_WORDS
        || tokens.iter().any(own)
    {
        return None;
    }
    let line = pronouns.line(&tokens, chain)?;
    let named = analysis.name_kind(start).is_some()
        || matches!(analysis.upos(start), Upos::Propn | Upos::Pron);
    // `the Norwegian elections` keep the capital.
    let line = if named || keeps_capital(pronouns.document, analysis, start) {
        line
    } else {
        small(&line)
    };
    let determined = matches!(analysis.upos(start), Upos::Det | Upos::Pron)
        || analysis.child_as(noun, Deprel::NmodPoss).is_some_and(|owner| owner >= start);
    let line = line.strip_prefix("an ").or(line.strip_prefix("a ")).unwrap_or(&line).to_owned();
    let bare = determined && !matches!(first.as_str(), "a" | "an");
    Some(if bare { line } else { format!("the {line}") })
}

/// `would mean war with Ostland`, `if the attack on it succeeds`, `never took part in the war`.
fn is_unreal(pronouns: &Pronouns<'_>, chain: &Chain, noun: usize) -> bool {
    let analysis = pronouns.analysis;
    let verb = analysis.ancestors(noun).find(|&verb| analysis.upos(verb) == Upos::Verb);
    verb.is_some_and(|verb| {
        let may = analysis
            .children_as(verb, Deprel::Aux)
            .any(|aux| analysis.xpos(aux) == "MD" && !matches!(analysis.lemma(aux), "will" | "wo"));
        may || done::is_denied(pronouns, verb)
            || analysis.xpos(verb) == "VB" && analysis.child_as(verb, Deprel::Aux).is_none()
            || told::word_of(pronouns, chain, verb) != told::Word::Plain
    })
}

/// `the possibility of war in the bay`.
fn is_feared(analysis: &Analysis, noun: usize) -> bool {
    analysis.head(noun).is_some_and(|above| {
        analysis.deprel(noun) == Deprel::Nmod
            && matches!(
                analysis.lemma(above),
                "chance"
                    | "danger"
                    | "fear"
                    | "hope"
                    | "idea"
                    | "likelihood"
                    | "possibility"
                    | "plan"
                    | "proposal"
                    | "prospect"
                    | "risk"
                    | "spectre"
                    | "specter"
                    | "talk"
                    | "threat"
            )
    })
}

/// Where the phrase of a noun starts without prepositions, and without its day: `Thursday's attack`, `the Thursday rally`.
fn start_of(pronouns: &Pronouns<'_>, noun: usize) -> usize {
    let analysis = pronouns.analysis;
    let word = |token: usize| analysis.word(pronouns.document, token).to_lowercase();
    let mut start = analysis.subtree(noun).start;
    while start < noun
        && (matches!(analysis.upos(start), Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Punct)
            || word(start) == "to")
    {
        start += 1;
    }
    let day = |token: usize| {
        is_time(analysis.lemma(token))
            || lexicon().senses(analysis.word(pronouns.document, token)).any(Senses::WEEKDAY)
    };
    if day(start) && words::is_genitive(&word(start + 1)) {
        start += 2;
    }
    let article = matches!(word(start).as_str(), "a" | "an" | "the");
    if article && start + 1 < noun && day(start + 1) {
        start += 2;
    }
    start
}

/// Whether the words of a phrase say that it is of no one that is, or of which only another place tells.
fn is_open(pronouns: &Pronouns<'_>, first: &str, tokens: &[usize]) -> bool {
    let analysis = pronouns.analysis;
    matches!(
        first,
        "any"
            | "no"
            | "this"
            | "that"
            | "these"
            | "those"
            | "such"
            | "another"
            | "every"
            | "each"
            | "some"
            | "many"
            | "more"
            | "most"
            | "possible"
    ) || tokens.iter().any(|&token| {
        matches!(
            analysis.lemma(token),
            "possible"
                | "potential"
                | "future"
                | "alleged"
                | "hypothetical"
                | "further"
                | "next"
                | "same"
                | "other"
                | "separate"
                | "similar"
                | "such"
                | "new"
        ) || matches!(analysis.upos(token), Upos::Verb | Upos::Adv | Upos::Sconj)
            || matches!(analysis.word(pronouns.document, token), "," | "-" | "(")
    })
}

#[cfg(test)]
mod tests {
    use crate::briefing::actors::testing::check_role;

    #[test]
    fn whom_something_is_against_is_its_target() {
        check_role(
            "The attack on Norway began on Monday. Ana Ruiz wept. Ships left.",
            "Norway",
            "target of the attack",
        );
    }

    #[test]
    fn whoever_talks_is_a_party_to_the_talks() {
        check_role(
            "The trade talks between Denmark and Norway began on Monday. Ana Ruiz smiled.",
            "Norway",
            "party to the trade talks",
        );
    }

    #[test]
    fn what_may_only_come_makes_nobody_a_part_of_it() {
        check_role(
            "Ana Ruiz spoke of the possibility of war in Norway. Ships left.",
            "Norway",
            None::<&str>,
        );
    }

    #[test]
    fn who_asks_somebody_is_told_by_it() {
        check_role(
            "The harbour is full. Anna Okafor praised the mayor in an interview with Radio Bergen. Ships left.",
            "Radio Bergen",
            "interviewed Okafor",
        );
    }

    #[test]
    fn where_something_happens_is_its_scene() {
        check_role(
            "Ana Ruiz smiled. The protests in Norway began on Monday. Ships left.",
            "Norway",
            "scene of the protests",
        );
    }

    #[test]
    fn what_a_people_or_a_party_has_keeps_its_capital() {
        check_role(
            "Boats left before Democratic caucuses in Nevada.",
            "Nevada",
            "scene of the Democratic caucuses",
        );
    }
}
