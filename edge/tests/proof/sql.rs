//! Every statement of `edge::store` on SQLite, as the shell binds it.

use crate::stage::{self, START, action, card, chat_id, staff_id, topic};
use edge::between::ToDesk;
use edge::desk::{Danger, Entry, Gone, Held, Member, Pace, Pending, Transfer};
use edge::session::{Phase, Record};
use edge::store::{APPLIED, EXISTS, LAST_MIGRATION, MIGRATIONS, case, chat, desk, mailbox, records};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::calendar::Doors;
use shared::id::ChoiceId;
use shared::language::Language;
use shared::time::Millis;
use shared::triage::Tier;
use shared::wire::v1::{Place, Presence, Priority, Target};

type Values = Vec<Value>;

#[test]
fn the_steps_are_taken_once_and_only_those_that_are_missing() {
    for steps in [case::STEPS, chat::STEPS, desk::STEPS, records::STEPS] {
        let sql = Connection::open_in_memory().unwrap();
        assert_eq!(rows(&sql, EXISTS), [[Value::Integer(0)]], "asking creates nothing");
        for have in 0..=steps.len() {
            migrate(&sql, &steps[..have]);
            migrate(&sql, &steps[..have]);
            assert_eq!(rows(&sql, LAST_MIGRATION), [[Value::Integer(i64::try_from(have).unwrap())]]);
        }
        assert_eq!(rows(&sql, EXISTS), [[Value::Integer(1)]]);
    }
}

#[test]
fn each_statement_has_as_many_values_as_the_shell_binds_and_columns_as_it_reads() {
    let sql = with(chat::STEPS);
    let table = [
        (chat::READ_CHAT, 0, 3),
        (chat::OPEN_CHAT, 3, 0),
        (chat::REWRAP_CHAT, 2, 0),
        (chat::SAVE_RECORD, 1, 0),
        (chat::READ_LINES, 0, 5),
        (chat::SAVE_LINE, 5, 0),
        (chat::READ_RECEIPTS, 0, 2),
        (chat::SAVE_RECEIPTS, 2, 0),
        (chat::READ_CALLS, 0, 2),
        (chat::SAVE_CALL, 2, 0),
        (chat::DELETE_CALL, 1, 0),
        (MIGRATIONS, 0, 0),
        (LAST_MIGRATION, 0, 1),
        (APPLIED, 2, 0),
        (EXISTS, 0, 1),
    ];
    counts(&sql, &table);
    let sql = with(desk::STEPS);
    let table = [
        (desk::READ_WAITING, 0, 1),
        (desk::READ_HELD, 0, 1),
        (desk::READ_GONE, 0, 1),
        (desk::READ_MEMBERS, 0, 1),
        (desk::SAVE_WAITING, 2, 0),
        (desk::SAVE_HELD, 2, 0),
        (desk::SAVE_MEMBER, 2, 0),
        (desk::SAVE_GONE, 3, 0),
        (desk::DELETE_WAITING, 1, 0),
        (desk::DELETE_HELD, 1, 0),
        (desk::FORGET_GONE, 1, 0),
        (desk::READ_PACE, 0, 1),
        (desk::SAVE_PACE, 1, 0),
        (desk::COUNT_OUTCOME, 3, 0),
        (desk::READ_DANGERS, 0, 1),
        (desk::SAVE_DANGER, 3, 0),
        (desk::FORGET_DANGERS, 1, 0),
        (desk::COUNT_DANGER, 2, 0),
        (desk::COUNT_ANSWER, 3, 0),
        (desk::READ_DOORS, 0, 1),
        (desk::READ_DOORS_EDITS, 0, 1),
        (desk::ADD_DOORS, 3, 0),
    ];
    counts(&sql, &table);
    let sql = with(records::STEPS);
    let table = [
        (records::READ_NIGHTS, 0, 1),
        (records::READ_ENTRIES, 0, 1),
        (records::READ_LEDGER, 0, 1),
        (records::READ_PROBE, 1, 1),
        (records::SAVE_PROBE, 2, 0),
        (records::SAVE_NIGHT, 2, 0),
        (records::SAVE_ENTRY, 3, 0),
        (records::SAVE_LINK, 2, 0),
        (records::DELETE_NIGHT, 1, 0),
        (records::DELETE_PROBE, 1, 0),
        (records::DELETE_ENTRIES, 1, 0),
        (records::READ_HELD, 0, 1),
        (records::SAVE_HELD, 1, 0),
        (records::DELETE_HELD, 1, 0),
    ];
    counts(&sql, &table);
    let sql = with(mailbox::STEPS);
    let table = [
        (mailbox::READ_MESSAGES, 0, 1),
        (mailbox::READ_SEALED, 1, 1),
        (mailbox::READ_LAST, 0, 1),
        (mailbox::SAVE_LAST, 1, 0),
        (mailbox::ADD_MESSAGE, 3, 0),
        (mailbox::SAVE_MESSAGE, 2, 0),
        (mailbox::DELETE_MESSAGE, 1, 0),
        (mailbox::COUNT_ANSWERED, 4, 0),
    ];
    counts(&sql, &table);
    counts(&with(case::STEPS), &[(case::READ_CASE, 0, 1), (case::SAVE_CASE, 1, 0)]);
}

