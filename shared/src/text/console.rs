//! What the console says to staff.

use super::bilingual::sentences;

sentences! {
    /// A sentence or label of the console.
    Console:

    /// The console's name, in the bar and the title.
    Title: "Rotunda desk", "Mesa Rotunda";
    /// While the first answer is awaited.
    OneMoment: "One moment…", "Un momento…";
    /// First of the page, for those who go by keyboard.
    SkipToChats: "Skip to my chats", "Ir a mis chats";

    /// Opens the steps against abuse.
    Abuse: "Abuse", "Abuso";
    /// Opens the kept chats.
    Cases: "Cases", "Casos";

    // The sign-in page.
    /// Heading.
    SignIn: "Sign in", "Iniciar sesión";
    /// Over the sample staff.
    SampleStaff: "This deployment is for development. Choose one of its invented staff.",
        "Esta instalación es para desarrollo. Elija a una persona inventada.";
    /// Where no sign-in is to be had.
    NoSignIn: "Sign-in is not set up for this deployment. Ask your administrator to connect the City's own sign-in.",
        "El inicio de sesión no está configurado. Pida a su administrador que conecte el de la Ciudad.";
    /// Leads to the city's own sign-in.
    CitySignIn: "Sign in with the City’s account", "Iniciar sesión con la cuenta de la Ciudad";
    /// The city's sign-in is away.
    ProviderAway: "The City’s sign-in does not answer. Who is signed in stays so. Try again in a few minutes; if it lasts, tell your administrator.",
        "El inicio de sesión de la Ciudad no responde. Quien ya entró sigue dentro. Intente en unos minutos; si continúa, avise a su administrador.";
    /// The city's sign-in said no.
    SignInDeclined: "The City’s sign-in did not let you in. Try again, or ask your administrator.",
        "El inicio de sesión de la Ciudad no le dejó entrar. Intente otra vez o pregunte a su administrador.";
    /// It took too long.
    SignInStale: "That took too long, or was begun in another window. Sign in again.",
        "Tardó demasiado o empezó en otra ventana. Inicie sesión otra vez.";
    /// What came was not believed.
    SignInUntrusted: "The answer of the City’s sign-in could not be checked. Try again in a minute; if it lasts, tell your administrator.",
        "No se pudo comprobar la respuesta del inicio de sesión. Intente en un minuto; si continúa, avise a su administrador.";
    /// Nothing here is theirs to do.
    SignInNoRole: "You are known to the City, but have no part in this chat desk. Ask your supervisor to add you.",
        "La Ciudad le conoce, pero no tiene un lugar en esta mesa de chat. Pida a su supervisor que le agregue.";
    /// A supervisor has suspended them.
    SignInSuspended: "Your sign-in is suspended. Ask your supervisor.", "Su acceso está suspendido. Pregunte a su supervisor.";
    /// Where the edge does not answer.
    NoAnswer: "The service does not answer. Check your network.", "El servicio no responde. Revise su red.";
    /// Ends the sign-in.
    SignOut: "Sign out", "Cerrar sesión";
    /// What a role is called.
    Agent: "Agent", "Agente";
    /// What a role is called.
    Supervisor: "Supervisor", "Supervisor";
    /// What a role is called.
    Administrator: "Administrator", "Administrador";
    /// What a role is called.
    RecordsOfficer: "Records officer", "Oficial de registros";
    /// What a role is called.
    Auditor: "Auditor", "Auditor";

    // Presence.
    /// The group of its buttons.
    Presence: "Do you take chats?", "¿Recibe chats?";
    /// Takes chats.
    Online: "Online", "En línea";
    /// Takes none.
    Offline: "Offline", "Fuera de línea";
    /// How many chats one has and may have.
    Seats: "Seats {} of {}", "Puestos {} de {}";

    // The line.
    /// The landmark.
    Line: "Line", "Fila";
    /// Over an offer.
    Offered: "Offered to you", "Para usted";
    /// How long the resident has waited and when the offer goes on.
    OfferClock: "waiting {} · goes to the next agent in {} s", "espera {} · pasa al siguiente en {} s";
    /// Takes the offered chat.
    Accept: "Accept", "Aceptar";
    /// Leaves it to the next one.
    Decline: "Decline", "Rechazar";
    /// After an answer to an offer, until the desk confirms it.
    AskingDesk: "Telling the desk…", "Avisando a la mesa…";
    /// Over those who wait.
    Waiting: "Waiting · {}", "En espera · {}";
    /// An empty line.
    NobodyWaits: "Nobody is waiting.", "Nadie espera.";
    /// An empty line, and this person takes no chats.
    GoOnline: "Go online to be offered chats.", "Póngase en línea para recibir chats.";
    /// The first in the line.
    NextInLine: "next in line", "primero en la fila";
    /// A place in the line.
    PlaceInLine: "place {}", "lugar {}";
    /// Over one's own chats.
    Mine: "Mine · {}", "Mis chats · {}";
    /// Without a chat.
    NoChats: "No chats yet.", "Todavía no hay chats.";
    /// In the middle, without a chat.
    NoChatOpen: "When you accept a chat, it opens here.", "Cuando acepte un chat, se abre aquí.";
    /// Beside an offer or a message, for those who cannot see the mark.
    New: "new", "nuevo";
    /// How many messages wait to be read.
    NewMessages: "{} new", "{} nuevos";

    // A chat.
    /// What a resident is called; their chat's short name follows.
    Resident: "Resident {}", "Residente {}";
    /// The author of a message, over it.
    ByResident: "Resident", "Residente";
    /// The author of an own message.
    ByYou: "You", "Usted";
    /// The landmark with the chats.
    Chats: "My chats", "Mis chats";
    /// The list of messages of a chat.
    Messages: "Messages with {}", "Mensajes con {}";
    /// How long the resident has waited for an answer.
    ReplyClock: "reply {}", "responder {}";
    /// How long the resident has been silent.
    SilentClock: "silent {}", "en silencio {}";
    /// The resident types.
    Typing: "Resident is typing…", "El residente escribe…";
    /// The same, short.
    TypingShort: "typing…", "escribe…";
    /// Beside a chat that is over.
    Over: "ended", "terminado";
    /// Someone has come: name, title, department.
    Joined: "{}, {}, {}, joined the chat", "{}, {}, {}, entró al chat";
    /// The chat is over.
    EndedByResident: "The resident ended the chat.", "El residente terminó el chat.";
    /// The chat is over.
    EndedByStaff: "You ended the chat.", "Usted terminó el chat.";
    /// The chat is over.
    EndedByPolicy: "The chat ended by the City’s policy.", "El chat terminó por la política de la Ciudad.";
    /// The chat is over.
    EndedSilent: "The resident was silent, was asked, and did not answer: the chat ended by itself.",
        "El residente no respondió a la pregunta; el chat terminó solo.";
    /// The chat is over (EM-RET-A).
    EndedDayOver: "The day’s chats are deleted now: the chat was ended.", "Ahora se borran los chats del día; el chat terminó.";
    /// On the button that keeps a chat beyond its day (EM-RET-B-a-i-1).
    Retain: "Keep", "Conservar";
    /// Over the reasons for it.
    RetainQuestion: "Keep this chat for a supervisor? The resident is told.",
        "¿Conservar este chat para la supervisión? Se le dice al residente.";
    /// A reason for it.
    ForHarassment: "Harassment", "Acoso";
    /// A reason for it.
    ForConduct: "Improper conduct", "Conducta indebida";
    /// A reason for it.
    ForRecords: "Records request", "Solicitud de registros";
    /// Once it is kept.
    Retained: "Kept for review", "Se conserva para revisión";
    /// When it could not be kept, with why.
    NotRetained: "The chat was not marked. {}", "El chat no se marcó. {}";
    /// The resident is being asked whether they are there (EM-COM-F).
    AskedIfThere: "asked if still there · ends in {}", "se preguntó si sigue ahí · termina en {}";
    /// The resident ended it and wanted it deleted at once.
    EndedForgotten: "The resident ended the chat and had it deleted.", "El residente terminó el chat y lo hizo borrar.";
    /// The chat is over before it began.
    LeftLine: "The resident left the line.", "El residente salió de la fila.";
    /// Under an own message.
    Sending: "Sending", "Enviando";
    /// Under an own message.
    Retrying: "Not sent yet. Trying again.", "Aún no se envió. Se intenta de nuevo.";
    /// Under an own message.
    Sent: "Sent", "Enviado";
    /// Under an own message.
    Delivered: "Delivered", "Entregado";
    /// Under an own message, before the reason.
    NotSent: "Not sent.", "No se envió.";
    /// Ends the chat, after a confirmation.
    End: "End", "Terminar";
    /// The confirmation.
    EndQuestion: "End this chat for both of you?", "¿Terminar este chat para los dos?";
    /// Confirms.
    EndYes: "End chat", "Terminar chat";
    /// Does not.
    EndNo: "Keep it open", "Seguir";
    /// The end is on its way.
    Ending: "Ending…", "Terminando…";
    /// Takes an ended chat off the screen.
    Close: "Close", "Cerrar";
    /// What closing an ended chat does.
    CloseHint: "Closing takes it off this screen. Nothing of it is kept here.",
        "Al cerrarlo desaparece de esta pantalla. Aquí no se guarda nada.";
    /// The connection of one chat is away.
    ChatAway: "This chat is connecting again. What you send waits here and goes out by itself.",
        "Este chat se está reconectando. Lo que envíe espera aquí y sale solo.";

    // The composer.
    /// Its label.
    Message: "Message to {}", "Mensaje para {}";
    /// Sends.
    Send: "Send", "Enviar";
    /// How the keys work.
    SendKeys: "sends", "envía";
    /// How the keys work.
    BreakKeys: "new line", "línea nueva";
    /// What will be taken out: the kinds follow.
    WillBeRemoved: "Taken out before it is sent:", "Se quita antes de enviar:";
    /// How much room is left.
    RoomLeft: "{} characters left", "Quedan {} letras";
    /// The text is too long.
    TooLong: "{} characters too many. Send it in parts.", "Sobran {} letras. Envíelo en partes.";

    // The right side.
    /// The landmark.
    Facts: "This chat and the City", "Este chat y la Ciudad";
    /// Heading.
    ThisChat: "This chat", "Este chat";
    /// Without a chat.
    NoActiveChat: "No chat is open.", "No hay ningún chat abierto.";
    /// Row.
    Topic: "Topic", "Asunto";
    /// Row.
    Language: "Language", "Idioma";
    /// Row: when the resident asked for it.
    Began: "Began", "Empezó";
    /// Row: what was masked.
    Removed: "Removed", "Eliminado";
    /// Nothing was masked.
    NothingRemoved: "nothing", "nada";
    /// Row: when the chat is deleted.
    Forgotten: "Deleted", "Se borra";
    /// When the chat is deleted (EM-RET-A).
    Tonight: "tonight, with its key", "esta noche, con su clave";
    /// Heading.
    Directory: "Directory", "Directorio";
    /// Row of the directory.
    Emergency: "Danger to life or property", "Peligro de vida o de daños";
    /// Row of the directory.
    CityEmergency: "Water, roads, flooding", "Agua, calles, inundación";
    /// Row of the directory.
    NonEmergency: "Police and fire, no danger", "Policía y bomberos, sin peligro";
    /// Row of the directory.
    Office: "City office", "Oficina de la Ciudad";
    /// Row of the directory.
    Pay: "Paying", "Pagos";
    /// Puts an entry of the directory into the message.
    Insert: "Put “{}” into the message", "Poner «{}» en el mensaje";
    /// Heading.
    YourSeats: "Your seats", "Sus puestos";
    /// What the number of seats means.
    SeatsNow: "You take {} chat at a time.", "Usted recibe {} chat a la vez.";
    /// What the number of seats means.
    SeatsNowMany: "You take up to {} chats at a time.", "Usted recibe hasta {} chats a la vez.";
    /// A row: how many are taken.
    SeatsTaken: "Taken now", "Ocupados ahora";

    // The connection.
    /// The landmark.
    Connection: "Connection", "Conexión";
    /// The desk is away.
    ConnectionLost: "The connection is lost. Your drafts are kept.", "Se perdió la conexión. Sus borradores se conservan.";
    /// When it is tried again.
    TryingIn: "Trying again in {} s.", "Nuevo intento en {} s.";
    /// It is being tried.
    TryingNow: "Trying again now.", "Intentando ahora.";
    /// Tries at once.
    TryNow: "Try now", "Intentar ahora";
    /// It is back.
    BackAgain: "Connected again.", "Conectado de nuevo.";

    // Keys and alerts.
    /// The list of everything that can be done.
    Actions: "Actions", "Acciones";
    /// Explains the list.
    ActionsHelp: "Single keys work when you are not writing. Esc leaves a message box; Ctrl K opens this list from anywhere.",
        "Las teclas sueltas funcionan cuando no escribe. Esc sale del cuadro; Ctrl K abre esta lista desde cualquier lugar.";
    /// Heading: the keys of a message box.
    WritingKeys: "While you write", "Al escribir";
    /// What a key does there.
    LeaveKeys: "leaves the message box", "sale del cuadro";
    /// Turns single keys off (WCAG 2.1.4).
    SingleKeys: "Single-key shortcuts", "Atajos de una tecla";
    /// Closes the list.
    CloseList: "Close the list", "Cerrar la lista";
    /// An action: go to a chat.
    GoToChat: "Go to chat {}", "Ir al chat {}";
    /// An action: go to the line.
    GoToLine: "Go to the line", "Ir a la fila";
    /// An action: go to the right side.
    GoToFacts: "Go to chat details", "Ir a los detalles";
    /// An action: the alert sound.
    Sound: "Sound", "Sonido";
    /// An action: notifications of the desktop.
    Desktop: "Desktop notifications", "Avisos de escritorio";
    /// An action: everything that would happen at an offer.
    TestAlerts: "Test my alerts", "Probar mis avisos";
    /// The sound is on; pressing plays it.
    SoundOn: "Sound on", "Sonido activo";
    /// The sound is off.
    SoundOff: "Sound off", "Sin sonido";
    /// The browser allows no sound before a click or key.
    SoundBlocked: "Press any key to allow sound", "Pulse una tecla para permitir sonido";
    /// Told when a chat is offered.
    AlertOffer: "A chat is offered to you: {}.", "Se le ofrece un chat: {}.";
    /// Told when a message comes in a chat that is not looked at.
    AlertMessage: "New message from {}.", "Mensaje nuevo de {}.";
    /// Told when someone ends a chat that is not looked at.
    AlertEnded: "{}: the chat has ended.", "{}: el chat terminó.";

    // Hours and presence.
    /// Presence: comes first (EM-COM-D-a-i).
    OnCall: "On a call", "Al teléfono";
    /// Presence: comes before all (EM-COM-D-a-i).
    WithVisitor: "With a visitor", "Con un visitante";
    /// Presence: for a moment.
    Away: "Away", "Ausente";
    /// One touched nothing for the policy's minutes (EM-COM-D).
    SetOffline: "You were set offline: nothing was touched for a while. Go online when you are back.",
        "Se le puso fuera de línea: no tocó nada por un rato. Póngase en línea cuando vuelva.";
    /// Before that: the seconds that are left.
    IdleSoon: "Still there? You go offline in {} s. Press any key to stay.",
        "¿Sigue ahí? Pasará a fuera de línea en {} s. Pulse una tecla para seguir.";
    /// The chat is open: until when the last one may begin, and until when it is answered.
    OpenUntil: "Open · last chat {} · until {}", "Abierto · último chat {} · hasta {}";
    /// The chat is open around the clock.
    OpenAlways: "Open", "Abierto";
    /// The last chat has begun: until when it is answered.
    LastChatGone: "No new chats · until {}", "Sin chats nuevos · hasta {}";
    /// Closed: when it opens again.
    ClosedUntil: "Closed · opens {}", "Cerrado · abre {}";
    /// Closed, and no opening is known.
    ClosedNow: "Closed", "Cerrado";
    /// Beside one who has an appointment.
    AppointmentTag: "appointment", "cita";

    // Danger.
    /// What a chat calls for (EM-GEN-B).
    DangerLife: "Possible danger to life", "Posible peligro de vida";
    /// What a chat calls for.
    DangerCrisis: "Possible crisis", "Posible crisis";
    /// What a chat calls for.
    DangerCity: "City emergency", "Emergencia de la Ciudad";
    /// What a chat calls for.
    DangerPolice: "Police or fire, no danger now", "Policía o bomberos, sin peligro ahora";
    /// Before the resident's words that led there.
    DangerWords: "By these words:", "Por estas palabras:";
    /// Puts what to say into the message.
    DangerScript: "Put the advice into the message", "Poner el consejo en el mensaje";
    /// The landmark of what supervisors are told.
    Alarms: "Danger", "Peligro";
    /// Who answers: name and department.
    AlarmAnswered: "{}, {}, answers.", "Atiende {}, {}.";
    /// Nobody does.
    AlarmUnanswered: "Nobody answers.", "Nadie atiende.";
    /// A supervisor has seen it; the others are no longer told.
    AlarmSeen: "I look after it", "Me encargo";
    /// How many more there are.
    AlarmsMore: "{} more", "{} más";
    /// Told when a chat calls for help.
    AlertDanger: "{}: someone may be in danger.", "{}: alguien puede estar en peligro.";
    /// Told when such a chat is offered.
    AlertDangerOffer: "Someone may be in danger. A chat is offered to you: {}.",
        "Alguien puede estar en peligro. Se le ofrece un chat: {}.";

    // The ladder.
    /// Row: finished chats.
    LadderChats: "Chats finished", "Chats terminados";
    /// Row: satisfaction.
    LadderSatisfied: "Satisfied", "Satisfechos";
    /// Row: first response.
    LadderResponse: "First response", "Primera respuesta";
    /// How many of how many.
    LadderSatisfiedOf: "{} of {}", "{} de {}";
    /// Nobody has answered yet.
    LadderNobody: "no answers yet", "sin respuestas";
    /// A time.
    LadderSeconds: "{} s", "{} s";
    /// No chat yet.
    LadderNone: "none yet", "todavía no";
    /// What the next seat asks for.
    LadderNext: "For {} at once: {} chats, over {} % satisfied ({} answers), first response under {} s.",
        "Para {} a la vez: {} chats, más de {} % satisfechos ({} respuestas), primera respuesta en menos de {} s.";
    /// There is no next seat.
    LadderTop: "This is the most there is.", "Es lo máximo.";
    /// A supervisor's word: seats, who, why.
    LadderSet: "Set to {} by {}: {}", "Fijado en {} por {}: {}";

    // Colleagues and transfers.
    /// Heading.
    Colleagues: "Colleagues", "Colegas";
    /// Nobody else is signed in.
    NobodyElse: "Nobody else is here.", "No hay nadie más.";
    /// A supervisor's field: whose seats.
    SeatsFor: "Seats of {}", "Puestos de {}";
    /// The choice that leaves it to the reckoning.
    ByLadder: "by the ladder", "según la escala";
    /// Why a supervisor changes seats.
    SeatsWhy: "Why (it is kept)", "Por qué (se guarda)";
    /// Says so.
    SaveSeats: "Set", "Fijar";
    /// Gives the chat to someone else.
    Transfer: "Transfer", "Transferir";
    /// To whom.
    TransferTo: "To", "A";
    /// Why.
    TransferWhy: "Reason", "Motivo";
    /// What the other side should know.
    TransferNote: "Note for the next person", "Nota para la siguiente persona";
    /// Asks them.
    TransferSend: "Ask them to take it", "Pedir que lo reciba";
    /// Does not.
    TransferCancel: "Keep this chat", "Quedarse con el chat";
    /// One person.
    ToPerson: "{} · {}", "{} · {}";
    /// Anyone for a topic.
    ToTopic: "Anyone for {}", "Cualquiera de {}";
    /// Anyone of a department.
    ToDepartment: "Anyone in {}", "Cualquiera en {}";
    /// A reason that only the resident can give.
    WishOnly: "{} (only if the resident asked)", "{} (solo si el residente lo pidió)";
    /// The other side is asked: seconds.
    TransferAsking: "Asking… back to you in {} s if nobody takes it.",
        "Preguntando… vuelve en {} s si nadie lo recibe.";
    /// It is back.
    TransferDeclined: "Your transfer was declined. The chat is still yours.",
        "Rechazaron la transferencia. El chat sigue siendo suyo.";
    /// It is back.
    TransferTimedOut: "Nobody took your transfer in time. The chat is still yours.",
        "Nadie recibió la transferencia a tiempo. El chat sigue siendo suyo.";
    /// It is back.
    TransferNobody: "Nobody there can take it now. The chat is still yours.",
        "Ahora nadie puede recibirlo. El chat sigue siendo suyo.";
    /// Has read that.
    TransferSeen: "OK", "Entendido";
    /// The chat is with someone else now.
    TransferGone: "Transferred. The resident was told who answers now.",
        "Transferido. El residente sabe quién le atiende ahora.";
    /// When an offered transfer goes back.
    TransferClock: "transfer · goes back in {} s", "transferencia · vuelve en {} s";
    /// Over an offered transfer: who and why.
    TransferredToYou: "{}, {}: {}", "{}, {}: {}";

    // What is held back.
    /// Over what may not be said.
    HeldBack: "Held back. Change this before you send:", "Retenido. Cambie esto antes de enviar:";
    /// What it is, and what to say instead.
    HeldPhone: "your own phone number. Give your work number.",
        "su propio teléfono. Dé el número del trabajo.";
    /// What it is, and what to say instead.
    HeldEmail: "your own email or account. Give your work email.",
        "su propio correo o cuenta. Dé el correo del trabajo.";
    /// What it is, and what to say instead.
    HeldHome: "where you live. Give the office’s address.", "dónde vive. Dé la dirección de la oficina.";
    /// What it is, and what to say instead.
    HeldAge: "your age. Leave it out.", "su edad. No la diga.";
    /// What it is, and what to say instead.
    HeldRequest: "a request for {}. Ask for the service address or account number.",
        "una petición de {}. Pida la dirección del servicio o el número de cuenta.";
    /// What it is, and what to say instead.
    HeldProfanity: "a word that staff do not write here. Say it in other words.",
        "una palabra que aquí el personal no escribe. Dígalo de otro modo.";
    /// A note names a protected ground (EM-DIS-B).
    HeldGround: "The note names a protected ground. Say what the resident needs.",
        "La nota nombra una condición protegida. Diga qué necesita el residente.";

    // Scripts, endings, wrap-up.
    /// The list of the city's texts.
    Scripts: "Scripts", "Textos";
    /// How it is opened.
    ScriptsKey: "scripts", "textos";
    /// None fits.
    NoScript: "No script of that name.", "Ningún texto con ese nombre.";
    /// Why a chat is ended.
    EndWhy: "Why?", "¿Por qué?";
    /// The usual reason.
    EndDone: "done", "terminado";
    /// Not about the city (EM-IMP-B).
    EndOffTopic: "off topic", "fuera de tema";
    /// Another department's (EM-IMP-A).
    EndWrongDepartment: "other department", "otro departamento";
    /// After a warning (TE-5.9).
    EndAbuse: "abuse, after a warning", "abuso, tras un aviso";
    /// The chat is over.
    EndedOffTopic: "Ended: off topic.", "Terminado: fuera de tema.";
    /// The chat is over.
    EndedWrongDepartment: "Ended: another department’s matter.", "Terminado: es de otro departamento.";
    /// The chat is over.
    EndedAbuse: "Ended after a warning.", "Terminado tras un aviso.";
    /// Heading: what came of the chat.
    WrapUp: "Wrap-up", "Cierre";
    /// What came of it.
    Outcome: "Outcome", "Resultado";
    /// Keeps topic and outcome.
    WrapUpSave: "Save", "Guardar";
    /// The hours that an administrator sets.
    Hours: "Hours and closures", "Horario y cierres";
    /// Who has read along in which chat, and who took one over: the dialog.
    Accesses: "Who read which chat", "Quién leyó qué chat";
    /// Over its table.
    AccessesHelp: "Chats that someone read along in or took over, kept for a year. It says who looked, never what was said.",
        "Chats que alguien leyó o tomó, guardados por un año. Dice quién miró, nunca lo que se dijo.";
    /// Nobody has.
    NoAccesses: "Nobody has read or taken over a chat of someone else.", "Nadie ha leído ni tomado un chat ajeno.";
    /// Heads a column.
    AccessedAt: "When", "Cuándo";
    /// Heads a column.
    AccessedBy: "Who", "Quién";
    /// Heads a column.
    AccessKind: "What they did", "Qué hizo";
    /// What someone did.
    AccessRead: "Read along", "Leyó";
    /// What someone did.
    AccessTook: "Took over", "Tomó el chat";
    /// Heads a column.
    AccessedChat: "Chat", "Chat";
    /// The city's policy, and its dialog.
    Policy: "Policy and embedding", "Política e inserción";
    /// Over its values.
    PolicyValues: "Values in force", "Valores vigentes";
    /// How they are changed.
    PolicyHelp: "Each value names the clause it comes from. Change one in the City’s policy file and deploy again.",
        "Cada valor nombra la cláusula de la que viene. Cámbielo en el archivo de política e instale de nuevo.";
    /// Heads a column.
    PolicyField: "Name", "Nombre";
    /// Heads a column.
    PolicyValue: "Value", "Valor";
    /// Heads a column.
    PolicySource: "Comes from", "Viene de";
    /// An empty list.
    PolicyNone: "none", "ninguno";
    /// No clause is about it.
    SourceProduct: "no clause: the product’s own", "sin cláusula: del producto";
    /// It must not go live so.
    SourceSample: "made up: give the City’s own", "inventado: ponga el de la Ciudad";
    /// What a web team pastes.
    EmbedHeading: "On the City’s website", "En el sitio de la Ciudad";
    /// What to do with the line.
    EmbedHelp: "Paste this line into every page that should have the chat.",
        "Pegue esta línea en cada página que deba tener el chat.";
    /// Over the security policy.
    EmbedFrame: "If the pages have a Content-Security-Policy, add:",
        "Si las páginas tienen Content-Security-Policy, agregue:";
    /// Over the security policy of the other mode.
    EmbedInline: "For the chat in the page itself (mode=inline), add instead:",
        "Para el chat dentro de la página (mode=inline), agregue en su lugar:";
    /// What is kept.
    WrapUpHint: "Only the topic and the outcome are counted.", "Solo se cuentan el tema y el resultado.";

    // What is refused to staff alone.
    /// Far too many frames.
    RefusedFlood: "This connection sent far too much and was closed. Wait a minute.",
        "Esta conexión envió demasiado y se cerró. Espere un minuto.";
    /// It is not theirs to do.
    RefusedNotPermitted: "You may not do this here. Ask a supervisor if you should be able to.",
        "No puede hacer esto aquí. Pregunte a un supervisor.";
    /// There is nothing of that name.
    RefusedNotFound: "There is nothing at this address.", "No hay nada en esta dirección.";
    /// The address knows other methods.
    RefusedWrongMethod: "This address cannot do that.", "Esta dirección no acepta esa acción.";
    /// The sign-in is another.
    RefusedDevelopmentOnly: "This sign-in is only for development.",
        "Este inicio de sesión es solo para desarrollo.";
    /// Someone else has it, or it lapsed.
    RefusedOfferGone: "This chat is no longer offered to you.", "Este chat ya no se le ofrece.";
    /// The words break a rule of conduct.
    RefusedHeldBack: "This was not sent: it says, gives or asks for what the policy does not allow. Change it and send it again.",
        "Esto no se envió: dice, da o pide lo que la política no permite. Cámbielo y envíelo de nuevo.";
    /// A supervisor has suspended them.
    RefusedSuspended: "Your sign-in is suspended. Ask your supervisor.",
        "Su acceso está suspendido. Pregunte a su supervisor.";
    /// A chat ends for abuse only after a warning.
    RefusedNotWarned: "Send the warning first, or ask a supervisor.",
        "Envíe primero el aviso, o llame a un supervisor.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn values_stand_in_their_places() {
        assert_eq!(Console::Seats.say_with(Language::En, &["1", "3"]), "Seats 1 of 3");
        assert_eq!(Console::Resident.say_with(Language::Es, &["4Q7"]), "Residente 4Q7");
    }
}
