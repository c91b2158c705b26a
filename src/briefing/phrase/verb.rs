//! English verb forms: from the base form to the others.
//!
//! The table holds the irregular verbs of present-day English; compounds (`undergo`, `outbid`) follow
//! the verb that they end in. The rules hold the rest.

/// `goes`, `denies`.
pub(crate) fn third_person(base: &str) -> String {
    match base {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if ends_hissing(base) || base.ends_with('o') && !ends_in_vowel_pair(base) => {
            format!("{base}es")
        }
        _ => match base.strip_suffix('y') {
            Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
            _ => format!("{base}s"),
        },
    }
}

/// `went`, `denied`.
pub(crate) fn past(base: &str) -> String {
    irregular(base)
        .map_or_else(|| regular_past(base), |(stem, (_, past, _))| format!("{stem}{past}"))
}

/// `gone`, `denied`.
pub(crate) fn participle(base: &str) -> String {
    irregular(base).map_or_else(
        || regular_past(base),
        |(stem, (_, _, participle))| format!("{stem}{participle}"),
    )
}

/// `going`, `denying`.
pub(crate) fn gerund(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let drops = base.ends_with('e')
        && !["ee", "oe", "ye"].iter().any(|end| base.ends_with(end))
        && !matches!(base, "be" | "singe" | "tinge");
    match base.strip_suffix('e') {
        Some(stem) if drops => format!("{stem}ing"),
        _ => format!("{}ing", doubled(base)),
    }
}

fn regular_past(base: &str) -> String {
    if base.ends_with('e') {
        return format!("{base}d");
    }
    // "urged", which the lemma does not take apart, is past already; "need", "shed" and "embed" are bases.
    let short = |stem: &str| stem.len() < 3 || stem.ends_with('e') || matches!(stem, "emb" | "shr");
    if base.strip_suffix("ed").is_some_and(|stem| !short(stem)) {
        return base.to_owned();
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ied"),
        _ => format!("{}ed", doubled(base)),
    }
}

/// The base with its last consonant doubled where English doubles it before a vowel.
fn doubled(base: &str) -> String {
    // "overrun" doubles as "run" does.
    if let Some((prefix, rest)) =
        PREFIXES.iter().find_map(|prefix| Some((prefix, base.strip_prefix(prefix)?)))
        && irregular(rest).is_some_and(|(stem, _)| stem.is_empty())
    {
        return format!("{prefix}{}", doubled(rest));
    }
    let letters: Vec<char> = base.chars().collect();
    let [.., before, vowel, last] = letters.as_slice() else {
        return base.to_owned();
    };
    let closed = !matches!(last, 'w' | 'x' | 'y')
        && !is_vowel(*last)
        && is_vowel(*vowel)
        // "quit" has one vowel: the u belongs to the q.
        && (!is_vowel(*before) || letters.iter().rev().nth(3) == Some(&'q') && *before == 'u');
    let one_syllable = letters
        .iter()
        .zip(letters.iter().skip(1))
        .filter(|(a, b)| is_vowel(**a) && !is_vowel(**b))
        .count()
        == 1
        && !base.ends_with("ye");
    if base.ends_with('c') && letters.len() > 4 && closed {
        return format!("{base}k");
    }
    let stressed =
        STRESSED_LAST.iter().any(|verb| base == *verb || base.ends_with(verb) && verb.len() > 4);
    if closed && (one_syllable || stressed) { format!("{base}{last}") } else { base.to_owned() }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_hissing(base: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end))
}

fn ends_in_vowel_pair(base: &str) -> bool {
    let mut letters = base.chars().rev();
    letters.next().is_some_and(is_vowel) && letters.next().is_some_and(is_vowel)
}

