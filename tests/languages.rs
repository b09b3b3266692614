//! A site in several languages: the words around each page, the switch between its languages, and what each part of a page
//! is said to be in.

use super::support::{Run, Site};

fn bilingual() -> Site {
    Site::from_folder("tests/sites/bilingual")
}

/// Each line of `expected` stands in the page, one after the other.
fn holds(run: &Run, page: &str, expected: &str) {
    let html = run.output(page);
    let mut rest = html.as_str();
    for line in expected.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let at = rest.find(line).unwrap_or_else(|| panic!("{page} has not, or not there: {line}\n{html}"));
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn a_page_in_welsh_is_welsh_all_around() {
    let run = bilingual().build().expect_exit(0);
    let expected = r#"
        <html lang="cy">
        <title>Amdanom ni – Diogelwch cymunedol yn y Fro</title>
        >Neidio i’r prif gynnwys</a>
        <a href="../cy/index.html"><span>Diogelwch cymunedol yn y Fro</span></a>
        <p class="site-organisation">Partneriaeth diogelwch cymunedol y Fro</p>
        <li><a href="../cy/amdanom-ni.html" aria-current="page">Amdanom ni</a></li>
        <li><a href="../cy/bwrdd.html">Y bwrdd diogelwch</a></li>
        <li><a href="../priorities/index.html">Blaenoriaethau</a></li>
        <li><a href="../venues.html" lang="en-GB" hreflang="en-GB">Where we meet</a></li>
        <p lang="en-GB">This site is made up, for tests.</p>
        <time datetime="2019-11-06">6 Tachwedd 2019</time>
        <li><a href="index.html">Hafan</a></li>
        <main id="fm-main" tabindex="-1" data-
        <a href="../venues.html" lang="en-GB" hreflang="en-GB">Venues</a>
        <p class="warning-text__label">Rhybudd</p>
        <th scope="col" data-tier="force">Ardal heddlu</th>
        <a href="byrgleriaeth.html">Byrgleriaeth</a>
        <p class="contact-name" lang="en-GB">Community safety team</p>
    "#;
    holds(&run, "cy/amdanom-ni.html", expected);
}

#[test]
fn the_same_page_in_other_languages_is_one_step_away() {
    let run = bilingual().build().expect_exit(0);
    let base = "https://www.example.org/safety";
    let alternates = |original: &str, others: &[(&str, &str)]| {
        let link = |language: &str, path: &str| {
            format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{base}/{path}\">\n")
        };
        let translated = others.iter().map(|(language, path)| link(language, path)).collect::<String>();
        format!("{}{translated}{}", link("en-GB", original), link("x-default", original))
    };
    let switch = |links: &[(&str, &str, &str)]| {
        let link = |(href, tag, name): &(&str, &str, &str)| {
            format!("<li><a href=\"{href}\" lang=\"{tag}\" hreflang=\"{tag}\" rel=\"alternate\">{name}</a></li>\n")
        };
        links.iter().map(link).collect::<String>()
    };
    let about = alternates("about.html", &[("cy", "cy/amdanom-ni.html"), ("pl", "pl/o-nas.html")]);
    let strategy = ("documents/strategy/what-we-know.html", "documents/strategaeth/yr-hyn-a-wyddom.html");
    let english = |href| (href, "en-GB", "English");
    let welsh = |href| (href, "cy", "Cymraeg");
    let polish = |href| (href, "pl", "Polski");
    for (page, links, switched) in [
        ("about.html", &about, vec![welsh("cy/amdanom-ni.html"), polish("pl/o-nas.html")]),
        ("cy/amdanom-ni.html", &about, vec![english("../about.html"), polish("../pl/o-nas.html")]),
        ("pl/o-nas.html", &about, vec![english("../about.html"), welsh("../cy/amdanom-ni.html")]),
        ("index.html", &alternates("", &[("cy", "cy/index.html")]), vec![welsh("cy/index.html")]),
        (
            "boards/safety-board.html",
            &alternates("boards/safety-board.html", &[("cy", "cy/bwrdd.html")]),
            vec![welsh("../cy/bwrdd.html")],
        ),
        (
            strategy.0,
            &alternates(strategy.0, &[("cy", strategy.1)]),
            vec![welsh("../strategaeth/yr-hyn-a-wyddom.html")],
        ),
        (strategy.1, &alternates(strategy.0, &[("cy", strategy.1)]), vec![english("../strategy/what-we-know.html")]),
    ] {
        holds(&run, page, &format!("{links}{}", switch(&switched)));
        let count = run.output(page).matches("<link rel=\"alternate\" hreflang").count();
        assert_eq!(count, links.lines().count(), "{page}");
    }
    for alone in ["venues.html", "organisations/vale-council.html", "timeline.html", "404.html"] {
        let html = run.output(alone);
        assert!(!html.contains("rel=\"alternate\" hreflang") && !html.contains("class=\"languages\""), "{alone}");
    }
}

