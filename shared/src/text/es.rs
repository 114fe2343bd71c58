//! Spanish.

use super::Text;
use crate::privacy::Category;
use crate::refusal::Refusal;

pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Chatee con la Ciudad",
        Text::HowCanWeHelp => "¿En qué podemos ayudarle?",
        Text::Language => "Idioma",
        Text::StartChat => "Empezar el chat",
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

pub(super) const fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::BadFrame => "No entendimos la solicitud. Vuelva a cargar la página.",
        Refusal::FrameTooLarge | Refusal::TextTooLong => {
            "El mensaje es demasiado largo. Envíelo en partes de hasta 4,000 letras."
        }
        Refusal::EmptyText => "El mensaje está vacío. Escriba algo primero.",
        Refusal::TooFast => "Fue demasiado de una vez. Espere unos segundos y envíelo otra vez.",
        Refusal::Flood => "Esta conexión envió demasiado y se cerró. Espere un minuto.",
        Refusal::ReusedReference => "Este mensaje ya se envió con otro texto. Escríbalo de nuevo.",
        Refusal::NoSuchChat => "Este chat no existe o ya fue borrado. Empiece uno nuevo.",
        Refusal::ChatEnded => "Este chat ha terminado. Empiece uno nuevo si necesita algo más.",
        Refusal::WrongOrigin => "Esta página no puede usar el chat de la Ciudad.",
        Refusal::NotSignedIn => "Necesita iniciar sesión o empezar el chat de nuevo.",
        Refusal::TokenRefused => "El permiso de este chat venció. Empiece el chat de nuevo.",
        Refusal::NotPermitted => "No puede hacer esto aquí. Pregunte a un supervisor.",
        Refusal::UpgradeRequired => "Esta página es de una versión anterior. Vuelva a cargarla.",
        Refusal::TooManyConnections => "El chat está abierto en demasiadas pestañas. Cierre una.",
        Refusal::ChatFull => "Este chat llegó a su límite. Empiece uno nuevo.",
        Refusal::TryAgain => "El servicio no responde por ahora. No se pierde nada; se intenta de nuevo.",
        Refusal::NotFound => "No hay nada en esta dirección.",
        Refusal::WrongMethod => "Esta dirección no acepta esa acción.",
        Refusal::DevelopmentOnly => "Este inicio de sesión es solo para desarrollo.",
        Refusal::SamplePolicy => "Faltan datos de la Ciudad en la política del chat.",
        Refusal::OfferGone => "Este chat ya no se le ofrece.",
    }
}
