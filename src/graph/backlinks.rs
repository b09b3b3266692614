//! Who refers to whom: every reference in a field and every link in a text, seen from its target.

use std::collections::HashMap;

use super::{Backlink, Link, Manner, Record, RecordIndex};
use crate::parse::yaml::decode::WrittenReference;
use crate::sources::Span;

/// Turns all references round. `fields` holds, per record, the references in its fields.
pub(super) fn backlinks(
    records: &[Record],
    fields: &[Vec<WrittenReference>],
    targets: &HashMap<Span, Link>,
) -> Vec<Vec<Backlink>> {
    let mut incoming: Vec<Vec<Backlink>> = vec![Vec::new(); records.len()];
    for (index, record) in records.iter().enumerate() {
        let from = RecordIndex::new(index);
        for written in fields.get(index).into_iter().flatten() {
            let cross = record.shared.links.iter().position(|link| link.to.span == written.span);
            let manner = cross.map_or(Manner::Field(written.field), Manner::CrossLink);
            if let Some(Link::Record { record: target, .. }) = targets.get(&written.span) {
                incoming[target.place()].push(Backlink { from, section: None, manner });
            }
        }
        let texts = record.text.iter().map(|text| (None, text));
        let sections = record.sections.iter().enumerate().map(|(place, section)| (Some(place), &section.text));
        for (section, text) in texts.chain(sections) {
            for link in &text.links {
                if let Link::Record { record: target, .. } = link {
                    incoming[target.place()].push(Backlink { from, section, manner: Manner::Text });
                }
            }
            for embed in &text.embeds {
                if let super::Embed::Record(target) = embed {
                    incoming[target.place()].push(Backlink { from, section, manner: Manner::Text });
                }
            }
        }
    }
    for (index, list) in incoming.iter_mut().enumerate() {
        list.retain(|link| link.from.place() != index);
        list.sort();
        list.dedup();
        list.shrink_to_fit();
    }
    incoming
}
