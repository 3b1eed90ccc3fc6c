//! Topics, disclaimers and the help directory.

use std::collections::{BTreeSet, HashMap};

use content::disclaimer::{Disclaimer, DisclaimerKind};
use content::help::HelpEntry;
use content::ids::{ArticleId, DisclaimerId, HelpEntryId, TopicId};
use content::public::TopicRef;
use content::topic::{Synonym, Topic};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{disclaimer, help_entry, topic, topic_synonym};
use crate::words::{json, parse, parse_json, word};
use crate::{StorageError, Transaction};

/// All topics and groups, in order.
pub async fn topics(tx: &Transaction) -> Result<Vec<Topic>, StorageError> {
    topics_on(tx.db()).await
}

pub(crate) async fn topics_on(db: &impl ConnectionTrait) -> Result<Vec<Topic>, StorageError> {
    let rows = topic::Entity::find()
        .order_by_asc(topic::Column::Position)
        .all(db)
        .await?;
    let phrases = topic_synonym::Entity::find()
        .order_by_asc(topic_synonym::Column::Phrase)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let synonyms = phrases
                .iter()
                .filter(|phrase| phrase.topic_id == row.id)
                .map(|phrase| {
                    Ok(Synonym {
                        phrase: phrase.phrase.clone(),
                        direction: parse("topic_synonyms", &row.id, &phrase.direction)?,
                    })
                })
                .collect::<Result<_, StorageError>>()?;
            Ok(Topic {
                flag: parse("topics", &row.id, &row.flag)?,
                id: TopicId(row.id),
                group: row.group_id.map(TopicId),
                label: row.label,
                slug: row.slug,
                introduction: row.introduction,
                position: u32::try_from(row.position).unwrap_or(u32::MAX),
                synonyms,
            })
        })
        .collect()
}

/// What the topics of several articles are called, in the order of `ids`; `links` are the names
/// of article and topic, the main topic first.
pub(crate) async fn topics_by_article(
    db: &impl ConnectionTrait,
    ids: &[ArticleId],
    links: Vec<(Uuid, String)>,
) -> Result<Vec<(ArticleId, Vec<TopicRef>)>, StorageError> {
    let linked: BTreeSet<&str> = links.iter().map(|(_, topic)| topic.as_str()).collect();
    let called: HashMap<String, TopicRef> = if linked.is_empty() {
        HashMap::new()
    } else {
        let rows = topic::Entity::find()
            .filter(topic::Column::Id.is_in(linked))
            .all(db)
            .await?;
        rows.into_iter()
            .map(|row| Ok((row.id.clone(), topic_ref(row)?)))
            .collect::<Result<_, StorageError>>()?
    };
    let mut of: HashMap<Uuid, Vec<TopicRef>> = HashMap::new();
    for (article, topic) in links {
        of.entry(article)
            .or_default()
            .extend(called.get(&topic).cloned());
    }
    Ok(ids
        .iter()
        .map(|id| (*id, of.remove(&id.0).unwrap_or_default()))
        .collect())
}

pub(crate) fn topic_ref(row: topic::Model) -> Result<TopicRef, StorageError> {
    Ok(TopicRef {
        flag: parse("topics", &row.id, &row.flag)?,
        id: TopicId(row.id),
        label: row.label,
        slug: row.slug,
    })
}

/// Adds a topic with its synonyms. A group comes before its topics.
pub async fn insert_topic(tx: &Transaction, topic: &Topic) -> Result<(), StorageError> {
    topic::Entity::insert(topic::ActiveModel {
        id: Set(topic.id.0.clone()),
        group_id: Set(topic.group.as_ref().map(|id| id.0.clone())),
        label: Set(topic.label.clone()),
        slug: Set(topic.slug.clone()),
        introduction: Set(topic.introduction.clone()),
        flag: Set(word(&topic.flag)),
        position: Set(i64::from(topic.position)),
    })
    .exec_without_returning(tx.db())
    .await?;
    for synonym in &topic.synonyms {
        topic_synonym::Entity::insert(topic_synonym::ActiveModel {
            topic_id: Set(topic.id.0.clone()),
            phrase: Set(synonym.phrase.clone()),
            direction: Set(word(&synonym.direction)),
        })
        .exec_without_returning(tx.db())
        .await?;
    }
    Ok(())
}

/// Whether no topic was ever added.
pub async fn has_no_topics(tx: &Transaction) -> Result<bool, StorageError> {
    Ok(topic::Entity::find().count(tx.db()).await? == 0)
}

