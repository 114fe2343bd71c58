//! What kinds of data the engine takes out, and which rule each comes from.

use crate::rule::Rule;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! categories {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $rule:ident;)+) => {
        /// A kind of data that has no place in a chat unless the city's policy allows it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Category { $($(#[$meta])* $name,)+ }

        impl Category {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable name of the kind, as masks, policy files and `cargo xtask screen` write it. Holds no digit.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The clause that keeps this kind out.
            pub const fn rule(self) -> Rule {
                match self { $(Self::$name => Rule::$rule,)+ }
            }
        }
    };
}

categories! {
    /// Number of a payment card (primary account number, ISO/IEC 7812).
    Pan = "PAN", EmPayC;
    /// Card verification value.
    Cvv = "CVV", EmPayC;
    /// Expiry date of a card.
    Expiry = "EXPIRY", EmPayC;
    /// Magnetic track data (ISO/IEC 7813).
    Track = "TRACK", EmPayC;
    /// Bank routing number (ABA).
    Routing = "ROUTING", EmPayC;
    /// Bank account number.
    BankAccount = "BANK_ACCOUNT", EmPayC;
    /// International bank account number (ISO 13616).
    Iban = "IBAN", EmPayC;
    /// Social Security number.
    Ssn = "SSN", EmPriB;
    /// Individual taxpayer number.
    Itin = "ITIN", EmPriB;
    /// Employer number.
    Ein = "EIN", EmPriB;
    /// Driver's licence or state identity card.
    DriverLicense = "DRIVER_LICENSE", EmPriB;
    /// Passport number.
    Passport = "PASSPORT", EmPriB;
    /// Date of birth.
    Dob = "DOB", EmPriB;
    /// Medicare or Medicaid number.
    Medicare = "MEDICARE", EmPriB;
    /// Other health identifier.
    HealthId = "HEALTH_ID", EmPriB;
    /// Password.
    Password = "PASSWORD", EmPriB;
    /// Personal identification number of a card or account.
    Pin = "PIN", EmPriB;
    /// One-time code.
    Otp = "OTP", EmPriB;
    /// Immigration or foreign national number.
    NationalId = "NATIONAL_ID", EmPriB;
}

impl Category {
    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|category| category.code() == code)
    }

    /// Whether this is payment data, for which the resident is shown the way to pay.
    pub const fn is_payment(self) -> bool {
        matches!(self.rule(), Rule::EmPayC)
    }
}

impl Serialize for Category {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom("no kind of data has this code"))
    }
}

/// The kinds a city lets through although the engine knows them, from `privacy.allowed` of its policy file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed(u32);

impl Allowed {
    /// Lets nothing through.
    pub const NOTHING: Self = Self(0);

    /// Also lets `category` through.
    #[must_use]
    pub const fn and(self, category: Category) -> Self {
        Self(self.0 | 1 << category as u32)
    }

    /// Whether `category` may pass.
    pub const fn permits(self, category: Category) -> bool {
        self.0 & (1 << category as u32) != 0
    }
}
