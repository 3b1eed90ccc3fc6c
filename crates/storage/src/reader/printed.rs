//! Which letters stand, or stood to be signed, behind a person's name in what readers have.

use std::collections::{HashMap, HashSet};

use content::byline::Byline;
use content::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{StorageError, Transaction};
use crate::entities::{identity, public_article, public_author, public_authorship};
use crate::words::parse_json;

/// The letters in the published bylines of persons.
#[derive(Debug, Default)]
pub(super) struct Printed(HashMap<PersonId, HashSet<String>>);

impl Printed {
    /// Whether these letters stand in a published byline of this person.
    pub(super) fn has(&self, person: PersonId, letters: &str) -> bool {
        self.0.get(&person).is_some_and(|all| all.contains(letters))
    }
}

/// The letters in the published bylines of these persons, or of everybody.
pub(super) async fn printed(tx: &Transaction, of: Option<&[PersonId]>) -> Result<Printed, StorageError> {
    let theirs = of.map(|ids| {
        sea_orm::sea_query::Query::select()
            .column(public_authorship::Column::ArticleId)
            .from(public_authorship::Entity)
            .and_where(public_authorship::Column::PersonId.is_in(ids.iter().map(|id| id.0)))
            .to_owned()
    });
    let mut articles = public_article::Entity::find();
    let mut authors = public_author::Entity::find();
    if let Some(theirs) = theirs {
        articles =
            articles.filter(public_article::Column::ArticleId.in_subquery(theirs.clone()));
        authors = authors.filter(public_author::Column::ArticleId.in_subquery(theirs));
    }
    let bylines: Vec<(Uuid, serde_json::Value)> = articles
        .select_only()
        .column(public_article::Column::ArticleId)
        .column(public_article::Column::Bylines)
        .into_tuple()
        .all(tx.db())
        .await?;
    let authors = authors
        .order_by_asc(public_author::Column::ArticleId)
        .order_by_asc(public_author::Column::Position)
        .all(tx.db())
        .await?;
    let merged: HashMap<Uuid, Uuid> = identity::Entity::find()
        .filter(identity::Column::PersonId.is_in(authors.iter().map(|one| one.person_id)))
        .all(tx.db())
        .await?
        .into_iter()
        .map(|one| (one.person_id, one.identity))
        .collect();
    let mut over: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for one in authors {
        over.entry(one.article_id).or_default().push(one.person_id);
    }
    let mut printed = Printed::default();
    for (article, stored) in bylines {
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
