//! Tags of languages.

/// Whether a text has the form of a language's tag (BCP 47, RFC 5646, 2.1): `en`, `en-GB`, `cy`. Whether somebody speaks it
/// is not asked.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    let is_language = (2..=8).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_language && parts.all(is_part)
}

#[test]
fn tells_tags_from_words() {
    for tag in ["en", "en-GB", "cy", "zh-Hant-TW", "sgn-GB"] {
        assert!(is_language_tag(tag), "{tag}");
    }
    for wrong in ["", "e", "klingon!", "en_GB", "en-", "-GB", "<script>", "English please", "en-GB\n"] {
        assert!(!is_language_tag(wrong), "{wrong}");
    }
}
