//! Where in an unfinished YAML text somebody is typing: under which names, and whether a name or a value.
//!
//! The text is rarely sound while it is typed, so it is read line by line by its indentation (YAML 1.2, 6.1), and not by the
//! parser. Must not know which fields there are.

mod line;
mod place;

pub use place::{Cursor, Step, Typed};

use std::ops::Range;

use line::{Line, flow};

/// Where `offset` of `text` stands; nothing within a note.
pub fn cursor(text: &str, offset: usize) -> Option<Cursor> {
    let offset = text.floor_char_boundary(offset);
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |newline| offset + newline);
    let line = Line::read(text[start..end].trim_end_matches('\r'));
    let at = offset - start;
    if line.note.is_some_and(|note| at > note) {
        return None;
    }
    // Nothing but blanks: what will be typed begins where the cursor stands.
    let column = if line.content.is_empty() && line.dashes.is_empty() { at } else { line.column };
    let dashes: Vec<usize> = line.dashes.iter().copied().filter(|dash| *dash < at).collect();
    let outer = dashes.first().copied().unwrap_or(column);
    let (mut path, mut siblings) = above(&text[..start], (outer, !dashes.is_empty()), column, dashes.is_empty());
    siblings.extend(below(text.get(end..).unwrap_or(""), column));
    path.extend(dashes.iter().map(|_| Step::Entry));

    let shift = |range: Range<usize>| start + range.start..start + range.end;
    match &line.key {
        Some(key) if at > key.end => {
            let name = line.text[key.clone()].trim_matches(['"', '\'']).to_owned();
            path.push(Step::Key(name));
            let value = line.value.clone();
            if at < value.start || at > value.end {
                return Some(Cursor { path, typed: Typed::Value, range: offset..offset, siblings: Vec::new() });
            }
            let inner = flow(&line.text[value.clone()], at - value.start);
            path.extend(inner.path);
            let range = value.start + inner.range.start..value.start + inner.range.end;
            Some(Cursor { path, typed: inner.typed, range: shift(range), siblings: inner.siblings })
        }
        Some(key) => Some(Cursor { path, typed: Typed::Key, range: shift(key.clone()), siblings }),
        None if line.content.starts_with(['[', '{']) => {
            let inner = flow(line.content, at.saturating_sub(line.column));
            path.extend(inner.path);
            let range = line.column + inner.range.start..line.column + inner.range.end;
            Some(Cursor { path, typed: inner.typed, range: shift(range), siblings: inner.siblings })
        }
        None => {
            let range = if line.content.is_empty() { at..at } else { line.column..line.column + line.content.len() };
            Some(Cursor { path, typed: Typed::Either, range: shift(range), siblings })
        }
    }
}

/// The way to what begins at a column, and the names beside it, from the lines before. `outer`: the column of the first thing on
/// its line, and whether that is the mark of an entry.
fn above(before: &str, outer: (usize, bool), column: usize, is_among: bool) -> (Vec<Step>, Vec<String>) {
    let (mut limit, mut is_entry) = outer;
    let (mut path, mut siblings, mut is_among) = (Vec::new(), Vec::new(), is_among);
    for text in before.lines().rev() {
        let line = Line::read(text);
        if line.is_blank() {
            continue;
        }
        if let Some(key) = &line.key {
            let name = || line.text[key.clone()].trim_matches(['"', '\'']).to_owned();
            if is_among && line.column == column {
                siblings.push(name());
            } else if line.column < limit || (is_entry && line.column == limit && line.dashes.is_empty()) {
                path.push(Step::Key(name()));
                (limit, is_entry, is_among) = (line.column, false, false);
            }
        }
        for dash in line.dashes.iter().rev() {
            if *dash < limit {
                path.push(Step::Entry);
                (limit, is_entry, is_among) = (*dash, true, false);
            }
        }
        if limit == 0 && !is_entry {
            break;
        }
    }
    path.reverse();
    (path, siblings)
}

