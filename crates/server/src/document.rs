//! A publication as the search index takes it.

use content::byline::{self, Byline};
use content::publication::{Publication, PublishedSection};
use content::topic::Topic;
use search::{GroupRef, SearchDocument, SearchSection};

/// Everything of it that can be found. `taxonomy` says in which groups its topics stand.
#[must_use]
pub fn document(publication: &Publication, taxonomy: &[Topic]) -> SearchDocument {
    let contributors = publication
        .sections
        .iter()
        .flat_map(|section| &section.contributors);
    let mut bylines: Vec<Byline> = Vec::new();
    let mut author_slugs: Vec<String> = Vec::new();
    for one in contributors {
        if !author_slugs.contains(&one.person.slug) {
            author_slugs.push(one.person.slug.clone());
            bylines.push(one.byline.clone());
        }
    }
    SearchDocument {
        article_id: publication.article_id,
        slug: publication.slug.clone(),
        title: publication.head.title.clone(),
        summary: publication.head.summary.clone(),
        question: publication.question.clone(),
        sections: publication.sections.iter().map(section).collect(),
        bylines,
        author_slugs,
        topics: publication.topics.clone(),
        groups: groups(publication, taxonomy),
        standing: publication.standing,
        mode: publication.mode,
        first_published_at: publication.first_published_at,
        published_at: publication.published_at,
        language: publication.language.clone(),
    }
}

fn section(section: &PublishedSection) -> SearchSection {
    let bylines = section.contributors.iter().map(|one| &one.byline);
    let printed: Vec<Byline> = bylines.clone().cloned().collect();
    SearchSection {
        byline_text: byline::join(&printed),
        names: bylines.clone().map(|byline| byline.name.clone()).collect(),
        letters: bylines.flat_map(|byline| byline.letters.clone()).collect(),
        body_text: section.body.to_text(),
    }
}

fn groups(publication: &Publication, taxonomy: &[Topic]) -> Vec<GroupRef> {
    let mut groups: Vec<GroupRef> = Vec::new();
    for topic in &publication.topics {
        let group = taxonomy
            .iter()
            .find(|one| one.id == topic.id)
            .and_then(|one| one.group.as_ref())
            .and_then(|group| taxonomy.iter().find(|one| one.id == *group));
        if let Some(group) = group
            && !groups.iter().any(|known| known.id == group.id)
        {
            groups.push(GroupRef {
                id: group.id.clone(),
                label: group.label.clone(),
            });
        }
    }
    groups
}
