//! Answers to what an editor asks, in the words of the protocol.
//!
//! Must not know how the connection is kept.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, GotoDefinition, HoverRequest, PrepareRenameRequest,
    References, Rename, Request as _, WillRenameFiles, WorkspaceSymbolRequest,
};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CompletionItem, CompletionItemKind,
    CompletionList, CompletionParams, CompletionTextEdit, DocumentSymbolParams, Documentation, GotoDefinitionParams,
    Hover, HoverContents, HoverParams, Location, MarkupContent, MarkupKind, PrepareRenameResponse, ReferenceParams,
    RenameFilesParams, RenameParams, SymbolInformation, SymbolKind, TextDocumentPositionParams, TextEdit, Uri,
    WorkspaceSymbolParams,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::completion::{Offer, Sort, Typing, likely, offers};
use super::definition::{Written, written};
use super::desk::Desk;
use super::documents::Documents;
use super::edits::{joined, named, workspace_edit};
use super::findings::uri_on_disk;
use super::rename::{self, Change};
use super::site::Site;
use super::{actions, at, files, hover, symbols};
use crate::inventory::referring;
use crate::sources::{SourceId, Span};

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Nobody knows such a request.
    NoSuchRequest,
    /// What it was sent with is something else.
    NotUnderstood,
    /// For this reason, in a sentence for whoever asked.
    Because(String),
}

type Answer<T> = Result<T, Refusal>;

/// The answer to a request.
pub(super) fn answer(desk: &mut Desk, method: &str, params: Value) -> Answer<Value> {
    match method {
        Completion::METHOD => told(desk, params, completion),
        HoverRequest::METHOD => told(desk, params, hovered),
        GotoDefinition::METHOD => told(desk, params, definition),
        References::METHOD => told(desk, params, references),
        PrepareRenameRequest::METHOD => with(desk, params, prepare_rename),
        Rename::METHOD => with(desk, params, renamed),
        WillRenameFiles::METHOD => with(desk, params, will_rename),
        CodeActionRequest::METHOD => with(desk, params, code_actions),
        DocumentSymbolRequest::METHOD => told(desk, params, document_symbols),
        WorkspaceSymbolRequest::METHOD => told(desk, params, workspace_symbols),
        _ => Err(Refusal::NoSuchRequest),
    }
}

fn with<P: DeserializeOwned, T: Serialize>(
    desk: &mut Desk,
    params: Value,
    answer: fn(&mut Desk, &P) -> Answer<T>,
) -> Answer<Value> {
    let params = serde_json::from_value(params).map_err(|_| Refusal::NotUnderstood)?;
    serde_json::to_value(answer(desk, &params)?).map_err(|_| Refusal::NotUnderstood)
}

/// The same, of what is never refused.
fn told<P: DeserializeOwned, T: Serialize>(
    desk: &mut Desk,
    params: Value,
    answer: fn(&mut Desk, &P) -> T,
) -> Answer<Value> {
    let params = serde_json::from_value(params).map_err(|_| Refusal::NotUnderstood)?;
    serde_json::to_value(answer(desk, &params)).map_err(|_| Refusal::NotUnderstood)
}

/// A site as it stands now, and the place in it that was asked about.
struct Place<'a> {
    site: &'a Site,
    desk: &'a Desk,
    source: SourceId,
    offset: usize,
}

impl Place<'_> {
    fn location(&self, span: Span) -> Option<Location> {
        location(self.site, &self.desk.documents, self.desk, span)
    }

    fn range(&self, bytes: Range<usize>) -> lsp_types::Range {
        self.desk.client.encoding.range(self.site.sources.get(self.source), bytes)
    }
}

fn location(site: &Site, documents: &Documents, desk: &Desk, span: Span) -> Option<Location> {
    let (uri, _) = named(site, span.source, documents)?;
    Some(Location { uri, range: desk.client.encoding.of_span(&site.sources, span) })
}

/// Reads the site of a file as far as its graph; nothing where it belongs to none.
fn look(desk: &mut Desk, uri: &Uri) -> Option<std::path::PathBuf> {
    let path = files::path(uri)?;
    let day = (desk.day)();
    let site = desk.sites.of(&path, &desk.documents).ok()??;
    site.survey(day, &desk.rules);
    Some(site.root.clone())
}

/// Finds the place that was asked about; nothing outside of sites.
fn place<'a>(desk: &'a mut Desk, asked: &TextDocumentPositionParams) -> Option<Place<'a>> {
    let root = look(desk, &asked.text_document.uri)?;
    let desk: &Desk = desk;
    let site = desk.sites.iter().find(|site| site.root == root)?;
    let source = site.source(&files::path(&asked.text_document.uri)?)?;
    let text = site.sources.get(source);
    let offset = desk.client.encoding.offset(text.text(), text.lines(), asked.position);
    Some(Place { site, desk, source, offset })
}

