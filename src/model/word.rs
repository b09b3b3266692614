//! Words of fixed sets, and the messages by which pages show them.
//!
//! Must not know what a message says.

/// A word of a fixed set, which pages show by a message of the theme.
pub trait FixedWord: Copy {
    /// The name of its set, as the type is called.
    const SET: &'static str;
    /// As written in a file.
    fn written(self) -> &'static str;

    /// The name of its message: `seat-role-vice-chair`.
    fn message(self) -> String {
        let mut name = String::with_capacity(Self::SET.len() + self.written().len() + 4);
        for (at, letter) in Self::SET.char_indices() {
            if letter.is_ascii_uppercase() && at > 0 {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name.push('-');
        name.push_str(self.written());
        name
    }
}
