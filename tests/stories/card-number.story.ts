// A card number is taken out in the browser, before anything is sent; a hostile client's is taken out by the edge (EM-PAY-C).

import { CARD, Needle } from "../harness/canary.ts";
import { told } from "../harness/peer.ts";
import { type Person, expect, expectUnreadable, story } from "../harness/story.ts";
import { type ChatPeer } from "../harness/peer.ts";
import { clientRef } from "../harness/wire.ts";

story.describe.configure({ retries: 0 });

const SPACED = "4111 1111 1111 1111";
const DASHED = "4111-1111-1111-1111";

/** Nothing that went over a person's network holds the number. */
function expectNeverTravelled(person: Person): void {
  const card = new Needle(CARD);
  expect(person.traffic.pieces.length, "there is something to look through").toBeGreaterThan(10);
  for (const { way, where, what } of person.traffic.pieces) {
    expect(card.in(what), `the card number was ${way} at ${where}`).toBeUndefined();
  }
}

for (const mode of ["frame", "inline"] as const) {
  story(`a resident types a card number: it never leaves the browser (${mode})`, async ({ people, server, words }) => {
    const home = await people.person();
    const office = await people.person({ viewport: { width: 1440, height: 900 } });
    const { agent, resident } = await people.talking({ visit: { person: home, mode }, at: office });

    for (const card of [SPACED, DASHED, CARD]) {
      const text = `Can I pay with ${card} please? ${words.of("Thank you")}`;
      await resident.composer.fill(text);
      await story.step(`${card}: the reason and the way to pay are shown before it is sent`, async () => {
        const { app } = resident;
        await expect(app.getByRole("heading", { name: "We take this out before it is sent" })).toBeVisible();
        await expect(app.getByText("card number removed").last()).toBeVisible();
        await expect(app.getByText("Live Chat Policy, Payments C").last()).toBeVisible();
        await expect(app.getByRole("link", { name: "Pay online" }).last()).toHaveAttribute("href", "https://pay.emcity.example/");
        await expect(app.getByRole("link", { name: "Call 801-555-0134" }).last()).toHaveAttribute("href", "tel:8015550134");
      });
      await resident.composer.press("Enter");
    }
    await expect.poll(() => agent.said()).toHaveLength(3);
    await expect(resident.log.getByText("card number removed")).toHaveCount(3);
    await expect(agent.log.getByText("card number removed")).toHaveCount(3);
    for (const screen of [resident.log, agent.log]) expect(new Needle(CARD).in(await screen.innerText())).toBeUndefined();

    for (const person of [home, office]) expectNeverTravelled(person);
    expect(home.traffic.frames("sent").join("\n"), "what travelled is the mask").toContain("⟦PAN⟧");
    expectUnreadable(server, CARD, words.mark);
  });
}

story("an agent types a card number: it never leaves the browser either", async ({ people, server, words }) => {
  const office = await people.person({ viewport: { width: 1440, height: 900 } });
  const { agent, resident } = await people.talking({ at: office });
  const text = words.of(`You gave us ${SPACED} by phone`);
  await agent.composer.fill(text);
  await expect(agent.chat.getByText("Taken out before it is sent:")).toBeVisible();
  await agent.composer.press("Enter");
  await expect.poll(() => resident.said()).toHaveLength(1);
  await expect(resident.log.getByText("card number removed")).toBeVisible();
  expectNeverTravelled(office);
  expectUnreadable(server, CARD, words.mark);
});

story("a number sent in pieces is struck from every screen and from storage", async ({ people, server, words }) => {
  const { agent, resident } = await people.talking();
  const pieces = ["4111", "1111", "1111", "1111"];
  for (const piece of pieces) await resident.say(piece);
  const after = words.of("That was my card");
  await resident.say(after);
  await agent.reads(after);
  for (const log of [resident.log, agent.log]) {
    await expect.poll(async () => new Needle(CARD).in((await log.innerText()).replace(/\D/g, ""))).toBeUndefined();
    await expect(log.getByText("1111")).toHaveCount(0);
  }
  await resident.page.reload();
  await resident.reads(after);
  await expect(resident.log.getByText("1111")).toHaveCount(0);
  expectUnreadable(server, CARD);
});

story("a hostile client sends the number as it is: the edge masks it for everyone", async ({ outside, server, words }) => {
  const started = await outside.startChat();
  const [resident, desk] = await Promise.all([outside.resident(started), outside.desk("dana")]);
  await desk.presence("online");
  const staff = await desk.take(started.chat);

  const texts = [SPACED, DASHED, CARD, `card:${CARD}.`, "４１１１１１１１１１１１１１１１"].map((card) => `${card} ${words.of("hostile")}`);
  for (const text of texts) resident.send({ say: { client_ref: clientRef(), text } });
  // What is no frame is neither kept nor repeated anywhere.
  resident.sendRaw(`{"say":{"client_ref":"${clientRef()}","text":"${CARD}"`);
  resident.sendRaw(JSON.stringify({ [CARD]: CARD }));
  const all = (peer: ChatPeer) => expect.poll(() => told(peer), { message: "every message arrives" }).toHaveLength(texts.length);
  await all(staff);
  await all(resident);

  const again = await outside.resident(started);
  const card = new Needle(CARD);
  for (const peer of [resident, staff, again]) {
    for (const text of told(peer)) expect(text).toContain("⟦PAN⟧");
    expect(card.in(JSON.stringify(peer.frames)), "no frame of the edge holds it").toBeUndefined();
  }
  const refusal = await outside.refusal("/v1/chats", { method: "POST", body: `{"client_ref":"${CARD}"}` });
  expect(card.in(JSON.stringify(refusal))).toBeUndefined();
  expectUnreadable(server, CARD, words.mark);
});

story("the search finds what it looks for", async ({ words }) => {
  const card = new Needle(CARD);
  const mark = new Needle(words.mark);
  const inEveryForm = (text: string) => [
    Buffer.from(text),
    Buffer.from(text, "utf16le"),
    Buffer.from(Buffer.from(`"${text}"`).toString("base64")),
    Buffer.from(Buffer.from(`x${text}`).toString("base64url")),
    Buffer.from(Buffer.from(`xx${text}yy`).toString("base64")),
    Buffer.from(Buffer.from(text).toString("hex")),
  ];
  for (const bytes of [...inEveryForm(CARD), Buffer.from(SPACED), Buffer.from(DASHED), Buffer.from(encodeURIComponent(SPACED))]) {
    expect(card.in(Buffer.concat([Buffer.alloc(100), bytes, Buffer.alloc(9)])), bytes.toString()).toBeDefined();
  }
  for (const bytes of inEveryForm(words.mark)) expect(mark.in(bytes), bytes.toString()).toBeDefined();
  expect(card.in("4111 1111 1111 1112")).toBeUndefined();
});
