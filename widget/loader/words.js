// The few words that have to be there before the app is, or without it.

const WORDS = {
  en: {
    lang: "en",
    open: "Chat with City staff",
    opening: "Opening the chat…",
    replied: (name) => `${name} replied`,
    blocked: "This website's security settings block the chat.",
    late: "The chat does not open. An extension or your network may block it.",
    old: "This browser cannot open the chat.",
    elsewhere: "Open it on its own page",
    broken: "The chat does not work.",
    call: (number) => `Call ${number}`,
    emergency: "Emergency? Call 911",
    close: "Close",
  },
  es: {
    lang: "es",
    open: "Chatee con la Ciudad",
    opening: "Abriendo el chat…",
    replied: (name) => `${name} respondió`,
    blocked: "La configuración de seguridad de este sitio bloquea el chat.",
    late: "El chat no se abre. Una extensión o su red puede bloquearlo.",
    old: "Este navegador no puede abrir el chat.",
    elsewhere: "Abrirlo en su propia página",
    broken: "El chat no funciona ahora.",
    call: (number) => `Llame al ${number}`,
    emergency: "¿Emergencia? Llame al 911",
    close: "Cerrar",
  },
};

export const words = (lang) => WORDS[`${lang}`.slice(0, 2).toLowerCase()] ?? WORDS.en;
