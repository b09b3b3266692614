//! The messages of the theme, read: those built in, then those of the site's own theme folders.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use include_dir::{Dir, include_dir};

use super::faults::{self, Known, MESSAGE_FAULT, Written};
use super::languages::Words;
use super::lexicon::{ENGLISH, Lexicon};
use crate::diagnostic::{Checked, Diagnostic};
use crate::sources::{SourceId, Sources, Span};

/// The built-in messages, embedded from their folder.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic/messages");

/// The words of the theme of this name for a site in the language `site`. A message that the site has of its own in
/// `themes/<name>/messages/<language>.ftl` takes the place of the built-in one.
pub fn words(sources: &Sources, theme: &str, site: &str) -> Checked<Words> {
    let mut diagnostics = Vec::new();
    let mut read: Read = BTreeMap::new();
    let mut known = Known::default();
    for file in BUILT_IN.files() {
        let name = file.path().to_string_lossy();
        let Some(language) = name.strip_suffix(".ftl") else { continue };
        let text = file.contents_utf8().unwrap_or("").to_owned();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        known.add(&resource);
        read.entry(language.to_owned()).or_default().push(Arc::new(resource));
    }
    let folder = format!("themes/{theme}/messages/");
    let mut own = Vec::new();
    for (path, id) in &sources.messages {
        let Some(language) = path.strip_prefix(&folder).and_then(|name| name.strip_suffix(".ftl")) else { continue };
        if let Some(finding) = faults::of_name(path, language) {
            diagnostics.push(finding);
            continue;
        }
        let resource = of_the_site(sources, *id, &mut diagnostics);
        diagnostics.extend(faults::of_messages(&Written { id: *id, resource: &resource }, &known, sources));
        let language = language.to_ascii_lowercase();
        read.entry(language.clone()).or_default().push(Arc::new(resource));
        own.push((language, path));
    }
    diagnostics.extend(own.iter().filter_map(|(language, path)| {
        let has: BTreeSet<&str> = forms(language)
            .filter_map(|tag| read.get(tag))
            .flatten()
            .flat_map(|resource| faults::names(resource))
            .collect();
        faults::of_language(path, language, &has, &known)
    }));
    let lexicons = read.keys().map(|language| (language.clone(), Arc::new(lexicon(language, &read)))).collect();
    Checked { value: Words { lexicons, site: site.to_owned() }, diagnostics }
}

/// The files of each language, those built in first.
type Read = BTreeMap<String, Vec<Arc<FluentResource>>>;

/// A tag and the tags of the languages that it is a form of: `cy-gb`, `cy`.
fn forms(language: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(language), |tag| tag.rsplit_once('-').map(|(shorter, _)| shorter))
}

/// The words of a language: its own before those of the language that it is a form of, and English before nothing.
fn lexicon(language: &str, read: &Read) -> Lexicon {
    let mut chain: Vec<&str> = forms(language).collect();
    if chain.last() != Some(&ENGLISH) {
        chain.push(ENGLISH);
    }
    let resources: Vec<Arc<FluentResource>> =
        chain.iter().rev().filter_map(|tag| read.get(*tag)).flatten().cloned().collect();
    Lexicon::new(language, &resources)
}

/// Reads a file of messages of the site's own; what cannot be read of it is told, and the rest is kept.
fn of_the_site(sources: &Sources, id: SourceId, diagnostics: &mut Vec<Diagnostic>) -> FluentResource {
    let text = sources.get(id).text();
    let (resource, faults) = match FluentResource::try_new(text.to_string()) {
        Ok(resource) => (resource, Vec::new()),
        Err(read) => read,
    };
    let lines: BTreeSet<usize> = faults.iter().map(|fault| line_start(text, fault.pos.start)).collect();
    for start in lines {
        let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let written = text[start..end].trim();
        let message = format!("This is no message that can be read: `{written}`.");
        let help = "Write the name of the message, ` = ` and what it says, such as `skip-link = Skip to the text`.";
        diagnostics.push(Diagnostic::new(&MESSAGE_FAULT, Span::new(id, start..end), message).help(help));
    }
    resource
}

/// The first byte of the line that a byte stands in.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    before.rfind('\n').map_or(0, |end| end + 1)
}
