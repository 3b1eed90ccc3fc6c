//! One service of the help directory as keys that can be pressed.

use content::help::{HelpEntry, HelpKind};
use serde::Serialize;

/// Something to press: "**Call** 988".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Key {
    /// What it does.
    pub(crate) verb: String,
    /// To what.
    pub(crate) to: String,
    /// `tel:`, `sms:` or https.
    pub(crate) href: String,
    /// Whether it leads to another site.
    pub(crate) outside: bool,
}

/// Call, text and page, as far as the service has them.
pub(crate) fn keys(entry: &HelpEntry) -> Vec<Key> {
    let call = entry.call.as_deref().map(call);
    let text = entry
        .text_to
        .as_deref()
        .map(|to| text(to, entry.text_keyword.as_deref()));
    let page = entry
        .url
        .as_deref()
        .filter(|url| url.starts_with("https://"))
        .map(|url| Key {
            verb: "Go".to_owned(),
            to: "online".to_owned(),
            href: url.to_owned(),
            outside: true,
        });
    [call, text, page].into_iter().flatten().collect()
}

/// "Call 988".
pub(crate) fn call(number: &str) -> Key {
    Key {
        verb: "Call".to_owned(),
        to: number.to_owned(),
        href: format!("tel:{}", digits(number)),
        outside: false,
    }
}

fn text(to: &str, keyword: Option<&str>) -> Key {
    let number = digits(to);
    match keyword {
        None => Key {
            verb: "Text".to_owned(),
            to: to.to_owned(),
            href: format!("sms:{number}"),
            outside: false,
        },
        Some(word) => {
            let body: String = url::form_urlencoded::byte_serialize(word.as_bytes())
                .collect::<String>()
                .replace('+', "%20");
            Key {
                verb: "Text".to_owned(),
                to: format!("{word} to {to}"),
                href: format!("sms:{number}?body={body}"),
                outside: false,
            }
        }
    }
}

/// What a telephone needs of a number.
fn digits(number: &str) -> String {
    number
        .chars()
        .enumerate()
        .filter(|&(at, c)| c.is_ascii_digit() || matches!(c, '*' | '#') || (at == 0 && c == '+'))
        .map(|(_, c)| c)
        .collect()
}

/// What a reader looks for, in the words of the help page.
pub(crate) fn purpose(kind: HelpKind) -> &'static str {
    match kind {
        HelpKind::Emergency => "In danger right now",
        HelpKind::Crisis => "Thoughts of suicide, or any crisis",
        HelpKind::Abuse => "Abuse, at home or anywhere",
        HelpKind::EatingDisorder => "Eating disorders",
        HelpKind::Directory => "More services",
    }
}

/// Name and hours, as short as the help box needs them: "988 Suicide & Crisis Lifeline, any hour."
pub(crate) fn brief(entry: &HelpEntry) -> String {
    let mut line = entry.service.trim_end_matches('.').to_owned();
    if entry.hours.as_deref().is_some_and(is_any_hour) {
        line.push_str(", any hour");
    }
    line.push('.');
    line
}

/// Name, hours and languages: "988 Suicide & Crisis Lifeline: any hour. English and Spanish."
pub(crate) fn about(entry: &HelpEntry) -> String {
    let mut line = entry.service.clone();
    if let Some(audience) = &entry.audience {
        line.push_str(", ");
        line.push_str(audience);
    }
    if let Some(hours) = hours(entry) {
        line.push_str(": ");
        line.push_str(&hours);
    }
    if let Some(languages) = languages(&entry.languages) {
        line.push_str(". ");
        line.push_str(&languages);
    }
    if !line.ends_with('.') {
        line.push('.');
    }
    line
}

fn hours(entry: &HelpEntry) -> Option<String> {
    let hours = entry.hours.as_deref()?.trim();
    match hours {
        "" => None,
        _ if is_any_hour(hours) => Some("any hour".to_owned()),
        _ => Some(hours.trim_end_matches('.').to_owned()),
    }
}

/// Whether the words mean round the clock, every day.
pub(crate) fn is_any_hour(hours: &str) -> bool {
    let hours = hours.trim().to_ascii_lowercase();
    ["any hour", "24/7", "24 hours", "round the clock"]
        .iter()
        .any(|words| hours.starts_with(words))
}

/// "English and Spanish"; nothing when English is the only one, or for a tag not known here.
fn languages(tags: &[String]) -> Option<String> {
    let names: Vec<&str> = tags
        .iter()
        .map(|tag| language(tag))
        .collect::<Option<_>>()?;
    match names.as_slice() {
        [] | ["English"] => None,
        [one] => Some((*one).to_owned()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn language(tag: &str) -> Option<&'static str> {
    let primary = tag.split('-').next()?;
    Some(match primary {
        "ar" => "Arabic",
        "cy" => "Welsh",
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "ga" => "Irish",
        "hi" => "Hindi",
        "it" => "Italian",
        "mi" => "Māori",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "zh" => "Chinese",
        _ => return None,
    })
}
