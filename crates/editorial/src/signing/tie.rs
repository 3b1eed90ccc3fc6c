//! What keeps two signatures from being two persons', in words.

use content::ids::PersonId;
use storage::Transaction;
use storage::links::Purpose;

use crate::Refusal;
use crate::people::one;

/// One person may be behind two signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    /// Who was to be the second person.
    pub(crate) second: PersonId,
    /// Whose signature it was to be beside.
    pub(crate) signer: PersonId,
    /// Who may be behind both.
    pub(crate) between: PersonId,
    /// What the signer's link was for, where the tie is that link.
    pub(crate) link: Option<Purpose>,
}

impl Tie {
    /// Said to the second person.
    pub(crate) async fn refusal(&self, tx: &Transaction) -> Result<Refusal, Refusal> {
        let signer = one(tx, self.signer).await?.byline.name;
        let words = if self.between == self.second {
            let link = self.link_of(&signer);
            let way_out = self.their_way_out(&signer);
            format!("You were shown {link}, so {COLLEAGUE}{way_out}")
        } else if self.between == self.signer {
            format!("{signer} was shown your sign-in link, so {COLLEAGUE} {WAY_OUT}")
        } else {
            let between = one(tx, self.between).await?.byline.name;
            let link = self.link_of(&signer);
            format!("{between} was shown your sign-in link and {link}, so {COLLEAGUE} {WAY_OUT}")
        };
        Ok(Refusal::NotAllowed(words))
    }

    /// Said of the second person.
    pub(crate) async fn sentence(&self, tx: &Transaction) -> Result<String, Refusal> {
        let signer = one(tx, self.signer).await?.byline.name;
        let second = one(tx, self.second).await?.byline.name;
        Ok(if self.between == self.second {
            let link = self.link_of(&signer);
            format!("{second} was shown {link}, so {COLLEAGUE}")
        } else if self.between == self.signer {
            format!("{signer} was shown {second}'s sign-in link, so {COLLEAGUE}")
        } else {
            let between = one(tx, self.between).await?.byline.name;
            let link = self.link_of(&signer);
            format!("{between} was shown {second}'s sign-in link and {link}, so {COLLEAGUE}")
        })
    }

    /// Where there are but two people and no mail, somebody has to hand the links over.
    fn their_way_out(&self, signer: &str) -> String {
        match self.link {
            None | Some(Purpose::Proof) => String::new(),
            Some(_) => format!(
                " Or have whoever runs the server make a new sign-in link for {signer}: once they \
                 have signed by it, you can be."
            ),
        }
    }

    fn link_of(&self, signer: &str) -> String {
        match self.link {
            Some(Purpose::Proof) => format!("{signer}'s link to sign"),
            _ => format!("{signer}'s sign-in link"),
        }
    }
}

const COLLEAGUE: &str = "a colleague must be the second person.";

const WAY_OUT: &str = "Or set a new password by a link that nobody else is shown, and try again.";
