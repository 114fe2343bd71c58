// A message left when nobody answers: masked before it goes, read by whoever takes it, gone from storage once it is closed.

import { readdirSync } from "node:fs";
import { expectAccessible } from "../harness/axe.ts";
import { CARD } from "../harness/canary.ts";
import { expect, expectUnreadable, story } from "../harness/story.ts";
import type { Resident } from "../harness/resident.ts";
import type { Server } from "../harness/server.ts";

/** How many objects the vault in R2 keeps: among them the halves of messages' keys. */
function halves(server: Server): number {
  return readdirSync(server.state, { recursive: true, encoding: "utf8" }).filter((path) => /r2\/[^/]+\/blobs\//.test(path)).length;
}

/** The form, after hours. */
async function form(resident: Resident) {
  await resident.open();
  await resident.app.getByRole("radio", { name: "City archive" }).check({ force: true });
  await expect(resident.app.getByRole("heading", { name: "The chat is closed now" })).toBeVisible();
  await resident.app.getByRole("button", { name: "Leave a message" }).click();
  const form = resident.app.locator("form");
  return {
    text: form.getByRole("textbox", { name: "Your message" }),
    contact: form.getByRole("textbox", { name: "Your phone number or email" }),
    send: form.getByRole("button", { name: "Send message" }),
  };
}

story("te_8_3_after hours a resident leaves a message, staff answer it, and closed it is gone from storage", async ({ people, server, words }) => {
  const [resident, dana] = await Promise.all([people.visit(), people.agent("Dana Reyes")]);
  const before = halves(server);
  const { text, contact, send } = await form(resident);
  await expect(text).toBeFocused();
  await expect(resident.app.getByText(/You will hear from us by \w+, \w+ \d+\./)).toBeVisible();
  const said = words.of("Please copy my deed, my card is");
  await text.fill(`${said} 4111 1111 1111 1111`);
  await expect(resident.app.getByText("card number removed", { exact: true })).toBeVisible();
  await expectAccessible(resident.page, "resident: a message with a card number");
  await send.click();
  await expect(resident.app.getByText("Please write a phone number or an email", { exact: false })).toBeVisible();
  await contact.fill("801-555-0177");
  await send.click();
  await expect(resident.app.getByRole("heading", { name: "We have your message." })).toBeVisible();
  await expect(resident.app.getByText(/^Number \d+$/)).toBeVisible();
  await expect(resident.app.getByText(/You will hear from us by/)).toBeVisible();
  await expectAccessible(resident.page, "resident: the city has the message");
  expectUnreadable(server, CARD, words.mark);
  expect(halves(server)).toBe(before + 1);

  const inbox = dana.page.getByRole("dialog", { name: "Messages left" });
  await dana.page.getByRole("button", { name: /to answer/ }).click();
  const message = inbox.getByRole("listitem").filter({ hasText: "City archive" });
  await expect(message).toHaveCount(1);
  await expect(message.getByText("card number removed")).toBeHidden();
  await message.getByRole("button", { name: "Take" }).click();
  await expect(message.getByText(said)).toBeVisible();
  await expect(message.getByText("card number removed")).toBeVisible();
  await expect(message.getByText("801-555-0177")).toBeVisible();
  await expectAccessible(dana.page, "console: a message is read");
  await message.getByRole("button", { name: "Answered by phone" }).click();
  await message.getByRole("button", { name: "Close and delete" }).click();
  await expect(inbox.getByText("No messages wait.")).toBeVisible();
  expect(halves(server), "the half of its key is gone").toBe(before);
  expectUnreadable(server, CARD, words.mark);
  await dana.page.keyboard.press("Escape");
  await expect(inbox).toBeHidden();
});

story("em_gen_b_a message that speaks of danger shows whom to call while it is typed, and stands first in the inbox", async ({ people, words }) => {
  const resident = await people.visit();
  const { text, contact, send } = await form(resident);
  await text.fill(words.of("my husband fell off the roof and is not breathing"));
  await expect(resident.app.getByRole("group", { name: "Call 911 now" })).toBeVisible();
  await expectAccessible(resident.page, "resident: danger in a message");
  await contact.fill("ana@example.org");
  await send.click();
  await expect(resident.app.getByRole("heading", { name: "We have your message." })).toBeVisible();
  await resident.app.getByRole("button", { name: "Back" }).click();
  await expect(resident.app.getByRole("radio", { name: "City archive" })).toBeVisible();

  const [dana, tomas] = [await people.agent("Dana Reyes"), await people.agent("Tomas Webb")];
  await dana.page.getByRole("button", { name: /to answer/ }).click();
  const message = dana.page.getByRole("dialog", { name: "Messages left" }).getByRole("listitem").first();
  await expect(message).toContainText("Possible danger to life");
  await message.getByRole("button", { name: "Take" }).click();
  await message.getByRole("button", { name: "Put back" }).click();
  await expect(message.getByRole("button", { name: "Take" })).toBeVisible();
  await message.getByRole("button", { name: "Take" }).click();
  await expect(message.getByRole("button", { name: "Answered by email" })).toBeVisible();
  // A supervisor sees to what others have.
  await tomas.page.getByRole("button", { name: /to answer/ }).click();
  const theirs = tomas.page.getByRole("dialog", { name: "Messages left" }).getByRole("listitem").first();
  await theirs.getByRole("button", { name: "Answered by email" }).click();
  await theirs.getByRole("button", { name: "Close and delete" }).click();
  await expect(theirs).toHaveCount(0);
});

story("te_5_6_whoever waits while nobody answers can leave a message instead", async ({ people }) => {
  const resident = await people.visit();
  await resident.ask();
  await resident.app.getByRole("button", { name: "Leave a message" }).click();
  await expect(resident.app.getByRole("textbox", { name: "Your phone number or email" })).toBeVisible();
  const dana = await people.agentOnline("Dana Reyes");
  await expect(dana.line).toContainText("Waiting · 0");
  await resident.app.getByRole("button", { name: "Back" }).click();
  await expect(resident.startButton).toBeVisible();
});
