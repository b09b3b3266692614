//! Markdown and the HTML it becomes.

use std::sync::LazyLock;

use super::{Resolved, html};
use crate::model::settings::BUILT_IN_THEME;
use crate::pages::parts::AbbreviationView;
use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::{Destination, ParagraphNumber};
use crate::parse::markdown::tree::Block;
use crate::parse::markdown::{ParseOptions, parse};
use crate::render::abbreviation::Abbreviations;
use crate::sources::{SourceId, Sources};
use crate::words::{ENGLISH, Lexicon, Words, words};

/// The HTML of a text whose links lead where they say, but those to `nowhere`; every paragraph is numbered if `numbered`.
fn write(text: &str, numbered: bool) -> String {
    let options = ParseOptions { title_given: Some("Title"), reserved_ids: &[] };
    let body = parse(text, SourceId(0), 0, &options).value;
    let abbreviations = Abbreviations::new([abbreviation("CSP", "Community Safety Partnership")]);
    let resolved = Resolved {
        destinations: &destinations(&body),
        embeds: &vec!["<table></table>".to_owned(); body.embeds.len()],
        paragraph_numbers: &numbers(&body, numbered),
        words: english(),
        abbreviations: &abbreviations,
    };
    html(&body, &resolved)
}

/// An abbreviation in the language of the page.
pub(super) fn abbreviation(short: &str, meaning: &str) -> AbbreviationView {
    AbbreviationView { short: short.to_owned(), meaning: meaning.to_owned(), language: None }
}

/// The built-in words in English.
pub(super) fn english() -> &'static Lexicon {
    static WORDS: LazyLock<Words> = LazyLock::new(|| words(&Sources::default(), BUILT_IN_THEME, ENGLISH).value);
    WORDS.lexicon(ENGLISH)
}

fn destinations(body: &Body) -> Vec<Destination> {
    let lead = |destination: &String| match destination.as_str() {
        "nowhere" | "nothing:here" => Destination::Nowhere { text: "here".to_owned() },
        _ => Destination::To { href: destination.clone(), title: format!("Title of {destination}"), language: None },
    };
    body.links.iter().map(|link| lead(&link.destination)).collect()
}

fn numbers(body: &Body, numbered: bool) -> Vec<Option<ParagraphNumber>> {
    let mut last = 0;
    let number = |block: &Block| {
        last += i32::from(matches!(block, Block::Paragraph(_)));
        let is_numbered = numbered && matches!(block, Block::Paragraph(_));
        is_numbered.then(|| ParagraphNumber { label: last.to_string(), anchor: format!("p{last}") })
    };
    body.blocks.iter().map(number).collect()
}

fn plain(text: &str) -> String {
    write(text, false)
}

#[test]
fn text_is_escaped_and_marked() {
    assert_eq!(
        plain("a < b & *c* **d** ~~e~~ `<f>`  \ng"),
        "<p>a &lt; b &amp; <em>c</em> <strong>d</strong> <s>e</s> <code>&lt;f&gt;</code><br>\ng</p>\n"
    );
    assert_eq!(plain("## A {#b .c}\n\n***\n"), "<h2 id=\"b\" class=\"c\">A</h2>\n<hr>\n");
    assert_eq!(
        plain("```rust x\n<b>\n```\n"),
        "<pre tabindex=\"0\"><code class=\"language-rust\">&lt;b&gt;\n</code></pre>\n"
    );
}

#[test]
fn links_lead_where_the_graph_says() {
    assert_eq!(plain("[a](b \"t\")"), "<p><a href=\"b\" title=\"t\">a</a></p>\n");
    assert_eq!(plain("<ab:y> <nothing:here>"), "<p><a href=\"ab:y\">Title of ab:y</a> here</p>\n");
    assert_eq!(plain("[*a*](nowhere) ![b](nowhere)"), "<p><em>a</em> b</p>\n");
    assert_eq!(
        plain("![a&quot;](b.png)"),
        "<p><img src=\"b.png\" alt=\"a&quot;\" loading=\"lazy\" decoding=\"async\"></p>\n"
    );
}

#[test]
fn raw_html_gets_its_addresses() {
    assert_eq!(plain("<a class=x href='b&c'>d</a>"), "<p><a class=\"x\" href=\"b&amp;c\">d</a></p>\n");
    assert_eq!(plain("<a title=x href=nowhere lang=en>d</a>"), "<p><a title=\"x\" lang=\"en\">d</a></p>\n");
    assert_eq!(plain("a <img src=b.png alt='c>' width=3>"), "<p>a <img alt=\"c&gt;\" width=\"3\" src=\"b.png\"></p>\n");
    assert_eq!(plain("a <img src=nowhere alt='c>' id=i> d"), "<p>a c&gt; d</p>\n");
    assert_eq!(plain("<img src=b.png>"), "<img alt=\"\" src=\"b.png\">\n");
}

