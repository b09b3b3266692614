//! Quotation marks around a value of YAML.
//!
//! Must not know what the value is.

/// The mark that a value as written stands between; nothing where it stands bare.
pub(super) fn around(written: &str) -> Option<char> {
    let mark = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    (written.len() > 1 && written.ends_with(mark)).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_on_both_sides() {
        assert_eq!((around("\"a\""), around("'a'")), (Some('"'), Some('\'')));
        assert_eq!((around("a"), around("'"), around("'a\""), around("")), (None, None, None, None));
    }
}
