//! Literate cases: a Markdown file in which each `##` heading opens a case, and fenced blocks give its files and what is
//! expected. `tests/cases/README.md` says how to write one.
//!
//! Must not know what any rule says.

use std::fmt::Write as _;

use super::findings::Finding;
use super::{Run, Site};

/// The settings of a case that gives none.
const SETTINGS: (&str, &str) = ("folkmoot.yaml", "title: A site\n");

/// A few files, and what a build of them must say and make.
#[derive(Debug, Default)]
pub(crate) struct Case {
    /// The heading.
    pub(crate) name: String,
    /// Where the heading stands: `tests/cases/fields.md:12`.
    pub(crate) place: String,
    files: Vec<(String, String)>,
    without_settings: bool,
    command: Option<String>,
    args: Vec<String>,
    exit_code: Option<i32>,
    findings: Option<Vec<Finding>>,
    output: Vec<Expectation>,
}

/// What a built file must hold.
#[derive(Debug)]
struct Expectation {
    path: String,
    text: String,
    /// Whether the text must be there, or must not.
    present: bool,
}

/// A fenced block.
struct Block {
    info: String,
    text: String,
    line: usize,
}

/// The cases of a file, or what is wrong with the file itself.
pub(crate) fn read(path: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        if let Some(name) = line.strip_prefix("## ") {
            let place = format!("{path}:{}", index + 1);
            cases.push(Case { name: name.trim().to_owned(), place, ..Case::default() });
        } else if line.starts_with("```") {
            let block =
                read_block(line, index + 1, &mut lines).ok_or(format!("{path}:{}: fence never closes", index + 1))?;
            let case = cases.last_mut().ok_or(format!("{path}:{}: block before the first ## heading", block.line))?;
            take(block, case).map_err(|fault| format!("{path}:{fault}"))?;
        }
    }
    for case in &cases {
        if case.findings.is_none() && case.output.is_empty() {
            return Err(format!("{}: the case expects nothing, so it cannot fail", case.place));
        }
    }
    if cases.is_empty() { Err(format!("{path}: no case")) } else { Ok(cases) }
}

/// Reads up to the fence that closes `opening`.
fn read_block<'a>(opening: &str, line: usize, lines: &mut impl Iterator<Item = (usize, &'a str)>) -> Option<Block> {
    let ticks = opening.chars().take_while(|c| *c == '`').count();
    let mut text = String::new();
    for (_, content) in lines {
        if content.len() >= ticks && content.trim_end().chars().all(|c| c == '`') {
            return Some(Block { info: opening[ticks..].trim().to_owned(), text, line });
        }
        text.push_str(content);
        text.push('\n');
    }
    None
}

/// Adds what a block says to its case.
fn take(block: Block, case: &mut Case) -> Result<(), String> {
    let (word, path) = block.info.split_once(' ').unwrap_or((&block.info, ""));
    let wrong = |what: &str| Err(format!("{}: {what}: ```{}", block.line, block.info));
    match (word, path.trim()) {
        ("findings", "") => case.findings = Some(read_findings(&block)?),
        ("command", "") => case.command = Some(block.text.trim().to_owned()),
        ("args", "") => case.args = block.text.split_whitespace().map(str::to_owned).collect(),
        ("exit", "") => match block.text.trim().parse() {
            Ok(code) => case.exit_code = Some(code),
            Err(_) => return wrong("no exit code"),
        },
        ("without", "folkmoot.yaml") => case.without_settings = true,
        ("output" | "absent", path) if !path.is_empty() && !block.text.trim().is_empty() => {
            let expectation = Expectation { path: path.to_owned(), text: block.text, present: word == "output" };
            case.output.push(expectation);
        }
        ("findings" | "command" | "args" | "exit" | "without" | "output" | "absent", _) => {
            return wrong("not understood");
        }
        (_, "") => return wrong("a block needs a language and a path"),
        (_, path) => case.files.push((path.to_owned(), block.text)),
    }
    Ok(())
}

/// Lines such as `error[code] path:1:2 Message`, each with `  help: Text` under it where that matters.
fn read_findings(block: &Block) -> Result<Vec<Finding>, String> {
    let mut findings: Vec<Finding> = Vec::new();
    for (index, line) in block.text.lines().enumerate() {
        let wrong = || format!("{}: not a finding: {line}", block.line + 1 + index);
        if let Some(help) = line.trim().strip_prefix("help: ") {
            help.clone_into(&mut findings.last_mut().ok_or_else(wrong)?.help);
        } else if !line.trim().is_empty() {
            findings.push(read_finding(line).ok_or_else(wrong)?);
        }
    }
    Ok(findings)
}

