//! How many questions a page asks of the database: as many however much is published.

use std::sync::atomic::Ordering;

use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::library::Library;

/// Pages that are not kept, in a version of which the front page was read. What to read next is
/// read with the first article of a topic, and which articles a list holds with its first page.
const PAGES: [(&str, u64); 9] = [
    ("/articles/article-1", 18),
    ("/articles/article-2", 12),
    ("/topics/health-anxiety", 8),
    ("/topics/health-anxiety?page=2", 7),
    ("/authors", 7),
    ("/authors/ilse-marwick-dunne", 11),
    ("/corrections", 6),
    ("/feed.atom", 202),
    ("/sitemap.xml", 6),
];

on_both_databases!(a_page_asks_as_often_however_much_is_published);
async fn a_page_asks_as_often_however_much_is_published(db: TestDatabase) {
    let (library, asked) = Library::open(db).await.counted().await;
    let mut published = 0;
    for total in [25, 60] {
        while published < total {
            published += 1;
            library
                .publish(&format!("Article {published}"), "2.6")
                .await;
        }
        library.get("/").await.assert_status_is_ok();
        let mut seen = Vec::new();
        for (path, _) in PAGES {
            let before = asked.load(Ordering::Relaxed);
            let status = library.get(path).await.0.status();
            assert!(status.is_success(), "{path} answered {status}");
            seen.push((path, asked.load(Ordering::Relaxed) - before));
        }
        assert_eq!(seen, PAGES, "with {total} articles");
    }
}
