//! The doors: an administrator shuts them at once, or says what the hours of a day are (EM-HRS-A).

use super::{Desk, Effect, Write};
use shared::calendar::{BadChange, Date, Doors};
use shared::id::StaffId;
use shared::policy::Policy;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{ChangeDoors, DoorsEdit, MAX_NOTE_CHARS};

impl Desk {
    /// As they stand, over the hours of the policy.
    pub const fn doors(&self) -> &Doors {
        &self.doors
    }

    /// Changes them. `today` is the city's day at `now`; `by` is whoever does it, with their name. Whether they may was asked
    /// before. Chats that wait or run are left as they are.
    pub fn change_doors(
        &mut self,
        policy: &Policy,
        (now, today): (Millis, Date),
        (by, name): (StaffId, String),
        asked: ChangeDoors,
    ) -> Result<Vec<Effect>, Refusal> {
        let ChangeDoors { version, reason, change } = asked;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::EmptyText);
        }
        if reason.chars().count() > MAX_NOTE_CHARS {
            return Err(Refusal::TextTooLong);
        }
        if version != self.doors.version {
            return Err(Refusal::Outdated);
        }
        let departments: Vec<_> = policy.topics.iter().map(|topic| topic.department.as_str()).collect();
        let (doors, before) =
            self.doors.change(&change, today, &departments).map_err(|fault| match fault {
                BadChange::NoChange => Refusal::Outdated,
                BadChange::Past
                | BadChange::TooFar
                | BadChange::NoName
                | BadChange::LongName
                | BadChange::NoDepartment
                | BadChange::TooMany => Refusal::BadDay,
            })?;
        let version = doors.version;
        let edit = DoorsEdit { version, at: now, by, name, reason: reason.to_owned(), change, before };
        self.doors = doors.clone();
        let mut out = vec![Effect::Write(Write::Doors { doors, edit: Box::new(edit) })];
        self.show(&mut out);
        Ok(out)
    }
}
