//! A bundle on its way in: what becomes of each line.

use std::collections::HashSet;

use content::digest::Digest;
use content::ids::{ArticleId, PersonId};
use storage::imports::{self, Import};
use storage::{Transaction, articles, audit, house_texts, revisions};

use super::batch::Batch;
use super::give_addresses::AddressBook;
use super::import_bundle::ImportOptions;
use super::incoming::Incoming;
use super::lines::Line;
use super::people::People;
use super::present::Present;
use super::report::{Code, ImportReport, Remark};
use super::text::{Here, Text};
use super::topics::TopicMap;
use super::understand::{Read, Says, Wanted, understand};
use crate::{Desk, Refusal};

/// A bundle on its way in.
pub(super) struct Run<'a> {
    desk: &'a Desk,
    options: ImportOptions,
    topics: TopicMap,
    people: People,
    addresses: AddressBook,
    seen: HashSet<String>,
    /// The newest act in the log when the last batch was kept.
    kept_at: Option<i64>,
    report: ImportReport,
}

/// What became of a line.
pub(super) enum Outcome {
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
            addresses: AddressBook::default(),
            seen: HashSet::new(),
            kept_at: None,
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
        if self.writes() && Some(audit::newest_number(&tx).await?) != self.kept_at {
            // Somebody may have got an account, or been merged into one who has.
            self.people = People::load(&tx).await?;
        }
        let here = Here {
            topics: &self.topics,
            now: self.desk.now(),
            public_url: &self.desk.site.public_url,
        };
        let lines = understand(&tx, lines, &mut self.seen, self.options, &here).await?;
        let texts = lines.iter().filter_map(|line| match &line.says {
            Says::Text(wanted) => Some(&wanted.text),
            Says::Settled(_) => None,
        });
        self.addresses.look_up(&tx, texts).await?;
        let mut batch = Batch::default();
        for line in lines {
            self.line(&tx, &mut batch, line).await?;
        }
        if self.writes() {
            batch.write(self.desk, &tx).await?;
            let newest = audit::newest_number(&tx).await?;
            tx.commit().await?;
            self.kept_at = Some(newest);
        }
        Ok(())
    }

    async fn line(
        &mut self,
        tx: &Transaction,
        batch: &mut Batch,
        line: Read,
    ) -> Result<(), Refusal> {
        let mut remarks = line.remarks;
        let outcome = match line.says {
            Says::Settled(outcome) => outcome,
            Says::Text(wanted) => match &wanted.stored {
                None => self.add(tx, batch, &wanted, &mut remarks).await?,
                Some(stored) => {
                    self.update(tx, batch, stored, &wanted, &mut remarks)
                        .await?
                }
            },
        };
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
                .note(line.number, line.external_id.as_deref(), remark);
        }
        Ok(())
    }

    async fn add(
        &mut self,
        tx: &Transaction,
        batch: &mut Batch,
        wanted: &Wanted,
        remarks: &mut Vec<Remark>,
    ) -> Result<Outcome, Refusal> {
        let persons = self.persons(tx, &wanted.text, remarks).await?;
        let addresses = self
            .addresses
            .give(tx, &wanted.text, wanted.publish, None, remarks)
            .await?;
        if self.writes() {
            let incoming = Incoming::new(self.desk, wanted, &persons, addresses);
            batch.add(tx, &incoming).await?;
        }
        Ok(Outcome::New {
            published: wanted.publish,
        })
    }

    async fn update(
        &mut self,
        tx: &Transaction,
        batch: &mut Batch,
        stored: &Import,
        wanted: &Wanted,
        remarks: &mut Vec<Remark>,
    ) -> Result<Outcome, Refusal> {
        let source = stored.source_url.as_deref();
        if wanted.text.addresses.is_of_another_site(source) {
            let detail = "An article of that name came from another site. It was left as it was.";
            let remark = Remark::new(Code::OtherSource, detail);
            return Ok(Outcome::LeftAlone(remark));
        }
        let present = Present::load(tx, stored.article_id, self.writes()).await?;
        if let Some(why) = present.reason_to_leave(tx, &self.people).await? {
            return Ok(Outcome::LeftAlone(why));
        }
        let persons = self.persons(tx, &wanted.text, remarks).await?;
        let places = present.places(&persons);
        let here = Some(&present.article);
        let addresses = self
            .addresses
            .give(tx, &wanted.text, wanted.publish, here, remarks)
            .await?;
        let incoming = Incoming::new(self.desk, wanted, &persons, addresses);
        let waits = wanted.publish && (present.candidate.is_some() || !present.is_live());
        let same = !waits
            && incoming.addresses.earlier.is_empty()
            && incoming.addresses.paths.is_empty()
            && present.has_words(&wanted.text, &persons)
            && same_around(tx, stored, &wanted.text).await?
            && (present.copy.is_none()
                || (newest_text(tx, stored.article_id).await?
                    == incoming.digest_in(&present.article, &places)
                    && (!wanted.publish
                        || incoming.untold(tx, stored.article_id).await?.is_empty())));
        if same {
            if self.writes() {
                imports::put(tx, &incoming.import(stored.article_id)).await?;
            }
            return Ok(Outcome::Unchanged);
        }
        if self.writes() {
            incoming.update(tx, batch, &present, &places).await?;
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
