//! Connections by requests, for residents whose network lets no WebSocket through.
//!
//! They live in memory alone: a request keeps the object awake while it listens, and a line that an object no longer knows after
//! a sleep or a fault is begun anew by its client, which then asks for what it lacks, as after any lost connection.

use crate::session::ConnId;
use futures_channel::oneshot;
use futures_util::future::select;
use serde::Serialize;
use shared::id::ClientRef;
use shared::time::Millis;
use shared::wire::v1::Exchanged;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;
use worker::Delay;

/// The largest body: frames are texts inside a text, so a full one needs more than a frame may have.
pub const MAX_BYTES: usize = 2 * shared::wire::v1::MAX_FRAME_BYTES;
/// How long a request listens: less than the ten seconds after which a client asks whether anybody is there.
const LISTENS: Duration = Duration::from_secs(8);
/// A line that nobody has used for so long has been left.
const LASTS: Duration = Duration::from_secs(30);
/// So many may a chat have at once; each tab of a resident needs one.
const MOST: usize = 4;
/// What a WebSocket says when its client has to come back.
pub const RESTART: u16 = 1012;

/// The connections by requests of one object, by the number the engine knows them under.
#[derive(Default)]
pub struct Lines {
    open: RefCell<BTreeMap<ConnId, Line>>,
}

struct Line {
    name: ClientRef,
    used: Millis,
    told: Exchanged,
    wake: Option<oneshot::Sender<()>>,
}

impl Lines {
    /// The number of a line.
    pub fn find(&self, name: &ClientRef) -> Option<ConnId> {
        self.open.borrow().iter().find(|(_, line)| line.name == *name).map(|(conn, _)| *conn)
    }

    /// Begins a line.
    pub fn begin(&self, conn: ConnId, name: ClientRef, now: Millis) {
        let line = Line { name, used: now, told: Exchanged::default(), wake: None };
        self.open.borrow_mut().insert(conn, line);
    }

    /// Takes the lines that were left, and those that are too many.
    pub fn left(&self, now: Millis) -> Vec<ConnId> {
        let mut open = self.open.borrow_mut();
        let mut left: Vec<ConnId> =
            open.iter().filter(|(_, line)| now.since(line.used) >= LASTS).map(|(conn, _)| *conn).collect();
        let crowd = open.len().saturating_sub(left.len()).saturating_sub(MOST);
        let others = open.keys().filter(|conn| !left.contains(conn)).take(crowd).copied().collect::<Vec<_>>();
        left.extend(others);
        for conn in &left {
            open.remove(conn);
        }
        left
    }

    /// Says something on a line; answers whether there is one.
    pub fn send<F: Serialize>(&self, conn: ConnId, frame: &F) -> bool {
        let mut open = self.open.borrow_mut();
        let Some(line) = open.get_mut(&conn) else { return false };
        if let Ok(frame) = serde_json::to_string(frame) {
            line.told.frames.push(frame);
        }
        line.wake();
        true
    }

    /// Ends a line; it is gone when its client has heard so. Answers whether there is one.
    pub fn close(&self, conn: ConnId, code: u16) -> bool {
        let mut open = self.open.borrow_mut();
        let Some(line) = open.get_mut(&conn) else { return false };
        line.told.closed = Some(code);
        line.wake();
        true
    }

    /// Ends them all.
    pub fn close_all(&self, code: u16) {
        for line in self.open.borrow_mut().values_mut() {
            line.told.closed = Some(code);
            line.wake();
        }
    }

    /// Waits a few seconds for something to tell on a line, and takes it.
    pub async fn listen(&self, conn: ConnId, now: impl Fn() -> Millis) -> Exchanged {
        let woken = match self.open.borrow_mut().get_mut(&conn) {
            Some(line) if line.told == Exchanged::default() => {
                let (wake, woken) = oneshot::channel();
                // Whoever listened before is answered, with nothing.
                line.wake = Some(wake);
                line.used = now();
                Some(woken)
            }
            _ => None,
        };
        if let Some(woken) = woken {
            select(woken, Delay::from(LISTENS)).await;
        }
        let mut open = self.open.borrow_mut();
        let Some(line) = open.get_mut(&conn) else { return lost() };
        line.used = now();
        let told = std::mem::take(&mut line.told);
        if told.closed.is_some() {
            open.remove(&conn);
        }
        told
    }
}

impl Line {
    fn wake(&mut self) {
        if let Some(wake) = self.wake.take() {
            let _gone = wake.send(());
        }
    }
}

/// What is answered on a line that is not known.
pub fn lost() -> Exchanged {
    Exchanged { frames: Vec::new(), closed: Some(RESTART) }
}

/// What is answered where there is nothing to have a line to: why, as on a WebSocket.
pub fn refused<F: Serialize>(frame: &F, code: u16) -> Exchanged {
    Exchanged { frames: serde_json::to_string(frame).into_iter().collect(), closed: Some(code) }
}
