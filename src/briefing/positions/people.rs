//! Common nouns for people and bodies that act, and for texts that speak for whoever made them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

type Words = LazyLock<BTreeSet<&'static str>>;

static DOCUMENTS: Words = LazyLock::new(|| DOCUMENT_LIST.split(' ').collect());
static PEOPLE: Words = LazyLock::new(|| PEOPLE_LIST.split(' ').collect());
static THINGS: Words = LazyLock::new(|| THING_LIST.split(' ').collect());

/// Endings of nouns for people.
const ENDINGS: &[&str] =
    &["er", "or", "ist", "ian", "ant", "ee", "man", "woman", "crat", "people", "person", "ican"];

/// Whether a noun means people or a body that acts, by the list or by its ending.
pub(super) fn is_person(lemma: &str) -> bool {
    PEOPLE.contains(lemma)
        || (lemma.len() > 4
            && ENDINGS.iter().any(|ending| lemma.ends_with(ending))
            && !THINGS.contains(lemma))
}

/// Whether a noun means a text or a finding.
pub(super) fn is_document(lemma: &str) -> bool {
    DOCUMENTS.contains(lemma)
}

/// Whether a noun means a count of what people think.
pub(super) fn is_poll(lemma: &str) -> bool {
    matches!(lemma, "average" | "census" | "poll" | "polling" | "questionnaire" | "survey")
}

/// Texts and findings, which speak for whoever made them.
const DOCUMENT_LIST: &str = "account act ad advertisement advisory affidavit agreement amendment \
    analysis announcement article assessment audit autopsy average bill biography blog book briefing \
    brochure bulletin caption census chart charter code column comment commercial communique communiqué \
    complaint constitution contract cover curriculum data decision declaration decree diary dispatch \
    document documentary documents dossier draft e-mail editorial email essay estimate evidence \
    experience experiment figure file filing film finding footage footnote forecast guideline handout \
    headline history index indicator indictment inquiry interview investigation invitation invoice \
    journal label law lawsuit leaflet ledger legislation letter log magazine mail manifesto manual map \
    measure memo memoir memorandum message model motion news newsletter newspaper note notice novel \
    number opinion order pamphlet paper petition photo photograph picture plan plaque platform play poem \
    policy poll polling post poster presentation profile program programme projection proposal \
    publication questionnaire receipt record recording release report research resolution result review \
    rule ruling screenshot script scripture sign slide song speech spreadsheet statement statistic \
    statute story study subpoena suit summary survey tape test testimony text theory tradition \
    transcript transcription treaty tweet verdict version video website wire word writing";

/// Nouns for people and bodies that act and that no ending tells.
const PEOPLE_LIST: &str = "administration adult agency agent aide airline ally ambassador analyst anchor army assembly association \
    attendee attorney audience aunt authority bank base bishop bloc board body boss boy brother bureau \
    business cabinet camp campaign candidate captain chair chairman chairwoman champion charity chief \
    child church circle citizen city clan clerk client club coach coalition colleague colonel commission \
    committee community company congress congressman congresswoman conservative constituent consultant \
    cop corporation council counsel country couple court cousin crew critic crowd czar daughter delegate \
    delegation democracy department deputy diplomat dissident doctor duo electorate elite embassy \
    emperor enemy ensemble envoy establishment everybody everyone executive exile expert faction family fan \
    father federation fellow figure firm folk force foundation friend general giant girl government \
    governor group guide guard guest guy half hawk head hero host hostage house household husband \
    immigrant inmate insider institute institution intellectual judge junta jury king kingdom lady \
    lawyer leadership league legislature liberal lobby loyalist majority man mate mayor media member migrant \
    militant military militia minister ministry minority mob moderate mother movement municipality nation neighbor \
    neighbour network niece nominee non-profit nonprofit nun official opponent opposition outlet owner pac palace panel parent \
    parliament participant party passenger patient peer people person player police politburo pope \
    populace population premier president press priest prince princess professional prophet public \
    pundit queen rebel refugee regime relative representative republic resident respondent rest rival \
    secretary sect senate senior servant service sheriff side sister society soldier son source \
    spokesman spokesperson spokeswoman staff state station strategist student superdelegate supremacist \
    surrogate survivor team teen town tribe trio troop troops tyrant uncle union university veteran \
    victim village vote widow wife wing witness woman world youth";

/// Nouns that end like people and are none.
const THING_LIST: &str = "number paper power water order matter letter member-state weather winter summer october november \
    december september quarter center border factor error corner river fever danger anger hunger finger \
    shoulder gender tower flower cover chapter disaster poster sector mirror terror honor labor favor \
    rumor humor color door floor restaurant plant grant warrant refugee-camp fee coffee degree tree \
    dinner layer computer server shelter theater barrier career answer offer transfer effort behavior \
    behaviour remainder reminder encounter register semester trigger hammer newspaper guarantee \
    committee referendum motor vector corridor interior exterior wonder murder disorder slander thunder \
    burger timber chamber cancer laser buffer suffer charter";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_by_list_or_ending() {
        for noun in ["senator", "economist", "government", "spokeswoman", "voter", "court"] {
            assert!(is_person(noun), "{noun}");
        }
        for noun in ["number", "winter", "rate", "disaster"] {
            assert!(!is_person(noun), "{noun}");
        }
    }
}
