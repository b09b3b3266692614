//! The ground that every page is drawn on: the graph, the style of addresses, the day; and links from one page to another.

use crate::graph::address::{Address, encode};
use crate::graph::furniture::Furniture;
use crate::graph::{Graph, Link, Record, RecordIndex, Section};
use crate::model::kind::Kind;
use crate::model::language::is_same_language;
use crate::model::settings::UrlStyle;
use crate::model::target::{Ref, Target};
use crate::model::word::FixedWord;
use crate::pages::content::{RowView, TableView};
use crate::pages::directory::Directory;
use crate::pages::parts::Part;
use crate::parse::reference::canonical;
use crate::sources::Sources;
use crate::sources::history::History;
use crate::words::{Argument, Lexicon, Words};

/// What every page is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The records.
    pub graph: &'a Graph,
    /// Its records in the orders that lists show them in.
    pub directory: &'a Directory,
    /// The texts, for their paths.
    pub sources: &'a Sources,
    /// When each file was last changed.
    pub history: &'a History,
    /// How pages are addressed.
    pub style: UrlStyle,
    /// The words of the theme in every language.
    pub words: &'a Words,
    /// The language of the page at hand; first the site's own.
    pub language: &'a str,
    /// The language of the facts at hand: that of the record that they stand on.
    pub facts_language: &'a str,
    /// The words for the page at hand: in its language, or in the site's where the theme has none in that.
    pub lexicon: &'a Lexicon,
    /// The day that the site shows.
    pub today: jiff::civil::Date,
    /// The day on which it is built.
    pub clock: jiff::civil::Date,
}

impl<'a> Site<'a> {
    /// The ground in the site's own language. The days are the one that it shows and the one on which it is built.
    pub fn new(
        (graph, directory): (&'a Graph, &'a Directory),
        sources: &'a Sources,
        history: &'a History,
        words: &'a Words,
        (today, clock): (jiff::civil::Date, jiff::civil::Date),
    ) -> Self {
        let style = graph.settings.urls.map_or(UrlStyle::Files, |urls| urls.value);
        let language = graph.settings.language();
        let lexicon = words.lexicon(language);
        Self {
            graph,
            directory,
            sources,
            history,
            style,
            words,
            language,
            facts_language: language,
            lexicon,
            today,
            clock,
        }
    }

    /// The same ground with the words for a page in another language.
    pub(super) fn in_language(&self, tag: &'a str) -> Self {
        Self { language: tag, facts_language: tag, lexicon: self.words.lexicon(tag), ..*self }
    }

