//! A bundle on its way in: what becomes of each line.

use std::collections::HashSet;

use content::digest::Digest;
use content::ids::{ArticleId, PersonId};
use content::lifecycle::Candidate;
use content::slug::slugify;
use storage::articles::Article;
use storage::imports::Import;
use storage::{
    Transaction, articles, audit, candidates, house_texts, imports, old_paths, publications,
    revisions,
};

use super::author::OURS;
use super::entry::Entry;
use super::import_bundle::ImportOptions;
use super::lines::Line;
use super::people::People;
use super::present::Present;
use super::report::{Code, ImportReport, Remark};
use super::slugs::Slugs;
use super::text::{Here, Text};
use super::topics::TopicMap;
use super::write::Incoming;
use crate::{Desk, Refusal};

/// A bundle on its way in.
pub(super) struct Run<'a> {
    desk: &'a Desk,
    options: ImportOptions,
    topics: TopicMap,
    people: People,
    slugs: Slugs,
    /// The old paths given away by this import.
    paths: HashSet<String>,
    seen: HashSet<String>,
    report: ImportReport,
}

/// What became of a line.
enum Outcome {
    New { published: bool },
    Updated { published: bool },
    Unchanged,
    LeftAlone(Remark),
    Unusable(Remark),
}

impl<'a> Run<'a> {
    pub(super) async fn begin(desk: &'a Desk, options: ImportOptions) -> Result<Self, Refusal> {
        let tx = desk.storage.look().await?;
        Ok(Self {
            desk,
            options,
            topics: TopicMap::of(&house_texts::topics(&tx).await?),
            people: People::load(&tx).await?,
            slugs: Slugs::default(),
            paths: HashSet::new(),
            seen: HashSet::new(),
            report: ImportReport::default(),
        })
    }

    /// What was done so far.
    pub(super) const fn report(&self) -> &ImportReport {
        &self.report
    }

    /// What was done, in the order of the lines.
    pub(super) fn into_report(mut self) -> ImportReport {
        self.report.rows.sort_by_key(|row| row.line);
        self.report
    }

    const fn writes(&self) -> bool {
        !self.options.dry_run
    }

    /// Deals with some lines: all of them are kept, or none is.
    pub(super) async fn batch(&mut self, lines: Vec<Line>) -> Result<(), Refusal> {
        let storage = &self.desk.storage;
        // A dry run holds nobody up: it cannot even write.
        let tx = if self.writes() {
            storage.begin().await?
        } else {
            storage.look().await?
        };
        for line in lines {
            self.line(&tx, line).await?;
        }
        if self.writes() {
            tx.commit().await?;
        }
        Ok(())
    }

    async fn line(&mut self, tx: &Transaction, line: Line) -> Result<(), Refusal> {
        let mut remarks = Vec::new();
        let mut external_id = None;
        let outcome = self
            .deal_with(tx, line.text, &mut external_id, &mut remarks)
            .await?;
        let counts = &mut self.report.counts;
        counts.lines += 1;
        match outcome {
            Outcome::New { published } => {
                counts.new += 1;
                counts.published += u64::from(published);
            }
            Outcome::Updated { published } => {
                counts.updated += 1;
                counts.published += u64::from(published);
            }
            Outcome::Unchanged => {
                counts.unchanged += 1;
                remarks.clear();
            }
            Outcome::LeftAlone(why) => {
                counts.left_alone += 1;
                remarks = vec![why];
            }
            Outcome::Unusable(why) => {
                counts.unusable += 1;
                remarks = vec![why];
            }
        }
        for remark in remarks {
            self.report
                .note(line.number, external_id.as_deref(), remark);
        }
        Ok(())
    }

