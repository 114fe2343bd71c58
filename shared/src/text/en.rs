//! English.

use super::Text;
use crate::privacy::Category;

pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chat with City staff",
        Text::HowCanWeHelp => "How can we help?",
        Text::Language => "Language",
        Text::StartChat => "Start chat",
    }
}

pub(super) const fn mask(category: Category) -> &'static str {
    match category {
        Category::Pan => "card number removed",
        Category::Cvv => "security code removed",
        Category::Expiry => "card expiry removed",
        Category::Track => "card data removed",
        Category::Routing => "routing number removed",
        Category::BankAccount | Category::Iban => "bank account removed",
        Category::Ssn => "Social Security number removed",
        Category::Itin => "taxpayer number removed",
        Category::Ein => "employer number removed",
        Category::DriverLicense => "licence number removed",
        Category::Passport => "passport number removed",
        Category::Dob => "birth date removed",
        Category::Medicare => "Medicare number removed",
        Category::HealthId => "health number removed",
        Category::Password => "password removed",
        Category::Pin => "PIN removed",
        Category::Otp => "one-time code removed",
        Category::NationalId => "identity number removed",
    }
}
