//! Lists of what is public: an index in their order, and a view that it answers by itself.

use sea_orm_migration::prelude::*;

use crate::dialect::run;
use crate::step;

/// The state is in the index so that going down a list touches no row, and last in it since
/// lists of readers hold several states in one order. What was withdrawn has another order.
/// Whether readers may see a person is asked from the person on, by indexes: through the view
/// `identities` it would be a walk over all authorships for each.
const CHANGES: &str = "
DROP INDEX public_copies_newest;
CREATE INDEX public_copies_listed ON public_copies (first_published_at, article_id, state);
CREATE INDEX public_copies_withdrawn ON public_copies (since, article_id)
    WHERE state = 'withdrawn';
DROP INDEX public_authors_person;
CREATE INDEX public_authors_person ON public_authors (person_id, article_id);

CREATE VIEW public_listing AS
    SELECT article_id, first_published_at, bylines
    FROM public_copies
    WHERE state IN ('live', 'under_concern', 'retracted');

DROP VIEW public_persons;
CREATE VIEW public_persons AS
    SELECT p.id, p.name, p.slug, p.bio, p.practice_url, p.letters_override, p.photo_digest
    FROM persons p
    WHERE p.merged_into IS NULL AND EXISTS (
        SELECT 1 FROM persons same
        JOIN public_authors a ON a.person_id = same.id
        JOIN public_copies c ON c.article_id = a.article_id
        WHERE (same.id = p.id OR same.merged_into = p.id)
            AND c.state IN ('live', 'under_concern', 'retracted'));
";

step!(CHANGES, |_manager| {});
