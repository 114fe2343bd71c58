// Guidance in an emergency: before anything is sent, with no network, in the resident's language (EM-GEN-B, PI-AFTER).

import { expect, story } from "../harness/story.ts";

const LIFE = {
  en: { text: "my husband collapsed and he is not breathing", call: "Call 911", title: "Call 911 now" },
  es: { text: "mi esposo se desmayó y no respira", call: "Llame al 911", title: "Llame al 911 ahora" },
} as const;

for (const lang of ["en", "es"] as const) {
  const { text, call, title } = LIFE[lang];
  story(`em_gen_b_a life threat shows Call 911 while it is typed, with the network cut (${lang})`, async ({ people }) => {
    const home = await people.person({ locale: lang });
    const resident = await people.visit({ person: home, lang });
    await resident.open();
    await resident.start();
    await resident.isInLine();
    await home.context.setOffline(true);

    const card = resident.app.getByRole("group", { name: title });
    await resident.composer.pressSequentially(text);
    await expect(card).toBeVisible();
    await expect(card.getByRole("link", { name: call })).toHaveAttribute("href", "tel:911");
    await expect(resident.composer).toBeFocused();

    await card.getByRole("button").click();
    await expect(card).toBeHidden();
    await resident.app.getByRole("button", { name: title }).click();
    await expect(card).toBeVisible();
  });
}

story("em_gen_b_a burst main is sent to the city's line, and harmless words bring up nothing", async ({ people }) => {
  const resident = await people.visit();
  await resident.open();
  await resident.start();
  await resident.isInLine();

  const cards = resident.app.getByRole("group").filter({ has: resident.app.getByRole("link") });
  await resident.composer.fill("how much is a fire hydrant permit");
  await resident.composer.pressSequentially("?");
  await resident.composer.fill("water main burst in front of our house, the street is flooding");
  const link = cards.getByRole("link", { name: "Call 801-789-5959" });
  await expect(link).toHaveAttribute("href", "tel:8017895959");
});

story("em_gen_b_who is in danger comes to the front of the line, with a mark, and a supervisor is told", async ({ people, words }) => {
  story.slow();
  const [dana, tomas] = await Promise.all([people.agent("Dana Reyes"), people.agent("Tomas Webb")]);
  const [first, second] = [await people.visit(), await people.visit()];
  await first.ask();
  await second.ask({ topic: "Building and permits" });
  await expect(dana.line.getByRole("listitem").first()).toContainText("Utility billing");
  await second.say(`the house is on fire and my son is inside ${words.of("hurry")}`);
  await expect(dana.line.getByRole("listitem").first()).toContainText("Building and permits");
  await expect(dana.line.getByRole("listitem").first()).toContainText("Possible danger to life · 911");

  const page = tomas.page.getByRole("region", { name: "Danger" });
  await expect(page).toContainText("Possible danger to life · 911");
  await expect(page).toContainText("Building and permits. Nobody answers.");
  await expect(page, "not a word of the chat").not.toContainText("fire");
  await expect(dana.page.getByRole("region", { name: "Danger" }), "agents are not paged").toBeHidden();

  await dana.goOnline();
  await expect(dana.line.getByRole("region", { name: "Offered to you" })).toContainText("Possible danger to life · 911");
  await dana.accept();
  await second.isWith("Dana Reyes");
  const banner = dana.chat.getByRole("group", { name: "Possible danger to life" });
  await expect(banner).toContainText("fire");
  await banner.getByRole("button", { name: "Put the advice into the message" }).click();
  await expect(dana.composer).toHaveValue(/^Call 911 now\. /);
  await expect(page).toContainText("Dana Reyes, Utility Billing, answers.");
  await page.getByRole("button", { name: "I look after it" }).click();
  await expect(page).toBeHidden();
  await first.isInLine();
});

story("em_gen_b_a crisis in a chat that runs is shown to who has it, with what to say", async ({ people }) => {
  const { agent, resident } = await people.talking();
  await resident.say("I want to kill myself");
  const banner = agent.chat.getByRole("group", { name: "Possible crisis" });
  await expect(banner).toContainText("988");
  await banner.getByRole("button", { name: "Put the advice into the message" }).click();
  await expect(agent.composer).toHaveValue(/988/);
});
