//! Fields in words: whether each must be there, what may stand in it, what it says, an example.
//!
//! Must not know any kind in particular.

use folkmoot::model::field::{Choice, Field, Shape};
use folkmoot::model::kind::Kind;

use super::example::Example;
use super::sheet::{Sheet, either, prose};

/// A field under a heading of its own, with all that it holds.
pub(super) fn section(sheet: &mut Sheet, field: &Field, is_needed: bool, example: &Example<'_>) {
    section_with(sheet, field, is_needed, example, "");
}

/// The same, with what holds where the field is left out.
pub(super) fn section_with(sheet: &mut Sheet, field: &Field, is_needed: bool, example: &Example<'_>, otherwise: &str) {
    sheet.heading(3, &format!("`{}`", field.name));
    let needed = if is_needed { "Required" } else { "Optional" };
    let also = field.also.map(|also| format!(" It may also be called `{also}`.")).unwrap_or_default();
    sheet.say(&format!("*{needed}. {}.*{also}", form(&field.shape)));
    sheet.say(&prose(field.meaning));
    if !otherwise.is_empty() {
        sheet.say(&format!("Default: {otherwise}."));
    }
    if let Some(choices) = choices_of(&field.shape) {
        sheet.list(choices.iter().map(word));
    }
    let parts = parts_in_lines(&field.shape, "");
    if !parts.is_empty() {
        let each = if matches!(field.shape, Shape::Group(_)) { "Its fields:" } else { "The fields of each:" };
        sheet.say(each);
        sheet.say(&parts.join("\n"));
    }
    sheet.code(&example.lines_of(field));
}

/// The fields within a shape, those of groups within groups under a name with a full stop: `holder.name`.
pub(super) fn parts(shape: &Shape) -> Vec<(String, Field)> {
    let fields = match shape {
        Shape::Group(fields) => fields,
        Shape::List(inner) | Shape::Table(inner) => return parts(inner),
        _ => return Vec::new(),
    };
    let below = |field: &Field| {
        let inner = parts(&field.shape).into_iter().map(|(name, inner)| (format!("{}.{name}", field.name), inner));
        std::iter::once((field.name.to_owned(), *field)).chain(inner).collect::<Vec<_>>()
    };
    fields.iter().flat_map(below).collect()
}

/// The fields within a shape as a list in Markdown, those of groups and the words of fixed sets below their own.
fn parts_in_lines(shape: &Shape, indent: &str) -> Vec<String> {
    let fields = match shape {
        Shape::Group(fields) => fields,
        Shape::List(inner) | Shape::Table(inner) => return parts_in_lines(inner, indent),
        _ => return Vec::new(),
    };
    let lines = |field: &Field| {
        let also = field.also.map(|also| format!(" or `{also}`")).unwrap_or_default();
        let needed = if field.required { "required; " } else { "" };
        let form = lower(&form(&field.shape));
        let own = format!("{indent}- `{}`{also} ({needed}{form}): {}", field.name, prose(field.meaning));
        let below = format!("{indent}  ");
        let words =
            choices_of(&field.shape).unwrap_or_default().iter().map(|choice| format!("{below}- {}", word(choice)));
        std::iter::once(own).chain(words).chain(parts_in_lines(&field.shape, &below)).collect::<Vec<_>>()
    };
    fields.iter().flat_map(lines).collect()
}

/// A word of a fixed set with what it means, where that is not the word itself.
pub(super) fn word(choice: &Choice) -> String {
    let meaning = choice.meaning.trim();
    let bare = meaning.trim_end_matches('.');
    let bare = ["A ", "An "].iter().find_map(|article| bare.strip_prefix(article)).unwrap_or(bare);
    if bare.eq_ignore_ascii_case(&choice.name.replace('-', " ")) {
        format!("`{}`", choice.name)
    } else {
        format!("`{}`: {}", choice.name, prose(meaning))
    }
}

/// The words that a shape is chosen from.
pub(super) fn choices_of(shape: &Shape) -> Option<&'static [Choice]> {
    match shape {
        Shape::Choice(choices) => Some(choices),
        Shape::List(inner) | Shape::Table(inner) => choices_of(inner),
        _ => None,
    }
}

/// What may stand there, in words: `A day`, `A list of texts`.
pub(super) fn form(shape: &Shape) -> String {
    match shape {
        Shape::Text => "Text".to_owned(),
        Shape::Url => "An address of the web".to_owned(),
        Shape::Date => "A day".to_owned(),
        Shape::PartialDate => "A year, a month or a day".to_owned(),
        Shape::Length => "A length of time".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Integer => "A whole number".to_owned(),
        Shape::Number => "A number".to_owned(),
        Shape::Choice(_) => "A word of those below".to_owned(),
        Shape::Reference([]) => "The kind and name of any record".to_owned(),
        Shape::Reference([kind]) => format!("The name of {}", with_article(*kind)),
        Shape::Reference(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| with_article(*kind)).collect();
            format!("The name of {}", either(&kinds))
        }
        Shape::List(Shape::Text) => "A list of texts".to_owned(),
        Shape::List(Shape::Reference([])) => "A list of references to records".to_owned(),
        Shape::List(Shape::Reference(kinds)) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| plural(*kind)).collect();
            format!("A list of names of {}", either(&kinds))
        }
        Shape::List(Shape::Group(_)) => "A list of groups of fields".to_owned(),
        Shape::List(inner) => format!("A list; each entry: {}", lower(&form(inner))),
        Shape::Group(_) => "A group of fields".to_owned(),
        Shape::Table(inner) => format!("Names of your choosing, and for each: {}", lower(&form(inner))),
    }
}

fn lower(text: &str) -> String {
    text[..1].to_lowercase() + &text[1..]
}

/// `an organisation`.
pub(super) fn with_article(kind: Kind) -> String {
    folkmoot::parse::draft::with_article(kind)
}

/// `organisations`, as the folder of the kind is called.
pub(super) fn plural(kind: Kind) -> String {
    if kind == Kind::Page { "pages".to_owned() } else { kind.folder().to_owned() }
}

#[test]
fn parts_of_groups_are_named_by_their_way() {
    let seats = folkmoot::model::record::own_fields(Kind::Board).iter().find(|field| field.name == "seats").unwrap();
    let names: Vec<String> = parts(&seats.shape).into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"holder.public_because".to_owned()), "{names:?}");
    assert_eq!(form(&seats.shape), "A list of groups of fields");
}
