//! Which pages say the same in another language: each translation names the page that was written first.
//!
//! Must not know what a page shows of it.

use std::collections::HashMap;

use super::address::Address;
use super::furniture::{Furnishing, Furniture};
use super::{Graph, Link, Record, RecordIndex};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::kind::Kind;
use crate::model::language::is_same_language;
use crate::model::target::{Ref, to};

/// A translation of what is no page, or not the page that was written first.
pub(super) static TRANSLATION_TARGET: Rule = Rule {
    code: "translation-target",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "`translation_of` names another page as a whole: the one that was written first. A page is no translation \
                  of itself, nor of a part of a page, and all translations of one page name that page and not each other, \
                  so that every language leads to every other. The search page is one for all languages. Name the page that \
                  was written first.",
    wrong: "language: pl\ntranslation_of: page:cy/amdanom   # itself a translation of page:about",
    right: "language: pl\ntranslation_of: page:about",
};

/// A translation in the language of what it translates.
pub(super) static TRANSLATION_SAME_LANGUAGE: Rule = Rule {
    code: "translation-same-language",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "A translation is in another language than the page that it translates. A page without `language` is in \
                  the language of the site. Add the language of the translation, or take `translation_of` out.",
    wrong: "title: Amdanom ni\ntranslation_of: page:about",
    right: "title: Amdanom ni\nlanguage: cy\ntranslation_of: page:about",
};

/// A second translation into one language.
pub(super) static TWO_TRANSLATIONS: Rule = Rule {
    code: "two-translations",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "Two pages say that they translate the same page into the same language, so that nobody can tell to which \
                  of them readers are to be led. Keep `translation_of` on one of the two.",
    wrong: "# content/cy/amdanom.md and content/cy/amdanom-ni.md\nlanguage: cy\ntranslation_of: page:about",
    right: "# content/cy/amdanom-ni.md alone\nlanguage: cy\ntranslation_of: page:about",
};

/// A record that would say the facts of another a second time.
pub(super) static TRANSLATION_KIND: Rule = Rule {
    code: "translation-kind",
    family: Family::Record,
    severity: Severity::Error,
    explanation: "The facts of a board, a priority or a plan stand once, and its page in another language shows them in the \
                  words of that language. Such a page is an ordinary page with a title, a summary and a text of its own. A \
                  record of the same kind would stand in every list and table a second time. Documents alone, which are all \
                  text, are translated by documents. Move the file out of the folder of its kind, and take the facts out.",
    wrong: "# content/boards/bwrdd.md\ntitle: Bwrdd Strategaeth\nlanguage: cy\ntranslation_of: board:strategy-board",
    right: "# content/cy/bwrdd.md\ntitle: Bwrdd Strategaeth\nlanguage: cy\ntranslation_of: board:strategy-board",
};

/// Which page each translation translates, and by what each page is translated.
#[derive(Debug, Clone, Default)]
pub(super) struct Translations {
    pub(super) of: HashMap<RecordIndex, Address>,
    pub(super) by: HashMap<Address, Vec<RecordIndex>>,
}

impl Graph {
    /// The address of the page that a record translates.
    pub fn translated(&self, index: RecordIndex) -> Option<&Address> {
        self.translated.get(&index)
    }

    /// Whether any page is there in two languages.
    pub fn has_translations(&self) -> bool {
        !self.translations.is_empty()
    }

    /// The records that translate the page at an address, in the order of the settings' languages.
    pub fn translations(&self, original: &Address) -> &[RecordIndex] {
        self.translations.get(original).map_or(&[], Vec::as_slice)
    }

    /// The record whose page has this address.
    pub fn at(&self, address: &Address) -> Option<RecordIndex> {
        self.addresses.get(address).copied()
    }

    /// The language of a record: its own, or that of the site.
    pub fn language<'a>(&'a self, record: &'a Record) -> &'a str {
        record.shared.language.as_ref().map_or(self.settings.language(), |language| &language.value)
    }
}

