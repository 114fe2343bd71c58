//! Haitian Creole.
//!
//! Not reviewed by a native speaker yet: see docs/languages.md.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Pale ak anplwaye Vil la",
        Text::APersonAnswers => "Se yon moun ki reponn, pa yon wobo",
        Text::Emergency => "Ijans?",
        Text::WaterRoads => "Dlo, wout",
        Text::ReadAlong => "Yon sipèvizè ka li chat sa a.",
        Text::HowCanWeHelp => "Kijan nou ka ede w?",
        Text::Topic => "Sijè",
        Text::Language => "Lang",
        Text::StartChat => "Kòmanse chat la",
        Text::Starting => "N ap kòmanse…",
        Text::StartPromise => {
            "Tanpri pa janm voye nimewo kat oswa nimewo Sekirite Sosyal; nou retire yo. Chat sa a ap efase aswè a."
        }
        Text::YouAreInLine => "Ou nan liy lan",
        Text::WhileYouWait => {
            "Anplwaye nou yo ap ede lòt moun kounye a. Rete sou paj sa a epi yon moun ap reponn. Ou ka ekri depi kounye a sou kisa sa ye."
        }
        Text::OrWriteTo => "Oswa ekri nan",
        Text::LeaveLine => "Kite liy lan",
        Text::Messages => "Mesaj",
        Text::YourMessage => "Mesaj ou",
        Text::WriteMessage => "Ekri yon mesaj",
        Text::Send => "Voye",
        Text::DeletedTonight => "L ap efase aswè a. Anplwaye yo pa kenbe kopi.",
        Text::YouSaid => "Ou menm:",
        Text::Sending => "N ap voye…",
        Text::Sent => "Li voye",
        Text::Delivered => "Rive",
        Text::NotSentYet => "Li poko voye. N ap eseye ankò…",
        Text::NotSent => "Li pa voye.",
        Text::WillBeRemoved => "Nou retire sa anvan nou voye l",
        Text::WhyPayment => "Anplwaye yo pa gen dwa wè oswa kenbe nimewo kat oswa nimewo bank.",
        Text::WhyPersonal => "Vil la pa bezwen sa nan yon chat.",
        Text::PaySafely => "Peye san danje, andeyò chat sa a",
        Text::PaymentRemoved => {
            "Nou retire enfòmasyon peman an anvan li kite aparèy ou. Pèsòn isit la pa ka wè l ni kenbe l."
        }
        Text::HowToPay => {
            "Peye sou paj Vil la oswa nan telefòn. Tanpri pa voye nimewo kat oswa nimewo bank isit la."
        }
        Text::PayOnline => "Peye sou entènèt",
        Text::StillThere => "Ou la toujou?",
        Text::ClosesSoon => "Si nou pa tande w, chat sa a ap fèmen talè. Ekri, oswa peze bouton an.",
        Text::StillHere => "Mwen la toujou",
        Text::ComeBack => "Ou ka kòmanse yon nouvo chat nenpòt lè, oswa rele.",
        Text::ChatEnded => "Chat la fini",
        Text::EndedPromise => "Ou ka li l isit la jiskaske ou fèmen l. L ap efase aswè a.",
        Text::Kept => {
            "Anplwaye yo make chat sa a pou yo revize l. Yo kenbe l jiskaske sa fini epi li pap efase aswè a."
        }
        Text::EndedKept => {
            "Ou ka li l isit la jiskaske ou fèmen l. Anplwaye yo make l pou yo revize l, kidonk yo kenbe l jiskaske sa fini."
        }
        Text::EndAndForget => "Fini epi efase kounye a",
        Text::ForgottenPromise => "Vil la efase chat sa a. L ap disparèt isit la tou lè ou fèmen l.",
        Text::StartNewChat => "Kòmanse yon nouvo chat",
        Text::Connecting => "N ap konekte…",
        Text::NoConnection => "Pa gen koneksyon kounye a",
        Text::NothingIsLost => "N ap kontinye eseye. Anyen nan sa ou ekri pa pèdi.",
        Text::ConnectionBack => "Koneksyon an tounen.",
        Text::EndChat => "Fini chat la",
        Text::EndChatSure => "Fini chat sa a?",
        Text::KeepTalking => "Kontinye pale",
        Text::Minimise => "Rapetise chat la",
        Text::WordSize => "Gwosè lèt yo: {} sou 3",
        Text::CannotOpen => "Chat la pa ka louvri kounye a",
        Text::UnknownCity => "Paj sa a mande yon chat ki pa egziste. Tanpri rele.",
        Text::CannotReach => "Nou pa t ka jwenn Vil la. Gade koneksyon ou epi eseye ankò, oswa rele.",
        Text::CallOffice => "Biwo Vil la",
        Text::TryAgain => "Eseye ankò",
        Text::Reload => "Rechaje chat la",
        Text::ClosedNow => "Chat la fèmen kounye a",
        Text::LastChatGone => {
            "Dènye chat jounen an kòmanse deja. Anplwaye nou yo ap ede moun ki nan liy lan toujou."
        }
        Text::OpensAgain => "L ap louvri",
        Text::Hours => "Orè",
        Text::NoHours => "Pa gen orè afiche pou sijè sa a. Tanpri rele oswa ekri.",
        Text::ClosedForNow => "Vil la fèmen chat la pou kounye a. Tanpri rele oswa kite yon mesaj.",
        Text::Meanwhile => "Sa ou ka fè kounye a",
        Text::HoldMessage => {
            "N ap ede lòt moun kounye a epi nou pa ka reponn touswit. Si ou ka tann, yon moun ap vin ede w."
        }
        Text::NextInLine => "Se ou menm ki swiv.",
        Text::Close => "Fèmen",
        Text::SurveyTitle => "De ti kesyon",
        Text::SurveySatisfied => "Èske ou satisfè ak èd la?",
        Text::SurveySolved => "Èske pwoblèm ou a rezoud?",
        Text::Yes => "Wi",
        Text::Partly => "An pati",
        Text::No => "Non",
        Text::SurveySend => "Voye repons yo",
        Text::Skip => "Sote",
        Text::SurveyThanks => "Mèsi. Nou konte repons ou yo san non ou.",
        Text::LeaveMessage => "Kite yon mesaj",
        Text::Contact => "Telefòn ou oswa imèl ou",
        Text::ContactNeeded => "Tanpri ekri yon nimewo telefòn oswa yon imèl pou nou ka reponn.",
        Text::MessageNeeded => "Tanpri ekri mesaj ou an dabò.",
        Text::SendMessage => "Voye mesaj la",
        Text::MessagePromise => {
            "Tanpri pa janm voye nimewo kat oswa nimewo Sekirite Sosyal; nou retire yo. Mesaj ou a ap efase apre nou reponn li."
        }
        Text::MessageTaken => "Nou resevwa mesaj ou a.",
        Text::MessageKept => "Si ou rele pou sa, di nimewo sa a. Mesaj ou a ap efase apre nou reponn li.",
        Text::Back => "Retounen",
        Text::MaskCard => "nimewo kat retire",
        Text::MaskCode => "kòd sekirite retire",
        Text::MaskExpiry => "dat ekspirasyon kat retire",
        Text::MaskCardData => "done kat retire",
        Text::MaskRouting => "nimewo bank retire",
        Text::MaskBank => "kont bank retire",
        Text::MaskSsn => "nimewo Sekirite Sosyal retire",
        Text::MaskItin => "nimewo kontribyab retire",
        Text::MaskEin => "nimewo anplwayè retire",
        Text::MaskLicense => "nimewo lisans retire",
        Text::MaskPassport => "nimewo paspò retire",
        Text::MaskBirth => "dat nesans retire",
        Text::MaskMedicare => "nimewo Medicare retire",
        Text::MaskHealth => "nimewo asirans sante retire",
        Text::MaskPassword => "modpas retire",
        Text::MaskPin => "PIN retire",
        Text::MaskOtp => "kòd yon sèl fwa retire",
        Text::MaskIdentity => "nimewo idantite retire",
        Text::Unreadable => "Nou pa t ka li sa. Rechaje paj la epi eseye ankò.",
        Text::Oversized => "Mesaj la twò long. Voye l an moso, 4,000 karaktè omaksimòm chak.",
        Text::NothingWritten => "Mesaj la vid. Ekri yon bagay dabò.",
        Text::TooFast => "Sa te twòp yon sèl kou. Tann kèk segonn epi voye l ankò.",
        Text::SentTwice => "Mesaj sa a te voye deja ak lòt mo. Tanpri ekri l ankò.",
        Text::ChatGone => "Chat sa a pa egziste oswa li efase. Kòmanse yon nouvo.",
        Text::ChatOver => "Chat sa a fini. Kòmanse yon nouvo si ou bezwen plis.",
        Text::WrongPage => "Paj sa a pa ka sèvi ak chat Vil la. Tanpri rele.",
        Text::SignInAgain => "Tanpri kòmanse chat la ankò.",
        Text::AccessOver => "Aksè ou nan chat sa a ekspire. Kòmanse chat la ankò.",
        Text::OldPage => "Paj sa a se yon ansyen vèsyon. Rechaje l.",
        Text::TooManyTabs => "Chat sa a louvri nan twòp onglè. Fèmen youn epi eseye ankò.",
        Text::ChatFull => "Chat sa a pa ka vin pi long. Kòmanse yon nouvo.",
        Text::NoAnswer => "Chat la pa reponn kounye a. Anyen pa pèdi; tanpri eseye ankò.",
        Text::NotSetUp => "Chat Vil la poko pare. Tanpri rele.",
        Text::ClosedHour => "Pa gen chat ki kòmanse nan lè sa a. Rele oswa tounen pita.",
        Text::EndedForgotten => "Ou fini chat la. Li efase.",
        Text::EndedOffTopic => "Chat sa a se pou zafè Vil la, kidonk yo fini l.",
        Text::EndedWrongDepartment => "Yon lòt depatman ka ede w, kidonk yo fini chat sa a.",
        Text::EndedAbuse => "Vil la fini chat la apre yon avètisman.",
        Text::EndedDayOver => "Jounen Vil la fini, kidonk chat la fèmen.",
        Text::EndedSilent => "Nou pa tande w, kidonk chat la fèmen.",
        Text::EndedLeftLine => "Ou kite liy lan.",
        Text::EndedByResident => "Ou fini chat la.",
        Text::EndedByStaff => "Vil la fini chat la.",
        Text::EndedByPolicy => "Chat la fèmen.",
        Text::Joined => "{}, {}, nan {} la pou ede w.",
        Text::IsTyping => "{} ap ekri",
        Text::Today => "Jodi a, {}",
        Text::AheadOne => "Gen 1 moun anvan w.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "Gen {} moun anvan w.",
        Text::Wait => "Sa pran anviwon {} a {} minit.",
        Text::Call => "Rele {}",
        Text::SmsTo => "Voye tèks nan {}",
        Text::TooLong => "Sa a gen {} karaktè. Yon mesaj ka gen 4,000. Tanpri voye l an moso.",
        Text::HearBy => "N ap reponn ou pa pita pase {}.",
        Text::Number => "Nimewo {}",
        Text::LifeTitle => "Rele {} kounye a",
        Text::CrisisTitle => "Ou pa poukont ou. Pale ak yon moun kounye a",
        Text::CityTitle => "Tanpri rapòte sa nan telefòn kounye a",
        Text::PoliceTitle => "Rele liy ki pa pou ijans lan",
        Text::LifeAdvice => {
            "Si yon moun blese oswa an danje, pa tann repons isit la. Ale yon kote ki an sekirite dabò si ou kapab."
        }
        Text::CrisisAdvice => {
            "Moun ki gen fòmasyon ap koute w, gratis, lajounen kou lannwit. Ou ka kontinye ekri isit la tou."
        }
        Text::CityAdvice => "Liy ijans Vil la pran sa. Ou pa bezwen tann yon repons isit la.",
        Text::PoliceAdvice => "Lapolis ak ponpye pran sa nan telefòn.",
        Text::Danger => "Si yon moun an danje, rele {}.",
    }
}
