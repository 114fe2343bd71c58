// The resident ends the chat and has it deleted at once: before the day is over nothing of it is left, and the record says so.

import { expect, expectUnreadable, story } from "../harness/story.ts";
import { Caller } from "../harness/peer.ts";
import { Server } from "../harness/server.ts";
import { type Transparency, clientRef } from "../harness/wire.ts";

story.describe.configure({ retries: 0 });

story("EM-RET-A: a resident ends the chat and has it deleted, and both sides are told", async ({ people, words, outside }) => {
  const { agent, resident } = await people.talking();
  const said = words.of("Nobody need remember this");
  await resident.say(said);
  await agent.reads(said);
  const kept = await resident.kept();
  await resident.app.getByRole("button", { name: "End chat", expanded: false }).click();
  await resident.app.getByRole("group").getByRole("button", { name: "End and delete now" }).click();
  await expect(resident.log.getByText("You ended the chat. It is deleted.")).toBeVisible();
  await expect(resident.app.getByText(/^The City has deleted this chat/).first()).toBeVisible();
  await expect(agent.page.getByText("The resident ended the chat and had it deleted.").first()).toBeAttached();
  const again = await outside.socket(kept.chat);
  again.send({ hello: { token: kept.token } });
  expect((await again.ending()).reason, "it is gone for who has its token").toBe("no_such_chat");
});

story("EM-RET-A: a forgotten chat is gone at once, also after a kill, and the certificate of its day counts it", async ({ words }) => {
  story.setTimeout(240_000);
  const server = new Server({ name: "forget" });
  await server.start();
  const outside = new Caller(server.chat, server.city);
  const told = async () => (await outside.fetch("/v1/transparency")).json() as Promise<Transparency>;
  try {
    const action = clientRef();
    const started = await outside.startChat("billing", "en", action);
    const resident = await outside.resident(started);
    resident.send({ say: { client_ref: clientRef(), text: words.of("Forget this") } });
    await resident.find("the echo", ({ event }) => (event && "said" in event.body ? event : undefined));
    resident.send({ forget: { client_ref: clientRef() } });
    // Whether the frame was still on its way or the chat is gone already: killed now, it is gone afterwards.
    await resident.find("the end", ({ event }) => (event && "ended" in event.body ? event : undefined));
    await server.kill();
    await server.start();
    const gone = async () => {
      const peer = await outside.socket(started.chat);
      peer.send({ hello: { token: started.token } });
      const end = await peer.find("an answer", ({ refused, event, snapshot }) => refused?.code ?? (event || snapshot ? "there" : undefined));
      if (!peer.closed) await peer.close();
      return end;
    };
    await expect.poll(gone, { timeout: 30_000 }).toBe("no_such_chat");
    expectUnreadable(server, words.mark);
    await expect(outside.startChat("billing", "en", action), "a repetition does not begin it again").rejects.toThrow("no_such_chat");
    const before = await told();
    expect(before.oldest_readable, "nothing can be read any more").toBeNull();
    const forgotten = async () => (await told()).ledger.reduce((sum, { certificate }) => sum + certificate.forgotten, 0);
    await expect.poll(forgotten, { timeout: 120_000, intervals: [1_000], message: "the record says that it was" }).toBe(1);
  } finally {
    await server.stop();
  }
});
