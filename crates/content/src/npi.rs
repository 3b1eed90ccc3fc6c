//! The check digit of a US National Provider Identifier.
//!
//! A number that passes is well formed, nothing more: it is no licence and proves no right
//! to practise.

/// The Luhn sum of `80840`, the prefix under which these numbers are issued.
const PREFIX_SUM: u32 = 24;

/// Whether this is a well-formed number: ten ASCII digits, the first 1 or 2, with a fitting
/// check digit.
#[must_use]
pub fn is_well_formed(number: &str) -> bool {
    let digits = number.as_bytes();
    let shape = digits.len() == 10
        && matches!(digits[0], b'1' | b'2')
        && digits.iter().all(u8::is_ascii_digit);
    shape && (luhn(digits) + PREFIX_SUM).is_multiple_of(10)
}

fn luhn(digits: &[u8]) -> u32 {
    let from_the_right = digits.iter().rev().map(|digit| u32::from(digit - b'0'));
    from_the_right
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit) {
            (0, digit) => digit,
            (_, 0..=4) => digit * 2,
            (_, digit) => digit * 2 - 9,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_pass() {
        for number in ["1234567893", "1993999998", "2000000002"] {
            assert!(is_well_formed(number), "{number}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for number in [
            "1234567890",
            // Passes where the prefix is forgotten.
            "1234567897",
            "1993999989",
            "3000000000",
            "123456789",
            "12345678930",
            "١٢٣٤٥٦٧٨٩٣",
            "123456789x",
            " 1234567893",
            "",
        ] {
            assert!(!is_well_formed(number), "{number}");
        }
    }

    #[test]
    fn one_wrong_digit_is_always_found() {
        let right = b"1234567893";
        for place in 1..10 {
            for digit in b'0'..=b'9' {
                let mut number = *right;
                number[place] = digit;
                let number = std::str::from_utf8(&number).unwrap();
                assert_eq!(
                    is_well_formed(number),
                    number.as_bytes() == right,
                    "{number}"
                );
            }
        }
    }
}
