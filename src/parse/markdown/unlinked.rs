//! Text that was meant as a link and is none: its address has a space, as in `[the plan](my plan.md)` and
//! `<priority:knife crime>`, a space parts it from its text, or nothing stands around a reference.

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
    explanation: "An address with a space in it makes no link, nor does one that a space parts from the text in brackets, \
                  or a reference with nothing around it. All would stand on the page as they were typed, and nobody could \
                  follow them. Write an address with spaces between `<` and `>`; the name of a record has hyphens in place \
                  of spaces, and a reference by itself stands between `<` and `>` too.",
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
    let may_begin = |text: &str| {
        let has = |form: &[u8]| memmem::find(text.as_bytes(), form).is_some();
        memchr(b'<', text.as_bytes()).is_some() || has(b"](") || has(b"] (")
    };
    if let [Inline::Text(text)] = &paragraph.inlines[..] {
        all.extend(bare(text, written).map(|(at, form)| {
            let span = Span::new(source, offset + start + at..offset + start + at + form.len());
            let message = format!("`{form}` is no link, because nothing stands around it.");
            let whole = format!("<{form}>");
            Diagnostic::new(&BROKEN_LINK_FORM, span, message).help(format!("Write `{whole}`.")).instead(Some(whole))
        }));
    }
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
    let spaced = with_brackets(&said).chain(in_angles(&said)).map(|(form, help)| (form, SPACE_WITHIN, help));
    for (form, why, help) in spaced.chain(parted(&said)) {
        let found = written.get(from..).and_then(|rest| rest.find(form)).map(|at| from + at);
        let Some(at) = found.or_else(|| written.find(form)) else { continue };
        from = at + form.len();
        // An author who escaped the bracket wants to see it.
        if written[..at].ends_with("\\]") {
            continue;
        }
        let span = Span::new(source, offset + start + at..offset + start + at + form.len());
        let message = format!("`{form}` is no link, because {why}.");
        all.push(Diagnostic::new(&BROKEN_LINK_FORM, span, message).help(help));
    }
}

/// Why an address makes no link.
const SPACE_WITHIN: &str = "its address has a space in it";
/// The same, where all else is right.
const SPACE_BEFORE: &str = "a space stands before its address";

/// `[the board] (board:safer)`, with why it is no link and what to write instead.
fn parted(said: &str) -> impl Iterator<Item = (&str, &'static str, String)> {
    memmem::find_iter(said.as_bytes(), b"] (").filter_map(|at| {
        let label = said.get(..at)?.rfind('[')?;
        let form = reach(said.get(label..)?);
        let form = form.get(..=form.find(')')?)?;
        let (text, address) = form.split_once("] (")?;
        let address = address.trim_end_matches(')');
        let is_link = is_address(address) && !address.contains(' ') && !text.contains(['\u{0}', '\n']);
        is_link.then(|| (form, SPACE_BEFORE, format!("Write `{text}]({address})`.")))
    })
}

/// A reference that is all of a paragraph, with nothing around it, and where in `written` it stands.
fn bare<'a>(text: &'a str, written: &str) -> Option<(usize, &'a str)> {
    let form = text.trim().trim_end_matches('.');
    let (kind, name) = form.split_once(':')?;
    let is_name = |c: char| c.is_lowercase() || c.is_numeric() || matches!(c, '-' | '#' | '/');
    let is_reference = Kind::from_name(kind).is_some() && !name.is_empty() && name.chars().all(is_name);
    let at = written.find(form).filter(|_| is_reference)?;
    Some((at, form))
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
