// What a web team pastes. It draws the button that opens the chat and loads nothing more until somebody goes for it.
//
//   <script async src="https://chat.example.gov/v1/loader.js?city=eagle-mountain"></script>
//
// Settings come from the script's address, its data-* attributes, or the attributes of a <rotunda-chat> that the page has:
// city, lang, mode ("frame" or "inline"), phone (shown when the chat cannot open). Nothing is kept before a chat is started;
// then only that there is one, for this tab, so that the city's next page shows it again.

import rules from "./loader.css";
import { words } from "./words.js";

const NAME = "rotunda-chat";
const KEPT = "rotunda";
/** How long the app may take to answer before the person is told that it cannot open here. */
const PATIENCE = 12_000;

const script = document.currentScript ?? document.querySelector('script[src*="/v1/loader.js"]');
const address = new URL(script.src);
const { origin, searchParams } = address;

const make = (tag, given, ...inside) => {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
};

const picture = (path) => {
  const [svg, line] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};

/** Storage may be blocked; then the next page shows the button alone. */
const keep = (how) => {
  try {
    if (how) sessionStorage.setItem(KEPT, how);
    else sessionStorage.removeItem(KEPT);
  } catch {}
};
const kept = () => {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {}
};

class Chat extends HTMLElement {
  #launch;
  #panel;
  #frame;
  #inline;
  #app;
  #label = make("span");
  #badge = make("span", { className: "badge", hidden: true });
  #status = make("span", { className: "unseen", role: "status" });
  #say;
  #open = false;
  #focus = false;
  #ready = false;
  #started = false;
  #timer;
  #title;
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("message", (event) => this.#heard(event), { signal });
    document.addEventListener(
      "securitypolicyviolation",
      ({ blockedURI }) => this.#warmed && blockedURI.startsWith(origin) && this.#fail(),
      { signal },
    );
    window.visualViewport?.addEventListener("resize", () => this.#fit(), { signal });
    window.visualViewport?.addEventListener("scroll", () => this.#fit(), { signal });
    if (!this.#launch) this.#draw();
    const how = kept();
    if (how) {
      this.#started = true;
      if (how === "open") this.#show(false);
      else this.#warm();
    }
  }

  disconnectedCallback() {
    this.#listening.abort();
    clearTimeout(this.#timer);
    // Taken out of the page, a frame is unloaded. The app inline goes the same way; both come back where they were.
    this.#app?.free();
    this.#forget();
  }

  #setting(name) {
    return this.getAttribute(name) ?? searchParams.get(name) ?? script.dataset[name] ?? "";
  }

  get #lang() {
    return this.#setting("lang") || document.documentElement.lang || navigator.language;
  }

  get #warmed() {
    return this.#frame || this.#inline;
  }

  #forget() {
    this.#frame = this.#inline = this.#app = undefined;
    this.#ready = this.#open = false;
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.#launch.hidden = false;
  }

