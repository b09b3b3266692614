//! The theme: the built-in one, overridden file by file from the site's own folder, ready to draw pages.
//!
//! The only place that knows the template engine.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{Context, ErrorKind, Tera};

use crate::diagnostic::{Checked, Diagnostic, Family, Place, Rule, Severity, misspelt};
use crate::model::settings::BUILT_IN_THEME;
use crate::output::Bytes;
use crate::pages::content::EmbedView;
use crate::pages::view::{PageView, SiteView};
use crate::render::line_ends::{self, place_before};
use crate::render::{lists, menu, messages, part};
use crate::sources::{SourceId, Sources, Span};
use crate::words::{ENGLISH, Lexicon, Words};

/// The built-in theme, embedded from its folder.
static CIVIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic");

/// A template that cannot be read or drawn.
pub static TEMPLATE_FAULT: Rule = Rule {
    code: "template-fault",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A template of the theme has a mistake. A tag is not closed, it asks for a name that the page does \
                  not have, or another template that it names is not there, so no page can be drawn from it. Mend the \
                  template where the finding stands, or take it out of the theme's folder to use the built-in one.",
    wrong: "<h1>{{ page.titel }}</h1>",
    right: "<h1>{{ page.title }}</h1>",
};

/// A theme ready for use.
#[derive(Debug)]
pub struct Theme {
    /// The templates with the words of each language.
    by_language: BTreeMap<String, Tera>,
    words: Words,
    overrides: BTreeMap<String, SourceId>,
    files: BTreeMap<String, Bytes>,
}

/// How much most pages have around their text.
const USUAL_FRAME_BYTES: usize = 12 * 1024;

/// The style sheet of every page.
const STYLE_SHEET: &str = "style.css";

/// Whether there is a theme of this name: the built-in one, or a folder of the site's.
pub fn exists(sources: &Sources, name: &str) -> bool {
    let prefix = format!("themes/{name}/");
    let in_site = |mut paths: Box<dyn Iterator<Item = &String> + '_>| paths.any(|path| path.starts_with(&prefix));
    name == BUILT_IN_THEME
        || in_site(Box::new(sources.templates.keys()))
        || in_site(Box::new(sources.messages.keys()))
        || in_site(Box::new(sources.theme_files.keys()))
}

/// Loads the theme of this name. Templates that it does not have come from the built-in theme, where they also go by
/// the name `civic/…`, so that an override can extend what it overrides.
pub fn theme(
    sources: &Sources,
    name: &str,
    frames: &BTreeMap<String, SiteView>,
    words: &Words,
) -> Checked<Option<Theme>> {
    let mut tera = Tera::new();
    messages::register(&mut tera, words.lexicon(ENGLISH));
    part::register(&mut tera);
    lists::register(&mut tera);
    menu::register(&mut tera, None);
    let mut overrides = BTreeMap::new();
    let mut templates: Vec<(String, String)> = Vec::new();
    let folder = format!("themes/{name}/templates/");
    for (path, id) in &sources.templates {
        if let Some(template) = path.strip_prefix(&folder) {
            overrides.insert(template.to_owned(), *id);
            templates.push((template.to_owned(), line_ends::unified(sources.get(*id).text())));
        }
    }
    let mut files = BTreeMap::new();
    embedded(&CIVIC, &mut templates, &mut files);
    let folder = format!("themes/{name}/static/");
    for (path, bytes) in &sources.theme_files {
        if let Some(file) = path.strip_prefix(&folder) {
            files.insert(file.to_owned(), Arc::clone(bytes));
        }
    }
    let prefixes = [format!("{BUILT_IN_THEME}/")];
    let loaded = tera.set_fallback_prefixes(prefixes).and_then(|()| tera.add_raw_templates(templates));
    if let Err(error) = loaded {
        let finding = fault(&error, &overrides, sources, None);
        return Checked { value: None, diagnostics: vec![finding] };
    }
    let in_language = |(language, frame): (&String, &SiteView)| {
        let mut tera = tera.clone();
        messages::register(&mut tera, words.lexicon(language));
        menu::register(&mut tera, Some(frame));
        tera.global_context().insert("site", frame);
        (language.clone(), tera)
    };
    let by_language = frames.iter().map(in_language).collect();
    Checked::clean(Some(Theme { by_language, words: words.clone(), overrides, files }))
}

/// The style sheets of the theme of this name, the site's own in the place of built-in ones: path and text of each. They come
/// as pages load them: `style.css`, then those that a template adds to it, which are taken to be in the order of their names.
pub fn style_sheets(sources: &Sources, name: &str) -> Vec<(String, String)> {
    let mut files = BTreeMap::new();
    embedded(&CIVIC, &mut Vec::new(), &mut files);
    let place = |file: &str| (file != STYLE_SHEET, file.to_owned());
    let mut all: BTreeMap<(bool, String), (String, Bytes)> = files
        .into_iter()
        .map(|(file, bytes)| (place(&file), (format!("themes/{BUILT_IN_THEME}/static/{file}"), bytes)))
        .collect();
    let folder = format!("themes/{name}/static/");
    for (path, bytes) in &sources.theme_files {
        if let Some(file) = path.strip_prefix(&folder) {
            all.insert(place(file), (path.clone(), Arc::clone(bytes)));
        }
    }
    let is_sheet = |path: &String| path.to_ascii_lowercase().ends_with(".css");
    let sheets = all.into_values().filter(|(path, _)| is_sheet(path));
    sheets.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

/// Takes the files of the embedded theme.
fn embedded(folder: &Dir<'static>, templates: &mut Vec<(String, String)>, files: &mut BTreeMap<String, Bytes>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(name) = path.strip_prefix("templates/") {
            templates.push((format!("{BUILT_IN_THEME}/{name}"), file.contents_utf8().unwrap_or("").to_owned()));
        } else if let Some(name) = path.strip_prefix("static/") {
            files.insert(name.to_owned(), Arc::from(file.contents()));
        }
    }
    for inner in folder.dirs() {
        embedded(inner, templates, files);
    }
}

