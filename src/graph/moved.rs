//! A relative link after files of the content were moved or renamed.
//!
//! Must not know why they were.

use super::address::{decode, encode, way};
use super::relative::join;
use crate::parse::reference::canonical;

/// Files, folders and pages of the content that go by another path from now on. Paths are relative to the content folder.
#[derive(Debug, Clone, Default)]
pub struct Moves(Vec<(String, String)>);

impl Moves {
    /// Moves from the first path of each pair to the second; what lies in a folder goes with it.
    pub fn new(moves: Vec<(String, String)>) -> Self {
        Self(moves)
    }

    /// Where what was at `path` is from now on.
    pub fn now(&self, path: &str) -> Option<String> {
        self.0.iter().find_map(|(from, to)| {
            let rest = path.strip_prefix(from.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
        })
    }

    /// The relative `destination`, as written in the file that was at `from`, as it has to be written once all has moved;
    /// nothing where it may stay.
    pub fn destination(&self, from: &str, destination: &str) -> Option<String> {
        let end = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, rest) = destination.split_at(end);
        let path = canonical(&decode(path)?);
        if path.is_empty() {
            return None;
        }
        let old = join(from, &path)?;
        let new = self.now(&old).or_else(|| without_ending(&self.now(&format!("{old}.md"))?));
        let now_from = self.now(from);
        if new.is_none() && now_from.is_none() {
            return None;
        }
        let new = new.unwrap_or_else(|| old.clone());
        let ends_in_slash = if path.ends_with('/') && !new.is_empty() { "/" } else { "" };
        let written =
            if path.starts_with('/') { format!("/{new}") } else { way(now_from.as_deref().unwrap_or(from), &new) };
        let is_same_way = !path.starts_with('/') && way(from, &old) == written;
        // A link that is written in a roundabout way, such as `./a.md`, and still leads there, is let be.
        let may_stay = is_same_way || join(now_from.as_deref().unwrap_or(from), &path).as_deref() == Some(&new);
        let shown = if written.is_empty() { "./" } else { &written };
        (!may_stay).then(|| format!("{}{ends_in_slash}{rest}", encode(shown)))
    }
}

/// The path, relative to the content folder, that a relative one means in the file at `from`; nothing where it leaves the content
/// or is not UTF-8 once its percent signs are undone.
pub fn joined(from: &str, path: &str) -> Option<String> {
    join(from, &canonical(&decode(path)?))
}

/// The path of a Markdown file, as links may write it without its ending.
fn without_ending(path: &str) -> Option<String> {
    path.strip_suffix(".md").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(pairs: &[(&str, &str)]) -> Moves {
        Moves::new(pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect())
    }

    #[test]
    fn links_to_what_has_moved_follow_it() {
        let moves = moves(&[("priorities/knife.md", "priorities/blade crime.md"), ("documents/a", "documents/b")]);
        let now = |from: &str, written: &str| moves.destination(from, written);
        assert_eq!(now("about.md", "priorities/knife.md#why").as_deref(), Some("priorities/blade%20crime.md#why"));
        assert_eq!(now("about.md", "/priorities/knife.md").as_deref(), Some("/priorities/blade%20crime.md"));
        assert_eq!(now("priorities/hate.md", "knife").as_deref(), Some("blade%20crime"));
        assert_eq!(now("guide/x.md", "../documents/a/01-why.md").as_deref(), Some("../documents/b/01-why.md"));
        assert_eq!(now("guide/x.md", "../documents/a/").as_deref(), Some("../documents/b/"));
        assert_eq!(now("about.md", "priorities/knives.md"), None);
        assert_eq!(now("about.md", "#why"), None);
    }

    #[test]
    fn links_of_what_has_moved_still_lead_where_they_did() {
        let moves = moves(&[("guide/start.md", "help/first/start.md"), ("documents/a", "documents/b")]);
        assert_eq!(moves.destination("guide/start.md", "../about.md").as_deref(), Some("../../about.md"));
        assert_eq!(moves.destination("guide/start.md", "next.md").as_deref(), Some("../../guide/next.md"));
        assert_eq!(moves.destination("guide/start.md", "start.md#top").as_deref(), None);
        assert_eq!(moves.destination("documents/a/01-why.md", "02-how.md"), None);
        assert_eq!(moves.destination("documents/a/01-why.md", "./02-how.md"), None);
        assert_eq!(moves.destination("documents/a/01-why.md", "../../about.md"), None);
    }
}
