//! Comments beside a text that is being written. Readers are given none of them: no view that
//! the site reads names this table.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
CREATE TABLE comments (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    section_id {uuid} NOT NULL REFERENCES draft_sections (id),
    parent_id {uuid} REFERENCES comments (id),
    person_id {uuid} REFERENCES persons (id),
    author_name text,
    quote text,
    before text,
    body text,
    written_at {time},
    added_at {time} NOT NULL,
    resolved_at {time},
    resolved_by {uuid} REFERENCES persons (id),
    removed_at {time},
    erased_at {time},
    CHECK (length(body) <= 4000 AND length(quote) <= 1000 AND length(before) <= 40),
    CHECK ((body IS NULL) = (removed_at IS NOT NULL OR erased_at IS NOT NULL)),
    CHECK ((body IS NULL) = (quote IS NULL) AND (body IS NULL) = (before IS NULL)),
    CHECK (body IS NOT NULL OR author_name IS NULL),
    CHECK (parent_id IS NULL OR resolved_at IS NULL),
    CHECK (resolved_by IS NULL OR resolved_at IS NOT NULL)
) {strict};
CREATE INDEX comments_article ON comments (article_id, added_at);
CREATE INDEX comments_parent ON comments (parent_id);
";

/// True where more of a comment changes than whether it is settled, or than its words going.
const REWRITTEN: &str = "NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id \
    OR NEW.section_id <> OLD.section_id OR NEW.parent_id IS DISTINCT FROM OLD.parent_id \
    OR NEW.person_id IS DISTINCT FROM OLD.person_id OR NEW.added_at <> OLD.added_at \
    OR NEW.written_at IS DISTINCT FROM OLD.written_at \
    OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at) \
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at) \
    OR (NEW.body IS NOT NULL AND (NEW.body IS DISTINCT FROM OLD.body \
        OR NEW.quote IS DISTINCT FROM OLD.quote OR NEW.before IS DISTINCT FROM OLD.before \
        OR NEW.author_name IS DISTINCT FROM OLD.author_name))";

/// True where comments are erased without two persons who agreed to it.
const ERASED_ALONE: &str = "NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL \
    AND NOT EXISTS (SELECT 1 FROM joint_acts j WHERE j.article_id = OLD.article_id \
        AND j.act = 'erase' AND j.joined_by IS NOT NULL)";

/// True where words would come to an article whose words were erased.
const AFTER_ERASURE: &str = "EXISTS (SELECT 1 FROM joint_acts j \
    WHERE j.article_id = NEW.article_id AND j.act = 'erase' AND j.joined_by IS NOT NULL)";

/// True where a comment stands beside another article's text or conversation.
const MISPLACED: &str = "NOT EXISTS (SELECT 1 FROM draft_sections s \
        WHERE s.id = NEW.section_id AND s.article_id = NEW.article_id) \
    OR (NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM comments c \
        WHERE c.id = NEW.parent_id AND c.article_id = NEW.article_id \
        AND c.section_id = NEW.section_id AND c.parent_id IS NULL))";

step!(TABLES, |manager| {
    undeletable(manager, "comments").await?;
    let rules = [
        (
            "comments_not_rewritten",
            On::Update,
            REWRITTEN,
            "a comment is settled, taken away or left alone",
        ),
        (
            "comments_erased_by_two",
            On::Update,
            ERASED_ALONE,
            "an erasure takes two persons",
        ),
        (
            "comments_not_after_erasure",
            On::Insert,
            AFTER_ERASURE,
            "an erased article gets no more comments",
        ),
        (
            "comments_in_place",
            On::Insert,
            MISPLACED,
            "a comment stands beside its own article",
        ),
    ];
    for (name, on, when, words) in rules {
        refuse(manager, name, "comments", on, when, words).await?;
    }
});
