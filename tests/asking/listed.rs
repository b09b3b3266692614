//! `folkmoot list`.

use serde_json::{Value, json};

use super::{lines, small};
use crate::support::{Run, Site};

fn json_of(run: &Run) -> Value {
    serde_json::from_str(run.stdout()).unwrap()
}

#[test]
fn every_record_is_listed_by_kind_and_title() {
    let run = small().command(&["list"]).expect_exit(0);
    let names: Vec<&str> = lines(&run).iter().filter_map(|line| line.split(' ').next()).collect();
    let expected = [
        "Name",
        "document:plan",
        "organisation:council",
        "organisation:police",
        "board:board",
        "priority:cars",
        "priority:knives",
        "plan:force",
        "event:meeting",
        "consultation:asked",
        "page:index",
    ];
    assert_eq!(names, expected);
    assert_eq!(run.stderr(), "");
}

#[test]
fn a_list_for_people_is_plain_columns() {
    let run = small().command(&["list", "priority"]).expect_exit(0);
    let expected = "\
        Name             Title   Status          Dates            Owner   Written in                      Page\n\
        priority:cars    Cars    current, draft                   Police  content/priorities/cars.md:2    priorities/cars.html\n\
        priority:knives  Knives  current         2019 to 2021-03  Board   content/priorities/knives.md:2  priorities/knives.html\n";
    assert_eq!(run.stdout(), expected);
    assert_eq!(small().command(&["list", "priorities"]).stdout(), expected);
    let narrow = small().variable("COLUMNS", "56").command(&["list", "priority"]).expect_exit(0);
    let expected = "\
        Name             Title   Status          Dates\n\
        priority:cars    Cars    current, draft\n\
        priority:knives  Knives  current         2019 to 2021-03\n";
    assert_eq!(narrow.stdout(), expected);
}

#[test]
fn a_list_for_spreadsheets_runs_no_formula() {
    let run = small().command(&["list", "--format", "csv"]).expect_exit(0);
    let expected = [
        "id,kind,title,status,draft,from,until,owner,owner_title,path,file,line",
        "document:plan,document,Plan,draft,yes,,,,,documents/plan/index.html,content/documents/plan/index.md,2",
        "organisation:council,organisation,\"'=Council, \"\"County\"\"\",,no,,,,,organisations/council.html,content/organisations/all.yaml,3",
        "organisation:police,organisation,Police,,no,,,,,organisations/police.html,content/organisations/all.yaml,1",
        "board:board,board,Board,,no,2009,,organisation:council,\"'=Council, \"\"County\"\"\",boards/board.html,content/boards/board.md,2",
        "priority:cars,priority,Cars,current,yes,,,organisation:police,Police,priorities/cars.html,content/priorities/cars.md,2",
        "priority:knives,priority,Knives,current,no,2019,2021-03,board:board,Board,priorities/knives.html,content/priorities/knives.md,2",
        "plan:force,plan,Force plan,,no,,,organisation:police,Police,plans/force.html,content/plans/force.yaml,1",
        "event:meeting,event,Meeting,,no,2019-11-06,2019-11-06,board:board,Board,events/meeting.html,content/events/meeting.yaml,1",
        "consultation:asked,consultation,Asked,,no,2019-09-01,2019-11-30,,,consultations/asked.html,content/consultations/asked.yaml,1",
        "page:index,page,Welcome,,no,,,,,index.html,content/index.md,1",
    ];
    assert_eq!(run.stdout(), expected.join("\r\n") + "\r\n");
}

#[test]
fn a_list_for_programs_has_a_version_and_every_date_by_its_name() {
    let list = json_of(&small().command(&["list", "--format", "json"]).expect_exit(0));
    assert_eq!((&list["version"], &list["left_out"]), (&json!(1), &json!(0)));
    let records = list["records"].as_array().unwrap();
    assert_eq!(records.len(), 10);
    let expected = json!({
        "id": "priority:knives", "kind": "priority", "title": "Knives", "status": "current", "draft": false,
        "dates": { "from": "2019", "until": "2021-03" },
        "owner": { "id": "board:board", "title": "Board" },
        "path": "priorities/knives.html", "file": "content/priorities/knives.md", "line": 2,
    });
    assert_eq!(records[5], expected);
    assert_eq!(records[1]["title"], "=Council, \"County\"");
    assert_eq!(records[8]["dates"], json!({ "opens": "2019-09-01", "closes": "2019-11-30" }));
}

#[test]
fn addresses_are_those_of_the_settings() {
    let site = small().file("folkmoot.yaml", "title: A site\nurls: directories\n");
    let list = json_of(&site.command(&["list", "board", "--format", "json"]).expect_exit(0));
    assert_eq!(list["records"][0]["path"], "boards/board/");
}

#[test]
fn what_could_be_read_of_a_site_with_findings_is_listed() {
    let site = small()
        .file("content/events/second.yaml", "title: No day\n")
        .file("content/topics/violence.yaml", "title: Violence\nbroader: nothing\ncolour: red\n")
        .file("content/plans/force.yaml", "title: Force plan\nowner: organisation:polis\n");
    let run = site.command(&["list", "--format", "json"]).expect_exit(0);
    let told = "This site has 5 errors, which `folkmoot check` tells. 1 record could not be read and is left out.\n";
    assert_eq!(run.stderr(), told);
    let list = json_of(&run);
    assert_eq!(list["left_out"], 1);
    let ids: Vec<&str> =
        list["records"].as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"topic:violence") && !ids.contains(&"event:second"), "{ids:?}");
    let plan = list["records"].as_array().unwrap().iter().find(|record| record["id"] == "plan:force").unwrap();
    assert_eq!(plan["owner"], json!({ "id": "organisation:polis" }));
    assert_eq!(site.command(&["list", "-q"]).expect_exit(0).stderr(), "");
}

#[test]
fn a_kind_that_does_not_exist_is_wrong_usage_and_the_nearest_is_offered() {
    let told = |kind: &str| small().command(&["list", kind]).expect_exit(2).stderr().to_owned();
    assert_eq!(told("prioritys"), "error: There is no kind of record called `prioritys`. Did you mean `priority`?\n");
    assert_eq!(told("bords"), "error: There is no kind of record called `bords`. Did you mean `boards`?\n");
    assert!(told("xyz").starts_with("error: There is no kind of record called `xyz`. The kinds are: document, "));
}

#[test]
fn a_site_without_records_or_settings_is_told() {
    let empty = Site::new().file("folkmoot.yaml", "title: A site\n").file("content/index.md", "# Welcome\n");
    let run = empty.command(&["list", "term"]).expect_exit(0);
    assert_eq!((run.stdout(), run.stderr()), ("", "The site has no record of the kind `term`.\n"));
    let csv = empty.command(&["list", "term", "--format", "csv"]).expect_exit(0);
    assert_eq!(csv.stdout().lines().count(), 1);
    let run = Site::new().file("content/index.md", "# Welcome\n").command(&["list"]).expect_exit(2);
    assert_eq!(run.stdout(), "");
    let told = "error: Nothing can be told of a site whose settings cannot be read.\n";
    assert!(run.stderr().contains("settings-missing") && run.stderr().ends_with(told), "{}", run.stderr());
}
