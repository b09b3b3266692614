//! Every file of the site put together, each path claimed once.

use std::collections::HashSet;
use std::sync::Arc;

use super::inputs::Inputs;
use crate::check::paths::{Claims, impossible};
use crate::diagnostic::{Diagnostic, Place, has_errors};
use crate::export;
use crate::output::{Bytes, Output, OutputPath};
use crate::pages::{self, Pages, Site};
use crate::render;
use crate::render::theme::Theme;

/// Draws the pages and puts every file of the site together.
pub(super) fn output(
    site: &Site<'_>,
    pages: &Pages,
    theme: &Theme,
    inputs: &Inputs<'_>,
    all: &mut Vec<Diagnostic>,
) -> Option<Output> {
    let mut claims = Claims::default();
    let mut paths = Vec::with_capacity(pages.pages.len());
    for page in &pages.pages {
        let place = page.origin.map_or_else(|| Place::file("folkmoot.yaml"), |origin| Place::Span(origin.span));
        match page.address.output_path(site.style) {
            Some(path) => {
                all.extend(claims.claim(path.as_str(), place).err().map(|finding| *finding));
                paths.push(path);
            }
            None => all.push(impossible(page.address.as_str(), place)),
        }
    }
    let drawn = render::render(pages, theme, inputs.sources, &|| inputs.watch.page_done()).collect_into(all);
    if has_errors(all) {
        return None;
    }
    inputs.watch.station("export");
    let mut output: Output = paths.into_iter().zip(drawn).collect();
    let content = inputs.sources;
    let own: HashSet<&str> = content.assets.keys().map(|path| content.within_content(path)).collect();
    // A file of the content, such as a `robots.txt` of its own, stands before the one that would be made.
    for (path, bytes) in static_files(site, pages, theme).into_iter().filter(|(path, _)| !own.contains(path.as_str())) {
        all.extend(claims.claim(&path, Place::file(path.clone())).err().map(|finding| *finding));
        output.extend(OutputPath::new(path).map(|path| (path, bytes)));
    }
    for (path, bytes) in &inputs.sources.assets {
        let within = inputs.sources.within_content(path);
        all.extend(claims.claim(within, Place::file(path.clone())).err().map(|finding| *finding));
        output.extend(OutputPath::new(within).map(|path| (path, Arc::clone(bytes))));
    }
    (!has_errors(all)).then_some(output)
}

/// The files that are neither pages nor content.
fn static_files(site: &Site<'_>, pages: &Pages, theme: &Theme) -> Vec<(String, Bytes)> {
    let settings = &site.graph.settings;
    let base = settings.base_url.as_ref().map(|base| base.value.0.as_str());
    let mut files: Vec<(String, Bytes)> =
        theme.files().iter().map(|(path, bytes)| (format!("assets/{path}"), Arc::clone(bytes))).collect();
    let brand = settings.brand.as_ref();
    let colour = brand.and_then(|brand| brand.colour.as_ref()).map(|colour| colour.value.as_str());
    let font = brand.and_then(|brand| brand.font.as_ref()).map(|font| font.value.as_str());
    if let Some(style) = export::brand_style(colour, font) {
        files.push((pages::BRAND_STYLE.to_owned(), style));
    }
    files.push(("robots.txt".to_owned(), export::robots(base)));
    files.push(("addresses.json".to_owned(), export::addresses(&pages.pages, site.style)));
    if let Some(base) = base {
        files.push(("sitemap.xml".to_owned(), export::sitemap(&pages.pages, base, site.style)));
    }
    if let Some(lines) = export::redirects(&pages::aliases(site), site.style) {
        files.push(("_redirects".to_owned(), lines));
    }
    files
}
