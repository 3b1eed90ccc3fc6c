//! Links that show one frozen text, before publication, to somebody without an account.

mod list_previews;
mod make_preview;
mod preview_page;
mod revoke_preview;

pub use list_previews::{PreviewView, list_previews};
pub use make_preview::{LIFETIME, NewPreview, make_preview};
pub use preview_page::{look_at_preview, preview_image, preview_page};
pub use revoke_preview::revoke_preview;
