//! The doors: how they are set, changed and kept on record.

use super::{AT, is_golden, staff_id};
use shared::calendar::{Date, DatedDay, DayHours, Doors, DoorsChange};
use shared::wire::v1::{ChangeDoors, DoorsEdit, DoorsSheet};

#[test]
fn the_doors_are_as_the_golden_files_say() {
    let on = Date::parse("2026-12-24").unwrap();
    let building = || Some("Building".to_owned());
    let closed =
        DatedDay { on, hours: DayHours::default(), en: "Snow".into(), es: "Nieve".into(), department: None };
    let half = DatedDay {
        on,
        hours: DayHours::parse("08:00-12:00").unwrap(),
        en: "Open in the morning".into(),
        es: "Abierto por la mañana".into(),
        department: building(),
    };
    let change = |version, reason: &str, change| ChangeDoors { version, reason: reason.to_owned(), change };
    let shuts = "Water main broke at city hall";
    is_golden("http.change_doors", &change(6, shuts, DoorsChange::Shut {}));
    is_golden("http.change_doors.2", &change(7, "Repaired", DoorsChange::Open {}));
    is_golden("http.change_doors.3", &change(8, "Storm warning", DoorsChange::Set { day: closed.clone() }));
    is_golden("http.change_doors.4", &change(9, "It turned", DoorsChange::Drop { on, department: None }));
    is_golden(
        "http.change_doors.5",
        &change(9, "It turned", DoorsChange::Drop { on, department: building() }),
    );
    let edit = |version, reason: &str, change, before| DoorsEdit {
        version,
        at: AT,
        by: staff_id(),
        name: "Dana Reyes".to_owned(),
        reason: reason.to_owned(),
        change,
        before,
    };
    let before = Some(DatedDay { department: building(), ..closed });
    let edits = vec![
        edit(8, "Staff meeting moved", DoorsChange::Set { day: half.clone() }, before),
        edit(7, shuts, DoorsChange::Shut {}, None),
    ];
    let today = Date::parse("2026-11-20").unwrap();
    let doors = Doors { version: 8, shut: true, days: vec![half] };
    is_golden(
        "http.doors",
        &DoorsSheet { doors, edits, today, departments: building().into_iter().collect() },
    );
    let untouched = DoorsSheet { doors: Doors::default(), edits: vec![], today, departments: vec![] };
    is_golden("http.doors.2", &untouched);
}
