//! The names of the build's own notes in the folder of the site.

pub(super) use crate::load::BUILT_LIST as LIST;

/// What a build still has to do; there only while it does it.
pub(super) const JOURNAL: &str = ".folkmoot-journal";
/// Where files wait until all are there.
pub(super) const STAGE: &str = ".folkmoot-stage";
/// The tree of a first build, in the stage.
pub(super) const STAGED_TREE: &str = "tree";
/// The new list, in the stage.
pub(super) const STAGED_LIST: &str = "list";
/// The journal before it is whole, in the stage.
pub(super) const STAGED_JOURNAL: &str = "journal";
/// Locked while a build writes.
pub(super) const LOCK: &str = ".folkmoot-lock";
