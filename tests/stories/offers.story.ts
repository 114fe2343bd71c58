// A chat is offered to one agent at a time, first come, first served (PI-ORDER, EM-COM-D, EM-COM-E-a).

import type { Agent } from "../harness/agent.ts";
import { expect, story } from "../harness/story.ts";

/** Who of two is offered the chat first. */
async function offered(one: Agent, other: Agent): Promise<[first: Agent, second: Agent]> {
  await expect.poll(async () => (await one.offer.isVisible()) || (await other.offer.isVisible()), { message: "an offer" }).toBe(true);
  return (await one.offer.isVisible()) ? [one, other] : [other, one];
}

story("an offer that nobody answers passes on to the next agent", async ({ people }) => {
  const [dana, marisol, resident] = await Promise.all([people.agentOnline("Dana Reyes"), people.agentOnline("Marisol Vega"), people.visit()]);
  await resident.ask();
  const [first, second] = await offered(dana, marisol);
  await second.accept();
  await resident.isWith(second.name);
  await expect(first.offer).toBeHidden();
  await expect(first.chat).toBeHidden();
});

story("a declined offer goes on at once, and back when everyone has declined", async ({ people }) => {
  const [dana, marisol, resident] = await Promise.all([people.agentOnline("Dana Reyes"), people.agentOnline("Marisol Vega"), people.visit()]);
  await resident.ask();
  const [first, second] = await offered(dana, marisol);
  await first.decline();
  await expect(second.offer).toBeVisible();
  await second.decline();
  await expect(first.offer).toBeVisible();
  await first.accept();
  await resident.isWith(first.name);
});

story("an agent who is alone and declines is asked again, and can accept", async ({ people }) => {
  const [agent, resident] = await Promise.all([people.agentOnline("Dana Reyes"), people.visit()]);
  await resident.ask();
  await agent.decline();
  await agent.accept();
  await resident.isWith("Dana Reyes");
});

story("first come, first served, and nobody has more chats than seats", async ({ people }) => {
  const [agent, first, second] = await Promise.all([people.agent("Dana Reyes"), people.visit(), people.visit()]);
  await first.ask({ topic: "Roads, parks, trash" });
  await second.ask({ topic: "Building and permits" });
  await expect(agent.line).toContainText("Waiting · 2");
  await expect(agent.offer, "who is not online is offered nothing").toBeHidden();
  await agent.goOnline();
  await agent.accept();
  await first.isWith("Dana Reyes");
  await second.isInLine();
  await expect(agent.offer, "one seat, one chat").toBeHidden();
  await first.end();
  await agent.isOver("The resident ended the chat.");
  await agent.close();
  await agent.accept();
  await second.isWith("Dana Reyes");
});

story("an agent who goes offline is offered nothing more, and keeps their chat", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  await agent.goOffline();
  const other = await people.visit();
  await other.ask();
  const text = words.of("Are you still with me?");
  await resident.say(text);
  await agent.reads(text);
  await resident.end();
  await agent.isOver("The resident ended the chat.");
  await expect(agent.line).toContainText("Waiting · 1");
  await expect(agent.offer).toBeHidden();
});
