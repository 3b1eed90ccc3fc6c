//! Letters, as plain text. Neutral subjects: no topic and no title, since inboxes are shared.
//! No tracking, and every link stands alone on its line.

use crate::site_facts::SiteFacts;

/// A letter ready to be addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One line.
    pub subject: String,
    /// Plain text, lines of at most 76 signs but for links.
    pub text: String,
}

/// A one-time link and how long it works.
#[derive(Clone, Copy, Debug)]
pub struct MailLink<'a> {
    /// The whole address.
    pub url: &'a str,
    /// Its end.
    pub works: Works<'a>,
}

/// How long a link works.
#[derive(Clone, Copy, Debug)]
pub enum Works<'a> {
    /// Through this day, such as `30 November`.
    Until(&'a str),
    /// From when the letter was written.
    Minutes(u32),
}

/// Asks somebody to join.
#[must_use]
pub fn invite(name: &str, link: MailLink<'_>, site: &SiteFacts) -> Mail {
    let body = format!(
        "{} would like you to join. Open this link to choose a password:",
        site.name
    );
    letter(
        "Your invitation",
        Some(name),
        &[&body],
        Some(link),
        &[IGNORE],
        site,
    )
}

/// Signs somebody in without a password.
#[must_use]
pub fn sign_in(link: MailLink<'_>, site: &SiteFacts) -> Mail {
    letter(
        "Your link to sign in",
        None,
        &["Open this link to sign in:"],
        Some(link),
        &[IGNORE],
        site,
    )
}

/// Lets somebody choose a new password.
#[must_use]
pub fn password_reset(link: MailLink<'_>, site: &SiteFacts) -> Mail {
    let body = "Somebody, we hope you, asked for a new password. Open this link to choose one:";
    let after = "If it was not you, you need do nothing. Your password stays as it is.";
    letter("A new password", None, &[body], Some(link), &[after], site)
}

/// Tells a contributor that an edited text waits for her signature.
#[must_use]
pub fn proof_ready(name: &str, changes: u32, link: MailLink<'_>, site: &SiteFacts) -> Mail {
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
    letter(&subject, Some(name), &[&body], Some(link), &[after], site)
}

fn edited(changes: &str) -> String {
    format!(
        "An editor has read your article and made {changes}. Please look at them, put back what \
         you would rather keep, and sign. You need no password:"
    )
}

/// Tells of a step, and where to look. The subject says nothing of it: inboxes are shared.
#[must_use]
pub fn step(name: &str, sentence: &str, url: &str, site: &SiteFacts) -> Mail {
    let subject = format!("News from {}", site.name);
    letter(&subject, Some(name), &[sentence, url], None, &[], site)
}

const IGNORE: &str = "If you did not expect this letter, you can throw it away.";

fn letter(
    subject: &str,
    name: Option<&str>,
    before: &[&str],
    link: Option<MailLink<'_>>,
    after: &[&str],
    site: &SiteFacts,
) -> Mail {
    let greeting = name.map_or_else(
        || "Hello,".to_owned(),
        |name| format!("Dear {},", one_line(name)),
    );
    let mut parts = vec![greeting];
    parts.extend(before.iter().map(|text| wrap(text)));
    if let Some(link) = link {
        parts.push(link.url.to_owned());
        parts.push(wrap(&match link.works {
            Works::Until(day) => format!("It works once, until {}.", one_line(day)),
            Works::Minutes(minutes) => format!("It works once, for {minutes} minutes."),
        }));
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
    use super::*;

    fn site() -> SiteFacts {
        SiteFacts::new("The Lantern Room", "https://lantern.example")
    }

    fn link(url: &str) -> MailLink<'_> {
        MailLink {
            url,
            works: Works::Until("9 March"),
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
            invite("Ilse", link(url), &site),
            sign_in(link(url), &site),
            password_reset(link(url), &site),
            proof_ready("Ilse", 0, link(url), &site),
            proof_ready("Ilse", 1, link(url), &site),
            step("Ilse", "Your article is live.", url, &site),
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
