// Nobody misses a chat: desktop notifications without a word of a resident, a test of all alerts, one tab that rings; and hints for
// who writes.

import type { Page } from "@playwright/test";
import { expectAccessible } from "../harness/axe.ts";
import { expect, story } from "../harness/story.ts";

/** Writes down what the desktop is asked to show and how often a note is played, in place of doing it. */
async function listening(page: Page) {
  await page.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown, notes: 0 });
    class Shown {
      static permission = "granted";
      static requestPermission = () => Promise.resolve("granted");
      constructor(title: string, { body, tag }: { body: string; tag: string }) {
        shown.push([title, body, tag].join("|"));
      }
    }
    Object.assign(globalThis, { Notification: Shown });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      (globalThis as unknown as { notes: number }).notes += 1;
      start.call(this, when);
    };
  });
  await page.reload();
}

/** The keyboard goes elsewhere: a browser that is driven says of each tab that it has the focus. */
const lookAway = (page: Page) => page.evaluate(() => void (document.hasFocus = () => false));

const shown = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
const notes = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { notes: number }).notes);

story("em_com_d_test my alerts plays the sound, counts in the title and shows a notification", async ({ people }) => {
  const { page } = await people.agent("Dana Reyes");
  await listening(page);
  await page.getByRole("button", { name: "Dana Reyes" }).click();
  const own = page.locator("#me");
  await expect(own.getByRole("button", { name: "Desktop notifications on" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page, "console: how one is told");
  await own.getByRole("button", { name: "Test my alerts" }).click();
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.getByText("This is a test of your alerts.")).toBeVisible();
  await expect.poll(() => notes(page)).toBeGreaterThan(0);
  expect(await shown(page)).toEqual(["Rotunda|This is a test of your alerts.|test"]);
  await own.getByRole("button", { name: "Desktop notifications on" }).click();
  await expect(own.getByRole("button", { name: "Desktop notifications off" })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Dana Reyes" }).click();
  await expect(own.getByRole("button", { name: "Desktop notifications off" }), "it stays as it was set").toBeVisible();
});

story("em_com_d_of two tabs one rings, and a notification holds no word of the resident", async ({ people, words }) => {
  const person = await people.person({ viewport: { width: 1440, height: 900 } });
  const first = await people.agent("Dana Reyes", person);
  await listening(first.page);
  await first.page.getByRole("heading", { name: "Rotunda" }).click();
  await lookAway(first.page);
  const page = await person.context.newPage();
  await listening(page);
  await page.goto(first.page.url());
  await expect(page.getByRole("navigation", { name: "Line" })).toBeVisible();
  await page.getByRole("group", { name: "Do you take chats?" }).getByRole("button", { name: /^Online/ }).click();
  await lookAway(page);
  const resident = await people.visit();
  await resident.ask();
  await resident.say(words.of("Nobody else may read this"));
  await expect(page.getByRole("button", { name: /^Accept/ })).toBeVisible();
  await expect.poll(() => notes(page)).toBeGreaterThan(0);
  await expect.poll(async () => (await shown(page)).join("\n")).toContain("Rotunda|A chat is offered to you: Utility billing.|");
  expect(await notes(first.page), "the other tab is silent").toBe(0);
  for (const tab of [first.page, page]) expect((await shown(tab)).join("\n")).not.toContain(words.mark);
});

story("em_com_a_te_5_7_hints for who writes name the place and the clause, and hold nothing back", async ({ people }) => {
  const { agent, resident } = await people.talking();
  const hint = (text: string) => agent.chat.getByRole("status").filter({ hasText: text });
  await agent.composer.fill("Yeah, your METER was read, READ THE BILL!!");
  await expect(hint("sounds casual")).toContainText("Yeah");
  await expect(hint("reads like shouting")).toBeVisible();
  await expect(hint("EM-COM-A")).toBeVisible();
  await expectAccessible(agent.page, "agent: hints");
  await agent.composer.fill("In my opinion the fee is too high.");
  await expect(hint("begins an opinion")).toBeVisible();
  await expect(hint("sounds casual")).toBeHidden();
  await agent.chat.getByRole("button", { name: "Hide the hints" }).click();
  await expect(hint("begins an opinion")).toBeHidden();
  await agent.composer.fill("Yeah, that is right.");
  await agent.composer.press("Enter");
  await expect(resident.log).toContainText("Yeah, that is right.");
  const hard = "Pursuant to municipal ordinance, delinquent accounts exceeding ninety days necessitate immediate disconnection absent alternative arrangements.";
  await agent.composer.fill(hard);
  await expect(hint("Hard to read for many")).toContainText("TE-5.7");
  await agent.composer.fill("");
  await expect(hint("Hard to read for many")).toBeHidden();
});

story("the help of the keys is the list of everything that can be done, each with its key", async ({ people }) => {
  const { page } = await people.agent("Dana Reyes");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Actions" });
  await expect(help.getByRole("button", { name: "Online" })).toHaveAttribute("aria-keyshortcuts", "O");
  await expect(help.getByRole("button", { name: "Test my alerts" })).toBeEnabled();
  await expect(help.getByRole("definition").filter({ hasText: "leaves the message box" })).toBeVisible();
  await expectAccessible(page, "console: the help of the keys");
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
});
