//! A scale of time in whole years: where a day stands on it, and what is written along it.
//!
//! Must not know what happens on the days.

use jiff::civil::Date;

/// Narrowest room for a year or a month along the scale.
const LEAST_ROOM: i32 = 48;

/// Years from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    first: i16,
    /// The year after the last.
    end: i16,
    left: i32,
    width: i32,
}

/// A mark along the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A year begins.
    Year(i16),
    /// A month begins, by its number.
    Month(i8),
}

impl Scale {
    /// The years that these days lie in, drawn from `left` over `width`; nothing without a day.
    pub(super) fn new(days: &[Date], left: i32, width: i32) -> Option<Self> {
        let (first, last) = (days.iter().min()?.year(), days.iter().max()?.year());
        Some(Self { first, end: last + 1, left, width })
    }

    /// Where a day stands; a day beyond either end, at that end.
    pub(super) fn at(self, day: Date) -> i32 {
        let (start, whole) = (day_number(self.first), day_number(self.end) - day_number(self.first));
        let day = (day_number(day.year()) + i64::from(day.day_of_year()) - 1 - start).clamp(0, whole);
        self.left + i32::try_from(day * i64::from(self.width) / whole.max(1)).unwrap_or(0)
    }

    /// The left end.
    pub(super) fn start(self) -> i32 {
        self.left
    }

    /// The right end.
    pub(super) fn end(self) -> i32 {
        self.left + self.width
    }

    /// Whether a day lies on it.
    pub(super) fn covers(self, day: Date) -> bool {
        (self.first..self.end).contains(&day.year())
    }

    /// Its first and its last year.
    pub(super) fn years(self) -> (i16, i16) {
        (self.first, self.end - 1)
    }

    /// The beginnings of its years, of every second, fifth, tenth … where they are many; of its months where it is one year.
    pub(super) fn marks(self) -> Vec<(i32, Mark)> {
        let day = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(Date::MIN);
        if self.end - self.first == 1 {
            return (1..=12).map(|month| (self.at(day(self.first, month)), Mark::Month(month))).collect();
        }
        let years = i32::from(self.end) - i32::from(self.first);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let step = steps.into_iter().find(|step| years / i32::from(*step) * LEAST_ROOM <= self.width).unwrap_or(2000);
        let written = (self.first..self.end).filter(|year| year.rem_euclid(step) == 0);
        written.map(|year| (self.at(day(year, 1)), Mark::Year(year))).collect()
    }
}

/// The days from the year 0 to the first day of a year.
fn day_number(year: i16) -> i64 {
    let before = i64::from(year) - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_stand_in_order_within_whole_years() {
        let scale = Scale::new(&[date(2019, 11, 6), date(2020, 2, 19)], 100, 731).unwrap();
        assert_eq!(scale.at(date(2019, 1, 1)), 100);
        assert_eq!(scale.at(date(2020, 1, 1)), 465);
        assert_eq!(scale.at(date(2020, 12, 31)), 830);
        assert_eq!(scale.at(date(2031, 1, 1)), 831);
        assert_eq!(scale.marks(), [(100, Mark::Year(2019)), (465, Mark::Year(2020))]);
    }

    #[test]
    fn one_year_is_marked_by_months_and_a_century_by_decades() {
        let year = Scale::new(&[date(2019, 11, 6)], 0, 600).unwrap();
        assert_eq!(year.marks().len(), 12);
        let century = Scale::new(&[date(1920, 1, 1), date(2019, 1, 1)], 0, 560).unwrap();
        assert_eq!(century.marks().len(), 10);
        assert_eq!(Scale::new(&[], 0, 600), None);
    }

    #[test]
    fn the_ends_of_the_calendar_are_drawn() {
        let scale = Scale::new(&[Date::MIN, Date::MAX], 0, 560).unwrap();
        assert_eq!((scale.at(Date::MIN), scale.at(Date::MAX)), (0, 559));
        assert!(scale.marks().len() < 14);
    }
}
