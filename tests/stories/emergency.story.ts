// Guidance in an emergency: before anything is sent, with no network, in the resident's language (EM-GEN-B, PI-AFTER).

import { expect, story } from "../harness/story.ts";

const LIFE = {
  en: { text: "my husband collapsed and he is not breathing", call: "Call 911", title: "Call 911 now" },
  es: { text: "mi esposo se desmayó y no respira", call: "Llame al 911", title: "Llame al 911 ahora" },
} as const;

for (const lang of ["en", "es"] as const) {
  const { text, call, title } = LIFE[lang];
  story(`em_gen_b_a life threat shows Call 911 while it is typed, with the network cut (${lang})`, async ({ people }) => {
    const home = await people.person({ context: { locale: lang } });
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
