//! Values of the right shape that still cannot be meant: a language that is none, a paragraph before the first.
//!
//! Must not know where in a file they stand.

use crate::diagnostic::Diagnostic;
use crate::model::language::{is_language_tag, tag_of};
use crate::parse::yaml::decode::INVALID_VALUE;
use crate::sources::Spanned;

/// Numbers that the first paragraph of a section can have.
pub const FIRST_NUMBERS: std::ops::RangeInclusive<i64> = 0..=99_999;

/// The finding for a language whose tag is none.
pub(super) fn language(tag: &Spanned<String>) -> Option<Diagnostic> {
    (!is_language_tag(&tag.value)).then(|| {
        let message = format!("`{}` is not the tag of a language.", tag.value);
        let help = match tag_of(&tag.value) {
            Some(meant) => format!("Write `{meant}`."),
            None => "Write a tag such as `en-GB` for English or `cy` for Welsh.".to_owned(),
        };
        Diagnostic::new(&INVALID_VALUE, tag.span, message).help(help)
    })
}

/// The finding for a number that no paragraph can have.
pub(super) fn first_number(number: Spanned<i64>) -> Option<Diagnostic> {
    (!FIRST_NUMBERS.contains(&number.value)).then(|| {
        let message = format!("A document cannot begin with paragraph {}.", number.value);
        Diagnostic::new(&INVALID_VALUE, number.span, message).help("Write a number from 0 to 99999.")
    })
}
