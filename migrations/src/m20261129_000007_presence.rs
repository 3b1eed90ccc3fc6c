//! Who is writing which part of a draft just now. No act, and forgotten a minute later.

use sea_orm_migration::prelude::*;

use crate::dialect::run;
use crate::step;

/// `part_id` is the section, or the article for its title, question and summary.
const TABLES: &str = "
CREATE TABLE draft_presences (
    part_id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    since {time} NOT NULL,
    last_seen_at {time} NOT NULL,
    asked_by {uuid} REFERENCES accounts (id),
    refused_at {time},
    CHECK (asked_by IS NULL OR asked_by <> account_id),
    CHECK (refused_at IS NULL OR asked_by IS NOT NULL)
) {strict};
CREATE INDEX draft_presences_article ON draft_presences (article_id);
";

step!(TABLES, |_manager| {});
