//! Tags of languages, and what languages are called.

/// Languages by what they are called in English, their tags, and what their speakers call them.
const LANGUAGES: [(&str, &str, &str); 50] = [
    ("albanian", "sq", "Shqip"),
    ("amharic", "am", "አማርኛ"),
    ("arabic", "ar", "العربية"),
    ("bengali", "bn", "বাংলা"),
    ("bulgarian", "bg", "Български"),
    ("chinese", "zh", "中文"),
    ("cornish", "kw", "Kernewek"),
    ("cymraeg", "cy", "Cymraeg"),
    ("czech", "cs", "Čeština"),
    ("dari", "prs", "دری"),
    ("dutch", "nl", "Nederlands"),
    ("english", "en", "English"),
    ("farsi", "fa", "فارسی"),
    ("french", "fr", "Français"),
    ("gaelic", "gd", "Gàidhlig"),
    ("german", "de", "Deutsch"),
    ("greek", "el", "Ελληνικά"),
    ("gujarati", "gu", "ગુજરાતી"),
    ("hebrew", "he", "עברית"),
    ("hindi", "hi", "हिन्दी"),
    ("hungarian", "hu", "Magyar"),
    ("irish", "ga", "Gaeilge"),
    ("italian", "it", "Italiano"),
    ("japanese", "ja", "日本語"),
    ("korean", "ko", "한국어"),
    ("kurdish", "ku", "Kurdî"),
    ("latvian", "lv", "Latviešu"),
    ("lithuanian", "lt", "Lietuvių"),
    ("nepali", "ne", "नेपाली"),
    ("panjabi", "pa", "ਪੰਜਾਬੀ"),
    ("pashto", "ps", "پښتو"),
    ("polish", "pl", "Polski"),
    ("portuguese", "pt", "Português"),
    ("punjabi", "pa", "ਪੰਜਾਬੀ"),
    ("romanian", "ro", "Română"),
    ("russian", "ru", "Русский"),
    ("scots", "sco", "Scots"),
    ("slovak", "sk", "Slovenčina"),
    ("somali", "so", "Soomaali"),
    ("spanish", "es", "Español"),
    ("swahili", "sw", "Kiswahili"),
    ("tamil", "ta", "தமிழ்"),
    ("thai", "th", "ไทย"),
    ("tigrinya", "ti", "ትግርኛ"),
    ("turkish", "tr", "Türkçe"),
    ("ukrainian", "uk", "Українська"),
    ("urdu", "ur", "اردو"),
    ("vietnamese", "vi", "Tiếng Việt"),
    ("welsh", "cy", "Cymraeg"),
    ("yiddish", "yi", "ייִדיש"),
];

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
    fn told_apart(tag: &str) -> impl Iterator<Item = &str> {
        let script =
            tag.split('-').skip(1).filter(|part| part.len() == 4 && !part.starts_with(|c: char| c.is_ascii_digit()));
        tag.split('-').take(1).chain(script)
    }
    if one == other {
        return true;
    }
    let (mut ones, mut others) = (told_apart(one), told_apart(other));
    loop {
        match (ones.next(), others.next()) {
            (Some(one), Some(other)) if one.eq_ignore_ascii_case(other) => {}
            (one, other) => return one == other,
        }
    }
}

/// The tag that was meant by the name of a language, or by a tag in another form.
pub fn tag_of(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let hyphened = text.trim().replace('_', "-");
    let named = LANGUAGES.iter().find(|(name, ..)| *name == lower).map(|(_, tag, _)| (*tag).to_owned());
    named.or_else(|| is_language_tag(&hyphened).then_some(hyphened))
}

/// What its speakers call a language; nothing where that is not known.
pub fn own_name(tag: &str) -> Option<&'static str> {
    let primary = tag.split('-').next().unwrap_or(tag);
    LANGUAGES.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(primary)).map(|(.., own)| *own)
}

/// How a language is written, as HTML says it: `ltr` or `rtl`. Where a tag names the script, the script decides.
pub fn direction(tag: &str) -> &'static str {
    const SCRIPTS: [&str; 6] = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"];
    const LANGUAGES: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"];
    let mut parts = tag.split('-').map(str::to_ascii_lowercase);
    let language = parts.next().unwrap_or_default();
    let is_rtl = match parts.next().filter(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script.as_str()),
        None => LANGUAGES.contains(&language.as_str()),
    };
    if is_rtl { "rtl" } else { "ltr" }
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

#[test]
fn names_and_writes_languages_as_their_speakers_do() {
    for (tag, name, written) in [
        ("en-GB", "English", "ltr"),
        ("cy", "Cymraeg", "ltr"),
        ("CY-gb", "Cymraeg", "ltr"),
        ("ur", "اردو", "rtl"),
        ("ur-Latn", "اردو", "ltr"),
        ("pa-Arab", "ਪੰਜਾਬੀ", "rtl"),
        ("fa-IR", "فارسی", "rtl"),
    ] {
        assert_eq!((own_name(tag), direction(tag)), (Some(name), written), "{tag}");
    }
    assert_eq!(own_name("tlh"), None);
}
