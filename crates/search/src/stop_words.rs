//! Words too common to look for.
//!
//! Negations stay out of this list: "no contact" and "not depressed" mean something. A query
//! that has nothing else keeps them all.

use crate::words::distance;

/// Sorted, as they look after folding.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "arent", "as", "at",
    "be", "because", "been", "before", "being", "but", "by", "can", "cant", "could", "couldnt",
    "did", "didnt", "do", "does", "doesnt", "doing", "dont", "for", "from", "get", "gets",
    "getting", "go", "going", "got", "had", "hadnt", "has", "hasnt", "have", "havent", "having",
    "he", "hed", "her", "here", "hers", "him", "his", "how", "i", "id", "if", "ill", "im", "in",
    "into", "is", "isnt", "it", "itd", "itll", "its", "ive", "just", "like", "made", "make", "me",
    "mustnt", "my", "of", "on", "or", "our", "she", "should", "shouldnt", "so", "some", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "theyd", "theyll", "theyre",
    "theyve", "this", "those", "to", "too", "us", "very", "was", "wasnt", "we", "were", "werent",
    "weve", "what", "whats", "when", "where", "which", "while", "who", "why", "will", "with",
    "wont", "would", "wouldnt", "you", "youd", "youll", "your", "youre", "youve",
];

/// Whether a folded word is too common to look for.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Whether a word looks like one of them with a typo. Short words look like anything.
#[must_use]
pub fn is_nearly_stop_word(word: &str) -> bool {
    let is_long = word.chars().count() >= 4;
    is_long
        && STOP_WORDS
            .iter()
            .any(|other| other.len() > 3 && distance(word, other, 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && is_stop_word("youre") && !is_stop_word("not"));
    }

    #[test]
    fn typos_in_common_words_are_seen() {
        assert!(is_nearly_stop_word("shold") && is_nearly_stop_word("becuase"));
        assert!(!is_nearly_stop_word("thn") && !is_nearly_stop_word("grief"));
    }
}
