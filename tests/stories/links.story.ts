// Which addresses lead somewhere: those of the city that staff write, and no others.

import { expect, story } from "../harness/story.ts";

story("a resident follows the city's own addresses, and sees where each leads", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  await agent.say(words.of("The rates are at https://www.emcity.example/rates, not at https://rates.example/emcity.example."));
  const link = resident.log.getByRole("link", { name: "https://www.emcity.example/rates", exact: true });
  await expect(link).toHaveAttribute("href", "https://www.emcity.example/rates");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(resident.log).toContainText("not at https://rates.example/emcity.example.");

  await resident.say(words.of("I read it on https://www.emcity.example/rates already."));
  await expect(agent.log).toContainText("hxxps://www[.]emcity[.]example/rates");
  await expect(resident.log).toContainText("already.");
  await expect(resident.log.getByRole("link")).toHaveCount(1);
  await expect(agent.log.getByRole("link")).toHaveCount(0);
});
