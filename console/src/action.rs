//! Everything a member of staff can do, once: buttons, shortcuts and the list that explains them all ask here.

use shared::text::Console as Say;
use shared::wire::v1::{Presence, Role};

/// Which of the chats on the screen, from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The leftmost.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
}

impl Slot {
    /// Every place, from the left.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Third];

    /// How many chats are to the left of it.
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
            Self::Third => 2,
        }
    }

    /// Its number, as it is written and as its key is called.
    pub const fn digit(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Third => "3",
        }
    }
}

/// Something a member of staff can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Take the offered chat.
    Accept,
    /// Leave the offered chat to the next one.
    Decline,
    /// Go to a chat.
    Chat(Slot),
    /// End the chat one is at; it is asked once more.
    End,
    /// Take an ended chat off the screen.
    Close,
    /// Take chats from now on.
    Online,
    /// Take none: on the telephone (EM-COM-D-a-i).
    OnCall,
    /// Take none: with a visitor (EM-COM-D-a-i).
    WithVisitor,
    /// Take none for a moment.
    Away,
    /// Take none.
    Offline,
    /// Give the chat one is at to someone else; it is asked to whom and why.
    Transfer,
    /// Open the steps against abuse in the chat one is at (EM-COM-I, TE-5.9).
    Abuse,
    /// Go to the cases, for who decides about them.
    Cases,
    /// Go to the line.
    Line,
    /// Go to what is known about the chat.
    Facts,
    /// Turn the alert sound on or off.
    Sound,
    /// Turn the desktop's notifications on or off.
    Desktop,
    /// See and hear how one is told of a chat.
    TestAlerts,
    /// Try to connect at once.
    TryNow,
    /// Show the city's policy and what a web team pastes.
    Policy,
    /// Show the hours that an administrator sets, and who changed them.
    Hours,
    /// Show who has read along in which chat, and who took one over.
    Accesses,
    /// Show this list.
    List,
    /// End the sign-in.
    SignOut,
}

/// What there is to act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Whether this person takes chats.
    pub presence: Presence,
    /// Whether a chat is offered that has not been answered.
    pub offered: bool,
    /// How many chats are on the screen.
    pub chats: usize,
    /// The chat one is at.
    pub at: Option<At>,
    /// Whether the desk is away.
    pub away: bool,
    /// What this person may do in general.
    pub role: Role,
}

/// Whether someone in this role can be offered chats.
pub const fn takes_chats(role: Role) -> bool {
    matches!(role, Role::Agent | Role::Supervisor)
}

/// How the chat stands that one is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// It runs.
    Running,
    /// Its end is on the way.
    Ending,
    /// It is over.
    Ended,
}

/// A key as the browser tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press<'a> {
    /// `KeyboardEvent.key`.
    pub key: &'a str,
    /// Control, or Command.
    pub control: bool,
    /// Alt, or Option.
    pub alt: bool,
    /// What single keys do.
    pub letters: Letters,
}

/// What a key without another does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// It acts.
    Act,
    /// It is written: the person is in a message box.
    Write,
    /// Nothing: everyone can turn single keys off (WCAG 2.1.4).
    Off,
}

impl Action {
    /// Every action, in the order of the list.
    pub const ALL: [Self; 26] = [
        Self::Accept,
        Self::Decline,
        Self::Chat(Slot::First),
        Self::Chat(Slot::Second),
        Self::Chat(Slot::Third),
        Self::End,
        Self::Close,
        Self::Transfer,
        Self::Abuse,
        Self::Online,
        Self::OnCall,
        Self::WithVisitor,
        Self::Away,
        Self::Offline,
        Self::Cases,
        Self::Line,
        Self::Facts,
        Self::Sound,
        Self::Desktop,
        Self::TestAlerts,
        Self::TryNow,
        Self::Policy,
        Self::Hours,
        Self::Accesses,
        Self::List,
        Self::SignOut,
    ];

