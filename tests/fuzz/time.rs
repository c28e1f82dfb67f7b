//! How long a thread has been at work: another's work on the machine does not count.

use std::fs;
use std::time::{Duration, Instant};

/// A moment in a thread's work.
pub struct Since {
    worked: Option<Duration>,
    at: Instant,
}

/// The time that a processor has spent on this thread; `None` where the system does not tell.
fn worked() -> Option<Duration> {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    said.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

impl Since {
    /// From now on.
    pub fn now() -> Self {
        Self { worked: worked(), at: Instant::now() }
    }

    /// The thread's work since then; by the clock where the system does not tell it.
    pub fn elapsed(&self) -> Duration {
        match (self.worked, worked()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.at.elapsed(),
        }
    }
}
