// The app in a document of its own: the page that the loader frames, and the chat's own page when opened by itself.

import { mount } from "rotunda-app";
import { failed } from "./failed.js";

const asked = new URLSearchParams(location.search);
const [city, lang, phone] = ["city", "lang", "phone"].map((name) => asked.get(name) ?? "");
// Who frames this page says so, and is told nothing under any other origin. Which pages may frame it at all is a header's say.
const host = parent === window ? null : asked.get("host");

const say = (word) => host && parent.postMessage({ rotunda: 1, ...word }, host);
const tell = (kind, count, name) => (kind === "failed" ? fail() : say({ kind, count, name }));

const root = document.getElementById("rotunda");
const close = host && (() => say({ kind: "minimise" }));
const fail = () => failed(root, { city, lang, phone, close, origin: location.origin });

const app = mount(root, { city, lang, phone, tell, origin: location.origin, mode: host ? "frame" : "page" });

addEventListener("message", ({ source, origin, data }) => {
  if (!host || source !== parent || origin !== host || data?.rotunda !== 1) return;
  app.then((app) => app.shown(data.shown === true, data.focus === true));
});
// A trap of the module that was no panic.
addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && fail());

app
  .then((app) => host || app.shown(true, false))
  .catch(fail)
  .finally(() => say({ kind: "ready" }));
