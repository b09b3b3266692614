//! What each element says: which of its attributes lead somewhere, and what it has to do with the shape of the page.
//!
//! Must not know where an address leads.

use super::document::{Inline, InlineKind, small};
use super::html::Reading;
use super::lists;
use super::names::{Attribute, Tag};
use super::role::Role;

/// Types of `<script>` that run, or say what runs; any other holds data (HTML Living Standard, 4.12.1).
const PROGRAMS: [&str; 12] = [
    "",
    "module",
    "importmap",
    "speculationrules",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
    "application/ecmascript",
    "application/x-javascript",
    "text/jscript",
    "text/livescript",
    "text/x-javascript",
];

/// Properties of `<meta>` that hold an address.
const SOCIAL: [&str; 9] = [
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "og:url",
    "og:video",
    "og:audio",
    "twitter:image",
    "twitter:image:src",
    "twitter:player",
];

/// Takes the element whose attributes have been read.
pub(super) fn take(reading: &mut Reading<'_>) {
    let whole = small(reading.tag_range.clone());
    match reading.tag {
        Tag::A | Tag::Area => reading.address(Attribute::Href, Role::Link),
        Tag::Base if reading.document.base.is_none() && reading.value(Attribute::Href).is_some() => {
            reading.document.base = Some(reading.document.addresses.len());
            reading.address(Attribute::Href, Role::Base);
        }
        Tag::Link => link(reading),
        Tag::Meta => meta(reading),
        Tag::Script => script(reading),
        Tag::Style => reading.document.inline.push(Inline { kind: InlineKind::Style, range: whole }),
        Tag::Img => {
            if reading.value(Attribute::Alt).is_none() {
                reading.document.without_alternative.push(whole);
            }
            reading.address(Attribute::Src, Role::Picture);
            candidates(reading, Attribute::Srcset);
        }
        Tag::Source => {
            reading.address(Attribute::Src, Role::Media);
            candidates(reading, Attribute::Srcset);
        }
        Tag::Media => {
            reading.address(Attribute::Src, Role::Media);
            reading.address(Attribute::Poster, Role::Picture);
        }
        Tag::Track => reading.address(Attribute::Src, Role::Media),
        Tag::Frame => reading.address(Attribute::Src, Role::Frame),
        Tag::Object => reading.address(Attribute::Data, Role::Object),
        Tag::Embed => reading.address(Attribute::Src, Role::Object),
        Tag::Form => form(reading, Attribute::Action),
        Tag::Button => form(reading, Attribute::FormAction),
        Tag::Input => {
            form(reading, Attribute::FormAction);
            if reading.is(Attribute::Type, &["image"]) {
                reading.address(Attribute::Src, Role::Picture);
            }
        }
        Tag::Html if reading.document.shape.html.is_none() => {
            let has_language = reading.value(Attribute::Lang).is_some_and(|value| !value.text.trim().is_empty());
            reading.document.shape.html = Some((whole, has_language));
        }
        Tag::H1 => reading.document.shape.headings.push(whole),
        Tag::Title if reading.drawings == 0 => reading.document.shape.titles.push((whole, false)),
        Tag::Image | Tag::Use => reading.address(Attribute::Href, Role::Drawing),
        Tag::Other if reading.drawings > 0 => reading.address(Attribute::Href, Role::Drawing),
        _ => {}
    }
}

/// A form that is sent is for no one to follow, so that only one that asks leads anywhere.
fn form(reading: &mut Reading<'_>, attribute: Attribute) {
    if !reading.is(Attribute::Method, &["post", "dialog"]) {
        reading.address(attribute, Role::Form);
    }
}

fn link(reading: &mut Reading<'_>) {
    let Some(rel) = reading.value(Attribute::Rel).map(|value| value.text.to_ascii_lowercase()) else { return };
    let has = |words: &[&str]| rel.split_ascii_whitespace().any(|word| words.contains(&word));
    let role = if has(&["stylesheet"]) {
        Role::Style
    } else if has(&["preconnect", "dns-prefetch"]) {
        Role::Host
    } else if has(&[
        "icon",
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "apple-touch-startup-image",
        "mask-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "prerender",
    ]) {
        Role::Furniture
    } else {
        Role::Relation
    };
    reading.address(Attribute::Href, role);
    candidates(reading, Attribute::ImageSrcset);
}

fn meta(reading: &mut Reading<'_>) {
    if reading.is(Attribute::HttpEquiv, &["refresh"]) {
        let Some(content) = reading.value(Attribute::Content) else { return };
        let range = small(content.range.clone());
        let Some((seconds, address)) = lists::refresh(&content.text) else { return };
        reading.document.shape.refresh.get_or_insert((range, seconds));
        if let Some(address) = address {
            reading.part(Attribute::Content, address, Role::Refresh);
        }
    } else if reading.is(Attribute::Property, &SOCIAL) || reading.is(Attribute::Name, &SOCIAL) {
        reading.address(Attribute::Content, Role::Social);
    } else if reading.is(Attribute::Name, &["msapplication-tileimage"]) {
        reading.address(Attribute::Content, Role::Furniture);
    }
}

fn script(reading: &mut Reading<'_>) {
    if !reading.is(Attribute::Type, &PROGRAMS) {
        return;
    }
    reading.document.has_script = true;
    if reading.value(Attribute::Src).is_some() {
        reading.address(Attribute::Src, Role::Script);
    } else if reading.value(Attribute::Href).is_some() {
        // Of SVG.
        reading.address(Attribute::Href, Role::Script);
    } else {
        let range = small(reading.tag_range.clone());
        reading.document.inline.push(Inline { kind: InlineKind::Script, range });
    }
}

fn candidates(reading: &mut Reading<'_>, attribute: Attribute) {
    let Some(value) = reading.value(attribute) else { return };
    for candidate in lists::candidates(&value.text) {
        reading.part(attribute, candidate, Role::Picture);
    }
}
