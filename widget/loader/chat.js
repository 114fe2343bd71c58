// The <rotunda-chat> of a page: the button, the panel, and the app inside, in a frame or inline.

import { tell } from "./page.js";
import { ring } from "./ring.js";
import { host, origin, setting } from "./settings.js";
import { words } from "./words.js";

export const NAME = "rotunda-chat";
const KEPT = "rotunda";
/** How long the app may take to answer before the person is told that something may block it. It still may come. */
const PATIENCE = 8_000;
/** Where the panel fills the screen: the same as in loader.css. */
const small = matchMedia("(max-width: 480px), (max-height: 420px)");

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

export class Chat extends HTMLElement {
  #launch;
  #panel;
  #frame;
  #inline;
  #app;
  #card;
  #reason;
  #label = make("span");
  #badge = make("span", { className: "badge", hidden: true });
  #status = make("span", { className: "unseen", role: "status" });
  #say;
  #open = false;
  #focus = false;
  #ready = false;
  #failed = false;
  #started = false;
  #from;
  #covers = false;
  #timer;
  #title;
  #listening;

  /**
   * The page's chat, put there if the page has none. It stands beside the body: a site that swaps its pages swaps the body, and
   * an overlay of the page's with the highest z-index there is lies earlier in the document, so below.
   */
  static inPage() {
    let chat = document.querySelector(NAME);
    if (!chat) document.documentElement.append((chat = make(NAME)));
    return chat;
  }

