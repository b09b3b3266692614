//! Markdown and the tree it becomes.

use super::body::Body;
use super::tree::{AlertKind, Block, Inline, LinkUse};
use super::{ParseOptions, parse};
use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::sources::SourceId;

/// Read with two bytes before it, so that an offset forgotten shows.
fn read(text: &str) -> Checked<Body> {
    let options = ParseOptions { title_given: None, reserved_ids: &["main", "contents"] };
    parse(text, SourceId(0), 2, &options)
}

fn clean(text: &str) -> Body {
    let checked = read(text);
    assert!(checked.diagnostics.is_empty(), "{:?}", told(text, &checked.diagnostics));
    checked.value
}

/// Code, marked text and message of each finding.
fn told<'a>(text: &'a str, diagnostics: &'a [Diagnostic]) -> Vec<(&'static str, &'a str, &'a str)> {
    diagnostics.iter().map(|found| (found.rule.code, marked(text, &found.place), found.message.as_str())).collect()
}

fn marked<'a>(text: &'a str, place: &Place) -> &'a str {
    match place {
        Place::Span(span) => &text[span.start as usize - 2..span.end as usize - 2],
        Place::File { .. } => "",
    }
}

fn codes(text: &str) -> Vec<(&'static str, String)> {
    let checked = read(text);
    told(text, &checked.diagnostics).iter().map(|(code, marked, _)| (*code, (*marked).to_owned())).collect()
}

fn destinations(text: &str) -> Vec<(String, String, LinkUse)> {
    let body = read(text).value;
    let link = |link: &super::tree::WrittenLink| {
        (link.destination.clone(), marked(text, &link.span.into()).to_owned(), link.usage)
    };
    body.links.iter().map(link).collect()
}

fn headings(text: &str) -> Vec<(u8, String)> {
    let heading = |block: Block| match block {
        Block::Heading(heading) => Some((heading.level, heading.id)),
        _ => None,
    };
    read(text).value.blocks.into_iter().filter_map(heading).collect()
}

fn own(pairs: &[(u8, &str)]) -> Vec<(u8, String)> {
    pairs.iter().map(|(level, id)| (*level, (*id).to_owned())).collect()
}

#[test]
fn the_title_is_the_first_heading_of_the_first_level() {
    let body = clean("Hello\n\n## Why\n\n# The  *plan*\n\n## How\n");
    assert_eq!(body.title.as_deref(), Some("The plan"));
    assert_eq!(body.blocks.len(), 3);
    assert_eq!(headings("## Why\n\n# The plan\n\n## How\n"), own(&[(2, "why"), (2, "how")]));
}

#[test]
fn without_first_level_the_first_block_or_the_first_heading_is_the_title() {
    let body = clean("### The plan\n\ntext\n");
    assert_eq!((body.title.as_deref(), body.blocks.len()), (Some("The plan"), 1));
    let body = clean("text\n\n### The plan\n");
    assert_eq!((body.title.as_deref(), body.blocks.len()), (Some("The plan"), 2));
    assert_eq!(clean("text\n").title, None);
}

#[test]
fn a_given_title_is_not_said_twice() {
    let options = ParseOptions { title_given: Some("The board's plan"), reserved_ids: &[] };
    let body = parse("# The Board's plan\n\n# Other\n", SourceId(0), 0, &options).value;
    assert_eq!(body.title, None);
    assert!(matches!(&body.blocks[..], [Block::Heading(heading)] if heading.level == 2 && heading.id == "other"));
}

#[test]
fn a_raw_heading_is_a_title_too_and_others_are_lowered() {
    let body = read("<h1 align=\"center\">\nThe &amp; plan\n</h1>\n\n## How\n").value;
    assert_eq!(body.title.as_deref(), Some("The & plan"));
    assert_eq!(body.blocks.len(), 1);
    assert_eq!(headings("# A\n\n# B\n\n###### C\n"), own(&[(2, "b"), (6, "c")]));
}

