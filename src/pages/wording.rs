//! How dates, periods and sums are written on pages, in the manner of GOV.UK's style guide.

use jiff::civil::Date;

use crate::model::date::{PartialDate, day_in_words};
use crate::model::period::Period;
use crate::pages::parts::{DateView, Part};

/// `6 November 2019`.
pub(super) fn day(date: Date) -> DateView {
    DateView { iso: date.to_string(), text: day_in_words(date) }
}

/// `2019`, `November 2019` or `6 November 2019`.
pub(super) fn partial(date: PartialDate) -> DateView {
    DateView { iso: date.to_string(), text: date.in_words() }
}

/// A date as a piece of a fact.
pub(super) fn date_part(date: DateView) -> Part {
    Part { text: date.text, iso: Some(date.iso), ..Part::default() }
}

/// `2019 to 2021`, `from 2019`, `until March 2020`.
pub(super) fn period(period: &Period) -> Option<String> {
    let from = period.from.map(|from| partial(from.value).text);
    let until = period.until.map(|until| partial(until.value).text);
    match (from, until) {
        (Some(from), Some(until)) => Some(format!("{from} to {until}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(until)) => Some(format!("until {until}")),
        (None, None) => None,
    }
}

/// `£880,000`.
pub(super) fn pounds(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}£{grouped}", if amount < 0 { "−" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_sums_are_written_as_people_say_them() {
        assert_eq!(day(date(2019, 11, 6)).text, "6 November 2019");
        assert_eq!(partial(PartialDate::Month(2020, 3)).text, "March 2020");
        assert_eq!(pounds(880_000), "£880,000");
        assert_eq!(pounds(1_234_567), "£1,234,567");
        assert_eq!(pounds(-500), "−£500");
    }
}
