//! The words that linking goes by: nouns for people and bodies, titles, pronouns.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Gender;

static PEOPLE: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../../assets/people.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// Whether a noun, in lower case and the singular, means a person: `minister`, `aide`.
pub fn is_person(noun: &str) -> bool {
    let last = noun.rsplit('-').next().unwrap_or(noun);
    PEOPLE.contains(noun)
        || PEOPLE.contains(last)
        || noun.strip_prefix("ex-").is_some_and(|n| PEOPLE.contains(n))
}

/// Whether a word is the ending behind an owner.
pub fn is_genitive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

/// Nouns for relatives, each with the gender that it tells.
const KIN: &[(&str, Gender)] = &[
    ("aunt", Gender::Female),
    ("brother", Gender::Male),
    ("cousin", Gender::Unknown),
    ("dad", Gender::Male),
    ("daughter", Gender::Female),
    ("ex-husband", Gender::Male),
    ("ex-wife", Gender::Female),
    ("father", Gender::Male),
    ("grandfather", Gender::Male),
    ("grandmother", Gender::Female),
    ("grandson", Gender::Male),
    ("granddaughter", Gender::Female),
    ("half-brother", Gender::Male),
    ("half-sister", Gender::Female),
    ("husband", Gender::Male),
    ("mom", Gender::Female),
    ("mother", Gender::Female),
    ("mum", Gender::Female),
    ("nephew", Gender::Male),
    ("niece", Gender::Female),
    ("parents", Gender::Unknown),
    ("sister", Gender::Female),
    ("son", Gender::Male),
    ("son-in-law", Gender::Male),
    ("spouse", Gender::Unknown),
    ("stepdaughter", Gender::Female),
    ("stepfather", Gender::Male),
    ("stepmother", Gender::Female),
    ("stepson", Gender::Male),
    ("twin", Gender::Unknown),
    ("uncle", Gender::Male),
    ("widow", Gender::Female),
    ("widower", Gender::Male),
    ("wife", Gender::Female),
];

/// Whether a noun makes somebody another's relative.
pub fn is_kin(noun: &str) -> bool {
    KIN.iter().any(|(kin, _)| *kin == noun)
}

/// Nouns for the gender that they tell.
pub(super) fn gender_of_noun(noun: &str) -> Gender {
    const FEMALE: &[&str] = &[
        "woman",
        "girl",
        "queen",
        "princess",
        "duchess",
        "lady",
        "actress",
        "heiress",
        "baroness",
        "countess",
        "nun",
        "bride",
        "girlfriend",
        "fiancee",
        "fiancée",
        "goddess",
        "hostess",
        "waitress",
        "empress",
        "housewife",
        "heroine",
        "priestess",
        "dowager",
        "midwife",
    ];
    const MALE: &[&str] = &[
        "man",
        "boy",
        "king",
        "prince",
        "duke",
        "gentleman",
        "monk",
        "groom",
        "boyfriend",
        "fiance",
        "fiancé",
        "god",
        "emperor",
        "pope",
        "baron",
        "patriarch",
        "priest",
        "sheikh",
        "sultan",
        "imam",
        "ayatollah",
        "cardinal",
        "lord",
        "guy",
        "lad",
    ];
    if let Some(&(_, gender)) = KIN.iter().find(|(kin, _)| *kin == noun) {
        return gender;
    }
    if FEMALE.contains(&noun) || noun.ends_with("woman") {
        Gender::Female
    } else if MALE.contains(&noun) || (noun.ends_with("man") && noun != "human") {
        Gender::Male
    } else {
        Gender::Unknown
    }
}

/// Words before a personal name that are no part of it, in lower case without a full stop.
pub fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "doctor",
        "prof",
        "professor",
        "rev",
        "reverend",
        "fr",
        "father",
        "sister",
        "brother",
        "pope",
        "cardinal",
        "bishop",
        "archbishop",
        "rabbi",
        "imam",
        "ayatollah",
        "sheikh",
        "sheik",
        "mullah",
        "maulana",
        "hon",
        "honorable",
        "honourable",
        "president",
        "pres",
        "prime",
        "minister",
        "premier",
        "chancellor",
        "vice",
        "king",
        "queen",
        "prince",
        "princess",
        "emperor",
        "empress",
        "emir",
        "sultan",
        "crown",
        "duke",
        "duchess",
        "baron",
        "baroness",
        "count",
        "countess",
        "sen",
        "senator",
        "rep",
        "representative",
        "congressman",
        "congresswoman",
        "gov",
        "governor",
        "lt",
        "mayor",
        "judge",
        "justice",
        "chief",
        "secretary",
        "speaker",
        "ambassador",
        "gen",
        "general",
        "col",
        "colonel",
        "maj",
        "major",
        "capt",
        "captain",
        "cmdr",
        "commander",
        "adm",
        "admiral",
        "sgt",
        "sergeant",
        "cpl",
        "pvt",
        "lieutenant",
        "marshal",
        "brig",
        "brigadier",
        "sheriff",
        "officer",
        "detective",
        "inspector",
        "constable",
        "attorney",
        "councillor",
        "councilman",
        "councilwoman",
        "taoiseach",
        "tánaiste",
        "deputy",
        "msgr",
        "monsignor",
        "st",
        "saint",
        "dgp",
        "igp",
        "mp",
        "mep",
        "msp",
        "mla",
        "mlc",
    ];
    is_courtesy(word) || TITLES.contains(&word.trim_end_matches('.'))
}