#[test]
fn anchors_are_kept_and_unique() {
    let text = "# T\n\n## Money\n\n## Grants {#money}\n\n## Money\n\n## Main\n\n## P12\n\n## !\n";
    let ids = [(2, "money-2"), (2, "money"), (2, "money-3"), (2, "main-2"), (2, "section-p12"), (2, "section")];
    assert_eq!(headings(text), own(&ids));
    assert!(read(text).diagnostics.is_empty());
    let twice = "# T\n\n## A {#cafe\u{301}}\n\n## B {#café}\n";
    assert_eq!(headings(twice), own(&[(2, "café"), (2, "café-2")]));
    let found = read(twice).diagnostics;
    assert_eq!(told(twice, &found), [("duplicate-anchor", "café", "The anchor `café` is given twice.")]);
    assert_eq!(marked(twice, &found[0].related[0].place), "cafe\u{301}");
}

#[test]
fn links_carry_the_place_of_their_destination() {
    let text = "[a](b.md#c \"t\") ![x](<y z.png>) <priority:knife-crime> <https://x.org> <me@x.org> [r] <a href='é&amp;b'>q</a>\n\n[r]: there\n";
    let expected = [
        ("b.md#c", "b.md#c", LinkUse::Text),
        ("y z.png", "y z.png", LinkUse::Image),
        ("priority:knife-crime", "priority:knife-crime", LinkUse::Autolink),
        ("https://x.org", "https://x.org", LinkUse::Text),
        ("mailto:me@x.org", "me@x.org", LinkUse::Text),
        ("there", "[r]", LinkUse::Text),
        ("é&b", "é&amp;b", LinkUse::Text),
    ]
    .map(|(destination, marked, usage)| (destination.to_owned(), marked.to_owned(), usage));
    assert_eq!(destinations(text), expected);
    assert_eq!(destinations("[x](java&#10;script:x)")[0].0, "javascript:x");
}

#[test]
fn an_image_within_a_link_has_a_place_of_its_own() {
    let found: Vec<String> = destinations("[![a](b.png) c](d.md)").into_iter().map(|(_, marked, _)| marked).collect();
    assert_eq!(found, ["b.png", "d.md"]);
}

#[test]
fn an_embed_stands_alone() {
    let body = clean("![Members](board:lscsb)\n\n- ![Plans](view:alignment)\n");
    assert!(matches!(&body.blocks[0], Block::Embed(id) if id.0 == 0));
    assert!(matches!(&body.blocks[1], Block::List { items, .. } if matches!(items[0].blocks[..], [Block::Embed(_)])));
    assert_eq!((body.embeds[0].destination.as_str(), body.embeds[0].caption.as_str()), ("board:lscsb", "Members"));
    assert_eq!(body.embeds[0].span.range(), 13..24);
    for text in [
        "See ![M](board:x)",
        "![M](board:x) there",
        "**![M](board:x)**",
        "# T\n\n# ![M](board:x)",
        "![M](board:x)\n`b`",
    ] {
        let checked = read(text);
        assert_eq!(codes(text), [("embed-not-alone", "board:x".to_owned())], "{text}");
        assert!(checked.value.embeds.is_empty() && checked.value.links.is_empty());
    }
    assert_eq!(codes("![a](board:x)\n![b](board:y)").len(), 2);
    assert!(matches!(&clean("![a](https://x.org/a.png)").blocks[..], [Block::Paragraph(_)]));
}

#[test]
fn alerts_are_inset_or_warning() {
    let kinds: Vec<_> = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
        .iter()
        .filter_map(|word| match clean(&format!("> [!{word}]\n> Text\n")).blocks.pop() {
            Some(Block::Alert(kind, _)) => Some(kind),
            _ => None,
        })
        .collect();
    let (inset, warning) = (AlertKind::Inset, AlertKind::Warning);
    assert_eq!(kinds, [inset, inset, inset, warning, warning]);
}

