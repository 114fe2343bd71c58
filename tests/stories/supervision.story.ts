// A supervisor reads along, takes over and is called; abuse is met in the order of the policy; cases are decided.

import { clientRef } from "../harness/wire.ts";
import { expect, story } from "../harness/story.ts";

story("EM-COM-I: abuse is warned of, a supervisor is called, reads along and takes the chat over", async ({ people, words, outside }) => {
  const tomas = await people.agent("Tomas Webb");
  const { agent, resident } = await people.talking();
  const rude = words.of("Something rude");
  await resident.say(rude);
  await agent.reads(rude);

  await story.step("the end for abuse waits for the warning", async () => {
    await agent.chat.getByRole("button", { name: /^Abuse/ }).click();
    const steps = agent.chat.getByRole("group", { name: /^Abuse: warn first/ });
    await expect(steps.getByRole("button", { name: "End the chat because of abuse" })).toBeDisabled();
    await steps.getByRole("button", { name: "Send the warning" }).click();
    await expect(resident.app.getByText("Please keep this chat respectful").first()).toBeVisible();
    await expect(steps.getByText("The resident was warned.")).toBeVisible();
    await expect(steps.getByRole("button", { name: "End the chat because of abuse" })).toBeEnabled();
    await steps.getByRole("button", { name: "Keep the chat and call a supervisor" }).click();
    await expect(steps.getByText("A supervisor is called.")).toBeVisible();
    await expect(agent.chat.getByText("Kept for review")).toBeVisible();
  });

  await story.step("the supervisor is told, reads along, and the agent sees it", async () => {
    const asks = tomas.page.getByRole("region", { name: "A supervisor is asked for" });
    await expect(asks.getByRole("alert")).toContainText("Dana Reyes");
    await asks.getByRole("button", { name: "I look after it" }).click();
    await expect(asks).toBeHidden();
    await tomas.line.getByRole("button", { name: "Read along" }).click();
    await expect(tomas.log).toContainText(rude);
    await expect(tomas.composer).toBeHidden();
    await expect(agent.chat.getByText("A supervisor reads along")).toBeVisible();
    await expect(tomas.line.getByText("Read by Tomas Webb")).toBeVisible();
  });

  await story.step("taken over, the resident is told who answers, and the agent's part is over", async () => {
    await tomas.chat.getByRole("button", { name: "Take over" }).click();
    await resident.isWith("Tomas Webb");
    await expect(tomas.composer).toBeVisible();
    await expect(agent.composer).toBeHidden();
    const answer = words.of("I am the supervisor. How can I help?");
    await tomas.say(answer);
    await expect(resident.app.getByText(answer).first()).toBeVisible();
  });

  await story.step("both are on record, for those who may see it", async () => {
    const [agentCookie, cookie] = await Promise.all([outside.signIn("dana"), outside.signIn("ines")]);
    const accesses = await (await outside.fetch("/v1/staff/accesses", { headers: { cookie } })).json();
    expect(accesses.slice(0, 2)).toMatchObject([{ by: "tomas", kind: "took_over" }, { by: "tomas", kind: "read_along" }]);
    expect(await outside.refusal("/v1/staff/accesses", { headers: { cookie: agentCookie } })).toMatchObject({ code: "not_permitted" });
  });

  await story.step("the case is read on record, taken up and decided", async () => {
    await tomas.page.getByRole("navigation", { name: "Line" }).getByRole("button", { name: /^Cases/ }).click();
    const cases = tomas.page.getByRole("main", { name: "Cases" });
    // Whose clock runs out first comes first: those of other stories.
    const one = cases.getByRole("article").last();
    await one.getByRole("button", { name: "Read it (on record)" }).click();
    await expect(one.getByText(rude)).toBeVisible();
    await one.getByRole("button", { name: "Close it" }).click();
    await expect(cases.getByRole("article").last().getByText(/^Opened by tomas/)).toBeVisible();
    await cases.getByRole("article").last().getByRole("button", { name: "Take it up" }).click();
    await expect(cases.getByText(/Taken up by tomas/)).toBeVisible();
    await cases.getByRole("combobox", { name: "Decision" }).selectOption({ label: "No ban" });
    await cases.getByRole("button", { name: "Decide" }).click();
    await expect(cases.getByRole("combobox", { name: "Decision" })).toBeHidden();
    await cases.getByRole("button", { name: "Back to the chats" }).click();
  });
});

story("EM-COM-I-b-i, TE-5.9: the edge refuses what only a supervisor may do, whatever a client sends", async ({ outside }) => {
  const started = await outside.startChat();
  const [dana, tomas] = await Promise.all([outside.desk("dana"), outside.desk("tomas")]);
  await dana.presence("online");
  const peer = await dana.take(started.chat);
  const as = (cookie: string, body: object) => ({ method: "POST", origin: outside.chat, headers: { cookie }, body: JSON.stringify(body) });
  for (const decision of ["resident_banned", "other_banned"]) {
    const refused = await outside.refusal(`/v1/cases/${started.chat}/decision`, as(dana.cookie, { decision }));
    expect(refused).toMatchObject({ status: 403, code: "not_permitted" });
  }
  for (const frame of [{ take_over: { chat: started.chat } }, { suspend: { staff: "tomas", reason: "x" } }] as const) {
    const from = dana.peer.frames.length;
    dana.peer.send(frame);
    expect(await dana.peer.find("the refusal", ({ refused }) => refused?.code, from)).toBe("not_permitted");
  }
  peer.send({ end: { client_ref: clientRef(), reason: "abuse" } });
  expect(await peer.find("the refusal", ({ refused }) => refused?.code)).toBe("not_warned");
  expect(tomas.board.running?.map(({ chat }) => chat)).toEqual([started.chat]);
  expect(dana.board.running ?? []).toEqual([]);
});

story("EM-PEN-C: the chat of someone suspended goes to the next, and their connections end within five seconds", async ({ outside }) => {
  const started = await outside.startChat();
  const [dana, marisol, ines] = await Promise.all(["dana", "marisol", "ines"].map((id) => outside.desk(id)));
  await dana!.presence("online");
  const peer = await dana!.take(started.chat);
  await marisol!.presence("online");
  const begun = Date.now();
  ines!.peer.send({ suspend: { staff: "dana", reason: "Being looked into" } });
  expect(await peer.ending()).toEqual({ code: 4011, reason: "suspended" });
  expect(await dana!.peer.ending()).toEqual({ code: 4011, reason: "suspended" });
  expect(Date.now() - begun, "milliseconds").toBeLessThan(5_000);
  const me = await (await outside.fetch("/v1/staff/me", { headers: { cookie: dana!.cookie } })).json();
  expect(me.me).toBeNull();
  await marisol!.take(started.chat);
  ines!.peer.send({ readmit: { staff: "dana" } });
  await ines!.until("nobody being suspended", ({ suspended }) => !suspended?.length);
});
