//! The list of findings that are let be becomes typed entries.

use crate::diagnostic::Checked;
use crate::model::baseline::Baseline;
use crate::model::field::Fields;
use crate::parse::yaml::decode::decode;
use crate::parse::yaml::{self, NodeData};
use crate::sources::{Source, SourceId};

/// Reads the list; one that is empty lets nothing be.
pub fn parse(source: &Source, id: SourceId) -> Checked<Baseline> {
    let mut diagnostics = Vec::new();
    let parsed = yaml::parse(source.text(), id, 0).collect_into(&mut diagnostics);
    let none = Baseline { accepted: Vec::new() };
    let Some(root) = parsed.root.filter(|node| !matches!(node.data, NodeData::Null)) else {
        return Checked { value: none, diagnostics };
    };
    let subject = "the list of accepted findings";
    let decoded = decode(&root, &[Baseline::FIELDS], subject, parsed.complete).collect_into(&mut diagnostics);
    Checked { value: Baseline::from_group(decoded.group).unwrap_or(none), diagnostics }
}
