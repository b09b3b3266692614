//! Every file of the site put together, each path claimed once.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::Inputs;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity, has_errors};
use crate::export;
use crate::output::{Bytes, Output, OutputPath};
use crate::pages::view::Page;
use crate::pages::{self, Pages, Site};
use crate::render;
use crate::render::theme::Theme;

/// Two files of the site with one path.
pub static SAME_OUTPUT: Rule = Rule {
    code: "same-output",
    severity: Severity::Error,
    explanation: "Two pages or files would be published at the same address, or at addresses that differ only in upper and \
                  lower case or in how accents are encoded, which many computers take for the same.",
    wrong: "content/About.md\ncontent/about.md",
    right: "content/about-us.md\ncontent/about.md",
};

/// Draws the pages and puts every file of the site together.
pub(super) fn output(site: &Site<'_>, pages: &Pages, theme: &Theme, inputs: &Inputs<'_>, all: &mut Vec<Diagnostic>) -> Option<Output> {
    let mut files = Files::default();
    for (page, path) in pages.pages.iter().map(|page| (page, page.address.output_path(site.style))) {
        files.claim_page(page, path, all);
    }
    let drawn = render::render(pages, theme, inputs.sources, &|| inputs.watch.page_done()).collect_into(all);
    if has_errors(all) {
        return None;
    }
    inputs.watch.station("export");
    for (page, bytes) in pages.pages.iter().zip(drawn) {
        if let Some(path) = page.address.output_path(site.style) {
            files.output.insert(path, bytes);
        }
    }
    for (path, bytes) in static_files(site, pages, theme) {
        files.add(&path, bytes);
    }
    for (path, bytes) in &inputs.sources.assets {
        let within = inputs.sources.within_content(path);
        files.add_asset(path, within, Arc::clone(bytes), all);
    }
    (!has_errors(all)).then_some(files.output)
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

/// The files of the site with who claimed each path, whatever its case and Unicode form.
#[derive(Default)]
struct Files {
    output: Output,
    claims: BTreeMap<String, Place>,
}

impl Files {
    fn key(path: &str) -> String {
        path.nfc().collect::<String>().to_lowercase()
    }

    fn claim(&mut self, path: &str, place: Place, all: &mut Vec<Diagnostic>) {
        if let Some(first) = self.claims.get(&Self::key(path)) {
            let message = format!("Another page or file is already published as `{path}`.");
            let finding = Diagnostic::new(&SAME_OUTPUT, place, message)
                .help("Give one of the two another name; upper and lower case make no difference.")
                .related(first.clone(), "It comes from here.");
            all.push(finding);
        } else {
            self.claims.insert(Self::key(path), place);
        }
    }

    fn claim_page(&mut self, page: &Page, path: Option<OutputPath>, all: &mut Vec<Diagnostic>) {
        let place = page.origin.map_or_else(|| Place::file("folkmoot.yaml"), |origin| Place::Span(origin.span));
        match path {
            Some(path) => self.claim(path.as_str(), place, all),
            None => {
                let message = format!("`{}` cannot be the address of a page.", page.address.as_str());
                let help = "Use a path below the site, without `..` and without empty parts.";
                all.push(Diagnostic::new(&SAME_OUTPUT, place, message).help(help));
            }
        }
    }

    fn add(&mut self, path: &str, bytes: Bytes) {
        if let Some(output) = OutputPath::new(path) {
            self.claims.entry(Self::key(path)).or_insert_with(|| Place::file(path));
            self.output.entry(output).or_insert(bytes);
        }
    }

    fn add_asset(&mut self, source: &str, path: &str, bytes: Bytes, all: &mut Vec<Diagnostic>) {
        self.claim(path, Place::file(source), all);
        if let Some(output) = OutputPath::new(path) {
            self.output.entry(output).or_insert(bytes);
        }
    }
}

