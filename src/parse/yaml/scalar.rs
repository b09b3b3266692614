//! What a single word of YAML means in a field of a given shape: dates, lengths, numbers, addresses.

use jiff::civil::Date;

use crate::model::date::{CalendarDate, Length, MONTHS, PartialDate, Unit};

/// Reads a day written `2019-11-06` (ISO 8601), and nothing else.
pub(super) fn day(text: &str) -> Option<CalendarDate> {
    let [year, month, day] = parts::<3>(text)?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Reads `2019`, `2019-11` or `2019-11-06`.
pub(super) fn partial_date(text: &str) -> Option<PartialDate> {
    if let Some([year]) = parts::<1>(text) {
        return i16::try_from(year).ok().map(PartialDate::Year);
    }
    if let Some([year, month]) = parts::<2>(text) {
        let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
        return Date::new(year, month, 1).ok().map(|_| PartialDate::Month(year, month));
    }
    day(text).map(PartialDate::Day)
}

/// The numbers of an ISO date: a year of four digits, the rest of two.
fn parts<const COUNT: usize>(text: &str) -> Option<[u16; COUNT]> {
    let mut numbers = [0; COUNT];
    let mut pieces = text.split('-');
    for (place, number) in numbers.iter_mut().enumerate() {
        let piece = pieces.next()?;
        let digits = if place == 0 { 4 } else { 2 };
        if piece.len() != digits || !piece.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = piece.parse().ok()?;
    }
    pieces.next().is_none().then_some(numbers)
}

/// Reads `8 weeks`.
pub(super) fn length(text: &str) -> Option<Length> {
    let (amount, unit) = text.trim().split_once(' ')?;
    let amount = amount.parse().ok().filter(|amount| *amount > 0)?;
    let unit = unit.trim();
    let unit = Unit::ALL.into_iter().find(|known| unit == known.names().0 || unit == known.names().1)?;
    Some(Length { amount, unit })
}

/// Reads a whole number, with commas between thousands or without.
pub(super) fn integer(text: &str) -> Option<i64> {
    text.strip_prefix('£').unwrap_or(text).replace(',', "").parse().ok()
}

/// Takes a decimal number as written.
pub(super) fn number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let sound = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (sound(whole) && sound(fraction)).then(|| text.to_owned())
}

/// Whether a text has nothing that anybody could see.
pub(super) fn is_blank(text: &str) -> bool {
    let is_invisible = |c: char| matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Whether this is an absolute address of the web without spaces and other signs that no address holds (RFC 3986, 2).
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', '?', '#', ':'])
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c))
    })
}

/// A date as people write it, turned into the form that is wanted, for the help of a finding.
pub(super) fn likely_day(text: &str) -> Option<CalendarDate> {
    // A year before the common era is no slip of notation, but a time after the day is.
    let text = text.split(['T', ' ']).next().filter(|date| day(date).is_some()).unwrap_or(text);
    if text.starts_with('-') {
        return None;
    }
    let pieces: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    let [first, second, third] = pieces[..] else { return None };
    let number = |piece: &str| piece.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i16>().ok();
    let month = |piece: &str| {
        let lower = piece.to_lowercase();
        let begins = |name: &str| lower.starts_with(&name[..3].to_lowercase());
        let named = MONTHS.iter().position(|name| begins(name)).and_then(|index| i8::try_from(index + 1).ok());
        named.or_else(|| piece.parse().ok())
    };
    // Of a year in two digits nobody can tell the century.
    let (year, day) = match (first.len(), third.len()) {
        (4, _) => (number(first)?, number(third)?),
        (_, 4) => (number(third)?, number(first)?),
        _ => return None,
    };
    Date::new(year, month(second)?, i8::try_from(day).ok()?).ok()
}

/// `March 2024` in the form that is wanted, for the help of a finding.
pub(super) fn likely_month(text: &str) -> Option<PartialDate> {
    let (month, year) = text.trim().split_once([' ', '/'])?;
    let first = likely_day(&format!("1 {month} {year}"))?;
    Some(PartialDate::Month(first.year(), first.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_of_the_calendar_in_one_notation() {
        assert_eq!(day("2019-11-06").map(|day| day.to_string()).as_deref(), Some("2019-11-06"));
        for wrong in ["2019-02-29", "2019-11-31", "06/11/2019", "2019-1-6", "2019-11-06T00:00", "", "٢٠١٩-١١-٠٦"]
        {
            assert_eq!(day(wrong), None, "{wrong}");
        }
        assert_eq!(partial_date("2019"), Some(PartialDate::Year(2019)));
        assert_eq!(partial_date("2019-11"), Some(PartialDate::Month(2019, 11)));
        assert_eq!(partial_date("2019-13"), None);
        assert_eq!(likely_day("6 November 2019").map(|day| day.to_string()).as_deref(), Some("2019-11-06"));
        assert_eq!(likely_day("2019-11-06 10:00").map(|day| day.to_string()).as_deref(), Some("2019-11-06"));
        assert_eq!(likely_day("-2019-11-06"), None);
        assert_eq!(likely_day("31/3/26"), None);
        assert_eq!(likely_month("March 2024"), Some(PartialDate::Month(2024, 3)));
        assert_eq!(likely_day("06/11/2019").map(|day| day.to_string()).as_deref(), Some("2019-11-06"));
    }

    #[test]
    fn lengths_numbers_and_addresses() {
        assert_eq!(length("8 weeks").map(|length| length.to_string()).as_deref(), Some("8 weeks"));
        assert_eq!(length("eight weeks"), None);
        assert_eq!(integer("880,000"), Some(880_000));
        assert_eq!(number("12.50").as_deref(), Some("12.50"));
        assert_eq!(number("1e3"), None);
        assert!(is_url("https://www.legislation.gov.uk/ukpga/1998/37"));
        assert!(!is_url("https://"));
        assert!(!is_url("www.example.org"));
        assert!(!is_url("javascript:alert(1)"));
        assert!(!is_url("https://www.example.org/\"><script>"));
        assert!(is_blank(" \u{200B}\u{A0}\n") && is_blank("") && !is_blank(".") && !is_blank("لا"));
    }
}
