//! The short way for the edit that is made most: words within the text of a page. Where what was written shows on no page
//! but its own, that page alone is drawn again, whatever the size of the site.
//!
//! Takes the short way only where it comes to what the whole way would; when in doubt there is none.

use std::collections::HashMap;
use std::sync::Arc;

use super::inputs::{Built, Inputs, Reach};
use super::memory::{Made, Memory, ParsedFile};
use super::reading;
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::output::Bytes;
use crate::pages::is_same_elsewhere;
use crate::pages::view::BodyView;
use crate::parse::draft::{Draft, Drafts, SectionDraft, has_fields};
use crate::parse::markdown::body::Body;
use crate::parse::yaml::decode::WrittenReference;
use crate::render;
use crate::sources::{SourceId, Span, Spanned};

/// The site as it is now, where no more than the words of some pages differ from the last one that was made.
pub(super) fn retouch(inputs: &Inputs<'_>, memory: &mut Memory) -> Option<Checked<Built>> {
    let made = memory.made.as_mut()?;
    let changed = made.ground.changed_content(inputs)?;
    let edits: Vec<Edit> = changed.iter().map(|id| edit(*id, made, inputs)).collect::<Option<_>>()?;
    let bodies: HashMap<*const Body, &Arc<Body>> =
        edits.iter().flat_map(Edit::bodies).map(|(then, now)| (Arc::as_ptr(then), now)).collect();
    let mut redrawn: Vec<(usize, BodyView)> = Vec::new();
    for (index, page) in made.pages.pages.iter().enumerate() {
        let Some(body) = &page.body else { continue };
        if let Some(now) = bodies.get(&Arc::as_ptr(&body.tree)) {
            redrawn.push((index, BodyView { tree: Arc::clone(now), ..body.clone() }));
        }
    }
    let spans: HashMap<Span, Span> = edits.iter().flat_map(Edit::spans).collect();
    let mut drawn: Vec<(usize, BodyView, Bytes)> = Vec::with_capacity(redrawn.len());
    for (index, body) in redrawn {
        let page = &made.pages.pages[index];
        let html = render::draw_again(page, &body, &made.pages, &made.theme, inputs.sources).ok()?;
        drawn.push((index, body, html));
    }

    // From here on nothing turns back.
    for page in &mut made.pages.pages {
        let moved = page.origin.and_then(|origin| spans.get(&origin.span));
        if let Some(span) = moved {
            page.origin = Some(Spanned::new((), *span));
        }
    }
    let style = made.style;
    for (index, body, html) in drawn {
        let page = &mut made.pages.pages[index];
        page.body = Some(body);
        if let Some(path) = page.address.output_path(style) {
            Arc::make_mut(&mut made.output).insert(path, Arc::clone(&html));
        }
        made.drawn[index] = html;
    }
    for edit in edits {
        made.files[edit.place] = edit.now.clone();
        let path = inputs.sources.content_path(edit.now.id).to_owned();
        memory.files.insert(path, edit.now);
    }
    made.ground.sources = inputs.sources.clone();
    let nothing = Built::nothing(false, inputs.day());
    let built = Built {
        output: Some(Arc::clone(&made.output)),
        origins: Arc::clone(&made.origins),
        reach: Reach { pages: true, ..nothing.reach },
        ..nothing
    };
    Some(Checked { value: built, diagnostics: made.findings.clone() })
}

/// A file that reads differently.
struct Edit {
    /// Its place among the files.
    place: usize,
    then: ParsedFile,
    now: ParsedFile,
}

/// What became of a file, where it is an edit within its text.
fn edit(id: SourceId, made: &Made, inputs: &Inputs<'_>) -> Option<Edit> {
    let place = made.files.iter().position(|file| file.id == id)?;
    let then = made.files[place].clone();
    let source = inputs.sources.get(id);
    let had_fields = has_fields(made.ground.sources.get(id));
    if had_fields != has_fields(source) || made.numbered.contains(&id) || is_told(&made.findings, id) {
        return None;
    }
    let now = reading::read(source, id, then.place.clone(), inputs.depth, false);
    let is_clean = then.drafts.diagnostics.is_empty() && now.drafts.diagnostics.is_empty();
    if !is_clean || !is_same_but_for_words(&then.drafts.value, &now.drafts.value) {
        return None;
    }
    Some(Edit { place, then, now })
}

impl Edit {
    /// Each text of the file as it was and as it is.
    fn bodies(&self) -> impl Iterator<Item = (&Arc<Body>, &Arc<Body>)> {
        let (then, now) = (&self.then.drafts.value, &self.now.drafts.value);
        let records = then.records.iter().zip(&now.records);
        let records = records.filter_map(|(then, now)| Some((then.body.as_ref()?, now.body.as_ref()?)));
        let sections = then.section.iter().zip(&now.section).map(|(then, now)| (&then.body, &now.body));
        records.chain(sections)
    }

    /// Where findings about each record and section stood and stand.
    fn spans(&self) -> impl Iterator<Item = (Span, Span)> {
        let (then, now) = (&self.then.drafts.value, &self.now.drafts.value);
        let records = then.records.iter().zip(&now.records).map(|(then, now)| (then.span, now.span));
        records.chain(then.section.iter().zip(&now.section).map(|(then, now)| (then.span, now.span)))
    }
}

/// Whether a finding names a place in a file, which the edit may have moved.
fn is_told(findings: &[Diagnostic], id: SourceId) -> bool {
    let is_here = |place: &Place| matches!(place, Place::Span(span) if span.source == id);
    findings.iter().any(|finding| is_here(&finding.place) || finding.related.iter().any(|other| is_here(&other.place)))
}

fn is_same_but_for_words(then: &Drafts, now: &Drafts) -> bool {
    let sections = match (&then.section, &now.section) {
        (Some(then), Some(now)) => is_same_section(then, now),
        (then, now) => then.is_none() && now.is_none(),
    };
    sections
        && then.records.len() == now.records.len()
        && then.records.iter().zip(&now.records).all(|(then, now)| is_same_record(then, now))
}

fn is_same_record(then: &Draft, now: &Draft) -> bool {
    let accepts_nothing = now.shared.as_ref().is_some_and(|shared| shared.accept.is_empty());
    let bodies = match (&then.body, &now.body) {
        (Some(then), Some(now)) => is_same_elsewhere(then, now),
        (then, now) => then.is_none() && now.is_none(),
    };
    accepts_nothing
        && bodies
        && now.data.is_some()
        && then.id == now.id
        && then.address == now.address
        && then.shared == now.shared
        && then.data == now.data
        && then.plain == now.plain
        && is_same_references(&then.references, &now.references)
}

fn is_same_section(then: &SectionDraft, now: &SectionDraft) -> bool {
    let accepts_nothing = now.section.as_ref().is_some_and(|section| section.accept.is_empty());
    accepts_nothing
        && then.document == now.document
        && then.slug == now.slug
        && then.section == now.section
        && is_same_elsewhere(&then.body, &now.body)
}

fn is_same_references(then: &[WrittenReference], now: &[WrittenReference]) -> bool {
    let same = |(then, now): (&WrittenReference, &WrittenReference)| {
        then.reference == now.reference && then.field == now.field
    };
    then.len() == now.len() && then.iter().zip(now).all(same)
}
