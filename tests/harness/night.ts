// How far a night's purge has come, as its traces in the storage show: no step of it is told by the Worker itself.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The steps in their order: each is what has just been stored, and the next has not. */
export const STEPS = ["begun", "chats half gone", "chats gone", "key destroyed", "certified"] as const;
export type Step = (typeof STEPS)[number];

/** Everything of a folder's SQLite files, as text: what was ever written stands in them, whether it was checkpointed or not. */
function written(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.sqlite(-wal)?$/.test(name)) : [];
  return files.map((name) => readFileSync(join(folder, name), "latin1")).join("\n");
}

/** The end of one day, seen from outside. */
export class Night {
  readonly #records: string;
  readonly #key: string;

  constructor(
    state: string,
    readonly day: string,
    readonly chats: string[],
  ) {
    this.#records = join(state, "objects/-Records");
    // A row of the bucket's table: the object's name, then that of the file in which it lies.
    const [, file] = new RegExp(`day/[^/]+/${day}([0-9a-f]{80})`).exec(written(join(state, "keys/miniflare-R2BucketObject"))) ?? [];
    this.#key = join(state, "keys/rotunda-vault/blobs", file ?? "");
    if (!file || !existsSync(this.#key)) throw new Error(`the key of ${day} is not in the bucket`);
  }

  /** Under which day's key each of these chats lies. */
  static daysOf(state: string, chats: string[]): Map<string, string> {
    const records = written(join(state, "objects/-Records"));
    return new Map(chats.map((chat) => [chat, new RegExp(`"chat":"${chat}","day":"([^"]+)"`).exec(records)?.[1] ?? ""]));
  }

  /** The last step that is done, or nothing while the day lasts. */
  step(): Step | undefined {
    const records = written(this.#records);
    if (new RegExp(`"key":"day/[^/]+/${this.day}"`).test(records)) return "certified";
    if (!existsSync(this.#key)) return "key destroyed";
    const gone = this.chats.filter((chat) => new RegExp(`"chat":"${chat}","day":"${this.day}","since":\\d+,"fate":"removed"`).test(records)).length;
    if (gone === this.chats.length) return "chats gone";
    if (gone >= this.chats.length / 2) return "chats half gone";
    return new RegExp(`"day":"${this.day}","ends":\\d+,"carried":\\d+,"asked":\\d+`).test(records) ? "begun" : undefined;
  }
}
