//! What commands print.

use std::fmt::Arguments;
use std::io::{self, Write};
use std::process;

/// Prints a line on standard output, like `println!`; when whoever reads it has seen enough, the program ends quietly.
macro_rules! say {
    ($($words:tt)*) => { $crate::say::line(format_args!($($words)*)) };
}
pub(crate) use say;

pub(crate) fn line(words: Arguments<'_>) {
    keep(writeln!(io::stdout().lock(), "{words}"));
}

/// Prints a text as it is.
pub(crate) fn text(words: &str) {
    let mut out = io::stdout().lock();
    keep(out.write_all(words.as_bytes()).and_then(|()| out.flush()));
}

fn keep(written: io::Result<()>) {
    match written {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => process::exit(0),
        Err(error) => {
            eprintln!("error: cannot write: {error}");
            process::exit(2);
        }
    }
}
