// How much the edge carries on this machine: `cargo xtask bench edge`. workerd and these clients share it, so the load average is
// said with the figures. Every latency is counted from the moment at which the message was to be sent, not from when it could be.

import { cpus, loadavg } from "node:os";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Caller } from "../harness/peer.ts";
import { Talker } from "../harness/talker.ts";
import { type StartedChat } from "../harness/wire.ts";
import { Workerd } from "../harness/workerd.ts";

const asked = (name: string, usual: number) => Number(process.env[name] ?? usual);
const ROOT = process.env["ROTUNDA_ROOT"] ?? process.cwd();
const PAIRS = asked("ROTUNDA_PAIRS", 650);
const HELD = asked("ROTUNDA_HELD", 2_000);
const SECONDS = asked("ROTUNDA_SECONDS", 20);
/** Offered messages a second. */
const RATES = [50, 200, 500, 1_000];
/** Beyond this nothing is gained by offering more. */
const SATURATED_MS = 1_000;
const TEXT = "My water bill is higher than it was last month. Who can tell me why?";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const say = (line: string) => process.stdout.write(`${line}\n`);
const load = () => loadavg().map((load) => load.toFixed(2)).join(" ");

/** The value below which this share of the sorted values lies, as milliseconds. */
function percentile(sorted: number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? "-" : value.toFixed(value < 10 ? 1 : 0);
}

async function until(what: string, holds: () => boolean, patience = 180_000): Promise<void> {
  const end = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(20);
  }
}

async function main(): Promise<void> {
  // On a file system in memory, where there is one: what is measured is the Worker, not the disk.
  const state = existsSync("/dev/shm") ? mkdtempSync("/dev/shm/rotunda-bench-") : undefined;
  const workerd = new Workerd({ root: ROOT, city: "eagle-mountain", ...(state ? { state } : {}) });
  say(`${cpus().length} cores, ${cpus()[0]?.model ?? "of unknown make"}; load average at the start: ${load()}; storage: ${state ? "memory" : "disk"}`);
  await workerd.start();
  const outside = new Caller(workerd.chat, workerd.city);
  const everyone: Talker[] = [];
  const talker = ({ chat, token }: StartedChat): Talker => {
    const one = new Talker(() => ({ url: `${workerd.chat}/v1/chats/${chat}/socket`, origin: workerd.city, token }));
    everyone.push(one);
    one.connect();
    return one;
  };
  const start = async (count: number): Promise<StartedChat[]> => {
    const started: StartedChat[] = [];
    while (started.length < count) started.push(...(await Promise.all(Array.from({ length: Math.min(10, count - started.length) }, () => outside.startChat()))));
    return started;
  };
  try {
    const began = performance.now();
    const pairs = (await start(PAIRS)).map((started) => ({ writer: talker(started), reader: talker(started) }));
    await until("everyone is connected", () => everyone.every(({ open }) => open));
    say(`${PAIRS} chats begun in ${((performance.now() - began) / 1_000).toFixed(1)} s, two sockets each`);
    await throughput(pairs);
    await held(workerd, await start(HELD), talker);
    await storm(workerd, everyone);
  } finally {
    for (const one of everyone) one.leave();
    await workerd.stop();
  }
}

/** Committed and fanned-out messages a second. */
async function throughput(pairs: { writer: Talker; reader: Talker }[]): Promise<void> {
  say("\n| Offered /s | Committed and fanned out /s | p50 ms | p99 ms | max ms | lost | load |\n|---|---|---|---|---|---|---|");
  for (const rate of RATES) {
    const due = new Map<string, number>();
    const taken: number[] = [];
    for (const { reader } of pairs) {
      // Fanned out is what has reached the one who did not write it.
      reader.onEvent = ({ client_ref: ref = "" }, at) => {
        const was = due.get(ref);
        if (was !== undefined && due.delete(ref)) taken.push(at - was);
      };
    }
    const begin = performance.now() + 100;
    const count = rate * SECONDS;
    for (let sent = 0; sent < count; ) {
      const now = performance.now();
      for (; sent < count && begin + (sent * 1_000) / rate <= now; sent += 1) {
        const at = begin + (sent * 1_000) / rate;
        const { ref } = pairs[sent % pairs.length]!.writer.say(TEXT, at);
        due.set(ref, at);
      }
      await pause(2);
    }
    await until("everything has arrived", () => due.size === 0, 120_000).catch(() => {});
    const seconds = (performance.now() - begin) / 1_000;
    taken.sort((one, other) => one - other);
    const row = [rate, (taken.length / seconds).toFixed(0), percentile(taken, 0.5), percentile(taken, 0.99), percentile(taken, 1), due.size, loadavg()[0]!.toFixed(2)];
    say(`| ${row.join(" | ")} |`);
    if (Number(percentile(taken, 0.99)) > SATURATED_MS) break;
    // A person may write a hundred messages a minute: the next round begins in another one.
    await pause(10_000);
  }
}

/** Sessions that are held while nothing happens in them, with the memory and the processor each costs. */
async function held(workerd: Workerd, started: StartedChat[], talker: (started: StartedChat) => Talker): Promise<void> {
  const before = workerd.memory();
  const held = started.map(talker);
  await until("all are held", () => held.every(({ open }) => open));
  const awake = workerd.memory();
  // After ten quiet seconds an object goes to sleep and its socket stays.
  await pause(20_000);
  const asleep = workerd.memory();
  const spent = cpuSeconds(workerd.pid);
  await pause(10_000);
  const idle = cpuSeconds(workerd.pid) - spent;
  const each = (bytes: number) => ((bytes - before) / started.length / 1_024).toFixed(0);
  say(`\n${started.length} more chats held: ${each(awake)} KB each at first, ${each(asleep)} KB each asleep; workerd has ${(asleep / 2 ** 20).toFixed(0)} MB; ${idle.toFixed(2)} s of processor in 10 s`);
}

/** Everyone comes back at once, after a kill. */
async function storm(workerd: Workerd, everyone: Talker[]): Promise<void> {
  const broken = everyone.length;
  const from = performance.now();
  await workerd.kill();
  const back = performance.now() - from;
  await until("everyone is back", () => everyone.every(({ open }) => open));
  say(`Storm: ${broken} clients after a kill; workerd was back after ${(back / 1_000).toFixed(1)} s, all clients after ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  say(`Load average at the end: ${load()}`);
}

function cpuSeconds(pid: number): number {
  const fields = readFileSync(join("/proc", String(pid), "stat"), "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${String(fault)}\n`);
    process.exit(1);
  },
);
