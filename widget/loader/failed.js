// When the app cannot run: says so, and who answers the telephone. Plain script, since what it stands for is missing.

import { words } from "./words.js";

/** Not among the words of the loader, which is to stay small. */
const AGAIN = { en: "Try again", es: "Intentar otra vez" };

/** Shows the numbers that are known in `root`, then the city's own if it still answers. `close` where there is something to close. */
export function failed(root, { city, lang, phone, origin, close }) {
  document.documentElement.dataset.state = "failed";
  const say = words(lang);
  const box = document.createElement("div");
  box.className = "form centre";
  const add = (name, given) => box.append(Object.assign(document.createElement(name), given));
  const link = (text, number) =>
    add("a", { className: "btn wide", href: `tel:${number.replace(/[^\d+]/g, "")}`, textContent: text });
  const button = (text, onclick) => add("button", { className: "btn wide", type: "button", textContent: text, onclick });
  add("p", { role: "alert", textContent: globalThis.WebAssembly ? say.broken : say.old });
  button(AGAIN[say.lang], () => location.reload());
  if (close) button(say.close, close);
  link(say.emergency, "911");
  if (phone) link(say.call(phone), phone);
  const panel = Object.assign(document.createElement("div"), { className: "panel", lang: say.lang });
  panel.append(box);
  root.replaceChildren(panel);
  fetch(`${origin}/v1/city/${encodeURIComponent(city)}`)
    .then((answer) => answer.json())
    .then(({ office }) => office && office !== phone && link(say.call(office), office))
    .catch(() => {});
}
