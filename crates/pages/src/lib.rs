//! Templates and themes: pure functions from publications to HTML, feeds and mail.
//!
//! The rooms, in the order a publication passes through them: [`compose()`] makes it into one
//! value that holds byline, words, notices and disclaimers together; [`Theme`] brings the
//! templates that may place that value and cannot take it apart; [`Pages`] makes every page of
//! the reader site from it. Nothing here reads a clock, a database or the network.

mod about_article;
mod about_pages;
mod absent_pages;
mod article;
mod article_page;
mod assets;
mod author_page;
mod beside;
mod byline_html;
mod card;
mod compose;
mod contrast;
mod corrections_page;
mod country;
mod day;
mod declared;
mod engine;
mod escape;
mod feeds;
mod frame;
mod headings;
mod help_box;
mod help_line;
mod help_page;
mod home;
mod json;
mod json_ld;
pub mod mail;
mod markup;
mod notice_view;
mod open_graph;
mod pages;
mod paging;
mod place;
mod plain_text;
mod search_page;
mod sentinel;
mod signature_view;
mod site_facts;
mod sitemap;
mod theme;
mod theme_check;
mod topic_link;
mod topic_page;
mod verified_line;
mod voice;

pub use article_page::ArticlePage;
pub use assets::{Asset, Assets};
pub use author_page::AuthorPage;
pub use card::{ComposedCard, Fragment, compose_card};
pub use compose::{ComposedArticle, Preview, ShownTo, compose, compose_preview};
pub use corrections_page::Correction;
pub use feeds::{atom, json_feed, rss};
pub use home::HomePage;
pub use pages::{PageError, Pages};
pub use search_page::{Facet, Outcome, Results, SearchPage};
pub use site_facts::SiteFacts;
pub use sitemap::{SITEMAP_ROWS, SitemapRow, robots, sitemap, sitemap_part};
pub use theme::{Theme, ThemeError};
pub use theme_check::Fault;
pub use topic_page::{PER_PAGE, TopicPage};
