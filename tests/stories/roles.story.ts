// Who may do what: everyone else is told no, and told nothing more.

import { expectAccessible } from "../harness/axe.ts";
import type { Down } from "../harness/wire.ts";
import { clientRef } from "../harness/wire.ts";
import { Caller } from "../harness/peer.ts";
import { Server } from "../harness/server.ts";
import { expect, story } from "../harness/story.ts";

const code = ({ refused }: Down) => refused?.code;

story("an agent reads, writes and ends no chat but their own", async ({ outside, words }) => {
  const started = await outside.startChat();
  const resident = await outside.resident(started);
  const [dana, marisol, ines] = await Promise.all(["dana", "marisol", "ines"].map((id) => outside.desk(id)));
  await dana!.presence("online");
  const hers = await dana!.take(started.chat);
  resident.send({ say: { client_ref: clientRef(), text: words.of("For Dana alone") } });
  await hers.find("the message", ({ event }) => (event && "said" in event.body ? true : undefined));

  for (const other of [marisol!, ines!]) {
    const peer = await outside.staffSocket(started.chat, other.cookie);
    peer.send({ hello: { last_seq: 0 } });
    expect(await peer.find("the refusal", code)).toBe("not_permitted");
    expect(await peer.ending()).toEqual({ code: 4005, reason: "not_permitted" });
    expect(JSON.stringify(peer.frames), "not a word of the chat").not.toContain(words.mark);

    const silent = await outside.staffSocket(started.chat, other.cookie);
    silent.send({ end: { client_ref: clientRef() } });
    expect(["not_signed_in", "not_permitted"]).toContain(await silent.find("the refusal", code));
    await silent.close();
  }
  expect(JSON.stringify([dana, marisol, ines].map((desk) => desk!.peer.frames)), "the desk knows no word of any chat").not.toContain(words.mark);

  for (const cookie of ["", "__Host-rotunda_staff=v1.e30.e30"]) {
    const peer = await outside.staffSocket(started.chat, cookie);
    expect(await peer.find("the refusal", code)).toBe("not_signed_in");
    expect((await peer.ending()).code).toBe(4001);
  }
  expect(hers.frames.some(({ event }) => event && "ended" in event.body), "nobody has ended it").toBe(false);
});

story("an administrator sees the line and takes no chats", async ({ outside }) => {
  const { chat } = await outside.startChat();
  const ines = await outside.desk("ines");
  await ines.until("the waiting chat", ({ waiting }) => waiting.some((entry) => entry.chat === chat));
  for (const frame of [{ presence: { presence: "online" } }, { accept: { chat } }, { decline: { chat } }] as const) {
    const from = ines.peer.frames.length;
    ines.peer.send(frame);
    expect(await ines.peer.find("the refusal", ({ refused }) => refused?.code, from)).toBe("not_permitted");
  }
  expect(ines.board).toMatchObject({ presence: "offline", offer: null, mine: [] });
});

story("EM-RET-B-a-i: a records officer keeps a running chat for a request, reads it on record and answers it; an auditor sees no chat", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  const asked = words.of("What did the survey of the lot say?");
  await resident.say(asked);
  await agent.reads(asked);
  const [ruth, owen] = await Promise.all([people.agent("Ruth Calloway"), people.agent("Owen Park")]);
  for (const { page } of [ruth, owen]) {
    await expect(page.getByRole("group", { name: "Do you take chats?" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Take over" })).toBeHidden();
  }
  await expect(owen.line.getByRole("heading", { name: /^Running chats/ })).toBeHidden();

  await ruth.line.getByRole("button", { name: "Keep for a records request" }).click();
  await expect(ruth.line.getByText("Kept for review")).toBeVisible();
  await expect(resident.app.getByText(/^Staff marked this chat for review/).first()).toBeVisible();
  await ruth.line.getByRole("button", { name: /^Cases/ }).click();
  const kept = ruth.page.getByRole("article").filter({ hasText: "Marked by ruth" });
  await kept.getByRole("button", { name: "Read it (on record)" }).click();
  await expect(kept.getByText(asked)).toBeVisible();
  await kept.getByRole("button", { name: "Take it up" }).click();
  await kept.getByRole("combobox").selectOption("request_answered");
  await kept.getByRole("button", { name: "Decide" }).click();
  await expect(kept.getByText("Decided: Records request answered")).toBeVisible();
  await expect(kept.getByText(/^Opened by ruth/)).toBeVisible();

  const tomas = await people.agent("Tomas Webb");
  await tomas.line.getByRole("button", { name: "Read along" }).click();
  await expect(tomas.log.getByText(asked)).toBeVisible();
  await owen.page.getByRole("banner").getByRole("button", { name: "Owen Park" }).click();
  await owen.page.getByRole("button", { name: "Who read which chat" }).click();
  const read = owen.page.getByRole("dialog", { name: "Who read which chat" });
  await expect(read.getByRole("row").filter({ hasText: "Tomas Webb" }).filter({ hasText: "Read along" }).first()).toBeVisible();
  await expectAccessible(owen.page, "auditor: who read which chat");
});

story("nobody takes a chat that is not offered to them", async ({ outside }) => {
  const { chat } = await outside.startChat();
  const [dana, tomas] = await Promise.all([outside.desk("dana"), outside.desk("tomas")]);
  await tomas.presence("online");
  await tomas.until("the offer", ({ offer }) => offer?.chat === chat);
  const from = dana.peer.frames.length;
  dana.peer.send({ accept: { chat } });
  expect(await dana.peer.find("the refusal", ({ refused }) => refused?.code, from)).toBe("offer_gone");
  await tomas.take(chat);
  expect(dana.board.mine).toEqual([]);
});

story("the sign-in cookie is out of reach of scripts, other sites and plain connections", async ({ outside }) => {
  const answer = await outside.fetch("/v1/staff/sign-in", { method: "POST", origin: outside.chat, body: '{"id":"dana"}' });
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^__Host-/);
  for (const part of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) expect(cookie).toContain(part);
  expect(cookie).not.toContain("Domain");
});

story("a deployment with a sample policy that is not for development refuses everything, the sign-in first", async ({}, info) => {
  const server = new Server({ name: `production-${info.workerIndex}`, deployment: "production" });
  try {
    await server.start();
    const outside = new Caller(server.chat, server.city);
    const signIn = { method: "POST", origin: server.chat, body: '{"id":"dana"}' };
    for (const [path, init] of [["/v1/staff/sign-in", signIn], ["/v1/staff/me", {}], ["/v1/city", {}], ["/v1/chats", { method: "POST", body: "{}" }]] as const) {
      const { status, code, message } = await outside.refusal(path, init);
      expect({ status, code }, path).toEqual({ status: 503, code: "sample_policy" });
      expect(message).toContain("sample");
    }
  } finally {
    await server.stop();
  }
});
