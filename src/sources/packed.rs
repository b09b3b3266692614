//! A text that takes less room while nobody reads it, for sites that would fill the memory: LZ4, which gives half to three
//! quarters back and is undone faster than the text was read.
//!
//! Must not know what a text says.

use lz4_flex::block::{compress_prepend_size, decompress_size_prepended};

/// A packed text.
#[derive(Debug, Clone)]
pub struct Packed(Box<[u8]>);

impl Packed {
    /// Packs a text.
    pub fn new(text: &str) -> Self {
        Self(compress_prepend_size(text.as_bytes()).into())
    }

    /// The text.
    pub fn text(&self) -> String {
        // What was packed here cannot fail to be what it was; were it not so, a page would be empty, and not the program gone.
        decompress_size_prepended(&self.0).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_comes_back_as_it_was(text in "\\PC{0,200}", times in 0_usize..50) {
            let text = text.repeat(times);
            prop_assert_eq!(Packed::new(&text).text(), text);
        }
    }
}
