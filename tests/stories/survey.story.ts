// The two questions after a chat, and what they do for whoever had it.

import { expectAccessible } from "../harness/axe.ts";
import { type Agent } from "../harness/agent.ts";
import { expect, story } from "../harness/story.ts";

/** How many residents were satisfied, of how many who answered, as the agent's own console shows it. */
async function arithmetic(agent: Agent): Promise<[number, number]> {
  const row = agent.page.getByRole("complementary").getByText(/^(no answers yet|\d+ of \d+)$/).first();
  const [satisfied = 0, answers = 0] = ((await row.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  return [satisfied, answers];
}

story("cs_d_1_a resident answers two questions, and the agent sees the arithmetic change", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  const [satisfied, answers] = await arithmetic(agent);
  await resident.say(words.of("That was all"));
  await resident.end();
  await resident.isOver("You ended the chat.");
  const survey = resident.app.getByRole("form", { name: "Two short questions" });
  await expect(survey.getByRole("group", { name: "Were you satisfied with the help?" }).getByRole("radio").first()).toBeFocused();
  await expectAccessible(resident.page, "resident: the questions after the chat");
  await survey.getByRole("group", { name: "Were you satisfied with the help?" }).getByRole("radio", { name: "Yes" }).check({ force: true });
  await survey.getByRole("group", { name: "Is your matter solved?" }).getByRole("radio", { name: "In part" }).check({ force: true });
  await survey.getByRole("button", { name: "Send answers" }).click();
  await expect(resident.app.getByText("Thank you. Your answers are counted without your name.").first()).toBeVisible();
  await expect(survey).toBeHidden();
  await expect(resident.app.getByRole("button", { name: "Start a new chat" })).toBeFocused();
  await expect.poll(() => arithmetic(agent)).toEqual([satisfied + 1, answers + 1]);
});

story("cs_d_1_the questions can be left out, and nobody is asked whom nobody answered", async ({ people }) => {
  const { agent, resident } = await people.talking({ visit: { lang: "es" } });
  const before = await arithmetic(agent);
  await agent.end();
  await expect(resident.app.getByRole("form", { name: "Dos preguntas cortas" })).toBeVisible();
  await resident.app.getByRole("button", { name: "Omitir" }).click();
  await expect(resident.app.getByRole("form", { name: "Dos preguntas cortas" })).toBeHidden();
  expect(await arithmetic(agent)).toEqual(before);

  const other = await people.visit();
  await other.ask();
  await other.app.getByRole("button", { name: other.says.leave }).click();
  await other.isOver("You left the line.");
  await expect(other.app.getByRole("form", { name: "Two short questions" })).toBeHidden();
});
