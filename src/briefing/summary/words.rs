//! Word lists for the sentences of a summary.

/// Verbs that are in every article.
pub(super) const EMPTY: &[&str] =
    &["say", "have", "do", "be", "make", "take", "go", "get", "will", "would", "tell"];

/// What changes a state of affairs, or takes a side.
pub(super) const DECIDING: &[&str] = &[
    "accuse",
    "agree",
    "announce",
    "approve",
    "ban",
    "call",
    "criticize",
    "decide",
    "decision",
    "demand",
    "deny",
    "launch",
    "oppose",
    "order",
    "plan",
    "propose",
    "reject",
    "rule",
    "sign",
    "support",
    "urge",
    "vote",
    "warn",
];

pub(super) const CONTRASTS: &[&str] =
    &["but", "yet", "still", "instead", "despite", "although", "though", "while"];

/// At the start of a sentence that goes on from others.
pub(super) const SEQUELS: &[&str] = &[
    "afterward",
    "afterwards",
    "earlier",
    "finally",
    "first",
    "later",
    "meanwhile",
    "next",
    "second",
    "so",
    "then",
    "third",
];

pub(super) const LEANING: &[&str] =
    &["he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "its"];

/// With a noun behind them.
pub(super) const POINTING: &[&str] = &["this", "that", "these", "those", "such"];

/// Of now, and not of what was said; so are nouns of time.
pub(super) const PRESENT: &[&str] = &["quarter", "term", "article", "story", "report", "interview"];

/// What happens to people and things, or may.
pub(super) const CHANGING: &[&str] = &[
    "aim", "arrest", "attack", "become", "begin", "cause", "change", "charge", "close", "continue",
    "death", "destroy", "die", "end", "expect", "face", "fail", "fall", "fire", "force", "grow",
    "hope", "increase", "injure", "kill", "lead", "lose", "remain", "resign", "rise", "risk",
    "seek", "start", "threaten", "win",
];

/// What says why something is or was.
pub(super) const CAUSING: &[&str] = &[
    "amid",
    "attribute",
    "because",
    "blame",
    "cause",
    "consequence",
    "due",
    "following",
    "motivate",
    "owing",
    "prompt",
    "provoke",
    "reason",
    "response",
    "result",
    "spark",
    "stem",
    "trigger",
];

pub(super) const MONEY: &[&str] = &["$", "%", "percent", "million", "billion"];
