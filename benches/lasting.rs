//! A desk that is worked at all day: 10,000 rebuilds in one process, of every sort, and the memory that it takes:
//! `cargo bench --bench lasting`. `--sequences N` holds N sequences of edits against cold builds instead: what
//! `tests/rebuilding/` does with a few, byte for byte.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark stops at what it did not expect, and prints figures"
)]

#[path = "../tests/rebuilding/mod.rs"]
mod rebuilding;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

use folkmoot::rules;
use folkmoot::serve::desk::{Desk, DeskOptions};
use folkmoot::serve::preview::{Editor, Hosts, Options, Preview};
use folkmoot::serve::watch::Changed;
use tempfile::TempDir;

const REBUILDS: usize = 10_000;
const PAGES: usize = 40;
/// Memory may grow by this much from the first tenth of the rebuilds to the last.
const LIMIT: f64 = 1.25;

/// The allocator that the command has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--sequences") {
        let sequences = arguments.get(at + 1).and_then(|number| number.parse().ok()).unwrap();
        println!("{}", rebuilding::sequences(1, sequences));
        return;
    }
    rebuild();
}

fn rebuild() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().canonicalize().unwrap();
    write(&root, "folkmoot.yaml", "title: A desk\nsearch: off\n");
    for page in 0..PAGES {
        write(&root, &name(page), &text(page, 0, "Title"));
    }
    let mut desk = Desk::new(DeskOptions {
        root: root.clone(),
        config: None,
        output_folder: root.join("site"),
        today: None,
        base_url: None,
        with_drafts: false,
        navigates: false,
    });
    let hosts = Hosts { interface: IpAddr::V4(Ipv4Addr::LOCALHOST), names: Vec::new() };
    let preview = Preview::new(Options { root: root.clone(), editor: Editor::none(), hosts });
    let (day, rules) = (jiff::civil::date(2019, 11, 6), rules::all());
    desk.look(&Changed::Everything, day, &rules);
    let (mut early, mut good) = (0.0, 0_usize);
    for number in 1..=REBUILDS {
        let page = number * 7 % PAGES;
        let changed = match number % 20 {
            0 => {
                write(&root, &format!("content/new-{number}.md"), "# New\n\nA page that stays for a moment only.\n");
                Changed::Everything
            }
            1 => {
                // At the first there is none to take away yet.
                let _ = std::fs::remove_file(root.join(format!("content/new-{}.md", number - 1)));
                Changed::Everything
            }
            2 => save(&root, page, &text(page, number, "Another title")),
            3 => save(&root, page, "# Broken\n\n<priority:nothing>\n"),
            4 => {
                let broken = (number - 1) * 7 % PAGES;
                save(&root, broken, &text(broken, number, "Title"))
            }
            _ => save(&root, page, &text(page, number, "Title")),
        };
        let looked = desk.look(&changed, day, &rules);
        preview.show(looked.shown.clone());
        good += usize::from(looked.shown.is_current);
        if number % (REBUILDS / 10) == 0 {
            let megabytes = memory_megabytes();
            println!("{number:>6} rebuilds: {megabytes:.1} MB");
            if early == 0.0 {
                early = megabytes;
            }
        }
    }
    let growth = memory_megabytes() / early;
    println!(
        "{good} of {REBUILDS} rebuilds made a site; memory grew by {growth:.3} from the first tenth (limit {LIMIT})"
    );
    assert!(growth < LIMIT || early == 0.0, "memory leaks");
}

fn name(page: usize) -> String {
    format!("content/page-{page}.md")
}

fn text(page: usize, edit: usize, title: &str) -> String {
    let other = (page + 1) % PAGES;
    format!(
        "# {title} {page}\n\nThis page opens with words of its own, and [leads on](page-{other}.md).\n\nEdit {edit}.\n"
    )
}

fn save(root: &Path, page: usize, text: &str) -> Changed {
    write(root, &name(page), text);
    Changed::Files(BTreeSet::from([root.join(name(page))]))
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The memory that the process holds, where Linux tells; else nothing.
fn memory_megabytes() -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}
