//! What a label can say of a number.

use super::kept::Kept;
use super::reading::Reading;
use super::term::{Term, value};
use super::unlabelled::is_teller;
use crate::scan::{Kind, hash};

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Card,
    Cvv,
    Expiry,
    Routing,
    Bank,
    /// "Check" without more.
    SomeBank,
    Iban,
    Ssn,
    Itin,
    Ein,
    /// A taxpayer's number of either kind.
    TaxId,
    License,
    /// "License" without saying of what.
    SomeLicense,
    Passport,
    Born,
    Medicare,
    Health,
    /// A word of health or insurance without "member", "policy" or "number".
    SomeHealth,
    Password,
    Pin,
    /// "Security code": of a card or of a login.
    SecurityCode,
    Otp,
    /// "They texted me": what came with it.
    SomeOtp,
    /// "Code" without saying of what.
    SomeCode,
    National,
    SomeNational,
    /// Something the city needs.
    Kept(Kept),
}

impl Meaning {
    pub(super) const fn is_card(self) -> bool {
        matches!(self, Self::Card | Self::Cvv | Self::Expiry)
    }

    pub(super) const fn why(self) -> &'static str {
        match self {
            Self::Card => "labelled as a card",
            Self::Cvv | Self::SecurityCode => "labelled as a verification value",
            Self::Expiry => "labelled as an expiry date",
            Self::Routing | Self::Bank | Self::SomeBank | Self::Iban => "labelled as bank data",
            Self::Ssn | Self::Itin | Self::Ein | Self::TaxId => {
                "labelled as a Social Security or taxpayer number"
            }
            Self::License | Self::SomeLicense | Self::Passport => "labelled as a licence or passport",
            Self::Born => "labelled as a birth",
            Self::Medicare | Self::Health | Self::SomeHealth => "labelled as a health identifier",
            Self::Password | Self::Pin | Self::Otp | Self::SomeOtp | Self::SomeCode => "labelled as a secret",
            Self::National | Self::SomeNational => "labelled as an immigration or foreign number",
            Self::Kept(_) => "labelled as something the city needs",
        }
    }
}

