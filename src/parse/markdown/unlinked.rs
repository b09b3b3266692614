//! Text that was meant as a link and is none, because its address has a space: `[the plan](my plan.md)`,
//! `<priority:knife crime>`.

use memchr::{memchr, memchr_iter, memmem};

use super::tree::{Block, Inline, Paragraph};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::kind::Kind;
use crate::sources::{SourceId, Span};

/// A link that Markdown does not take for one.
pub static BROKEN_LINK_FORM: Rule = Rule {
    code: "broken-link-form",
    family: Family::Source,
    severity: Severity::Warning,
    explanation: "An address with a space in it makes no link. The brackets and the address would stand on the page \
                  as they were typed, and nobody could follow them. Write an address with spaces between `<` and `>`; \
                  the name of a record has hyphens in place of spaces.",
    wrong: "[the plan](my plan.md)",
    right: "[the plan](<my plan.md>)",
};

/// What was meant as a link in these blocks. `text` is the body and `offset` its first byte in `source`.
pub(super) fn findings(blocks: &[Block], text: &str, source: SourceId, offset: usize) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => in_paragraph(paragraph, (text, source, offset), &mut all),
            Block::Quote(inner) | Block::Alert(_, inner) => all.extend(findings(inner, text, source, offset)),
            Block::List { items, .. } => {
                all.extend(items.iter().flat_map(|item| findings(&item.blocks, text, source, offset)));
            }
            _ => {}
        }
    }
    all
}

fn in_paragraph(paragraph: &Paragraph, (text, source, offset): (&str, SourceId, usize), all: &mut Vec<Diagnostic>) {
    let start = (paragraph.span.start as usize).saturating_sub(offset);
    let end = (paragraph.span.end as usize).saturating_sub(offset);
    let Some(written) = text.get(start..end) else { return };
    // Most paragraphs have neither beginning.
    let may_begin =
        |text: &str| memchr(b'<', text.as_bytes()).is_some() || memmem::find(text.as_bytes(), b"](").is_some();
    if !paragraph.inlines.iter().any(|inline| matches!(inline, Inline::Text(text) if may_begin(text))) {
        return;
    }
    // Runs of text that stand next to each other are one to the reader.
    let said: String = paragraph
        .inlines
        .iter()
        .map(|inline| if let Inline::Text(text) = inline { text.as_str() } else { "\u{0}" })
        .collect();
    let mut from = 0;
    for (form, help) in with_brackets(&said).chain(in_angles(&said)) {
        let found = written.get(from..).and_then(|rest| rest.find(form)).map(|at| from + at);
        let Some(at) = found.or_else(|| written.find(form)) else { continue };
        from = at + form.len();
        // An author who escaped the bracket wants to see it.
        if written[..at].ends_with("\\]") {
            continue;
        }
        let span = Span::new(source, offset + start + at..offset + start + at + form.len());
        let message = format!("`{form}` is no link, because its address has a space in it.");
        all.push(Diagnostic::new(&BROKEN_LINK_FORM, span, message).help(help));
    }
}

/// Longest form that is looked for, in bytes: longer ones are sentences, and looking for their ends takes time.
const LONGEST_FORM_BYTES: usize = 200;

/// The beginning of a text, as far as a form can reach.
fn reach(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_FORM_BYTES)]
}

/// Whether this is an address rather than words: of a file with an ending, of the web, of a record, of a part.
fn is_address(text: &str) -> bool {
    let path = text.split('#').next().unwrap_or(text);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let has_ending = (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let of_record = text.split_once(':').is_some_and(|(kind, _)| Kind::from_name(kind.trim()).is_some());
    let speaks = text.contains(['\u{0}', '\n', '"', '“']) || text.split(' ').count() > 6;
    !speaks && (has_ending || of_record || text.contains("://"))
}

/// `(my plan.md)` right after a closing bracket, with what to write instead.
fn with_brackets(said: &str) -> impl Iterator<Item = (&str, String)> {
    memmem::find_iter(said.as_bytes(), b"](").filter_map(|at| {
        let rest = reach(said.get(at + 1..)?);
        let form = rest.get(..=rest.find(')')?)?;
        let address = form.trim_start_matches('(').trim_end_matches(')');
        let spaced = address.trim().contains(' ');
        let help = match address.split_once(':').map(|(kind, name)| (kind.trim(), name.trim())) {
            Some((kind, name)) if Kind::from_name(kind).is_some() => {
                format!("Write `({kind}:{})`; names have no spaces.", name.replace(' ', "-"))
            }
            _ => format!("Write `(<{}>)`.", address.trim()),
        };
        (spaced && is_address(address.trim())).then_some((form, help))
    })
}

/// `<priority:knife crime>`, with what to write instead.
fn in_angles(said: &str) -> impl Iterator<Item = (&str, String)> {
    memchr_iter(b'<', said.as_bytes()).filter_map(|at| {
        let rest = reach(said.get(at..)?);
        let form = rest.get(..=rest.find('>')?)?;
        let inner = form.trim_start_matches('<').trim_end_matches('>');
        let (kind, name) = inner.split_once(':')?;
        let is_kind = Kind::from_name(kind.trim()).is_some();
        let name = name.trim().replace(' ', "-");
        (is_kind && inner.contains(' ') && !inner.contains(['\n', '\u{0}']))
            .then(|| (form, format!("Write `<{}:{name}>`; names have no spaces.", kind.trim())))
    })
}
