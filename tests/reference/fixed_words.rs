//! The fixed words: each list with what its words mean and which fields take them.
//!
//! Must not know any list in particular, but for relations, of which pages say two things.

use folkmoot::graph::furniture::{Furnishing, View};
use folkmoot::model::field::{Choice, Field, Fields};
use folkmoot::model::record::Shared;
use folkmoot::model::relation::Relation;
use folkmoot::model::settings::Settings;
use folkmoot::model::word::FixedWord;
use folkmoot::sources::Sources;
use folkmoot::words::{self, ENGLISH};

use super::Pages;
use super::fields::{choices_of, parts, plural, word};
use super::kinds::all_fields;
use super::sheet::Sheet;

/// A list of words, and the fields that take them with whose they are.
struct List {
    words: &'static [Choice],
    fields: Vec<(String, String)>,
}

impl List {
    /// Its fields with whose they are: `status` of documents, of plans.
    fn heading(&self) -> String {
        let mut heading = String::new();
        let mut before = "";
        for (name, whose) in &self.fields {
            heading += if heading.is_empty() { "" } else { ", " };
            if name != before {
                heading.extend(["`", name, "` "]);
            }
            heading += whose;
            before = name;
        }
        heading
    }
}

pub(super) fn pages() -> Pages {
    let summary = "Every list of words that a field may be chosen from, with what each means.";
    let mut sheet = Sheet::new("Fixed words", summary);
    sheet.say(
        "Some fields take one of a few words, all in small letters with hyphens. A word that is not on the list is told by \
         [invalid-choice](findings/invalid-choice.md), with the nearest that is. What pages say for each is a message of the \
         theme.",
    );
    relations(&mut sheet);
    for list in lists() {
        sheet.heading(2, &list.heading());
        sheet.list(list.words.iter().map(word));
    }
    sheet.heading(2, "Views");
    sheet.say("A view is a page of its own where there is something to show, and an embed: `![How plans line up](view:alignment)`.");
    sheet.list(View::CHOICES.iter().map(word));
    sheet.heading(2, "Pages that every site has");
    sheet.say("Settings name them under `navigation`, and references as `page:a-to-z`.");
    sheet.list(Furnishing::CHOICES.iter().map(word));
    [("words.md".to_owned(), sheet.finish())].into()
}

fn relations(sheet: &mut Sheet) {
    sheet.heading(2, "`relation` of `links`");
    sheet.say(
        "What a cross-plan link says of the record that carries it. The page of the other record says the same the other way \
         round.",
    );
    let lexicons = words::words(&Sources::default(), "civic", ENGLISH).value;
    let words = lexicons.lexicon(ENGLISH);
    sheet.list(Relation::ALL.iter().zip(Relation::CHOICES).map(|(relation, choice)| {
        let message = relation.message();
        let (own, inverse) = (words.say(&message), words.say(&format!("{message}-inverse")));
        format!("{} Pages say “{own}”, and on the other's page “{inverse}”.", word(choice))
    }));
}

/// Every other list, in the order in which fields first take it.
fn lists() -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let own = all_fields().map(|(kind, field)| (field, format!("of {}", plural(kind))));
    let shared = Shared::FIELDS.iter().map(|field| (field, "of every record".to_owned()));
    let settings = Settings::FIELDS.iter().map(|field| (field, "in the settings".to_owned()));
    for (field, whose) in own.chain(shared).chain(settings) {
        for (name, field) in with_parts(field) {
            let Some(words) = choices_of(&field.shape).filter(|words| *words[0].name != *Relation::CHOICES[0].name)
            else {
                continue;
            };
            let used = (name, whose.clone());
            match lists.iter_mut().find(|list| std::ptr::eq(list.words, words)) {
                Some(list) => list.fields.push(used),
                None => lists.push(List { words, fields: vec![used] }),
            }
        }
    }
    lists
}

fn with_parts(field: &Field) -> Vec<(String, Field)> {
    let inner = parts(&field.shape).into_iter().map(|(name, part)| (format!("{}.{name}", field.name), part));
    std::iter::once((field.name.to_owned(), *field)).chain(inner).collect()
}
