//! Text that was meant as a link and is none, because its address has a space: `[the plan](my plan.md)`,
//! `<priority:knife crime>`.

use super::tree::{Block, Inline, Paragraph};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::kind::Kind;
use crate::sources::{SourceId, Span};

/// A link that Markdown does not take for one.
pub static BROKEN_LINK_FORM: Rule = Rule {
    code: "broken-link-form",
    severity: Severity::Warning,
    explanation: "An address with a space in it makes no link, so that the brackets would stand on the page. An address with \
                  spaces is written between `<` and `>`; the name of a record has none.",
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
    // Runs of text that stand next to each other are one to the reader.
    let said: String = paragraph
        .inlines
        .iter()
        .map(|inline| if let Inline::Text(text) = inline { text.as_str() } else { "\u{0}" })
        .collect();
    for (form, help) in with_brackets(&said).chain(in_angles(&said)) {
        let Some(at) = written.find(form) else { continue };
        let span = Span::new(source, offset + start + at..offset + start + at + form.len());
        let message = format!("`{form}` is no link, because its address has a space in it.");
        all.push(Diagnostic::new(&BROKEN_LINK_FORM, span, message).help(help));
    }
}

/// `(my plan.md)` right after a closing bracket, with what to write instead.
fn with_brackets(said: &str) -> impl Iterator<Item = (&str, String)> {
    said.match_indices("](").filter_map(|(at, _)| {
        let rest = said.get(at + 1..)?;
        let form = rest.get(..=rest.find(')')?)?;
        let address = form.trim_start_matches('(').trim_end_matches(')');
        let looks_like_address = address.contains(['.', '/', ':', '#']) && !address.contains(['\u{0}', '\n', '"', '“']);
        let spaced = address.trim().contains(' ') && address.split(' ').count() <= 6;
        let help = match address.split_once(':').map(|(kind, name)| (kind.trim(), name.trim())) {
            Some((kind, name)) if Kind::from_name(kind).is_some() => {
                format!("Write `({kind}:{})`; names have no spaces.", name.replace(' ', "-"))
            }
            _ => format!("Write `(<{}>)`.", address.trim()),
        };
        (looks_like_address && spaced).then_some((form, help))
    })
}

/// `<priority:knife crime>`, with what to write instead.
fn in_angles(said: &str) -> impl Iterator<Item = (&str, String)> {
    said.match_indices('<').filter_map(|(at, _)| {
        let rest = said.get(at..)?;
        let form = rest.get(..=rest.find('>')?)?;
        let inner = form.trim_start_matches('<').trim_end_matches('>');
        let (kind, name) = inner.split_once(':')?;
        let is_kind = Kind::from_name(kind.trim()).is_some();
        let name = name.trim().replace(' ', "-");
        (is_kind && inner.contains(' ') && !inner.contains(['\n', '\u{0}']))
            .then(|| (form, format!("Write `<{}:{name}>`; names have no spaces.", kind.trim())))
    })
}
