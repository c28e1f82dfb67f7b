//! Counts what each thread has allocated: bytes that live, and the most that ever did.
#![allow(unsafe_code, reason = "an allocator can't be written without; it hands on to the system's, unchanged")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn add(bytes: isize) {
    // A thread that ends has none of the two any more.
    let _ = LIVE.try_with(|live| {
        live.set(live.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(live.get())));
    });
}

fn size(layout: Layout) -> isize {
    isize::try_from(layout.size()).unwrap_or(isize::MAX)
}

// SAFETY: every call goes to the system's allocator with the arguments that came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(size(layout));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        add(-size(layout));
        unsafe { System.dealloc(at, layout) }
    }
}

/// Bytes that this thread has allocated and not given back; less than none where it gives back another's.
pub fn live() -> isize {
    LIVE.get()
}

/// What `work` gives, and how many bytes more than before lived at its height.
pub fn peak<T>(work: impl FnOnce() -> T) -> (T, isize) {
    let before = live();
    PEAK.set(before);
    let done = work();
    (done, PEAK.get() - before)
}
