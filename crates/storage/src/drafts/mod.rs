//! Drafts: the head and the sections of a text being typed, each with its own version.

mod arranging;
mod blank;
mod head;
mod saves;
mod sections;

pub use arranging::{remove_section, return_section, set_position};
pub use blank::blank;
pub use head::{DraftHead, head, insert_head, insert_heads, save_head};
pub use saves::{EarlierSave, Saved, find_save, forget_saves, remember_save};
pub use sections::{
    DraftSection, insert_section, insert_sections, save_section, section, section_or_removed,
    sections,
};
