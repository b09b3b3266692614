//! A figure of a measure: as it was written, and as a number.

use crate::model::field::Number;
use crate::model::priority::Measure;
use crate::sources::Spanned;

/// A figure with its unit, as it was written: `12%`, `4.5 offences`. A minus is one, since a hyphen is not read aloud.
pub(super) fn figure(measure: &Measure, number: Option<&Spanned<Number>>) -> Option<String> {
    let number = number?.value.0.replacen('-', "−", usize::from(number?.value.0.starts_with('-')));
    Some(match measure.unit.as_deref() {
        Some("%") => format!("{number}%"),
        Some(unit) => format!("{number} {unit}"),
        None => number,
    })
}

/// A figure as a number; nothing where it is not one that can be drawn.
pub(super) fn number(written: Option<&Spanned<Number>>) -> Option<f64> {
    written?.value.0.parse().ok().filter(|number: &f64| number.is_finite())
}
