//! A site under version control.

use std::process::Command;

use super::Site;

/// Runs git on a site, as nobody in particular.
pub(crate) fn git(site: &Site, args: &[&str]) {
    run(site, None, args);
}

/// Takes everything into version control as it is, as if on this day.
pub(crate) fn commit_on(site: &Site, day: &str) {
    run(site, Some(day), &["add", "--all"]);
    run(site, Some(day), &["commit", "-q", "-m", "as it is"]);
}

fn run(site: &Site, day: Option<&str>, args: &[&str]) {
    let mut git = Command::new("git");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        git.env_remove(name);
    }
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    if let Some(day) = day {
        git.env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z"));
    }
    git.arg("-C").arg(site.root()).args(["-c", "user.name=n", "-c", "user.email=e@example.org"]).args(args);
    assert!(git.status().unwrap().success(), "git {args:?}");
}
