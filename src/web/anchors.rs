//! Which parts a page has: its HTML read as it comes in, no further than is needed.
//!
//! Must not know where the page comes from.

use std::io::Read;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{IoReader, Span, Tokenizer};
use percent_encoding::percent_decode_str;

use super::verdict::Missing;
use crate::diagnostic::nearest;

/// How many names are kept to offer the nearest one, and how long each may be, in bytes.
const KEPT: usize = 5000;
const LONGEST_BYTES: usize = 200;

/// Whether anybody but a script in a browser can say that a page has this part. Text fragments are found in the text,
/// `#!…`, `#/…` and `#key=value` are read by scripts, `#L10` is a line of a file on a forge, and `#top` is always there.
pub(super) fn can_be_judged(host: &str, fragment: &str) -> bool {
    let is_script = fragment.starts_with(['!', '/', '?']) || fragment.contains(['=', '&']);
    let is_line = fragment.strip_prefix('L').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || "-LC:".contains(c))
    });
    let is_forge = ["github.com", "gitlab.com", "bitbucket.org"].contains(&host);
    let is_always_there = fragment.is_empty() || fragment.eq_ignore_ascii_case("top");
    !(is_always_there || fragment.contains(":~:") || is_script || is_line || is_forge)
}

/// What reading a page showed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Parts {
    /// All of it was read as far as needed, and these of the fragments lead nowhere.
    Known(Vec<Missing>),
    /// It was too long, broke off, or is drawn by a script, so that nothing can be said.
    Unknown,
}

/// What is met on the way through a page.
enum Met {
    Name(Vec<u8>),
    Heading,
    Script,
}

/// Looks for `wanted` in a page, reading at most `limit_bytes`.
pub(super) fn parts(page: Box<dyn Read>, wanted: &[String], limit_bytes: u64) -> Parts {
    let mut open: Vec<(&String, String)> = wanted
        .iter()
        .map(|fragment| (fragment, percent_decode_str(fragment).decode_utf8_lossy().into_owned()))
        .collect();
    let mut names: Vec<String> = Vec::new();
    let (mut headings, mut scripts) = (false, false);
    let mut page = page.take(limit_bytes);
    for met in Tokenizer::new_with_emitter(IoReader::new(&mut page), emitter()) {
        match met {
            Ok(Met::Heading) => headings = true,
            Ok(Met::Script) => scripts = true,
            Ok(Met::Name(name)) => {
                let name = String::from_utf8_lossy(&name);
                open.retain(|(raw, decoded)| !is_part(&name, raw, decoded));
                if names.len() < KEPT && name.len() <= LONGEST_BYTES {
                    names.push(name.into_owned());
                }
            }
            Err(_) => return Parts::Unknown,
        }
        if open.is_empty() {
            return Parts::Known(Vec::new());
        }
    }
    let was_cut = page.limit() == 0;
    let is_drawn_by_script = scripts && !headings;
    if was_cut || is_drawn_by_script {
        return Parts::Unknown;
    }
    let missing = open.into_iter().map(|(raw, decoded)| Missing {
        fragment: raw.clone(),
        nearest: nearest(&decoded, names.iter().map(String::as_str)).map(str::to_owned),
    });
    Parts::Known(missing.collect())
}

/// Whether an `id` or a `name` is the part that is meant (HTML, 7.4.6.4): as written, or with percent signs undone. Some
/// forges and manuals put a word before the names that come from their users.
fn is_part(name: &str, raw: &str, decoded: &str) -> bool {
    name == raw || name == decoded || name.strip_prefix("user-content-") == Some(decoded)
}

fn emitter() -> CallbackEmitter<impl FnMut(CallbackEvent<'_>, Span<()>) -> Option<Met>, Met> {
    let mut is_link = false;
    let mut is_name = false;
    let mut emitter = CallbackEmitter::new(move |event: CallbackEvent<'_>, _: Span<()>| match event {
        CallbackEvent::OpenStartTag { name } => {
            (is_link, is_name) = (name == b"a", false);
            match name {
                b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Some(Met::Heading),
                b"script" => Some(Met::Script),
                _ => None,
            }
        }
        CallbackEvent::AttributeName { name } => {
            is_name = name == b"id" || (is_link && name == b"name");
            None
        }
        CallbackEvent::AttributeValue { value } if is_name => Some(Met::Name(value.to_vec())),
        _ => None,
    });
    // Within a script or a style nothing is a tag.
    emitter.naively_switch_states(true);
    emitter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &'static [u8], wanted: &[&str], limit_bytes: u64) -> String {
        let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
        match parts(Box::new(html), &wanted, limit_bytes) {
            Parts::Unknown => "unknown".to_owned(),
            Parts::Known(missing) => {
                let told = missing.iter().map(|it| format!("{}>{}", it.fragment, it.nearest.as_deref().unwrap_or("")));
                told.collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn finds_the_parts_of_a_page() {
        let page = b"<h1 id=aims>A</h1><a name='caf&eacute;'></a><p name=no><script>'<p id=in-script>'</script>\
            <div id=\xff\xfe></div><h2 id=\"user-content-use\">";
        for (wanted, missing) in [
            (&["aims"][..], ""),
            (&["aims", "caf%C3%A9", "use"], ""),
            (&["Aims"], "Aims>aims"),
            (&["no"], "no>"),
            (&["in-script"], "in-script>"),
            (&["aims", "aimz"], "aimz>aims"),
        ] {
            assert_eq!(told(page, wanted, 10_000), missing, "{wanted:?}");
        }
    }

    #[test]
    fn says_nothing_of_a_page_that_is_cut_short_or_drawn_by_a_script() {
        assert_eq!(told(b"<h1>A</h1><p id=a>", &["b"], 10), "unknown");
        assert_eq!(told(b"<p id=root></p><script src=a></script>", &["b"], 1000), "unknown");
        assert_eq!(told(b"<p id=root></p>", &["b"], 1000), "b>");
        assert_eq!(told(b"", &["b"], 1000), "b>");
    }

    #[test]
    fn judges_only_what_html_can_tell() {
        for (fragment, judged) in [
            ("aims", true),
            ("L", true),
            ("Lincoln", true),
            ("p1", true),
            ("", false),
            ("Top", false),
            (":~:text=aims", false),
            ("aims:~:text=x", false),
            ("L10", false),
            ("L10-L20", false),
            ("L10C3-L20C4", false),
            ("!/page", false),
            ("/route", false),
            ("page=3", false),
        ] {
            assert_eq!(can_be_judged("www.example.org", fragment), judged, "{fragment}");
        }
        assert!(!can_be_judged("github.com", "readme"));
    }
}
