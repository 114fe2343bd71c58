//! What the engine promises of every message, shown on generated ones.

use super::*;
use crate::scan::{Folded, fold};
use crate::time::Millis;
use proptest::prelude::*;

const BRANDS: [(&str, &str); 13] = [
    ("Visa", "4012888888881881"),
    ("Visa of 13 digits", "4222222222222"),
    ("Visa of 19 digits", "4000000000000000006"),
    ("Mastercard", "5555555555554444"),
    ("Mastercard of the 2 series", "2223003122003222"),
    ("American Express", "378282246310005"),
    ("Discover", "6011111111111117"),
    ("Discover 65", "6500000000000002"),
    ("Diners Club", "30569309025904"),
    ("Diners Club 36", "36227206271667"),
    ("JCB", "3530111333300000"),
    ("UnionPay", "6250941006528599"),
    ("UnionPay of 19 digits", "6205500000000000004"),
];

const SEPARATORS: [&str; 17] =
    ["", " ", "-", ".", "/", "_", " - ", "  ", "\t", "\u{A0}", "\u{200B}", "–", "·", ", ", "\n", ") (", "|"];

const CUES: [&str; 8] =
    ["", "my card is ", "card#", "Visa: ", "la tarjeta es ", "número: ", "pay with ", "cc="];

