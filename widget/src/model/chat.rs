//! The chat itself: what the views show of the conversation, and what the resident does in it.

use super::survey::Chosen;
use super::{Keeping, Model, Silence, Stage, Survey};
use crate::host::Word;
use crate::keeper;
use crate::transcript::{self, Shows};
use browser::conversation::{Conversation, Seat};
use browser::http::Failure;
use browser::{clock, intl};
use core::time::Duration;
use leptos::prelude::*;
use shared::chat::{Delivery, Item, ItemKey, LinkState, Shown};
use shared::policy::Face;
use shared::privacy::{Category, Masking};
use shared::refusal::Refusal;
use shared::text::{self, Speech, Text};
use shared::triage::{Tier, Triage};
use shared::wire::v1::{EndReason, MAX_TEXT_CHARS, Place, StartedChat, Untrusted};

/// How long nobody types before what is written is looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// How far the chat is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has answered yet.
    InLine,
    /// A person answers.
    Talking,
    /// It is over.
    Over,
}

/// What can be said of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is being made for the first time.
    Connecting,
    /// It stands, or is needed no longer.
    Stands,
    /// It stood and is gone; it is tried again by itself.
    Lost,
    /// The edge does not want it.
    Refused(Refusal),
}

/// What is to be said about the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// What would be taken out.
    pub removed: Vec<Category>,
    /// The way to pay should be shown.
    pub pay: bool,
    /// Its length, when that is more than a message may have.
    pub too_long: Option<usize>,
}

impl Notice {
    /// Adds what would be taken out of a text.
    pub(super) fn add(&mut self, masking: &Masking) {
        let found = masking.findings.iter().map(|finding| finding.category);
        for category in found.chain(masking.strikes.iter().map(|strike| strike.category)) {
            if !self.removed.contains(&category) {
                self.removed.push(category);
            }
        }
        self.pay |= masking.wants_to_pay;
    }

    /// Notes whether the text is too long.
    pub(super) fn measure(&mut self, draft: &str) {
        // A text of fewer bytes cannot have more characters.
        let length = if draft.len() > MAX_TEXT_CHARS { Untrusted::typed(draft).chars() } else { 0 };
        self.too_long = Some(length).filter(|length| *length > MAX_TEXT_CHARS);
    }
}

/// What to do in the emergency that is written of (EM-GEN-B).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guidance {
    /// What it calls for.
    pub tier: Tier,
    /// Said more quietly: the tier was close, no more.
    pub quiet: bool,
    /// The person has closed it. It can be opened again, and something more urgent opens it.
    pub closed: bool,
}

/// What the model remembers from one change of the conversation to the next.
#[derive(Default)]
pub(super) struct Memory {
    /// How many things of the other side have been announced; nothing before the log was first known.
    announced: Option<usize>,
    /// How many of them came while the chat was small.
    unread: u32,
    /// Whether the page shows the chat.
    shown: bool,
    /// Whether the connection ever stood.
    stood: bool,
    /// Own messages that asked how to pay.
    asked_to_pay: Vec<ItemKey>,
}

impl Model {
    /// Takes part in a chat.
    pub(super) fn join(self, chat: &StartedChat) {
        let Some(allowed) = self.seen_untracked().face.as_ref().map(|face| face.allowed()) else { return };
        let origin = self.hold(|held| held.options.origin.clone());
        let seat = Seat { origin, chat: chat.chat.clone(), token: Some(chat.token.clone()), allowed };
        let conversation = Conversation::join(&seat, move || self.refresh());
        self.rows.set(Vec::new());
        self.hold(|held| {
            held.memory = Memory { shown: held.memory.shown, ..Memory::default() };
            held.survey = Chosen { chat: Some(chat.clone()), ..Chosen::default() };
            held.keeper.keep(chat);
            held.keeper.tell(&keeper::Word::Here(chat.clone()));
            held.conversation = Some(conversation);
        });
        self.host().tell(Word::Started);
        self.change(&mut |seen| {
            seen.trouble = None;
            seen.survey = Survey::Unasked;
            seen.reach = Reach::Connecting;
            seen.stage = Stage::Chat;
        });
        self.refresh();
    }

    /// What was being written when the composer was last there.
    pub fn draft(self) -> String {
        self.hold(|held| held.draft.clone())
    }

