//! The staff and their consoles at the desk.

use super::world::World;
use crate::stage::{seat, staff_id};
use edge::desk::Event;
use edge::session::ConnId;
use fastrand::Rng;
use shared::chat::LinkState;
use shared::id::{ChoiceId, StaffId};
use shared::time::Millis;
use shared::wire::v1::{Board, DeskDown, DeskUp, Presence, Role, Target};

/// Someone's console.
pub struct Console {
    pub name: &'static str,
    pub role: Role,
    pub conn: Option<ConnId>,
    beat: Millis,
}

impl Console {
    pub fn all() -> Vec<Self> {
        let staff = [("dana", Role::Agent), ("marisol", Role::Agent), ("tomas", Role::Supervisor)];
        staff.map(|(name, role)| Self { name, role, conn: None, beat: Millis::default() }).into()
    }

    pub fn id(&self) -> StaffId {
        staff_id(self.name)
    }
}

impl World {
    /// The staff come, and one of them takes the chat that waits: most histories begin where a conversation does.
    pub fn gets_going(&mut self) {
        self.calm = true;
        let mut rng = Rng::with_seed(0);
        self.everything_arrives(&mut rng);
        for who in [0, 1] {
            self.tells(who, DeskUp::Presence { presence: Presence::Online }, &mut rng);
        }
        if let Some(offer) = self.looks(0).and_then(|board| board.offer) {
            self.tells(0, DeskUp::Accept { chat: offer.chat }, &mut rng);
        }
        self.everything_arrives(&mut rng);
        self.everything_arrives(&mut rng);
        self.calm = false;
    }

    /// Someone looks at the board and does what comes next.
    pub fn console_acts(&mut self, rng: &mut Rng) {
        let who = rng.usize(..self.consoles.len());
        if self.consoles[who].conn.is_none() {
            return self.comes(who);
        }
        if rng.u8(..30) == 0 {
            return self.leaves(who);
        }
        let Some(board) = self.looks(who) else { return };
        self.sits_down(who, &board);
        match (board.offer, board.presence) {
            (Some(offer), _) => match rng.u8(..10) {
                0 => {}
                1 => self.tells(who, DeskUp::Decline { chat: offer.chat }, rng),
                _ => self.tells(who, DeskUp::Accept { chat: offer.chat }, rng),
            },
            (None, Presence::Online) => {
                let Some(mine) = rng.choice(&board.mine) else { return };
                let chat = mine.chat.clone();
                match rng.u8(..12) {
                    0 => self.tells(who, DeskUp::Keep { chat }, rng),
                    1..4 => {
                        let to = match rng.u8(..3) {
                            0 => Target::Department { name: "Billing".to_owned() },
                            place => Target::Person { id: self.consoles[usize::from(place)].id() },
                        };
                        let reason = ChoiceId::parse("shift").unwrap();
                        self.tells(who, DeskUp::Transfer { chat, to, reason, note: String::new() }, rng);
                    }
                    4 => {
                        let site = self.site_of(&chat);
                        let (id, role) = (self.consoles[who].id(), self.consoles[who].role);
                        self.marks(site, &id, role, rng);
                    }
                    _ => {}
                }
            }
            (None, _) => self.tells(who, DeskUp::Presence { presence: Presence::Online }, rng),
        }
    }

    pub fn comes(&mut self, who: usize) {
        self.conns += 1;
        let conn = ConnId(self.conns);
        let seat = seat(self.consoles[who].name, self.consoles[who].role);
        self.consoles[who].conn = Some(conn);
        self.desk_happens(Event::Connected { conn, seat }, super::world::Fate::Done);
        self.beats(who);
    }

    pub fn leaves(&mut self, who: usize) {
        if let Some(conn) = self.consoles[who].conn.take() {
            self.desk_happens(Event::Disconnected { conn }, super::world::Fate::Done);
        }
    }

    /// Every console says each second that it is there, as their timers do.
    pub fn consoles_beat(&mut self) {
        for who in 0..self.consoles.len() {
            let Console { conn, beat, .. } = &self.consoles[who];
            if conn.is_some() && self.now.since(*beat).as_millis() >= 1_000 {
                self.beats(who);
            }
        }
    }

    fn beats(&mut self, who: usize) {
        let Some(conn) = self.consoles[who].conn else { return };
        self.consoles[who].beat = self.now;
        let frame = Ok(DeskUp::Beat { idle_s: 0 });
        self.desk_happens(Event::Frame { conn, frame }, super::world::Fate::Done);
    }

    fn tells(&mut self, who: usize, frame: DeskUp, rng: &mut Rng) {
        let Some(conn) = self.consoles[who].conn else { return };
        let fate = self.fate(rng);
        self.desk_happens(Event::Frame { conn, frame: Ok(frame) }, fate);
    }

    /// The board as it stands; who has been cut off meanwhile sees none.
    pub fn looks(&self, who: usize) -> Option<Board> {
        let conn = self.consoles[who].conn?;
        let boards = self.desk.desk.boards(&self.city.policy, self.now, &[conn]);
        boards.into_iter().find_map(|(_, frame)| match frame {
            DeskDown::Board(board) => Some(*board),
            DeskDown::Refused { .. } => None,
        })
    }

    /// Opens the chats that the board says are theirs. One that is over stays on the screen; one that is someone else's does not.
    pub fn sits_down(&mut self, who: usize, board: &Board) {
        let mine: Vec<_> = board.mine.iter().map(|mine| self.site_of(&mine.chat)).collect();
        for place in (0..self.seats.len()).rev() {
            let seat = &self.seats[place];
            if seat.console == Some(who) && matches!(seat.tab.client.link(), LinkState::Refused(_)) {
                self.gets_up(place);
            }
        }
        for site in mine {
            if !self.seats.iter().any(|seat| seat.site == site && seat.console == Some(who)) {
                self.takes_seat(site, Some(who));
            }
        }
    }
}
