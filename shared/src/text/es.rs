//! Spanish.

use super::Text;
use crate::privacy::Category;
use crate::refusal::Refusal;
use crate::wire::v1::{EndReason, Ender};

pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chatee con la Ciudad",
        Text::APersonAnswers => "Le atiende una persona, no un robot",
        Text::Emergency => "¿Emergencia?",
        Text::WaterRoads => "Agua, calles",
        Text::HowCanWeHelp => "¿En qué podemos ayudarle?",
        Text::Topic => "Tema",
        Text::Language => "Idioma",
        Text::StartChat => "Empezar el chat",
        Text::Starting => "Empezando…",
        Text::StartPromise => {
            "Nunca envíe números de tarjeta ni de Seguro Social; los eliminamos. Este chat se borra esta noche."
        }
        Text::ReadAlong => "Un supervisor puede leer este chat.",
        Text::YouAreInLine => "Está en la fila",
        Text::WhileYouWait => {
            "En este momento atendemos a otras personas. Quédese en esta página y alguien le atenderá. Ya puede \
             escribir de qué se trata."
        }
        Text::OrWriteTo => "O escriba a",
        Text::LeaveLine => "Salir de la fila",
        Text::Messages => "Mensajes",
        Text::YourMessage => "Su mensaje",
        Text::WriteMessage => "Escriba un mensaje",
        Text::Send => "Enviar",
        Text::DeletedTonight => "Se borra esta noche. El personal no guarda copia.",
        Text::YouSaid => "Usted:",
        Text::Sending => "Enviando…",
        Text::Sent => "Enviado",
        Text::Delivered => "Entregado",
        Text::NotSentYet => "Aún no se envió. Lo intentamos de nuevo…",
        Text::NotSent => "No se envió.",
        Text::WillBeRemoved => "Quitamos esto antes de enviarlo",
        Text::WhyPayment => "El personal no puede ver ni guardar números de tarjeta o de banco.",
        Text::WhyPersonal => "La Ciudad no necesita esto en un chat.",
        Text::PaySafely => "Pague de forma segura, fuera de este chat",
        Text::PaymentRemoved => {
            "Eliminamos datos de pago antes de que salieran de su equipo. Aquí nadie puede verlos ni guardarlos."
        }
        Text::HowToPay => {
            "Pague en la página de la Ciudad o por teléfono. No envíe aquí números de tarjeta ni de banco."
        }
        Text::PayOnline => "Pagar en línea",
        Text::StillThere => "¿Sigue ahí?",
        Text::ClosesSoon => "Si no responde, este chat se cierra pronto. Escriba o pulse el botón.",
        Text::StillHere => "Sigo aquí",
        Text::ComeBack => "Puede empezar otro chat cuando quiera, o llamar.",
        Text::ChatEnded => "Chat terminado",
        Text::EndedPromise => "Puede leerlo aquí hasta que lo cierre. Se borra esta noche.",
        Text::Kept => {
            "El personal marcó este chat para revisarlo. Se guarda hasta terminar y no se borra esta noche."
        }
        Text::EndedKept => {
            "Puede leerlo aquí hasta que lo cierre. El personal lo marcó para revisarlo y se guarda hasta terminar."
        }
        Text::EndAndForget => "Terminar y borrar ya",
        Text::ForgottenPromise => "La Ciudad borró este chat. Aquí también se va cuando lo cierre.",
        Text::StartNewChat => "Empezar otro chat",
        Text::Connecting => "Conectando…",
        Text::NoConnection => "No hay conexión en este momento",
        Text::NothingIsLost => "Seguimos intentando. No se pierde nada de lo que escribió.",
        Text::More => "Más",
        Text::EndChat => "Terminar el chat",
        Text::EndChatSure => "¿Terminar este chat?",
        Text::KeepTalking => "Seguir en el chat",
        Text::Minimise => "Minimizar el chat",
        Text::CannotOpen => "El chat no se puede abrir en este momento",
        Text::UnknownCity => "Esta página pide un chat que no existe. Por favor, llame.",
        Text::CannotReach => {
            "No pudimos comunicarnos con la Ciudad. Revise su conexión e intente otra vez, o llame."
        }
        Text::CallOffice => "Oficina de la Ciudad",
        Text::TryAgain => "Intentar otra vez",
        Text::Reload => "Volver a cargar el chat",
        Text::ClosedNow => "El chat está cerrado",
        Text::LastChatGone => "El último chat del día ya empezó. Aún atendemos a quienes están en la fila.",
        Text::OpensAgain => "Abre",
        Text::Hours => "Horario",
        Text::NoHours => "No hay horario para este tema. Llame o escriba.",
        Text::Meanwhile => "Lo que puede hacer ahora",
        Text::HoldMessage => {
            "Ahora atendemos a otras personas y no podemos responder de inmediato. Si puede esperar, \
             alguien le atenderá."
        }
        Text::NextInLine => "Usted sigue.",
        Text::Close => "Cerrar",
    }
}

