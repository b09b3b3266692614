//! What is told of a relative link that leads nowhere, and what to write instead.
//!
//! Must not know how a link that leads somewhere is drawn.

use super::relative::{Paths, Reached};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::parse::markdown::tree::{LinkUse, WrittenLink};

/// A relative link to nothing.
pub(super) static DEAD_LINK: Rule = Rule {
    code: "dead-link",
    family: Family::Link,
    severity: Severity::Warning,
    explanation: "A relative link leads to a file that is not there, or that is not published. The text stays on the \
                  page and leads nowhere. Correct the path, which is read from the folder of the file that the link \
                  stands in; the finding offers the nearest path that there is.",
    wrong: "[the board](the-bord.md)",
    right: "[the board](the-board.md)",
};

/// A relative link whose capitals are not those of the file.
pub(super) static FILE_NAME_CASE: Rule = Rule {
    code: "file-name-case",
    family: Family::Link,
    severity: Severity::Warning,
    explanation: "On many computers `Board.md` and `board.md` are the same file, and on web servers they are two. A link has to \
                  write the name of a file with the same capitals, or it works on the desk and is dead on the web.",
    wrong: "[the board](The-Board.md)",
    right: "[the board](the-board.md)",
};

/// What is told of `destination`, a relative link in the file at `from` that reached no target; nothing where it is told at
/// the place of the file that it leads to.
pub(super) fn told(
    reached: &Reached,
    paths: &Paths,
    from: &str,
    destination: &str,
    link: &WrittenLink,
) -> Option<Diagnostic> {
    let dead = |message: String, help: &str| Some(Diagnostic::new(&DEAD_LINK, link.span, message).help(help));
    if let Some(slashed) = with_slashes(destination) {
        let message = format!("`{destination}` is written with backslashes, and addresses on the web have `/`.");
        let (help, meant) = slashed_help(paths, from, &slashed);
        return dead(message, &help).map(|finding| finding.instead(meant));
    }
    match reached {
        // What is wrong with that file is told at its own place.
        Reached::Target(..) | Reached::Faulty => None,
        Reached::Nothing(near) => {
            let what = if link.usage == LinkUse::Image { "picture" } else { "file or folder" };
            let (help, meant) = nowhere_help(destination, near.as_deref());
            dead(format!("There is no {what} at `{destination}`."), &help).map(|finding| finding.instead(meant))
        }
        Reached::OtherCase(path) => {
            let message = format!("The capitals of `{destination}` are not those of the file, so it is not found.");
            let whole = with_part(path, destination);
            let finding = Diagnostic::new(&FILE_NAME_CASE, link.span, message).help(format!("Write `{whole}`."));
            Some(finding.instead(Some(whole)))
        }
        Reached::Draft => dead(
            format!("`{destination}` is a draft, so the published site has no page for it."),
            "Take the link out until it is published, or show drafts with `--drafts`.",
        ),
        Reached::Unpublished => dead(
            format!("`{destination}` is no part of the site, so nothing can lead to it."),
            "Pages, pictures and documents are published; give the full address of anything else on the web.",
        ),
        Reached::Outside => dead(
            format!("`{destination}` leads out of the content folder, which is all that is published."),
            "Link to a page of the site, or give the full address on the web.",
        ),
    }
}

/// What to do about a path that leads nowhere, and what was most likely meant.
fn nowhere_help(destination: &str, near: Option<&str>) -> (String, Option<String>) {
    if let Some(whole) = of_the_web(destination) {
        return (format!("Write `{whole}`."), Some(whole));
    }
    match near.map(|near| with_part(near, destination)) {
        Some(whole) => (format!("Did you mean `{whole}`?"), Some(whole)),
        None => ("Check the path; it is read from the folder of this file.".to_owned(), None),
    }
}

/// A path, and what follows the path in `destination`.
fn with_part(path: &str, destination: &str) -> String {
    format!("{path}{}", &destination[path_end(destination)..])
}

/// Where the path of a destination ends: at its query or its part.
fn path_end(destination: &str) -> usize {
    destination.find(['#', '?']).unwrap_or(destination.len())
}

/// The same destination with slashes where its path has backslashes, plain or encoded; nothing where it has none.
fn with_slashes(destination: &str) -> Option<String> {
    let (path, rest) = destination.split_at(path_end(destination));
    let slashed = path.replace('\\', "/").replace("%5C", "/").replace("%5c", "/");
    (slashed != path).then(|| slashed + rest)
}

/// What to do about a path that had backslashes, and what was most likely meant.
fn slashed_help(paths: &Paths, from: &str, slashed: &str) -> (String, Option<String>) {
    let write = |whole: String| (format!("Write `{whole}`."), Some(whole));
    let near = match paths.follow(from, slashed) {
        Reached::Target(..) | Reached::Draft | Reached::Faulty => return write(slashed.to_owned()),
        Reached::OtherCase(path) => return write(with_part(&path, slashed)),
        Reached::Nothing(near) => near,
        Reached::Unpublished | Reached::Outside => None,
    };
    match near.map(|near| with_part(&near, slashed)) {
        Some(whole) => (format!("Did you mean `{whole}`?"), Some(whole)),
        None => (
            "Put the file into the content folder, and write the path from this file to it, with `/`.".to_owned(),
            None,
        ),
    }
}

/// The address that was meant where only its beginning is missing or misspelt.
fn of_the_web(destination: &str) -> Option<String> {
    if destination.starts_with("www.") {
        return Some(format!("https://{destination}"));
    }
    let misspelt = ["https//", "http//", "https:/", "http:/"];
    if let Some(rest) = misspelt.iter().find_map(|start| destination.strip_prefix(start)) {
        return Some(format!("https://{rest}"));
    }
    let (name, host) = destination.split_once('@')?;
    let is_mail = !name.is_empty() && host.contains('.') && !destination.contains(['/', '#', '?']);
    is_mail.then(|| format!("mailto:{destination}"))
}

/// Whether the word before a colon begins a path on somebody's own computer: the letter of a drive, or `file`.
pub(super) fn is_of_own_computer(word: &str) -> bool {
    word.eq_ignore_ascii_case("file") || (word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// What to do about such a path.
pub(super) const OWN_COMPUTER_HELP: &str = "That is a place on your own computer, which no reader can reach. Put the file \
                                            into the content folder, and write the path from this file to it, with `/`.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_of_the_path_alone_become_slashes() {
        let slashed = |text| with_slashes(text);
        assert_eq!(slashed(r"sub\page.md#a\b").as_deref(), Some(r"sub/page.md#a\b"));
        assert_eq!(slashed(r".\sub\page.md?x").as_deref(), Some("./sub/page.md?x"));
        assert_eq!(slashed("sub%5Cpage%5cx.md").as_deref(), Some("sub/page/x.md"));
        assert_eq!(slashed(r"sub/page.md#a\b"), None);
    }
}
