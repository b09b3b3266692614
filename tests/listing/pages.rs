//! What the tests of lists read from pages as they are written.

/// The pages of a list, in their order: the one that it begins with, then those below it.
pub(super) fn pages_below(files: &[String], front: &str) -> Vec<String> {
    let (first, below) = (format!("{front}.html"), format!("{front}/"));
    let is_part = |file: &&String| **file == first || file.starts_with(&below);
    files.iter().filter(is_part).filter(|file| is_html(file)).cloned().collect()
}

/// Whether a file is a page.
pub(super) fn is_html(file: &str) -> bool {
    file.strip_suffix(".html").is_some()
}

/// What stands between two texts.
pub(super) fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let after = html.split_once(start).map_or("", |(_, after)| after);
    after.split_once(end).map_or(after, |(within, _)| within)
}

/// The paths that the links in some HTML of a page lead to, but for those to its own parts.
pub(super) fn links(page: &str, html: &str) -> Vec<String> {
    let hrefs = html.split("<a ").skip(1).map(|tag| between(tag, "href=\"", "\""));
    hrefs.filter(|href| !href.starts_with('#')).map(|href| resolved(page, href)).collect()
}

/// The paths that the lists of a page lead to.
pub(super) fn entries(page: &str, html: &str) -> Vec<String> {
    html.split("<ul class=\"entries\">").skip(1).flat_map(|list| links(page, before(list, "</ul>"))).collect()
}

/// The words of the links in the lists of a page.
pub(super) fn texts(html: &str) -> Vec<String> {
    let lists = html.split("<ul class=\"entries\">").skip(1).map(|list| before(list, "</ul>"));
    lists.flat_map(|list| list.split("<a ").skip(1)).map(|tag| between(tag, ">", "</a>").to_owned()).collect()
}

fn before<'a>(html: &'a str, end: &str) -> &'a str {
    html.split_once(end).map_or(html, |(before, _)| before)
}

/// The path that a link on a page leads to.
fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
