//! `_headers`, for hosts that read it (Netlify, Cloudflare Pages): the Content-Security-Policy and other headers for every
//! file of the site.
//!
//! Such hosts apply every rule that matches, and join a header that is given twice by a comma, which makes two policies,
//! both of which hold. So the rule for all files carries the policy of the search page, which is the wider one, and each
//! other page the strict one on top. A file that no rule names is never without a policy, and a host that lets the
//! later rule win comes to the same.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::hosts::path_of;
use crate::graph::address::encode;
use crate::model::settings::UrlStyle;
use crate::output::Bytes;
use crate::pages::brief::Brief;

/// The policy that every page works under: nothing but what the site holds itself, no program or style within a page
/// (Content Security Policy Level 3). Films and sounds are among the files that a site may hold, and a browser shows one
/// in a page of its own making, under the policy that the file came with.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The one for the search page, whose index is read by a program in WebAssembly.
pub const SEARCH_CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; \
    manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The other headers of every file.
pub const OF_EVERY_FILE: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Folders of the search index whose files are named after what they hold, so that they never change.
const LASTING: [&str; 2] = ["pagefind/fragment/*", "pagefind/index/*"];

/// Most rules that Cloudflare Pages reads.
const MOST_RULES: usize = 100;

/// Where the search page lies.
const SEARCH: &str = "search";

/// The file for these pages, below the path of `base_url`.
pub fn headers(pages: &[Brief], base_url: Option<&str>, style: UrlStyle) -> Bytes {
    let below = base_url.map(path_of).unwrap_or_default();
    let has_search = pages.iter().any(|page| page.address.as_str() == SEARCH && page.origin.is_none());
    let policy = if has_search { SEARCH_CONTENT_SECURITY_POLICY } else { CONTENT_SECURITY_POLICY };
    let mut text = format!("{below}/*\n  Content-Security-Policy: {policy}\n");
    for (name, value) in OF_EVERY_FILE {
        let _ = writeln!(text, "  {name}: {value}");
    }
    if has_search {
        for pattern in LASTING {
            let _ = write!(text, "{below}/{pattern}\n  Cache-Control: public, max-age=31536000, immutable\n");
        }
        // Where a site has more at its top level than there is room for, what does not fit keeps the wider policy.
        let room = MOST_RULES - 1 - LASTING.len();
        for pattern in strict_patterns(pages, style).iter().take(room) {
            let _ = write!(text, "{below}/{pattern}\n  Content-Security-Policy: {CONTENT_SECURITY_POLICY}\n");
        }
    }
    Bytes::from(text.into_bytes())
}

/// What matches every page but the search page, in the order of how many pages each matches: the home page, folders,
/// pages at the top level, with and without their ending, which some hosts take off.
fn strict_patterns(pages: &[Brief], style: UrlStyle) -> Vec<String> {
    let (mut folders, mut files) = (BTreeSet::new(), BTreeSet::new());
    for path in pages.iter().filter_map(|page| page.address.output_path(style)) {
        let path = path.as_str();
        let first = path.split('/').next().unwrap_or(path);
        let stem = first.strip_suffix(".html").unwrap_or(first);
        // The search page may be served as `/search`, which a rule for a folder of that name would match too. A colon or
        // an asterisk would make the rule match other addresses.
        if stem == SEARCH || stem == "index" || first.contains([':', '*']) {
            continue;
        }
        if path == first {
            files.extend([encode(first), encode(stem)]);
        } else {
            folders.insert(format!("{}/*", encode(first)));
        }
    }
    let home = ["", "index.html"].map(str::to_owned);
    home.into_iter().chain(folders).chain(files).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_policies_differ_in_one_word() {
        assert_eq!(SEARCH_CONTENT_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ""), CONTENT_SECURITY_POLICY);
        assert!(!CONTENT_SECURITY_POLICY.contains("  ") && !CONTENT_SECURITY_POLICY.contains("unsafe"));
    }
}
