//! Data files beside the pages: what search engines, hosts and later builds read.
//!
//! Must not know templates.

mod addresses;
mod hosts;

pub use addresses::{ADDRESSES, AddressList, PageAddress};
pub use hosts::{brand_style, redirects, robots, sitemap};
