//! The one gate: every route and every frame asks it, and nothing is decided elsewhere.

use shared::refusal::Refusal;
use shared::wire::v1::Role;

/// Someone, as far as it matters for what they may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Not known.
    Nobody,
    /// The resident whose chat it is.
    Resident,
    /// A member of staff.
    Staff {
        /// What they may do in general.
        role: Role,
        /// Whether the chat in question is theirs.
        assigned: bool,
    },
}

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// See what is said in a chat (EM-PRI-B-a).
    Read,
    /// Say something in a chat.
    Write,
    /// End a chat.
    End,
    /// Mark a chat for retention (EM-RET-B-a-i-1).
    Retain,
    /// Take up what was marked, read it, and decide (EM-COM-I-a).
    Judge,
    /// See the line.
    SeeDesk,
    /// Be offered chats and take them.
    TakeChats,
    /// Direct others: how many chats they may have (EM-COM-E).
    Direct,
}

/// Whether `actor` may do it.
pub const fn authorize(actor: Actor, act: Act) -> Result<(), Refusal> {
    match (actor, act) {
        (Actor::Nobody, _) => Err(Refusal::NotSignedIn),
        (Actor::Resident | Actor::Staff { assigned: true, .. }, Act::Read | Act::Write | Act::End)
        | (
            Actor::Staff { assigned: true, .. }
            | Actor::Staff { role: Role::Supervisor | Role::Administrator, .. },
            Act::Retain,
        )
        | (Actor::Staff { role: Role::Supervisor, .. }, Act::Judge)
        | (Actor::Staff { .. }, Act::SeeDesk)
        | (Actor::Staff { role: Role::Agent | Role::Supervisor, .. }, Act::TakeChats)
        | (Actor::Staff { role: Role::Supervisor, .. }, Act::Direct) => Ok(()),
        (Actor::Resident, Act::Retain | Act::Judge | Act::SeeDesk | Act::TakeChats | Act::Direct)
        | (Actor::Staff { assigned: false, .. }, Act::Read | Act::Write | Act::End)
        | (Actor::Staff { role: Role::Agent, assigned: false }, Act::Retain)
        | (Actor::Staff { role: Role::Agent | Role::Administrator, .. }, Act::Judge | Act::Direct)
        | (Actor::Staff { role: Role::Administrator, .. }, Act::TakeChats) => Err(Refusal::NotPermitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_of_who_may_do_what() {
        let staff = |role, assigned| Actor::Staff { role, assigned };
        // Read, Write, End, SeeDesk, TakeChats, Retain, Judge, Direct
        let table = [
            (Actor::Nobody, "--------"),
            (Actor::Resident, "yyy-----"),
            (staff(Role::Agent, false), "---yy---"),
            (staff(Role::Agent, true), "yyyyyy--"),
            (staff(Role::Supervisor, false), "---yyyyy"),
            (staff(Role::Supervisor, true), "yyyyyyyy"),
            (staff(Role::Administrator, false), "---y-y--"),
            (staff(Role::Administrator, true), "yyyy-y--"),
        ];
        for (actor, row) in table {
            let acts = [
                Act::Read,
                Act::Write,
                Act::End,
                Act::SeeDesk,
                Act::TakeChats,
                Act::Retain,
                Act::Judge,
                Act::Direct,
            ];
            let found: String =
                acts.iter().map(|act| if authorize(actor, *act).is_ok() { 'y' } else { '-' }).collect();
            assert_eq!(found, row, "{actor:?}");
        }
    }
}
