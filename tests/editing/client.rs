//! An editor: speaks to `folkmoot lsp` over its standard input and output, as the protocol says (LSP 3.17, "Base Protocol").
//!
//! Must not know what the server answers.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::Site;

/// How long an answer may take before the test gives up. Nothing is asserted of how long it takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A session with the server.
pub(super) struct Client {
    process: Child,
    to_server: ChildStdin,
    from_server: Receiver<Value>,
    /// What came unasked and nobody has looked at.
    waiting: Vec<Value>,
    root: PathBuf,
    next: i64,
    /// What the server says it can do.
    pub(super) capabilities: Value,
}

impl Client {
    /// Begins a session in the folder of a site, as an editor that can do everything.
    pub(super) fn new(site: &Site) -> Self {
        let edits = json!({"documentChanges": true, "resourceOperations": ["create", "rename", "delete"]});
        Self::with(site, &[], &json!({"workspace": {"workspaceEdit": edits}}), &["."])
    }

    /// Begins a session of an editor that can do this, with these folders of the site open.
    pub(super) fn with(site: &Site, args: &[&str], capabilities: &Value, folders: &[&str]) -> Self {
        let root = site.root().canonicalize().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
            .arg("lsp")
            .args(["--today", "2019-11-06"])
            .args(args)
            .current_dir(&root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to_server = process.stdin.take().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let (sender, from_server) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut client =
            Self { process, to_server, from_server, waiting: Vec::new(), root, next: 0, capabilities: Value::Null };
        let folders: Vec<Value> = folders.iter().map(|path| json!({"uri": client.uri(path), "name": path})).collect();
        let asked =
            json!({"processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders});
        client.capabilities = client.ask("initialize", &asked).unwrap();
        client.tell("initialized", &json!({}));
        client
    }

    /// The URI of a file of the site.
    pub(super) fn uri(&self, path: &str) -> String {
        let path = if path == "." { self.root.clone() } else { self.root.join(path) };
        url::Url::from_file_path(path).unwrap().to_string()
    }

    /// The file of the site that a URI names.
    pub(super) fn name(&self, uri: &Value) -> String {
        let path = url::Url::parse(uri.as_str().unwrap()).unwrap().to_file_path().unwrap();
        path.strip_prefix(&self.root).unwrap().to_str().unwrap().to_owned()
    }

    /// Sends a notification.
    pub(super) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request: what is answered, or the sentence that says why nothing is.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.receive();
            if message["id"] == json!(id) && message.get("method").is_none() {
                return match message.get("error") {
                    Some(error) => Err(error["message"].as_str().unwrap().to_owned()),
                    None => Ok(message["result"].clone()),
                };
            }
            self.waiting.push(message);
        }
    }

    /// Opens a file as it is on the disk, and gives its text.
    pub(super) fn open(&mut self, path: &str) -> String {
        let text = fs::read_to_string(self.root.join(path)).unwrap();
        self.open_as(path, &text);
        text
    }

    /// Opens a file with this text.
    pub(super) fn open_as(&mut self, path: &str, text: &str) {
        let document = json!({"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
    }

    /// Makes an open file hold this text.
    pub(super) fn retype(&mut self, path: &str, version: i32, text: &str) {
        let document = json!({"uri": self.uri(path), "version": version});
        self.tell("textDocument/didChange", &json!({"textDocument": document, "contentChanges": [{"text": text}]}));
    }

    /// Waits until an open file was checked in a version, and gives what is wrong with it.
    pub(super) fn findings(&mut self, path: &str, version: i32) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            let message = self.unasked("textDocument/publishDiagnostics");
            if message["uri"] == json!(uri) && message["version"] == json!(version) {
                return message["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    /// The next notification of a method; others wait.
    pub(super) fn unasked(&mut self, method: &str) -> Value {
        self.maybe_unasked(method).unwrap_or_else(|| panic!("the server says nothing more"))
    }

    /// The same; nothing where none comes.
    pub(super) fn maybe_unasked(&mut self, method: &str) -> Option<Value> {
        if let Some(at) = self.waiting.iter().position(|message| message["method"] == json!(method)) {
            return Some(self.waiting.remove(at)["params"].clone());
        }
        loop {
            let message = self.from_server.recv_timeout(PATIENCE).ok()?;
            if message["method"] == json!(method) {
                return Some(message["params"].clone());
            }
            self.waiting.push(message);
        }
    }

    /// Does what a `WorkspaceEdit` asks for, on the disk.
    pub(super) fn make(&self, edit: &Value) {
        for operation in edit["documentChanges"].as_array().unwrap() {
            if operation["kind"] == json!("rename") {
                let (from, to) = (self.name(&operation["oldUri"]), self.name(&operation["newUri"]));
                fs::create_dir_all(self.root.join(&to).parent().unwrap()).unwrap();
                fs::rename(self.root.join(from), self.root.join(to)).unwrap();
                continue;
            }
            let path = self.root.join(self.name(&operation["textDocument"]["uri"]));
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, edited(&text, operation["edits"].as_array().unwrap())).unwrap();
        }
    }

    /// Ends the session as the protocol says; the server ends with exit code 0.
    pub(super) fn end(mut self) {
        assert_eq!(self.ask("shutdown", &Value::Null), Ok(Value::Null));
        self.tell("exit", &Value::Null);
        assert_eq!(self.wait(), Some(0));
    }

    /// Goes away without a word, and gives the exit code of the server.
    pub(super) fn leave(self) -> Option<i32> {
        let Self { mut process, to_server, .. } = self;
        drop(to_server);
        process.wait().unwrap().code()
    }

    fn wait(&mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.to_server, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.to_server.flush().unwrap();
    }

    fn receive(&mut self) -> Value {
        self.from_server.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("the server says nothing more"))
    }
}

/// The folder of a site, and where in it the words begin, as the protocol counts.
pub(super) fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    json!({"line": line, "character": before[start..].encode_utf16().count()})
}

/// The text with edits of the protocol made, the last first, so that places stay.
fn edited(text: &str, edits: &[Value]) -> String {
    let mut made: Vec<(usize, usize, String)> = edits
        .iter()
        .map(|edit| {
            let at = |place: &Value| offset(text, place);
            (at(&edit["range"]["start"]), at(&edit["range"]["end"]), edit["newText"].as_str().unwrap().to_owned())
        })
        .collect();
    made.sort();
    let mut text = text.to_owned();
    for (start, end, words) in made.into_iter().rev() {
        text.replace_range(start..end, &words);
    }
    text
}

fn offset(text: &str, place: &Value) -> usize {
    let (line, column) = (place["line"].as_u64().unwrap(), place["character"].as_u64().unwrap());
    let start: usize = text.split_inclusive('\n').take(usize::try_from(line).unwrap()).map(str::len).sum();
    let mut units = 0;
    for (at, c) in text[start..].char_indices() {
        if units >= column {
            return start + at;
        }
        units += c.len_utf16() as u64;
    }
    text.len()
}

/// The next message; nothing when there are no more.
fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => length = line.strip_prefix("Content-Length: ").map_or(length, |number| number.parse().unwrap()),
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The path below a folder that is there.
pub(super) fn exists(site: &Site, path: &str) -> bool {
    Path::new(&site.root().join(path)).exists()
}
