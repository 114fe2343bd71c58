// Several tabs of one resident, and what is left when the last is closed.

import { expect, story } from "../harness/story.ts";

story("two tabs of one resident share the chat", async ({ people, words }) => {
  const person = await people.person();
  const { agent, resident: first } = await people.talking({ visit: { person } });
  const texts = words.several(4, "In both tabs");
  await first.say(texts[0]!);
  await agent.reads(texts[0]!);

  const second = await people.visit({ person });
  await second.open();
  await second.isWith("Dana Reyes");
  await second.reads(texts[0]!);

  await second.say(texts[1]!);
  await agent.say(texts[2]!);
  await first.say(texts[3]!);
  for (const side of [first, second, agent]) await expect.poll(async () => [...(await side.said())].sort()).toEqual([...texts].sort());
  expect(await first.said()).toEqual(await second.said());
  await expect(agent.page.getByRole("region", { name: /^Resident / }), "one chat, not two").toHaveCount(1);

  await first.page.close();
  const last = words.of("The other tab goes on");
  await second.say(last);
  await expect.poll(() => agent.said()).toContain(last);

  await second.end();
  await second.isOver("You ended the chat.");
});

story("closing all tabs forgets the chat", async ({ people, words }) => {
  const person = await people.person();
  const { agent, resident } = await people.talking({ visit: { person } });
  const text = words.of("Not for the next person at this computer");
  await resident.say(text);
  await agent.reads(text);
  await resident.page.close();

  const next = await people.visit({ person });
  await next.open();
  await expect(next.startButton).toBeVisible();
  expect(await next.said()).toEqual([]);
  expect(JSON.stringify(await person.context.storageState())).not.toContain("token");
});

story("the city's next page shows the chat again, as it was left", async ({ people, words }) => {
  const { agent, resident } = await people.talking();
  const [open, small] = words.several(2, "On every page");
  await resident.page.goto(`${resident.page.url()}?page=2`);
  await resident.isWith("Dana Reyes");
  await agent.say(open!);
  await resident.reads(open!);

  await resident.app.getByRole("button", { name: resident.says.minimise }).click();
  await expect(resident.dialog).toBeHidden();
  await resident.page.reload();
  await expect(resident.dialog).toBeHidden();
  await agent.say(small!);
  await expect(resident.launcher).toHaveAccessibleName(/Dana replied/);
  await resident.launcher.click();
  await resident.reads(open!, small!);
});
