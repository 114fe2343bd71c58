//! What the console says of the messages left when nobody answered.

use super::bilingual::sentences;

sentences! {
    /// A sentence or label of the inbox.
    Inbox:

    /// Heading, and the name of the dialog.
    Title: "Messages left", "Mensajes recibidos";
    /// How many wait for an answer.
    Open: "{} to answer", "{} por responder";
    /// How many of them are overdue.
    LateCount: "{} overdue", "{} con retraso";
    /// There are none.
    Empty: "No messages wait.", "No hay mensajes.";
    /// What to do, and what becomes of a message (TE-5.5).
    Help: "Take a message to read it, answer by phone or email, then close it: closing deletes it for good. Who reads a message is recorded.",
        "Tome un mensaje para leerlo, responda por teléfono o correo y ciérrelo: al cerrarlo se borra para siempre. Queda registrado quién lo lee.";
    /// A message’s number.
    Number: "Number {}", "Número {}";
    /// By when the resident hears (CS-A-2).
    Due: "Due {}.", "Plazo: {}.";
    /// It was not answered in time.
    Late: "overdue", "con retraso";
    /// Who sees to it.
    Owner: "With {}.", "Lo tiene {}.";
    /// Sees to it.
    Take: "Take", "Tomar";
    /// Shows its words.
    Read: "Read", "Leer";
    /// Leaves it to someone else.
    PutBack: "Put back", "Devolver";
    /// It is answered.
    ByPhone: "Answered by phone", "Respondido por teléfono";
    /// It is answered.
    ByEmail: "Answered by email", "Respondido por correo";
    /// It was tried.
    Unreachable: "Tried, not reachable", "Sin respuesta del contacto";
    /// When it is deleted by itself.
    Closes: "Answered. It is deleted by itself on {}.", "Respondido. Se borra solo el {}.";
    /// Deletes it.
    Close: "Close and delete", "Cerrar y borrar";
    /// Where the resident can be reached.
    Contact: "Contact", "Contacto";
}
