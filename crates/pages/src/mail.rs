//! Letters, as plain text. Neutral subjects: no topic and no title, since inboxes are shared.
//! No tracking, and every link stands alone on its line.

use time::OffsetDateTime;

use crate::day::Day;
use crate::site_facts::SiteFacts;

/// A letter ready to be addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One line.
    pub subject: String,
    /// Plain text, lines of at most 76 signs but for links.
    pub text: String,
}

/// A one-time link with the moment at which it stops working.
#[derive(Clone, Copy, Debug)]
pub struct MailLink<'a> {
    /// The whole address.
    pub url: &'a str,
    /// Its end.
    pub expires_at: OffsetDateTime,
}

/// Asks somebody to join as author, editor or owner.
#[must_use]
pub fn invite(name: &str, role: &str, link: MailLink<'_>, site: &SiteFacts) -> Mail {
    let body = format!(
        "{} would like you to join as {role}. Open this link to choose a password:",
        site.name
    );
    letter(
        "Your invitation",
        name,
        &[&body],
        Some(link),
        &[IGNORE],
        site,
    )
}

/// Signs somebody in without a password.
#[must_use]
pub fn sign_in(name: &str, link: MailLink<'_>, site: &SiteFacts) -> Mail {
    letter(
        "Your link to sign in",
        name,
        &["Open this link to sign in:"],
        Some(link),
        &[IGNORE],
        site,
    )
}

/// Lets somebody choose a new password.
#[must_use]
pub fn password_reset(name: &str, link: MailLink<'_>, site: &SiteFacts) -> Mail {
    let body = "Somebody, we hope you, asked for a new password. Open this link to choose one:";
    let after = "If it was not you, you need do nothing. Your password stays as it is.";
    letter("A new password", name, &[body], Some(link), &[after], site)
}

/// Tells a contributor that an edited text waits for her signature.
#[must_use]
pub fn proof_ready(name: &str, changes: usize, link: MailLink<'_>, site: &SiteFacts) -> Mail {
    let (subject, body) = match changes {
        0 => (
            "Your article is ready to sign".to_owned(),
            "An editor has read your article and changed nothing. Please read it once more and \
             sign it. You need no password:"
                .to_owned(),
        ),
        1 => (
            "Your article, edited: 1 change".to_owned(),
            edited("1 change"),
        ),
        many => (
            format!("Your article, edited: {many} changes"),
            edited(&format!("{many} changes")),
        ),
    };
    let after = "You can take back any change. Nothing is published before you have signed.";
    letter(&subject, name, &[&body], Some(link), &[after], site)
}

fn edited(changes: &str) -> String {
    format!(
        "An editor has read your article and made {changes}. Please look at them, put back what \
         you would rather keep, and sign. You need no password:"
    )
}

/// Tells a contributor that an article is public.
#[must_use]
pub fn live(name: &str, url: &str, site: &SiteFacts) -> Mail {
    let body = format!("Your article is now on {}:\n\n{url}", site.name);
    let after = "If you find anything wrong in it, answer this letter.";
    letter("Your article is live", name, &[&body], None, &[after], site)
}

const IGNORE: &str = "If you did not expect this letter, you can throw it away.";

fn letter(
    subject: &str,
    name: &str,
    before: &[&str],
    link: Option<MailLink<'_>>,
    after: &[&str],
    site: &SiteFacts,
) -> Mail {
    let mut parts = vec![format!("Dear {},", one_line(name))];
    parts.extend(before.iter().map(|text| wrap(text)));
    if let Some(link) = link {
        parts.push(link.url.to_owned());
        let end = link.expires_at.to_offset(time::UtcOffset::UTC);
        let day = Day::at(end, site).words;
        let time = format!("{:02}:{:02}", end.hour(), end.minute());
        parts.push(wrap(&format!("It works once, until {day} at {time} UTC.")));
    }
    parts.extend(after.iter().map(|text| wrap(text)));
    parts.push(one_line(&site.name));
    let mut text = parts.join("\n\n");
    text.push('\n');
    Mail {
        subject: one_line(subject),
        text,
    }
}

/// Without line breaks, which could forge a header.
fn one_line(text: &str) -> String {
    text.split(char::is_control)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// Breaks lines between words; links stay whole.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    for (at, block) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let mut width = 0;
        for word in block.split_whitespace() {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > 72 {
                out.push('\n');
                width = 0;
            }
            if width > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    fn site() -> SiteFacts {
        SiteFacts::new("The Lantern Room", "https://lantern.example")
    }

    fn link(url: &str) -> MailLink<'_> {
        MailLink {
            url,
            expires_at: datetime!(2026-03-09 18:30 UTC),
        }
    }

    #[test]
    fn a_proof_says_how_much_was_changed() {
        let url = "https://lantern.example/admin/sign/a-very-long-token-that-must-not-be-broken-anywhere-at-all";
        let mail = proof_ready("Ilse\r\nBcc: x", 14, link(url), &site());
        insta::assert_snapshot!(format!("{}\n---\n{}", mail.subject, mail.text));
    }

    #[test]
    fn letters_are_neutral_and_narrow() {
        let url = "https://lantern.example/x";
        let site = site();
        let all = [
            invite("Ilse", "an author", link(url), &site),
            sign_in("Ilse", link(url), &site),
            password_reset("Ilse", link(url), &site),
            proof_ready("Ilse", 0, link(url), &site),
            proof_ready("Ilse", 1, link(url), &site),
            live("Ilse", url, &site),
        ];
        for mail in &all {
            assert!(
                mail.text.lines().all(|line| line.chars().count() <= 76),
                "{}",
                mail.text
            );
            assert!(mail.text.contains(&format!("\n{url}\n")), "{}", mail.text);
            assert!(!mail.text.contains('<'), "plain text: {}", mail.text);
            assert!(!mail.subject.contains(['\n', '\r']) && mail.subject.len() < 50);
        }
    }
}