    /// Sends a text, unless there is a reason not to, which then is shown. Says whether it was taken.
    pub fn send(self, draft: &str) -> bool {
        let Some(conversation) = self.conversation() else { return false };
        if Untrusted::typed(draft).is_blank() || self.seen_untracked().notice.too_long.is_some() {
            return false;
        }
        let pays = conversation.preview(draft).wants_to_pay;
        self.change(&mut |seen| seen.notice = Notice::default());
        let key = ItemKey::Action(conversation.say(draft));
        self.hold(|held| {
            held.draft.clear();
            if pays {
                held.memory.asked_to_pay.push(key);
            }
        });
        self.heed();
        self.refresh();
        true
    }

    /// The draft has changed.
    pub fn write(self, draft: &str) {
        let Some(conversation) = self.conversation() else { return };
        conversation.typed();
        let masking = conversation.preview(draft);
        let mut notice = Notice::default();
        notice.add(&masking);
        notice.measure(draft);
        self.announce_notice(&notice);
        self.change(&mut |seen| seen.notice = notice.clone());
        self.hold(|held| draft.clone_into(&mut held.draft));
        self.heed_soon();
    }

    /// Looks at what is written once the person pauses. A word half written is none.
    pub(super) fn heed_soon(self) {
        let at = clock::now().after(PAUSE);
        self.hold(|held| held.pause.set(at, move || self.heed()));
    }

    /// Shows what the messages so far and the draft call for.
    fn heed(self) {
        if self.held.is_disposed() {
            return;
        }
        let seen = self.seen_untracked();
        if seen.stage == Stage::Leaving {
            return self.heed_message();
        }
        let (Some(conversation), Some(face)) = (self.conversation(), &seen.face) else { return };
        let draft = Untrusted::typed(&self.draft());
        let found = conversation.read(|client| client.triage(&draft, &face.extra()));
        self.guide(face, &found);
    }

    /// Shows what was found, and says it when it has become more urgent.
    pub(super) fn guide(self, face: &Face, found: &Triage) {
        let seen = self.seen_untracked();
        let close = found.close_to.unwrap_or_default();
        let (tier, before) = (found.tier.max(close), seen.guidance);
        let closed = before.closed && tier <= before.tier;
        let guidance = Guidance { tier, quiet: close > found.tier, closed };
        self.change(&mut |seen| seen.guidance = guidance);
        if tier > before.tier {
            let said = face.advice(guidance.tier, guidance.quiet, seen.speech);
            self.hold(|held| held.announcer.warn(&[&said.title, ". ", &said.advice].concat()));
        }
    }

    /// Closes the guidance, or opens it again.
    pub fn close_guidance(self, closed: bool) {
        self.change(&mut |seen| seen.guidance.closed = closed);
    }

    /// The line has moved, or the hold message has come (EM-COM-D-a-ii).
    fn announce_place(self, before: Option<Place>) {
        let seen = self.seen_untracked();
        let Some(place) = seen.place.filter(|place| Some(*place) != before) else { return };
        if place.hold && !before.is_some_and(|before| before.hold) {
            self.say(Text::HoldMessage.say(seen.speech));
        } else {
            let plural = intl::plural(place.ahead, seen.speech.language());
            self.say(&text::place(place, plural, seen.speech));
        }
    }

    pub(super) fn announce_notice(self, notice: &Notice) {
        let seen = self.seen_untracked();
        let (speech, before) = (seen.speech, &seen.notice);
        if let Some(category) = notice.removed.iter().find(|category| !before.removed.contains(category)) {
            let sentence = [Text::WillBeRemoved.say(speech), ": ", text::mask(*category, speech)];
            self.say(&sentence.concat());
        }
        if let Some(length) = notice.too_long.filter(|_| before.too_long.is_none()) {
            self.say(&text::too_long(length, speech));
        }
    }

    /// Ends the chat, or leaves the line.
    pub fn end(self) {
        self.menu.set(false);
        if let Some(conversation) = self.conversation() {
            conversation.end(EndReason::Done);
        }
    }

    /// Ends the chat and has it deleted at once.
    pub fn forget(self) {
        self.menu.set(false);
        if let Some(conversation) = self.conversation() {
            conversation.forget();
        }
    }

    /// The person is still there.
    pub fn here(self) {
        if let Some(conversation) = self.conversation() {
            conversation.here();
            self.wants_focus.set(true);
        }
    }

