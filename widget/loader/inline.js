// The app in the city's own page. The loader imports this and opens the chat in a box inside its shadow root.

import { mount, style } from "rotunda-app";

/** Opens the app in a shadow root of `box`, so that the loader's rules and the app's do not meet. */
export async function open(box, options) {
  const answer = await fetch(style);
  const sheet = new CSSStyleSheet();
  await sheet.replace(await answer.text());
  const root = box.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  box.dataset.theme = options.theme;
  const place = document.createElement("div");
  place.id = "rotunda";
  root.append(place);
  return mount(place, { ...options, words: ROTUNDA_WORDS, mode: "inline" });
}