  connectedCallback() {
    const first = document.querySelector(NAME);
    if (first !== this) {
      // One chat per page. The page's own, wherever it comes from, lies before ours.
      if (this.parentNode === document.documentElement) this.remove();
      return;
    }
    for (const other of document.querySelectorAll(`html > ${NAME}`)) if (other !== this) other.remove();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("message", (event) => this.#heard(event), { signal });
    document.addEventListener(
      "securitypolicyviolation",
      ({ blockedURI, disposition }) => {
        if (this.#warmed && disposition === "enforce" && blockedURI.includes(host)) this.#fail(this.#say.blocked);
      },
      { signal },
    );
    for (const change of ["resize", "scroll"]) window.visualViewport?.addEventListener(change, () => this.#fit(), { signal });
    if (!this.#launch) this.#draw();
    const how = kept();
    if (how) {
      this.#started = true;
      if (how === "open") this.show(false);
      else this.#warm();
    }
  }

  disconnectedCallback() {
    if (!this.#listening) return;
    this.#listening.abort();
    // Taken out of the page, a frame is unloaded. The app inline goes the same way; both come back where they were.
    this.#forget();
    // A page that was swapped for another still has its chat.
    setTimeout(Chat.inPage);
  }

  get #lang() {
    return setting(this, "lang") || document.documentElement.lang || navigator.language;
  }

  get #warmed() {
    return this.#frame || this.#inline;
  }

  /** Everything but the button goes; the next click begins anew. */
  #forget() {
    clearTimeout(this.#timer);
    this.#app?.free();
    this.#frame = this.#inline = this.#app = undefined;
    this.#ready = this.#open = this.#failed = false;
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.#launch.hidden = false;
    this.#fit();
  }

  #draw() {
    this.#say = words(this.#lang);
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ROTUNDA_RULES);
    root.adoptedStyleSheets = [sheet];
    this.#label.textContent = this.#say.open;
    this.#launch = make(
      "button",
      { type: "button", className: "launch", ariaExpanded: "false", ariaHasPopup: "dialog" },
      picture("M21 12a8 8 0 0 1-11.6 7.1L4 20.5l1.3-4.4A8 8 0 1 1 21 12Z"),
      this.#label,
      this.#badge,
    );
    this.#panel = make("div", { className: "panel", hidden: true, tabIndex: -1, role: "dialog", ariaLabel: this.#say.open });
    const warm = () => this.#warm();
    this.#launch.addEventListener("pointerenter", warm);
    this.#launch.addEventListener("focus", warm);
    this.#launch.addEventListener("click", () => this.show());
    this.#panel.addEventListener("keydown", ({ key, target }) => {
      if (key === "Escape" && target !== this.#panel.querySelector(".box")) this.hide();
    });
    // Seen from the page, whoever writes inline is in no field, so its shortcuts would take the keys.
    for (const kind of ["keydown", "keypress", "keyup"]) this.#panel.addEventListener(kind, (event) => event.stopPropagation());
    const className = `${setting(this, "theme")} ${setting(this, "position")}`;
    root.append(make("div", { lang: this.#say.lang, className }, this.#launch, this.#panel, this.#status));
  }

  /** What the app is told of the page. */
  get #told() {
    const said = (name) => setting(this, name);
    return { city: said("city"), lang: this.#lang, phone: said("phone"), theme: said("theme"), topic: said("department") };
  }

  #address(path, more) {
    const page = new URL(path, origin);
    page.search = new URLSearchParams({ ...this.#told, ...more });
    return page.href;
  }

  /** Loads the app, once, at the first sign that it is wanted. Until it is there, and if it never comes, the card is. */
  #warm() {
    if (this.#warmed || this.#failed) return;
    this.#draft();
    if (setting(this, "mode") === "inline") {
      const box = make("div", { className: "box" });
      this.#panel.append(box);
      const tell = (kind, count, name) => this.#take({ kind, count, name });
      this.#inline = import(new URL(ROTUNDA_INLINE, origin))
        .then(({ open }) => open(box, { ...this.#told, origin, tell }))
        .then((app) => {
          this.#app = app;
          this.#take({ kind: "ready" });
        })
        .catch(() => this.#fail(window.WebAssembly ? this.#say.late : this.#say.old));
      return;
    }
    this.#frame = make("iframe", { src: this.#address(ROTUNDA_FRAME, { host: location.origin }), title: this.#say.open });
    this.#panel.append(this.#frame);
  }

  /** The ways to the City that need no app, and out. */
  #draft() {
    const { opening, elsewhere, call, emergency, close } = this.#say;
    const [phone, hours] = [setting(this, "phone"), setting(this, "hours")];
    const button = make("button", { type: "button" }, close);
    button.addEventListener("click", () => this.hide());
    this.#reason = make("p", { role: "status" }, opening);
    const ways = [
      this.#reason,
      make("a", { href: this.#address(`/c/${setting(this, "city")}`), target: "_blank", rel: "noopener" }, elsewhere),
      phone && make("a", { href: `tel:${phone}` }, call(phone)),
      hours && make("p", {}, hours),
      make("a", { href: "tel:911" }, emergency),
      button,
    ];
    this.#card = make("div", { className: "card", dir: "ltr" }, ...ways.filter(Boolean));
    this.#panel.replaceChildren(this.#card);
  }

  /** Shows the chat. By a person's own doing, unless it is said otherwise, it takes the focus. */
  show(focus = navigator.userActivation?.isActive ?? true) {
    if (!this.#open) tell("open");
    this.#open = true;
    this.#focus = focus;
    this.#from = document.activeElement;
    this.#warm();
    this.#panel.hidden = false;
    this.#launch.hidden = true;
    this.#unread(0);
    this.#fit();
    this.#tellApp();
    this.#remember();
    if (!this.#ready) {
      clearTimeout(this.#timer);
      if (focus) this.#panel.focus();
      if (!this.#failed) this.#timer = setTimeout(() => this.#explain(this.#say.late), PATIENCE);
    }
  }

  hide() {
    if (!this.#open) return;
    tell("close");
    this.#open = false;
    this.#panel.hidden = true;
    this.#launch.hidden = false;
    this.#fit();
    this.#launch.focus();
    // A page that has its own button hides ours.
    if (this.shadowRoot.activeElement !== this.#launch) this.#from?.focus();
    this.#tellApp();
    this.#remember();
    // A frame that was lost on its way never comes: the next click asks for another.
    if (!this.#ready && !this.#inline) this.#forget();
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
      this.#card.remove();
      this.#tellApp();
    } else if (kind === "minimise") this.hide();
    else if (kind === "unread") {
      this.#unread(+count || 0, `${name ?? ""}`);
      tell(kind, +count || 0);
    } else if (kind === "asks") this.#asks(`${name ?? ""}`);
    else if (kind === "started" || kind === "ended") {
      this.#started = kind === "started";
      this.#remember();
      tell(kind);
    } else if (kind === "failed" && this.#app) this.#fail(this.#say.broken);
  }

  #unread(count, name) {
    this.#label.textContent = count && name ? this.#say.replied(name) : this.#say.open;
    this.#badge.textContent = count;
    this.#badge.hidden = !count;
    this.#status.textContent = count && !this.#open ? this.#label.textContent : "";
  }

  /** The person is asked something, or has answered: seen in the title of a tab in the back, heard, and told by the launcher. */
  #asks(what) {
    this.#title ||= document.title;
    document.title = what ? `● ${what}` : this.#title;
    if (what) ring();
    else this.#title = "";
    this.#label.textContent = what || this.#say.open;
    this.#status.textContent = this.#open ? "" : what;
  }

  /** On a phone the panel fills what the keyboard leaves, and the page behind it is out of reach. */
  #fit() {
    const { height, offsetTop } = window.visualViewport ?? {};
    const { style } = this.#panel;
    style.setProperty("--height", height ? `${height}px` : "100dvh");
    style.setProperty("--top", `${offsetTop ?? 0}px`);
    if (this.parentNode !== document.body.parentNode) return;
    const covered = this.#open && small.matches;
    if (covered !== this.#covers) document.body.inert = this.#covers = covered;
  }

  #explain(why) {
    this.#reason.role = "alert";
    this.#reason.textContent = why;
  }

  /** The app is blocked or broken here: says so, and who answers the telephone. */
  #fail(why) {
    if (this.#ready && !this.#app) return;
    const open = this.#open;
    this.#forget();
    this.#failed = true;
    this.#draft();
    this.#explain(why);
    this.#open = open;
    this.#panel.hidden = !open;
    this.#launch.hidden = open;
    this.#fit();
  }
}
