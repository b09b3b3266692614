//! A machine that runs the scripts of the action: a folder for temporary files, stand-ins for what asks the network or takes
//! minutes, and the files that a runner reads afterwards.
//!
//! Every folder has a space in its name. Must not know what the scripts should do.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// Takes from the folder `web` what the last part of an address names, and notes the address. It knows the options that
/// the scripts use.
const CURL: &str = r#"#!/bin/bash
set -e
output= addresses=()
while [ $# -gt 0 ]; do
  case "$1" in
    --output) output=$2; shift ;;
    --retry) shift ;;
    -*) ;;
    *) addresses+=("$1") ;;
  esac
  shift
done
for address in "${addresses[@]}"; do
  echo "$address" >>"$MACHINE/asked"
  [ -f "$MACHINE/web/${address##*/}" ] || exit 22
  cp "$MACHINE/web/${address##*/}" "${output:-${address##*/}}"
done
"#;

/// Notes its arguments, and makes a program where it was asked to build or install one.
const CARGO: &str = r#"#!/bin/bash
set -e
printf '%s\n' "$@" >>"$MACHINE/cargo"
while [ $# -gt 0 ]; do
  case "$1" in
    --target-dir) place=$2/release ;;
    --root) place=$2/bin ;;
  esac
  shift
done
mkdir -p "$place"
printf '#!/bin/sh\necho built\n' >"$place/folkmoot"
chmod +x "$place/folkmoot"
"#;

/// Such a machine.
pub(super) struct Machine {
    folder: TempDir,
    variables: BTreeMap<String, String>,
}

/// What a script did.
#[derive(Debug)]
pub(super) struct Done {
    /// Its exit code.
    pub(super) code: i32,
    /// All that it said.
    pub(super) said: String,
    /// The lines that it left for the steps after it.
    pub(super) outputs: Vec<String>,
}

impl Machine {
    /// A machine with this system and architecture, as GitHub names them.
    pub(super) fn new(system: &str, architecture: &str) -> Self {
        let machine = Self { folder: TempDir::with_prefix("a machine ").unwrap(), variables: BTreeMap::new() };
        for folder in ["bin", "web", "temp files", "home"] {
            fs::create_dir(machine.path(folder)).unwrap();
        }
        machine.program("curl", CURL);
        machine.program("cargo", CARGO);
        let path = |name: &str| machine.path(name).to_str().unwrap().to_owned();
        let variables = [
            ("MACHINE", path("")),
            ("HOME", path("home")),
            ("PATH", format!("{}:/usr/bin:/bin", path("bin"))),
            ("RUNNER_TEMP", path("temp files")),
            ("RUNNER_OS", system.to_owned()),
            ("RUNNER_ARCH", architecture.to_owned()),
            ("GITHUB_SERVER_URL", "https://forge.example".to_owned()),
            ("GITHUB_REPOSITORY", "council/plan".to_owned()),
            ("GITHUB_OUTPUT", path("outputs")),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        Self { variables, ..machine }
    }

    /// A path on it.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same with a variable of the environment.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Puts a program on it.
    pub(super) fn program(&self, name: &str, script: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts an archive on the web that holds a program, with its checksum beside it.
    pub(super) fn released(self, archive: &str) -> Self {
        let name = archive.trim_end_matches(".tar.gz");
        let packed = self.path("packed").join(name);
        fs::create_dir_all(&packed).unwrap();
        fs::write(packed.join("folkmoot"), "#!/bin/sh\necho released\n").unwrap();
        fs::set_permissions(packed.join("folkmoot"), fs::Permissions::from_mode(0o755)).unwrap();
        let pack = "cd \"$1\" && tar -czf \"web/$2\" -C packed \"$3\" && cd web && sha256sum folkmoot-* >SHA256SUMS";
        let whole = self.path("");
        let pack = Command::new("bash").args(["-ec", pack, "-"]).arg(&whole).args([archive, name]).status().unwrap();
        assert!(pack.success());
        self
    }

    /// The same with a file on the web changed.
    pub(super) fn web(self, name: &str, change: impl Fn(String) -> String) -> Self {
        let path = self.path("web").join(name);
        let text = fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        fs::write(path, change(text)).unwrap();
        self
    }

    /// Runs a script, from a folder of the machine.
    pub(super) fn run(&self, script: &str) -> Done {
        let mut command = Command::new("/bin/bash");
        command.args(["-e", "-c", script]).env_clear().envs(&self.variables).current_dir(self.folder.path());
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let outputs = self.lines("outputs");
        Done { code: output.status.code().unwrap_or(-1), said: String::from_utf8(said).unwrap(), outputs }
    }

    /// Runs a script of the repository.
    pub(super) fn script(&self, name: &str) -> Done {
        let path = super::root().join(".github/scripts").join(name);
        self.run(&format!("exec '{}'", path.display()))
    }

    /// The lines of a file that the machine keeps; none where it is not there.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        fs::read_to_string(self.path(name)).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// What the program says that was installed at a place.
    pub(super) fn says(&self, place: impl AsRef<Path>) -> String {
        let output = Command::new(self.path("").join(place)).output();
        output.map_or_else(
            |error| error.to_string(),
            |output| String::from_utf8(output.stdout).unwrap().trim().to_owned(),
        )
    }
}
