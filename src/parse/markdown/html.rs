//! Raw HTML made harmless: what the allow-list knows is written anew, the rest is left out and told; what comes out is
//! well-formed whatever went in.
//!
//! Must not know Markdown.

use std::ops::Range;

use super::allow_list::{self, Element, Holds, Value};
use super::anchors;
use super::escape::push_escaped;
use super::fragment::Fragment;
use super::ledger::{Ledger, as_browsers_read};
use super::nesting::OpenTags;
use super::tokens::{Start, Token, Written, tokens};
use super::tree::{HtmlPiece, LinkUse};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::language::{is_language_tag, tag_of};

/// Raw HTML that was left out.
pub static HTML_DROPPED: Rule = Rule {
    code: "html-dropped",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "Some HTML is left out of the page. HTML is the code that web pages are made of: words in angle \
                  brackets such as `<b>` and `</b>`. A page may use the harmless part of it: text, lists, tables, \
                  pictures. Code that runs, forms, and anything that sets colours, sizes or alignment is left out, \
                  because the look of the site is set in one place and the site has to be safe; so is a tag that \
                  stands where it cannot, or that has no beginning or end. Plain Markdown nearly always does the \
                  same. To show angle brackets as they are, type `&lt;` for `<`, or put the words between back \
                  quotes.",
    wrong: "<p align=\"center\">Welcome to <font color=\"red\">our</font> plan.</p>\n\nSend it to <your name>.",
    right: "Welcome to **our** plan.\n\nSend it to `<your name>`.",
};

/// A language whose tag is none.
pub static UNKNOWN_LANGUAGE: Rule = Rule {
    code: "unknown-language",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "Screen readers and browsers know a language by its tag (WCAG 2.2, criterion 3.1.2; BCP 47): `cy` for Welsh, `gu` \
        for Gujarati, `pl` for Polish, `en-GB` for English as it is written here. The name of the language in words means \
        nothing to them, and is left out of the page.",
    wrong: "<span lang=\"welsh\">Croeso</span>",
    right: "<span lang=\"cy\">Croeso</span>",
};

/// What an inline tag comes to.
pub(super) enum InlineHtml {
    /// These pieces, perhaps none.
    Pieces(Vec<HtmlPiece>),
    /// Here begins an element that is left out with its content.
    DropBegins,
    /// Here it ends: only so many inlines are kept.
    DropEnds(usize),
}

/// A block of raw HTML among blocks whose open elements are `tags`.
pub(super) fn block(fragment: &Fragment, tags: &mut OpenTags, ledger: &mut Ledger<'_>) -> Vec<HtmlPiece> {
    let mut writer = Writer { pieces: Vec::new(), markup: String::new(), in_link: false, fragment, tags, ledger };
    let mut skipped: Option<(String, u32)> = None;
    for token in tokens(&fragment.html) {
        if let Some((name, depth)) = skipped.take() {
            let depth = depth_after(&token, &name, depth);
            skipped = if depth == 0 { None } else { Some((name, depth)) };
        } else if let Token::Start(start) = &token
            && is_left_out_with_content(&start.name)
        {
            writer.report_content(start);
            skipped = if start.self_closing { None } else { Some((start.name.clone(), 1)) };
        } else {
            writer.token(token);
        }
    }
    writer.finish()
}

/// A tag within a line of text whose open elements are `tags`; `inlines_before` stand before it.
pub(super) fn inline(
    fragment: &Fragment,
    tags: &mut OpenTags,
    in_link: bool,
    inlines_before: usize,
    ledger: &mut Ledger<'_>,
) -> InlineHtml {
    let mut writer = Writer { pieces: Vec::new(), markup: String::new(), in_link, fragment, tags, ledger };
    for token in tokens(&fragment.html) {
        if let Some(dropping) = writer.tags.dropping() {
            dropping.depth = depth_after(&token, &dropping.name, dropping.depth);
            if dropping.depth == 0 {
                let kept = writer.tags.end_of_dropped();
                return kept.map_or(InlineHtml::Pieces(Vec::new()), InlineHtml::DropEnds);
            }
        } else if let Token::Start(start) = &token
            && is_left_out_with_content(&start.name)
        {
            writer.report_content(start);
            if !start.self_closing {
                writer.tags.drop_content(&start.name, inlines_before);
                return InlineHtml::DropBegins;
            }
            continue;
        }
        writer.token(token);
    }
    InlineHtml::Pieces(writer.finish())
}

/// How many elements of `name` are open after `token`.
fn depth_after(token: &Token, name: &str, depth: u32) -> u32 {
    match token {
        Token::Start(start) if start.name == name && !start.self_closing => depth.saturating_add(1),
        Token::End(end, _) if end == name => depth - 1,
        _ => depth,
    }
}