fn completion(desk: &mut Desk, params: &CompletionParams) -> Option<CompletionList> {
    let place = place(desk, &params.text_document_position)?;
    let typing = Typing {
        sources: &place.site.sources,
        graph: place.site.known().map(|(_, graph)| graph),
        rules: &place.desk.rules,
        source: place.source,
        offset: place.offset,
    };
    let items = likely(&typing, offers(&typing)).into_iter().enumerate();
    let items = items.map(|(order, offer)| item(&place, order, offer)).collect();
    // What is offered depends on what is typed, such as a kind before its colon.
    Some(CompletionList { is_incomplete: true, items })
}

fn item(place: &Place<'_>, order: usize, offer: Offer) -> CompletionItem {
    let kind = match offer.sort {
        Sort::Kind => CompletionItemKind::MODULE,
        Sort::Record | Sort::Part => CompletionItemKind::REFERENCE,
        Sort::File => CompletionItemKind::FILE,
        Sort::Folder => CompletionItemKind::FOLDER,
        Sort::Field => CompletionItemKind::FIELD,
        Sort::Word => CompletionItemKind::ENUM_MEMBER,
    };
    let edit = TextEdit { range: place.range(offer.range), new_text: offer.words.clone() };
    CompletionItem {
        label: offer.words.trim_end_matches([' ', ':']).to_owned(),
        kind: Some(kind),
        detail: offer.detail,
        documentation: offer.about.map(|value| Documentation::MarkupContent(markdown(value))),
        filter_text: Some(offer.words),
        sort_text: Some(format!("{order:05}")),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        ..CompletionItem::default()
    }
}

fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

fn hovered(desk: &mut Desk, params: &HoverParams) -> Option<Hover> {
    let place = place(desk, &params.text_document_position_params)?;
    let site = place.site;
    let known = (&site.sources, site.known().map(|(_, graph)| graph));
    let found = hover::hover(known, &place.desk.rules, place.source, place.offset);
    found
        .map(|(text, bytes)| Hover { contents: HoverContents::Markup(markdown(text)), range: Some(place.range(bytes)) })
}

fn definition(desk: &mut Desk, params: &GotoDefinitionParams) -> Option<Location> {
    let place = place(desk, &params.text_document_position_params)?;
    let (sources, graph) = place.site.known()?;
    let found = at::target(graph, place.source, place.offset).and_then(|link| written(graph, sources, &link));
    found.and_then(|found| match found {
        Written::At(span) => place.location(span),
        Written::File(name) => {
            let start = lsp_types::Range::default();
            uri_on_disk(&place.site.root, &name).map(|uri| Location { uri, range: start })
        }
    })
}

fn references(desk: &mut Desk, params: &ReferenceParams) -> Option<Vec<Location>> {
    let place = place(desk, &params.text_document_position)?;
    let (sources, graph) = place.site.known()?;
    let target = at::target(graph, place.source, place.offset)?;
    let mut spans: Vec<Span> =
        referring(graph).into_iter().filter(|found| found.is_to(&target)).map(|found| found.span).collect();
    if params.context.include_declaration
        && let Some(Written::At(span)) = written(graph, sources, &target)
    {
        spans.push(span);
    }
    spans.sort_by_key(|span| (sources.get(span.source).path.clone(), span.start, span.end));
    spans.dedup();
    Some(spans.into_iter().filter_map(|span| place.location(span)).collect())
}

fn prepare_rename(desk: &mut Desk, params: &TextDocumentPositionParams) -> Answer<Option<PrepareRenameResponse>> {
    let Some(place) = place(desk, params) else { return Ok(None) };
    let Some((_, graph)) = place.site.known() else { return Ok(None) };
    let found = rename::renameable(graph, place.source, place.offset).map_err(Refusal::Because)?;
    let range = place.range(found.span.range());
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: found.slug }))
}

fn renamed(desk: &mut Desk, params: &RenameParams) -> Answer<Option<lsp_types::WorkspaceEdit>> {
    let Some(place) = place(desk, &params.text_document_position) else { return Ok(None) };
    let Some((_, graph)) = place.site.known() else { return Ok(None) };
    let found = rename::renameable(graph, place.source, place.offset).map_err(Refusal::Because)?;
    let new = params.new_name.trim();
    // Somebody may write the kind before the new name, as in the references.
    let kind = format!("{}:", graph.record(found.record).id.kind.name());
    let new = new.strip_prefix(kind.as_str()).unwrap_or(new);
    let change = rename::rename(place.site, found.record, new, &place.desk.rules).map_err(Refusal::Because)?;
    edit(&place, &change, true).map(Some)
}

