//! The phrases of publishers' notices and of picture credits; those of buttons and headings are in `super::lists`.

use std::sync::LazyLock;

use crate::read::phrase::Phrases;

/// Sentences of the publisher about itself, wherever in the line they stand.
pub(super) static NOTICES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "all rights reserved",
        "rights reserved",
        "views|opinions|view|opinion and|or? views|opinions? expressed|contained|presented|in *  author|author's|authors|authors'|writer|writer's|not|own|those|his|her|their|necessarily|solely",
        "views|opinions expressed *  author|author's|authors|not|own|those|necessarily|solely",
        "does|do not necessarily represent|reflect",
        "article|story|material|content|report|post|piece may not be published|reproduced|broadcast|copied|redistributed",
        "may not be published broadcast|reproduced|rewritten *",
        "reproduction|republication *  prohibited|permission",
        "holds the copyright",
        "provided by *  copyright",
        "this article|story|piece|post|essay|report|column was|is|has|first|originally *  originally|first|previously? published|appeared|posted on|in|at|by",
        "article|story|piece|post|report|column originally|first appeared|published|posted on|in|at",
        "republished|reprinted with|by permission",
        "under a? creative commons",
        "is licensed under",
        "straight|delivered|directly|right|sent to|in|into your inbox|email",
        "like us on facebook",
        "follow us|me|him|her|them|our|<at> *  on|at twitter|facebook|instagram|linkedin|x|youtube|threads|tiktok|telegram|social|bluesky",
        "join our|the *  on|at facebook|telegram|whatsapp|linkedin|discord|twitter",
        "reach *  at|by *  email|e-mail|twitter",
        "comments are|have|will closed|be|been *  moderated|closed|disabled",
        "moderate|moderating|moderated all? comments",
        "please enable javascript",
        "your browser does not",
        "to continue reading",
        "free articles remaining|left",
    ])
});

/// Whom the publisher is paid by; a longer line has the author's own words about it.
pub(super) static DISCLOSURES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "this post|article|page|site|story|blog|website *  affiliate links",
        "we|i may|might receive|earn|get a? *  commission",
        "this story|article|content|post|piece|feature|section was|is developed|produced|created|paid|sponsored|supported in|for|by|with partnership|collaboration|association *  with|by",
    ])
});

/// The same in fewer words; a long sentence with these in it may well be an article's.
pub(super) static SHORT_NOTICES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "your inbox",
        "contributed reporting",
        "contributed to this report|story|article",
        "privacy policy",
        "terms of use|service",
        "terms and conditions",
        "use|uses cookies",
        "use of cookies",
        "cookie policy",
        "affiliate links",
        "affiliate commission",
        "earn|receive|get a? *  commission",
        "in the comments below|section",
        "comments|comment section below",
        "leave a|your comment *  below",
        "no spam",
        "create a free account",
        "available on the app store|google",
        "app store *  google play",
        "download our|the *  app",
        "unsubscribe at any",
        "unsubscribe at|any",
        "already a subscriber",
        "let us know in *  comments",
        "share your *  comments|thoughts *  below|comments",
        "was|is produced|written|prepared|created|developed in|with|by partnership *  sponsored|sponsor",
        "sponsored content|post|by",
        "can|may be reached|contacted at|by|via|on",
        "subscribe to *  newsletter|newsletters|channel|podcast|updates|emails|feed|magazine",
        "sign up for|to *  newsletter|newsletters|updates|alerts|emails",
    ])
});

pub(super) static CREDITS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "photo|photos|photograph|photographs|image|images|picture|pictures|illustration|graphic|graphics|video|credit|credits|cover|featured|header|file|lead|main|top *  :",
        "photo|photos|photograph|image|images|picture|illustration|graphic|video by|credit|credits|courtesy|copyright|via|source|from|used|caption|provided",
        "file photo|image|picture",
        "media caption",
        "image|photo credit|caption|copyright",
        "courtesy of|photo|image",
        "screenshot|screengrab :|by|via|from|courtesy",
        "photographed by",
        "getty|ap|afp|reuters|shutterstock images|photo|photos|image|via|/",
        "istock",
        "via getty|reuters|ap|afp|shutterstock|wikimedia",
        "© getty|reuters|ap|afp|shutterstock|epa",
    ])
});

pub(super) static AGENCY_NAMES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "getty",
        "reuters",
        "afp",
        "ap",
        "associated press",
        "shutterstock",
        "epa",
        "epa-efe",
        "bloomberg",
        "photo",
        "image",
        "courtesy",
        "credit",
        "file",
        "istock",
        "unsplash",
        "wikimedia",
        "xinhua",
        "tass",
        "dpa",
        "pa",
        "pool",
        "zuma",
        "alamy",
        "flickr",
        "upi",
        "nurphoto",
        "anadolu",
        "sipa",
        "photos",
        "images",
    ])
});

pub(super) static AGENCIES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "getty|ap|afp|reuters|shutterstock|epa|bloomberg|istock|alamy|xinhua|tass|dpa|pa|unsplash|upi images|photo|photos|image|media|wire|stock? *",
        "* | getty|ap|afp|reuters|shutterstock|epa images? *",
        "the? associated press",
        "canadian press",
        "press association",
        "wikimedia commons",
        "getty images|image *",
        "* getty|istock images|photo *",
        "* shutterstock",
    ])
});

pub(super) static CREDIT_ENDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "photo|photograph|image|picture|photos|credit :|by|courtesy|credit",
        "courtesy of",
        "getty images",
        "ap photo",
        "file photo|image",
        "image credit|copyright|source",
        "photo credit",
    ])
});

pub(super) static CAPTION_OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "file photo|image|picture|-|:",
        "in this *  photo|image|picture|frame",
        "pictured :?",
        "above|below|left|right :",
        "media caption",
        "image caption",
        "caption :",
    ])
});
