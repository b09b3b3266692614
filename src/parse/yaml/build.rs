//! From the parser's events to the tree: duplicate names, aliases within bounds, faults in an officer's words.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, StructureStyle};

use super::comment;
use super::{DEEPEST_NESTING, Node, NodeData, Parsed, fault};
use crate::diagnostic::{Checked, Diagnostic, Family, Rule, Severity};
use crate::sources::{SourceId, Span, Spanned};

/// Most values that aliases may add to a file; far more than an honest file needs, far less than an alias bomb.
const MOST_ALIASED_VALUES: usize = 10_000;

/// The text is not YAML.
pub static YAML_SYNTAX: Rule = Rule {
    code: "yaml-syntax",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "The file cannot be read as YAML, the language in which fields are written. Most often a text holds \
                  a colon followed by a space, or begins with a special sign, and needs quotes around it; or a line \
                  is indented with a tab or by too few spaces. The finding stands where reading had to stop; until it \
                  is mended, the rest of the file may not be read either.",
    wrong: "title: Strategy: the draft",
    right: "title: \"Strategy: the draft\"",
};

/// The same name twice in one group.
pub static DUPLICATE_KEY: Rule = Rule {
    code: "duplicate-key",
    family: Family::Source,
    severity: Severity::Error,
    explanation: "A field is given twice. Nobody can tell which of the two is meant, and one would be lost without a \
                  word. Keep the one that is right and take the other out.",
    wrong: "owner: police\nowner: county-council",
    right: "owner: county-council",
};

/// Reads `text`, which begins `offset` bytes into its source.
pub fn parse(text: &str, source: SourceId, offset: usize) -> Checked<Parsed> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST_NESTING,
        block_nesting_limit: DEEPEST_NESTING,
    };
    let mut builder = Builder::new(text, source, offset);
    let mut complete = true;
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                if !builder.take(event, span) {
                    complete = false;
                    break;
                }
            }
            Err(error) => {
                builder.syntax_fault(&error);
                complete = false;
                break;
            }
        }
    }
    builder.finish(complete)
}

/// A list or group that is being read.
struct Open {
    span: Span,
    anchor: usize,
    /// Written in brackets, so that it means nothing until it is closed.
    bracketed: bool,
    data: OpenData,
}

enum OpenData {
    List(Vec<Node>),
    Map { entries: Vec<(Spanned<String>, Node)>, names: HashMap<String, Span>, key: Key },
}

/// The name in a group that waits for its value.
enum Key {
    /// None: a name comes next.
    Awaited,
    /// This one.
    Named(Spanned<String>),
    /// One that is no word, and was told of.
    Unusable,
}

