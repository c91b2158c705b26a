//! Nouns for bodies of which a state, a party or another owner has one or many.

/// Bodies of which a party has one.
pub(super) fn is_one_of_a_party(noun: &str) -> bool {
    matches!(noun, "establishment" | "leadership" | "caucus")
}

/// Adjectives of parties, which are no names by themselves.
pub(super) fn is_party(word: &str) -> bool {
    matches!(
        word,
        "republican"
            | "democratic"
            | "conservative"
            | "liberal"
            | "libertarian"
            | "communist"
            | "socialist"
            | "nationalist"
    )
}

/// Bodies of which a state or an owner has one.
pub(super) fn is_public_body(noun: &str) -> bool {
    matches!(
        noun,
        "ministry"
            | "department"
            | "agency"
            | "army"
            | "navy"
            | "military"
            | "police"
            | "court"
            | "parliament"
            | "embassy"
            | "consulate"
            | "office"
            | "guard"
            | "force"
            | "committee"
            | "council"
            | "commission"
            | "campaign"
            | "opposition"
            | "senate"
            | "congress"
            | "assembly"
            | "legislature"
            | "delegation"
            | "cabinet"
            | "coalition"
            | "treasury"
            | "presidency"
            | "junta"
            | "secretariat"
            | "prosecution"
            | "militia"
            | "coastguard"
            | "network"
            | "administration"
            | "government"
            | "regime"
            | "establishment"
            | "leadership"
    )
}

/// Bodies that act as many.
pub(super) fn is_of_many(noun: &str) -> bool {
    matches!(
        noun,
        "force"
            | "forces"
            | "troops"
            | "union"
            | "association"
            | "service"
            | "authority"
            | "authorities"
            | "agency"
            | "group"
            | "faction"
            | "camp"
    )
}
