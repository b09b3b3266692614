//! What took a record's place: said by the record itself, or by the one that took it.

use super::{Graph, Manner, RecordIndex};
use crate::model::record::Data;
use crate::model::relation::Relation;

impl Graph {
    /// The record that took this one's place, where something says so.
    pub fn successor(&self, index: RecordIndex) -> Option<RecordIndex> {
        let named = match &self.record(index).data {
            Data::Document(document) => document.superseded_by.as_ref().and_then(|by| self.follow(by)),
            Data::Plan(plan) => plan.superseded_by.as_ref().and_then(|by| self.follow(by)),
            Data::Priority(priority) => priority.superseded_by.as_ref().and_then(|by| self.follow(by)),
            _ => None,
        };
        let replaces = |manner: Manner, from: RecordIndex| match manner {
            Manner::Field(field) => field == "supersedes",
            Manner::CrossLink(place) => {
                let link = self.record(from).shared.links.get(place);
                link.is_some_and(|link| link.relation.value == Relation::Replaces)
            }
            Manner::Text => false,
        };
        let told = || self.backlinks(index).iter().find(|back| replaces(back.manner, back.from)).map(|back| back.from);
        named.map(|(by, _)| by).or_else(told)
    }
}
