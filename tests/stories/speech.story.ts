// What a screen reader says for fifteen things that happen in a chat, as a transcript that is compared with tests/speech/en.txt.
// ROTUNDA_SPEECH=1 writes it anew.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../harness/server.ts";
import { Listener } from "../harness/speech.ts";
import { expect, type People, story } from "../harness/story.ts";

const GOLDEN = join(ROOT, "tests/speech/en.txt");

/** Writes down what is said after each event, until `last` is among it. */
class Transcript {
  readonly lines: string[] = [];
  listener!: Listener;

  async after(event: string, last: RegExp): Promise<void> {
    const said: string[] = [];
    await expect(async () => {
      said.push(...(await this.listener.since()));
      expect(said.join("\n"), event).toMatch(last);
    }).toPass({ timeout: 30_000 });
    this.lines.push(`${event}`, ...new Set(said.map((phrase) => `  ${phrase}`)));
  }
}

async function conversation(people: People, transcript: Transcript): Promise<void> {
  const person = await people.personOnCable();
  const { cable } = person;
  const resident = await people.visit({ person });
  await resident.open();
  await expect(resident.startButton).toBeVisible();
  transcript.listener = await Listener.in(resident.page);
  await resident.start();
  await transcript.after("The resident waits, nobody is before them", /You are next/);
  await transcript.after("All are busy for long", /We are helping others/);
  const dana = await people.agentOnline("Dana Reyes");
  await dana.accept();
  await transcript.after("Someone comes to answer", /Dana Reyes from/);
  await resident.say("My bill doubled.");
  await transcript.after("An own message has gone out; it is not read back", /Sent/);
  await dana.say("Let me look at your account.");
  await transcript.after("An answer comes", /look at your account/);
  await resident.composer.fill("My card is 4111 1111 1111 1111");
  await transcript.after("A card number is typed", /card number removed/);
  await resident.composer.fill("a".repeat(4_100));
  await transcript.after("A draft is too long", /4,100 characters/);
  await resident.composer.fill("my husband fell off the roof and is not breathing");
  await transcript.after("Danger to life is typed", /Call 911 now/);
  await resident.composer.fill("");
  cable.cut();
  await resident.say("Are you there?");
  await transcript.after("The connection is lost, and a message waits", /Not sent yet/);
  cable.mend();
  await transcript.after("It is back, and the message goes out", /Sent/);
  await dana.chat.getByRole("button", { name: "Keep", exact: true }).click();
  await dana.chat.getByRole("button", { name: "Harassment" }).first().click();
  await transcript.after("Staff keep the chat for review", /marked this chat for review/);
  await dana.say("Is there anything else?");
  await transcript.after("Another answer comes", /anything else/);
  await transcript.after("The resident has been silent", /Are you still there/);
  await dana.end();
  await transcript.after("Staff end the chat", /The City ended the chat/);
  await resident.app.getByRole("radio", { name: "Yes" }).first().check({ force: true });
  await resident.app.getByRole("button", { name: "Send answers" }).click();
  await transcript.after("The questions are answered", /Thank you/);
}

async function message(people: People, transcript: Transcript): Promise<void> {
  const resident = await people.visit();
  await resident.open();
  await expect(resident.startButton).toBeVisible();
  transcript.listener = await Listener.in(resident.page);
  await resident.app.getByRole("radio", { name: "City archive" }).check({ force: true });
  await resident.app.getByRole("button", { name: "Leave a message" }).click();
  await resident.app.getByRole("button", { name: "Send message" }).click();
  await transcript.after("A message says nothing yet", /write your message/);
  await resident.app.getByRole("textbox", { name: "Your message" }).fill("Please copy my deed.");
  await resident.app.getByRole("textbox", { name: "Your phone" }).fill("801-555-0177");
  await resident.app.getByRole("button", { name: "Send message" }).click();
  await transcript.after("The city has the message", /We have your message/);
}

story("te_12_2_what a screen reader says is as the transcript has it", async ({ people }) => {
  story.setTimeout(240_000);
  const transcript = new Transcript();
  await conversation(people, transcript);
  await message(people, transcript);
  const said = transcript.lines.join("\n").replace(/Number \d+/g, "Number 0000") + "\n";
  if (process.env["ROTUNDA_SPEECH"]) writeFileSync(GOLDEN, said);
  expect(said).toBe(readFileSync(GOLDEN, "utf8"));
});
