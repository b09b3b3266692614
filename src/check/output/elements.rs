//! What each element says: which of its attributes lead somewhere, and what it has to do with the shape of the page.
//!
//! Must not know where an address leads.

use super::document::{Document, Inline, InlineKind, small};
use super::lists;
use super::names::{Attribute, Tag};
use super::open::Open;
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
pub(super) fn take<'a>(open: &Open<'a>, document: &mut Document<'a>) {
    let whole = small(open.range.clone());
    match open.tag {
        Tag::A | Tag::Area => open.address(Attribute::Href, Role::Link, document),
        Tag::Base if document.base.is_none() && open.value(Attribute::Href).is_some() => {
            document.base = Some(document.addresses.len());
            open.address(Attribute::Href, Role::Base, document);
        }
        Tag::Link => link(open, document),
        Tag::Meta => meta(open, document),
        Tag::Script => script(open, document),
        Tag::Style => document.inline.push(Inline { kind: InlineKind::Style, range: whole }),
        Tag::Img => {
            if open.value(Attribute::Alt).is_none() {
                document.without_alternative.push(whole);
            }
            open.address(Attribute::Src, Role::Picture, document);
            candidates(open, Attribute::Srcset, document);
        }
        Tag::Source => {
            open.address(Attribute::Src, Role::Media, document);
            candidates(open, Attribute::Srcset, document);
        }
        Tag::Media => {
            open.address(Attribute::Src, Role::Media, document);
            open.address(Attribute::Poster, Role::Picture, document);
        }
        Tag::Track => open.address(Attribute::Src, Role::Media, document),
        Tag::Frame => open.address(Attribute::Src, Role::Frame, document),
        Tag::Object => open.address(Attribute::Data, Role::Object, document),
        Tag::Embed => open.address(Attribute::Src, Role::Object, document),
        Tag::Form => form(open, Attribute::Action, document),
        Tag::Button => form(open, Attribute::FormAction, document),
        Tag::Input => {
            form(open, Attribute::FormAction, document);
            if open.is(Attribute::Type, &["image"]) {
                open.address(Attribute::Src, Role::Picture, document);
            }
        }
        Tag::Html if document.shape.html.is_none() => {
            let has_language = open.value(Attribute::Lang).is_some_and(|value| !value.text.trim().is_empty());
            document.shape.html = Some((whole, has_language));
        }
        Tag::H1 => document.shape.headings.push(whole),
        Tag::Title if !open.in_drawing => document.shape.titles.push((whole, false)),
        Tag::Image | Tag::Use => open.address(Attribute::Href, Role::Drawing, document),
        Tag::Other if open.in_drawing => open.address(Attribute::Href, Role::Drawing, document),
        _ => {}
    }
}

/// A form that is sent is for no one to follow, so that only one that asks leads anywhere.
fn form<'a>(open: &Open<'a>, attribute: Attribute, document: &mut Document<'a>) {
    if !open.is(Attribute::Method, &["post", "dialog"]) {
        open.address(attribute, Role::Form, document);
    }
}

fn link<'a>(open: &Open<'a>, document: &mut Document<'a>) {
    let Some(rel) = open.value(Attribute::Rel).map(|value| value.text.to_ascii_lowercase()) else { return };
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
    open.address(Attribute::Href, role, document);
    candidates(open, Attribute::ImageSrcset, document);
}

fn meta<'a>(open: &Open<'a>, document: &mut Document<'a>) {
    if open.is(Attribute::HttpEquiv, &["refresh"]) {
        let Some(content) = open.value(Attribute::Content) else { return };
        let range = small(content.range.clone());
        let Some((seconds, address)) = lists::refresh(&content.text) else { return };
        document.shape.refresh.get_or_insert((range, seconds));
        if let Some(address) = address {
            open.part(Attribute::Content, address, Role::Refresh, document);
        }
    } else if open.is(Attribute::Property, &SOCIAL) || open.is(Attribute::Name, &SOCIAL) {
        open.address(Attribute::Content, Role::Social, document);
    } else if open.is(Attribute::Name, &["msapplication-tileimage"]) {
        open.address(Attribute::Content, Role::Furniture, document);
    }
}

fn script<'a>(open: &Open<'a>, document: &mut Document<'a>) {
    if !open.is(Attribute::Type, &PROGRAMS) {
        return;
    }
    document.has_script = true;
    if open.value(Attribute::Src).is_some() {
        open.address(Attribute::Src, Role::Script, document);
    } else if open.value(Attribute::Href).is_some() {
        // Of SVG.
        open.address(Attribute::Href, Role::Script, document);
    } else {
        let range = small(open.range.clone());
        document.inline.push(Inline { kind: InlineKind::Script, range });
    }
}

fn candidates<'a>(open: &Open<'a>, attribute: Attribute, document: &mut Document<'a>) {
    let Some(value) = open.value(attribute) else { return };
    for candidate in lists::candidates(&value.text) {
        open.part(attribute, candidate, Role::Picture, document);
    }
}
