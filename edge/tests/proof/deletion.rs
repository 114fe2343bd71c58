//! A day of sealed chats on real disk, as the shell stores them: before its key is destroyed no word of it is in any file; after
//! that nothing of it opens, from a copy of the storage made before neither. What is held opens (EM-RET-A, EM-RET-B-a).
//!
//! `cargo xtask prove deletion` does it with a hundred thousand messages; `MESSAGES` says how many.

use crate::sql::{migrate, rows, run};
use crate::stage::{START, action, chat_id, policy, topic};
use edge::session::Record;
use edge::store::chat as sql;
use edge::vault::{ChatKey, Day, Half, KEY_BYTES, NONCE_BYTES, Place, WrappingKey};
use fastrand::Rng;
use rusqlite::Connection;
use rusqlite::types::Value;
use shared::id::{Seq, SessionId};
use shared::language::Language;
use shared::privacy::Allowed;
use shared::wire::v1::{Body, Party, Untrusted};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// How many messages the ordinary test run seals, and how many are in a chat.
const MESSAGES: u32 = 5_000;
const IN_A_CHAT: u32 = 100;
/// One chat in so many is held.
const HELD: u32 = 10;
/// In every message, with its number.
const CANARY: &str = "quillonvarrispeth";

/// Half of what every key is derived from; the deployment keeps it.
const SECRET: [u8; KEY_BYTES] = [7; KEY_BYTES];

#[test]
fn em_ret_a_no_word_of_a_day_is_on_disk_and_nothing_of_it_opens_once_its_key_is_gone() {
    let messages = env::var("MESSAGES").map_or(MESSAGES, |count| count.parse().unwrap());
    let mut city = Storage::new("day");
    let chats: Vec<(SessionId, bool)> = (0..messages.div_ceil(IN_A_CHAT))
        .map(|number| (chat_id(u128::from(number)), number % HELD == 0))
        .collect();
    for (chat, held) in &chats {
        city.lives(chat, *held);
    }
    let held = chats.iter().filter(|(_, held)| *held).count();
    let of = |chats: usize| chats * usize::try_from(IN_A_CHAT).unwrap();
    assert_eq!(city.readable(&chats), of(chats.len()), "while the day lasts everything opens");

    city.copy();
    for (chat, _) in chats.iter().filter(|(_, held)| !held) {
        fs::remove_file(city.file(chat)).unwrap();
    }
    city.halves.remove(&Half::Day(today()));
    assert_eq!(city.readable(&chats), of(held), "what is held opens, and nothing else is there");

    city.restore();
    assert_eq!(city.readable(&chats), of(held), "em_ret_a: the copy opens only what is held");
    // The key's name is free again: another half under it is another key.
    city.make(Half::Day(today()));
    assert_eq!(city.readable(&chats), of(held), "em_ret_a: nor with a key of the same name");
    city.halves.retain(|half, _| !matches!(half, Half::Case(_)));
    assert_eq!(city.readable(&chats), 0, "em_ret_b_a: a case that is closed opens no more");
}

#[test]
fn em_ret_a_what_lies_in_the_clear_is_found() {
    let mut city = Storage::new("clear");
    for (number, form) in (1..).zip(forms()) {
        let chat = chat_id(number);
        city.lives(&chat, false);
        let disk = Connection::open(city.file(&chat)).unwrap();
        run(&disk, "UPDATE line SET client_ref = ? WHERE seq = 1", vec![Value::Blob(form)]).unwrap();
        assert!(city.betrays(&chat), "form {number}");
    }
}

fn today() -> Day {
    Day("2026-11-21".to_owned())
}

/// The objects' folder, a copy of it, and the bucket of the keys, which no copy has.
struct Storage {
    folder: PathBuf,
    halves: BTreeMap<Half, [u8; KEY_BYTES]>,
    rng: Rng,
    messages: u32,
}

impl Storage {
    fn new(of: &str) -> Self {
        let mut rng = Rng::with_seed(2026);
        let folder = env::temp_dir().join(format!("rotunda-deletion-{of}-{}", process::id()));
        fs::create_dir_all(folder.join("objects")).unwrap();
        let halves = BTreeMap::from([(Half::Day(today()), rng_bytes(&mut rng))]);
        Self { folder, halves, rng, messages: 0 }
    }

    fn file(&self, chat: &SessionId) -> PathBuf {
        self.folder.join("objects").join(chat.as_str())
    }

    fn make(&mut self, of: Half) {
        let half = rng_bytes(&mut self.rng);
        self.halves.insert(of, half);
    }

    fn key(&self, of: &Half) -> Option<WrappingKey> {
        let half = self.halves.get(of)?;
        Some(WrappingKey::derive(half, &SECRET, &policy().city.id, of).unwrap())
    }

