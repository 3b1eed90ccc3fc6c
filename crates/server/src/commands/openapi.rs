//! `countersign openapi`

/// Prints the description of the API.
pub fn run() {
    print!("{}", api::document());
}
