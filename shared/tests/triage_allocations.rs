//! A message that calls for nothing costs no memory: the widget judges at every pause in typing.

use shared::scan::Scan;
use shared::triage::{Extra, Tier, read};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATIONS: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn a_message_that_calls_for_nothing_allocates_nothing() {
    let mut scan = Scan::new();
    let extra = Extra::default();
    let harmless = [
        "hi, is anybody there?",
        "hello",
        "hola, buenas tardes",
        "good morning, are you there",
        "hola, ¿hay alguien?",
        "what are the hours of the library on saturday",
        "how do I get a burn permit",
        "¿a qué hora abre la oficina de permisos?",
        "gracias, muy amable",
    ];
    for text in harmless {
        let region = Region::new(ALLOCATIONS);
        let found = read(&scan.read(text), &extra);
        let change = region.change();
        assert_eq!((found.tier, found.close_to), (Tier::None, None), "{text}");
        assert_eq!((change.allocations, change.reallocations), (0, 0), "{text}");
    }
}
