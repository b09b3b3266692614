//! `calendar.ics` (RFC 5545): what falls on a day, as events of whole days. The same site makes the same bytes: the stamp
//! of an event is the day of its record's last change, else the day that the site shows.

use jiff::civil::Date;

use crate::output::Bytes;
use crate::pages::Site;
use crate::pages::dates::DatedView;

/// Most bytes of a line, without its end (RFC 5545, 3.1).
const MOST_BYTES: usize = 75;

/// The calendar of `dates`; nothing where there are none.
pub fn calendar(site: &Site<'_>, dates: &[DatedView]) -> Option<Bytes> {
    let settings = &site.graph.settings;
    // Some programs show `X-WR-CALNAME`, others `NAME` (RFC 7986, 5.1).
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Folkmoot//Folkmoot//EN");
    lines.plain("METHOD", "PUBLISH");
    lines.text("NAME", &settings.title.value);
    lines.text("X-WR-CALNAME", &settings.title.value);
    if let Some(home) = site.full_address_of_path("") {
        lines.plain("URL", &home);
    }
    for date in dates {
        event(site, date, &mut lines);
    }
    lines.plain("END", "VCALENDAR");
    (!dates.is_empty()).then(|| Bytes::from(lines.0.into_bytes()))
}

fn event(site: &Site<'_>, date: &DatedView, lines: &mut Lines) {
    lines.plain("BEGIN", "VEVENT");
    // Programs take a name up to its first space.
    let name = format!("{}@{}", date.id, authority(site));
    lines.text("UID", &name.split_whitespace().collect::<Vec<_>>().join("-"));
    lines.plain("DTSTAMP", &format!("{}T000000Z", basic(date.last_changed.unwrap_or(site.today))));
    lines.plain("DTSTART;VALUE=DATE", &basic(date.day));
    lines.text("SUMMARY", &date.title);
    if let Some(summary) = &date.summary {
        lines.text("DESCRIPTION", summary);
    }
    if let Some(url) = site.full_address(&date.page) {
        lines.plain("URL", &url);
    }
    // Nobody's time is taken by a deadline.
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("END", "VEVENT");
}

/// What makes the names of events this site's own: its address without scheme, else its title.
fn authority(site: &Site<'_>) -> String {
    let settings = &site.graph.settings;
    let address = settings.base_url.as_ref().map(|base| base.value.0.trim_end_matches('/'));
    let address = address.map(|address| address.split_once("://").map_or(address, |(_, rest)| rest));
    address.unwrap_or(&settings.title.value).to_owned()
}

/// `20191106`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Lines as RFC 5545 writes them.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    fn plain(&mut self, name: &str, value: &str) {
        self.push(&format!("{name}:{value}"));
    }

    /// A property whose value is text (3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for c in value.trim().chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                '\t' => escaped.push(' '),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.push(&format!("{name}:{escaped}"));
    }

    /// A line, folded between characters where it is too long: what follows stands behind a space, which counts.
    fn push(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > MOST_BYTES {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "Crime,\tharm; \\ and\nfear\r\u{7}\n");
        assert_eq!(lines.0, "SUMMARY:Crime\\, harm\\; \\\\ and\\nfear\r\n");
    }

    proptest! {
        #[test]
        fn long_lines_are_folded_between_characters(text in "\\PC{0,300}") {
            let mut lines = Lines::default();
            lines.push(&text);
            let folded = lines.0.strip_suffix("\r\n").unwrap_or_default();
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= MOST_BYTES));
            prop_assert_eq!(folded.replace("\r\n ", ""), text);
        }
    }
}