    /// Leaves what is there and asks for a topic again.
    pub fn start_anew(self) {
        self.hold(|held| {
            held.keeper.forget();
            held.conversation = None;
        });
        self.host().tell(Word::Ended);
        self.rows.set(Vec::new());
        self.change(&mut |seen| {
            seen.stage = Stage::Asking;
            seen.phase = Phase::InLine;
            seen.reach = Reach::Connecting;
            seen.staff = None;
            seen.typing = false;
            seen.silence = Silence::Unasked;
            seen.keeping = Keeping::Tonight;
            seen.guidance = Guidance::default();
            seen.trouble = None;
        });
        self.wants_focus.set(true);
    }

    /// Tries to take part once more, after the edge refused.
    pub fn rejoin(self) {
        if let Some(chat) = self.hold(|held| held.keeper.kept()) {
            self.join(&chat);
        }
    }

    /// The page shows the chat, or has made it small.
    pub fn show(self, shown: bool, focus: bool) {
        self.hold(|held| {
            held.memory.shown = shown;
            held.memory.unread = 0;
        });
        self.look_at_hours();
        if shown {
            self.wants_focus.set(focus);
            self.host().tell(Word::Unread(0, ""));
        }
    }

    /// The focus has come into the app, or left it.
    pub fn has_focus(self, has_focus: bool) {
        self.hold(|held| held.has_focus = has_focus);
    }

    /// Takes over what the conversation has become.
    fn refresh(self) {
        let Some(conversation) = self.conversation() else { return };
        self.take_link(conversation.link());
        if self.seen_untracked().stage != Stage::Chat {
            return;
        }
        self.take_log(&conversation);
        let items = conversation.items();
        self.heed();
        self.announce(&items, conversation.read(|client| client.log().head().0 > 0));
        self.take_rows(&items);
    }

    fn take_link(self, link: LinkState) {
        let stood = self.hold(|held| held.memory.stood);
        let reach = match link {
            LinkState::Open | LinkState::Done => Reach::Stands,
            LinkState::Connecting if !stood => Reach::Connecting,
            LinkState::Connecting | LinkState::Waiting(_) => Reach::Lost,
            LinkState::Refused(why) => Reach::Refused(why),
        };
        self.hold(|held| held.memory.stood |= reach == Reach::Stands);
        let seen = self.seen_untracked();
        if seen.reach == reach {
            return;
        }
        self.change(&mut |seen| seen.reach = reach);
        match reach {
            Reach::Lost => self.say(Text::NoConnection.say(seen.speech)),
            Reach::Refused(why) => self.refused(why),
            // Who was told of the loss, and nobody else. A chat that is over has none to come back.
            Reach::Stands if seen.reach == Reach::Lost && link == LinkState::Open => {
                self.say(Text::ConnectionBack.say(seen.speech));
            }
            Reach::Connecting | Reach::Stands => {}
        }
    }

    /// A chat that is gone or closed to this person is forgotten; what is on the screen stays there to be read.
    fn refused(self, why: Refusal) {
        let gone = matches!(why, Refusal::NoSuchChat | Refusal::TokenRefused | Refusal::NotSignedIn);
        if gone {
            self.hold(|held| held.keeper.forget());
        }
        self.say(Text::of_refusal(why).say(self.seen_untracked().speech));
        if gone && self.rows.with_untracked(Vec::is_empty) {
            self.start_anew();
            self.change(&mut |seen| seen.trouble = Some(Failure::Problem(why)));
        }
    }

    fn take_log(self, conversation: &Conversation) {
        let first = self.hold(|held| held.memory.announced.is_none());
        let before = self.seen_untracked();
        let mut spoken = None;
        conversation.read(|client| {
            let log = client.log();
            self.change(&mut |seen| {
                seen.phase = match (log.ended(), log.staff()) {
                    (Some(_), _) => Phase::Over,
                    (None, Some(_)) => Phase::Talking,
                    (None, None) => Phase::InLine,
                };
                seen.staff = log.staff().cloned();
                seen.typing = client.other_is_typing();
                seen.place = client.place();
                seen.silence = match (log.ended(), client.silent_end()) {
                    (Some((_, EndReason::Silent)), _) => Silence::Ended,
                    (None, Some(_)) => Silence::Asked,
                    (Some(_) | None, _) => Silence::Unasked,
                };
                seen.keeping = match (client.retained(), log.ended()) {
                    (Some(_), _) => Keeping::Review,
                    (None, Some((_, EndReason::Forgotten))) => Keeping::Nothing,
                    (None, _) => Keeping::Tonight,
                };
                if let Some((topic, language)) = log.subject() {
                    seen.topic = Some(topic.clone());
                    // Known for the first time, after a reload too: the language the resident chose.
                    if first {
                        spoken = Some(language);
                    }
                }
            });
        });
        if let Some(language) = spoken {
            self.speak(language);
        }
        self.announce_place(before.place);
        let now = self.seen_untracked();
        if now.silence != before.silence {
            self.asked(now.silence == Silence::Asked, now.speech);
        }
        if now.keeping == Keeping::Review && before.keeping != Keeping::Review {
            self.say(Text::Kept.say(now.speech));
        }
        if before.phase != Phase::Over && now.phase == Phase::Over {
            self.over();
        }
    }

