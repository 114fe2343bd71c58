// Bad input: each kind has its own stable code, a sentence that says what to do, and harms nobody else.

import { residentToken } from "../harness/forgery.ts";
import { type Caller, type ChatPeer, type Closed, type Desk, told } from "../harness/peer.ts";
import { expect, story } from "../harness/story.ts";
import { clientRef, type Down, type Exchanged, type Up } from "../harness/wire.ts";

/** A conversation of two who have nothing to do with any of it. */
class Bystanders {
  readonly #said: string[] = [];

  private constructor(
    readonly resident: ChatPeer,
    readonly staff: ChatPeer,
    readonly desk: Desk,
  ) {}

  static async talking(outside: Caller): Promise<Bystanders> {
    const started = await outside.startChat();
    const resident = await outside.resident(started);
    const desk = await outside.desk("dana");
    await desk.presence("online");
    return new Bystanders(resident, await desk.take(started.chat), desk);
  }

  /** They exchange a message each way, and it arrives. */
  async talk(words: (text: string) => string): Promise<void> {
    for (const [from, to] of [
      [this.resident, this.staff],
      [this.staff, this.resident],
    ] as const) {
      const text = words("Still here");
      from.send({ say: { client_ref: clientRef(), text } });
      await to.find("the message of the other side", ({ event }) => (event && "said" in event.body && event.body.said.text === text) || undefined);
      this.#said.push(text);
    }
  }

