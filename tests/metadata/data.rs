//! The data of records, and the contact for weaknesses.

use serde_json::Value;

use super::{EXAMPLE, Files, files, pages};
use crate::support::Site;

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_str(&files[path]).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

#[test]
fn the_list_leads_to_the_data_of_every_record_and_to_its_page() {
    let plain = &EXAMPLE.0;
    let list = json(plain, "records.json");
    let records = list["records"].as_array().unwrap();
    assert!(records.len() > 100);
    for entry in records {
        let record = json(plain, entry["data"].as_str().unwrap());
        assert!(plain.contains_key(entry["path"].as_str().unwrap()), "{entry}");
        for name in ["id", "kind", "title", "path"] {
            assert_eq!(record[name], entry[name], "{entry}");
        }
        let page = &plain[entry["path"].as_str().unwrap()];
        assert!(page.contains("type=\"application/json\""), "{entry}");
    }
}

#[test]
fn links_are_told_both_ways_and_paragraphs_with_their_anchors() {
    let plain = &EXAMPLE.0;
    let priority = json(plain, "priorities/knife-crime.json");
    assert_eq!((&priority["owner"]["id"], &priority["type"]), (&"board:lscsb".into(), &"emerging-threat".into()));
    let link = &priority["links"][1];
    assert_eq!(
        (&link["direction"], &link["relation"], &link["illustrative"]),
        (&"out".into(), &"supports".into(), &true.into())
    );
    let target = link["target"]["path"].as_str().unwrap().split('#').next().unwrap().replace(".html", ".json");
    let back = json(plain, &target);
    let back = back["links"].as_array().unwrap().iter().find(|link| link["target"]["id"] == priority["id"]).unwrap();
    assert_eq!((&back["direction"], &back["part"]), (&"in".into(), &"viable-partnerships".into()));
    let report = json(plain, "documents/scrutiny-report-2019-11-06/index.json");
    for section in report["sections"].as_array().unwrap() {
        let page = &plain[section["path"].as_str().unwrap()];
        for paragraph in section["paragraphs"].as_array().into_iter().flatten() {
            let anchor = paragraph["anchor"].as_str().unwrap();
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{section}");
        }
    }
}

#[test]
fn names_are_left_out_once_they_may_not_be_shown() {
    let seat = |until: &str, publish: &str| {
        format!(
            "  - {{role: member, office: Post, {until}holder: {{name: A. Person, public_because: elected{publish}}}}}\n"
        )
    };
    let seats = [
        ("", "", true, true),
        ("until: 2019-10, ", "", false, false),
        // The page says which day it shows; the data, by the day on which they are made, name somebody whose term is over.
        ("until: 2019-12, ", "", true, false),
        ("until: 2999, ", "", true, true),
        ("", ", publish_until: 2019-11-05", false, false),
    ];
    for (until, publish, is_shown, is_given) in seats {
        let board = format!("---\ntitle: The board\nseats:\n{}---\n", seat(until, publish));
        let site = Site::new().file("folkmoot.yaml", "title: A site\n").file("content/boards/board.md", &board);
        let files = files(&site.args(&["--today", "2019-11-06"]).build().expect_exit(0));
        let board = json(&files, "boards/board.json");
        assert_eq!(board["seats"][0]["holder"].as_str().is_some(), is_given, "{until}{publish}");
        assert_eq!(pages(&files).any(|(_, text)| text.contains("A. Person")), is_shown, "{until}{publish}");
    }
}

#[test]
fn a_term_says_what_it_means() {
    let site = Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file("content/terms/crime.yaml", "title: Acquisitive crime\nmeaning: Crime to gain something.\n");
    let files = files(&site.build().expect_exit(0));
    assert_eq!(json(&files, "terms/crime.json")["meaning"], "Crime to gain something.");
}

#[test]
fn data_gives_way_to_a_file_beside_a_plain_page() {
    let site = Site::new()
        .file("folkmoot.yaml", "title: A site\n")
        .file("content/package.md", "# Package\n\nWhat it holds.\n")
        .file("content/package.json", "{\"own\": 1}")
        .file("content/records.md", "# Records\n\nWhat we keep.\n");
    let files = files(&site.build().expect_exit(0));
    assert_eq!(json(&files, "package.json")["own"], 1);
    assert!(!files["package.html"].contains("application/json"));
    assert_eq!(json(&files, "records.json")["title"], "A site");
}

#[test]
fn a_contact_for_weaknesses_is_told_only_where_it_is_given() {
    let settings = "title: A site\nlanguage: cy\nlanguages: {en-GB: {title: A site}}\nbase_url: https://www.example.org/plan/\n\
                    contact: {email: a@example.org}\n";
    let site = |more: &str| {
        files(
            &Site::new()
                .file("folkmoot.yaml", &format!("{settings}{more}"))
                .file("content/english.md", "---\nlanguage: en-GB\n---\n\n# In English\n")
                .build()
                .expect_exit(0),
        )
    };
    assert!(!site("").contains_key(".well-known/security.txt"));
    let given = "security: {contact: b@example.org, expires: 2020-06-30, policy: https://www.example.org/policy}\n";
    let expected = "Contact: mailto:b@example.org\nExpires: 2020-06-30T23:59:59Z\nPreferred-Languages: cy, en-GB\n\
                    Canonical: https://www.example.org/.well-known/security.txt\nPolicy: https://www.example.org/policy\n";
    assert_eq!(site(given)[".well-known/security.txt"], expected);
}
