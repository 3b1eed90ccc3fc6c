//! The database schema, one dated file for each step; the only place with SQL for each database.
//!
//! To change the schema, add a file with today's date and list it in [`Migrator`]; a file that
//! has been released is never edited. Each runs in a transaction of its own on both databases.

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::*;

mod dialect;
mod m20261123_000001_people;
mod m20261123_000002_accounts;
mod m20261123_000003_house_texts;
mod m20261123_000004_writing;
mod m20261123_000005_signing;
mod m20261123_000006_publishing;
mod m20261123_000007_record;
mod m20261125_000001_standing;
mod m20261125_000002_kept_texts;
mod m20261125_000003_readers;
mod m20261125_000004_list_index;
mod m20261125_000005_audit_batches;
mod m20261125_000006_counting;
mod m20261129_000001_references_images;
mod m20261129_000002_media;
mod m20261129_000003_contributors;
mod m20261129_000004_reminders;
mod m20261129_000005_invitations;
mod m20261129_000006_comments;
mod m20261129_000007_presence;
mod m20261129_000008_preview_links;

/// All steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_people::Step),
            Box::new(m20261123_000002_accounts::Step),
            Box::new(m20261123_000003_house_texts::Step),
            Box::new(m20261123_000004_writing::Step),
            Box::new(m20261123_000005_signing::Step),
            Box::new(m20261123_000006_publishing::Step),
            Box::new(m20261123_000007_record::Step),
            Box::new(m20261125_000001_standing::Step),
            Box::new(m20261125_000002_kept_texts::Step),
            Box::new(m20261125_000003_readers::Step),
            Box::new(m20261125_000004_list_index::Step),
            Box::new(m20261125_000005_audit_batches::Step),
            Box::new(m20261125_000006_counting::Step),
            Box::new(m20261129_000001_references_images::Step),
            Box::new(m20261129_000002_media::Step),
            Box::new(m20261129_000003_contributors::Step),
            Box::new(m20261129_000004_reminders::Step),
            Box::new(m20261129_000005_invitations::Step),
            Box::new(m20261129_000006_comments::Step),
            Box::new(m20261129_000007_presence::Step),
            Box::new(m20261129_000008_preview_links::Step),
        ]
    }
}

/// Declares a step that runs statements and then sets rules.
macro_rules! step {
    ($sql:expr, |$manager:ident| $rules:block) => {
        #[derive(DeriveMigrationName)]
        pub(crate) struct Step;

        #[async_trait::async_trait]
        impl MigrationTrait for Step {
            async fn up(&self, $manager: &SchemaManager) -> Result<(), DbErr> {
                run($manager, $sql).await?;
                let () = $rules;
                Ok(())
            }

            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }
        }
    };
}
use step;
