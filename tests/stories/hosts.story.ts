// The chat on pages that were not made for it: on each, somebody opens it, writes, is answered, and makes it small again.

import { type Host, type Mode, corner, hostPage, visitHost } from "../harness/host.ts";
import type { Caller } from "../harness/peer.ts";
import { type Resident } from "../harness/resident.ts";
import { type People, expect, story } from "../harness/story.ts";
import { clientRef } from "../harness/wire.ts";
import type { Words } from "../harness/words.ts";

const NONCE = "'nonce-cm90dW5kYQ'";

/** What docs/embed/ tells a web team to add for the mode, in the strictest policy there is. */
const strict = (more = "") => (chat: string, mode: Mode) => {
  const inline = `connect-src ${chat} ${chat.replace("http", "ws")}; script-src ${NONCE} 'strict-dynamic' 'wasm-unsafe-eval'`;
  const framed = `frame-src ${chat}; script-src ${NONCE} 'strict-dynamic'`;
  return `default-src 'none'; base-uri 'none'; ${mode === "inline" ? inline : framed}; ${more}`;
};

function noStorage(): void {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

const HOSTS: Record<string, Host> = {
  "a plain page": { page: "plain" },
  "a strict security policy with nonce and strict-dynamic": { page: "nonce", policy: strict() },
  "Trusted Types": { page: "nonce", policy: strict("require-trusted-types-for 'script'; trusted-types 'none'") },
  "a page that unsets every style": { page: "unset" },
  "a page whose overlays have the highest z-index": { page: "z-index" },
  "a page written from right to left": { page: "right-to-left", lang: "ar" },
  "a window of 320 pixels": { page: "plain", options: { viewport: { width: 320, height: 568 } } },
  "zoomed to 400 %": { page: "plain", options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } },
  "an old theme that takes every key": { page: "old-theme" },
  "blocked storage": { page: "plain", browser: noStorage },
  "a frame in a frame": { page: "nested", nested: true },
  "the loader included three times": { page: "twice" },
  "inserted by a tag manager": { page: "tag-manager" },
  "a dark page": { page: "dark" },
  "the loader before the element": { page: "early" },
};

/** From the click to the answer and back to the button. */
async function converse(people: People, outside: Caller, words: Words, resident: Resident, meanwhile = async () => {}): Promise<void> {
  const desk = await outside.desk("dana");
  await desk.presence("online");
  await resident.ask();
  await desk.until("the offer", (board) => board.offer !== null);
  const staff = await desk.take(desk.board.offer!.chat);
  await resident.isWith("Dana Reyes");
  const [question, answer] = [words.of("Is the office open on Friday?"), words.of("Until noon")];
  // Key by key: pages have keys of their own.
  await resident.composer.pressSequentially(question);
  await resident.composer.press("Enter");
  await staff.find("the question", ({ event }) => (event && "said" in event.body ? event : undefined));
  await meanwhile();
  staff.send({ say: { client_ref: clientRef(), text: answer } });
  await resident.reads(question, answer);
  await resident.app.getByRole("button", { name: resident.says.minimise }).click();
  await expect(resident.dialog).toBeHidden();
  await expect(resident.launcher).toBeFocused();
  await Promise.all([staff.close(), desk.leave()]);
  expect(people.faults).toEqual([]);
}

for (const [name, host] of Object.entries(HOSTS)) {
  for (const mode of ["frame", "inline"] as const) {
    story(`${name} (${mode})`, async ({ people, outside, words }) => {
      const resident = await visitHost(people, host, mode);
      await expect(resident.within.locator("rotunda-chat")).toHaveCount(1);
      await converse(people, outside, words, resident);
    });
  }
}

