//! A session with an editor, from its first word to its last.
//!
//! Must not know what any answer says, nor the terminal: the connection is handed in.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use crossbeam_channel::{Receiver, Sender, select};
use lsp_server::{Connection, ErrorCode, Message, Notification, ProtocolError, Request, RequestId, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument, DidOpenTextDocument,
    DidSaveTextDocument, Exit, LogMessage, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{RegisterCapability, Request as _, Shutdown};
use lsp_types::{InitializeResult, LogMessageParams, MessageType, ServerInfo};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answers::{self, Refusal};
use super::capabilities::{capabilities, watching};
use super::checking::{self, Checked, Job};
use super::client::Client;
use super::desk::{Day, Desk};
use super::documents::{Document, Documents};
use super::files;
use super::publishing::Published;
use super::site::{Options, Site};
use super::sites::Sites;
use crate::diagnostic::Rule;
use crate::load::LoadError;

/// What a session is begun with.
pub struct Settings {
    /// The only site that is looked at; nothing where each file belongs to the nearest one above it.
    pub root: Option<PathBuf>,
    /// How sites are looked at.
    pub options: Options,
    /// Every rule there is.
    pub rules: Vec<&'static Rule>,
    /// Tells the day.
    pub day: Box<Day>,
}

/// Why a session ended too early.
#[derive(Debug)]
pub enum Fault {
    /// The editor does not speak as it should, or has gone.
    Protocol(ProtocolError),
    /// The system has no thread left.
    Thread(std::io::Error),
    /// The editor left without a word of goodbye.
    Left,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Protocol(error) => write!(f, "The editor does not speak the language server protocol: {error}."),
            Self::Thread(error) => write!(f, "There is no thread to check the site in: {error}."),
            Self::Left => f.write_str("The editor left without ending the session."),
        }
    }
}

impl std::error::Error for Fault {}

/// A session that goes on.
struct Session {
    desk: Desk,
    to_editor: Sender<Message>,
    to_checker: Sender<Job>,
    published: Published,
    /// By site: the last check.
    checks: HashMap<PathBuf, Check>,
    /// Whether files of the disk may have changed since they were read.
    is_stale: bool,
}

/// A check of a site.
struct Check {
    /// The change after which it was begun.
    revision: u64,
    /// The day on which it was.
    day: jiff::civil::Date,
    /// Whether it goes on.
    goes_on: bool,
}

