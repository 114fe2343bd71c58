//! The purge ledger: one certificate for each day that was shredded, each holding the hash of the one before (EM-RET-A).
//!
//! A certificate counts and names a key; it holds no text and no names. Its hash is SHA-256 over [`Certificate::lines`], plain
//! lines that anyone can write down and hash with the tools of their own machine. Changing, dropping or inserting one breaks
//! the chain for everyone who has an export. The hash is handed in, since nothing else here needs one.

use crate::time::Millis;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The hash that stands before the first certificate.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// That a day's chats can no longer be read by anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Its place in the ledger, from 1.
    pub number: u32,
    /// The hash of the one before; [`GENESIS`] before the first.
    pub previous: String,
    /// The city.
    pub city: String,
    /// The day, as the city's calendar has it.
    pub day: String,
    /// When the day's key was found gone.
    pub at: Millis,
    /// The retention schedule by which it was done.
    pub schedule: String,
    /// How many chats the day had.
    pub chats: u32,
    /// How many of them were shredded.
    pub removed: u32,
    /// How many of those the resident had asked to be forgotten at once.
    pub forgotten: u32,
    /// How many are held for evaluation, under keys of their own (EM-RET-B-a).
    pub held: u32,
    /// How many were still open and went on into the next day.
    pub carried: u32,
    /// How many did not answer; the key they needed is destroyed all the same.
    pub unanswered: u32,
    /// Which key was destroyed.
    pub key: String,
    /// Whether the store, asked again, no longer has it.
    pub key_absent: bool,
    /// Whether the sealed probe of that day still opens. It must not.
    pub probe_opens: bool,
    /// The version of the software that did it.
    pub version: String,
}

impl Certificate {
    /// What is hashed: one fact a line, in this order, each line ended by a line feed.
    pub fn lines(&self) -> String {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        let facts = [
            ("rotunda-ledger", "1".to_owned()),
            ("number", self.number.to_string()),
            ("previous", self.previous.clone()),
            ("city", self.city.clone()),
            ("day", self.day.clone()),
            ("at", self.at.0.to_string()),
            ("schedule", self.schedule.clone()),
            ("chats", self.chats.to_string()),
            ("removed", self.removed.to_string()),
            ("forgotten", self.forgotten.to_string()),
            ("held", self.held.to_string()),
            ("carried", self.carried.to_string()),
            ("unanswered", self.unanswered.to_string()),
            ("key", self.key.clone()),
            ("key-absent", yes(self.key_absent)),
            ("probe-opens", yes(self.probe_opens)),
            ("version", self.version.clone()),
        ];
        facts.into_iter().fold(String::new(), |lines, (name, fact)| {
            lines + name + " " + &fact.replace(['\n', '\r'], " ") + "\n"
        })
    }
}

/// A certificate as the ledger keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it says.
    pub certificate: Certificate,
    /// The hash of its lines, in lower-case hexadecimal.
    pub hash: String,
}

/// What `GET /v1/transparency` answers: what anyone may know of how long chats are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transparency {
    /// The city.
    pub city: String,
    /// When this was said.
    pub now: Millis,
    /// When the chats of today are shredded.
    pub next_purge: Millis,
    /// How many chats were begun since the last purge.
    pub chats_today: u32,
    /// When the oldest chat began that can still be read and is not held; none if there is none.
    pub oldest_readable: Option<Millis>,
    /// How many chats are held for evaluation (EM-RET-B-a).
    pub held: u32,
    /// The hash of the last certificate.
    pub head: String,
    /// The whole ledger, oldest first.
    pub ledger: Vec<Link>,
}

