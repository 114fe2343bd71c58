// `window.Rotunda`: what the city's page may ask of the chat, and hear of it. It never hears what anybody wrote, or who.
//
//   Rotunda("open"), Rotunda("close"), Rotunda("ready", then), Rotunda("on", "unread", (count) => …)
//
// A page that cannot wait for the loader puts a queue in its place, which is worked off here:
//
//   window.Rotunda ??= function () { (Rotunda.q ??= []).push(arguments); };

const listeners = {};

/** Tells the page that something happened. A listener that breaks, breaks by itself. */
export const tell = (kind, count) => {
  // Later, so that it is heard by those whose wish to listen still waits in the queue.
  queueMicrotask(() => {
    for (const hear of listeners[kind] ?? []) queueMicrotask(() => hear(count));
  });
};

/** Takes the page's calls from now on, those that waited first. `chat` finds the chat that is in the page. */
export const listen = (chat) => {
  const verbs = {
    open: () => chat().show(),
    close: () => chat().hide(),
    ready: (then) => queueMicrotask(then),
    on: (kind, hear) => (listeners[kind] ??= []).push(hear),
  };
  const waiting = window.Rotunda?.q ?? [];
  window.Rotunda = (verb, ...given) => {
    verbs[verb]?.(...given);
  };
  for (const given of waiting) Rotunda(...given);
};
