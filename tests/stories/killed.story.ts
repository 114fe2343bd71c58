// workerd is killed with SIGKILL after each step of the purge, and the purge is finished all the same (EM-RET-A). Nothing in the
// Worker stops there for it: it is let run for moments at a time, and its storage shows how far it has come.
// `cargo xtask prove purge` does it for more nights.

import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { Needle, canary, filesBelow } from "../harness/canary.ts";
import { Night, STEPS, type Step } from "../harness/night.ts";
import { Caller } from "../harness/peer.ts";
import { ROOT, xtask } from "../harness/server.ts";
import { type StartedChat, type Transparency, clientRef } from "../harness/wire.ts";
import { Workerd } from "../harness/workerd.ts";

const NIGHTS = Number(process.env["ROTUNDA_NIGHTS"] ?? 1);
/** More than are asked at once. */
const ENDED = 30;
/** A day of the rehearsal, how long after it the purge begins, and what is needed of it to begin and end the chats. */
const DAY_MS = 60_000;
const GRACE_MS = 10_000;
const ROOM_MS = 20_000;
/** So long it runs between two looks. */
const MOMENT_MS = 0.2;
/** Nights in which a step went by unseen: so many are tried again. */
const SPARE = 4;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("killed: SIGKILL after each step of the purge, and the day is over all the same", async () => {
  test.setTimeout((NIGHTS + SPARE) * 240_000);
  const workerd = new Workerd({ root: ROOT });
  await workerd.start();
  const outside = new Caller(workerd.chat, workerd.city);
  const needle = new Needle(canary());
  const told = async () => (await outside.fetch("/v1/transparency")).json() as Promise<Transparency>;
  const hit = new Map<Step, number>(STEPS.map((step) => [step, 0]));

  const chat = async (over: boolean): Promise<StartedChat> => {
    const started = await outside.startChat();
    const peer = await outside.resident(started);
    peer.send({ say: { client_ref: clientRef(), text: `Nobody may read this ${needle.name}` } });
    await peer.find("the echo", ({ event }) => (event && "said" in event.body ? event : undefined));
    if (over) {
      peer.send({ end: { client_ref: clientRef() } });
      await peer.find("the end", ({ event }) => (event && "ended" in event.body ? event : undefined));
    }
    await peer.close();
    return started;
  };

  /** Lets it run for moments until this step or a later one is done; then it is frozen. */
  const reached = async (night: Night, step: Step): Promise<Step> => {
    for (;;) {
      workerd.freeze();
      const now = night.step();
      if (now && STEPS.indexOf(now) >= STEPS.indexOf(step)) return now;
      workerd.thaw();
      const until = performance.now() + MOMENT_MS;
      while (performance.now() < until);
      await new Promise((done) => setImmediate(done));
    }
  };

  try {
    const open = await chat(false);
    for (let night = 0; night < NIGHTS + SPARE && [...hit.values()].some((times) => times < NIGHTS); night += 1) {
      const left = DAY_MS - (Date.now() % DAY_MS);
      if (left < ROOM_MS) await pause(left);
      const over: StartedChat[] = [];
      while (over.length < ENDED) over.push(...(await Promise.all(Array.from({ length: 10 }, () => chat(true)))));
      // On a very slow machine the day may have changed meanwhile: then the later part is watched.
      const days = Night.daysOf(workerd.state, over.map(({ chat }) => chat));
      const day = [...days.values()].sort().at(-1)!;
      const watched = over.filter(({ chat }) => days.get(chat) === day);
      const seen = new Night(workerd.state, day, watched.map(({ chat }) => chat));
      await pause(Math.max(0, DAY_MS - (Date.now() % DAY_MS) + GRACE_MS - 500));
      for (const step of STEPS) {
        const now = await reached(seen, step);
        if (now === step) hit.set(step, hit.get(step)! + 1);
        const readable = [...filesBelow(workerd.state)].filter(({ bytes }) => needle.in(bytes));
        expect(readable.map(({ path }) => path)).toEqual([]);
        await workerd.kill();
      }
      await expect.poll(async () => (await told()).ledger.filter(({ certificate }) => certificate.day === day).length, { timeout: 60_000 }).toBe(1);
      const { certificate } = (await told()).ledger.find(({ certificate }) => certificate.day === day)!;
      expect(certificate).toMatchObject({ removed: watched.length, held: 0, unanswered: 0, key_absent: true, probe_opens: false });
      for (const { chat, token } of watched) {
        const gone = await outside.socket(chat);
        gone.send({ hello: { token } });
        expect((await gone.ending()).reason).toBe("no_such_chat");
      }
    }
    console.log(JSON.stringify(Object.fromEntries(hit)));
    for (const [step, times] of hit) expect(times, `killed when it was ${step}`).toBeGreaterThanOrEqual(NIGHTS);

    // What was open went on, night after night.
    const again = await outside.resident(open);
    const { events } = await again.find("everything", ({ snapshot }) => snapshot);
    expect(JSON.stringify(events)).toContain(needle.name);
    await again.close();
    const [program, ...words] = [...xtask(), "verify-ledger", `${workerd.chat}/v1/transparency`];
    expect(execFileSync(program!, words, { cwd: ROOT, encoding: "utf8" })).toContain("the chain holds");
  } finally {
    await workerd.stop();
  }
});
