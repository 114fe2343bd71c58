//! Spanish.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chatee con la Ciudad",
        Text::APersonAnswers => "Le atiende una persona, no un robot",
        Text::Emergency => "¿Emergencia?",
        Text::WaterRoads => "Agua, calles",
        Text::ReadAlong => "Un supervisor puede leer este chat.",
        Text::HowCanWeHelp => "¿En qué podemos ayudarle?",
        Text::Topic => "Tema",
        Text::Language => "Idioma",
        Text::StartChat => "Empezar el chat",
        Text::Starting => "Empezando…",
        Text::StartPromise => {
            "Nunca envíe números de tarjeta ni de Seguro Social; los eliminamos. Este chat se borra esta noche."
        }
        Text::YouAreInLine => "Está en la fila",
        Text::WhileYouWait => {
            "En este momento atendemos a otras personas. Quédese en esta página y alguien le atenderá. Ya puede escribir de qué se trata."
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
        Text::ConnectionBack => "Volvió la conexión.",
        Text::EndChat => "Terminar el chat",
        Text::EndChatSure => "¿Terminar este chat?",
        Text::KeepTalking => "Seguir en el chat",
        Text::Minimise => "Minimizar el chat",
        Text::WordSize => "Tamaño de letra: {} de 3",
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
        Text::ClosedForNow => "La Ciudad cerró el chat por ahora. Llame o deje un mensaje.",
        Text::Meanwhile => "Lo que puede hacer ahora",
        Text::HoldMessage => {
            "Ahora atendemos a otras personas y no podemos responder de inmediato. Si puede esperar, alguien le atenderá."
        }
        Text::NextInLine => "Usted sigue.",
        Text::Close => "Cerrar",
        Text::SurveyTitle => "Dos preguntas cortas",
        Text::SurveySatisfied => "¿Quedó satisfecho con la atención?",
        Text::SurveySolved => "¿Se resolvió su asunto?",
        Text::Yes => "Sí",
        Text::Partly => "En parte",
        Text::No => "No",
        Text::SurveySend => "Enviar respuestas",
        Text::Skip => "Omitir",
        Text::SurveyThanks => "Gracias. Sus respuestas se cuentan sin su nombre.",
        Text::LeaveMessage => "Dejar un mensaje",
        Text::Contact => "Su teléfono o correo electrónico",
        Text::ContactNeeded => "Escriba un teléfono o un correo, para que podamos responderle.",
        Text::MessageNeeded => "Escriba antes su mensaje.",
        Text::SendMessage => "Enviar mensaje",
        Text::MessagePromise => {
            "Nunca envíe números de tarjeta ni de Seguro Social; los eliminamos. Su mensaje se borra después de responderle."
        }
        Text::MessageTaken => "Tenemos su mensaje.",
        Text::MessageKept => {
            "Si llama por esto, diga este número. Su mensaje se borra después de responderle."
        }
        Text::Back => "Volver",
        Text::MaskCard => "número de tarjeta eliminado",
        Text::MaskCode => "código de seguridad eliminado",
        Text::MaskExpiry => "vencimiento de tarjeta eliminado",
        Text::MaskCardData => "datos de tarjeta eliminados",
        Text::MaskRouting => "número de ruta eliminado",
        Text::MaskBank => "cuenta bancaria eliminada",
        Text::MaskSsn => "número de Seguro Social eliminado",
        Text::MaskItin => "número de contribuyente eliminado",
        Text::MaskEin => "número de empleador eliminado",
        Text::MaskLicense => "número de licencia eliminado",
        Text::MaskPassport => "número de pasaporte eliminado",
        Text::MaskBirth => "fecha de nacimiento eliminada",
        Text::MaskMedicare => "número de Medicare eliminado",
        Text::MaskHealth => "número de salud eliminado",
        Text::MaskPassword => "contraseña eliminada",
        Text::MaskPin => "PIN eliminado",
        Text::MaskOtp => "código de un solo uso eliminado",
        Text::MaskIdentity => "número de identidad eliminado",
        Text::Unreadable => "No entendimos la solicitud. Vuelva a cargar la página.",
        Text::Oversized => "El mensaje es demasiado largo. Envíelo en partes de hasta 4,000 caracteres.",
        Text::NothingWritten => "El mensaje está vacío. Escriba algo primero.",
        Text::TooFast => "Fue demasiado de una vez. Espere unos segundos y envíelo otra vez.",
        Text::SentTwice => "Este mensaje ya se envió con otro texto. Escríbalo de nuevo.",
        Text::ChatGone => "Este chat no existe o ya fue borrado. Empiece uno nuevo.",
        Text::ChatOver => "Este chat ha terminado. Empiece uno nuevo si necesita algo más.",
        Text::WrongPage => "Esta página no puede usar el chat de la Ciudad. Por favor, llame.",
        Text::SignInAgain => "Necesita iniciar sesión o empezar el chat de nuevo.",
        Text::AccessOver => "El permiso de este chat venció. Empiece el chat de nuevo.",
        Text::OldPage => "Esta página es de una versión anterior. Vuelva a cargarla.",
        Text::TooManyTabs => "El chat está abierto en demasiadas pestañas. Cierre una e intente otra vez.",
        Text::ChatFull => "Este chat llegó a su límite. Empiece uno nuevo.",
        Text::NoAnswer => "El chat no responde por ahora. No se pierde nada; intente otra vez.",
        Text::NotSetUp => "El chat de la Ciudad aún no está listo. Por favor, llame.",
        Text::ClosedHour => "El chat está cerrado a esta hora. Llame, o vuelva cuando abra.",
        Text::EndedForgotten => "Usted terminó el chat. Se borró.",
        Text::EndedOffTopic => "Este chat es para asuntos de la Ciudad; por eso terminó.",
        Text::EndedWrongDepartment => "Otro departamento puede ayudarle; por eso terminó este chat.",
        Text::EndedAbuse => "La Ciudad terminó el chat después de un aviso.",
        Text::EndedDayOver => "Terminó el día de la Ciudad y el chat se cerró.",
        Text::EndedSilent => "No tuvimos respuesta suya y el chat se cerró.",
        Text::EndedLeftLine => "Usted salió de la fila.",
        Text::EndedByResident => "Usted terminó el chat.",
        Text::EndedByStaff => "La Ciudad terminó el chat.",
        Text::EndedByPolicy => "El chat se cerró.",
        Text::Joined => "{}, {}, {}, le atiende.",
        Text::IsTyping => "{} está escribiendo",
        Text::Today => "Hoy, {}",
        Text::AheadOne => "Hay 1 persona antes.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "Hay {} personas antes.",
        Text::Wait => "Tarda de {} a {} minutos.",
        Text::Call => "Llame al {}",
        Text::SmsTo => "Mensaje al {}",
        Text::TooLong => "Esto tiene {} caracteres. Un mensaje puede tener 4,000. Envíelo en partes.",
        Text::HearBy => "Le respondemos a más tardar el {}.",
        Text::Number => "Número {}",
        Text::LifeTitle => "Llame al {} ahora",
        Text::CrisisTitle => "Hay quien le escuche. Hable con alguien ahora",
        Text::CityTitle => "Por favor, avise de esto por teléfono ahora",
        Text::PoliceTitle => "Llame a la línea que no es de emergencia",
        Text::LifeAdvice => {
            "Si alguien está herido o en peligro, no espere una respuesta aquí. Si puede, póngase antes a salvo."
        }
        Text::CrisisAdvice => {
            "Personas preparadas le escuchan, gratis, de día y de noche. También puede seguir escribiendo aquí."
        }
        Text::CityAdvice => {
            "La línea de emergencias de la Ciudad atiende esto. No hace falta esperar una respuesta aquí."
        }
        Text::PoliceAdvice => "La policía y los bomberos atienden esto por teléfono.",
        Text::Danger => "Si alguien está en peligro, llame al {}.",
    }
}
