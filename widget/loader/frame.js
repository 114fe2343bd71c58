// The app in a document of its own: the page that the loader frames, and the chat's own page when opened by itself.

import { mount } from "rotunda-app";
import { failed } from "./failed.js";

const asked = new URLSearchParams(location.search);
const [theme, phone, topic] = ["theme", "phone", "topic"].map((name) => asked.get(name) ?? "");
// Opened by itself, the page has the city in its path and may be in any language.
const city = asked.get("city") ?? decodeURIComponent(location.pathname.split("/")[2]);
const lang = asked.get("lang") || navigator.language;
// Who frames this page says so, and is told nothing under any other origin. Which pages may frame it at all is a header's say.
const host = parent === window ? null : asked.get("host");

const say = (word) => host && parent.postMessage({ rotunda: 1, ...word }, host);
const tell = (kind, count, name) => (kind === "failed" ? fail() : say({ kind, count, name }));

document.documentElement.dataset.theme = theme;

const root = document.getElementById("rotunda");
const close = host && (() => say({ kind: "minimise" }));
const fail = () => failed(root, { city, lang, phone, close, origin: location.origin });

const app = mount(root, { city, lang, phone, topic, tell, words: ROTUNDA_WORDS, origin: location.origin, mode: host ? "frame" : "page" });

addEventListener("message", ({ source, origin, data }) => {
  if (!host || source !== parent || origin !== host || data?.rotunda !== 1) return;
  app.then((app) => app.shown(data.shown === true, data.focus === true)).catch(() => {});
});
// A trap of the module that was no panic.
addEventListener("error", ({ error }) => globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError && fail());

app
  .then((app) => host || app.shown(true, false))
  .catch(fail)
  .finally(() => say({ kind: "ready" }));
