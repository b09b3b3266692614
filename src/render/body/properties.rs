//! What holds of the HTML of every text: it is balanced, nests as HTML allows, and holds nothing that runs.

use std::collections::HashSet;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use proptest::prelude::*;

use super::tests::{abbreviation, english};
use super::{Resolved, html};
use crate::parse::markdown::body::Body;
use crate::parse::markdown::destination::{Destination, ParagraphNumber};
use crate::parse::markdown::soup::soup;
use crate::parse::markdown::tree::Block;
use crate::parse::markdown::{ParseOptions, parse};
use crate::render::abbreviation::Abbreviations;
use crate::sources::SourceId;

const NEVER: [&str; 13] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "textarea",
    "svg",
    "math",
    "template",
    "plaintext",
    "h1",
];
const VOID: [&str; 6] = ["br", "hr", "img", "wbr", "col", "input"];
const HOLD_TEXT_ONLY: [&str; 12] = ["p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "b", "span", "sup", "pre"];
const BLOCKS: [&str; 16] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "ul",
    "ol",
    "table",
    "blockquote",
    "section",
    "pre",
    "hr",
    "dl",
    "figure",
];

/// The HTML of a text; only links of the web and links within the site lead anywhere, as the graph sees to.
fn write(text: &str) -> String {
    let body: Body = parse(text, SourceId(0), 0, &ParseOptions { title_given: None, reserved_ids: &[] }).value;
    let lead = |destination: &String| match destination.split_once(':') {
        Some((scheme, _)) if !["http", "https", "mailto"].contains(&scheme) => {
            Destination::Nowhere { text: "<nowhere>".to_owned() }
        }
        _ => Destination::To { href: destination.clone(), title: "A \"title\" <b>".to_owned(), language: None },
    };
    let destinations: Vec<Destination> = body.links.iter().map(|link| lead(&link.destination)).collect();
    let number = |(at, block): (usize, &Block)| {
        let is_numbered = matches!(block, Block::Paragraph(_)) && at % 3 != 0;
        is_numbered.then(|| ParagraphNumber { label: at.to_string(), anchor: format!("p{at}") })
    };
    let numbers: Vec<Option<ParagraphNumber>> = body.blocks.iter().enumerate().map(number).collect();
    let abbreviations = Abbreviations::new([abbreviation("a", "<meaning>")]);
    let resolved = Resolved {
        destinations: &destinations,
        embeds: &vec![String::new(); body.embeds.len()],
        paragraph_numbers: &numbers,
        words: english(),
        abbreviations: &abbreviations,
    };
    html(&body, &resolved)
}

/// What is wrong with some HTML.
fn faults(html: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut faults, mut open, mut ids) = (Vec::new(), Vec::new(), HashSet::new());
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                check_tag(&tag, &open, &mut ids, &mut faults);
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if open.pop().as_ref() != Some(&name) {
                    faults.push(format!("</{name}> ends another"));
                }
            }
            Token::Error(error) => faults.push(format!("{:?}", error.value)),
            Token::Comment(_) | Token::Doctype(_) => faults.push("comment".to_owned()),
            Token::String(_) => {}
        }
    }
    faults.extend(open.iter().map(|name| format!("<{name}> has no end")));
    faults
}

fn check_tag(tag: &StartTag<()>, open: &[String], ids: &mut HashSet<String>, faults: &mut Vec<String>) {
    let name = String::from_utf8_lossy(&tag.name).into_owned();
    let within = |names: &[&str]| open.iter().any(|around| names.contains(&around.as_str()));
    if NEVER.contains(&name.as_str()) {
        faults.push(format!("<{name}>"));
    }
    if name == "a" && within(&["a"]) {
        faults.push("<a> within <a>".to_owned());
    }
    if BLOCKS.contains(&name.as_str()) && within(&HOLD_TEXT_ONLY) {
        faults.push(format!("<{name}> within {open:?}"));
    }
    let parent = open.last().map_or("", String::as_str);
    let part_of: &[&str] = match name.as_str() {
        "li" => &["ul", "ol"],
        "td" | "th" => &["tr"],
        "dt" | "dd" => &["dl"],
        "tr" => &["table", "tbody", "thead", "tfoot"],
        _ => &[],
    };
    let holds_parts_only = ["ul", "ol", "tr", "dl", "table", "tbody", "thead", "tfoot"].contains(&parent);
    let is_part = ["li", "td", "th", "dt", "dd", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"];
    if (!part_of.is_empty() && !part_of.contains(&parent)) || (holds_parts_only && !is_part.contains(&name.as_str())) {
        faults.push(format!("<{name}> in <{parent}>"));
    }
    for (attribute, value) in &tag.attributes {
        let attribute = String::from_utf8_lossy(attribute).into_owned();
        let value = String::from_utf8_lossy(value).into_owned();
        let address = value.trim_matches(|c| c <= ' ').replace(['\t', '\n', '\r'], "").to_lowercase();
        let runs = attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc";
        let leads_to_code = ["href", "src"].contains(&attribute.as_str())
            && ["javascript:", "data:", "vbscript:"].iter().any(|scheme| address.starts_with(scheme));
        if runs || leads_to_code || (attribute == "id" && !ids.insert(value.clone())) {
            faults.push(format!("{attribute}={value:?} of <{name}>"));
        }
    }
}

#[test]
fn the_check_itself_finds_faults() {
    for html in [
        "<script></script>",
        "<p onclick=\"x\"></p>",
        "<a href=\" java\tscript:x\"></a>",
        "<p><div></div></p>",
        "<b>",
        "</b>",
        "<b><i></b></i>",
        "<a><i><a></a></i></a>",
        "<i id=\"a\"></i><b id=\"a\"></b>",
        "<ul><p></p></ul>",
        "<td></td>",
        "<p style=\"\"></p>",
    ] {
        assert!(!faults(html).is_empty(), "{html}");
    }
    assert_eq!(faults("<p><a href=\"x\">b<br></a></p>"), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn html_is_harmless_and_nests(text in soup()) {
        let html = write(&text);
        prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}", html);
    }
}