#[test]
fn a_chat_is_opened_once_and_its_record_replaced() {
    let sql = with(chat::STEPS);
    assert!(rows(&sql, chat::READ_CHAT).is_empty());
    let mut record = Record::new(chat_id(1), topic(), Language::Es, START, START);
    record.alarm = Tier::Crisis988;
    let key = Value::Blob(vec![0, 159, 255]);
    let open = |record: &Record| vec![text("2026-11-21"), key.clone(), json(record)];
    run(&sql, chat::OPEN_CHAT, open(&record)).unwrap();
    assert!(run(&sql, chat::OPEN_CHAT, open(&record)).is_err(), "there is one chat in an object");
    record.phase = Phase::Active;
    record.staff = Some(staff_id("dana"));
    run(&sql, chat::SAVE_RECORD, vec![json(&record)]).unwrap();
    let row = rows(&sql, chat::READ_CHAT).remove(0);
    assert_eq!((&row[0], &row[1]), (&text("2026-11-21"), &key));
    assert_eq!(read::<Record>(&row[2]), record);
}

#[test]
fn a_line_is_replaced_when_it_is_struck_and_a_reference_stands_once() {
    let sql = with(chat::STEPS);
    let line = |seq, reference: Option<u128>, struck, sealed: &[u8]| {
        let reference = reference.map_or(Value::Null, |number| text(action(number).as_str()));
        let (seq, struck) = (Value::Integer(seq), Value::Integer(struck));
        vec![seq, Value::Integer(START.0), reference, struck, Value::Blob(sealed.to_vec())]
    };
    run(&sql, chat::SAVE_LINE, line(10, Some(2), 0, b"ten")).unwrap();
    run(&sql, chat::SAVE_LINE, line(9, None, 0, b"nine")).unwrap();
    run(&sql, chat::SAVE_LINE, line(2, None, 0, b"two")).unwrap();
    run(&sql, chat::SAVE_LINE, line(10, Some(2), 1, b"struck")).unwrap();
    let stored = [line(2, None, 0, b"two"), line(9, None, 0, b"nine"), line(10, Some(2), 1, b"struck")];
    assert_eq!(rows(&sql, chat::READ_LINES), stored, "in the order of their numbers");
    assert!(run(&sql, chat::SAVE_LINE, line(11, Some(2), 0, b"twice")).is_err());
}

