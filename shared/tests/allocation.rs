//! What a message costs in memory: copies of itself and no working memory, when nothing is found in it.

use shared::privacy::{Allowed, Window};
use shared::scan::Scan;
use shared::time::Millis;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn a_message_in_which_nothing_is_found_allocates_only_copies_of_itself() {
    let mut scan = Scan::new();
    for text in [
        "hi, is anybody there?",
        "my trash was not picked up this morning at the corner by the school",
        "¿a qué hora cierra la oficina hoy?",
        "there's a pothole near the school, it's getting bigger every week",
        "we have 16 units on one meter and 2545 E Pony Express Pkwy has none",
        "ok thanks, that helps a lot 🙏",
    ] {
        // The first message of a scan makes its buffers.
        let mut window = Window::default();
        let _ = window.mask_with(&mut scan, Millis(0), 0, text, Allowed::NOTHING);
        let mut window = Window::default();
        let region = Region::new(ALLOCATOR);
        let masking = window.mask_with(&mut scan, Millis(0), 0, text, Allowed::NOTHING);
        let made = region.change();
        assert!(masking.findings.is_empty());
        // A message that a number of the next ones may belong to is remembered as well, as a copy.
        assert!(made.allocations <= 3, "{text:?}: {made:?}");
    }
}
