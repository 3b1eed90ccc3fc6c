//! Who the authors of another system are here.

use std::collections::{HashMap, HashSet};

use content::draft::plain_line;
use content::ids::PersonId;
use storage::{Transaction, accounts, imports, persons};

use super::author::{Author, OURS};
use super::report::{Code, Remark};
use crate::people::new_person;
use crate::{Desk, Refusal};

/// Everyone who is known here, and who the authors of this bundle became.
#[derive(Debug)]
pub(super) struct People {
    names: HashMap<PersonId, String>,
    by_name: HashMap<String, Vec<PersonId>>,
    with_account: HashSet<PersonId>,
    by_key: HashMap<String, PersonId>,
}

impl People {
    pub(super) async fn load(tx: &Transaction) -> Result<Self, Refusal> {
        let mut people = Self {
            names: HashMap::new(),
            by_name: HashMap::new(),
            with_account: HashSet::new(),
            by_key: HashMap::new(),
        };
        for person in persons::list(tx, None).await? {
            people.add(person.id, &person.name);
        }
        people.with_account = account_holders(tx).await?;
        Ok(people)
    }

    fn add(&mut self, id: PersonId, name: &str) {
        self.by_name.entry(settled(name)).or_default().push(id);
        self.names.insert(id, name.to_owned());
    }

    /// Whether this person signs in here.
    pub(super) fn has_account(&self, id: PersonId) -> bool {
        self.with_account.contains(&id)
    }

    /// The person that an author is here: one of an earlier import, or a new one. Never one
    /// who has an account: nobody's words are put under a name that signs here.
    pub(super) async fn find_or_add(
        &mut self,
        desk: &Desk,
        tx: &Transaction,
        author: &Author,
        write: bool,
        remarks: &mut Vec<Remark>,
    ) -> Result<PersonId, Refusal> {
        let known = match self.by_key.get(&author.key) {
            Some(id) => Some(*id),
            None => self.look_up(tx, &author.key, remarks).await?,
        };
        let name = &author.byline().name;
        let id = if let Some(id) = known {
            if let Some(here) = self
                .names
                .get(&id)
                .filter(|here| settled(here) != settled(name))
            {
                let detail = format!("The author named {name} here is known as {here}.");
                remarks.push(Remark::new(Code::OtherName, detail));
            }
            id
        } else {
            remarks.extend(self.alike(name));
            let id = if write {
                let id = new_person(desk, tx, &author.parsed, "byline").await?.id;
                imports::put_person(tx, &author.key, id).await?;
                id
            } else {
                PersonId(desk.id())
            };
            self.add(id, name);
            id
        };
        self.by_key.insert(author.key.clone(), id);
        Ok(id)
    }

    /// Somebody of an earlier import, or named by an export of this site. Names of persons are
    /// public, so that a bundle from elsewhere could claim any: one that nobody here can have
    /// written to a bundle is not believed.
    async fn look_up(
        &self,
        tx: &Transaction,
        key: &str,
        remarks: &mut Vec<Remark>,
    ) -> Result<Option<PersonId>, Refusal> {
        let ours = key.strip_prefix("id:").and_then(|id| id.strip_prefix(OURS));
        let exported = match ours.and_then(|id| id.parse::<PersonId>().ok()) {
            Some(id) => persons::find(tx, id).await?.map(|person| person.id),
            None => None,
        };
        let exported = match exported {
            Some(id) if !imports::has_told_of(tx, id).await? => {
                let detail = format!(
                    "The author_id {OURS}{id} is that of somebody here whom no export has told \
                     of. The author of this text is kept apart; merge them if they are one person."
                );
                remarks.push(Remark::new(Code::UnknownClaim, detail));
                None
            }
            exported => exported,
        };
        for stored in exported
            .into_iter()
            .chain(imports::find_person(tx, key).await?)
        {
            let id = persons::find_identity(tx, stored).await?;
            if !self.has_account(id) && !self.has_account(stored) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Says of a new person whom it may be the same as.
    fn alike(&self, name: &str) -> Option<Remark> {
        let others = self.by_name.get(&settled(name))?;
        let detail = if others.iter().any(|id| self.has_account(*id)) {
            format!(
                "Somebody called {name} has an account here. The author of this text is kept \
                 apart; merge them if they are one person."
            )
        } else {
            format!(
                "Another person here is called {name}, or nearly so. Merge them if they are one \
                 person."
            )
        };
        Some(Remark::new(Code::SimilarName, detail))
    }
}

/// Everyone who signs in here, also under the person that one was merged into.
pub(super) async fn account_holders(tx: &Transaction) -> Result<HashSet<PersonId>, Refusal> {
    let holders: Vec<PersonId> = accounts::list(tx)
        .await?
        .into_iter()
        .map(|account| account.person_id)
        .collect();
    let merged = persons::identities(tx, &holders).await?;
    Ok(holders.into_iter().chain(merged).collect())
}

/// A name without regard to capitals and spaces.
fn settled(name: &str) -> String {
    plain_line(name).to_lowercase()
}
