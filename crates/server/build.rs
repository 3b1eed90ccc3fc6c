//! Builds the program anew when the web app for authors and editors was built anew.

fn main() {
    println!("cargo::rerun-if-changed=../../admin-ui/dist");
}
