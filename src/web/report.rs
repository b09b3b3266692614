//! Verdicts in words: a finding at every place that an address stands.
//!
//! Must not know how they were reached.

use jiff::Timestamp;
use url::Url;

use super::address::with_fragment;
use super::gate::Allowed;
use super::link::{Link, Linked};
use super::rules::{
    WEB_ANCHOR_MISSING, WEB_CERTIFICATE, WEB_CREDENTIALS, WEB_MOVED, WEB_NO_SUCH_HOST, WEB_NOT_FOUND,
    WEB_REDIRECT_LOOP, WEB_REFUSED_ADDRESS, WEB_TO_FRONT_PAGE, WEB_UNREACHABLE_FOR_LONG,
};
use super::skip::Left;
use super::verdict::{Missing, Moved, Refused, Verdict};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::model::web::Web;
use crate::parse::yaml::decode::INVALID_VALUE;

const ELSEWHERE: &str = "Look for where the page lies now and write that address, or take the link out.";

/// The same finding at each place of a link.
fn at_each_place(link: &Link<'_>, rule: &'static Rule, message: &str, help: &str) -> Vec<Diagnostic> {
    let finding = |place: &Place| Diagnostic::new(rule, place.clone(), message).help(help);
    link.places.iter().map(finding).collect()
}

/// What is wrong with an address that gives a user name or a password away; `without` is the same address without them.
pub(super) fn credentials(link: &Link<'_>, without: &str) -> Vec<Diagnostic> {
    let message = format!("The link to {without} holds a user name or a password, which every reader can see.");
    at_each_place(link, &WEB_CREDENTIALS, &message, &format!("Write `{without}`, and have the password changed."))
}

/// What the settings say that means nothing.
pub(super) fn settings(settings: &Web) -> Vec<Diagnostic> {
    let unreadable = settings.allow.iter().filter(|written| Allowed::read(&written.value).is_none());
    let mut found: Vec<Diagnostic> = unreadable
        .map(|written| {
            let message = format!("`{}` is neither a host nor a range of addresses.", written.value);
            let help = "Write it like `intranet.example.org`, `10.1.2.3`, `10.0.0.0/8` or `127.0.0.1:8080`.";
            Diagnostic::new(&INVALID_VALUE, written.span, message).help(help)
        })
        .collect();
    let unreadable = settings.skip.iter().map(|entry| &entry.address).filter(|it| Left::read(&it.value).is_none());
    found.extend(unreadable.map(|written| {
        let message = format!("`{}` is neither a host nor the beginning of an address.", written.value);
        let help = "Write it like `www.example.org`, which leaves out the hosts below it too, or \
                    `https://www.example.org/members/`.";
        Diagnostic::new(&INVALID_VALUE, written.span, message).help(help)
    }));
    let numbers = [
        ("keep_days", &settings.keep_days, 0),
        ("unverified_runs", &settings.unverified_runs, 1),
        ("unverified_days", &settings.unverified_days, 0),
        ("minutes", &settings.minutes, 1),
    ];
    for (name, number, least) in numbers {
        if let Some(number) = number.as_ref().filter(|number| number.value < least) {
            let message = format!("`{name}` cannot be {}.", number.value);
            found.push(Diagnostic::new(&INVALID_VALUE, number.span, message).help(format!("Write {least} or more.")));
        }
    }
    found
}

