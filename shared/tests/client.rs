//! The client's side of a conversation, as the person at the browser would notice it.
#![cfg(test)]

use core::time::Duration;
use shared::chat::{Client, Delivery, Input, ItemKey, LinkState, Output, Shown};
use shared::id::{ClientRef, Seq, TopicId};
use shared::language::Language;
use shared::privacy::{Allowed, Category, MaskedText, mask};
use shared::refusal::Refusal;
use shared::time::Millis;
use shared::wire::v1::{
    Body, Down, EndReason, Ender, Event, Hello, Party, Receipts, Snapshot, StaffCard, Strike, Untrusted, Up,
    Welcome,
};

/// A client, a clock, and what it was last told to do.
struct Browser {
    client: Client,
    now: Millis,
    out: Vec<Output>,
}

impl Browser {
    fn new() -> Self {
        let client = Client::new(Millis(0), Party::Resident, Some("token".to_owned()), Allowed::NOTHING);
        Self { client, now: Millis(0), out: Vec::new() }
    }

    /// Connected, greeted, and caught up with a chat that Dana has joined.
    fn open() -> Self {
        let mut browser = Self::new();
        browser.input(Input::Opened);
        browser.greet(2);
        browser.frame(Down::Snapshot(Snapshot { head: Seq(2), events: vec![started(), joined()] }));
        browser
    }

    fn greet(&mut self, head: u32) {
        let got = Receipts::default();
        self.frame(Down::Welcome(Welcome { you: Party::Resident, head: Seq(head), got }));
    }

    fn input(&mut self, input: Input) {
        self.out = self.client.handle(self.now, input);
    }

    fn frame(&mut self, frame: Down) {
        self.input(Input::Frame(frame));
    }

    fn say(&mut self, number: u128, text: &str) {
        self.input(Input::Say { client_ref: action(number), text: Untrusted::typed(text) });
    }

    fn close(&mut self, code: u16) {
        self.input(Input::Closed { code, random: u32::MAX });
    }

    fn refuse(&mut self, code: Refusal, of: Option<u128>) {
        self.frame(Down::Refused { code, client_ref: of.map(action) });
    }

    /// Lets time pass and every timer go off in its moment; answers what was to be done, with its moment.
    fn pass(&mut self, time: Duration) -> Vec<(i64, Output)> {
        let until = self.now.after(time);
        let mut done = Vec::new();
        while let Some(due) = self.client.poll_timeout().filter(|due| *due <= until) {
            self.now = self.now.max(due);
            self.input(Input::Timeout { random: u32::MAX });
            done.extend(self.out.drain(..).map(|output| (self.now.0, output)));
        }
        self.now = until;
        done
    }

    /// What this frame says was sent, and nothing else.
    fn sent(&self) -> Vec<Up> {
        let sends = self.out.iter().map(|output| match output {
            Output::Send(frame) => frame.clone(),
            Output::Connect | Output::Ping | Output::Disconnect => panic!("no frame"),
        });
        sends.collect()
    }

    fn delivery(&self, number: u128) -> Option<Delivery> {
        let items = self.client.items();
        let mut of_it = items.iter().filter(|item| item.key == ItemKey::Action(action(number)));
        let shown = of_it.next().map(|item| match &item.shown {
            Shown::Own(_, delivery) => *delivery,
            Shown::Theirs(_) | Shown::Joined(_) | Shown::Ended(..) => panic!("not an own message"),
        });
        assert!(of_it.next().is_none(), "shown twice");
        shown
    }
}

#[test]
fn a_client_that_has_nothing_asks_for_all_and_one_that_has_something_for_the_rest() {
    let hello = |last| Up::Hello(Hello { token: Some("token".to_owned()), last_seq: Seq(last) });
    let mut browser = Browser::new();
    browser.input(Input::Opened);
    assert!(browser.sent() == [hello(0)]);
    let mut browser = Browser::open();
    assert!(browser.sent() == [Up::Got { seq: Seq(2) }]);
    browser.close(1006);
    browser.input(Input::Opened);
    assert!(browser.sent() == [hello(2)]);
}

#[test]
fn a_half_open_connection_is_noticed_within_fifteen_seconds() {
    let mut browser = Browser::open();
    let done = browser.pass(Duration::from_secs(15));
    assert!(done.first() == Some(&(10_000, Output::Ping)));
    assert!(done.get(1) == Some(&(15_000, Output::Disconnect)));
    assert!(matches!(browser.client.link(), LinkState::Waiting(_)));
}

