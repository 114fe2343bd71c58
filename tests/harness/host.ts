// The pages of others on which the chat has to work: the fixtures in tests/hosts/, served at the city's address.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { Resident } from "./resident.ts";
import { ROOT, type Server } from "./server.ts";
import type { People } from "./story.ts";

export type Mode = "frame" | "inline";

/** What stands in the fixtures for the address of the chat. */
const CHAT = "https://chat.example.gov";

export interface Host {
  /** The fixture, without `.html`. */
  page: string;
  /** The security policy that the page is sent with, as docs/embed/ says it for the mode. */
  policy?: (chat: string, mode: Mode) => string;
  options?: BrowserContextOptions;
  /** What the app speaks there, where it is not English. */
  lang?: "ar";
  /** Whether the page is shown inside another one of the city's. */
  nested?: boolean;
  /** Something the browser or an extension of it does to every page. */
  browser?: () => void;
}

/** A fixture as a page of the city: with the running chat's address in its snippet. */
export function hostPage(server: Server, page: string, mode: Mode = "frame"): string {
  const html = readFileSync(join(ROOT, "tests/hosts", `${page}.html`), "utf8");
  return html.replaceAll(CHAT, server.chat).replaceAll("mode=frame", `mode=${mode}`).replaceAll('mode="frame"', `mode="${mode}"`);
}

/** A resident on such a page. */
export async function visitHost(people: People, host: Host, mode: Mode): Promise<Resident> {
  const { server, words } = people;
  const { context } = await people.person(host.options);
  // Chromium does not know that a page that a story makes up comes from this machine, and asks before it lets it call here.
  await context.grantPermissions(["local-network-access"]);
  if (host.browser) await context.addInitScript(host.browser);
  const page = await context.newPage();
  const headers = host.policy ? { "content-security-policy": host.policy(server.chat, mode) } : {};
  const serve = (path: string, name: string) =>
    page.route(`${server.city}${path}`, (route) => route.fulfill({ contentType: "text/html", headers, body: hostPage(server, name, mode) }));
  await serve("/", host.page);
  await serve("/inside", "plain");
  await page.goto(server.city);
  const within = host.nested ? page.frameLocator("iframe[title=Preview]") : page;
  return new Resident(page, words, mode, host.lang ?? "en", within);
}

/** Where a page's own rules put the button: the edges of the window it is next to. */
export async function corner(page: Page, resident: Resident): Promise<"left" | "right"> {
  const box = await resident.launcher.boundingBox();
  const middle = await page.evaluate(() => innerWidth / 2);
  return box!.x + box!.width / 2 < middle ? "left" : "right";
}
