//! What search engines may list, and where they may go.

use std::fmt::Write as _;

use time::OffsetDateTime;

use crate::day;
use crate::escape;
use crate::site_facts::SiteFacts;

/// Addresses in one file, as the protocol allows.
pub const SITEMAP_ROWS: usize = 50_000;

/// One address that may be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapRow {
    /// Path on this site.
    pub path: String,
    /// When its text last changed.
    pub modified: Option<OffsetDateTime>,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `/sitemap.xml`: the addresses themselves, or an index of parts when there are too many.
#[must_use]
pub fn sitemap(rows: &[SitemapRow], site: &SiteFacts) -> String {
    if rows.len() <= SITEMAP_ROWS {
        return part_of(rows, site);
    }
    let mut out = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    for (at, part) in rows.chunks(SITEMAP_ROWS).enumerate() {
        let url = escape::html(&site.url(&format!("/sitemap-{}.xml", at + 1)));
        let newest = part.iter().filter_map(|row| row.modified).max();
        entry(&mut out, "sitemap", &url, newest);
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// `/sitemap-N.xml`, from 1; `None` when there is no such part.
#[must_use]
pub fn sitemap_part(rows: &[SitemapRow], number: usize, site: &SiteFacts) -> Option<String> {
    if rows.len() <= SITEMAP_ROWS {
        return None;
    }
    rows.chunks(SITEMAP_ROWS)
        .nth(number.checked_sub(1)?)
        .map(|part| part_of(part, site))
}

fn part_of(rows: &[SitemapRow], site: &SiteFacts) -> String {
    let mut out = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\">\n");
    for row in rows {
        entry(
            &mut out,
            "url",
            &escape::html(&site.url(&row.path)),
            row.modified,
        );
    }
    out.push_str("</urlset>\n");
    out
}

fn entry(out: &mut String, name: &str, url: &str, modified: Option<OffsetDateTime>) {
    // Writing to a string cannot fail.
    let _ = write!(out, "<{name}><loc>{url}</loc>");
    if let Some(at) = modified {
        let _ = write!(out, "<lastmod>{}</lastmod>", day::instant(at));
    }
    let _ = writeln!(out, "</{name}>");
}

/// `/robots.txt`: everything but results, the editors' pages and the API.
#[must_use]
pub fn robots(site: &SiteFacts) -> String {
    format!(
        "User-agent: *\nDisallow: /search\nDisallow: /admin/\nDisallow: /api/\n\nSitemap: {}\n",
        site.url("/sitemap.xml")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_addresses_become_an_index() {
        let site = SiteFacts::new("S", "https://s.example");
        let row = |number: usize| SitemapRow {
            path: format!("/a?b&{number}"),
            modified: None,
        };
        let few: Vec<_> = (0..3).map(row).collect();
        assert_eq!(sitemap(&few, &site).matches("<url>").count(), 3);
        assert!(sitemap(&few, &site).contains("<loc>https://s.example/a?b&amp;0</loc>"));
        assert_eq!(sitemap_part(&few, 1, &site), None);
        let many: Vec<_> = (0..=SITEMAP_ROWS).map(row).collect();
        assert_eq!(sitemap(&many, &site).matches("<sitemap>").count(), 2);
        assert_eq!(
            sitemap_part(&many, 2, &site)
                .unwrap()
                .matches("<url>")
                .count(),
            1
        );
        assert_eq!(sitemap_part(&many, 0, &site), None);
        assert_eq!(sitemap_part(&many, 3, &site), None);
    }
}
