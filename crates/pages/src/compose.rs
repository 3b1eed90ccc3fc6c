//! The one composer: a publication becomes one value that every outlet takes whole.
//!
//! A [`ComposedArticle`] holds byline, body, disclaimers and notices together. Each of its
//! outlets gives all of them; none gives a part.

use std::sync::LazyLock;

use content::disclaimer::Mode;
use content::publication::{Publication, Standing};
use content::topic::Flag;
use minijinja::{Environment, Value, context, value::Serde};
use serde::Serialize;

use crate::article::{self, Article};
use crate::engine;
use crate::markup;
use crate::site_facts::SiteFacts;

/// A publication ready to be read. Opaque: there is no way to its parts.
#[derive(Debug)]
pub struct ComposedArticle {
    pub(crate) view: Article,
    pub(crate) publication: Publication,
    pub(crate) site: Masthead,
    recleaned: bool,
}

/// What outlets say of the site.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Masthead {
    pub(crate) name: String,
    pub(crate) public_url: String,
    pub(crate) language: String,
}

/// A revision that is not public yet, in the form of the publication it would become.
///
/// `countersigners` and `signed_at` hold what has been signed so far.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What would be published now.
    pub publication: Publication,
    /// Where its images are given as long as readers are not given them.
    pub images: String,
    /// Who can see it.
    pub shown_to: ShownTo,
}

/// Who can see a text that is not public yet. The page says so at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownTo {
    /// Those who write, edit and sign it.
    Desk,
    /// Whoever has a link that shows it and does nothing else.
    LinkHolder,
}

/// Composes what readers are given.
#[must_use]
pub fn compose(publication: &Publication, site: &SiteFacts) -> ComposedArticle {
    composed(publication.clone(), None, site)
}

/// Composes a proof or a preview: the same words in the same order, marked as not published.
#[must_use]
pub fn compose_preview(preview: &Preview, site: &SiteFacts) -> ComposedArticle {
    composed(preview.publication.clone(), Some(preview), site)
}

fn composed(
    publication: Publication,
    preview: Option<&Preview>,
    site: &SiteFacts,
) -> ComposedArticle {
    let (view, recleaned) = article::article(&publication, preview, site);
    let site = Masthead {
        name: site.name.clone(),
        public_url: site.public_url.clone(),
        language: site.language.clone(),
    };
    ComposedArticle {
        view,
        publication,
        site,
        recleaned,
    }
}

impl ComposedArticle {
    /// The complete `<article>` element, as pages and print show it.
    #[must_use]
    pub fn html(&self) -> String {
        self.print("article.html")
    }

    /// The same, from a revision that is not public yet. The proof says so at its top.
    #[must_use]
    pub fn proof_html(&self) -> String {
        self.html()
    }

    /// The complete article for feeds and mail: plain markup, absolute addresses.
    #[must_use]
    pub fn feed_html(&self) -> String {
        markup::absolute(&self.print("feed.html"), &self.site.public_url)
    }

    /// The complete article as plain text.
    #[must_use]
    pub fn plain_text(&self) -> String {
        crate::plain_text::plain_text(&self.print("feed.html"))
    }

    fn print(&self, template: &str) -> String {
        print(template, context! { a => Serde(&self.view) })
    }

    /// Whether the present cleaning policy took something out of the signed words. Such an
    /// article wants a new revision.
    #[must_use]
    pub fn recleaned(&self) -> bool {
        self.recleaned
    }

    /// Its path on this site.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.view.path
    }

    /// Its absolute address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.view.url
    }

    /// Its title as printed: a retracted one says so.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.view.title
    }

    /// What its page must bring: the help box, the way out.
    #[must_use]
    pub fn flag(&self) -> Flag {
        self.view.flag
    }

    /// Whether search engines may list it.
    #[must_use]
    pub fn is_indexable(&self) -> bool {
        !self.view.proof && self.publication.standing != Standing::Retracted
    }

    /// How it came about.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.publication.mode
    }

    /// One or two sentences for lists and previews. A grave notice takes their place.
    pub(crate) fn description(&self) -> String {
        if let Some(grave) = self.view.graves.first() {
            let day = grave
                .at
                .as_ref()
                .map(|day| format!(" {}", day.words))
                .unwrap_or_default();
            let lead = grave.lead.unwrap_or("The editors are looking into it.");
            return format!("{}{day}. {lead}", grave.heading);
        }
        let by = &self.view.bylines_text;
        match (self.view.summary.trim(), &self.view.question) {
            ("", Some(question)) => excerpt(question, 150),
            ("", None) => format!("By {by}."),
            (summary, _) => summary.to_owned(),
        }
    }
}

/// The beginning of a text, cut between words.
pub(crate) fn excerpt(text: &str, length: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= length {
        return words;
    }
    let cut: String = words.chars().take(length).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!(
        "{} …",
        cut[..end].trim_end_matches([',', '.', ';', ':', ' '])
    )
}

/// Renders one of the composer's own templates. No theme reaches these.
pub(crate) fn print(template: &str, context: Value) -> String {
    ENGINE
        .get_template(template)
        .and_then(|template| template.render(context))
        .expect("the composer's templates are built in and tested with every kind of article")
}

static ENGINE: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut engine = engine::engine();
    for (name, source) in [
        (
            "article.html",
            include_str!("../templates/composed/article.html"),
        ),
        (
            "voice.html",
            include_str!("../templates/composed/voice.html"),
        ),
        (
            "references.html",
            include_str!("../templates/composed/references.html"),
        ),
        ("foot.html", include_str!("../templates/composed/foot.html")),
        (
            "notice.html",
            include_str!("../templates/composed/notice.html"),
        ),
        ("face.html", include_str!("../templates/composed/face.html")),
        (
            "nearby.html",
            include_str!("../templates/composed/nearby.html"),
        ),
        (
            "verified.html",
            include_str!("../templates/composed/verified.html"),
        ),
        ("feed.html", include_str!("../templates/composed/feed.html")),
        ("card.html", include_str!("../templates/composed/card.html")),
    ] {
        engine
            .add_template(name, source)
            .expect("the composer's templates are built in and parse");
    }
    engine
});
