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
        if let Some(heading) = self.heading(first) {
            return Some(heading);
        }
        let before = self.label_before(first);
        let after = self.label_after(last);
        let label = match (before, after) {
            (Some(before), Some((after, says_so))) => {
                let weaker = before.apart || before.crossed > 0;
                if before.meaning == Meaning::Card
                    && matches!(after.meaning, Meaning::Cvv | Meaning::SecurityCode | Meaning::Pin)
                    && !after.apart
                {
                    return Some(after);
                }
                // "enter 396-028? that's what the email said": an address is no number.
                if matches!(before.meaning, Meaning::SomeOtp | Meaning::Otp)
                    && matches!(after.meaning, Meaning::Kept(Kept::Email | Kept::Phone))
                {
                    return Some(before);
                }
                // "I entered 448210 for the account".
                if before.meaning == Meaning::SomeOtp
                    && matches!(after.meaning, Meaning::Kept(_))
                    && after.words <= 1
                    && !after.apart
                {
                    return Some(after);
                }
                let of_card = after.meaning == Meaning::Card && !matches!(before.meaning, Meaning::Kept(_));
                if of_card && before.crossed == 0 {
                    return Some(before);
                }
                // "case 20260381 is about the card": what it is about is not what it is.
                let says_so = says_so && (before.words > 0 || weaker || after.words == 0);
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
        // "my drivers lic expired but the # is 170223846": too long for a date.
        let no_date = self
            .group_starting(first)
            .and_then(|group| self.groups().get(group))
            .is_some_and(|group| matches!(group.count, 7 | 9..=11));
        let of_six = self.token(first).is_some_and(|token| token.kind == Kind::Number && token.count == 6);
        while at > 0 {
            at -= 1;
            match self.kind(at)? {
                Kind::Number => crossed += usize::from(self.token(at).is_some_and(|token| token.count > 1)),
                Kind::Mask => crossed += 1,
                Kind::Word => {
                    let term = self.term(at);
                    if term.is_number() || term == Term::Oh {
                        at = self.row_of_words(at);
                        continue;
                    }
                    last |= term == Term::Last;
                    // A phrase that hangs on a noun does not reach over "and".
                    if term == Term::And && fallback.is_some() {
                        return fallback;
                    }
                    if let Some(meaning) = self.meaning(at, first) {
                        // "the code they gave me on the phone 482913": no telephone number.
                        if meaning == Meaning::Kept(Kept::Phone) && of_six && self.saw(Term::Code) {
                            continue;
                        }
                        // "my passport, which expires 2031, is …"
                        if meaning == Meaning::Kept(Kept::Date) && crossed > 0
                            || no_date && matches!(meaning, Meaning::Kept(Kept::Date) | Meaning::Expiry)
                        {
                            continue;
                        }
                        // "email verification 899529".
                        if matches!(meaning, Meaning::Kept(Kept::Email | Kept::Phone))
                            && let Some(found) = fallback
                                .filter(|found| matches!(found.meaning, Meaning::SomeOtp | Meaning::Otp))
                        {
                            return Some(found);
                        }
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
                // "the card on file expires": a verb hangs on nothing.
                Term::Of if self.written_is(place + 1, "file") => Some(false),
                Term::Of => Some(true),
                Term::Mine
                | Term::Article
                | Term::Utility
                | Term::Library
                | Term::Credit
                | Term::Bank
                | Term::Brand
                | Term::NotValue
                | Term::Insurance
                | Term::Business
                | Term::Animal
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
                        says_so = !self.asks(at + 1);
                    }
                    if apart && seen == 0 && !matches!(term, Term::Is | Term::Article | Term::Mine) {
                        return weak;
                    }
                    if !apart
                        && seen == 0
                        && (term == Term::And || self.written_is(at, "or") || self.written_is(at, "o"))
                    {
                        return weak;
                    }
                    // "es del agua, no del banco".
                    if says_so && term == Term::Utility && (self.kind(at + 1) != Some(Kind::Word)) {
                        let label = Label {
                            meaning: Meaning::Kept(Kept::Account),
                            at,
                            words,
                            crossed: 0,
                            last: false,
                            apart,
                        };
                        return Some((label, true));
                    }
                    if let Some(meaning) = self.meaning(at, usize::MAX) {
                        if !says_so && self.governs_next(at) {
                            return weak;
                        }
                        // "01 2345 6784 says delivered": who says something is not what was said.
                        if meaning == Meaning::SomeOtp && self.is_saying(at) {
                            words += 1;
                            seen += 1;
                            continue;
                        }
                        if meaning == Meaning::SomeOtp {
                            let label = Label { meaning, at, words, crossed: 0, last: false, apart };
                            weak = weak.or(Some((label, says_so)));
                            words += 1;
                            seen += 1;
                            continue;
                        }
                        if weak.is_some() && matches!(meaning, Meaning::Kept(_)) {
                            return weak;
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

    /// Whether "is" before this word asks and does not say: "… is that what you need".
    fn asks(&self, at: usize) -> bool {
        const ASKED: [u32; 6] =
            [hash("that"), hash("this"), hash("it"), hash("what"), hash("eso"), hash("lo")];
        self.token(at).is_some_and(|token| token.kind == Kind::Word && ASKED.contains(&token.hash))
    }

    /// Whether only "is", "number" and marks stand between a label and its number.
    pub(super) fn only_says(&self, label: usize, number: usize) -> bool {
        number > label
            && number - label < 5
            && (label + 1..number).all(|place| {
                self.kind(place) == Some(Kind::Punct)
                    || matches!(self.term(place), Term::Is | Term::Number | Term::Account)
            })
    }

    /// Whether the word is two capitals, as a state's.
    pub(super) fn abbreviates(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == Kind::Word
                && token.count == 2
                && token.marks.has(Marks::UPPER)
                && !token.marks.has(Marks::LOWER)
        })
    }

    /// Whether the word is written exactly so.
    pub(super) fn written_is(&self, at: usize, written: &str) -> bool {
        self.token(at).is_some_and(|token| self.message.written(token) == written)
    }
}