  /** Nothing of what went on beside them has reached them. */
  async noticedNothing(): Promise<void> {
    for (const peer of [this.resident, this.staff]) {
      expect(peer.closed, "nobody was disconnected").toBeUndefined();
      expect(peer.frames.flatMap(({ refused }) => refused ?? []), "nobody was refused anything").toEqual([]);
      expect(told(peer)).toEqual(this.#said);
    }
    this.resident.send({ end: { client_ref: clientRef() } });
    await this.desk.until("the end", ({ mine }) => mine.length === 0);
    await this.desk.leave();
  }
}

/** The refusal a peer is told, and how its connection ends. */
async function refused(peer: ChatPeer, from = 0): Promise<string> {
  return (await peer.find("a refusal", (frame) => frame.refused, from)).code;
}

async function refusedAndClosed(peer: ChatPeer): Promise<[string, Closed]> {
  return [await refused(peer), await peer.ending()];
}

const say = (text: string, client_ref = clientRef()): Up => ({ say: { client_ref, text } });

story("every kind of bad frame has its own code, and a conversation beside it goes on", async ({ outside, words }) => {
  const others = await Bystanders.talking(outside);
  const mine = await outside.startChat();
  const beside = () => others.talk((text) => words.of(text));

  await story.step("a page that is not the city's", async () => {
    const peer = await outside.socket(mine.chat, { origin: "https://evil.example" });
    expect(await refusedAndClosed(peer)).toEqual(["wrong_origin", { code: 4003, reason: "wrong_origin" }]);
    await beside();
  });

  await story.step("no token", async () => {
    for (const first of [{ hello: {} }, say(words.of("Hello")), { typing: {} }] as Up[]) {
      const peer = await outside.socket(mine.chat);
      peer.send(first);
      expect(await refused(peer)).toBe("not_signed_in");
      if ("hello" in first) expect((await peer.ending()).code).toBe(4001);
      else await peer.close();
    }
  });

  await story.step("a foreign token, a forged one, and one that has expired", async () => {
    const foreign = (await outside.startChat("permits")).token;
    const hour = 3_600_000;
    const forged = residentToken({ city: "rehearsal", chat: mine.chat, expires: Date.now() + hour }, "not the deployment's secret");
    const expired = residentToken({ city: "rehearsal", chat: mine.chat, expires: Date.now() - 1_000 });
    const elsewhere = residentToken({ city: "eagle-mountain", chat: mine.chat, expires: Date.now() + hour });
    for (const token of [foreign, forged, expired, elsewhere, "nonsense", ""]) {
      const peer = await outside.socket(mine.chat);
      peer.send({ hello: { token } });
      expect(await refusedAndClosed(peer)).toEqual(["token_refused", { code: 4001, reason: "token_refused" }]);
    }
    await beside();
  });

  await story.step("a token signed by the deployment does open its chat, so the refusals above mean something", async () => {
    const token = residentToken({ city: "rehearsal", chat: mine.chat, expires: Date.now() + 60_000 });
    const peer = await outside.resident({ ...mine, token });
    await peer.close();
  });

  await story.step("a subprotocol nobody knows, and none at all", async () => {
    for (const protocols of [["rotunda.v0"], ["mqtt", "soap"], []]) {
      const peer = await outside.socket(mine.chat, { protocols });
      expect(await refusedAndClosed(peer)).toEqual(["upgrade_required", { code: 4026, reason: "upgrade_required" }]);
    }
  });

  await story.step("what is not JSON, and what is no frame", async () => {
    const nonsense = ["", "{", "null", "[]", '"say"', '{"dance":{}}', '{"say":{}}', '{"hello":{"last_seq":-1}}', '{"say":{"client_ref":"../../etc/passwd","text":"x"}}'];
    for (const data of [...nonsense, Buffer.from([0, 255, 1, 254])]) {
      const peer = await outside.resident(mine);
      peer.sendRaw(data);
      expect(await refused(peer), `to ${data}`).toBe("bad_frame");
      peer.send(say(words.of("After the nonsense")));
      await peer.find("the own message", ({ event }) => event);
      await peer.close();
    }
    await beside();
  });

  await story.step("nonsense again and again", async () => {
    const peer = await outside.resident(mine);
    for (let count = 0; count < 6; count++) peer.sendRaw("{");
    expect((await peer.ending()).code).toBe(4008);
    expect(peer.frames.flatMap(({ refused }) => refused?.code ?? [])).toEqual([...Array(5).fill("bad_frame"), "flood"]);
  });

  await story.step("a frame over 16 KB", async () => {
    for (const data of [JSON.stringify(say("x".repeat(17_000))), Buffer.alloc(17_000)]) {
      const peer = await outside.resident(mine);
      peer.sendRaw(data);
      expect(await refusedAndClosed(peer)).toEqual(["frame_too_large", { code: 4009, reason: "frame_too_large" }]);
    }
    await beside();
  });

  await story.step("a text over 4,000 characters, counted as people count, and an empty one", async () => {
    const peer = await outside.resident(mine);
    const tooLong = say("ñ".repeat(4_001));
    peer.send(tooLong);
    await expect(peer.find("the refusal", (frame) => frame.refused)).resolves.toEqual({
      code: "text_too_long",
      client_ref: (tooLong as { say: { client_ref: string } }).say.client_ref,
    });
    peer.send(say("  \n "));
    await peer.find("the refusal", ({ refused }) => (refused?.code === "empty_text" ? true : undefined));
    peer.send(say("ñ".repeat(4_000)));
    await peer.find("the longest message there may be", ({ event }) => event);
    await peer.close();
  });

  await story.step("a client reference that was used for another text", async () => {
    const peer = await outside.resident(mine);
    const once = clientRef();
    const text = words.of("The first text");
    peer.send(say(text, once));
    await peer.find("the message", ({ event }) => event);
    peer.send(say(text, once));
    await peer.find("the same event again, not a second one", ({ event }) => (event?.client_ref === once ? event : undefined), peer.frames.length - 1);
    peer.send(say(words.of("Another text"), once));
    expect(await refused(peer)).toBe("reused_reference");
    const events = peer.frames.flatMap(({ event }) => (event?.client_ref === once ? event.seq : []));
    expect(new Set(events).size, "one message, however often it is sent").toBe(1);
    await peer.close();
  });

  await story.step("too many messages", async () => {
    const { chat, token } = await outside.startChat("streets");
    const peer = await outside.resident({ chat, token, expires: 0 });
    for (const text of words.several(24, "Quick")) peer.send(say(text));
    expect(await refused(peer)).toBe("too_fast");
    expect(peer.closed, "who is told to slow down stays connected").toBeUndefined();
    await beside();
  });

  await story.step("a flood of frames", async () => {
    const peer = await outside.resident(mine);
    for (let count = 0; count < 600 && !peer.closed; count++) peer.send({ typing: {} });
    const ending = await peer.ending();
    expect(ending).toEqual({ code: 4008, reason: "flood" });
    await beside();
  });

  await story.step("a chat that does not exist", async () => {
    for (const chat of ["0".repeat(26), "z".repeat(26), "no-such-chat", "..%2f..%2fdesk"]) {
      const peer = await outside.socket(chat);
      expect(await refusedAndClosed(peer), chat).toEqual(["no_such_chat", { code: 4004, reason: "no_such_chat" }]);
    }
  });

  await story.step("a chat that has ended", async () => {
    const started = await outside.startChat("other");
    const peer = await outside.resident(started);
    peer.send({ end: { client_ref: clientRef() } });
    await peer.find("the end", ({ event }) => (event && "ended" in event.body ? true : undefined));
    peer.send(say(words.of("One more thing")));
    expect(await refused(peer)).toBe("chat_ended");
    await peer.close();
  });

  await others.noticedNothing();
});

story("every bad request has its own status and code, and says what to do", async ({ outside }) => {
  const started = await outside.startChat();
  const post = (body: string) => ({ method: "POST", body });
  const start = (fields: object) => post(JSON.stringify({ client_ref: clientRef(), topic: "billing", language: "en", ...fields }));
  const cases: [what: string, path: string, init: RequestInit & { origin?: string }, status: number, code: string][] = [
    ["another origin", "/v1/chats", { ...start({}), origin: "https://evil.example" }, 403, "wrong_origin"],
    ["not JSON", "/v1/chats", post("{"), 400, "bad_frame"],
    ["an unknown topic", "/v1/chats", start({ topic: "gossip" }), 400, "bad_frame"],
    ["an unknown language", "/v1/chats", start({ language: "tlh" }), 400, "bad_frame"],
    ["a reference that is none", "/v1/chats", start({ client_ref: "1" }), 400, "bad_frame"],
    ["a body over 16 KB", "/v1/chats", start({ more: "x".repeat(17_000) }), 413, "frame_too_large"],
    ["no WebSocket", `/v1/chats/${started.chat}/socket`, {}, 426, "upgrade_required"],
    ["no such address", "/v1/chats/x/y/z", {}, 404, "not_found"],
    ["another method", "/v1/chats", { method: "DELETE" }, 405, "wrong_method"],
    ["another city", "/v1/city/atlantis", {}, 404, "not_found"],
    ["someone who does not exist", "/v1/staff/sign-in", { ...post('{"id":"mallory"}'), origin: outside.chat }, 401, "not_signed_in"],
    ["a sign-in from another page", "/v1/staff/sign-in", post('{"id":"dana"}'), 403, "wrong_origin"],
  ];
  for (const [what, path, init, status, code] of cases) {
    const told = await outside.refusal(path, init);
    expect({ status: told.status, code: told.code }, what).toEqual({ status, code });
    expect(told.message, what).toMatch(/^[A-Z].{20,}\.$/);
  }
});

story("requests in the place of a socket carry the same frames and are refused for the same reasons", async ({ outside, words }) => {
  const { chat, token } = await outside.startChat();
  const exchange = async (to: string, body: object): Promise<{ closed: number | undefined; frames: Down[] }> => {
    const answer = await outside.fetch(`/v1/chats/${to}/exchange`, { method: "POST", body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
    const { frames = [], closed } = (await answer.json()) as Exchanged;
    return { closed, frames: frames.map((frame) => JSON.parse(frame) as Down) };
  };
  const frames = (...sent: Up[]) => sent.map((frame) => JSON.stringify(frame));
  const begun = async (...sent: Up[]): Promise<string> => {
    const line = clientRef();
    await exchange(chat, { line, begins: true, frames: frames(...sent) });
    return line;
  };

  const line = await begun({ hello: { token } });
  const greeted = await exchange(chat, { line, listens: true });
  expect(greeted.frames.map((frame) => Object.keys(frame)[0]).slice(0, 2)).toEqual(["welcome", "snapshot"]);
  const text = words.of("By requests");
  const echo = async (): Promise<Down> => {
    const told = await exchange(chat, { line, listens: true });
    expect(told.closed).toBeUndefined();
    return told.frames.find(({ event }) => event && "said" in event.body) ?? echo();
  };
  const [heard] = await Promise.all([echo(), exchange(chat, { line, frames: frames(say(text)) })]);
  expect(heard.event?.body).toMatchObject({ said: { text } });

  const stranger = await begun(say(words.of("Let me in")));
  expect((await exchange(chat, { line: stranger, listens: true })).frames).toMatchObject([{ refused: { code: "not_signed_in" } }]);
  const forger = await begun({ hello: { token: "v1.e30.bm90IGEgc2lnbmF0dXJl" } });
  expect(await exchange(chat, { line: forger, listens: true })).toMatchObject({ closed: 4001, frames: [{ refused: {} }] });
  expect(await exchange(chat, { line: clientRef(), listens: true }), "a line that is not known").toEqual({ closed: 1012, frames: [] });
  const nowhere = await exchange("0".repeat(26), { line: clientRef(), begins: true });
  expect(nowhere).toMatchObject({ closed: 4004, frames: [{ refused: { code: "no_such_chat" } }] });
  const garbled = clientRef();
  await exchange(chat, { line: garbled, begins: true, frames: [frames({ hello: { token } })[0], "{"] });
  const answers = (await exchange(chat, { line: garbled, listens: true })).frames;
  expect(answers.some(({ refused }) => refused?.code === "bad_frame")).toBe(true);

  const body = JSON.stringify({ line, listens: true });
  const path = `/v1/chats/${chat}/exchange`;
  expect(await outside.refusal(path, { method: "POST", body, origin: "https://evil.example" })).toMatchObject({ status: 403, code: "wrong_origin" });
  expect(await outside.refusal(path, { method: "POST", body: "{" })).toMatchObject({ status: 400, code: "bad_frame" });
  const long = JSON.stringify({ line, frames: ["x".repeat(40_000)] });
  expect(await outside.refusal(path, { method: "POST", body: long })).toMatchObject({ status: 413, code: "frame_too_large" });
});
