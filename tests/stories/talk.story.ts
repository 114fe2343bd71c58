// A resident and an agent talk.

import { expect, story } from "../harness/story.ts";

story("a resident asks, waits and talks with an agent, and ends the chat", async ({ people, words }) => {
  const home = await people.person();
  const office = await people.person({ viewport: { width: 1440, height: 900 } });
  const [resident, agent] = await Promise.all([people.visit({ person: home }), people.agentOnline("Dana Reyes", office)]);

  await story.step("only a topic and a language are asked for", async () => {
    await resident.open();
    await expect(resident.startButton).toBeVisible();
    await expect(resident.app.getByRole("radio")).toHaveCount(5);
    await expect(resident.app.getByRole("combobox")).toHaveCount(1);
    await expect(resident.app.getByRole("textbox")).toHaveCount(0);
  });

  const [asked, question, answer, thanks] = words.several(4, "A sentence");
  await story.step("the resident waits, and can already write", async () => {
    await resident.start({ topic: "Building and permits" });
    await resident.isInLine();
    await resident.say(asked!);
    await expect(resident.state("Sent")).toBeVisible();
  });

  await story.step("the agent sees the offer, knows the topic and language, and accepts", async () => {
    await expect(agent.offer).toBeVisible();
    await expect(agent.line).toContainText("Building and permits");
    await expect(agent.line).toContainText("English");
    await agent.accept();
    await resident.isWith("Dana Reyes");
    await agent.reads(asked!);
    await expect(resident.state("Delivered")).toBeVisible();
  });

  await story.step("each sees that the other types, never what", async () => {
    await agent.composer.pressSequentially("unsaid");
    await expect(resident.typing).toBeVisible();
    await agent.composer.fill("");
    await resident.composer.pressSequentially("unsaid");
    await expect(agent.typing).toBeVisible();
    await resident.composer.fill("");
    for (const { traffic } of [home, office]) expect(traffic.frames("sent").join("\n")).not.toContain("unsaid");
  });

  await story.step("they talk", async () => {
    await agent.say(question!);
    await resident.reads(asked!, question!);
    await resident.say(answer!);
    await agent.say(thanks!);
    for (const side of [resident, agent]) await expect.poll(async () => (await side.said()).length).toBe(4);
    expect(await resident.said()).toEqual(await agent.said());
    await expect(agent.state("Delivered")).toBeVisible();
  });

  await story.step("the resident ends the chat, and both see it", async () => {
    await resident.end();
    await resident.isOver("You ended the chat.");
    await agent.isOver("The resident ended the chat.");
    await expect(agent.composer).toBeHidden();
  });

  await story.step("the next chat is a new one", async () => {
    await resident.app.getByRole("button", { name: "Start a new chat" }).click();
    await resident.start();
    await resident.isInLine();
    expect(await resident.said()).toEqual([]);
  });
});

story("an agent ends the chat of a resident who writes Spanish, inside the city's own page", async ({ people, words }) => {
  const { agent, resident } = await people.talking({ name: "Marisol Vega", visit: { mode: "inline", lang: "es" } });
  await expect(agent.chat).toContainText("Español");
  const [hello, answer] = [words.of("Buenos días, ¿está abierta la oficina?"), words.of("Sí, hasta las cinco")];
  await resident.say(hello);
  await agent.reads(hello);
  await agent.say(answer);
  await resident.reads(hello, answer);
  await agent.end();
  await agent.isOver("You ended the chat.");
  await resident.isOver("La Ciudad terminó el chat.");
});

story("a resident leaves the line", async ({ people, outside }) => {
  const [resident, desk] = await Promise.all([people.visit(), outside.desk("tomas")]);
  await resident.ask();
  await desk.until("the resident in the line", ({ waiting }) => waiting.length === 1);
  await resident.app.getByRole("button", { name: "Leave the line" }).click();
  await resident.isOver("You left the line.");
  await desk.until("an empty line", ({ waiting }) => waiting.length === 0);
  await desk.leave();
});
