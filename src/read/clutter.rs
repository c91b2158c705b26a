//! Lines that belong to the site around an article, known by their wording alone.
//!
//! General English phrase families, each a kind of line that no article's own paragraph has. What only
//! its place gives away is for `read::roles`.

use std::sync::LazyLock;

use super::phrase::{self, Phrases};

/// Whether the line is clutter wherever it stands.
pub(super) fn is_clutter(line: &str) -> bool {
    let words = phrase::words(line);
    let n = words.len();
    if n == 0 {
        return false;
    }
    is_share_bar(&words)
        || (n <= 14 && WHOLE.cover(&words))
        || (n <= 24 && OPENINGS.start(&words))
        || (n <= 60 && NOTICES.occur(&words))
        || (n <= 18 && SHORT_NOTICES.occur(&words))
        || is_credit(line)
        || is_hashtags(&words)
}

/// Who made a picture, and nothing else: `Photo: Jane Doe, AP`, `(Image credit: Getty)`.
pub(super) fn is_credit(line: &str) -> bool {
    let words = phrase::words(line);
    words.len() <= 14 && (CREDITS.start(&words) || AGENCIES.cover(&words))
}

/// A picture's description that ends in its credit: `… on Monday. (Jane Doe/AP)`.
pub(super) fn is_caption(line: &str) -> bool {
    let words = phrase::words(line);
    if words.len() > 90 || words.len() < 4 {
        return false;
    }
    let tail = line.trim_end_matches(['.', ' ']);
    let bracket = tail.strip_suffix([')', ']']).and_then(|inner| inner.rsplit_once(['(', '[']));
    let credited = bracket.is_some_and(|(_, inside)| {
        let inside_words = phrase::words(inside);
        inside_words.len() <= 10
            && (AGENCY_NAMES.occur(&inside_words) || CREDITS.start(&inside_words))
            && inside_words.len() < words.len()
    });
    let last = tail.rsplit(['.', '|', '—']).next().unwrap_or_default();
    let last_words = phrase::words(last);
    credited
        || (last_words.len() <= 8 && last.len() < tail.len() && CREDIT_ENDS.start(&last_words))
        || CAPTION_OPENINGS.start(&words)
}

/// `By Jane Doe`, `Written by Jane Doe, Staff Writer`, `Jane Doe | Reuters`.
pub(super) fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    if line.chars().count() > 120 || line.ends_with(['?', '!']) {
        return None;
    }
    let lower = line.to_lowercase();
    let opening = [
        "by ",
        "by: ",
        "written by ",
        "written by: ",
        "story by ",
        "text by ",
        "words by ",
        "report by ",
        "reported by ",
        "posted by ",
        "author: ",
        "authors: ",
        "author ",
        "analysis by ",
        "opinion by ",
        "commentary by ",
        "interview by ",
        "a commentary by ",
        "an interview by ",
        "an essay by ",
    ]
    .into_iter()
    .find(|opening| lower.starts_with(opening))?;
    let names = line.get(opening.len()..)?.trim();
    starts_with_name(names).then_some(names)
}

/// Whether the text begins with two capitalised words or more, as names do.
pub(super) fn starts_with_name(text: &str) -> bool {
    let capitals = text
        .split_whitespace()
        .take_while(|word| {
            word.chars().any(char::is_alphabetic)
                && (word.starts_with(char::is_uppercase)
                    || matches!(
                        *word,
                        "de" | "van"
                            | "von"
                            | "der"
                            | "den"
                            | "da"
                            | "di"
                            | "al"
                            | "bin"
                            | "el"
                            | "la"
                            | "le"
                    ))
        })
        .count();
    capitals >= 2 || (capitals == 1 && text.split_whitespace().count() == 1)
}

