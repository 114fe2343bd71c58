//! What the person asked the desk for and the board does not show yet.

use core::time::Duration;
use shared::id::SessionId;
use shared::time::Millis;
use shared::wire::v1::{Board, DeskUp, Offer, Presence};

/// How long the board may take to follow before the desk is asked again: a frame can be swallowed while the socket stays open.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, PartialEq, Eq)]
enum Asked {
    Presence(Presence),
    Answer {
        offer: Offer,
        accept: bool,
    },
    /// Anything else, as its frame.
    Else(DeskUp),
}

impl Asked {
    fn frame(&self) -> DeskUp {
        match self {
            Self::Presence(presence) => DeskUp::Presence { presence: *presence },
            Self::Answer { offer, accept: true } => DeskUp::Accept { chat: offer.chat.clone() },
            Self::Answer { offer, accept: false } => DeskUp::Decline { chat: offer.chat.clone() },
            Self::Else(frame) => frame.clone(),
        }
    }

    /// Whether the board shows that it was done, or that it can no longer be done.
    fn is_settled(&self, board: &Board) -> bool {
        match self {
            Self::Presence(presence) => board.presence == *presence,
            // Whoever wants the chat wants it however often it is offered.
            Self::Answer { offer, accept: true } => {
                board.offer.as_ref().is_none_or(|there| there.chat != offer.chat)
            }
            // Whoever leaves it to others has answered this offer, and may be asked again when nobody took it.
            Self::Answer { offer, accept: false } => board.offer.as_ref() != Some(offer),
            Self::Else(frame) => is_shown(frame, board),
        }
    }

    /// Whether a newer wish takes this one's place.
    fn is_of_a_kind_with(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Presence(_), Self::Presence(_)) | (Self::Answer { .. }, Self::Answer { .. })
        ) || self == other
    }
}

/// Whether the board shows what a frame asked for.
fn is_shown(frame: &DeskUp, board: &Board) -> bool {
    let mine = |chat: &SessionId| board.mine.iter().find(|mine| mine.chat == *chat);
    match frame {
        DeskUp::Transfer { chat, .. } => mine(chat).is_none_or(|mine| mine.transfer.is_some()),
        DeskUp::Keep { chat } => mine(chat).is_none_or(|mine| mine.transfer.is_none()),
        DeskUp::Seen { chat } => {
            let others = board.asks.iter().map(|ask| &ask.chat);
            board.alarms.iter().map(|alarm| &alarm.chat).chain(others).all(|told| told != chat)
        }
        DeskUp::AskSupervisor { chat } => mine(chat).is_none_or(|mine| mine.asks),
        DeskUp::TakeOver { chat } => board.running.iter().all(|running| running.chat != *chat),
        DeskUp::Suspend { staff, .. } => board.suspended.iter().any(|one| one.staff == *staff),
        DeskUp::Readmit { staff } => board.suspended.iter().all(|one| one.staff != *staff),
        DeskUp::WrapUp { chat, .. } => board.to_wrap_up.iter().all(|open| open.chat != *chat),
        DeskUp::Seats { staff, seats, .. } => {
            let colleague = board.staff.iter().find(|colleague| colleague.id == *staff);
            let set = colleague.and_then(|colleague| colleague.ladder.as_ref()?.set.as_ref());
            colleague.is_none() || set.map(|set| set.seats) == *seats
        }
        DeskUp::Beat { .. } | DeskUp::Presence { .. } | DeskUp::Accept { .. } | DeskUp::Decline { .. } => {
            true
        }
    }
}

#[derive(Clone)]
struct Wish {
    asked: Asked,
    /// When it last went out on the present connection.
    sent: Option<Millis>,
}

/// The open wishes: at most one presence and one answer to an offer.
#[derive(Clone, Default)]
pub(super) struct Wishes {
    open: Vec<Wish>,
}

impl Wishes {
    pub(super) fn presence(&mut self, presence: Presence) {
        self.push(Asked::Presence(presence));
    }

    pub(super) fn answer(&mut self, offer: Offer, accept: bool) {
        self.push(Asked::Answer { offer, accept });
    }

    pub(super) fn tell(&mut self, frame: DeskUp) {
        self.push(Asked::Else(frame));
    }

    fn push(&mut self, asked: Asked) {
        self.open.retain(|wish| !wish.asked.is_of_a_kind_with(&asked));
        self.open.push(Wish { asked, sent: None });
    }

    /// The presence that was asked for.
    pub(super) fn wished_presence(&self) -> Option<Presence> {
        self.open.iter().find_map(|wish| match wish.asked {
            Asked::Presence(presence) => Some(presence),
            Asked::Answer { .. } | Asked::Else(_) => None,
        })
    }

    /// Whether `chat` has been answered and the desk has not confirmed it.
    pub(super) fn answered(&self, chat: &SessionId) -> bool {
        self.open.iter().any(|wish| matches!(&wish.asked, Asked::Answer { offer, .. } if offer.chat == *chat))
    }

    pub(super) fn settle(&mut self, board: &Board) {
        self.open.retain(|wish| !wish.asked.is_settled(board));
    }

    /// The desk refused: nothing says which wish, so the person decides anew.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    pub(super) fn unplugged(&mut self) {
        for wish in &mut self.open {
            wish.sent = None;
        }
    }

    /// Everything that has to go out now, in the order it was asked.
    pub(super) fn unsent(&mut self, now: Millis) -> Vec<DeskUp> {
        let due = |wish: &&mut Wish| wish.sent.is_none_or(|sent| sent.after(PATIENCE) <= now);
        let send = |wish: &mut Wish| {
            wish.sent = Some(now);
            wish.asked.frame()
        };
        self.open.iter_mut().filter(due).map(send).collect()
    }

    pub(super) fn due(&self) -> Option<Millis> {
        self.open.iter().filter_map(|wish| wish.sent).map(|sent| sent.after(PATIENCE)).min()
    }
}
