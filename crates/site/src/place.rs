//! Every address of the reader site, on one screen.

use content::digest::Digest;
use content::image_sizes::Size;
use url::form_urlencoded;

/// A page that depends on nothing but its address and the site version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    Home,
    Article(String),
    Topics,
    Topic {
        slug: String,
        page: u64,
    },
    Authors,
    Author {
        slug: String,
        page: u64,
    },
    Help,
    Corrections,
    About,
    Disclaimers,
    Privacy,
    ReadingSafely,
    Feeds,
    Feed(Feed),
    Sitemap,
    SitemapPart(usize),
    Robots,
    Portrait(String),
    /// A path of another system, settled.
    Old(String),
    NotFound,
}

/// The three kinds of feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Feed {
    Atom,
    Rss,
    Json,
}

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// A page that is kept.
    Place(Place),
    /// A search, which is not.
    Search(Asked),
    /// The style sheet, script or icon, by path.
    Asset(String),
    /// One size of an image of what readers may read; not kept, since files are quick.
    Image(Digest, Size),
    /// The same page at the address that counts.
    Moved(String),
}

/// What somebody searches for. Has no `Debug` that tells: a query must not reach a log.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) words: String,
    pub(crate) topic: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) page: u64,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked").finish_non_exhaustive()
    }
}

/// What stands at this path with this query.
pub(crate) fn route(path: &str, query: Option<&str>) -> Route {
    // `//host/` must not become an address on another host.
    let bare = format!("/{}", path.trim_matches('/'));
    if bare != path {
        return match route(&bare, query) {
            Route::Place(Place::NotFound) => Route::Place(Place::NotFound),
            Route::Moved(to) => Route::Moved(to),
            _ => Route::Moved(query.map_or(bare.clone(), |query| format!("{bare}?{query}"))),
        };
    }
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let place = match parts.as_slice() {
        [""] => Place::Home,
        ["articles", slug] => named(slug, Place::Article),
        ["topics"] => Place::Topics,
        ["topics", slug] => {
            return listed(path, query, slug, |slug, page| Place::Topic { slug, page });
        }
        ["authors"] => Place::Authors,
        ["authors", slug] => {
            return listed(path, query, slug, |slug, page| Place::Author { slug, page });
        }
        ["search"] => {
            let asked = asked(query);
            return if asked.page > LAST_PAGE {
                Route::Place(Place::NotFound)
            } else {
                Route::Search(asked)
            };
        }
        ["help"] => Place::Help,
        ["corrections"] => Place::Corrections,
        ["about"] => Place::About,
        ["about", "disclaimers"] => Place::Disclaimers,
        ["about", "privacy"] => Place::Privacy,
        ["about", "reading-safely"] => Place::ReadingSafely,
        ["about", "feeds"] => Place::Feeds,
        ["feed.atom"] => Place::Feed(Feed::Atom),
        ["feed.rss"] => Place::Feed(Feed::Rss),
        ["feed.json"] => Place::Feed(Feed::Json),
        ["sitemap.xml"] => Place::Sitemap,
        [part] if part.starts_with("sitemap-") => sitemap_part(part),
        ["robots.txt"] => Place::Robots,
        ["media", "portraits", file] => portrait(file),
        ["media", digest, size] => match (digest.parse(), size.parse()) {
            (Ok(digest), Ok(size)) if query.is_none() => return Route::Image(digest, size),
            (Ok(_), Ok(_)) => return Route::Moved(path.to_owned()),
            _ => Place::NotFound,
        },
        ["assets", _] => return Route::Asset(path.to_owned()),
        _ => Place::NotFound,
    };
    if place != Place::NotFound && query.is_some() {
        // Nothing here depends on a query; what trackers add is taken off.
        return Route::Moved(path.to_owned());
    }
    Route::Place(place)
}

/// Letters, digits and hyphens, as slugs are made; anything else was never an address.
fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 200
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// No list of ours is longer; what asks for more is answered without a look at any.
const LAST_PAGE: u64 = 10_000;

fn named(slug: &str, place: fn(String) -> Place) -> Place {
    if is_slug(slug) {
        place(slug.to_owned())
    } else {
        Place::NotFound
    }
}

fn listed(path: &str, query: Option<&str>, slug: &str, place: fn(String, u64) -> Place) -> Route {
    if !is_slug(slug) {
        return Route::Place(Place::NotFound);
    }
    let Some(query) = query else {
        return Route::Place(place(slug.to_owned(), 1));
    };
    let page = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "page")
        .and_then(|(_, value)| value.parse::<u64>().ok())
        .unwrap_or(1);
    if page > LAST_PAGE {
        Route::Place(Place::NotFound)
    } else if page > 1 && query == format!("page={page}") {
        Route::Place(place(slug.to_owned(), page))
    } else if page > 1 {
        Route::Moved(format!("{path}?page={page}"))
    } else {
        Route::Moved(path.to_owned())
    }
}