#[test]
fn without_an_address_of_the_site_the_ways_are_relative_and_nobody_is_the_default() {
    let settings = bilingual_settings().replace("base_url: https://www.example.org/safety/\n", "");
    let run = bilingual().file("folkmoot.yaml", &settings).build().expect_exit(0);
    let expected = "<link rel=\"alternate\" hreflang=\"en-GB\" href=\"../about.html\">\n\
                    <link rel=\"alternate\" hreflang=\"cy\" href=\"amdanom-ni.html\">";
    holds(&run, "cy/amdanom-ni.html", expected);
    assert!(!run.output("cy/amdanom-ni.html").contains("x-default"));
}

#[test]
fn the_facts_of_a_record_stand_on_its_page_in_welsh_with_what_is_still_english_marked() {
    let run = bilingual().build().expect_exit(0);
    let board = r#"
        <title>Y bwrdd diogelwch – Bwrdd – Diogelwch cymunedol yn y Fro</title>
        <dt>Math</dt>
        <dd>Bwrdd strategaeth</dd>
        <dt>Diben</dt>
        <dd><span lang="en-GB">It agrees the strategy.</span></dd>
        <dt>Rhan o</dt>
        <dd><a href="../organisations/vale-council.html" lang="en-GB" hreflang="en-GB">Vale Council</a></dd>
        <dd><time datetime="2017-03">Mawrth 2017</time></dd>
        <p>Mae’r bwrdd yn cwrdd bob chwarter.</p>
        tan fis Mawrth 2020
        >Cylch cynllunio</h2>
        <th scope="row">Tachwedd <span class="tag">Y mis hwn</span></th>
        <td><span class="cell-label" data-pagefind-ignore>Cam</span> <span lang="en-GB">Agree the strategy</span></td>
    "#;
    holds(&run, "cy/bwrdd.html", board);
    let priority = r#"
        <strong class="status-label">Yn destun ymgynghoriad</strong>
        <dt>Perchennog</dt>
        <dd><a href="bwrdd.html">Y bwrdd diogelwch</a></dd>
        <dd>o fis Mawrth 2019 tan 2021</dd>
        <h3>Yn cefnogi</h3>
        <a href="../plans/police-plan.html#homes" lang="en-GB" hreflang="en-GB">Safer homes</a>
        <span class="tag">Cynllun ardal heddlu</span>
        <span class="note" lang="en-GB">Both want safer homes.</span>
    "#;
    holds(&run, "cy/byrgleriaeth.html", priority);
    holds(
        &run,
        "documents/strategaeth/index.html",
        "Yn destun ymgynghoriad</strong> <a href=\"../../consultations/strategy.html\">ar agor tan 10 Rhagfyr 2019</a>",
    );
}

