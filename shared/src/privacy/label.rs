//! Which word says what a number is: the nearest label, before it or after it.

use super::kept::Kept;
use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;
use crate::scan::{Kind, Marks, hash};

/// A label that governs a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) meaning: Meaning,
    /// The token that says so.
    pub(super) at: usize,
    /// Words between.
    pub(super) words: usize,
    /// Numbers between, but single digits.
    pub(super) crossed: usize,
    /// "Last four", "ending in" stands between or beside.
    pub(super) last: bool,
    /// A sentence, line or message ends between.
    pub(super) apart: bool,
}

/// Words between a label and its number in one sentence.
const REACH: usize = 10;
/// Words between when a sentence ends between them.
const REACH_APART: usize = 5;

impl Reading<'_> {
    /// Whether one of `terms` stands at most `before` tokens before or `after` tokens after `at`, in the same sentence.
    pub(super) fn near(&self, at: usize, before: usize, after: usize, terms: &[Term]) -> bool {
        let earlier = (1..=before).map_while(|back| {
            let place = at.checked_sub(back)?;
            (!self.sentence_ends(place)).then_some(place)
        });
        let later = (1..=after).map_while(|ahead| {
            let place = at + ahead;
            (place < self.tokens().len() && !self.sentence_ends(place)).then_some(place)
        });
        earlier.chain(later).any(|place| terms.contains(&self.term(place)))
    }

    /// The label of what stands from token `first` to token `last`.
    pub(super) fn label(&self, first: usize, last: usize) -> Option<Label> {
        // Magnetic ink: the routing number stands between two transit symbols, the account before an on-us symbol.
        let ink = |at: usize, symbol: u32| {
            self.token(at).is_some_and(|token| token.kind == Kind::Symbol && token.hash == symbol)
        };
        let inked = if ink(first.wrapping_sub(1), 0x2446) && ink(last + 1, 0x2446) {
            Some(Meaning::Routing)
        } else if ink(last + 1, 0x2448) {
            Some(Meaning::Bank)
        } else {
            None
        };
        if let Some(meaning) = inked {
            return Some(Label { meaning, at: first, words: 0, crossed: 0, last: false, apart: false });
        }
        let before = self.label_before(first);
        let after = self.label_after(last);
        let label = match (before, after) {
            (Some(before), Some((after, says_so))) => {
                let weaker = before.apart || before.crossed > 0;
                let of_card = after.meaning == Meaning::Card && !matches!(before.meaning, Meaning::Kept(_));
                if of_card && before.crossed == 0 {
                    return Some(before);
                }
                let yields = matches!(before.meaning, Meaning::Kept(_)) && before.words > 2;
                Some(
                    if says_so
                        || (weaker && !after.apart)
                        || yields && !matches!(after.meaning, Meaning::Kept(_))
                    {
                        Label { last: before.last && !says_so, ..after }
                    } else {
                        before
                    },
                )
            }
            (before, after) => before.or(after.map(|(label, _)| label)),
        };
        label.map(|label| Label { last: label.last || self.near(first, 3, 0, &[Term::Last]), ..label })
    }

    fn label_before(&self, first: usize) -> Option<Label> {
        let mut fallback: Option<Label> = None;
        let (mut words, mut crossed, mut last, mut boundaries, mut reached) = (0, 0, false, 0, 0);
        let mut at = first;
        while at > 0 {
            at -= 1;
            match self.kind(at)? {
                Kind::Number => crossed += usize::from(self.token(at).is_some_and(|token| token.count > 1)),
                Kind::Mask => crossed += 1,
                Kind::Word => {
                    let term = self.term(at);
                    if term.is_number() || term == Term::Oh {
                        continue;
                    }
                    last |= term == Term::Last;
                    // A phrase that hangs on a noun does not reach over "and".
                    if term == Term::And && fallback.is_some() {
                        return fallback;
                    }
                    if let Some(meaning) = self.meaning(at, first) {
                        let label = Label {
                            meaning,
                            at,
                            words,
                            crossed,
                            last: last || self.last_before(at),
                            apart: boundaries > 0,
                        };
                        // "the PIN of my card is", "the code for the gate is": the head of the phrase says what it is.
                        match fallback {
                            Some(found) if crossed > found.crossed || boundaries > reached => {
                                return Some(found);
                            }
                            _ if meaning != Meaning::SomeOtp && !self.hangs(at) => return Some(label),
                            Some(_) if meaning == Meaning::SomeOtp => {}
                            Some(_) if matches!(meaning, Meaning::Kept(_)) => {}
                            _ => {
                                fallback = Some(label);
                                reached = boundaries;
                            }
                        }
                    }
                    words += usize::from(!term.is_grammar());
                }
                Kind::Newline | Kind::Turn => boundaries += 1,
                Kind::Punct if self.sentence_ends(at) => boundaries += 1,
                Kind::Punct | Kind::Ideograph | Kind::Symbol => {}
            }
            let reach = if boundaries > 0 { REACH_APART } else { REACH };
            if words > reach
                || boundaries > 2
                || (boundaries > reached && fallback.is_some())
                || first - at > 60
            {
                break;
            }
        }
        fallback
    }

    /// "last four of my social": whether it is said just before the label.
    fn last_before(&self, label: usize) -> bool {
        self.near(label, 7, 0, &[Term::Last]) && !self.near(label, 7, 0, &[Term::Position])
    }

    /// Whether the label hangs on an earlier noun: "… of my card", "… para la cuenta".
    fn hangs(&self, label: usize) -> bool {
        (1..=5).find_map(|back| {
            let place = label.checked_sub(back)?;
            match self.term(place) {
                Term::Of => Some(true),
                Term::Mine
                | Term::Article
                | Term::Utility
                | Term::Credit
                | Term::Bank
                | Term::Brand
                | Term::NotValue
                | Term::Insurance
                | Term::Other
                    if self.kind(place) == Some(Kind::Word) =>
                {
                    None
                }
                _ => Some(false),
            }
        }) == Some(true)
    }

    /// Whether the label at token `at` introduces a number that follows it: "8015550133, account 5521".
    fn governs_next(&self, at: usize) -> bool {
        for place in at + 1..at + 6 {
            match self.kind(place) {
                Some(Kind::Number) => return true,
                Some(Kind::Word) if self.term(place).is_number() => return true,
                Some(Kind::Word)
                    if matches!(self.term(place), Term::Is | Term::Number | Term::Code | Term::Account) => {}
                Some(Kind::Word) if self.glued(place + 1) && self.kind(place + 1) == Some(Kind::Number) => {
                    return true;
                }
                Some(Kind::Punct) if self.punct(place, b":=#-.") => {}
                _ => return false,
            }
        }
        false
    }

    /// The label after a number, and whether the sentence says it outright ("… is my PIN").
    fn label_after(&self, last: usize) -> Option<(Label, bool)> {
        let (mut words, mut seen) = (0, 0);
        let mut apart = false;
        let mut weak = None;
        let mut says_so = false;
        for at in last + 1..last + 14 {
            let Some(kind) = self.kind(at) else { break };
            match kind {
                Kind::Word => {
                    let term = self.term(at);
                    if term.is_number() {
                        if matches!(self.term(at + 1), Term::Digits | Term::Number | Term::Time) {
                            continue;
                        }
                        return weak;
                    }
                    if seen == 0 && matches!(term, Term::Is) {
                        says_so = true;
                    }
                    if apart && seen == 0 && !matches!(term, Term::Is | Term::Article | Term::Mine) {
                        return weak;
                    }
                    if !apart && seen == 0 && term == Term::And {
                        return weak;
                    }
                    if let Some(meaning) = self.meaning(at, usize::MAX) {
                        if !says_so && self.governs_next(at) {
                            return weak;
                        }
                        if meaning == Meaning::SomeOtp {
                            let label = Label { meaning, at, words, crossed: 0, last: false, apart };
                            weak = weak.or(Some((label, says_so)));
                            words += 1;
                            seen += 1;
                            continue;
                        }
                        let label = Label { meaning, at, words, crossed: 0, last: false, apart };
                        return Some((
                            label,
                            says_so && self.near(at, 5, 0, &[Term::Mine, Term::Article, Term::Is]),
                        ));
                    }
                    words += usize::from(!term.is_grammar());
                    seen += 1;
                    if seen > 9 {
                        return weak;
                    }
                }
                Kind::Number | Kind::Mask | Kind::Symbol => return None,
                Kind::Newline | Kind::Turn if apart => return None,
                Kind::Newline | Kind::Turn => apart = true,
                Kind::Punct if self.sentence_ends(at) => {
                    if apart {
                        return weak;
                    }
                    apart = true;
                }
                Kind::Punct if self.punct(at, b":=#/") => return None,
                Kind::Punct | Kind::Ideograph => {}
            }
        }
        weak
    }

    /// Whether only "is", "number" and marks stand between a label and its number.
    fn only_says(&self, label: usize, number: usize) -> bool {
        number > label
            && number - label < 5
            && (label + 1..number).all(|place| {
                self.kind(place) == Some(Kind::Punct)
                    || matches!(self.term(place), Term::Is | Term::Number | Term::Account)
            })
    }

    /// Whether the word is two capitals, as a state's.
    fn abbreviates(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == Kind::Word
                && token.count == 2
                && token.marks.has(Marks::UPPER)
                && !token.marks.has(Marks::LOWER)
        })
    }

    /// Whether the word is written exactly so.
    fn written_is(&self, at: usize, written: &str) -> bool {
        self.token(at).is_some_and(|token| self.message.written(token) == written)
    }

    /// What the word at token `at` calls a number that starts at token `number`; nothing when it is no label.
    #[expect(clippy::too_many_lines, reason = "one table of meanings, read from top to bottom")]
    pub(super) fn meaning(&self, at: usize, number: usize) -> Option<Meaning> {
        use Meaning::Kept as Keep;
        let near = |before, after, terms: &[Term]| self.near(at, before, after, terms);
        let adjacent = number == at + 1 || (number == at + 2 && self.kind(at + 1) == Some(Kind::Punct));
        Some(match self.term(at) {
            Term::Card | Term::Brand => {
                if near(2, 3, &[Term::Library, Term::Member]) {
                    Keep(Kept::LibraryCard)
                } else if near(1, 0, &[Term::Passport]) {
                    Meaning::Passport
                } else if near(1, 0, &[Term::Green]) || near(2, 0, &[Term::Alien, Term::Immigration]) {
                    Meaning::National
                } else if near(3, 3, &[Term::Social, Term::Ssn]) {
                    Meaning::Ssn
                } else if near(2, 4, &[Term::Driver]) || near(2, 3, &[Term::State]) {
                    Meaning::License
                } else if near(2, 3, &[Term::Medicare]) {
                    Meaning::Medicare
                } else if near(2, 2, &[Term::Insurance, Term::Health]) {
                    Meaning::Health
                } else if near(2, 0, &[Term::Id]) {
                    Meaning::SomeLicense
                } else if near(1, 0, &[Term::Business]) {
                    return None;
                } else {
                    Meaning::Card
                }
            }
            Term::Credit
                if !matches!(self.term(at + 1), Term::Card | Term::Brand) && near(1, 0, &[Term::Mine]) =>
            {
                Meaning::Card
            }
            Term::Cvv => Meaning::Cvv,
            Term::Expiry => {
                const OTHERS: &[Term] = &[
                    Term::Permit,
                    Term::License,
                    Term::Event,
                    Term::Passport,
                    Term::Vehicle,
                    Term::Plate,
                    Term::Password,
                    Term::Clave,
                    Term::Insurance,
                    Term::Library,
                    Term::Id,
                    Term::Product,
                    Term::Case,
                    Term::Dl,
                    Term::Animal,
                    Term::Business,
                ];
                if near(7, 5, OTHERS) && !near(7, 7, &[Term::Card, Term::Brand, Term::Cvv]) {
                    Keep(Kept::Date)
                } else {
                    Meaning::Expiry
                }
            }
            Term::Until if near(8, 8, &[Term::Card, Term::Brand, Term::Credit]) => Meaning::Expiry,
            Term::Routing => Meaning::Routing,
            Term::Bank if !matches!(self.term(at + 1), Term::Routing | Term::Account | Term::Card) => {
                Meaning::Bank
            }
            Term::Clabe => Meaning::Bank,
            Term::Iban => Meaning::Iban,
            Term::Ssn | Term::Social => Meaning::Ssn,
            Term::Security if near(1, 0, &[Term::Social]) => Meaning::Ssn,
            Term::Itin => Meaning::Itin,
            Term::Ein => Meaning::Ein,
            Term::Tax if near(0, 2, &[Term::Id, Term::Number]) => Meaning::TaxId,
            Term::Id => {
                if near(2, 2, &[Term::Tax]) {
                    Meaning::TaxId
                } else if near(2, 3, &[Term::Ein]) {
                    Meaning::Ein
                } else if near(2, 0, &[Term::State, Term::Driver, Term::License])
                    || near(0, 2, &[Term::State])
                {
                    Meaning::License
                } else if near(2, 2, &[Term::Medicare]) {
                    Meaning::Medicare
                } else if near(3, 3, &[Term::Health, Term::Insurance])
                    || (near(2, 0, &[Term::Member]) && self.saw_any(&[Term::Health, Term::Insurance]))
                {
                    Meaning::Health
                } else if near(2, 0, &[Term::Green, Term::Immigration]) {
                    Meaning::National
                } else if near(1, 0, &[Term::Mine]) || self.abbreviates(at.wrapping_sub(1)) {
                    Meaning::SomeLicense
                } else {
                    return None;
                }
            }
            Term::License => {
                if near(4, 4, &[Term::Driver, Term::Dl, Term::State]) {
                    Meaning::License
                } else if near(3, 3, &[Term::Business, Term::Animal, Term::Plate, Term::Permit, Term::Event])
                {
                    Keep(Kept::Permit)
                } else {
                    Meaning::SomeLicense
                }
            }
            Term::Dl => Meaning::License,
            Term::Passport => Meaning::Passport,
            Term::Birthday if near(8, 8, &[Term::Event]) => Keep(Kept::Date),
            Term::Born | Term::Birthday => Meaning::Born,
            Term::Medicare => Meaning::Medicare,
            Term::Mrn if self.written_is(at, "chart") && !self.saw(Term::Health) => return None,
            Term::Mrn => Meaning::Health,
            Term::Insurance if near(1, 0, &[Term::Immigration]) => Meaning::National,
            Term::Health | Term::Insurance => {
                if self.term(at + 1) == Term::Social {
                    return None;
                }
                if near(3, 3, &[Term::Vehicle, Term::Address]) {
                    return None;
                }
                if near(3, 4, &[Term::Member, Term::Id, Term::Number, Term::Group, Term::Case, Term::Mrn])
                    || near(3, 3, &[Term::Health]) && near(3, 3, &[Term::Insurance])
                {
                    Meaning::Health
                } else {
                    Meaning::SomeHealth
                }
            }
            Term::Member | Term::Group => {
                if self.saw_any(&[Term::Health, Term::Insurance, Term::Medicare]) {
                    Meaning::Health
                } else if self.term(at) == Term::Member {
                    Keep(Kept::Account)
                } else {
                    return None;
                }
            }
            Term::Account => {
                const BANKS: &[Term] = &[Term::Bank, Term::BankName, Term::Clabe, Term::Routing];
                const OURS: &[Term] = &[Term::Utility, Term::Library, Term::Bill];
                let ours = near(4, 4, OURS) || near(4, 1, &[Term::Pay, Term::Paid]);
                if ours && !near(2, 1, &[Term::Bank, Term::BankName]) {
                    Keep(Kept::Account)
                } else if near(4, 5, BANKS)
                    || self.saw_any(&[Term::Routing, Term::Clabe])
                    || (self.saw_any(BANKS)
                        && !self.saw_any(OURS)
                        && !self.saw_any(&[Term::Pay, Term::Paid, Term::Texted]))
                {
                    Meaning::Bank
                } else {
                    Keep(Kept::Account)
                }
            }
            Term::Code => {
                const OTHERS: &[Term] = &[
                    Term::Zip,
                    Term::Place,
                    Term::Product,
                    Term::Case,
                    Term::Permit,
                    Term::Library,
                    Term::Order,
                    Term::Address,
                ];
                if near(5, 6, &[Term::Back])
                    || (near(3, 9, &[Term::Card, Term::Brand]) && !near(6, 6, &[Term::Verify, Term::Texted]))
                {
                    Meaning::Cvv
                } else if near(1, 3, &[Term::Security])
                    || near(2, 0, &[Term::Digits]) && !near(4, 9, &[Term::Verify, Term::Texted])
                {
                    Meaning::SecurityCode
                } else if near(3, 2, &[Term::Product, Term::Place, Term::Zip, Term::Case, Term::Event]) {
                    Keep(Kept::Code)
                } else if near(4, 9, &[Term::Verify, Term::Texted, Term::Otp])
                    || near(2, 4, &[Term::Time])
                    || self.saw(Term::Verify)
                {
                    Meaning::Otp
                } else if near(4, 4, OTHERS) {
                    Keep(Kept::Code)
                } else {
                    Meaning::SomeCode
                }
            }
            Term::Back
                if near(5, 0, &[Term::Digits, Term::Number])
                    || self.saw_any(&[Term::Card, Term::Brand])
                    || self.has_masks() =>
            {
                Meaning::Cvv
            }
            // "the 4 digit is 7012", on a card.
            Term::Digits
                if self.saw_any(&[Term::Card, Term::Brand, Term::Credit])
                    && self
                        .token(at.wrapping_sub(1))
                        .is_some_and(|token| token.kind == Kind::Number && matches!(token.hash, 3 | 4))
                    && !near(4, 0, &[Term::Last, Term::Position]) =>
            {
                Meaning::Cvv
            }
            Term::Verify if self.token(at + 1).is_some_and(|token| token.hash == const { hash("value") }) => {
                Meaning::SecurityCode
            }
            Term::Password => Meaning::Password,
            Term::Clave => {
                if near(0, 3, &[Term::ForeignId]) {
                    Meaning::National
                } else if near(0, 3, &[Term::Parcel]) {
                    Keep(Kept::Parcel)
                } else if near(4, 5, &[Term::Card, Term::Bank]) {
                    Meaning::Pin
                } else if near(4, 6, &[Term::Texted, Term::Verify]) {
                    Meaning::Otp
                } else {
                    Meaning::Password
                }
            }
            Term::Pin if near(4, 4, &[Term::Parcel]) => Keep(Kept::Parcel),
            Term::Pin => Meaning::Pin,
            Term::Otp => Meaning::Otp,
            Term::Texted if near(4, 0, &[Term::Number]) && near(3, 3, &[Term::Article]) => Meaning::Otp,
            Term::Texted | Term::Verify if !adjacent || !self.written_is(at, "text") => Meaning::SomeOtp,
            Term::Digits
                if self
                    .token(at.wrapping_sub(1))
                    .is_some_and(|token| token.kind == Kind::Number && token.hash == 6)
                    && !near(4, 0, &[Term::Last, Term::Position]) =>
            {
                Meaning::SomeOtp
            }
            // The Canadian number is a Spanish preposition in small letters.
            Term::ForeignId if self.written_is(at, "sin") => return None,
            Term::Alien | Term::ForeignId => Meaning::National,
            Term::Number
                if self.punct(at.wrapping_sub(1), b"-") && self.written_is(at.wrapping_sub(2), "A") =>
            {
                Meaning::National
            }
            // "número A", "I-94 number".
            Term::Number
                if self.written_is(at + 1, "A") && number != at + 2 && self.term(at + 2) == Term::Is =>
            {
                Meaning::National
            }
            Term::Number
                if self
                    .token(at.wrapping_sub(1))
                    .is_some_and(|token| token.kind == Kind::Number && token.hash == 94)
                    && self.punct(at.wrapping_sub(2), b"-") =>
            {
                Meaning::National
            }
            Term::Check if near(2, 2, &[Term::Number]) => Keep(Kept::Order),
            Term::Check => Meaning::SomeBank,
            Term::Immigration => Meaning::SomeNational,
            Term::Phone | Term::Call => Keep(Kept::Phone),
            Term::Email => Keep(Kept::Email),
            Term::Zip => Keep(Kept::Zip),
            Term::Address => Keep(Kept::Address),
            Term::Street | Term::Direction | Term::Place if adjacent => Keep(Kept::Address),
            Term::Utility | Term::Library if adjacent || self.only_says(at, number) => Keep(Kept::Account),
            Term::Order => Keep(Kept::Order),
            Term::Tracking => Keep(Kept::Tracking),
            Term::Permit => Keep(Kept::Permit),
            Term::Parcel => Keep(Kept::Parcel),
            Term::Case if near(3, 4, &[Term::Health]) => Meaning::Health,
            Term::Case => Keep(Kept::Case),
            Term::Meter => Keep(Kept::Meter),
            Term::Vehicle => Keep(Kept::Vehicle),
            Term::Plate => Keep(Kept::Plate),
            Term::Money => Keep(Kept::Amount),
            Term::Product => Keep(Kept::Code),
            _ => return None,
        })
    }
}