fn edit(place: &Place<'_>, change: &Change, with_moves: bool) -> Answer<lsp_types::WorkspaceEdit> {
    let desk = place.desk;
    workspace_edit(place.site, change, &desk.documents, desk.client, with_moves).map_err(Refusal::Because)
}

fn will_rename(desk: &mut Desk, params: &RenameFilesParams) -> Answer<Option<lsp_types::WorkspaceEdit>> {
    let uri = |text: &str| text.parse::<Uri>().ok();
    let mut by_site: BTreeMap<PathBuf, Vec<(String, String)>> = BTreeMap::new();
    for file in &params.files {
        let Some((from, to)) = uri(&file.old_uri).zip(uri(&file.new_uri)) else { continue };
        let Some(root) = look(desk, &from) else { continue };
        let name = |uri: &Uri| files::name_within(&root, &files::path(uri)?);
        if let Some(pair) = name(&from).zip(name(&to)) {
            by_site.entry(root).or_default().push(pair);
        }
    }
    let desk: &Desk = desk;
    let mut edit = None;
    for (root, moves) in by_site {
        let Some(site) = desk.sites.iter().find(|site| site.root == root) else { continue };
        let change = rename::files_moved(site, &moves, &desk.rules).map_err(Refusal::Because)?;
        if !change.edits.is_empty() {
            let of_site =
                workspace_edit(site, &change, &desk.documents, desk.client, false).map_err(Refusal::Because)?;
            edit = Some(joined(edit, of_site));
        }
    }
    Ok(edit)
}

fn code_actions(desk: &mut Desk, params: &CodeActionParams) -> Answer<Option<Vec<CodeActionOrCommand>>> {
    let asked =
        TextDocumentPositionParams { text_document: params.text_document.clone(), position: params.range.start };
    let Some(place) = place(desk, &asked) else { return Ok(None) };
    let site = place.site;
    let text = site.sources.get(place.source);
    let end = place.desk.client.encoding.offset(text.text(), text.lines(), params.range.end);
    let checked = place.desk.found.get(&site.root).filter(|(revision, _)| *revision == site.revision);
    let found = checked.map_or(site.found(), |(_, findings)| findings);
    let mends = actions::mends(found, &site.sources, place.source, &(place.offset..end.max(place.offset)));
    let action = |mend: actions::Mend| {
        let mut change = Change::default();
        change.replace(mend.span, &mend.words);
        let is_same = |underlined: &&lsp_types::Diagnostic| {
            underlined.code == Some(lsp_types::NumberOrString::String(mend.code.to_owned()))
        };
        let diagnostics: Vec<lsp_types::Diagnostic> =
            params.context.diagnostics.iter().filter(is_same).cloned().collect();
        Ok(CodeActionOrCommand::CodeAction(CodeAction {
            title: format!("Write `{}`", mend.words),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(diagnostics).filter(|all| !all.is_empty()),
            edit: Some(edit(&place, &change, false)?),
            is_preferred: Some(true),
            ..CodeAction::default()
        }))
    };
    mends.into_iter().map(action).collect::<Answer<Vec<_>>>().map(Some)
}

#[expect(deprecated, reason = "the type has a field that is, and cannot be made without it")]
fn symbol(name: String, container: String, location: Location) -> SymbolInformation {
    let container_name = Some(container);
    SymbolInformation { name, kind: SymbolKind::OBJECT, tags: None, deprecated: None, location, container_name }
}

fn document_symbols(desk: &mut Desk, params: &DocumentSymbolParams) -> Option<Vec<SymbolInformation>> {
    let asked = TextDocumentPositionParams {
        text_document: params.text_document.clone(),
        position: lsp_types::Position::default(),
    };
    let place = place(desk, &asked)?;
    let (_, graph) = place.site.known()?;
    let found = symbols::in_file(graph, place.source).into_iter();
    let found = found.filter_map(|(title, name, extent)| Some(symbol(title, name, place.location(extent)?)));
    Some(found.collect())
}

fn workspace_symbols(desk: &mut Desk, params: &WorkspaceSymbolParams) -> Vec<SymbolInformation> {
    let day = (desk.day)();
    for site in desk.sites.iter_mut() {
        site.survey(day, &desk.rules);
    }
    let desk: &Desk = desk;
    let of_site = |site: &Site| {
        let Some((_, graph)) = site.known() else { return Vec::new() };
        let found = symbols::named(graph, &params.query).into_iter();
        let place = |span| location(site, &desk.documents, desk, span);
        found
            .filter_map(|record| Some(symbol(record.title.clone(), record.id.to_string(), place(record.span)?)))
            .collect()
    };
    desk.sites.iter().flat_map(of_site).collect()
}
