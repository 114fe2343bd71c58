// An administrator shuts the doors at once and sets days: residents are told, running chats go on, and it stays on record who did it.

import { expectAccessible } from "../harness/axe.ts";
import type { Agent } from "../harness/agent.ts";
import { Caller } from "../harness/peer.ts";
import type { Server } from "../harness/server.ts";
import { expect, story } from "../harness/story.ts";

/** The dialog with hours and closures. */
async function doors(agent: Agent) {
  await agent.page.getByRole("button", { name: agent.name }).click();
  await agent.page.locator("#me").getByRole("button", { name: "Hours and closures" }).click();
  const dialog = agent.page.getByRole("dialog", { name: "Hours and closures" });
  await expect(dialog.getByRole("heading", { name: "New chats" })).toBeVisible();
  return { dialog, reason: dialog.getByRole("textbox", { name: "Reason (kept with the change)" }) };
}

/** As they were before the story, whatever came of it. */
async function reopened(server: Server): Promise<void> {
  const outside = new Caller(server.chat, server.city);
  const cookie = await outside.signIn("ines");
  const get = () => outside.fetch("/v1/staff/doors", { headers: { cookie } }).then((answer) => answer.json());
  const change = async (change: object) => {
    const body = JSON.stringify({ version: (await get()).doors.version, reason: "The story is over", change });
    await outside.fetch("/v1/staff/doors", { method: "POST", origin: server.chat, headers: { cookie }, body });
  };
  const { doors } = await get();
  if (doors.shut) await change({ open: {} });
  for (const { on, department } of doors.days ?? []) await change({ drop: { on, department } });
}

story("em_hrs_a_an administrator shuts the doors at once: no chat begins, running ones go on, and it is on record", async ({ people, server, outside, words }) => {
  try {
    const [{ agent: dana, resident: talking }, ines, early] = await Promise.all([people.talking(), people.agent("Ines Okafor"), people.visit()]);
    await early.open();
    await expect(early.startButton).toBeVisible();
    const { dialog, reason } = await doors(ines);
    await expect(dialog).toContainText("New chats begin in the hours of the policy");
    const shut = dialog.getByRole("button", { name: "Close the chat now" });
    await shut.click();
    await expect(dialog.getByRole("alert").filter({ hasText: "Say why." })).toBeVisible();
    await expect(reason).toBeFocused();
    await reason.fill("Water main broke at city hall");
    await shut.click();
    await expect(dialog).toContainText("The chat is closed. No new chat begins until you open it again.");
    await expect(dialog.getByRole("status").filter({ hasText: "Saved. It counts now." })).toBeVisible();
    const edits = dialog.locator(".edits").getByRole("listitem");
    await expect(edits.first()).toContainText(/Version \d+ · Ines Okafor/);
    await expect(edits.first()).toContainText("Water main broke at city hall");
    await expect(edits.first()).toContainText("at once");
    await expectAccessible(ines.page, "administrator: the doors are shut");
    const bar = dana.page.getByRole("banner");
    await expect(bar).toContainText("Closed");
    await dana.page.setViewportSize({ width: 1280, height: 800 });
    const overflows = (element: Element) => element.scrollWidth > element.clientWidth;
    for (const whole of [bar, bar.locator(".sound")]) expect(await whole.evaluate(overflows)).toBe(false);
    await expect(dana.page.getByRole("status").filter({ hasText: "An administrator closed the chat" })).toContainText("Yours go on.");

    const [still, back] = [words.of("Still there?"), words.of("Yes, go on")];
    await talking.say(still);
    await dana.reads(still);
    await dana.say(back);
    await talking.reads(still, back);

    const late = await people.visit();
    await late.open();
    await expect(late.app.getByRole("heading", { name: "The chat is closed now" })).toBeVisible();
    await expect(late.startButton).toBeHidden();
    const card = late.app.getByRole("group", { name: "The chat is closed now" });
    await expect(card.getByText("The City has closed the chat for now. Please call, or leave a message.")).toBeVisible();
    await expect(card.getByText("No hours are posted"), "hours are posted, only not kept").toBeHidden();
    await expect(card.getByRole("link", { name: /^Call 801-/ })).toBeVisible();
    await expect(card.getByRole("link", { name: "Call 911" })).toBeVisible();
    await expect(late.app.getByRole("button", { name: "Leave a message" })).toBeVisible();
    await early.startButton.click();
    await expect(early.app.getByText("The chat is closed at this hour.", { exact: false })).toBeVisible();
    const start = JSON.stringify({ client_ref: "0".repeat(25) + "7", topic: "billing", language: "en" });
    expect(await outside.refusal("/v1/chats", { method: "POST", body: start })).toMatchObject({ status: 409, code: "closed" });

    await reason.fill("Repaired");
    await dialog.getByRole("button", { name: "Open the chat again" }).click();
    await expect(dialog).toContainText("New chats begin in the hours of the policy");
    await expect(edits.first()).toContainText("Repaired");
    const next = await people.visit();
    await next.open();
    await expect(next.startButton).toBeVisible();
  } finally {
    await reopened(server);
  }
});

