//! The order in which a message is judged.

use super::claims::Claims;
use super::reading::Reading;
use super::term::{Term, term};
use super::trace::Trace;
use super::{Category, Finding, bank, card, companions, dictation, halves, password, pay, rules};
use crate::scan::{Kind, Message, hash};

/// What a message holds.
#[expect(clippy::struct_excessive_bools, reason = "what was seen of a message, each by itself")]
pub(super) struct Judgement {
    /// In order, without overlaps.
    pub(super) findings: Vec<Finding>,
    /// The author wants to pay.
    pub(super) wants_to_pay: bool,
    /// Has digits, or words that could be the label of digits to come: later messages may need it.
    pub(super) telling: bool,
    /// Little but digits that nothing explains; asked with [`Scope::Kind`].
    pub(super) is_piece: bool,
    /// Names something that is masked, without a digit: the pieces of it may follow after something else.
    pub(super) announces: bool,
}

/// Words that call for a number that may come in the next message.
const CUES: u128 = set(&[
    Term::Card,
    Term::Brand,
    Term::Cvv,
    Term::Expiry,
    Term::Routing,
    Term::Bank,
    Term::Iban,
    Term::Clabe,
    Term::Ssn,
    Term::Social,
    Term::Itin,
    Term::Ein,
    Term::Tax,
    Term::License,
    Term::Dl,
    Term::Passport,
    Term::Born,
    Term::Birthday,
    Term::Medicare,
    Term::Mrn,
    Term::Insurance,
    Term::Password,
    Term::Clave,
    Term::Pin,
    Term::Otp,
    Term::Alien,
    Term::ForeignId,
    Term::Code,
    Term::Account,
    Term::Order,
    Term::Tracking,
    Term::Address,
    Term::Permit,
    Term::Parcel,
    Term::Case,
    Term::Meter,
    Term::Phone,
    Term::Zip,
    Term::Library,
    Term::Vehicle,
    Term::Plate,
    Term::Product,
    Term::Utility,
    Term::Texted,
    Term::Verify,
    Term::Health,
    Term::Member,
    Term::Back,
]);

/// Those of them that name what is masked.
const SECRETS: u128 = set(&[
    Term::Card,
    Term::Brand,
    Term::Routing,
    Term::Bank,
    Term::Ssn,
    Term::Social,
    Term::Itin,
    Term::Passport,
    Term::Medicare,
    Term::Otp,
    Term::Driver,
    Term::Dl,
]);

/// Words that make a message worth a second look: numbers, passwords, payment.
const REASONS: u128 = set(&[
    Term::Unit,
    Term::Teen,
    Term::Tens,
    Term::Hundreds,
    Term::Thousand,
    Term::Times,
    Term::Password,
    Term::Clave,
    Term::Pay,
    Term::Give,
    Term::Card,
    Term::Brand,
    Term::Security,
    Term::Verify,
]);

#[expect(clippy::indexing_slicing, reason = "runs in the compiler, where a wrong index is an error")]
const fn set(terms: &[Term]) -> u128 {
    let (mut set, mut at) = (0, 0);
    while at < terms.len() {
        set |= 1 << terms[at] as u8;
        at += 1;
    }
    set
}

/// What one pass over the tokens shows.
struct Glance {
    terms: u128,
    numbers: bool,
    masks: bool,
    slashes: bool,
}

impl Glance {
    fn of(message: Message<'_>) -> Self {
        let mut glance = Self { terms: 0, numbers: false, masks: false, slashes: false };
        for token in message.tokens() {
            match token.kind {
                Kind::Word => glance.terms |= 1 << term(token.hash) as u8,
                Kind::Number => glance.numbers = true,
                Kind::Mask => glance.masks = true,
                Kind::Punct => glance.slashes |= token.hash == u32::from(b'/'),
                Kind::Newline | Kind::Turn | Kind::Ideograph | Kind::Symbol => {}
            }
        }
        glance
    }

    /// Whether anything could be found, or a wish to pay.
    const fn asks_for_more(&self) -> bool {
        self.numbers || self.slashes || self.terms & REASONS != 0
    }

    const fn announces(&self) -> bool {
        !self.numbers && !self.masks && self.terms & SECRETS != 0
    }

    const fn is_telling(&self) -> bool {
        self.numbers || self.masks || self.terms & (CUES | REASONS) != 0
    }
}

/// What is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// A message, or several with everything between.
    Everything,
    /// Only the messages that look like pieces of a number: what was said between them is not there.
    Pieces,
    /// A message of which no more is asked than whether it is a piece, or announces one.
    Kind,
}

/// Judges a message that has been read.
pub(super) fn judge<T: Trace>(message: Message<'_>, scope: Scope, trace: &mut T) -> Judgement {
    let glance = Glance::of(message);
    if !glance.asks_for_more() {
        return Judgement {
            findings: Vec::new(),
            wants_to_pay: false,
            telling: glance.is_telling(),
            is_piece: false,
            announces: glance.announces(),
        };
    }
    let announces = glance.announces();
    let mut reading = Reading::of(message);
    let numbers = reading.has_numbers();
    if numbers {
        reading.count();
    }
    reading.join_labels();
    let secrets =
        numbers || reading.saw_any(&[Term::Password, Term::Clave, Term::Email, Term::Verify, Term::Security]);
    let wants_to_pay = pay::wants_to_pay(&reading);
    let telling = glance.is_telling();
    if !numbers && !secrets {
        return Judgement { findings: Vec::new(), wants_to_pay, telling, is_piece: false, announces };
    }
    let mut claims = Claims::new(reading.groups().len());
    if numbers {
        bank::tracks(&reading, &mut claims, trace);
        bank::ibans(&reading, &mut claims, trace);
    }
    if secrets {
        password::find(&reading, &mut claims, trace);
    }
    let mut is_piece = false;
    if !reading.groups().is_empty() {
        card::numbers(&reading, &mut claims, trace);
        companions::on_card(&reading, &mut claims, trace);
        companions::companions(&reading, &mut claims, trace);
        companions::mistyped(&reading, &mut claims, trace);
        halves::halves(&reading, &mut claims, trace);
        if scope != Scope::Pieces {
            dictation::pieces(&reading, &mut claims, trace);
        }
        if scope == Scope::Kind {
            is_piece = dictation::is_piece(&reading, &claims);
        } else {
            rules::judge(&reading, &mut claims, trace);
        }
    }
    Judgement { findings: claims.in_order(), wants_to_pay, telling, is_piece, announces }
}

/// The category whose mask bears this hash.
pub(super) fn masked_category(mask: u32) -> Option<Category> {
    Category::ALL.iter().copied().find(|category| {
        let mut letters = [0_u8; 20];
        let mut count = 0;
        for (place, letter) in letters.iter_mut().zip(category.code().bytes().filter(u8::is_ascii_uppercase))
        {
            *place = letter.to_ascii_lowercase();
            count += 1;
        }
        letters.get(..count).and_then(|letters| core::str::from_utf8(letters).ok()).map(hash) == Some(mask)
    })
}