impl Theme {
    /// The theme's static files by their path below `assets/`.
    pub fn files(&self) -> &BTreeMap<String, Bytes> {
        &self.files
    }

    /// The words of a language.
    pub fn words(&self, language: &str) -> &Lexicon {
        self.words.lexicon(language)
    }

    /// Draws a page.
    ///
    /// # Errors
    /// The finding where the template has a fault.
    pub fn draw_page(
        &self,
        template: &str,
        page: &PageView,
        body: &str,
        sources: &Sources,
    ) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert_value("body", tera::Value::safe_string(body));
        self.draw(template, (&context, body.len()), &page.words, sources)
    }

    /// Draws an embed on a page with the words of a language.
    ///
    /// # Errors
    /// The finding where the template has a fault.
    pub fn draw_embed(&self, embed: &EmbedView, words: &str, sources: &Sources) -> Result<String, Diagnostic> {
        let Some(template) = embed.template() else { return Ok(String::new()) };
        let mut context = Context::new();
        context.insert("embed", embed);
        self.draw(template, (&context, 0), words, sources)
    }

    /// Draws what has `length_bytes` of its own beside what the template says.
    fn draw(
        &self,
        template: &str,
        (context, length_bytes): (&Context, usize),
        words: &str,
        sources: &Sources,
    ) -> Result<String, Diagnostic> {
        let Some(tera) = self.by_language.get(words) else { return Ok(String::new()) };
        // Room for all of it from the beginning, so that it need not move while it grows.
        let mut html = Vec::with_capacity(length_bytes + USUAL_FRAME_BYTES);
        let drawn = tera.render_to(template, context, &mut html);
        let html = drawn.and_then(|()| String::from_utf8(html).map_err(Into::into));
        html.map_err(|error| fault(&error, &self.overrides, sources, Some(template)))
    }
}

/// A fault of a template as a finding at its file and line.
fn fault(
    error: &tera::Error,
    overrides: &BTreeMap<String, SourceId>,
    sources: &Sources,
    template: Option<&str>,
) -> Diagnostic {
    let kind = error.kind();
    let (name, message, place) = match kind {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let name = report.filename().to_owned();
            let span = report.span();
            let place = match overrides.get(&name) {
                Some(id) => {
                    let text = sources.get(*id).text();
                    let [start, end] = [span.range.start, span.range.end].map(|at| place_before(text, at));
                    Place::Span(Span::new(*id, start..end))
                }
                None => Place::File { path: shown_path(&name), line: span.start_line, column: span.start_col + 1 },
            };
            (name, report.message().to_owned(), place)
        }
        ErrorKind::MissingParent { current, .. } => (current.clone(), kind.to_string(), at_top(current, overrides)),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), kind.to_string(), at_top(tpl, overrides))
        }
        _ => {
            let name = template.unwrap_or("base.html").to_owned();
            let place = at_top(&name, overrides);
            (name, kind.to_string(), place)
        }
    };
    let (sentence, meant) = without_list(message.lines().next().unwrap_or("").trim());
    let help = match meant {
        Some(meant) => format!("Write `{meant}`."),
        None if overrides.contains_key(&name) => {
            "Mend the template, or take it out of the theme's folder to use the built-in one.".to_owned()
        }
        None => "This template is built in; a template of your theme may leave out what it needs.".to_owned(),
    };
    let message = format!("The template `{name}` has a fault: {}.", sentence.trim_end_matches('.'));
    Diagnostic::new(&TEMPLATE_FAULT, place, message).help(help)
}

/// What the engine says of a name that is not there, without the list of all that are, and the one that was most likely
/// meant.
fn without_list(message: &str) -> (&str, Option<&str>) {
    let list = ["Available fields: ", "Available variables: "].iter().find_map(|list| message.split_once(list));
    let Some((sentence, known)) = list else { return (message, None) };
    let written = sentence.split('`').nth(1).unwrap_or("");
    (sentence.trim_end(), misspelt(written, known.trim_end_matches('.').split(", ")))
}

fn at_top(name: &str, overrides: &BTreeMap<String, SourceId>) -> Place {
    overrides.get(name).map_or_else(|| Place::file(shown_path(name)), |id| Place::Span(Span::new(*id, 0..0)))
}

fn shown_path(name: &str) -> String {
    let name = name.strip_prefix("civic/").unwrap_or(name);
    format!("themes/{BUILT_IN_THEME}/templates/{name}")
}
