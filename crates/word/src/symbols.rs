//! Signs of symbol typefaces as the characters of Unicode that look like them.

/// The character for a code of a symbol typeface; codes may be moved to the private area by F000.
pub(crate) fn symbol(font: &str, code: u32) -> Option<char> {
    let code = if (0xF000..=0xF0FF).contains(&code) {
        code - 0xF000
    } else {
        code
    };
    let font = font.to_ascii_lowercase();
    let code = u8::try_from(code).ok();
    match font.as_str() {
        "symbol" => code.and_then(greek),
        "wingdings" => code.and_then(wingding),
        "wingdings 2" => code.and_then(second_wingding),
        "wingdings 3" => code.and_then(third_wingding),
        "webdings" => code.and_then(webding),
        _ => None,
    }
}

/// Whether a typeface has signs in place of letters.
pub(crate) fn is_symbolic(font: &str) -> bool {
    let font = font.to_ascii_lowercase();
    font == "symbol" || font.starts_with("wingdings") || font == "webdings"
}

/// Whether a character means something in one typeface only.
pub(crate) fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

fn greek(code: u8) -> Option<char> {
    const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |letters: &str, first: u8| letters.chars().nth(usize::from(code - first));
    match code {
        b'A'..=b'Z' => nth(CAPITALS, b'A'),
        b'a'..=b'z' => nth(SMALL, b'a'),
        0x22 => Some('∀'),
        0x24 => Some('∃'),
        0x2D => Some('−'),
        0x40 => Some('≅'),
        0x5E => Some('⊥'),
        0x7E => Some('∼'),
        0xA2 => Some('′'),
        0xA3 => Some('≤'),
        0xA5 => Some('∞'),
        0xAB => Some('↔'),
        0xAC => Some('←'),
        0xAD => Some('↑'),
        0xAE => Some('→'),
        0xAF => Some('↓'),
        0xB0 => Some('°'),
        0xB1 => Some('±'),
        0xB2 => Some('″'),
        0xB3 => Some('≥'),
        0xB4 => Some('×'),
        0xB6 => Some('∂'),
        0xB7 => Some('•'),
        0xB8 => Some('÷'),
        0xB9 => Some('≠'),
        0xBA => Some('≡'),
        0xBB => Some('≈'),
        0xBC => Some('…'),
        0xC5 => Some('⊕'),
        0xC6 => Some('∅'),
        0xD2 | 0xE2 => Some('®'),
        0xD3 | 0xE3 => Some('©'),
        0xD4 | 0xE4 => Some('™'),
        0xD6 => Some('√'),
        0xDE => Some('⇒'),
        0xE5 => Some('∑'),
        0x20..=0x3F | 0x5B | 0x5D | 0x5F | 0x7B..=0x7D => Some(char::from(code)),
        _ => None,
    }
}

fn wingding(code: u8) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x21 => '✏',
        0x22 => '✂',
        0x28 => '☎',
        0x2A => '✉',
        0x36 => '⌛',
        0x45 => '☜',
        0x46 => '☞',
        0x4A => '☺',
        0x4B => '😐',
        0x4C => '☹',
        0x59 => '✡',
        0x6C => '●',
        0x6E => '■',
        0x6F | 0x71 | 0x72 | 0xA8 => '☐',
        0x73..=0x75 | 0x77 => '◆',
        0x76 => '❖',
        0x9E => '·',
        0x9F => '•',
        0xA1 => '○',
        0xA7 => '▪',
        0xAB => '★',
        0xD8 => '➢',
        0xDF => '←',
        0xE0 => '→',
        0xE1 => '↑',
        0xE2 => '↓',
        0xE8 => '➔',
        0xEF => '⇦',
        0xF0 => '⇨',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => return None,
    })
}

fn second_wingding(code: u8) -> Option<char> {
    Some(match code {
        0x4F => '✗',
        0x50 => '✓',
        0x51 => '☒',
        0x52 => '☑',
        0x97 => '•',
        0xA3 => '☐',
        _ => return None,
    })
}

fn third_wingding(code: u8) -> Option<char> {
    Some(match code {
        0x7D => '▶',
        0xC6 => '⇄',
        _ => return None,
    })
}

fn webding(code: u8) -> Option<char> {
    Some(match code {
        0x61 => '✓',
        0x63 => '☐',
        0x72 => '✗',
        0x59 => '♥',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn signs_become_characters() {
        assert_eq!(symbol("Symbol", 0xF0B7), Some('•'));
        assert_eq!(symbol("Symbol", u32::from('b')), Some('β'));
        assert_eq!(symbol("Wingdings", 0xF0FC), Some('✓'));
        assert_eq!(symbol("Wingdings", 0xF003), None);
        assert_eq!(symbol("Calibri", 0xF0B7), None);
    }
}
