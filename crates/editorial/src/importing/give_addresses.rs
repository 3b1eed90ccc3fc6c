//! Where a line's article will be found.

use std::collections::{HashMap, HashSet};

use content::ids::ArticleId;
use content::slug::slugify;
use storage::articles::Article;
use storage::{Transaction, old_paths};

use super::report::{Code, Remark};
use super::slugs::Slugs;
use super::text::Text;
use crate::Refusal;

/// So many are looked up in one question.
const AT_ONCE: usize = 1000;

/// The addresses that an article gets.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// The one that it is found at, if it has none yet.
    pub(super) slug: Option<String>,
    /// Old addresses that lead to it from now on.
    pub(super) earlier: Vec<String>,
    /// Old paths that lead to it from now on.
    pub(super) paths: Vec<String>,
}

/// Gives addresses out, none of them twice.
#[derive(Debug, Default)]
pub(super) struct AddressBook {
    slugs: Slugs,
    /// The old paths given away by this import.
    paths: HashSet<String>,
    /// Where paths of these lines lead already.
    led: HashMap<String, ArticleId>,
}

impl AddressBook {
    /// Looks up which addresses of these texts somebody has.
    pub(super) async fn look_up<'a>(
        &mut self,
        tx: &Transaction,
        texts: impl Iterator<Item = &'a Text>,
    ) -> Result<(), Refusal> {
        let mut slugs = Vec::new();
        let mut paths = Vec::new();
        for text in texts {
            let addresses = &text.addresses;
            let wanted = addresses.wanted.clone();
            slugs.push(wanted.unwrap_or_else(|| slugify(&text.head.title)));
            slugs.extend(addresses.earlier.iter().cloned());
            paths.extend(addresses.paths.iter().cloned());
        }
        self.slugs.look_up(tx, &slugs, AT_ONCE).await?;
        self.led.clear();
        for some in paths.chunks(AT_ONCE) {
            self.led.extend(old_paths::find_all(tx, some).await?);
        }
        Ok(())
    }

    /// Gives a text its addresses, and remarks on those that it does not get. `present` is its
    /// article, if it is here already.
    pub(super) async fn give(
        &mut self,
        tx: &Transaction,
        text: &Text,
        publish: bool,
        present: Option<&Article>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Given, Refusal> {
        let addresses = &text.addresses;
        let has_slug = present.and_then(|article| article.slug.as_ref());
        let slug = match (has_slug, &addresses.wanted) {
            (Some(_), _) => None,
            (None, None) if !publish => None,
            (None, slug) => {
                let slug = slug.clone().unwrap_or_else(|| slugify(&text.head.title));
                let given = self.slugs.take_numbered(tx, &slug).await?;
                if given != slug {
                    let detail = format!("The address {slug} is taken. It is {given} here.");
                    remarks.push(Remark::new(Code::SlugTaken, detail));
                }
                Some(given)
            }
        };
        let mut earlier = Vec::new();
        for old in &addresses.earlier {
            let own = slug.as_ref() == Some(old) || has_slug == Some(old);
            if own || addresses.wanted.as_ref() == Some(old) {
                continue;
            }
            if self.slugs.take(tx, old).await? {
                earlier.push(old.clone());
            } else if present.is_none()
                || self.slugs.holder(tx, old).await? != present.map(|article| article.id)
            {
                remarks.push(leads_elsewhere(old));
            }
        }
        let mut paths = Vec::new();
        for path in &addresses.paths {
            match self.led.get(path) {
                None if self.paths.insert(path.clone()) => paths.push(path.clone()),
                Some(id) if present.is_some_and(|article| article.id == *id) => {}
                // It may have been said of its last part.
                _ if remarks.iter().any(|one| one.code == Code::OldAddressTaken) => {}
                _ => remarks.push(leads_elsewhere(path)),
            }
        }
        Ok(Given {
            slug,
            earlier,
            paths,
        })
    }
}

fn leads_elsewhere(address: &str) -> Remark {
    let detail = format!("The old address {address} leads to another article here.");
    Remark::new(Code::OldAddressTaken, detail)
}
