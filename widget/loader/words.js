// The few words that have to be there before the app is, or without it.

const WORDS = {
  en: {
    lang: "en",
    open: "Chat with City staff",
    replied: (name) => `${name} replied`,
    cannot: "The chat cannot open on this page.",
    elsewhere: "Open it on its own page",
    broken: "The chat does not work right now.",
    again: "Try again",
    call: (number) => `Call ${number}`,
    emergency: "Emergency? Call 911",
    close: "Close",
  },
  es: {
    lang: "es",
    open: "Chatee con la Ciudad",
    replied: (name) => `${name} respondió`,
    cannot: "El chat no se puede abrir en esta página.",
    elsewhere: "Abrirlo en su propia página",
    broken: "El chat no funciona en este momento.",
    again: "Intentar otra vez",
    call: (number) => `Llame al ${number}`,
    emergency: "¿Emergencia? Llame al 911",
    close: "Cerrar",
  },
};

export const words = (lang) => WORDS[`${lang}`.slice(0, 2).toLowerCase()] ?? WORDS.en;
