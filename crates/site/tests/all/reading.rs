//! What stands at which address.

use content::notice::NoticeKind;
use poem::http::StatusCode;
use storage::on_both_databases;
use storage::testing::TestDatabase;
use time::Duration;

use crate::library::{Library, START};

on_both_databases!(an_article_stands_at_its_address_with_all_that_belongs_to_it);
async fn an_article_stands_at_its_address_with_all_that_belongs_to_it(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    let page = library.page("/articles/waiting-rooms").await;
    for must in [
        "<h1>Waiting rooms</h1>",
        "rel=\"author\">Ilse Marwick-Dunne</a>, LPC",
        "<p>Some words of no importance.</p>",
        "Brought over from an earlier site",
        "For learning, not for treatment",
        "Imported on",
        "call 911",
        "Get help now",
    ] {
        assert!(page.contains(must), "{must}:\n{page}");
    }
    assert!(library.page("/").await.contains("Waiting rooms"));
    assert!(
        library
            .page("/topics/health-anxiety")
            .await
            .contains("Waiting rooms")
    );
    assert!(
        library
            .page("/authors/ilse-marwick-dunne")
            .await
            .contains("Waiting rooms")
    );
    assert!(
        library
            .page("/authors")
            .await
            .contains("Ilse Marwick-Dunne")
    );
    assert!(
        library
            .page("/sitemap.xml")
            .await
            .contains("/articles/waiting-rooms</loc>")
    );
    for feed in ["/feed.atom", "/feed.rss", "/feed.json"] {
        let feed = library.page(feed).await;
        assert!(feed.contains("Some words of no importance."));
        assert!(feed.contains("Brought over from an earlier site"));
    }
}

on_both_databases!(every_page_of_the_house_is_there);
async fn every_page_of_the_house_is_there(db: TestDatabase) {
    let library = Library::open(db).await;
    for path in [
        "/",
        "/topics",
        "/authors",
        "/help",
        "/corrections",
        "/about",
        "/about/disclaimers",
        "/about/privacy",
        "/about/reading-safely",
        "/about/feeds",
        "/search",
        "/robots.txt",
        "/sitemap.xml",
        "/feed.atom",
    ] {
        library.get(path).await.assert_status_is_ok();
    }
    assert!(library.page("/help").await.contains("tel:988"));
    for path in [
        "/articles/none",
        "/topics/none",
        "/authors/none",
        "/x",
        "/admin",
        "/topics/sleep?page=9",
    ] {
        let response = library.get(path).await;
        response.assert_status(StatusCode::NOT_FOUND);
        let page = response.0.into_body().into_string().await.unwrap();
        assert!(page.contains("There is nothing at this address"), "{path}");
    }
}

on_both_databases!(an_old_address_leads_to_the_present_one);
async fn an_old_address_leads_to_the_present_one(db: TestDatabase) {
    let library = Library::open(db).await;
    let article = library.publish("Waiting rooms", "2.6").await;
    library.rename(article, "rooms-to-wait-in").await;
    library.rename(article, "rooms").await;
    for old in ["/articles/waiting-rooms", "/articles/rooms-to-wait-in"] {
        let response = library.get(old).await;
        response.assert_status(StatusCode::MOVED_PERMANENTLY);
        response.assert_header("location", "/articles/rooms");
        response.assert_header("cache-control", "no-cache");
    }
    let response = library.get("/articles/rooms/").await;
    response.assert_header("location", "/articles/rooms");
    let response = library.get("/articles/rooms?utm_source=mail").await;
    response.assert_header("location", "/articles/rooms");
}

on_both_databases!(what_was_withdrawn_leaves_a_page_that_says_so);
async fn what_was_withdrawn_leaves_a_page_that_says_so(db: TestDatabase) {
    let library = Library::open(db).await;
    let article = library.publish("Waiting rooms", "2.6").await;
    library.page("/articles/waiting-rooms").await;
    library.withdraw(article).await;
    let response = library.get("/articles/waiting-rooms").await;
    response.assert_status(StatusCode::GONE);
    response.assert_header("x-robots-tag", "noindex");
    let page = response.0.into_body().into_string().await.unwrap();
    assert!(page.contains("This article has been withdrawn"));
    assert!(page.contains("Its author asked for it."));
    assert!(!page.contains("Some words of no importance"));
    assert!(!library.page("/feed.atom").await.contains("Waiting rooms"));
    assert!(!library.page("/").await.contains("Waiting rooms"));
}

