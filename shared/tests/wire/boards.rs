//! Boards with everything on them, for the golden files.

use super::{AT, card, chat, choice, staff_id, topic};
use shared::id::SessionId;
use shared::language::Language;
use shared::triage::Tier;
use shared::wire::v1::{
    Alarm, Ask, AskWhy, Back, Board, Colleague, Ladder, MyChat, Offer, Opening, Passing, Presence, Priority,
    Rung, Running, SeatsSet, Suspension, ToWrapUp, Transferred, Waiting,
};

/// A board that tells of danger (EM-GEN-B).
pub fn in_danger(quiet: &Board) -> Board {
    let (topic, language, alarm) = (topic(), Language::En, Some(Tier::Life911));
    let told = |tier, staff| Alarm { chat: chat(), topic: topic.clone(), tier, at: AT, staff };
    Board {
        offer: Some(Offer { chat: chat(), until: AT, transfer: None, alarm }),
        waiting: vec![Waiting {
            chat: chat(),
            topic: topic.clone(),
            language,
            since: AT,
            priority: Priority::Emergency,
            alarm,
        }],
        mine: vec![MyChat {
            chat: SessionId::from_random(8),
            topic: topic.clone(),
            language,
            since: AT,
            transfer: None,
            alarm: Some(Tier::Crisis988),
            asks: false,
            read_along: false,
        }],
        alarms: vec![told(Tier::Life911, None), told(Tier::Crisis988, Some(card()))],
        ..quiet.clone()
    }
}

/// A board while an administrator has shut the doors (EM-HRS-A).
pub fn shut(quiet: &Board) -> Board {
    Board { doors: 7, shut: true, ..quiet.clone() }
}

/// A supervisor's board, with what others do.
pub fn supervised(quiet: &Board) -> Board {
    let (staff, topic) = (card(), topic());
    let (chat, mine) = (chat(), SessionId::from_random(8));
    let own = (topic.clone(), Language::En);
    Board {
        mine: vec![MyChat {
            chat: mine,
            topic: own.0,
            language: own.1,
            since: AT,
            transfer: None,
            alarm: None,
            asks: true,
            read_along: true,
        }],
        asks: [AskWhy::Help, AskWhy::AbuseEnded]
            .map(|why| Ask { chat: chat.clone(), topic: topic.clone(), staff: staff.clone(), at: AT, why })
            .to_vec(),
        running: vec![Running {
            chat,
            topic,
            language: Language::Es,
            staff,
            since: AT,
            alarm: Some(Tier::Life911),
            read_by: vec![Opening { by: staff_id(), at: AT }],
        }],
        suspended: vec![Suspension {
            staff: staff_id(),
            name: "Dana Reyes".to_owned(),
            until: Some(AT),
            reason: "Being looked into".to_owned(),
            by: staff_id(),
            at: AT,
        }],
        ..quiet.clone()
    }
}

/// A board with everything that came later.
pub fn full(quiet: &Board) -> Board {
    let (topic, language) = (topic(), Language::Es);
    let transfer = Transferred {
        from: card(),
        topic: topic.clone(),
        language,
        reason: choice("knows-more"),
        note: "Needs the leak credit form".to_owned(),
    };
    let ladder = Ladder {
        chats: 120,
        satisfied: 45,
        answers: 50,
        response_s: Some(41),
        next: Some(Rung { seats: 3, chats: 500, satisfaction: 80, response_s: 60, answers: 20 }),
        set: Some(SeatsSet { seats: 1, reason: "New system".to_owned(), by: staff_id(), at: AT }),
    };
    let with = |bits, transfer| MyChat {
        chat: SessionId::from_random(bits),
        topic: topic.clone(),
        language,
        since: AT,
        transfer: Some(transfer),
        alarm: None,
        asks: false,
        read_along: false,
    };
    let priorities = [Priority::Emergency, Priority::Appointment];
    let waiting = priorities.map(|priority| Waiting {
        chat: chat(),
        topic: topic.clone(),
        language,
        since: AT,
        priority,
        alarm: None,
    });
    let presences = [Presence::OnCall, Presence::WithVisitor, Presence::Away];
    let colleague = |presence| Colleague {
        id: staff_id(),
        card: card(),
        presence,
        chats: 1,
        seats: 2,
        ladder: (presence == Presence::Away).then(|| Ladder {
            response_s: None,
            next: None,
            set: None,
            ..ladder.clone()
        }),
    };
    Board {
        offer: Some(Offer { chat: chat(), until: AT, transfer: Some(transfer), alarm: None }),
        waiting: waiting.to_vec(),
        mine: vec![
            with(8, Passing::Asking { until: AT }),
            with(9, Passing::Back { why: Back::Declined }),
            with(10, Passing::Back { why: Back::TimedOut }),
            with(11, Passing::Back { why: Back::NobodyThere }),
        ],
        set_offline: true,
        ladder: Some(ladder.clone()),
        staff: presences.map(colleague).to_vec(),
        to_wrap_up: vec![ToWrapUp { chat: chat(), topic: topic.clone() }],
        ..quiet.clone()
    }
}
