//! coming
