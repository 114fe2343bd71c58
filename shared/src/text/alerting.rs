//! What the console says of the ways in which it tells its person something.

use super::bilingual::sentences;

sentences! {
    /// A sentence or label about alerts.
    Alerting:

    /// They are shown.
    DesktopOn: "Desktop notifications on", "Avisos de escritorio activos";
    /// They are not.
    DesktopOff: "Desktop notifications off", "Sin avisos de escritorio";
    /// The browser does not allow them.
    DesktopBlocked: "Desktop notifications blocked", "Avisos de escritorio bloqueados";
    /// What to do then.
    AskBrowser: "This browser blocks notifications. Allow them in its settings for this site.",
        "Este navegador bloquea los avisos. Permítalos en su configuración para este sitio.";
    /// What a test says.
    Test: "This is a test of your alerts.", "Esta es una prueba de sus avisos.";
    /// The test was not heard.
    TestSilent: " The sound is off.", " El sonido está apagado.";
}
