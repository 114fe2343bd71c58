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
    /// See what is said in a chat, as one of its two sides (EM-PRI-B-a).
    Read,
    /// Say something in a chat.
    Write,
    /// End a chat.
    End,
    /// Mark a chat for retention (EM-RET-B-a-i-1).
    Retain,
    /// Take up what was marked, read it, and decide, a ban among it (EM-COM-I-a, EM-COM-I-b-i).
    Judge,
    /// Take up what is kept for a public-records request, read it, and say that it was answered (EM-RET-B-a-i).
    Disclose,
    /// See the line.
    SeeDesk,
    /// Be offered chats and take them.
    TakeChats,
    /// Direct others: how many chats they may have (EM-COM-E).
    Direct,
    /// Read along in a running chat, without a part in it (EM-HRS-C).
    Monitor,
    /// Take a running chat from who has it (EM-COM-I-b).
    TakeOver,
    /// Suspend a member of staff, or let them in again (EM-PEN-C).
    Suspend,
    /// See who has read or taken over which chat, and who has changed the hours.
    Audit,
    /// Change the hours, shut the doors (EM-HRS-A).
    SetHours,
}

/// How the chat stands that something is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is done to no chat.
    Apart,
    /// Nobody answers yet.
    Waiting,
    /// Someone answers.
    Running {
        /// Whether the city tells residents that a supervisor may read along.
        disclosed: bool,
    },
    /// It is over.
    Ended,
}

/// Whether `actor` may do it to what stands so.
pub const fn authorize(actor: Actor, act: Act, state: State) -> Result<(), Refusal> {
    match (actor, act, state) {
        (Actor::Nobody, _, _) => Err(Refusal::NotSignedIn),
        (
            Actor::Resident | Actor::Staff { assigned: true, .. },
            Act::Read | Act::Write | Act::End,
            State::Waiting | State::Running { .. } | State::Ended,
        )
        | (
            Actor::Staff { assigned: true, .. }
            | Actor::Staff { role: Role::Supervisor | Role::Administrator | Role::RecordsOfficer, .. },
            Act::Retain,
            State::Waiting | State::Running { .. } | State::Ended,
        )
        | (Actor::Staff { .. }, Act::SeeDesk, State::Apart)
        | (Actor::Staff { role: Role::Agent | Role::Supervisor, .. }, Act::TakeChats, State::Apart)
        | (Actor::Staff { role: Role::Supervisor, .. }, Act::Direct | Act::Judge, State::Apart)
        | (
            Actor::Staff { role: Role::Supervisor, assigned: false },
            Act::Monitor,
            State::Running { disclosed: true },
        )
        | (Actor::Staff { role: Role::Supervisor, assigned: false }, Act::TakeOver, State::Running { .. })
        | (Actor::Staff { role: Role::Supervisor | Role::RecordsOfficer, .. }, Act::Disclose, State::Apart)
        | (Actor::Staff { role: Role::Supervisor | Role::Administrator, .. }, Act::Suspend, State::Apart)
        | (
            Actor::Staff { role: Role::Supervisor | Role::Administrator | Role::Auditor, .. },
            Act::Audit,
            State::Apart,
        )
        | (Actor::Staff { role: Role::Administrator, .. }, Act::SetHours, State::Apart) => Ok(()),
        (Actor::Resident | Actor::Staff { .. }, _, _) => Err(Refusal::NotPermitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTS: [Act; 14] = [
        Act::Read,
        Act::Write,
        Act::End,
        Act::Retain,
        Act::Monitor,
        Act::TakeOver,
        Act::SeeDesk,
        Act::TakeChats,
        Act::Direct,
        Act::Judge,
        Act::Disclose,
        Act::Suspend,
        Act::Audit,
        Act::SetHours,
    ];

    fn row(actor: Actor, state: State) -> String {
        ACTS.iter().map(|act| if authorize(actor, *act, state).is_ok() { 'y' } else { '-' }).collect()
    }

    #[test]
    fn the_whole_table_of_who_may_do_what_to_what() {
        let staff = |role, assigned| Actor::Staff { role, assigned };
        // The letters stand for the acts in their order above. A chat: waiting, running with and without a word to the resident
        // that a supervisor may read along, over. Then what is done to no chat.
        let table = [
            (Actor::Nobody, ["--------------"; 5]),
            (
                Actor::Resident,
                ["yyy-----------", "yyy-----------", "yyy-----------", "yyy-----------", "--------------"],
            ),
            (
                staff(Role::Agent, false),
                ["--------------", "--------------", "--------------", "--------------", "------yy------"],
            ),
            (
                staff(Role::Agent, true),
                ["yyyy----------", "yyyy----------", "yyyy----------", "yyyy----------", "------yy------"],
            ),
            (
                staff(Role::Supervisor, false),
                ["---y----------", "---yyy--------", "---y-y--------", "---y----------", "------yyyyyyy-"],
            ),
            (
                staff(Role::Supervisor, true),
                ["yyyy----------", "yyyy----------", "yyyy----------", "yyyy----------", "------yyyyyyy-"],
            ),
            (
                staff(Role::Administrator, false),
                ["---y----------", "---y----------", "---y----------", "---y----------", "------y----yyy"],
            ),
            (
                staff(Role::Administrator, true),
                ["yyyy----------", "yyyy----------", "yyyy----------", "yyyy----------", "------y----yyy"],
            ),
            (
                staff(Role::RecordsOfficer, false),
                ["---y----------", "---y----------", "---y----------", "---y----------", "------y---y---"],
            ),
            (
                staff(Role::Auditor, false),
                ["--------------", "--------------", "--------------", "--------------", "------y-----y-"],
            ),
        ];
        let states = [
            State::Waiting,
            State::Running { disclosed: true },
            State::Running { disclosed: false },
            State::Ended,
            State::Apart,
        ];
        for (actor, rows) in table {
            for (state, expected) in states.into_iter().zip(rows) {
                assert_eq!(row(actor, state), expected, "{actor:?} {state:?}");
            }
        }
    }

    #[test]
    fn em_com_i_b_i_no_agent_bans_anyone() {
        for assigned in [false, true] {
            let agent = Actor::Staff { role: Role::Agent, assigned };
            assert_eq!(authorize(agent, Act::Judge, State::Apart), Err(Refusal::NotPermitted));
        }
    }

    #[test]
    fn who_is_not_signed_in_is_told_so_and_nothing_more() {
        for act in ACTS {
            assert_eq!(authorize(Actor::Nobody, act, State::Ended), Err(Refusal::NotSignedIn));
        }
    }
}
