//! What the settings name: themes, checks, pages, colours. Each must exist.

use super::search::is_search;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity, nearest};
use crate::graph::Graph;
use crate::graph::furniture::Furniture;
use crate::model::field::Entry;
use crate::model::language::{is_language_tag, is_same_language};
use crate::model::settings::{Brand, CheckLevel, NavigationEntry, Settings};
use crate::render::theme;
use crate::sources::{Sources, Span, Spanned};

/// A name in the settings that means nothing.
pub static UNKNOWN_SETTING: Rule = Rule {
    code: "unknown-setting",
    family: Family::Settings,
    severity: Severity::Error,
    explanation: "A setting names what is not there or cannot be: a theme, a page, a check, a picture, a colour, an \
                  address. Without it the site would look or lead otherwise than was meant. Correct it, or take the \
                  line out. A check without which no site can be made cannot be lowered or switched off.",
    wrong: "checks:\n  dead-lnk: off",
    right: "checks:\n  dead-link: off",
};

/// Names in the settings that mean nothing.
pub fn unknown_names(settings: &Settings, sources: &Sources, rules: &[&'static Rule]) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    all.extend(theme_fault(settings, sources));
    all.extend(settings.checks.0.iter().filter_map(|entry| check_fault(entry, rules)));
    all.extend(settings.navigation_entries().filter_map(navigation_fault));
    all.extend(own_language_fault(settings));
    all.extend(base_url_fault(settings));
    all.extend(contact_fault(settings));
    all.extend(settings.brand.iter().flat_map(|brand| brand_faults(brand, sources)));
    all
}

fn finding(span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&UNKNOWN_SETTING, span, message).help(help)
}

fn theme_fault(settings: &Settings, sources: &Sources) -> Option<Diagnostic> {
    let theme = settings.theme.as_ref().filter(|theme| !theme::exists(sources, &theme.value))?;
    let can_be_folder = !theme.value.is_empty() && !theme.value.contains(['/', '\\']);
    let help = if can_be_folder {
        format!("Write `theme: civic`, or put your theme into `themes/{}/`.", theme.value)
    } else {
        "Write `theme: civic`, or the name of a folder in `themes/`.".to_owned()
    };
    Some(finding(theme.span, format!("There is no theme called `{}`.", theme.value), help))
}

