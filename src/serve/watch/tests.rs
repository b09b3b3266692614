//! What no test from outside can bring about: a system that has no watches left.

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use notify::{Config, ErrorKind, RecursiveMode, Watcher, WatcherKind};

use super::lookout::Teller;
use super::{Changed, Watched, watch_with};

/// As a system that has room for one watch.
struct Short(u32);

impl Watcher for Short {
    fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
        Ok(Self(1))
    }

    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        self.0
            .checked_sub(1)
            .map(|left| self.0 = left)
            .ok_or_else(|| notify::Error::new(ErrorKind::MaxFilesWatch).add_path(path.to_owned()))
    }

    fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
        Ok(())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test writes what is to be seen")]
fn where_the_system_has_too_few_watches_all_is_read_over_and_over_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    let watched = Watched { root: folder.path().to_owned(), ..Watched::default() };
    let (tell, told) = channel();
    let tell = move |changed| drop(tell.send(changed));
    let native = |_: Teller| Ok(Box::new(Short(1)) as Box<dyn Watcher + Send>);
    let watching = watch_with(watched, tell, native).unwrap();
    assert!(watching.notice().unwrap().contains("--poll"));
    let page = folder.path().canonicalize().unwrap().join("content/index.md");
    std::fs::write(&page, "# Hello\n").unwrap();
    let first = told.recv_timeout(Duration::from_mins(1)).unwrap();
    assert_eq!(first, Changed::Files([page].into()));
}
