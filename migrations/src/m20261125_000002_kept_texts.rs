//! Earlier words of drafts, and rules that were asked too little before.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
CREATE TABLE kept_texts (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    section_id {uuid} REFERENCES draft_sections (id),
    version {int} CHECK (version > 0),
    title text,
    summary text,
    question text,
    body_html text,
    why text NOT NULL CHECK (why IN ('replaced', 'removed', 'not_chosen')),
    saved_at {time} NOT NULL,
    saved_by {uuid} REFERENCES persons (id),
    kept_at {time} NOT NULL,
    erased_at {time},
    CHECK ((erased_at IS NOT NULL) = (title IS NULL AND body_html IS NULL)),
    CHECK (erased_at IS NULL OR (summary IS NULL AND question IS NULL)),
    CHECK (title IS NULL OR section_id IS NULL),
    CHECK (body_html IS NULL OR section_id IS NOT NULL)
) {strict};
CREATE INDEX kept_texts_article ON kept_texts (article_id, kept_at);
CREATE UNIQUE INDEX kept_texts_once ON kept_texts (COALESCE(section_id, article_id), version);

ALTER TABLE saves ADD COLUMN digest text;
";

/// True where a kept text is not blanked as part of an erasure that two persons agreed to.
const NOT_ERASED: &str = "OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL \
    OR NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id OR NEW.why <> OLD.why \
    OR NEW.section_id IS DISTINCT FROM OLD.section_id \
    OR NEW.version IS DISTINCT FROM OLD.version \
    OR NEW.saved_by IS DISTINCT FROM OLD.saved_by \
    OR NEW.saved_at <> OLD.saved_at OR NEW.kept_at <> OLD.kept_at \
    OR NOT EXISTS (SELECT 1 FROM joint_acts j WHERE j.article_id = OLD.article_id \
        AND j.act = 'erase' AND j.joined_by IS NOT NULL)";

/// True where the text named by a new row was signed, approved or published before.
const FROZEN: &str = "EXISTS (SELECT 1 FROM attestations a WHERE a.revision_id = NEW.revision_id) \
    OR EXISTS (SELECT 1 FROM approvals a WHERE a.revision_id = NEW.revision_id) \
    OR EXISTS (SELECT 1 FROM publications p WHERE p.revision_id = NEW.revision_id)";

/// True where both persons of a joint act are one.
const ALONE: &str = "NEW.joined_by IS NOT NULL AND EXISTS (SELECT 1 FROM identities a \
    JOIN identities b ON b.identity = a.identity \
    WHERE a.person_id = NEW.asked_by AND b.person_id = NEW.joined_by)";

step!(TABLES, |manager| {
    undeletable(manager, "kept_texts").await?;
    let rules = [
        (
            "kept_texts_only_erased",
            "kept_texts",
            On::Update,
            NOT_ERASED,
            "a kept text is erased or left alone",
        ),
        (
            "merge_stands",
            "persons",
            On::Update,
            "OLD.merged_into IS NOT NULL AND NEW.merged_into IS NULL",
            "a person is merged for good",
        ),
        (
            "section_before_signatures",
            "revision_sections",
            On::Insert,
            FROZEN,
            "a frozen text gets no more sections once it is signed",
        ),
        (
            "contributor_before_signatures",
            "revision_contributors",
            On::Insert,
            FROZEN,
            "a frozen text gets no more names once it is signed",
        ),
        (
            "joint_act_begun_by_two",
            "joint_acts",
            On::Insert,
            ALONE,
            "a joint act takes two persons",
        ),
    ];
    for (name, table, on, when, words) in rules {
        refuse(manager, name, table, on, when, words).await?;
    }
});
