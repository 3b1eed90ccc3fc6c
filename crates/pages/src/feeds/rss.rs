//! RSS 2.0, for readers of feeds that know nothing else.

use std::fmt::Write as _;

use time::OffsetDateTime;

use super::{authors, newest, others, updated, urn, xml_safe};
use crate::compose::ComposedArticle;
use crate::escape;
use crate::site_facts::SiteFacts;

/// The feed of these articles, newest first as given.
#[must_use]
pub fn rss(articles: &[ComposedArticle], site: &SiteFacts) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n",
    );
    element(&mut out, "title", &site.name);
    element(&mut out, "link", &site.url("/"));
    element(&mut out, "description", &site.description);
    element(&mut out, "language", &site.language);
    element(&mut out, "lastBuildDate", &rfc822(newest(articles)));
    let own = escape::html(&site.url("/feed.rss"));
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<atom:link href=\"{own}\" rel=\"self\" type=\"application/rss+xml\"/>"
    );
    for article in articles {
        item(&mut out, article);
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

fn item(out: &mut String, article: &ComposedArticle) {
    out.push_str("<item>\n");
    element(out, "title", article.title());
    element(out, "link", article.url());
    let _ = writeln!(out, "<guid isPermaLink=\"false\">{}</guid>", urn(article));
    element(
        out,
        "pubDate",
        &rfc822(article.publication.first_published_at),
    );
    element(out, "atom:updated", &crate::day::instant(updated(article)));
    for one in authors(article) {
        element(out, "dc:creator", &one.byline.text());
    }
    for one in others(article) {
        element(out, "dc:contributor", &one.byline.text());
    }
    for topic in &article.publication.topics {
        element(out, "category", &topic.label);
    }
    element(out, "description", &article.description());
    element(out, "content:encoded", &article.feed_html());
    out.push_str("</item>\n");
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", escape::html(&xml_safe(text)));
}

/// `Mon, 02 Mar 2026 09:30:00 +0000`
fn rfc822(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC);
    let (weekday, month) = (at.weekday().to_string(), at.month().to_string());
    format!(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
        &weekday[..3],
        at.day(),
        &month[..3],
        at.year(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    #[test]
    fn dates_are_written_as_mail_writes_them() {
        let at = datetime!(2026-03-02 9:05:00 +1);
        assert_eq!(super::rfc822(at), "Mon, 02 Mar 2026 08:05:00 +0000");
    }
}