/// The longest question that is looked at, in characters; the field takes no more.
const LONGEST: usize = 200;

fn asked(query: Option<&str>) -> Asked {
    let mut asked = Asked {
        page: 1,
        ..Asked::default()
    };
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        match &*name {
            "q" => asked.words = value.chars().take(LONGEST).collect(),
            "topic" if is_slug(&value) => asked.topic = Some(value.into_owned()),
            "author" if is_slug(&value) => asked.author = Some(value.into_owned()),
            "page" => asked.page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }
    asked
}

fn sitemap_part(file: &str) -> Place {
    file.strip_prefix("sitemap-")
        .and_then(|rest| rest.strip_suffix(".xml"))
        .filter(|number| !number.starts_with(['0', '+']))
        .and_then(|number| number.parse().ok())
        .map_or(Place::NotFound, Place::SitemapPart)
}

fn portrait(file: &str) -> Place {
    file.strip_suffix(".jpg")
        .filter(|digest| {
            digest.len() == 64
                && digest
                    .bytes()
                    .all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase())
        })
        .map_or(Place::NotFound, |digest| Place::Portrait(digest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(to: &str) -> Route {
        Route::Moved(to.to_owned())
    }

    #[test]
    fn addresses_lead_to_pages() {
        let topic = |page| {
            Route::Place(Place::Topic {
                slug: "panic".to_owned(),
                page,
            })
        };
        assert_eq!(route("/", None), Route::Place(Place::Home));
        assert_eq!(route("/topics/panic", None), topic(1));
        assert_eq!(route("/topics/panic", Some("page=3")), topic(3));
        assert_eq!(
            route("/sitemap-2.xml", None),
            Route::Place(Place::SitemapPart(2))
        );
        assert_eq!(
            route("/nowhere/at/all", Some("x=1")),
            Route::Place(Place::NotFound)
        );
        for odd in [
            "/articles/UPPER",
            "/articles/a%20b",
            "/articles/../x",
            "/media/portraits/x.jpg",
            "/media/x/800.jpg",
            "/media/0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543/800.png",
        ] {
            assert_eq!(route(odd, None), Route::Place(Place::NotFound), "{odd}");
        }
    }

    #[test]
    fn one_page_has_one_address() {
        assert_eq!(route("/topics/", None), moved("/topics"));
        assert_eq!(route("/search/", Some("q=a")), moved("/search?q=a"));
        assert_eq!(
            route("//evil.example/", None),
            Route::Place(Place::NotFound)
        );
        assert_eq!(route("//topics", Some("x=1")), moved("/topics"));
        assert_eq!(route("//topics", None), moved("/topics"));
        assert_eq!(
            route("//topics//panic/", Some("page=2")),
            Route::Place(Place::NotFound)
        );
        assert_eq!(
            route("//topics/panic/", Some("page=2")),
            moved("/topics/panic?page=2")
        );
        assert_eq!(
            route("/articles/a", Some("utm_source=x")),
            moved("/articles/a")
        );
        assert_eq!(
            route("/topics/panic", Some("page=1")),
            moved("/topics/panic")
        );
        assert_eq!(
            route("/topics/panic", Some("fbclid=1&page=4")),
            moved("/topics/panic?page=4")
        );
    }

    #[test]
    fn pages_beyond_any_list_are_not_looked_for() {
        for (path, query) in [
            ("/topics/panic", "page=1000000000000000000"),
            ("/authors/ada", "page=10001"),
            ("/search", "q=a&page=18446744073709551615"),
        ] {
            let found = route(path, Some(query));
            assert_eq!(found, Route::Place(Place::NotFound), "{path}?{query}");
        }
    }

    #[test]
    fn a_question_is_read_and_never_shown_in_debug() {
        let Route::Search(asked) =
            route("/search", Some("q=he+hurts+me&topic=a-b&page=x&author=%3C"))
        else {
            panic!("a search")
        };
        assert_eq!((asked.words.as_str(), asked.page), ("he hurts me", 1));
        assert_eq!(
            (asked.topic.as_deref(), asked.author.as_deref()),
            (Some("a-b"), None)
        );
        assert!(!format!("{asked:?}").contains("hurts"));
    }
}
