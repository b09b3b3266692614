//! References as authors write them: `kind:slug#part`, or a bare slug where the field says the kind.

use unicode_normalization::UnicodeNormalization;

use crate::model::kind::Kind;
use crate::model::reference::Reference;

/// Reads `kind:slug`, `kind:slug#part` or a bare `slug`. The word before the colon comes back when it is no kind.
///
/// # Errors
/// The unknown word before the first colon.
pub fn parse(text: &str) -> Result<Reference, &str> {
    let (before_part, part) = match text.split_once('#') {
        Some((before, part)) => (before, Some(part)),
        None => (text, None),
    };
    let (kind, slug) = match before_part.split_once(':') {
        Some((word, slug)) => (Some(Kind::from_name(word.trim()).ok_or(word)?), slug),
        None => (None, before_part),
    };
    Ok(Reference { kind, slug: canonical(slug.trim()), part: part.map(canonical).filter(|part| !part.is_empty()) })
}

/// A name in the form in which names are compared: Unicode form NFC.
pub fn canonical(name: &str) -> String {
    // ASCII is in form NFC already.
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_every_form() {
        let reference = parse("document:report#p10").expect("a kind");
        assert_eq!(reference.kind, Some(Kind::Document));
        assert_eq!((reference.slug.as_str(), reference.part.as_deref()), ("report", Some("p10")));
        assert_eq!(parse("county-council").map(|bare| bare.kind), Ok(None));
        assert_eq!(parse("prioirty:x"), Err("prioirty"));
        assert_eq!(parse("term:cafe\u{301}"), parse("term:caf\u{e9}"));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_the_same(text in "\\PC{0,40}") {
            if let Ok(reference) = parse(&text) {
                let shown = reference.to_string();
                prop_assert_eq!(parse(&shown), Ok(reference));
            }
        }
    }
}
