//! Images: rows here, files beside the database. What readers may be sent of them.

use sea_orm_migration::prelude::*;

use crate::dialect::run;
use crate::step;

const TABLES: &str = "
CREATE TABLE media (
    sha256 text PRIMARY KEY CHECK (length(sha256) = 64),
    width {int} NOT NULL CHECK (width > 0),
    height {int} NOT NULL CHECK (height > 0),
    bytes {int} NOT NULL CHECK (bytes > 0),
    added_at {time} NOT NULL,
    added_by {uuid} REFERENCES persons (id),
    wanted_at {time} NOT NULL
) {strict};
CREATE INDEX media_wanted ON media (wanted_at);

CREATE TABLE revision_images (
    revision_id {uuid} NOT NULL REFERENCES revisions (id),
    section_id {uuid} NOT NULL REFERENCES draft_sections (id),
    sha256 text NOT NULL REFERENCES media (sha256),
    PRIMARY KEY (revision_id, section_id, sha256)
) {strict};
CREATE INDEX revision_images_sha256 ON revision_images (sha256);

CREATE VIEW public_images AS
    SELECT DISTINCT i.sha256, m.width
    FROM revision_images i
    JOIN media m ON m.sha256 = i.sha256
    JOIN publications p ON p.revision_id = i.revision_id
    JOIN public_copies c ON c.publication_id = p.id
    JOIN public_sections s ON s.article_id = c.article_id AND s.section_id = i.section_id;
";

step!(TABLES, |_manager| {});
