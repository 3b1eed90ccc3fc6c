//! A composed article for programs: the words never without byline, disclaimers and notices.

use content::publication::PublishedContributor;
use content::reference::Reference;
use serde_json::{Value, json};

use crate::compose::ComposedArticle;
use crate::day;
use crate::escape;
use crate::markup;
use crate::notice_view::NoticeView;

impl ComposedArticle {
    /// For the API. `body_html` is the whole text with its bylines; `sections` holds it by voice.
    #[must_use]
    pub fn json(&self) -> Value {
        let (view, publication) = (&self.view, &self.publication);
        let sections: Vec<Value> = publication
            .sections
            .iter()
            .zip(&view.voices)
            .map(|(section, voice)| {
                json!({
                    "id": section.id,
                    "anchor": voice.anchor,
                    "bylines": contributors(&section.contributors),
                    "body_html": markup::absolute(&voice.plain_body, &self.site.public_url),
                    "images": section.images,
                    "references": references(&section.references),
                    "declarations": section.declarations,
                })
            })
            .collect();
        json!({
            "id": publication.article_id,
            "publication_id": publication.id,
            "slug": publication.slug,
            "url": view.url,
            "kind": publication.kind,
            "mode": publication.mode,
            "status": publication.standing,
            "language": publication.language,
            "title": view.title,
            "summary": view.summary,
            "question": view.question,
            "byline": view.bylines_text,
            "bylines": publication
                .sections
                .iter()
                .flat_map(|section| contributors(&section.contributors))
                .collect::<Vec<_>>(),
            "notices": view.graves.iter().chain(&view.notices).map(notice).collect::<Vec<_>>(),
            "body_html": self.body_html(),
            "sections": sections,
            "countersigned_by": publication
                .countersigners
                .iter()
                .map(|one| json!({"byline": one.byline, "as": one.kind, "at": day::instant(one.at)}))
                .collect::<Vec<_>>(),
            "disclaimers": view
                .disclaimers
                .iter()
                .map(|one| json!({
                    "id": one.id, "kind": one.kind, "version": one.version,
                    "locale": one.locale, "title": one.title, "body": one.body,
                }))
                .collect::<Vec<_>>(),
            "about": view.about.facts,
            "emergency": view.emergency,
            "topics": publication.topics,
            "labels": publication.import_labels,
            "source_url": publication.source_url.as_deref().and_then(escape::web),
            "first_published_at": day::instant(publication.first_published_at),
            "published_at": day::instant(publication.published_at),
            "digest": publication.digest,
        })
    }

    /// The text of all voices, each under its byline.
    fn body_html(&self) -> String {
        let mut out = String::new();
        for voice in &self.view.voices {
            out.push_str("<p class=\"byline\">");
            escape::push(&mut out, &voice.byline_text);
            out.push_str(":</p>\n");
            out.push_str(&markup::absolute(&voice.plain_body, &self.site.public_url));
            out.push('\n');
        }
        out
    }
}

/// As printed, and with what it is registered under.
fn references(all: &[Reference]) -> Vec<Value> {
    all.iter()
        .map(|one| {
            let mut value = json!(one);
            value["text"] = json!(one.to_text());
            value
        })
        .collect()
}

fn contributors(all: &[PublishedContributor]) -> Vec<Value> {
    all.iter()
        .map(|one| {
            json!({
                "name": one.byline.name,
                "letters": one.byline.letters,
                "role": one.byline.role,
                "text": one.byline.text(),
                "person": one.person.slug,
                "signed_at": one.signed_at.map(day::instant),
            })
        })
        .collect()
}

fn notice(notice: &NoticeView) -> Value {
    json!({ "kind": notice.kind, "at": notice.instant, "text": notice.text })
}
