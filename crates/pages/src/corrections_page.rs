//! Every notice, newest first.

use content::notice::NoticeKind;
use minijinja::{context, value::Serde};
use serde::Serialize;
use time::OffsetDateTime;

use crate::day::Day;
use crate::escape;
use crate::frame::Frame;
use crate::notice_view;
use crate::pages::{PageError, Pages};
use crate::place::Slots;

/// One notice with the article it is about.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The kind of a notice; `None` for a withdrawal.
    pub kind: Option<NoticeKind>,
    /// The article's title; `None` when erased.
    pub title: Option<String>,
    /// Where the article is, or its tombstone; without `/articles/`.
    pub slug: Option<String>,
    /// The words readers see, plain.
    pub text: String,
    /// When.
    pub at: OffsetDateTime,
}

#[derive(Debug, Serialize)]
struct Row {
    title: String,
    path: Option<String>,
    heading: &'static str,
    at: Day,
    html: String,
}

impl Pages {
    /// The page of corrections.
    pub fn corrections(&self, all: &[Correction]) -> Result<String, PageError> {
        let site = self.facts();
        let frame = Frame::new("Corrections", "/corrections", site)
            .described("Every correction, amendment, retraction and withdrawal, newest first.");
        let rows: Vec<Row> = all
            .iter()
            .map(|one| {
                let title = one
                    .title
                    .clone()
                    .unwrap_or_else(|| "An erased article".to_owned());
                let retracted = one.kind == Some(NoticeKind::Retraction);
                Row {
                    title: if retracted && !title.starts_with("Retracted:") {
                        format!("Retracted: {title}")
                    } else {
                        title
                    },
                    path: one.slug.as_ref().map(|slug| format!("/articles/{slug}")),
                    heading: one
                        .kind
                        .map_or("Withdrawn on", |kind| notice_view::heading(kind, true)),
                    at: Day::at(one.at, site),
                    html: escape::paragraphs(&one.text),
                }
            })
            .collect();
        let content = context! { corrections => Serde(rows) };
        self.render("corrections.html", &frame, &Slots::default(), content)
    }
}