#[test]
fn a_connection_that_answers_is_kept_and_asked_every_ten_seconds() {
    let mut browser = Browser::open();
    for round in 1..20 {
        let done = browser.pass(Duration::from_secs(10));
        assert!(done == [(round * 10_000, Output::Ping)]);
        browser.input(Input::Noise);
        assert_eq!(browser.client.link(), LinkState::Open);
    }
}

#[test]
fn an_opening_that_is_never_answered_is_given_up_and_tried_again() {
    let mut browser = Browser::new();
    let done = browser.pass(Duration::from_secs(9));
    assert!(done == [(8_000, Output::Disconnect), (8_249, Output::Connect)]);
}

#[test]
fn the_pause_before_a_new_attempt_is_drawn_from_zero_to_a_bound_that_doubles_to_fifteen_seconds() {
    let bounds = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
    for random in [0, 1, 1 << 16, 1 << 31, u32::MAX - 1, u32::MAX] {
        let mut browser = Browser::new();
        for bound in bounds {
            browser.input(Input::Closed { code: 1006, random });
            let LinkState::Waiting(until) = browser.client.link() else { panic!("it waits") };
            let share = bound * i64::from(random) / (1 << 32);
            assert_eq!(until.0 - browser.now.0, share, "{random} of {bound}");
            browser.now = until;
            browser.input(Input::Timeout { random });
            assert!(browser.out == [Output::Connect]);
        }
        browser.input(Input::Opened);
        browser.greet(0);
        browser.input(Input::Closed { code: 1006, random });
        let LinkState::Waiting(until) = browser.client.link() else { panic!("it waits") };
        assert!(until.0 - browser.now.0 < 250, "a connection that stood starts from the shortest pause");
    }
}

#[test]
fn when_the_network_is_back_there_is_no_pause_and_a_standing_connection_is_asked() {
    let mut browser = Browser::new();
    for _ in 0..6 {
        browser.close(1006);
        browser.pass(Duration::from_secs(15));
    }
    browser.close(1006);
    browser.input(Input::Awake);
    assert_eq!(browser.client.poll_timeout(), Some(browser.now));
    assert!(browser.pass(Duration::ZERO).first().is_some_and(|(_, output)| *output == Output::Connect));

    let mut browser = Browser::open();
    browser.now = Millis(3_000);
    browser.input(Input::Awake);
    let done = browser.pass(Duration::from_secs(5));
    assert!(done.first() == Some(&(3_000, Output::Ping)), "at once");
    assert!(done.get(1) == Some(&(8_000, Output::Disconnect)), "and given up five seconds later");
}

#[test]
fn a_message_without_an_echo_is_sent_again_and_a_late_echo_settles_it_once() {
    let mut browser = Browser::open();
    browser.say(1, "Hello?");
    assert!(browser.sent() == [say(1, "Hello?")]);
    assert_eq!(browser.delivery(1), Some(Delivery::Sending));
    let done = browser.pass(Duration::from_secs(5));
    assert!(done == [(5_000, Output::Send(say(1, "Hello?")))]);
    assert_eq!(browser.delivery(1), Some(Delivery::Retrying));
    browser.frame(said(3, 1, Party::Resident, "Hello?"));
    assert_eq!(browser.delivery(1), Some(Delivery::Sent));
    browser.frame(said(3, 1, Party::Resident, "Hello?"));
    assert_eq!(browser.delivery(1), Some(Delivery::Sent));
    browser.frame(Down::Got { by: Party::Staff, seq: Seq(3) });
    assert_eq!(browser.delivery(1), Some(Delivery::Delivered));
    browser.input(Input::Noise);
    assert!(browser.pass(Duration::from_secs(9)).is_empty(), "nothing more is due");
}

#[test]
fn messages_go_one_after_the_other_so_that_none_overtakes() {
    let mut browser = Browser::open();
    browser.say(1, "One");
    browser.say(2, "Two");
    browser.say(3, "Three");
    assert!(browser.sent().is_empty());
    browser.frame(said(3, 1, Party::Resident, "One"));
    assert!(browser.sent() == [say(2, "Two"), Up::Got { seq: Seq(3) }]);
    browser.refuse(Refusal::TextTooLong, Some(2));
    assert!(browser.sent() == [say(3, "Three")], "what is refused lets the next one go");
}