fn read_finding(line: &str) -> Option<Finding> {
    let (severity, rest) = line.split_once('[')?;
    let (code, rest) = rest.split_once("] ")?;
    let known = ["error", "warning"].contains(&severity);
    // A path may hold spaces: the place ends with the first word that ends in a line and a column.
    let end = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]).find(|at| is_place(&rest[..*at]))?;
    let finding = Finding {
        severity: severity.to_owned(),
        code: code.to_owned(),
        place: rest[..end].to_owned(),
        message: rest[end..].trim().to_owned(),
        help: String::new(),
    };
    known.then_some(finding)
}

fn is_place(text: &str) -> bool {
    let is_number = |part: &str| part.parse::<usize>().is_ok_and(|number| number > 0);
    let mut parts = text.rsplitn(3, ':');
    parts.next().is_some_and(is_number) && parts.next().is_some_and(is_number) && parts.next().is_some()
}

impl Case {
    /// Builds the case's site and tells what is not as expected; nothing when all is well.
    pub(crate) fn faults(&self) -> Option<String> {
        let run = self.site().command(&[self.command.as_deref().unwrap_or("build")]);
        let mut told = String::new();
        self.judge_findings(&run.findings(), &mut told);
        self.judge_exit(run.exit_code(), &mut told);
        for expectation in &self.output {
            judge_output(expectation, &run, &mut told);
        }
        if told.is_empty() {
            return None;
        }
        Some(format!(
            "{}: {}\n{told}  the command said:\n{}",
            self.place,
            self.name,
            indented(&format!("{}{}", run.stdout(), run.stderr()))
        ))
    }

    /// Its files in a folder.
    pub(crate) fn site(&self) -> Site {
        let mut site = Site::new();
        if !self.without_settings {
            site = site.file(SETTINGS.0, SETTINGS.1);
        }
        for (path, text) in &self.files {
            site = site.file(path, text);
        }
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        site.args(&args)
    }

    /// The findings that it expects.
    pub(crate) fn expected(&self) -> &[Finding] {
        self.findings.as_deref().unwrap_or(&[])
    }

    /// None more, none fewer, in this order.
    fn judge_findings(&self, found: &[Finding], told: &mut String) {
        let expected = self.expected();
        let same =
            expected.len() == found.len() && expected.iter().zip(found).all(|(expected, found)| meets(expected, found));
        if same {
            return;
        }
        let list = |findings: &[Finding]| -> String {
            let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
            if lines.is_empty() { indented("nothing") } else { indented(&lines.join("\n")) }
        };
        let _ = write!(told, "  expected:\n{}  found:\n{}", list(expected), list(found));
    }

    /// What the case says; else 1 where an error is expected and 0 where none is.
    fn judge_exit(&self, found: i32, told: &mut String) {
        let errors = self.expected().iter().any(|finding| finding.severity == "error");
        let expected = self.exit_code.unwrap_or_else(|| i32::from(errors));
        if found != expected {
            let _ = writeln!(told, "  exit code {found}, expected {expected}");
        }
    }
}

/// A message that is expected may be the beginning of the one found, and a help a part of it.
fn meets(expected: &Finding, found: &Finding) -> bool {
    (&expected.severity, &expected.code, &expected.place) == (&found.severity, &found.code, &found.place)
        && found.message.starts_with(&expected.message)
        && found.help.contains(&expected.help)
}

fn judge_output(expectation: &Expectation, run: &Run, told: &mut String) {
    let Some(built) = run.maybe_output(&expectation.path) else {
        let _ = writeln!(told, "  {} was not built, only {:?}", expectation.path, run.files());
        return;
    };
    // How a template breaks its lines is no part of what a case says.
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat(&built).contains(&flat(&expectation.text)) != expectation.present {
        let verb = if expectation.present { "lacks" } else { "holds" };
        let _ = write!(told, "  {} {verb}:\n{}", expectation.path, indented(&expectation.text));
    }
}

fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |mut all, line| {
        let _ = writeln!(all, "    {line}");
        all
    })
}

#[cfg(test)]
mod tests {
    use super::{Case, Finding, read};

