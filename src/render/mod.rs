//! Views become HTML: bodies from their trees, pages from their templates, in parallel and in a fixed order.
//!
//! Must not know the clock or the environment.

pub mod abbreviation;
pub mod body;
mod line_ends;
mod lists;
mod menu;
mod messages;
mod part;
pub mod theme;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Checked, Diagnostic};
use crate::output::Bytes;
use crate::pages::Pages;
use crate::pages::parts::AbbreviationView;
use crate::pages::view::{BodyView, Page};
use crate::render::abbreviation::Abbreviations;
use crate::render::body::Resolved;
use crate::render::theme::Theme;
use crate::sources::Sources;

/// What is drawn, and with what.
pub struct Drawing<'a> {
    /// How many pages there are.
    pub count: usize,
    /// The page at a place; made when it is asked for, or before.
    pub page: &'a (dyn Fn(usize) -> Cow<'a, Page> + Sync),
    /// What is explained on pages in each language.
    pub abbreviations: &'a BTreeMap<String, Vec<AbbreviationView>>,
    /// The theme.
    pub theme: &'a Theme,
    /// The texts, for findings in templates.
    pub sources: &'a Sources,
}

/// Draws every page but those that `kept` has as they would be, by their places. `done` is shown each that is finished, and says
/// whether it has taken it away; what stands for it here is then empty.
pub fn render(
    drawing: &Drawing<'_>,
    kept: &(dyn Fn(usize, &Page) -> Option<Bytes> + Sync),
    done: &(dyn Fn(&Page, &[u8]) -> bool + Sync),
) -> Checked<Vec<Bytes>> {
    let Drawing { count, page, abbreviations, theme, sources } = *drawing;
    let by_language: BTreeMap<&str, Abbreviations> = abbreviations
        .iter()
        .map(|(language, all)| (language.as_str(), Abbreviations::new(all.iter().cloned())))
        .collect();
    let none = Abbreviations::default();
    let drawn: Vec<Result<Bytes, Box<Diagnostic>>> = (0..count)
        .into_par_iter()
        .map(|place| {
            let page = page(place);
            let abbreviations = by_language.get(page.view.language.as_str()).unwrap_or(&none);
            if let Some(html) = kept(place, &page) {
                return Ok(if done(&page, &html) { Bytes::from([]) } else { html });
            }
            let html = draw(&page, page.body.as_ref(), theme, abbreviations, sources)?;
            Ok(if done(&page, html.as_bytes()) { Bytes::from([]) } else { bytes(html) })
        })
        .collect();
    let mut diagnostics = Vec::new();
    let mut files = Vec::with_capacity(drawn.len());
    for page in drawn {
        match page {
            Ok(bytes) => files.push(bytes),
            Err(finding) => diagnostics.push(*finding),
        }
    }
    Checked { value: files, diagnostics }
}

/// Draws one page with another text.
///
/// # Errors
/// The finding where the template has a fault.
pub fn draw_again(
    page: &Page,
    body: &BodyView,
    pages: &Pages,
    theme: &Theme,
    sources: &Sources,
) -> Result<Bytes, Diagnostic> {
    let explained = pages.abbreviations.get(page.view.language.as_str());
    let abbreviations = explained.map_or_else(Abbreviations::default, |all| Abbreviations::new(all.iter().cloned()));
    draw(page, Some(body), theme, &abbreviations, sources).map(bytes)
}

fn bytes(html: String) -> Bytes {
    Bytes::from(html.into_bytes())
}

fn draw(
    page: &Page,
    body: Option<&BodyView>,
    theme: &Theme,
    abbreviations: &Abbreviations,
    sources: &Sources,
) -> Result<String, Diagnostic> {
    let body =
        body.map_or(Ok(String::new()), |body| draw_body(body, &page.view.words, theme, abbreviations, sources))?;
    theme.draw_page(page.template, &page.view, &body, sources)
}

fn draw_body(
    view: &BodyView,
    language: &str,
    theme: &Theme,
    abbreviations: &Abbreviations,
    sources: &Sources,
) -> Result<String, Diagnostic> {
    let words = theme.words(language);
    let embeds: Vec<String> =
        view.embeds.iter().map(|embed| theme.draw_embed(embed, language, sources)).collect::<Result<_, _>>()?;
    let resolved = Resolved {
        destinations: &view.destinations,
        embeds: &embeds,
        paragraph_numbers: &view.numbers,
        words,
        abbreviations,
    };
    Ok(body::html(&view.tree, &resolved))
}
