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

#[test]
fn em_com_c_profanity_is_held_back_in_both_languages() {
    for (text, word) in [
        ("What the fuck is this", "fuck"),
        ("that is BULLSHIT and you know it", "BULLSHIT"),
        ("Hell, I said so yesterday", "Hell"),
        ("don't be a dick", "dick"),
        ("Screw you.", "Screw you"),
        ("no sé qué mierda pasó", "mierda"),
        ("hijo de la gran puta", "puta"),
        ("¡Coño!", "Coño"),
        ("es un cabrón", "cabrón"),
        ("pinche vecino", "pinche"),
        ("hijo de perra", "de perra"),
        ("You wrote \"this is shit\", and I understand", "shit"),
    ] {
        assert_eq!(profane(text), [word], "{text}");
    }
    assert_eq!(Held::Profanity.rule(), crate::rule::Rule::EmComC);
}

#[test]
fn em_com_c_a_disguise_hides_nothing() {
    for (text, word) in [
        ("f*ck this", "f*ck"),
        ("oh f***, sorry", "f***"),
        ("sh** no", "sh**"),
        ("n*gg*r", "n*gg*r"),
        ("(s**t!)", "s**t"),
        ("you a**hole", "a**hole"),
        ("f-ck off", "f-ck"),
        ("sh1t happens", "sh1t"),
        ("5h1t", "5h1t"),
        ("b!tch", "b!tch"),
        ("a$$", "a$$"),
        ("sh!t!", "sh!t"),
        ("fuuuuck", "fuuuuck"),
        ("asssss", "asssss"),
        ("fu\u{200B}ck", "fu\u{200B}ck"),
        ("f\u{443}ck \u{455}hit", "\u{455}hit"),
        ("fuсk", "fuсk"),
        ("ｆｕｃｋ", "ｆｕｃｋ"),
        ("f u c k", "f u c k"),
        ("m i e r d a", "m i e r d a"),
        ("es una m.i.e.r.d.a.", "m.i.e.r.d.a"),
        ("f-u-c-k", "f-u-c-k"),
        ("p*ta", "p*ta"),
        ("m1erda", "m1erda"),
        ("put@", "put@"),
    ] {
        assert_eq!(profane(text), [word], "{text}");
    }
}

#[test]
fn em_com_c_words_that_only_look_alike_pass() {
    for text in [
        "Scunthorpe, Penistone, Sussex and Cockburn Street",
        "I will assess the class at the cockpit, then pass it to the assessor",
        "Hello, he'll turn the shell off; she'll call, and I'll wait",
        "He’ll call you about the dam, the dump and the Title office",
        "Dick Smith, Verga and Dick's Market are at dick.jones@emcity.example",
        "Your computadora, the cálculo of the bill, and the dispute",
        "Los conos de tráfico se quitan mañana, en el año 2026",
        "Pinche aquí o pinche en el enlace para pagar",
        "Highway SH17, form A-55, plan HE11, unit A-S and lot 4SS",
        "The fee* and the dam* are **explained** below, **pii** and **as** too; put* is a note",
        "Please spell it: M-A-S-S, then H E L L O, and S-C-U-N-T-H-O-R-P-E",
        "3 * 4 = 12, a*b, #1 and #22, $5.00, 50% off!!",
        "j****@example.com is masked, and so is ⟦PAN⟧",
        "https://www.emcity.example/passes/assets?class=1",
        "The pussy willow at 12 Shitake Ln needs trimming; putto, peacock, titmouse",
        "Chicago, Vergara, Putnam, Hellman, Dickinson, Assisi, Matsushita",
        "",
    ] {
        assert_eq!(profane(text), [""; 0], "{text}");
    }
}

fn profane(text: &str) -> Vec<&str> {
    let holds = check(text, WorkContact::default(), Allowed::NOTHING);
    let profane = holds.into_iter().filter(|hold| hold.held == Held::Profanity);
    profane.map(|hold| text.get(hold.span).unwrap()).collect()
}
