//! Topics with what can be read under them.

use std::collections::{HashMap, HashSet};

use content::ids::TopicId;
use content::public::{TopicCount, TopicRef};
use sea_orm::{EntityTrait, QueryOrder};
use uuid::Uuid;

use super::Snapshot;
use crate::StorageError;
use crate::entities::{public_article_topic, topic};
use crate::words::parse;

impl Snapshot {
    /// Topics and groups with how many articles readers may open under each. A group counts an
    /// article once, however many of its topics it has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn topics(&self) -> Result<Vec<TopicCount>, StorageError> {
        let topics = topic::Entity::find()
            .order_by_asc(topic::Column::Position)
            .all(self.tx.db())
            .await?;
        let links = public_article_topic::Entity::find()
            .all(self.tx.db())
            .await?;
        let groups: HashMap<&str, &str> = topics
            .iter()
            .filter_map(|row| Some((row.id.as_str(), row.group_id.as_deref()?)))
            .collect();
        let mut under: HashMap<&str, HashSet<Uuid>> = HashMap::new();
        for link in &links {
            let topic = link.topic_id.as_str();
            under.entry(topic).or_default().insert(link.article_id);
            if let Some(group) = groups.get(topic) {
                under.entry(group).or_default().insert(link.article_id);
            }
        }
        topics
            .iter()
            .map(|row| {
                Ok(TopicCount {
                    topic: TopicRef {
                        id: TopicId(row.id.clone()),
                        label: row.label.clone(),
                        slug: row.slug.clone(),
                        flag: parse("topics", &row.id, &row.flag)?,
                    },
                    group: row.group_id.clone().map(TopicId),
                    articles: under.get(row.id.as_str()).map_or(0, HashSet::len) as u64,
                })
            })
            .collect()
    }
}
