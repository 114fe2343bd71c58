// A resident who falls silent is asked, and only then the chat ends (EM-COM-F).

import { expect, story } from "../harness/story.ts";

story("EM-COM-F: a silent resident is asked, answers twice, and is told goodbye with a number when they stay silent", async ({ people, words }) => {
  story.slow();
  const { agent, resident } = await people.talking();
  const question = words.of("Which address is it");
  const asked = resident.app.getByRole("group", { name: "Are you still there?" });
  const here = resident.app.getByRole("button", { name: "I’m still here" });
  await agent.say(question);
  await resident.reads(question);

  await story.step("asked, the resident sees it in the chat and in the page's title, and the agent sees that they are", async () => {
    await expect(asked).toBeVisible({ timeout: 40_000 });
    await expect(resident.page).toHaveTitle(/Are you still there\?/);
    await expect(agent.chat).toContainText("asked if still there");
  });

  await story.step("the button answers", async () => {
    await here.click();
    await expect(asked).toBeHidden();
    await expect(resident.page).not.toHaveTitle(/Are you still there\?/);
    await expect(agent.chat).not.toContainText("asked if still there");
  });

  await story.step("so does typing", async () => {
    await expect(asked).toBeVisible({ timeout: 40_000 });
    await resident.composer.pressSequentially("One");
    await expect(asked).toBeHidden();
    await resident.composer.fill("");
  });

  await story.step("silent to the end, they are told a number, and the agent that the chat ended by itself", async () => {
    await expect(asked).toBeVisible({ timeout: 40_000 });
    await resident.isOver("We did not hear from you, so the chat was closed.", 40_000);
    await expect(resident.app.getByRole("link", { name: "Call 801-555-0100" })).toBeVisible();
    await agent.isOver("The resident was silent, was asked, and did not answer: the chat ended by itself.");
  });
});

story("EM-COM-F: the clock runs with nobody connected and while the server is down", async ({ people, server, words }) => {
  story.slow();
  const { agent, resident } = await people.talking();
  const question = words.of("Are you there");
  await agent.say(question);
  await resident.reads(question);
  await resident.page.goto("about:blank");
  await server.kill();
  await server.start();
  await agent.isOver("The resident was silent, was asked, and did not answer: the chat ended by itself.", 90_000);
});
