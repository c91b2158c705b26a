//! Whole passages: who is linked with whom, and who is not.

use super::testing;

/// Expects the chain of the first mention of `name` to be exactly these words, in the order of the text.
/// Names are marked.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (document, mut analysis) = testing::analysis(marked);
    analysis.chains = super::link(&document, &analysis);
    let chains = &analysis.chains;
    let words = |mention: usize| chains.mentions[mention].range.slice(document.text());
    let all: Vec<Vec<&str>> = chains
        .chains
        .iter()
        .filter(|chain| chain.kind.is_some())
        .map(|chain| chain.mentions.iter().map(|&mention| words(mention)).collect())
        .collect();
    let tree: Vec<String> = (0..analysis.tokens.len())
        .map(|token| {
            let head = analysis.head(token).map_or("-", |head| analysis.word(&document, head));
            let word = analysis.word(&document, token);
            format!("{word}/{:?}/{:?}/{head}", analysis.upos(token), analysis.deprel(token))
        })
        .collect();
    assert!(all.iter().any(|chain| chain == expected), "{all:?}\n{}", tree.join(" "));
}

#[test]
fn a_surname_and_a_pronoun_follow_the_full_name() {
    check(
        "«Anna Kowalska» resigned on Monday. «Kowalska» said she would not return.",
        &["Anna Kowalska", "Kowalska", "she"],
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    let text = "«Peter Moreau», 58, and his wife, «Claire Moreau», were not at home. Mr. «Moreau» declined to comment. \
                Mrs. «Moreau» spoke briefly.";
    check(text, &["Peter Moreau", "his", "Moreau"]);
    let text = "Senator «Jack Lund» has seen polls fall. His brother «Tom Lund» sells boats. «Jack Lund» spoke first. \
                «Lund» will run again.";
    check(text, &["Jack Lund", "His", "Jack Lund", "Lund"]);
}

#[test]
fn who_has_gone_by_a_surname_goes_on_by_it() {
    let text = "«Tomas Lund» was elected. «Lund» thanked the town.\n\nThen Berta Lund, 34, spoke. She sat down. Berta Lund \
                smiled.\n\nOn Monday «Lund» left for the coast.";
    check(text, &["Tomas Lund", "Lund", "Lund"]);
}

#[test]
fn a_father_of_the_same_name_is_another() {
    let text = "«Duncan Holt» spoke in the town. The old father, Duncan Holt Sr., had built its dam. «Duncan Holt» left early.";
    check(text, &["Duncan Holt", "Duncan Holt"]);
}

#[test]
fn a_surname_is_rather_its_bearers_than_his_fathers() {
    let text = "Senator «Tomas Lund» prays in every town. In May the old father, Rafael Lund, spoke there too. \
                On Monday Mr. «Lund» won the vote.";
    check(text, &["Tomas Lund", "Lund"]);
}

#[test]
fn an_acronym_stands_for_the_long_name() {
    let text = "The «River Basin Authority» («RBA») met in May. The «RBA» has no money.";
    check(text, &["River Basin Authority", "RBA", "RBA"]);
    let text = "The «Harbour Workers Union» struck. The «HWU» wants more.";
    check(text, &["Harbour Workers Union", "HWU"]);
}

#[test]
fn a_short_form_stands_for_an_organization() {
    check(
        "«Ostland Group Corp» lost money. «Ostland» will close two plants, the company said.",
        &["Ostland Group Corp", "Ostland", "the company"],
    );
}

#[test]
fn where_somebody_is_from_is_no_company() {
    check("«Rosa Brandt» of «Alto Selm» said the company had hidden its study.", &["Alto Selm"]);
}

#[test]
fn a_capital_that_acts_is_the_state() {
    check(
        "«Belarus» has few friends. «Minsk» refuses to say why. It rained in «Minsk».",
        &["Belarus", "Minsk"],
    );
    check(
        "«Russia» moved first, and «Moscow»’s envoy left. «The Kremlin» denied it.",
        &["Russia", "Moscow", "The Kremlin"],
    );
}

#[test]
fn offices_lead_to_their_holders() {
    check(
        "Belarusian President «Alexander Lukashenko» spoke on Monday. The Belarusian leader was calm. \
         «Belarus»’s president left early.",
        &["Alexander Lukashenko", "The Belarusian leader", "Belarus’s president"],
    );
    check(
        "«Maria Lindt», the finance minister, resigned. The finance minister gave no reason.",
        &["Maria Lindt", "the finance minister", "The finance minister"],
    );
}

#[test]
fn another_state_has_another_leader() {
    check(
        "Belarusian President «Alexander Lukashenko» met the Polish president in June.",
        &["Alexander Lukashenko"],
    );
}

#[test]
fn a_government_is_its_state() {
    check(
        "«Russia» says it is ready. The Russian government sent a letter.",
        &["Russia", "it", "The Russian government"],
    );
}

#[test]
fn a_pronoun_that_may_be_two_people_stays_unlinked() {
    check("«Peter Hall» and «Paul Reed» came in. He was late.", &["Peter Hall"]);
}

#[test]
fn a_pronoun_after_an_unnamed_man_is_not_the_name_before() {
    check("«Peter Hall» left. A policeman came in, and he sat down.", &["Peter Hall"]);
}

#[test]
fn i_in_a_quotation_is_its_speaker() {
    check(
        "“I will not resign,” «Nina Petrova» told reporters. “My work is not done.”",
        &["I", "Nina Petrova", "My"],
    );
}

#[test]
fn a_pronoun_at_the_opening_looks_ahead() {
    check("When he came to power, «Viktor Salgado» promised peace.", &["he", "Viktor Salgado"]);
}

#[test]
fn arguments_of_one_verb_are_two() {
    check("«Peter Hall» saw him.", &["Peter Hall"]);
    check("«Peter Hall» hurt himself.", &["Peter Hall", "himself"]);
}

#[test]
fn his_country_is_the_state_of_his_office() {
    check(
        "«Belarus» is quiet. Belarusian President «Alexander Lukashenko» defends his country.",
        &["Belarus", "his country"],
    );
}

#[test]
fn the_armies_of_two_states_are_two() {
    check(
        "The «Belarus» army stayed put. The «Russia» army moved. «Belarus» said so.",
        &["Belarus", "Belarus"],
    );
}

/// Expects the text to say of the name marked first that it is this.
#[track_caller]
fn check_role(marked: &str, expected: &str) {
    let (document, mut analysis) = testing::analysis(marked);
    analysis.chains = super::link(&document, &analysis);
    let first = |description: &&super::Description| {
        let chain =
            analysis.chains.chains.iter().find(|c| c.mentions.contains(&description.mention));
        chain.is_some_and(|c| {
            c.mentions.iter().any(|&m| analysis.chains.mentions[m].name == Some(0))
        })
    };
    let words: Vec<&str> = analysis
        .chains
        .descriptions
        .iter()
        .filter(first)
        .map(|description| description.range.slice(document.text()))
        .collect();
    assert!(words.contains(&expected), "{words:?}");
}

#[test]
fn roles_stand_before_and_behind_the_name() {
    check_role(
        "Deputy Director of Road Safety «Eva Lindqvist» spoke.",
        "Deputy Director of Road Safety",
    );
    check_role("The former finance minister «Omar Haddad» spoke.", "former finance minister");
    check_role(
        "«Viktor Salgado», the exiled opposition leader, returned.",
        "exiled opposition leader",
    );
    check_role(
        "Its founder and former director, «Paul Reed», left in May.",
        "founder and former director",
    );
}

#[test]
fn a_senator_s_state_stands_behind_the_name() {
    let (document, mut analysis) = testing::analysis("Senator «Jack Lund» of «Texas» agreed.");
    analysis.chains = super::link(&document, &analysis);
    let seat = analysis.chains.descriptions.first().and_then(|description| description.seat);
    assert_eq!(seat.map(|seat| seat.slice(document.text())), Some("of Texas"));
}

#[test]
fn what_somebody_is_may_stand_further_on() {
    check_role("Since «Nina Petrova» became chair of the board, it has met.", "chair of the board");
    check_role(
        "«Nina Petrova» spoke. She is a professor of law at the academy.",
        "professor of law at the academy",
    );
    check_role("«Paul Reed», who runs the largest fund, agreed.", "runs the largest fund");
}

#[test]
fn a_capitalised_noun_is_the_body_named_before() {
    check(
        "The «Church of the River» has critics. The «Church» denies it.",
        &["Church of the River", "Church"],
    );
    check(
        "The «Church of the River» has critics. Few have left the church of the river.",
        &["Church of the River", "the church of the river"],
    );
}

#[test]
fn a_text_that_is_all_one_voice_has_a_speaker() {
    check(
        "Remarks by Mayor «Ana Ruiz» at the harbour\n\nI came to thank you. My city is proud. I will not forget it.",
        &["Ana Ruiz", "I", "My", "I"],
    );
    // A postscript signs nothing.
    check(
        "Dear Tom,\n\nI have your note. I thank you for it, and my sister does too.\n\nYours sincerely,\n\n\
         «Vera Lis»\n\nP.S. What about «Nina»?",
        &["I", "I", "my", "Vera Lis"],
    );
}

#[test]
fn in_court_everybody_says_i() {
    check(
        "May it please the court: «Peter Hall» took my boat.\n\nWhen was that?\n\nI saw it in May.\n\nDid I hear \
         June?\n\nI said May.\n\nWhere were you?\n\nAt my home.",
        &["Peter Hall"],
    );
}

#[test]
fn we_in_a_quotation_is_the_body_that_its_officer_speaks_for() {
    check(
        "The «Harbour Workers Union» met. “We will strike on Monday,” said «Lena Brook», a spokeswoman for the \
         «Harbour Workers Union».",
        &["Harbour Workers Union", "We", "Harbour Workers Union"],
    );
    check("“We were all cold,” said «Lena Brook».", &["Lena Brook"]);
}

#[test]
fn a_name_inside_another_is_who_it_is_elsewhere() {
    check(
        "«Vera Lindqvist» died in May. The «Foundation of Vera Lindqvist» grew.",
        &["Vera Lindqvist", "Vera Lindqvist"],
    );
    check("«Estonia» is small. The «Bank of Estonia» raised its rate.", &["Estonia", "Estonia"]);
}

#[test]
fn an_acronym_may_hold_the_place_behind_the_name() {
    check(
        "The «Joint Observer Mission in Kosovo» («JOMK») left on Friday.",
        &["Joint Observer Mission in Kosovo", "JOMK"],
    );
}

#[test]
fn a_chamber_is_no_committee() {
    check("The «House Committee» wrote the bill. The «House» passed it.", &["House Committee"]);
    check("The «U.S. Senate» voted. The «Senate» rose.", &["U.S. Senate", "Senate"]);
}

#[test]
fn a_noun_that_holds_a_name_is_no_other_body() {
    check(
        "The «Harbour Workers Union» lost. The «Riverton Bears Club» team won a match.",
        &["Harbour Workers Union"],
    );
}

#[test]
fn what_is_called_by_a_name_tells_what_it_is() {
    check_role(
        "The police raided a secret group known as the «Night Watch Agency».",
        "secret group",
    );
    check_role(
        "He gave a sum to a fund connected to the «Trade Club», a small activist group that backs nobody.",
        "small activist group that backs nobody",
    );
}

#[test]
fn a_subject_is_nobody_whom_its_own_clause_names() {
    check(
        "«Estonia» sent a note. The council met, and it welcomed «Estonia»’s answer.",
        &["Estonia", "Estonia"],
    );
}

#[test]
fn the_founder_may_be_a_co_founder() {
    check(
        "Ostmark co-founder «Paul Reed» left. The Ostmark founder gave no reason.",
        &["Paul Reed", "The Ostmark founder"],
    );
}

#[test]
fn one_of_two_is_not_both() {
    check(
        "The post reached two well-known senators: Senator «Ann Hale» and «Tom Moor».",
        &["Ann Hale"],
    );
}

#[test]
fn the_head_of_any_company_is_nobody_in_particular() {
    check(
        "Ostmark chief executive «Paul Reed» left. The chief executive of any company wants calm.",
        &["Paul Reed"],
    );
    check(
        "Ostmark chief executive «Paul Reed» left. The chief executive gave no reason.",
        &["Paul Reed", "The chief executive"],
    );
}

#[test]
fn the_nominee_of_one_party_is_not_that_of_another() {
    check(
        "Groups that urge «Hilda Clarin» to run on a bold platform are hailing the Labour nominee's policy speech. Tory \
         nominee Tom Brandt laughed.",
        &["Hilda Clarin", "the Labour nominee"],
    );
    check("Tory nominee «Tom Brandt» laughed. The Labour nominee was late.", &["Tom Brandt"]);
}

#[test]
fn my_country_is_the_one_that_a_speech_is_about() {
    check(
        "«Estonia» is small. «Estonia» is proud. «Estonia» thanks «Norway». The help that my country had was great. \
         That made our Nation strong.",
        &["Estonia", "Estonia", "Estonia", "my country", "our Nation"],
    );
}

#[test]
fn the_country_is_the_one_that_a_text_names() {
    check(
        "«Norway» is small. «Norway» is proud. Nobody came. Nobody went. It rained all day. It was a dark cloud on our \
         nation. People left the country.",
        &["Norway", "Norway", "our nation", "the country"],
    );
    check(
        "«Norway» is small. «Norway» is proud. «Chile» is big. «Chile» is far. Nobody came. Nobody went. It rained all \
         day. People left the country.",
        &["Norway", "Norway"],
    );
}

#[test]
fn the_newspaper_is_the_only_paper_near() {
    check(
        "The «Riverton Gazette» printed the letter on Monday. A clerk laughed. The newspaper stood by it.",
        &["Riverton Gazette", "The newspaper"],
    );
}

#[test]
fn a_half_of_a_divided_country_is_that_state() {
    check(
        "«North Korea» fired first. «South Korea» fired back into the «North».",
        &["North Korea", "North"],
    );
}

#[test]
fn names_that_a_list_has_for_one_body_mean_one() {
    check("The «Republican Party» met. The «GOP» will choose soon.", &["Republican Party", "GOP"]);
    check("The «Republican party» met. The «GOP» will choose soon.", &["Republican party", "GOP"]);
}

#[test]
fn a_firm_is_whatever_it_calls_itself() {
    check("«Acme Group» was renamed «Orbit Group» in May.", &["Acme Group", "Orbit Group"]);
}

#[test]
fn the_nominee_whom_somebody_defends_is_the_other_one() {
    check(
        "«Anna Okafor» praised «Paul Reed». «Anna Okafor» defended the liberal presidential nominee.",
        &["Paul Reed", "the liberal presidential nominee"],
    );
}

#[test]
fn a_place_inside_a_body_s_name_is_meant_there_too() {
    let document =
        crate::testing::document("Boston was quiet. The Boston Police Department said so.");
    let chains = crate::language::analyze(&document).chains;
    let mentions = |chain: &super::Chain| {
        let words = |&mention: &usize| chains.mentions[mention].range.slice(document.text());
        chain.mentions.iter().map(words).collect::<Vec<_>>()
    };
    let all: Vec<Vec<&str>> = chains.chains.iter().map(mentions).collect();
    assert!(all.contains(&vec!["Boston", "Boston"]), "{all:?}");
}

#[test]
fn a_slip_of_the_pen_is_nobody_else() {
    check("«Lydia Buchmann» spoke first. Ms «Bachmann» was calm.", &["Lydia Buchmann", "Bachmann"]);
}

#[test]
fn the_governor_is_called_gov() {
    check(
        "Republican Gov. «Eric Marsh» left on Monday. The governor said he would be back.",
        &["Eric Marsh", "The governor", "he"],
    );
}

#[test]
fn a_state_s_adjective_may_be_two_words() {
    check(
        "«South Korea» wants peace. The South Korean government has a plan.",
        &["South Korea", "The South Korean government"],
    );
}

#[test]
fn what_somebody_is_said_to_be_means_him() {
    check("«Ann Roe» spoke. She is a lawyer.", &["Ann Roe", "She", "a lawyer"]);
}

#[test]
fn no_university_is_the_company() {
    check(
        "«Chevron» wrote a letter. It went to «Ostland University». The company said so.",
        &["Chevron", "The company"],
    );
}

#[test]
fn who_stands_before_and_his_is_the_owner() {
    let text = "«Peter Moreau» met «Carl Lund» in May. A judge found that «Lund» and his brother were liable.";
    check(text, &["Carl Lund", "Lund", "his"]);
}

#[test]
fn nobody_calls_oneself_by_name() {
    let text = "«Carl Lund» said he would appeal the ruling of «Peter Moreau». “I am sad that «Moreau» did not \
                listen,” he said.";
    check(text, &["Carl Lund", "he", "I", "he"]);
}

#[test]
fn a_title_in_a_list_is_the_next_one_s() {
    let text = "Guests were «Ann Lowe» of Ohio, former governor «Tom Dahl» of Texas, «Mary Olsen» of Utah and others.";
    check(text, &["Ann Lowe"]);
}

#[test]
fn the_candidate_is_whose_campaign_was_named() {
    let text = "«Tom Dahl» spoke in May. The «Anna Roe» campaign said the candidate would wait.";
    check(text, &["Anna Roe", "the candidate"]);
}

#[test]
fn the_senator_of_a_state_is_the_one_seated_there() {
    let text = "Senators «Anna Roe» (Ky.) and «Tom Dahl» (Fla.) spoke in May. The «Florida» senator was brief.";
    check(text, &["Tom Dahl", "The Florida senator"]);
}

#[test]
fn the_governor_of_another_state_is_not_one_yet_to_be_named() {
    let text = "«Missouri» is hot. The «Ohio» governor signed it. Voters in «Missouri» wrote to Gov. «Jay Roe».";
    check(text, &["Jay Roe"]);
}

#[test]
fn a_foreign_president_is_not_the_one_of_whom_no_state_is_told() {
    check(
        "President «Paul Reyes» dined with «Luc Moreau» on Monday. The French president wept over the flood.",
        &["Paul Reyes"],
    );
}

#[test]
fn the_president_is_no_vice_president() {
    check("Vice President «Tom Hale» met «Ann Lund». The president was not there.", &["Tom Hale"]);
}

#[test]
fn who_speaks_is_nobody_of_whom_the_words_tell() {
    let text =
        "«Tom Hale» met «Jon Lund» in Selm. «Hale» was glad. “He is my friend,” he said of «Lund».";
    check(text, &["Tom Hale", "Hale", "my", "he"]);
}

#[test]
fn the_first_of_two_surnames_may_stand_alone() {
    check("«Melba Lund Reyes» closed the harbour. «Lund» smiled.", &["Melba Lund Reyes", "Lund"]);
}

#[test]
fn the_title_tells_two_of_one_surname_apart() {
    check(
        "«Bill Lund» came with Dr. «Alma Lund». Bill Lund spoke twice. Then Dr. «Lund» sang.",
        &["Alma Lund", "Lund"],
    );
}

#[test]
fn a_second_surname_is_no_second_person() {
    check(
        "«Dena Lund Moreau» ran. She had been «Dena Lund» before.",
        &["Dena Lund Moreau", "Dena Lund"],
    );
}

#[test]
fn a_double_surname_has_no_gender() {
    check(
        "«Nina Paul-Tarnholt» spoke. «Paul-Tarnholt» left.",
        &["Nina Paul-Tarnholt", "Paul-Tarnholt"],
    );
}

#[test]
fn to_miss_somebody_is_no_title() {
    check("Polls miss «Lund» again. «Peter Lund» won. He was glad.", &["Lund", "Peter Lund", "He"]);
}

#[test]
fn north_of_north_and_south_korea_is_one() {
    check("«North» and «South Korea» met. «North Korea» was late.", &["North", "North Korea"]);
}

#[test]
fn a_description_starts_at_its_article() {
    check(
        "«Ann Roe» met them. «Roe» is now the president of the bank.",
        &["Ann Roe", "Roe", "the president of the bank"],
    );
}

#[test]
fn the_head_of_that_state_is_another() {
    let text = "President «Ann Roe» called the neighbors, and she waited until the president of that country called back.";
    check(text, &["Ann Roe", "she"]);
}

#[test]
fn whoever_serves_as_mayor_is_the_mayor() {
    check(
        "«Ann Roe» served as mayor of the town. «Roe» wrote of her time as a senator.",
        &["Ann Roe", "mayor of the town", "Roe", "her", "a senator"],
    );
}

#[test]
fn two_letters_name_a_state_that_the_text_names() {
    check("They voted in «South Carolina». Nobody won «SC».", &["South Carolina", "SC"]);
}

#[test]
fn who_is_called_so_time_and_again_is_not_misspelt() {
    let text = "President «Karlson» won. «Karlson» said he was glad. Donald Karlsen will go. «Karlson» left.";
    check(text, &["Karlson", "Karlson", "he", "Karlson"]);
}
