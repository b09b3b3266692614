//! The built-in words, and those of a site before them.

use jiff::civil::date;

use super::{Argument, ENGLISH, Words, words};
use crate::diagnostic::Checked;
use crate::model::date::PartialDate;
use crate::sources::{Source, Sources};

/// The words of a site in the language `site` that has these files in its theme's folder of messages.
fn with(site: &str, files: &[(&str, &str)]) -> Checked<Words> {
    let mut sources = Sources::default();
    for (name, text) in files {
        let path = format!("themes/civic/messages/{name}");
        let id = sources.add(Source::new(path.clone(), (*text).to_owned()));
        sources.messages.insert(path, id);
    }
    words(&sources, "civic", site)
}

fn skip_link(words: &Words, tag: &str) -> String {
    words.lexicon(tag).say("skip-link")
}

const ENGLISH_LINK: &str = "Skip to main content";
const WELSH_LINK: &str = "Neidio i’r prif gynnwys";

#[test]
fn a_language_has_the_words_of_its_longest_form_then_the_sites_then_english() {
    let built_in = with("en-GB", &[]).value;
    for (tag, said) in [
        ("en", ENGLISH_LINK),
        ("en-GB", ENGLISH_LINK),
        ("EN-gb", ENGLISH_LINK),
        ("cy", WELSH_LINK),
        ("cy-GB", WELSH_LINK),
        ("pl", ENGLISH_LINK),
        ("", ENGLISH_LINK),
    ] {
        assert_eq!(skip_link(&built_in, tag), said, "{tag}");
        assert_eq!(built_in.has(tag), !["pl", ""].contains(&tag), "{tag}");
    }
    let welsh = with("cy-GB", &[]).value;
    assert_eq!(skip_link(&welsh, "pl"), WELSH_LINK, "the site's language stands in");
    let polish = with("pl", &[]).value;
    assert_eq!(skip_link(&polish, "ga"), ENGLISH_LINK, "English stands in where the site's language has no words");
    let region = with("en-GB", &[("cy-GB.ftl", "skip-link = Neidio\n")]).value;
    assert_eq!(skip_link(&region, "cy-GB"), "Neidio");
    assert_eq!(skip_link(&region, "cy"), WELSH_LINK);
    assert_eq!(region.lexicon("cy-GB").say("month-name-may"), "Mai", "what a form lacks comes from the language");
    assert_eq!(region.all().map(|lexicon| lexicon.language()).collect::<Vec<_>>(), ["cy", "cy-gb", "en"]);
}

#[test]
fn a_message_of_the_site_takes_the_place_of_the_built_in_one_alone() {
    let Checked { value, diagnostics } = with("en-GB", &[("en.ftl", "skip-link = To the text\n")]);
    assert_eq!((skip_link(&value, "en-GB"), diagnostics.len()), ("To the text".to_owned(), 0));
    assert_eq!(value.lexicon("en").say("title-home"), "Home");
    assert_eq!(skip_link(&value, "cy"), WELSH_LINK);
}

#[test]
fn a_language_of_the_sites_own_says_in_english_what_it_lacks_and_that_is_told() {
    let Checked { value, diagnostics } = with("en-GB", &[("pl.ftl", "skip-link = Przejdź do treści\n")]);
    assert_eq!(skip_link(&value, "pl-PL"), "Przejdź do treści");
    assert_eq!(value.lexicon("pl").say("title-home"), "Home");
    assert_eq!(diagnostics.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["missing-messages"]);
}

#[test]
fn a_faulty_file_keeps_what_can_be_read() {
    let faulty = "skip-link = To the text\nthis is nothing\ntitle-home = Start\n";
    let Checked { value, diagnostics } = with("en", &[("en.ftl", faulty)]);
    assert_eq!(diagnostics.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["message-fault"]);
    assert_eq!(skip_link(&value, "en"), "To the text");
    assert_eq!(value.lexicon("en").say("title-home"), "Start");
}

