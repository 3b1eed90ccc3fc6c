//! Articles and their drafts.

use sea_orm_migration::prelude::*;

use crate::dialect::run;
use crate::step;

const TABLES: &str = "
CREATE TABLE articles (
    id {uuid} PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('article', 'expert_answers')),
    language text NOT NULL,
    slug text UNIQUE,
    editor_id {uuid} REFERENCES persons (id),
    created_by {uuid} REFERENCES persons (id),
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL
) {strict};
CREATE INDEX articles_updated ON articles (updated_at);
CREATE INDEX articles_created_by ON articles (created_by);

CREATE TABLE article_slugs (
    slug text PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    erased_at {time}
) {strict};
CREATE INDEX article_slugs_article ON article_slugs (article_id);

CREATE TABLE article_topics (
    article_id {uuid} NOT NULL REFERENCES articles (id),
    topic_id text NOT NULL REFERENCES topics (id),
    position {int} NOT NULL,
    PRIMARY KEY (article_id, topic_id)
) {strict};
CREATE INDEX article_topics_topic ON article_topics (topic_id);

CREATE TABLE article_labels (
    article_id {uuid} NOT NULL REFERENCES articles (id),
    label text NOT NULL,
    PRIMARY KEY (article_id, label)
) {strict};

CREATE TABLE candidates (
    article_id {uuid} PRIMARY KEY REFERENCES articles (id),
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'in_review', 'changes_requested',
        'proof_out', 'approved', 'scheduled', 'declined')),
    facts {json} NOT NULL,
    since {time} NOT NULL
) {strict};
CREATE INDEX candidates_state ON candidates (state, since);

CREATE TABLE draft_heads (
    article_id {uuid} PRIMARY KEY REFERENCES articles (id),
    version {int} NOT NULL CHECK (version > 0),
    title text NOT NULL,
    summary text NOT NULL,
    question text,
    saved_at {time} NOT NULL,
    saved_by {uuid} REFERENCES persons (id)
) {strict};

CREATE TABLE draft_sections (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    position {int} NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    format text NOT NULL,
    body_html text NOT NULL,
    declarations {json} NOT NULL,
    saved_at {time} NOT NULL,
    saved_by {uuid} REFERENCES persons (id),
    removed_at {time}
) {strict};
CREATE INDEX draft_sections_article ON draft_sections (article_id, position);

CREATE TABLE section_contributors (
    section_id {uuid} NOT NULL REFERENCES draft_sections (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    position {int} NOT NULL,
    PRIMARY KEY (section_id, person_id)
) {strict};
CREATE INDEX section_contributors_person ON section_contributors (person_id);

CREATE TABLE saves (
    save_id {uuid} PRIMARY KEY,
    subject_id {uuid} NOT NULL,
    version {int} NOT NULL,
    saved_at {time} NOT NULL
) {strict};
";

step!(TABLES, |_manager| {});
