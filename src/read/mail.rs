//! Mail (`.eml`) and web pages saved as one file (`.mhtml`), which are mail inside.

use mailparse::{MailHeaderMap as _, ParsedMail};

use super::draft::Draft;
use super::{date, html, plain, roles};
use crate::error::Error;

/// Parts nested deeper are left out.
const DEEPEST: usize = 20;

pub(super) fn read_mail(bytes: &[u8]) -> Result<Draft, Error> {
    let mail = parse(bytes)?;
    let page = part(&mail, "text/html", 0);
    let text = part(&mail, "text/plain", 0);
    // Many newsletters send a stub of text beside the page: "Your program cannot show this message."
    let stub =
        |text: &String, page: &String| text.split_whitespace().count() * 4 < page_words(page);
    let mut draft = match (text, page) {
        (Some(text), Some(page)) if stub(&text, &page) => html::read(&page),
        (Some(text), _) => plain::read(&super::decode::clean(&text)),
        (None, Some(page)) => html::read(&page),
        (None, None) => return Err(Error::NoText),
    };
    let header =
        |name: &str| mail.headers.get_first_value(name).filter(|value| !value.trim().is_empty());
    let subject = header("Subject").map(|subject| without_reply(&subject).to_owned());
    draft.meta.title = subject.filter(|title| !title.is_empty()).or(draft.meta.title);
    let from = header("From")
        .map(|from| from.split('<').next().unwrap_or_default().trim_matches(['"', ' ']).to_owned());
    draft.meta.byline =
        from.filter(|name| !name.is_empty() && !name.contains('@')).or(draft.meta.byline);
    draft.meta.published =
        header("Date").and_then(|value| date::find(&value)).or(draft.meta.published);
    Ok(draft)
}

/// A subject without what mail programs put before it: `Fwd: Re: The vote` is about the vote.
fn without_reply(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        let mark = mark.trim().to_lowercase();
        if !matches!(mark.as_str(), "re" | "fw" | "fwd" | "aw" | "wg" | "sv" | "vs" | "tr") {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

pub(super) fn read_web_archive(bytes: &[u8]) -> Result<Draft, Error> {
    let mail = parse(bytes)?;
    let page = part(&mail, "text/html", 0)
        .or_else(|| part(&mail, "application/xhtml+xml", 0))
        .ok_or(Error::NoText)?;
    let mut draft = html::read(&page);
    if draft.meta.published.is_none() {
        let address = mail.headers.get_first_value("Snapshot-Content-Location");
        draft.meta.published = address.as_deref().and_then(date::find_in_address);
    }
    if draft.meta.title.is_none() {
        draft.meta.title = mail.headers.get_first_value("Subject");
    }
    Ok(draft)
}

fn parse(bytes: &[u8]) -> Result<ParsedMail<'_>, Error> {
    // The parser recurses for each nested part.
    let boundaries =
        bytes.windows(10).filter(|window| window.eq_ignore_ascii_case(b"multipart/")).count();
    if boundaries > 200 {
        return Err(Error::Damaged("its parts are nested without end".to_owned()));
    }
    mailparse::parse_mail(bytes).map_err(|error| Error::Damaged(error.to_string()))
}

/// The first part of this type that is no attachment.
fn part(mail: &ParsedMail<'_>, kind: &str, depth: usize) -> Option<String> {
    if depth > DEEPEST {
        return None;
    }
    let attached =
        mail.get_content_disposition().disposition == mailparse::DispositionType::Attachment;
    if mail.subparts.is_empty() {
        let fits = mail.ctype.mimetype.eq_ignore_ascii_case(kind) && !attached;
        let text = fits.then(|| text_of(mail, kind != "text/plain")).flatten()?;
        return (!text.trim().is_empty()).then_some(text);
    }
    mail.subparts.iter().find_map(|inner| part(inner, kind, depth + 1))
}

fn text_of(mail: &ParsedMail<'_>, markup: bool) -> Option<String> {
    let bytes = mail.get_body_raw().ok()?;
    let declared = mail
        .ctype
        .params
        .get("charset")
        .and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    Some(super::decode::decode(&bytes, declared, markup).text)
}

fn page_words(page: &str) -> usize {
    let page = dom_query::Document::from(page);
    let text = page.body().map(|body| body.text().to_string()).unwrap_or_default();
    roles::letters(&text).len() / 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::BlockKind;

    #[test]
    fn mail_gives_its_text_and_its_headers() {
        let mail = "From: =?utf-8?q?Ana_Mar=C3=ADa_Ruiz?= <ana@example.org>\r\nSubject: Talks: round two\r\nDate: Tue, 12 Mar 2024 10:00:00 +0000\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=C3=A9 closed on Monday, she said.\r\n\r\n> Why=3F\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The café closed.</p>\r\n--b--\r\n";
        let draft = read_mail(mail.as_bytes()).unwrap();
        assert_eq!(draft.text, "The café closed on Monday, she said.\n\nWhy?");
        assert_eq!(draft.blocks[1].kind, BlockKind::Quote);
        assert_eq!(draft.meta.byline.as_deref(), Some("Ana María Ruiz"));
        assert_eq!(draft.meta.title.as_deref(), Some("Talks: round two"));
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }

    #[test]
    fn a_saved_page_in_one_file_is_a_page() {
        let archive = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/2024/03/12/vote\r\nSubject: The vote\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\
            Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>The vote</h1><p>It was closer than anybody in the hall had e=\r\nxpected, she said on Monday.</p></body></html>\r\n--x--\r\n";
        let draft = read_web_archive(archive.as_bytes()).unwrap();
        assert!(draft.text.contains("had expected, she said"), "{}", draft.text);
        assert_eq!(draft.meta.published, Some(jiff::civil::date(2024, 3, 12)));
    }

    #[test]
    fn a_subject_is_the_title_without_the_marks_of_replies() {
        assert_eq!(without_reply("Fwd: RE: The vote: what it means"), "The vote: what it means");
        assert_eq!(without_reply("Talks: round two"), "Talks: round two");
        assert_eq!(without_reply("Re:"), "");
    }
}
