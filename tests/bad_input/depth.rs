//! Things in each other ten thousand deep, and few bytes that mean very many.

use std::fmt::Write as _;

use super::{spoilt, told};

const DEEP: usize = 10_000;

#[test]
fn yaml_has_a_deepest_level() {
    let block = |step: &str| (0..300).fold(String::new(), |text, level| text + &" ".repeat(level) + step);
    let texts = [
        format!("title: {}\n", "[".repeat(DEEP)),
        format!("title: {}{}\n", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("title: {}\n", "{a: ".repeat(DEEP)),
        format!("{}a\n", "- ".repeat(DEEP)),
        block("a:\n"),
    ];
    for text in texts {
        let run = spoilt(|site| {
            site.file("content/terms/t.yaml", &text).file("content/terms/u.md", &format!("---\n{text}---\n"))
        });
        let run = run.expect_exit(1);
        let deep = run.findings().iter().filter(|finding| finding.message.contains("more than 64 deep")).count();
        assert_eq!(deep, 2, "{}", run.stderr());
        assert!(run.stderr().len() < 10_000, "{}", run.stderr().len());
    }
}

#[test]
fn markdown_has_a_deepest_level() {
    let lists = (0..1000).fold(String::new(), |text, level| text + &"  ".repeat(level) + "- a\n");
    let texts = [
        format!("{} a\n", ">".repeat(DEEP)),
        format!("{}a\n", "- ".repeat(DEEP)),
        lists,
        format!("{}c{}\n", "*a **b ".repeat(DEEP), "** *".repeat(DEEP)),
        format!("{0}a{0}\n", "*".repeat(DEEP)),
        format!("{}a{}\n", "[".repeat(DEEP), "](index.md)".repeat(DEEP)),
        format!("{}a{}\n", "![".repeat(DEEP), "](index.md)".repeat(DEEP)),
    ];
    for text in texts {
        let run = spoilt(|site| site.file("content/a.md", &text)).expect_exit(0);
        assert!(run.findings().iter().all(|finding| finding.severity == "warning"), "{}", run.stderr());
        assert!(run.output("a.html").contains("</html>"));
    }
}

#[test]
fn html_in_each_other_is_left_out_and_not_told_for_ever() {
    let text = format!("{}a{}\n\n{}\n", "<div>".repeat(DEEP), "</div>".repeat(DEEP), "<span>".repeat(DEEP));
    let run = spoilt(|site| site.file("content/a.md", &text).file("content/z.md", "# Z\n\n<priority:q>\n"));
    assert_eq!(told(&run).len(), 1000);
    assert!(told(&run).contains(&"unresolved-reference content/z.md:3:2".to_owned()), "errors come before warnings");
    assert!(run.stderr().contains(" more findings are not shown."));
}

#[test]
fn a_bomb_of_aliases_ends_early() {
    let mut bomb = "title: T\na: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (own, inner) in ('b'..='i').zip('a'..) {
        let inner = vec![format!("*{inner}"); 9].join(",");
        let _ = writeln!(bomb, "{own}: &{own} [{inner}]");
    }
    let run = spoilt(|site| {
        site.file("content/terms/t.yaml", &bomb).file("content/terms/u.md", &format!("---\n{bomb}---\n"))
    });
    let run = run.expect_exit(1);
    for place in ["yaml-syntax content/terms/t.yaml:6:", "yaml-syntax content/terms/u.md:7:"] {
        assert!(told(&run).iter().any(|line| line.starts_with(place)), "{place} in {}", run.stderr());
    }
    let run = spoilt(|site| site.file("folkmoot.yaml", &bomb)).expect_exit(2);
    assert!(run.stderr().contains("stand for more than"), "{}", run.stderr());
}
