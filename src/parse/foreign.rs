//! Fields that other tools put at the top of a page: what is told of them, and how gravely.
//!
//! Must not know which tools there are.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::parse::yaml::decode::UNKNOWN_FIELD;
use crate::parse::yaml::{Node, NodeData};

/// The findings about the fields of an ordinary page, and whether it has fields of another tool. Unknown fields are
/// warnings, one for all that are like none of ours; where there is one, nothing about the fields is an error.
pub(super) fn soften(node: &Node, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, bool) {
    let is_unknown = |finding: &Diagnostic| *finding.rule == UNKNOWN_FIELD;
    let (unknown, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_unknown);
    let is_foreign = !unknown.is_empty();
    let is_misspelt = |finding: &Diagnostic| finding.help.as_ref().is_some_and(|help| help.starts_with("Write "));
    let (misspelt, unlike): (Vec<_>, Vec<_>) = unknown.into_iter().partition(is_misspelt);
    let names: Vec<&str> = unlike.iter().filter_map(|finding| name_at(node, &finding.place)).collect();
    let in_one = match &names[..] {
        [first @ .., last] if !first.is_empty() => {
            Some(format!("`{}` and `{last}` are not fields of a page; they are left out.", first.join("`, `")))
        }
        _ => None,
    };
    let unlike: Vec<Diagnostic> = match (in_one, unlike.into_iter().next()) {
        (Some(message), Some(first)) => vec![Diagnostic { message, ..first }],
        (None, first) => first.into_iter().collect(),
        (Some(_), None) => Vec::new(),
    };
    let soft = |finding: Diagnostic| if is_foreign { finding.severity(Severity::Warning) } else { finding };
    (unlike.into_iter().chain(misspelt).chain(others).map(soft).collect(), is_foreign)
}

/// The name of the field whose key stands at `place`.
fn name_at<'a>(node: &'a Node, place: &Place) -> Option<&'a str> {
    let NodeData::Map(entries) = &node.data else { return None };
    let (key, _) = entries.iter().find(|(key, _)| Place::Span(key.span) == *place)?;
    Some(&key.value)
}