fn is_left_out_with_content(name: &str) -> bool {
    allow_list::WITH_CONTENT.contains(&name) || allow_list::WITH_CONTENT_OBSOLETE.contains(&name)
}

struct Writer<'w, 'a> {
    pieces: Vec<HtmlPiece>,
    /// Markup that is not yet a piece.
    markup: String,
    in_link: bool,
    fragment: &'w Fragment,
    tags: &'w mut OpenTags,
    ledger: &'w mut Ledger<'a>,
}

impl Writer<'_, '_> {
    fn finish(mut self) -> Vec<HtmlPiece> {
        self.flush();
        self.pieces
    }

    fn flush(&mut self) {
        if !self.markup.is_empty() {
            self.pieces.push(HtmlPiece::Markup(std::mem::take(&mut self.markup)));
        }
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::Start(start) => self.start(&start),
            Token::End(name, range) => self.end(&name, range),
            Token::Text(text) => {
                if !text.trim().is_empty() {
                    self.tags.room_for_text(&mut self.markup);
                }
                push_escaped(&mut self.markup, &text);
            }
            Token::Unfinished(range) => {
                let message = "A tag or comment begins here and does not end; what follows in this block is left out.";
                self.report(range, message, "Close it with `>` or `-->`, or type `&lt;` for a plain `<`.");
            }
        }
    }

    fn start(&mut self, start: &Start) {
        let name = &start.name;
        let range = start.range.clone();
        let Some(element) = allow_list::element(name) else { return self.unknown(start) };
        if let Some(needed) = element.needs
            && !start.attributes.iter().any(|attribute| attribute.name == needed && !attribute.value.is_empty())
        {
            self.tags.refuse(name);
            let message = format!("`<{name}>` means nothing without `{needed}`; the tag is left out.");
            return self.report(range, &message, &format!("Add `{needed}=\"…\"`, or delete the tag."));
        }
        if (name == "a" && (self.in_link || self.tags.holds("a"))) || !self.tags.enter(element, &mut self.markup) {
            self.tags.refuse(name);
            let place = self.tags.innermost().map_or("here".to_owned(), |around| format!("in `<{around}>`"));
            let place = if name == "a" && place == "here" { "within another link".to_owned() } else { place };
            let message = format!("`<{name}>` cannot stand {place}; the tag is left out and its text stays.");
            return self.report(range, &message, "Delete the tag, or leave an empty line before and after it.");
        }
        self.markup.push('<');
        self.markup.push_str(element.name);
        let dropped = self.attributes(element, &start.attributes);
        self.markup.push('>');
        if start.self_closing && element.holds != Holds::Nothing {
            self.tags.leave(element.name, &mut self.markup);
        }
        self.report_attributes(element, &dropped, range);
    }

    /// A tag that may not stand in a body, whose content may.
    fn unknown(&mut self, start: &Start) {
        let name = &start.name;
        self.tags.refuse(name);
        // `<picture>` chooses between forms of one picture; its `<img>` is the one that every browser knows.
        if name == "picture" || name == "source" {
            return;
        }
        let void = allow_list::VOID_LEFT_OUT.contains(&name.as_str());
        let stays = if void { "" } else { "; its text stays" };
        let message = format!("The tag `<{name}>` is left out{stays}.");
        self.report(start.range.clone(), &message, "Delete the tag, or type `&lt;` for `<` to show it as text.");
    }

    fn end(&mut self, name: &str, range: Range<usize>) {
        if self.tags.leave(name, &mut self.markup) || self.tags.pass_over(name) {
            return;
        }
        let message = format!("`</{name}>` ends nothing that is open here; it is left out.");
        self.report(range, &message, "Delete it, or put the start tag in the same paragraph, list item or cell.");
    }

    /// Writes the attributes that are kept and gives the names of the others.
    fn attributes(&mut self, element: &Element, attributes: &[Written]) -> Vec<String> {
        let mut dropped = Vec::new();
        let mut kept: Vec<&'static str> = Vec::new();
        let mut source = None;
        for attribute in attributes {
            let Some(known) = element.attribute(&attribute.name) else {
                dropped.push(attribute.name.clone());
                continue;
            };
            let name = if known.value == Value::Id { "id" } else { known.name };
            if kept.contains(&name) {
                continue;
            }
            let taken = match known.value {
                Value::Address(LinkUse::Image) => {
                    source = Some(attribute);
                    true
                }
                Value::Address(usage) => self.address(name, attribute, usage),
                Value::Id => self.id(attribute),
                Value::Language => self.language(name, attribute),
                value => self.plain(name, value, &attribute.value),
            };
            if taken {
                kept.push(name);
            } else {
                dropped.push(attribute.name.clone());
            }
        }
        if element.name == "img" {
            if !kept.contains(&"alt") {
                self.markup.push_str(" alt=\"\"");
            }
            // Last, so that who writes the page can put the `alt` in the place of an image that leads nowhere.
            if let Some(source) = source {
                self.address("src", source, LinkUse::Image);
            }
        }
        dropped
    }

    fn address(&mut self, name: &str, attribute: &Written, usage: LinkUse) -> bool {
        if as_browsers_read(&attribute.value).is_empty() && usage == LinkUse::Text {
            return false;
        }
        let range = self.fragment.range(attribute.range.clone());
        self.begin(name);
        self.flush();
        self.pieces.push(HtmlPiece::Address(self.ledger.link(&attribute.value, range, usage)));
        self.markup.push('"');
        true
    }

    fn id(&mut self, attribute: &Written) -> bool {
        let Some(id) = anchors::written(&attribute.value) else { return false };
        let span = self.ledger.span(self.fragment.range(attribute.range.clone()));
        match self.ledger.anchors.claim(&id, span) {
            None => self.write("id", &id),
            Some(diagnostic) => self.ledger.report(diagnostic),
        }
        true
    }

    /// Writes the tag of a language; one that is none is told by itself, for its help is another than that of what is left
    /// out. An empty one says that the language is not known (HTML 3.2.6.2).
    fn language(&mut self, name: &str, attribute: &Written) -> bool {
        let tag = attribute.value.trim();
        if tag.is_empty() || is_language_tag(tag) {
            self.write(name, tag);
        } else {
            let place = self.fragment.range(attribute.range.clone());
            let help = match tag_of(tag) {
                Some(meant) => format!("Write `{meant}`."),
                None => "Write a tag such as `cy` for Welsh, `gu` for Gujarati or `pl` for Polish.".to_owned(),
            };
            let message =
                format!("`{tag}` is not the tag of a language, so these words are read aloud in that of the page.");
            self.ledger.report(Diagnostic::new(&UNKNOWN_LANGUAGE, self.ledger.span(place), message).help(help));
        }
        true
    }

    fn plain(&mut self, name: &str, value: Value, written: &str) -> bool {
        let trimmed = written.trim();
        let number = trimmed.strip_prefix('-').filter(|_| value == Value::Integer).unwrap_or(trimmed);
        let digits = (1..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let (holds, said) = match value {
            Value::Any => (true, written),
            Value::Number | Value::Integer => (digits, trimmed),
            Value::Flag => (true, ""),
            Value::OneOf(words) => (words.contains(&trimmed), trimmed),
            Value::Id | Value::Language | Value::Address(_) => (false, written),
        };
        if holds {
            self.write(name, said);
        }
        holds
    }

    fn write(&mut self, name: &str, value: &str) {
        self.begin(name);
        push_escaped(&mut self.markup, value);
        self.markup.push('"');
    }

    fn begin(&mut self, name: &str) {
        self.markup.push(' ');
        self.markup.push_str(name);
        self.markup.push_str("=\"");
    }

    fn report_attributes(&mut self, element: &Element, dropped: &[String], range: Range<usize>) {
        let name = element.name;
        let message = match dropped {
            [] => return,
            [only] => format!("The attribute `{only}` of `<{name}>` is left out."),
            [others @ .., last] => {
                format!("The attributes `{}` and `{last}` of `<{name}>` are left out.", others.join("`, `"))
            }
        };
        let span = self.ledger.span(self.fragment.range(range));
        let known = element.attributes.iter().chain(&allow_list::EVERYWHERE).map(|attribute| attribute.name);
        let is_known = |dropped: &String| known.clone().any(|name| name == dropped);
        let help = if dropped.iter().all(is_known) {
            "Delete it, or correct what stands after its equals sign."
        } else {
            "Delete it: how the site looks is set in its theme."
        };
        self.ledger.report_once(Diagnostic::new(&HTML_DROPPED, span, message).help(help));
    }

    fn report_content(&mut self, start: &Start) {
        let message = format!("`<{}>` is left out with everything in it.", start.name);
        self.report(start.range.clone(), &message, "Delete it, or say the same in plain Markdown.");
    }

    fn report(&mut self, range: Range<usize>, message: &str, help: &str) {
        let span = self.ledger.span(self.fragment.range(range));
        self.ledger.report(Diagnostic::new(&HTML_DROPPED, span, message).help(help));
    }
}
