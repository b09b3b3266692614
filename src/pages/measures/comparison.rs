//! How the latest figure of a measure stands to its target, where the figures alone can tell.
//!
//! Must not know words: it names messages.

use crate::model::priority::Measure;
use crate::pages::measures::figures::number;

/// How a figure stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// It is the same.
    At,
    /// It is beyond it, on the side that the target lies on from the baseline.
    Better,
    /// It has not come as far.
    Worse,
    /// It is higher; nothing says whether that is good.
    Above,
    /// It is lower; nothing says whether that is good.
    Below,
}

impl Comparison {
    /// The message that says it.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::At => "measures-at",
            Self::Better => "measures-better",
            Self::Worse => "measures-worse",
            Self::Above => "measures-above",
            Self::Below => "measures-below",
        }
    }
}

/// How the latest figure stands to the target; nothing without both. The way from the baseline to the target is the good
/// way; where there is no baseline, or it is the target, no way is.
pub(super) fn comparison(measure: &Measure) -> Option<Comparison> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let (target, latest) = (number(measure.target.as_ref())?, number(measure.latest.as_ref())?);
    let to_be_reached = number(measure.baseline.as_ref()).and_then(|baseline| target.partial_cmp(&baseline));
    Some(match (latest.partial_cmp(&target)?, to_be_reached) {
        (Equal, _) => Comparison::At,
        (Greater, Some(Greater)) | (Less, Some(Less)) => Comparison::Better,
        (Greater, Some(Less)) | (Less, Some(Greater)) => Comparison::Worse,
        (Greater, _) => Comparison::Above,
        (Less, _) => Comparison::Below,
    })
}
