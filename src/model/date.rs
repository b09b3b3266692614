//! Days, months, years and lengths of time as plans state them.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

/// A day of the Gregorian calendar.
pub type CalendarDate = Date;

/// The months of the year, as people write them.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `6 November 2019`, in the manner of GOV.UK's style guide.
pub fn day_in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), month_in_words(date.month()), date.year())
}

/// The name of a month, from 1; empty where there is no such month.
pub fn month_in_words(number: i8) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// A date known to the year, the month or the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// `2019`.
    Year(i16),
    /// `2019-11`.
    Month(i16, i8),
    /// `2019-11-06`.
    Day(Date),
}

impl PartialDate {
    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Day(date) => date,
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(date) => date,
        }
    }

    /// `2019`, `November 2019` or `6 November 2019`.
    pub fn in_words(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{} {year}", month_in_words(month)),
            Self::Day(date) => day_in_words(date),
        }
    }
}

/// As in a file and in `<time datetime>`: `2019`, `2019-11` or `2019-11-06`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// A unit in which plans state lengths of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

impl Unit {
    /// Singular and plural.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Days => ("day", "days"),
            Self::Weeks => ("week", "weeks"),
            Self::Months => ("month", "months"),
            Self::Years => ("year", "years"),
        }
    }

    /// All units, shortest first.
    pub const ALL: [Self; 4] = [Self::Days, Self::Weeks, Self::Months, Self::Years];
}

/// A length of time such as `8 weeks`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many of the unit.
    pub amount: u32,
    /// The unit.
    pub unit: Unit,
}

impl Length {
    /// The day on which the length is over that begins on `start`: eight weeks from a Monday is a Monday. A month that is too
    /// short for the day ends on its last; what lies beyond the calendar is its last day.
    pub fn after(self, start: Date) -> Date {
        self.span().and_then(|span| start.checked_add(span).ok()).unwrap_or(Date::MAX)
    }

    /// The day that lies this long before another; what lies beyond the calendar is its first day.
    pub fn before(self, end: Date) -> Date {
        self.span().and_then(|span| end.checked_sub(span).ok()).unwrap_or(Date::MIN)
    }

    /// Nothing where it is longer than the calendar.
    fn span(self) -> Option<Span> {
        let amount = i64::from(self.amount);
        let span = match self.unit {
            Unit::Days => Span::new().try_days(amount),
            Unit::Weeks => Span::new().try_weeks(amount),
            Unit::Months => Span::new().try_months(amount),
            Unit::Years => Span::new().try_years(amount),
        };
        span.ok()
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, many) = self.unit.names();
        write!(f, "{} {}", self.amount, if self.amount == 1 { one } else { many })
    }
}