struct Builder<'a> {
    text: &'a str,
    source: SourceId,
    offset: usize,
    open: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, Node>,
    aliased_values: usize,
    documents: usize,
    /// Whether a value could not be read, so that nothing may be said of what its place lacks.
    has_lost: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, source: SourceId, offset: usize) -> Self {
        Self {
            text,
            source,
            offset,
            open: Vec::new(),
            root: None,
            anchors: HashMap::new(),
            aliased_values: 0,
            documents: 0,
            has_lost: false,
            diagnostics: Vec::new(),
        }
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        let start = span.start.byte_offset().unwrap_or(0).min(self.text.len());
        let mut end = span.end.byte_offset().unwrap_or(start).clamp(start, self.text.len());
        let written = self.text.get(start..end).unwrap_or("");
        end = start + written.trim_end().len();
        Span::new(self.source, self.offset + start..self.offset + end)
    }

    fn fault(&mut self, span: Span, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::new(&YAML_SYNTAX, span, message).help(help));
    }

    /// Takes one event; `false` when there is no sense in going on.
    fn take(&mut self, event: Event<'_>, span: granit_parser::Span) -> bool {
        let span = self.span(span);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.fault(
                        span,
                        "A second document begins here, but a file holds one.",
                        "Take out the line of hyphens or dots before it, or move what follows to a file of its own.",
                    );
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.unprintable(&text, span);
                if let Some(tag) = tag.filter(|tag| tag.core_suffix() != Some("str")) {
                    let message = format!("`{}` before a text has no meaning here.", tag.original());
                    self.fault(span, message, "Take it out, or put quotes around the whole text.");
                }
                let plain = style == ScalarStyle::Plain;
                let empty = plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let data = if empty { NodeData::Null } else { NodeData::Scalar { text: text.into_owned(), plain } };
                self.add(Node { span, data }, anchor);
            }
            Event::SequenceStart(style, anchor, _) => {
                let bracketed = style == StructureStyle::Flow;
                self.open.push(Open { span, anchor, bracketed, data: OpenData::List(Vec::new()) });
            }
            Event::MappingStart(style, anchor, _) => {
                let bracketed = style == StructureStyle::Flow;
                let data = OpenData::Map { entries: Vec::new(), names: HashMap::new(), key: Key::Awaited };
                self.open.push(Open { span, anchor, bracketed, data });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(Some(span)),
            Event::Alias(id) => return self.alias(id, span),
            Event::UnresolvedAlias(name) => {
                let message = format!("`*{name}` points to `&{name}`, which stands nowhere before it in this file.");
                self.fault(span, message, "Put quotes around the text if it is meant to begin with `*`.");
                self.has_lost = true;
                self.add(Node { span, data: NodeData::Null }, 0);
            }
            _ => {}
        }
        true
    }

    /// Tells of a character that only an escape such as `\0` can have brought in, for those written as such are told when
    /// the file is read.
    fn unprintable(&mut self, text: &str, span: Span) {
        if let Some(found) = text.chars().find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{0C}')) {
            let message = format!("The text holds a character that no page can show (U+{:04X}).", u32::from(found));
            self.fault(span, message, "Take the backslash and what belongs to it out of the text.");
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> bool {
        let Some(target) = self.anchors.get(&id) else {
            self.fault(
                span,
                "This asterisk points back to the group or list in which it stands.",
                "Write the value out instead.",
            );
            self.has_lost = true;
            self.add(Node { span, data: NodeData::Null }, 0);
            return true;
        };
        self.aliased_values += count(target);
        if self.aliased_values > MOST_ALIASED_VALUES {
            self.fault(
                span,
                format!("The aliases of this file stand for more than {MOST_ALIASED_VALUES} values."),
                "Write the values out, or split the file.",
            );
            return false;
        }
        let node = Node { span, data: target.data.clone() };
        self.add(node, 0);
        true
    }

    /// Puts a finished value where it belongs.
    fn add(&mut self, node: Node, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.data {
            OpenData::List(items) => items.push(node),
            OpenData::Map { entries, names, key } => match std::mem::replace(key, Key::Awaited) {
                Key::Awaited => {
                    let name = match node.data {
                        NodeData::Scalar { text, .. } => Some(Spanned::new(text, node.span)),
                        _ => None,
                    };
                    if name.is_none() {
                        let diagnostic = Diagnostic::new(&YAML_SYNTAX, node.span, "A field's name must be a word.");
                        self.diagnostics.push(diagnostic.help("Write `name: value`."));
                    }
                    *key = name.map_or(Key::Unusable, Key::Named);
                }
                Key::Unusable => {}
                Key::Named(name) => {
                    if let Some(first) = names.get(&name.value) {
                        let message = format!("`{}` is given twice.", name.value);
                        let diagnostic = Diagnostic::new(&DUPLICATE_KEY, name.span, message)
                            .help("Keep the one that is right and take the other out.")
                            .related(*first, "It stands here first.");
                        self.diagnostics.push(diagnostic);
                    } else {
                        let after = if matches!(node.data, NodeData::Null) { name.span } else { node.span };
                        // A word, a number or a date is whole by itself; a text may well go on.
                        let is_plain = match &node.data {
                            NodeData::Null => true,
                            NodeData::Scalar { text, plain } => {
                                *plain && text.contains(|c: char| c == ' ' || c.is_uppercase())
                            }
                            _ => false,
                        };
                        let lost = comment::lost(self.text, self.offset, after).filter(|_| is_plain);
                        self.diagnostics.extend(lost);
                        names.insert(name.value.clone(), name.span);
                        entries.push((name, node));
                    }
                }
            },
        }
    }

    fn close(&mut self, end: Option<Span>) {
        let Some(open) = self.open.pop() else { return };
        let last = end.map_or(open.span.end, |end| end.end);
        let (data, last_inside) = match open.data {
            OpenData::List(items) => {
                let inside = items.last().map(|item| item.span.end);
                (NodeData::List(items), inside)
            }
            OpenData::Map { entries, .. } => {
                let inside = entries.last().map(|(key, value)| value.span.end.max(key.span.end));
                (NodeData::Map(entries), inside)
            }
        };
        let flow = end.is_some_and(|end| end.end > end.start);
        let end = if flow { last } else { last_inside.unwrap_or(open.span.end) };
        let span = Span { end: end.max(open.span.start), ..open.span };
        self.add(Node { span, data }, open.anchor);
    }

    fn syntax_fault(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
        let at = fault::place(error.kind(), self.text, floor(self.text, at));
        let line_start = self.text[..floor(self.text, at)].rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text[line_start..].lines().next().unwrap_or("");
        let (message, help) = fault::words(error.kind(), line);
        let span = Span::new(self.source, self.offset + at..self.offset + at);
        self.fault(span, message, help);
    }

    fn finish(mut self, complete: bool) -> Checked<Parsed> {
        while let Some(open) = self.open.last() {
            if open.bracketed {
                self.open.pop();
            } else {
                self.close(None);
            }
        }
        let complete = complete && !self.has_lost;
        Checked { value: Parsed { root: self.root, complete }, diagnostics: self.diagnostics }
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(0)
}

/// How many values a node holds, itself among them.
fn count(node: &Node) -> usize {
    1 + match &node.data {
        NodeData::List(items) => items.iter().map(count).sum(),
        NodeData::Map(entries) => entries.iter().map(|(_, value)| count(value)).sum(),
        NodeData::Null | NodeData::Scalar { .. } => 0,
    }
}
