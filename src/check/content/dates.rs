//! Dates in running text that are not written “16 September 2019”.
//!
//! Must not know the calendar of the site; only how its text writes a day.

use super::text::Page;
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::date::{MONTHS, day_in_words, month_in_words};
use crate::model::language::is_same_language;
use crate::parse::markdown::prose::RunKind;

/// A date in another form.
pub(super) static DATE_FORM: Rule = Rule {
    code: "date-form",
    family: Family::Content,
    severity: Severity::Warning,
    explanation: "A date is written “16 September 2019”: it reads the same to everybody, while `03/04/2019` is another day in \
        America and screen readers stumble over “16th”. This holds for running text; code, quotations, the texts of links and \
        tables are left alone, and `2019-09-16` on pages of plain Markdown without fields.",
    wrong: "The Cabinet agreed this on 16th September 2019.",
    right: "The Cabinet agreed this on 16 September 2019.",
};

/// A date in another form than ours.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    start: usize,
    end: usize,
    /// The same day in our form.
    right: String,
    /// Whether it is written `2019-09-16`.
    is_iso: bool,
    /// Whether day and month might be the other way round.
    is_ambiguous: bool,
}

pub(super) fn find(page: &Page<'_>, all: &mut Vec<Diagnostic>) {
    // Other languages have forms of their own.
    if !is_same_language(page.graph.language(page.record), "en") {
        return;
    }
    for run in page.prose.runs.iter().filter(|run| run.kind == RunKind::Paragraph && !run.is_quoted) {
        if !run.words.text().contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let text = run.words.without(|manner| manner.is_code || manner.is_link || manner.has_language);
        // Plain Markdown is mostly about programs, where 2019-09-16 is the usual form.
        for found in dates(&text).into_iter().filter(|found| !(found.is_iso && page.record.is_plain)) {
            let message = format!("This date is not written in the form “{}”.", found.right);
            let when = if found.is_ambiguous { ", if the day stands first here" } else { "" };
            let help = format!("Write `{}`{when}.", found.right);
            all.push(Diagnostic::new(&DATE_FORM, run.words.span(found.start..found.end), message).help(help));
        }
    }
}

/// Every date of another form in `text`, those in quotation marks left out.
fn dates(text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let (mut at, mut quotes) = (0, 0_u32);
    while let Some(c) = text[at..].chars().next() {
        match c {
            '“' => quotes += 1,
            '”' => quotes = quotes.saturating_sub(1),
            _ => {}
        }
        let before = text[..at].chars().next_back();
        let begins = c.is_ascii_alphanumeric() && before.is_none_or(|c| !is_within(c));
        if begins && let Some(found) = date(text, at) {
            at = found.end;
            if quotes == 0 {
                all.push(found);
            }
            continue;
        }
        at += c.len_utf8();
    }
    all
}

/// Whether a character next to a date makes it a part of something longer: a version, a path, a time.
fn is_within(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | ':' | '@' | '#' | '=' | '.' | '\\' | '$' | '£')
}

