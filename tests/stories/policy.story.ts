// The administrator reads the policy that is in force, and gives the web team what it pastes.

import { expectAccessible } from "../harness/axe.ts";
import { expect, story } from "../harness/story.ts";

story("an administrator reads each value with its clause, and the line to paste", async ({ people }) => {
  const { page } = await people.agent("Ines Okafor");
  await page.getByRole("button", { name: "Ines Okafor" }).click();
  await page.getByRole("button", { name: "Policy and embedding" }).click();
  const dialog = page.getByRole("dialog", { name: "Policy and embedding" });
  const row = (field: string) => dialog.getByRole("row", { name: field });
  await expect(row("contact.city_emergency")).toContainText("801-789-5959");
  await expect(row("contact.emergency")).toContainText("Live Chat Policy, General B");
  await expect(row("payment.phone"), "what is made up says so").toContainText("made up");
  await expect(row("privacy.allowed")).toContainText("none");
  const { origin } = new URL(page.url());
  await expect(dialog).toContainText(`<script async src="${origin}/v1/loader.js?city=rehearsal"></script>`);
  await expect(dialog).toContainText(`frame-src ${origin}`);
  await expectAccessible(page, "the policy");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

story("who is not signed in reads nothing of it", async ({ server }) => {
  const answer = await fetch(`${server.chat}/v1/staff/policy`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "not_signed_in" });
});
