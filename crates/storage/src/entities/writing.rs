//! Articles and drafts.

entity!(article, "articles", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    kind: String,
    language: String,
    slug: Option<String>,
    editor_id: Option<Uuid>,
    created_by: Option<Uuid>,
    created_at: time::OffsetDateTime,
    updated_at: time::OffsetDateTime,
});

entity!(article_slug, "article_slugs", {
    #[sea_orm(primary_key, auto_increment = false)]
    slug: String,
    article_id: Uuid,
    erased_at: Option<time::OffsetDateTime>,
});

entity!(article_topic, "article_topics", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    topic_id: String,
    position: i64,
});

entity!(article_label, "article_labels", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    label: String,
});

entity!(candidate, "candidates", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    state: String,
    facts: Json,
    since: time::OffsetDateTime,
});

entity!(draft_head, "draft_heads", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    version: i64,
    title: String,
    summary: String,
    question: Option<String>,
    saved_at: time::OffsetDateTime,
    saved_by: Option<Uuid>,
});

entity!(draft_section, "draft_sections", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    position: i64,
    version: i64,
    format: String,
    body_html: String,
    declarations: Json,
    images: Json,
    references: Json,
    saved_at: time::OffsetDateTime,
    saved_by: Option<Uuid>,
    removed_at: Option<time::OffsetDateTime>,
});

entity!(section_contributor, "section_contributors", {
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
    position: i64,
    role: String,
});

entity!(save, "saves", {
    #[sea_orm(primary_key, auto_increment = false)]
    save_id: Uuid,
    subject_id: Uuid,
    version: i64,
    saved_at: time::OffsetDateTime,
    digest: Option<String>,
});

entity!(media, "media", {
    #[sea_orm(primary_key, auto_increment = false)]
    sha256: String,
    width: i64,
    height: i64,
    bytes: i64,
    added_at: time::OffsetDateTime,
    added_by: Option<Uuid>,
    wanted_at: time::OffsetDateTime,
});

entity!(kept_text, "kept_texts", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    section_id: Option<Uuid>,
    version: Option<i64>,
    title: Option<String>,
    summary: Option<String>,
    question: Option<String>,
    body_html: Option<String>,
    images: Option<Json>,
    references: Option<Json>,
    why: String,
    saved_at: time::OffsetDateTime,
    saved_by: Option<Uuid>,
    kept_at: time::OffsetDateTime,
    erased_at: Option<time::OffsetDateTime>,
});

entity!(draft_presence, "draft_presences", {
    #[sea_orm(primary_key, auto_increment = false)]
    part_id: Uuid,
    article_id: Uuid,
    account_id: Uuid,
    since: time::OffsetDateTime,
    last_seen_at: time::OffsetDateTime,
    asked_by: Option<Uuid>,
    refused_at: Option<time::OffsetDateTime>,
});

entity!(comment, "comments", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    section_id: Uuid,
    parent_id: Option<Uuid>,
    person_id: Option<Uuid>,
    author_name: Option<String>,
    quote: Option<String>,
    before: Option<String>,
    body: Option<String>,
    written_at: Option<time::OffsetDateTime>,
    added_at: time::OffsetDateTime,
    resolved_at: Option<time::OffsetDateTime>,
    resolved_by: Option<Uuid>,
    removed_at: Option<time::OffsetDateTime>,
    erased_at: Option<time::OffsetDateTime>,
});
