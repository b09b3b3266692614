//! One line of an unfinished YAML text, and the values in brackets on it.
//!
//! Must not know the lines around it.

use std::ops::Range;

use super::place::{Cursor, Step, Typed};

/// What stands on a line.
pub(super) struct Line<'a> {
    /// All of it.
    pub(super) text: &'a str,
    /// The columns of the marks of entries, in bytes.
    pub(super) dashes: Vec<usize>,
    /// The column at which the rest begins, in bytes.
    pub(super) column: usize,
    /// The rest, without a note.
    pub(super) content: &'a str,
    /// The bytes of a name before a colon.
    pub(super) key: Option<Range<usize>>,
    /// The bytes of what follows the colon.
    pub(super) value: Range<usize>,
    /// Where a note begins.
    pub(super) note: Option<usize>,
}

impl<'a> Line<'a> {
    /// Reads a line without its end.
    pub(super) fn read(text: &'a str) -> Self {
        let note = note(text);
        let said = text[..note.unwrap_or(text.len())].trim_end();
        let mut column = said.len() - said.trim_start().len();
        let mut dashes = Vec::new();
        while said[column..].starts_with('-') && said[column + 1..].starts_with([' ', '\t']) || &said[column..] == "-" {
            dashes.push(column);
            let rest = &said[column + 1..];
            column += 1 + rest.len() - rest.trim_start().len();
        }
        let content = &said[column..];
        // With nothing after the mark, what is typed begins one blank further.
        if content.is_empty() && !dashes.is_empty() {
            column = (column + 1).min(text.len()).max(column);
        }
        let key = key(content).map(|range| column + range.start..column + range.end);
        let value = key.as_ref().map_or(0..0, |key| {
            let rest = &said[(key.end + 1).min(said.len())..];
            let start = said.len() - rest.trim_start().len();
            start..said.len()
        });
        Self { text, dashes, column, content, key, value, note }
    }

    /// Whether nothing stands there but a note.
    pub(super) fn is_blank(&self) -> bool {
        self.content.is_empty() && self.dashes.is_empty()
    }
}

/// The bytes of a name at the beginning that a colon follows.
fn key(content: &str) -> Option<Range<usize>> {
    if content.starts_with(['[', '{', '&', '*', '!', '|', '>']) {
        return None;
    }
    let quote = content.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        Some(quote) => 1 + content[1..].find(quote)? + 1,
        None => 0,
    };
    let colon = content[from..].match_indices(':').map(|(at, _)| from + at).find(|at| {
        let after = &content[at + 1..];
        after.is_empty() || after.starts_with([' ', '\t'])
    })?;
    (colon > 0).then_some(0..colon)
}

/// Where a note begins: at a `#` that begins the line or follows a blank, outside of quotes (YAML 1.2, 6.6).
fn note(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '#' && before.is_whitespace() => return Some(at),
            None if matches!(c, '"' | '\'') && !before.is_alphanumeric() => quote = Some(c),
            Some(_) | None => {}
        }
        before = c;
    }
    None
}

/// What is open in a value in brackets.
enum Open {
    List,
    Group { key: Option<String>, keys: Vec<String> },
}

/// Where `at` stands within a value; of one without brackets the whole value.
pub(super) fn flow(value: &str, at: usize) -> Cursor {
    if !value.starts_with(['[', '{']) {
        return Cursor { path: Vec::new(), typed: Typed::Value, range: 0..value.len(), siblings: Vec::new() };
    }
    let mut open: Vec<Open> = Vec::new();
    let (mut word, mut quote) = (0, None);
    for (place, c) in value.char_indices().take_while(|(place, _)| *place < at) {
        let after = value[place + c.len_utf8()..].chars().next().unwrap_or(' ');
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => open.push(Open::List),
            (None, '{') => open.push(Open::Group { key: None, keys: Vec::new() }),
            (None, ']' | '}') => drop(open.pop()),
            (None, ',') => {
                if let Some(Open::Group { key, .. }) = open.last_mut() {
                    *key = None;
                }
            }
            (None, ':') if after.is_whitespace() || matches!(after, ',' | ']' | '}') => {
                // After the first colon of an entry others belong to its value, as in `{to: plan:`.
                let Some(Open::Group { key: key @ None, keys }) = open.last_mut() else { continue };
                let name = value[word..place].trim().trim_matches(['"', '\'']).to_owned();
                keys.push(name.clone());
                *key = Some(name);
            }
            (None, _) => continue,
        }
        if quote.is_none() && !matches!(c, '"' | '\'') {
            word = place + c.len_utf8();
        }
    }
    let at = at.min(value.len());
    // A name ends at its colon; a value may hold one.
    let ends: &[char] = if is_value(&open) { &[',', ']', '}'] } else { &[',', ']', '}', ':'] };
    let end = at + value[at..].find(ends).unwrap_or(value.len() - at);
    let said = &value[word.min(end)..end];
    let start = end - said.trim_start().len();
    let range = start..(start + said.trim().len()).max(start);
    let mut path = Vec::new();
    let last = open.len().saturating_sub(1);
    let mut found = (Typed::Value, Vec::new());
    for (place, level) in open.into_iter().enumerate() {
        match level {
            Open::List => path.push(Step::Entry),
            Open::Group { key: Some(key), .. } => path.push(Step::Key(key)),
            Open::Group { key: None, keys } if place == last => found = (Typed::Key, keys),
            Open::Group { key: None, .. } => {}
        }
    }
    Cursor { path, typed: found.0, range, siblings: found.1 }
}

fn is_value(open: &[Open]) -> bool {
    !matches!(open.last(), Some(Open::Group { key: None, .. }))
}