story("em_hrs_a_an administrator closes a day, with a name in both languages, and what is wrong with it is said", async ({ people, server }) => {
  try {
    const [ines, tomas] = await Promise.all([people.agent("Ines Okafor"), people.agent("Tomas Webb")]);
    const { dialog, reason } = await doors(ines);
    const [date, hours] = [dialog.getByLabel("Date"), dialog.getByRole("textbox", { name: /^Hours, such as/ })];
    const [en, es] = [dialog.getByRole("textbox", { name: /in English/ }), dialog.getByRole("textbox", { name: /in Spanish/ })];
    const save = dialog.getByRole("button", { name: "Set this day" });
    const alert = (text: string) => expect(dialog.getByRole("alert").filter({ hasText: text })).toBeVisible();
    await reason.fill("Snow is forecast");
    await save.click();
    await alert("Choose a date.");
    await date.fill("2020-01-01");
    await hours.fill("8 to 12");
    await save.click();
    await alert("These hours cannot be read.");
    await hours.fill("");
    await en.fill("Snow day");
    await es.fill("Día de nieve");
    await save.click();
    await alert("This day is over.");
    await expect(en, "nothing is lost").toHaveValue("Snow day");
    const day = new Date(Date.now() + 72 * 3_600_000).toISOString().slice(0, 10);
    await date.fill(day);
    await save.click();
    const set = dialog.locator(".days").getByRole("listitem");
    await expect(set).toHaveCount(1);
    await expect(set).toContainText(`${day}`);
    await expect(set).toContainText("The whole City: closed, Snow day");
    await expect(dialog.locator(".edits").getByRole("listitem").first()).toContainText(`counts on ${day}`);
    await expectAccessible(ines.page, "administrator: a day is closed");
    const { openings } = await (await fetch(`${server.chat}/v1/city`)).json();
    expect(openings.closures.map(({ names }: { names: { es: string } }) => names.es)).toContain("Día de nieve");

    const seen = await doors(tomas);
    await expect(seen.dialog.locator(".edits")).toContainText("Snow is forecast");
    await expect(seen.dialog.getByRole("button", { name: "Close the chat now" }), "a supervisor reads only").toBeHidden();

    await reason.fill("It turned");
    await dialog.getByRole("button", { name: `Remove ${day}` }).click();
    await expect(dialog).toContainText("No day is set.");
    await expect(dialog.locator(".edits").getByRole("listitem").first()).toContainText("as the policy says");
  } finally {
    await reopened(server);
  }
});

story("em_hrs_a_who is no administrator changes no hours, and nobody overwrites what changed meanwhile", async ({ outside, server }) => {
  const change = (cookie: string, version: number) =>
    outside.refusal("/v1/staff/doors", {
      method: "POST",
      origin: server.chat,
      headers: { cookie },
      body: JSON.stringify({ version, reason: "Because", change: { shut: {} } }),
    });
  const [dana, tomas, ines] = await Promise.all(["dana", "tomas", "ines"].map((id) => outside.signIn(id)));
  for (const cookie of [dana!, tomas!]) expect(await change(cookie, 0)).toMatchObject({ status: 403, code: "not_permitted" });
  expect(await change("", 0)).toMatchObject({ status: 401, code: "not_signed_in" });
  expect(await change(ines!, 4_000)).toMatchObject({ status: 409, code: "outdated" });
  expect(await outside.refusal("/v1/staff/doors", { headers: { cookie: dana! } })).toMatchObject({ status: 403 });
});
