//! The list of addresses and anchors that a build serves, so that a later build can tell which have gone, and which
//! paragraph numbers stand for another text.

use serde::Serialize;

use crate::model::settings::UrlStyle;
use crate::output::Bytes;
use crate::pages::content::Content;
use crate::pages::view::{BodyView, Page};
use crate::parse::markdown::ids::ids_of;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::Block;

/// The file as a whole.
#[derive(Serialize)]
struct List<'a> {
    version: u32,
    pages: Vec<Entry<'a>>,
}

/// A page with its anchors.
#[derive(Serialize)]
struct Entry<'a> {
    path: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    redirects_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    anchors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<NumberedText>,
}

/// A numbered paragraph and what identifies its text.
#[derive(Serialize)]
struct NumberedText {
    anchor: String,
    text_hash: String,
}

/// `addresses.json`: every page, its anchors, and for each numbered paragraph a hash of its text.
pub fn addresses(pages: &[Page], style: UrlStyle) -> Bytes {
    let mut entries: Vec<Entry<'_>> = pages.iter().map(|page| entry(page, style)).collect();
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let list = List { version: 1, pages: entries };
    let mut json = serde_json::to_string_pretty(&list).unwrap_or_default();
    json.push('\n');
    Bytes::from(json.into_bytes())
}

fn entry(page: &Page, style: UrlStyle) -> Entry<'_> {
    let mut anchors = Vec::new();
    let mut paragraphs = Vec::new();
    let mut redirects_to = None;
    match &page.view.content {
        Content::Record { items, .. } => anchors.extend(items.iter().map(|item| item.anchor.clone())),
        Content::Redirect { href } => redirects_to = Some(href.as_str()),
        _ => {}
    }
    if let Some(body) = &page.body {
        anchors.extend(ids_of(&body.tree).ids);
        paragraphs = numbered(body);
    }
    let path = page.address.output_path(style).map(|path| path.to_string()).unwrap_or_default();
    Entry { path, title: &page.view.title, redirects_to, anchors, paragraphs }
}

fn numbered(body: &BodyView) -> Vec<NumberedText> {
    body.numbers
        .iter()
        .zip(&body.tree.blocks)
        .filter_map(|(number, block)| match (number, block) {
            (Some(number), Block::Paragraph(paragraph)) => {
                let text = plain_text(&paragraph.inlines, &body.tree.links);
                Some(NumberedText { anchor: number.anchor.clone(), text_hash: format!("{:016x}", fnv1a(&text)) })
            }
            _ => None,
        })
        .collect()
}

/// FNV-1a with 64 bits: short, the same on every machine and in every version of the tool.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
