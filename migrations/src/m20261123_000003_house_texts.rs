//! Topics, disclaimers and the help directory.

use sea_orm_migration::prelude::*;

use crate::dialect::{permanent, run};
use crate::step;

const TABLES: &str = "
CREATE TABLE topics (
    id text PRIMARY KEY,
    group_id text REFERENCES topics (id),
    label text NOT NULL,
    slug text NOT NULL UNIQUE,
    introduction text NOT NULL,
    flag text NOT NULL CHECK (flag IN ('none', 'crisis', 'abuse', 'eating_disorder')),
    position {int} NOT NULL
) {strict};

CREATE TABLE topic_synonyms (
    topic_id text NOT NULL REFERENCES topics (id),
    phrase text NOT NULL,
    direction text NOT NULL CHECK (direction IN ('one_way', 'equal')),
    PRIMARY KEY (topic_id, phrase)
) {strict};

CREATE TABLE disclaimers (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL
        CHECK (kind IN ('views_of_author', 'not_medical_advice', 'imported', 'amended')),
    locale text NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    title text NOT NULL,
    body text NOT NULL CHECK (length(body) > 0),
    effective_from {time} NOT NULL,
    approved_by text NOT NULL,
    UNIQUE (kind, locale, version)
) {strict};

CREATE TABLE help_entries (
    id {uuid} PRIMARY KEY,
    country text NOT NULL CHECK (length(country) = 2),
    kind text NOT NULL
        CHECK (kind IN ('emergency', 'crisis', 'abuse', 'eating_disorder', 'directory')),
    service text NOT NULL,
    audience text,
    call text,
    text_keyword text,
    text_to text,
    url text,
    hours text,
    languages {json} NOT NULL,
    source text NOT NULL,
    last_checked_on {date} NOT NULL,
    checked_by text NOT NULL,
    position {int} NOT NULL
) {strict};
CREATE INDEX help_entries_country ON help_entries (country, kind, position);
";

step!(TABLES, |manager| {
    permanent(manager, "disclaimers").await?;
});