  #draw() {
    this.#say = words(this.#lang);
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
    this.#label.textContent = this.#say.open;
    this.#launch = make(
      "button",
      { type: "button", className: "launch", ariaExpanded: "false", ariaHasPopup: "dialog" },
      picture("M21 12a8 8 0 0 1-11.6 7.1L4 20.5l1.3-4.4A8 8 0 1 1 21 12Z"),
      this.#label,
      this.#badge,
    );
    this.#panel = make("div", { className: "panel", hidden: true, role: "dialog", ariaLabel: this.#say.open });
    const warm = () => this.#warm();
    this.#launch.addEventListener("pointerenter", warm);
    this.#launch.addEventListener("focus", warm);
    this.#launch.addEventListener("click", () => this.#show(true));
    this.#panel.addEventListener("keydown", ({ key, target }) => {
      if (key === "Escape" && target !== this.#panel.firstChild) this.#hide();
    });
    root.append(make("div", { lang: this.#say.lang }, this.#launch, this.#panel, this.#status));
  }

  /** Loads the app, once, at the first sign that it is wanted. */
  #warm() {
    if (this.#warmed) return;
    const city = this.#setting("city");
    const [lang, phone] = [this.#lang, this.#setting("phone")];
    if (this.#setting("mode") === "inline") {
      const box = make("div", { className: "box" });
      this.#panel.append(box);
      const tell = (kind, count, name) => this.#take({ kind, count, name });
      this.#inline = import(new URL(ROTUNDA_INLINE, origin))
        .then(({ open }) => open(box, { city, lang, phone, origin, tell }))
        .then((app) => {
          this.#app = app;
          this.#take({ kind: "ready" });
        })
        .catch(() => this.#fail());
      return;
    }
    const src = new URL(ROTUNDA_FRAME, origin);
    src.search = new URLSearchParams({ city, lang, phone, host: location.origin });
    this.#frame = make("iframe", { src, title: this.#say.open });
    this.#panel.append(this.#frame);
  }

  #show(focus) {
    this.#open = true;
    this.#focus = focus;
    this.#warm();
    this.#panel.hidden = false;
    this.#launch.hidden = true;
    this.#launch.ariaExpanded = "true";
    this.#unread(0);
    this.#fit();
    this.#tellApp();
    this.#remember();
    if (!this.#ready) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fail(), PATIENCE);
    }
  }

  #hide() {
    this.#open = false;
    this.#panel.hidden = true;
    this.#launch.hidden = false;
    this.#launch.ariaExpanded = "false";
    this.#launch.focus();
    this.#tellApp();
    this.#remember();
  }

  #remember() {
    keep(this.#started && (this.#open ? "open" : "small"));
  }

  /** Tells the app whether it is shown, and whether a person's own doing led there. */
  #tellApp() {
    if (!this.#ready) return;
    const [shown, focus] = [this.#open, this.#open && this.#focus];
    if (focus) this.#frame?.focus();
    this.#app?.shown(shown, focus);
    this.#frame?.contentWindow?.postMessage({ rotunda: 1, shown, focus }, origin);
    this.#focus = false;
  }

  #heard({ source, origin: from, data }) {
    if (from === origin && this.#frame && source === this.#frame.contentWindow && data?.rotunda === 1) this.#take(data);
  }

  /** Something the app says. Never what anyone wrote. */
  #take({ kind, count, name }) {
    if (kind === "ready") {
      this.#ready = true;
      clearTimeout(this.#timer);
      this.#tellApp();
    } else if (kind === "minimise") this.#hide();
    else if (kind === "unread") this.#unread(+count || 0, `${name ?? ""}`);
    else if (kind === "asks") this.#asks(`${name ?? ""}`);
    else if (kind === "started" || kind === "ended") {
      this.#started = kind === "started";
      this.#remember();
    } else if (kind === "failed" && this.#app) this.#fail();
  }

  #unread(count, name) {
    this.#label.textContent = count && name ? this.#say.replied(name) : this.#say.open;
    this.#badge.textContent = count;
    this.#badge.hidden = !count;
    this.#status.textContent = count && !this.#open ? this.#label.textContent : "";
  }

  /** The person is asked something, or has answered: seen in the title of a tab in the back, heard, and told by the launcher. */
  #asks(what) {
    if (what) this.#title ??= document.title;
    document.title = what ? `● ${what}` : (this.#title ?? document.title);
    this.#label.textContent = what || this.#say.open;
    this.#status.textContent = this.#open ? "" : what;
    if (what) ring();
    else this.#title = undefined;
  }

  /** On a phone the panel fills what the keyboard leaves. */
  #fit() {
    const { height, offsetTop } = window.visualViewport ?? {};
    const { style } = this.#panel;
    style.setProperty("--height", height ? `${height}px` : "100dvh");
    style.setProperty("--top", `${offsetTop ?? 0}px`);
  }

  /** The app is blocked or broken here: says so, and who answers the telephone. */
  #fail() {
    if (this.#ready && !this.#app) return;
    clearTimeout(this.#timer);
    const { cannot, elsewhere, call, emergency, close } = this.#say;
    const page = new URL(ROTUNDA_FRAME, origin);
    page.search = new URLSearchParams({ city: this.#setting("city"), lang: this.#lang, phone: this.#setting("phone") });
    const phone = this.#setting("phone");
    const button = make("button", { type: "button" }, close);
    button.addEventListener("click", () => this.#hide());
    const ways = [
      make("a", { href: page, target: "_blank", rel: "noopener" }, elsewhere),
      phone && make("a", { href: `tel:${phone}` }, call(phone)),
      make("a", { href: "tel:911" }, emergency),
      button,
    ];
    this.#panel.replaceChildren(make("div", { className: "failed" }, make("p", { role: "alert" }, cannot), ...ways.filter(Boolean)));
    this.#launch.hidden = this.#open;
  }
}

/** One soft tone, where the browser lets the page be heard. */
function ring() {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  volume.gain.setValueAtTime(0.12, 0);
  volume.gain.exponentialRampToValueAtTime(0.001, 0.6);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(0.6);
  tone.addEventListener("ended", () => audio.close());
}

// Pasted twice, or loaded again by a site that swaps its pages: the first one stands.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Chat);
  const place = () => document.querySelector(NAME) ?? document.body.append(document.createElement(NAME));
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
}
