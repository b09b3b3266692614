//! Lists over many records: on one page while they are short, then on several, each of which says where it stands, and none
//! of which loses or repeats an entry.
//!
//! Must not know how a list is cut.

mod long_site;
mod pages;

use std::collections::BTreeMap;

use long_site::{PRIORITIES, long_site, of_pages};
use pages::{between, entries, is_html, links, pages_below, texts};

use super::support::{Run, Site, output_faults};

/// Most links of a list on a page.
const MOST_LINKS: usize = 500;
/// Most priorities of the alignment on a page.
const MOST_ROWS: usize = 100;
/// Most links to other parts of a list on a page.
const MOST_STEPS: usize = 60;

/// The lists of the long site: the page that each begins with, in English and in Welsh.
const FRONTS: [&str; 11] = [
    "a-to-z",
    "site-map",
    "alignment",
    "timeline",
    "events/index",
    "notes/index",
    "more/index",
    "cy/a-i-y",
    "cy/map",
    "cy/cyd-fynd",
    "cy/dyddiadau",
];

fn codes(run: &Run) -> Vec<String> {
    run.findings().iter().map(|found| format!("{}[{}] {}", found.severity, found.code, found.place)).collect()
}

#[test]
fn a_check_of_a_long_site_finds_nothing() {
    let (site, _) = long_site();
    let checked = site.command(&["check", "--strict"]).expect_exit(0);
    assert_eq!(codes(&checked), Vec::<String>::new());
    let in_folders = site.file("folkmoot.yaml", &format!("{}urls: directories\n", long_site::SETTINGS));
    let checked = in_folders.command(&["check", "--strict"]).expect_exit(0);
    assert_eq!(codes(&checked), Vec::<String>::new());
}

#[test]
fn no_page_of_a_long_list_is_too_long_and_each_is_told_from_the_others() {
    let (site, _) = long_site();
    let run = site.build().expect_exit(0);
    let files = run.files();
    assert_eq!(output_faults(&run), Vec::<String>::new());
    for front in FRONTS {
        let pages = pages_below(&files, front);
        assert!(pages.len() > 1, "{front}: {pages:?}");
        for page in pages {
            let html = run.output(&page);
            let rows = html.matches("<tr data-topics").count();
            let count = links(&page, between(&html, "<main", "</main>")).len();
            assert!(entries(&page, &html).len() <= MOST_LINKS && rows <= MOST_ROWS, "{page}");
            assert!(count <= MOST_LINKS + MOST_STEPS || rows > 0, "{page}: {count} links");
            if page != format!("{front}.html") {
                assert!(html.contains(" aria-current=\"page\""), "{page} says where it stands");
                assert!(!html.contains("data-pagefind-body"), "{page} is not searched");
                let way = links(&page, between(&html, "class=\"breadcrumbs\"", "</nav>"));
                assert!(way.contains(&format!("{front}.html")), "{page}: {way:?}");
            }
        }
    }
    let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
    for page in files.iter().filter(|path| is_html(path)) {
        let html = run.output(page);
        *titles.entry(between(&html, "<title>", "</title>").to_owned()).or_insert(0) += 1;
        *descriptions.entry(between(&html, "name=\"description\" content=\"", "\">").to_owned()).or_insert(0) += 1;
    }
    let several = |counts: &BTreeMap<String, usize>| counts.iter().filter(|(_, count)| **count > 1).count();
    assert_eq!((several(&titles), several(&descriptions)), (0, 0), "{titles:?}");
}

