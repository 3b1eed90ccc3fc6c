//! Links that show one frozen text before publication, and texts that are frozen for them.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, forget, permanent, refuse, run, undeletable};
use crate::step;

/// The condition of a column cannot be changed on SQLite; another column takes its place.
const OCCASION: &str = "
ALTER TABLE revisions ADD COLUMN frozen_for text NOT NULL DEFAULT 'proof'
    CHECK (frozen_for IN ('submission', 'proof', 'signature', 'amendment', 'import', 'preview'));
UPDATE revisions SET frozen_for = occasion;
ALTER TABLE revisions DROP COLUMN occasion;
ALTER TABLE revisions RENAME COLUMN frozen_for TO occasion;
";

/// A link opens while its text may still become the next one that readers have: not once the
/// article was published, withdrawn or declined since.
const TABLES: &str = "
CREATE TABLE preview_links (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    token_digest text NOT NULL UNIQUE CHECK (length(token_digest) = 64),
    made_by {uuid} NOT NULL REFERENCES persons (id),
    made_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    revoked_at {time},
    opened_at {time},
    FOREIGN KEY (revision_id, article_id) REFERENCES revisions (id, article_id)
) {strict};
CREATE INDEX preview_links_article ON preview_links (article_id);

CREATE VIEW open_preview_links AS
    SELECT l.id, l.article_id
    FROM preview_links l
    JOIN revisions r ON r.id = l.revision_id
    JOIN candidates c ON c.article_id = l.article_id
    WHERE l.revoked_at IS NULL AND c.state <> 'declined'
    AND NOT EXISTS (SELECT 1 FROM publications p JOIN revisions d ON d.id = p.revision_id
        WHERE p.article_id = l.article_id AND d.number >= r.number)
    AND NOT EXISTS (SELECT 1 FROM withdrawals w
        WHERE w.article_id = l.article_id AND w.revision_number >= r.number);
";

const OF_A_PREVIEW: &str = "EXISTS (SELECT 1 FROM revisions r \
    WHERE r.id = NEW.revision_id AND r.occasion = 'preview')";

step!(TABLES, |manager| {
    forget(manager, "revisions_not_updated", "revisions").await?;
    forget(manager, "revisions_not_deleted", "revisions").await?;
    if manager.get_database_backend() == sea_orm_migration::sea_orm::DbBackend::Postgres {
        forget(manager, "revisions_not_emptied", "revisions").await?;
    }
    run(manager, OCCASION).await?;
    permanent(manager, "revisions").await?;
    undeletable(manager, "preview_links").await?;
    refuse(
        manager,
        "preview_link_keeps_its_text",
        "preview_links",
        On::Update,
        "NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id \
        OR NEW.revision_id <> OLD.revision_id OR NEW.token_digest <> OLD.token_digest \
        OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at \
        OR NEW.expires_at <> OLD.expires_at \
        OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL)",
        "a preview link stays with its text and its end",
    )
    .await?;
    for (name, table, words) in [
        (
            "attestation_not_of_a_preview",
            "attestations",
            "nobody signs a text that was frozen for a preview",
        ),
        (
            "approval_not_of_a_preview",
            "approvals",
            "nobody approves a text that was frozen for a preview",
        ),
        (
            "publication_not_of_a_preview",
            "publications",
            "a text that was frozen for a preview is not published",
        ),
    ] {
        refuse(manager, name, table, On::Insert, OF_A_PREVIEW, words).await?;
    }
});
