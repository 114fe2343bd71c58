// What the web team set: the attributes of a <rotunda-chat> come first, then the script's address, then its data-* attributes,
// which some systems strip.

const script = document.currentScript ?? document.querySelector('script[src*="/v1/loader"]');
const { origin, host, searchParams } = new URL(script.src);

/** Where the chat service lives, and its host as a browser's security policy names it. */
export { origin, host };

/** A setting by its name; empty where there is none. */
export const setting = (chat, name) => chat.getAttribute(name) ?? searchParams.get(name) ?? script.dataset[name] ?? "";
