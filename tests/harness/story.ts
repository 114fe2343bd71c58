// What every story has at hand: a server, residents, staff, and words. After each story the server is searched for every word
// that was typed, and the desk is left as it was found.

import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, expect, test } from "@playwright/test";
import { Agent, type Staff } from "./agent.ts";
import { Needle, filesBelow } from "./canary.ts";
import { Cable } from "./cable.ts";
import { Caller, type Desk } from "./peer.ts";
import { Resident } from "./resident.ts";
import { Server } from "./server.ts";
import { Traffic } from "./traffic.ts";
import { clientRef } from "./wire.ts";
import { Words } from "./words.ts";

/** A person's browser: a context of its own, with what it said and what went over its network. */
export interface Person {
  context: BrowserContext;
  traffic: Traffic;
  /** The network between this browser and everything else, where the story lays hands on it. */
  cable: Cable | undefined;
}

export interface Visit {
  mode?: "frame" | "inline";
  lang?: "en" | "es";
  /** Another page than the city's own, at the city's address. */
  html?: string;
  /** Whose browser: a new person's unless one is named. */
  person?: Person;
  options?: BrowserContextOptions;
}

/** Opens browsers and keeps what went wrong in them. */
export class People {
  readonly #contexts: BrowserContext[] = [];
  readonly #cables: Cable[] = [];
  /** What broke in a page. It fails the story. */
  readonly faults: string[] = [];
  readonly console: string[] = [];

  constructor(
    readonly browser: Browser,
    readonly server: Server,
    readonly words: Words,
  ) {}

  async person(options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.browser.newContext(options);
    this.#contexts.push(context);
    context.on("weberror", (error) => this.faults.push(`${error.page()?.url()}: ${error.error()}`));
    context.on("console", (message) => this.console.push(message.text()));
    return { context, traffic: new Traffic(context), cable: undefined };
  }

  /** Someone whose network can be cut. */
  async personOnCable(options: BrowserContextOptions = {}): Promise<Person & { cable: Cable }> {
    const cable = await Cable.lay();
    this.#cables.push(cable);
    return { ...(await this.person({ ...options, proxy: { server: cable.address } })), cable };
  }

  /** A resident on the city's page. */
  async visit({ mode = "frame", lang = "en", html, person, options = {} }: Visit = {}): Promise<Resident> {
    const { context } = person ?? (await this.person(options));
    const page = await context.newPage();
    if (html !== undefined || mode === "inline" || lang !== "en") {
      const body = html ?? cityPage(this.server, `mode=${mode}`, lang);
      // Chromium does not know that a page that a story makes up comes from this machine, and asks before it lets it call here.
      await context.grantPermissions(["local-network-access"]);
      await page.route(`${this.server.city}/`, (route) => route.fulfill({ contentType: "text/html", body }));
    }
    await page.goto(this.server.city);
    return new Resident(page, this.words, mode, lang);
  }

  /** A member of staff at the console, signed in. */
  async agent(name: Staff, person?: Person): Promise<Agent> {
    const { context } = person ?? (await this.person({ viewport: { width: 1440, height: 900 } }));
    const page = await context.newPage();
    await page.goto(`${this.server.chat}/console/`);
    const agent = new Agent(page, this.words, name);
    await agent.signIn();
    return agent;
  }

  /** An agent who takes chats. */
  async agentOnline(name: Staff, person?: Person): Promise<Agent> {
    const agent = await this.agent(name, person);
    await agent.goOnline();
    return agent;
  }

  /** A resident and an agent who talk. */
  async talking({ name = "Dana Reyes", visit = {}, at }: { name?: Staff; visit?: Visit; at?: Person } = {}) {
    const [agent, resident] = await Promise.all([this.agentOnline(name, at), this.visit(visit)]);
    await resident.ask();
    await agent.accept();
    await resident.isWith(name);
    return { agent, resident };
  }

