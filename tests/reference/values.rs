//! The shapes of values: how a date, a length of time or a reference is written.

use folkmoot::model::field::Shape;
use folkmoot::parse::yaml::example;

use super::Pages;
use super::fields::form;
use super::sheet::Sheet;

/// Every shape, in the order in which the page shows them.
const SHAPES: [Shape; 13] = [
    Shape::Text,
    Shape::Url,
    Shape::Date,
    Shape::PartialDate,
    Shape::Length,
    Shape::Flag,
    Shape::Integer,
    Shape::Number,
    Shape::Choice(&[]),
    Shape::Reference(&[]),
    Shape::List(&Shape::Text),
    Shape::Group(&[]),
    Shape::Table(&Shape::Text),
];

pub(super) fn pages() -> Pages {
    let summary = "How dates, lengths of time, numbers, references, lists and groups are written in fields.";
    let mut sheet = Sheet::new("Values", summary);
    sheet.say(
        "Fields are written in [YAML 1.2](https://yaml.org/spec/1.2.2/): a name, a colon, a space and a value. A value of the \
         wrong shape is told at its place, with what belongs there. A field with nothing after its colon counts as left out.",
    );
    for shape in &SHAPES {
        sheet.heading(2, name(shape));
        sheet.say(rule(shape));
        sheet.code(&lines(shape).join("\n"));
    }
    sheet.heading(2, "Periods");
    sheet.say(
        "A `period` is a group of `from` and `until`, each a year, a month or a day; either may be left out. A year reaches to \
         its last day: `until: 2021` is 31 December 2021. An end before its beginning is told by \
         [ends-before-it-begins](findings/ends-before-it-begins.md).",
    );
    sheet.code("period: {from: 2019, until: 2021-03}");
    [("values.md".to_owned(), sheet.finish())].into()
}

fn name(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "Text",
        Shape::Url => "Addresses of the web",
        Shape::Date => "Days",
        Shape::PartialDate => "Years, months and days",
        Shape::Length => "Lengths of time",
        Shape::Flag => "True or false",
        Shape::Integer => "Whole numbers",
        Shape::Number => "Numbers",
        Shape::Choice(_) => "Words of a fixed set",
        Shape::Reference(_) => "References",
        Shape::List(_) => "Lists",
        Shape::Group(_) => "Groups of fields",
        Shape::Table(_) => "Names of your choosing",
    }
}

fn rule(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => {
            "Any text. It needs quotes where it holds a colon and a space, or begins with one of the signs of YAML, such as \
             `#`, `[` or `\"`. Longer text goes on below, indented, after `>-`."
        }
        Shape::Url => "A full address that begins with `https://` or `http://`.",
        Shape::Date => {
            "The year in four digits, the month and the day (ISO 8601). No other form is taken, so that nobody can read it two ways."
        }
        Shape::PartialDate => "A year, a month or a day, as far as it is known.",
        Shape::Length => "A whole number and `days`, `weeks`, `months` or `years`.",
        Shape::Flag => "`true` or `false`. A field that is left out is `false`.",
        Shape::Integer => "A whole number. Thousands may be set apart by commas, and a pound sign may stand before it.",
        Shape::Number => "A number with or without decimals, with a full stop between. It is shown as it is written.",
        Shape::Choice(_) => {
            "One word of a list, which stands with the field; all lists are among the [fixed words](words.md)."
        }
        Shape::Reference(_) => {
            "The name of a record: its kind, a colon, its name. Where a field takes one kind alone, the name is enough. A part of \
             a record follows after `#`. [References](references.md) has more."
        }
        Shape::List(_) => {
            "Several values, each on a line of its own after a hyphen, or all on one line in square brackets."
        }
        Shape::Group(_) => "Named values within a field, on lines below it, or on one line in curly brackets.",
        Shape::Table(_) => {
            "Names that you choose, and for each a value. Which names make sense is said with the field."
        }
    }
}

fn lines(shape: &Shape) -> Vec<String> {
    let words = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
    match shape {
        Shape::Text => words(&[
            "title: Knife crime",
            "note: \"Safer parks: a beginning\"",
            "summary: >-",
            "  Fewer young people",
            "  carry a knife.",
        ]),
        Shape::Choice(_) => words(&["status: current"]),
        Shape::PartialDate => words(&["published: 2019", "published: 2019-11", "published: 2019-11-06"]),
        Shape::Reference(_) => words(&["owner: board:safety-board", "topics: [violence]", "to: document:report#p10"]),
        Shape::List(_) => words(&[
            "aims:",
            "  - Listen to those who are most affected.",
            "  - Act early.",
            "topics: [violence, young-people]",
        ]),
        Shape::Group(_) => words(&["contact:", "  name: Community safety team", "  email: safety@example.org"]),
        Shape::Table(_) => words(&["checks:", "  dead-link: error", "  date-form: off"]),
        Shape::Integer => words(&["responses: 240", "amount: £880,000"]),
        Shape::Number => words(&["baseline: 12.5"]),
        Shape::Url | Shape::Date | Shape::Length | Shape::Flag => {
            vec![format!("{}: {}", a_field(shape), example(shape))]
        }
    }
}

fn a_field(shape: &Shape) -> &'static str {
    match shape {
        Shape::Url => "url",
        Shape::Date => "date",
        Shape::Length => "stated_length",
        _ => "numbered",
    }
}

/// A shape that is added to the model has no arm above and stops the compiler; this holds that none is left out of the list.
#[test]
fn every_shape_has_its_place_once() {
    let names: std::collections::BTreeSet<&str> = SHAPES.iter().map(name).collect();
    assert_eq!(names.len(), SHAPES.len());
    assert!(SHAPES.iter().all(|shape| !form(shape).is_empty() && !lines(shape).is_empty()));
}
