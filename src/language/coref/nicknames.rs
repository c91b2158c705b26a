//! Given names and what their bearers are called for short: `Bob Tarn` is `Robert Tarn`.

/// A given name in full, with the short ones.
const SHORT: &[(&str, &[&str])] = &[
    ("abigail", &["abby"]),
    ("albert", &["al", "bert"]),
    ("alexander", &["alex"]),
    ("alexandra", &["alex"]),
    ("alfred", &["al", "fred"]),
    ("andrew", &["andy", "drew"]),
    ("anthony", &["tony"]),
    ("arthur", &["art"]),
    ("barbara", &["barb"]),
    ("benjamin", &["ben", "benny"]),
    ("bernard", &["bernie"]),
    ("catherine", &["cathy", "kate"]),
    ("charles", &["charlie", "chuck"]),
    ("christina", &["chris", "tina"]),
    ("christine", &["chris"]),
    ("christopher", &["chris"]),
    ("cynthia", &["cindy"]),
    ("daniel", &["dan", "danny"]),
    ("david", &["dave", "davey"]),
    ("deborah", &["deb", "debbie"]),
    ("donald", &["don", "donnie"]),
    ("dorothy", &["dot"]),
    ("douglas", &["doug"]),
    ("edward", &["ed", "eddie", "ted", "teddy", "ned"]),
    ("elizabeth", &["liz", "beth", "betty", "lizzie", "eliza"]),
    ("eugene", &["gene"]),
    ("francis", &["frank"]),
    ("frederick", &["fred", "freddie"]),
    ("gerald", &["jerry"]),
    ("gregory", &["greg"]),
    ("harold", &["hal", "harry"]),
    ("henry", &["hank", "harry"]),
    ("jacob", &["jake"]),
    ("james", &["jim", "jimmy", "jamie"]),
    ("jeffrey", &["jeff"]),
    ("jennifer", &["jen", "jenny"]),
    ("jerome", &["jerry"]),
    ("jessica", &["jess"]),
    ("john", &["johnny", "jon"]),
    ("jonathan", &["jon"]),
    ("joseph", &["joe", "joey"]),
    ("joshua", &["josh"]),
    ("judith", &["judy"]),
    ("katherine", &["kate", "kathy", "katie"]),
    ("kathleen", &["kathy"]),
    ("kenneth", &["ken", "kenny"]),
    ("laurence", &["larry"]),
    ("lawrence", &["larry"]),
    ("leonard", &["len", "lenny", "leo"]),
    ("margaret", &["peggy", "maggie", "meg"]),
    ("martin", &["marty"]),
    ("matthew", &["matt"]),
    ("michael", &["mike", "mickey"]),
    ("mitchell", &["mitch"]),
    ("nathaniel", &["nate", "nat"]),
    ("newton", &["newt"]),
    ("nicholas", &["nick"]),
    ("pamela", &["pam"]),
    ("patricia", &["pat", "patty", "tricia"]),
    ("patrick", &["pat", "paddy"]),
    ("peter", &["pete"]),
    ("philip", &["phil"]),
    ("phillip", &["phil"]),
    ("randall", &["randy"]),
    ("raymond", &["ray"]),
    ("rebecca", &["becky"]),
    ("richard", &["dick", "rick", "ricky", "rich", "richie"]),
    ("robert", &["bob", "rob", "bobby", "robbie", "bert"]),
    ("ronald", &["ron", "ronnie"]),
    ("russell", &["russ"]),
    ("samantha", &["sam"]),
    ("samuel", &["sam", "sammy"]),
    ("sandra", &["sandy"]),
    ("stanley", &["stan"]),
    ("stephanie", &["steph"]),
    ("stephen", &["steve"]),
    ("steven", &["steve"]),
    ("susan", &["sue", "susie"]),
    ("terrence", &["terry"]),
    ("theodore", &["ted", "teddy", "theo"]),
    ("theresa", &["terry"]),
    ("thomas", &["tom", "tommy"]),
    ("timothy", &["tim"]),
    ("victoria", &["vicky"]),
    ("vincent", &["vince"]),
    ("virginia", &["ginny"]),
    ("walter", &["walt"]),
    ("william", &["bill", "will", "billy", "willie", "liam"]),
    ("zachary", &["zach"]),
];

/// Whether one of two given names in lower case is short for the other.
pub(super) fn is_short_for(left: &str, right: &str) -> bool {
    let short = |full: &str, short: &str| {
        let at = SHORT.binary_search_by_key(&full, |(full, _)| full);
        at.is_ok_and(|at| SHORT[at].1.contains(&short))
    };
    short(left, right) || short(right, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_either_way_round() {
        assert!(is_short_for("robert", "bob") && is_short_for("bob", "robert"));
        assert!(!is_short_for("rob", "bob") && !is_short_for("ann", "ann"));
        assert!(SHORT.is_sorted_by_key(|(full, _)| *full));
    }
}
