//! How fast a message is read and masked, and how much it allocates: `cargo bench -p shared`.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use shared::privacy::{Allowed, Window, mask};
use shared::scan::Scan;
use shared::time::Millis;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Messages as residents write them: a third with numbers, one in twelve with something to mask.
const CHAT: &str = include_str!("chat.txt");

const CLEAN: &str = "the playground at the park has a broken swing and the kids are sad about it ";

fn mixed() -> String {
    CHAT.trim_end().repeat(64)
}

#[divan::bench(args = ["chat", "clean", "digits", "digits apart", "zero width", "number words", "full width"])]
fn whole_buffer(bencher: Bencher<'_, '_>, kind: &str) {
    let text = match kind {
        "chat" => mixed(),
        "clean" => CLEAN.repeat(800),
        "digits" => "4".repeat(64 * 1024),
        "digits apart" => "4 ".repeat(32 * 1024),
        "zero width" => "4\u{200B}".repeat(16 * 1024),
        "number words" => "four one ".repeat(7 * 1024),
        _ => "４１".repeat(10 * 1024),
    };
    let mut scan = Scan::new();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        Window::default()
            .mask_with(&mut scan, Millis(0), 0, black_box(&text), Allowed::NOTHING)
            .findings
            .len()
    });
}

#[divan::bench]
fn read_only(bencher: Bencher<'_, '_>) {
    let text = mixed();
    let mut scan = Scan::new();
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| scan.read(black_box(&text)).tokens().len());
}

/// Twelve messages, each by itself: the one allocation of each is the masked text that comes out.
#[divan::bench]
fn messages(bencher: Bencher<'_, '_>) {
    let bytes: usize = CHAT.lines().map(str::len).sum();
    let mut scan = Scan::new();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        CHAT.lines()
            .map(|text| {
                let mut window = Window::default();
                window.mask_with(&mut scan, Millis(0), 0, black_box(text), Allowed::NOTHING).findings.len()
            })
            .sum::<usize>()
    });
}

#[divan::bench]
fn one_typical_message() -> usize {
    mask(black_box("hello, my trash was not picked up today"), Allowed::NOTHING).findings.len()
}
