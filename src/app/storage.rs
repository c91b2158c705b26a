//! What outlives the window: settings for each user, a reader's place for each file.
//!
//! A file that cannot be understood is renamed to `….unreadable` and reported, never overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use super::settings::Settings;

/// Where things are kept; `None` keeps nothing, as in tests.
#[derive(Clone, Debug, Default)]
pub struct Storage {
    folder: Option<PathBuf>,
}

impl Storage {
    /// The user's own folder; nothing is kept where the system names none.
    pub fn of_user() -> Self {
        Self { folder: dirs::config_dir().map(|folder| folder.join("sidelight")) }
    }

    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: Some(folder.into()) }
    }

    pub fn nowhere() -> Self {
        Self::default()
    }

    /// The settings, and what to tell the person where they had to be set aside.
    pub fn load_settings(&self) -> (Settings, Option<String>) {
        let Some(path) = self.path("settings.json") else { return (Settings::default(), None) };
        let Ok(json) = fs::read_to_string(&path) else { return (Settings::default(), None) };
        match Settings::from_json(&json) {
            Some(settings) => (settings, None),
            None => (Settings::default(), Some(set_aside(&path))),
        }
    }

    pub fn save_settings(&self, settings: &Settings) {
        self.write("settings.json", &settings.to_json());
    }

    /// What was kept about an article file.
    pub fn load_place(&self, article: &Path) -> Option<String> {
        fs::read_to_string(self.path(&place_name(article))?).ok()
    }

    pub fn save_place(&self, article: &Path, json: &str) {
        self.write(&place_name(article), json);
    }

    /// Sets aside what was kept about an article and could not be understood.
    pub fn set_place_aside(&self, article: &Path) -> Option<String> {
        Some(set_aside(&self.path(&place_name(article))?))
    }

    /// Where the user's own templates lie.
    pub fn templates(&self) -> Option<PathBuf> {
        self.path("templates")
    }

    fn path(&self, name: &str) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(name))
    }

    /// Losing a setting is no reason to disturb a reader, so errors end here.
    fn write(&self, name: &str, content: &str) {
        let Some(path) = self.path(name) else { return };
        let Some(folder) = path.parent() else { return };
        let written = fs::create_dir_all(folder).and_then(|()| {
            // Written beside and moved over, so that a crash leaves the old file or the new one.
            let beside = path.with_extension("new");
            fs::write(&beside, content).and_then(|()| fs::rename(&beside, &path))
        });
        drop(written);
    }
}

fn set_aside(path: &Path) -> String {
    let aside = path.with_extension("unreadable");
    let moved = fs::rename(path, &aside);
    let where_to = if moved.is_ok() { aside } else { path.to_path_buf() };
    where_to.display().to_string()
}

/// A file name for an article's path: readable in its beginning, unique by its end.
fn place_name(article: &Path) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(article.as_os_str().as_encoded_bytes());
    let short = digest.iter().take(8).fold(0u64, |short, byte| (short << 8) | u64::from(*byte));
    let stem = article.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let stem: String = stem.unwrap_or_default().chars().map(plain).take(40).collect();
    format!("places/{stem}-{short:016x}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corrupt_settings_file_is_set_aside_with_a_notice() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        fs::write(folder.path().join("settings.json"), "{ not json").expect("written");
        let storage = Storage::in_folder(folder.path());
        let (settings, notice) = storage.load_settings();
        assert_eq!(settings, Settings::default());
        assert!(notice.expect("it is reported").ends_with("settings.unreadable"));
        let kept = fs::read_to_string(folder.path().join("settings.unreadable")).expect("kept");
        assert_eq!(kept, "{ not json");
        storage.save_settings(&Settings { split: 0.5, ..settings });
        assert!((storage.load_settings().0.split - 0.5).abs() < 0.001);
    }

    #[test]
    fn places_of_two_files_do_not_meet() {
        let storage = Storage::in_folder(tempfile::tempdir().expect("scratch").keep());
        storage.save_place(Path::new("/a/x.txt"), "1");
        storage.save_place(Path::new("/b/x.txt"), "2");
        assert_eq!(storage.load_place(Path::new("/a/x.txt")).as_deref(), Some("1"));
        assert_eq!(storage.load_place(Path::new("/c/x.txt")), None);
    }
}
