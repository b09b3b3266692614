//! Text made safe for HTML, in content and in quoted attribute values alike.
//!
//! Must not know what the text is for.

/// Writes `text` with `&`, `<`, `>` and `"` escaped. Control characters, which HTML forbids even as references (HTML 13.2.3.5),
/// become U+FFFD.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = next_special(rest) {
        out.push_str(&rest[..at]);
        let Some(special) = rest[at..].chars().next() else { return };
        match special {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push('\u{FFFD}'),
        }
        rest = &rest[at + special.len_utf8()..];
    }
    out.push_str(rest);
}

/// Writes ` name="value"`, the value escaped.
pub fn push_attribute(out: &mut String, name: &str, value: &str) {
    for piece in [" ", name, "=\""] {
        out.push_str(piece);
    }
    push_escaped(out, value);
    out.push('"');
}

/// `text` escaped; see [`push_escaped`].
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// The text that [`push_escaped`] made into `escaped`.
pub fn unescaped(escaped: &str) -> String {
    escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Where the first sign that is not written as it stands is.
fn next_special(text: &str) -> Option<usize> {
    // Nearly every byte is passed over by this; of those beyond ASCII, few belong to a sign that is special.
    let may_be = |byte: &u8| MAY_BE_SPECIAL[usize::from(*byte)];
    let mut from = 0;
    loop {
        let at = from + text.as_bytes()[from..].iter().position(may_be)?;
        // A byte that may be special is never within a character, but its first.
        let c = text[at..].chars().next()?;
        if is_special(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

/// The bytes that a special sign may begin with: the lead bytes of U+0080 to U+00BF, of U+F000 to U+FFFF and of the planes.
static MAY_BE_SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = u8::MIN;
    loop {
        table[byte as usize] = matches!(byte, b'&' | b'<' | b'>' | b'"' | 0x7F | 0xC2 | 0xEF | 0xF0..=0xF4)
            || (byte < 0x20 && byte != b'\n' && byte != b'\t');
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\u{FDD0}'..='\u{FDEF}')
        || (c.is_control() && c != '\n' && c != '\t')
        || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_special_sign_is_passed_over(text in any::<String>()) {
            prop_assert_eq!(next_special(&text), text.find(is_special));
        }
    }

    #[test]
    fn the_table_has_every_special_sign() {
        for c in ('\0'..=char::MAX).filter(|c| is_special(*c)) {
            assert_eq!(next_special(&format!("é{c}")), Some(2), "{c:?}");
        }
    }

    #[test]
    fn escapes_what_html_reads_and_replaces_what_it_forbids() {
        assert_eq!(
            escaped("a < b & \"c\" > d\u{0}\u{85}\u{FFFF}é\n"),
            "a &lt; b &amp; &quot;c&quot; &gt; d\u{FFFD}\u{FFFD}\u{FFFD}é\n"
        );
        assert_eq!(unescaped(&escaped("&lt; <\"> é")), "&lt; <\"> é");
    }
}
