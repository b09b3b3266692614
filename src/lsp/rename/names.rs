//! Names of records as they are written: in references, and as the `id` of an entry of a list.
//!
//! Must not know which places refer to a record.

use crate::graph::Record;
use crate::graph::address::decode;
use crate::lsp::quotes;
use crate::model::reference::RecordId;
use crate::parse::reference::{canonical, parse};
use crate::sources::{Sources, Span};

/// What a name without its kind is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    /// A reference.
    Fits,
    /// A reference, but it would fit several records from now on.
    FitsSeveral,
    /// A path, as in running text.
    IsPath,
}

/// A reference as written with another name in it; nothing where it names another record, or none.
pub(super) fn renamed(written: &str, old: &RecordId, new: &RecordId, bare: Bare) -> Option<String> {
    let quote = quotes::around(written);
    let inner = quote.map_or(written, |_| &written[1..written.len() - 1]);
    let name_end = inner.find('#').unwrap_or(inner.len());
    let (name, part) = inner.split_at(name_end);
    let (kind, slug) = name.split_once(':').map_or((None, name), |(kind, slug)| (Some(kind), slug));
    let is_kind = match kind {
        Some(kind) => kind.trim() == old.kind.name(),
        None => bare != Bare::IsPath,
    };
    let decoded = decode(slug.trim()).unwrap_or_else(|| slug.trim().to_owned());
    if !is_kind || canonical(&decoded) != old.slug {
        return None;
    }
    let reference = match kind {
        Some(kind) => format!("{kind}:{}{}", blanks(slug), new.slug),
        None if bare == Bare::FitsSeveral => new.to_string(),
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

/// Where the `id` of an entry of a list stands, without quotes; nothing where what is known of its place is something else.
pub(super) fn id_of_entry(sources: &Sources, record: &Record) -> Option<Span> {
    // Of an entry of a list that is the place of the whole record.
    let written = sources.slice(record.span);
    let inner = written.trim_matches(['"', '\'']);
    let start = record.span.range().start + written.find(inner)?;
    (canonical(inner) == record.id.slug).then(|| Span::new(record.source, start..start + inner.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    #[test]
    fn references_get_another_name_in_the_form_they_had() {
        let id = |slug: &str| RecordId { kind: Kind::Priority, slug: slug.to_owned() };
        let now = |written: &str| renamed(written, &id("caf\u{e9}"), &id("new"), Bare::Fits);
        assert_eq!(now("priority:cafe\u{301}").as_deref(), Some("priority:new"));
        assert_eq!(now("\"priority:caf\u{e9}#why\"").as_deref(), Some("\"priority:new#why\""));
        assert_eq!(now("priority:caf%C3%A9").as_deref(), Some("priority:new"));
        assert_eq!(now("'caf\u{e9}'").as_deref(), Some("'new'"));
        assert_eq!(now("board:caf\u{e9}"), None);
        assert_eq!(now("caf\u{e9}s"), None);
        let with_kind = renamed("knife", &id("knife"), &id("new"), Bare::FitsSeveral);
        assert_eq!(with_kind.as_deref(), Some("priority:new"));
        assert_eq!(renamed("knife", &id("knife"), &id("new"), Bare::IsPath), None);
    }
}
