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
const KILLS = asked("ROTUNDA_KILLS", 25);
const MESSAGES = asked("ROTUNDA_MESSAGES", 10_000);
/** One person may write a hundred messages a minute. */
const PAUSE_MS = 640;
const CHATS = asked("ROTUNDA_CHATS", Math.min(600, Math.max(20, Math.ceil(MESSAGES / 100))));
/** Chats that are ended, for the purge to find. */
const ENDED = 20;
/** A day of the rehearsal, and how long after it the purge begins. */
const DAY_MS = 60_000;
const GRACE_MS = 10_000;

/** How often it is looked, at the least, whether the last words before a kill stand. */
const LONGER_MS = 5;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Two browsers of one resident: one writes, both read. */
interface Pair {
  started: StartedChat;
  writer: Talker;
  reader: Talker;
}

/** Whose browsers both have everything. */
const ready = (pairs: Pair[]) => pairs.filter(({ writer, reader }) => writer.isReady && reader.isReady);

/**
 * Kills it so that messages are certainly on their way, whatever the machine. Half of those who are there say something whose
 * echo is lost; soon after the first of it stands, everything stops; the others say something that nobody reads any more; then
 * comes SIGKILL. Answers how many of the messages it struck are known to stand.
 */
async function strike(workerd: Workerd, pairs: Pair[], text: string): Promise<number> {
  const say = ({ writer }: Pair) => {
    writer.deaf = true;
    if (!writer.underWay) writer.say(text);
  };
  const unheard = () => ready(pairs).filter(({ writer, reader }) => writer.deaf && writer.underWay && [...reader.told.values()].includes(writer.underWay.ref));
  while (unheard().length === 0) {
    const present = ready(pairs);
    present.slice(0, Math.ceil(present.length / 2)).forEach(say);
    await pause(Math.random() * LONGER_MS);
  }
  workerd.freeze();
  const stood = unheard().length;
  ready(pairs).forEach(say);
  await workerd.kill();
  return stood;
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
    let stood = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await expect.poll(() => ready(pairs).length, { timeout: 120_000, intervals: [50] }).toBeGreaterThanOrEqual(CHATS / 2);
      const toPurge = (GRACE_MS - (Date.now() % DAY_MS) + DAY_MS) % DAY_MS;
      const aimed = toPurge < 5_000 || (kill === KILLS - 1 && !moments.includes("purge"));
      await pause(aimed ? toPurge + Math.random() * 500 : 200 + Math.random() * 1_500);
      stood += await strike(workerd, pairs, `Last words ${mark}`);
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
        // One expectation for all of them: Playwright looks through every earlier one at each.
        const others = [...client.told].filter(([seq, ref]) => fresh.told.get(seq) !== ref);
        expect(others, "what was told under other numbers").toEqual([]);
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
    const readable = [...filesBelow(workerd.state)].filter(({ bytes }) => needle.in(bytes));
    expect(readable.map(({ path }) => path)).toEqual([]);

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
    expect(stood, "every kill hit messages that stood and were not confirmed").toBeGreaterThanOrEqual(KILLS);
    expect(lived.unknown_that_stood, "they were recognised as standing").toBeGreaterThanOrEqual(stood);
    expect(lived.unknown_that_did_not, "and others did not reach it").toBeGreaterThan(0);
  } finally {
    for (const talker of everyone) talker.leave();
    await workerd.stop();
  }
});
