//! Spellings that mean the same on both sides of the Atlantic.

/// British beside American. A star stands for any ending.
const PAIRS: &[(&str, &str)] = &[
    ("ageing", "aging"),
    ("anaem*", "anem*"),
    ("anaesth*", "anesth*"),
    ("analyse*", "analyze*"),
    ("apologis*", "apologiz*"),
    ("behaviour*", "behavior*"),
    ("cancell*", "cancel*"),
    ("categoris*", "categoriz*"),
    ("centre*", "center*"),
    ("colour*", "color*"),
    ("counsell*", "counsel*"),
    ("criticis*", "criticiz*"),
    ("defence*", "defense*"),
    ("depersonalis*", "depersonaliz*"),
    ("derealis*", "derealiz*"),
    ("diarrhoea", "diarrhea"),
    ("emotionalis*", "emotionaliz*"),
    ("empathis*", "empathiz*"),
    ("enrol", "enroll"),
    ("favour*", "favor*"),
    ("foet*", "fet*"),
    ("fulfil", "fulfill"),
    ("generalis*", "generaliz*"),
    ("grey*", "gray*"),
    ("gynaec*", "gynec*"),
    ("honour*", "honor*"),
    ("hospitalis*", "hospitaliz*"),
    ("humour*", "humor*"),
    ("internalis*", "internaliz*"),
    ("judgement*", "judgment*"),
    ("labell*", "label*"),
    ("labour*", "labor*"),
    ("leukaem*", "leukem*"),
    ("licence*", "license*"),
    ("manoeuvr*", "maneuver*"),
    ("minimis*", "minimiz*"),
    ("modell*", "model*"),
    ("mum", "mom"),
    ("mummy", "mommy"),
    ("mums", "moms"),
    ("neighbour*", "neighbor*"),
    ("normalis*", "normaliz*"),
    ("oestr*", "estr*"),
    ("offence*", "offense*"),
    ("organis*", "organiz*"),
    ("paediatric*", "pediatric*"),
    ("paedophil*", "pedophil*"),
    ("paralys*", "paralyz*"),
    ("personalis*", "personaliz*"),
    ("practis*", "practic*"),
    ("prioritis*", "prioritiz*"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("pyjama*", "pajama*"),
    ("quarrell*", "quarrel*"),
    ("realis*", "realiz*"),
    ("recognis*", "recogniz*"),
    ("rumour*", "rumor*"),
    ("sceptic*", "skeptic*"),
    ("sexualis*", "sexualiz*"),
    ("skilful*", "skillful*"),
    ("socialis*", "socializ*"),
    ("stigmatis*", "stigmatiz*"),
    ("sympathis*", "sympathiz*"),
    ("traumatis*", "traumatiz*"),
    ("travell*", "travel*"),
    ("tumour*", "tumor*"),
    ("utilis*", "utiliz*"),
    ("verbalis*", "verbaliz*"),
    ("victimis*", "victimiz*"),
    ("visualis*", "visualiz*"),
];

/// Pairs of equal spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spellings(Vec<(Form, Form)>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Word(String),
    Beginning(String),
}

impl Form {
    fn new(text: &str) -> Self {
        text.strip_suffix('*').map_or_else(
            || Self::Word(text.to_owned()),
            |start| Self::Beginning(start.to_owned()),
        )
    }

    /// What follows this form in the word.
    fn rest<'w>(&self, word: &'w str) -> Option<&'w str> {
        match self {
            Self::Word(text) => (text == word).then_some(""),
            Self::Beginning(text) => word.strip_prefix(text.as_str()),
        }
    }

    fn with(&self, rest: &str) -> String {
        match self {
            Self::Word(text) | Self::Beginning(text) => format!("{text}{rest}"),
        }
    }
}

impl Default for Spellings {
    /// British and American.
    fn default() -> Self {
        Self::new(PAIRS)
    }
}

impl Spellings {
    /// Equal spellings, folded to plain lower case; `*` at the end stands for any ending.
    #[must_use]
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        Self(
            pairs
                .iter()
                .map(|(left, right)| (Form::new(left), Form::new(right)))
                .collect(),
        )
    }

    /// Other spellings of a word, each at least as likely to be no word at all.
    #[must_use]
    pub fn equals(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (left, right) in &self.0 {
            if let Some(rest) = left.rest(word) {
                found.push(right.with(rest));
            } else if let Some(rest) = right.rest(word) {
                found.push(left.with(rest));
            }
        }
        found
    }

    /// The one spelling that stands for all equal ones.
    #[must_use]
    pub fn settle(&self, word: &str) -> String {
        self.0
            .iter()
            .find_map(|(left, right)| left.rest(word).map(|rest| right.with(rest)))
            .unwrap_or_else(|| word.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_and_with_endings() {
        let spellings = Spellings::default();
        assert_eq!(spellings.equals("counselling"), ["counseling"]);
        assert!(
            spellings
                .equals("counseling")
                .contains(&"counselling".to_owned())
        );
        assert_eq!(spellings.equals("behavioral"), ["behavioural"]);
        assert_eq!(spellings.settle("behaviours"), "behaviors");
        assert_eq!(spellings.settle("grief"), "grief");
    }
}