    async fn deal_with(
        &mut self,
        tx: &Transaction,
        line: Result<String, Remark>,
        name: &mut Option<String>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Outcome, Refusal> {
        let read = line
            .and_then(|line| Entry::parse(&line))
            .and_then(|entry| entry.external_id().map(|external_id| (external_id, entry)));
        let (external_id, entry) = match read {
            Ok(read) => read,
            Err(remark) => return Ok(Outcome::Unusable(remark)),
        };
        *name = Some(external_id.clone());
        if self.seen.contains(&external_id) {
            let detail = "An earlier line of this file has the same external_id.";
            return Ok(Outcome::Unusable(Remark::new(Code::Duplicate, detail)));
        }
        let digest = entry.digest();
        let publish = self.options.publish && entry.is_live();
        let stored = imports::find(tx, &external_id).await?;
        if let Some(stored) = &stored
            && stored.source_digest == digest.to_string()
            && !(publish && waits(tx, stored.article_id).await?)
        {
            self.seen.insert(external_id);
            return Ok(Outcome::Unchanged);
        }
        let here = Here {
            topics: &self.topics,
            now: self.desk.now(),
            public_url: &self.desk.site.public_url,
        };
        let text = match Text::of(&entry, &here, remarks) {
            Ok(text) => text,
            Err(remark) => return Ok(Outcome::Unusable(remark)),
        };
        self.seen.insert(external_id.clone());
        if stored.is_none() && is_ours(tx, &external_id).await? {
            let detail = "This article was written here and exported. It was left as it is.";
            return Ok(Outcome::LeftAlone(Remark::new(Code::WrittenHere, detail)));
        }
        if self.options.publish && !publish {
            let detail = "Readers did not have this text where it comes from. It is a draft here.";
            remarks.push(Remark::new(Code::NotLive, detail));
        }
        let wanted = Wanted {
            external_id: &external_id,
            digest,
            text: &text,
            publish,
        };
        match stored {
            None => self.add(tx, &wanted, remarks).await,
            Some(stored) => self.update(tx, &stored, &wanted, remarks).await,
        }
    }

    async fn add(
        &mut self,
        tx: &Transaction,
        wanted: &Wanted<'_>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Outcome, Refusal> {
        let persons = self.persons(tx, wanted.text, remarks).await?;
        let incoming = self.incoming(tx, wanted, &persons, None, remarks).await?;
        if self.writes() {
            incoming.add().await?;
        }
        Ok(Outcome::New {
            published: wanted.publish,
        })
    }

    async fn update(
        &mut self,
        tx: &Transaction,
        stored: &Import,
        wanted: &Wanted<'_>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Outcome, Refusal> {
        let present = Present::load(tx, stored.article_id, self.writes()).await?;
        if let Some(why) = present.reason_to_leave(tx, &self.people).await? {
            return Ok(Outcome::LeftAlone(why));
        }
        let persons = self.persons(tx, wanted.text, remarks).await?;
        let places = present.places(&persons);
        let incoming = self
            .incoming(tx, wanted, &persons, Some(&present.article), remarks)
            .await?;
        let waits = wanted.publish && (present.candidate.is_some() || !present.is_live());
        let same = !waits
            && incoming.earlier.is_empty()
            && incoming.paths.is_empty()
            && present.has_words(wanted.text, &persons)
            && same_around(tx, stored, wanted.text).await?
            && (present.copy.is_none()
                || newest_text(tx, stored.article_id).await?
                    == incoming.digest_in(&present.article, &places));
        if same {
            if self.writes() {
                incoming.remember(stored.article_id).await?;
            }
            return Ok(Outcome::Unchanged);
        }
        if self.writes() {
            incoming.update(&present, &places).await?;
        }
        Ok(Outcome::Updated {
            published: wanted.publish,
        })
    }

    async fn persons(
        &mut self,
        tx: &Transaction,
        text: &Text,
        remarks: &mut Vec<Remark>,
    ) -> Result<Vec<Vec<PersonId>>, Refusal> {
        let write = self.writes();
        let mut all = Vec::with_capacity(text.answers.len());
        for answer in &text.answers {
            let mut persons = Vec::with_capacity(answer.authors.len());
            for author in &answer.authors {
                let people = &mut self.people;
                let id = people
                    .find_or_add(self.desk, tx, author, write, remarks)
                    .await?;
                if !persons.contains(&id) {
                    persons.push(id);
                }
            }
            all.push(persons);
        }
        Ok(all)
    }

    /// The line with its addresses given out.
    async fn incoming<'b>(
        &mut self,
        tx: &'b Transaction,
        wanted: &Wanted<'b>,
        persons: &'b [Vec<PersonId>],
        present: Option<&Article>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Incoming<'b>, Refusal>
    where
        'a: 'b,
    {
        let addresses = &wanted.text.addresses;
        let has_slug = present.and_then(|article| article.slug.as_ref());
        let slug = match (has_slug, &addresses.wanted) {
            (Some(_), _) => None,
            (None, None) if !wanted.publish => None,
            (None, slug) => {
                let slug = slug
                    .clone()
                    .unwrap_or_else(|| slugify(&wanted.text.head.title));
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
            } else if articles::find_slug(tx, old).await? != present.map(|article| article.id)
                || present.is_none()
            {
                let detail = format!("The old address {old} leads to another article here.");
                remarks.push(Remark::new(Code::OldAddressTaken, detail));
            }
        }
        let mut paths = Vec::new();
        for path in &addresses.paths {
            match old_paths::find(tx, path).await? {
                None if self.paths.insert(path.clone()) => paths.push(path.clone()),
                Some(id) if present.is_some_and(|article| article.id == id) => {}
                // It may have been said of its last part.
                _ if remarks.iter().any(|one| one.code == Code::OldAddressTaken) => {}
                _ => {
                    let detail = format!("The old address {path} leads to another article here.");
                    remarks.push(Remark::new(Code::OldAddressTaken, detail));
                }
            }
        }
        Ok(Incoming {
            desk: self.desk,
            tx,
            external_id: wanted.external_id,
            digest: wanted.digest,
            text: wanted.text,
            persons,
            publish: wanted.publish,
            slug,
            earlier,
            paths,
        })
    }
}

/// A line as understood.
struct Wanted<'a> {
    external_id: &'a str,
    digest: Digest,
    text: &'a Text,
    publish: bool,
}