fn grouped(digits: &str, separator: &str) -> String {
    let sizes: &[usize] = match digits.len() {
        15 => &[4, 6, 5],
        14 => &[4, 6, 4],
        19 => &[4, 4, 4, 4, 3],
        _ => &[4, 4, 4, 4],
    };
    let mut parts = Vec::new();
    let mut rest = digits;
    for size in sizes {
        let (part, after) = rest.split_at((*size).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.retain(|part| !part.is_empty());
    parts.join(separator)
}

fn in_script(digits: &str, zero: u32) -> String {
    digits
        .chars()
        .map(|digit| digit.to_digit(10).and_then(|value| char::from_u32(zero + value)).unwrap_or(digit))
        .collect()
}

fn digits_in(text: &str) -> usize {
    text.chars().filter(|scalar| matches!(fold(*scalar), Folded::Digit(_))).count()
}

fn check_masked(text: &str, category: Category, what: &str) {
    let masking = mask(text, Allowed::NOTHING);
    assert_eq!(digits_in(masking.text.as_str()), 0, "{what}: {text:?} became {:?}", masking.text.as_str());
    assert!(
        masking.findings.iter().any(|finding| finding.category == category),
        "{what}: {text:?} is found as {:?}",
        masking.findings
    );
}

#[test]
fn em_pay_c_card_numbers_of_every_brand_separator_script_and_cue_are_found() {
    for (brand, number) in BRANDS {
        for separator in SEPARATORS {
            for cue in CUES {
                for zero in [0x30, 0x660, 0x966, 0xFF10, 0x1D7CE] {
                    let text = format!("{cue}{}", in_script(&grouped(number, separator), zero));
                    check_masked(&text, Category::Pan, brand);
                }
            }
        }
    }
}

#[test]
fn em_pay_c_run_ons_leave_no_digit() {
    for (brand, number) in BRANDS {
        let cvv = if number.len() == 15 { "1234" } else { "123" };
        for rest in
            ["12/27 CVV", "12 27 CVV", "1227 CVV", "exp 12/27 cvv CVV", " , 12/2027 , CVV", "12-27 CVV"]
        {
            let text = format!("{} {}", grouped(number, " "), rest.replace("CVV", cvv));
            check_masked(&text, Category::Expiry, brand);
            check_masked(&text, Category::Cvv, brand);
        }
    }
}

#[test]
fn em_pay_c_card_numbers_in_words_are_found_in_english_and_spanish() {
    const ENGLISH: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const SPANISH: [&str; 10] =
        ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
    for (brand, number) in BRANDS {
        for words in [ENGLISH, SPANISH] {
            for separator in [" ", ", ", "-", " . "] {
                let spoken: Vec<&str> =
                    number.bytes().map(|digit| words[usize::from(digit - b'0')]).collect();
                let text = spoken.join(separator);
                let masking = mask(&text, Allowed::NOTHING);
                assert_eq!(masking.text.as_str(), "⟦PAN⟧", "{brand}: {text}");
            }
        }
    }
}

#[test]
fn em_pay_c_a_card_number_with_a_wrong_digit_needs_words_for_a_card() {
    check_masked("visa 4111 1111 1111 1112", Category::Pan, "labelled");
    check_masked("4111 1111 1111 1112 exp 12/27 cvv 123", Category::Pan, "with its data");
    assert!(mask("4111 1111 1111 1112", Allowed::NOTHING).findings.is_empty());
}

#[test]
fn em_pri_b_labelled_data_is_found_whatever_stands_between() {
    let labelled: [(Category, &str, &[&str]); 11] = [
        (
            Category::Ssn,
            "123456789",
            &["ssn", "my social security number", "número de seguro social", "S.S.N."],
        ),
        (Category::Routing, "124000054", &["routing number", "ABA", "número de ruta"]),
        (
            Category::BankAccount,
            "4478210093",
            &["checking account", "my bank account number", "cuenta de ahorros"],
        ),
        (Category::Passport, "C12345678", &["passport", "my passport number", "pasaporte"]),
        (Category::DriverLicense, "D1234567", &["driver's license", "DL", "licencia de conducir"]),
        (Category::Dob, "03/05/1982", &["dob", "date of birth", "fecha de nacimiento", "D.O.B."]),
        (Category::Cvv, "737", &["cvv", "CVC", "security code", "código de seguridad"]),
        (Category::Pin, "4471", &["my PIN", "mi pin", "debit card pin"]),
        (
            Category::Otp,
            "482913",
            &["verification code", "the code they texted me", "código de verificación"],
        ),
        (Category::HealthId, "XEH884120937", &["insurance member id", "health insurance id"]),
        (Category::Medicare, "1EG4-TE5-MK73", &["medicare number", "medicare"]),
    ];
    for (category, value, labels) in labelled {
        for label in labels {
            for between in [" ", ": ", " is ", " es ", " = ", " # "] {
                let text = format!("{label}{between}{value}");
                let masking = mask(&text, Allowed::NOTHING);
                let whole = masking.findings.iter().any(|finding| {
                    finding.category == category && text.get(finding.span.clone()) == Some(value)
                });
                assert!(whole, "{text:?} became {:?}", masking.text.as_str());
            }
        }
    }
}

#[test]
fn em_pri_b_what_the_city_needs_is_kept() {
    for text in [
        "my address is 2545 E Pony Express Pkwy, Eagle Mountain 84005",
        "water account 4000123456 and meter 88213347",
        "call me at (801) 555-0199 or 801.555.0123 ext 4417",
        "permit BLD-2024-001187, parcel 59:012:0045, case 24-CE-00317",
        "tracking # 9400 1118 9922 3817 4284 90",
        "the $1,284.99 charge from 05/12/2026 at 10:30",
        "jdoe1985@example.com",
        "card ending in 4242, XXXX-XXXX-XXXX-1111",
        "i forgot my password and the pin for the map is wrong",
        "the leak is at 40.3141, -111.9868",
        "¿puedo pagar con tarjeta el recibo 000482217?",
    ] {
        assert_eq!(mask(text, Allowed::NOTHING).text.as_str(), text);
    }
}

#[test]
fn em_pri_b_talk_about_passwords_and_codes_is_kept() {
    for text in [
        "the password must be 12-characters they said",
        "wifi password hours 8am-5pm at the library?",
        "forgot the password for my 10-digit account",
        "password for the $5/month plan page",
        "my password email never came, i'm at apt4B off I-15",
        "email bev@example.com, Apt4B, Unit12",
        "login to eaglemountain.gov/pay2 fails, password box is gray",
        "emailed IMG_2044.jpg and scan12.pdf to bev@example.com",
        "2-factor login keeps asking every 24-hours",
        "user bev, account 22-0418b",
        "is the password the same as for xpressbillpay.com?",
        "password for the H2O portal doesn't work",
        "my password isnt working on the iPad2",
        "text STOP to 898211 did not work",
        "code violation letter 26-0441 says 14 days",
    ] {
        assert_eq!(mask(text, Allowed::NOTHING).text.as_str(), text);
    }
}

/// Whoever is about, a code that was sent and a PIN stay secrets.
#[test]
fn em_pri_b_a_code_told_to_an_officer_is_masked() {
    for (text, masked) in [
        ("the code, officer, is 482913", "the code, officer, is ⟦OTP⟧"),
        (
            "my verification code for the inspector is 482913",
            "my verification code for the inspector is ⟦OTP⟧",
        ),
        ("my pin for the officer portal is 4829", "my pin for the officer portal is ⟦PIN⟧"),
        ("password for the drop box is Tulip77", "password for the drop box is ⟦PASSWORD⟧"),
    ] {
        assert_eq!(mask(text, Allowed::NOTHING).text.as_str(), masked);
    }
}

#[test]
fn a_city_lets_through_what_its_policy_allows() {
    let allowed = Allowed::NOTHING.and(Category::Dob);
    let masking = mask("dob 03/05/1982 ssn 123-45-6789", allowed);
    assert_eq!(masking.text.as_str(), "dob 03/05/1982 ssn ⟦SSN⟧");
}

#[test]
fn em_pay_c_a_wish_to_pay_is_recognised_without_data() {
    for text in [
        "can I give you my card number here?",
        "how do I pay my water bill",
        "I want to pay my bill",
        "quiero pagar mi recibo",
        "¿puedo pagar con tarjeta?",
        "where do i make a payment",
    ] {
        let masking = mask(text, Allowed::NOTHING);
        assert!(masking.wants_to_pay, "{text}");
        assert!(masking.findings.is_empty(), "{text}");
    }
    for text in [
        "my trash was not picked up",
        "i already paid it yesterday",
        "library card hours",
        "hola, buenos días",
    ] {
        assert!(!mask(text, Allowed::NOTHING).wants_to_pay, "{text}");
    }
}

#[test]
fn em_pay_c_pieces_over_messages_are_struck_when_the_number_is_complete() {
    let mut window = Window::default();
    let mut say = |number, text| window.mask(Millis(i64::from(number)), number, text, Allowed::NOTHING);
    assert_eq!(say(0, "ok 4012 8888").text.as_str(), "ok 4012 8888");
    let last = say(1, "8888 1881");
    assert_eq!(last.text.as_str(), "⟦PAN⟧");
    assert_eq!(last.strikes, [Strike { message: 0, span: 3..12, category: Category::Pan }]);
}

/// What is stored of messages of one author: masked, and struck later.
fn stored(texts: &[&str]) -> Vec<MaskedText> {
    let mut window = Window::default();
    let mut stored: Vec<MaskedText> = Vec::new();
    for (number, text) in (0..).zip(texts) {
        let masking = window.mask(Millis(0), number, text, Allowed::NOTHING);
        for strike in masking.strikes {
            let place = strike.message as usize;
            stored[place] = stored[place].struck(strike.span, strike.category);
        }
        stored.push(masking.text);
    }
    stored
}

#[test]
fn a_strike_settles_what_stands_beside_it() {
    let texts = ["account 4471 4471 123-45-6789 4012 482913 801-555-0199 4012", "bank"];
    let once = stored(&texts);
    let again: Vec<&str> = once.iter().map(MaskedText::as_str).collect();
    assert!(stored(&again) == once);
}

#[test]
fn what_settles_in_a_message_is_read_with_the_earlier_ones_again() {
    let texts = [
        "amex, here goes",
        "3493",
        "what time do youed 672877, thank yo87\u{8}\0\0\0\0\0\0\0\u{8}\0\0\0\0\0\0\u{4}4 digits 7731",
    ];
    for texts in [
        texts,
        [
            "amex, here goes",
            "3493",
            "what time 672877, thank yo87\u{8}\0\0\0\0\0\0\0\u{8}\0\0\0\0\0\0\u{0}4 digits 7731",
        ],
    ] {
        let once = stored(&texts);
        let again: Vec<&str> = once.iter().map(MaskedText::as_str).collect();
        assert!(stored(&again) == once);
    }
}

#[test]
fn a_telephone_number_after_a_card_number_is_kept() {
    for phone in ["801-555-0144", "(801) 555-0144", "801.555.0144", "801 555 0144", "801 555 01 44"] {
        for words in ["", "my number is ", "call ", "or text me at "] {
            let reply = format!("{words}{phone}");
            let stored = stored(&["4012 8888 8888 1881", &reply]);
            assert_eq!(stored[1].as_str(), reply);
        }
    }
}

#[test]
fn em_pri_b_what_is_asked_or_dated_takes_no_label_from_a_number() {
    for (text, category) in [
        ("they gave me MRN 00448192 is that what you need for the report", Category::HealthId),
        ("my drivers lic expired but the # is 170223846", Category::DriverLicense),
        ("i94 number 448201937A7", Category::NationalId),
        ("code from my email: K4T9XB", Category::Otp),
        ("pin for the library acct is 0220", Category::Pin),
        ("here's my license for the rental agreement: 201448830", Category::DriverLicense),
        ("login: bwhite4 Cactus!21", Category::Password),
        ("the password I picked is yellowstone", Category::Password),
    ] {
        let findings = mask(text, Allowed::NOTHING).findings;
        assert!(findings.iter().any(|finding| finding.category == category), "{text}: {findings:?}");
    }
    for text in
        ["activity code 441028 won't go in the cart", "login: works. password: works.", "R-15-2025 text"]
    {
        assert!(mask(text, Allowed::NOTHING).findings.is_empty(), "{text}");
    }
}

#[test]
fn em_pri_b_the_second_half_of_a_login_is_found() {
    for login in [
        "user: jsmith77",
        "login jsmith77",
        "log in with dana.w82@example.org",
        "usuario jsmith77",
        "sign in is kmiller",
    ] {
        for between in [" / ", ", ", " and ", " | "] {
            let text = format!("{login}{between}Hunter2!x");
            let masked = mask(&text, Allowed::NOTHING);
            assert_eq!(masked.text.as_str(), format!("{login}{between}⟦PASSWORD⟧"));
        }
    }
}

#[test]
fn what_an_author_wrote_is_forgotten_after_ten_minutes() {
    let mut window = Window::default();
    let _ = window.mask(Millis(0), 0, "4012 8888", Allowed::NOTHING);
    let late = window.mask(Millis(11 * 60 * 1000), 1, "8888 1881", Allowed::NOTHING);
    assert!(late.strikes.is_empty() && late.findings.is_empty());
}

#[test]
fn an_explanation_names_the_label_and_what_was_kept() {
    let screened = screen(&["my ssn is 123456789, call 801-555-0199"], Allowed::NOTHING);
    let explanation = &screened[0].explanation;
    assert!(explanation.steps.iter().any(|step| step.what.contains("Social Security")));
    assert_eq!(explanation.kept, [(26..38, Kept::Phone)]);
}

/// Texts that look like chat, with everything that the rules look at.
fn chat() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "my",
        "card",
        "is",
        "4012",
        "8888",
        "1881",
        "cvv",
        "123",
        "exp",
        "12/27",
        "ssn",
        "123-45-6789",
        "and",
        "the",
        "account",
        "bank",
        "routing",
        "124000054",
        "password",
        "Hunter2!",
        "pin",
        "4471",
        "code",
        "482913",
        "dob",
        "01/02/1980",
        "four",
        "one",
        "eleven",
        "double",
        "oh",
        "y",
        "es",
        "tarjeta",
        "cuatro",
        "uno",
        "2545",
        "E",
        "Main",
        "St",
        "801-555-0199",
        "$45.00",
        "last",
        "4",
        "ending",
        "in",
        "passport",
        "C12345678",
        ".",
        ",",
        "\n",
        "license",
        "⟦PAN⟧",
        "⟦SSN⟧",
        "٤٠١٢",
        "ñ",
        "🔥",
        "\u{200B}",
        "medicare",
        "1EG4-TE5-MK73",
        "driver's",
        "%B4111111111111111^X^2712?",
        "DE89 3704 0044 0532 0130 00",
        "4111111111111111",
        "41111111111111111227123",
        "may",
        "3rd",
        "1982",
    ]);
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