#[test]
fn every_page_stands_once_in_the_a_to_z_and_once_in_the_site_map_in_each_language() {
    let (site, written) = long_site();
    let run = site.build().expect_exit(0);
    let files = run.files();
    for front in ["a-to-z", "cy/a-i-y", "site-map", "cy/map"] {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages_below(&files, front) {
            // The overviews are no pages that anybody wrote, but for those that translate one.
            let html = run.output(&page);
            let listed = html.split("id=\"fm-overviews\"").next().unwrap_or_default();
            for link in entries(&page, listed).into_iter().filter(|link| written.contains(link)) {
                *counts.entry(link).or_default() += 1;
            }
        }
        let wrong: Vec<_> = counts.iter().filter(|(_, count)| **count != 1).collect();
        assert_eq!(wrong, Vec::<(&String, &usize)>::new(), "{front}");
        let missing: Vec<_> = written.iter().filter(|page| !counts.contains_key(*page)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{front}");
    }
}

#[test]
fn indexes_folders_and_the_alignment_hold_each_entry_once_in_order() {
    let (site, written) = long_site();
    let run = site.build().expect_exit(0);
    let files = run.files();
    let in_order = |front: &str| -> Vec<String> {
        pages_below(&files, front).iter().flat_map(|page| entries(page, &run.output(page))).collect()
    };
    let of = |folder: &str| written.iter().filter(|page| page.starts_with(folder)).count();
    for (front, folder) in [("notes/index", "notes/"), ("more/index", "more/p"), ("events/index", "events/")] {
        let mut found = in_order(front);
        assert_eq!(found.len(), of(folder), "{front}");
        let titles: Vec<String> = pages_below(&files, front).iter().flat_map(|page| texts(&run.output(page))).collect();
        // Events stand in the order of their days.
        let is_sorted =
            front == "events/index" || titles.is_sorted_by_key(|title| title.to_lowercase().replace('é', "e"));
        assert!(is_sorted, "{front}");
        found.sort();
        found.dedup();
        assert_eq!(found.len(), of(folder), "{front}");
    }
    for front in ["alignment", "cy/cyd-fynd"] {
        let mut found: Vec<String> = Vec::new();
        for page in pages_below(&files, front) {
            let html = run.output(&page);
            let rows = html.split("<th scope=\"row\">").skip(1);
            found.extend(rows.filter_map(|row| links(&page, row).into_iter().next()));
            assert_eq!(html.matches("<form class=\"filter\"").count(), 1, "{page}");
            assert_eq!(html.matches("<option value=\"homes\">").count(), 1, "{page}");
        }
        assert_eq!(found.len(), PRIORITIES, "{front}");
        found.sort();
        found.dedup();
        assert_eq!(found.len(), PRIORITIES, "{front}");
    }
    let years = pages_below(&files, "timeline");
    let dates = years.iter().filter(|page| *page != "timeline.html").map(|page| run.output(page));
    assert_eq!(dates.map(|html| html.matches("class=\"timeline-event\"").count()).sum::<usize>(), long_site::EVENTS);
}

#[test]
fn a_part_leads_to_the_others_as_a_reader_expects() {
    let (site, _) = long_site();
    let run = site.build().expect_exit(0);
    let letter = run.output("a-to-z/b-2.html");
    for expected in [
        "<title>A to Z: B, page 2 of 2 – A long plan</title>",
        "<link rel=\"canonical\" href=\"https://example.org/plan/a-to-z/b-2.html\">",
        "<link rel=\"prev\" href=\"b.html\">",
        "hreflang=\"cy\" href=\"https://example.org/plan/cy/a-i-y/b-2.html\">",
        "<li><a href=\"../cy/a-i-y/b-2.html\" lang=\"cy\" hreflang=\"cy\" rel=\"alternate\">Cymraeg</a></li>",
        "<li><a href=\"../a-to-z.html\" aria-current=\"true\">A to Z</a></li>",
        "<li><a href=\"b.html\" aria-current=\"true\">B</a></li>",
        "<a href=\"b.html\" rel=\"prev\"><span class=\"pager-label\">Previous</span> <span class=\"pager-title\">Page 1 of 2</span></a>",
        "<a href=\"b-2.html\" aria-current=\"page\"><span class=\"pager-title\">Bail matter",
    ] {
        assert!(letter.contains(expected), "no {expected} in\n{letter}");
    }
    let front = run.output("a-to-z.html");
    assert!(front.contains("<li><a href=\"a-to-z/b.html\">B</a> <span class=\"tag\">722 pages</span></li>"), "{front}");
    assert!(front.contains("<li><a href=\"a-to-z/0-to-9.html\">0 to 9</a>"), "{front}");
    let welsh = run.output("cy/a-i-y/b-2.html");
    assert!(welsh.contains("<title>A i Y: B, tudalen 2 o 2 – Cynllun hir</title>"), "{welsh}");
    assert!(run.output("cy/map.html").contains(">Tudalennau</a> <span class=\"tag\">1308 tudalen</span>"));
    for (page, expected) in [
        ("index.html", "<a href=\"alignment.html\">See all 130 priorities</a>"),
        ("index.html", "<a href=\"timeline.html\">See all dates</a>"),
        ("cy/index.html", "<a href=\"cyd-fynd.html\">Gweld pob un o’r 130 o flaenoriaethau</a>"),
    ] {
        assert!(run.output(page).contains(expected), "no {expected} on {page}");
    }
}

#[test]
fn a_list_is_cut_where_it_passes_the_bound_and_not_before() {
    // The home page is one of them.
    let at_bound = of_pages(MOST_LINKS - 1);
    let run = at_bound.build().expect_exit(0);
    assert_eq!(pages_below(&run.files(), "a-to-z"), ["a-to-z.html"]);
    assert_eq!(entries("a-to-z.html", &run.output("a-to-z.html")).len(), MOST_LINKS);
    assert_eq!(pages_below(&run.files(), "notes/index"), ["notes/index.html"]);
    assert!(!run.output("notes/index.html").contains("class=\"pager\""));
    let over = at_bound
        .file("content/notes/zebra.md", "# Zebra\n\nIt has stripes.\n")
        .file("content/notes/yak.md", "# Yak\n\nIt has horns.\n");
    let run = over.build().expect_exit(0);
    assert!(pages_below(&run.files(), "a-to-z").contains(&"a-to-z/z.html".to_owned()));
    assert_eq!(pages_below(&run.files(), "notes/index"), ["notes/index.html", "notes/index/2.html"]);
}

#[test]
fn an_index_with_a_text_of_its_own_and_a_home_page_without_one_go_on_below_their_addresses() {
    let topic = |number: usize| format!("- {{id: t-{number}, title: Topic {number}}}\n");
    let topics = (0..=MOST_LINKS).map(topic).collect::<Vec<_>>().concat();
    let index = "---\nsummary: What we work on.\n---\n\n# Our topics\n\nThese are ours.\n";
    let welsh = "---\nlanguage: cy\ntranslation_of: page:topics\n---\n\n# Ein pynciau\n\nDyma’r rhestr.\n";
    let site = of_pages(MOST_LINKS)
        .without("content/index.md")
        .file("folkmoot.yaml", long_site::SETTINGS.split("navigation").next().unwrap_or_default())
        .file("content/topics/all.yaml", &topics)
        .file("content/topics/index.md", index)
        .file("content/cy/pynciau.md", welsh);
    let site = (0..=MOST_LINKS).fold(site, |site, number| {
        site.file(&format!("content/page-{number}.md"), &format!("# Aim {number}\n\nWhat is meant by this.\n"))
    });
    let checked = site.command(&["check", "--strict"]).expect_exit(0);
    assert_eq!(codes(&checked), Vec::<String>::new());
    let run = site.build().expect_exit(0);
    for (page, title) in [
        ("topics/index/2.html", "Our topics, page 2 of 2"),
        ("cy/pynciau/2.html", "Ein pynciau, tudalen 2 o 2"),
        ("index/2.html", "A long plan, page 2 of 2"),
    ] {
        let html = run.output(page);
        assert!(html.contains(&format!("<h1>{title}</h1>")) && !html.contains("class=\"lead\""), "{page}: {html}");
    }
    let files = run.files();
    let found = |front: &str, folder: &str| -> usize {
        let pages = pages_below(&files, front).into_iter();
        let listed = pages.flat_map(|page| entries(&page, &run.output(&page)));
        listed.filter(|link| link.starts_with(folder)).count()
    };
    let all = MOST_LINKS + 1;
    assert_eq!((found("topics/index", "topics/"), found("cy/pynciau", "topics/")), (all, all));
    assert_eq!(found("index", "page-"), all);
}

#[test]
fn a_list_that_has_become_short_leaves_none_of_its_parts_behind() {
    let site = of_pages(MOST_LINKS + 1);
    assert!(site.build().expect_exit(0).files().contains(&"a-to-z/m.html".to_owned()));
    let shorter = (0..9).fold(site, |site, number| site.without(&format!("content/notes/page-{number}.md")));
    let warm = shorter.build().expect_exit(0).snapshot();
    let cold = shorter.args(&["-o", "elsewhere"]).build().expect_exit(0);
    assert!(cold.unchanged_since(&warm), "{:?}", warm.keys());
    assert!(!cold.files().contains(&"a-to-z/m.html".to_owned()));
}

#[test]
fn a_page_of_the_sites_own_in_place_of_a_view_leaves_no_priority_out() {
    let (site, _) = long_site();
    let site = ["alignment", "timeline"].iter().fold(site, |site, view| {
        site.file(&format!("content/{view}.md"), &format!("# Ours {view}\n\nRead on.\n\n![](view:{view})\n"))
    });
    let site = site.without("content/cy/cyd-fynd.md").without("content/cy/dyddiadau.md");
    let checked = site.command(&["check", "--strict"]).expect_exit(0);
    assert_eq!(codes(&checked), Vec::<String>::new());
    let run = site.build().expect_exit(0);
    let pages = ["alignment/1.html", "alignment/2.html"];
    let rows = pages.iter().map(|page| run.output(page).matches("<tr data-topics").count());
    assert_eq!(rows.sum::<usize>(), PRIORITIES);
    assert!(run.output("alignment.html").contains("<a href=\"alignment/1.html\">See all 130 priorities</a>"));
    assert!(run.output("timeline.html").contains("See all dates</a>"));
}

#[test]
fn a_page_that_is_in_the_way_of_a_part_is_told() {
    let (site, _) = long_site();
    let run = site.file("content/a-to-z/b.md", "# B\n\nOur own page of the letter.\n").build().expect_exit(1);
    assert!(run.stderr().contains("error[same-output]"), "{}", run.stderr());
    assert!(run.stderr().contains("content/a-to-z/b.md"), "{}", run.stderr());
}

#[test]
fn a_part_that_is_no_longer_needed_is_no_lost_address() {
    let site = of_pages(MOST_LINKS + 1);
    let earlier = site.build().expect_exit(0).output("addresses.json");
    assert!(earlier.contains("\"part_of\": \"a-to-z.html\""), "{earlier}");
    let fewer =
        site.without("content/notes/page-7.md").without("content/notes/page-8.md").without("content/notes/page-9.md");
    let run = fewer.file("earlier.json", &earlier).command(&["check", "--against", "earlier.json"]);
    let gone: Vec<String> = run.findings().into_iter().map(|found| found.message).collect();
    assert!(gone.iter().any(|message| message.contains("notes/page-7.html")), "{gone:?}");
    assert!(!gone.iter().any(|message| message.contains("a-to-z/")), "{gone:?}");
}

#[test]
fn a_short_list_whose_address_is_taken_makes_no_page_of_its_own() {
    let site = Site::new()
        .file("folkmoot.yaml", "title: Safer Shire\nsearch: off\n")
        .file(
            "content/index.md",
            "# Home\n\n[How we line up](alignment.md), [knives](priorities/knives.md).\n\n![All](view:alignment)\n",
        )
        .file("content/alignment.md", "# How we line up\n\nIn words of our own.\n")
        .file("content/priorities/knives.md", "---\ntitle: Knife crime\nsummary: Fewer knives.\n---\n\nFewer.\n");
    let built = site.build().expect_exit(0);
    let made: Vec<String> = built.files().into_iter().filter(|path| path.starts_with("alignment")).collect();
    assert_eq!(made, ["alignment.html", "alignment.json"]);
    assert_eq!(codes(&site.command(&["check", "--strict"]).expect_exit(0)), Vec::<String>::new());
}
