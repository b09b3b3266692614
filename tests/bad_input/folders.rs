//! Folders that are no place for a built site.

use std::fs;

use super::good;

/// Builds the good site to a folder that cannot be it, and gives what was said.
fn refused(folder: &str, prepare: impl FnOnce(&std::path::Path)) -> String {
    let site = good().args(&["-o", folder]);
    prepare(site.root());
    let content = fs::read(site.root().join("content/index.md")).unwrap();
    let run = site.build().expect_exit(2);
    assert!(!run.stderr().contains("panicked"), "{}", run.stderr());
    assert_eq!(fs::read(site.root().join("content/index.md")).unwrap(), content);
    run.stderr().to_owned()
}

#[test]
fn the_site_goes_to_no_folder_that_is_something_else() {
    let nothing = |_: &std::path::Path| {};
    assert!(refused(".", nothing).contains("it is the folder of the site itself"));
    assert!(refused("..", nothing).contains("the folder of the site lies in it"));
    assert!(refused("/", nothing).contains("it is the whole disk"));
    assert!(refused("content", nothing).contains("it is the content, or lies in it"));
    assert!(refused("content/out", nothing).contains("it is the content, or lies in it"));
    assert!(refused("folkmoot.yaml", nothing).contains("it is a file"));
    assert!(refused("a/../content", nothing).contains("it is the content, or lies in it"));
}

#[test]
fn a_folder_with_files_of_others_is_left_alone() {
    let said = refused("mine", |root| {
        fs::create_dir(root.join("mine")).unwrap();
        fs::write(root.join("mine/thesis.txt"), "years of work").unwrap();
    });
    assert!(said.contains("holds files that no build of a site made"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_content_is_the_content_and_one_to_an_empty_folder_serves() {
    use std::os::unix::fs::symlink;
    let said = refused("link", |root| symlink("content", root.join("link")).unwrap());
    assert!(said.contains("it is the content, or lies in it"), "{said}");
    let site = good().args(&["-o", "link"]);
    fs::create_dir(site.root().join("empty")).unwrap();
    symlink("empty", site.root().join("link")).unwrap();
    site.build().expect_exit(0);
    assert!(site.root().join("empty/index.html").is_file());
}