    const FILE: &str = "# About\n\nProse.\n\n## One\n\nMore.\n\n````md content/a b.md\n```\ncode\n```\n````\n\n\
        ```findings\nerror[x] content/a b.md:1:2 Message: here.\n  help: nearest\nwarning[y] content/c.md:3:4\n```\n\
        \n## Two\n\n```yaml folkmoot.yaml\ntitle: X\n```\n\n```args\n--drafts --strict\n```\n\n```exit\n2\n```\n\n\
        ```output index.html\n<h1>X</h1>\n```\n";

    fn finding(severity: &str, code: &str, place: &str, message: &str, help: &str) -> Finding {
        let [severity, code, place, message, help] = [severity, code, place, message, help].map(str::to_owned);
        Finding { severity, code, message, place, help }
    }

    /// What a case tells when a build found this.
    fn told(case: &Case, found: &[Finding], exit_code: i32) -> String {
        let mut told = String::new();
        case.judge_findings(found, &mut told);
        case.judge_exit(exit_code, &mut told);
        told
    }

    #[test]
    fn reads_files_findings_arguments_and_output() {
        let cases = read("f.md", FILE).unwrap();
        let [one, two] = &cases[..] else { panic!("{cases:?}") };
        assert_eq!((one.name.as_str(), one.place.as_str()), ("One", "f.md:5"));
        assert_eq!(one.files, [("content/a b.md".to_owned(), "```\ncode\n```\n".to_owned())]);
        let expected = [
            finding("error", "x", "content/a b.md:1:2", "Message: here.", "nearest"),
            finding("warning", "y", "content/c.md:3:4", "", ""),
        ];
        assert_eq!(one.findings.as_deref(), Some(&expected[..]));
        assert_eq!(
            (two.args.as_slice(), two.exit_code),
            (&["--drafts".to_owned(), "--strict".to_owned()][..], Some(2))
        );
        assert_eq!((two.output.len(), two.output[0].present), (1, true));
    }

    #[test]
    fn tells_what_is_wrong_with_a_file_of_cases() {
        let fault = |text: &str| read("f.md", text).unwrap_err();
        assert_eq!(fault("# Nothing\n"), "f.md: no case");
        assert!(fault("```yaml a.yaml\n```\n").contains("f.md:1: block before the first"));
        assert!(fault("## A\n\n```yaml a.yaml\n").contains("f.md:3: fence never closes"));
        assert!(fault("## A\n\n```yaml\n```\n").contains("f.md:3: a block needs a language and a path"));
        assert!(fault("## A\n```findings\nerror x\n```\n").contains("f.md:3: not a finding: error x"));
        assert!(fault("## A\n```findings\nfatal[x] a.md:1:1\n```\n").contains("not a finding"));
        assert!(fault("## A\n```findings\nerror[x] a.md:1\n```\n").contains("not a finding"));
        assert!(fault("## A\n```output index.html\n```\n").contains("not understood"));
        assert!(fault("## A\n```md a.md\n```\n").contains("expects nothing"));
    }

    #[test]
    fn a_case_fails_on_a_finding_too_many_too_few_or_different() {
        let case = &read("f.md", FILE).unwrap()[0];
        let whole = finding("error", "x", "content/a b.md:1:2", "Message: here. And on.", "The nearest is `z`.");
        let second = finding("warning", "y", "content/c.md:3:4", "Anything.", "");
        assert_eq!(told(case, &[whole.clone(), second.clone()], 1), "");
        assert!(told(case, &[whole.clone(), second.clone()], 0).contains("exit code 0, expected 1"));
        for wrong in [
            vec![],
            vec![whole.clone()],
            vec![second.clone(), whole.clone()],
            vec![whole.clone(), second.clone(), second.clone()],
            vec![Finding { code: "z".to_owned(), ..whole.clone() }, second.clone()],
            vec![Finding { severity: "warning".to_owned(), ..whole.clone() }, second.clone()],
            vec![Finding { place: "content/a b.md:1:3".to_owned(), ..whole.clone() }, second.clone()],
            vec![Finding { message: "Another".to_owned(), ..whole.clone() }, second.clone()],
            vec![Finding { help: "Another".to_owned(), ..whole.clone() }, second.clone()],
        ] {
            assert!(told(case, &wrong, 1).starts_with("  expected:\n"), "{wrong:?}");
        }
    }
}
