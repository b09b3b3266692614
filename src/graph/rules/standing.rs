//! How a record stands: in force or not, since when and until when.

use crate::graph::Record;
use crate::model::status::Status;

/// Whether it has been replaced or taken back.
pub(crate) fn is_over(record: &Record) -> bool {
    matches!(record.data.status(), Some(Status::Superseded | Status::Withdrawn))
}

/// Whether readers are to act on it: neither a draft, nor replaced or taken back.
pub(crate) fn is_in_use(record: &Record) -> bool {
    !is_over(record) && record.data.status() != Some(Status::Draft)
}
