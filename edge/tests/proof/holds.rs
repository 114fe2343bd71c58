//! Chats that are kept beyond their day, and the clocks of their cases (EM-RET-B-a).

use crate::play::Play;
use crate::seeds;
use crate::stage::{START, action, chat_id, policy, staff_id, taken};
use core::time::Duration;
use edge::between::Marked;
use edge::casework::{Case, CaseFile, Effect, Event, Standing, Step, Taken};
use edge::session::Timer;
use edge::vault::{ChatKey, Day, Half, KEY_BYTES, NONCE_BYTES, Place, WrappingKey};
use serde_json::json;
use shared::id::{CityId, Seq, StaffId};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Decision, RetentionReason, Role};

const DAY: Duration = Duration::from_hours(24);

#[test]
fn em_ret_b_a_i_1_the_agent_of_a_chat_marks_it_and_everyone_in_it_is_told() {
    let mut play = Play::answered();
    play.mark("dana", Role::Agent);
    play.expect(
        "store record active
         store key of its case
         tab < kept for harassment
         dana < kept for harassment
         marked",
    );
    play.mark("dana", Role::Agent);
    play.expect("marked");
    play.resident("second");
    assert!(play.wire().contains(r#""retained":"harassment""#), "{}", play.wire());
    assert!(!play.wire().contains("deleted_in_ms"), "no promise that is not kept");
}

#[test]
fn em_ret_b_a_i_1_only_its_own_agent_or_a_supervisor_marks_a_chat() {
    let mut play = Play::answered();
    play.mark("marisol", Role::Agent);
    play.expect("not marked: not_permitted");
    play.mark("tomas", Role::Supervisor);
    assert!(play.chat.session.record().retained.is_some());
}

#[test]
fn em_ret_b_a_i_a_chat_that_is_over_can_still_be_marked_and_the_purge_passes_it_by() {
    let mut play = Play::answered();
    play.end("tab", 9);
    for call in [1, 3] {
        play.desk_answers(call, true);
    }
    play.mark("dana", Role::Agent);
    play.chat.kill();
    play.forget();
    for days in [1, 2, 30] {
        play.day_over(START.after(DAY * days));
        play.expect("purge < held");
    }
    play.release();
    play.expect("shred");
}

#[test]
fn em_ret_b_a_i_a_running_chat_that_is_kept_goes_on_and_is_ended_before_it_is_released() {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.mark("dana", Role::Agent);
    play.forget();
    play.release();
    play.expect("purge < not yet");
    play.day_over(START.after(DAY * 2));
    play.expect("purge < held");
    play.wait(DAY * 2);
    play.release();
    assert!(play.chat.session.record().phase == edge::session::Phase::Ended);
    play.desk_answers(3, true);
    play.forget();
    play.release();
    play.expect("shred");
}

#[test]
fn em_ret_a_a_resident_who_ends_the_chat_can_have_it_deleted_at_once() {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.forget();
    play.send("tab", &json!({ "forget": { "client_ref": action(9) } }));
    play.expect(
        "store record ended
         store line 3
         tab < 3 resident ended, forgotten
         dana < 3 resident ended, forgotten
         store call 3
         desk call 3: leave",
    );
    play.chat.kill();
    play.timeout();
    play.forget();
    play.desk_answers(3, true);
    play.expect(
        "store called 3
         forget",
    );
    let (due, timer) = play.chat.session.poll_timeout().unwrap();
    assert_eq!(timer, Timer::Forget, "until the records have heard of it");
    play.now = due;
    play.timeout();
    play.expect("forget");
    play.chat.kill();
    play.timeout();
    play.expect("forget");
}

#[test]
fn em_ret_b_a_what_staff_have_marked_is_kept_although_the_resident_wants_it_deleted() {
    let mut play = Play::answered();
    play.desk_answers(1, true);
    play.mark("dana", Role::Agent);
    play.send("tab", &json!({ "forget": { "client_ref": action(9) } }));
    play.desk_answers(3, true);
    assert!(play.wire().contains(r#""reason":"done""#));
    assert_eq!(play.chat.session.poll_timeout(), None);
}

#[test]
fn em_ret_a_staff_cannot_have_a_chat_deleted_at_once() {
    let mut play = Play::answered();
    play.send("dana", &json!({ "forget": { "client_ref": action(9) } }));
    play.expect("dana < refused not_permitted of 9");
}

#[test]
fn em_ret_b_a_i_a_chat_that_was_never_kept_is_not_shredded_by_a_case() {
    let mut play = Play::answered();
    play.release();
    play.expect("purge < gone");
}

#[test]
fn em_ret_b_a_of_a_hundred_thousand_messages_those_that_are_held_still_open_after_the_purge_and_no_other() {
    let (city, secret) = (CityId::parse("rehearsal").unwrap(), [4; KEY_BYTES]);
    let day = Half::Day(Day("2026-11-21".to_owned()));
    let key = |half: u8, of: &Half| WrappingKey::derive(&[half; KEY_BYTES], &secret, &city, of).unwrap();
    let (chats, lines) = (200, 500);
    let mut opened = 0;
    for number in 0..chats {
        let chat = chat_id(number);
        let held = number % 20 == 0;
        let key_of_chat = ChatKey::new([u8::try_from(number).unwrap(); KEY_BYTES]);
        let case = Half::Case(chat.clone());
        let under_day = key(1, &day).wrap(&key_of_chat, &chat, [6; NONCE_BYTES]).unwrap();
        let under_case = key(2, &case).wrap(&key_of_chat, &chat, [7; NONCE_BYTES]).unwrap();
        // The day's half is destroyed: whoever restores a copy has to guess it. That of the case is still there.
        let guesses = [key(9, &day), key(2, &day), key(9, &case)];
        assert!(guesses.iter().all(|guess| guess.unwrap(&under_day, &chat).is_err()));
        let found = held.then(|| key(2, &case).unwrap(&under_case, &chat).unwrap());
        for seq in 0..lines {
            let place = Place { city: &city, chat: &chat, seq: Seq(seq) };
            let plain = format!("canary {number} {seq} zqxjkvbpw");
            let sealed = key_of_chat.seal(&place, plain.as_bytes(), [8; NONCE_BYTES]).unwrap();
            assert!(!sealed.windows(9).any(|bytes| bytes == b"zqxjkvbpw"));
            if let Some(found) = &found {
                assert_eq!(found.open(&place, &sealed).unwrap().as_slice(), plain.as_bytes());
                opened += 1;
            }
        }
    }
    assert_eq!(opened, 5_000);
}

/// A case with what it has written, and whether its chat and key still are there.
struct World {
    now: Millis,
    file: CaseFile,
    disk: Option<Case>,
    chat_is_kept: bool,
    forgotten: bool,
}

impl World {
    fn marked() -> Self {
        Self::marked_for(RetentionReason::Harassment)
    }

    fn marked_for(reason: RetentionReason) -> Self {
        let mut world =
            Self { now: START, file: CaseFile::default(), disk: None, chat_is_kept: true, forgotten: false };
        let chat = chat_id(1);
        let marked = Marked { chat, by: staff_id("dana"), reason };
        assert_eq!(world.happen(Event::Marked(marked), true), Some(Ok(())));
        world
    }

    /// One event with all that follows; `reaches` says whether the chat and the store of keys can be reached.
    fn happen(&mut self, event: Event, reaches: bool) -> Option<Result<(), Refusal>> {
        let mut reply = None;
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.file.handle(policy(), self.now, event) {
                match effect {
                    Effect::Write(case) => self.disk = Some(case),
                    Effect::Reply(given) => reply = Some(given),
                    Effect::Destroy => {
                        self.chat_is_kept &= !reaches;
                        events.push(Event::Destroyed { done: reaches });
                    }
                    Effect::Forget => {
                        assert!(!self.chat_is_kept, "the case is forgotten before what was kept for it");
                        self.disk = None;
                        self.forgotten = true;
                    }
                }
            }
        }
        reply
    }

    fn kill(&mut self) {
        self.file = CaseFile::restore(self.disk.clone());
    }

    fn ring(&mut self) {
        self.now = self.file.poll_timeout().unwrap().max(self.now);
        self.happen(Event::Timeout, true);
    }

    fn judge(&mut self, decision: Decision) -> Result<(), Refusal> {
        let by = tomas();
        self.happen(taken(by.clone(), Step::TakeUp), true).unwrap()?;
        self.happen(taken(by, Step::Decide(decision)), true).unwrap()
    }
}

/// In a random run any answer will do.
const fn drop_reply(_: Option<Result<(), Refusal>>) {}

fn tomas() -> StaffId {
    staff_id("tomas")
}

#[test]
fn em_ret_b_a_i_a_mark_that_no_supervisor_takes_up_lapses() {
    let mut world = World::marked();
    world.kill();
    assert_eq!(world.file.poll_timeout(), Some(START.after(policy().retention.holds.lapses_after())));
    world.now = Millis(START.after(policy().retention.holds.lapses_after()).0 - 1);
    world.happen(Event::Timeout, true);
    assert!(world.chat_is_kept);
    world.ring();
    assert!(world.forgotten);
    assert_eq!(world.happen(taken(tomas(), Step::TakeUp), true), Some(Err(Refusal::NoSuchChat)));
}

#[test]
fn em_com_i_a_what_a_supervisor_has_taken_up_is_kept_until_they_decide() {
    let mut world = World::marked();
    assert_eq!(world.happen(taken(tomas(), Step::TakeUp), true), Some(Ok(())));
    world.kill();
    let holds = &policy().retention.holds;
    let until = START.after(holds.undecided_after());
    assert_eq!(world.file.poll_timeout(), Some(until));
    world.now = Millis(until.0 - 1);
    world.happen(Event::Timeout, true);
    assert!(world.chat_is_kept);
    let other = taken(staff_id("ines"), Step::Decide(Decision::NotBanned));
    assert_eq!(world.happen(other, true), Some(Err(Refusal::NotPermitted)));
}

#[test]
fn em_com_i_a_what_a_supervisor_took_up_and_never_decided_waits_for_any_supervisor_again_and_then_lapses() {
    let mut world = World::marked();
    world.now = START.after(Duration::from_mins(1));
    assert_eq!(world.happen(taken(tomas(), Step::TakeUp), true), Some(Ok(())));
    let holds = &policy().retention.holds;
    let until = world.now.after(holds.undecided_after());
    world.ring();
    assert_eq!(world.now, until);
    world.kill();
    assert!(world.chat_is_kept);
    assert_eq!(world.file.card().unwrap().taken_by, None);
    assert_eq!(world.file.poll_timeout(), Some(until.after(holds.lapses_after())));
    let decided = taken(tomas(), Step::Decide(Decision::NotBanned));
    assert_eq!(world.happen(decided, true), Some(Err(Refusal::NotPermitted)), "it is theirs no longer");
    assert_eq!(world.happen(taken(staff_id("ines"), Step::TakeUp), true), Some(Ok(())));
    world.ring();
    world.ring();
    assert!(world.forgotten, "every clock comes to its end");
}

#[test]
fn em_com_i_b_i_nothing_is_decided_before_a_supervisor_has_taken_it_up() {
    let mut world = World::marked();
    let decided = taken(tomas(), Step::Decide(Decision::ResidentBanned));
    assert_eq!(world.happen(decided, true), Some(Err(Refusal::NotPermitted)));
}

#[test]
fn em_ret_b_a_i_a_records_officer_has_what_was_asked_for_by_law_and_no_case_of_conduct() {
    let officer = |step| Event::Taken(Taken { by: staff_id("ruth"), role: Role::RecordsOfficer, step });
    let mut conduct = World::marked();
    for step in [Step::TakeUp, Step::Open, Step::Decide(Decision::NotBanned)] {
        assert_eq!(conduct.happen(officer(step), true), Some(Err(Refusal::NotPermitted)));
    }
    assert!(conduct.file.card().unwrap().opened.is_empty());
    let mut asked_for = World::marked_for(RetentionReason::RecordsRequest);
    assert_eq!(asked_for.happen(officer(Step::TakeUp), true), Some(Ok(())));
    assert_eq!(asked_for.happen(officer(Step::Open), true), Some(Ok(())));
    let ban = officer(Step::Decide(Decision::ResidentBanned));
    assert_eq!(
        asked_for.happen(ban, true),
        Some(Err(Refusal::NotPermitted)),
        "that is no answer to a request"
    );
    assert_eq!(asked_for.happen(officer(Step::Decide(Decision::RequestAnswered)), true), Some(Ok(())));
}

#[test]
fn em_ret_b_a_i_a_records_officer_keeps_a_chat_for_a_request_and_for_nothing_else() {
    let mut play = Play::answered();
    play.mark("ruth", Role::RecordsOfficer);
    play.expect("not marked: not_permitted");
    play.mark_for("ruth", Role::RecordsOfficer, RetentionReason::RecordsRequest);
    play.expect(
        "store record active
         store key of its case
         tab < kept for recordsrequest
         dana < kept for recordsrequest
         marked",
    );
}

#[test]
fn em_ret_b_a_ii_the_file_of_someone_who_lives_elsewhere_goes_with_the_decision() {
    let mut world = World::marked();
    assert_eq!(world.judge(Decision::OtherBanned), Ok(()));
    assert!(world.forgotten);
}

#[test]
fn em_ret_b_a_iii_the_file_of_a_resident_who_is_banned_is_kept_its_whole_time_and_then_goes_by_itself() {
    let mut world = World::marked();
    world.now = START.after(Duration::from_mins(5));
    assert_eq!(world.judge(Decision::ResidentBanned), Ok(()));
    world.kill();
    let until = world.now.after(policy().retention.holds.kept_after(Decision::ResidentBanned));
    assert_eq!(world.file.poll_timeout(), Some(until));
    assert!(!world.forgotten && world.chat_is_kept);
    world.ring();
    assert!(world.forgotten);
    let city = edge::city::City::find("eagle-mountain").unwrap();
    let two_years = city.policy.retention.holds.kept_after(Decision::ResidentBanned);
    assert_eq!(two_years, DAY * 730);
}

#[test]
fn em_ret_b_a_who_reads_a_held_transcript_is_recorded() {
    let mut world = World::marked();
    assert_eq!(world.happen(taken(tomas(), Step::Open), true), Some(Ok(())));
    world.kill();
    let card = world.file.card().unwrap();
    assert_eq!(card.opened.iter().map(|opening| &opening.by).collect::<Vec<_>>(), [&tomas()]);
    assert_eq!(CaseFile::default().card(), None);
}

#[test]
fn em_ret_b_a_whatever_cannot_be_reached_a_case_is_forgotten_only_after_its_chat_and_key_are_destroyed() {
    seeds::each(2_000, |rng| {
        let mut world = World::marked();
        for _ in 0..40 {
            world.now = world.now.after(Duration::from_secs(rng.u64(..200)));
            let by = if rng.bool() { tomas() } else { staff_id("ines") };
            let reaches = rng.u8(..3) == 0;
            match rng.u8(..6) {
                0 => drop_reply(world.happen(taken(by, Step::TakeUp), reaches)),
                1 => drop_reply(world.happen(taken(by, Step::Open), reaches)),
                2 => {
                    let all = [
                        Decision::ResidentBanned,
                        Decision::OtherBanned,
                        Decision::NotBanned,
                        Decision::RequestAnswered,
                    ];
                    let decision = all[rng.usize(..all.len())];
                    drop_reply(world.happen(taken(by, Step::Decide(decision)), reaches));
                }
                3 => world.kill(),
                _ => drop_reply(world.happen(Event::Timeout, reaches)),
            }
            assert_eq!(world.file.case(), world.disk.as_ref(), "memory is what is stored");
            if let Some(Case { standing: Standing::TakenUp { .. }, .. }) = world.disk {
                assert!(world.chat_is_kept, "destroyed while it is evaluated");
            }
        }
        // What was taken up and never decided waits once more, and then goes.
        for _ in 0..2 {
            if world.disk.is_some() && world.file.poll_timeout().is_some() {
                world.ring();
            }
        }
        assert!(world.forgotten || world.disk.is_none(), "every clock comes to its end");
    });
}
