//! Publications, and the views that are all that readers get.

use sea_orm_migration::prelude::*;

use crate::dialect::{On, permanent, refuse, run, undeletable};
use crate::step;

const TABLES: &str = "
CREATE TABLE imports (
    external_id text PRIMARY KEY,
    article_id {uuid} NOT NULL UNIQUE REFERENCES articles (id),
    source_digest text NOT NULL,
    source_url text,
    imported_at {time} NOT NULL
) {strict};

CREATE TABLE import_persons (
    author_key text PRIMARY KEY,
    person_id {uuid} NOT NULL REFERENCES persons (id)
) {strict};

CREATE TABLE publications (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    revision_id {uuid} NOT NULL,
    revision_digest text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('countersigned', 'amended', 'imported')),
    digest text NOT NULL CHECK (length(digest) = 64),
    published_at {time} NOT NULL,
    published_by {uuid} REFERENCES persons (id),
    UNIQUE (id, article_id),
    FOREIGN KEY (revision_id, article_id) REFERENCES revisions (id, article_id)
) {strict};
CREATE INDEX publications_article ON publications (article_id);

CREATE TABLE publication_disclaimers (
    publication_id {uuid} NOT NULL REFERENCES publications (id) DEFERRABLE INITIALLY DEFERRED,
    disclaimer_id {uuid} NOT NULL REFERENCES disclaimers (id),
    position {int} NOT NULL,
    PRIMARY KEY (publication_id, disclaimer_id)
) {strict};

CREATE TABLE public_copies (
    article_id {uuid} PRIMARY KEY REFERENCES articles (id),
    state text NOT NULL CHECK (state IN ('live', 'under_concern', 'withdrawn', 'retracted')),
    publication_id {uuid} NOT NULL,
    facts {json} NOT NULL,
    reason text,
    since {time} NOT NULL,
    slug text NOT NULL,
    title text,
    summary text,
    bylines {json} NOT NULL,
    first_published_at {time} NOT NULL,
    published_at {time} NOT NULL,
    FOREIGN KEY (publication_id, article_id) REFERENCES publications (id, article_id),
    CHECK (state = 'withdrawn' OR title IS NOT NULL),
    CHECK (state <> 'withdrawn' OR reason IS NOT NULL)
) {strict};
CREATE INDEX public_copies_newest ON public_copies (state, first_published_at, article_id);
CREATE INDEX public_copies_slug ON public_copies (slug);

