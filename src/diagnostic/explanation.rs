//! What a rule means, told for people: drawn from its declaration for the terminal, for SARIF and for the manual.

use std::fmt::Write as _;

use super::{Family, Rule, Severity};

/// Longest line of what goes to a terminal, in characters.
const WIDTH: usize = 96;

impl Rule {
    /// How grave a finding is where a check finds it, unless the settings say otherwise.
    pub fn severity_in_check(&self) -> Severity {
        if self.is_error_in_check() { Severity::Error } else { self.severity }
    }

    /// The first sentence of the explanation.
    pub fn first_sentence(&self) -> &'static str {
        self.explanation.split_inclusive(". ").next().unwrap_or(self.explanation).trim_end()
    }

    /// All about the rule as plain text.
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n\n{}\n", self.heading(), wrapped(self.explanation));
        if !self.wrong.trim().is_empty() {
            let _ = write!(text, "\nWrong:\n\n{}\n", indented(self.wrong));
        }
        let _ = write!(text, "\nRight:\n\n{}\n", indented(self.right));
        for (sentence, lines) in self.ways_out() {
            let _ = writeln!(text, "\n{}", wrapped(&sentence));
            if let Some(lines) = lines {
                let _ = write!(text, "\n{}\n", indented(&lines));
            }
        }
        text
    }

    /// All about the rule as Markdown, without a heading.
    pub fn markdown(&self) -> String {
        let mut text = format!("*{}.*\n\n{}\n", self.gravity(), prose(self.explanation));
        if !self.wrong.trim().is_empty() {
            let _ = write!(text, "\nWrong:\n\n{}\n", fenced(self.wrong));
        }
        let _ = write!(text, "\nRight:\n\n{}\n\n{}", fenced(self.right), self.ways_out_markdown());
        text
    }

    /// How to have less, or nothing, made of it, as Markdown, each way with the lines to write.
    pub fn ways_out_markdown(&self) -> String {
        let way = |(sentence, lines): (String, Option<String>)| match lines {
            Some(lines) => format!("{sentence}\n\n{}\n", fenced(&lines)),
            None => format!("{sentence}\n"),
        };
        self.ways_out().into_iter().map(way).collect::<Vec<_>>().join("\n")
    }

    fn heading(&self) -> String {
        format!("{} ({})", self.code, self.gravity())
    }

    /// Its family, and how grave it is in a build and in a check.
    pub fn gravity(&self) -> String {
        let (family, build, check) = (self.family.name(), self.severity.name(), self.severity_in_check().name());
        if self.is_found_by_check_alone() {
            format!("{family}; found by `check` alone, {check}")
        } else if build == check {
            format!("{family}; {check}")
        } else {
            format!("{family}; {build} in `build`, {check} in `check`")
        }
    }

    /// How to have less, or nothing, made of it, each with the lines to write.
    fn ways_out(&self) -> Vec<(String, Option<String>)> {
        if !self.may_be_lowered() {
            let sentence = "It cannot be switched off or accepted: no site can be made from what it finds.";
            return vec![(sentence.to_owned(), None)];
        }
        let code = self.code;
        let lower = if self.severity_in_check() == Severity::Error { "warning" } else { "off" };
        let settings = "`folkmoot.yaml` can say how much it weighs on the whole site: `error`, `warning` or `off`.";
        let mut ways = vec![(settings.to_owned(), Some(format!("checks:\n  {code}: {lower}")))];
        if self.family != Family::Baseline {
            let accept = "Where the text of a record or page is right as it is, its fields can accept the finding, with the \
                          reason and, where it is not for good, the last day.";
            let lines = format!("accept:\n  - code: {code}\n    reason: Why it is right here.\n    until: 2027-03-31");
            ways.push((accept.to_owned(), Some(lines)));
        }
        ways
    }
}

/// Every rule in a line, by family.
pub fn overview(rules: &[&'static Rule]) -> String {
    let longest = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (family, rules) in by_family(rules) {
        let _ = writeln!(text, "{}", family.name());
        for rule in rules {
            let (code, severity) = (rule.code, rule.severity_in_check().name());
            let _ = writeln!(text, "  {code:longest$}  {severity:7}  {}", rule.first_sentence());
        }
        text.push('\n');
    }
    text.push_str("`folkmoot explain CODE` tells all about one of them.\n");
    text
}

/// Every rule in full as Markdown, by family.
pub fn manual(rules: &[&'static Rule]) -> String {
    let mut text = String::from("# Everything that can be wrong\n");
    for (family, rules) in by_family(rules) {
        let _ = write!(text, "\n## {}{}\n", family.name()[..1].to_uppercase(), &family.name()[1..]);
        for rule in rules {
            let _ = write!(text, "\n### {}\n\n{}", rule.code, rule.markdown());
        }
    }
    text
}

/// The rules of each family that has any, in the order of families and of codes.
pub fn by_family(rules: &[&'static Rule]) -> Vec<(Family, Vec<&'static Rule>)> {
    let of = |family| rules.iter().copied().filter(|rule| rule.family == family).collect::<Vec<_>>();
    Family::ALL.into_iter().map(|family| (family, of(family))).filter(|(_, rules)| !rules.is_empty()).collect()
}

/// Lines of at most [`WIDTH`] characters, broken between words.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Prose as Markdown: in it `<` opens no tag, outside of code.
pub fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let escaped = parts.map(|(at, part)| if at % 2 == 0 { part.replace('<', "\\<") } else { part.to_owned() });
    escaped.collect::<Vec<_>>().join("`")
}

/// A block of code in Markdown; its fence is longer than any in the text.
pub fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule = Rule {
        code: "dead-end",
        family: Family::Link,
        severity: Severity::Warning,
        explanation: "A way ends. It must lead somewhere, and this sentence goes on for so long that a terminal of the usual \
                      width could not show it in a line.",
        wrong: "a\n\n```\nb",
        right: "c",
    };

    #[test]
    fn tells_all_about_a_rule() {
        let expected = "dead-end (link; warning in `build`, error in `check`)\n\n\
            A way ends. It must lead somewhere, and this sentence goes on for so long that a terminal of the\n\
            usual width could not show it in a line.\n\nWrong:\n\n    a\n\n    ```\n    b\n\nRight:\n\n    c\n\n\
            `folkmoot.yaml` can say how much it weighs on the whole site: `error`, `warning` or `off`.\n\n    \
            checks:\n      dead-end: warning\n\n\
            Where the text of a record or page is right as it is, its fields can accept the finding, with\n\
            the reason and, where it is not for good, the last day.\n\n    \
            accept:\n      - code: dead-end\n        reason: Why it is right here.\n        until: 2027-03-31\n";
        assert_eq!(RULE.plain(), expected);
        assert!(RULE.markdown().contains("Wrong:\n\n````text\na\n\n```\nb\n````\n"), "{}", RULE.markdown());
        let strict = Rule { severity: Severity::Error, family: Family::Source, ..RULE };
        assert!(strict.plain().contains("cannot be switched off"));
        assert!(!strict.plain().contains("accept:"));
    }

    #[test]
    fn lists_rules_by_family() {
        let text = overview(&[&RULE]);
        assert!(text.starts_with("link\n  dead-end  error    A way ends.\n\n"), "{text}");
        assert!(manual(&[&RULE]).starts_with("# Everything that can be wrong\n\n## Link\n\n### dead-end\n\n*link;"));
    }
}
