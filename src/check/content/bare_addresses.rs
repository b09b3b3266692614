//! Addresses of the web where words should stand (WCAG 2.2, criterion 2.4.4).
//!
//! Must not know where they lead.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::prose::{Form, Words};

/// An address as the text of a link, or as plain text.
pub(super) static BARE_ADDRESS: Rule = Rule {
    code: "bare-address",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "An address of the web is hard to read and worse to listen to: a screen reader spells it. A link is understood by \
        its words (WCAG 2.2, criterion 2.4.4); write what it leads to and put the address behind. An address that stands in a \
        text as it is makes no link at all. The name of a website without `https://`, such as leicester.gov.uk, is fine.",
    wrong: "Read more: <https://www.gov.uk/government/collections/crime-statistics>",
    right: "Read the [crime statistics](https://www.gov.uk/government/collections/crime-statistics).",
};

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    for link in &page.prose.links {
        let is_address = match link.form {
            Form::Address => true,
            Form::Markdown | Form::Raw => is_address(&link.text) && !link.is_code,
            Form::Mail | Form::Record => false,
        };
        if is_address && !is_made_up(&link.text) {
            let message = "The text of this link is its address, which tells few readers what it leads to.";
            let help = format!("Write what it leads to: `[…]({})`.", page.address(link));
            all.push(Diagnostic::new(&BARE_ADDRESS, link.label, message).help(help));
        }
    }
    for run in page.prose.runs.iter().filter(|run| !run.is_quoted) {
        in_text(&run.words, all);
    }
}

fn in_text(words: &Words, all: &mut Vec<Diagnostic>) {
    if !words.text().contains("://") {
        return;
    }
    let text = words.without(|manner| manner.is_code || manner.is_link);
    let mut from = 0;
    while let Some(at) = text[from..].find("http").map(|at| from + at) {
        let ends = |c: char| c.is_whitespace() || matches!(c, '\0' | '<' | '>' | '“' | '”' | '"' | '’' | '|' | '`');
        let rest = &text[at..];
        let unbroken = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let address = unbroken.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…', '*', '_', '\'']);
        // What stands in one piece is one address at most: a line of 10 MB is read once.
        from = at + unbroken.len();
        let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\0' | '`' | '=' | '/' | '+'));
        if begins && is_address(address) && !is_made_up(address) {
            let message = "An address stands here as it is, and no reader can follow it.";
            let help = format!("Make it the address of some words: `[…]({address})`.");
            all.push(Diagnostic::new(&BARE_ADDRESS, words.span(at..at + address.len()), message).help(help));
        }
    }
}

/// Whether this is an address and nothing else.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(' '))
}

/// Addresses that lead nowhere and are examples: of one's own computer, of names that are set apart (RFC 2606), with
/// places to be filled in.
fn is_made_up(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or("");
    let example = ["example.com", "example.org", "example.net", "example", "localhost", "test", "invalid"];
    let is_example = example.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")));
    let is_number = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_example || is_number || address.contains(['{', '$', '…', '*', '['])
}
