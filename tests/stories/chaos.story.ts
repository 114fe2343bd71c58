// Residents write while workerd is killed with SIGKILL, again and again, also in the middle of the purge: not one message is
// lost, doubled or out of order, and what was over is gone (EM-DEF-11, EM-RET-A). `cargo xtask prove chaos` does more of it.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Needle, canary, filesBelow } from "../harness/canary.ts";
import { Caller } from "../harness/peer.ts";
import { ROOT, xtask } from "../harness/server.ts";
import { Talker } from "../harness/talker.ts";
import { type StartedChat, type Transparency } from "../harness/wire.ts";
import { Workerd } from "../harness/workerd.ts";

test.describe.configure({ retries: 0 });

const asked = (name: string, usual: number) => Number(process.env[name] ?? usual);
const KILLS = asked("ROTUNDA_KILLS", 5);
const MESSAGES = asked("ROTUNDA_MESSAGES", 500);
/** One person may write a hundred messages a minute. */
const PAUSE_MS = 640;
const CHATS = asked("ROTUNDA_CHATS", Math.min(600, Math.max(20, Math.ceil(MESSAGES / 100))));
/** Chats that are ended, for the purge to find. */
const ENDED = 20;
/** A day of the rehearsal, and how long after it the purge begins. */
const DAY_MS = 60_000;
const GRACE_MS = 10_000;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Two browsers of one resident: one writes, both read. */
interface Pair {
  started: StartedChat;
  writer: Talker;
  reader: Talker;
}

test("chaos: killed with SIGKILL at any moment, nothing is lost, doubled or out of order, and the purge is finished", async () => {
  test.setTimeout(600_000 + KILLS * 10_000 + MESSAGES * 40);
  const workerd = new Workerd({ root: ROOT });
  await workerd.start();
  const outside = new Caller(workerd.chat, workerd.city);
  const mark = canary();
  const everyone: Talker[] = [];
  const told = async () => (await outside.fetch("/v1/transparency")).json() as Promise<Transparency>;
  const join_ = ({ chat, token }: StartedChat): Talker => {
    const talker = new Talker(() => ({ url: `${workerd.chat}/v1/chats/${chat}/socket`, origin: workerd.city, token }));
    everyone.push(talker);
    talker.connect();
    return talker;
  };
  try {
    const pairs: Pair[] = [];
    for (let from = 0; from < CHATS; from += 10) {
      const started = await Promise.all(Array.from({ length: Math.min(10, CHATS - from) }, () => outside.startChat()));
      pairs.push(...started.map((started) => ({ started, writer: join_(started), reader: join_(started) })));
    }
    const over = await Promise.all(Array.from({ length: ENDED }, () => outside.startChat()));
    for (const started of over) {
      const talker = join_(started);
      talker.say(`Over soon ${mark}`);
      await expect.poll(() => talker.isDone, { timeout: 30_000 }).toBe(true);
      talker.end();
    }

    // Everybody writes at their pace, whatever happens.
    let left = MESSAGES;
    const writing = pairs.map(async ({ writer }, number) => {
      await pause((number * PAUSE_MS) / CHATS);
      while (left > 0) {
        left -= 1;
        writer.say(`Line ${mark}`);
        await pause(PAUSE_MS);
      }
    });
    const moments: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await expect.poll(() => everyone.filter((talker) => talker.open).length, { timeout: 120_000, intervals: [50] }).toBeGreaterThan(CHATS);
      const toPurge = (GRACE_MS - (Date.now() % DAY_MS) + DAY_MS) % DAY_MS;
      const aimed = toPurge < 5_000;
      await pause(aimed ? toPurge + Math.random() * 1_000 : 200 + Math.random() * 1_500);
      await workerd.kill();
      moments.push(aimed ? "purge" : "talk");
    }
    await Promise.all(writing);
    const isDone = () => pairs.filter(({ writer }) => !writer.isDone).length;
    await expect.poll(isDone, { timeout: 180_000, message: "everything is confirmed" }).toBe(0);

    // What stands now, told to somebody who has nothing.
    for (const { started, writer, reader } of pairs) {
      const fresh = join_(started);
      await expect.poll(() => fresh.open && fresh.head >= writer.head, { timeout: 60_000 }).toBe(true);
      const stands = [...fresh.told.entries()].filter(([, ref]) => ref !== "");
      expect(stands.map(([, ref]) => ref), "each once, in order, and nothing else").toEqual(writer.messages.map(({ ref }) => ref));
      for (const client of [writer, reader]) {
        await expect.poll(() => client.head, { timeout: 60_000 }).toBe(fresh.head);
        for (const [seq, ref] of client.told) expect(fresh.told.get(seq), `what was told under ${seq}`).toBe(ref);
        expect(client.faults).toEqual([]);
      }
      fresh.leave();
    }

    // The purge is finished, however often it was killed.
    const removed = async () => (await told()).ledger.reduce((sum, { certificate }) => sum + certificate.removed, 0);
    await expect.poll(removed, { timeout: 240_000, intervals: [1_000] }).toBe(ENDED);
    const [program, ...words] = [...xtask(), "verify-ledger", `${workerd.chat}/v1/transparency`];
    expect(execFileSync(program!, words, { cwd: ROOT, encoding: "utf8" })).toContain("the chain holds");
    for (const { chat, token } of over) {
      const gone = await outside.socket(chat);
      gone.send({ hello: { token } });
      expect((await gone.ending()).reason).toBe("no_such_chat");
    }
    const needle = new Needle(mark);
    for (const { path, bytes } of filesBelow(workerd.state)) expect(needle.in(bytes), path).toBeUndefined();

    const sum = (of: (talker: Talker) => number) => everyone.reduce((sum, talker) => sum + of(talker), 0);
    const lived = {
      kills: KILLS,
      in_the_purge: moments.filter((moment) => moment === "purge").length,
      messages: pairs.reduce((sum, { writer }) => sum + writer.messages.length, 0),
      reconnects: sum(({ connections }) => Math.max(0, connections - 1)),
      unknown_that_stood: sum(({ unknown }) => unknown.committed),
      unknown_that_did_not: sum(({ unknown }) => unknown.not),
      certificates: (await told()).ledger.length,
    };
    writeFileSync(join(ROOT, "tests/report/chaos.json"), `${JSON.stringify(lived, null, 2)}\n`);
    console.log(JSON.stringify(lived));
    expect(lived.unknown_that_stood + lived.unknown_that_did_not, "the kills did hit messages on their way").toBeGreaterThan(KILLS);
  } finally {
    for (const talker of everyone) talker.leave();
    await workerd.stop();
  }
});
