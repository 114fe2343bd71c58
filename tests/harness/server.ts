// A chat and a city page of one's own: ports nobody else has, storage nobody else writes. Started by `xtask serve`, as
// `cargo xtask dev` starts them for people.

import { test as base } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const XTASK = process.env.ROTUNDA_XTASK ?? resolve(__dirname, "../../target/debug/xtask");

/** How long a start may take before a story gives up. */
const READY_MS = 60_000;

export class Server {
  /** Origin of the chat, the frame page and the console. */
  chat = "";
  /** The city page. */
  city = "";
  private child: ChildProcess | undefined;
  private heard = "";

  private constructor(
    /** The folder of the storage. */
    readonly state: string,
    private readonly policy: string,
  ) {}

  /** Starts with empty storage. */
  static async start(policy = "rehearsal"): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), "rotunda-")), policy);
    await server.up();
    return server;
  }

  /** Everything the server has said, over all its starts. */
  output(): string {
    return this.heard;
  }

  /** Starts again after `kill`, on the same ports and the same storage. */
  async up(): Promise<void> {
    const ports = [port(this.chat), port(this.city)];
    // A group of its own, so that `kill` reaches wrangler and workerd too.
    const child = spawn(
      XTASK,
      ["serve", "--policy", this.policy, "--state", this.state, "--port", ports[0], "--city-port", ports[1]],
      { detached: true, stdio: ["ignore", "pipe", "pipe"] },
    );
    this.child = child;
    const ready = await new Promise<string>((found, failed) => {
      const late = setTimeout(() => failed(new Error(`not ready in time:\n${this.heard}`)), READY_MS);
      let said = "";
      child.stderr?.on("data", (bytes) => (this.heard += bytes));
      child.stdout?.on("data", (bytes) => {
        this.heard += bytes;
        said += bytes;
        const line = said.split("\n").find((line) => line.startsWith("{"));
        if (line !== undefined && said.includes("\n")) {
          clearTimeout(late);
          found(line);
        }
      });
      child.once("exit", (code) => {
        clearTimeout(late);
        failed(new Error(`ended with ${code}:\n${this.heard}`));
      });
    });
    ({ chat: this.chat, city: this.city } = JSON.parse(ready));
  }

  /** SIGKILL to everything at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Ends the server and removes its storage. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
    await rm(this.state, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (child?.pid === undefined || child.exitCode !== null) {
      return;
    }
    const gone = new Promise((ended) => child.once("close", ended));
    process.kill(-child.pid, signal);
    await gone;
  }
}

/** The port of an address; 0, which is any, when there is none yet. */
function port(address: string): string {
  return address === "" ? "0" : new URL(address).port;
}

/** Stories that share the server of their worker take `server`; one that kills it starts its own. */
export const test = base.extend<object, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
