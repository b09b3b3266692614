//! Where in a YAML text a field or an entry can be put, and what is to be written there, so that all else stays as it is.
//!
//! Must not know what any field means.

use super::{Node, NodeData};

/// Words to be put into a text at a byte of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// The byte before which they go.
    pub at: usize,
    /// What they are.
    pub words: String,
}

/// Has `entry`, which needs no quotes, in the list under `name` among the fields of a map; nothing where there is no place for it
/// that is plain to see. Spans of the map are of `text`.
pub fn into_list(text: &str, map: &Node, name: &str, entry: &str) -> Option<Insertion> {
    let NodeData::Map(fields) = &map.data else { return None };
    if let Some((_, list)) = fields.iter().find(|(key, _)| key.value == name) {
        return into_given(text, list, entry);
    }
    let written = text.get(map.span.range())?;
    if written.starts_with('{') {
        let at = map.span.range().start + written.rfind('}')?;
        let comma = if fields.is_empty() { "" } else { ", " };
        return Some(Insertion { at, words: format!("{comma}{name}: [{entry}]") });
    }
    // After a field that is written on one line.
    let is_on_one_line = |node: &Node| {
        matches!(node.data, NodeData::Scalar { .. })
            && text.get(node.span.range()).is_some_and(|words| !words.contains('\n') && !words.starts_with(['|', '>']))
    };
    let (key, value) = fields.iter().find(|(_, value)| is_on_one_line(value))?;
    let key_start = key.span.range().start;
    let line = text[..key_start].rfind('\n').map_or(0, |newline| newline + 1);
    let column = text[line..key_start].chars().count();
    let end = line_end(text, value.span.range().end);
    Some(Insertion { at: end, words: format!("{}{}{name}: [{entry}]", ending(text), " ".repeat(column)) })
}

fn into_given(text: &str, list: &Node, entry: &str) -> Option<Insertion> {
    let written = text.get(list.span.range())?;
    let NodeData::List(entries) = &list.data else {
        // A name with nothing after it.
        let is_empty = matches!(list.data, NodeData::Null) && written.trim().is_empty();
        return is_empty.then(|| Insertion { at: list.span.range().start, words: format!(" [{entry}]") });
    };
    if written.starts_with('[') {
        let at = list.span.range().start + written.rfind(']')?;
        let comma = if entries.is_empty() { "" } else { ", " };
        return Some(Insertion { at, words: format!("{comma}{entry}") });
    }
    let lowest = entries.last()?.span.range();
    let line = text[..lowest.start].rfind('\n').map_or(0, |newline| newline + 1);
    let mark = text.get(line..lowest.start)?;
    let is_mark = mark.trim() == "-" && !text[lowest.clone()].contains('\n');
    is_mark.then(|| Insertion { at: line_end(text, lowest.end), words: format!("{}{mark}{entry}", ending(text)) })
}

/// The end of the line that holds a byte, before what ends it.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

/// How the lines of a text end.
fn ending(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml::parse;
    use crate::sources::SourceId;

    /// The text with `new` in the list `aliases` of its map, or of the second entry of its list.
    fn with(text: &str) -> Option<String> {
        let root = parse(text, SourceId(0), 0).value.root?;
        let map = match &root.data {
            NodeData::List(entries) => entries.get(1)?,
            _ => &root,
        };
        let Insertion { at, words } = into_list(text, map, "aliases", "new")?;
        Some(format!("{}{words}{}", &text[..at], &text[at..]))
    }

    #[test]
    fn an_entry_goes_where_such_entries_go() {
        let table = [
            ("title: A\nowner: b\n", Some("title: A\naliases: [new]\nowner: b\n")),
            ("title: A # x\r\n", Some("title: A # x\r\naliases: [new]\r\n")),
            ("title: A\naliases: [old]\n", Some("title: A\naliases: [old, new]\n")),
            ("title: A\naliases: []\n", Some("title: A\naliases: [new]\n")),
            (
                "title: A\naliases:\n  - old # x\nowner: b\n",
                Some("title: A\naliases:\n  - old # x\n  - new\nowner: b\n"),
            ),
            ("- id: a\n- id: b\n  title: B\n", Some("- id: a\n- id: b\n  aliases: [new]\n  title: B\n")),
            ("- {id: a}\n- {id: b, title: B}\n", Some("- {id: a}\n- {id: b, title: B, aliases: [new]}\n")),
            (
                "summary: >\n  Many\n  lines\ntitle: 'A'",
                Some("summary: >\n  Many\n  lines\ntitle: 'A'\naliases: [new]"),
            ),
            ("aliases: old\ntitle: A\n", None),
        ];
        for (text, expected) in table {
            assert_eq!(with(text).as_deref(), expected, "{text}");
        }
    }
}