#[test]
fn a_message_written_while_offline_is_sent_once_when_the_client_has_caught_up() {
    let mut browser = Browser::open();
    browser.close(1006);
    browser.say(1, "While away");
    browser.input(Input::End { client_ref: action(2) });
    assert!(browser.out.is_empty());
    assert_eq!(browser.delivery(1), Some(Delivery::Retrying));
    browser.pass(Duration::from_secs(1));
    browser.input(Input::Opened);
    browser.greet(3);
    assert!(browser.out.is_empty(), "first what happened meanwhile");
    browser.frame(said(3, 9, Party::Staff, "Are you there?"));
    assert!(browser.sent() == [say(1, "While away"), Up::Got { seq: Seq(3) }]);
    browser.frame(said(4, 1, Party::Resident, "While away"));
    assert!(browser.sent() == [Up::End { client_ref: action(2) }, Up::Got { seq: Seq(4) }]);
}

#[test]
fn what_was_under_way_when_the_connection_broke_goes_out_again_at_once_on_the_next() {
    let mut browser = Browser::open();
    browser.say(1, "Hello?");
    browser.close(1006);
    browser.pass(Duration::from_secs(1));
    browser.input(Input::Opened);
    browser.greet(2);
    assert!(browser.sent() == [say(1, "Hello?"), Up::Got { seq: Seq(2) }]);
}

#[test]
fn a_message_that_was_taken_although_its_echo_was_lost_is_not_sent_again() {
    let mut browser = Browser::open();
    browser.say(1, "Taken");
    browser.close(1006);
    browser.pass(Duration::from_secs(1));
    browser.input(Input::Opened);
    browser.greet(3);
    browser.frame(said(3, 1, Party::Resident, "Taken"));
    assert!(browser.sent() == [Up::Got { seq: Seq(3) }]);
    assert_eq!(browser.delivery(1), Some(Delivery::Sent));
}

#[test]
fn what_was_refused_stays_with_its_reason_through_everything() {
    let mut browser = Browser::open();
    browser.say(1, "Too long");
    browser.refuse(Refusal::TextTooLong, Some(1));
    browser.close(1006);
    browser.pass(Duration::from_secs(1));
    browser.input(Input::Opened);
    browser.greet(2);
    assert!(browser.sent() == [Up::Got { seq: Seq(2) }], "it is not sent again");
    browser.frame(Down::Snapshot(Snapshot { head: Seq(2), events: vec![started(), joined()] }));
    browser.pass(Duration::from_secs(9));
    assert_eq!(browser.delivery(1), Some(Delivery::Refused(Refusal::TextTooLong)));
}

#[test]
fn what_came_too_fast_is_tried_again_by_itself() {
    let mut browser = Browser::open();
    browser.say(1, "Quick");
    browser.refuse(Refusal::TooFast, Some(1));
    assert_eq!(browser.delivery(1), Some(Delivery::Sending));
    let done = browser.pass(Duration::from_secs(5));
    assert!(done == [(5_000, Output::Send(say(1, "Quick")))]);
}

#[test]
fn that_someone_types_is_said_every_three_seconds_and_never_after_the_end() {
    let mut browser = Browser::open();
    let mut typed = |at| {
        browser.now = Millis(at);
        browser.input(Input::Typed);
        browser.out == [Output::Send(Up::Typing {})]
    };
    assert_eq!([0, 1, 2_999, 3_000, 5_999, 6_000].map(&mut typed), [true, false, false, true, false, true]);
    browser.say(1, "Done");
    browser.input(Input::Typed);
    assert!(browser.sent() == [Up::Typing {}], "a new message is begun");
    browser.frame(said(3, 1, Party::Resident, "Done"));
    browser.frame(ended(4));
    browser.now = Millis(20_000);
    browser.input(Input::Typed);
    assert!(browser.out.is_empty());
}

