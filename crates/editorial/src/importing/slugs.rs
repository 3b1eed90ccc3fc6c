//! Addresses that are still free.

use std::collections::{HashMap, HashSet};

use content::ids::ArticleId;
use content::slug::numbered;
use storage::{Transaction, articles};

use crate::Refusal;

/// The addresses given away by this import, so that a dry run gives none twice.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    given: HashSet<String>,
    /// Who has or had those that were looked up together.
    looked_up: HashMap<String, Option<ArticleId>>,
    /// The last number given to a slug that was taken.
    numbers: HashMap<String, u32>,
}

impl Slugs {
    /// Looks up slugs, so many in one question; what was looked up before is forgotten.
    pub(super) async fn look_up(
        &mut self,
        tx: &Transaction,
        slugs: &[String],
        at_once: usize,
    ) -> Result<(), Refusal> {
        self.looked_up = slugs.iter().map(|slug| (slug.clone(), None)).collect();
        for some in slugs.chunks(at_once) {
            let taken = articles::taken_slugs(tx, some).await?;
            let taken = taken.into_iter().map(|(slug, id)| (slug, Some(id)));
            self.looked_up.extend(taken);
        }
        Ok(())
    }

    /// Who has or had a slug.
    pub(super) async fn holder(
        &self,
        tx: &Transaction,
        slug: &str,
    ) -> Result<Option<ArticleId>, Refusal> {
        match self.looked_up.get(slug) {
            Some(holder) => Ok(*holder),
            None => Ok(articles::find_slug(tx, slug).await?),
        }
    }

    /// Takes a slug, if nobody has or had it.
    pub(super) async fn take(&mut self, tx: &Transaction, slug: &str) -> Result<bool, Refusal> {
        let free = !self.given.contains(slug) && self.holder(tx, slug).await?.is_none();
        if free {
            self.given.insert(slug.to_owned());
        }
        Ok(free)
    }

    /// Takes a slug, or the first number of it that is free.
    pub(super) async fn take_numbered(
        &mut self,
        tx: &Transaction,
        slug: &str,
    ) -> Result<String, Refusal> {
        if self.take(tx, slug).await? {
            return Ok(slug.to_owned());
        }
        let mut number = self.numbers.get(slug).copied().unwrap_or(1);
        loop {
            number += 1;
            let candidate = numbered(slug, number);
            if self.take(tx, &candidate).await? {
                self.numbers.insert(slug.to_owned(), number);
                return Ok(candidate);
            }
        }
    }
}
