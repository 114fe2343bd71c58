// Ten languages: the chosen one is downloaded and no other, Arabic runs from right to left, and every state stays usable.

import { expectAccessible } from "../harness/axe.ts";
import { LANGUAGES, type Language, speaker } from "../harness/says.ts";
import { cityPage, expect, type People, story } from "../harness/story.ts";
import type { FrameLocator, Page } from "@playwright/test";

/** A resident whose page is in a language, with the packs that their browser asks for. */
async function visit(people: People, lang: Language, options = {}): Promise<{ page: Page; app: FrameLocator; packs: string[] }> {
  const { context } = await people.person(options);
  const page = await context.newPage();
  await context.grantPermissions(["local-network-access"]);
  await page.route(`${people.server.city}/`, (route) => route.fulfill({ contentType: "text/html", body: cityPage(people.server, "", lang) }));
  const packs: string[] = [];
  page.on("request", (request) => packs.push(...(request.url().match(/[a-z]+\.json$/) ?? [])));
  await page.goto(people.server.city);
  await page.locator("rotunda-chat").getByRole("button").first().click();
  return { page, app: page.frameLocator("iframe[title]"), packs };
}

story("the language of the page is spoken, and no other is downloaded", async ({ people }) => {
  story.slow();
  for (const lang of LANGUAGES) {
    const says = speaker(lang);
    const { page, app, packs } = await visit(people, lang);
    await expect(app.getByRole("button", { name: says("StartChat"), exact: true })).toBeVisible();
    await expect(app.getByText(says("APersonAnswers"), { exact: true })).toBeVisible();
    await expect(app.locator("section").first()).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
    expect(packs, lang).toEqual(lang === "en" ? [] : [`${lang}.json`]);
    await page.context().close();
  }
});

story("a language is loaded when it is chosen, and the app goes on in the old one when it cannot be had", async ({ people }) => {
  const [ko, vi] = [speaker("ko"), speaker("vi")];
  const { page, app, packs } = await visit(people, "en");
  await app.getByRole("combobox").selectOption({ label: "한국어" });
  await expect(app.getByRole("button", { name: ko("StartChat") })).toBeVisible();
  expect(packs).toEqual(["ko.json"]);
  await page.route("**/vi.json", (route) => route.abort());
  await app.getByRole("combobox").selectOption({ label: "Tiếng Việt" });
  await expect(app.getByRole("button", { name: ko("StartChat") })).toBeVisible();
  await page.unroute("**/vi.json");
  await app.getByRole("combobox").selectOption({ label: "English" });
  await expect(app.getByRole("button", { name: "Start chat" })).toBeVisible();
  await app.getByRole("combobox").selectOption({ label: "Tiếng Việt" });
  await expect(app.getByRole("button", { name: vi("StartChat") })).toBeVisible();
});

const SCHEMES = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } } as const;

for (const lang of ["en", "es", "ar"] as const) {
  for (const [scheme, options] of Object.entries(SCHEMES)) {
    story(`te_12_2_every state of the resident, ${lang}, ${scheme}`, async ({ people, words }) => {
      story.setTimeout(240_000);
      const says = speaker(lang);
      const agent = await people.agentOnline("Marisol Vega");
      const { page, app } = await visit(people, lang, options);
      let states = 0;
      const look = async (state: string) => {
        states += 1;
        await expectAccessible(page, `${lang}, ${scheme}: ${state}`);
      };
      const button = (name: string) => app.getByRole("button", { name: says(name), exact: true });
      const heading = (name: string) => app.getByRole("heading", { name: says(name), exact: true });
      const field = (name: string) => app.getByRole("textbox", { name: says(name), exact: true });
      await expect(button("StartChat")).toBeVisible();
      await look("topic and language");

      // The archive is never open.
      await app.getByRole("radio").last().check({ force: true });
      await expect(heading("ClosedNow")).toBeVisible();
      await look("closed");
      await button("LeaveMessage").click();
      await expect(heading("LeaveMessage")).toBeVisible();
      await look("a message");
      await button("SendMessage").click();
      await expect(app.getByText(says("MessageNeeded"), { exact: true })).toBeVisible();
      await look("a message that says nothing");
      await field("YourMessage").fill(words.of("my card is 4111 1111 1111 1111"));
      await expect(heading("WillBeRemoved")).toBeVisible();
      await look("a message with a card number");
      await button("SendMessage").click();
      await expect(app.getByText(says("ContactNeeded"), { exact: true })).toBeVisible();
      await look("a message without a contact");
      await field("YourMessage").fill("the house is on fire and my son is inside");
      await expect(app.getByRole("group", { name: says("LifeTitle").replace("{}", "911") })).toBeVisible();
      await look("danger in a message");
      await page.unrouteAll();
      await button("Back").click();

      await app.getByRole("radio").nth(1).check({ force: true });
      await button("StartChat").click();
      await expect(heading("YouAreInLine")).toBeVisible();
      await look("in line");
      await agent.accept();
      await expect(app.getByText(/^Marisol Vega · /)).toBeVisible();
      await look("someone has come");
      await agent.composer.pressSequentially("How");
      await expect(app.getByText(says("IsTyping").replace("{}", "Marisol Vega"), { exact: true })).toBeVisible();
      await look("someone types");
      await agent.say(words.of("How can I help you?"));
      await expect(app.getByRole("log")).toContainText("How can I help you?");
      await look("an answer");
      await field("YourMessage").fill("I want to pay, my card is 4111 1111 1111 1111");
      await expect(heading("WillBeRemoved")).toBeVisible();
      await look("a card number in the composer");
      await field("YourMessage").press("Enter");
      await expect(app.getByRole("log").getByText(says("MaskCard"), { exact: true })).toBeVisible();
      await expect(app.getByRole("log").getByText(says("Delivered"), { exact: true })).toBeVisible();
      await look("a card number was removed");
      await field("YourMessage").fill("I want to kill myself");
      await expect(app.getByRole("group", { name: says("CrisisTitle") })).toBeVisible();
      await look("a crisis in the composer");
      await field("YourMessage").fill("x".repeat(4_100));
      await expect(app.getByText(says("TooLong").replace("{}", "4,100"), { exact: true })).toBeVisible();
      await look("a draft that is too long");
      await field("YourMessage").fill("");
      await button("EndChat").click();
      await expect(app.getByRole("group", { name: says("EndChatSure") })).toBeVisible();
      await look("asked whether to end");
      await app.getByRole("group", { name: says("EndChatSure") }).getByRole("button", { name: says("EndChat"), exact: true }).click();
      await expect(app.getByRole("form", { name: says("SurveyTitle") })).toBeVisible();
      await look("the questions after the chat");
      await app.getByRole("radio", { name: says("Yes") }).first().check({ force: true });
      await look("an answer is chosen");
      await button("SurveySend").click();
      await expect(app.getByRole("form", { name: says("SurveyTitle") })).toBeHidden();
      await look("answered");
      await button("StartNewChat").click();
      await expect(button("StartChat")).toBeVisible();
      expect(states).toBe(19);
    });
  }
}
