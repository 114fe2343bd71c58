//! What looks like data but is what the city needs to serve: it always passes (EM-PRI-B).

/// A kind of data that is recognised and kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// Telephone number.
    Phone,
    /// Email address.
    Email,
    /// Street address or a part of it.
    Address,
    /// Postal code.
    Zip,
    /// Account with the city or a utility.
    Account,
    /// Library card.
    LibraryCard,
    /// Order, invoice, receipt.
    Order,
    /// Parcel in the post.
    Tracking,
    /// Permit, licence of a business, application.
    Permit,
    /// Parcel of land.
    Parcel,
    /// Case, citation, service request.
    Case,
    /// Meter, serial number or reading.
    Meter,
    /// Vehicle or device identification.
    Vehicle,
    /// Licence plate.
    Plate,
    /// Amount of money.
    Amount,
    /// Date of something else than a birth.
    Date,
    /// Time of day.
    Time,
    /// The last digits of a number that is not given.
    Last4,
    /// Other codes and versions.
    Code,
}

impl Kept {
    /// The stable name, as `cargo xtask screen` writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "PHONE",
            Self::Email => "EMAIL",
            Self::Address => "ADDRESS",
            Self::Zip => "ZIP",
            Self::Account => "UTILITY_ACCOUNT",
            Self::LibraryCard => "LIBRARY_CARD",
            Self::Order => "ORDER",
            Self::Tracking => "TRACKING",
            Self::Permit => "PERMIT",
            Self::Parcel => "PARCEL",
            Self::Case => "CASE",
            Self::Meter => "METER",
            Self::Vehicle => "VIN",
            Self::Plate => "PLATE",
            Self::Amount => "AMOUNT",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Last4 => "LAST4",
            Self::Code => "CODE",
        }
    }
}