#[test]
fn raw_html_comes_out_well_formed() {
    assert_eq!(plain("<b>*a</b>* c"), "<p><b><em>a</em> c</b></p>\n");
    assert_eq!(plain("<ul><li>a<li>b\n\nc\n"), "<ul><li>a</li><li>b\n<p>c</p>\n</li></ul>\n");
    assert_eq!(plain("<p>\n\n## A\n\n</p>\n"), "<p>\n</p>\n<h2 id=\"a\">A</h2>\n");
    assert_eq!(plain("a <div>b</div> <svg>c</svg> d</b>"), "<p>a b  d</p>\n");
    assert_eq!(plain("a <script>b"), "<p>a b</p>\n");
    assert_eq!(plain("<a href=x>[b](y) c</a>"), "<p><a href=\"x\">b c</a></p>\n");
    assert_eq!(plain("|a|\n|-|\n|<ul><li>b</ul>c|\n").matches("<ul><li>b</li></ul>c</td>").count(), 1);
    assert_eq!(plain("<table>a<tr><td>b</table>"), "<table></table>ab\n");
}

#[test]
fn code_in_raw_html_is_left_out() {
    assert_eq!(plain("<script>\nif (a < b) { alert('<b>') }\n\nc\n</script>\n\nd\n"), "<p>d</p>\n");
    assert_eq!(plain("<div><svg><svg></svg><b>a</b></svg>b<style>c</div>\n"), "<div>b\n</div>\n");
    assert_eq!(plain("a <style>b</style> c <input> d"), "<p>a  c  d</p>\n");
}

#[test]
fn what_lies_deep_is_written_all_the_same() {
    for mark in ["> ", "1. ", "*a **b ", "<b>", "<div>\n", "[^a]: > "] {
        let html = plain(&format!("{}word[^a]", mark.repeat(2000)));
        assert!(mark == "[^a]: > " || html.contains("word"), "{mark}");
    }
}

#[test]
fn lists_are_lists() {
    assert_eq!(
        plain("- a\n  - b\n- [x] c\n- [ ] d\n"),
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li class=\"task task-done\"><span class=\"visually-hidden\">Done: </span>c</li>\n<li class=\"task\"><span class=\"visually-hidden\">To do: </span>d</li>\n</ul>\n"
    );
    assert_eq!(plain("3. a\n\n4. b\n"), "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
    assert_eq!(plain("a\n: b\n: c\n"), "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>\n");
}

#[test]
fn alerts_and_quotes_are_told_apart() {
    assert_eq!(plain("> a\n"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
    assert_eq!(plain("> [!TIP]\n> a\n"), "<div class=\"inset-text\">\n<p>a</p>\n</div>\n");
    assert_eq!(
        plain("> [!CAUTION]\n> a\n"),
        "<div class=\"warning-text\" role=\"note\">\n<p class=\"warning-text__label\">Warning</p>\n<p>a</p>\n</div>\n"
    );
}

#[test]
fn tables_have_captions_and_header_cells() {
    let expected = "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Costs &amp; co\"><table>\n\
        <caption>Costs &amp; <em>co</em></caption>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"align-right\">b</th></tr>\n</thead>\n\
        <tbody>\n<tr><td>c</td><td class=\"align-right\">d</td></tr>\n</tbody>\n</table></div>\n";
    assert_eq!(plain("Table: Costs & *co*\n\n|  | b |\n|---|--:|\n| c | d |\n"), expected);
    let two = plain("|a|\n|-|\n\ntext\n\n|b|\n|-|\n");
    assert!(two.contains("aria-label=\"Table\"") && two.contains("aria-label=\"Table 2\""));
}

#[test]
fn numbered_paragraphs_hold_what_follows() {
    let number = |n: u32| {
        format!(
            "<div class=\"numbered\" id=\"p{n}\"><a class=\"number\" href=\"#p{n}\" aria-label=\"Paragraph {n}\">{n}</a><div class=\"numbered-body\">\n"
        )
    };
    let expected = format!(
        "{}<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</div></div>\n{}<p>c</p>\n</div></div>\n<h2 id=\"d\">d</h2>\n<table></table>\n",
        number(1),
        number(2)
    );
    assert_eq!(write("a\n\n- b\n\nc\n\n## d\n\n![e](board:f)\n", true), expected);
}

#[test]
fn footnotes_lead_there_and_back() {
    let expected = "<p>a<sup class=\"footnote-ref\"><a id=\"fnref-1\" href=\"#fn-1\" aria-label=\"Footnote 1\">1</a></sup> \
        b<sup class=\"footnote-ref\"><a id=\"fnref-1-2\" href=\"#fn-1\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
        <section class=\"footnotes\" aria-labelledby=\"footnotes-heading\">\n\
        <h2 class=\"visually-hidden\" id=\"footnotes-heading\">Footnotes</h2>\n<ol>\n<li id=\"fn-1\">\n<p>c \
        <a href=\"#fnref-1\" class=\"backlink\" aria-label=\"Back to reference 1\">↩</a> \
        <a href=\"#fnref-1-2\" class=\"backlink\" aria-label=\"Back to reference 1-2\">↩</a></p>\n</li>\n</ol>\n</section>\n";
    assert_eq!(plain("a[^x] b[^x]\n\n[^x]: c\n"), expected);
}

#[test]
fn abbreviations_are_explained_in_running_text_only() {
    let csp = "<abbr title=\"Community Safety Partnership\">CSP</abbr>";
    let text = "## CSP\n\n[CSP](x) `CSP` <b>CSP</b><br> CSPs, CSP\n";
    let expected =
        format!("<h2 id=\"csp\">CSP</h2>\n<p><a href=\"x\">CSP</a> <code>CSP</code> <b>CSP</b><br> {csp}s, CSP</p>\n");
    assert_eq!(plain(text), expected);
}
