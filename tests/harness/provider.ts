// The city's own sign-in, as a story needs it: a real provider in a process of its own (see provider.mjs).

import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";

export class Provider {
  readonly #process: ChildProcess;

  private constructor(
    readonly issuer: string,
    process: ChildProcess,
  ) {
    this.#process = process;
  }

  /** Starts one that knows no application yet. */
  static async start(): Promise<Provider> {
    const child = fork(join(__dirname, "provider.mjs"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const { issuer } = await said<{ issuer: string }>(child);
    return new Provider(issuer, child);
  }

  /** Makes Rotunda at this address known to it. */
  async knows(chat: string): Promise<void> {
    await this.#tell({ redirect: `${chat}/v1/staff/callback` });
  }

  /** From now on it signs with new keys only. */
  async rotates(): Promise<void> {
    await this.#tell({ rotate: true });
  }

  async #tell(what: object): Promise<void> {
    const ready = said(this.#process);
    this.#process.send(what);
    await ready;
  }

  /** What a deployment has to be told of it. */
  get settings(): string[] {
    return [`SIGN_IN_ISSUER:${this.issuer}`, "SIGN_IN_CLIENT:rotunda", "SIGN_IN_SECRET:a secret of this story"];
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill("SIGKILL");
    await gone;
  }
}

function said<T>(child: ChildProcess): Promise<T> {
  return new Promise((heard, failed) => {
    child.once("message", (message) => heard(message as T));
    child.once("exit", (code) => failed(new Error(`The provider ended (${code}).`)));
  });
}

/** A person types their name at the provider and agrees to what it asks. */
export async function signInAt(page: Page, issuer: string, name: string): Promise<void> {
  await page.waitForURL((url) => url.origin === issuer);
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill("whatever");
  await page.locator('button[type="submit"]').click();
  const agree = page.getByRole("button", { name: "Continue" });
  const back = page.waitForURL((url) => url.origin !== issuer).then(() => "back");
  if ((await Promise.race([agree.waitFor().then(() => "asked"), back])) === "asked") await agree.click();
  await page.waitForURL(/\/console\//);
  await expect(page.locator("h1, .desk").first()).toBeVisible();
}
