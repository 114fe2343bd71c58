//! What one chat has written, in memory.

use crate::stage::cx;
use edge::between::ToDesk;
use edge::session::{Call, ConnId, Line, Peer, Record, Session, Write};
use edge::vault::Day;
use shared::id::{ClientRef, Seq};
use shared::wire::v1::Receipts;
use std::collections::BTreeMap;

#[derive(Clone, Default, PartialEq)]
pub struct Disk {
    record: Option<Record>,
    lines: BTreeMap<Seq, Line>,
    got: Receipts,
    calls: BTreeMap<u32, ToDesk>,
    pub day: Option<Day>,
    /// Whether the chat's key lies under that of its case.
    pub case: bool,
}

impl Disk {
    pub fn write(&mut self, write: &Write) {
        match write {
            Write::Record(record) => self.record = Some(record.clone()),
            Write::Line(line) => drop(self.lines.insert(line.event.seq, line.clone())),
            Write::Receipts(got) => self.got = *got,
            Write::Call(Call { id, message }) => drop(self.calls.insert(*id, message.clone())),
            Write::Called(id) => drop(self.calls.remove(id)),
            Write::Day(day) => self.day = Some(day.clone()),
            Write::Case => self.case = true,
        }
    }

    pub fn restore(&self, peers: Vec<(ConnId, Peer)>) -> Session {
        let record = self.record.clone().unwrap();
        let lines = self.lines.values().cloned().collect();
        let calls = self.calls.iter().map(|(id, message)| (*id, message.clone())).collect();
        Session::restore(cx(), record, lines, self.got, calls, peers)
    }

    pub fn has(&self, action: &ClientRef) -> bool {
        self.lines.values().any(|line| line.event.client_ref.as_ref() == Some(action))
    }

    pub fn record(&self) -> Option<&Record> {
        self.record.as_ref()
    }

    pub fn lines(&self) -> impl DoubleEndedIterator<Item = &Line> {
        self.lines.values()
    }

    pub fn line(&self, seq: Seq) -> Option<&Line> {
        self.lines.get(&seq)
    }

    /// Every line that has been written, as text.
    pub fn text(&self) -> String {
        let bodies = self.lines.values().map(|line| serde_json::to_string(&line.event.body).unwrap());
        bodies.collect::<Vec<_>>().join("\n")
    }

    pub fn calls(&self) -> impl Iterator<Item = &ToDesk> {
        self.calls.values()
    }
}
