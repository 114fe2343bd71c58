//! The console's connection to the desk, driven by hand.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use console::desk::{Client, Input, Output};
use shared::chat::LinkState;
use shared::id::{ChoiceId, SessionId, StaffId, TopicId};
use shared::language::Language;
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{Board, DeskDown, DeskUp, MyChat, Offer, Passing, Presence, Target};

const BEAT: i64 = 15_000;

fn at(ms: i64) -> Millis {
    Millis(1_000_000 + ms)
}

fn chat(bits: u128) -> SessionId {
    SessionId::from_random(bits)
}

fn board(presence: Presence, offer: Option<u128>) -> Input {
    board_until(20_500, presence, offer)
}

fn board_until(until: i64, presence: Presence, offer: Option<u128>) -> Input {
    Input::Frame(DeskDown::Board(Box::new(Board {
        you: StaffId::parse("dana").unwrap(),
        presence,
        seats: 1,
        beat_every_ms: u32::try_from(BEAT).unwrap(),
        now: at(500),
        offer: offer.map(|bits| Offer { chat: chat(bits), until: at(until), transfer: None, alarm: None }),
        waiting: Vec::new(),
        mine: Vec::new(),
        set_offline: false,
        ladder: None,
        staff: Vec::new(),
        to_wrap_up: Vec::new(),
        alarms: Vec::new(),
        asks: vec![],
        running: vec![],
        suspended: vec![],
        doors: 0,
        shut: false,
    })))
}

fn with(input: Input, change: impl FnOnce(&mut Board)) -> Input {
    let Input::Frame(DeskDown::Board(mut board)) = input else { return input };
    change(&mut board);
    Input::Frame(DeskDown::Board(board))
}

fn closed() -> Input {
    Input::Closed { code: 1006, random: u32::MAX }
}

fn standing(presence: Presence, offer: Option<u128>) -> Client {
    let mut client = Client::new(at(0));
    client.handle(at(0), Input::Opened);
    client.handle(at(0), board(presence, offer));
    client
}

/// Lets the pause pass, opens again and shows `answer`; everything that was sent.
fn back(client: &mut Client, when: i64, answer: Input) -> Vec<DeskUp> {
    let mut out = client.handle(at(when), Input::Timeout { random: 0 });
    assert_eq!(out, [Output::Connect]);
    out.extend(client.handle(at(when), Input::Opened));
    out.extend(client.handle(at(when), answer));
    out.into_iter()
        .filter_map(|output| match output {
            Output::Send(frame) => Some(frame),
            Output::Connect | Output::Ping | Output::Disconnect | Output::AskWhoIAm => None,
        })
        .collect()
}

#[test]
fn the_first_frame_is_a_beat_and_another_follows_at_each_interval() {
    let mut client = Client::new(at(0));
    assert_eq!(client.handle(at(0), Input::Opened), [Output::Send(DeskUp::Beat { idle_s: 0 })]);
    client.handle(at(0), board(Presence::Offline, None));
    let mut beats = Vec::new();
    while let Some(due) = client.poll_timeout().filter(|due| *due <= at(3 * BEAT)) {
        for output in client.handle(due, Input::Timeout { random: 0 }) {
            if matches!(output, Output::Send(DeskUp::Beat { .. })) {
                beats.push(due);
            }
        }
        client.handle(due, Input::Noise);
    }
    assert_eq!(beats, [at(BEAT), at(2 * BEAT), at(3 * BEAT)]);
}

#[test]
fn clocks_follow_the_desk_and_not_this_machine() {
    let client = standing(Presence::Offline, None);
    assert_eq!(client.desk_time(at(1_000)), at(1_500));
}

#[test]
fn what_was_pressed_while_the_connection_was_away_is_done_when_it_is_back() {
    let mut client = standing(Presence::Offline, Some(7));
    client.handle(at(100), closed());
    assert!(matches!(client.link(), LinkState::Waiting(_)));
    assert_eq!(client.handle(at(110), Input::Presence(Presence::Online)), []);
    assert_eq!(client.handle(at(120), Input::Answer { chat: chat(7), accept: true }), []);
    assert_eq!(client.presence(), Presence::Online);
    assert!(client.answered(&chat(7)));
    let sent = back(&mut client, 400, board(Presence::Offline, Some(7)));
    assert_eq!(
        sent,
        [
            DeskUp::Beat { idle_s: 0 },
            DeskUp::Presence { presence: Presence::Online },
            DeskUp::Accept { chat: chat(7) },
        ]
    );
}

#[test]
fn an_answer_to_an_offer_that_is_gone_is_forgotten() {
    let mut client = standing(Presence::Online, Some(7));
    client.handle(at(10), Input::Answer { chat: chat(7), accept: true });
    client.handle(at(20), closed());
    let sent = back(&mut client, 400, board(Presence::Online, None));
    assert_eq!(sent, [DeskUp::Beat { idle_s: 0 }]);
    assert!(!client.answered(&chat(7)));
}

#[test]
fn an_offer_that_comes_back_to_who_declined_it_can_be_answered_anew() {
    let mut client = standing(Presence::Online, Some(7));
    let sent = client.handle(at(10), Input::Answer { chat: chat(7), accept: false });
    assert_eq!(sent, [Output::Send(DeskUp::Decline { chat: chat(7) })]);
    assert!(client.answered(&chat(7)));
    client.handle(at(20), board_until(20_520, Presence::Online, Some(7)));
    assert!(!client.answered(&chat(7)));
    assert_eq!(client.handle(at(6_000), Input::Noise), [], "nor is it declined again by itself");
}

