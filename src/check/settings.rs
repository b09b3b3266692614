//! What the settings name: themes, checks, pages, colours. Each must exist.

use crate::diagnostic::{Diagnostic, Rule, Severity, nearest};
use crate::graph;
use crate::model::settings::{Brand, CheckLevel, Settings};
use crate::render::theme;
use crate::sources::{Sources, Span};

/// A name in the settings that means nothing.
pub static UNKNOWN_SETTING: Rule = Rule {
    code: "unknown-setting",
    severity: Severity::Error,
    explanation: "The settings name a theme, a page or a check that does not exist, or switch off a check without which no \
                  site can be made.",
    wrong: "checks:\n  dead-lnk: off",
    right: "checks:\n  dead-link: off",
};

/// Names in the settings that mean nothing.
pub fn unknown_names(settings: &Settings, sources: &Sources, rules: &[&'static Rule]) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let mut tell = |span: Span, message: String, help: String| {
        all.push(Diagnostic::new(&UNKNOWN_SETTING, span, message).help(help));
    };
    if let Some(theme) = settings.theme.as_ref().filter(|theme| !theme::exists(sources, &theme.value)) {
        let can_be_folder = !theme.value.is_empty() && !theme.value.contains(['/', '\\']);
        let help = if can_be_folder {
            format!("Write `theme: civic`, or put your theme into `themes/{}/`.", theme.value)
        } else {
            "Write `theme: civic`, or the name of a folder in `themes/`.".to_owned()
        };
        tell(theme.span, format!("There is no theme called `{}`.", theme.value), help);
    }
    for entry in &settings.checks.0 {
        let code = &entry.key.value;
        match rules.iter().find(|rule| rule.code == code) {
            None => {
                let near = nearest(code, rules.iter().map(|rule| rule.code));
                let help =
                    near.map_or("`folkmoot explain` lists the codes.".to_owned(), |near| format!("Write `{near}`."));
                tell(entry.key.span, format!("There is no check called `{code}`."), help);
            }
            Some(rule) if rule.severity == Severity::Error && entry.value.value != CheckLevel::Error => {
                let message = format!("The check `{code}` cannot be lowered: no site can be made from what it finds.");
                tell(entry.key.span, message, "Take the line out.".to_owned());
            }
            Some(_) => {}
        }
    }
    for entry in settings.navigation.iter().filter(|entry| entry.value.to.is_none() && entry.value.page.is_none()) {
        let help = "Add `to:` with a record, such as `to: document:strategy`, or `page:` with a page of the site.";
        tell(entry.span, "This entry of the navigation leads nowhere.".to_owned(), help.to_owned());
    }
    for page in settings.navigation.iter().filter_map(|entry| entry.value.page.as_ref()) {
        let names = || graph::furniture::Furniture::all().map(graph::furniture::Furniture::name);
        if graph::furniture::Furniture::from_name(&page.value).is_none() {
            let near = nearest(&page.value, names());
            let help = near.map_or_else(
                || format!("Use one of these: {}; or `to:` with a record.", names().collect::<Vec<_>>().join(", ")),
                |near| format!("Write `page: {near}`."),
            );
            tell(page.span, format!("There is no page called `{}` to put into the navigation.", page.value), help);
        }
    }
    if let Some(base) = settings.base_url.as_ref().filter(|base| base.value.0.contains(['?', '#'])) {
        let message = format!("`{}` is not where a site can be published: it holds `?` or `#`.", base.value.0);
        tell(base.span, message, "Leave out that sign and what follows it.".to_owned());
    }
    if let Some(given) = &settings.brand {
        brand(given, sources, &mut tell);
    }
    all
}

/// What is wrong with the owner's logo, colour and fonts: span, message, help.
fn brand(brand: &Brand, sources: &Sources, tell: &mut impl FnMut(Span, String, String)) {
    let logo = brand.logo.as_ref().filter(|logo| !has_asset(sources, &logo.value));
    if let Some(logo) = logo {
        let message = format!("There is no picture at `{}` in the content.", logo.value);
        let near = nearest(&logo.value, sources.assets.keys().map(|path| sources.within_content(path)));
        let help = near.map_or("Check the path; it is read from the folder of the content.".to_owned(), |near| {
            format!("Did you mean `{near}`?")
        });
        tell(logo.span, message, help);
    }
    let colour = brand.colour.as_ref().filter(|colour| !is_colour(&colour.value));
    if let Some(colour) = colour {
        let message = format!("`{}` is not a colour.", colour.value);
        tell(colour.span, message, "Write it in hexadecimal digits, such as `\"#1d70b8\"`, in quotes.".to_owned());
    }
    let font =
        brand.font.as_ref().filter(|font| !font.value.chars().all(|c| c.is_alphanumeric() || " ,-'\"".contains(c)));
    if let Some(font) = font {
        let message = format!("`{}` is not a list of fonts.", font.value);
        tell(font.span, message, "Write the names of fonts with commas between them.".to_owned());
    }
}

fn has_asset(sources: &Sources, path: &str) -> bool {
    sources.assets.keys().any(|known| sources.within_content(known) == path)
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))
}
