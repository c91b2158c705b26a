//! What the names of the elements around a block give away about it.

/// What class names and element names around a block give away, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Marks(u8);

impl Marks {
    pub(in crate::read) const COOKIES: Self = Self(1);
    pub(in crate::read) const SIDE: Self = Self(1 << 1);
    /// The frame of the site: navigation, header, footer.
    pub(in crate::read) const FRAME: Self = Self(1 << 2);
    /// A post of another site, set into the article.
    pub(in crate::read) const EMBED: Self = Self(1 << 3);
    /// What a site adds: newsletters, related articles, comments, requests for money.
    pub(in crate::read) const ADDED: Self = Self(1 << 4);

    /// The head of an article or of one of its sections.
    pub(in crate::read) const HEAD: Self = Self(1 << 5);

    pub(in crate::read) fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    pub(in crate::read) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// `within` an article or a section of the page, a header is theirs.
    pub(in crate::read) fn of(element: &str, names: &str, within: bool) -> Self {
        const WORDS: &[(Marks, &[&str])] = &[
            (Marks::COOKIES, &["cookie", "cookies", "consent", "gdpr", "cli", "ccpa", "onetrust"]),
            (
                Marks::SIDE,
                &[
                    "sidebar",
                    "aside",
                    "side",
                    "rail",
                    "widget",
                    "widgets",
                    "secondary",
                    "complementary",
                ],
            ),
            (
                Marks::FRAME,
                &[
                    "nav",
                    "navbar",
                    "navigation",
                    "menu",
                    "footer",
                    "masthead",
                    "topbar",
                    "toolbar",
                    "colophon",
                    "copyright",
                    "disclaimer",
                ],
            ),
            (Marks::EMBED, &["twitter", "instagram", "embed", "tweet"]),
            (
                Marks::ADDED,
                &[
                    "newsletter",
                    "newsletters",
                    "signup",
                    "subscribe",
                    "subscription",
                    "optin",
                    "paywall",
                    "cta",
                    "promo",
                    "promotion",
                    "donate",
                    "donation",
                    "related",
                    "recommended",
                    "recommendations",
                    "recirc",
                    "recirculation",
                    "trending",
                    "popular",
                    "outbrain",
                    "taboola",
                    "comments",
                    "disqus",
                    "notification",
                ],
            ),
        ];
        let header = if within { Self::HEAD } else { Self::FRAME };
        let mut marks = match element {
            "nav" | "footer" => Self::FRAME,
            "header" => header,
            "aside" => Self::SIDE,
            _ => Self::default(),
        };
        for part in names.split([' ', '-', '_', '\n', '\t']) {
            if part == "header" {
                marks = marks.with(header);
            }
            for (mark, words) in WORDS {
                if words.contains(&part) {
                    marks = marks.with(*mark);
                }
            }
        }
        marks
    }
}
