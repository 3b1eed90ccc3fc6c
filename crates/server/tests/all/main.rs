//! The program as an operator meets it: settings, real processes, real sockets, both databases.

mod accounts;
mod bundles;
mod crash;
mod demo;
mod documents;
mod erasure;
mod first_run;
mod folding;
mod http;
mod letters;
mod newsroom;
mod patience;
mod post_office;
mod privacy;
mod program;
mod settings;
mod several;
mod stopping;
mod work;
