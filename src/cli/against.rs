//! The addresses of an earlier build, which a check is held against.

use std::path::{Path, PathBuf};

use crate::check::earlier::Earlier;
use crate::export::{ADDRESSES, AddressList};
use crate::load;

/// Reads the list at `path`, or the one in the folder there; the sentence says why it cannot be.
pub(super) fn read(path: &Path, root: &Path) -> Result<Earlier, String> {
    let file: PathBuf = if path.is_dir() { path.join(ADDRESSES) } else { path.to_owned() };
    if path.is_dir() && !file.exists() {
        return Err(format!(
            "The folder \"{}\" holds no {ADDRESSES}, which every build writes. Name the folder of an earlier build, or its \
             {ADDRESSES}.",
            path.display()
        ));
    }
    let bytes = load::named(&file)?;
    let name = load::name_within(&file, root);
    let advice = format!("Name the folder of an earlier build, or its {ADDRESSES}.");
    let list = AddressList::read(&bytes).map_err(|fault| format!("The file \"{name}\" {fault}. {advice}"))?;
    // What a finding says must be the same on every machine, wherever the earlier build was put there.
    let is_of_the_site = !Path::new(&name).is_absolute() && !name.starts_with("..");
    Ok(Earlier { list, name: if is_of_the_site { name } else { ADDRESSES.to_owned() } })
}
