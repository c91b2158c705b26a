//! Common nouns for people and bodies that act, and for texts that speak for whoever made them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::language::coref::words;

type Words = LazyLock<BTreeSet<&'static str>>;

static DOCUMENTS: Words = LazyLock::new(|| DOCUMENT_LIST.split(' ').collect());
static BODIES: Words = LazyLock::new(|| BODY_LIST.split(' ').collect());
static THINGS: Words = LazyLock::new(|| THING_LIST.split(' ').collect());

/// Endings of nouns for people.
const ENDINGS: &[&str] =
    &["er", "or", "ist", "ian", "ant", "ee", "man", "woman", "crat", "people", "person", "ican"];

/// Whether a noun means people or a body that acts, by the lists or by its ending.
pub(super) fn is_person(lemma: &str) -> bool {
    BODIES.contains(lemma) || is_somebody(lemma)
}

/// Whether a noun means people, by the list or by its ending.
pub(super) fn is_somebody(lemma: &str) -> bool {
    let ends = lemma.len() > 4 && ENDINGS.iter().any(|ending| lemma.ends_with(ending));
    (words::is_person(lemma) || ends) && !THINGS.contains(lemma)
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

/// Nouns for bodies that act, and for people whom the list of people does not have first of all.
const BODY_LIST: &str = "academy administration adult agency agent airline alliance aristocracy army assembly association \
    audience authority bank base bloc board body borough bourgeoisie brass brigade brokerage brotherhood \
    bureau business cabinet caliphate camp campaign cartel chamber chancellery charity choir church \
    circle city clan clergy club coalition collective commission committee commune community company \
    confederation conglomerate congregation congress consortium constituent consulate consultancy \
    cooperative corporation council country county couple court crew crowd crown delegation democracy \
    department diaspora diocese directorate duma duo electorate elite embassy emirate enemy ensemble \
    establishment everybody everyone faction faculty family fan federation figure firm folk force \
    foundation fraternity fund gang garrison gentry giant government group guild half hawk host house \
    household humanity humankind inspectorate institute institution insurgency intelligentsia judiciary \
    junta jury kingdom leadership league legion legislature lobby majority management mankind marines \
    media membership military militia ministry minority mob monarchy movement municipality nation navy \
    neighborhood neighbourhood network nobility non-profit nonprofit office opposition orchestra outlet \
    pac palace panel paramilitary parish parliament partnership party peasantry people person personnel \
    police politburo populace population presidency press proletariat province public queen railroad \
    railway regime regiment republic resistance rest secretariat sect senate service side society \
    sorority source soviet squad staff startup state station sultanate superdelegate syndicate synod \
    tabloid team town treasury tribe tribunal trio troop troops troupe trust union university utility \
    village vote weekly wing womanhood workforce world";

/// Nouns that end like people and are none.
const THING_LIST: &str = "accelerator anger answer ardor armor banner barometer barrier bee behavior behaviour blunder boiler border \
    buffer bumper bunker burger butter calculator cancer candor canister career center centimeter chamber chapter \
    charter checklist cheer cinder clover cluster clutter coffee color committee computer consonant constant \
    contaminant conveyor coolant copper corner corridor covenant cover crater cylinder danger december decree degree \
    determinant diameter diaper dinner disaster disorder door drawer effort elephant elevator encounter endeavor \
    error escalator exterior factor favor fee fertilizer fervor fever fiber filibuster filter finger fist flavor \
    flier floor flower fodder folder freezer frontier garter gender generator ginger gist glacier glee grant grist \
    guarantee guilder gutter halter hammer hanger harbor heater helicopter honor horror humor hunger hydrant implant \
    incinerator indicator instant interior jamboree jubilee jumper kilometer knee labor ladder laser laughter layer \
    ledger letter lever liquor list litter liver lobster locker lubricant lumber manner manslaughter marker matter \
    median member-state merger meter millimeter mirror mist mixer monster motor murder muster newsletter newspaper \
    november number october odor offer order ouster oyster pallor pamper paper parameter parlor pedigree penchant \
    pendant pepper perimeter pier plant plaster platter plunder plunger pointer poker pollutant poster powder power \
    prayer primer printer projector propeller pullover quadrant quarter quaver radiator rafter rancor razor reactor \
    referendum refrigerator refugee-camp register remainder reminder remnant restaurant rigor river rocker roller \
    roster rubber rudder ruler rumor saucer scanner scepter scooter sector semester semiconductor sensor september \
    server shelter shortlist shoulder shower shutter silver skyscraper slander slaughter slipper sliver sneaker \
    spider splendor splinter spree sprinkler squalor stapler starter sticker stimulant stopover stretcher stroller \
    stupor suffer summer supper surrender sweater takeover talisman tanker teleprompter temper tender tenor terror \
    tether theater thermometer thunder tier tiger timber timer toaster toffee tower tractor trailer transfer \
    transformer transplant trawler tree tremor trigger tumbler tumor turnover twist ulcer upper valor vapor variant \
    vector ventilator vesper vigor voucher waist waiver warrant water weather welter whisper winter wonder wrapper \
    wrist zipper";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_by_list_or_ending() {
        let people = ["senator", "economist", "spokeswoman", "voter", "imam", "scholar"];
        let bodies = ["government", "court", "clergy", "guild"];
        for noun in people.into_iter().chain(bodies) {
            assert!(is_person(noun), "{noun}");
        }
        for noun in ["number", "winter", "rate", "disaster", "server"] {
            assert!(!is_person(noun), "{noun}");
        }
    }
}
