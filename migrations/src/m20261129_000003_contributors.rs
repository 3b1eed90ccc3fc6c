//! What each contributor did: those who were named before are authors.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::dialect::{On, refuse, run};
use crate::step;

const COLUMNS: &str = "
ALTER TABLE section_contributors ADD COLUMN role text NOT NULL DEFAULT 'author'
    CHECK (role IN ('author', 'with', 'translator', 'illustrator'));
ALTER TABLE revision_contributors ADD COLUMN role text NOT NULL DEFAULT 'author'
    CHECK (role IN ('author', 'with', 'translator', 'illustrator'));
";

/// The roles as they stand in the words that were signed.
const SIGNED_ROLES_SQLITE: &str = "
CREATE VIEW signed_roles AS
    SELECT b.digest, n.key AS position,
        COALESCE(json_extract(n.value, '$.role'), 'author') AS role
    FROM revision_bodies b, json_each(b.canonical, '$.bylines') n;
";

const SIGNED_ROLES_POSTGRES: &str = "
CREATE VIEW signed_roles AS
    SELECT b.digest, n.number - 1 AS position, COALESCE(n.value ->> 'role', 'author') AS role
    FROM revision_bodies b,
        jsonb_array_elements(b.canonical::jsonb -> 'bylines') WITH ORDINALITY n (value, number);
";

step!(COLUMNS, |manager| {
    let roles = match manager.get_database_backend() {
        DbBackend::Postgres => SIGNED_ROLES_POSTGRES,
        _ => SIGNED_ROLES_SQLITE,
    };
    run(manager, roles).await?;
    refuse(
        manager,
        "publication_roles_as_signed",
        "publications",
        On::Insert,
        "NEW.mode <> 'imported' AND EXISTS (SELECT 1 FROM revision_contributors c \
            JOIN revision_sections s ON s.revision_id = c.revision_id \
                AND s.section_id = c.section_id \
            JOIN signed_roles r ON r.digest = s.digest AND r.position = c.position \
            WHERE c.revision_id = NEW.revision_id AND r.role <> c.role)",
        "the roles of the contributors are those that were signed",
    )
    .await?;
});
