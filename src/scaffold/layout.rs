//! Fields laid out in YAML, each with what it says, what may stand in it and a value of its form: drawn from their
//! declarations in the model.
//!
//! A line that begins with `# ` is a note. A field that may be left out begins with `#` and no space: without that sign,
//! the field is there.

use jiff::civil::Date;

use crate::model::field::{Choice, Field, Shape};
use crate::model::kind::Kind;

/// How long a line of a note becomes before it is broken.
const LINE_LENGTH: usize = 100;

/// What is seen in the place of a text that is still to be written.
const UNWRITTEN: &str = "…";

/// Lays out fields.
pub(super) struct Layout {
    /// A day for examples of dates.
    pub(super) day: Date,
    lines: Vec<String>,
}

impl Layout {
    pub(super) fn new(day: Date) -> Self {
        Self { day, lines: Vec::new() }
    }

    /// All that was laid out, each line with its end.
    pub(super) fn text(self) -> String {
        self.lines.into_iter().fold(String::new(), |all, line| all + &line + "\n")
    }

    /// A note that belongs to no field.
    pub(super) fn note(&mut self, text: &str) {
        self.remark("", 0, text);
    }

    /// An empty line.
    pub(super) fn space(&mut self) {
        self.lines.push(String::new());
    }

    /// A field that has its value.
    pub(super) fn given(&mut self, field: &Field, value: &str) {
        self.remarks("", 0, field);
        self.lines.push(format!("{}: {value}", field.name));
    }

    /// A field that must be filled in, with something in its place that cannot be taken for what is meant.
    pub(super) fn required(&mut self, field: &Field) {
        self.remarks("", 0, field);
        let place = match field.shape {
            Shape::Date | Shape::PartialDate => " YYYY-MM-DD",
            _ => "",
        };
        self.lines.push(format!("{}:{place}", field.name));
    }

    /// A field that may be left out.
    pub(super) fn optional(&mut self, field: &Field) {
        self.remarks("", 0, field);
        self.field("#", 0, "", field);
    }

    /// A field and its value of the right form, which stands on the same line or below it. `dash` begins an entry of a list.
    fn field(&mut self, sign: &str, indent: usize, dash: &str, field: &Field) {
        let margin = " ".repeat(indent);
        let begin = format!("{sign}{margin}{dash}{}:", field.name);
        let inner = indent + dash.len() + 2;
        match &field.shape {
            Shape::Group(fields) => {
                self.lines.push(begin);
                self.group(sign, inner, fields, false);
            }
            Shape::List(Shape::Group(fields)) => {
                self.lines.push(begin);
                self.group(sign, inner, fields, true);
            }
            Shape::List(Shape::Text) => {
                self.lines.push(begin);
                self.lines.push(format!("{sign}{}- {UNWRITTEN}", " ".repeat(inner)));
            }
            Shape::Table(shape) => {
                self.lines.push(begin);
                self.lines.push(format!("{sign}{}name: {}", " ".repeat(inner), self.example(shape)));
            }
            shape => self.lines.push(format!("{begin} {}", self.example(shape))),
        }
    }

    /// The fields of a group, those first that it needs. In an entry of a list the first begins with a dash.
    fn group(&mut self, sign: &str, indent: usize, fields: &[Field], is_entry: bool) {
        let mut ordered: Vec<&Field> = fields.iter().collect();
        ordered.sort_by_key(|field| !field.required);
        for (place, field) in ordered.into_iter().enumerate() {
            let dash = if is_entry && place == 0 { "- " } else { "" };
            let margin = if is_entry && place > 0 { indent + 2 } else { indent };
            self.remarks(sign, margin, field);
            self.field(sign, margin, dash, field);
        }
    }

    /// What a field says, and what may stand in it: words of a fixed set with what they mean, each on a line of its own.
    fn remarks(&mut self, sign: &str, indent: usize, field: &Field) {
        let needed = if field.required { "Needed." } else { "" };
        let said = [needed, field.meaning.trim(), &form(&field.shape)];
        self.remark(sign, indent, &said.join(" "));
        if let Shape::Choice(choices) = field.shape
            && choices.iter().any(|choice| explained(choice).is_some())
        {
            for choice in choices {
                let meaning = explained(choice).map_or_else(String::new, |meaning| format!(": {meaning}"));
                self.remark(sign, indent, &format!("- {}{meaning}", choice.name));
            }
        }
    }

