//! What every built page owes its readers: one heading, a title, nothing that runs, and no link that leads nowhere.
//!
//! Must not know templates or sources; reads only the HTML that was written.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};

use super::Run;

/// What stands in one built page.
#[derive(Debug, Default)]
struct Page {
    ids: BTreeSet<String>,
    /// Values of `href` and `src`.
    addresses: Vec<String>,
    headings: usize,
    title: String,
    faults: Vec<String>,
}

/// All that is wrong with the pages of a run, each with its page; empty when all is well.
pub(crate) fn output_faults(run: &Run) -> Vec<String> {
    let files = run.snapshot();
    let is_page = |path: &String| path.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    let pages: BTreeMap<&String, Page> = files
        .iter()
        .filter(|(path, _)| is_page(path))
        .map(|(path, (bytes, _))| (path, read(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let mut faults = Vec::new();
    for (path, page) in &pages {
        let mut tell = |fault: String| faults.push(format!("{path}: {fault}"));
        page.faults.iter().cloned().for_each(&mut tell);
        if page.headings != 1 {
            tell(format!("{} headings of the first level", page.headings));
        }
        if page.title.trim().is_empty() {
            tell("no title".to_owned());
        }
        for address in &page.addresses {
            if let Some(fault) = fault_of(address, path, page, &pages, &paths) {
                tell(fault);
            }
        }
    }
    faults
}

fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut in_title = false;
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                in_title = name == "title" && page.title.is_empty();
                page.headings += usize::from(name == "h1");
                let is_data = tag.attributes.values().any(|value| value.as_slice() == b"application/ld+json");
                // A program may stand in a file of the site alone.
                let is_own_file = tag.attributes.iter().any(|(attribute, value)| {
                    attribute.as_slice() == b"src" && !value.contains(&b':') && !value.starts_with(b"//")
                });
                if name == "script" && !is_data && !is_own_file {
                    page.faults.push("a script".to_owned());
                }
                for (attribute, value) in &tag.attributes {
                    let value = String::from_utf8_lossy(value).into_owned();
                    take(&mut page, &String::from_utf8_lossy(attribute), value);
                }
            }
            Token::EndTag(_) => in_title = false,
            Token::String(text) if in_title => page.title.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page
}

fn take(page: &mut Page, attribute: &str, value: String) {
    if attribute.starts_with("on") || attribute == "style" {
        page.faults.push(format!("an attribute `{attribute}`"));
    }
    match attribute {
        "id" if !page.ids.insert(value.clone()) => page.faults.push(format!("two ids `{value}`")),
        "href" | "src" => page.addresses.push(value),
        _ => {}
    }
}

/// What is wrong with an address on the page at `path`.
fn fault_of(
    address: &str,
    path: &str,
    page: &Page,
    pages: &BTreeMap<&String, Page>,
    paths: &BTreeSet<&str>,
) -> Option<String> {
    if let Some((scheme, _)) = address.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '#', '?', '.'])) {
        let allowed = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return (!allowed).then(|| format!("the scheme of `{address}`"));
    }
    let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
    let fragment = decoded(fragment);
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if !file.is_empty() {
        parts.pop();
        for part in file.split('/') {
            match part {
                ".." if parts.pop().is_none() => return Some(format!("`{address}` leads out of the site")),
                "." | ".." => {}
                part => parts.push(decoded(part)),
            }
        }
    }
    let mut target = parts.join("/");
    if target.is_empty() || target.ends_with('/') {
        target.push_str("index.html");
    }
    if !paths.contains(target.as_str()) {
        return Some(format!("`{address}` leads to no file"));
    }
    let there = if target == path { Some(page) } else { pages.get(&target) };
    let is_lost = !fragment.is_empty() && fragment != "top" && there.is_none_or(|there| !there.ids.contains(&fragment));
    is_lost.then(|| format!("`{address}` leads to no part of its page"))
}

/// Undoes percent-encoding.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn finds_what_is_wrong_with_an_address() {
    let page = read(
        "<title>A</title><h1 id=a>A</h1><h1>B</h1><a href='b%20c.html#d'></a><script></script><script src=x.js></script>",
    );
    assert_eq!((page.title.as_str(), page.headings, page.faults.len()), ("A", 2, 1));
    let (own, other) = ("x/a.html".to_owned(), "x/b c.html".to_owned());
    let pages = BTreeMap::from([(&own, read("<p id=a>")), (&other, read("<p id='é'>"))]);
    let paths = BTreeSet::from(["x/a.html", "x/b c.html", "x/index.html"]);
    let fault = |address: &str| fault_of(address, &own, &pages[&own], &pages, &paths);
    for sound in ["#a", "", "#", "b%20c.html#%C3%A9", "../x/b%20c.html", "./", "https://a.b/", "mailto:a@b"] {
        assert_eq!(fault(sound), None, "{sound}");
    }
    for unsound in ["#b", "b.html", "b%20c.html#e", "../../a.html", "javascript:x", "data:x"] {
        assert!(fault(unsound).is_some(), "{unsound}");
    }
}
