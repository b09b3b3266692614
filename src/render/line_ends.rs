//! Templates whose lines end as on Windows make the same pages as any others.
//!
//! Must not know what a template says.

/// The text with every line ended by a line feed alone.
pub(super) fn unified(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Where in `text`, in bytes, the byte stands that is at `place` once its line ends are unified; the end of the text where
/// `place` lies beyond it.
pub(super) fn place_before(text: &str, place: usize) -> usize {
    let bytes = text.as_bytes();
    let kept = (0..bytes.len()).filter(|at| !bytes[*at..].starts_with(b"\r\n"));
    kept.chain([bytes.len()]).nth(place).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_byte_before_and_after() {
        for text in ["a\r\nb\r\n\r\nc", "\r\n", "a\nb\rc", "", "é\r\nx", "\r\r\n"] {
            let after = unified(text);
            for (place, byte) in after.bytes().enumerate() {
                assert_eq!(text.as_bytes()[place_before(text, place)], byte, "{text:?} {place}");
            }
            assert_eq!(place_before(text, after.len()), text.len());
            assert_eq!(place_before(text, after.len() + 9), text.len());
        }
    }
}
