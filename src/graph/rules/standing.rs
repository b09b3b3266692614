//! How a record stands: in force or not, since when and until when.

use crate::graph::Record;
use crate::model::period::Period;
use crate::model::record::Data;
use crate::model::status::Status;
use crate::sources::Spanned;

/// Whether it has been replaced or taken back.
pub(crate) fn is_over(record: &Record) -> bool {
    matches!(record.data.status(), Some(Status::Superseded | Status::Withdrawn))
}

/// Whether readers are to act on it: neither a draft, nor replaced or taken back.
pub(crate) fn is_in_use(record: &Record) -> bool {
    !is_over(record) && record.data.status() != Some(Status::Draft)
}

/// The time that it covers, for the kinds that cover one.
pub(super) fn period(data: &Data) -> Option<&Spanned<Period>> {
    match data {
        Data::Document(document) => document.period.as_ref(),
        Data::Plan(plan) => plan.period.as_ref(),
        Data::Priority(priority) => priority.period.as_ref(),
        _ => None,
    }
}