/// Where a ledger is not what it claims to be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Broken {
    /// The numbers are not 1, 2, 3 …
    #[error("certificate {found} stands where {wanted} should: one is missing, doubled or moved")]
    Order {
        /// The number that should stand here.
        wanted: u32,
        /// The number that does.
        found: u32,
    },
    /// It does not hold the hash of the one before.
    #[error("certificate {0} does not follow from the one before it: one of the two was changed")]
    Chain(u32),
    /// Its own hash is another.
    #[error("certificate {0} was changed: its lines do not give its hash")]
    Hash(u32),
    /// It says itself that the day can still be read.
    #[error("certificate {0} says that the key or the probe outlived the purge")]
    Readable(u32),
    /// The head that was told is not the last hash.
    #[error("the head is not the hash of the last certificate: the end of the ledger is missing")]
    Head,
}

/// Whether the links are one whole chain that ends in `head`. `hash` is SHA-256 in lower-case hexadecimal.
pub fn verify(ledger: &[Link], head: &str, hash: impl Fn(&[u8]) -> String) -> Result<(), Broken> {
    let mut previous = GENESIS;
    for (wanted, Link { certificate, hash: told }) in (1..).zip(ledger) {
        let number = certificate.number;
        if number != wanted {
            return Err(Broken::Order { wanted, found: number });
        }
        if certificate.previous != previous {
            return Err(Broken::Chain(number));
        }
        if hash(certificate.lines().as_bytes()) != *told {
            return Err(Broken::Hash(number));
        }
        if certificate.probe_opens || !certificate.key_absent {
            return Err(Broken::Readable(number));
        }
        previous = told;
    }
    if previous == head { Ok(()) } else { Err(Broken::Head) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn sha(bytes: &[u8]) -> String {
        Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    fn ledger(days: u32) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for number in 1..=days {
            let certificate = Certificate {
                number,
                previous: links.last().map_or(GENESIS, |link| &link.hash).to_owned(),
                city: "eagle-mountain".into(),
                day: format!("2026-11-{number:02}"),
                at: Millis(i64::from(number)),
                schedule: "Live Chat Policy, Retention A".into(),
                chats: 41,
                removed: 40,
                forgotten: 1,
                held: 1,
                carried: 0,
                unanswered: 0,
                key: "day/eagle-mountain/1".into(),
                key_absent: true,
                probe_opens: false,
                version: "0.1.0".into(),
            };
            let hash = sha(certificate.lines().as_bytes());
            links.push(Link { certificate, hash });
        }
        links
    }

    #[test]
    fn em_ret_a_a_whole_chain_verifies_and_every_touch_of_it_shows() {
        let whole = ledger(5);
        let head = whole[4].hash.clone();
        let check = |links: &[Link]| verify(links, &head, sha);
        assert_eq!(check(&whole), Ok(()));
        assert_eq!(verify(&[], GENESIS, sha), Ok(()));
        assert_eq!(check(&whole[..4]), Err(Broken::Head), "the end is missing");
        assert_eq!(check(&whole[1..]), Err(Broken::Order { wanted: 1, found: 2 }));
        let touch = |how: fn(&mut Certificate)| {
            let mut links = ledger(5);
            how(&mut links[2].certificate);
            check(&links)
        };
        assert_eq!(touch(|it| it.removed = 41), Err(Broken::Hash(3)));
        assert_eq!(touch(|it| it.day = "2026-12-01".into()), Err(Broken::Hash(3)));
        assert_eq!(touch(|it| it.previous = GENESIS.into()), Err(Broken::Chain(3)));
        let mut forged = ledger(5);
        forged[2].certificate.removed = 0;
        forged[2].hash = sha(forged[2].certificate.lines().as_bytes());
        assert_eq!(check(&forged), Err(Broken::Chain(4)), "its own hash made anew breaks the next one");
    }

    #[test]
    fn em_ret_a_a_certificate_that_admits_a_readable_day_is_no_proof() {
        let mut links = ledger(1);
        links[0].certificate.probe_opens = true;
        links[0].hash = sha(links[0].certificate.lines().as_bytes());
        assert_eq!(verify(&links, &links[0].hash.clone(), sha), Err(Broken::Readable(1)));
    }
}