  pages(): Page[] {
    return this.#contexts.flatMap((context) => context.pages());
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
    await Promise.all(this.#cables.map((cable) => cable.remove()));
  }
}

/** A page of the city with the snippet. */
export function cityPage(server: Server, settings = "", lang = "en"): string {
  const snippet = `<script async src="${server.chat}/v1/loader.js?city=rehearsal&${settings}"></script>`;
  return `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>City</title><main><h1>A page of the city</h1><p><a href="#more">More</a></p></main>${snippet}`;
}

interface Story {
  words: Words;
  people: People;
  /** Calls the server from outside. */
  outside: Caller;
  /** Fails the story when something typed in it can be read on the server. */
  unreadable: void;
}

/** One story. `server` is this worker's own. */
export const story = test.extend<Story, { server: Server }>({
  server: [
    async ({}, use, worker) => {
      const server = new Server({ name: `worker-${worker.workerIndex}` });
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  words: async ({}, use) => use(new Words()),
  outside: async ({ server }, use) => use(new Caller(server.chat, server.city)),
  people: async ({ browser, server, words }, use, info) => {
    const people = new People(browser, server, words);
    await use(people);
    if (info.status === "passed") await expectNothingKept(people);
    await people.close();
    expect(people.faults, "no page breaks").toEqual([]);
  },
  unreadable: [
    async ({ server, words }, use, info) => {
      const before = server.output().length;
      await use();
      if (info.status === "passed") await clearDesk(server);
      expectUnreadable(server, words.mark);
      const output = server.output().subarray(before).toString();
      if (info.status !== info.expectedStatus) await info.attach("server.log", { body: output, contentType: "text/plain" });
      expect(output, "the server never panics").not.toMatch(/panicked|unreachable executed|RuntimeError/);
    },
    { auto: true },
  ],
});

/** The secret is in no file of the storage and in nothing that the server said. */
export function expectUnreadable(server: Server, ...secrets: string[]): void {
  for (const needle of secrets.map((secret) => new Needle(secret))) {
    for (const { path, bytes } of filesBelow(server.state)) {
      expect(needle.in(bytes), `${needle.name} must not be readable in ${path}`).toBeUndefined();
    }
    expect(needle.in(server.output()), `${needle.name} must not be in what the server says`).toBeUndefined();
  }
}

/** Nothing that was typed stays in a browser's storage, and no page has said it to its console. */
async function expectNothingKept(people: People): Promise<void> {
  const kept = await Promise.all(people.pages().flatMap((page) => page.frames()).map((frame) => frame.evaluate(inStorage).catch(() => "")));
  expect(kept.join("\n"), "no browser keeps what was typed").not.toContain(people.words.mark);
  expect(people.console.join("\n"), "no page writes what was typed to its console").not.toContain(people.words.mark);
}

const inStorage = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);

/** Ends every chat that a story left behind, so that the next one finds an empty line. */
async function clearDesk(server: Server): Promise<void> {
  const outside = new Caller(server.chat, server.city);
  const desks = await Promise.all(["dana", "marisol", "tomas"].map((id) => outside.desk(id)));
  await Promise.all(desks.map(clearOwn));
  const [first] = desks;
  await first!.presence("online");
  while (first!.board.waiting[0]) {
    const { chat } = first!.board.waiting[0];
    await endBy(first!, chat, await first!.take(chat));
  }
  await first!.presence("offline");
  await Promise.all(desks.map(tidyUp));
  await Promise.all(desks.map((desk) => desk.leave()));
}

async function clearOwn(desk: Desk): Promise<void> {
  await desk.presence("offline");
  for (const { chat } of desk.board.mine) await endBy(desk, chat, await desk.join(chat));
}

/** What else a story leaves on a desk: outcomes that are asked for, dangers that nobody has seen. */
async function tidyUp(desk: Desk): Promise<void> {
  for (const { chat, topic } of desk.board.to_wrap_up ?? []) desk.peer.send({ wrap_up: { chat, topic, outcome: "answered" } });
  for (const { chat } of desk.board.alarms ?? []) desk.peer.send({ seen: { chat } });
  await desk.until("nothing left to do", ({ to_wrap_up = [], alarms = [] }) => to_wrap_up.length + alarms.length === 0);
}

async function endBy(desk: Desk, chat: string, peer: Awaited<ReturnType<Desk["join"]>>): Promise<void> {
  peer.send({ end: { client_ref: clientRef() } });
  await desk.until("the chat being gone", ({ mine, waiting }) => ![...mine, ...waiting].some((other) => other.chat === chat));
  await peer.close();
}

export { expect };
