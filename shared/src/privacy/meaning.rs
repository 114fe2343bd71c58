//! What a label can say of a number.

use super::kept::Kept;

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