/// Serves an editor until it ends the session.
///
/// # Errors
/// Where the session ends in another way.
pub fn serve(connection: &Connection, settings: Settings) -> Result<(), Fault> {
    let (id, params) = connection.initialize_start().map_err(Fault::Protocol)?;
    let client = Client::new(&params["capabilities"]);
    let info = ServerInfo { name: "folkmoot".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
    let result = InitializeResult { capabilities: capabilities(client), server_info: Some(info) };
    let result = serde_json::to_value(result).unwrap_or_default();
    connection.initialize_finish(id, result).map_err(Fault::Protocol)?;

    let (to_checker, results) = checking::start(settings.rules.clone()).map_err(Fault::Thread)?;
    let desk = Desk {
        client,
        documents: Documents::default(),
        sites: Sites::new(settings.root, settings.options),
        rules: settings.rules,
        day: settings.day,
        found: HashMap::new(),
    };
    let mut session = Session {
        desk,
        to_editor: connection.sender.clone(),
        to_checker,
        published: Published::default(),
        checks: HashMap::new(),
        is_stale: false,
    };
    if client.watches_files {
        session.ask::<RegisterCapability>("watch", watching());
    }
    for folder in folders(&params) {
        let met = session.desk.sites.meet(&folder, &session.desk.documents);
        session.log(met);
    }
    session.check_what_changed();
    session.go_on(connection, &results)
}

/// The folders that the editor has open. Each is read by itself, so that an odd one does not hide the others.
fn folders(params: &Value) -> Vec<PathBuf> {
    let named = params["workspaceFolders"].as_array().into_iter().flatten().map(|folder| &folder["uri"]);
    let named: Vec<PathBuf> = named.filter_map(|uri| files::path_of(uri.as_str()?)).collect();
    // Older editors have one folder, and name it so.
    let root = params["rootUri"].as_str().filter(|_| named.is_empty()).and_then(files::path_of);
    named.into_iter().chain(root).collect()
}

/// What was sent, as what it should be; nothing where it is something else.
fn read<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

impl Session {
    fn go_on(mut self, connection: &Connection, results: &Receiver<Checked>) -> Result<(), Fault> {
        loop {
            select! {
                recv(connection.receiver) -> message => match message.map_err(|_| Fault::Left)? {
                    Message::Request(request) => {
                        if request.method == Shutdown::METHOD {
                            self.send(Message::Response(Response::new_ok(request.id, ())));
                            return self.wait_for_the_end(connection);
                        }
                        self.request(request);
                    }
                    Message::Notification(notification) => self.notification(notification),
                    Message::Response(_) => {}
                },
                recv(results) -> checked => match checked {
                    Ok(checked) => self.checked(checked),
                    Err(_) => return Err(Fault::Thread(std::io::Error::other("it ended"))),
                },
            }
            // While more is typed, nothing is checked that would be out of date at once.
            if connection.receiver.is_empty() {
                self.check_what_changed();
            }
        }
    }

    /// After the shutdown nothing is done any more but to end.
    fn wait_for_the_end(&self, connection: &Connection) -> Result<(), Fault> {
        for message in &connection.receiver {
            match message {
                Message::Notification(notification) if notification.method == Exit::METHOD => return Ok(()),
                Message::Request(request) => {
                    let sentence = "The session is over.".to_owned();
                    let refused = Response::new_err(request.id, ErrorCode::InvalidRequest as i32, sentence);
                    self.send(Message::Response(refused));
                }
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
        Err(Fault::Left)
    }

    fn request(&mut self, request: Request) {
        self.read_what_is_stale();
        let Request { id, method, params } = request;
        let answered = catch_unwind(AssertUnwindSafe(|| answers::answer(&mut self.desk, &method, params)));
        let fault = |code: ErrorCode, message: String| Response::new_err(id.clone(), code as i32, message);
        let response = match answered {
            Ok(Ok(answer)) => Response::new_ok(id.clone(), answer),
            Ok(Err(Refusal::NoSuchRequest)) => {
                fault(ErrorCode::MethodNotFound, format!("`{method}` is not something that folkmoot can do."))
            }
            Ok(Err(Refusal::NotUnderstood)) => {
                fault(ErrorCode::InvalidParams, format!("What `{method}` was sent with cannot be read."))
            }
            Ok(Err(Refusal::Because(sentence))) => fault(ErrorCode::RequestFailed, sentence),
            Err(_) => fault(ErrorCode::InternalError, format!("`{method}` failed, which is a fault of folkmoot.")),
        };
        self.send(Message::Response(response));
    }

    fn notification(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            DidOpenTextDocument::METHOD => self.with(params, Self::opened),
            DidChangeTextDocument::METHOD => self.with(params, Self::typed),
            DidCloseTextDocument::METHOD => self.with(params, Self::closed),
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => self.is_stale = true,
            DidChangeWorkspaceFolders::METHOD => self.with(params, Self::folders_changed),
            _ => {}
        }
    }

    fn with<T: DeserializeOwned>(&mut self, params: Value, take: fn(&mut Self, &T)) {
        if let Some(params) = read(params) {
            take(self, &params);
        }
    }

    fn opened(&mut self, params: &lsp_types::DidOpenTextDocumentParams) {
        let lsp_types::TextDocumentItem { uri, version, text, .. } = params.text_document.clone();
        let Some(path) = files::path(&uri) else { return };
        self.desk.documents.open(path.clone(), Document { uri, version, text: text.clone() });
        self.take(&path, |site, name| site.typed(name, &text));
    }

    fn typed(&mut self, params: &lsp_types::DidChangeTextDocumentParams) {
        let Some(path) = files::path(&params.text_document.uri) else { return };
        let version = params.text_document.version;
        let document = self.desk.documents.change(&path, version, &params.content_changes, self.desk.client.encoding);
        let Some(text) = document.map(|document| document.text.clone()) else { return };
        self.take(&path, |site, name| site.typed(name, &text));
    }

    fn closed(&mut self, params: &lsp_types::DidCloseTextDocumentParams) {
        let Some(path) = files::path(&params.text_document.uri) else { return };
        self.desk.documents.close(&path);
        self.take(&path, Site::closed);
    }

    fn folders_changed(&mut self, params: &lsp_types::DidChangeWorkspaceFoldersParams) {
        for folder in params.event.removed.iter().filter_map(|folder| files::path(&folder.uri)) {
            self.desk.sites.forget(&folder);
            self.desk.found.remove(&folder);
            self.checks.remove(&folder);
            for params in self.published.forget(&folder, &self.desk.documents) {
                self.notify::<PublishDiagnostics>(params);
            }
        }
        for folder in params.event.added.iter().filter_map(|folder| files::path(&folder.uri)) {
            let met = self.desk.sites.meet(&folder, &self.desk.documents);
            self.log(met);
        }
    }

    /// Hands a file to its site, where it belongs to one.
    fn take(&mut self, path: &std::path::Path, hand: impl FnOnce(&mut Site, &str) -> Result<(), LoadError>) {
        let taken = match self.desk.sites.of(path, &self.desk.documents) {
            Ok(Some(site)) => site.name_of(path).map_or(Ok(()), |name| hand(site, &name)),
            Ok(None) => Ok(()),
            Err(error) => Err(error),
        };
        self.log(taken);
    }

    /// Reads the disk again where files may have changed: once, however often that was said.
    fn read_what_is_stale(&mut self) {
        if std::mem::take(&mut self.is_stale) {
            let read: Vec<Result<(), LoadError>> = self.desk.sites.iter_mut().map(Site::read_from_disk).collect();
            for outcome in read {
                self.log(outcome);
            }
        }
    }

    /// Has every site checked that changed since it was last, one check of each at a time.
    fn check_what_changed(&mut self) {
        self.read_what_is_stale();
        let day = (self.desk.day)();
        for site in self.desk.sites.iter() {
            let is_done = |check: &Check| check.goes_on || (check.revision == site.revision && check.day == day);
            if self.checks.get(&site.root).is_some_and(is_done) {
                continue;
            }
            let job = Job {
                root: site.root.clone(),
                revision: site.revision,
                sources: site.sources.clone(),
                loaded: site.loaded.clone(),
                history: std::sync::Arc::clone(&site.history),
                options: site.options().clone(),
                day,
            };
            self.checks.insert(site.root.clone(), Check { revision: site.revision, day, goes_on: true });
            // Without a checker the loop ends by itself.
            let _ = self.to_checker.send(job);
        }
    }

    fn checked(&mut self, checked: Checked) {
        if let Some(check) = self.checks.get_mut(&checked.root) {
            check.goes_on = false;
        }
        let is_current = self.desk.sites.at(&checked.root).is_some_and(|site| site.revision == checked.revision);
        // What was typed meanwhile is checked next; places in an older text would be underlined wrongly.
        if !is_current {
            return;
        }
        for params in self.published.publish(&checked, &self.desk.documents, self.desk.client.encoding) {
            self.notify::<PublishDiagnostics>(params);
        }
        self.desk.found.insert(checked.root, (checked.revision, checked.findings));
    }

    fn notify<N: lsp_types::notification::Notification>(&self, params: N::Params) {
        self.send(Message::Notification(Notification::new(N::METHOD.to_owned(), params)));
    }

    fn ask<R: lsp_types::request::Request>(&self, id: &str, params: R::Params) {
        self.send(Message::Request(Request::new(RequestId::from(id.to_owned()), R::METHOD.to_owned(), params)));
    }

    /// Tells the editor what could not be read, for its log.
    fn log(&self, outcome: Result<(), LoadError>) {
        if let Err(error) = outcome {
            self.notify::<LogMessage>(LogMessageParams { typ: MessageType::ERROR, message: error.to_string() });
        }
    }

    fn send(&self, message: Message) {
        // An editor that has gone is noticed when it is next listened to.
        let _ = self.to_editor.send(message);
    }
}