#[test]
fn that_the_other_side_types_is_shown_until_they_write_or_stop() {
    let mut browser = Browser::open();
    browser.frame(Down::Typing { by: Party::Resident });
    assert!(!browser.client.other_is_typing(), "another tab of one's own is not the other side");
    browser.frame(Down::Typing { by: Party::Staff });
    assert!(browser.client.other_is_typing());
    browser.pass(Duration::from_millis(5_999));
    assert!(browser.client.other_is_typing());
    browser.pass(Duration::from_millis(1));
    assert!(!browser.client.other_is_typing());
    browser.frame(Down::Typing { by: Party::Staff });
    browser.frame(said(3, 9, Party::Staff, "Here"));
    assert!(!browser.client.other_is_typing());
    browser.frame(Down::Typing { by: Party::Staff });
    browser.close(1006);
    assert!(!browser.client.other_is_typing(), "nothing is known while the connection is gone");
}

#[test]
fn a_gap_is_asked_for_once_and_again_when_no_answer_comes() {
    let mut browser = Browser::open();
    browser.frame(said(5, 9, Party::Staff, "Three"));
    assert!(browser.sent() == [Up::Hello(Hello { token: Some("token".to_owned()), last_seq: Seq(2) })]);
    browser.frame(said(6, 10, Party::Staff, "Four"));
    assert!(browser.out.is_empty(), "one question is enough");
    let done = browser.pass(Duration::from_secs(5));
    assert!(matches!(done.as_slice(), [(5_000, Output::Send(Up::Hello(_)))]));
    browser.greet(6);
    for (seq, number) in [(3, 7), (4, 8), (5, 9), (6, 10)] {
        browser.frame(said(seq, number, Party::Staff, "…"));
    }
    assert!(browser.sent() == [Up::Got { seq: Seq(6) }]);
    assert_eq!(browser.client.log().head(), Seq(6));
}

#[test]
fn a_receipt_for_something_unknown_shows_that_something_is_missing() {
    let mut browser = Browser::open();
    browser.frame(Down::Got { by: Party::Staff, seq: Seq(3) });
    assert!(matches!(browser.sent().as_slice(), [Up::Hello(_)]));
}

#[test]
fn the_end_settles_everything_and_closes_the_connection_for_good() {
    let mut browser = Browser::open();
    browser.say(1, "Thanks");
    browser.frame(ended(3));
    assert!(browser.sent() == [Up::Got { seq: Seq(3) }], "the message is still under way");
    browser.refuse(Refusal::ChatEnded, Some(1));
    assert!(browser.out == [Output::Disconnect]);
    assert_eq!(browser.client.link(), LinkState::Done);
    assert_eq!(browser.delivery(1), Some(Delivery::Refused(Refusal::ChatEnded)));
    browser.close(1005);
    browser.input(Input::Awake);
    assert!(browser.pass(Duration::from_hours(1)).is_empty(), "it does not come back");
    browser.say(2, "One more");
    assert_eq!(browser.delivery(2), Some(Delivery::Refused(Refusal::ChatEnded)));
}

#[test]
fn a_connection_that_the_edge_refuses_does_not_come_back_and_says_why() {
    for why in [Refusal::TokenRefused, Refusal::NotSignedIn, Refusal::NoSuchChat, Refusal::WrongOrigin] {
        let mut browser = Browser::open();
        browser.say(1, "Hello?");
        browser.refuse(why, None);
        browser.close(why.close_code().unwrap());
        assert_eq!(browser.client.link(), LinkState::Refused(why));
        assert_eq!(browser.delivery(1), Some(Delivery::Refused(why)));
        assert!(browser.pass(Duration::from_hours(1)).is_empty());
    }
}

#[test]
fn a_connection_that_breaks_or_is_told_to_wait_does_come_back() {
    for code in [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4008, 4009] {
        let mut browser = Browser::open();
        browser.say(1, "Hello?");
        browser.close(code);
        let done = browser.pass(Duration::from_secs(1));
        assert!(done.iter().any(|(_, output)| *output == Output::Connect), "{code}");
        assert_eq!(browser.delivery(1), Some(Delivery::Retrying));
    }
}

#[test]
fn em_pay_c_a_card_number_leaves_the_browser_only_as_its_mask() {
    let mut browser = Browser::open();
    let typed = Untrusted::typed("It is 4111 1111 1111 1111.");
    let preview = browser.client.preview(browser.now, &typed);
    assert!(preview.text == masked("It is 4111 1111 1111 1111."));
    assert_eq!(preview.findings.len(), 1);
    browser.say(1, "It is 4111 1111 1111 1111.");
    assert!(browser.sent() == [say(1, "It is ⟦PAN⟧.")]);
}

