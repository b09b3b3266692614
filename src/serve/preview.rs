//! What the preview shows: one value that never changes, put as a whole in the place of the one before.
//!
//! Must not know HTTP.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

pub use super::changes::Changes;
pub use super::editor::Editor;
pub use super::hosts::Hosts;
pub use super::shown::{Note, Shown};
pub use crate::diagnostic::report::Finding;

use super::changes::Difference;
use super::hashes::Hashes;

/// How many of the latest changes are kept, for browsers that have been away: one that was away for longer looks at
/// everything again.
const MOST_KEPT: usize = 64;

/// How to preview.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site's root, in full: the paths of sources are relative to it.
    pub root: PathBuf,
    /// How links that open a source are made.
    pub editor: Editor,
    /// Under which names the preview may be asked.
    pub hosts: Hosts,
}

/// A preview that any number of connections look at.
#[derive(Debug)]
pub struct Preview {
    pub(super) options: Options,
    /// Differs from one start of the program to the next.
    pub(super) run: String,
    sender: watch::Sender<Arc<Snapshot>>,
    /// Held by whoever shows, since the new state is worked out from the one before.
    showing: Mutex<()>,
}

/// One state with its number and the way that led to it.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// How often something was shown.
    pub generation: u64,
    /// What is shown.
    pub shown: Shown,
    /// The latest changes, the newest last; one for each generation.
    changes: VecDeque<Arc<Changes>>,
    pub(super) hashes: Hashes,
}

/// What has happened since a generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Nothing that a browser need know of.
    Nothing,
    /// This, all of it together.
    Changed(Box<Changes>),
    /// It is too long ago to be known.
    TooLongAgo,
}

impl Preview {
    /// A preview that has nothing to show yet.
    pub fn new(options: Options) -> Self {
        let (sender, _) = watch::channel(Arc::new(Snapshot::default()));
        let run = format!("{:016x}", RandomState::new().hash_one(0));
        Self { options, run, sender, showing: Mutex::default() }
    }

    /// Shows this from now on, and tells browsers what has changed.
    pub fn show(&self, shown: Shown) {
        let _alone = self.showing.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.now();
        let next = before.followed_by(shown);
        self.sender.send_replace(Arc::new(next));
    }

    /// What is shown.
    pub fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.sender.borrow())
    }

    /// Sees the newest state whenever there is one, and none twice: states in between are passed over.
    pub(super) fn watch(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.sender.subscribe()
    }
}

impl Snapshot {
    fn followed_by(&self, shown: Shown) -> Self {
        let difference = Difference::between(&self.shown.output, &shown.output);
        let hashes = self.hashes.without(difference.touched());
        let newest = Changes::new(&difference, &self.shown, &shown);
        let mut changes = self.changes.clone();
        changes.push_back(Arc::new(newest));
        if changes.len() > MOST_KEPT {
            changes.pop_front();
        }
        Self { generation: self.generation + 1, shown, changes, hashes }
    }

    /// What has happened since `generation`.
    pub fn since(&self, generation: u64) -> Since {
        let missed = self.generation.checked_sub(generation).and_then(|missed| usize::try_from(missed).ok());
        let Some(first) = missed.and_then(|missed| self.changes.len().checked_sub(missed)) else {
            return Since::TooLongAgo;
        };
        let together = self.changes.range(first..).fold(Changes::default(), |all, later| all.followed_by(later));
        if together == Changes::default() { Since::Nothing } else { Since::Changed(Box::new(together)) }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::output::{Output, OutputPath};

    fn preview() -> Preview {
        let root = Path::new("/site").to_owned();
        Preview::new(Options { root, editor: Editor::none(), hosts: Hosts::default() })
    }

    fn shown(files: &[(&str, &str)]) -> Shown {
        let entry = |(path, text): &(&str, &str)| Some((OutputPath::new(*path)?, Arc::<[u8]>::from(text.as_bytes())));
        let output: Output = files.iter().filter_map(entry).collect();
        Shown { output: Arc::new(output), has_site: true, is_current: true, ..Shown::default() }
    }

    #[test]
    fn whoever_was_away_hears_all_of_it_together_or_that_it_is_too_long_ago() {
        let preview = preview();
        preview.show(shown(&[("a.html", "1"), ("b.html", "1"), ("index.html", "")]));
        preview.show(shown(&[("a.html", "2"), ("b.html", "1"), ("index.html", "")]));
        preview.show(shown(&[("a.html", "2"), ("index.html", "")]));
        let Since::Changed(changes) = preview.now().since(1) else { panic!("{:?}", preview.now().since(1)) };
        assert_eq!(changes.pages.iter().map(OutputPath::as_str).collect::<Vec<_>>(), ["a.html"]);
        let gone: Vec<_> = changes.gone.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        assert_eq!(gone, [("b.html", "index.html")]);
        assert_eq!(preview.now().since(3), Since::Nothing);
        assert_eq!(preview.now().since(4), Since::TooLongAgo, "a generation that is still to come");
        for _ in 0..MOST_KEPT {
            preview.show(shown(&[("a.html", "2"), ("index.html", "")]));
        }
        assert_eq!(preview.now().since(3), Since::Nothing);
        assert_eq!(preview.now().since(2), Since::TooLongAgo);
    }

    #[test]
    fn thousands_of_states_leave_a_bounded_number_of_changes() {
        let preview = preview();
        for number in 0..1000 {
            preview.show(shown(&[("a.html", &number.to_string())]));
        }
        assert_eq!((preview.now().generation, preview.now().changes.len()), (1000, MOST_KEPT));
    }
}