#[test]
fn footnotes_come_in_the_order_of_their_marks() {
    let text =
        "a[^b] c[^A] d[^b] e[^none]\n\n[^a]: First, see[^in].\n[^b]: Second[^b].\n[^in]: Inner.\n[^x]: Unused.\n";
    let checked = read(text);
    let footnotes: Vec<_> = checked.value.footnotes.iter().map(|note| (note.label.as_str(), note.references)).collect();
    assert_eq!(footnotes, [("b", 3), ("A", 1), ("in", 1)]);
    let faults = [("undefined-footnote", "[^none]".to_owned()), ("unused-footnote", "[^x]:".to_owned())];
    let mut told = codes(text);
    told.sort();
    assert_eq!(told, faults);
    let Block::Paragraph(paragraph) = &checked.value.blocks[0] else { panic!("{:?}", checked.value.blocks) };
    let numbers: Vec<_> = paragraph
        .inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::FootnoteReference { footnote, occurrence } => Some((*footnote, *occurrence)),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [(0, 1), (1, 1), (0, 2)]);
}

#[test]
fn captions_stand_before_or_after_their_table() {
    let table = "| a |\n|---|\n| b |\n";
    let body = clean(&format!("Table: One\n\n{table}\ntext\n\n{table}\nTable: *Two*\n\n{table}"));
    let captions: Vec<_> = body
        .blocks
        .iter()
        .map(|block| match block {
            Block::Table(table) => table.caption.clone(),
            _ => None,
        })
        .collect();
    let two = Inline::Emphasis(vec![Inline::Text("Two".to_owned())]);
    assert_eq!(captions, [Some(vec![Inline::Text("One".to_owned())]), None, Some(vec![two]), None]);
    let body = clean(&format!("Table: One\n\n{table}\nTable: Two\n\n{table}"));
    assert!(body.blocks.iter().all(|block| matches!(block, Block::Table(table) if table.caption.is_some())));
}

#[test]
fn lists_know_whether_they_are_tight_and_done() {
    let body = clean("- [x] a\n- b\n\n1. c\n\n2. d\n");
    let (Block::List { items: tight, start: None }, Block::List { items: loose, start: Some(1) }) =
        (&body.blocks[0], &body.blocks[1])
    else {
        panic!("{:?}", body.blocks)
    };
    assert!(tight[0].tight && tight[0].done == Some(true) && tight[1].done.is_none());
    assert!(!loose[0].tight);
}

#[test]
fn punctuation_is_smart_but_in_code() {
    let body = clean("\"a\" -- `\"b\"`\n\n    \"c\"\r\n    d\r\n");
    let Block::Paragraph(paragraph) = &body.blocks[0] else { panic!("{:?}", body.blocks) };
    assert_eq!(paragraph.inlines, [Inline::Text("“a” – ".to_owned()), Inline::Code("\"b\"".to_owned())]);
    assert_eq!(body.blocks[1], Block::Code { language: None, text: "\"c\"\nd\n".to_owned() });
}

#[test]
fn deep_nesting_is_flattened_and_told_once() {
    for mark in ["> ", "- ", "1. ", "*a **b ", "<b>", "[^a]: > ", "<div>\n"] {
        let text = mark.repeat(50_000);
        let found = read(&text).diagnostics;
        let told = found.iter().filter(|found| found.rule.code == "nesting-too-deep").count();
        assert!(told <= 1, "{mark}: {told}");
    }
    let quoted = format!("{}word", "> ".repeat(1000));
    assert_eq!(codes(&quoted), [("nesting-too-deep", ">".to_owned())]);
    assert!(format!("{:?}", read(&quoted).value.blocks).contains("word"));
}

#[test]
fn raw_html_that_is_left_out_is_told_at_its_place() {
    let text = "<p align=\"center\" onclick='x'>Hi <font>there</font></p>\n\n> a <script>alert(1)</script> b </i>\n\n<!-- no -->\n";
    let expected = [
        (
            "html-dropped",
            "<p align=\"center\" onclick='x'>",
            "The attributes `align` and `onclick` of `<p>` are left out.",
        ),
        ("html-dropped", "<font>", "The tag `<font>` is left out; its text stays."),
        ("html-dropped", "<script>", "`<script>` is left out with everything in it."),
        ("html-dropped", "</i>", "`</i>` ends nothing that is open here; it is left out."),
    ];
    assert_eq!(told(text, &read(text).diagnostics), expected);
}