fn is_share_bar(words: &[String]) -> bool {
    const NETWORKS: &[&str] = &[
        "facebook",
        "twitter",
        "x",
        "whatsapp",
        "linkedin",
        "reddit",
        "pinterest",
        "tumblr",
        "telegram",
        "messenger",
        "flipboard",
        "pocket",
        "mastodon",
        "bluesky",
        "threads",
        "instagram",
        "youtube",
        "tiktok",
        "google+",
        "stumbleupon",
        "blogger",
        "viber",
        "vkontakte",
        "vk",
        "xing",
        "weibo",
        "wechat",
        "snapchat",
        "email",
        "e-mail",
        "print",
        "share",
        "tweet",
        "pin",
        "rss",
        "sms",
        "hatena",
        "digg",
        "discord",
        "medium",
    ];
    const FILLERS: &[&str] = &[
        "share", "this", "on", "via", "to", "with", "by", "in", "copy", "link", "save", "mail",
        "more", "article", "story", "post", "page", "us", "follow", "a", "the", "friend", "opens",
        "new", "window", "tab", "and", "or", "it", "click", "icon", "logo", "button", "url",
        "short", "get", "google", "plus", "line", "flip", "like", "send", "|", ":", "now", "here",
        "your", "friends", "options", "comment", "comments", "our", "socials", "social", "media",
        "channel", "page", "for", "updates", "connect", "find", "join",
    ];
    words.len() <= 16
        && words.iter().any(|word| NETWORKS.contains(&word.as_str()))
        && words.iter().all(|word| {
            let word = word.as_str();
            NETWORKS.contains(&word)
                || FILLERS.contains(&word)
                || word.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn is_hashtags(words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| word.starts_with('#') && word.len() > 1)
}

/// Whole lines: the words of buttons, and the headings over lists of links.
static WHOLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "advertisement|advertisements|advertising|advert|adverts|advertorial|ad|ads|sponsored|promoted",
        "sponsored by|content *",
        "paid content|post *",
        "supported by",
        "advertisement continue|scroll *",
        "story|article|content continues below|after *",
        "continues below *",
        "continue reading *",
        "keep reading",
        "read more *",
        "read full|the *",
        "read on|now|next|also",
        "read the full *",
        "see more *",
        "see also|all",
        "show more|less|all",
        "view more|all *",
        "view comments",
        "load more *",
        "view gallery|image|images|photos",
        "more details|info|information|news|stories|articles|posts|videos",
        "learn|find|discover more *",
        "find out more *",
        "click here *",
        "get started *",
        "try * free",
        "try it free *",
        "related :? articles|article|stories|story|posts|post|content|coverage|news|topics|links|reading|videos|reads|items|resources|searches|tags? :?",
        "related :?",
        "relateds",
        "browse|view related *",
        "recommended for? you? *",
        "recommended reading|articles|stories|posts",
        "suggested *",
        "you may|might also? like|enjoy|be? *",
        "people also read|ask *",
        "readers also *",
        "up next",
        "next up",
        "most read|popular|viewed|shared|commented|recent *",
        "trending now|topics|stories|today|news? :?",
        "trending",
        "popular posts|articles|stories|topics|now",
        "top stories|news|articles|posts",
        "latest news|stories|posts|articles|headlines|from|videos *",
        "editor's|editors' picks|pick|choice",
        "must read|reads",
        "don't miss *",
        "recent posts|articles|comments|news|stories",
        "featured articles|posts|stories|content|news|video|videos",
        "featured",
        "what to read next *",
        "what's next",
        "comments? :?",
        "<n> comments|comment|shares|share|views|likes|replies|reactions",
        "no comments *",
        "comments <n>",
        "add|post|write|leave a? comment|comments|reply|review *",
        "join the conversation|discussion *",
        "discuss *",
        "reply",
        "like",
        "likes",
        "comments are closed *",
        "comments closed",
        "sort by *",
        "tags? :?",
        "topics? :?",
        "filed under :?",
        "categories :?",
        "category :?",
        "keywords :?",
        "in this article|story|section|guide|issue :?",
        "table of contents?",
        "contents :?",
        "jump to *",
        "skip to *",
        "back to top|gallery|homepage|home|all|news|articles|blog *",
        "return to *",
        "go back",
        "next|previous|prev :?",
        "next|previous|prev|older|newer article|post|story|page|posts|entries :?",
        "page <n> of <n>",
        "home",
        "menu",
        "search",
        "search *  site",
        "about",
        "about us|the|this site?|author|writer|authors *",
        "contact",
        "contact us",
        "help",
        "sitemap",
        "site map",
        "careers",
        "jobs",
        "log|sign in|up|out|on *",
        "login",
        "logout",
        "register",
        "register now *",
        "sign up *",
        "my account",
        "account",
        "create an? account *",
        "already *  account|member|subscriber *",
        "subscribe *",
        "subscribed",
        "newsletter",
        "newsletters",
        "our newsletter|newsletters",
        "get * newsletter *",
        "stay connected|informed|updated|tuned|in *",
        "follow",
        "following",
        "unfollow",
        "follow us|me *",
        "share",
        "shares",
        "share article|story|post|page|options|tools",
        "print",
        "save",
        "saved",
        "bookmark *",
        "copy link",
        "copied",
        "copy",
        "link copied *",
        "close",
        "open",
        "cancel",
        "submit",
        "send",
        "ok",
        "accept *",
        "i agree *",
        "got it",
        "done",
        "dismiss",
        "loading *",
        "please wait *",
        "play",
        "pause",
        "mute",
        "unmute",
        "listen",
        "listen to this *",
        "listen now",
        "hear the story",
        "play video|audio",
        "watch now|live|video",
        "watch",
        "video",
        "videos",
        "photos",
        "photo",
        "image",
        "images",
        "gallery",
        "slideshow",
        "caption",
        "media caption",
        "image caption",
        "image copyright|source|credit *",
        "image <n> of? *",
        "<n> of <n>",
        "<n> <n>",
        "hide caption|caption",
        "toggle caption",
        "enlarge this? image?",
        "expand *",
        "collapse *",
        "full screen",
        "fullscreen",
        "zoom *",
        "<n> min|mins|minute|minutes read|reading",
        "<n> min|mins|minute|minutes to? read",
        "reading time :? *",
        "read time :? *",
        "estimated|approximate reading|read time *",
        "time to read *",
        "privacy",
        "privacy policy|notice|statement|settings|center *",
        "terms",
        "terms of|and use|service|conditions *",
        "terms & *",
        "cookie|cookies policy|notice|settings|preferences *",
        "cookies",
        "legal notice *",
        "accessibility *",
        "do not track|sell *",
        "manage *  preferences|settings|cookies",
        "all rights reserved *",
        "copyright *",
        "© *",
        "powered by *",
        "advertise with? us? *",
        "media kit",
        "was this * helpful|useful *",
        "did you find * helpful|useful *",
        "rate this *",
        "report a|an|this *",
        "report *  error|typo|abuse|ad|comment",
        "give feedback",
        "feedback",
        "send feedback *",
        "flag *",
        "download *  app",
        "get the app *",
        "download our|the *",
        "download",
        "download now|pdf",
        "pdf",
        "view pdf|in *",
        "buy now *",
        "buy|order|shop now|here *",
        "shop",
        "shop all|the *",
        "check|see|view|get price|prices|latest|deal *",
        "view|see on|at|deal *",
        "get a quote|demo *",
        "book now|a *",
        "request a demo|quote *",
        "start free|your *  trial *",
        "free trial *",
        "donate *",
        "support us|our *",
        "become a|an? * member|subscriber|supporter|patron",
        "enter your? email *",
        "your email|name *",
        "email address *",
        "first|last name",
        "name",
        "email",
        "website",
        "message",
        "phone *",
        "subject",
        "author",
        "authors",
        "author bio|profile",
        "written by",
        "posted by",
        "posted in|on|by *",
        "posted *  ago",
        "by",
        "published",
        "published on|in|by|: *",
        "updated *",
        "last updated|modified|reviewed|edited *",
        "first published *",
        "originally published *",
        "date :? *",
        "thank you for|your *  submission|message|received|subscribing *",
        "thanks for reading|subscribing *",
        "please try again *",
        "something went wrong *",
        "an error *",
        "there was an? issue|error|problem *",
        "media playback is|not *",
        "your browser *  support *",
        "javascript *  enabled|disabled|required *",
        "please enable javascript|cookies *",
        "enable javascript *",
        "editorial",
        "opinion",
        "news",
        "politics",
        "world",
        "business",
        "sports",
        "sport",
        "technology",
        "tech",
        "science",
        "health",
        "entertainment",
        "culture",
        "lifestyle",
        "style",
        "travel",
        "food",
        "education",
        "magazine",
        "podcasts",
        "podcast",
        "weather",
        "obituaries",
        "columnists",
        "columns",
        "editorials",
        "commentary",
        "local",
        "national",
        "international",
        "economy",
        "finance",
        "markets",
        "breaking news *",
        "source :? link?",
        "source|sources :",
        "get short url",
        "permalink",
        "cite this *",
        "how to cite *",
        "community standards|guidelines *",
        "a post shared by *",
        "view this post on *",
        "view * on instagram|twitter|facebook|tiktok|x",
        "embed *",
        "via *  shutterstock|getty|giphy|twitter|instagram",
        "more",
        "more :",
        "more from|in|on|about|by|like *",
        "also in|on|from|by *",
        "also read|see|watch *",
        "in other news",
        "elsewhere on *",
        "from our|the partners|sponsors|web|archives|archive *",
        "around the web",
        "best of *",
    ])
});

