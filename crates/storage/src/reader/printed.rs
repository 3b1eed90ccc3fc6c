//! Which letters stand, or stood to be signed, behind a person's name in what readers have.

use std::collections::{HashMap, HashSet};

use content::byline::Byline;
use content::ids::PersonId;
use sea_orm::sea_query::{Expr, LikeExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::Snapshot;
use super::lists::{among, by_any_of, same_as};
use crate::StorageError;
use crate::entities::{identity, public_author, public_listing};
use crate::words::{json, parse_json};

/// As many articles as are read at once to find letters in their bylines.
const AT_ONCE: u64 = 20;
/// How often that is done for one person. Who writes with others that hold the same letters
/// would else have every article read; letters that were not found by then do not show until
/// somebody checks them.
const ROUNDS: usize = 10;

/// The letters in the published bylines of persons.
#[derive(Debug, Default)]
pub(super) struct Printed(HashMap<PersonId, HashSet<String>>);

/// An article with its bylines as they are stored.
type Stored = (Uuid, serde_json::Value);

impl Printed {
    /// Whether these letters stand in a published byline of this person.
    pub(super) fn has(&self, person: PersonId, letters: &str) -> bool {
        self.0.get(&person).is_some_and(|all| all.contains(letters))
    }
}

impl Snapshot {
    /// Which of these letters stand in the published bylines of who holds them. However many
    /// articles a person has written, only the newest with such letters are read; where there
    /// are none, the database looks for them by itself.
    pub(super) async fn printed_among(
        &self,
        letters: HashMap<PersonId, HashSet<String>>,
    ) -> Result<Printed, StorageError> {
        let mut printed = Printed::default();
        for (person, mut sought) in letters {
            let mut before = Uuid::max();
            for _ in 0..ROUNDS {
                if sought.is_empty() {
                    break;
                }
                let stored = self.bylines_with(person, &sought, before).await?;
                let Some((last, _)) = stored.last() else {
                    break;
                };
                before = *last;
                let articles: Vec<Uuid> = stored.iter().map(|(article, _)| *article).collect();
                let authors = public_author::Entity::find()
                    .filter(public_author::Column::ArticleId.is_in(articles));
                let found = self.attributed(stored, authors).await?;
                let (there, open) = sought
                    .into_iter()
                    .partition(|letters| found.has(person, letters));
                printed
                    .0
                    .entry(person)
                    .or_default()
                    .extend::<HashSet<_>>(there);
                sought = open;
            }
        }
        Ok(printed)
    }

    /// The letters in all published bylines.
    pub(super) async fn printed(&self) -> Result<Printed, StorageError> {
        let stored = bylines(public_listing::Entity::find())
            .into_tuple()
            .all(self.tx.db())
            .await?;
        self.attributed(stored, public_author::Entity::find()).await
    }

    /// The next articles by a person over which any of these letters stand, behind whose name
    /// ever.
    async fn bylines_with(
        &self,
        person: PersonId,
        letters: &HashSet<String>,
        before: Uuid,
    ) -> Result<Vec<Stored>, StorageError> {
        use public_listing::Column as C;
        let any = letters.iter().fold(Condition::any(), |any, letters| {
            any.add(Expr::col(C::Bylines).cast_as("text").like(holding(letters)))
        });
        let found = bylines(among(by_any_of(same_as(person))))
            .filter(C::ArticleId.lt(before))
            .filter(any)
            .order_by_desc(C::ArticleId)
            .limit(AT_ONCE)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(found)
    }

    /// Tells which letters are whose; `authors` finds at least those of the articles.
    async fn attributed(
        &self,
        stored: Vec<Stored>,
        authors: Select<public_author::Entity>,
    ) -> Result<Printed, StorageError> {
        let authors = authors
            .order_by_asc(public_author::Column::ArticleId)
            .order_by_asc(public_author::Column::Position)
            .all(self.tx.db())
            .await?;
        let persons: HashSet<Uuid> = authors.iter().map(|one| one.person_id).collect();
        let merged: HashMap<Uuid, Uuid> = identity::Entity::find()
            .filter(identity::Column::PersonId.is_in(persons))
            .all(self.tx.db())
            .await?
            .into_iter()
            .map(|one| (one.person_id, one.identity))
            .collect();
        let mut over: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for one in authors {
            over.entry(one.article_id).or_default().push(one.person_id);
        }
        let mut printed = Printed::default();
        for (article, stored) in stored {
            let bylines: Vec<Byline> = parse_json("public_copies", article, stored)?;
            let persons = over.get(&article).map_or(&[][..], Vec::as_slice);
            // Both are in the order printed. Where two bylines are alike, they are one line, and
            // who of the persons is meant cannot be told.
            if bylines.len() != persons.len() {
                continue;
            }
            for (person, byline) in persons.iter().zip(bylines) {
                let person = merged.get(person).copied().unwrap_or(*person);
                let all = printed.0.entry(PersonId(person)).or_default();
                all.extend(byline.letters);
            }
        }
        Ok(printed)
    }
}

fn bylines(articles: Select<public_listing::Entity>) -> Select<public_listing::Entity> {
    articles
        .select_only()
        .column(public_listing::Column::ArticleId)
        .column(public_listing::Column::Bylines)
}

/// Matches stored bylines with these letters in them, and perhaps some others.
fn holding(letters: &str) -> LikeExpr {
    let written = json(&letters).to_string();
    let literal = written
        .replace('~', "~~")
        .replace('%', "~%")
        .replace('_', "~_");
    LikeExpr::new(format!("%{literal}%")).escape('~')
}
