//! Tagalog (Filipino).
//!
//! Not reviewed by a native speaker yet: see docs/languages.md.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Makipag-chat sa kawani ng Lungsod",
        Text::APersonAnswers => "Tao ang sumasagot, hindi robot",
        Text::Emergency => "Emergency?",
        Text::WaterRoads => "Tubig, kalsada",
        Text::ReadAlong => "Maaaring basahin ng isang superbisor ang chat na ito.",
        Text::HowCanWeHelp => "Ano ang maitutulong namin?",
        Text::Topic => "Paksa",
        Text::Language => "Wika",
        Text::StartChat => "Simulan ang chat",
        Text::Starting => "Sinisimulan…",
        Text::StartPromise => {
            "Huwag po magpadala ng numero ng card o Social Security; inaalis namin ang mga ito. Buburahin ang chat na ito ngayong gabi."
        }
        Text::YouAreInLine => "Nasa pila kayo",
        Text::WhileYouWait => {
            "May tinutulungang iba ang aming kawani ngayon. Manatili sa pahinang ito at may sasagot sa inyo. Maaari na ninyong isulat kung tungkol saan ito."
        }
        Text::OrWriteTo => "O sumulat sa",
        Text::LeaveLine => "Umalis sa pila",
        Text::Messages => "Mga mensahe",
        Text::YourMessage => "Ang inyong mensahe",
        Text::WriteMessage => "Sumulat ng mensahe",
        Text::Send => "Ipadala",
        Text::DeletedTonight => "Buburahin ngayong gabi. Walang kopya ang kawani.",
        Text::YouSaid => "Kayo:",
        Text::Sending => "Ipinapadala…",
        Text::Sent => "Naipadala",
        Text::Delivered => "Naihatid",
        Text::NotSentYet => "Hindi pa naipapadala. Sinusubukan ulit…",
        Text::NotSent => "Hindi naipadala.",
        Text::WillBeRemoved => "Inaalis namin ito bago ipadala",
        Text::WhyPayment => "Bawal makita o itago ng kawani ang mga numero ng card o bangko.",
        Text::WhyPersonal => "Hindi ito kailangan ng Lungsod sa chat.",
        Text::PaySafely => "Magbayad nang ligtas, sa labas ng chat na ito",
        Text::PaymentRemoved => {
            "Inalis namin ang datos ng bayad bago ito umalis sa inyong device. Walang makakakita o makakapagtago nito rito."
        }
        Text::HowToPay => {
            "Magbayad sa pahina ng Lungsod o sa telepono. Huwag po magpadala rito ng numero ng card o bangko."
        }
        Text::PayOnline => "Magbayad online",
        Text::StillThere => "Nandiyan pa ba kayo?",
        Text::ClosesSoon => {
            "Kung wala kaming marinig mula sa inyo, magsasara na ang chat na ito. Sumulat o pindutin ang button."
        }
        Text::StillHere => "Nandito pa ako",
        Text::ComeBack => "Maaari kayong magsimula ng bagong chat anumang oras, o tumawag.",
        Text::ChatEnded => "Tapos na ang chat",
        Text::EndedPromise => "Mababasa ninyo ito rito hanggang isara ninyo. Buburahin ito ngayong gabi.",
        Text::Kept => {
            "Minarkahan ng kawani ang chat na ito para suriin. Itatago ito hanggang matapos iyon at hindi buburahin ngayong gabi."
        }
        Text::EndedKept => {
            "Mababasa ninyo ito rito hanggang isara ninyo. Minarkahan ito ng kawani para suriin, kaya itatago ito hanggang matapos iyon."
        }
        Text::EndAndForget => "Tapusin at burahin na",
        Text::ForgottenPromise => {
            "Binura na ng Lungsod ang chat na ito. Mawawala rin ito rito kapag isinara ninyo."
        }
        Text::StartNewChat => "Magsimula ng bagong chat",
        Text::Connecting => "Kumokonekta…",
        Text::NoConnection => "Walang koneksiyon ngayon",
        Text::NothingIsLost => "Patuloy kaming sumusubok. Walang nawawala sa isinulat ninyo.",
        Text::ConnectionBack => "Bumalik na ang koneksiyon.",
        Text::EndChat => "Tapusin ang chat",
        Text::EndChatSure => "Tapusin ang chat na ito?",
        Text::KeepTalking => "Magpatuloy",
        Text::Minimise => "Paliitin ang chat",
        Text::WordSize => "Laki ng letra: {} sa 3",
        Text::CannotOpen => "Hindi mabuksan ang chat ngayon",
        Text::UnknownCity => "Humihingi ang pahinang ito ng chat na wala. Tumawag na lang po.",
        Text::CannotReach => {
            "Hindi namin maabot ang Lungsod. Tingnan ang inyong koneksiyon at subukan ulit, o tumawag."
        }
        Text::CallOffice => "Opisina ng Lungsod",
        Text::TryAgain => "Subukan ulit",
        Text::Reload => "I-reload ang chat",
        Text::ClosedNow => "Sarado ang chat ngayon",
        Text::LastChatGone => {
            "Nagsimula na ang huling chat ngayong araw. Tinutulungan pa ng kawani ang mga nasa pila."
        }
        Text::OpensAgain => "Magbubukas sa",
        Text::Hours => "Oras ng serbisyo",
        Text::NoHours => "Walang nakapaskil na oras para sa paksang ito. Tumawag o sumulat po.",
        Text::ClosedForNow => "Isinara muna ng Lungsod ang chat. Tumawag o mag-iwan po ng mensahe.",
        Text::Meanwhile => "Ang magagawa ninyo ngayon",
        Text::HoldMessage => {
            "May tinutulungan kaming iba at hindi agad makasasagot. Kung makapaghihintay kayo, may tutulong sa inyo."
        }
        Text::NextInLine => "Kayo na ang susunod.",
        Text::Close => "Isara",
        Text::SurveyTitle => "Dalawang maikling tanong",
        Text::SurveySatisfied => "Nasiyahan ba kayo sa tulong?",
        Text::SurveySolved => "Nalutas ba ang inyong pakay?",
        Text::Yes => "Oo",
        Text::Partly => "Bahagya",
        Text::No => "Hindi",
        Text::SurveySend => "Ipadala ang mga sagot",
        Text::Skip => "Laktawan",
        Text::SurveyThanks => "Salamat. Binibilang ang inyong mga sagot nang walang pangalan.",
        Text::LeaveMessage => "Mag-iwan ng mensahe",
        Text::Contact => "Ang inyong telepono o email",
        Text::ContactNeeded => "Isulat po ang telepono o email para makasagot kami.",
        Text::MessageNeeded => "Isulat po muna ang inyong mensahe.",
        Text::SendMessage => "Ipadala ang mensahe",
        Text::MessagePromise => {
            "Huwag po magpadala ng numero ng card o Social Security; inaalis namin ang mga ito. Buburahin ang mensahe pagkatapos itong sagutin."
        }
        Text::MessageTaken => "Natanggap namin ang inyong mensahe.",
        Text::MessageKept => {
            "Kung tatawag kayo tungkol dito, sabihin ang numerong ito. Buburahin ang mensahe pagkatapos itong sagutin."
        }
        Text::Back => "Bumalik",
        Text::MaskCard => "inalis ang numero ng card",
        Text::MaskCode => "inalis ang security code",
        Text::MaskExpiry => "inalis ang petsa ng card",
        Text::MaskCardData => "inalis ang datos ng card",
        Text::MaskRouting => "inalis ang routing number",
        Text::MaskBank => "inalis ang account sa bangko",
        Text::MaskSsn => "inalis ang numero ng Social Security",
        Text::MaskItin => "inalis ang numero ng nagbabayad ng buwis",
        Text::MaskEin => "inalis ang numero ng employer",
        Text::MaskLicense => "inalis ang numero ng lisensiya",
        Text::MaskPassport => "inalis ang numero ng pasaporte",
        Text::MaskBirth => "inalis ang petsa ng kapanganakan",
        Text::MaskMedicare => "inalis ang numero ng Medicare",
        Text::MaskHealth => "inalis ang numero ng health insurance",
        Text::MaskPassword => "inalis ang password",
        Text::MaskPin => "inalis ang PIN",
        Text::MaskOtp => "inalis ang one-time code",
        Text::MaskIdentity => "inalis ang numero ng ID",
        Text::Unreadable => "Hindi namin iyon mabasa. I-reload ang pahina at subukan ulit.",
        Text::Oversized => {
            "Masyadong mahaba ang mensahe. Ipadala ito nang hati-hati, hanggang 4,000 karakter bawat isa."
        }
        Text::NothingWritten => "Walang laman ang mensahe. Sumulat po muna.",
        Text::TooFast => "Sobra ang sabay-sabay. Maghintay nang ilang segundo at ipadala ulit.",
        Text::SentTwice => "Naipadala na ang mensaheng ito sa ibang salita. Isulat po ulit.",
        Text::ChatGone => "Wala ang chat na ito o binura na. Magsimula ng bago.",
        Text::ChatOver => "Tapos na ang chat na ito. Magsimula ng bago kung may kailangan pa kayo.",
        Text::WrongPage => "Hindi magagamit ng pahinang ito ang chat ng Lungsod. Tumawag na lang po.",
        Text::SignInAgain => "Simulan po ulit ang chat.",
        Text::AccessOver => "Tapos na ang inyong access sa chat na ito. Simulan ulit ang chat.",
        Text::OldPage => "Lumang bersiyon ang pahinang ito. I-reload ito.",
        Text::TooManyTabs => "Bukas ang chat na ito sa napakaraming tab. Isara ang isa at subukan ulit.",
        Text::ChatFull => "Umabot na sa hangganan ang haba ng chat na ito. Magsimula ng bago.",
        Text::NoAnswer => "Hindi sumasagot ang chat sa ngayon. Walang nawala; subukan po ulit.",
        Text::NotSetUp => "Hindi pa nakahanda ang chat ng Lungsod. Tumawag na lang po.",
        Text::ClosedHour => "Walang chat na nagsisimula sa oras na ito. Tumawag o bumalik mamaya.",
        Text::EndedForgotten => "Tinapos ninyo ang chat. Binura na ito.",
        Text::EndedOffTopic => "Para sa mga bagay ng Lungsod ang chat na ito, kaya tinapos ito.",
        Text::EndedWrongDepartment => {
            "May ibang departamentong makatutulong sa inyo, kaya tinapos ang chat na ito."
        }
        Text::EndedAbuse => "Tinapos ng Lungsod ang chat pagkatapos ng babala.",
        Text::EndedDayOver => "Tapos na ang araw ng Lungsod, kaya isinara ang chat.",
        Text::EndedSilent => "Wala kaming narinig mula sa inyo, kaya isinara ang chat.",
        Text::EndedLeftLine => "Umalis kayo sa pila.",
        Text::EndedByResident => "Tinapos ninyo ang chat.",
        Text::EndedByStaff => "Tinapos ng Lungsod ang chat.",
        Text::EndedByPolicy => "Isinara ang chat.",
        Text::Joined => "Narito si {}, {}, mula sa {} para tumulong.",
        Text::IsTyping => "Nagta-type si {}",
        Text::Today => "Ngayong araw, {}",
        Text::AheadOne => "May 1 taong nauna sa inyo.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "May {} taong nauna sa inyo.",
        Text::Wait => "Mga {} hanggang {} minuto ang hihintayin.",
        Text::Call => "Tumawag sa {}",
        Text::SmsTo => "Mag-text sa {}",
        Text::TooLong => {
            "May {} karakter ito. Hanggang 4,000 lang ang isang mensahe. Ipadala po nang hati-hati."
        }
        Text::HearBy => "Sasagot kami hanggang {}.",
        Text::Number => "Numero {}",
        Text::LifeTitle => "Tumawag sa {} ngayon",
        Text::CrisisTitle => "Hindi kayo nag-iisa. Makipag-usap sa isang tao ngayon",
        Text::CityTitle => "Iulat po ito sa telepono ngayon",
        Text::PoliceTitle => "Tumawag sa linyang hindi pang-emergency",
        Text::LifeAdvice => {
            "Kung may nasaktan o nanganganib, huwag maghintay ng sagot dito. Pumunta muna sa ligtas na lugar kung kaya."
        }
        Text::CrisisAdvice => {
            "May mga sinanay na taong nakikinig, libre, araw at gabi. Maaari rin kayong magpatuloy na sumulat dito."
        }
        Text::CityAdvice => {
            "Tinatanggap ito ng emergency line ng Lungsod. Hindi na kailangang maghintay ng sagot dito."
        }
        Text::PoliceAdvice => "Tinatanggap ito ng pulis at bumbero sa telepono.",
        Text::Danger => "Kung may nanganganib, tumawag sa {}.",
    }
}
