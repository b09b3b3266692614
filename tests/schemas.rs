//! `folkmoot schema`, and the schemas held against the parser by a validator that knows nothing of either: what the one takes,
//! the other takes.

mod agreement;
mod corpus;
mod reading;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use folkmoot::rules;
use folkmoot::schema::{self, Subject};
use jsonschema::Validator;
use serde_json::Value;

use super::support::Site;

/// The schema of a subject.
fn drawn(subject: Subject) -> Value {
    serde_json::to_value(schema::schema(subject, &rules::all())).unwrap()
}

/// What judges by the schema of a subject, or by a part of it such as `#/$defs/front-matter`.
fn judge(subject: Subject, part: &str) -> Validator {
    let mut schema = drawn(subject);
    if !part.is_empty() {
        let definitions = schema["$defs"].take();
        schema = serde_json::json!({ "$schema": schema["$schema"], "$ref": part, "$defs": definitions });
    }
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What is wrong with a value by a schema, each in a line with its place.
fn told(judge: &Validator, value: &Value) -> Vec<String> {
    judge.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn every_schema_is_one_by_the_rules_of_the_draft() {
    let bundle = serde_json::to_value(schema::bundle(&rules::all())).unwrap();
    for schema in Subject::all().map(drawn).chain([bundle]) {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let fault = jsonschema::draft202012::meta::validate(&schema).err().map(|fault| fault.to_string());
        assert_eq!(fault, None, "{}", schema["$id"]);
        jsonschema::draft202012::new(&schema).unwrap();
    }
    let wrong = serde_json::json!({ "type": "text" });
    assert!(jsonschema::draft202012::meta::validate(&wrong).is_err());
}

/// Each value of the examples in a schema is one that it takes.
#[test]
fn what_a_schema_shows_as_an_example_it_takes() {
    let mut count = 0;
    for subject in Subject::all() {
        let schema = drawn(subject);
        let mut parts = vec![&schema];
        while let Some(part) = parts.pop() {
            for example in part.get("examples").and_then(Value::as_array).into_iter().flatten() {
                let judge = jsonschema::draft202012::new(part).unwrap();
                assert_eq!(told(&judge, example), Vec::<String>::new(), "{part}");
                count += 1;
            }
            match part {
                Value::Object(entries) => parts.extend(entries.values()),
                Value::Array(items) => parts.extend(items),
                _ => {}
            }
        }
    }
    assert!(count > 200, "{count} examples");
}

#[test]
fn the_schema_of_a_kind_is_this_one() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/event.json");
    let run = Site::new().command(&["schema", "event"]).expect_exit(0);
    if std::env::var_os("FOLKMOOT_UPDATE").is_some() {
        fs::write(&place, run.stdout()).unwrap();
    }
    assert_eq!(run.stdout(), fs::read_to_string(&place).unwrap_or_default());
}

#[test]
fn every_field_is_in_its_schema_with_its_name_and_its_meaning() {
    let fields =
        [("priority", "lead_group", "The group that leads the work."), ("term", "name", "The same as `title`.")];
    for (kind, field, meaning) in fields {
        let schema = drawn(Subject::from_name(kind).unwrap());
        assert_eq!(schema["$defs"]["fields"]["properties"][field]["description"], meaning);
    }
    let settings = drawn(Subject::Settings);
    assert_eq!(settings["properties"]["search"]["oneOf"][1]["const"], "off");
    let explained = settings["properties"]["checks"]["properties"]["dead-link"]["description"].as_str().unwrap();
    assert!(explained.starts_with("A relative link leads to a file that is not there"), "{explained}");
}

#[test]
fn without_a_kind_all_are_printed_in_one() {
    let run = Site::new().command(&["schema"]).expect_exit(0);
    let bundle: Value = serde_json::from_str(run.stdout()).unwrap();
    for subject in Subject::all() {
        assert_eq!(bundle["$defs"][subject.name()], drawn(subject), "{}", subject.name());
    }
    assert_eq!(run.stderr(), "");
}

#[test]
fn a_kind_that_does_not_exist_is_wrong_usage_and_the_nearest_is_offered() {
    let run = Site::new().command(&["schema", "prioirty"]).expect_exit(2);
    assert_eq!(run.stderr(), "error: There is no schema called `prioirty`. Did you mean `priority`?\n");
    let run = Site::new().command(&["schema", "xyz"]).expect_exit(2);
    assert!(run.stderr().starts_with("error: There is no schema called `xyz`. There are document, organisation,"));
}

/// The texts of the files in a folder of a site.
fn texts(site: &Site, folder: &str) -> BTreeMap<String, String> {
    let found = fs::read_dir(site.root().join(folder)).unwrap().map(Result::unwrap);
    let text =
        |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap());
    found.map(text).collect()
}

#[test]
fn each_schema_goes_to_a_file_of_its_own() {
    let site = Site::new();
    let command = ["schema", "--output-dir", "editor/schemas"];
    let run = site.command(&command).expect_exit(0);
    assert_eq!((run.stdout(), run.stderr()), ("", "15 schemas in editor/schemas, 15 of them written.\n"));
    let written = texts(&site, "editor/schemas");
    let names: Vec<String> = Subject::all().map(|subject| format!("{}.json", subject.name())).collect();
    assert_eq!(written.len(), names.len());
    for (name, subject) in names.iter().zip(Subject::all()) {
        assert_eq!(serde_json::from_str::<Value>(&written[name]).unwrap(), drawn(subject));
    }
    let again = site.command(&command).expect_exit(0);
    assert_eq!(again.stderr(), "15 schemas in editor/schemas, 0 of them written.\n");
    // One of an earlier version is replaced, and only the one that is asked for.
    let site = site.file("editor/schemas/event.json", "{\"$id\": \"urn:folkmoot:schema:event\"}");
    let one = site.command(&["schema", "event", "--output-dir", "editor/schemas"]).expect_exit(0);
    assert_eq!(one.stderr(), "1 schema in editor/schemas, 1 of them written.\n");
    assert_eq!(texts(&site, "editor/schemas"), written);
}

#[test]
fn a_file_that_is_no_schema_of_ours_is_never_written_over() {
    for other in ["{\"$id\": \"https://example.org/settings\"}", "{\"title\": \"Settings\"}", "Notes", ""] {
        let site = Site::new().file("schemas/settings.json", other);
        let run = site.command(&["schema", "--output-dir", "schemas"]).expect_exit(2);
        let told =
            "\"schemas/settings.json\" is no schema of Folkmoot, so it is left as it is, and nothing was written.";
        assert!(run.stderr().contains(told), "{}", run.stderr());
        assert_eq!(texts(&site, "schemas"), BTreeMap::from([("settings.json".to_owned(), other.to_owned())]));
    }
    let site = Site::new().file("schemas", "A file where the folder would be");
    let run = site.command(&["schema", "--output-dir", "schemas"]).expect_exit(3);
    assert!(run.stderr().starts_with("error: \"schemas/document.json\" cannot be read: "), "{}", run.stderr());
}