on_both_databases!(what_was_retracted_says_so_everywhere);
async fn what_was_retracted_says_so_everywhere(db: TestDatabase) {
    let library = Library::open(db).await;
    let article = library.publish("Waiting rooms", "2.6").await;
    library.retract(article).await;
    let response = library.get("/articles/waiting-rooms").await;
    response.assert_status_is_ok();
    response.assert_header("x-robots-tag", "noindex");
    for path in [
        "/articles/waiting-rooms",
        "/",
        "/topics/health-anxiety",
        "/feed.atom",
        "/corrections",
    ] {
        let page = library.page(path).await;
        assert!(page.contains("Retracted:"), "{path}: {page}");
        assert!(
            page.contains("Please do not rely") || path == "/corrections",
            "{path}"
        );
    }
}

on_both_databases!(notices_reach_the_article_and_the_list);
async fn notices_reach_the_article_and_the_list(db: TestDatabase) {
    let library = Library::open(db).await;
    let article = library.publish("Waiting rooms", "2.6").await;
    library
        .notice(article, NoticeKind::Correction, "It said ten. It says two.")
        .await;
    for path in ["/articles/waiting-rooms", "/corrections", "/feed.json"] {
        assert!(
            library
                .page(path)
                .await
                .contains("It said ten. It says two."),
            "{path}"
        );
    }
}

on_both_databases!(pages_on_abuse_bring_help_and_the_way_out);
async fn pages_on_abuse_bring_help_and_the_way_out(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("A plan to be safe", "3.3").await;
    for path in ["/articles/a-plan-to-be-safe", "/topics/domestic-violence"] {
        let page = library.page(path).await;
        assert!(
            page.contains("National Domestic Violence Hotline"),
            "{path}"
        );
        assert!(page.contains("class=\"exit\""), "{path}");
    }
}

on_both_databases!(a_long_list_has_pages);
async fn a_long_list_has_pages(db: TestDatabase) {
    let library = Library::open(db).await;
    for number in 0..23 {
        library.publish(&format!("Number {number}"), "8.4").await;
    }
    let first = library.page("/topics/sleep").await;
    let second = library.page("/topics/sleep?page=2").await;
    assert!(first.contains("rel=\"next\"") && second.contains("rel=\"prev\""));
    assert_eq!(first.matches("class=\"card\"").count(), 20);
    assert_eq!(second.matches("class=\"card\"").count(), 3);
    library
        .get("/topics/sleep?page=3")
        .await
        .assert_status(StatusCode::NOT_FOUND);
}

on_both_databases!(it_stands_behind_other_routes);
async fn it_stands_behind_other_routes(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    let routes = poem::Route::new()
        .at("/healthz", poem::endpoint::make_sync(|_| "ok"))
        .at("/", library.site.clone())
        .at("/*rest", library.site.clone());
    let client = poem::test::TestClient::new(routes);
    for path in ["/", "/articles/waiting-rooms", "/search?q=", "/healthz"] {
        client.get(path).send().await.assert_status_is_ok();
    }
}

on_both_databases!(the_address_of_an_earlier_site_leads_here);
async fn the_address_of_an_earlier_site_leads_here(db: TestDatabase) {
    let library = Library::open(db).await;
    let article = library.publish("Waiting rooms", "2.6").await;
    library.lead_here("/2019/05/café.html", article).await;
    library.lead_here("/topics/old-rooms", article).await;
    library.rename(article, "rooms").await;
    for old in [
        "/2019/05/caf%C3%A9.html",
        "/2019/05/caf%c3%a9.html/?p=3&x=1",
        "/topics/old-rooms",
        "/topics/old-rooms?page=7",
    ] {
        let response = library.get(old).await;
        response.assert_status(StatusCode::MOVED_PERMANENTLY);
        response.assert_header("location", "/articles/rooms");
    }
    library.withdraw(article).await;
    let response = library.get("/2019/05/caf%C3%A9.html").await;
    response.assert_status(StatusCode::GONE);
    let page = response.0.into_body().into_string().await.unwrap();
    assert!(page.contains("This article has been withdrawn"));
    for hostile in [
        format!("/{}", "a".repeat(5_000)),
        format!("/{}", "%C3%A9/".repeat(1_000)),
        "/2019/05/%00".to_owned(),
        "/2019/05/%ff%fe".to_owned(),
        "/2019/05/caf%25C3%25A9.html".to_owned(),
    ] {
        let response = library.get(&hostile).await;
        response.assert_status(StatusCode::NOT_FOUND);
    }
}

on_both_databases!(what_cannot_be_there_is_answered_calmly);
async fn what_cannot_be_there_is_answered_calmly(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    for path in [
        "/topics/health-anxiety?page=1000000000000000000",
        "/authors/ilse-marwick-dunne?page=1000000000000000000",
        "/authors/ilse-marwick-dunne?page=2",
        "/topics/health-anxiety?page=9999",
        "/search?q=rooms&page=1000000000000000000",
        "/sitemap-1.xml",
        "/sitemap-99999.xml",
    ] {
        library.get(path).await.assert_status(StatusCode::NOT_FOUND);
    }
}

