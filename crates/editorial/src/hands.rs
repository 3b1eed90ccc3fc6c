//! Whose hand is at work: the person's who signed in, and theirs who were shown the link by which
//! the session began.

use content::ids::{LinkId, PersonId};
use storage::{Transaction, hands, links, persons};

use crate::{Caller, Refusal, SignedIn};

/// The persons as whose a signature counts, merged persons counted as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hands {
    /// In whose name.
    pub(crate) person: PersonId,
    /// Who else could have done it.
    pub(crate) others: Vec<PersonId>,
}

impl Hands {
    /// Of somebody who is signed in.
    pub(crate) async fn of(tx: &Transaction, signed_in: &SignedIn) -> Result<Self, Refusal> {
        Self::behind(tx, signed_in.person, signed_in.link).await
    }

    /// Of a caller, where one is signed in.
    pub(crate) async fn of_caller(
        tx: &Transaction,
        caller: &Caller,
    ) -> Result<Option<Self>, Refusal> {
        match caller {
            Caller::Account(signed_in) => Self::of(tx, signed_in).await.map(Some),
            Caller::Link { .. } | Caller::Operator | Caller::Clock => Ok(None),
        }
    }

    /// Of what a person did in a session that began by a link.
    pub(crate) async fn behind(
        tx: &Transaction,
        person: PersonId,
        link: Option<LinkId>,
    ) -> Result<Self, Refusal> {
        let person = persons::find_identity(tx, person).await?;
        let others = match link {
            Some(link) => hands::of_link(tx, link).await?,
            None => Vec::new(),
        };
        Ok(Self { person, others })
    }

    /// Everybody whose hand it may be.
    pub(crate) fn all(&self) -> impl Iterator<Item = PersonId> + '_ {
        std::iter::once(self.person).chain(self.others.iter().copied())
    }

    /// Somebody whose hand may be in both.
    pub(crate) fn shared(&self, other: &Self) -> Option<PersonId> {
        self.all()
            .find(|one| other.all().any(|theirs| theirs == *one))
    }
}

/// Who was shown the link by which somebody signed in, as the log names them.
pub(crate) async fn link_shown_to(
    tx: &Transaction,
    signed_in: &SignedIn,
) -> Result<Option<PersonId>, Refusal> {
    let Some(link) = signed_in.link else {
        return Ok(None);
    };
    let link = links::find_by_id(tx, link).await?;
    Ok(link.and_then(|link| link.shown).map(|shown| shown.to))
}