for (const mode of ["frame", "inline"] as const) {
  story(`a site that swaps its page keeps the chat (${mode})`, async ({ people, outside, words }) => {
    const resident = await visitHost(people, { page: "single-page" }, mode);
    await converse(people, outside, words, resident, async () => {
      await resident.page.getByRole("button", { name: "Next page" }).click();
      await expect(resident.page.getByRole("heading", { name: "Building permits" })).toBeVisible();
      await expect(resident.composer).toBeVisible();
    });
    await expect(resident.page.locator("rotunda-chat")).toHaveCount(1);
  });
}

story("a page with a button of its own opens the chat, hears what happens, and reads nothing", async ({ people, outside, words }) => {
  const resident = await visitHost(people, { page: "own-button" }, "frame");
  await expect(resident.launcher).toBeHidden();
  const own = resident.page.getByRole("button", { name: "Ask us" });
  await own.click();
  await expect(resident.startButton).toBeVisible();
  const desk = await outside.desk("dana");
  await desk.presence("online");
  await resident.start();
  await desk.until("the offer", (board) => board.offer !== null);
  const staff = await desk.take(desk.board.offer!.chat);
  await resident.isWith("Dana Reyes");
  await resident.app.getByRole("button", { name: resident.says.minimise }).click();
  await expect(own).toBeFocused();
  staff.send({ say: { client_ref: clientRef(), text: words.of("Hello") } });
  const heard = () => resident.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(["ready", "open", "unread 0", "started", "close", "unread 1"]);
  await Promise.all([staff.close(), desk.leave()]);
});

story("settings: where it stands, how it looks, what it begins with", async ({ people }) => {
  const early = await visitHost(people, { page: "early" }, "frame");
  expect(await corner(early.page, early)).toBe("left");
  await early.open();
  await expect(early.app.getByRole("radio", { name: "Building and permits" })).toBeChecked();
  const ground = (resident: Resident) => resident.app.locator(".panel").evaluate((panel) => getComputedStyle(panel).backgroundColor);
  expect(await ground(early)).toBe("rgb(255, 255, 255)");

  for (const mode of ["frame", "inline"] as const) {
    const dark = await visitHost(people, { page: "dark" }, mode);
    await dark.open();
    await expect(dark.startButton).toBeVisible();
    expect(await ground(dark), mode).toBe("rgb(20, 26, 25)");
  }
  const arabic = await visitHost(people, { page: "right-to-left", lang: "ar" }, "frame");
  expect(await corner(arabic.page, arabic)).toBe("left");
});