CREATE TABLE public_authors (
    article_id {uuid} NOT NULL REFERENCES public_copies (article_id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    position {int} NOT NULL,
    PRIMARY KEY (article_id, person_id)
) {strict};
CREATE INDEX public_authors_person ON public_authors (person_id);

CREATE TABLE notices (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    kind text NOT NULL CHECK (kind IN ('correction', 'clarification', 'amendment', 'imported',
        'concern', 'retraction')),
    text text NOT NULL CHECK (length(text) > 0),
    at {time} NOT NULL,
    by_person {uuid} REFERENCES persons (id)
) {strict};
CREATE INDEX notices_article ON notices (article_id);

CREATE TABLE joint_acts (
    id {uuid} PRIMARY KEY,
    article_id {uuid} NOT NULL REFERENCES articles (id),
    act text NOT NULL CHECK (act IN ('withdraw', 'erase', 'amend')),
    facts {json} NOT NULL,
    asked_by {uuid} NOT NULL REFERENCES persons (id),
    asked_at {time} NOT NULL,
    joined_by {uuid} REFERENCES persons (id),
    joined_at {time},
    ended_at {time}
) {strict};
CREATE INDEX joint_acts_article ON joint_acts (article_id);

CREATE VIEW public_articles AS
    SELECT c.article_id, c.publication_id, p.revision_id, p.revision_digest, c.slug, c.state,
        a.kind, a.language, p.mode, p.digest, c.title, c.summary, c.bylines,
        c.first_published_at, c.published_at, i.source_url
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN articles a ON a.id = c.article_id
    LEFT JOIN imports i ON i.article_id = c.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_tombstones AS
    SELECT article_id, slug, title, reason, since FROM public_copies WHERE state = 'withdrawn';

CREATE VIEW public_slugs AS
    SELECT s.slug, c.slug AS present_slug, c.state, c.article_id
    FROM article_slugs s JOIN public_copies c ON c.article_id = s.article_id
    WHERE s.erased_at IS NULL;

CREATE VIEW public_sections AS
    SELECT c.article_id, s.section_id, s.position, s.digest, b.canonical
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN revision_sections s ON s.revision_id = p.revision_id
    JOIN revision_bodies b ON b.digest = s.digest
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_contributors AS
    SELECT c.article_id, rc.section_id, rc.position, i.identity AS person_id,
        MIN(t.at) AS signed_at, MIN(g.granted_at) AS granted_at
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN revision_contributors rc ON rc.revision_id = p.revision_id
    JOIN revision_sections rs
        ON rs.revision_id = rc.revision_id AND rs.section_id = rc.section_id
    JOIN identities i ON i.person_id = rc.person_id
    LEFT JOIN attestations t ON t.section_digest = rs.digest AND p.mode = 'countersigned'
        AND t.person_id IN (SELECT x.person_id FROM identities x WHERE x.identity = i.identity)
    LEFT JOIN permission_grants g ON g.attestation_id = t.id AND g.revoked_at IS NULL
    WHERE c.state IN ('live', 'under_concern', 'retracted')
    GROUP BY c.article_id, rc.section_id, rc.position, i.identity;

CREATE VIEW public_approvals AS
    SELECT c.article_id, ap.kind, ap.byline, MIN(ap.at) AS at
    FROM public_copies c
    JOIN publications p ON p.id = c.publication_id
    JOIN approvals ap ON ap.revision_digest = p.revision_digest
    WHERE c.state IN ('live', 'under_concern', 'retracted')
    GROUP BY c.article_id, ap.kind, ap.byline, ap.person_id;

CREATE VIEW public_disclaimers AS
    SELECT c.article_id, pd.position, d.*
    FROM public_copies c
    JOIN publication_disclaimers pd ON pd.publication_id = c.publication_id
    JOIN disclaimers d ON d.id = pd.disclaimer_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_notices AS
    SELECT n.id, n.article_id, n.kind, n.text, n.at
    FROM notices n JOIN public_copies c ON c.article_id = n.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_article_topics AS
    SELECT t.article_id, t.topic_id, t.position
    FROM article_topics t JOIN public_copies c ON c.article_id = t.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_labels AS
    SELECT l.article_id, l.label
    FROM article_labels l JOIN public_copies c ON c.article_id = l.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');

CREATE VIEW public_persons AS
    SELECT p.id, p.name, p.slug, p.bio, p.practice_url, p.letters_override, p.photo_digest
    FROM persons p
    WHERE p.merged_into IS NULL AND EXISTS (
        SELECT 1 FROM public_authors a
        JOIN identities i ON i.person_id = a.person_id
        JOIN public_copies c ON c.article_id = a.article_id
        WHERE i.identity = p.id AND c.state IN ('live', 'under_concern', 'retracted'));

CREATE VIEW public_authorships AS
    SELECT DISTINCT a.article_id, i.identity AS person_id
    FROM public_authors a
    JOIN identities i ON i.person_id = a.person_id
    JOIN public_copies c ON c.article_id = a.article_id
    WHERE c.state IN ('live', 'under_concern', 'retracted');
";

/// True where a contributor of the new publication has not signed the text it names, or has
/// objected to it since.
const UNSIGNED: &str = "NEW.mode = 'countersigned' AND EXISTS (\
    SELECT 1 FROM revision_contributors c \
    JOIN revision_sections s ON s.revision_id = c.revision_id AND s.section_id = c.section_id \
    JOIN identities theirs ON theirs.person_id = c.person_id \
    WHERE c.revision_id = NEW.revision_id AND NOT EXISTS (\
        SELECT 1 FROM attestations a \
        JOIN identities signer ON signer.person_id = a.person_id \
        WHERE a.section_digest = s.digest AND signer.identity = theirs.identity \
        AND NOT EXISTS (\
            SELECT 1 FROM objections o \
            JOIN identities objector ON objector.person_id = o.person_id \
            WHERE o.article_id = NEW.article_id AND objector.identity = signer.identity \
            AND o.id > a.id)))";

/// True where a section of the new publication stands under nobody's name.
const NAMELESS: &str = "NOT EXISTS (SELECT 1 FROM revision_sections s \
        WHERE s.revision_id = NEW.revision_id) \
    OR EXISTS (SELECT 1 FROM revision_sections s WHERE s.revision_id = NEW.revision_id \
        AND NOT EXISTS (SELECT 1 FROM revision_contributors c \
            WHERE c.revision_id = s.revision_id AND c.section_id = s.section_id))";

/// True where nobody but contributors approved the text.
const UNAPPROVED: &str = "NEW.mode = 'countersigned' AND NOT EXISTS (\
    SELECT 1 FROM approvals ap JOIN identities second ON second.person_id = ap.person_id \
    WHERE ap.revision_digest = NEW.revision_digest AND ap.kind = 'editorial' \
    AND second.identity NOT IN (\
        SELECT theirs.identity FROM revision_contributors c \
        JOIN identities theirs ON theirs.person_id = c.person_id \
        WHERE c.revision_id = NEW.revision_id))";

/// True where an amendment lacks two signers, or has nothing to amend.
const HALF_AMENDED: &str = "NEW.mode = 'amended' AND (\
    (SELECT COUNT(DISTINCT second.identity) FROM approvals ap \
        JOIN identities second ON second.person_id = ap.person_id \
        WHERE ap.revision_digest = NEW.revision_digest AND ap.kind = 'amendment') < 2 \
    OR NOT EXISTS (SELECT 1 FROM publications p WHERE p.article_id = NEW.article_id))";

/// True where a disclaimer that the mode needs is not pinned.
const UNDISCLAIMED: &str = "EXISTS (\
    SELECT 1 FROM (\
        SELECT 'not_medical_advice' AS kind \
        UNION ALL SELECT 'views_of_author' WHERE NEW.mode IN ('countersigned', 'amended') \
        UNION ALL SELECT 'amended' WHERE NEW.mode = 'amended' \
        UNION ALL SELECT 'imported' WHERE NEW.mode = 'imported') needed \
    WHERE NOT EXISTS (SELECT 1 FROM publication_disclaimers pd \
        JOIN disclaimers d ON d.id = pd.disclaimer_id \
        WHERE pd.publication_id = NEW.id AND d.kind = needed.kind))";

step!(TABLES, |manager| {
    for table in ["publications", "publication_disclaimers", "notices"] {
        permanent(manager, table).await?;
    }
    undeletable(manager, "joint_acts").await?;
    let rules = [
        (
            "publication_names_its_text",
            "NOT EXISTS (SELECT 1 FROM revisions r \
            WHERE r.id = NEW.revision_id AND r.digest = NEW.revision_digest)",
            "a publication names the digest of its revision",
        ),
        (
            "publication_has_text",
            "EXISTS (SELECT 1 FROM revision_sections s \
            LEFT JOIN revision_bodies b ON b.digest = s.digest \
            WHERE s.revision_id = NEW.revision_id AND b.canonical IS NULL)",
            "a publication has its text",
        ),
        (
            "publication_under_names",
            NAMELESS,
            "every section stands under a name",
        ),
        (
            "publication_signed",
            UNSIGNED,
            "every contributor signs before publication",
        ),
        (
            "publication_approved",
            UNAPPROVED,
            "a second person approves before publication",
        ),
        (
            "publication_amended_by_two",
            HALF_AMENDED,
            "two persons sign an amendment",
        ),
        (
            "publication_imported",
            "NEW.mode = 'imported' AND NOT EXISTS (\
            SELECT 1 FROM imports i WHERE i.article_id = NEW.article_id)",
            "only an import is published as imported",
        ),
        (
            "publication_disclaimed",
            UNDISCLAIMED,
            "every publication pins its disclaimers",
        ),
    ];
    for (name, when, words) in rules {
        refuse(manager, name, "publications", On::Insert, when, words).await?;
    }
    refuse(
        manager,
        "joint_act_by_two",
        "joint_acts",
        On::Update,
        "NEW.joined_by IS NOT NULL AND EXISTS (SELECT 1 FROM identities a \
            JOIN identities b ON b.identity = a.identity \
            WHERE a.person_id = NEW.asked_by AND b.person_id = NEW.joined_by)",
        "a joint act takes two persons",
    )
    .await?;
});
