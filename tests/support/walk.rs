//! Walks through a page of the manual: carries out what the page tells its reader to type and to write, in a folder of its
//! own, and compares what the page says will come with what came.
//!
//! What a page may hold, and how the blocks are marked, stands at [`Walk::read`]. Must not know what any page is about.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use folkmoot::model::date::MONTHS;
use tempfile::TempDir;

/// A page of the manual as the steps that it asks for.
pub(crate) struct Walk {
    path: String,
    lines: Vec<String>,
    steps: Vec<(usize, Step)>,
    today: String,
}

/// What a page asks its reader to do.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// Type a command; it says this, line by line.
    Run { command: String, said: Vec<String> },
    /// Make a file of this text.
    Write { path: String, text: String },
    /// Add this text to the end of a file.
    Append { path: String, text: String },
    /// Put one text in the place of another, which stands in the file once.
    Replace { path: String, old: String, new: String },
}

/// A fenced block with the line before it that says what it is for.
struct Block<'a> {
    language: &'a str,
    lead: &'a str,
    /// The index of its opening fence among the lines of the page.
    at: usize,
    body: &'a [String],
}

/// Languages of blocks that are carried out, in one way or the other; others are only read.
const CARRIED_OUT: [&str; 7] = ["console", "yaml", "markdown", "html", "css", "ftl", ""];

impl Walk {
    /// Reads a page. A block that begins with the word `console` has commands, each after `$ `, and under each what it
    /// says. The line before a block of a file says what becomes of it: ``Write `path`:``, ``Add to the end of `path`:``,
    /// or ``In `path`, find:`` and, before the next block, `Put in its place:`. The page names the day that it is on in a
    /// sentence: `On this page it is 2 March 2026.`
    ///
    /// # Errors
    ///
    /// A block that says neither, or a fence that never closes, as `path:line: sentence`.
    pub(crate) fn read(path: &str) -> Result<Self, String> {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        Self::parse(path, &text)
    }

    fn parse(path: &str, text: &str) -> Result<Self, String> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let today = day_of(text).unwrap_or_else(|| "2026-03-02".to_owned());
        let mut walk = Self { path: path.to_owned(), lines: Vec::new(), steps: Vec::new(), today };
        let mut sought: Option<(String, String)> = None;
        for block in blocks(&lines).map_err(|at| format!("{path}:{}: a fence never closes or is indented", at + 1))? {
            walk.take(&block, &mut sought).map_err(|fault| format!("{path}:{}: {fault}", block.at + 1))?;
        }
        match sought {
            Some((file, _)) => Err(format!("{path}: nothing is put in the place of what is found in {file}")),
            None => Ok(Self { lines, ..walk }),
        }
    }

    fn take(&mut self, block: &Block, sought: &mut Option<(String, String)>) -> Result<(), String> {
        let text = block.body.iter().flat_map(|line| [line.as_str(), "\n"]).collect::<String>();
        if let Some((path, old)) = sought.take() {
            if block.lead != "Put in its place:" {
                return Err(format!("what stands in {path} is found and nothing put in its place"));
            }
            self.steps.push((block.at, Step::Replace { path, old, new: text }));
            return Ok(());
        }
        if block.language == "console" {
            return self.take_commands(block);
        }
        let named = |before: &str, after: &str| {
            block.lead.strip_prefix(before)?.strip_suffix(after).filter(|path| !path.contains('`')).map(str::to_owned)
        };
        if let Some(path) = named("Write `", "`:") {
            self.steps.push((block.at, Step::Write { path, text }));
        } else if let Some(path) = named("Add to the end of `", "`:") {
            self.steps.push((block.at, Step::Append { path, text }));
        } else if let Some(path) = named("In `", "`, find:") {
            *sought = Some((path, text));
        } else if CARRIED_OUT.contains(&block.language) {
            return Err(format!("it is not said what becomes of this block; the line before it is: {}", block.lead));
        } else if text.lines().any(|line| ["$ ", "folkmoot "].iter().any(|mark| line.trim_start().starts_with(mark))) {
            return Err("a command stands in a block that nobody carries out".to_owned());
        }
        Ok(())
    }

    fn take_commands(&mut self, block: &Block) -> Result<(), String> {
        for (index, line) in block.body.iter().enumerate() {
            if let Some(command) = line.strip_prefix("$ ") {
                if command.contains("--external") {
                    return Err("this asks the web, which no test does; name the command in the text".to_owned());
                }
                let step = Step::Run { command: command.to_owned(), said: Vec::new() };
                self.steps.push((block.at + 1 + index, step));
            } else if let (true, Some((_, Step::Run { said, .. }))) = (index > 0, self.steps.last_mut()) {
                said.push(line.clone());
            } else {
                return Err("a block of commands begins with what a command says".to_owned());
            }
        }
        Ok(())
    }

    /// How many commands the page has the reader type.
    pub(crate) fn commands(&self) -> usize {
        self.steps.iter().filter(|(_, step)| matches!(step, Step::Run { .. })).count()
    }

    /// Carries out every step, the first in `start` below `ground`, and gives what was not as the page says. With the
    /// variable `FOLKMOOT_MANUAL` set to `write`, the page is written anew with what came.
    pub(crate) fn faults(&self, ground: &Ground, start: &str) -> Vec<String> {
        let mut walker = Walker { ground, folder: ground.folder.path().join(start), code: 0, today: &self.today };
        let (mut faults, mut page, mut copied) = (Vec::new(), Vec::new(), 0);
        for (at, step) in &self.steps {
            let place = format!("{}:{}", self.path, at + 1);
            match walker.carry_out(step) {
                Err(fault) => faults.push(format!("{place}: {fault}")),
                Ok(found) => {
                    let Step::Run { command, said } = step else { continue };
                    page.extend_from_slice(&self.lines[copied..=*at]);
                    copied = at + 1 + said.len();
                    if same(said, &found) {
                        page.extend_from_slice(said);
                        continue;
                    }
                    page.extend_from_slice(&found);
                    faults.push(format!(
                        "{place}: {command}\n  the page says:\n{}\n  what came:\n{}",
                        said.join("\n"),
                        found.join("\n")
                    ));
                }
            }
        }
        page.extend_from_slice(&self.lines[copied..]);
        if !faults.is_empty() && std::env::var("FOLKMOOT_MANUAL").is_ok_and(|word| word == "write") {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(&self.path), page.join("\n") + "\n").unwrap();
        }
        faults
    }
}

