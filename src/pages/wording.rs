//! How dates, periods, lengths of time and sums are written on pages, in the language of the page.

use jiff::civil::Date;

use crate::model::date::{Length, PartialDate, Unit};
use crate::model::period::Period;
use crate::pages::parts::{DateView, Part};
use crate::pages::site::Site;
use crate::words::Argument;

/// `6 November 2019`.
pub(super) fn day(site: &Site<'_>, date: Date) -> DateView {
    DateView { iso: date.to_string(), text: site.lexicon.day(date) }
}

/// `2019`, `November 2019` or `6 November 2019`.
pub(super) fn partial(site: &Site<'_>, date: PartialDate) -> DateView {
    DateView { iso: date.to_string(), text: site.lexicon.partial_date(date) }
}

/// A date as a piece of a fact.
pub(super) fn date_part(date: DateView) -> Part {
    Part { text: date.text, iso: Some(date.iso), ..Part::default() }
}

/// `2019 to 2021`, `from 2019`, `until March 2020`.
pub(super) fn period(site: &Site<'_>, period: &Period) -> Option<String> {
    let (from, until) = (period.from.map(|from| from.value), period.until.map(|until| until.value));
    let message = match (from, until) {
        (Some(_), Some(_)) => "period-whole",
        (Some(_), None) => "period-from",
        (None, Some(_)) => "period-until",
        (None, None) => return None,
    };
    let said = |date: Option<PartialDate>| date.map(|date| (site.lexicon.partial_date(date), form(date)));
    let ((from, from_form), (until, until_form)) = (said(from).unwrap_or_default(), said(until).unwrap_or_default());
    let arguments: [(&str, Argument<'_>); 4] = [
        ("from", (&from).into()),
        ("from-form", from_form.into()),
        ("until", (&until).into()),
        ("until-form", until_form.into()),
    ];
    Some(site.tell(message, &arguments))
}

/// What is known of a date: a language may put words before a month that it does not put before a year.
fn form(date: PartialDate) -> &'static str {
    match date {
        PartialDate::Year(_) => "year",
        PartialDate::Month(..) => "month",
        PartialDate::Day(_) => "day",
    }
}

/// `8 weeks`.
pub(super) fn length(site: &Site<'_>, length: Length) -> String {
    let message = match length.unit {
        Unit::Days => "length-days",
        Unit::Weeks => "length-weeks",
        Unit::Months => "length-months",
        Unit::Years => "length-years",
    };
    site.tell(message, &[("count", i64::from(length.amount).into())])
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

    #[test]
    fn sums_are_written_as_people_say_them() {
        assert_eq!(pounds(880_000), "£880,000");
        assert_eq!(pounds(1_234_567), "£1,234,567");
        assert_eq!(pounds(-500), "−£500");
    }
}