#[test]
fn each_fault_of_a_message_is_told() {
    for (file, text, told) in [
        (
            "en.ftl",
            "skip-lnk = To the text\n",
            "unknown-message: The theme has no message `skip-lnk`, so nothing shows it.",
        ),
        ("en.ftl", "as-of = { $dat }\n", "message-fault: Nothing called `$dat` is put into this message."),
        (
            "en.ftl",
            "licence = { $a ->\n   *[other] { $licence }\n }\n",
            "message-fault: Nothing called `$a` is put into this message.",
        ),
        ("en.ftl", "title-home = { title-hom }\n", "message-fault: There is no message `title-hom`."),
        ("en.ftl", "title-home = { -guidelins }\n", "message-fault: There is no message `-guidelins`."),
        ("en.ftl", "title-home = A\ntitle-home = B\n", "message-fault: `title-home` is said twice."),
        ("en.ftl", "title-home =\n    .alt = A\n", "message-fault: The message `title-home` says nothing."),
        ("en.ftl", "title-home = { NUMBER(1) }\n", "message-fault: Messages cannot call functions such as `NUMBER()`."),
        (
            "welsh.ftl",
            "title-home = A\n",
            "message-fault: `welsh` is not the tag of a language, so nothing is said in these words.",
        ),
    ] {
        let found = with("en", &[(file, text)]).diagnostics;
        let said: Vec<String> = found.iter().map(|one| format!("{}: {}", one.rule.code, one.message)).collect();
        assert_eq!(said, [told], "{text}");
    }
    for sound in [
        "# A remark\n\n-us = the county\ntitle-home = { -us }, { title-members }\n",
        "our-own = A\ntitle-home = { our-own }\n",
        "length-days = { $count } d\n",
        "period-from = { $from-form ->\n    [month] in { $from }\n   *[other] { $from }\n }\n",
    ] {
        assert!(with("en", &[("en.ftl", sound)]).diagnostics.is_empty(), "{sound}");
    }
}

#[test]
fn dates_are_written_as_each_language_does() {
    let words = with("en-GB", &[]).value;
    for (tag, date, said) in [
        ("en-GB", PartialDate::Day(date(2019, 11, 6)), "6 November 2019"),
        ("en-GB", PartialDate::Month(2020, 3), "March 2020"),
        ("cy", PartialDate::Day(date(2019, 11, 6)), "6 Tachwedd 2019"),
        ("cy", PartialDate::Month(2020, 3), "Mawrth 2020"),
        ("cy", PartialDate::Year(2020), "2020"),
    ] {
        assert_eq!(words.lexicon(tag).partial_date(date), said);
    }
    assert_eq!(words.lexicon("en").month(13), "");
}

#[test]
fn plurals_are_those_of_the_language() {
    let words = with("en-GB", &[]).value;
    let said = |tag: &str, message: &str, count: i64| words.lexicon(tag).tell(message, &[("count", count.into())]);
    let all = |tag: &str, message: &str, counts: &[i64]| {
        counts.iter().map(|count| said(tag, message, *count)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(all("en", "length-weeks", &[1, 2, 8]), "1 week, 2 weeks, 8 weeks");
    assert_eq!(all("cy", "length-weeks", &[1, 2, 8]), "1 wythnos, 2 wythnos, 8 wythnos");
    assert_eq!(all("cy", "length-days", &[1, 2, 3]), "1 diwrnod, 2 ddiwrnod, 3 diwrnod");
    assert_eq!(all("cy", "length-months", &[1, 2, 6]), "1 mis, 2 fis, 6 mis");
    assert_eq!(
        all("cy", "length-years", &[1, 2, 3, 4, 5, 6, 10]),
        "1 flwyddyn, 2 flynedd, 3 blynedd, 4 blynedd, 5 mlynedd, 6 blynedd, 10 mlynedd"
    );
}

#[test]
fn a_message_that_is_not_there_is_said_by_its_name() {
    let words = with("en-GB", &[]).value;
    let english = words.lexicon(ENGLISH);
    assert_eq!(english.say("no-such-message"), "no-such-message");
    assert_eq!(english.tell("no-such-message", &[("a", Argument::Number(1))]), "no-such-message");
    assert!(!english.has("no-such-message") && english.has("as-of"));
    assert_eq!(super::Lexicon::empty().say("skip-link"), "skip-link");
}
