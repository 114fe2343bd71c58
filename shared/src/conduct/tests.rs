//! What is held back from staff, what passes, and the rule each names.

use super::*;

fn held(text: &str) -> Vec<Held> {
    let work = WorkContact { phone: Some("801-789-6600"), email: Some("dana.reyes@emcity.example") };
    check(text, work, Allowed::NOTHING).into_iter().map(|hold| hold.held).collect()
}

#[test]
fn em_pri_a_own_contact_details_are_held_back() {
    for (text, expected) in [
        ("You can text me on my cell 801-555-0142", Held::PersonalPhone),
        ("call me at (385) 555 0114 after five", Held::PersonalPhone),
        ("mi celular es 801 555 0142", Held::PersonalPhone),
        ("llámeme al 8015550142", Held::PersonalPhone),
        ("my email is dana84@gmail.com", Held::PersonalEmail),
        ("mi correo personal es dana84@gmail.com", Held::PersonalEmail),
        ("find me on instagram @dana.reyes", Held::PersonalEmail),
        ("I live at 214 Cedar Ln if you want to come by", Held::HomeAddress),
        ("vivo en 214 Cedar Ln", Held::HomeAddress),
        ("I'm 34 years old", Held::Age),
        ("tengo 34 años", Held::Age),
    ] {
        assert_eq!(held(text), [expected], "{text}");
        assert_eq!(expected.rule(), crate::rule::Rule::EmPriA);
    }
}

#[test]
fn em_pri_a_the_registered_work_phone_and_email_pass() {
    for text in [
        "call me at 801-789-6600",
        "my number is (801) 789 6600",
        "my email is Dana.Reyes@emcity.example.",
        "mi correo es dana.reyes@emcity.example",
        "the utility office is at 801-789-6611",
        "is 801-555-0142 still your number?",
        "what is your service address?",
        "we have 34 requests today",
        "I'm 10 minutes away from that street",
        "tengo 34 solicitudes hoy",
    ] {
        assert!(held(text).is_empty(), "{text}: {:?}", held(text));
    }
}

#[test]
fn em_pri_b_a_request_for_data_the_city_does_not_need_is_held_back() {
    for (text, category) in [
        ("What's your social?", Category::Ssn),
        ("can you read me the card number", Category::Pan),
        ("please send your date of birth", Category::Dob),
        ("I need your driver's license number", Category::DriverLicense),
        ("could you tell me your password?", Category::Password),
        ("¿cuál es su número de seguro social?", Category::Ssn),
        ("deme el número de su tarjeta", Category::Pan),
        ("necesito su fecha de nacimiento", Category::Dob),
        ("and the cvv? what is your cvv", Category::Cvv),
    ] {
        assert_eq!(held(text), [Held::Request(category)], "{text}");
    }
}

#[test]
fn em_pri_b_what_serves_the_customer_may_be_asked() {
    for text in [
        "what is your service address and account number?",
        "can I have your name and a phone number?",
        "please do not send your card number here",
        "never share your password with anyone",
        "you can pay with your card at the payment page",
        "por favor no mande el número de su tarjeta",
        "we will never ask for your social security number",
        "¿cuál es su dirección?",
    ] {
        assert!(held(text).is_empty(), "{text}: {:?}", held(text));
    }
}
