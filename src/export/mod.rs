//! Data files beside the pages: what search engines, hosts, calendars, readers of feeds, programs and later builds read.
//!
//! Must not know templates.

mod addresses;
mod calendar;
mod feed;
mod headers;
mod hosts;
mod manifest;
mod record;
mod security;
mod sitemap;

use serde::Serialize;

pub use addresses::{ADDRESSES, AddressList, PageAddress, address_list};
pub use calendar::calendar;
pub use feed::feed;
pub use headers::{CONTENT_SECURITY_POLICY, OF_EVERY_FILE, SEARCH_CONTENT_SECURITY_POLICY, headers};
pub use hosts::{brand_style, redirects, robots};
pub use manifest::manifest;
pub use record::{RecordFiles, dates, record_list};
pub use security::{SECURITY_TXT, security_txt};
pub use sitemap::sitemap;

use crate::output::Bytes;

/// A value as a file of JSON.
fn json(value: &impl Serialize) -> Bytes {
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    Bytes::from(json.into_bytes())
}
