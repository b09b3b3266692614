//! Names of records as they are written: in references, as the `id` of an entry of a list, in definitions of links.
//!
//! Must not know which places refer to a record.

use std::ops::Range;

use crate::graph::Record;
use crate::graph::address::decode;
use crate::model::reference::RecordId;
use crate::parse::reference::{canonical, parse};
use crate::sources::{Sources, Span};

/// A reference as written with another name in it; nothing where it names another record, or none. `needs_kind`: whether a name
/// alone would fit several records.
pub(super) fn renamed(written: &str, old: &RecordId, new: &RecordId, needs_kind: bool) -> Option<String> {
    let quote =
        written.chars().next().filter(|c| matches!(c, '"' | '\'') && written.len() > 1 && written.ends_with(*c));
    let inner = quote.map_or(written, |_| &written[1..written.len() - 1]);
    let name_end = inner.find('#').unwrap_or(inner.len());
    let (name, part) = inner.split_at(name_end);
    let (kind, slug) = name.split_once(':').map_or((None, name), |(kind, slug)| (Some(kind), slug));
    let is_kind = match kind {
        Some(kind) => kind.trim() == old.kind.name(),
        None => !name.contains('/') || old.slug.contains('/'),
    };
    let decoded = decode(slug.trim()).unwrap_or_else(|| slug.trim().to_owned());
    if !is_kind || canonical(&decoded) != old.slug {
        return None;
    }
    let reference = match kind {
        Some(kind) => format!("{kind}:{}{}", blanks(slug), new.slug),
        None if needs_kind => new.to_string(),
        None => new.slug.clone(),
    };
    // What is written must be read as what is meant.
    parse(&reference).ok()?;
    let quote = quote.map(String::from).unwrap_or_default();
    Some(format!("{quote}{reference}{part}{quote}"))
}

/// A reference as written with another part in it; nothing where it names another part, or none.
pub(super) fn with_part(written: &str, old: &str, new: &str) -> Option<String> {
    let (name, part) = written.split_once('#')?;
    let quote = part.chars().last().filter(|c| matches!(c, '"' | '\''));
    let said = quote.map_or(part, |quote| part.trim_end_matches(quote));
    let decoded = decode(said).unwrap_or_else(|| said.to_owned());
    let is_reference = name.is_empty() || name.contains(':') || !name.contains(['/', '.']);
    let quote = quote.map(String::from).unwrap_or_default();
    (is_reference && canonical(&decoded) == old).then(|| format!("{name}#{new}{quote}"))
}

/// The blanks at the beginning.
fn blanks(text: &str) -> &str {
    &text[..text.len() - text.trim_start().len()]
}

/// Where the value of the `id` of an entry of a list stands, without quotes.
pub(super) fn id_of_entry(sources: &Sources, record: &Record) -> Option<Span> {
    let text = sources.get(record.source).text();
    let extent = record.extent.range();
    let written = text.get(extent.clone())?;
    let is_start = |at: usize| {
        let before = written[..at].trim_end_matches([' ', '\t', '"', '\'']);
        before.is_empty() || before.ends_with(['\n', '\r', '{', ',', '-'])
    };
    let colon = |rest: &str| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':');
    let names = written.match_indices("id").map(|(at, _)| at).filter(|at| is_start(*at) && colon(&written[at + 2..]));
    for at in names {
        let value = at + written[at..].find(':')? + 1;
        let rest = &written[value..];
        let start = value + rest.len() - rest.trim_start_matches([' ', '\t', '"', '\'']).len();
        let ends: &[char] = &['"', '\'', ',', '}', '\n', '\r', '#'];
        let said = written[start..].split(ends).next().unwrap_or("").trim_end();
        if canonical(said) == record.id.slug {
            let start = extent.start + start;
            return Some(Span::new(record.source, start..start + said.len()));
        }
    }
    None
}

/// The destinations of the definitions, `[label]: destination`, in the source of a link that leads to one of them, which `named`
/// changes, each with what is to stand there.
pub(super) fn definitions(
    sources: &Sources,
    link: Span,
    named: impl Fn(&str) -> Option<String>,
) -> Vec<(Span, String)> {
    let text = sources.get(link.source).text();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(range) = destination_of_definition(line)
            && let Some(words) = named(&line[range.clone()])
        {
            found.push((Span::new(link.source, start + range.start..start + range.end), words));
        }
        start += line.len();
    }
    found
}

/// The bytes of the destination in a line such as `[label]: <destination> "title"` (`CommonMark` 0.31, 4.7).
fn destination_of_definition(line: &str) -> Option<Range<usize>> {
    let trimmed = line.trim_start_matches([' ', '>']);
    let rest = trimmed.strip_prefix('[')?;
    let label_end = rest.find("]:").filter(|end| *end > 0 && !rest.starts_with('^'))?;
    let after = &rest[label_end + 2..];
    let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
    let start = line.len() - after.len() + blanks;
    let said = &line[start..];
    match said.strip_prefix('<') {
        Some(inner) => Some(start + 1..start + 1 + inner.find('>')?),
        None => Some(start..start + said.find(char::is_whitespace).unwrap_or(said.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    #[test]
    fn references_get_another_name_in_the_form_they_had() {
        let id = |slug: &str| RecordId { kind: Kind::Priority, slug: slug.to_owned() };
        let now = |written: &str| renamed(written, &id("caf\u{e9}"), &id("new"), false);
        assert_eq!(now("priority:cafe\u{301}").as_deref(), Some("priority:new"));
        assert_eq!(now("\"priority:caf\u{e9}#why\"").as_deref(), Some("\"priority:new#why\""));
        assert_eq!(now("priority:caf%C3%A9").as_deref(), Some("priority:new"));
        assert_eq!(now("'caf\u{e9}'").as_deref(), Some("'new'"));
        assert_eq!(now("board:caf\u{e9}"), None);
        assert_eq!(now("caf\u{e9}s"), None);
        let with_kind = renamed("knife", &id("knife"), &id("new"), true);
        assert_eq!(with_kind.as_deref(), Some("priority:new"));
    }

    #[test]
    fn destinations_of_definitions_are_found() {
        let found = |line: &str| destination_of_definition(line).map(|range| line[range].to_owned());
        assert_eq!(found("[a]: priority:x \"T\"\n").as_deref(), Some("priority:x"));
        assert_eq!(found("> [a b]: <my file.md>\r\n").as_deref(), Some("my file.md"));
        assert_eq!(found("[^1]: priority:x"), None);
        assert_eq!(found("[a](b): c"), None);
    }
}
