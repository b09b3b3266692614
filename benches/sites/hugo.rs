//! stub
use super::File;
pub(crate) fn files(_: usize) -> impl Iterator<Item = File> + Send { std::iter::empty() }
