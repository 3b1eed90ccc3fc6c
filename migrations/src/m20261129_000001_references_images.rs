//! What a section rests on and what is said of its images, beside its words.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, refuse, run};
use crate::step;

const COLUMNS: &str = r#"
ALTER TABLE draft_sections ADD COLUMN images {json} NOT NULL DEFAULT '[]';
ALTER TABLE draft_sections ADD COLUMN "references" {json} NOT NULL DEFAULT '[]';
ALTER TABLE kept_texts ADD COLUMN images {json};
ALTER TABLE kept_texts ADD COLUMN "references" {json};
"#;

step!(COLUMNS, |manager| {
    refuse(
        manager,
        "kept_texts_erased_wholly",
        "kept_texts",
        On::Update,
        r#"NEW.erased_at IS NOT NULL AND (NEW.images IS NOT NULL OR NEW."references" IS NOT NULL)"#,
        "an erasure takes what stood beside the words too",
    )
    .await?;
});
