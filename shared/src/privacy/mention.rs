//! Data that a message speaks of without giving it.

use super::Category;
use super::meaning::Meaning;
use super::reading::Reading;
use super::term::Term;
use crate::scan::Message;

/// Calls `found` with every token that names a kind of data, and the kind.
pub(crate) fn mentions(message: Message<'_>, found: &mut dyn FnMut(usize, Category)) {
    let reading = Reading::of(message);
    for at in 0..message.tokens().len() {
        let bare =
            matches!(reading.term(at), Term::Credit | Term::Bank | Term::Check | Term::Until | Term::Expiry);
        let category = reading.meaning(at, usize::MAX).filter(|_| !bare).and_then(Meaning::category);
        if let Some(category) = category {
            found(at, category);
        }
    }
}

impl Meaning {
    /// What a number under this label is, as far as the label alone says so.
    const fn category(self) -> Option<Category> {
        Some(match self {
            Self::Card => Category::Pan,
            Self::Cvv | Self::SecurityCode => Category::Cvv,
            Self::Expiry => Category::Expiry,
            Self::Routing => Category::Routing,
            Self::Bank => Category::BankAccount,
            Self::Iban => Category::Iban,
            Self::Ssn => Category::Ssn,
            Self::Itin => Category::Itin,
            Self::Ein | Self::TaxId => Category::Ein,
            Self::License => Category::DriverLicense,
            Self::Passport => Category::Passport,
            Self::Born => Category::Dob,
            Self::Medicare => Category::Medicare,
            Self::Health => Category::HealthId,
            Self::Password => Category::Password,
            Self::Pin => Category::Pin,
            Self::Otp => Category::Otp,
            Self::National => Category::NationalId,
            Self::SomeBank
            | Self::SomeLicense
            | Self::SomeHealth
            | Self::SomeOtp
            | Self::SomeCode
            | Self::SomeNational
            | Self::Kept(_) => return None,
        })
    }
}