/// How clutter lines begin; what follows differs.
static OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "read|watch|listen|related|more|also|next|previous|recommended :",
        "read|see|watch|view more|also|next|now :",
        "also read|see|watch :?",
        "related story|stories|article|articles|reading|post|posts|content|coverage|video|link|links :",
        "further|additional reading",
        "see also :?",
        "more on this *  :",
        "don't miss :",
        "tags?|tagged|topics|keywords|categories|category|labels|subjects :",
        "tags :",
        "tag :",
        "tagged with|as|under|in",
        "filed under|in",
        "posted in|under|on",
        "posted by",
        "categorized|categorised under|in|as",
        "follow us|me|him|her|them|our|@ *  on|at",
        "follow <at>",
        "like us on",
        "find us on",
        "join us on",
        "connect with us",
        "follow * on twitter|facebook|instagram|linkedin|x|threads|bluesky|youtube|tiktok|mastodon",
        "sign up for|to|here|now|today",
        "subscribe to|now|today|here|for",
        "get the latest|best|day's|top|our|more *  inbox|email|newsletter|newsletters|updates|alerts",
        "get our|the|your *  newsletter|inbox",
        "join our|the|thousands|over *  newsletter|community|mailing|list|subscribers|readers|channel|whatsapp|telegram",
        "never miss a|an *",
        "click|tap here|on|the|to",
        "download the|our *  app",
        "download free|pdf|here",
        "share this|on|via|your|with|article|it *",
        "tweet this|on",
        "pin it|this|for|on",
        "email this|to a",
        "print this",
        "copyright <n>|©|@|by|:|(c)",
        "©",
        "(c) <n>",
        "all rights reserved",
        "published|posted|updated|last|first|created|modified updated|published|modified|on|at|:|<n>",
        "published|posted|updated january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec",
        "last updated|modified|reviewed|edited",
        "first published|posted|appeared :?",
        "originally published|posted|appeared",
        "updated|posted|published :",
        "have a|any *  tip|tips|story|news|question|questions|comment *  contact|email|send|call|write|tell|let|may",
        "got a *  tip|story|news",
        "send us|your *  tips|feedback|comments|photos|letters|story",
        "contact the? author|reporter|writer|us|editor|newsroom|our",
        "email : *",
        "e-mail :",
        "phone :",
        "tel :",
        "fax :",
        "telephone :",
        "twitter :",
        "facebook :",
        "instagram :",
        "for media|press inquiries|enquiries|contact",
        "media|press contact|contacts|enquiries|inquiries",
        "comments are|have been closed|off|disabled|moderated",
        "leave a|your comment|reply|comments",
        "log|sign in to|with|or",
        "please log|sign in",
        "you must be logged|signed",
        "you need to log|be|enable",
        "you have <n> free|articles",
        "this site|website|page uses|is protected|requires",
        "we use cookies|our",
        "by continuing|using|clicking|submitting|signing|subscribing *  you agree|accept|consent|acknowledge",
        "a post shared by",
        "view this post on",
        "this post contains|may|includes affiliate|contain|include *  links|affiliate",
        "this article contains|may|includes affiliate|contain|include *  links|affiliate",
        "as an amazon associate",
        "when you buy|purchase through|using|something *  links|commission",
        "advertisement -",
        "sponsored :",
        "promoted :",
        "ad :",
        "disclaimer|disclosure :",
        "editor's note on|: this|the *  republished|reprinted",
        "republished|reprinted with|from|by|under",
        "support our|independent|quality *  journalism|donation|work|newsroom",
        "become a|an *  member|subscriber|supporter|patron",
        "donate to|now|today",
        "help us",
        "buy|shop|order now|here|the *  on|at|from",
        "shop now|the|at",
        "image|photo|picture source|sources|credit|credits|courtesy|by|via|:|caption|copyright",
        "video :",
        "watch : ",
        "photos :",
        "audio :",
        "listen to *  podcast",
        "estimated reading|read",
        "reading time",
        "<n> min|minute|minutes|mins read",
        "read time :?",
        "download|get|read|view|see the|this|our *  pdf|app|ebook|e-book|whitepaper|brochure",
    ])
});

