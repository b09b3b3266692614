//! `folkmoot serve`: the site as it will be, in the browser, while it is written.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;

use super::exit::{CLEAN, FAULT, USAGE};
use super::global::Global;
use super::reading::{base_url_fault, today};
use super::say::{coloured, fail, tell};
use crate::diagnostic;
use crate::rules;
use crate::serve::desk::{DeskOptions, Looked};
use crate::serve::http;
use crate::serve::preview::{Editor, Hosts, Options as PreviewOptions, Preview};
use crate::serve::session::Session;
use crate::serve::watch::Watched;

/// The port where none is asked for: the year of the Act under which the plans are made.
const PORT: u16 = 1998;
/// How many ports after it are tried before any free one is taken.
const NEXT_PORTS: u16 = 20;

/// Options of `folkmoot serve`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The address to listen on; any but that of this machine alone lets others read the preview
    #[arg(short, long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    interface: IpAddr,
    /// The port to listen on; 1998, or the next that is free, where not given, and any free one for 0
    #[arg(short, long, value_name = "PORT")]
    port: Option<u16>,
    /// Open the site in the browser
    #[arg(short = 'O', long)]
    open: bool,
    /// Show drafts too
    #[arg(long)]
    drafts: bool,
    /// Have the browser go to the page whose source was just saved
    #[arg(long)]
    navigate: bool,
    /// Read the files every so many seconds instead of waiting to be told: for network drives
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "1", value_parser = seconds)]
    poll: Option<Duration>,
    /// How a link opens a file in the editor, with {path}, {line} and {column}; `none` for no links
    #[arg(long, value_name = "LINK", default_value = Editor::DEFAULT)]
    editor: String,
    /// Where the site will be published, such as <https://www.example.org/plan/>
    #[arg(short = 'u', long, value_name = "URL")]
    base_url: Option<String>,
    /// A name under which the preview may be asked for, beside those of this machine
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
}

