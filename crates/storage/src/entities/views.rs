//! What readers may see, as the views of the schema give it.

entity!(public_article, "public_articles", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    publication_id: Uuid,
    revision_id: Uuid,
    revision_digest: String,
    slug: String,
    state: String,
    kind: String,
    language: String,
    mode: String,
    digest: String,
    title: String,
    summary: String,
    bylines: Json,
    sponsorship: Option<String>,
    first_published_at: time::OffsetDateTime,
    published_at: time::OffsetDateTime,
    source_url: Option<String>,
});

entity!(public_image, "public_images", {
    #[sea_orm(primary_key, auto_increment = false)]
    sha256: String,
    width: i64,
});

entity!(public_listing, "public_listing", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    first_published_at: time::OffsetDateTime,
    bylines: Json,
});

entity!(public_tombstone, "public_tombstones", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    slug: String,
    title: Option<String>,
    reason: String,
    since: time::OffsetDateTime,
});

entity!(public_slug, "public_slugs", {
    #[sea_orm(primary_key, auto_increment = false)]
    slug: String,
    present_slug: String,
    state: String,
    article_id: Uuid,
});

entity!(public_old_path, "public_old_paths", {
    #[sea_orm(primary_key, auto_increment = false)]
    path: String,
    present_slug: String,
    state: String,
    article_id: Uuid,
});

entity!(public_section, "public_sections", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    position: i64,
    digest: String,
    canonical: Option<String>,
});

entity!(public_contributor, "public_contributors", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    section_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
    position: i64,
    signed_at: Option<time::OffsetDateTime>,
    granted_at: Option<time::OffsetDateTime>,
});

entity!(public_approval, "public_approvals", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    kind: String,
    byline: Json,
    at: time::OffsetDateTime,
});

entity!(public_disclaimer, "public_disclaimers", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    position: i64,
    kind: String,
    locale: String,
    version: i64,
    title: String,
    short: String,
    body: String,
    effective_from: time::OffsetDateTime,
    approved_by: String,
});

entity!(public_notice, "public_notices", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    article_id: Uuid,
    kind: String,
    text: String,
    at: time::OffsetDateTime,
});

entity!(public_article_topic, "public_article_topics", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    topic_id: String,
    position: i64,
});

entity!(public_label, "public_labels", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    label: String,
});

entity!(public_person, "public_persons", {
    #[sea_orm(primary_key, auto_increment = false)]
    id: Uuid,
    name: String,
    slug: String,
    bio: String,
    practice_url: Option<String>,
    letters_override: Json,
    photo_digest: Option<String>,
});

entity!(public_authorship, "public_authorships", {
    #[sea_orm(primary_key, auto_increment = false)]
    article_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    person_id: Uuid,
});
