//! The names of what editors lay beside a file for the moment of saving it.
//!
//! Most such names are ones that the site never reads, and `load` knows them. This other it would read, so that it
//! counts unless it comes and goes at once. Must not know the disk.

use std::ffi::OsStr;

/// Vim makes and deletes a file of this name to see whether it may write in the folder.
const PROBE: &str = "4913";

/// Whether a file of this name comes and goes with the saving of another.
pub(super) fn is_passing(name: &OsStr) -> bool {
    name == PROBE
}

#[cfg(test)]
mod tests {
    use super::is_passing;
    use crate::load::is_ignored;

    #[test]
    fn every_name_that_editors_and_systems_leave_is_known_and_no_other() {
        let table = [
            (".index.md.swp", "ignored"),
            ("index.md.swp", "ignored"),
            (".index.md.swo", "ignored"),
            ("index.md~", "ignored"),
            ("4913", "passing"),
            ("#index.md#", "ignored"),
            (".#index.md", "ignored"),
            ("index.md___jb_tmp___", "ignored"),
            ("index.md___jb_old___", "ignored"),
            ("~$report.docx", "ignored"),
            (".DS_Store", "ignored"),
            ("Thumbs.db", "ignored"),
            ("desktop.ini", "ignored"),
            ("index.md.tmp", "ignored"),
            (".goutputstream-A1B2C3", "ignored"),
            (".index.md.kate-swp", "ignored"),
            (".git", "ignored"),
            (".folkmoot", "ignored"),
            ("node_modules", "ignored"),
            ("index.md", "read"),
            ("4914", "read"),
            ("#1.md", "read"),
            ("jb_tmp.md", "read"),
            ("swp", "read"),
            ("tmp.md", "read"),
        ];
        for (name, expected) in table {
            let told = match (is_ignored(name.as_ref()), is_passing(name.as_ref())) {
                (true, false) => "ignored",
                (false, true) => "passing",
                (false, false) => "read",
                (true, true) => "both",
            };
            assert_eq!(told, expected, "{name}");
        }
    }
}