impl Reading<'_> {
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
                } else if near(2, 0, &[Term::Business, Term::Animal]) {
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
            // "security number on the card", "card verification number".
            Term::Security | Term::Verify
                if (near(0, 1, &[Term::Number]) || self.punct(at + 1, b"#"))
                    && !near(1, 0, &[Term::Social])
                    && (near(3, 5, &[Term::Card, Term::Brand, Term::Expiry])
                        || self.term(at) == Term::Security
                            && (self.has_masks() || self.speaks_of_card())) =>
            {
                Meaning::Cvv
            }
            Term::Verify if near(0, 1, &[Term::Number]) || self.punct(at + 1, b"#") => Meaning::Otp,
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
                    Term::Green,
                    Term::Alien,
                ];
                if near(7, 5, OTHERS)
                    && !(near(7, 7, &[Term::Card, Term::Brand, Term::Cvv]) && self.speaks_of_card())
                {
                    Keep(Kept::Date)
                } else {
                    Meaning::Expiry
                }
            }
            Term::Until if near(8, 8, &[Term::Card, Term::Brand, Term::Credit]) => Meaning::Expiry,
            // "the new one is good through 11/29", where the message is about cards.
            Term::Until
                if self.is_good(at.wrapping_sub(1)) && (self.speaks_of_card() || self.has_masks()) =>
            {
                Meaning::Expiry
            }
            // "valid thru 08/27", as it is printed.
            Term::Until
                if self.is_good(at.wrapping_sub(1))
                    && self.kind(at.wrapping_sub(2)) != Some(Kind::Word)
                    && adjacent
                    && self.punct(number + 1, b"/")
                    && self.kind(number + 3) != Some(Kind::Word) =>
            {
                Meaning::Expiry
            }
            // "the visa ends 04/29".
            Term::Last
                if adjacent
                    && self.punct(number + 1, b"/")
                    && near(3, 0, &[Term::Card, Term::Brand, Term::Credit])
                    && self.speaks_of_card()
                    && !self.saw_any(super::rules::KEPT_TOO) =>
            {
                Meaning::Expiry
            }
            Term::Routing => Meaning::Routing,
            Term::Bank if !matches!(self.term(at + 1), Term::Routing | Term::Account | Term::Card) => {
                Meaning::Bank
            }
            Term::Clabe => Meaning::Bank,
            Term::Iban => Meaning::Iban,
            Term::Ssn | Term::Social => Meaning::Ssn,
            Term::Security if near(1, 0, &[Term::Social]) => Meaning::Ssn,
            // "security # 314".
            Term::Security
                if self.punct(at + 1, b"#")
                    && self
                        .token(number)
                        .is_some_and(|number| number.kind == Kind::Number && number.count == 3) =>
            {
                Meaning::SecurityCode
            }
            Term::Itin => Meaning::Itin,
            Term::Ein => Meaning::Ein,
            Term::Tax | Term::Id if near(3, 4, &[Term::Tax, Term::Id]) && near(3, 4, &[Term::Parcel]) => {
                Keep(Kept::Parcel)
            }
            Term::Tax if near(2, 2, &[Term::Id, Term::Number]) => Meaning::TaxId,
            // "log in id 448210": the user's name.
            Term::Id if near(2, 0, &[Term::Verify]) && !near(2, 2, &[Term::Tax]) => Keep(Kept::Account),
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
                } else if near(1, 0, &[Term::Mine])
                    || near(1, 0, &[Term::Of]) && near(3, 0, &[Term::Mine])
                    || self.abbreviates(at.wrapping_sub(1))
                {
                    Meaning::SomeLicense
                } else {
                    return None;
                }
            }
            Term::License => {
                if near(4, 4, &[Term::Driver, Term::Dl, Term::State]) {
                    Meaning::License
                } else if near(3, 3, &[Term::Business, Term::Animal, Term::Plate, Term::Permit])
                    // "my license for the rental": one's own.
                    || near(3, 3, &[Term::Event]) && !near(1, 0, &[Term::Mine])
                    || self.is_trade(at.wrapping_sub(1))
                {
                    Keep(Kept::Permit)
                } else {
                    Meaning::SomeLicense
                }
            }
            Term::Dl => Meaning::License,
            Term::Passport => Meaning::Passport,
            Term::Birthday if near(8, 8, &[Term::Event]) => Keep(Kept::Date),
            Term::Born if self.is_of_town(at) => Keep(Kept::Date),
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
                    || self.term(at) == Term::Insurance && near(3, 3, &[Term::Health])
                    || self.term(at) == Term::Health && near(3, 3, &[Term::Insurance])
                {
                    Meaning::Health
                } else {
                    Meaning::SomeHealth
                }
            }
            Term::Member | Term::Group => {
                let insured = self.saw(Term::Member) && self.saw(Term::Group);
                // "group no. 71-004482 on the Wellmark card": an insurer that is not known.
                let numbered = self.term(at) == Term::Group
                    && (self.punct(at + 1, b"#") || near(0, 1, &[Term::Number]))
                    && self.saw(Term::Card);
                if insured || numbered || self.saw_any(&[Term::Health, Term::Insurance, Term::Medicare]) {
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
                    Term::Meter,
                    Term::Bill,
                ];
                let numbered =
                    self.kind(at + 1) == Some(Kind::Number) || self.kind(at + 2) == Some(Kind::Number);
                if self.is_of_law(at)
                    || numbered && self.is_on_screen(at)
                    || near(1, if numbered { 0 } else { 2 }, &[Term::Product, Term::Zip])
                    || near(1, 0, &[Term::Meter])
                    || self.is_named_code(at)
                {
                    Keep(Kept::Code)
                } else if near(5, 6, &[Term::Back])
                    || (near(3, 9, &[Term::Card, Term::Brand]) && !near(6, 6, &[Term::Verify, Term::Texted]))
                {
                    Meaning::Cvv
                } else if near(2, 3, &[Term::Security])
                    || near(2, 0, &[Term::Digits]) && !near(4, 9, &[Term::Verify, Term::Texted])
                {
                    Meaning::SecurityCode
                } else if near(
                    3,
                    if numbered { 0 } else { 2 },
                    &[Term::Product, Term::Place, Term::Zip, Term::Case, Term::Event],
                ) {
                    Keep(Kept::Code)
                } else if near(0, 1, &[Term::Pin]) || near(1, 0, &[Term::Pin]) {
                    Meaning::Pin
                } else if self.is_sent(at, numbered)
                    || self.confirms(at)
                    || near(2, 4, &[Term::Time])
                    // "the code from my email".
                    || near(0, 4, &[Term::Email]) && self.term(at + 1) == Term::Of
                    || self.saw(Term::Verify)
                {
                    Meaning::Otp
                } else if (near(4, if numbered { 0 } else { 4 }, OTHERS)
                    // "code is 10404 on the swim class".
                    || numbered && self.term(at + 3) == Term::Of && near(0, 7, OTHERS))
                    && (near(3, 1, OTHERS) || !self.saw(Term::Expiry))
                {
                    Keep(Kept::Code)
                } else {
                    Meaning::SomeCode
                }
            }
            Term::Back
                if near(5, 1, &[Term::Digits, Term::Number, Term::Texted])
                    || near(5, 0, &[Term::Last])
                    || self.saw_any(&[Term::Card, Term::Brand])
                    || self.has_masks() =>
            {
                Meaning::Cvv
            }
            Term::Back if self.shows(at, number) => Meaning::Cvv,
            // "and the 3 on the back".
            Term::Back
                if near(2, 0, &[Term::Of])
                    && (self.counts(at.wrapping_sub(1), 3) || self.counts(at.wrapping_sub(2), 3)) =>
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
            // "the three digits are 774", "tres digitos 774", "the 3-digit thing: 774", "the security digits".
            Term::Digits
                if (self.counts(at, 3)
                    || self.punct(at.wrapping_sub(1), b"-") && self.counts(at.wrapping_sub(1), 3)
                    || near(1, 0, &[Term::Security]))
                    && (adjacent
                        || self.term(at + 1) == Term::Is
                        || self.punct(at + 1, b":")
                        || matches!(self.term(at + 1), Term::NotValue | Term::Number)
                            && (self.term(at + 2) == Term::Is || self.punct(at + 2, b":")))
                    && !near(4, 0, &[Term::Last, Term::Position]) =>
            {
                Meaning::Cvv
            }
            Term::Verify if self.token(at + 1).is_some_and(|token| token.hash == const { hash("value") }) => {
                Meaning::SecurityCode
            }
            // "one-time password", "clave de un solo uso".
            Term::Password | Term::Clave if near(2, 4, &[Term::Time]) => Meaning::Otp,
            Term::Password => Meaning::Password,
            Term::Clave => {
                if near(0, 2, &[Term::Security]) {
                    Meaning::SecurityCode
                } else if near(0, 3, &[Term::ForeignId]) {
                    Meaning::National
                } else if near(0, 3, &[Term::Parcel]) {
                    Keep(Kept::Parcel)
                } else if near(4, 5, &[Term::Card, Term::Bank]) {
                    Meaning::Pin
                } else if near(4, 6, &[Term::Texted]) || near(1, 2, &[Term::Otp]) {
                    Meaning::Otp
                } else {
                    Meaning::Password
                }
            }
            Term::Pin if near(4, 4, &[Term::Parcel]) || near(2, 0, &[Term::Place]) => Keep(Kept::Parcel),
            Term::Pin => Meaning::Pin,
            Term::Otp => Meaning::Otp,
            Term::Texted if near(4, 0, &[Term::Number]) && near(3, 3, &[Term::Article]) => Meaning::Otp,
            Term::Verify if self.punct(at + 1, b":") => Meaning::Otp,
            // "the mailer says 448210": neither a text nor a screen.
            Term::Texted
                if self.is_saying(at)
                    && self.term(at.wrapping_sub(1)) == Term::Other
                    && self.kind(at.wrapping_sub(1)) == Some(Kind::Word)
                    && !is_teller(self, at) =>
            {
                return None;
            }
            Term::Texted | Term::Verify if !adjacent || !self.written_is(at, "text") => Meaning::SomeOtp,
            Term::Digits
                if self.token(at.wrapping_sub(1)).is_some_and(|token| {
                    token.kind == Kind::Number && token.hash == 6
                        || token.kind == Kind::Word && value(token.hash) == 6
                }) && !near(4, 0, &[Term::Last, Term::Position]) =>
            {
                Meaning::SomeOtp
            }
            // The Canadian number is a Spanish preposition in small letters.
            Term::ForeignId
                if self.written_is(at, "sin") && !(near(1, 0, &[Term::Mine]) && near(0, 1, &[Term::Is])) =>
            {
                return None;
            }
            Term::Alien | Term::ForeignId => Meaning::National,
            Term::Number
                if self.punct(at.wrapping_sub(1), b"-")
                    && (self.written_is(at.wrapping_sub(2), "A")
                        || self.written_is(at.wrapping_sub(2), "a")) =>
            {
                Meaning::National
            }
            // "número A", "I-94 number".
            Term::Number
                if self.written_is(at + 1, "A")
                    && number != at + 2
                    && matches!(self.term(at + 2), Term::Is | Term::Of) =>
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
            // "DL S 530 460 123 456".
            Term::Direction if matches!(self.term(at.wrapping_sub(1)), Term::Dl | Term::License) => {
                return None;
            }
            Term::Street | Term::Direction | Term::Place if adjacent => Keep(Kept::Address),
            Term::Utility | Term::Library if adjacent || self.only_says(at, number) => Keep(Kept::Account),
            Term::Order => Keep(Kept::Order),
            Term::Tracking => Keep(Kept::Tracking),
            Term::Permit if near(1, 0, &[Term::Driver]) => Meaning::License,
            Term::Permit => Keep(Kept::Permit),
            Term::Parcel => Keep(Kept::Parcel),
            Term::Case if near(2, 0, &[Term::Medicare]) => Meaning::Medicare,
            Term::Case if near(3, 4, &[Term::Health]) => Meaning::Health,
            Term::Case => Keep(Kept::Case),
            // "cvv on the back reads 447".
            Term::Meter
                if adjacent
                    && (self.written_is(at, "reads") || self.written_is(at, "lee"))
                    && near(
                        8,
                        0,
                        &[Term::Cvv, Term::Code, Term::Pin, Term::Otp, Term::Back, Term::Check, Term::Bank],
                    ) =>
            {
                return None;
            }
            Term::Meter => Keep(Kept::Meter),
            Term::Vehicle => Keep(Kept::Vehicle),
            Term::Plate => Keep(Kept::Plate),
            Term::Money => Keep(Kept::Amount),
            Term::Product => Keep(Kept::Code),
            Term::Bill if self.only_says(at, number) => Keep(Kept::Order),
            _ => return None,
        })
    }
}