/// Serves the site until somebody ends it.
pub(crate) fn run(global: &Global, options: &Options) -> u8 {
    if let Some(fault) = base_url_fault(options.base_url.as_deref()) {
        return fail(USAGE, &fault);
    }
    // A root that is a link is followed at each look, so that it may lead elsewhere later.
    let root = std::path::absolute(&global.root).unwrap_or_else(|_| global.root.clone());
    if !root.is_dir() {
        let shown = global.root.display();
        return fail(USAGE, &format!("There is no folder \"{shown}\". Name the folder of the site with --root."));
    }
    let editor = match Editor::new(&options.editor) {
        Ok(editor) => editor,
        Err(fault) => return fail(USAGE, &fault),
    };
    let listener = match listen(options) {
        Ok(listener) => listener,
        Err(fault) => return fail(USAGE, &fault),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let Ok(runtime) = runtime else {
        return fail(FAULT, "The preview cannot be started: the system gives it no threads.");
    };
    let hosts = Hosts { interface: options.interface, names: options.allow_host.clone() };
    let preview = Arc::new(Preview::new(PreviewOptions { root: root.clone(), editor, hosts }));
    let code = runtime.block_on(serve(listener, preview, (global, options, root)));
    // Whoever is still being answered has seen the site go before.
    runtime.shutdown_background();
    code
}

/// Answers from the start, looks at the site, and goes on until somebody ends it.
async fn serve(
    listener: TcpListener,
    preview: Arc<Preview>,
    (global, options, root): (&Global, &Options, PathBuf),
) -> u8 {
    // Heard from before anything is said, so that it ends well whenever it is asked to.
    let ended = match Ended::new() {
        Ok(ended) => ended,
        Err(error) => return fail(FAULT, &format!("The preview cannot be started: {error}.")),
    };
    let listening = listener.set_nonblocking(true).and_then(|()| {
        let address = listener.local_addr()?;
        Ok((address, tokio::net::TcpListener::from_std(listener)?))
    });
    let (address, listener) = match listening {
        Ok(listening) => listening,
        Err(error) => return fail(FAULT, &format!("The preview cannot be started: {error}.")),
    };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let answering = tokio::spawn(http::serve(listener, Arc::clone(&preview), async { _ = stopped.await }));
    let begin = begin(global, options, root.clone(), preview);
    let link = format!("http://{address}/");
    let running = async {
        // The first look takes a while on a large site; until then every page says that it is being made.
        let session = begin.await?;
        tell(&format!("Serving {link} from {}; Ctrl-C ends it.", root.display()));
        if options.port.is_none() && address.port() != PORT {
            tell(&format!("Port {PORT} is taken, perhaps by another preview, so this one has the next that was free."));
        }
        if let Some(notice) = session.notice() {
            tell(notice);
        }
        if options.open && open::that_detached(&link).is_err() {
            tell("No browser could be opened; open the address above in yours.");
        }
        std::future::pending::<()>().await;
        Ok::<Session, String>(session)
    };
    let code = tokio::select! {
        () = ended.wait() => CLEAN,
        Err(fault) = running => fail(USAGE, &fault),
    };
    // Where it has ended already there is nothing to stop.
    let _ = stop.send(());
    let _ = answering.await;
    code
}

/// Looks at the site and goes on looking.
fn begin(
    global: &Global,
    options: &Options,
    root: PathBuf,
    preview: Arc<Preview>,
) -> impl Future<Output = Result<Session, String>> + use<> {
    let config = global.config.as_ref().map(|file| std::path::absolute(file).unwrap_or_else(|_| file.clone()));
    let output_folder = root.join("site");
    let watched = Watched {
        root: root.clone(),
        config: config.clone(),
        output_folder: Some(output_folder.clone()),
        poll: options.poll,
    };
    let desk = DeskOptions {
        root,
        config,
        output_folder,
        today: global.today,
        base_url: options.base_url.clone(),
        with_drafts: options.drafts,
        navigates: options.navigate,
    };
    let told = Box::new(teller(global));
    let looked = tokio::task::spawn_blocking(move || {
        Session::start(desk, watched, preview, (Box::new(today), rules::all(), told))
    });
    async { looked.await.map_err(|fault| fault.to_string())?.map_err(|fault| fault.to_string()) }
}

/// Prints what was found whenever that is other than before.
fn teller(global: &Global) -> impl FnMut(&Looked) + Send + use<> {
    let (colour, quiet) = (coloured(global, &std::io::stderr()), global.quiet);
    let mut last = String::new();
    move |looked| {
        let text = diagnostic::human(&looked.findings, &looked.sources, colour);
        if text == last {
            return;
        }
        match diagnostic::summary_line(&looked.findings) {
            Some(counted) if looked.shown.is_current => tell(&format!("{text}The site is shown, with {counted}.")),
            Some(counted) if looked.shown.has_site => tell(&format!("{text}The last good site stays: {counted}.")),
            Some(counted) => tell(&format!("{text}There is no site to show yet: {counted}.")),
            None if !quiet => tell("Nothing is wrong any more."),
            None => {}
        }
        last = text;
    }
}

fn listen(options: &Options) -> Result<TcpListener, String> {
    let bind = |port| TcpListener::bind(SocketAddr::new(options.interface, port));
    let listener = match options.port {
        Some(port) => bind(port),
        None => (PORT..=PORT + NEXT_PORTS).chain([0]).map(bind).find(Result::is_ok).unwrap_or_else(|| bind(0)),
    };
    listener.map_err(|error| {
        let port = options.port.map(|port| format!(" at port {port}")).unwrap_or_default();
        format!(
            "Nothing can be served on {}{port}: {error}. Choose another with --port or --interface.",
            options.interface
        )
    })
}

/// Hears when somebody ends the program, from the moment that it is made.
struct Ended {
    #[cfg(unix)]
    interrupted: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminated: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Ended {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupted: signal(SignalKind::interrupt())?, terminated: signal(SignalKind::terminate())? })
    }

    async fn wait(mut self) {
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
    }
}

#[cfg(not(unix))]
impl Ended {
    fn new() -> std::io::Result<Self> {
        Ok(Self {})
    }

    async fn wait(self) {
        // Where it cannot be heard, the system ends the program itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| (0.05..=3600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "write a number of seconds, such as 1".to_owned())
}
