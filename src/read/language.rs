//! Which language an article is in, and the notes that follow from it.
//!
//! What the file declares is shown, unless its words leave no doubt that it is wrong; what the words show
//! decides the note, since sites declare English for pages in any language.

use whichlang::Lang;

use super::draft::Draft;
use super::plain;

/// Bytes of prose that settle the question; more would only cost time.
const ENOUGH: usize = 20_000;

/// Fewer letters than this say nothing about a language.
const TOO_FEW: usize = 40;

/// So many letters leave no doubt whether a text is English.
const CERTAIN: usize = 400;

pub(super) fn settle(draft: &mut Draft) {
    let prose = prose(draft);
    let n_letters = prose.chars().filter(|character| character.is_alphabetic()).count();
    let detected = (n_letters >= TOO_FEW).then(|| whichlang::detect_language(&prose));
    let declared = draft.meta.language.as_deref();
    let declares_english = declared.is_some_and(|tag| tag.to_lowercase().starts_with("en"));
    // Templates declare any language; of the words it is certain whether they are English, less so which
    // of the others.
    let contradicted = detected.is_some_and(|lang| (lang == Lang::Eng) != declares_english);
    if declared.is_none() || contradicted && n_letters >= CERTAIN {
        draft.meta.language = detected.map(|lang| code(lang).to_owned());
    }
    match detected {
        Some(lang) if lang != Lang::Eng => draft.notes.push(format!(
            "The article seems to be in {}. Sidelight briefs English alone, so only the text is shown.",
            name(lang)
        )),
        _ => {}
    }
    let has_sentence = draft.blocks.iter().any(|block| {
        let text = block.range.slice(&draft.text);
        block.kind.is_prose() && text.split_whitespace().count() >= 3 && plain::ends_sentence(text)
    });
    let unspaced = matches!(detected, Some(Lang::Cmn | Lang::Jpn));
    if !has_sentence && !unspaced {
        draft
            .notes
            .push("The text holds no full sentence, so there is little to brief.".to_owned());
    }
}

fn prose(draft: &Draft) -> String {
    let mut prose = String::new();
    for block in draft.blocks.iter().filter(|block| block.kind.is_prose()) {
        prose.push_str(block.range.slice(&draft.text));
        prose.push('\n');
        if prose.len() > ENOUGH {
            break;
        }
    }
    prose
}

fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Hin => "hi",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
    }
}

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ara => "Arabic",
        Lang::Cmn => "Chinese",
        Lang::Deu => "German",
        Lang::Eng => "English",
        Lang::Fra => "French",
        Lang::Hin => "Hindi",
        Lang::Ita => "Italian",
        Lang::Jpn => "Japanese",
        Lang::Kor => "Korean",
        Lang::Nld => "Dutch",
        Lang::Por => "Portuguese",
        Lang::Rus => "Russian",
        Lang::Spa => "Spanish",
        Lang::Swe => "Swedish",
        Lang::Tur => "Turkish",
        Lang::Vie => "Vietnamese",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: Option<&str>, n_notes: usize) {
        let mut draft = plain::read(text);
        settle(&mut draft);
        assert_eq!(
            (draft.meta.language.as_deref(), draft.notes.len()),
            (language, n_notes),
            "{:?}",
            draft.notes
        );
    }

    #[test]
    fn language_is_found_and_noted() {
        check(
            "The minister said on Monday that the talks would go on in the spring.",
            Some("en"),
            0,
        );
        check(
            "Der Minister sagte am Montag, die Gespräche würden im Frühjahr fortgesetzt.",
            Some("de"),
            1,
        );
        check("Apples\n\nPears", None, 1);
    }
}
