//! What the decoder says: what stands there, what belongs there, what was most likely meant.

use jiff::civil::Date;

use super::{Node, NodeData, scalar};
use crate::diagnostic::{Diagnostic, Rule, misspelt};
use crate::model::date::month_in_words;
use crate::model::field::{Choice, Field, Shape};
use crate::model::kind::Kind;
use crate::sources::Span;

/// A text that is no date, with the date that was most likely meant.
pub(super) fn not_a_day(rule: &'static Rule, span: Span, text: &str, field: &str, shape: &Shape) -> Diagnostic {
    let partial = matches!(shape, Shape::PartialDate);
    let month = scalar::likely_month(text).filter(|_| partial);
    let (day, reason) = (scalar::likely_day(text), no_such_day(text));
    let help = match (&day, &month) {
        _ if let Some(said) = &reason => said.clone(),
        (Some(day), _) => format!("Write `{field}: {day}`."),
        (None, Some(month)) => format!("Write `{field}: {month}`."),
        (None, None) if open_period(text, field).is_some() => open_period(text, field).unwrap_or_default(),
        (None, None) if partial => {
            "Write the year, the year and month, or the day: `2019`, `2019-11`, `2019-11-06`.".to_owned()
        }
        (None, None) => "Write the year in four digits, the month and the day, such as `2019-11-06`.".to_owned(),
    };
    let meant = day.map(|day| day.to_string()).or(month.map(|month| month.to_string()));
    let meant = meant.filter(|_| reason.is_none());
    // What can be read as a day is one, and only written in another form.
    let message = match &meant {
        Some(_) => format!("`{text}` is not written in the form of dates."),
        None => format!("`{text}` is not a date of the calendar."),
    };
    Diagnostic::new(rule, span, message).help(help).instead(meant)
}

/// How a period without an end is written, where one was written out in words: `until: ongoing`, `from: 2022 onwards`.
fn open_period(text: &str, field: &str) -> Option<String> {
    const OPEN: [&str; 14] = [
        "ongoing",
        "on-going",
        "present",
        "now",
        "today",
        "current",
        "open",
        "open-ended",
        "onward",
        "onwards",
        "date",
        "since",
        "from",
        "to",
    ];
    let lower = text.to_lowercase();
    let (dates, words): (Vec<&str>, Vec<&str>) = lower
        .split([' ', ','])
        .map(|word| word.trim_matches(['–', '+']))
        .map(|word| word.strip_suffix('-').unwrap_or(word))
        .filter(|word| !word.is_empty())
        .partition(|word| scalar::partial_date(word).is_some());
    if !words.iter().all(|word| OPEN.contains(word)) {
        return None;
    }
    match (field, &dates[..]) {
        ("until", []) => Some("Leave out `until`: a period without it goes on.".to_owned()),
        ("from", [from]) => Some(format!("Write `from: {from}`, and no `until`: a period without it goes on.")),
        _ => None,
    }
}

/// Of a day that its month does not have, how many it has.
fn no_such_day(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (year, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let day: i8 = parts.next()?.parse().ok().filter(|_| parts.next().is_none())?;
    let last = Date::new(year, month, 1).ok()?.days_in_month();
    (year > 999 && day > last).then(|| format!("{} {year} has {last} days.", month_in_words(month)))
}

/// A word that is not one of the fixed set, with the one of which it is a misspelling, or all with what they mean.
pub(super) fn not_a_choice(rule: &'static Rule, span: Span, text: &str, field: &str, choices: &[Choice]) -> Diagnostic {
    let near = misspelt(text, choices.iter().map(|choice| choice.name));
    let help = if let Some(near) = near {
        format!("Write `{field}: {near}`.")
    } else {
        let listed: Vec<String> = choices.iter().map(in_words).collect();
        format!("Use one of these: {}.", listed.join(", "))
    };
    Diagnostic::new(rule, span, format!("`{field}` cannot be `{text}`.")).help(help).instead(near)
}

/// A choice, in plain words too where it does not say enough itself.
fn in_words(choice: &Choice) -> String {
    choice.plain.map_or_else(|| format!("`{}`", choice.name), |plain| format!("`{}` ({plain})", choice.name))
}

/// The names of fields, for help: the required ones first.
pub(super) fn names_of(fields: &[&'static [Field]]) -> String {
    const SHOWN: usize = 10;
    let mut all: Vec<&Field> = fields.iter().rev().flat_map(|part| part.iter()).collect();
    all.sort_by_key(|field| !field.required);
    let names: Vec<String> = all.iter().take(SHOWN).map(|field| format!("`{}`", field.name)).collect();
    names.join(", ")
}

/// What stands there, in an officer's words.
pub(super) fn sort(node: &Node) -> &'static str {
    match node.data {
        NodeData::Null => "nothing",
        NodeData::Scalar { .. } => "a text",
        NodeData::List(_) => "a list",
        NodeData::Map(_) => "a group of fields",
    }
}

pub(super) fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::Url => "an address of the web",
        Shape::Date | Shape::PartialDate => "a date",
        Shape::Length => "a length of time",
        Shape::Flag => "`true` or `false`",
        Shape::Integer | Shape::Number => "a number",
        Shape::Choice(_) => "a word of a fixed set",
        Shape::Reference(_) => "a reference",
        Shape::List(_) => "a list",
        Shape::Group(_) | Shape::Table(_) => "a group of fields",
    }
}

/// A value of the shape, as it is written in a file.
pub fn example(shape: &Shape) -> String {
    match shape {
        Shape::Text => "some text".to_owned(),
        Shape::Url => "https://www.example.org/".to_owned(),
        Shape::Date | Shape::PartialDate => "2019-11-06".to_owned(),
        Shape::Length => "8 weeks".to_owned(),
        Shape::Flag => "true".to_owned(),
        Shape::Integer => "12".to_owned(),
        Shape::Number => "12.5".to_owned(),
        Shape::Choice(choices) => choices.first().map_or_else(String::new, |choice| choice.name.to_owned()),
        Shape::Reference([kind]) => format!("the-{}", kind.name()),
        Shape::Reference(kinds) => format!("{}:its-name", kinds.first().unwrap_or(&Kind::Priority).name()),
        Shape::List(Shape::Group(_)) => "a list".to_owned(),
        Shape::List(inner) => format!("[{}]", example(inner)),
        Shape::Group(_) | Shape::Table(_) => "…".to_owned(),
    }
}