    /// A whole chat, as its object stores it; no file has anything of it in the clear, while it is open or later.
    fn lives(&mut self, chat: &SessionId, held: bool) {
        let disk = Connection::open(self.file(chat)).unwrap();
        disk.pragma_update(None, "journal_mode", "WAL").unwrap();
        migrate(&disk, sql::STEPS);
        let key = ChatKey::new(rng_bytes(&mut self.rng));
        let day = Half::Day(today());
        let wrapped = self.key(&day).unwrap().wrap(&key, chat, rng_bytes(&mut self.rng)).unwrap();
        let record = Record::new(chat.clone(), topic(), Language::En, START, START);
        let record = serde_json::to_string(&record).unwrap();
        let values = vec![Value::Text(today().0), Value::Blob(wrapped), Value::Text(record)];
        run(&disk, sql::OPEN_CHAT, values).unwrap();
        disk.execute_batch("BEGIN").unwrap();
        for seq in 1..=IN_A_CHAT {
            self.messages += 1;
            let text = format!("My word is {CANARY} {}", self.messages);
            let text = Untrusted::typed(&text).mask(Allowed::NOTHING);
            assert!(text.as_str().contains(CANARY), "the canary is nothing to be masked");
            let body = Body::Said { by: Party::Resident, text, alert: None };
            let place = Place { city: &policy().city.id, chat, seq: Seq(seq) };
            let plain = serde_json::to_vec(&body).unwrap();
            let sealed = key.seal(&place, &plain, rng_bytes::<NONCE_BYTES>(&mut self.rng)).unwrap();
            let named = action(u128::from(self.messages)).as_str().to_owned();
            let line =
                [Value::Integer(seq.into()), Value::Integer(START.0), Value::Text(named), Value::Integer(0)];
            run(&disk, sql::SAVE_LINE, line.into_iter().chain([Value::Blob(sealed)]).collect()).unwrap();
        }
        disk.execute_batch("COMMIT").unwrap();
        if held {
            let case = Half::Case(chat.clone());
            self.make(case.clone());
            let wrapped = self.key(&case).unwrap().wrap(&key, chat, rng_bytes(&mut self.rng)).unwrap();
            run(&disk, sql::REWRAP_CHAT, vec![Value::Text(sql::CASE.to_owned()), Value::Blob(wrapped)])
                .unwrap();
        }
        assert!(!self.betrays(chat), "em_ret_a: a word is on disk while the chat is open");
        drop(disk);
        assert!(!self.betrays(chat), "em_ret_a: a word is on disk");
    }

    /// Whether a word of it is in the clear in any of its files: the database, its log, its index.
    fn betrays(&self, chat: &SessionId) -> bool {
        ["", "-wal", "-shm"].iter().any(|suffix| {
            let mut path = self.file(chat).into_os_string();
            path.push(suffix);
            is_readable(&fs::read(path).unwrap_or_default())
        })
    }

    /// How many messages open with the halves that there are.
    fn readable(&self, chats: &[(SessionId, bool)]) -> usize {
        chats.iter().filter(|(chat, _)| self.file(chat).exists()).map(|(chat, _)| self.opens(chat)).sum()
    }

    fn opens(&self, chat: &SessionId) -> usize {
        let disk = Connection::open(self.file(chat)).unwrap();
        let [row] = &rows(&disk, sql::READ_CHAT)[..] else { panic!("one row") };
        let [Value::Text(day), Value::Blob(wrapped), _] = &row[..] else { panic!("a chat") };
        let of = if day == sql::CASE { Half::Case(chat.clone()) } else { Half::Day(Day(day.clone())) };
        let Some(key) = self.key(&of).and_then(|key| key.unwrap(wrapped, chat).ok()) else { return 0 };
        let lines = rows(&disk, sql::READ_LINES);
        let opened = lines.iter().filter(|line| {
            let [Value::Integer(seq), .., Value::Blob(sealed)] = &line[..] else { panic!("a line") };
            let place = Place { city: &policy().city.id, chat, seq: Seq(u32::try_from(*seq).unwrap()) };
            key.open(&place, sealed).is_ok_and(|plain| is_readable(&plain))
        });
        opened.count()
    }

    fn copy(&self) {
        copy(&self.folder.join("objects"), &self.folder.join("copy"));
    }

    fn restore(&self) {
        fs::remove_dir_all(self.folder.join("objects")).unwrap();
        copy(&self.folder.join("copy"), &self.folder.join("objects"));
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        let _left_to_the_system = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// Whether the canary is in it.
fn is_readable(bytes: &[u8]) -> bool {
    forms().iter().any(|form| contains(bytes, form))
}

/// The canary as it is, in two bytes a letter, and as hexadecimal digits of either.
fn forms() -> [Vec<u8>; 4] {
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [CANARY.as_bytes().to_vec(), hex(CANARY.as_bytes()), hex(&wide), wide]
}

/// Looks for the first byte first: there are many bytes.
fn contains(bytes: &[u8], form: &[u8]) -> bool {
    let Some((first, rest)) = form.split_first() else { return true };
    let mut starts = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.any(|(at, _)| bytes[at + 1..].starts_with(rest))
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")).into_bytes()
}

fn rng_bytes<const N: usize>(rng: &mut Rng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill(&mut bytes);
    bytes
}
