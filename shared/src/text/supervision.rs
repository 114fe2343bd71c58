//! What the console says of abuse, of supervisors and of cases.

use super::bilingual::sentences;

sentences! {
    /// A sentence or label about supervision.
    Supervision:

    /// Over the steps.
    AbuseSteps: "Abuse: warn first, call a supervisor, then end", "Abuso: avise primero, llame a un supervisor, luego termine";
    /// Sends the policy's warning.
    Warn: "Send the warning", "Enviar el aviso";
    /// It was sent.
    Warned: "The resident was warned.", "Se avisó al residente.";
    /// Keeps the chat and calls a supervisor.
    Flag: "Keep the chat and call a supervisor", "Conservar el chat y llamar a un supervisor";
    /// Calls a supervisor.
    CallSupervisor: "Call a supervisor", "Llamar a un supervisor";
    /// A supervisor is called.
    Called: "A supervisor is called.", "Se llamó a un supervisor.";
    /// Ends the chat for abuse.
    EndForAbuse: "End the chat because of abuse", "Terminar el chat por abuso";
    /// Why it cannot be ended so yet.
    WarnFirst: "Only after the warning.", "Solo después del aviso.";
    /// Closes the steps.
    Back: "Back to the chat", "Volver al chat";
    /// In the head of a chat: a supervisor has read along.
    ReadAlong: "A supervisor reads along", "Un supervisor lee";

    /// Heading: the chats of others.
    Running: "Running chats ({})", "Chats en curso ({})";
    /// There are none.
    NoneRunning: "Nobody else has a chat.", "Nadie más tiene un chat.";
    /// Keeps a chat for a public-records request.
    KeepForRecords: "Keep for a records request", "Conservar para una solicitud de registros";
    /// Opens a chat to read along.
    Read: "Read along", "Leer";
    /// Takes a chat over.
    TakeOver: "Take over", "Tomar el chat";
    /// Who has it: name.
    With: "with {}", "con {}";
    /// Who has read along: names.
    ReadBy: "Read by {}", "Leído por {}";
    /// In place of the message box.
    ReadingOnly: "You read along. The resident was told that a supervisor may. That you opened it is on record.",
        "Usted lee este chat. Se dijo al residente que un supervisor puede leer. Queda registrado.";
    /// Closes it.
    StopReading: "Stop reading", "Dejar de leer";
    /// In the list of one's chats.
    Reading: "reading along", "leyendo";

    /// Heading: who asks for a supervisor.
    Asks: "A supervisor is asked for", "Se pide un supervisor";
    /// Why: the agent asks.
    AsksHelp: "{}, {}, asks for you.", "{}, {}, le llama.";
    /// Why: it was ended for abuse.
    AsksEnded: "{}, {}, ended it because of abuse.", "{}, {}, lo terminó por abuso.";

    /// Heading: may not come in.
    Suspended: "Suspended", "Personas suspendidas";
    /// Suspends somebody: name.
    Suspend: "Suspend {}", "Suspender a {}";
    /// Why.
    SuspendWhy: "Reason (kept)", "Motivo (se guarda)";
    /// How long.
    SuspendFor: "For", "Por";
    /// Until let in again.
    UntilReadmitted: "until let in again", "hasta readmitir";
    /// A day.
    OneDay: "one day", "un día";
    /// A week.
    OneWeek: "one week", "una semana";
    /// What comes of it.
    SuspendHint: "Ends their sign-in and connections now. Their chats go to others.",
        "Termina su sesión y sus conexiones ahora. Sus chats pasan a otros.";
    /// Does it.
    SuspendNow: "Suspend now", "Suspender ahora";
    /// Lets somebody in again.
    Readmit: "Let in again", "Readmitir";

    /// Heading: the kept chats.
    Cases: "Cases", "Casos";
    /// What stands there.
    CasesHint: "Chats that were kept beyond their day. Whoever opens one is put on record.",
        "Chats que se conservan más de un día. Queda registrado quién los abre.";
    /// There are none.
    NoCases: "No chat is kept.", "No se conserva ningún chat.";
    /// Closes the list.
    BackToChats: "Back to the chats", "Volver a los chats";
    /// Who marked it and when.
    MarkedBy: "Marked by {}, {}", "Marcado por {}, {}";
    /// Who has taken it up.
    TakenBy: "Taken up by {}", "A cargo de {}";
    /// Nobody has taken it up.
    NotTaken: "Nobody has taken it up", "Nadie se ha hecho cargo";
    /// When it is shredded.
    ShreddedOn: "Shredded {} unless something is done", "Se destruye {} si no se hace nada";
    /// What was decided.
    Decided: "Decided: {}", "Decidido: {}";
    /// Who has opened it and when.
    OpenedBy: "Opened by {}, {}", "Abierto por {}, {}";
    /// Shows the words.
    OpenCase: "Read it (on record)", "Leerlo (queda registrado)";
    /// Hides the words.
    CloseCase: "Close it", "Cerrarlo";
    /// Takes it up.
    TakeUp: "Take it up", "Hacerse cargo";
    /// What is decided.
    Decision: "Decision", "Decisión";
    /// Nothing chosen yet.
    ChooseDecision: "Choose…", "Elija…";
    /// A decision.
    ResidentBanned: "Ban a resident; kept two years", "Vetar a un residente; se guarda dos años";
    /// A decision.
    OtherBanned: "Ban someone from elsewhere; shredded", "Vetar a alguien de fuera; se destruye";
    /// A decision.
    NotBanned: "No ban", "Sin veto";
    /// A decision.
    RequestAnswered: "Records request answered", "Solicitud de registros respondida";
    /// Writes it down.
    Decide: "Decide", "Decidir";
    /// What could not be done, with why.
    NotDone: "Not done. {}", "No se hizo. {}";
    /// A line of the transcript: who and when.
    SaidBy: "{}, {}", "{}, {}";
}