/// Reads what translates what; faulty ones are told and left out.
pub(super) fn translations(graph: &Graph, all: &mut Vec<Diagnostic>) -> Translations {
    let mut found = Translations::default();
    for (index, record) in graph.records() {
        let Some(reference) = &record.shared.translation_of else { continue };
        let original = match original(graph, index, record, reference) {
            Some(Ok(original)) => original,
            Some(Err(finding)) => {
                all.push(*finding);
                continue;
            }
            None => continue,
        };
        let same = found.by.get(&original).into_iter().flatten().map(|other| graph.record(*other));
        let earlier = same.into_iter().find(|other| is_same_language(graph.language(other), graph.language(record)));
        if let Some(earlier) = earlier {
            let message = format!("“{}” translates the same page into the same language.", earlier.title);
            let help = "Take `translation_of` out of one of the two.";
            let place = earlier.shared.translation_of.as_ref().map_or(earlier.span, |reference| reference.span);
            let finding = Diagnostic::new(&TWO_TRANSLATIONS, reference.span, message).help(help);
            all.push(finding.related(place, "It is said here too."));
            continue;
        }
        found.of.insert(index, original.clone());
        found.by.entry(original).or_default().push(index);
    }
    let place_of = |index: &RecordIndex| {
        let language = graph.language(graph.record(*index));
        let listed = graph.settings.languages.0.iter().position(|entry| is_same_language(&entry.key.value, language));
        (listed.unwrap_or(usize::MAX), language)
    };
    for several in found.by.values_mut() {
        several.sort_by_key(place_of);
    }
    found
}

/// The address of the page that a record translates, or what is wrong with it; nothing where the reference leads nowhere,
/// which has been told.
fn original(
    graph: &Graph,
    index: RecordIndex,
    record: &Record,
    reference: &Ref<to::Anything>,
) -> Option<Result<Address, Box<Diagnostic>>> {
    let fault = |rule, message: String, help: String| {
        Some(Err(Box::new(Diagnostic::new(rule, reference.span, message).help(help))))
    };
    let (address, language) = match graph.link(reference)? {
        Link::Record { record: other, section: None, anchor: None } if *other == index => {
            let help = "Name the page that was written first, or take the line out.";
            return fault(&TRANSLATION_TARGET, "This page is said to translate itself.".to_owned(), help.to_owned());
        }
        Link::Record { record: other, section: None, anchor: None } => {
            let other = graph.record(*other);
            if let Some(first) = &other.shared.translation_of {
                let message = format!("“{}” is itself a translation.", other.title);
                return fault(&TRANSLATION_TARGET, message, format!("Write `translation_of: {}`.", first.reference));
            }
            let is_alike = record.id.kind == Kind::Document && other.id.kind == Kind::Document;
            if !is_alike && record.id.kind != Kind::Page {
                return fault(&TRANSLATION_KIND, of_wrong_kind(record, other), move_out(other));
            }
            (other.address.clone(), graph.language(other))
        }
        Link::Furniture(Furniture::Furnishing(Furnishing::Search)) => {
            let help = "Take the line out; the page for searches needs no translation.";
            return fault(&TRANSLATION_TARGET, "The search page is one for all languages.".to_owned(), help.to_owned());
        }
        Link::Furniture(page) if record.id.kind == Kind::Page => {
            let own = graph.at(&page.address()).map(|own| graph.language(graph.record(own)));
            (page.address(), own.unwrap_or(graph.settings.language()))
        }
        Link::Furniture(page) => {
            let message = format!("The page `{}` is translated by an ordinary page.", page.name());
            let help = "Move the file out of the folder of its kind.";
            return fault(&TRANSLATION_KIND, message, help.to_owned());
        }
        _ => {
            let message = "`translation_of` leads to a part of a page.".to_owned();
            return fault(&TRANSLATION_TARGET, message, "Leave out the `#` and what follows.".to_owned());
        }
    };
    if is_same_language(language, graph.language(record)) {
        let message = format!("This page is in the language of the page that it translates, `{language}`.");
        let help = match &record.shared.language {
            Some(_) => "Correct `language`, or take `translation_of` out.",
            None => "Add `language:` with the tag of its language, such as `language: cy`.",
        };
        return fault(&TRANSLATION_SAME_LANGUAGE, message, help.to_owned());
    }
    Some(Ok(address))
}

fn of_wrong_kind(record: &Record, other: &Record) -> String {
    let (kind, other) = (record.id.kind.name(), other.id.kind.name());
    if kind == other {
        format!("This is a second {kind} with the facts of the first.")
    } else {
        format!("A {kind} does not translate a {other}.")
    }
}

fn move_out(other: &Record) -> String {
    format!(
        "Make it an ordinary page: move the file out of the folder of its kind, and keep title, summary, `language` and \
         `translation_of`. It shows the facts of `{}`.",
        other.id
    )
}
