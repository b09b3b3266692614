//! Which pages, as they are written, have a link to another page or a part of it.
//!
//! Must not know the sources.

use rayon::prelude::*;

use super::address::{From, Meaning, Root, meaning};
use super::document::text;
use super::files::{Files, Found};
use super::html;
use super::kind::{Kind, kind_of};
use super::role::Role;
use crate::output::{Output, OutputPath};

/// The pages that show a link to one of `targets`, or to a part of it where `fragment` names one, in the order of their paths.
/// The targets themselves are left out: every page has links to itself. `base_url` is where the site is published.
pub fn linking_pages(
    output: &Output,
    base_url: Option<&str>,
    targets: &[OutputPath],
    fragment: Option<&str>,
) -> Vec<String> {
    let files = Files::new(output);
    let root = base_url.and_then(Root::new);
    let pages: Vec<(&OutputPath, &[u8])> = output
        .iter()
        .filter(|(path, _)| kind_of(path.as_str()) == Some(Kind::Page) && !targets.contains(path))
        .map(|(path, bytes)| (path, &**bytes))
        .collect();
    let shows = |(path, bytes): &(&OutputPath, &[u8])| {
        let text = text(bytes);
        let document = html::read(&text);
        let folder = path.as_str().rfind('/').map_or("", |slash| &path.as_str()[..=slash]);
        let from = From { folder, root: root.as_ref(), is_everywhere: path.as_str() == "404.html" };
        let mut way = String::new();
        let links = document.addresses.iter().filter(|written| matches!(written.role, Role::Link | Role::Refresh));
        let mut to = links.map(|written| match meaning(&written.text, from, &mut way) {
            Meaning::Within { fragment: part, .. } => {
                let (Found::File(file) | Found::Folder(file) | Found::FolderWithoutSlash(file)) = files.find(&way)
                else {
                    return false;
                };
                let is_page = targets.iter().any(|target| target.as_str() == files.path(file));
                is_page && fragment.is_none_or(|wanted| part.as_deref().is_some_and(|part| is_part(part, wanted)))
            }
            _ => false,
        });
        to.any(|leads| leads)
    };
    pages.par_iter().filter(|page| shows(page)).map(|(path, _)| path.to_string()).collect()
}

/// Whether what follows the `#` of an address names a part.
fn is_part(written: &str, wanted: &str) -> bool {
    written == wanted || crate::graph::address::decode(written).is_some_and(|decoded| decoded == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Bytes;

    #[test]
    fn links_are_followed_as_a_browser_does() {
        let page = |links: &str| Bytes::from(links.as_bytes());
        let file = |path: &str, text: &str| Some((OutputPath::new(path)?, page(text)));
        let files = [
            file("a/target.html", "<a href=''>self</a> <a href='target.html#x'>self</a>"),
            file("a/near.html", "<a href='target.html'>t</a>"),
            file("b/far.html", "<a href='../a/target.html#caf%C3%A9'>t</a>"),
            file("b/full.html", "<a href='https://www.example.org/plan/a/target.html#x'>t</a>"),
            file("b/other.html", "<a href='target.html'>t</a> <img src='../a/target.html'>"),
            file("404.html", "<a href='a/target.html'>t</a>"),
            file("old.html", "<meta http-equiv=refresh content='0; url=a/target.html'>"),
        ];
        let output: Output = files.into_iter().flatten().collect();
        let target = [OutputPath::new("a/target.html").expect("a path")];
        let base = Some("https://www.example.org/plan/");
        assert_eq!(
            linking_pages(&output, base, &target, None),
            ["404.html", "a/near.html", "b/far.html", "b/full.html", "old.html"]
        );
        assert_eq!(linking_pages(&output, None, &target, Some("caf\u{e9}")), ["b/far.html"]);
        assert!(linking_pages(&output, None, &target, Some("none")).is_empty());
    }
}