    /// The resident is asked whether they are there: said once, and the page rings and shows it in its title (EM-COM-F).
    fn asked(self, is: bool, speech: Speech) {
        let question = if is { Text::StillThere.say(speech) } else { "" };
        if is {
            self.say(&[question, Text::ClosesSoon.say(speech)].join(" "));
        }
        self.host().tell(Word::Asks(question));
    }

    /// The chat has come to its end.
    fn over(self) {
        self.menu.set(false);
        self.hold(|held| held.keeper.forget());
        self.host().tell(Word::Ended);
        self.change(&mut |seen| {
            if seen.staff.is_some() && seen.keeping != Keeping::Nothing {
                seen.survey = Survey::Asked(None);
            }
        });
        // The composer goes; whoever was in it goes on at what stands in its place.
        if self.hold(|held| held.has_focus) {
            self.wants_focus.set(true);
        }
    }

    fn announce(self, items: &[Item], known: bool) {
        if !known {
            return;
        }
        let seen = self.seen_untracked();
        let speech = seen.speech;
        let others = items.iter().filter(|item| !matches!(item.shown, Shown::Own(..)));
        let count = others.clone().count();
        let (before, shown) = self.hold(|held| (held.memory.announced.unwrap_or(count), held.memory.shown));
        let name = seen.staff.as_ref().map_or("", |card| &card.name);
        let mut unread = 0;
        for item in others.skip(before) {
            let sentence = match &item.shown {
                Shown::Theirs(said) => {
                    unread += 1;
                    [name, ": ", &text::spoken(said, speech)].concat()
                }
                Shown::Joined(card) => text::joined(card, speech),
                Shown::Ended(by, reason) => text::ended(*by, *reason).say(speech).to_owned(),
                Shown::Own(..) => continue,
            };
            self.say(&sentence);
        }
        let mut total = 0;
        self.hold(|held| {
            held.memory.announced = Some(count);
            if !shown {
                held.memory.unread += unread;
            }
            total = held.memory.unread;
        });
        if unread > 0 && !shown {
            let first = name.split(' ').next().unwrap_or_default();
            self.host().tell(Word::Unread(total, first));
        }
    }

    /// Brings the list up to date. A row that stays keeps its signal, so that its element stays too.
    fn take_rows(self, items: &[Item]) {
        let pays = |key: &ItemKey| self.hold(|held| held.memory.asked_to_pay.contains(key));
        let rows = transcript::rows(items, pays);
        let old = self.rows.get_untracked();
        let mut changed = old.len() != rows.len();
        let mut next = Vec::with_capacity(rows.len());
        for (place, row) in rows.into_iter().enumerate() {
            let there = old.get(place).filter(|(key, _)| *key == row.key);
            changed |= there.is_none();
            let kept = there.or_else(|| old.iter().find(|(key, _)| *key == row.key));
            let signal = if let Some((_, signal)) = kept {
                self.announce_state(&signal.get_untracked(), &row.shows);
                if signal.with_untracked(|shows| *shows != row.shows) {
                    signal.set(row.shows);
                }
                signal.clone()
            } else {
                // Written while there is no connection, it waits from the first.
                if row.shows == Shows::State(Delivery::Retrying) {
                    self.announce_state(&Shows::State(Delivery::Sending), &row.shows);
                }
                ArcRwSignal::new(row.shows)
            };
            next.push((row.key, signal));
        }
        if changed {
            self.rows.set(next);
        }
    }

    fn announce_state(self, before: &Shows, after: &Shows) {
        let (Shows::State(before), Shows::State(after)) = (before, after) else { return };
        if before == after {
            return;
        }
        let speech = self.seen_untracked().speech;
        self.say(match after {
            Delivery::Sent => Text::Sent.say(speech),
            Delivery::Retrying => Text::NotSentYet.say(speech),
            Delivery::Refused(why) => Text::of_refusal(*why).say(speech),
            Delivery::Sending | Delivery::Delivered => return,
        });
    }
}
