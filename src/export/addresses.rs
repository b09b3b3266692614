//! The list of addresses and anchors that a build serves, so that a later build can tell which have gone, and which
//! paragraph numbers stand for another text.

use rayon::prelude::*;
use serde::{Deserialize, Serialize, Serializer};

use crate::diagnostic::fingerprint::fnv1a;
use crate::graph::Text;
use crate::output::{Bytes, OutputPath};
use crate::pages::Site;
use crate::pages::brief::Brief;
use crate::parse::markdown::text::plain_text;
use crate::parse::markdown::tree::Block;

pub use crate::pages::head::ADDRESSES;

/// The version of its shape; in the first it had no `files`.
const VERSION: u32 = 2;

/// The list as a whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AddressList {
    version: u32,
    /// Every page, in the order of paths.
    pub pages: Vec<PageAddress>,
    /// Every file of the content that is no page: reports, pictures.
    #[serde(default)]
    pub files: Vec<String>,
}

/// A page with its anchors.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PageAddress {
    /// Its file, relative to the root of the site.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Where a former address leads now, relative to itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirects_to: Option<String>,
    /// The page that the list begins with of which it is a further part: such pages come and go with what is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// The anchors of its headings and parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<String>,
    /// Its numbered paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<NumberedText>,
}

/// A numbered paragraph and what identifies its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberedText {
    /// Its anchor, such as `p12`.
    pub anchor: String,
    /// FNV-1a of its text, in 16 hexadecimal digits.
    pub text_hash: String,
}

impl AddressList {
    /// Every page, its anchors, and for each numbered paragraph a hash of its text; and the other `files`.
    pub fn new<'a>(site: &Site<'_>, pages: &[Brief], files: impl Iterator<Item = &'a str>) -> Self {
        let pages = in_order(site, pages).into_par_iter().map(|page| entry(site, page)).collect();
        Self { version: VERSION, pages, files: files.map(str::to_owned).collect() }
    }

    /// Reads the list of an earlier build.
    ///
    /// # Errors
    /// What it is instead, to follow "the file": `is not JSON`.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if let Err(fault) = serde_json::from_slice::<serde::de::IgnoredAny>(bytes) {
            return Err(format!("is not JSON (line {}, column {})", fault.line(), fault.column()));
        }
        match serde_json::from_slice::<Version>(bytes) {
            Ok(Version { version: 1..=VERSION }) => {}
            Ok(Version { version }) => {
                return Err(format!("has the version {version}, which this folkmoot does not know"));
            }
            Err(_) => return Err("is not a list of addresses".to_owned()),
        }
        let list: Self = serde_json::from_slice(bytes).map_err(|_| "is not a list of addresses".to_owned())?;
        let mut paths = list.pages.iter().map(|page| &page.path).chain(&list.files);
        if paths.any(|path| OutputPath::new(path.as_str()).is_none()) {
            return Err("holds a path that no site has".to_owned());
        }
        Ok(list)
    }
}

/// The list as it is written into the site; see [`AddressList::new`]. Of a large site it is never there as a whole but as bytes.
pub fn address_list<'a>(site: &Site<'_>, pages: &[Brief], files: impl Iterator<Item = &'a str>) -> Bytes {
    #[derive(Serialize)]
    struct Written<'a> {
        version: u32,
        pages: InOrder<'a>,
        files: Vec<&'a str>,
    }
    let pages = InOrder { site, pages: in_order(site, pages) };
    super::json(&Written { version: VERSION, pages, files: files.collect() })
}

/// The pages in the order of their paths.
fn in_order<'a>(site: &Site<'_>, pages: &'a [Brief]) -> Vec<&'a Brief> {
    let mut order: Vec<(Option<OutputPath>, &Brief)> =
        pages.par_iter().map(|page| (page.address.output_path(site.style), page)).collect();
    order.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    order.into_iter().map(|(_, page)| page).collect()
}

/// Pages in the order of their paths, each made into an entry when it is written.
struct InOrder<'a> {
    site: &'a Site<'a>,
    pages: Vec<&'a Brief>,
}

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.pages.iter().map(|page| entry(self.site, page)))
    }
}

fn entry(site: &Site<'_>, page: &Brief) -> PageAddress {
    let text = page.text(site);
    let mut ids: Vec<&str> = text.map(|text| text.body.outline.ids().collect()).unwrap_or_default();
    ids.sort_unstable();
    ids.dedup();
    let anchors = page.parts.iter().cloned().chain(ids.into_iter().map(str::to_owned)).collect();
    let path = page.address.output_path(site.style).map(|path| path.to_string()).unwrap_or_default();
    let (title, redirects_to, part_of) = (page.title.clone(), page.redirects_to.clone(), page.part_of.clone());
    PageAddress { path, title, redirects_to, part_of, anchors, paragraphs: text.map(numbered).unwrap_or_default() }
}

fn numbered(text: &Text) -> Vec<NumberedText> {
    let numbered = text.numbers.iter().zip(&text.body.blocks).filter_map(|(number, block)| match (number, block) {
        (Some(number), Block::Paragraph(paragraph)) => {
            let words = plain_text(&paragraph.inlines, &text.body.links);
            Some(NumberedText { anchor: number.anchor.clone(), text_hash: format!("{:016x}", fnv1a(&words)) })
        }
        _ => None,
    });
    numbered.collect()
}
