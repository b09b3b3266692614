//! Links of one page with the same text that lead to different places (WCAG 2.2, criterion 2.4.4).
//!
//! Must not know what the places hold.

use std::collections::HashMap;

use super::text::{Page, plain_words};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::graph::Link;
use crate::parse::markdown::prose::{Form, ReadLink};

/// Two links that cannot be told apart.
pub(super) static SAME_LINK_TEXT: Rule = Rule {
    code: "same-link-text",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "Two links of a page with the same words lead to different places. Who goes from link to link, or asks for a link \
        by its words, cannot tell which is which (WCAG 2.2, criterion 2.4.4). Say in each what it leads to.",
    wrong: "Blaby: [action plan](blaby.md). Melton: [action plan](melton.md).",
    right: "See the [action plan of Blaby](blaby.md) and the [action plan of Melton](melton.md).",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (&ReadLink, String)> = HashMap::new();
    for link in &page.prose.links {
        let Some(target) = page.target(link).and_then(place) else { continue };
        let words = plain_words(&link.text);
        let is_words = words.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        let is_numbered = words.split(' ').count() <= 2 && words.ends_with(|c: char| c.is_ascii_digit());
        let is_compared = matches!(link.form, Form::Markdown | Form::Raw) && !link.is_code && !link.has_picture;
        if !is_words || is_numbered || !is_compared || super::link_texts::is_vague(&words) {
            continue;
        }
        match first.get(&words) {
            Some((earlier, other)) if *other != target => {
                let message =
                    format!("“{}” is the text of another link on this page, which leads elsewhere.", link.text);
                let help = "Say in each of the two what it leads to.";
                let finding = Diagnostic::new(&SAME_LINK_TEXT, link.label, message).help(help);
                all.push(finding.related(earlier.label, "The other link is this one."));
            }
            Some(_) => {}
            None => {
                first.insert(words, (link, target));
            }
        }
    }
}

/// The page or file that a link leads to, as links are compared; a part of a page counts as the page.
fn place(link: &Link) -> Option<String> {
    Some(match link {
        Link::Record { record, section, .. } => format!("{record:?} {section:?}"),
        Link::Furniture(page) => page.address().as_str().to_owned(),
        Link::Folder(address) => address.as_str().to_owned(),
        Link::File { path, .. } => path.clone(),
        Link::External(url) => {
            let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let page = rest.split('#').next().unwrap_or(rest).trim_end_matches('/');
            page.strip_prefix("www.").unwrap_or(page).to_lowercase()
        }
        Link::Here(_) | Link::Nowhere(_) => return None,
    })
}
