// A chat that is marked for retention stays when its day is over, is read on record, and goes with the decision (EM-RET-B-a).

import { expect, story } from "../harness/story.ts";
import { Caller } from "../harness/peer.ts";
import { Server } from "../harness/server.ts";
import { type CaseCard, type Transparency, clientRef } from "../harness/wire.ts";

story.describe.configure({ retries: 0 });

story("EM-RET-B-a-i-1: an agent marks a chat in the console, and both sides are told", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  const rude = words.of("Something rude");
  await resident.say(rude);
  await agent.reads(rude);
  await agent.chat.getByRole("button", { name: "Keep", exact: true }).click();
  await agent.chat.getByRole("group", { name: /^Keep this chat/ }).getByRole("button", { name: "Harassment" }).click();
  await expect(agent.chat.getByText("Kept for review")).toBeVisible();
  await expect(agent.composer).toBeFocused();
  await expect(resident.app.getByText(/^Staff marked this chat for review/).first()).toBeVisible();
  await resident.end();
  await expect(resident.app.getByText(/Staff marked it for review/).first()).toBeVisible();
});

story("EM-RET-B-a: what is held stays readable after the purge, for a supervisor and on record, until the decision", async ({ words }) => {
  story.setTimeout(300_000);
  const server = new Server({ name: "holds" });
  await server.start();
  const outside = new Caller(server.chat, server.city);
  const as = (cookie: string, body?: object) => ({ method: "POST", origin: server.chat, headers: { cookie }, body: JSON.stringify(body ?? {}) });
  const cases = async (cookie: string) => (await outside.fetch("/v1/cases", { headers: { cookie } })).json() as Promise<CaseCard[]>;
  const told = async () => (await outside.fetch("/v1/transparency")).json() as Promise<Transparency>;
  try {
    const started = await outside.startChat();
    const resident = await outside.resident(started);
    const dana = await outside.desk("dana");
    await dana.presence("online");
    await dana.take(started.chat);
    const said = words.of("Something rude");
    resident.send({ say: { client_ref: clientRef(), text: said } });
    await resident.find("the echo", ({ event }) => (event && "said" in event.body ? event : undefined));
    const [marisol, tomas] = await Promise.all([outside.signIn("marisol"), outside.signIn("tomas")]);
    const retention = `/v1/chats/${started.chat}/retention`;
    expect(await outside.refusal(retention, as(marisol, { reason: "harassment" }))).toMatchObject({ code: "not_permitted" });
    expect((await outside.fetch(retention, as(dana.cookie, { reason: "harassment" }))).status).toBe(200);
    await resident.find("that it is kept", ({ retained }) => retained);
    resident.send({ end: { client_ref: clientRef() } });
    await resident.find("the end", ({ event }) => (event && "ended" in event.body ? event : undefined));
    await dana.leave();

    await story.step("the purge passes it by and counts it", async () => {
      const held = async () => (await told()).ledger.reduce((sum, { certificate }) => sum + certificate.held, 0);
      await expect.poll(held, { timeout: 150_000, intervals: [1_000] }).toBe(1);
      await server.kill();
      await server.start();
    });

    await story.step("only a supervisor sees the case, and that they read it is on record", async () => {
      expect(await outside.refusal(`/v1/cases/${started.chat}/transcript`, as(dana.cookie))).toMatchObject({ code: "not_permitted" });
      const answer = await outside.fetch(`/v1/cases/${started.chat}/transcript`, as(tomas));
      expect(await answer.text()).toContain(said);
      expect(await cases(tomas)).toMatchObject([{ chat: started.chat, reason: "harassment", by: "dana", opened: [{ by: "tomas" }] }]);
    });

    await story.step("decided for someone who lives elsewhere, it is gone at once", async () => {
      const at = `/v1/cases/${started.chat}`;
      expect(await outside.refusal(`${at}/decision`, as(tomas, { decision: "other_banned" }))).toMatchObject({ code: "not_permitted" });
      expect((await outside.fetch(`${at}/evaluation`, as(tomas))).status).toBe(200);
      expect((await outside.fetch(`${at}/decision`, as(tomas, { decision: "other_banned" }))).status).toBe(200);
      await expect.poll(() => cases(tomas), { timeout: 30_000 }).toEqual([]);
      expect(await outside.refusal(`${at}/transcript`, as(tomas))).toMatchObject({ code: "no_such_chat" });
      expect((await told()).held).toBe(0);
    });
  } finally {
    await server.stop();
  }
});