on_both_databases!(feeds_go_on_without_an_article_that_cannot_be_read);
async fn feeds_go_on_without_an_article_that_cannot_be_read(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    let broken = library.publish("Broken pages", "2.6").await;
    library.break_text(broken).await;
    for feed in ["/feed.atom", "/feed.rss", "/feed.json"] {
        let feed = library.page(feed).await;
        assert!(feed.contains("Waiting rooms"), "{feed}");
        assert!(!feed.contains("Broken pages"), "{feed}");
    }
}

on_both_databases!(corrections_tell_of_withdrawals_and_amendments);
async fn corrections_tell_of_withdrawals_and_amendments(db: TestDatabase) {
    let library = Library::open(db).await;
    let gone = library.publish("Waiting rooms", "2.6").await;
    let amended = library.publish("Other rooms", "2.6").await;
    let words = "A date was put right.";
    library.notice(amended, NoticeKind::Amendment, words).await;
    library.withdraw(gone).await;
    let page = library.page("/corrections").await;
    for must in [
        "href=\"/articles/waiting-rooms\">Waiting rooms</a>",
        "Withdrawn on",
        "Its author asked for it.",
        "Amended by the editors on",
        words,
    ] {
        assert!(page.contains(must), "{must}:\n{page}");
    }
}

on_both_databases!(corrections_stand_by_the_day_that_readers_see);
async fn corrections_stand_by_the_day_that_readers_see(db: TestDatabase) {
    let library = Library::open(db).await;
    let moved = library.publish("Waiting rooms", "2.6").await;
    let own = library.publish("Other rooms", "2.6").await;
    let correction = NoticeKind::Correction;
    library.notice(own, correction, "The newest.").await;
    let earlier = |days| START - Duration::days(days);
    for (days, text) in [(900, "The oldest."), (30, "Between the two.")] {
        let at = earlier(days);
        library.notice_of(at, moved, correction, text).await;
    }
    let kind = NoticeKind::Imported;
    library.notice(moved, kind, "It was moved here.").await;
    let page = library.page("/corrections").await;
    let places = ["The newest.", "Between the two.", "The oldest."].map(|text| page.find(text));
    assert!(places.iter().all(Option::is_some), "{page}");
    assert!(places.is_sorted(), "{page}");
    assert!(
        !page.contains("It was moved here."),
        "nothing was wrong: {page}"
    );
}

on_both_databases!(help_is_that_of_the_country_of_the_site);
async fn help_is_that_of_the_country_of_the_site(db: TestDatabase) {
    let mut library = Library::open(db).await;
    library.publish("Staying", "1.5").await;
    for (country, lines) in [
        ("GB", ["116 123", "999"]),
        ("IE", ["116 123", "112"]),
        ("AU", ["13 11 14", "000"]),
        ("NZ", ["1737", "111"]),
        ("CA", ["988", "911"]),
    ] {
        library = library.in_country(country).await;
        let page = library.page("/articles/staying").await;
        let help = page.split("class=\"help\"").nth(1).expect("a help box");
        let help = help.split("</section>").next().expect("its end");
        for line in lines {
            assert!(help.contains(line), "{country} {line}: {help}");
        }
    }
}

on_both_databases!(a_portrait_stands_at_the_foot_and_is_given_to_readers_alone);
async fn a_portrait_stands_at_the_foot_and_is_given_to_readers_alone(db: TestDatabase) {
    let library = Library::open(db).await;
    let (digest, bytes) = library.portray().await;
    let path = format!("/media/portraits/{digest}.jpg");
    library
        .get(&path)
        .await
        .assert_status(StatusCode::NOT_FOUND);
    let article = library.publish("Waiting rooms", "2.6").await;
    let page = library.page("/articles/waiting-rooms").await;
    let foot = page.split("Some words of no importance.").nth(1);
    let foot = foot.expect("a foot");
    assert!(
        foot.contains(&format!("<img class=\"face\" src=\"{path}\"")),
        "{foot}"
    );
    assert!(foot.contains("width=\"480\" height=\"480\""), "{foot}");
    let response = library.get(&path).await;
    response.assert_status_is_ok();
    response.assert_header("content-type", "image/jpeg");
    assert_eq!(response.0.into_body().into_bytes().await.unwrap(), bytes);
    library.withdraw(article).await;
    library
        .get(&path)
        .await
        .assert_status(StatusCode::NOT_FOUND);
}