#[test]
fn em_pay_c_em_pri_b_what_stands_beside_a_secret_does_not_hide_it() {
    for (text, secrets) in [
        ("pay with 4012 8888 8888 1881 exp 4/27 and then 733", 3),
        ("4012888888881881 and the little number is 733", 2),
        ("the 3-digit thing: 733", 1),
        ("on the back it's 381", 1),
        ("oh sorry forgot the expiration, 09/2028", 1),
        ("4242 4242 that's the first half 4242 4242", 1),
        ("four two four two, got that? four two four two, four two four two, four two four two", 1),
        ("my passphrase: correct horse battery staple", 1),
        ("dob 1990-11-02 thats for the rec center pass", 1),
    ] {
        assert_eq!(mask(text, Allowed::NOTHING).findings.len(), secrets, "{text}");
    }
}

#[test]
fn em_pri_b_words_for_secrets_that_name_other_things_take_nothing_away() {
    for text in [
        "case 20260381 is about the card reader",
        "naics code 722513 for a food cart",
        "city code 1482 says 6 feet max",
        "my rec center pass number is 448210",
        "text 898211 to sign up",
        "the mailer says 448210 on top",
        "checking status of 26-004418",
        "engineer license no 2204418",
        "CV joint 4471 part no 829103",
        "the sprinkler pin sheared off on the 3/4 valve part 220-118-04",
        "I entered 448210 for the account",
        "the code on my meter 4471882",
    ] {
        assert_eq!(mask(text, Allowed::NOTHING).findings.len(), 0, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_masked_on_character_boundaries_in_order_and_without_overlaps(text in "\\PC{0,120}|[0-9a-z .,:/#$@%^=?*\n\u{1E}'\"()-]{0,160}") {
        let masking = mask(&text, Allowed::NOTHING);
        let mut last = 0;
        for finding in &masking.findings {
            prop_assert!(last <= finding.span.start && finding.span.start < finding.span.end);
            prop_assert!(text.get(finding.span.clone()).is_some());
            last = finding.span.end;
        }
    }

    #[test]
    fn masking_twice_changes_nothing(text in chat()) {
        let once = mask(&text, Allowed::NOTHING);
        let twice = mask(once.text.as_str(), Allowed::NOTHING);
        prop_assert_eq!(once.text.as_str(), twice.text.as_str());
    }

    #[test]
    fn a_window_that_sees_the_masked_texts_again_is_the_same(texts in prop::collection::vec(chat(), 1..6)) {
        let mut window = Window::default();
        let mut stored: Vec<MaskedText> = Vec::new();
        for (number, text) in (0..).zip(&texts) {
            let masking = window.mask(Millis(0), number, text, Allowed::NOTHING);
            for strike in masking.strikes {
                let place = strike.message as usize;
                prop_assert!(stored[place].as_str().get(strike.span.clone()).is_some());
                stored[place] = stored[place].struck(strike.span, strike.category);
            }
            stored.push(masking.text);
        }
        let mut again = Window::default();
        for (number, text) in (0..).zip(&stored) {
            let masking = again.mask(Millis(0), number, text.as_str(), Allowed::NOTHING);
            prop_assert_eq!(masking.text.as_str(), text.as_str());
            prop_assert!(masking.strikes.is_empty());
        }
        prop_assert!(window == again);
    }

    #[test]
    fn a_card_number_split_anywhere_into_two_messages_leaves_no_digit(brand in 0..BRANDS.len(), separator in 0..3_usize, place in 0.0..1.0_f64) {
        let text = format!("here {}", grouped(BRANDS[brand].1, SEPARATORS[separator]));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let place = (place * text.len() as f64) as usize;
        let (first, second) = text.split_at(place);
        let both = screen(&[first, second], Allowed::NOTHING);
        let left: usize = both.iter().map(|message| digits_in(message.text.as_str())).sum();
        prop_assert_eq!(left, 0, "{:?} {:?} became {:?} {:?}", first, second, both[0].text.as_str(), both[1].text.as_str());
    }

    #[test]
    fn invisible_characters_never_hide_a_number(brand in 0..BRANDS.len(), places in prop::collection::vec((0..40_usize, prop::sample::select(vec!['\u{200B}', '\u{FEFF}', '\u{AD}', '\u{2060}', '\u{FE0F}', '\u{336}'])), 1..8)) {
        let mut text: Vec<char> = format!("my card {} ok", grouped(BRANDS[brand].1, " ")).chars().collect();
        for (place, skip) in places {
            text.insert(8 + place % (text.len() - 10), skip);
        }
        let text: String = text.into_iter().collect();
        prop_assert_eq!(digits_in(mask(&text, Allowed::NOTHING).text.as_str()), 0);
    }

    #[test]
    fn capitals_do_not_matter(brand in 0..BRANDS.len(), cue in 0..CUES.len()) {
        let text = format!("{}{} exp 12/27", CUES[cue], BRANDS[brand].1);
        let upper = mask(&text.to_uppercase(), Allowed::NOTHING).findings.len();
        prop_assert_eq!(mask(&text, Allowed::NOTHING).findings.len(), upper);
    }
}