/// Forms of address, in lower case with or without a full stop: they say nothing about who somebody is.
pub fn is_courtesy(word: &str) -> bool {
    const FORMS: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "mister",
        "madam",
        "madame",
        "mme",
        "mlle",
        "monsieur",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "señor",
        "senor",
        "señora",
        "señorita",
        "senhor",
        "senhora",
        "doña",
        "don",
        "signor",
        "signora",
        "herr",
        "frau",
        "shri",
        "shree",
        "shrimati",
        "smt",
        "kumari",
        "thiru",
        "datuk",
        "dato",
        "datin",
        "encik",
        "alhaji",
        "hajia",
        "haji",
        "mzee",
        "engr",
        "comrade",
    ];
    FORMS.contains(&word.trim_end_matches('.'))
}

/// The gender that a title tells.
pub(super) fn gender_of_title(word: &str) -> Gender {
    match word.trim_end_matches('.') {
        "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "father" | "brother" | "emperor"
        | "monsieur" | "herr" | "don" | "señor" | "senor" | "congressman" | "councilman"
        | "pope" | "mister" | "baron" | "count" | "sheikh" | "sheik" | "ayatollah" | "shri"
        | "shree" | "thiru" | "datuk" | "dato" | "encik" | "alhaji" | "senhor" | "signor"
        | "msgr" | "monsignor" => Gender::Male,
        "mrs" | "ms" | "miss" | "madam" | "madame" | "mme" | "mlle" | "dame" | "lady" | "queen"
        | "princess" | "duchess" | "sister" | "empress" | "frau" | "doña" | "señora"
        | "congresswoman" | "councilwoman" | "baroness" | "countess" | "shrimati" | "smt"
        | "kumari" | "datin" | "hajia" | "senhora" | "signora" | "señorita" => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// Those whose work it is to find out.
pub fn is_inquirer(noun: &str) -> bool {
    const INQUIRERS: &str = "analyst auditor authority coroner detective expert inspector investigator officer official police \
        prosecutor researcher scientist";
    INQUIRERS.split(' ').any(|inquirer| inquirer == noun)
}

/// A noun for a body of people that acts as one, in lower case and the singular.
pub fn is_body(noun: &str) -> bool {
    const BODIES: &[&str] = &[
        "government",
        "administration",
        "regime",
        "establishment",
        "cabinet",
        "ministry",
        "department",
        "agency",
        "bureau",
        "office",
        "authority",
        "commission",
        "committee",
        "council",
        "court",
        "tribunal",
        "parliament",
        "senate",
        "congress",
        "assembly",
        "legislature",
        "house",
        "chamber",
        "party",
        "opposition",
        "coalition",
        "alliance",
        "bloc",
        "union",
        "federation",
        "confederation",
        "league",
        "association",
        "society",
        "organization",
        "organisation",
        "institute",
        "institution",
        "institutes",
        "university",
        "college",
        "school",
        "academy",
        "church",
        "mosque",
        "synagogue",
        "temple",
        "diocese",
        "company",
        "firm",
        "corporation",
        "group",
        "conglomerate",
        "business",
        "bank",
        "fund",
        "foundation",
        "charity",
        "trust",
        "army",
        "navy",
        "military",
        "force",
        "forces",
        "police",
        "coastguard",
        "guard",
        "militia",
        "brigade",
        "regiment",
        "service",
        "team",
        "club",
        "squad",
        "board",
        "panel",
        "newspaper",
        "paper",
        "magazine",
        "broadcaster",
        "network",
        "channel",
        "station",
        "publisher",
        "outlet",
        "journal",
        "website",
        "campaign",
        "movement",
        "network",
        "consortium",
        "center",
        "centre",
        "hospital",
        "museum",
        "embassy",
        "consulate",
        "mission",
        "delegation",
        "secretariat",
        "presidency",
        "municipality",
        "startup",
        "carmaker",
        "automaker",
        "airline",
        "retailer",
        "manufacturer",
        "supplier",
        "operator",
        "developer",
        "insurer",
        "lender",
        "regulator",
        "watchdog",
        "authorities",
        "leadership",
        "junta",
        "monarchy",
        "treasury",
        "think-tank",
        "lobby",
        "cartel",
        "gang",
        "syndicate",
        "faction",
        "wing",
        "caucus",
        "ombudsman",
        "prosecution",
        "defence",
        "defense",
    ];
    BODIES.contains(&noun)
}

/// Nouns that say what a body or a group is.
pub(super) fn is_describing(noun: &str) -> bool {
    is_body(noun)
        || matches!(
            noun,
            "minority"
                | "people"
                | "tribe"
                | "sect"
                | "cult"
                | "community"
                | "publication"
                | "site"
                | "blog"
                | "platform"
                | "app"
                | "provider"
                | "maker"
                | "producer"
                | "giant"
                | "chain"
                | "nonprofit"
                | "organizer"
                | "pollster"
                | "subsidiary"
                | "affiliate"
                | "branch"
                | "arm"
                | "unit"
                | "owner"
                | "shareholder"
                | "investor"
                | "venture"
                | "contractor"
                | "tank"
                | "pac"
                | "body"
                | "forum"
                | "brand"
                | "label"
                | "daily"
                | "weekly"
                | "tabloid"
                | "portal"
                | "programme"
                | "program"
                | "exchange"
                | "studio"
                | "vendor"
                | "distributor"
                | "exporter"
                | "importer"
                | "utility"
                | "registry"
        )
}

/// Nouns that stand for a state as a whole: `the country`.
pub(super) fn is_state_noun(noun: &str) -> bool {
    matches!(
        noun,
        "country" | "nation" | "state" | "republic" | "kingdom" | "island" | "superpower"
    )
}

/// Nouns that, after a state's adjective or name, mean the state as it acts: `the Russian government`.
pub(super) fn is_government_noun(noun: &str) -> bool {
    matches!(
        noun,
        "government"
            | "authority"
            | "authorities"
            | "regime"
            | "administration"
            | "leadership"
            | "state"
            | "side"
    )
}

/// The rank that different words name alike, so that `the Belarusian leader` is Belarus's president.
pub fn office_of(noun: &str) -> &str {
    match noun {
        "leader" | "strongman" | "ruler" | "president" | "premier" | "chancellor" | "king"
        | "queen" | "monarch" | "emperor" | "emir" | "sultan" | "dictator" | "autocrat"
        | "prime" | "taoiseach" => "leader",
        "spokesman" | "spokeswoman" | "spokesperson" => "spokesperson",
        "chairman" | "chairwoman" | "chairperson" | "chair" => "chair",
        "congressman" | "congresswoman" | "lawmaker" | "legislator" | "mp" | "representative"
        | "rep" => "lawmaker",
        "senator" | "sen" => "senator",
        "general" | "gen" => "general",
        "professor" | "prof" => "professor",
        "governor" | "gov" => "governor",
        "envoy" | "ambassador" | "diplomat" => "envoy",
        "attorney" | "lawyer" | "counsel" => "lawyer",
        "adviser" | "advisor" | "aide" => "adviser",
        "chief" | "head" | "director" | "boss" => "head",
        other => other,
    }
}

/// Words in lower case that belong to the surname behind them: `von` of `Clara von Lund`.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: &str = "al el de da das di dei del della delle dos du des den der het la le lo van von vom zu zum zur ter \
        ten te t 't bin ibn bint ben abu st st. mac af av ap ní ni nic ó uí san santa";
    PARTICLES.split_whitespace().any(|known| known == word)
}

/// Words that a short form of an organization's name leaves out.
pub fn is_company_word(word: &str) -> bool {
    const WORDS: &str = "group corp corporation inc incorporated ltd limited llc llp plc co company companies holding holdings \
        pac ag sa gmbh nv se party foundation university institute news newspaper magazine bank industries \
        technologies motor motors pharmaceutical pharmaceuticals chemical chemicals services solutions \
        publishing enterprises entertainment pictures studios records laboratories labs stores brands foods \
        software semiconductor petroleum securities insurance financial communications broadcasting airlines \
        airways systems partners capital international organization organisation movement department ministry \
        agency association club network networks media school college church hospital museum team committee \
        campaign administration";
    WORDS.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_known_by_their_nouns() {
        for noun in
            ["president", "co-founder", "vice-premier", "ex-minister", "spokeswoman", "director"]
        {
            assert!(is_person(noun), "{noun}");
        }
        for noun in ["ministry", "war", "table", "government"] {
            assert!(!is_person(noun), "{noun}");
        }
    }
}
