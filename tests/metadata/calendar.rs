//! The calendar.

use std::collections::BTreeSet;

use super::{EXAMPLE, files};
use crate::support::Site;

/// The properties of each event, lines put together again.
fn events(ics: &str) -> Vec<Vec<(String, String)>> {
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && ics.ends_with("\r\nEND:VCALENDAR\r\n"));
    for line in ics.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let whole = ics.replace("\r\n ", "");
    let parts = whole.split("BEGIN:VEVENT\r\n").skip(1);
    let property = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap();
    parts.map(|part| part.split("\r\nEND:VEVENT").next().unwrap().split("\r\n").map(property).collect()).collect()
}

fn value<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    let mut values = event.iter().filter(|(known, _)| known == name);
    let value = &values.next().unwrap_or_else(|| panic!("no {name}: {event:?}")).1;
    assert!(values.next().is_none(), "two of {name}: {event:?}");
    value
}

#[test]
fn every_event_has_what_rfc_5545_asks_for() {
    let events = events(&EXAMPLE.1["calendar.ics"]);
    let names: BTreeSet<&str> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(names.len(), events.len(), "two events of one name");
    for event in &events {
        let is_day = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        assert!(is_day(value(event, "DTSTART;VALUE=DATE")), "{event:?}");
        assert!(value(event, "DTSTAMP").strip_suffix("T000000Z").is_some_and(is_day), "{event:?}");
        assert!(!value(event, "SUMMARY").is_empty() && value(event, "URL").starts_with("https://"), "{event:?}");
    }
    let day = |text: &str| events.iter().filter(|event| value(event, "DTSTART;VALUE=DATE") == text).count();
    // The consultation's own ends are announced by events, and stand there once.
    assert_eq!((day("20191217"), day("20190916"), day("20191111")), (1, 1, 1));
    assert!(EXAMPLE.0.contains_key("calendar.ics"), "a calendar needs no address");
}

#[test]
fn a_site_on_which_nothing_falls_on_a_day_has_no_calendar() {
    let site = Site::new().file("folkmoot.yaml", "title: A site\n").file("content/index.md", "# Home\n");
    let files = files(&site.build().expect_exit(0));
    assert!(!files.contains_key("calendar.ics") && !files["index.html"].contains("calendar.ics"));
}

#[test]
fn signs_and_letters_survive() {
    let title = "Cynghorau, trosedd; a \\ “diogelwch” yng Nghymru: cyfarfod y bwrdd ŵyl dda iawn i bawb o bobl y byd";
    let site = Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file("content/events/one.yaml", &format!("title: '{title}'\ndate: 2020-02-29\n"));
    let files = files(&site.build().expect_exit(0));
    let events = events(&files["calendar.ics"]);
    let escaped = title.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    assert_eq!(value(&events[0], "SUMMARY"), escaped);
    assert_eq!(value(&events[0], "UID"), "event/one@A-site");
}