#[test]
fn receipts_are_one_row_and_calls_are_struck_off_in_order() {
    let sql = with(chat::STEPS);
    for (resident, staff) in [(1, 0), (4_000_000_000, 7)] {
        let pair = vec![Value::Integer(resident), Value::Integer(staff)];
        run(&sql, chat::SAVE_RECEIPTS, pair.clone()).unwrap();
        assert_eq!(rows(&sql, chat::READ_RECEIPTS), [pair]);
    }
    let call = |id: i64, call: &ToDesk| vec![Value::Integer(id), json(call)];
    let (wait, leave) = (stage::wait(chat_id(1), START), stage::leave(chat_id(1)));
    run(&sql, chat::SAVE_CALL, call(7, &leave)).unwrap();
    run(&sql, chat::SAVE_CALL, call(1, &wait)).unwrap();
    run(&sql, chat::SAVE_CALL, call(1, &wait)).unwrap();
    assert_eq!(rows(&sql, chat::READ_CALLS), [call(1, &wait), call(7, &leave)]);
    run(&sql, chat::DELETE_CALL, vec![Value::Integer(1)]).unwrap();
    run(&sql, chat::DELETE_CALL, vec![Value::Integer(1)]).unwrap();
    let left = rows(&sql, chat::READ_CALLS);
    assert_eq!(read::<ToDesk>(&left[0][1]), leave);
}

#[test]
fn the_doors_as_they_stand_are_the_last_that_were_written_and_each_change_stays() {
    let sql = with(desk::STEPS);
    for version in 1..=3_u32 {
        let doors = Doors { version, shut: version == 2, days: vec![] };
        let values = vec![Value::Integer(version.into()), json(&doors), json(&version)];
        run(&sql, desk::ADD_DOORS, values.clone()).unwrap();
        assert!(run(&sql, desk::ADD_DOORS, values).is_err(), "no change is written over");
        assert_eq!(all::<Doors>(&sql, desk::READ_DOORS), [doors]);
    }
    assert_eq!(all::<u32>(&sql, desk::READ_DOORS_EDITS), [3, 2, 1]);
}

#[test]
fn what_the_desk_stores_comes_back_and_is_replaced_by_chat_and_person() {
    let sql = with(desk::STEPS);
    let mut entry = Entry {
        chat: chat_id(1),
        topic: topic(),
        language: Language::En,
        since: START,
        priority: Priority::Emergency,
        offer: None,
        asked: vec![staff_id("marisol")],
        told: Some(Place { ahead: 3, minutes: Some((5, 10)), hold: true }),
        hop: 1,
    };
    run(&sql, desk::SAVE_WAITING, vec![text(entry.chat.as_str()), json(&entry)]).unwrap();
    entry.offer = Some(Pending { to: staff_id("dana"), until: START });
    run(&sql, desk::SAVE_WAITING, vec![text(entry.chat.as_str()), json(&entry)]).unwrap();
    assert_eq!(all::<Entry>(&sql, desk::READ_WAITING), [entry.clone()]);

    let held = Held {
        chat: entry.chat.clone(),
        topic: topic(),
        language: Language::En,
        staff: staff_id("dana"),
        card: card("dana"),
        since: START,
        confirmed: true,
        hop: 2,
        transfer: Some(Transfer {
            to: Target::Person { id: staff_id("tomas") },
            reason: ChoiceId::parse("shift").unwrap(),
            note: String::new(),
            until: START,
            offer: None,
            asked: vec![],
            back: None,
        }),
        asks: Some(START),
        read_by: vec![],
        dismissing: false,
        due: Millis::default(),
        tries: 0,
    };
    run(&sql, desk::DELETE_WAITING, vec![text(entry.chat.as_str())]).unwrap();
    run(&sql, desk::SAVE_HELD, vec![text(held.chat.as_str()), json(&held)]).unwrap();
    run(&sql, desk::SAVE_HELD, vec![text(held.chat.as_str()), json(&held)]).unwrap();
    assert!(all::<Entry>(&sql, desk::READ_WAITING).is_empty());
    assert_eq!(all::<Held>(&sql, desk::READ_HELD), [held]);

    let gone = |number, at| Gone {
        chat: chat_id(number),
        at: Millis(at),
        staff: Some(staff_id("dana")),
        to_wrap_up: Some(topic()),
        asks: None,
        card: None,
        rated: false,
    };
    for gone in [gone(1, START.0), gone(2, START.0 + 3_600_000), gone(3, START.0 + 3_600_001)] {
        run(&sql, desk::DELETE_HELD, vec![text(gone.chat.as_str())]).unwrap();
        run(&sql, desk::FORGET_GONE, vec![Value::Integer(gone.forgets().0)]).unwrap();
        let values = vec![text(gone.chat.as_str()), Value::Integer(gone.at.0), json(&gone)];
        run(&sql, desk::SAVE_GONE, values).unwrap();
    }
    assert!(all::<Held>(&sql, desk::READ_HELD).is_empty());
    let left: Vec<_> = all::<Gone>(&sql, desk::READ_GONE).into_iter().map(|gone| gone.chat).collect();
    assert_eq!(left, [chat_id(2), chat_id(3)], "what went an hour ago is forgotten");

    for presence in [Presence::Online, Presence::Offline] {
        let member = Member { presence, ..Member::new(staff_id("dana"), START) };
        run(&sql, desk::SAVE_MEMBER, vec![text(member.id.as_str()), json(&member)]).unwrap();
        assert_eq!(all::<Member>(&sql, desk::READ_MEMBERS), [member]);
    }
}

