// workerd by itself, with the Worker as it is deployed: back within a second of being killed, so that it can be killed often.
// The stories use `server.ts` instead, which starts it as `cargo xtask dev` does.

import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare, type MiniflareOptions } from "miniflare";

const OBJECTS = { SESSIONS: "ChatSession", DESKS: "Desk", RECORDS: "Records", CASES: "CaseFile" };

export interface Asked {
  /** The top of the repository. */
  root: string;
  /** Where the storage lies; a folder of its own unless it is named. */
  state?: string;
  /** Whose policy it keeps. It is open around the clock. */
  city?: string;
}

/** One workerd on a port of its own, with storage that outlives it. */
export class Workerd {
  /** Where the protocol is. */
  chat = "";
  /** The origin of the city's page, as the Worker is told. */
  readonly city = "http://localhost:8080";
  readonly state: string;
  readonly #options: MiniflareOptions;
  #running: Miniflare | undefined;

  constructor({ root, state = mkdtempSync(join(tmpdir(), "rotunda-workerd-")), city = "rehearsal" }: Asked) {
    this.state = state;
    const built = join(root, "edge/build");
    const secret = () => randomBytes(32).toString("hex");
    const date = /^compatibility_date = "([^"]+)"/m.exec(readFileSync(join(root, "wrangler.toml"), "utf8"))?.[1];
    this.#options = {
      host: "127.0.0.1",
      port: 0,
      modulesRoot: built,
      modules: [
        { type: "ESModule", path: join(built, "index.js") },
        { type: "CompiledWasm", path: join(built, "index_bg.wasm") },
      ],
      compatibilityDate: date!,
      durableObjects: Object.fromEntries(Object.entries(OBJECTS).map(([name, className]) => [name, { className, useSQLite: true }])),
      durableObjectsPersist: join(state, "objects"),
      r2Buckets: { VAULT: "rotunda-vault" },
      r2Persist: join(state, "keys"),
      bindings: { DEPLOYMENT: "development", CITY: city, CITY_PAGE: this.city, HOURS: "always", VAULT_SECRET: secret(), TOKEN_SECRET: secret() },
    };
  }

  async start(): Promise<void> {
    this.#running = new Miniflare(this.#options);
    const { port } = await this.#running.ready;
    this.chat = `http://localhost:${port}`;
    this.#options.port = Number(port);
  }

  /** The process itself: the child of this one that is called so. */
  get pid(): number {
    const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isOurs(name));
    const [pid] = children.map(Number);
    if (!pid) throw new Error("workerd does not run");
    return pid;
  }

  /** Stops it where it is. When this returns, no thread of it runs: what is sent to it from now on it will not have read. */
  freeze(): void {
    const { pid } = this;
    process.kill(pid, "SIGSTOP");
    const threads = () => readdirSync(`/proc/${pid}/task`).map((thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8"));
    while (threads().some((stat) => !/\) T /.test(stat)));
  }

  /** Lets it go on. */
  thaw(): void {
    process.kill(this.pid, "SIGCONT");
  }

  /** Ends it with SIGKILL, in the middle of whatever it does, and starts it again: same port, same storage. */
  async kill(): Promise<void> {
    process.kill(this.pid, "SIGKILL");
    await this.#running!.setOptions(this.#options);
  }

  /** Memory that it holds, in bytes, as the system counts it. */
  memory(): number {
    const pages = Number(readFileSync(`/proc/${this.pid}/statm`, "utf8").split(" ")[1]);
    return pages * 4096;
  }

  async stop(): Promise<void> {
    await this.#running?.dispose();
    rmSync(this.state, { recursive: true, force: true });
  }
}

function isOurs(pid: string): boolean {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return name === "workerd" && Number(parent) === process.pid;
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
