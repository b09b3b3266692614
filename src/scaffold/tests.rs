//! What is written is what was meant, whatever was typed.

use jiff::civil::date;
use proptest::prelude::*;

use super::text::{fill, yaml};
use super::*;
use crate::model::field::Fields;
use crate::model::kind::Kind;
use crate::model::settings::Settings;
use crate::parse::yaml::{NodeData, parse};
use crate::sources::SourceId;

fn value_of(text: &str) -> Option<String> {
    let parsed = parse(text, SourceId(0), 0);
    assert!(parsed.diagnostics.is_empty(), "{text}\n{:?}", parsed.diagnostics);
    let NodeData::Map(fields) = parsed.value.root?.data else { return None };
    let [(_, value)] = &fields[..] else { return None };
    match &value.data {
        NodeData::Scalar { text, .. } => Some(text.clone()),
        _ => None,
    }
}

#[test]
fn plain_words_stay_as_they_are() {
    assert_eq!(yaml("Exampleshire's plan, 2026-29"), "Exampleshire's plan, 2026-29");
    for quoted in ["Plan: a start", "# 1", "yes", "2026", "- a", "A \"B\"", "", "a\u{2028}b", "Trailing "] {
        assert!(yaml(quoted).starts_with('"'), "{quoted}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back_from_yaml_as_it_was(text in any::<String>()) {
        let field = format!("title: {}\n", yaml(&text));
        prop_assert_eq!(value_of(&field), Some(text));
    }

    #[test]
    fn a_name_that_is_taken_is_kept_by_every_disk(text in "\\PC{0,12}") {
        for kind in [Kind::Priority, Kind::Page] {
            if let Ok(slug) = slug(kind, &text) {
                let is_odd = slug.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '.', ' ', '#', '%']);
                prop_assert!(!is_odd && !slug.starts_with('/') && !slug.ends_with('/'), "{}", slug);
                prop_assert_eq!(super::slug(kind, &slug), Ok(slug.clone()));
            }
        }
    }
}

#[test]
fn a_name_that_cannot_be_one_comes_with_one_that_can() {
    for (kind, wrong, offered) in [
        (Kind::Priority, "../x", "`x`"),
        (Kind::Priority, "a b", "`a-b`"),
        (Kind::Priority, "", "`safer-parks`"),
        (Kind::Priority, " \t", "`safer-parks`"),
        (Kind::Priority, "…", "`safer-parks`"),
        (Kind::Priority, "Knife Crime", "`knife-crime`"),
        (Kind::Priority, "knife-crime.md", "`knife-crime`"),
        (Kind::Priority, "a/b", "`a-b`"),
        (Kind::Priority, "a\\b", "`a-b`"),
        (Kind::Priority, "-a", "`a`"),
        (Kind::Priority, ".hidden", "`hidden`"),
        (Kind::Priority, "CON", "`con-priority`"),
        (Kind::Priority, "con", "`con-priority`"),
        (Kind::Plan, "lpt1", "`lpt1-plan`"),
        (Kind::Plan, "com²", "`com²-plan`"),
        (Kind::Plan, "index", "`index-plan`"),
        (Kind::Plan, "a\u{0}b", "`a-b`"),
        (Kind::Page, "guide//apply", "`guide/apply`"),
        (Kind::Page, "/etc/passwd", "`etc/passwd`"),
        (Kind::Page, "guide/nul", "`guide/nul-page`"),
        (Kind::Page, "index/apply", "`index-page/apply`"),
        (Kind::Page, "priorities/parks", "`folkmoot new priority parks`"),
        (Kind::Page, "../x", "`x`"),
        (Kind::Page, "/", "`safer-parks`"),
    ] {
        let sentence = slug(kind, wrong).expect_err(wrong);
        assert!(sentence.contains(offered), "{wrong}: {sentence}");
    }
    assert!(slug(Kind::Priority, &"x".repeat(300)).is_err());
}

#[test]
fn names_are_kept_in_one_form() {
    assert_eq!(slug(Kind::Term, "caf\u{e9}"), slug(Kind::Term, "cafe\u{301}"));
    for (kind, sound) in [
        (Kind::Page, "guide/apply"),
        (Kind::Page, "guide/index"),
        (Kind::Page, "index"),
        (Kind::Priority, "cyngor-2"),
        (Kind::Priority, "ardal-tŷ"),
        (Kind::Priority, "حماية"),
        (Kind::Priority, "console"),
        (Kind::Priority, "com10"),
    ] {
        assert_eq!(slug(kind, sound).as_deref(), Ok(sound), "{sound}");
    }
}

fn answers(language: Language, base_url: Option<&str>) -> Answers {
    Answers {
        title: "A *plan* <b>".to_owned(),
        organisation: "Us".to_owned(),
        language,
        base_url: base_url.map(str::to_owned),
        today: date(2026, 11, 27),
    }
}

#[test]
fn nothing_is_left_to_put_in_and_no_path_is_missing() {
    for language in Language::ALL {
        for base_url in [None, Some("https://www.example.org/")] {
            let files = site(&answers(language, base_url));
            let made: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
            assert_eq!(made, paths(language));
            for file in &files {
                assert!(!file.text.contains("<<") && !file.text.contains(">>\n"), "{}", file.path);
                assert!(file.text.ends_with('\n') && !file.text.contains('\r'), "{}", file.path);
            }
            let readme = files.iter().find(|file| file.path == "README.md").expect("a README");
            assert!(readme.text.starts_with("# A \\*plan\\* \\<b\\>\n"), "{}", readme.text);
        }
    }
}

#[test]
fn a_text_that_looks_like_a_name_to_fill_in_is_left_as_it_is() {
    assert_eq!(fill("<<a>> << <<b>>", &[("a", "<<b>>".to_owned()), ("b", "2".to_owned())]), "<<b>> << 2");
}

#[test]
fn the_settings_name_every_setting() {
    let files = site(&answers(Language::English, None));
    let settings = files.iter().find(|file| file.path == "folkmoot.yaml").expect("settings");
    for field in Settings::FIELDS {
        let is_there = |line: &str| line.trim_start_matches('#').starts_with(&format!("{}:", field.name));
        assert!(settings.text.lines().any(is_there), "{}", field.name);
    }
}