/// The irregular verb that `base` is or ends in, and what stands before it.
fn irregular(base: &str) -> Option<(&str, (&'static str, &'static str, &'static str))> {
    if let Ok(idx) = IRREGULAR.binary_search_by(|(verb, _, _)| (*verb).cmp(base)) {
        return Some(("", IRREGULAR[idx]));
    }
    PREFIXES.iter().find_map(|prefix| {
        let rest = base.strip_prefix(prefix)?;
        let idx = IRREGULAR.binary_search_by(|(verb, _, _)| (*verb).cmp(rest)).ok()?;
        Some((*prefix, IRREGULAR[idx]))
    })
}

const PREFIXES: &[&str] =
    &["counter", "inter", "over", "under", "fore", "with", "mis", "out", "pre", "un", "up", "re"];

/// Verbs of several syllables with the stress on a last one that doubles its consonant.
const STRESSED_LAST: &[&str] = &[
    "abet", "abhor", "acquit", "admit", "allot", "annul", "aver", "befit", "commit", "compel",
    "concur", "confer", "control", "debug", "defer", "demur", "deter", "dispel", "embed", "emit",
    "enrol", "enrap", "entrap", "equip", "excel", "expel", "extol", "format", "handicap", "impel",
    "incur", "infer", "inter", "kidnap", "occur", "omit", "outwit", "patrol", "permit", "prefer",
    "program", "propel", "rebel", "rebut", "recur", "refer", "regret", "remit", "repel", "submit",
    "transfer", "transmit", "unplug", "unwrap",
];

/// Base, past, participle; sorted by the base.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("awake", "awoke", "awoken"),
    ("be", "was", "been"),
    ("bear", "bore", "borne"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("befall", "befell", "befallen"),
    ("beget", "begot", "begotten"),
    ("begin", "began", "begun"),
    ("behold", "beheld", "beheld"),
    ("bend", "bent", "bent"),
    ("beset", "beset", "beset"),
    ("bespeak", "bespoke", "bespoken"),
    ("bet", "bet", "bet"),
    ("bid", "bid", "bid"),
    ("bind", "bound", "bound"),
    ("bite", "bit", "bitten"),
    ("bleed", "bled", "bled"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("breed", "bred", "bred"),
    ("bring", "brought", "brought"),
    ("broadcast", "broadcast", "broadcast"),
    ("build", "built", "built"),
    ("burst", "burst", "burst"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("cling", "clung", "clung"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("creep", "crept", "crept"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("dig", "dug", "dug"),
    ("dive", "dived", "dived"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("dwell", "dwelt", "dwelt"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("fit", "fit", "fit"),
    ("flee", "fled", "fled"),
    ("fling", "flung", "flung"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade", "forbidden"),
    ("forecast", "forecast", "forecast"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("forgo", "forwent", "forgone"),
    ("forsake", "forsook", "forsaken"),
    ("forswear", "forswore", "forsworn"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grind", "ground", "ground"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("kneel", "knelt", "knelt"),
    ("knit", "knit", "knit"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lie", "lay", "lain"),
    ("light", "lit", "lit"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("mow", "mowed", "mown"),
    ("offset", "offset", "offset"),
    ("overcome", "overcame", "overcome"),
    ("partake", "partook", "partaken"),
    ("pay", "paid", "paid"),
    ("plead", "pleaded", "pleaded"),
    ("proofread", "proofread", "proofread"),
    ("prove", "proved", "proven"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("rend", "rent", "rent"),
    ("rid", "rid", "rid"),
    ("ride", "rode", "ridden"),
    ("ring", "rang", "rung"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("saw", "sawed", "sawn"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("sew", "sewed", "sewn"),
    ("shake", "shook", "shaken"),
    ("shed", "shed", "shed"),
    ("shine", "shone", "shone"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shrink", "shrank", "shrunk"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("sink", "sank", "sunk"),
    ("sit", "sat", "sat"),
    ("slay", "slew", "slain"),
    ("sleep", "slept", "slept"),
    ("slide", "slid", "slid"),
    ("sling", "slung", "slung"),
    ("slink", "slunk", "slunk"),
    ("slit", "slit", "slit"),
    ("smite", "smote", "smitten"),
    ("sow", "sowed", "sown"),
    ("speak", "spoke", "spoken"),
    ("speed", "sped", "sped"),
    ("spend", "spent", "spent"),
    ("spin", "spun", "spun"),
    ("spit", "spat", "spat"),
    ("split", "split", "split"),
    ("spread", "spread", "spread"),
    ("spring", "sprang", "sprung"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("sting", "stung", "stung"),
    ("stink", "stank", "stunk"),
    ("strew", "strewed", "strewn"),
    ("stride", "strode", "stridden"),
    ("strike", "struck", "struck"),
    ("string", "strung", "strung"),
    ("strive", "strove", "striven"),
    ("sunburn", "sunburned", "sunburned"),
    ("swear", "swore", "sworn"),
    ("sweep", "swept", "swept"),
    ("swell", "swelled", "swollen"),
    ("swim", "swam", "swum"),
    ("swing", "swung", "swung"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("telecast", "telecast", "telecast"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("thrive", "thrived", "thrived"),
    ("throw", "threw", "thrown"),
    ("thrust", "thrust", "thrust"),
    ("tread", "trod", "trodden"),
    ("understand", "understood", "understood"),
    ("upset", "upset", "upset"),
    ("wake", "woke", "woken"),
    ("wear", "wore", "worn"),
    ("weave", "wove", "woven"),
    ("wed", "wed", "wed"),
    ("weep", "wept", "wept"),
    ("wet", "wet", "wet"),
    ("win", "won", "won"),
    ("wind", "wound", "wound"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("withstand", "withstood", "withstood"),
    ("wring", "wrung", "wrung"),
    ("write", "wrote", "written"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(IRREGULAR.is_sorted());
    }

    fn check(base: &str, forms: &str) {
        let made = [third_person(base), past(base), participle(base), gerund(base)].join(" ");
        assert_eq!(made, forms, "{base}");
    }

    #[test]
    fn what_is_past_already_is_left_alone() {
        assert_eq!(past("urged"), "urged");
        assert_eq!(participle("claimed"), "claimed");
    }

    #[test]
    fn regular_verbs_follow_the_rules() {
        check("deny", "denies denied denied denying");
        check("obey", "obeys obeyed obeyed obeying");
        check("need", "needs needed needed needing");
        check("embed", "embeds embedded embedded embedding");
        check("stop", "stops stopped stopped stopping");
        check("admit", "admits admitted admitted admitting");
        check("open", "opens opened opened opening");
        check("veto", "vetoes vetoed vetoed vetoing");
        check("agree", "agrees agreed agreed agreeing");
        check("tie", "ties tied tied tying");
        check("push", "pushes pushed pushed pushing");
        check("fix", "fixes fixed fixed fixing");
        check("panic", "panics panicked panicked panicking");
        check("join", "joins joined joined joining");
        check("restrict", "restricts restricted restricted restricting");
        check("recommit", "recommits recommitted recommitted recommitting");
        check("equip", "equips equipped equipped equipping");
        check("allow", "allows allowed allowed allowing");
        check("answer", "answers answered answered answering");
    }

    #[test]
    fn irregular_verbs_and_their_compounds_come_from_the_table() {
        check("go", "goes went gone going");
        check("undergo", "undergoes underwent undergone undergoing");
        check("withdraw", "withdraws withdrew withdrawn withdrawing");
        check("overrun", "overruns overran overrun overrunning");
        check("rewrite", "rewrites rewrote rewritten rewriting");
        check("quit", "quits quit quit quitting");
        check("be", "is was been being");
        check("have", "has had had having");
        check("lie", "lies lay lain lying");
    }
}
