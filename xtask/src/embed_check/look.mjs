// Loads a page in Chromium and says what on it would block the chat. Called by mod.rs with the page's address and, for a page
// without a snippet, the chat's. Exits with 1 when something blocks it.

import { chromium } from "@playwright/test";
import { blocks, blocksWasm, mayFrame, policies } from "./policy.mjs";

/** How long the page and the chat may take. */
const PATIENCE_MS = 20_000;

const [address, chatGiven] = process.argv.slice(2);
let blocked = 0;
const say = (mark, what, text) => console.log(`${mark} ${what.padEnd(16)}${text}`);
const good = (what, text) => say("ok     ", what, text);
const note = (what, text) => say("note   ", what, text);
const bad = (what, text, add) => {
  blocked += 1;
  say("BLOCKED", what, text);
  if (add) say("       ", "", `add: ${add}`);
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const context = await browser.newContext({ ignoreHTTPSErrors: true });
const page = await context.newPage();
try {
  await look();
} catch (fault) {
  console.error(`The page could not be looked at: ${fault.message.split("\n")[0]}`);
  process.exitCode = 2;
} finally {
  await browser.close();
}

async function look() {
  const answer = await page.goto(address, { waitUntil: "load", timeout: PATIENCE_MS });
  // A tag manager brings the snippet some time after the page.
  await page.waitForLoadState("networkidle", { timeout: PATIENCE_MS }).catch(() => {});
  const here = new URL(page.url());
  const snippet = await page.evaluate(() => {
    const script = document.querySelector('script[src*="/v1/loader"]');
    const element = document.querySelector("rotunda-chat");
    const link = [...document.querySelectorAll("noscript")].some((inside) => inside.textContent.includes("/c/"));
    const { searchParams } = new URL(script?.src ?? location.href);
    const mode = element?.getAttribute("mode") ?? searchParams.get("mode") ?? script?.dataset.mode;
    return script && { src: script.src, nonce: script.nonce, city: searchParams.get("city") ?? script.dataset.city, mode, link };
  });
  if (!snippet && !chatGiven) {
    bad("snippet", "there is no <script> with /v1/loader.js on this page", "the line of docs/embed/README.md, or name the chat with --chat");
    return finish();
  }
  const chat = new URL(snippet?.src ?? chatGiven).origin;
  const inline = snippet?.mode === "inline";
  if (snippet) good("snippet", snippet.src);
  else note("snippet", "not on this page yet");

  if (here.protocol === "https:" && chat.startsWith("http:")) bad("mixed content", `${chat} on a page of https`, "the chat's https address");
  else good("mixed content", `${here.protocol}//, and the chat too`);

  const headers = await answer.headersArray();
  const sent = (name) => headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
  const metas = await page.locator('meta[http-equiv="Content-Security-Policy" i]').evaluateAll((all) => all.map(({ content }) => content));
  judgePolicies(policies([...sent("content-security-policy"), ...metas]), { chat, here, inline, nonce: snippet?.nonce });
  const isolated = sent("cross-origin-embedder-policy").some((value) => /require-corp|credentialless/.test(value));
  if (isolated) note("isolation", "Cross-Origin-Embedder-Policy is set; the chat's page is sent with one too");
  await judgeChat(chat, snippet?.city, here);
  await judgeStorage();
  if (snippet && !snippet.link) note("no JavaScript", `no <noscript> link to ${chat}/c/${snippet.city ?? "…"}`);
  if (snippet) await open();
  return finish();
}

function judgePolicies(all, { chat, here, inline, nonce }) {
  if (all.length === 0) return good("policy", "the page has no Content-Security-Policy");
  const judge = (what, found) => (found ? bad(what, found.why, found.add) : good(what, "allowed"));
  for (const policy of all) {
    judge("scripts", blocks(policy, "script-src", `${chat}/v1/loader.js`, here, nonce));
    if (inline) {
      for (const to of [chat, chat.replace("http", "ws")]) judge("connections", blocks(policy, "connect-src", `${to}/v1/chats`, here));
      judge("WebAssembly", blocksWasm(policy));
    } else judge("frames", blocks(policy, "frame-src", `${chat}/v1/app/`, here));
    if (policy.has("sandbox") && !policy.get("sandbox").includes("allow-scripts")) bad("sandbox", "without scripts", "sandbox … allow-scripts");
    if (policy.has("require-trusted-types-for")) good("Trusted Types", "the chat needs no policy");
  }
}

/** What the chat's side says of this page. */
async function judgeChat(chat, city, here) {
  const frame = await context.request.get(`${chat}/v1/app/`).catch(() => undefined);
  if (!frame?.ok()) return bad("chat", `${chat} does not answer`, "the right address, or start the chat");
  const framing = policies(frame.headersArray().filter(({ name }) => name.toLowerCase() === "content-security-policy").map(({ value }) => value));
  if (!mayFrame(framing, here, new URL(chat))) bad("origin", `the city's policy does not list ${here.origin}`, `"${here.origin}" to city.origins`);
  else good("origin", `${here.origin} is one of the city's`);
  const whole = frame.headers()["x-frame-options"];
  if (whole) bad("X-Frame-Options", `something in front of the chat adds “${whole}”`, "nothing: have it taken away");
  if (!city) return undefined;
  const known = await context.request.get(`${chat}/v1/city/${encodeURIComponent(city)}`);
  return known.ok() ? good("city", city) : bad("city", `the chat knows no “${city}”`, "the identifier of the city's policy");
}

async function judgeStorage() {
  const works = await page.evaluate(() => {
    try {
      return Boolean(sessionStorage);
    } catch {
      return false;
    }
  });
  if (works) good("storage", "allowed");
  else note("storage", "blocked: the chat works, and is not found again on the next page");
}

/** Opens the chat as a resident would, and starts none. */
async function open() {
  const button = page.locator("rotunda-chat .launch");
  if (!(await button.isVisible().catch(() => false))) {
    const hidden = await page.locator("rotunda-chat[hidden]").count();
    if (hidden) return note("button", "hidden by the page, which opens the chat itself");
    return bad("button", "the loader is on the page and drew no button");
  }
  await button.click({ timeout: PATIENCE_MS });
  const card = page.locator("rotunda-chat .card");
  await card.waitFor({ state: "detached", timeout: PATIENCE_MS }).catch(() => {});
  if (await card.count()) return bad("opening", await card.locator("p").first().innerText());
  return good("opening", "the chat opens");
}

function finish() {
  console.log(blocked ? `\n${blocked} of these would block the chat.` : "\nNothing blocks the chat.");
  process.exitCode = blocked ? 1 : 0;
}
