//! What is kept comes back whole or not at all.

use super::kept::{is_refused, round_trip};
use super::{Kept, KeptFile};
use crate::fingerprint::{of_bytes, of_value};
use crate::output::OutputPath;

fn kept() -> Kept {
    let mut kept = Kept::default();
    (kept.ground, kept.pages, kept.is_clean) = (of_bytes(b"a"), 2, true);
    let file = |page| KeptFile { bytes: of_bytes(b"x"), page, is_index: false };
    for (path, page) in
        [("index.html", Some(of_value(&1))), ("a b/é.html", Some(of_value(&2))), ("assets/style.css", None)]
    {
        kept.files.extend(OutputPath::new(path).map(|path| (path, file(page))));
    }
    kept
}

#[test]
fn what_was_kept_comes_back() {
    let kept = kept();
    assert_eq!(kept.files.len(), 3);
    let (text, read) = round_trip(&kept, "0.1.0 of now");
    assert_eq!(read, Some(kept), "{text}");
}

#[test]
fn what_is_damaged_or_foreign_is_as_good_as_none() {
    let (text, _) = round_trip(&kept(), "0.1.0");
    assert!(!is_refused(&text, "0.1.0"));
    assert!(is_refused(&text, "0.1.1"));
    assert!(is_refused("", "0.1.0") && is_refused("\n", "0.1.0") && is_refused("\n\n\n", "0.1.0"));
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(is_refused(&text[..at], "0.1.0"), "cut off at {at}");
    }
    for (from, to) in [("true", "false"), ("index", "indez"), (" 2 ", " 3 ")] {
        let other = text.replacen(from, to, 1);
        assert!(other != text && is_refused(&other, "0.1.0"), "{from} -> {to}");
    }
}
