//! Names of fields, and the words and references that may stand in them.

use super::offer::{Offer, Sort, Typing};
use super::references::{self, Wanted};
use crate::graph::furniture::Furniture;
use crate::lsp::fields::{Expected, InFields};
use crate::model::field::{Field, Shape};
use crate::parse::yaml::cursor::Typed;
use crate::parse::yaml::example;

/// What could be typed in a field.
pub(super) fn offers(typing: &Typing<'_>, found: &InFields) -> Vec<Offer> {
    let range = &found.cursor.range;
    // The colon of a name that is there already stays.
    let ends = if found.cursor.typed == Typed::Key { "" } else { ": " };
    match &found.expected {
        Expected::Name(fields) => {
            let offer = |field: &&'static Field| {
                let needed = if field.required { "required" } else { "optional" };
                let about = format!("{}\n\nSuch as: `{}`", field.meaning.trim(), example(&field.shape));
                Offer::new(format!("{}{ends}", field.name), range, Sort::Field).detail(needed).about(about)
            };
            let mut fields: Vec<&'static Field> = fields.clone();
            fields.sort_by_key(|field| !field.required);
            fields.iter().map(offer).collect()
        }
        Expected::Check => {
            let is_name = found.field.is_some_and(|field| matches!(field.shape, Shape::Table(_)));
            let ends = if is_name { ends } else { "" };
            let offer = |rule: &&crate::diagnostic::Rule| {
                Offer::new(format!("{}{ends}", rule.code), range, Sort::Word).about(rule.explanation)
            };
            typing.rules.iter().filter(|rule| rule.may_be_lowered()).map(offer).collect()
        }
        Expected::Page => {
            let pages = Furniture::all().filter(|page| typing.graph.is_none_or(|graph| graph.has(*page)));
            pages.map(|page| Offer::new(page.name(), range, Sort::Record)).collect()
        }
        Expected::Value(shape) => value(typing, found, shape),
    }
}

fn value(typing: &Typing<'_>, found: &InFields, shape: &'static Shape) -> Vec<Offer> {
    let range = &found.cursor.range;
    match shape {
        Shape::Choice(choices) => {
            let choices = choices.iter();
            choices.map(|choice| Offer::new(choice.name, range, Sort::Word).about(choice.meaning.trim())).collect()
        }
        Shape::Flag => ["true", "false"].map(|word| Offer::new(word, range, Sort::Word)).to_vec(),
        Shape::Reference(kinds) => references::offers(typing, range, &Wanted { kinds, bare: true, views: false }),
        // A list that is begun on the line of its name has brackets.
        Shape::List(inner) if found.cursor.typed == Typed::Value => {
            let entries = value(typing, found, inner);
            entries.into_iter().map(|offer| Offer { words: format!("[{}]", offer.words), ..offer }).collect()
        }
        _ => Vec::new(),
    }
}
