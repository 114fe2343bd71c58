// When the day is over its chats are gone, from every copy; what is open goes on (EM-RET-A, EM-DEF-11).

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, expectUnreadable, story } from "../harness/story.ts";
import { Caller } from "../harness/peer.ts";
import { ROOT, Server, xtask } from "../harness/server.ts";
import { type Transparency, clientRef } from "../harness/wire.ts";

story.describe.configure({ retries: 0 });

/** Where workerd keeps the objects, beside the folder of R2. */
function objects(server: Server): string {
  const [found] = readdirSync(server.state, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("/do"));
  return join(server.state, found!);
}

const told = async (outside: Caller): Promise<Transparency> => (await outside.fetch("/v1/transparency")).json() as Promise<Transparency>;

story("EM-RET-A: the day's chats are shredded, also from a copy made before, and the ledger proves it", async ({ words }) => {
  // A day of the rehearsal lasts a minute; the storage is copied, and put back afterwards.
  story.setTimeout(300_000);
  const server = new Server({ name: "purge" });
  await server.start();
  const outside = new Caller(server.chat, server.city);
  const copy = `${server.state}-copy`;
  try {
    const over = await outside.startChat();
    const open = await outside.startChat();
    const said = words.of("Kept for a day at most");
    const [first, second] = [await outside.resident(over), await outside.resident(open)];
    for (const peer of [first, second]) {
      peer.send({ say: { client_ref: clientRef(), text: said } });
      await peer.find("the echo", ({ event }) => (event && "said" in event.body ? event : undefined));
    }
    first.send({ end: { client_ref: clientRef() } });
    await first.find("the end", ({ event }) => (event && "ended" in event.body ? event : undefined));
    const before = await told(outside);
    expect(before.oldest_readable).not.toBeNull();
    await server.kill();
    cpSync(objects(server), copy, { recursive: true });
    await server.start();

    await story.step("the page tells of the purge, and the chain verifies", async () => {
      const removed = async () => (await told(outside)).ledger.reduce((sum, { certificate }) => sum + certificate.removed, 0);
      await expect.poll(removed, { timeout: 120_000, intervals: [1_000] }).toBe(1);
      const page = await (await outside.fetch("/transparency")).text();
      expect(page).toContain((await told(outside)).head);
      const [program, ...words] = [...xtask(), "verify-ledger", `${server.chat}/v1/transparency`];
      expect(execFileSync(program!, words, { cwd: ROOT, encoding: "utf8" })).toContain("the chain holds");
    });

    await story.step("the chat that was over is gone, the open one goes on under the next key", async () => {
      const gone = await outside.socket(over.chat);
      gone.send({ hello: { token: over.token } });
      expect((await gone.ending()).reason).toBe("no_such_chat");
      const again = await outside.resident(open);
      const { events } = await again.find("everything", ({ snapshot }) => snapshot);
      expect(JSON.stringify(events)).toContain(said);
      await again.close();
    });

    await story.step("a copy of the storage from before opens nothing that was sealed that day", async () => {
      await server.kill();
      const folder = objects(server);
      rmSync(folder, { recursive: true });
      cpSync(copy, folder, { recursive: true });
      await server.start();
      for (const { chat, token } of [over, open]) {
        const peer = await outside.socket(chat);
        peer.send({ hello: { token } });
        expect((await peer.ending()).reason).toBe("no_such_chat");
      }
      expectUnreadable(server, words.mark);
    });
  } finally {
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  }
});