pub(super) const fn mask(category: Category) -> &'static str {
    match category {
        Category::Pan => "número de tarjeta eliminado",
        Category::Cvv => "código de seguridad eliminado",
        Category::Expiry => "vencimiento de tarjeta eliminado",
        Category::Track => "datos de tarjeta eliminados",
        Category::Routing => "número de ruta eliminado",
        Category::BankAccount | Category::Iban => "cuenta bancaria eliminada",
        Category::Ssn => "número de Seguro Social eliminado",
        Category::Itin => "número de contribuyente eliminado",
        Category::Ein => "número de empleador eliminado",
        Category::DriverLicense => "número de licencia eliminado",
        Category::Passport => "número de pasaporte eliminado",
        Category::Dob => "fecha de nacimiento eliminada",
        Category::Medicare => "número de Medicare eliminado",
        Category::HealthId => "número de salud eliminado",
        Category::Password => "contraseña eliminada",
        Category::Pin => "PIN eliminado",
        Category::Otp => "código de un solo uso eliminado",
        Category::NationalId => "número de identidad eliminado",
    }
}

pub(super) const fn ended(by: Ender, reason: EndReason) -> &'static str {
    match (by, reason) {
        (_, EndReason::Forgotten) => "Usted terminó el chat. Se borró.",
        (_, EndReason::OffTopic) => "Este chat es para asuntos de la Ciudad; por eso terminó.",
        (_, EndReason::WrongDepartment) => "Otro departamento puede ayudarle; por eso terminó este chat.",
        (_, EndReason::Abuse) => "La Ciudad terminó el chat después de un aviso.",
        (_, EndReason::DayOver) => "Terminó el día de la Ciudad y el chat se cerró.",
        (_, EndReason::Silent) => "No tuvimos respuesta suya y el chat se cerró.",
        (Ender::Resident, EndReason::LeftLine) => "Usted salió de la fila.",
        (Ender::Resident, EndReason::Done) => "Usted terminó el chat.",
        (Ender::Staff, _) => "La Ciudad terminó el chat.",
        (Ender::Policy, _) => "El chat se cerró.",
    }
}

pub(super) const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::BadFrame => "No entendimos la solicitud. Vuelva a cargar la página.",
        Refusal::FrameTooLarge | Refusal::TextTooLong => {
            "El mensaje es demasiado largo. Envíelo en partes de hasta 4,000 caracteres."
        }
        Refusal::EmptyText => "El mensaje está vacío. Escriba algo primero.",
        Refusal::TooFast => "Fue demasiado de una vez. Espere unos segundos y envíelo otra vez.",
        Refusal::Flood => "Esta conexión envió demasiado y se cerró. Espere un minuto.",
        Refusal::ReusedReference => "Este mensaje ya se envió con otro texto. Escríbalo de nuevo.",
        Refusal::NoSuchChat => "Este chat no existe o ya fue borrado. Empiece uno nuevo.",
        Refusal::ChatEnded => "Este chat ha terminado. Empiece uno nuevo si necesita algo más.",
        Refusal::WrongOrigin => "Esta página no puede usar el chat de la Ciudad. Por favor, llame.",
        Refusal::NotSignedIn => "Necesita iniciar sesión o empezar el chat de nuevo.",
        Refusal::TokenRefused => "El permiso de este chat venció. Empiece el chat de nuevo.",
        Refusal::NotPermitted => "No puede hacer esto aquí. Pregunte a un supervisor.",
        Refusal::UpgradeRequired => "Esta página es de una versión anterior. Vuelva a cargarla.",
        Refusal::TooManyConnections => {
            "El chat está abierto en demasiadas pestañas. Cierre una e intente otra vez."
        }
        Refusal::ChatFull => "Este chat llegó a su límite. Empiece uno nuevo.",
        Refusal::TryAgain => "El chat no responde por ahora. No se pierde nada; intente otra vez.",
        Refusal::NotFound => "No hay nada en esta dirección.",
        Refusal::WrongMethod => "Esta dirección no acepta esa acción.",
        Refusal::DevelopmentOnly => "Este inicio de sesión es solo para desarrollo.",
        Refusal::SamplePolicy => "El chat de la Ciudad aún no está listo. Por favor, llame.",
        Refusal::OfferGone => "Este chat ya no se le ofrece.",
        Refusal::HeldBack => {
            "Esto no se envió: da o pide lo que la política no permite. Cámbielo y envíelo de nuevo."
        }
        Refusal::Suspended => "Su acceso está suspendido. Pregunte a su supervisor.",
        Refusal::NotWarned => "Envíe primero el aviso, o llame a un supervisor.",
        Refusal::Closed => "El chat está cerrado a esta hora. Llame, o vuelva cuando abra.",
    }
}