    /// The single key that does it.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Accept => Some("a"),
            Self::Decline => Some("d"),
            Self::Chat(slot) => Some(slot.digit()),
            Self::End => Some("e"),
            Self::Close => Some("x"),
            Self::Online => Some("o"),
            Self::OnCall => Some("c"),
            Self::WithVisitor => Some("v"),
            Self::Away => Some("w"),
            Self::Offline => Some("f"),
            Self::Transfer => Some("t"),
            Self::Abuse => Some("b"),
            Self::Cases => Some("k"),
            Self::Line => Some("l"),
            Self::Facts => Some("i"),
            Self::Sound => Some("s"),
            Self::TryNow => Some("r"),
            Self::List => Some("?"),
            // Nobody should sign out by a slip of the finger; the others are needed rarely.
            Self::Desktop
            | Self::TestAlerts
            | Self::Policy
            | Self::Hours
            | Self::Accesses
            | Self::SignOut => None,
        }
    }

    /// The presence it asks for.
    pub const fn presence(self) -> Option<Presence> {
        match self {
            Self::Online => Some(Presence::Online),
            Self::OnCall => Some(Presence::OnCall),
            Self::WithVisitor => Some(Presence::WithVisitor),
            Self::Away => Some(Presence::Away),
            Self::Offline => Some(Presence::Offline),
            Self::Accept
            | Self::Decline
            | Self::Chat(_)
            | Self::End
            | Self::Close
            | Self::Transfer
            | Self::Abuse
            | Self::Cases
            | Self::Line
            | Self::Facts
            | Self::Sound
            | Self::Desktop
            | Self::TestAlerts
            | Self::TryNow
            | Self::Policy
            | Self::Hours
            | Self::Accesses
            | Self::List
            | Self::SignOut => None,
        }
    }

    /// The key as it stands on its cap.
    pub fn cap(self) -> Option<String> {
        self.key().map(str::to_uppercase)
    }

    /// What it is called, and the value in its place.
    pub const fn name(self) -> (Say, Option<&'static str>) {
        match self {
            Self::Accept => (Say::Accept, None),
            Self::Decline => (Say::Decline, None),
            Self::Chat(slot) => (Say::GoToChat, Some(slot.digit())),
            Self::End => (Say::EndYes, None),
            Self::Close => (Say::Close, None),
            Self::Online => (Say::Online, None),
            Self::OnCall => (Say::OnCall, None),
            Self::WithVisitor => (Say::WithVisitor, None),
            Self::Away => (Say::Away, None),
            Self::Offline => (Say::Offline, None),
            Self::Transfer => (Say::Transfer, None),
            Self::Abuse => (Say::Abuse, None),
            Self::Cases => (Say::Cases, None),
            Self::Line => (Say::GoToLine, None),
            Self::Facts => (Say::GoToFacts, None),
            Self::Sound => (Say::Sound, None),
            Self::Desktop => (Say::Desktop, None),
            Self::TestAlerts => (Say::TestAlerts, None),
            Self::TryNow => (Say::TryNow, None),
            Self::Policy => (Say::Policy, None),
            Self::Hours => (Say::Hours, None),
            Self::Accesses => (Say::Accesses, None),
            Self::List => (Say::Actions, None),
            Self::SignOut => (Say::SignOut, None),
        }
    }

    /// Whether it can be done now.
    pub fn is_possible(self, situation: &Situation) -> bool {
        match self {
            Self::Accept | Self::Decline => situation.offered,
            Self::Chat(slot) => slot.index() < situation.chats,
            Self::End | Self::Transfer | Self::Abuse => situation.at == Some(At::Running),
            Self::Cases => matches!(situation.role, Role::Supervisor | Role::RecordsOfficer),
            Self::Hours | Self::Accesses => {
                matches!(situation.role, Role::Supervisor | Role::Administrator | Role::Auditor)
            }
            Self::Close => situation.at == Some(At::Ended),
            Self::Online | Self::OnCall | Self::WithVisitor | Self::Away | Self::Offline => {
                takes_chats(situation.role) && self.presence() != Some(situation.presence)
            }
            Self::TryNow => situation.away,
            Self::Line
            | Self::Facts
            | Self::Sound
            | Self::Desktop
            | Self::TestAlerts
            | Self::Policy
            | Self::List
            | Self::SignOut => true,
        }
    }

    /// What a key press asks for, if it asks for anything that can be done now.
    pub fn pressed(press: Press<'_>, situation: &Situation) -> Option<Self> {
        let asked = if press.control {
            (!press.alt && press.key.eq_ignore_ascii_case("k")).then_some(Self::List)
        } else if press.alt || press.letters != Letters::Act {
            None
        } else {
            let is_asked =
                |action: &Self| action.key().is_some_and(|key| press.key.eq_ignore_ascii_case(key));
            Self::ALL.into_iter().find(is_asked)
        };
        asked.filter(|action| action.is_possible(situation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const KEY: Press<'static> = Press { key: "a", control: false, alt: false, letters: Letters::Act };
    const OFFERED: Situation = Situation {
        presence: Presence::Online,
        offered: true,
        chats: 2,
        at: Some(At::Running),
        away: false,
        role: Role::Agent,
    };

    #[test]
    fn every_key_does_one_thing() {
        let keys: Vec<_> = Action::ALL.iter().filter_map(|action| action.key()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
    }

    #[test]
    fn a_key_acts_only_where_its_button_would() {
        assert_eq!(Action::pressed(KEY, &OFFERED), Some(Action::Accept));
        assert_eq!(Action::pressed(KEY, &Situation { offered: false, ..OFFERED }), None);
        let third = Press { key: "3", ..KEY };
        assert_eq!(Action::pressed(third, &OFFERED), None);
        assert_eq!(
            Action::pressed(third, &Situation { chats: 3, ..OFFERED }),
            Some(Action::Chat(Slot::Third))
        );
        let ended = Situation { at: Some(At::Ended), ..OFFERED };
        assert_eq!(Action::pressed(Press { key: "e", ..KEY }, &ended), None);
        assert_eq!(Action::pressed(Press { key: "x", ..KEY }, &ended), Some(Action::Close));
    }

    #[test]
    fn em_com_d_a_i_one_key_says_that_someone_comes_first() {
        let press = |key| Action::pressed(Press { key, ..KEY }, &OFFERED);
        assert_eq!(press("c").and_then(Action::presence), Some(Presence::OnCall));
        assert_eq!(press("v").and_then(Action::presence), Some(Presence::WithVisitor));
        assert_eq!(press("o"), None, "one is online already");
    }

    #[test]
    fn em_com_i_a_one_key_opens_the_steps_against_abuse_while_a_chat_runs() {
        let press = Press { key: "b", ..KEY };
        assert_eq!(Action::pressed(press, &OFFERED), Some(Action::Abuse));
        assert_eq!(Action::pressed(press, &Situation { at: Some(At::Ended), ..OFFERED }), None);
        assert_eq!(Action::pressed(press, &Situation { at: None, ..OFFERED }), None);
    }

    #[test]
    fn em_ret_b_a_i_only_who_directs_others_goes_to_the_cases() {
        let press = Press { key: "k", ..KEY };
        assert_eq!(Action::pressed(press, &OFFERED), None);
        assert_eq!(
            Action::pressed(press, &Situation { role: Role::Supervisor, ..OFFERED }),
            Some(Action::Cases)
        );
    }

    #[test]
    fn em_hrs_a_agents_have_no_way_to_the_hours() {
        let roles = [
            (Role::Agent, false),
            (Role::Supervisor, true),
            (Role::Administrator, true),
            (Role::RecordsOfficer, false),
            (Role::Auditor, true),
        ];
        for (role, possible) in roles {
            assert_eq!(Action::Hours.is_possible(&Situation { role, ..OFFERED }), possible);
        }
    }

    #[test]
    fn a_letter_is_a_letter_while_one_writes() {
        let writing = Press { letters: Letters::Write, ..KEY };
        assert_eq!(Action::pressed(writing, &OFFERED), None);
        let list = Press { key: "k", control: true, ..writing };
        assert_eq!(Action::pressed(list, &OFFERED), Some(Action::List));
    }

    #[test]
    fn single_keys_can_be_turned_off_and_the_browser_keeps_its_own() {
        assert_eq!(Action::pressed(Press { letters: Letters::Off, ..KEY }, &OFFERED), None);
        assert_eq!(Action::pressed(Press { alt: true, ..KEY }, &OFFERED), None);
        assert_eq!(Action::pressed(Press { control: true, ..KEY }, &OFFERED), None);
    }
}
