//! Where a text stood before, and where it shall stand here.

use content::old_path::settled;
use content::slug::slugify;
use url::Url;

use super::entry::Entry;
use super::report::{Code, Remark};

/// What a line says of addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Addresses {
    /// Where it was first published.
    pub(super) source_url: Option<String>,
    /// The slug wanted, where the line has one: its own, or the end of its address.
    pub(super) wanted: Option<String>,
    /// The ends of every address it had, so that old links can be led here.
    pub(super) earlier: Vec<String>,
    /// The whole paths of every address it had, settled, for the same.
    pub(super) paths: Vec<String>,
}

impl Addresses {
    /// Whether the text stood on another site than one of the same name that came from `source`.
    pub(super) fn is_of_another_site(&self, source: Option<&str>) -> bool {
        let host = |url: &str| {
            let host = Url::parse(url).ok()?.host_str()?.to_ascii_lowercase();
            Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
        };
        let hosts = source
            .and_then(host)
            .zip(self.source_url.as_deref().and_then(host));
        hosts.is_some_and(|(there, here)| there != here)
    }

    /// `here` is the address of this site: a text that comes back was published nowhere else.
    pub(super) fn of(entry: &Entry, here: &str, remarks: &mut Vec<Remark>) -> Self {
        let own = entry
            .slug
            .as_deref()
            .map(str::trim)
            .filter(|slug| !slug.is_empty());
        let own_slug = own.map(slugify);
        if let (Some(typed), Some(slug)) = (own, &own_slug)
            && typed.trim_matches('/') != slug
        {
            let detail = format!("The slug is written as {slug} here.");
            remarks.push(Remark::new(Code::SlugChanged, detail));
        }
        let mut good = |typed: &str, field: &str| {
            let url = web_address(typed);
            if url.is_none() && !typed.trim().is_empty() {
                let detail = format!("{field} has an address that cannot be used.");
                remarks.push(Remark::new(Code::BadUrl, detail));
            }
            url
        };
        let url = entry.url.as_deref().and_then(|typed| good(typed, "url"));
        let old: Vec<Url> = entry
            .old_urls
            .iter()
            .flatten()
            .filter_map(|typed| good(typed, "old_urls"))
            .collect();

        let end_of_url = url.as_ref().and_then(last_part);
        let speaks = |slug: &String| slug.contains(|c: char| c.is_ascii_lowercase());
        let mut earlier: Vec<String> = Vec::new();
        for slug in end_of_url
            .iter()
            .cloned()
            .chain(old.iter().filter_map(last_part))
        {
            if !earlier.contains(&slug) {
                earlier.push(slug);
            }
        }
        let mut paths: Vec<String> = Vec::new();
        for path in url.iter().chain(&old).filter_map(|url| settled(url.path())) {
            if !paths.contains(&path) && !is_article(&path) {
                paths.push(path);
            }
        }
        Self {
            paths,
            source_url: url.map(String::from).filter(|url| !stands_at(url, here)),
            wanted: own_slug.or_else(|| end_of_url.filter(speaks)),
            earlier,
        }
    }
}

/// Whether slugs lead there.
fn is_article(path: &str) -> bool {
    path.strip_prefix("/articles/")
        .is_some_and(|slug| slugify(slug) == slug)
}

fn stands_at(url: &str, site: &str) -> bool {
    url.strip_prefix(site)
        .is_some_and(|path| path.is_empty() || path.starts_with('/'))
}

fn web_address(typed: &str) -> Option<Url> {
    let url = Url::parse(typed.trim()).ok()?;
    let plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && plain).then_some(url)
}

/// The last part of a path that names a page: `/2019/05/a-page.html` ends with `a-page`.
fn last_part(url: &Url) -> Option<String> {
    url.path_segments()?.rev().find_map(|part| {
        let decoded = url::form_urlencoded::parse(part.as_bytes()).next();
        let part = decoded
            .map(|(part, _)| part.into_owned())
            .unwrap_or_default();
        let stem = [".html", ".htm", ".php", ".aspx"]
            .iter()
            .find_map(|ending| part.strip_suffix(ending))
            .unwrap_or(&part);
        let names = stem.contains(|c: char| c.is_alphanumeric())
            && !matches!(stem, "index" | "default" | "amp");
        let slug = slugify(stem);
        (names && (slug != slugify("") || stem == slug)).then_some(slug)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(slug: Option<&str>, url: Option<&str>, old: &[&str]) -> (Addresses, Vec<Code>) {
        let entry = Entry {
            slug: slug.map(str::to_owned),
            url: url.map(str::to_owned),
            old_urls: Some(old.iter().map(|&url| url.to_owned()).collect()),
            ..Entry::default()
        };
        let mut remarks = Vec::new();
        let addresses = Addresses::of(&entry, "https://here.example", &mut remarks);
        (
            addresses,
            remarks.into_iter().map(|remark| remark.code).collect(),
        )
    }

    #[test]
    fn the_slug_wanted_is_the_own_one_or_the_end_of_the_address() {
        let url = Some("https://earlier.example/2019/05/on-rest.html?x=1");
        let (addresses, remarks) = of(None, url, &["http://earlier.example/rest/", ""]);
        assert_eq!(addresses.wanted.as_deref(), Some("on-rest"));
        assert_eq!(addresses.earlier, ["on-rest", "rest"]);
        assert_eq!(addresses.paths, ["/2019/05/on-rest.html", "/rest"]);
        assert_eq!(addresses.source_url.as_deref(), url);
        assert!(remarks.is_empty());
        assert_eq!(
            of(Some("my-rest"), url, &[]).0.wanted.as_deref(),
            Some("my-rest")
        );
        let (addresses, remarks) = of(Some("My Rest"), None, &[]);
        assert_eq!(addresses.wanted.as_deref(), Some("my-rest"));
        assert_eq!(remarks, [Code::SlugChanged]);
    }

    #[test]
    fn what_comes_back_was_published_nowhere_else() {
        let (addresses, _) = of(None, Some("https://here.example/articles/rest"), &[]);
        assert_eq!(
            (addresses.source_url, addresses.wanted.as_deref()),
            (None, Some("rest"))
        );
        let (addresses, _) = of(None, Some("https://here.example.net/articles/rest"), &[]);
        assert!(addresses.source_url.is_some());
    }

    #[test]
    fn the_end_of_an_address_is_found() {
        for (url, part) in [
            ("https://a.example/", None),
            ("https://a.example/?p=12", None),
            ("https://a.example/blog/index.php", Some("blog")),
            ("https://a.example/archives/12", Some("12")),
            ("https://a.example/Caf%C3%A9+notes/", Some("cafe-notes")),
            ("https://a.example/a/%F0%9F%8C%BF/", Some("a")),
            ("https://a.example/article", Some("article")),
        ] {
            let found = last_part(&Url::parse(url).unwrap());
            assert_eq!(found.as_deref(), part, "{url}");
        }
        assert_eq!(
            of(None, Some("https://a.example/archives/12"), &[])
                .0
                .wanted,
            None
        );
    }

    #[test]
    fn addresses_that_cannot_be_used_are_remarked_on() {
        for url in [
            "/relative",
            "javascript:alert(1)",
            "https://me:secret@a.example/",
            "nonsense",
        ] {
            let (addresses, remarks) = of(None, Some(url), &[url]);
            assert_eq!(addresses, Addresses::default(), "{url}");
            assert_eq!(remarks, [Code::BadUrl, Code::BadUrl], "{url}");
        }
    }
}
