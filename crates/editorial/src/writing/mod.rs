//! Drafts: from an empty page to a text that can be submitted.

mod add_section;
mod begin_article;
mod bring_back;
mod changes_since;
mod draft_page;
mod file;
mod history;
mod keep_words;
mod kept_text;
mod lists;
mod open_draft;
mod own_words;
mod presence;
mod remove_section;
mod reorder_sections;
mod replay;
mod save_declarations;
mod save_head;
mod save_section;
mod section_words;
mod set_contributors;
mod set_topics;

pub use add_section::add_section;
pub use begin_article::{NewArticle, begin_article};
pub use bring_back::bring_back;
pub use changes_since::{ChangedPart, ChangesSince, Earlier, Part, changes_since};
pub use draft_page::draft_page;
pub use history::{HistoryLine, history};
pub use keep_words::{Unchosen, keep_words};
pub use kept_text::{KeptTextView, Place, kept_text};
pub use lists::{
    ArticlePage, ArticleRow, Desks, QueueGroup, SignatureCount, all_articles, my_articles, queue,
};
pub use open_draft::{DraftHeadView, DraftSectionView, DraftView, ObjectionView, open_draft};
pub use presence::{PresenceAct, PresenceView, presence};
pub use remove_section::remove_section;
pub use reorder_sections::reorder_sections;
pub(crate) use save_declarations::plain as save_declarations_plain;
pub use save_declarations::save_declarations;
pub use save_head::save_head;
pub use save_section::{SavedSection, save_section};
pub use section_words::{SectionInput, SectionWords};
pub use set_contributors::set_contributors;
pub use set_topics::set_topics;
pub use storage::drafts::Saved;

pub(crate) use set_contributors::{authors, few_enough, named};
pub(crate) use set_topics::chosen_topics;

pub(crate) use file::{ArticleFile, bring_back_to_review, open_for_editing};
