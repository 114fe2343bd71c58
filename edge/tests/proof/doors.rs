//! The doors: shut at once, days set, who did it and why; chats that wait or run go on.

use crate::office::Office;
use crate::stage::{policy, staff_id};
use edge::city::City;
use edge::desk::Effect;
use shared::calendar::{Date, DatedDay, DayHours, DoorsChange};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{ChangeDoors, DeskDown, Role};

fn today(office: &Office) -> Date {
    City::find("rehearsal").unwrap().today(office.now)
}

fn snow(on: Date) -> DoorsChange {
    let hours = DayHours::default();
    DoorsChange::Set { day: DatedDay { on, hours, en: "Snow".into(), es: "Nieve".into(), department: None } }
}

/// Ines changes the doors. What the consoles are told of it: version, and whether they are shut.
fn change(
    office: &mut Office,
    version: u32,
    reason: &str,
    change: DoorsChange,
) -> Result<Vec<(u32, bool)>, Refusal> {
    let asked = ChangeDoors { version, reason: reason.to_owned(), change };
    let (now, by) = ((office.now, today(office)), (staff_id("ines"), "Ines Okafor".to_owned()));
    let effects = office.object.desk.change_doors(policy(), now, by, asked)?;
    office.object.commit(&effects);
    let told = crate::desk_disk::sent(&office.object.desk, office.now, effects);
    let told = told.into_iter().filter_map(|effect| {
        let Effect::Send { frame: DeskDown::Board(board), .. } = effect else { return None };
        Some((board.doors, board.shut))
    });
    Ok(told.collect())
}

#[test]
fn em_hrs_a_an_administrator_shuts_the_doors_and_every_console_is_told() {
    let mut office = Office::with(&["dana"]);
    office.comes("tomas", Role::Supervisor);
    office.has("dana", 1);
    office.waits(2, 0);
    let told = change(&mut office, 0, "  Water main broke at city hall ", DoorsChange::Shut {}).unwrap();
    assert_eq!(told, [(1, true); 2]);
    assert_eq!(office.boards(), "dana: offered -, has [1]; tomas: offered -, has []", "her chat goes on");
    assert_eq!(office.line("dana"), ["2"], "who waits goes on waiting");
    let (_, edit) = &office.object.doors[0];
    assert_eq!((edit.version, edit.at, edit.by.clone()), (1, office.now, staff_id("ines")));
    assert_eq!((edit.name.as_str(), edit.reason.as_str()), ("Ines Okafor", "Water main broke at city hall"));
    assert_eq!(edit.counts_on(), None, "at once");
    office.object.kill();
    assert!(office.object.desk.doors().shut, "a restart opens nothing");
    assert!(change(&mut office, 1, "Repaired", DoorsChange::Open {}).is_ok());
    assert!(!office.object.desk.doors().shut);
}

#[test]
fn em_hrs_a_a_change_from_an_older_version_is_refused_and_changes_nothing() {
    let mut office = Office::new();
    let day = today(&office).plus(3);
    assert!(change(&mut office, 0, "Storm is coming", snow(day)).is_ok());
    assert_eq!(change(&mut office, 0, "Storm is coming", DoorsChange::Shut {}), Err(Refusal::Outdated));
    assert_eq!(change(&mut office, 1, "Storm is coming", snow(day)), Err(Refusal::Outdated), "it stands so");
    let drop = DoorsChange::Drop { on: day, department: None };
    assert!(change(&mut office, 1, "It turned", drop).is_ok());
    let (doors, edit) = office.object.doors.last().unwrap();
    assert_eq!((doors.version, doors.days.len(), edit.counts_on()), (2, 0, Some(day)));
    assert_eq!(edit.before.as_ref().map(|day| day.en.as_str()), Some("Snow"), "what it was is on record");
}

#[test]
fn em_hrs_a_what_is_no_day_or_has_no_reason_is_refused() {
    let mut office = Office::new();
    let day = today(&office);
    assert_eq!(change(&mut office, 0, " ", snow(day)), Err(Refusal::EmptyText));
    assert_eq!(change(&mut office, 0, &"x".repeat(301), snow(day)), Err(Refusal::TextTooLong));
    assert_eq!(change(&mut office, 0, "Storm", snow(day.plus(-1))), Err(Refusal::BadDay));
    assert!(office.object.doors.is_empty());
}

#[test]
fn em_hrs_a_no_chat_begins_while_the_doors_are_shut_and_messages_are_taken() {
    let mut office = Office::new();
    change(&mut office, 0, "Drill", DoorsChange::Shut {}).unwrap();
    let doors = office.object.desk.doors();
    let city = City::find("eagle-mountain").unwrap();
    let topic = city.policy.topics[0].id.clone();
    // A Monday at ten.
    let now = Millis(1_795_453_200_000);
    assert!(city.openings(shared::calendar::Doors::default(), &topic, now).is_open(now));
    assert!(!city.openings(doors.clone(), &topic, now).is_open(now));
    let face = city.face(doors.clone(), now);
    assert!(face.topics.iter().all(|topic| topic.message_due.is_some_and(|due| due > now)));
    assert!(face.topics.iter().all(|own| face.openings(Some(&own.id)).is_some_and(|own| !own.is_open(now))));
}
