//! The bugs that are planted: each changes what an engine answers, or what reaches it, as a slip in the engine would.

use crate::disk::Disk;
use crate::stage::{card, staff_id};
use edge::between::{Purged, ToChat, ToDesk, Verdict};
use edge::casework::{self, Standing};
use edge::desk;
use edge::purge;
use edge::session::{Effect, Event, Quiet, Write};
use edge::vault::Day;
use shared::id::{ClientRef, Seq};
use shared::time::Millis;
use shared::wire::v1::{Body, Down, Party, Untrusted, Up};
use std::collections::BTreeSet;

macro_rules! bugs {
    ($($name:ident),* $(,)?) => {
        /// Something that could be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Bug {
            $($name),*
        }

        impl Bug {
    /// What reaches a chat's object.
    pub fn heard(self, event: Event) -> Event {
        match (self, event) {
            (Self::TypingNotHeard, Event::Frame { conn, frame: Ok(Up::Typing {} | Up::Here {}) }) => {
                Event::Frame { conn, frame: Ok(Up::Got { seq: Seq::ZERO }) }
            }
            (_, event) => event,
        }
    }

            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

bugs! {
    // A chat.
    LineNotStored, StruckLineNotStored, ReferenceNotStored, EndNotStored, CallNotStored, SentBeforeStored, OtherSideNotTold,
    NumbersSkip, OtherWords, StruckNotTold, SnapshotWithoutItsLast, TypingNotHeard, ClockRunsForTheWaiting, LeaveNotSaid,
    WaitNotSaid, HeldIsShredded, OpenIsShredded, CaseKeyNotUsed, CarriedUnderTheOldKey, MarkNotStored, ForgetNotSaid,
    ForgottenBeforeTheRecordsKnow, GoneThoughTaken,
    // The desk.
    WaitingNotStored, HeldNotStored, LeftNotStored, OfferedToSomeoneAbsent, AssignmentNotSaid, HopForgotten, AnothersCard,
    // The records.
    EntryNotStored, NightNotStored, HoldNotCounted, HoldNeverFreed, CertificateNotStored, NobodyIsAsked, KeyNotDestroyed,
    KeyDestroyedBeforeTheAsking, TicketOfAnotherDay, CertificateOfOtherCounts,
    // A case.
    CaseNotStored, CaseForgottenBeforeItsChat, CaseNeverDestroyed, ReadingNotRecorded, LapsesTooEarly,
    // A browser.
    NotSentAgain, SentAgainUnderAnotherName, GreetsAheadOfItself,
}

impl Bug {
    /// What a browser puts on the wire.
    pub fn sent(self, frame: Up<Untrusted>, before: &BTreeSet<ClientRef>) -> Option<Up<Untrusted>> {
        match (self, frame) {
            (Self::NotSentAgain, Up::Say { client_ref, .. }) if before.contains(&client_ref) => None,
            (Self::SentAgainUnderAnotherName, Up::Say { client_ref, text, strikes })
                if before.contains(&client_ref) =>
            {
                Some(Up::Say { client_ref: ClientRef::from_random(1 << 100), text, strikes })
            }
            (Self::GreetsAheadOfItself, Up::Hello(mut hello)) => {
                hello.last_seq = hello.last_seq.next();
                Some(Up::Hello(hello))
            }
            (_, frame) => Some(frame),
        }
    }

    /// What a chat answers; `disk` is what it had stored before.
    pub fn of_a_chat(self, effects: Vec<Effect>, disk: &Disk) -> Vec<Effect> {
        effects.into_iter().filter_map(|effect| self.of_one(effect, disk)).collect()
    }

    fn of_one(self, effect: Effect, disk: &Disk) -> Option<Effect> {
        match effect {
            Effect::Write(write) => self.write(write, disk).map(Effect::Write),
            Effect::Send { conn, frame } => self.frame(frame, disk).map(|frame| Effect::Send { conn, frame }),
            Effect::Call(call) => match (self, &call.message) {
                (Self::LeaveNotSaid, ToDesk::Leave { .. }) | (Self::WaitNotSaid, ToDesk::Wait { .. }) => None,
                _ => Some(Effect::Call(call)),
            },
            Effect::Purged(Purged::Held) if self == Self::HeldIsShredded => Some(Effect::Shred),
            Effect::Purged(Purged::Carried { .. }) if self == Self::OpenIsShredded => Some(Effect::Shred),
            Effect::Forget if self == Self::ForgetNotSaid => None,
            Effect::Forget if self == Self::ForgottenBeforeTheRecordsKnow => Some(Effect::Shred),
            Effect::Reply(Verdict::Taken) if self == Self::GoneThoughTaken => {
                Some(Effect::Reply(Verdict::Gone))
            }
            Effect::Remember { .. }
            | Effect::Close { .. }
            | Effect::Reply(_)
            | Effect::Purged(_)
            | Effect::Marked(_)
            | Effect::Surveyed(_)
            | Effect::Forget
            | Effect::Shred => Some(effect),
        }
    }

    fn write(self, write: Write, disk: &Disk) -> Option<Write> {
        match (self, write) {
            (Self::LineNotStored, Write::Line(line))
                if matches!(line.event.body, Body::Said { by: Party::Resident, .. }) =>
            {
                None
            }
            (Self::StruckLineNotStored, Write::Line(line)) if disk.line(line.event.seq).is_some() => None,
            (Self::ReferenceNotStored, Write::Line(mut line)) => {
                line.event.client_ref = None;
                Some(Write::Line(line))
            }
            (Self::NumbersSkip, Write::Line(mut line)) if line.event.seq > Seq(2) => {
                line.event.seq = line.event.seq.next();
                Some(Write::Line(line))
            }
            (Self::EndNotStored, Write::Record(record)) if record.phase == edge::session::Phase::Ended => {
                None
            }
            (Self::MarkNotStored, Write::Record(record)) if record.retained.is_some() => None,
            (Self::ClockRunsForTheWaiting, Write::Record(mut record)) if record.quiet == Quiet::Still => {
                record.quiet = Quiet::Asked(Millis::default());
                Some(Write::Record(record))
            }
            (Self::CallNotStored, Write::Call(_))
            | (Self::CaseKeyNotUsed, Write::Case)
            | (Self::CarriedUnderTheOldKey, Write::Day(_)) => None,
            (Self::LeaveNotSaid, Write::Call(call)) if matches!(call.message, ToDesk::Leave { .. }) => None,
            (Self::WaitNotSaid, Write::Call(call)) if matches!(call.message, ToDesk::Wait { .. }) => None,
            (_, write) => Some(write),
        }
    }

    fn frame(self, frame: Down, disk: &Disk) -> Option<Down> {
        match (self, frame) {
            (Self::OtherSideNotTold, Down::Event(event))
                if matches!(event.body, Body::Said { by: Party::Staff, .. })
                    && disk.line(event.seq).is_none() =>
            {
                None
            }
            (Self::OtherWords, Down::Event(mut event)) => {
                if let Body::Said { text, .. } = &mut event.body {
                    *text = Untrusted::typed("Something else").mask(shared::privacy::Allowed::NOTHING);
                }
                Some(Down::Event(event))
            }
            (Self::StruckNotTold, Down::Event(event)) if matches!(event.body, Body::Struck { .. }) => None,
            (Self::SnapshotWithoutItsLast, Down::Snapshot(mut snapshot)) => {
                snapshot.events.pop();
                Some(Down::Snapshot(snapshot))
            }
            (_, frame) => Some(frame),
        }
    }

    /// What the desk answers.
    pub fn of_the_desk(self, effects: Vec<desk::Effect>) -> Vec<desk::Effect> {
        effects.into_iter().filter_map(|effect| self.of_one_desk(effect)).collect()
    }

    fn of_one_desk(self, effect: desk::Effect) -> Option<desk::Effect> {
        match (self, effect) {
            (Self::WaitingNotStored, desk::Effect::Write(desk::Write::Waiting(_)))
            | (Self::HeldNotStored, desk::Effect::Write(desk::Write::Held(_)))
            | (Self::LeftNotStored, desk::Effect::Write(desk::Write::Left(_)))
            | (Self::AssignmentNotSaid, desk::Effect::Call { message: ToChat::Assign { .. }, .. }) => None,
            (Self::OfferedToSomeoneAbsent, desk::Effect::Write(desk::Write::Waiting(mut entry))) => {
                if let Some(offer) = &mut entry.offer {
                    offer.to = staff_id("ines");
                }
                Some(desk::Effect::Write(desk::Write::Waiting(entry)))
            }
            (
                Self::HopForgotten,
                desk::Effect::Call { chat, message: ToChat::Assign { staff, card, .. } },
            ) => Some(desk::Effect::Call { chat, message: ToChat::Assign { staff, card, hop: 1 } }),
            (Self::AnothersCard, desk::Effect::Call { chat, message: ToChat::Assign { staff, hop, .. } }) => {
                Some(desk::Effect::Call {
                    chat,
                    message: ToChat::Assign { staff, card: card("somebody"), hop },
                })
            }
            (_, effect) => Some(effect),
        }
    }

    /// What the records answer.
    pub fn of_the_records(self, effects: Vec<purge::Effect>) -> Vec<purge::Effect> {
        effects.into_iter().flat_map(|effect| self.of_one_record(effect)).collect()
    }

    fn of_one_record(self, effect: purge::Effect) -> Vec<purge::Effect> {
        use purge::{Effect, Write};
        match (self, effect) {
            (Self::EntryNotStored, Effect::Write(Write::Entry(_)))
            | (Self::NightNotStored, Effect::Write(Write::Night(_)))
            | (Self::HoldNotCounted, Effect::Write(Write::Held(_)))
            | (Self::HoldNeverFreed, Effect::Write(Write::Freed(_)))
            | (Self::CertificateNotStored, Effect::Write(Write::Certified { .. }))
            | (Self::NobodyIsAsked, Effect::Ask { .. }) => Vec::new(),
            (Self::KeyDestroyedBeforeTheAsking, Effect::Ask { chat, day, next }) => {
                vec![Effect::Destroy { day: day.clone() }, Effect::Ask { chat, day, next }]
            }
            (Self::TicketOfAnotherDay, Effect::Ticket(mut ticket)) => {
                ticket.day = Day("another".to_owned());
                vec![Effect::Ticket(ticket)]
            }
            (Self::CertificateOfOtherCounts, Effect::Write(Write::Certified { day, mut link })) => {
                link.certificate.removed += 1;
                vec![Effect::Write(Write::Certified { day, link })]
            }
            (_, effect) => vec![effect],
        }
    }

    /// What a case answers.
    pub fn of_a_case(self, effects: Vec<casework::Effect>) -> Vec<casework::Effect> {
        effects.into_iter().filter_map(|effect| self.of_one_case(effect)).collect()
    }

    fn of_one_case(self, effect: casework::Effect) -> Option<casework::Effect> {
        use casework::Effect;
        match (self, effect) {
            (Self::CaseNotStored, Effect::Write(_)) | (Self::CaseNeverDestroyed, Effect::Destroy) => None,
            (Self::CaseForgottenBeforeItsChat, Effect::Destroy) => Some(Effect::Forget),
            (Self::ReadingNotRecorded, Effect::Write(mut case)) => {
                case.opened.clear();
                Some(Effect::Write(case))
            }
            (Self::LapsesTooEarly, Effect::Write(mut case)) => {
                if let Standing::Marked { lapses } = &mut case.standing {
                    *lapses = case.at;
                }
                Some(Effect::Write(case))
            }
            (_, effect) => Some(effect),
        }
    }
}
