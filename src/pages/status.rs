//! Where a record stands in its life, in words, with what belongs to it: until when, replaced by what.

use crate::graph::Record;
use crate::graph::address::Address;
use crate::model::record::Data;
use crate::model::status::Status;
use crate::pages::consultation;
use crate::pages::site::Site;
use crate::pages::view::StatusView;

/// Where a record stands in its life, with what belongs to it.
pub(super) fn status(site: &Site<'_>, from: &Address, record: &Record) -> Option<StatusView> {
    let status = record.data.status().or(record.shared.draft.then_some(Status::Draft))?;
    let mut detail = Vec::new();
    match status {
        Status::Consultation => detail.extend(consultation::open_on(site, from, record)),
        Status::Superseded => {
            let successor = match &record.data {
                Data::Document(document) => document.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                Data::Plan(plan) => plan.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                Data::Priority(priority) => priority.superseded_by.as_ref().map(|by| site.to_target(from, by)),
                _ => None,
            };
            detail.extend(successor);
        }
        _ => {}
    }
    Some(StatusView { name: status.name(), label: status.label(), detail })
}