story("on a phone it fills the screen and the page behind is out of reach", async ({ people }) => {
  const resident = await visitHost(people, { page: "plain", options: { viewport: { width: 390, height: 844 } } }, "frame");
  await resident.open();
  expect(await resident.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  const behind = resident.page.locator("body");
  await expect(behind).toHaveJSProperty("inert", true);
  await resident.app.getByRole("button", { name: resident.says.minimise }).click();
  await expect(behind).toHaveJSProperty("inert", false);
});

/** What the card says when the chat is blocked: what does it, and every other way to the City. */
async function saysWhatBlocks(resident: Resident, what: RegExp): Promise<void> {
  await expect(resident.dialog.getByRole("alert")).toHaveText(what);
  await expect(resident.dialog.getByRole("link", { name: "Call 801-555-0100" })).toHaveAttribute("href", "tel:801-555-0100");
  await expect(resident.dialog).toContainText("Monday to Friday, 8 am to 5 pm");
  await expect(resident.dialog.getByRole("link", { name: /911/ })).toBeVisible();
  await expect(resident.dialog.getByRole("link", { name: "Open it on its own page" })).toHaveAttribute("href", /\/c\/rehearsal\?/);
  await resident.dialog.getByRole("button", { name: "Close" }).click();
  await expect(resident.launcher).toBeFocused();
}

story("a security policy without us: says so, shows telephone and hours, and tries again on the next click", async ({ people }) => {
  const scripts = (chat: string) => `default-src 'none'; script-src ${chat}`;
  const resident = await visitHost(people, { page: "plain", policy: scripts }, "frame");
  for (const _ of ["first", "again"]) {
    await resident.launcher.click();
    await saysWhatBlocks(resident, /security settings block the chat/);
  }
});

story("an extension that blocks the frame: the telephone is there at once, the reason after eight seconds", async ({ people }) => {
  const resident = await visitHost(people, { page: "plain" }, "frame");
  await resident.page.clock.install();
  await resident.page.route("**/v1/app/**", (route) => route.abort("blockedbyclient"));
  await resident.open();
  await expect(resident.dialog.getByRole("status")).toHaveText("Opening the chat…");
  await expect(resident.dialog.getByRole("link", { name: "Call 801-555-0100" })).toBeVisible();
  await resident.page.clock.runFor(8_000);
  await saysWhatBlocks(resident, /extension or your network may block it/);
});

for (const mode of ["frame", "inline"] as const) {
  story(`a browser without WebAssembly says so (${mode})`, async ({ people }) => {
    const browser = () => Reflect.deleteProperty(window, "WebAssembly");
    const resident = await visitHost(people, { page: "plain", browser }, mode);
    await resident.open();
    if (mode === "inline") return saysWhatBlocks(resident, /This browser cannot open the chat/);
    await expect(resident.app.getByRole("alert")).toHaveText("This browser cannot open the chat.");
    await expect(resident.app.getByRole("link", { name: "Call 801-555-0100" })).toBeVisible();
    await resident.app.getByRole("button", { name: "Close" }).click();
    await expect(resident.launcher).toBeFocused();
  });

  story(`blocked sockets: the chat goes on by requests (${mode})`, async ({ people, outside, words }) => {
    const resident = await visitHost(people, { page: "plain" }, mode);
    await resident.page.routeWebSocket("**/v1/chats/**", (socket) => socket.close());
    await converse(people, outside, words, resident, async () => {
      await resident.page.reload();
      await resident.isWith("Dana Reyes");
    });
  });

  story(`neither sockets nor requests: says that there is no connection, and whom to call (${mode})`, async ({ people }) => {
    const resident = await visitHost(people, { page: "plain" }, mode);
    await resident.page.routeWebSocket("**/v1/chats/**", (socket) => socket.close());
    await resident.page.route("**/v1/chats/*/exchange", (route) => route.abort());
    await resident.open();
    await resident.start();
    await expect(resident.app.getByText(/No connection right now\. We keep trying/)).toBeVisible();
    await expect(resident.app.getByRole("link", { name: "Call 801-555-0100" })).toBeVisible();
  });
}

story("without JavaScript a link leads to the chat's own page, which says whom to call", async ({ people, server }) => {
  const resident = await visitHost(people, { page: "plain", options: { javaScriptEnabled: false } }, "frame");
  const { page } = resident;
  await page.getByRole("link", { name: "Chat with City staff" }).click();
  await expect(page).toHaveURL(`${server.chat}/c/rehearsal`);
  await expect(page.getByRole("link", { name: "801-555-0100" }).first()).toHaveAttribute("href", "tel:801-555-0100");
  await expect(page.getByRole("link", { name: "911" }).first()).toBeVisible();
});

story("the chat's own page, for links and for sites that can embed nothing", async ({ people, outside, server, words }) => {
  const { context } = await people.person();
  const page = await context.newPage();
  await page.goto(`${server.chat}/c/rehearsal`);
  await expect(page.getByRole("button", { name: "Start chat" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Minimize chat" })).toHaveCount(0);
  await page.getByRole("button", { name: "Start chat" }).click();
  await page.getByRole("textbox", { name: "Your message" }).fill(words.of("Here I am"));
  await expect(page.getByRole("heading", { name: "You are in line" })).toBeVisible();
  expect((await outside.fetch("/c/atlantis")).status).toBe(404);
  expect(hostPage(server, "plain")).toContain(`${server.chat}/c/rehearsal`);
});