/// Sentences of the publisher about itself, wherever in the line they stand.
static NOTICES: LazyLock<Phrases> = LazyLock::new(|| {
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
        "your inbox",
        "like us on facebook",
        "follow us|me|him|her|them|our|<at> *  on|at twitter|facebook|instagram|linkedin|x|youtube|threads|tiktok|telegram|social|bluesky",
        "join our|the *  on|at facebook|telegram|whatsapp|linkedin|discord|twitter",
        "reach *  at|by *  email|e-mail|twitter",
        "comments are|have|will closed|be|been *  moderated|closed|disabled",
        "please enable javascript",
        "your browser does not",
        "to continue reading",
        "free articles remaining|left",
    ])
});

/// The same in fewer words; a long sentence with these in it may well be an article's.
static SHORT_NOTICES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "reporting by * editing|writing by",
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
        "earn a? *  commission",
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
        "was produced|written|prepared|created in|with|by partnership *  sponsored|sponsor",
        "sponsored content|post|by",
        "can|may be reached|contacted at|by|via|on",
        "subscribe to *  newsletter|newsletters|channel|podcast|updates|emails|feed|magazine",
        "sign up for|to *  newsletter|newsletters|updates|alerts|emails",
    ])
});

static CREDITS: LazyLock<Phrases> = LazyLock::new(|| {
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

static AGENCY_NAMES: LazyLock<Phrases> = LazyLock::new(|| {
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

static AGENCIES: LazyLock<Phrases> = LazyLock::new(|| {
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

static CREDIT_ENDS: LazyLock<Phrases> = LazyLock::new(|| {
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

static CAPTION_OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter_is_known_by_its_wording() {
        for line in [
            "Share on Facebook",
            "Facebook Twitter Email Print",
            "Advertisement",
            "Read more: The vote in full",
            "© 2024 The Daily Lantern. All rights reserved.",
            "5 min read",
            "Sign up for our weekly newsletter!",
            "The views expressed in this article are those of the author.",
            "Comments are closed",
            "#vote #talks",
            "LIKE us on Facebook",
            "Photo: Jo Lee, AP",
            "Getty Images",
            "Follow @jolee on X",
            "This article was first published by The Lantern.",
            "Jo Lee can be reached at jo@example.org.",
        ] {
            assert!(is_clutter(line), "{line}");
        }
    }

    #[test]
    fn articles_are_left_alone() {
        for line in [
            "He said he would follow us on foot if need be.",
            "Share prices fell by 3% on Monday.",
            "“Read my lips,” she said.",
            "Follow the money.",
            "Photos of the square were shown to the court on Monday, the lawyer said.",
            "Ms. Ruiz published her report on 3 May.",
            "More than 40 people were hurt.",
            "By Monday, nobody was left.",
            "What's next for the café?",
            "Copyright law is what the two sides fight about in this trial, which has gone on for a year.",
            "Contact between the two governments broke off in May.",
            "Home Secretary Jo Lee resigned.",
        ] {
            assert!(!is_clutter(line) && !is_caption(line) && byline(line).is_none(), "{line}");
        }
    }

    #[test]
    fn bylines_and_captions() {
        assert_eq!(byline("By Ana María Ruiz"), Some("Ana María Ruiz"));
        assert_eq!(byline("By the river, nobody slept."), None);
        assert!(is_caption("Ms. Ruiz leaves the court on Monday. (Jo Lee/Reuters)"));
        assert!(is_caption("The square on Monday. Photo: Jo Lee"));
        assert!(!is_caption("He left the court (and the country) on Monday."));
    }
}
