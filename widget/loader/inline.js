// The app in the city's own page. The loader imports this and opens the chat in a box inside its shadow root.
import { mount, style } from "rotunda-app";

export async function open(box, options) {
  const sheet = new CSSStyleSheet();
  const answer = await fetch(style);
  await sheet.replace(await answer.text());
  const root = box.getRootNode();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return mount(box, { ...options, mode: "inline" });
}
