//! Addresses of pages within the site, and how one page names another.
//!
//! Must not know what stands on a page.

use std::borrow::Cow;

use crate::model::settings::UrlStyle;
use crate::output::OutputPath;

/// The address of a page without an ending: `priorities/knife-crime`; that of a folder's own page ends in `index`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// An address as its path without an ending.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that holds the page; nothing where the address cannot be a path of the output.
    pub fn output_path(&self, style: UrlStyle) -> Option<OutputPath> {
        OutputPath::new(self.file(style)).filter(|path| !path.as_str().contains(char::is_control))
    }

    fn file(&self, style: UrlStyle) -> String {
        match style {
            _ if self.names_file() => self.0.clone(),
            UrlStyle::Directories if self.has_folder() => [self.as_str(), "/index.html"].concat(),
            _ => [self.as_str(), ".html"].concat(),
        }
    }

    /// Whether the page has a folder of its own where addresses are folders.
    fn has_folder(&self) -> bool {
        !self.is_index() && self.0 != "404"
    }

    /// The folder that holds the page's file, with a slash after it; empty where that is the site's root.
    fn folder(&self, style: UrlStyle) -> Cow<'_, str> {
        match style {
            UrlStyle::Directories if self.has_folder() && !self.names_file() => [self.as_str(), "/"].concat().into(),
            _ => self.0[..after_last_slash(&self.0)].into(),
        }
    }

    /// Whether it names a file by itself, as a former address may.
    fn names_file(&self) -> bool {
        let ends_so = |ending: &str| {
            let start = self.0.len().checked_sub(ending.len());
            start.is_some_and(|start| self.0.as_bytes()[start..].eq_ignore_ascii_case(ending.as_bytes()))
        };
        ends_so(".html") || ends_so(".htm")
    }

    fn is_index(&self) -> bool {
        self.0 == "index" || self.0.ends_with("/index")
    }

    /// What follows the site's root in links to the page: a file, or a folder where the style says so.
    pub fn from_root(&self, style: UrlStyle) -> String {
        let file = self.file(style);
        match style {
            UrlStyle::Files if is_all_plain(&file) => file,
            UrlStyle::Files => encode(&file),
            UrlStyle::Directories => encode(file.strip_suffix("index.html").unwrap_or(&file)),
        }
    }

    /// The way from the page to the site's root: empty, `../`, `../../`.
    pub fn to_root(&self, style: UrlStyle) -> String {
        "../".repeat(self.folder(style).matches('/').count())
    }

    /// The `href` from this page to another, and to a part of it.
    pub fn href(&self, to: &Self, anchor: Option<&str>, style: UrlStyle) -> String {
        let mut href = match anchor {
            Some(_) if self == to => String::new(),
            _ => self.href_to_path(&to.from_root(style), style),
        };
        if let Some(anchor) = anchor {
            href.push('#');
            href.push_str(&encoded(anchor));
        }
        href
    }

    /// The `href` from this page to a path below the root that is encoded already.
    pub fn href_to_path(&self, path: &str, style: UrlStyle) -> String {
        let href = way(&encoded(&self.folder(style)), path);
        // A first part with a colon would be read as a scheme (RFC 3986, 4.2).
        match href.bytes().find(|byte| matches!(byte, b'/' | b':')) {
            _ if href.is_empty() || href.starts_with('/') => "./".to_owned(),
            Some(b':') => format!("./{href}"),
            _ => href,
        }
    }
}

/// The way from the file at `from` to `to`, both relative to the same folder.
pub(super) fn way(from: &str, to: &str) -> String {
    let folders = after_last_slash(from);
    // Folders are shared as wholes: what they have in common beyond the last slash is chance.
    let both = from.bytes().take(folders).zip(to.bytes()).take_while(|(a, b)| a == b);
    let shared = both.enumerate().filter(|(_, (byte, _))| *byte == b'/').last().map_or(0, |(at, _)| at + 1);
    let up = from[shared..folders].matches('/').count();
    let mut way = String::with_capacity(up * 3 + to.len() - shared);
    for _ in 0..up {
        way.push_str("../");
    }
    way.push_str(&to[shared..]);
    way
}

/// Where the name of the file begins in a path.
fn after_last_slash(path: &str) -> usize {
    path.bytes().rposition(|byte| byte == b'/').map_or(0, |last| last + 1)
}

/// Percent-encodes what may not stand in a path or fragment (RFC 3986, 3.3 and 3.5); `/` stays.
pub fn encode(path: &str) -> String {
    encoded(path).into_owned()
}

/// The same without a copy where nothing is to be encoded, which is nearly always.
fn encoded(path: &str) -> Cow<'_, str> {
    let Some(first) = path.bytes().position(|byte| !is_plain(byte)) else { return Cow::Borrowed(path) };
    let mut encoded = String::with_capacity(path.len() + 16);
    encoded.push_str(&path[..path.floor_char_boundary(first)]);
    for byte in path.bytes().skip(first) {
        if is_plain(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    Cow::Owned(encoded)
}

fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

fn is_all_plain(path: &str) -> bool {
    path.bytes().all(is_plain)
}

/// Letters, digits and signs that stand for themselves.
static PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b','
            )
            || matches!(byte, b';' | b'=' | b':' | b'@' | b'/');
        byte += 1;
    }
    table
};

/// Undoes percent-encoding; nothing where the bytes are not UTF-8.
pub fn decode(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digit = |index: usize| bytes.get(index).and_then(|byte| char::from(*byte).to_digit(16));
        if bytes[at] == b'%'
            && let (Some(high), Some(low)) = (digit(at + 1), digit(at + 2))
        {
            decoded.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_are_relative_and_name_the_file() {
        let page = Address::new("priorities/knife-crime");
        let files = |to: &str| page.href(&Address::new(to), None, UrlStyle::Files);
        assert_eq!(files("index"), "../index.html");
        assert_eq!(files("priorities/index"), "index.html");
        assert_eq!(files("documents/report/index"), "../documents/report/index.html");
        assert_eq!(page.href(&page, Some("p12"), UrlStyle::Files), "#p12");
        assert_eq!(files("café"), "../caf%C3%A9.html");
        let folders = |to: &str| page.href(&Address::new(to), None, UrlStyle::Directories);
        assert_eq!(folders("index"), "../../");
        assert_eq!(folders("priorities/index"), "../");
        assert_eq!(folders("boards/lscsb"), "../../boards/lscsb/");
        assert_eq!(Address::new("index").href(&Address::new("index"), None, UrlStyle::Directories), "./");
        assert_eq!(folders("old/strategy.html"), "../../old/strategy.html");
        assert_eq!(Address::new("index").href(&Address::new("a:b"), None, UrlStyle::Files), "./a:b.html");
    }

    proptest! {
        #[test]
        fn what_is_encoded_decodes_to_itself(path in "\\PC{0,30}") {
            prop_assert_eq!(decode(&encode(&path)), Some(path));
        }

        #[test]
        fn a_relative_link_leads_where_it_should(from in "[a-c](/[a-c]){0,3}", to in "[a-c](/[a-c]){0,3}") {
            let (from, to) = (Address::new(from), Address::new(to));
            let href = from.href(&to, None, UrlStyle::Files);
            let mut folders: Vec<&str> = from.as_str().split('/').collect();
            folders.pop();
            for part in href.split('/') {
                if part == ".." { folders.pop(); } else { folders.push(part); }
            }
            prop_assert_eq!(folders.join("/"), to.from_root(UrlStyle::Files));
        }
    }
}
