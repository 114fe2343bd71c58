// Nobody needs a mouse, sight or a light screen: WCAG 2.2 AA as far as a machine can tell, and a conversation by keyboard.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { ROOT } from "../harness/server.ts";
import { expect, story } from "../harness/story.ts";

const AXE = readFileSync(createRequire(join(ROOT, "package.json")).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
declare const axe: { run(options: object): Promise<AxeResults> };

/** No frame of the page breaks a rule. Run by the debugger, so that the page's own security policy stays as it is. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  // Colours that are on their way to others have no contrast yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  const found = await Promise.all(page.frames().map(violations));
  expect(found.flat(), state).toEqual([]);
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  // What a whole page has to have, a part of it need not.
  const rules = frame.parentFrame() ? { "landmark-one-main": { enabled: false }, "page-has-heading-one": { enabled: false } } : {};
  const options = { runOnly: TAGS, iframes: false, resultTypes: ["violations"], rules };
  const { violations } = await frame.evaluate((options) => axe.run(options), options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ""}`));
}

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