#[test]
fn em_pay_c_pieces_of_a_card_number_written_while_offline_never_leave_the_browser() {
    let mut browser = Browser::open();
    browser.close(1006);
    browser.say(1, "4111 1111");
    browser.say(2, "1111 1111");
    browser.pass(Duration::from_secs(1));
    browser.input(Input::Opened);
    browser.greet(2);
    let sent = browser.sent();
    let Some(Up::Say { text, strikes, .. }) = sent.first() else { panic!("the first message") };
    assert_eq!((text.as_str(), strikes.len()), ("⟦PAN⟧", 0));
    let body = Body::Said { by: Party::Resident, text: text.clone(), alert: None };
    browser.frame(Down::Event(event(3, Some(action(1)), body)));
    let sent = browser.sent();
    let Some(Up::Say { text, strikes, .. }) = sent.first() else { panic!("the second message") };
    assert_eq!(text.as_str(), "⟦PAN⟧");
    assert_eq!(strikes.len(), 0, "what never left needs no striking at the edge");
}

#[test]
fn em_pay_c_the_last_piece_of_a_card_number_strikes_the_first_that_is_already_out() {
    let mut browser = Browser::open();
    browser.say(1, "4111 1111");
    browser.frame(said(3, 1, Party::Resident, "4111 1111"));
    browser.say(2, "1111 1111");
    let sent = browser.sent();
    let Some(Up::Say { text, strikes, .. }) = sent.first() else { panic!("the second message") };
    assert_eq!(text.as_str(), "⟦PAN⟧");
    let strike = Strike { of: action(1), from: 0, to: 9, category: Category::Pan };
    assert_eq!(*strikes, [strike]);
}

#[test]
fn em_pay_c_a_piece_that_was_struck_is_struck_on_the_screen() {
    let mut browser = Browser::open();
    browser.frame(said(3, 9, Party::Staff, "half 4111 1111"));
    let remains = masked("half 4111 1111 1111 1111");
    let body = Body::Struck { line: Seq(3), text: remains.clone() };
    browser.frame(Down::Event(Event { seq: Seq(4), at: Millis(0), client_ref: None, body }));
    let items = browser.client.items();
    assert!(items.last().is_some_and(|item| item.shown == Shown::Theirs(remains)));
}

#[test]
fn what_is_no_frame_is_ignored_and_shows_that_the_connection_lives() {
    let mut browser = Browser::open();
    let before = browser.client.log().clone();
    browser.pass(Duration::from_secs(12));
    browser.input(Input::Noise);
    assert!(browser.out.is_empty() && *browser.client.log() == before);
    assert_eq!(browser.client.poll_timeout(), Some(Millis(22_000)));
}

#[test]
fn a_message_keeps_its_name_on_the_screen_from_first_to_last() {
    let mut browser = Browser::open();
    browser.say(1, "Hello?");
    let keys =
        |browser: &Browser| browser.client.items().into_iter().map(|item| item.key).collect::<Vec<_>>();
    let before = keys(&browser);
    browser.frame(said(3, 1, Party::Resident, "Hello?"));
    assert_eq!(keys(&browser), before);
}

fn action(number: u128) -> ClientRef {
    ClientRef::from_random(number)
}

fn masked(text: &str) -> MaskedText {
    mask(text, Allowed::NOTHING).text
}

fn say(number: u128, text: &str) -> Up {
    Up::Say { client_ref: action(number), text: masked(text), strikes: vec![] }
}

fn event(seq: u32, client_ref: Option<ClientRef>, body: Body) -> Event {
    Event { seq: Seq(seq), at: Millis(0), client_ref, body }
}

fn said(seq: u32, number: u128, by: Party, text: &str) -> Down {
    Down::Event(event(seq, Some(action(number)), Body::Said { by, text: masked(text), alert: None }))
}

fn ended(seq: u32) -> Down {
    Down::Event(event(seq, Some(action(99)), Body::Ended { by: Ender::Staff, reason: EndReason::Done }))
}

fn started() -> Event {
    event(1, None, Body::Started { topic: TopicId::parse("billing").unwrap(), language: Language::En })
}

fn joined() -> Event {
    let [name, title, department] = ["Dana", "Clerk", "Billing"].map(str::to_owned);
    event(2, None, Body::Joined { staff: StaffCard { name, title, department } })
}