pub(crate) fn read_disclaimer(row: disclaimer::Model) -> Result<Disclaimer, StorageError> {
    Ok(Disclaimer {
        kind: parse("disclaimers", row.id, &row.kind)?,
        id: DisclaimerId(row.id),
        locale: row.locale,
        version: u32::try_from(row.version).unwrap_or(u32::MAX),
        title: row.title,
        short: row.short,
        body: row.body,
        effective_from: row.effective_from,
        approved_by: row.approved_by,
    })
}

/// All versions of all disclaimers, newest version first within kind and locale.
pub async fn disclaimers(tx: &Transaction) -> Result<Vec<Disclaimer>, StorageError> {
    disclaimers_on(tx.db()).await
}

pub(crate) async fn disclaimers_on(
    db: &impl ConnectionTrait,
) -> Result<Vec<Disclaimer>, StorageError> {
    let rows = disclaimer::Entity::find()
        .order_by_asc(disclaimer::Column::Kind)
        .order_by_asc(disclaimer::Column::Locale)
        .order_by_desc(disclaimer::Column::Version)
        .all(db)
        .await?;
    rows.into_iter().map(read_disclaimer).collect()
}

/// The versions of these kinds in force at a moment, in the order of the kinds.
///
/// A kind without a version in the language falls back to English; one without that either is
/// left out, and the publication that needs it is refused.
pub async fn disclaimers_in_force(
    tx: &Transaction,
    kinds: &[DisclaimerKind],
    locale: &str,
    at: OffsetDateTime,
) -> Result<Vec<Disclaimer>, StorageError> {
    let all = disclaimers(tx).await?;
    let newest = |kind: DisclaimerKind, locale: &str| {
        all.iter()
            .filter(|one| one.kind == kind && one.locale == locale && one.effective_from <= at)
            .max_by_key(|one| one.version)
            .cloned()
    };
    Ok(kinds
        .iter()
        .filter_map(|kind| newest(*kind, locale).or_else(|| newest(*kind, "en")))
        .collect())
}

/// Adds a version of a disclaimer.
pub async fn insert_disclaimer(
    tx: &Transaction,
    disclaimer: &Disclaimer,
) -> Result<(), StorageError> {
    disclaimer::Entity::insert(disclaimer::ActiveModel {
        id: Set(disclaimer.id.0),
        kind: Set(word(&disclaimer.kind)),
        locale: Set(disclaimer.locale.clone()),
        version: Set(i64::from(disclaimer.version)),
        title: Set(disclaimer.title.clone()),
        short: Set(disclaimer.short.clone()),
        body: Set(disclaimer.body.clone()),
        effective_from: Set(disclaimer.effective_from),
        approved_by: Set(disclaimer.approved_by.clone()),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The help directory, by country, kind and position.
pub async fn help_entries(tx: &Transaction) -> Result<Vec<HelpEntry>, StorageError> {
    help_entries_on(tx.db()).await
}

pub(crate) async fn help_entries_on(
    db: &impl ConnectionTrait,
) -> Result<Vec<HelpEntry>, StorageError> {
    let rows = help_entry::Entity::find()
        .order_by_asc(help_entry::Column::Country)
        .order_by_asc(help_entry::Column::Position)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(HelpEntry {
                kind: parse("help_entries", row.id, &row.kind)?,
                languages: parse_json("help_entries", row.id, row.languages)?,
                id: HelpEntryId(row.id),
                country: row.country,
                service: row.service,
                audience: row.audience,
                call: row.call,
                text_keyword: row.text_keyword,
                text_to: row.text_to,
                url: row.url,
                hours: row.hours,
                source: row.source,
                last_checked_on: row.last_checked_on,
                checked_by: row.checked_by,
                position: u32::try_from(row.position).unwrap_or(u32::MAX),
            })
        })
        .collect()
}

/// Adds a service to the help directory.
pub async fn insert_help_entry(tx: &Transaction, entry: &HelpEntry) -> Result<(), StorageError> {
    help_entry::Entity::insert(help_entry::ActiveModel {
        id: Set(entry.id.0),
        country: Set(entry.country.clone()),
        kind: Set(word(&entry.kind)),
        service: Set(entry.service.clone()),
        audience: Set(entry.audience.clone()),
        call: Set(entry.call.clone()),
        text_keyword: Set(entry.text_keyword.clone()),
        text_to: Set(entry.text_to.clone()),
        url: Set(entry.url.clone()),
        hours: Set(entry.hours.clone()),
        languages: Set(json(&entry.languages)),
        source: Set(entry.source.clone()),
        last_checked_on: Set(entry.last_checked_on),
        checked_by: Set(entry.checked_by.clone()),
        position: Set(i64::from(entry.position)),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}
