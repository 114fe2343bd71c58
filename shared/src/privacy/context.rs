//! What stands around a word that could be a label, and decides whether it is one.

use super::meaning::Meaning;
use super::reading::Reading;
use super::term::{Term, value};
use crate::scan::{Kind, hash};

impl Reading<'_> {
    /// Whether the code at `at` is the city's law: "code violation", "code enforcement".
    pub(super) fn is_of_law(&self, at: usize) -> bool {
        const LAW: [u32; 4] =
            [hash("violation"), hash("violations"), hash("enforcement"), hash("compliance")];
        self.token(at + 1).is_some_and(|word| LAW.contains(&word.hash))
    }

    /// Whether the code at `at` is named after what it numbers: "naics code 722513", "city code 1482". Those that sign somebody
    /// in are named after who sends them or what they do.
    pub(super) fn is_named_code(&self, at: usize) -> bool {
        const SENDERS: [u32; 14] = [
            hash("google"),
            hash("microsoft"),
            hash("apple"),
            hash("duo"),
            hash("okta"),
            hash("facebook"),
            hash("whatsapp"),
            hash("six"),
            hash("backup"),
            hash("activation"),
            hash("recovery"),
            hash("unlock"),
            hash("step"),
            hash("confirm"),
        ];
        let before = at.wrapping_sub(1);
        // "short code 888777": a number that one texts to.
        if self.written_is(before, "short") {
            return true;
        }
        self.term(before) == Term::Other
            && self.token(before).is_some_and(|token| {
                token.kind == Kind::Word && token.count > 3 && !SENDERS.contains(&token.hash)
            })
            && !self.sentence_ends(before)
            && !self.saw_any(&[Term::Verify, Term::Otp, Term::Card])
            && self.written_is(at, "code")
    }

    /// Whether the word says or shows something, and does not bring it.
    pub(super) fn is_saying(&self, at: usize) -> bool {
        const SAYS: [u32; 3] = [hash("says"), hash("shows"), hash("dice")];
        self.token(at).is_some_and(|token| token.kind == Kind::Word && SAYS.contains(&token.hash))
    }

    /// Whether a text or a login is spoken of near the code at `at`; `numbered` when its number follows at once: what that says
    /// is no sender.
    pub(super) fn is_sent(&self, at: usize, numbered: bool) -> bool {
        if !self.near(at, 4, 9, &[Term::Verify, Term::Texted, Term::Otp]) {
            return false;
        }
        !numbered
            || self.near(at, 4, 0, &[Term::Verify, Term::Texted, Term::Otp])
            || (at + 1..=at + 9).any(|place| {
                matches!(self.term(place), Term::Verify | Term::Texted | Term::Otp) && !self.is_saying(place)
            })
    }

    /// Whether a screen shows the code at `at` and nobody sent it: "the page says code 1020".
    pub(super) fn is_on_screen(&self, at: usize) -> bool {
        const SCREENS: [u32; 7] = [
            hash("page"),
            hash("site"),
            hash("website"),
            hash("screen"),
            hash("portal"),
            hash("pagina"),
            hash("pantalla"),
        ];
        self.is_saying(at.wrapping_sub(1))
            && self.token(at.wrapping_sub(2)).is_some_and(|word| SCREENS.contains(&word.hash))
    }

    /// Whether the word is a trade that one needs a licence for: "engineer license", "nursing license".
    pub(super) fn is_trade(&self, at: usize) -> bool {
        let written = self.token(at).map(|token| self.message.written(token)).unwrap_or_default();
        self.term(at) == Term::Other
            && ["er", "or", "ist", "ian", "ing", "ogy"].iter().any(|end| written.ends_with(end))
    }

    /// Whether it is a town that was born: "our town was born 12/3/1996".
    pub(super) fn is_of_town(&self, at: usize) -> bool {
        const TOWNS: [u32; 4] = [hash("town"), hash("city"), hash("ciudad"), hash("pueblo")];
        (1..=3).any(|back| {
            at.checked_sub(back)
                .and_then(|at| self.token(at))
                .is_some_and(|token| TOWNS.contains(&token.hash))
        }) && self.term(at.wrapping_sub(1)) == Term::Is
    }

    /// Whether the word before token `at` counts to `count`: "three digits", "6 digits".
    pub(super) fn counts(&self, at: usize, count: u16) -> bool {
        self.token(at.wrapping_sub(1)).is_some_and(|token| {
            token.kind == Kind::Number && token.count == 1 && token.hash == u32::from(count)
                || token.kind == Kind::Word && value(token.hash) == count
        })
    }

    /// Whether the message speaks of a payment card, not only of a food handler's or a library's.
    pub(super) fn speaks_of_card(&self) -> bool {
        let known = self.of_card.get();
        let speaks = known.unwrap_or_else(|| self.means_card());
        self.of_card.set(Some(speaks));
        speaks
    }

    pub(super) fn means_card(&self) -> bool {
        self.saw_any(&[Term::Cvv, Term::Credit, Term::Brand])
            || self.saw(Term::Card)
                && (0..self.tokens().len()).any(|at| {
                    self.term(at) == Term::Card && self.meaning(at, usize::MAX) == Some(Meaning::Card)
                })
    }

    /// "good through", "valid thru", "válida hasta".
    pub(super) fn is_good(&self, at: usize) -> bool {
        const GOOD: [u32; 4] = [hash("good"), hash("valid"), hash("valida"), hash("vigente")];
        self.token(at).is_some_and(|word| GOOD.contains(&word.hash))
    }

    /// Whether a code is one to confirm with, and not the number of a payment or a reservation.
    pub(super) fn confirms(&self, at: usize) -> bool {
        const CONFIRMATION: [u32; 3] = [hash("confirmation"), hash("confirmacion"), hash("confirm")];
        let beside = [at.wrapping_sub(1), at + 1, at + 2];
        beside.iter().any(|place| self.token(*place).is_some_and(|token| CONFIRMATION.contains(&token.hash)))
            && !self.saw_any(&[Term::Pay, Term::Paid, Term::Event, Term::Place, Term::Bill])
    }

    /// Whether three figures are said to stand on the back: "on the back it says 774", "y atras dice 774".
    pub(super) fn shows(&self, at: usize, number: usize) -> bool {
        const ELSEWHERE: &[Term] = &[
            Term::Address,
            Term::Street,
            Term::Vehicle,
            Term::Place,
            Term::Meter,
            Term::Money,
            Term::Utility,
        ];
        number > at
            && number - at <= 4
            && self.token(number).is_some_and(|token| token.kind == Kind::Number && token.count == 3)
            && (at + 1..number).all(|at| {
                matches!(self.term(at), Term::Is | Term::Article | Term::Texted) || self.punct(at, b":'")
            })
            && (at + 1..number)
                .any(|at| matches!(self.term(at), Term::Is | Term::Texted) || self.punct(at, b":"))
            && !self.near(at, 6, 0, ELSEWHERE)
    }
}
