//! Images: taken in, looked at while nobody reads them yet, and forgotten when nothing uses them.

mod add_image;
mod encode;
mod image_file;
mod open;
mod remove_unused;

pub use add_image::{LARGEST_IMAGE, add_image};
pub use image_file::{image_by_link, image_file};
pub use remove_unused::{UNUSED_FOR, remove_unused};

pub(crate) use add_image::{could_be_added, keep_image};
pub(crate) use encode::{jpeg, on_white};
pub(crate) use image_file::image_of;
pub(crate) use open::{not_a_picture, one_at_a_time, open};
pub(crate) use remove_unused::forget_unused_of;
