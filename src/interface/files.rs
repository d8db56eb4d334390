//! Files in and out: reading whole files and standard input, and replacing a file only by a complete new one.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::{Error, Result};

/// The name standard input goes by in messages and citations.
pub const STDIN: &str = "stdin";

/// Whether `path` means standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name of `path` in messages.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { STDIN.to_string() } else { path.display().to_string() }
}

/// All bytes of a file, or of standard input for `-`.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) { io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(path) };
    read.map_err(|error| cannot(path, "read", &error))
}

/// All text of a file. Bytes that are no UTF-8 are an error with their place.
pub fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        Error::new(name(path), format!("the byte at offset {offset} is not UTF-8")).expected("UTF-8 text").at_offset(&text, offset)
    })
}

/// Puts `contents` at `path`: written beside it in full, then renamed over it. A link is followed, permissions are kept. A device or pipe is written into.
pub fn replace(path: &Path, contents: &str) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if fs::metadata(&target).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return fs::write(&target, contents).map_err(|error| cannot(path, "write", &error));
    }
    let mut beside = target.clone().into_os_string();
    beside.push(format!(".{}.new", std::process::id()));
    let write = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.write_all(contents.as_bytes())?;
        if let Ok(old) = fs::metadata(&target) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &target)
    };
    write().map_err(|error| {
        fs::remove_file(&beside).ok();
        cannot(path, "write", &error)
    })
}

/// What went wrong with a file, in words without the system's error number.
pub fn cannot(path: &Path, what: &str, error: &io::Error) -> Error {
    let full = error.to_string();
    let words = full.split(" (os error").next().unwrap_or(&full).to_lowercase();
    Error::new(name(path), format!("cannot {what} it: {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fresh folder of its own for a test.
    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("docent-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        folder
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_replaced_by_one() {
        use std::os::unix::fs::FileTypeExt;
        let folder = folder("socket");
        let path = folder.join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
        assert!(replace(&path, "text").is_err(), "nothing can be written into a socket's name");
        assert!(fs::metadata(&path).expect("the socket is still there").file_type().is_socket());
        fs::remove_dir_all(folder).expect("the folder can go");
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside() {
        let folder = folder("replace");
        let file = folder.join("a.dialogue");
        for contents in ["one\n", "two\n"] {
            replace(&file, contents).expect("written");
            assert_eq!(fs::read_to_string(&file).expect("read"), contents);
        }
        assert_eq!(fs::read_dir(&folder).expect("listed").count(), 1);
        fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn faults_name_file_and_place() {
        let folder = folder("faults");
        let file = folder.join("bad.txt");
        fs::write(&file, b"one\ntwo \xff").expect("written");
        let told = |error: Error| error.to_string().replace(&format!("{}/", folder.display()), "");
        assert_eq!(read_text(&file).map_err(told), Err("bad.txt:2:5: the byte at offset 8 is not UTF-8; expected UTF-8 text".into()));
        assert_eq!(read_text(&folder.join("none")).map_err(told), Err("none: cannot read it: no such file or directory".into()));
        fs::remove_dir_all(folder).ok();
    }
}