/// A folder in which `folkmoot` is the command under test.
pub(crate) struct Ground {
    folder: TempDir,
    programs: TempDir,
}

impl Ground {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let (folder, programs) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let script = format!("#!/bin/sh\nexec '{}' --today \"$FOLKMOOT_DAY\" \"$@\"\n", env!("CARGO_BIN_EXE_folkmoot"));
        let path = programs.path().join("folkmoot");
        fs::write(&path, script).unwrap();
        assert!(Command::new("chmod").arg("+x").arg(&path).status().unwrap().success());
        Self { folder, programs }
    }

    /// Runs a line of a shell in a folder below, after a command that ended with `code`: what it said to both channels, and
    /// how it ended.
    pub(crate) fn shell(&self, folder: &Path, line: &str, code: i32, today: &str) -> (String, i32) {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut folders = vec![self.programs.path().to_owned()];
        folders.extend(std::env::split_paths(&path));
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec 2>&1; (exit {code}); {line}")]).current_dir(folder);
        shell.env("PATH", std::env::join_paths(folders).unwrap()).env("FOLKMOOT_DAY", today).env("NO_COLOR", "1");
        for name in ["GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CLICOLOR_FORCE"] {
            shell.env_remove(name);
        }
        let output = shell.output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap_or(-1))
    }

    /// A folder below, which is made where it is not there.
    pub(crate) fn below(&self, folder: &str) -> PathBuf {
        let path = self.folder.path().join(folder);
        fs::create_dir_all(&path).unwrap();
        path
    }
}

struct Walker<'a> {
    ground: &'a Ground,
    folder: PathBuf,
    /// How the last command ended.
    code: i32,
    today: &'a str,
}

impl Walker<'_> {
    /// What a command said; of any other step, nothing.
    fn carry_out(&mut self, step: &Step) -> Result<Vec<String>, String> {
        match step {
            Step::Run { command, .. } => {
                if let Some(folder) = command.strip_prefix("cd ") {
                    let folder = self.folder.join(folder);
                    self.folder =
                        folder.canonicalize().map_err(|_| format!("there is no folder {}", folder.display()))?;
                    return Ok(Vec::new());
                }
                let (said, code) = self.ground.shell(&self.folder, command, self.code, self.today);
                self.code = code;
                Ok(said.lines().map(|line| line.trim_end().to_owned()).collect())
            }
            Step::Write { path, text } => Ok(self.write(path, text)),
            Step::Append { path, text } => Ok(self.write(path, &(self.read(path)? + text))),
            Step::Replace { path, old, new } => {
                let before = self.read(path)?;
                match before.matches(old.as_str()).count() {
                    1 => Ok(self.write(path, &before.replace(old.as_str(), new))),
                    count => Err(format!("this stands {count} times in {path}:\n{old}\n  which reads:\n{before}")),
                }
            }
        }
    }

    fn read(&self, path: &str) -> Result<String, String> {
        fs::read_to_string(self.folder.join(path)).map_err(|error| format!("{path} cannot be read: {error}"))
    }

    /// Writes a file, which says nothing.
    fn write(&self, path: &str, text: &str) -> Vec<String> {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        Vec::new()
    }
}

