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

/// Opens an account for the first time. `until` is the last day on which the link works, in
/// words.
#[must_use]
pub fn invite(name: &str, url: &str, until: &str, site: &SiteFacts) -> Mail {
    let body = format!(
        "{} would like you to join. Open this link to begin:",
        site.name
    );
    let works = works_until(until);
    letter(
        "Your invitation",
        Some(name),
        &[&body, url, &works, IGNORE],
        site,
    )
}

/// Invites somebody to write in an article of this title, which may be empty yet.
#[must_use]
pub fn invite_to_write(
    name: &str,
    by: &str,
    title: &str,
    url: &str,
    until: &str,
    site: &SiteFacts,
) -> Mail {
    let (by, title) = (one_line(by), one_line(title));
    let what = if title.is_empty() {
        "an article".to_owned()
    } else {
        format!("the article “{title}”")
    };
    let body = format!(
        "{by} asks you to write in {what} for {}, or to look at what stands under your name in \
         it. Open this link to choose a password and begin:",
        site.name
    );
    let works = works_until(until);
    let after = "Nothing is published under your name before you have read and signed it.";
    let parts = [&body, url, &works, after, IGNORE];
    letter("Your invitation to write", Some(name), &parts, site)
}

/// Signs somebody in without a password.
#[must_use]
pub fn sign_in(url: &str, minutes: u32, site: &SiteFacts) -> Mail {
    let body = "Open this link to sign in:";
    let works = works_for(minutes);
    letter(
        "Your link to sign in",
        None,
        &[body, url, &works, IGNORE],
        site,
    )
}

/// Lets somebody choose a new password.
#[must_use]
pub fn password_reset(url: &str, minutes: u32, site: &SiteFacts) -> Mail {
    let body = "Somebody, we hope you, asked for a new password. Open this link to choose one:";
    let works = works_for(minutes);
    let after = "If it was not you, you need do nothing. Your password stays as it is.";
    letter("A new password", None, &[body, url, &works, after], site)
}

/// Tells a contributor that an edited text waits for her signature.
#[must_use]
pub fn proof_ready(name: &str, changes: u32, url: &str, until: &str, site: &SiteFacts) -> Mail {
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
    let works = works_until(until);
    let after = "You can take back any change. Nothing is published before you have signed.";
    letter(&subject, Some(name), &[&body, url, &works, after], site)
}

fn edited(changes: &str) -> String {
    format!(
        "An editor has read your article and made {changes}. Please look at them, put back what \
         you would rather keep, and sign. You need no password:"
    )
}

/// What a reminder says of others to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// One more may come by itself.
    First,
    /// None comes by itself any more.
    Last,
    /// An editor sent it.
    Editor,
}

/// Reminds a contributor that a text waits for her signature, without pressing her.
#[must_use]
pub fn reminder(name: &str, nudge: Nudge, url: &str, until: &str, site: &SiteFacts) -> Mail {
    let body = "An edited text of yours waits for you. When you have a quiet moment, please read \
                it, and sign it if it is as you want it. You need no password:";
    let works = works_until(until);
    let after = "If something is wrong with it, or you no longer want it published, you can say \
                 so on the same page. Nothing is published before you have signed.";
    let more = match nudge {
        Nudge::First => "We will remind you once more, and then leave you in peace.",
        Nudge::Last => "This is the last reminder that we send by ourselves.",
        Nudge::Editor => "An editor asked us to send you this reminder.",
    };
    let parts = [body, url, &works, after, more];
    letter("Your article waits for you", Some(name), &parts, site)
}

/// Tells authors and editors of a step, with the page of the one thing to do.
#[must_use]
pub fn step(name: &str, sentence: &str, url: &str, site: &SiteFacts) -> Mail {
    letter("One thing to look at", Some(name), &[sentence, url], site)
}

/// Tells a contributor that an article is public.
#[must_use]
pub fn live(name: &str, url: &str, site: &SiteFacts) -> Mail {
    let body = format!("Your article is now on {}:", site.name);
    let after = "If you find anything wrong in it, please tell the editors.";
    letter(
        "Your article is live",
        Some(name),
        &[&body, url, after],
        site,
    )
}

const IGNORE: &str = "If you did not expect this letter, you can throw it away.";

fn works_until(until: &str) -> String {
    format!("The link works once, until {}.", one_line(until))
}

fn works_for(minutes: u32) -> String {
    match minutes {
        60 => "The link works once, within an hour.".to_owned(),
        whole if whole > 60 && whole % 60 == 0 => {
            format!("The link works once, within {} hours.", whole / 60)
        }
        minutes => format!("The link works once, within {minutes} minutes."),
    }
}

fn letter(subject: &str, name: Option<&str>, parts: &[&str], site: &SiteFacts) -> Mail {
    let mut all = vec![match name {
        Some(name) => format!("Dear {},", one_line(name)),
        None => "Hello,".to_owned(),
    }];
    all.extend(parts.iter().map(|text| wrap(text)));
    all.push(one_line(&site.name));
    let mut text = all.join("\n\n");
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

    #[test]
    fn a_proof_says_how_much_was_changed() {
        let url = "https://lantern.example/admin/sign/a-very-long-token-that-must-not-be-broken-anywhere-at-all";
        let mail = proof_ready("Ilse\r\nBcc: x", 14, url, "30 November", &site());
        insta::assert_snapshot!(format!("{}\n---\n{}", mail.subject, mail.text));
    }

    #[test]
    fn letters_are_neutral_and_narrow() {
        let url = "https://lantern.example/x";
        let site = site();
        let all = [
            invite("Ilse", url, "30 November", &site),
            invite_to_write("Ilse", "Jo", "A quiet hour", url, "30 November", &site),
            invite_to_write("Ilse", "Jo", " ", url, "30 November", &site),
            sign_in(url, 15, &site),
            password_reset(url, 120, &site),
            proof_ready("Ilse", 0, url, "30 November", &site),
            proof_ready("Ilse", 1, url, "30 November", &site),
            reminder("Ilse", Nudge::First, url, "30 November", &site),
            reminder("Ilse", Nudge::Last, url, "30 November", &site),
            reminder("Ilse", Nudge::Editor, url, "30 November", &site),
            step(
                "Ilse",
                "An author has put back two of her own words.",
                url,
                &site,
            ),
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
