//! Words too common to look for.
//!
//! Negations stay out of this list: "no contact" and "not depressed" mean something. A query
//! that has nothing else keeps them all.

/// Sorted, as they look after folding.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "arent", "as", "at",
    "be", "because", "been", "before", "being", "but", "by", "can", "cant", "could", "couldnt",
    "did", "didnt", "do", "does", "doesnt", "doing", "dont", "for", "from", "get", "gets",
    "getting", "go", "going", "got", "had", "has", "hasnt", "have", "havent", "having", "he",
    "her", "here", "hers", "him", "his", "how", "i", "id", "if", "ill", "im", "in", "into", "is",
    "isnt", "it", "its", "ive", "just", "like", "made", "make", "me", "my", "of", "on", "or",
    "our", "she", "should", "shouldnt", "so", "some", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "theyre", "this", "those", "to", "too", "us", "very", "was",
    "wasnt", "we", "were", "weve", "what", "whats", "when", "where", "which", "while", "who",
    "why", "will", "with", "wont", "would", "wouldnt", "you", "your", "youre",
];

/// Whether a folded word is too common to look for.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && is_stop_word("youre") && !is_stop_word("not"));
    }
}
