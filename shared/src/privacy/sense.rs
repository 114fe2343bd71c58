//! What a word tells among its neighbours: labels that are verbs here, and words that only together are a label.

use super::reading::Reading;
use super::term::{Term, term};
use crate::scan::{Kind, hash};

impl Reading<'_> {
    /// What a word tells among its neighbours.
    pub(super) fn sense(&self, known: Term, at: usize) -> Term {
        // "just checking in on", "checking status": no account. "CV joint": no value of a card.
        let says = |word: u32| self.token(at).is_some_and(|token| token.hash == word);
        let next = self.token(at + 1).filter(|next| next.kind == Kind::Word).map(|next| term(next.hash));
        let verb = match known {
            Term::Bank if says(const { hash("checking") }) => {
                let owned = at.checked_sub(1).and_then(|at| self.token(at));
                owned.is_none_or(|before| term(before.hash) != Term::Mine)
                    && matches!(
                        next,
                        Some(
                            Term::Of
                                | Term::Article
                                | Term::Mine
                                | Term::NotValue
                                | Term::Other
                                | Term::Case
                                | Term::Permit
                        )
                    )
            }
            Term::Cvv => says(const { hash("cv") }) && next == Some(Term::Other),
            Term::Card | Term::Pin | Term::Check | Term::Verify | Term::Password => self.is_verb(known, at),
            _ => false,
        };
        let before = |word: u32| {
            at.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| token.hash == word)
        };
        let after = |word: u32| self.token(at + 1).is_some_and(|token| token.hash == word);
        match known {
            _ if verb => Term::Other,
            Term::Credit if before(const { hash("direct") }) => Term::Bank,
            Term::Deposit if before(const { hash("direct") }) || after(const { hash("directo") }) => {
                Term::Bank
            }
            Term::Cross if before(const { hash("blue") }) => Term::Health,
            Term::Credit if after(const { hash("union") }) => Term::Bank,
            // "ok fine 143438": no money.
            Term::Money
                if self.token(at).is_some_and(|token| token.hash == const { hash("fine") })
                    && at.checked_sub(1).and_then(|at| self.token(at)).is_none_or(|token| {
                        token.kind != Kind::Word || term(token.hash) == Term::NotValue
                    }) =>
            {
                Term::NotValue
            }
            // "my debit pin's 0093".
            Term::Other
                if self.token(at).is_some_and(|token| token.hash == const { hash("pins") })
                    && at.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| {
                        matches!(term(token.hash), Term::Card | Term::Credit | Term::Mine | Term::Bank)
                    }) =>
            {
                Term::Pin
            }
            _ => self.abbreviated(at).unwrap_or(known),
        }
    }

    /// Whether a word that could be a label is a verb: "cc my lawyer", "nip it at 1200", "pin the location", "check on case".
    fn is_verb(&self, known: Term, at: usize) -> bool {
        let next = self.token(at + 1);
        let is =
            |words: &[u32]| next.is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash));
        let after = |words: &[u32]| {
            at.checked_sub(1)
                .and_then(|at| self.token(at))
                .is_some_and(|token| token.kind == Kind::Word && words.contains(&token.hash))
        };
        match known {
            Term::Card if self.token(at).is_some_and(|token| token.hash == const { hash("cc") }) => {
                let few = next.is_some_and(|token| token.kind == Kind::Number && token.count <= 2)
                    && self.token(at + 2).is_some_and(|token| token.kind == Kind::Word);
                few || is(
                    const { &[hash("me"), hash("us"), hash("him"), hash("her"), hash("them"), hash("all")] },
                ) || is(const { &[hash("my")] })
                    && self.token(at + 2).is_some_and(|token| term(token.hash) == Term::Other)
            }
            Term::Pin => {
                is(const { &[hash("it"), hash("them"), hash("this"), hash("that"), hash("down")] })
                    || is(const { &[hash("the"), hash("at"), hash("on")] })
                        && !after(
                            const {
                                &[
                                    hash("my"),
                                    hash("the"),
                                    hash("a"),
                                    hash("card"),
                                    hash("debit"),
                                    hash("atm"),
                                ]
                            },
                        )
                    || is(const { &[hash("at"), hash("on"), hash("near")] }) && after(const { &[hash("a")] })
            }
            // "the sign says".
            Term::Verify => {
                self.token(at).is_some_and(|token| token.hash == const { hash("sign") })
                    && after(const { &[hash("the"), hash("a"), hash("this"), hash("that"), hash("street")] })
            }
            // "1120 N Cedar Pass".
            Term::Password => {
                self.token(at).is_some_and(|token| token.hash == const { hash("pass") })
                    && self.letters(at).next() == Some('P')
                    && self.letters(at.wrapping_sub(1)).next().is_some_and(char::is_uppercase)
                    && (2..=3).filter_map(|back| at.checked_sub(back)).any(|place| {
                        self.token(place).is_some_and(|token| {
                            token.kind == Kind::Number
                                || token.kind == Kind::Word && term(token.hash) == Term::Direction
                        })
                    })
            }
            Term::Check => {
                let noun = at.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| {
                    token.kind == Kind::Number
                        || matches!(term(token.hash), Term::Article | Term::Mine)
                        || matches!(term(token.hash), Term::Of) && token.hash != const { hash("to") }
                });
                !noun
                    && next.is_some_and(|token| {
                        token.kind == Kind::Word
                            && (matches!(term(token.hash), Term::Article | Term::Mine)
                                || token.hash == const { hash("on") }
                                || token.hash == const { hash("if") }
                                || token.hash == const { hash("in") }
                                || token.hash == const { hash("into") }
                                || token.hash == const { hash("status") })
                    })
            }
            _ => false,
        }
    }

    /// Two words or a mark that make a label of what is none by itself: "runs out", "RT#", "CSV is".
    fn abbreviated(&self, at: usize) -> Option<Term> {
        let token = self.token(at).filter(|token| token.count <= 4)?;
        let sign = self.punct(at + 1, b"#");
        let next = self.token(at + 1);
        let nine = next.is_some_and(|next| next.kind == Kind::Number && next.count == 9);
        let given = self.punct(at + 1, b":=")
            || next.is_some_and(|next| next.kind == Kind::Word && term(next.hash) == Term::Is)
            || next.is_some_and(|next| next.kind == Kind::Number && next.count == 3);
        let out = self.token(at + 1).is_some_and(|next| next.hash == const { hash("out") });
        [
            (const { hash("rt") }, sign, Term::Routing),
            (const { hash("rt") }, nine, Term::Routing),
            (const { hash("ac") }, sign, Term::Account),
            (const { hash("pp") }, sign, Term::Passport),
            (const { hash("csv") }, given, Term::Cvv),
            (const { hash("runs") }, out, Term::Until),
        ]
        .iter()
        .find(|(word, holds, _)| *holds && token.hash == *word)
        .map(|(_, _, meant)| *meant)
    }

    /// Reads "p/w", "d/l" and "mm/yy" as one label.
    pub(super) fn join_labels(&mut self) {
        if !self.has_mark(b'/') {
            return;
        }
        for at in 2..self.message.tokens().len() {
            let letters = |place: usize, wanted: &[&str]| {
                self.token(place).is_some_and(|token| {
                    wanted.iter().any(|wanted| self.message.written(token).eq_ignore_ascii_case(wanted))
                })
            };
            if !self.punct(at - 1, b"/") {
                continue;
            }
            if letters(at, &["w"]) && letters(at - 2, &["p"]) {
                self.correct(at, Term::Password);
            } else if letters(at, &["l"]) && letters(at - 2, &["d"]) {
                self.correct(at, Term::Dl);
            } else if letters(at, &["yy", "aa", "yyyy", "aaaa"]) && letters(at - 2, &["mm"]) {
                self.correct(at, Term::Expiry);
            }
        }
    }
}
