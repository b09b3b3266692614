//! Reads a site.
