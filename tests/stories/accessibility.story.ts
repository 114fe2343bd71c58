// Nobody needs a mouse, sight or a light screen: WCAG 2.2 AA as far as a machine can tell, and a conversation by keyboard.

import type { Page } from "@playwright/test";
import { expectAccessible } from "../harness/axe.ts";
import { expect, story } from "../harness/story.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const mode of ["frame", "inline"] as const) {
    story(`every state of the chat and of the console, ${colorScheme}, ${mode}`, async ({ people, words }) => {
      story.slow();
      const person = await people.personOnCable({ colorScheme });
      const office = await people.person({ colorScheme, viewport: { width: 1440, height: 900 } });
      const resident = await people.visit({ person, mode });
      const lookAtResident = (state: string) => expectAccessible(resident.page, `resident: ${state}`);
      await expect(resident.launcher).toBeVisible();
      await lookAtResident("the button");
      await resident.open();
      await expect(resident.startButton).toBeVisible();
      await lookAtResident("topic and language");

      const console = await office.context.newPage();
      await console.goto(new URL("/console/", people.server.chat).href);
      await expect(console.getByRole("button", { name: /Dana Reyes/ })).toBeVisible();
      await expectAccessible(console, "console: sign-in");
      await console.close();
      const agent = await people.agent("Dana Reyes", office);
      const lookAtAgent = (state: string) => expectAccessible(agent.page, `console: ${state}`);
      await lookAtAgent("offline, nobody waits");

      await resident.start();
      await resident.isInLine();
      await lookAtResident("in line");
      await agent.goOnline();
      await expect(agent.offer).toBeVisible();
      await lookAtAgent("an offer");
      await agent.accept();
      await resident.isWith("Dana Reyes");
      await resident.say(words.of("I want to pay my bill"));
      await agent.say(words.of("You can pay online"));
      await expect(resident.log).toContainText("You can pay online");
      await resident.composer.fill("Here is my card: 4111 1111 1111 1111");
      await expect(resident.app.getByRole("heading", { name: "We take this out before it is sent" })).toBeVisible();
      await expect(agent.typing).toBeVisible();
      await lookAtAgent("talking, the resident types");
      await lookAtResident("a card number, before it is sent");
      await resident.composer.press("Enter");
      await expect(agent.log).toContainText("card number removed");
      await lookAtAgent("a card number was removed");
      await resident.app.getByRole("button", { name: "End chat", expanded: false }).click();
      await lookAtResident("asked whether to end");
      await resident.app.getByRole("button", { name: "Keep talking" }).click();

      person.cable.cut();
      await resident.say(words.of("Nobody hears me"));
      await expect(resident.state("Not sent yet. Trying again…")).toBeVisible();
      await lookAtResident("no connection");
      person.cable.mend();
      await expect(resident.state("Not sent yet. Trying again…")).toHaveCount(0);

      await resident.end();
      await resident.isOver("You ended the chat.");
      await agent.isOver("The resident ended the chat.");
      await lookAtResident("over");
      await lookAtAgent("over");
    });
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  story(`every state of the desk, ${colorScheme}`, async ({ people }) => {
    story.slow();
    const office = { colorScheme, viewport: { width: 1440, height: 900 } };
    const [dana, tomas] = [await people.agentOnline("Dana Reyes", await people.person(office)), await people.agent("Tomas Webb", await people.person(office))];
    const [resident, other] = [await people.visit({ options: { colorScheme } }), await people.visit({ options: { colorScheme } })];
    await resident.open();
    await resident.app.getByRole("radio", { name: "City archive" }).check({ force: true });
    await expect(resident.app.getByRole("heading", { name: "The chat is closed now" })).toBeVisible();
    await expectAccessible(resident.page, "resident: closed");
    await resident.start();
    await dana.accept();
    await other.ask({ topic: "Building and permits" });
    await expect(other.log.getByText("You are next.")).toBeVisible();
    await expectAccessible(other.page, "resident: a place in line");

    await other.say("the house is on fire and my son is inside");
    await expect(tomas.page.getByRole("region", { name: "Danger" })).toBeVisible();
    await expectAccessible(tomas.page, "supervisor: somebody is in danger");
    await tomas.page.getByText("Seats of Dana Reyes").click();
    await expectAccessible(tomas.page, "supervisor: the seats of a colleague");
    await resident.say("I want to kill myself");
    await expect(dana.chat.getByRole("group", { name: "Possible crisis" })).toBeVisible();
    await expectAccessible(dana.page, "agent: a crisis in the chat");
    await dana.composer.fill("/");
    await expect(dana.page.getByRole("listbox", { name: "Scripts" })).toBeVisible();
    await expectAccessible(dana.page, "agent: scripts");
    await dana.composer.fill("What is your social security number?");
    await expect(dana.chat.getByText("Held back.", { exact: false })).toBeVisible();
    await expectAccessible(dana.page, "agent: held back");
    await dana.composer.fill("");

    await tomas.goOnline();
    await dana.chat.getByRole("button", { name: "Transfer", exact: true }).click();
    await expect(dana.page.getByRole("form", { name: "Transfer" })).toBeVisible();
    await expectAccessible(dana.page, "agent: to whom the chat is to go");
    await dana.page.keyboard.press("Escape");
    await expect(tomas.offer).toBeVisible();
    await expectAccessible(tomas.page, "supervisor: an offer of danger");
    await resident.end();
    await dana.isOver("The resident ended the chat.");
    await expectAccessible(dana.page, "agent: what came of it");
    await dana.is("Away");
    await dana.close();
    await expectAccessible(dana.page, "agent: away, an outcome is asked for");
  });
}