    /// A note, broken into lines.
    fn remark(&mut self, sign: &str, indent: usize, text: &str) {
        let begin = format!("{sign}{}#", " ".repeat(indent));
        let mut line = begin.clone();
        for word in text.split_whitespace() {
            if line.len() > begin.len() && line.chars().count() + 1 + word.chars().count() > LINE_LENGTH {
                self.lines.push(std::mem::replace(&mut line, begin.clone()));
            }
            line.push(' ');
            line.push_str(word);
        }
        self.lines.push(line);
    }

    /// A value of this shape, on one line.
    fn example(&self, shape: &Shape) -> String {
        match shape {
            Shape::Text => UNWRITTEN.to_owned(),
            Shape::Url => "https://www.example.org/".to_owned(),
            Shape::Date | Shape::PartialDate => self.day.to_string(),
            Shape::Length => "8 weeks".to_owned(),
            Shape::Flag => "true".to_owned(),
            Shape::Integer => "12".to_owned(),
            Shape::Number => "12.5".to_owned(),
            Shape::Choice(choices) => choices.first().map_or("", |choice| choice.name).to_owned(),
            Shape::Reference([kind]) => format!("name-of-{}", with_article(*kind, "-")),
            Shape::Reference(kinds) => {
                let kind = kinds.first().copied().unwrap_or(Kind::Priority);
                format!("{}:name-of-{}", kind.name(), with_article(kind, "-"))
            }
            Shape::List(inner) => format!("[{}]", self.example(inner)),
            Shape::Group(fields) => {
                let field = |field: &Field| format!("{}: {}", field.name, self.example(&field.shape));
                format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
            }
            Shape::Table(inner) => format!("{{name: {}}}", self.example(inner)),
        }
    }
}

/// What may stand there, in a sentence; nothing where the value beside it says enough.
fn form(shape: &Shape) -> String {
    match shape {
        Shape::PartialDate => "Written as 2019, 2019-11 or 2019-11-06.".to_owned(),
        Shape::Date => "Written as 2019-11-06.".to_owned(),
        Shape::Length => "In days, weeks, months or years.".to_owned(),
        Shape::Choice(choices) if choices.iter().any(|choice| explained(choice).is_some()) => {
            "One of these:".to_owned()
        }
        Shape::Choice(choices) => {
            let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
            format!("One of these: {}.", names.join(", "))
        }
        Shape::Reference([]) => "The kind of the record, a colon, and its name.".to_owned(),
        Shape::Reference([kind]) => format!("The name of {}.", with_article(*kind, " ")),
        Shape::Reference(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| with_article(*kind, " ")).collect();
            let (last, others) = kinds.split_last().map_or(("", &kinds[..]), |(last, others)| (last.as_str(), others));
            format!("The kind, a colon, and the name of {} or {last}.", others.join(", "))
        }
        Shape::List(Shape::Group(_)) => "A list: the next entry begins with a hyphen too.".to_owned(),
        Shape::List(Shape::Text) => "A list: each entry on a line of its own, after a hyphen.".to_owned(),
        Shape::List(inner) => format!("A list, with commas between its entries. {}", form(inner)).trim_end().to_owned(),
        Shape::Table(inner) => form(inner),
        Shape::Text | Shape::Url | Shape::Flag | Shape::Integer | Shape::Number | Shape::Group(_) => String::new(),
    }
}

/// What a word means, where that is not the word itself.
fn explained(choice: &Choice) -> Option<&'static str> {
    let meaning = choice.meaning.trim();
    let bare = meaning.trim_end_matches('.');
    let bare = ["A ", "An ", "Any "].iter().find_map(|article| bare.strip_prefix(article)).unwrap_or(bare);
    (!bare.eq_ignore_ascii_case(&choice.name.replace('-', " "))).then_some(meaning)
}

/// `a priority`, `an event`, with `between` the two.
fn with_article(kind: Kind, between: &str) -> String {
    let name = kind.name();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article}{between}{name}")
}
