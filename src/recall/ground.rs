//! Everything that a site is made from, as one fingerprint.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::fingerprint::{Fingerprint, of_bytes, of_value};
use crate::output::Bytes;
use crate::sources::Sources;
use crate::sources::history::History;

/// What a site is made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The files that were read.
    pub sources: &'a Sources,
    /// When each was last changed.
    pub history: &'a History,
    /// The rest in one text: the day, what the command line says.
    pub options: &'a str,
}

/// The fingerprint of all that a site is made from.
pub fn fingerprint(ground: &Ground<'_>) -> Fingerprint {
    let Ground { sources, history, options } = *ground;
    let texts: Vec<(&str, Fingerprint)> = sources
        .texts()
        .par_iter()
        .map(|source| (source.path.as_str(), of_bytes(source.passing().as_bytes())))
        .collect();
    let of_files = |files: &BTreeMap<String, Bytes>| {
        files.iter().map(|(path, bytes)| (path.clone(), of_bytes(bytes))).collect::<Vec<_>>()
    };
    let files = (of_files(&sources.assets), of_files(&sources.theme_files));
    let places = (sources.settings, &sources.content, &sources.content_folder, &sources.unpublished);
    of_value(&(texts, files, places, (&sources.templates, &sources.messages), history, options))
}