fn date(text: &str, at: usize) -> Option<Found> {
    let mut cursor = Cursor { text, at };
    let found =
        if text[at..].starts_with(|c: char| c.is_ascii_digit()) { cursor.digits_first() } else { cursor.month_first() };
    let (right, is_ambiguous) = found?;
    let end = cursor.at;
    let after = text[end..].chars().next();
    let goes_on = match after {
        Some('.' | ':') => text[end + 1..].starts_with(|c: char| c.is_alphanumeric()),
        Some(c) => is_within(c),
        None => false,
    };
    let is_iso = text.as_bytes()[at..end].get(4) == Some(&b'-');
    (!goes_on).then_some(Found { start: at, end, right, is_iso, is_ambiguous })
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn number(&mut self) -> Option<(i16, usize)> {
        let digits = self.take(|c| c.is_ascii_digit());
        (digits.len() <= 4).then_some(())?;
        Some((digits.parse().ok()?, digits.len()))
    }

    fn skip(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        self.at += if found { wanted.len() } else { 0 };
        found
    }

    /// Passes over blanks, of which there must be one, but no empty line.
    fn blanks(&mut self) -> Option<()> {
        (!self.take(|c| matches!(c, ' ' | '\n' | '\u{a0}')).is_empty()).then_some(())
    }

    /// `st`, `nd`, `rd` or `th`.
    fn suffix(&mut self) -> bool {
        ["st", "nd", "rd", "th"].iter().any(|suffix| self.skip(suffix))
    }

    /// The name of a month, from 1, and whether it is written in full.
    fn month(&mut self) -> Option<(i8, bool)> {
        let word = self.take(|c| c.is_ascii_alphabetic());
        let is_short = |name: &str| word == "Sept" && name == "September" || name.get(..3) == Some(word);
        let index = MONTHS.iter().position(|name| word == *name || is_short(name))?;
        let is_full = word == MONTHS[index];
        if !is_full {
            self.skip(".");
        }
        Some((i8::try_from(index + 1).ok()?, is_full))
    }

    /// The year that follows, if one does: with a comma before it or not.
    fn year(&mut self) -> Option<(i16, bool)> {
        let before = self.at;
        let comma = self.skip(",");
        let year = self.blanks().and_then(|()| self.number());
        match year {
            Some((year, 4)) if (1500..2200).contains(&year) => Some((year, comma)),
            _ => {
                self.at = before;
                None
            }
        }
    }

    fn digits_first(&mut self) -> Option<(String, bool)> {
        let (first, digits) = self.number()?;
        match self.rest().chars().next()? {
            '-' if digits == 4 => {
                self.skip("-");
                let (month, 2) = self.number()? else { return None };
                let (true, (day, 2)) = (self.skip("-"), self.number()?) else { return None };
                Some((written(Some(first), month, day)?, false))
            }
            mark @ ('/' | '.' | '-') if digits <= 2 => self.numeric(first, digits, mark),
            _ if digits <= 2 => self.day_first(first, digits),
            _ => None,
        }
    }

    /// `16/09/2019`, `16.09.2019`.
    fn numeric(&mut self, first: i16, digits: usize, mark: char) -> Option<(String, bool)> {
        let mark = mark.to_string();
        self.skip(&mark);
        let (second, second_digits) = self.number()?;
        let (true, (year, year_digits)) = (self.skip(&mark), self.number()?) else { return None };
        let is_padded = digits == 2 && second_digits == 2;
        let year = match year_digits {
            4 if mark == "/" || is_padded => year,
            2 if mark == "/" && is_padded => 2000 + year,
            _ => return None,
        };
        (1900..2100).contains(&year).then_some(())?;
        match written(Some(year), second, first) {
            Some(right) => Some((right, first <= 12 && first != second)),
            // In America the month stands first.
            None => Some((written(Some(year), first, second)?, false)),
        }
    }

    /// `16th September 2019`, `16 Sept 2019`, `16 September, 2019`, `06 September 2019`.
    fn day_first(&mut self, day: i16, digits: usize) -> Option<(String, bool)> {
        let has_suffix = self.suffix();
        self.blanks()?;
        let before = self.at;
        let has_of = has_suffix && self.skip("of") && self.blanks().is_some();
        if !has_of {
            self.at = before;
        }
        let (month, is_full) = self.month()?;
        let year = self.year();
        let has_zero = digits == 2 && day < 10;
        let has_comma = year.is_some_and(|(_, comma)| comma);
        let is_other = match year {
            Some(_) => has_suffix || !is_full || has_comma || has_zero,
            None => has_suffix && is_full,
        };
        let right = written(year.map(|(year, _)| year), i16::from(month), day)?;
        is_other.then_some((right, false))
    }

    /// `September 16, 2019`.
    fn month_first(&mut self) -> Option<(String, bool)> {
        let (month, _) = self.month()?;
        self.blanks()?;
        let (day, digits) = self.number()?;
        self.suffix();
        let (year, _) = self.year()?;
        (digits <= 2).then_some((written(Some(year), i16::from(month), day)?, false))
    }
}

/// A day in our form; nothing where there is no such day.
fn written(year: Option<i16>, month: i16, day: i16) -> Option<String> {
    const LEAP_YEAR: i16 = 2000;
    let narrow = |number: i16| i8::try_from(number).ok();
    let date = jiff::civil::Date::new(year.unwrap_or(LEAP_YEAR), narrow(month)?, narrow(day)?).ok()?;
    Some(match year {
        Some(_) => day_in_words(date),
        None => format!("{day} {}", month_in_words(date.month())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_are_found_and_ours_is_not() {
        let right = |text: &str| dates(text).into_iter().map(|found| found.right).collect::<Vec<_>>();
        for (wrong, expected) in [
            ("on 16th September 2019.", "16 September 2019"),
            ("the 1st of May 2019", "1 May 2019"),
            ("on 2nd March we", "2 March"),
            ("06 November 2019", "6 November 2019"),
            ("16 Sept. 2019", "16 September 2019"),
            ("16 Sep 2019", "16 September 2019"),
            ("16 September, 2019", "16 September 2019"),
            ("Sept. 16, 2019", "16 September 2019"),
            ("September 16th, 2019", "16 September 2019"),
            ("(16/09/2019)", "16 September 2019"),
            ("16/09/19", "16 September 2019"),
            ("9/16/2019", "16 September 2019"),
            ("16.09.2019", "16 September 2019"),
            ("2019-09-16", "16 September 2019"),
            ("on 16th\nSeptember 2019", "16 September 2019"),
        ] {
            assert_eq!(right(wrong), [expected], "{wrong}");
        }
        for ours in [
            "16 September 2019",
            "16 to 19 September 2019",
            "16 September",
            "the 16th century",
            "16 Sep",
            "5 May 2019",
            "2019-09-16T10:00",
            "v1.2.2019",
            "a/16/09/2019",
            "2019-09-16.md",
            "31/02/2019",
            "2019-13-01",
            "1/2/3",
            "10.4.2019",
            "“16th September 2019”",
            "March 2019",
            "September 2019",
            "May 5",
            "12/13",
            "section 17 of the 1998 Act",
            "0116 305 7263",
            "2019/20",
            "1.2.3",
            "16th Sept",
            "\u{0}16/09/2019x",
        ] {
            assert_eq!(right(ours), [""; 0], "{ours}");
        }
        assert!(dates("03/04/2019")[0].is_ambiguous && !dates("04/04/2019")[0].is_ambiguous);
    }
}
