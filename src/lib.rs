//! Folkmoot turns a folder of Markdown and YAML into the public website of a partnership's strategy, and checks every link
//! and every fact that refers to another.
//!
//! Data flows one way, from layer 0 to layer 10; a layer imports only lower ones. `ARCHITECTURE.md` has the reasons.
//!
//! | layer | place | in → out |
//! | --- | --- | --- |
//! | 0 | [`sources`] | a folder → texts by id, spans of bytes, days of last change |
//! | 0 | [`output`] | what a build makes: paths and bytes |
//! | 0 | [`mod@fingerprint`] | bytes or a value → 128 bits that tell it from others |
//! | 1 | [`diagnostic`] | everything an author can get wrong, told one way |
//! | 2 | [`mod@load`] | a folder on disk → `Sources`: the only reader |
//! | 2 | [`model`] | typed records, ids, dates, relations, settings: one file a kind |
//! | 3 | [`parse`] | one source → drafts with spans |
//! | 3 | [`mod@words`] | the theme's messages → its words in each language |
//! | 4 | [`graph`] | drafts → every reference resolved, every anchor known |
//! | 4 | [`mod@schema`] | declared fields → JSON Schema |
//! | 4 | [`scaffold`] | declarations and answers → the files of a new site, a new record |
//! | 5 | [`pages`] | graph → what each page shows, as plain data |
//! | 6 | [`render`], [`export`] | views → HTML; pages → data files |
//! | 7 | [`check`] | what only shows once the parts meet → diagnostics |
//! | 7 | [`inventory`] | graph → the records in a list; who refers to what |
//! | 7 | [`web`] | addresses out of the site → what the web says of them |
//! | 7 | [`search`] | pages as they are written → the index of the search page |
//! | 7 | [`mod@write`] | files → disk, all or nothing |
//! | 8 | [`pipeline`], [`rules`] | the whole flow; the list of all rules |
//! | 9 | [`recall`] | what a build leaves for the next one: fingerprints |
//! | 9 | [`serve`] | a loop over the pipeline; the site is served from memory |
//! | 9 | [`lsp`] | an editor's questions → answers from the pipeline, as it types |
//! | 10 | [`cli`] | arguments, printing, exit codes |

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod export;
pub mod fingerprint;
pub mod graph;
pub mod inventory;
pub mod load;
pub mod lsp;
pub mod model;
pub mod output;
pub mod pages;
pub mod parse;
pub mod pipeline;
pub mod recall;
pub mod render;
pub mod rules;
pub mod scaffold;
pub mod schema;
pub mod search;
pub mod serve;
pub mod sources;
pub mod web;
pub mod words;
pub mod write;