    /// The language of the frame for the page at hand: that of the theme's words, or the page's own where the theme has no
    /// words in it, for the settings may still say something in it.
    pub(super) fn frame_tag(&self) -> &'a str {
        if self.words.has(self.language) { self.lexicon.language() } else { self.language }
    }

    /// The same ground with the words for the page of a record.
    pub(super) fn for_record(&self, record: &'a Record) -> Self {
        record.shared.language.as_ref().map_or(*self, |language| self.in_language(&language.value))
    }

    /// The same ground for the facts of a record.
    pub(super) fn for_facts(&self, record: &'a Record) -> Self {
        Self { facts_language: self.graph.language(record), ..*self }
    }

    /// A text from the facts at hand, with its language where it is not that of the page at hand.
    pub(super) fn quoted(&self, text: impl Into<String>) -> Part {
        let other = !is_same_language(self.facts_language, self.language);
        Part { text: text.into(), language: other.then(|| self.facts_language.to_owned()), ..Part::default() }
    }

    /// A message of the theme in the language of the page at hand.
    pub(super) fn say(&self, message: &str) -> String {
        self.lexicon.say(message)
    }

    /// A message with what is put into it.
    pub(super) fn tell(&self, message: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.lexicon.tell(message, arguments)
    }

    /// A word of a fixed set, as pages show it.
    pub(super) fn label(&self, word: impl FixedWord) -> String {
        self.lexicon.say(&word.message())
    }

    /// A word of a fixed set in another form: its `plural`, its `inverse`.
    pub(super) fn label_as(&self, word: impl FixedWord, form: &str) -> String {
        self.lexicon.say(&format!("{}-{form}", word.message()))
    }

    /// The title of a page of the site's furniture.
    pub(super) fn title(&self, page: Furniture) -> String {
        self.lexicon.say(&page.message())
    }

    /// A table under a caption, which is a message as is the header of each column; nothing where it has no rows.
    pub(super) fn table(&self, caption: &str, columns: &[&str], rows: Vec<RowView>) -> Option<TableView> {
        let columns = columns.iter().map(|column| self.say(column)).collect();
        (!rows.is_empty()).then(|| TableView { caption: self.say(caption), columns, rows })
    }

    /// The `href` of a page from another.
    pub(super) fn href(&self, from: &Address, to: &Address, anchor: Option<&str>) -> String {
        from.href(to, anchor, self.style)
    }

    /// A link to a record, or to the one that says the same in the language of the page at hand.
    pub(super) fn to_record(self, from: &Address, index: RecordIndex) -> Part {
        self.to_itself(from, self.shown(index))
    }

    /// A link to a record, whichever language it is in: in a list of all pages each stands for itself.
    pub(super) fn to_itself(self, from: &Address, index: RecordIndex) -> Part {
        let record = self.graph.record(index);
        self.part(from, record, &record.title, &record.address)
    }

    /// The record that says the same in the language of the page at hand; itself where none does.
    pub(super) fn shown(&self, index: RecordIndex) -> RecordIndex {
        if !self.graph.has_translations() {
            return index;
        }
        let own = &self.graph.record(index).address;
        let original = self.graph.translated(index).unwrap_or(own);
        let versions = self.graph.at(original).into_iter().chain(self.graph.translations(original).iter().copied());
        self.in_own_language(versions).unwrap_or(index)
    }

    /// The record that translates a page of the site's furniture into the language of the page at hand.
    pub(super) fn translation(&self, address: &Address) -> Option<RecordIndex> {
        self.in_own_language(self.graph.translations(address).iter().copied())
    }

    /// What a record is called in the language of the page at hand, where something says the same in that.
    pub(super) fn called(&self, index: RecordIndex) -> &'a str {
        &self.graph.record(self.shown(index)).title
    }

    /// Whether a record is what the page at an address is about.
    pub(super) fn is_about(&self, address: &Address, index: RecordIndex) -> bool {
        self.graph.record(self.shown(index)).address == *address
    }

    fn in_own_language(&self, mut versions: impl Iterator<Item = RecordIndex>) -> Option<RecordIndex> {
        versions.find(|index| is_same_language(self.graph.language(self.graph.record(*index)), self.language))
    }

    /// A link to a section of a record.
    pub(super) fn to_section(self, from: &Address, record: &Record, section: &Section) -> Part {
        self.part(from, record, &section.title, &section.address)
    }

    fn part(self, from: &Address, record: &Record, text: &str, address: &Address) -> Part {
        let (href, language) = (Some(self.href(from, address, None)), self.other_language(record));
        Part { text: text.to_owned(), href, language, ..Part::default() }
    }

    /// The language of a record where it is not that of the page at hand.
    pub(super) fn other_language(&self, record: &Record) -> Option<String> {
        let language = self.graph.language(record);
        (!is_same_language(language, self.language)).then(|| language.to_owned())
    }

    /// A link to what a reference in a field leads to; its text alone where it leads nowhere.
    pub(super) fn to_target<T: Target>(self, from: &Address, reference: &Ref<T>) -> Part {
        let part = self.graph.link(reference).and_then(|link| self.to_link(from, link));
        part.unwrap_or_else(|| Part { text: reference.reference.slug.clone(), ..Part::default() })
    }

    /// A link as a piece of a page; nothing for one that leads nowhere.
    pub(super) fn to_link(self, from: &Address, link: &Link) -> Option<Part> {
        match link {
            Link::Record { record, section: None, anchor: None } => Some(self.to_record(from, *record)),
            Link::Furniture(page) => Some(self.to_furniture(from, *page)),
            _ => {
                let (text, href) = self.destination(from, link)?;
                Some(Part { text, href: Some(href), language: self.language_of_target(link), ..Part::default() })
            }
        }
    }

    /// The language of what a link leads to where it is not that of the page at hand.
    pub(super) fn language_of_target(&self, link: &Link) -> Option<String> {
        match link {
            Link::Record { record, .. } => self.other_language(self.graph.record(*record)),
            _ => None,
        }
    }

    /// The record that a record translates; itself where it translates none.
    pub(super) fn original(&self, index: RecordIndex) -> RecordIndex {
        self.graph.translated(index).and_then(|address| self.graph.at(address)).unwrap_or(index)
    }

    /// The text that stands for a link's target, and the way to it; nothing for a link that leads nowhere.
    pub(super) fn destination(&self, from: &Address, link: &Link) -> Option<(String, String)> {
        match link {
            Link::Record { record, section, anchor } => {
                let record = self.graph.record(*record);
                let section = section.and_then(|place| record.sections.get(place));
                let address = section.map_or(&record.address, |section| &section.address);
                let title = self.part_title(record, section, anchor.as_deref());
                Some((title, self.href(from, address, anchor.as_deref())))
            }
            Link::Furniture(page) => Some((self.title(*page), self.href(from, &page.address(), None))),
            Link::Folder(address) => {
                let folder = address.as_str().trim_end_matches("/index");
                Some((folder.to_owned(), self.href(from, address, None)))
            }
            Link::File { path, fragment } => {
                let name = path.rsplit('/').next().unwrap_or(path).to_owned();
                let fragment = fragment.as_ref().map(|part| format!("#{}", encode(part))).unwrap_or_default();
                Some((name, format!("{}{fragment}", from.href_to_path(&encode(path), self.style))))
            }
            Link::External(address) => Some((address.clone(), address.clone())),
            Link::Here(anchor) => Some((anchor.clone(), format!("#{}", encode(anchor)))),
            Link::Nowhere(_) => None,
        }
    }

    /// A link to a page of the site's furniture, or to the one that translates it into the language of the page at hand.
    pub(super) fn to_furniture(self, from: &Address, page: Furniture) -> Part {
        if let Some(index) = self.translation(&page.address()) {
            return self.to_itself(from, index);
        }
        let href = self.href(from, &page.address(), None);
        Part { text: self.title(page), href: Some(href), ..Part::default() }
    }

    /// The records of one kind, in the order of their titles; events in the order of their days. A document that translates
    /// another is no second one: a link to the other leads to it where it is in the language of the page at hand.
    pub(super) fn of_kind(&self, kind: Kind) -> Vec<(RecordIndex, &'a Record)> {
        let mut records = self.all_of_kind(kind);
        records.retain(|(index, _)| self.graph.translated(*index).is_none());
        records
    }

    /// The records of one kind in every language, in the order of their titles; events in the order of their days.
    pub(super) fn all_of_kind(&self, kind: Kind) -> Vec<(RecordIndex, &'a Record)> {
        let records = self.directory.of_kind(kind).iter();
        records.map(|index| (*index, self.graph.record(*index))).collect()
    }

    /// What a part of a record is called: an item, a section, a paragraph, a heading.
    fn part_title(&self, record: &Record, section: Option<&Section>, anchor: Option<&str>) -> String {
        let page_title = section.map_or(&record.title, |section| &section.title);
        let Some(anchor) = anchor else { return page_title.clone() };
        let item = record.data.items().iter().map(|item| &item.value).find(|item| canonical(&item.id.value) == anchor);
        if let Some(item) = item {
            return item.title.clone();
        }
        let text = section.map(|section| &section.text).or(record.text.as_ref());
        let Some(text) = text else { return page_title.clone() };
        if let Some(number) = text.numbers.iter().flatten().find(|number| number.anchor == anchor) {
            return self.tell("part-paragraph", &[("number", (&number.label).into())]);
        }
        let heading = text.body.outline.top_headings().find(|heading| heading.id == anchor);
        heading.map_or_else(|| page_title.clone(), |heading| heading.text.to_owned())
    }
}
