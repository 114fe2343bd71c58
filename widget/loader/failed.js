// When the app cannot run: says so, and who answers the telephone. Plain script, since what it stands for is missing.

import { words } from "./words.js";

/** Shows the numbers that are known in `root`, then the city's own as far as it still answers. */
export function failed(root, { city, lang, phone, origin }) {
  document.documentElement.dataset.state = "failed";
  const { cannot, call, emergency } = words(lang);
  const link = (text, number) => {
    const made = document.createElement("a");
    made.className = "btn";
    made.href = `tel:${number.replace(/[^\d+]/g, "")}`;
    made.textContent = text;
    return made;
  };
  const box = document.createElement("div");
  box.className = "form centre";
  const say = document.createElement("p");
  say.setAttribute("role", "alert");
  say.textContent = cannot;
  box.append(say, link(emergency, "911"));
  if (phone) box.append(link(call(phone), phone));
  root.replaceChildren(box);
  fetch(`${origin}/v1/city/${encodeURIComponent(city)}`)
    .then((answer) => answer.json())
    .then(({ office }) => office && office !== phone && box.append(link(call(office), office)))
    .catch(() => {});
}