fn check_fault(entry: &Entry<Spanned<CheckLevel>>, rules: &[&'static Rule]) -> Option<Diagnostic> {
    let code = &entry.key.value;
    let Some(rule) = rules.iter().find(|rule| rule.code == code) else {
        let near = nearest(code, rules.iter().map(|rule| rule.code));
        let help = near.map_or(
            "A code stands in brackets at the beginning of each finding, such as `dead-link`.".to_owned(),
            |near| format!("Write `{near}`."),
        );
        return Some(finding(entry.key.span, format!("There is no check called `{code}`."), help).instead(near));
    };
    let lowered = !rule.may_be_lowered() && entry.value.value != CheckLevel::Error;
    lowered.then(|| {
        let message = format!("The check `{code}` cannot be lowered: no site can be made from what it finds.");
        finding(entry.key.span, message, "Take the line out.")
    })
}

fn navigation_fault(entry: &Spanned<NavigationEntry>) -> Option<Diagnostic> {
    if entry.value.to.is_none() && entry.value.page.is_none() {
        let help = "Add `to:` with a record, such as `to: document:strategy`, or `page:` with a page of the site.";
        return Some(finding(entry.span, "This entry of the navigation leads nowhere.", help));
    }
    if let (Some(_), Some(page)) = (&entry.value.to, &entry.value.page) {
        return Some(finding(
            page.span,
            "This entry of the navigation leads to two pages.",
            "Keep either `to:` or `page:`.",
        ));
    }
    let page = entry.value.page.as_ref().filter(|page| Furniture::from_name(&page.value).is_none())?;
    let names = || Furniture::all().map(Furniture::name);
    let near = nearest(&page.value, names());
    let help = near.map_or_else(
        || format!("Use one of these: {}; or `to:` with a record.", names().collect::<Vec<_>>().join(", ")),
        |near| format!("Write `page: {near}`."),
    );
    let message = format!("There is no page called `{}` to put into the navigation.", page.value);
    Some(finding(page.span, message, help).instead(near))
}

/// Pages of the navigation that the site does not have, because there is nothing to put on them.
pub fn missing_pages(graph: &Graph) -> Vec<Diagnostic> {
    let named = graph.settings.navigation_entries().filter_map(|entry| entry.value.page.as_ref());
    let missing = named.filter(|name| Furniture::from_name(&name.value).is_some_and(|page| !graph.has(page)));
    // That the search is not there has a rule of its own.
    let missing = missing.filter(|name| !is_search(&name.value));
    missing
        .map(|name| {
            let message =
                format!("The site has nothing to put on the page `{}`, so there is no such page.", name.value);
            finding(
                name.span,
                message,
                "Add records for it, of which drafts do not count, or take the entry out of the navigation.",
            )
        })
        .collect()
}

/// Languages of the settings that no page is in.
pub fn languages_without_pages(graph: &Graph) -> Vec<Diagnostic> {
    let is_written = |tag: &str| {
        let mut written = graph.records().filter_map(|(_, record)| record.shared.language.as_ref());
        written.any(|language| is_same_language(&language.value, tag))
    };
    let is_own = |tag: &str| is_same_language(tag, graph.settings.language());
    // One that is no tag at all is told as that.
    let tags = graph.settings.languages.0.iter().map(|entry| &entry.key).filter(|tag| is_language_tag(&tag.value));
    let idle = tags.filter(|tag| !is_own(&tag.value) && !is_written(&tag.value));
    idle.map(|tag| {
        let message = format!("No page of the site is in the language `{}`.", tag.value);
        finding(tag.span, message, format!("Write `language: {}` on a page, or take the entry out.", tag.value))
    })
    .collect()
}

/// The site's own language among the others.
fn own_language_fault(settings: &Settings) -> Option<Diagnostic> {
    let is_own = |tag: &&Spanned<String>| is_same_language(&tag.value, settings.language());
    let tag = settings.languages.0.iter().map(|entry| &entry.key).find(is_own)?;
    let message = format!("`{}` is the site's own language, and `languages` holds the others.", tag.value);
    Some(finding(tag.span, message, "Write its texts at the top of the settings, and take the entry out."))
}

fn contact_fault(settings: &Settings) -> Option<Diagnostic> {
    let email = settings.contact.as_ref()?.email.as_ref()?;
    let (name, host) = email.value.split_once('@').unwrap_or(("", ""));
    let sound = !name.is_empty() && host.contains('.') && !email.value.contains(char::is_whitespace);
    let help = "Write it like this: `safety@example.org`.";
    (!sound).then(|| finding(email.span, format!("`{}` is not an address of electronic mail.", email.value), help))
}

fn base_url_fault(settings: &Settings) -> Option<Diagnostic> {
    let base = settings.base_url.as_ref().filter(|base| base.value.0.contains(['?', '#']))?;
    let message = format!("`{}` is not where a site can be published: it holds `?` or `#`.", base.value.0);
    Some(finding(base.span, message, "Leave out that sign and what follows it."))
}

fn brand_faults(brand: &Brand, sources: &Sources) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    if let Some(logo) = brand.logo.as_ref().filter(|logo| !has_asset(sources, &logo.value)) {
        let near = nearest(&logo.value, sources.assets.keys().map(|path| sources.within_content(path)));
        let help = near.map_or("Check the path; it is read from the folder of the content.".to_owned(), |near| {
            format!("Did you mean `{near}`?")
        });
        all.push(finding(logo.span, format!("There is no picture at `{}` in the content.", logo.value), help));
    }
    if let Some(colour) = brand.colour.as_ref().filter(|colour| !is_colour(&colour.value)) {
        let help = "Write it in hexadecimal digits, such as `\"#1d70b8\"`, in quotes.";
        all.push(finding(colour.span, format!("`{}` is not a colour.", colour.value), help));
    }
    let is_font = |text: &str| text.chars().all(|c| c.is_alphanumeric() || " ,-'\"".contains(c));
    if let Some(font) = brand.font.as_ref().filter(|font| !is_font(&font.value)) {
        let message = format!("`{}` is not a list of fonts.", font.value);
        all.push(finding(font.span, message, "Write the names of fonts with commas between them."));
    }
    all
}

fn has_asset(sources: &Sources, path: &str) -> bool {
    sources.assets.keys().any(|known| sources.within_content(known) == path)
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.chars().all(|c| c.is_ascii_hexdigit()))
}
