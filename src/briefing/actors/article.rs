//! Which names running text never leaves without `the`.

/// `Department of Fisheries`, `State Department`: a common noun with what it is of, which running text never leaves without
/// `the`.
pub(super) fn is_common(name: &str) -> bool {
    const WITH: &[&str] = &[
        "Bahamas",
        "Czech Republic",
        "Dominican Republic",
        "EU",
        "European Union",
        "Gambia",
        "Kremlin",
        "Maldives",
        "Netherlands",
        "Pentagon",
        "Philippines",
        "U.K.",
        "U.N.",
        "U.S.",
        "UAE",
        "UK",
        "UN",
        "US",
        "USA",
        "United Arab Emirates",
        "United Kingdom",
        "United Nations",
        "United States",
        "Vatican",
        "White House",
    ];
    if WITH.contains(&name) {
        return true;
    }
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    // "State Department", "Supreme Court"
    let last = name.rsplit(' ').next().unwrap_or_default();
    let body = name.contains(' ')
        && matches!(
            last,
            "Agency"
                | "Association"
                | "Authority"
                | "Board"
                | "Bureau"
                | "Commission"
                | "Committee"
                | "Council"
                | "Court"
                | "Department"
                | "Federation"
                | "Institute"
                | "Ministry"
                | "Office"
                | "Union"
        );
    body || name.contains(" of ")
        && matches!(
            first.as_str(),
            "ministry"
                | "department"
                | "office"
                | "bureau"
                | "board"
                | "council"
                | "house"
                | "court"
                | "university"
                | "institute"
                | "academy"
                | "church"
                | "chamber"
                | "league"
                | "federation"
                | "union"
                | "association"
                | "society"
                | "center"
                | "centre"
                | "division"
                | "bank"
                | "museum"
                | "organization"
                | "organisation"
        )
}
