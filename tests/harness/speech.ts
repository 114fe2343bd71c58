// What a screen reader says in the chat: a virtual one runs in the chat's own frame and writes down every announcement.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import { ROOT } from "./server.ts";

const PACKAGE = dirname(createRequire(join(ROOT, "package.json")).resolve("@guidepup/virtual-screen-reader/package.json"));
const SOURCE = readFileSync(join(PACKAGE, "lib/esm/index.browser.js"), "utf8");
const CODE = `(() => {${SOURCE.replace(/export\s*\{\s*\w+ as Virtual\s*,\s*(\w+) as virtual\s*\};?/, "globalThis.screenReader = $1;")}\n})()`;

interface ScreenReader {
  start(options: { container: Node }): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
}
declare const screenReader: ScreenReader;

/** Listens in the frame of the chat. */
export class Listener {
  #heard = 0;
  private constructor(readonly frame: Frame) {}

  /** Starts the screen reader. It is run by the debugger, so that the frame's own security policy stays as it is. */
  static async in(page: Page): Promise<Listener> {
    const frame = page.frames().find((frame) => frame.url().includes("/v1/app/"));
    if (!frame) throw new Error("the chat is not open");
    await frame.evaluate(CODE);
    await frame.evaluate(() => screenReader.start({ container: document.body }));
    const listener = new Listener(frame);
    await listener.since();
    return listener;
  }

  /** What live regions have said since it was last asked. */
  async since(): Promise<string[]> {
    const log = await this.frame.evaluate(() => screenReader.spokenPhraseLog());
    const fresh = log.slice(this.#heard);
    this.#heard = log.length;
    return fresh.filter((phrase) => /^(polite|assertive): /.test(phrase));
  }
}
