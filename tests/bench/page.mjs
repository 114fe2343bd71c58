// What the chat costs the page it stands on, and how long a phone waits for it. Run by hand, on an idle machine, after a build:
//
//   npm install --no-save lighthouse@12 chrome-launcher@1 && node tests/bench/page.mjs
//
// Lighthouse judges the demo city page with and without the snippet, in turns. The phone has 1.6 Mbit/s, 150 ms to the server and a
// processor four times slower; files come compressed as a city's server sends them. Prints one line of JSON.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const browser = process.env.CHROMIUM ?? "/usr/bin/chromium";

const serve = ["serve", "--policy", "eagle-mountain", "--state", mkdtempSync(join(tmpdir(), "rotunda-page-")), "--port", "0", "--city-port", "0"];
const rotunda = spawn("target/debug/xtask", serve, { detached: true, stdio: ["ignore", "pipe", "ignore"] });
const { chat, city: framing } = await new Promise((ready) => {
  createInterface({ input: rotunda.stdout }).on("line", (line) => line.startsWith('{"') && ready(JSON.parse(line)));
});

/** The chat's files as a server sends them: compressed, each once. */
const compressed = new Map();
const front = createServer((asked, answer) => {
  const kept = compressed.get(asked.url);
  if (kept) return answer.writeHead(200, kept.headers).end(kept.body);
  const { host: _, "accept-encoding": __, ...headers } = asked.headers;
  const onward = request(chat + asked.url, { method: asked.method, headers }, (got) => {
    const parts = [];
    got.on("data", (part) => parts.push(part));
    got.on("end", () => {
      const { "content-length": _, "transfer-encoding": __, ...headers } = got.headers;
      const body = brotliCompressSync(Buffer.concat(parts));
      const made = { headers: { ...headers, "content-encoding": "br" }, body };
      if (asked.method === "GET" && got.statusCode === 200) compressed.set(asked.url, made);
      answer.writeHead(got.statusCode, made.headers).end(made.body);
    });
  });
  asked.pipe(onward);
}).listen(0);
const origin = `http://localhost:${front.address().port}`;

const html = readFileSync("index.html", "utf8");
const pages = { with: html.replaceAll("http://localhost:8787", origin), without: html.replace(/<script async[^]*?<\/noscript>/, "") };
const city = createServer(({ url }, answer) => answer.writeHead(200, { "content-type": "text/html" }).end(pages[url.slice(1)] ?? ""));
city.listen(0);
const page = (name) => `http://localhost:${city.address().port}/${name}`;

const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Lighthouse's performance, blocking time in ms, and layout shift: the middle of all rounds. */
async function judged() {
  const [{ launch }, { default: lighthouse }] = await Promise.all([import("chrome-launcher"), import("lighthouse")]);
  const chrome = await launch({ chromePath: browser, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-features=LocalNetworkAccessChecks"] });
  const runs = { without: [], with: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(runs)) {
      const { lhr } = await lighthouse(page(name), { port: chrome.port, onlyCategories: ["performance"], logLevel: "error" });
      const value = (audit) => lhr.audits[audit].numericValue;
      runs[name].push([lhr.categories.performance.score * 100, value("total-blocking-time"), value("cumulative-layout-shift"), value("largest-contentful-paint")]);
    }
  }
  await chrome.kill();
  const of = (name) => ["performance", "blocking_ms", "shift", "largest_paint_ms"].map((what, place) => [what, middle(runs[name].map((run) => run[place]))]);
  return { without: Object.fromEntries(of("without")), with: Object.fromEntries(of("with")) };
}

/** From the tap to the first field that can be used, in ms, on a phone that has nothing yet. */
async function opened() {
  const chrome = await chromium.launch({ executablePath: browser });
  const waits = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const phone = await chrome.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.grantPermissions(["local-network-access"]);
    const tab = await phone.newPage();
    // Only pages of the city may frame the chat.
    await tab.route(`${framing}/`, (route) => route.fulfill({ contentType: "text/html", body: pages.with }));
    const tools = await phone.newCDPSession(tab);
    await tools.send("Network.enable");
    await tools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 });
    await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await tab.goto(framing);
    await tab.locator("rotunda-chat").getByRole("button").waitFor();
    const field = tab.frameLocator("iframe[title]").getByRole("radio").first();
    await tab.evaluate(() => addEventListener("pointerdown", () => (window.tapped ??= performance.now()), true));
    await tab.locator("rotunda-chat").getByRole("button").tap();
    await field.waitFor();
    const frame = tab.frames().find((frame) => frame.url().includes("/v1/app/"));
    const there = await frame.evaluate(() => performance.timeOrigin + performance.now());
    const tapped = await tab.evaluate(() => performance.timeOrigin + window.tapped);
    // The first round fills the server's own caches.
    if (round > 0) waits.push(there - tapped);
    await phone.close();
  }
  await chrome.close();
  return { first_field_ms: Math.round(middle(waits)), of: waits.map(Math.round) };
}

const figures = { phone: await opened(), page: await judged() };
console.log(JSON.stringify(figures));
front.close();
city.close();
process.kill(-rotunda.pid, "SIGKILL");
process.exit(0);