story("a conversation by keyboard alone, on both sides", async ({ people, words }) => {
  const [resident, agent] = await Promise.all([people.visit(), people.agent("Dana Reyes")]);
  const keys = resident.page.keyboard;
  const tabTo = async (target: ReturnType<Page["locator"]>, page: Page) => {
    await expect(async () => {
      if (!(await target.evaluate((element) => element.matches(":focus")))) await page.keyboard.press("Tab");
      await expect(target).toBeFocused({ timeout: 200 });
    }).toPass({ intervals: [0], timeout: 20_000 });
  };

  await tabTo(resident.launcher, resident.page);
  await keys.press("Enter");
  await expect(resident.app.getByRole("radio", { name: "Utility billing" })).toBeFocused();
  await keys.press("ArrowDown");
  await expect(resident.app.getByRole("radio", { name: "Building and permits" })).toBeChecked();
  await tabTo(resident.startButton, resident.page);
  await keys.press("Enter");
  await resident.isInLine();
  await expect(resident.composer).toBeFocused();

  await agent.page.keyboard.press("o");
  await expect(agent.offer).toBeVisible();
  await agent.page.keyboard.press("a");
  await expect(agent.chat).toBeVisible();
  await expect(agent.composer).toBeFocused();
  const [hello, answer] = [words.of("By keyboard"), words.of("And back")];
  await keys.type(hello);
  await keys.press("Enter");
  await agent.reads(hello);
  await agent.page.keyboard.type(answer);
  await agent.page.keyboard.press("Enter");
  await resident.reads(hello, answer);
  await expect(resident.composer, "a message that comes does not take the focus").toBeFocused();

  await keys.press("Shift+Enter");
  await expect(resident.composer).toHaveValue("\n");
  await agent.page.keyboard.press("Escape");
  await agent.page.keyboard.press("e");
  await agent.page.keyboard.press("Enter");
  await agent.isOver("You ended the chat.");
  await resident.isOver("The City ended the chat.");
});

story("on the narrowest phone nothing is cut off", async ({ people, words }) => {
  const { agent, resident } = await people.talking({ visit: { options: { viewport: { width: 320, height: 568 } } } });
  await resident.say(words.of("Averyveryverylongwordthatnobodywouldeverwritebutsomebodydoesanyway".repeat(3)));
  await agent.say(words.of("Short"));
  await expect(resident.log).toContainText("Short");
  for (const frame of resident.page.frames()) {
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth), frame.url()).toBeLessThanOrEqual(0);
  }
  await expect(resident.composer).toBeInViewport();
  await expect(resident.app.getByRole("link", { name: "Call 911" })).toBeInViewport();
});

for (const mode of ["frame", "inline"] as const) {
  story(`te_12_2_the words are made larger in three steps, by keyboard, and nothing is cut off on the narrowest phone (${mode})`, async ({ people, words }) => {
    const { agent, resident } = await people.talking({ visit: { mode, options: { viewport: { width: 320, height: 568 } } } });
    const said = words.of("The meter was read twice.");
    await agent.say(said);
    await resident.reads(said);
    const size = (step: number) => resident.app.getByRole("button", { name: `Text size: ${step} of 3`, exact: true });
    const height = () => resident.log.getByText(said).last().evaluate((line) => parseFloat(getComputedStyle(line).fontSize));
    const normal = await height();
    for (const [step, times] of [[2, 1.25], [3, 1.5], [1, 1]] as const) {
      const before = size(step === 1 ? 3 : step - 1);
      await before.focus();
      await resident.page.keyboard.press("Enter");
      await expect(size(step), "the button stays where the focus is").toBeFocused();
      expect(await height()).toBeCloseTo(normal * times);
      for (const frame of resident.page.frames()) {
        expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth), frame.url()).toBeLessThanOrEqual(0);
      }
      await resident.composer.scrollIntoViewIfNeeded();
      await expect(resident.composer).toBeInViewport();
      await expectAccessible(resident.page, `text size ${step}`);
    }
  });
}
