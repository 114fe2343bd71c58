// Ten languages: the chosen one is downloaded and no other, and Arabic runs from right to left.

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