/// The fenced blocks; the index of a fence that cannot be read as an error.
fn blocks(lines: &[String]) -> Result<Vec<Block<'_>>, usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(language) = lines[at].strip_prefix("```") else {
            if lines[at].trim_start().starts_with("```") || lines[at].starts_with("    ") {
                return Err(at);
            }
            at += 1;
            continue;
        };
        let ticks = lines[at].len() - language.trim_start_matches('`').len();
        let fence = "`".repeat(ticks);
        let end = (at + 1..lines.len()).find(|end| lines[*end] == fence).ok_or(at)?;
        let lead = lines[..at].iter().rev().find(|line| !line.is_empty()).map_or("", String::as_str);
        found.push(Block { language: language.trim_start_matches('`'), lead, at, body: &lines[at + 1..end] });
        at = end + 1;
    }
    Ok(found)
}

/// The day in `On this page it is 2 March 2026.`, as `2026-03-02`.
fn day_of(text: &str) -> Option<String> {
    let mut words = text.split_once("On this page it is ")?.1.split([' ', '.', '\n']);
    let day: u8 = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    Some(format!("{}-{month:02}-{day:02}", words.next()?))
}

/// Whether what was said is what the page says. A line `…` stands for any lines, and ` …` at the end of one for the rest of
/// it; how long something took is anybody's.
fn same(expected: &[String], found: &[String]) -> bool {
    match expected.split_first() {
        None => found.is_empty(),
        Some((line, rest)) if line == "…" => (0..=found.len()).any(|from| same(rest, &found[from..])),
        Some((line, rest)) => {
            let begins = |first: &str| line.strip_suffix(" …").is_some_and(|start| first.starts_with(start));
            found.split_first().is_some_and(|(first, others)| {
                (timeless(line) == timeless(first) || begins(first)) && same(rest, others)
            })
        }
    }
}

/// The line with nothing in the place of a time: of `in 0.21 s`.
fn timeless(line: &str) -> String {
    let parts: Vec<&str> = line.split(" in ").collect();
    let plain = |part: &&str| {
        let end = part.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
        if end > 0 && part[end..].starts_with(" s") { part[end..].to_owned() } else { (*part).to_owned() }
    };
    parts.iter().map(plain).collect::<Vec<_>>().join(" in ")
}

#[test]
fn a_page_that_says_something_else_is_told() {
    let page = |said: &str| {
        format!(
            "On this page it is 2 March 2026.\n\nWrite `a.txt`:\n\n```text\none\n```\n\n```console\n$ cat a.txt\n{said}\n```\n"
        )
    };
    let faults = |text: &str| Walk::parse("page.md", text).unwrap().faults(&Ground::new(), "");
    assert!(["one", "…", "on …"].iter().all(|said| faults(&page(said)).is_empty()));
    assert!(!faults(&page("n …")).is_empty());
    assert_eq!(faults(&page("two")), ["page.md:10: cat a.txt\n  the page says:\ntwo\n  what came:\none"]);
    assert_eq!(timeless("Built 3 pages in 0.21 s."), timeless("Built 3 pages in 10.04 s."));
    assert_ne!(timeless("Built 3 pages in 0.21 s."), timeless("Built 4 pages in 0.21 s."));
    assert_eq!(faults(&page("one\n$ false\n$ echo $?\n1")), [""; 0]);
    let edit = "Write `a.txt`:\n\n```text\none\n```\n\nIn `a.txt`, find:\n\n```text\ntwo\n```\n\nPut in its place:\n\n```text\n3\n```\n";
    assert!(faults(edit)[0].starts_with("page.md:15: this stands 0 times in a.txt"), "{:?}", faults(edit));
}

#[test]
fn a_block_that_nobody_carries_out_is_told() {
    for (text, fault) in [
        ("Look:\n\n```yaml\na: b\n```\n", "page.md:3: it is not said what becomes of this block"),
        ("```sh\nfolkmoot build\n```\n", "page.md:1: a command stands in a block that nobody carries out"),
        ("```text\n$ folkmoot build\n```\n", "page.md:1: a command stands in a block that nobody carries out"),
        ("```console\nfolkmoot build\n```\n", "page.md:1: a block of commands begins with what a command says"),
        ("```console\n$ folkmoot check --external\n```\n", "page.md:1: this asks the web"),
        ("- one\n\n  ```sh\n", "page.md:3: a fence never closes or is indented"),
        ("    $ folkmoot build\n", "page.md:1: a fence never closes or is indented"),
        ("In `a`, find:\n\n```text\nx\n```\n\nElse:\n\n```text\ny\n```\n", "page.md:9: what stands in a is found"),
    ] {
        let told = Walk::parse("page.md", text).err().unwrap_or_default();
        assert!(told.starts_with(fault), "{text}{told}");
    }
}
