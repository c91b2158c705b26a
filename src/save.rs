//! Files written whole or not at all: whoever looks finds the old file or the new one, never half of one.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::error::Error;

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Writes `content` to `target`. What was there stays when it is to be kept, when it is write-protected, and
/// when anything goes wrong.
pub fn save(target: &Path, content: &[u8], existing: Existing) -> Result<(), Error> {
    // A link stays a link: what it points to is replaced.
    let real = fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
    if let Ok(metadata) = fs::metadata(&real) {
        if existing == Existing::Keep {
            return Err(Error::Exists);
        }
        if metadata.is_dir() {
            return Err(Error::NotWritten("there is a folder of this name".to_owned()));
        }
        // Replacing needs no right on the file, only on its folder; a protected file was protected for a reason.
        if metadata.permissions().readonly() {
            return Err(Error::NotWritten("the file is write-protected".to_owned()));
        }
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
    write(folder.unwrap_or(Path::new(".")), &real, content, existing).map_err(|error| {
        match error.kind() {
            // It came meanwhile.
            io::ErrorKind::AlreadyExists => Error::Exists,
            _ => Error::NotWritten(error.to_string()),
        }
    })
}

fn write(folder: &Path, target: &Path, content: &[u8], existing: Existing) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sidelight-");
    // A scratch file is for its owner alone; what becomes of it is for whom the system's mask says.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    // A full disk may tell only now.
    file.as_file().sync_all()?;
    let moved = match existing {
        Existing::Keep => file.persist_noclobber(target),
        Existing::Replace => file.persist(target),
    };
    moved.map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn an_existing_file_is_replaced_only_on_request() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        save(&path, b"one", Existing::Keep).unwrap();
        assert_eq!(save(&path, b"two", Existing::Keep), Err(Error::Exists));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        save(&path, b"two", Existing::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    #[test]
    fn a_protected_file_and_a_missing_folder_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "one").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let why = save(&path, b"two", Existing::Replace).unwrap_err().to_string();
        assert_eq!(why, "the file could not be written (the file is write-protected)");
        assert_eq!(fs::read(&path).unwrap(), b"one");
        let nowhere = folder.path().join("none").join("a.txt");
        assert!(matches!(save(&nowhere, b"", Existing::Keep), Err(Error::NotWritten(_))));
        assert!(matches!(save(folder.path(), b"", Existing::Replace), Err(Error::NotWritten(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_others_may_read() {
        use std::os::unix::fs::{MetadataExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        save(&path, b"one", Existing::Keep).unwrap();
        symlink(&path, &link).unwrap();
        save(&link, b"two", Existing::Replace).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        // As much as a file made in the usual way.
        fs::write(folder.path().join("usual.txt"), "").unwrap();
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().mode();
        assert_eq!(mode("a.txt"), mode("usual.txt"));
    }
}
