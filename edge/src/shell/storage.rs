//! The SQLite of one object, and its alarm.

use crate::store::{APPLIED, EXISTS, LAST_MIGRATION, MIGRATIONS};
use shared::time::Millis;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use worker::{Date, Error, Result, SqlStorage, SqlStorageValue, State};

#[wasm_bindgen]
extern "C" {
    /// The storage as the platform has it: the crate does not bind `transactionSync`.
    type RawStorage;

    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &RawStorage,
        work: &mut dyn FnMut() -> std::result::Result<(), JsValue>,
    ) -> std::result::Result<(), JsValue>;
}

/// The moment, from the platform's clock. It stands still while code runs and moves with each event.
pub fn now() -> Millis {
    Millis(i64::try_from(Date::now().as_millis()).unwrap_or(i64::MAX))
}

/// Does all of `work` or nothing of it. If nothing, what is in memory is ahead of what is stored: it is dropped, so that the
/// next event starts again from there.
pub fn commit<T>(
    state: &State,
    memory: &RefCell<Option<T>>,
    mut work: impl FnMut() -> Result<()>,
) -> Result<()> {
    let storage = state.storage();
    let raw: &RawStorage = storage.as_raw().unchecked_ref();
    raw.transaction_sync(&mut || work().map_err(|fault| JsValue::from_str(&fault.to_string())))
        .map_err(Error::from)
        .inspect_err(|_| *memory.borrow_mut() = None)
}

/// Where an alarm stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Standing {
    /// Not known in this life of the object.
    #[default]
    Unknown,
    /// Nowhere.
    Unset,
    /// There.
    At(Millis),
}

/// The object's one alarm. It is stored, so it is touched only when it has to move.
#[derive(Default)]
pub struct Alarm {
    standing: Cell<Standing>,
}

impl Alarm {
    /// Wakes the object at `due`, or not at all.
    pub async fn move_to(&self, state: &State, due: Option<Millis>) -> Result<()> {
        let wanted = due.map_or(Standing::Unset, Standing::At);
        if self.standing.get() == wanted {
            return Ok(());
        }
        self.rang();
        match due {
            None => state.storage().delete_alarm().await?,
            // Offsets, never moments: the crate takes a plain number for an offset from now.
            Some(due) => state.storage().set_alarm(due.since(now()).max(Duration::from_millis(1))).await?,
        }
        self.standing.set(wanted);
        Ok(())
    }

    /// It has rung, or may be on its way: where it stands is not known.
    pub fn rang(&self) {
        self.standing.set(Standing::Unknown);
    }
}

/// Whether the object has anything stored. Asking creates nothing.
pub fn exists(sql: &SqlStorage) -> Result<bool> {
    let rows = rows(sql, EXISTS)?;
    rows.first().map_or(Ok(false), |row| row.int(0).map(|count| count > 0))
}

/// Brings the tables up to what this code needs.
pub fn migrate(sql: &SqlStorage, steps: &[&[&str]], now: Millis) -> Result<()> {
    run(sql, MIGRATIONS, vec![])?;
    let done = rows(sql, LAST_MIGRATION)?.first().map_or(Ok(0), |row| row.int(0))?;
    for (id, step) in (1i64..).zip(steps).skip(usize::try_from(done).unwrap_or(usize::MAX)) {
        for statement in *step {
            run(sql, statement, vec![])?;
        }
        run(sql, APPLIED, vec![id.into(), now.0.into()])?;
    }
    Ok(())
}

/// Runs a statement for what it does.
pub fn run(sql: &SqlStorage, statement: &str, values: Vec<SqlStorageValue>) -> Result<()> {
    sql.exec(statement, values).map(drop)
}

/// Runs a statement for what it answers.
pub fn rows(sql: &SqlStorage, statement: &str) -> Result<Vec<Row>> {
    rows_of(sql, statement, vec![])
}

/// The same with values.
pub fn rows_of(sql: &SqlStorage, statement: &str, values: Vec<SqlStorageValue>) -> Result<Vec<Row>> {
    sql.exec(statement, values)?.raw().map(|row| row.map(Row)).collect()
}

/// One row of an answer.
pub struct Row(Vec<SqlStorageValue>);

impl Row {
    fn wrong(&self, column: usize) -> Error {
        Error::from(format!("column {column} of {} is of another type", self.0.len()))
    }

    /// A text.
    pub fn text(&self, column: usize) -> Result<&str> {
        match self.0.get(column) {
            Some(SqlStorageValue::String(text)) => Ok(text),
            _ => Err(self.wrong(column)),
        }
    }

    /// A text, where there is one.
    pub fn text_or_null(&self, column: usize) -> Result<Option<&str>> {
        match self.0.get(column) {
            Some(SqlStorageValue::Null) => Ok(None),
            _ => self.text(column).map(Some),
        }
    }

    /// A whole number.
    pub fn int(&self, column: usize) -> Result<i64> {
        match self.0.get(column) {
            Some(SqlStorageValue::Integer(number)) => Ok(*number),
            _ => Err(self.wrong(column)),
        }
    }

    /// A whole number that is a position in a log or an identifier.
    pub fn number(&self, column: usize) -> Result<u32> {
        u32::try_from(self.int(column)?).map_err(|_| self.wrong(column))
    }

    /// Bytes.
    pub fn bytes(&self, column: usize) -> Result<&[u8]> {
        match self.0.get(column) {
            Some(SqlStorageValue::Blob(bytes)) => Ok(bytes),
            _ => Err(self.wrong(column)),
        }
    }
}