#[test]
fn the_pace_is_one_row_and_outcomes_are_only_counted() {
    let sql = with(desk::STEPS);
    for pace in [r"[1,2,3]", r"[4]"] {
        run(&sql, desk::SAVE_PACE, vec![text(pace)]).unwrap();
    }
    assert_eq!(all::<Pace>(&sql, desk::READ_PACE), [serde_json::from_str("[4]").unwrap()]);
    for outcome in ["answered", "answered", "left"] {
        run(&sql, desk::COUNT_OUTCOME, vec![text("2026-11-21"), text("billing"), text(outcome)]).unwrap();
    }
    let counted = rows(&sql, "SELECT outcome, chats FROM outcome ORDER BY outcome");
    assert_eq!(counted, [[text("answered"), Value::Integer(2)], [text("left"), Value::Integer(1)]]);
}

#[test]
fn em_gen_b_dangers_are_replaced_by_chat_forgotten_after_a_day_and_counted_by_tier() {
    let sql = with(desk::STEPS);
    let danger = |number, at: i64, tier| Danger {
        chat: chat_id(number),
        topic: topic(),
        tier,
        at: Millis(START.0 + at),
        seen: false,
    };
    let day = 24 * 3_600_000;
    let save = |danger: &Danger| {
        run(&sql, desk::FORGET_DANGERS, vec![Value::Integer(danger.forgets().0)]).unwrap();
        let values = vec![text(danger.chat.as_str()), Value::Integer(danger.at.0), json(danger)];
        run(&sql, desk::SAVE_DANGER, values).unwrap();
        let count = vec![text("2026-11-21"), text(danger.tier.code())];
        run(&sql, desk::COUNT_DANGER, count).unwrap();
    };
    save(&danger(1, -1, Tier::Life911));
    save(&danger(2, 0, Tier::Crisis988));
    let grown = danger(2, day - 1, Tier::Life911);
    save(&grown);
    assert_eq!(all::<Danger>(&sql, desk::READ_DANGERS), [danger(1, -1, Tier::Life911), grown.clone()]);
    let last = danger(3, day, Tier::Life911);
    save(&last);
    assert_eq!(all::<Danger>(&sql, desk::READ_DANGERS), [grown, last]);
    let counted = rows(&sql, "SELECT tier, chats FROM dangers ORDER BY tier");
    assert_eq!(counted, [[text("crisis988"), Value::Integer(1)], [text("life911"), Value::Integer(3)]]);
}

