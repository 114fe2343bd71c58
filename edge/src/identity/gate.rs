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
        | (Actor::Staff { .. }, Act::SeeDesk)
        | (Actor::Staff { role: Role::Agent | Role::Supervisor, .. }, Act::TakeChats)
        | (Actor::Staff { role: Role::Supervisor, .. }, Act::Direct) => Ok(()),
        (Actor::Resident, Act::SeeDesk | Act::TakeChats | Act::Direct)
        | (Actor::Staff { assigned: false, .. }, Act::Read | Act::Write | Act::End)
        | (Actor::Staff { role: Role::Administrator, .. }, Act::TakeChats | Act::Direct)
        | (Actor::Staff { role: Role::Agent, .. }, Act::Direct) => Err(Refusal::NotPermitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_of_who_may_do_what() {
        let staff = |role, assigned| Actor::Staff { role, assigned };
        // Read, Write, End, SeeDesk, TakeChats, Direct
        let table = [
            (Actor::Nobody, "------"),
            (Actor::Resident, "yyy---"),
            (staff(Role::Agent, false), "---yy-"),
            (staff(Role::Agent, true), "yyyyy-"),
            (staff(Role::Supervisor, false), "---yyy"),
            (staff(Role::Supervisor, true), "yyyyyy"),
            (staff(Role::Administrator, false), "---y--"),
            (staff(Role::Administrator, true), "yyyy--"),
        ];
        for (actor, row) in table {
            let acts = [Act::Read, Act::Write, Act::End, Act::SeeDesk, Act::TakeChats, Act::Direct];
            let found: String =
                acts.iter().map(|act| if authorize(actor, *act).is_ok() { 'y' } else { '-' }).collect();
            assert_eq!(found, row, "{actor:?}");
        }
    }
}
