//! Reading documents that three programs wrote, and refusing what nobody should have sent.

mod articles;
mod changes;
mod hostile;
mod lists;
mod margin_notes;
mod marks;
mod mutated;
mod pictures;
mod refusals;
mod sample;
mod tables;
mod variants;