/// As `shell::storage::migrate` does it.
pub fn migrate(sql: &Connection, steps: &[&[&str]]) {
    run(sql, MIGRATIONS, vec![]).unwrap();
    let Value::Integer(done) = rows(sql, LAST_MIGRATION)[0][0] else { panic!("a number") };
    for (id, step) in (1..).zip(steps).skip(usize::try_from(done).unwrap()) {
        for statement in *step {
            run(sql, statement, vec![]).unwrap();
        }
        run(sql, APPLIED, vec![Value::Integer(id), Value::Integer(START.0)]).unwrap();
    }
}

fn with(steps: &[&[&str]]) -> Connection {
    let sql = Connection::open_in_memory().unwrap();
    migrate(&sql, steps);
    sql
}

fn counts(sql: &Connection, table: &[(&str, usize, usize)]) {
    for (statement, values, columns) in table {
        let prepared = sql.prepare(statement).unwrap();
        assert_eq!(prepared.parameter_count(), *values, "{statement}");
        assert_eq!(prepared.column_count(), *columns, "{statement}");
    }
}

pub fn run(sql: &Connection, statement: &str, values: Values) -> rusqlite::Result<usize> {
    sql.execute(statement, params_from_iter(values))
}

pub fn rows(sql: &Connection, statement: &str) -> Vec<Values> {
    let mut prepared = sql.prepare(statement).unwrap();
    let columns = prepared.column_count();
    let rows = prepared.query_map([], |row| (0..columns).map(|column| row.get(column)).collect());
    rows.unwrap().map(Result::unwrap).collect()
}

fn all<T: DeserializeOwned>(sql: &Connection, statement: &str) -> Vec<T> {
    rows(sql, statement).iter().map(|row| read(&row[0])).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn json<T: Serialize>(value: &T) -> Value {
    Value::Text(serde_json::to_string(value).unwrap())
}

fn read<T: DeserializeOwned>(value: &Value) -> T {
    let Value::Text(text) = value else { panic!("a text") };
    serde_json::from_str(text).unwrap()
}

#[test]
fn cs_d_1_answers_are_counted_by_day_and_question() {
    let sql = with(desk::STEPS);
    for answer in ["yes", "yes", "no"] {
        run(&sql, desk::COUNT_ANSWER, vec![text("2026-11-21"), text("satisfied"), text(answer)]).unwrap();
    }
    let counted = rows(&sql, "SELECT answer, residents FROM answers ORDER BY answer");
    assert_eq!(counted, [[text("no"), Value::Integer(1)], [text("yes"), Value::Integer(2)]]);
}

#[test]
fn te_5_5_a_message_that_is_closed_leaves_no_row() {
    let sql = with(mailbox::STEPS);
    let sealed = Value::Blob(vec![0, 159, 255]);
    run(&sql, mailbox::ADD_MESSAGE, vec![text("one"), text("{}"), sealed.clone()]).unwrap();
    run(&sql, mailbox::SAVE_MESSAGE, vec![text("{\"owner\":1}"), text("one")]).unwrap();
    assert_eq!(rows(&sql, mailbox::READ_MESSAGES), [[text("{\"owner\":1}")]]);
    let words = sql.prepare(mailbox::READ_SEALED).unwrap().query_row(["one"], |row| row.get::<_, Value>(0));
    assert_eq!(words.unwrap(), sealed, "its words stay when it changes");
    for number in [1_001, 1_002] {
        run(&sql, mailbox::SAVE_LAST, vec![Value::Integer(number)]).unwrap();
    }
    assert_eq!(rows(&sql, mailbox::READ_LAST), [[Value::Integer(1_002)]]);
    run(&sql, mailbox::DELETE_MESSAGE, vec![text("one")]).unwrap();
    assert!(rows(&sql, mailbox::READ_MESSAGES).is_empty());
    for late in [0, 0, 1] {
        let values = vec![text("2026-11-21"), text("billing"), text("phone"), Value::Integer(late)];
        run(&sql, mailbox::COUNT_ANSWERED, values).unwrap();
    }
    let counted = rows(&sql, "SELECT late, messages FROM answered ORDER BY late");
    assert_eq!(counted, [[Value::Integer(0), Value::Integer(2)], [Value::Integer(1), Value::Integer(1)]]);
}