#[test]
fn a_page_that_translates_a_list_or_a_view_shows_it_in_its_language() {
    let run = bilingual().build().expect_exit(0);
    let alignment = r#"
        <h1>Sut mae’r cynlluniau’n cyd-fynd</h1>
        <p>Dyma sut mae ein blaenoriaethau’n cyd-fynd â chynlluniau eraill.</p>
        <th scope="col">Blaenoriaeth</th>
        <th scope="row"><a href="byrgleriaeth.html">Byrgleriaeth</a></th>
        <a href="../plans/police-plan.html#homes" lang="en-GB" hreflang="en-GB">Police plan: Safer homes</a>
        <span class="note">Mae’r flaenoriaeth yn ei gefnogi.</span>
        <li><a href="../cy/a-i-y.html">A i Y</a></li>
        <li><a href="../cy/map.html">Map o’r safle</a></li>
        <li><a href="../cy/hygyrchedd.html">Datganiad hygyrchedd</a></li>
    "#;
    holds(&run, "cy/cyd-fynd.html", alignment);
    let boards = r#"
        <h2 id="fm-group-0">Bwrdd strategaeth</h2>
        <li><a href="bwrdd.html">Y bwrdd diogelwch</a> <span class="note">Mae’n cytuno ar y strategaeth.</span></li>
    "#;
    holds(&run, "cy/byrddau.html", boards);
    holds(
        &run,
        "cy/bwrdd.html",
        "<li><a href=\"index.html\">Hafan</a></li>\n<li><a href=\"byrddau.html\">Y byrddau</a></li>",
    );
    let members = r#"
        <caption>Seddi gwag</caption>
        <th scope="row"><a href="bwrdd.html">Y bwrdd diogelwch</a></th>
        <td><span class="cell-label" data-pagefind-ignore>Sedd</span> <span lang="en-GB">Leader of the council</span></td>
        <caption>Y bwrdd diogelwch</caption>
    "#;
    holds(&run, "cy/aelodau.html", members);
    let statement = r#"
        Mae’r wefan hon yn <strong>cydymffurfio’n rhannol</strong>
        <ul lang="en-GB">
        <li>Old documents are not tagged.</li>
    "#;
    holds(&run, "cy/hygyrchedd.html", statement);
    holds(
        &run,
        "cy/a-i-y.html",
        "<h2 id=\"fm-a\">A</h2>\n<a href=\"amdanom-ni.html\">Amdanom ni</a> <span class=\"tag\">Tudalen</span>",
    );
    holds(&run, "cy/map.html", "<h2 id=\"fm-board\">Byrddau</h2>");
    holds(&run, "accessibility.html", "hreflang=\"cy\" rel=\"alternate\">Cymraeg</a>");
}

#[test]
fn facts_stand_once_in_lists_and_every_page_stands_in_the_a_to_z() {
    let run = bilingual().build().expect_exit(0);
    for (list, other) in [
        ("boards/index.html", "bwrdd"),
        ("priorities/index.html", "byrgleriaeth"),
        ("documents/index.html", "strategaeth"),
        ("alignment.html", "byrgleriaeth"),
        ("calendar.ics", "Strategaeth"),
        ("feed.xml", "Strategaeth"),
    ] {
        assert!(!run.output(list).contains(other), "{list}");
    }
    let expected = r#"
        <a href="about.html">About us</a>
        <a href="cy/amdanom-ni.html" lang="cy" hreflang="cy">Amdanom ni</a>
        <a href="documents/strategaeth/index.html" lang="cy" hreflang="cy">Strategaeth</a>
        <a href="cy/bwrdd.html" lang="cy" hreflang="cy">Y bwrdd diogelwch</a> <span class="tag">Board</span>
    "#;
    holds(&run, "a-to-z.html", expected);
}

#[test]
fn abbreviations_are_explained_in_the_language_of_the_page_where_it_has_a_term() {
    let run = bilingual().build().expect_exit(0);
    let welsh = "<abbr title=\"Partneriaeth Diogelwch Cymunedol\">PDC</abbr>\n\
                 <abbr lang=\"en-GB\" title=\"Community Safety Partnership\">CSP</abbr>";
    holds(&run, "cy/index.html", welsh);
    holds(&run, "index.html", "<abbr title=\"Community Safety Partnership\">CSP</abbr>");
}

