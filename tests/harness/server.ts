// One server of its own for each worker of the test runner: own ports, own storage, everything it says kept.

import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** The top of the repository. */
export const ROOT = resolve(__dirname, "../..");

/** How long a server may take to be there. */
const READY_MS = 120_000;

export interface Options {
  /** Names the file that keeps what the server says. */
  name: string;
  /** As the variable `DEPLOYMENT` of the Worker. */
  deployment?: "development" | "production";
  /** Variables and secrets of the Worker besides, as NAME:VALUE. */
  vars?: string[];
}

/** Rotunda in workerd, and the city's page, on ports of their own. */
export class Server {
  /** Where the chat, the console and the protocol are. */
  chat = "";
  /** The origin of the city's page. */
  city = "";
  /** The folder of the storage. */
  readonly state = mkdtempSync(join(tmpdir(), "rotunda-story-"));
  /** The file that keeps what the server says. */
  readonly log: string;
  #process: ChildProcess | undefined;
  readonly #deployment: string;
  readonly #vars: string[];
  readonly #end = () => this.#kill();

  constructor({ name, deployment = "development", vars = [] }: Options) {
    this.#deployment = deployment;
    this.#vars = vars;
    this.log = join(ROOT, "tests/report/servers", `${name}.log`);
    mkdirSync(dirname(this.log), { recursive: true });
    writeFileSync(this.log, "");
    process.on("exit", this.#end);
  }

  /** Starts the server, and after a [`kill`] starts it again: same ports, same storage. */
  async start(): Promise<void> {
    const port = (address: string) => new URL(address || "http://localhost:0").port || "0";
    const asked = [
      ["serve", "--policy", "rehearsal", "--state", this.state],
      ["--port", port(this.chat), "--city-port", port(this.city)],
      ["--deployment", this.#deployment],
      ...this.#vars.map((one) => ["--var", one]),
    ].flat();
    const [program, ...first] = xtask();
    // A process group of its own, so that wrangler and workerd can be killed with it at one stroke.
    const child = spawn(program, [...first, ...asked], { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    const keep = (heard: Buffer) => appendFileSync(this.log, heard);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const addresses = await this.#addresses(child);
    this.chat = addresses.chat;
    this.city = addresses.city;
  }

  #addresses(child: ChildProcess): Promise<{ chat: string; city: string }> {
    return new Promise((ready, failed) => {
      const fail = (why: string) => {
        failed(new Error(`The server ${why}. It said:\n${this.output().toString().slice(-4_000)}`));
      };
      const late = setTimeout(() => fail(`was not ready after ${READY_MS / 1000} s`), READY_MS);
      child.once("error", (fault) => fail(`could not be started: ${fault.message}`));
      child.once("exit", (code) => fail(`ended before it was ready (${code})`));
      createInterface({ input: child.stdout! }).on("line", (line) => {
        if (!line.startsWith('{"')) return;
        clearTimeout(late);
        child.removeAllListeners("exit");
        ready(JSON.parse(line));
      });
    });
  }

  /** Everything the server has said since it was first started. */
  output(): Buffer {
    return readFileSync(this.log);
  }

  /** Ends the server with SIGKILL, in the middle of whatever it does: nothing is flushed, nothing is closed. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const gone = new Promise((done) => child.once("close", done));
    this.#kill();
    await gone;
  }

  #kill(): void {
    const pid = this.#process?.pid;
    this.#process = undefined;
    if (!pid) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has already ended.
    }
  }

  /** Ends the server and removes its storage. */
  async stop(): Promise<void> {
    await this.kill();
    process.off("exit", this.#end);
    rmSync(this.state, { recursive: true, force: true });
  }
}

/** How xtask is called: as whoever called us says, or as cargo finds it. */
export function xtask(): [string, ...string[]] {
  const named = process.env["ROTUNDA_XTASK"];
  if (named) return [named];
  const built = join(ROOT, "target/debug/xtask");
  return existsSync(built) ? [built] : ["cargo", "xtask"];
}
