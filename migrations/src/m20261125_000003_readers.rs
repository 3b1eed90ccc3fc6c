//! What readers get beside the text: short disclaimers and who paid on every card, old
//! addresses; an erasure that leaves no word behind; and links that are made as they are mailed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use crate::dialect::{On, refuse, run};
use crate::step;

const CHANGES: &str = "
ALTER TABLE disclaimers ADD COLUMN short text NOT NULL DEFAULT '';

ALTER TABLE public_copies ADD COLUMN sponsorship text;

ALTER TABLE links ADD COLUMN mailed_digest text;
CREATE UNIQUE INDEX links_mailed_digest ON links (mailed_digest);

CREATE TABLE old_paths (
    path text PRIMARY KEY CHECK (length(path) BETWEEN 1 AND 1024),
    article_id {uuid} NOT NULL REFERENCES articles (id)
) {strict};
CREATE INDEX old_paths_article ON old_paths (article_id);

CREATE TABLE export_persons (
    person_id {uuid} PRIMARY KEY REFERENCES persons (id)
) {strict};

CREATE VIEW public_old_paths AS
    SELECT o.path, c.slug AS present_slug, c.state, c.article_id
    FROM old_paths o JOIN public_copies c ON c.article_id = o.article_id;

DROP VIEW public_articles;
CREATE VIEW public_articles AS
    SELECT c.article_id, c.publication_id, p.revision_id, p.revision_digest, c.slug, c.state,
        a.kind, a.language, p.mode, p.digest, c.title, c.summary, c.bylines, c.sponsorship,
        c.first_published_at, c.published_at, i.source_url
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN articles a ON a.id = c.article_id
    LEFT JOIN imports i ON i.article_id = c.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

DROP VIEW public_disclaimers;
CREATE VIEW public_disclaimers AS
    SELECT c.article_id, pd.position, d.id, d.kind, d.locale, d.version, d.title, d.short,
        d.body, d.effective_from, d.approved_by
    FROM public_copies c
    JOIN publication_disclaimers pd ON pd.publication_id = c.publication_id
    JOIN disclaimers d ON d.id = pd.disclaimer_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');
";

/// The short forms of the house texts, by kind: what was there before had none.
const SHORT_FORMS: &str = "
UPDATE disclaimers SET short = CASE kind
    WHEN 'views_of_author' THEN 'Views of those named.'
    WHEN 'not_medical_advice' THEN 'Information, not treatment.'
    WHEN 'imported' THEN 'Imported, not signed here.'
    ELSE 'Changed by the editors.' END;
";

/// Who paid, from the signed declarations of what readers have.
const PAID_FOR_SQLITE: &str = "
UPDATE public_copies SET sponsorship = (
    SELECT group_concat(said, ' ') FROM (
        SELECT trim(json_extract(b.canonical, '$.declarations.sponsorship.details')) AS said
        FROM publications p
        JOIN revision_sections s ON s.revision_id = p.revision_id
        JOIN revision_bodies b ON b.digest = s.digest
        WHERE p.id = public_copies.publication_id
        AND json_extract(b.canonical, '$.declarations.sponsorship.answer') = 'yes'
        ORDER BY s.position));
";

const PAID_FOR_POSTGRES: &str = "
UPDATE public_copies SET sponsorship = (
    SELECT string_agg(trim(b.canonical::jsonb #>> '{declarations,sponsorship,details}'), ' '
        ORDER BY s.position)
    FROM publications p
    JOIN revision_sections s ON s.revision_id = p.revision_id
    JOIN revision_bodies b ON b.digest = s.digest
    WHERE p.id = public_copies.publication_id
    AND b.canonical::jsonb #>> '{declarations,sponsorship,answer}' = 'yes');
";

/// True where two persons have erased the article that a row belongs to.
const ERASED: &str = "EXISTS (SELECT 1 FROM joint_acts j WHERE j.article_id = OLD.article_id \
    AND j.act = 'erase' AND j.joined_by IS NOT NULL)";

/// Takes a rule away, so that it can be set anew.
async fn lift(manager: &SchemaManager<'_>, name: &str, table: &str) -> Result<(), DbErr> {
    let sql = match manager.get_database_backend() {
        DbBackend::Postgres => format!("DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"),
        _ => format!("DROP TRIGGER {name};"),
    };
    manager.get_connection().execute_unprepared(&sql).await?;
    Ok(())
}

step!(CHANGES, |manager| {
    lift(manager, "disclaimers_not_updated", "disclaimers").await?;
    run(manager, SHORT_FORMS).await?;
    refuse(
        manager,
        "disclaimers_not_updated",
        "disclaimers",
        On::Update,
        "1 = 1",
        "rows of disclaimers are permanent",
    )
    .await?;
    refuse(
        manager,
        "disclaimer_has_short_form",
        "disclaimers",
        On::Insert,
        "length(NEW.short) = 0 OR length(NEW.short) > 60",
        "a disclaimer has a short form for lists",
    )
    .await?;
    let paid_for = match manager.get_database_backend() {
        DbBackend::Postgres => PAID_FOR_POSTGRES,
        _ => PAID_FOR_SQLITE,
    };
    run(manager, paid_for).await?;

    lift(manager, "notices_not_updated", "notices").await?;
    refuse(
        manager,
        "notices_only_erased",
        "notices",
        On::Update,
        &format!(
            "NOT {ERASED} OR NEW.text <> '[erased]' OR OLD.text = '[erased]' \
             OR NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id OR NEW.kind <> OLD.kind \
             OR NEW.at <> OLD.at OR NEW.by_person IS DISTINCT FROM OLD.by_person"
        ),
        "a notice is erased with its article or left alone",
    )
    .await?;
    lift(manager, "objections_not_updated", "objections").await?;
    refuse(
        manager,
        "objections_only_erased",
        "objections",
        On::Update,
        &format!(
            "NOT {ERASED} OR NEW.message <> '[erased]' OR OLD.message = '[erased]' \
             OR NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id \
             OR NEW.revision_id <> OLD.revision_id OR NEW.person_id <> OLD.person_id \
             OR NEW.extent <> OLD.extent OR NEW.at <> OLD.at"
        ),
        "an objection is erased with its article or left alone",
    )
    .await?;
    refuse(
        manager,
        "joint_act_words_stay",
        "joint_acts",
        On::Update,
        &format!("NEW.facts <> OLD.facts AND NOT {ERASED}"),
        "what was agreed to is erased with its article or left alone",
    )
    .await?;
    refuse(
        manager,
        "publication_not_after_erasure",
        "publications",
        On::Insert,
        &ERASED.replace("OLD.", "NEW."),
        "an erased article is not published again",
    )
    .await?;
});
