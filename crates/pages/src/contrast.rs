//! Whether a theme's colours can be read: the tokens of its style sheet, measured in pairs.

use std::collections::HashMap;

/// Two tokens and the ratio they must reach.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", 7.0),
    ("ink", "sand", 7.0),
    ("ink", "wash", 4.5),
    ("soft", "paper", 4.5),
    ("soft", "sand", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "sand", 4.5),
    ("onfill", "fill", 7.0),
    ("edge", "paper", 3.0),
];

/// A sentence for each pair that cannot be read, by day or by night.
pub(crate) fn faults(css: &str) -> Vec<String> {
    let mut light = HashMap::new();
    let mut dark = HashMap::new();
    let mut rest = css;
    while let Some(at) = rest.find(":root") {
        let is_dark = is_in_dark(&css[..css.len() - rest.len() + at]);
        let is_print = is_in(&css[..css.len() - rest.len() + at], "@media print");
        rest = &rest[at + ":root".len()..];
        let block = rest.split_once('{').map_or("", |(_, after)| after);
        let block = block.split('}').next().unwrap_or_default();
        if is_print {
            continue;
        }
        for (name, colour) in block.split(';').filter_map(token) {
            if !is_dark {
                light.insert(name.to_owned(), colour);
            }
            dark.insert(name.to_owned(), colour);
        }
    }
    let mut faults = measure(&light, "by day");
    faults.extend(measure(&dark, "by night"));
    faults
}

fn is_in_dark(before: &str) -> bool {
    is_in(before, "prefers-color-scheme: dark") || is_in(before, "prefers-color-scheme:dark")
}

/// Whether the block that begins after the last of these words is still open.
fn is_in(before: &str, words: &str) -> bool {
    let Some(at) = before.rfind(words) else {
        return false;
    };
    let mut depth = 0_usize;
    for sign in before[at..].chars() {
        match sign {
            '{' => depth += 1,
            '}' if depth <= 1 => return false,
            '}' => depth -= 1,
            _ => {}
        }
    }
    depth > 0
}

/// `--ink: #1b2120`
fn token(declaration: &str) -> Option<(&str, [f64; 3])> {
    let (name, value) = declaration.split_once(':')?;
    Some((name.trim().strip_prefix("--")?, colour(value.trim())?))
}

/// `#fff` or `#1b2120`, as three numbers from 0 to 1.
fn colour(value: &str) -> Option<[f64; 3]> {
    let hex = value.strip_prefix('#')?;
    let part = |at: usize| match hex.len() {
        3 => u8::from_str_radix(&hex.get(at..=at)?.repeat(2), 16).ok(),
        6 => u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok(),
        _ => None,
    };
    Some([part(0)?, part(1)?, part(2)?].map(|byte| f64::from(byte) / 255.0))
}

fn measure(tokens: &HashMap<String, [f64; 3]>, when: &str) -> Vec<String> {
    PAIRS
        .iter()
        .filter_map(|(front, back, least)| {
            let ratio = ratio(*tokens.get(*front)?, *tokens.get(*back)?);
            (ratio < *least).then(|| {
                format!("--{front} on --{back} has {ratio:.1} {when}; {least} can be read")
            })
        })
        .collect()
}

/// The contrast ratio of WCAG 2.
fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_sheet_can_be_read() {
        assert_eq!(
            faults(include_str!("../assets/site.css")),
            Vec::<String>::new()
        );
    }

    #[test]
    fn pale_words_are_named_by_day_and_by_night() {
        let ours = include_str!("../assets/site.css");
        let pale = format!("{ours}\n:root {{ --soft: #aaa; }}");
        let found = faults(&pale);
        assert!(found.iter().all(|fault| fault.contains("by day")) && found.len() == 2);
        let night = "@media (prefers-color-scheme: dark) { :root { --accent: #222; } }";
        let found = faults(&format!("{ours}\n{night}"));
        assert!(found.iter().all(|fault| fault.contains("by night")) && found.len() == 2);
    }
}