/// Whether an article that did not change waits to be published: it was imported as a draft.
async fn waits(tx: &Transaction, article: ArticleId) -> Result<bool, Refusal> {
    if publications::find_copy(tx, article).await?.is_none() {
        return Ok(true);
    }
    let candidate = candidates::find(tx, article).await?;
    let Some(Candidate::Draft) = candidate.map(|stored| stored.state) else {
        return Ok(false);
    };
    let acts = audit::list_of(tx, "article", &article.to_string()).await?;
    Ok(acts.iter().all(|act| act.caller == "operator"))
}

/// Whether the line is an export of an article that is here.
async fn is_ours(tx: &Transaction, external_id: &str) -> Result<bool, Refusal> {
    let id = external_id
        .strip_prefix(OURS)
        .and_then(|id| id.parse::<ArticleId>().ok());
    match id {
        Some(id) => Ok(articles::find(tx, id).await?.is_some()),
        None => Ok(false),
    }
}

/// The text that readers have of an import: the newest that was frozen.
async fn newest_text(tx: &Transaction, article: ArticleId) -> Result<Option<Digest>, Refusal> {
    let all = revisions::list(tx, article).await?;
    Ok(all.first().map(|(_, _, digest, _)| *digest))
}

/// Whether topics, labels and origin are as they were.
async fn same_around(tx: &Transaction, stored: &Import, text: &Text) -> Result<bool, Refusal> {
    let topics = articles::topics(tx, stored.article_id).await?;
    let labels = articles::labels(tx, stored.article_id).await?;
    Ok(topics.iter().map(|topic| &topic.id).eq(&text.topics)
        && labels == text.labels
        && stored.source_url == text.addresses.source_url)
}
