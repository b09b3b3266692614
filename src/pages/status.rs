//! Where a record stands in its life, in words, with what belongs to it: until when, replaced by what.

use crate::graph::Record;
use crate::graph::address::Address;
use crate::model::status::Status;
use crate::pages::consultation;
use crate::pages::facts::text;
use crate::pages::parts::Part;
use crate::pages::site::Site;
use crate::pages::view::StatusView;
use crate::pages::wording;

/// Where a record stands in its life, with what belongs to it.
pub(super) fn status(site: &Site<'_>, from: &Address, record: &Record) -> Option<StatusView> {
    let status = record.data.status().or(record.shared.draft.then_some(Status::Draft))?;
    let mut detail = Vec::new();
    let mut action = None;
    match status {
        Status::Consultation => {
            if let Some((index, data)) = consultation::nearest(site, record) {
                detail.push(consultation::standing(site, from, index, data));
                action = consultation::respond(site, from, index, data);
            }
        }
        Status::Superseded => {
            let index = site.graph.find(&record.id);
            let successor = index.and_then(|index| site.graph.successor(index));
            detail.extend(successor.map(|successor| site.to_record(from, successor)));
        }
        // Whoever wrote `current` may have had a reason, but readers must see that the time it was made for is over.
        Status::Approved | Status::Current => detail.extend(period_over(site, record)),
        Status::Draft | Status::Withdrawn => {}
    }
    Some(StatusView { name: status.name(), label: site.label(status), detail, action })
}

/// That the period ended, where it did before the day that the site shows: `its period ended on 31 December 2018`.
fn period_over(site: &Site<'_>, record: &Record) -> Option<Part> {
    let last = record.data.period()?.value.until?.value.last_day();
    (last < site.today)
        .then(|| text(site.tell("status-period-over", &[("day", (&wording::day(site, last).text).into())])))
}
