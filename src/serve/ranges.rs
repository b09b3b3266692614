//! `Range` (RFC 9110, 14): a part of a file.

use std::ops::Range;

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The whole file: no range, several, or one that is none.
    Whole,
    /// These bytes, at least one.
    Part(Range<usize>),
    /// What the file does not have.
    Beyond,
}

/// Which bytes of a file of this length the value of `Range` asks for.
pub(super) fn wanted(range: &str, length: usize) -> Wanted {
    let Some((unit, set)) = range.split_once('=') else { return Wanted::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Wanted::Whole;
    }
    let Some((first, last)) = set.trim().split_once('-') else { return Wanted::Whole };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => Wanted::Whole,
        (Some(first), last) if last.is_some() || set.trim().ends_with('-') => {
            let end = last.map_or(length, |last| last.saturating_add(1).min(length));
            if first < length { Wanted::Part(first..end) } else { Wanted::Beyond }
        }
        (None, Some(last)) if first.is_empty() => {
            let start = length.saturating_sub(last);
            if start < length { Wanted::Part(start..length) } else { Wanted::Beyond }
        }
        _ => Wanted::Whole,
    }
}

/// A number of bytes; one that no file has is as large as can be.
fn number(digits: &str) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_what_the_standard_says() {
        let huge = "99999999999999999999999999";
        let table = [
            ("bytes=0-0", Wanted::Part(0..1)),
            ("bytes=2-4", Wanted::Part(2..5)),
            ("Bytes= 2-4 ", Wanted::Part(2..5)),
            ("bytes=2-", Wanted::Part(2..10)),
            ("bytes=9-", Wanted::Part(9..10)),
            ("bytes=2-99", Wanted::Part(2..10)),
            (&format!("bytes=2-{huge}"), Wanted::Part(2..10)),
            ("bytes=-3", Wanted::Part(7..10)),
            ("bytes=-99", Wanted::Part(0..10)),
            ("bytes=-0", Wanted::Beyond),
            ("bytes=10-", Wanted::Beyond),
            ("bytes=10-20", Wanted::Beyond),
            (&format!("bytes={huge}-"), Wanted::Beyond),
            ("bytes=4-2", Wanted::Whole),
            ("bytes=0-1,3-4", Wanted::Whole),
            ("bytes=", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=1", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes=1-b", Wanted::Whole),
            ("bytes=+1-2", Wanted::Whole),
            ("bytes=--2", Wanted::Whole),
            ("items=0-1", Wanted::Whole),
            ("0-1", Wanted::Whole),
        ];
        for (range, expected) in table {
            assert_eq!(wanted(range, 10), expected, "{range}");
        }
        assert_eq!((wanted("bytes=0-", 0), wanted("bytes=-1", 0)), (Wanted::Beyond, Wanted::Beyond));
    }
}
