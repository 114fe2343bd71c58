//! The work grows with the length of a message and no faster, shown by counting how often the rules look at a token: no clock,
//! so the same on every machine.

use super::reading::LOOKS;
use super::*;

/// Texts that, repeated, are the worst for one rule or another.
const UNITS: [&str; 43] = [
    "4",
    "4 ",
    "4\u{200B}",
    "4-",
    ":4",
    "4\u{1E}",
    "4012\u{1E}",
    "four ",
    "double ",
    "four one ",
    "cvv four one ",
    "4012 8888 ",
    "card 4 1 ",
    "tengo 9 years, 3/4/2016 ",
    "a",
    "a1",
    "/",
    "\"a ",
    "pass/",
    "p: u: ",
    "4111111111111111 ",
    "41111111111111111227123 ",
    "card 4111 1111 ",
    "⟦PAN⟧ 4 ",
    "%B4111111111111111^",
    "user a / Hunter2! ",
    "password Hunter2! ",
    "password is ",
    "dob 01/02/1980 ",
    "June 3 1980 ",
    "born June 3 1980, ",
    "exp 12/27 ",
    "food card exp 12/27 ",
    "123-45-6789 ",
    "a@b.c ",
    "code ",
    "they texted me 482913 ",
    "account 4471 ",
    "DE89 3704 ",
    "1EG4 ",
    "d o b ",
    "last 4 ",
    "4000 N ",
];

fn looks(text: &str) -> u64 {
    LOOKS.with(|looks| looks.set(0));
    let _ = mask(text, Allowed::NOTHING);
    LOOKS.with(core::cell::Cell::get)
}

#[test]
fn twice_the_text_is_twice_the_work() {
    let faster: Vec<_> = UNITS
        .iter()
        .map(|unit| (unit, looks(&unit.repeat(1000)), looks(&unit.repeat(2000))))
        .filter(|(_, once, twice)| *twice > once * 11 / 5 + 1000)
        .collect();
    assert!(faster.is_empty(), "{faster:?}");
}
