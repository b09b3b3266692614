//! What there is to say: the typed records, their ids, dates and relations, and the settings.
//!
//! No I/O and no HTML; must not know how a file is written.

pub mod acceptance;
pub mod baseline;
pub mod board;
pub mod colour;
pub mod consultation;
pub mod date;
pub mod document;
pub mod event;
pub mod field;
pub mod group;
pub mod item;
pub mod kind;
pub mod language;
pub mod legislation;
pub mod organisation;
pub mod page;
pub mod period;
pub mod plan;
pub mod priority;
pub mod record;
pub mod reference;
pub mod relation;
pub mod security;
pub mod settings;
pub mod status;
pub mod target;
pub mod term;
pub mod topic;
pub mod web;
pub mod word;
