//! Tags of languages.

/// Whether a text has the form of a language's tag (BCP 47, RFC 5646, 2.1): `en`, `en-GB`, `cy`. Whether somebody speaks it
/// is not asked.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or("");
    // Longer ones are allowed, and none was ever given out (RFC 5646, 2.2.1): they are the names of languages.
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_language && parts.all(is_part)
}

/// Whether two tags are of one language, however it is spelt here or there: `en` and `en-GB`. Scripts tell languages apart for
/// readers, as `zh-Hans` and `zh-Hant` do.
pub fn is_same_language(one: &str, other: &str) -> bool {
    fn told_apart(tag: &str) -> impl Iterator<Item = String> + '_ {
        let script =
            tag.split('-').skip(1).filter(|part| part.len() == 4 && !part.starts_with(|c: char| c.is_ascii_digit()));
        tag.split('-').take(1).chain(script).map(str::to_ascii_lowercase)
    }
    told_apart(one).eq(told_apart(other))
}

/// The tag that was meant by the name of a language, or by a tag in another form.
pub fn tag_of(text: &str) -> Option<String> {
    const NAMES: [(&str, &str); 24] = [
        ("arabic", "ar"),
        ("bengali", "bn"),
        ("bulgarian", "bg"),
        ("chinese", "zh"),
        ("cymraeg", "cy"),
        ("english", "en"),
        ("farsi", "fa"),
        ("french", "fr"),
        ("german", "de"),
        ("gujarati", "gu"),
        ("hindi", "hi"),
        ("italian", "it"),
        ("lithuanian", "lt"),
        ("panjabi", "pa"),
        ("polish", "pl"),
        ("portuguese", "pt"),
        ("punjabi", "pa"),
        ("romanian", "ro"),
        ("somali", "so"),
        ("spanish", "es"),
        ("turkish", "tr"),
        ("ukrainian", "uk"),
        ("urdu", "ur"),
        ("welsh", "cy"),
    ];
    let lower = text.trim().to_lowercase();
    let hyphened = text.trim().replace('_', "-");
    let named = NAMES.iter().find(|(name, _)| *name == lower).map(|(_, tag)| (*tag).to_owned());
    named.or_else(|| is_language_tag(&hyphened).then_some(hyphened))
}

/// What a language calls itself, by its tag without a region.
pub fn own_name(tag: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 7] = [
        ("cy", "Cymraeg"),
        ("en", "English"),
        ("fr", "Français"),
        ("ga", "Gaeilge"),
        ("gd", "Gàidhlig"),
        ("pl", "Polski"),
        ("ro", "Română"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name)
}

#[test]
fn tells_tags_from_words() {
    for tag in ["en", "en-GB", "cy", "zh-Hant-TW", "sgn-GB"] {
        assert!(is_language_tag(tag), "{tag}");
    }
    for wrong in ["", "e", "klingon!", "en_GB", "en-", "-GB", "<script>", "English please", "english", "en-GB\n"] {
        assert!(!is_language_tag(wrong), "{wrong}");
    }
}

#[test]
fn tells_languages_apart_but_not_where_they_are_spoken() {
    for (one, other) in
        [("en", "en-GB"), ("EN-us", "en-GB"), ("cy", "cy"), ("zh-Hant-TW", "zh-Hant"), ("de-1996", "de")]
    {
        assert!(is_same_language(one, other), "{one} {other}");
    }
    for (one, other) in [("en", "cy"), ("zh-Hant", "zh-Hans"), ("en", "eng")] {
        assert!(!is_same_language(one, other), "{one} {other}");
    }
}
