//! Pagefind asked for an index: pages in, files out, nothing on disk.
//!
//! Must not know how a site names its languages or files.

use std::panic::resume_unwind;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use super::searched::Searched;

/// Files of Pagefind's that the search page has no use for: interfaces of its own, and a worker, whose policy of what may
/// run would be another than the page's.
const UNUSED: [&str; 8] = [
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-worker.js",
];

/// The reader of an index without a known language.
const PLAIN_READER: &str = "wasm.unknown.pagefind";

/// The files of an index of these pages, by their paths in its folder, in order. All pages are read by the word endings of
/// `language`.
///
/// # Errors
/// What went wrong, in Pagefind's words.
pub(super) fn files(pages: &[Searched<'_>], language: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    // A thread of its own, because the caller may be a server that runs tasks of its own already.
    let made = std::thread::scope(|scope| scope.spawn(|| run(pages, language)).join());
    let mut files = made.unwrap_or_else(|panic| resume_unwind(panic))?;
    let has_reader = files.iter().any(|(path, _)| path == &format!("wasm.{language}.pagefind") && path != PLAIN_READER);
    files.retain(|(path, _)| !(UNUSED.contains(&path.as_str()) || (has_reader && path == PLAIN_READER)));
    files.sort_unstable();
    Ok(files)
}

fn run(pages: &[Searched<'_>], language: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|fault| fault.to_string())?;
    runtime.block_on(ask(pages, language)).map_err(|fault| format!("{fault:#}"))
}

async fn ask(pages: &[Searched<'_>], language: &str) -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error>> {
    let options = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
    let mut index = PagefindIndex::new(Some(options))?;
    for page in pages.iter().filter(|page| is_page(page.html)) {
        let html = String::from_utf8_lossy(page.html).into_owned();
        index.add_html_file(None, Some(page.path.to_owned()), html).await?;
    }
    let files = index.get_files().await?;
    Ok(files.into_iter().map(|file| (file.filename.to_string_lossy().replace('\\', "/"), file.contents)).collect())
}

/// Whether there is an `<html>` to read; Pagefind would print a warning where a theme leaves it out.
fn is_page(html: &[u8]) -> bool {
    html.windows(5).any(|window| window.eq_ignore_ascii_case(b"<html"))
}
