//! Text made safe for HTML, in content and in quoted attribute values alike.
//!
//! Must not know what the text is for.

/// Writes `text` with `&`, `<`, `>` and `"` escaped. Control characters, which HTML forbids even as references (HTML 13.2.3.5),
/// become U+FFFD.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
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

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\u{FDD0}'..='\u{FDEF}')
        || (c.is_control() && c != '\n' && c != '\t')
        || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_html_reads_and_replaces_what_it_forbids() {
        assert_eq!(
            escaped("a < b & \"c\" > d\u{0}\u{85}\u{FFFF}é\n"),
            "a &lt; b &amp; &quot;c&quot; &gt; d\u{FFFD}\u{FFFD}\u{FFFD}é\n"
        );
        assert_eq!(unescaped(&escaped("&lt; <\"> é")), "&lt; <\"> é");
    }
}
