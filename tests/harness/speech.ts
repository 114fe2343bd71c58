// What a screen reader says in the chat: a virtual one runs in the chat's own frame and writes down all that it says.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import { ROOT } from "./server.ts";
import { expect } from "./story.ts";

const ENTRY = createRequire(join(ROOT, "package.json")).resolve("@guidepup/virtual-screen-reader/browser.js");
const SOURCE = readFileSync(ENTRY, "utf8");
const EXPORT = /export\s*\{\s*[\w$]+ as Virtual\s*,\s*([\w$]+) as virtual\s*\};?/;
const CODE = `(() => {${SOURCE.replace(EXPORT, "globalThis.screenReader = $1;")}\n})()`;

interface ScreenReader {
  start(options: { container: Node }): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
}
declare const screenReader: ScreenReader;

/** Writes down, event by event, what a screen reader says. */
export class Transcript {
  readonly #lines: string[] = [];
  #frame: Frame | undefined;
  #heard = 0;

  /** Listens in the chat of this page. It is run by the debugger, so that the frame's own security policy stays as it is. */
  async listen(page: Page): Promise<void> {
    await expect.poll(() => page.frames().some(isChat)).toBe(true);
    this.#frame = page.frames().find(isChat)!;
    await this.#frame.waitForLoadState();
    await this.#frame.evaluate(CODE);
    await this.#frame.evaluate(() => screenReader.start({ container: document.body }));
    this.#heard = (await this.#log()).length;
  }

  /** Waits until `last` has been said, and writes down what was said up to it. What comes after belongs to the next event. */
  async after(event: string, last: string): Promise<void> {
    const end = async () => (await this.#log()).findIndex((phrase, place) => place >= this.#heard && phrase.includes(last));
    await expect.poll(end, { message: `${event}: “${last}”`, timeout: 60_000 }).toBeGreaterThanOrEqual(0);
    const upTo = (await end()) + 1;
    const said = (await this.#log()).slice(this.#heard, upTo);
    this.#heard = upTo;
    // It takes the state of a choice from the markup alone, so what it says of that is not what is so.
    const phrases = said.map((phrase) => phrase.replace(/, (not )?checked/, ""));
    this.#lines.push(event, ...phrases.filter((phrase, place) => phrase !== phrases[place - 1]).map((phrase) => `  ${phrase}`));
  }

  async #log(): Promise<string[]> {
    return this.#frame!.evaluate(() => screenReader.spokenPhraseLog());
  }

  /** The transcript is the one in the file, which `ROTUNDA_SPEECH=1` writes anew. What differs from run to run is taken out. */
  expectAsIn(file: string, ...varies: [RegExp, string][]): void {
    const path = join(ROOT, "tests/speech", file);
    const said = varies.reduce((said, [what, by]) => said.replaceAll(what, by), `${this.#lines.join("\n")}\n`);
    if (process.env["ROTUNDA_SPEECH"]) writeFileSync(path, said);
    expect(said).toBe(readFileSync(path, "utf8"));
  }
}

function isChat(frame: Frame): boolean {
  return frame.url().includes("/v1/app/");
}
