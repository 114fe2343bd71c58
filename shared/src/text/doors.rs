//! What the console says of the doors: shut at once, and days that differ.

use super::bilingual::sentences;
use crate::calendar::BadChange;

sentences! {
    /// A sentence or label about the doors.
    Doors:

    /// What stands there.
    Help: "What is set here stands over the policy’s hours and counts for residents at once. Each change is kept with its author and reason.",
        "Lo que se fija aquí vale antes que el horario de la política, y de inmediato. Cada cambio se guarda con su autor y motivo.";
    /// Which version stands: the number.
    Version: "Version {}", "Versión {}";

    /// Heading: the switch.
    Switch: "New chats", "Chats nuevos";
    /// How it stands.
    IsOpen: "New chats begin in the hours of the policy and of the days below.",
        "Los chats nuevos empiezan en el horario de la política y de los días de abajo.";
    /// How it stands.
    IsShut: "The chat is closed. No new chat begins until you open it again.",
        "El chat está cerrado. Ningún chat empieza hasta que usted lo abra.";
    /// What shutting does.
    ShutHint: "Closing lets no new chat begin. Those that wait or run go on. Residents see the phone numbers and can leave a message.",
        "Al cerrar no empieza ningún chat. Los que esperan o están en curso siguen. Los residentes ven los teléfonos y pueden dejar un mensaje.";
    /// Shuts.
    Shut: "Close the chat now", "Cerrar el chat ahora";
    /// Opens.
    Open: "Open the chat again", "Abrir el chat otra vez";

    /// Heading: the days.
    Days: "Days with other hours", "Días con otro horario";
    /// There are none.
    NoDays: "No day is set.", "No hay ningún día.";
    /// Whose day: everyone's.
    WholeCity: "The whole City", "Toda la Ciudad";
    /// The hours of such a day.
    ClosedAllDay: "closed", "cerrado";
    /// Takes a day away: the date.
    Drop: "Remove {}", "Quitar {}";
    /// Heading: the form.
    Add: "Set a day", "Fijar un día";
    /// The date.
    Date: "Date", "Fecha";
    /// The hours.
    Hours: "Hours, such as 08:00-12:00, 13:00-17:00. Empty for closed.",
        "Horario, como 08:00-12:00, 13:00-17:00. Vacío si está cerrado.";
    /// What residents are told.
    En: "Residents are told, in English", "Se dice a los residentes, en inglés";
    /// The same.
    Es: "Residents are told, in Spanish", "Se dice a los residentes, en español";
    /// Whose day it is.
    Department: "For", "Para";
    /// Why, for the record.
    Reason: "Reason (kept with the change)", "Motivo (se guarda con el cambio)";
    /// Saves the day.
    Save: "Set this day", "Fijar este día";
    /// It is done.
    Saved: "Saved. It counts now.", "Guardado. Ya vale.";

    /// Heading: what was changed.
    History: "Changes", "Cambios";
    /// Nothing was.
    NoHistory: "Nothing was changed yet.", "Todavía no hay cambios.";
    /// One change: version, who, when.
    EditBy: "{} · {}, {}", "{} · {}, {}";
    /// What it was.
    EditShut: "Chat closed", "Chat cerrado";
    /// What it was.
    EditOpen: "Chat opened", "Chat abierto";
    /// When it counts.
    AtOnce: "at once", "de inmediato";
    /// When it counts: the date.
    CountsOn: "counts on {}", "vale el {}";
    /// The day in place of what stood before.
    ByPolicy: "as the policy says", "según la política";

    /// Before a fault.
    NotDone: "Not saved. {}", "No se guardó. {}";
    /// A fault.
    NoReason: "Say why.", "Diga por qué.";
    /// A fault.
    BadDate: "Choose a date.", "Elija una fecha.";
    /// A fault.
    BadHours: "These hours cannot be read. Write such as 08:00-12:00, 13:00-17:00, in order, or leave it empty for closed.",
        "No se puede leer el horario. Escriba como 08:00-12:00, 13:00-17:00, en orden, o déjelo vacío si está cerrado.";
    /// A fault.
    NoChange: "It stands so already.", "Ya está así.";
    /// A fault.
    Past: "This day is over. Choose one from today on.", "Ese día ya pasó. Elija uno desde hoy.";
    /// A fault.
    TooFar: "This day is more than two years ahead.", "Faltan más de dos años para ese día.";
    /// A fault.
    NoName: "Say in English and in Spanish what residents are told.",
        "Diga en inglés y en español qué se dice a los residentes.";
    /// A fault.
    LongName: "What residents are told is longer than 80 characters.", "Lo que se dice a los residentes pasa de 80 letras.";
    /// A fault.
    NoDepartment: "No topic has this department.", "Ningún asunto tiene ese departamento.";
    /// A fault.
    TooMany: "100 days are set already. Remove one first.", "Ya hay 100 días. Quite uno primero.";

    /// Under the bar, while they are shut.
    NowShut: "An administrator closed the chat: no new chats begin. Yours go on.",
        "Un administrador cerró el chat: no empiezan chats nuevos. Los suyos siguen.";
    /// Told when it happens.
    NowOpen: "An administrator opened the chat again.", "Un administrador abrió el chat otra vez.";

    /// The change was made from an older version.
    RefusedOutdated: "Someone changed this meanwhile. Look at it as it is now, then change it.",
        "Alguien lo cambió mientras tanto. Mire cómo está ahora y cámbielo después.";
    /// The edge takes no such day.
    RefusedBadDay: "This day cannot be set so. Check date, hours, names and department.",
        "Ese día no se puede fijar así. Revise fecha, horario, nombres y departamento.";
}

impl Doors {
    /// What is wrong with a change.
    pub const fn of_fault(fault: BadChange) -> Self {
        match fault {
            BadChange::NoChange => Self::NoChange,
            BadChange::Past => Self::Past,
            BadChange::TooFar => Self::TooFar,
            BadChange::NoName => Self::NoName,
            BadChange::LongName => Self::LongName,
            BadChange::NoDepartment => Self::NoDepartment,
            BadChange::TooMany => Self::TooMany,
        }
    }
}