/// The names at a column on the lines after, as far as they belong to the same fields.
fn below(after: &str, column: usize) -> Vec<String> {
    let mut siblings = Vec::new();
    for text in after.lines().skip(1) {
        let line = Line::read(text);
        if line.is_blank() {
            continue;
        }
        let first = line.dashes.first().copied().unwrap_or(line.column);
        if first < column {
            break;
        }
        if let Some(key) = line.key.clone().filter(|_| line.column == column && line.dashes.is_empty()) {
            siblings.push(line.text[key].trim_matches(['"', '\'']).to_owned());
        }
    }
    siblings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `|` marks the cursor. The way, what is typed, the words of the range, the names beside it.
    fn at(marked: &str) -> String {
        let offset = marked.find('|').unwrap_or(marked.len());
        let text = marked.replacen('|', "", 1);
        let Some(cursor) = cursor(&text, offset) else { return "nothing".to_owned() };
        let step = |step: &Step| match step {
            Step::Key(name) => name.clone(),
            Step::Entry => "-".to_owned(),
        };
        let path: Vec<String> = cursor.path.iter().map(step).collect();
        format!("{} {:?} `{}` {:?}", path.join("/"), cursor.typed, &text[cursor.range], cursor.siblings)
    }

    #[test]
    fn names_and_values_of_blocks_are_told_apart() {
        assert_eq!(at("title: A\now|"), " Either `ow` [\"title\"]");
        assert_eq!(at("title: A\n|\nstatus: x"), " Either `` [\"title\", \"status\"]");
        assert_eq!(at("ow|ner: a"), " Key `owner` []");
        assert_eq!(at("owner: |"), "owner Value `` []");
        assert_eq!(at("owner:|"), "owner Value `` []");
        assert_eq!(at("owner: coun|cil # note"), "owner Value `council` []");
        assert_eq!(at("owner: council # no|te"), "nothing");
        assert_eq!(at("owner:\r\n  coun|cil\r\nstatus: x"), "owner Either `council` []");
    }

    #[test]
    fn lists_are_followed_at_either_indentation() {
        assert_eq!(at("links:\n  - to: plan:a\n    rel|"), "links/- Either `rel` [\"to\"]");
        assert_eq!(at("links:\n- to: plan:a\n  relation: sup|\n  note: x"), "links/-/relation Value `sup` []");
        assert_eq!(at("links:\n- to: plan:a\n- |"), "links/- Either `` []");
        assert_eq!(at("topics:\n  - viol|"), "topics/- Either `viol` []");
        assert_eq!(at("seats:\n  - role: chair\n    holder:\n      na|"), "seats/-/holder Either `na` []");
        assert_eq!(at("- id: a\n  title: A\n- id: b\n  |"), "- Either `` [\"id\"]");
        assert_eq!(at("a:\n  b: 1\nc: |"), "c Value `` []");
    }

    #[test]
    fn values_in_brackets_are_followed_on_their_line() {
        assert_eq!(at("topics: [violence, you|ng]"), "topics/- Value `young` []");
        assert_eq!(at("topics: [|]"), "topics/- Value `` []");
        assert_eq!(at("period: {from: 2019, un|}"), "period Key `un` [\"from\"]");
        assert_eq!(at("period: {from: 20|19, until: 2021}"), "period/from Value `2019` []");
        assert_eq!(at("seats:\n  - {role: chair, holder: {na|"), "seats/-/holder Key `na` []");
        assert_eq!(at("links: [{to: \"plan:a, b\", relation: |}]"), "links/-/relation Value `` []");
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_too_odd(text in "[-a\u{e9}:#\\[\\]{}, \"'\n\r\t]{0,60}", at in 0_usize..80) {
            if let Some(found) = cursor(&text, at.min(text.len())) {
                prop_assert!(text.get(found.range.clone()).is_some(), "{:?}", found);
            }
        }
    }
}
