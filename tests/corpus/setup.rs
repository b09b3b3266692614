//! What a fixture needs and a repository cannot hold: bytes that are no text, names that are none, links, very large files.
//! Each line of a setup is one command; `tests/check/README.md` lists them.
//!
//! Must not know what any rule says.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// Carries out each line of `setup` in the site at `root`; stops the test at a line that makes no sense.
pub(super) fn carry_out(setup: &str, root: &Path) {
    for line in setup.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let done = command(line, root);
        assert!(done.is_some(), "no such command, or too few words in it: {line}");
    }
}

/// Carries out one line; nothing where it makes no sense.
fn command(line: &str, root: &Path) -> Option<()> {
    let (command, rest) = line.split_once(' ')?;
    let (path, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let path = root.join(PathBuf::from(OsString::from_vec(unescaped(path)?)));
    fs::create_dir_all(path.parent()?).unwrap();
    match command {
        "bytes" => fs::write(path, unescaped(rest)?).unwrap(),
        "repeat" => {
            let (times, text) = rest.split_once(' ')?;
            fs::write(path, unescaped(text)?.repeat(times.parse().ok()?)).unwrap();
        }
        "copy" => {
            let (file, left_out) = rest.split_once(' ').unwrap_or((rest, ""));
            let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).ok()?;
            let kept = |line: &&str| left_out.is_empty() || !line.starts_with(left_out);
            fs::write(path, text.split_inclusive('\n').filter(kept).collect::<String>()).unwrap();
        }
        "size" => fs::File::create(path).unwrap().set_len(rest.parse().ok()?).unwrap(),
        "symlink" if !rest.is_empty() => symlink(rest, path).unwrap(),
        "folder" => fs::create_dir_all(path).unwrap(),
        "without" => fs::remove_file(path).unwrap(),
        _ => return None,
    }
    Some(())
}

/// The bytes that a text stands for, where `\n` is the end of a line, `\s` a space, `\\` a backslash and `\xE9` a byte.
fn unescaped(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        bytes.push(match rest.next()? {
            b'n' => b'\n',
            b's' => b' ',
            b'\\' => b'\\',
            b'x' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            _ => return None,
        });
    }
    Some(bytes)
}

#[test]
fn escapes_stand_for_bytes() {
    assert_eq!(unescaped(r"a\sb\n\xE9\\").unwrap(), b"a b\n\xE9\\");
    assert_eq!(unescaped("é").unwrap(), "é".as_bytes());
    for wrong in [r"\", r"\q", r"\x", r"\xE", r"\xZZ"] {
        assert_eq!(unescaped(wrong), None, "{wrong}");
    }
}

#[test]
fn a_command_makes_what_it_says_or_is_told() {
    let site = super::super::support::Site::new();
    carry_out("# A remark\n\nbytes a/b.md x\\n\nrepeat c 3 ab\nsize d 7\nsymlink e c\nfolder f/g\n", site.root());
    let at = |path: &str| site.root().join(path);
    assert_eq!(fs::read(at("a/b.md")).unwrap(), b"x\n");
    assert_eq!(fs::read(at("e")).unwrap(), b"ababab");
    assert_eq!(fs::read(at("d")).unwrap().len(), 7);
    assert!(at("f/g").is_dir());
    carry_out("copy g clippy.toml\ncopy h clippy.toml disallowed", site.root());
    assert!(fs::read_to_string(at("g")).unwrap().contains("\ndisallowed"));
    assert!(!fs::read_to_string(at("h")).unwrap().contains("\ndisallowed"));
    carry_out("without c", site.root());
    assert!(!at("c").exists());
    for wrong in
        ["bytes", "touch a", "repeat h b", "repeat h many x", "symlink h", "size h much", r"bytes h \q", "copy h none"]
    {
        assert_eq!(command(wrong, site.root()), None, "{wrong}");
    }
}
