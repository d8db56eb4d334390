//! Progress of long jobs, as a bar on standard error where a person sees it; nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shorter jobs than this many pieces show no bar.
const LONG: u64 = 300;

/// How far a job is. The bar goes when it is dropped.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// No bar.
    pub fn none() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    /// A bar for `all` pieces of work, or a count where nobody knows how many there are; hidden where standard error is no terminal.
    pub fn new(what: &'static str, all: Option<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(all, ProgressDrawTarget::hidden());
        let template = match all {
            Some(_) => "{msg} {bar:30} {pos} of {len}, {eta} left",
            None => "{msg} {pos}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("━╸ "));
        }
        if all.is_none_or(|all| all >= LONG) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_message(what);
        Self { bar }
    }

    /// Tells how many pieces are done.
    pub fn reached(&self, done: usize) {
        self.bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
