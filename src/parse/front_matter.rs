//! The fields at the top of a Markdown file, between two lines of `---`, or of `+++` where another tool wrote them.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::field::Fields;
use crate::model::kind::Kind;
use crate::model::record::{Shared, own_fields};
use crate::sources::{SourceId, Span};

/// Front matter without an end.
pub static FRONT_MATTER_OPEN: Rule = Rule {
    code: "front-matter-open",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "The fields at the top of a Markdown file have no end, or do not begin on its first line. They stand \
                  between two lines of three hyphens; without the second, nobody can tell where the fields end and \
                  the text begins. Put `---` on a line of its own after the last field, and nothing before the first. \
                  On ordinary pages this is a warning, because the lines may be meant as text.",
    wrong: "---\ntitle: Knife crime\n\nWe work together.",
    right: "---\ntitle: Knife crime\n---\n\nWe work together.",
};

/// A Markdown file in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Bytes of the YAML, without the fences; nothing where there is none.
    pub fields: Option<std::ops::Range<usize>>,
    /// Bytes of TOML in their place, without the fences.
    pub toml: Option<std::ops::Range<usize>>,
    /// First byte of the Markdown.
    pub body_start: usize,
}

/// Finds the front matter of `text`. A first line of `---` that is followed by no field, or by no second such line, is a
/// thematic break of Markdown.
pub fn split(text: &str) -> Split {
    let plain = Split { fields: None, toml: None, body_start: 0 };
    let mut lines = lines_with_ranges(text);
    let Some((first, fields)) = lines.next() else { return plain };
    let is_toml = first.trim_end() == "+++";
    if !is_toml && first.trim_end() != "---" {
        return plain;
    }
    for (line, range) in lines {
        let between = fields.end..range.start;
        match line.trim_end() {
            "+++" if is_toml => return Split { toml: Some(between), body_start: range.end, ..plain },
            "---" | "..." if !is_toml && may_be_fields(&text[between.clone()]) => {
                return Split { fields: Some(between), body_start: range.end, ..plain };
            }
            "---" | "..." if !is_toml => return plain,
            _ => {}
        }
    }
    plain
}

/// Whether what stands between two lines of `---` is not plainly running text: it is nothing, or its first line that says
/// something could be a field or belong to a list.
fn may_be_fields(text: &str) -> bool {
    let said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    text.lines()
        .find(said)
        .is_none_or(|line| line.contains(':') || line.starts_with(['-', '{', '[', '\t', '%', '&', '!']))
}

/// A finding where fields were begun at the top and never ended, or stand at the top without what begins them. Only
/// names of fields make it likely that fields were meant, and not a rule and a sentence with a colon.
pub fn unfinished(text: &str, source: SourceId) -> Option<Diagnostic> {
    if split(text).fields.is_some() || split(text).toml.is_some() {
        return None;
    }
    let mut lines = lines_with_ranges(text).skip_while(|(line, _)| line.trim().is_empty());
    let (first, range) = lines.next()?;
    let fence = first.trim();
    let span = Span::new(source, range.start..range.start + first.trim_end().len());
    let finding = |message: &str, help: &str| Some(Diagnostic::new(&FRONT_MATTER_OPEN, span, message).help(help));
    let is_fence = fence.len() >= 3 && fence.bytes().all(|byte| byte == b'-');
    if is_fence {
        let (second, _) = lines.next()?;
        if !is_field(second) {
            return None;
        }
        let closed = lines.any(|(line, _)| line.trim() == fence);
        return if closed {
            finding(
                "The fields that begin here are not read.",
                "Make the first line of the file three hyphens, `---`, with nothing before them, and end the fields the same way.",
            )
        } else {
            finding(
                "The fields that begin here have no end.",
                "Put a line of three hyphens, `---`, after the last field.",
            )
        };
    }
    // Without the first fence, the fields and the second one read as a heading to Markdown.
    let mut fields = 0;
    let end = std::iter::once((first, range.clone())).chain(lines).find(|(line, _)| {
        fields += usize::from(is_field(line));
        !is_field(line) && !line.starts_with([' ', '-', '\t']) || line.trim_end() == "---"
    });
    let ends = end.is_some_and(|(line, _)| line.trim_end() == "---");
    (ends && fields > 0).then(|| {
        finding(
            "The fields that stand here are not read.",
            "Put a line of three hyphens, `---`, before the first field.",
        )
    })?
}

/// Whether a line begins with the name of a field that some kind of record has, a colon, then nothing or a space.
fn is_field(line: &str) -> bool {
    let Some((word, rest)) = line.split_once(':') else { return false };
    let of_kinds = Kind::ALL.iter().flat_map(|kind| own_fields(*kind));
    let known = Shared::FIELDS.iter().chain(of_kinds).any(|field| field.name == word || field.also == Some(word));
    known && (rest.trim().is_empty() || rest.starts_with(' '))
}

fn lines_with_ranges(text: &str) -> impl Iterator<Item = (&str, std::ops::Range<usize>)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = rest.find(['\r', '\n']).map_or(rest.len(), |at| at + 1 + usize::from(rest[at..].starts_with("\r\n")));
        let range = start..start + end;
        start = range.end;
        Some((&text[range.clone()], range))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_fences_of_any_line_ending() {
        let split_of = |text: &'static str| {
            let split = split(text);
            (split.fields.map(|range| &text[range]), &text[split.body_start..])
        };
        assert_eq!(split_of("---\ntitle: A\n---\nText"), (Some("title: A\n"), "Text"));
        assert_eq!(split_of("---\r\ntitle: A\r\n---\r\nText"), (Some("title: A\r\n"), "Text"));
        assert_eq!(split_of("---\rtitle: A\r---\r\rText"), (Some("title: A\r"), "\rText"));
        assert_eq!(split_of("---\n---"), (Some(""), ""));
        assert_eq!(split_of("---\n\nA break, text\n\n---\n"), (None, "---\n\nA break, text\n\n---\n"));
        assert_eq!(split_of("---\n# no more\n\n---\nText"), (Some("# no more\n\n"), "Text"));
        assert_eq!(split("+++\na = 1\n+++\nText"), Split { fields: None, toml: Some(4..10), body_start: 14 });
        assert_eq!(split_of("+++\nText"), (None, "+++\nText"));
        assert_eq!(split_of("---\n\nA break, then text"), (None, "---\n\nA break, then text"));
        assert_eq!(split_of("Text\n---\n"), (None, "Text\n---\n"));
        assert_eq!(split_of(""), (None, ""));
        let told = |text: &str| unfinished(text, SourceId(0)).map(|finding| finding.message);
        for faulty in [
            "---\ntitle: A\n\nText",
            "\n---\ntitle: A\n---\n",
            "----\ntitle: A\n----\n",
            " ---\ntitle: A\n---\n",
            "title: A\n---\n",
        ] {
            assert!(told(faulty).is_some(), "{faulty}");
        }
        for sound in [
            "---\ntitle: A\n---\n",
            "---\n\nText\n",
            "Note: this\n---\n",
            "---\nA sentence: with more\n",
            "+++\ntitle = 1\n+++\n",
        ] {
            assert_eq!(told(sound), None, "{sound}");
        }
    }
}