#[test]
fn a_swallowed_frame_is_sent_again() {
    let mut client = standing(Presence::Offline, None);
    let asked = Output::Send(DeskUp::Presence { presence: Presence::Online });
    assert_eq!(client.handle(at(0), Input::Presence(Presence::Online)), std::slice::from_ref(&asked));
    client.handle(at(1), Input::Noise);
    assert_eq!(client.poll_timeout(), Some(at(5_000)));
    assert_eq!(client.handle(at(5_000), Input::Timeout { random: 0 }), [asked]);
    client.handle(at(5_001), board(Presence::Online, None));
    assert_eq!(client.handle(at(11_000), Input::Noise), []);
}

#[test]
fn after_a_restart_the_person_is_as_present_as_before() {
    let mut client = standing(Presence::Online, None);
    client.handle(at(0), Input::Closed { code: 1012, random: 0 });
    let sent = back(&mut client, 400, board(Presence::Offline, None));
    assert_eq!(sent, [DeskUp::Beat { idle_s: 0 }, DeskUp::Presence { presence: Presence::Online }]);
}

#[test]
fn em_com_d_after_more_than_five_minutes_away_the_person_says_so_themselves() {
    let mut client = standing(Presence::Online, None);
    client.handle(at(0), closed());
    let sent = back(&mut client, 301_000, board(Presence::Offline, None));
    assert_eq!(sent, [DeskUp::Beat { idle_s: 301 }]);
    assert_eq!(client.presence(), Presence::Offline);
}

#[test]
fn a_refusal_is_told_and_not_tried_for_ever() {
    let mut client = standing(Presence::Online, Some(7));
    client.handle(at(10), Input::Answer { chat: chat(7), accept: true });
    client.handle(at(20), Input::Frame(DeskDown::Refused { code: Refusal::OfferGone }));
    assert_eq!(client.refused(), Some(Refusal::OfferGone));
    assert_eq!(client.handle(at(6_000), Input::Timeout { random: 0 }), []);
}

#[test]
fn a_socket_that_never_opens_asks_who_is_signed_in() {
    let mut client = Client::new(at(0));
    assert_eq!(client.handle(at(10), closed()), [Output::AskWhoIAm]);
    client.handle(at(400), Input::Timeout { random: 0 });
    client.handle(at(410), Input::Opened);
    assert_eq!(client.handle(at(420), closed()), []);
}

#[test]
fn a_desk_that_does_not_want_this_person_is_left_alone() {
    let mut client = standing(Presence::Online, None);
    client.handle(at(0), Input::Closed { code: 4001, random: 0 });
    assert_eq!(client.link(), LinkState::Refused(Refusal::NotSignedIn));
    assert_eq!(client.poll_timeout(), None);
}

#[test]
fn a_half_open_connection_is_noticed_within_fifteen_seconds() {
    let mut client = standing(Presence::Offline, None);
    assert_eq!(client.handle(at(10_000), Input::Timeout { random: 0 }), [Output::Ping]);
    assert_eq!(client.handle(at(15_000), Input::Timeout { random: 0 }), [Output::Disconnect,]);
}

#[test]
fn em_com_d_the_desk_is_told_for_how_long_nothing_was_touched() {
    let mut client = standing(Presence::Online, None);
    client.handle(at(10_000), Input::Touched);
    let sent = client.handle(at(15_000), Input::Timeout { random: 0 });
    assert!(sent.contains(&Output::Send(DeskUp::Beat { idle_s: 5 })));
}

#[test]
fn em_com_d_whom_the_clock_set_offline_is_not_put_online_by_a_short_break() {
    let mut client = standing(Presence::Online, None);
    client.handle(at(0), closed());
    let board = with(board(Presence::Offline, None), |board| board.set_offline = true);
    let sent = back(&mut client, 400, board);
    assert_eq!(sent, [DeskUp::Beat { idle_s: 0 }]);
}

#[test]
fn em_com_g_a_a_transfer_is_asked_until_the_board_shows_it() {
    let mut client = standing(Presence::Online, None);
    let mine = |transfer| MyChat {
        alarm: None,
        asks: false,
        read_along: false,
        chat: chat(1),
        topic: TopicId::parse("billing").unwrap(),
        language: Language::En,
        since: at(0),
        transfer,
    };
    client.handle(at(0), with(board(Presence::Online, None), |board| board.mine = vec![mine(None)]));
    let wanted = DeskUp::Transfer {
        chat: chat(1),
        to: Target::Person { id: StaffId::parse("marisol").unwrap() },
        reason: ChoiceId::parse("shift").unwrap(),
        note: String::new(),
    };
    let asked = Output::Send(wanted.clone());
    assert_eq!(client.handle(at(10), Input::Tell(wanted)), std::slice::from_ref(&asked));
    assert_eq!(client.handle(at(5_010), Input::Timeout { random: 0 }), [asked]);
    let shown = Passing::Asking { until: at(9_000) };
    client
        .handle(at(5_020), with(board(Presence::Online, None), |board| board.mine = vec![mine(Some(shown))]));
    assert_eq!(client.handle(at(11_000), Input::Noise), []);
}