/// What a verdict finds; nothing where the page is there or nobody can tell.
pub(super) fn findings(linked: &Linked<'_>, url: &Url, verdict: &Verdict) -> Vec<Diagnostic> {
    let link = &linked.link;
    let shown = link.url.trim();
    match verdict {
        Verdict::Unverified(_) | Verdict::NotAsked => Vec::new(),
        Verdict::Reached { moved, missing } => {
            let mut found = moved.iter().flat_map(|moved| has_moved(linked, moved)).collect::<Vec<_>>();
            let own = missing.iter().filter(|missing| Some(&missing.fragment) == linked.fragment.as_ref());
            found.extend(own.flat_map(|missing| anchor_missing(link, url, missing)));
            found
        }
        Verdict::Gone { status, via } => {
            let where_ =
                via.as_ref().map_or_else(|| "its".to_owned(), |via| format!("it leads on to {via}, where the"));
            let message = format!("There is no page at {shown}: {where_} server answers {status}.");
            at_each_place(link, &WEB_NOT_FOUND, &message, ELSEWHERE)
        }
        Verdict::NoSuchHost { host, via } => {
            let message = match via {
                None => format!("There is no website called {host}."),
                Some(_) => format!("{shown} leads on to {host}, and there is no website of that name."),
            };
            let help = "See whether the name is spelt right; if the website has closed, take the link out.";
            at_each_place(link, &WEB_NO_SUCH_HOST, &message, help)
        }
        Verdict::BadCertificate { host, why } => {
            let message = format!("The certificate of {host} {why}, so that browsers warn readers off {shown}.");
            let help = "Tell whoever runs the website, and link elsewhere until it is mended.";
            at_each_place(link, &WEB_CERTIFICATE, &message, help)
        }
        Verdict::Refused(refused) => refused_address(link, refused),
        Verdict::Endless { hops, circle } => {
            let message = match circle {
                Some(circle) => format!("{shown} leads in a circle and no page opens: it comes back to {circle}."),
                None => format!("{shown} leads on {hops} times and still no page opens."),
            };
            let help = "Open it in a browser: write the address of the page that opens, or take the link out.";
            at_each_place(link, &WEB_REDIRECT_LOOP, &message, help)
        }
    }
}

fn has_moved(linked: &Linked<'_>, moved: &Moved) -> Vec<Diagnostic> {
    let shown = linked.link.url.trim();
    if moved.is_front_page {
        let message =
            format!("{shown} now leads only to the front page {}; the page itself has probably gone.", moved.to);
        return at_each_place(&linked.link, &WEB_TO_FRONT_PAGE, &message, ELSEWHERE);
    }
    let to = with_fragment(&moved.to, linked.fragment.as_deref());
    at_each_place(&linked.link, &WEB_MOVED, &format!("{shown} has moved for good."), &format!("Write `{to}`."))
}

fn anchor_missing(link: &Link<'_>, url: &Url, missing: &Missing) -> Vec<Diagnostic> {
    let fragment = &missing.fragment;
    let message = format!("The page {url} has no part called `{fragment}`.");
    let whole = format!("leave `#{fragment}` out to link to the whole page.");
    let help = match &missing.nearest {
        Some(nearest) => format!("Write `#{nearest}`, or {whole}"),
        None => format!("Write the name of a part that it has, or {whole}"),
    };
    at_each_place(link, &WEB_ANCHOR_MISSING, &message, &help)
}

fn refused_address(link: &Link<'_>, refused: &Refused) -> Vec<Diagnostic> {
    let Refused { host, why, by_name, via } = refused;
    let shown = link.url.trim();
    let leads = match via {
        None => format!("The public cannot reach {shown}"),
        Some(via) => format!("{shown} leads on to {via}, which the public cannot reach"),
    };
    let message = format!("{leads}: {host} {why}.");
    let help = format!(
        "Link to a page that everybody can open. If this one is meant, write `{host}` in the list `allow` under `web` in \
         folkmoot.yaml."
    );
    // Within an office the name of a public website may lead to a number of the house.
    let severity = if *by_name { Severity::Warning } else { WEB_REFUSED_ADDRESS.severity };
    let found = at_each_place(link, &WEB_REFUSED_ADDRESS, &message, &help);
    found.into_iter().map(|finding| finding.severity(severity)).collect()
}

/// An address that has given no clear answer for too long.
pub(super) fn for_long(linked: &Linked<'_>, url: &Url, why: &str, runs: u32, first: Timestamp) -> Vec<Diagnostic> {
    let (shown, host) = (linked.link.url.trim(), url.host_str().unwrap_or_default());
    let since = jiff::tz::Offset::UTC.to_datetime(first).strftime("%-d %B %Y");
    let message = format!("{shown} could not be verified in {runs} runs since {since}: {host} {why}.");
    let help = "Open it in a browser. If the page is there, write its address in the list `skip` under `web` in \
                folkmoot.yaml, with the reason; if not, take the link out.";
    at_each_place(&linked.link, &WEB_UNREACHABLE_FOR_LONG, &message, help)
}
