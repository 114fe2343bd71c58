// The emergency cards, as everyone sees them: by day, by night, and in the colours the system forces (EM-GEN-B).

import type { BrowserContextOptions } from "@playwright/test";
import { expectAccessible } from "../harness/axe.ts";
import { expect, story } from "../harness/story.ts";

const LOOKS: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
};

/** By rising urgency: a card that was put away comes back by itself only for something more urgent. */
const CARDS = [
  { title: "Call the non-emergency line", text: "my car was broken into last night", call: "Call 801-555-0190" },
  { title: "Please report this by phone now", text: "water main burst in front of our house, the street is flooding", call: "Call 801-789-5959" },
  { title: "You are not alone. Talk to someone now", text: "I want to kill myself", call: "Call 988" },
  { title: "Call 911 now", text: "my husband collapsed and he is not breathing", call: "Call 911" },
];

for (const [look, options] of Object.entries(LOOKS)) {
  for (const mode of ["frame", "inline"] as const) {
    story(`em_gen_b the four emergency cards break no rule, open and put away, ${look}, ${mode}`, async ({ people }) => {
      story.slow();
      const resident = await people.visit({ mode, options });
      await resident.ask();
      for (const { title, text, call } of CARDS) {
        await resident.composer.fill(text);
        const card = resident.app.getByRole("group", { name: title });
        await expect(card.getByRole("link", { name: call })).toBeVisible();
        await expectAccessible(resident.page, call);
        await card.getByRole("button").click();
        await expect(resident.app.getByRole("button", { name: title })).toBeVisible();
        await expectAccessible(resident.page, `${call}, put away`);
      }
    });
  }
}