#[test]
fn a_page_in_a_language_without_words_is_marked_within_the_frame_of_the_site() {
    let run = bilingual().build().expect_exit(0);
    holds(
        &run,
        "pl/o-nas.html",
        "<html lang=\"en-GB\">\nSkip to main content\n<main id=\"fm-main\" tabindex=\"-1\" lang=\"pl\"",
    );
    let urdu = "---\ntitle: ہمارے بارے میں\nlanguage: ur\n---\n\nہم مل کر کام کرتے ہیں۔\n";
    let run = bilingual().file("content/ur/about.md", urdu).build().expect_exit(0);
    holds(&run, "ur/about.html", "<html lang=\"en-GB\">\n<main id=\"fm-main\" tabindex=\"-1\" lang=\"ur\" dir=\"rtl\"");
}

#[test]
fn a_site_brings_the_words_of_a_language_of_its_own() {
    let run =
        bilingual().file("themes/civic/messages/pl.ftl", "skip-link = Przejdź do treści\n").build().expect_exit(0);
    assert!(run.stderr().contains("warning[missing-messages]"), "{}", run.stderr());
    holds(
        &run,
        "pl/o-nas.html",
        "<html lang=\"pl\">\n>Przejdź do treści</a>\nlang=\"en-GB\">Community safety in Vale</span>",
    );
    holds(&run, "about.html", "<html lang=\"en-GB\">\n>Skip to main content</a>");
}

#[test]
fn the_settings_of_a_language_bring_its_own_menu() {
    let navigation = "    navigation:\n      - title: Ble i’n cael ni\n        to: page:venues\nnavigation:\n";
    let settings = bilingual_settings().replace("navigation:\n", navigation);
    let run = bilingual().file("folkmoot.yaml", &settings).build().expect_exit(0);
    let html = run.output("cy/index.html");
    let menu = html.split("<nav class=\"navigation\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert_eq!(menu.matches("<li>").count(), 1, "{menu}");
    assert!(menu.contains("<a href=\"../venues.html\">Ble i’n cael ni</a>"), "{menu}");
    assert_eq!(run.output("index.html").matches("../venues.html").count(), 0);
}

#[test]
fn languages_of_the_settings_are_checked() {
    let with = |languages: &str| {
        let settings = format!("title: A site\nlanguages:\n{languages}");
        let run = Site::new().file("folkmoot.yaml", &settings).file("content/index.md", "# Home\n").build();
        run.stderr().to_owned()
    };
    let told = with("  cy:\n    title: Safle\n");
    assert!(told.contains("No page of the site is in the language `cy`."), "{told}");
    let told = with("  en:\n    title: A site\n");
    assert!(told.contains("`en` is the site's own language"), "{told}");
    let told = with("  welsh:\n    title: Safle\n");
    assert!(told.contains("`welsh` is not the tag of a language.") && told.contains("Write `cy`."), "{told}");
    let told = with("  cy:\n    titel: Safle\n");
    assert!(told.contains("error[missing-field]") && told.contains("error[unknown-field]"), "{told}");
}

#[test]
fn a_former_address_leads_on_in_the_language_of_its_page() {
    let page = "---\ntitle: Hanes\nlanguage: cy\naliases: [cy/hen]\n---\n\nFe ddechreuodd yn 2017.\n";
    let run = bilingual().file("content/cy/hanes.md", page).build().expect_exit(0);
    holds(&run, "cy/hen.html", "<html lang=\"cy\">\nMae’r dudalen hon wedi symud");
}

fn bilingual_settings() -> String {
    std::fs::read_to_string(bilingual().root().join("folkmoot.yaml")).unwrap()
}
