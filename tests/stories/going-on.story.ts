// Whatever breaks, the conversation goes on: in order, nothing lost, nothing twice.

import { expect, story } from "../harness/story.ts";

story.describe.configure({ retries: 0 });

story("either side reloads in mid-conversation", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  const texts = words.several(5, "Before and after");
  await resident.say(texts[0]!);
  await agent.reads(texts[0]!);

  await resident.page.reload();
  await resident.reads(texts[0]!);
  await agent.say(texts[1]!);
  await resident.reads(...texts.slice(0, 2));

  await agent.page.reload();
  await agent.reads(...texts.slice(0, 2));
  await resident.say(texts[2]!);
  await agent.reads(...texts.slice(0, 3));

  await Promise.all([resident.page.reload(), agent.page.reload()]);
  await Promise.all([resident.reads(...texts.slice(0, 3)), agent.reads(...texts.slice(0, 3))]);
  await agent.say(texts[3]!);
  await resident.reads(...texts.slice(0, 4));
  await resident.say(texts[4]!);
  await agent.reads(...texts);
});

story("a resident's network is cut and comes back", async ({ people, words }) => {
  const person = await people.personOnCable();
  const { agent, resident } = await people.talking({ visit: { person } });
  const [before, meanwhile, ...unsent] = words.several(5, "On the way");
  await resident.say(before!);
  await agent.reads(before!);

  await person.context.setOffline(true);
  person.cable.cut();
  await expect(resident.app.getByText("No connection right now").first()).toBeVisible();
  for (const text of unsent) await resident.say(text);
  await expect(resident.state("Not sent yet. Trying again…")).toBeVisible();
  await agent.say(meanwhile!);
  await agent.reads(before!, meanwhile!);
  await resident.reads(before!, ...unsent);

  person.cable.mend();
  await person.context.setOffline(false);
  for (const side of [resident, agent]) await side.reads(before!, meanwhile!, ...unsent);
  await expect(resident.state("Delivered")).toBeVisible();
  await expect(resident.app.getByText("No connection right now")).toHaveCount(0);
});

story("an agent's network is cut and comes back", async ({ people, words }) => {
  const at = await people.personOnCable({ viewport: { width: 1440, height: 900 } });
  const { agent, resident } = await people.talking({ at });
  const [before, meanwhile, unsent] = words.several(3, "On the way");
  await agent.say(before!);
  await resident.reads(before!);

  await at.context.setOffline(true);
  at.cable.cut();
  await agent.say(unsent!);
  await expect(agent.state("Not sent yet. Trying again.")).toBeVisible();
  await resident.say(meanwhile!);
  await resident.reads(before!, meanwhile!);

  at.cable.mend();
  await at.context.setOffline(false);
  for (const side of [resident, agent]) await side.reads(before!, meanwhile!, unsent!);
});

story("a connection that has gone silent is noticed and replaced", async ({ people, words }) => {
  story.slow();
  const person = await people.personOnCable();
  const { agent, resident } = await people.talking({ visit: { person } });
  const [before, after] = words.several(2, "Through the silence");
  await resident.say(before!);
  await agent.reads(before!);
  person.cable.silence();
  await resident.say(after!);
  person.cable.mend();
  // The client asks after ten seconds of silence, waits five for an answer, and then connects again.
  await expect(resident.state("Not sent yet. Trying again…")).toBeVisible({ timeout: 30_000 });
  await expect(resident.state("Delivered")).toBeVisible({ timeout: 40_000 });
  for (const side of [resident, agent]) await side.reads(before!, after!);
});

story("the server is killed in mid-conversation and started again", async ({ people, server, words }) => {
  story.slow();
  const { agent, resident } = await people.talking();
  const [first, ...rest] = words.several(12, "Through the crash");
  await resident.say(first!);
  await agent.reads(first!);

  // Written as fast as it goes, so that the kill meets messages that are on their way, committed and not yet acknowledged.
  const [fromResident, fromAgent] = [rest.slice(0, 6), rest.slice(6)];
  const writing = Promise.all([
    (async () => {
      for (const text of fromResident) await resident.say(text);
    })(),
    (async () => {
      for (const text of fromAgent) await agent.say(text);
    })(),
  ]);
  await expect.poll(async () => (await agent.said()).length).toBeGreaterThan(1);
  await server.kill();
  await writing;
  await expect(resident.app.getByText("No connection right now").first()).toBeVisible();
  await server.start();

  await expect.poll(async () => (await resident.said()).length, { timeout: 60_000 }).toBe(12);
  await expect.poll(async () => (await agent.said()).length, { timeout: 60_000 }).toBe(12);
  await expect(resident.state("Not sent yet. Trying again…")).toHaveCount(0);
  const said = await resident.said();
  expect(await agent.said(), "both read the same").toEqual(said);
  expect([...said].sort(), "nothing lost, nothing twice").toEqual([first, ...rest].sort());
  expect(said.filter((text) => fromResident.includes(text)), "in the order it was written").toEqual(fromResident);
  expect(said.filter((text) => fromAgent.includes(text)), "in the order it was written").toEqual(fromAgent);

  await Promise.all([resident.page.reload(), agent.page.reload()]);
  for (const side of [resident, agent]) await side.reads(...said);
  await resident.end();
  await agent.isOver("The resident ended the chat.");
});

story("the server is killed while a resident waits in line", async ({ people, server }) => {
  const resident = await people.visit();
  await resident.ask();
  await server.kill();
  await server.start();
  const agent = await people.agentOnline("Dana Reyes");
  await agent.accept();
  await resident.isWith("Dana Reyes");
});

story("a chat that sleeps wakes up where it was", async ({ people, outside, words }) => {
  story.slow();
  const home = await people.person();
  const { agent, resident } = await people.talking({ visit: { person: home } });
  const [before, answer, after] = words.several(3, "Before and after sleep");
  await resident.say(before!);
  await agent.reads(before!);
  await expect(resident.state("Delivered")).toBeVisible();

  // What is not stored tells whether the object slept: five bad frames are forgiven, counted in memory alone.
  const probe = await outside.resident(await resident.kept());
  const codes = () => probe.frames.flatMap(({ refused }) => refused?.code ?? []);
  for (let count = 0; count < 5; count++) probe.sendRaw("{");
  await expect.poll(codes).toEqual(Array(5).fill("bad_frame"));

  const quietSince = Math.max(Date.now(), home.traffic.lastTalk);
  await expect.poll(() => Date.now() - Math.max(quietSince, home.traffic.lastTalk), { timeout: 40_000 }).toBeGreaterThan(11_500);

  await agent.say(answer!);
  await resident.reads(before!, answer!);
  await resident.say(after!);
  await agent.reads(before!, answer!, after!);
  probe.sendRaw("{");
  await expect.poll(codes, { message: "the sixth bad frame is forgiven: the object has slept" }).toEqual(Array(6).fill("bad_frame"));
  await probe.close();
});
