//! Where templates lie: built in, and in the user's own folder, whose files come first; and where the user's table
//! of states lies beside it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::export::template::{Template, built_in};

/// What template files end in, after the ending of what they make: `note.md.jinja`.
const ENDING: &str = "jinja";

/// The folder for a user's own templates; `None` where the system names no folder for settings.
pub fn folder() -> Option<PathBuf> {
    settings("templates")
}

/// A user's own states and seats of power; `None` where the system names no folder for settings.
pub fn own_states() -> Option<PathBuf> {
    settings("states.tsv")
}

/// What is called so in the user's folder of settings.
fn settings(name: &str) -> Option<PathBuf> {
    dirs::config_dir().map(|folder| folder.join("sidelight").join(name))
}

/// Every template by its name, a user's own instead of a built-in one of the same name.
///
/// A file that cannot be read is left out: whoever asks for it by name hears why.
pub fn all(folder: Option<&Path>) -> Vec<Template> {
    let entries = folder.and_then(|folder| fs::read_dir(folder).ok());
    let paths = entries.into_iter().flatten().flatten().map(|entry| entry.path());
    let is_template = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING);
    let mut own: Vec<Template> =
        paths.filter(is_template).filter_map(|path| load(&path).ok()).collect();
    own.sort_by(|a, b| a.name.cmp(&b.name));
    let built_in = built_in().into_iter();
    let mut all: Vec<Template> =
        built_in.filter(|template| own.iter().all(|mine| mine.name != template.name)).collect();
    all.append(&mut own);
    all
}

/// The template of this name, with or without its ending, or in this file.
pub fn find(wanted: &str, folder: Option<&Path>) -> Result<Template, Error> {
    let path = Path::new(wanted);
    if path.is_file() || path.components().count() > 1 {
        return load(path);
    }
    let known = all(folder);
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let found = known.iter().find(|template| template.name == wanted);
    let found = found.or_else(|| known.iter().find(|template| stem(&template.name) == wanted));
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|template| template.name.as_str()).collect();
        Error::Template(format!("there is no {wanted}, but {}", names.join(", ")))
    })
}

fn load(path: &Path) -> Result<Template, Error> {
    let source = fs::read_to_string(path)
        .map_err(|error| Error::Template(format!("{}: {error}", path.display())))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(&format!(".{ENDING}")).unwrap_or(&name).to_owned();
    Ok(Template { name, source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_templates_join_the_built_in_and_replace_them() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("note.md.jinja"), "mine").unwrap();
        fs::write(folder.path().join("cable.txt.jinja"), "cable").unwrap();
        fs::write(folder.path().join("readme.txt"), "no template").unwrap();
        let names: Vec<String> =
            all(Some(folder.path())).into_iter().map(|template| template.name).collect();
        assert_eq!(names, ["bulletin.txt", "questions.md", "briefing.md", "cable.txt", "note.md"]);
        assert_eq!(find("note", Some(folder.path())).unwrap().source, "mine");
        assert_eq!(find("cable.txt", Some(folder.path())).unwrap().extension(), "txt");
        let file = folder.path().join("cable.txt.jinja");
        assert_eq!(find(file.to_str().unwrap(), None).unwrap().source, "cable");
        let why = find("nothing", Some(folder.path())).unwrap_err().to_string();
        assert!(why.contains("there is no nothing, but bulletin.txt"), "{why}");
        assert!(find("/nowhere/x.jinja", None).unwrap_err().to_string().contains("/nowhere"));
    }
}
