//! Publications and what became of them.

entity!(import, "imports", {
    #[sea_orm(primary_key, auto_increment = false)]
    external_id: String,
    article_id: Uuid,
    source_digest: String,
    source_url: Option<String>,
    imported_at: time::OffsetDateTime,
});

entity!(import_person, "import_persons", {
    #[sea_orm(primary_key, auto_increment = false)]
    author_key: String,
    person_id: Uuid,
});

entity!(export_person, "export_persons", {
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
});

entity!(old_path, "old_paths", {
    #[sea_orm(primary_key, auto_increment = false)]
    path: String,
    article_id: Uuid,
});

entity!(publication, "publications", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    revision_id: Uuid,
    revision_digest: String,
    mode: String,
    digest: String,
    published_at: time::OffsetDateTime,
    published_by: Option<Uuid>,
});

entity!(publication_disclaimer, "publication_disclaimers", {
    #[sea_orm(primary_key, auto_increment = false)]
    publication_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    disclaimer_id: Uuid,
    position: i64,
});

entity!(public_copy, "public_copies", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    state: String,
    publication_id: Uuid,
    facts: Json,
    reason: Option<String>,
    since: time::OffsetDateTime,
    slug: String,
    title: Option<String>,
    summary: Option<String>,
    bylines: Json,
    sponsorship: Option<String>,
    first_published_at: time::OffsetDateTime,
    published_at: time::OffsetDateTime,
});

entity!(withdrawal, "withdrawals", {
    #[sea_orm(primary_key, auto_increment = false)]
    publication_id: Uuid,
    article_id: Uuid,
    revision_number: i64,
    at: time::OffsetDateTime,
});

entity!(public_author, "public_authors", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
    position: i64,
});

entity!(notice, "notices", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    kind: String,
    text: String,
    at: time::OffsetDateTime,
    by_person: Option<Uuid>,
});

entity!(joint_act, "joint_acts", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    act: String,
    facts: Json,
    asked_by: Uuid,
    asked_link_id: Option<Uuid>,
    asked_at: time::OffsetDateTime,
    joined_by: Option<Uuid>,
    joined_link_id: Option<Uuid>,
    joined_at: Option<time::OffsetDateTime>,
    ended_at: Option<time::OffsetDateTime>,
});
