//! `folkmoot completions` and `folkmoot man`: both know every command and every option that the command has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use super::support::Site;

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The subcommands that the help lists.
pub(crate) fn subcommands() -> Vec<String> {
    let help = Site::new().command(&["--help"]).expect_exit(0);
    let listed = help.stdout().split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
    let name = |line: &str| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')).map(str::to_owned);
    let named = listed.lines().filter_map(name).filter_map(|line| line.split(' ').next().map(str::to_owned));
    named.filter(|name| name != "help").collect()
}

/// The long options of a subcommand, by its help.
pub(crate) fn options(subcommand: &str) -> BTreeSet<String> {
    let help = Site::new().command(&[subcommand, "--help"]).expect_exit(0);
    let words = help.stdout().split(|c: char| !c.is_ascii_alphanumeric() && c != '-').map(str::to_owned);
    words.filter(|word| word.len() > 3 && word.starts_with("--") && !word.starts_with("---")).collect()
}

#[test]
fn every_shell_completes_every_subcommand_and_option() {
    let subcommands = subcommands();
    assert!(subcommands.len() > 7, "{subcommands:?}");
    let all: BTreeSet<String> = subcommands.iter().flat_map(|name| options(name)).collect();
    assert!(all.contains("--output-dir") && all.contains("--only-changed"), "{all:?}");
    for shell in SHELLS {
        let run = Site::new().command(&["completions", shell]).expect_exit(0);
        assert_eq!(run.stderr(), "");
        for word in
            subcommands.iter().map(String::as_str).chain(all.iter().map(|option| option.trim_start_matches('-')))
        {
            assert!(run.stdout().contains(word), "{shell}: no {word}");
        }
    }
    let run = Site::new().command(&["completions", "tcsh"]).expect_exit(2);
    assert!(run.stderr().contains("[possible values: bash, elvish, fish, powershell, zsh]"), "{}", run.stderr());
}

#[test]
fn bash_takes_the_script_and_completes_with_it() {
    let script = Site::new().command(&["completions", "bash"]).expect_exit(0).stdout().to_owned();
    let typed = "\nCOMP_WORDS=(folkmoot che); COMP_CWORD=1; _folkmoot folkmoot che folkmoot; echo \"${COMPREPLY[@]}\"";
    let told = Command::new("bash").args(["--norc", "-c", &format!("{script}{typed}")]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&told.stdout), "check\n", "{}", String::from_utf8_lossy(&told.stderr));
}

#[test]
fn the_command_and_each_subcommand_has_a_page() {
    let site = Site::new();
    let run = site.command(&["man", "--output-dir", "share/man1"]).expect_exit(0);
    let subcommands = subcommands();
    let count = subcommands.len() + 1;
    assert_eq!(run.stderr(), format!("{count} pages in share/man1, {count} of them written.\n"));
    let found = fs::read_dir(site.root().join("share/man1")).unwrap().map(Result::unwrap);
    let pages: BTreeMap<String, String> = found
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
        .collect();
    let names = subcommands.iter().map(|name| format!("folkmoot-{name}.1")).chain(["folkmoot.1".to_owned()]);
    assert_eq!(pages.keys().cloned().collect::<BTreeSet<_>>(), names.collect());
    for name in &subcommands {
        let page = &pages[&format!("folkmoot-{name}.1")];
        for option in options(name) {
            let written = option.replace('-', "\\-");
            assert!(page.contains(&written), "{name}: no {option}\n{page}");
        }
        assert!(page.contains(&format!(".TH folkmoot-{name} 1")), "{page}");
        assert!(page.contains("\n.SH \"EXIT STATUS\"\n"), "{page}");
        assert!(
            pages["folkmoot.1"].contains(&format!("folkmoot\\-{name}(1)")),
            "{name} is not in\n{}",
            pages["folkmoot.1"]
        );
    }
    let again = site.command(&["man", "--output-dir", "share/man1"]).expect_exit(0);
    assert_eq!(again.stderr(), format!("{count} pages in share/man1, 0 of them written.\n"));
}

#[test]
fn without_a_folder_the_page_of_the_command_is_printed() {
    let run = Site::new().command(&["man"]).expect_exit(0);
    assert!(run.stdout().contains(".TH folkmoot 1") && run.stdout().contains("EXIT STATUS"), "{}", run.stdout());
    assert_eq!(run.stderr(), "");
}

#[test]
fn a_file_that_is_no_page_of_ours_is_never_written_over() {
    let site = Site::new().file("man1/folkmoot-check.1", "Notes on the check\n");
    let run = site.command(&["man", "--output-dir", "man1"]).expect_exit(2);
    let told =
        "error: \"man1/folkmoot-check.1\" is no page of this manual, so it is left as it is, and nothing was written.";
    assert!(run.stderr().starts_with(told), "{}", run.stderr());
    assert_eq!(fs::read_dir(site.root().join("man1")).unwrap().count(), 1);
}
