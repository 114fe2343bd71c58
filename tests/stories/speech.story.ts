// What a screen reader says, event by event: compared with the transcripts in tests/speech/. `ROTUNDA_SPEECH=1` writes them anew.

import { expect, story } from "../harness/story.ts";
import { Transcript } from "../harness/speech.ts";
import type { Resident } from "../harness/resident.ts";

/** A resident whose screen reader listens from the moment the button is reached. */
async function listening(transcript: Transcript, resident: Resident): Promise<void> {
  await resident.launcher.focus();
  await transcript.listen(resident.page);
  await expect(resident.app.getByRole("radio", { includeHidden: true }).first()).toBeAttached();
  await resident.page.keyboard.press("Enter");
}

/** How long it takes depends on the chats that the server has seen. */
const WAIT: [RegExp, string] = [/ (It takes about|Tarda de) \d+ (to|a) \d+ (minutes|minutos)\./g, ""];

story("te_12_2_what a screen reader says from the line to the end of a chat", async ({ people }) => {
  story.setTimeout(240_000);
  const transcript = new Transcript();
  const person = await people.personOnCable();
  const [resident, first] = [await people.visit({ person }), await people.visit()];
  await first.ask();
  await listening(transcript, resident);
  await transcript.after("The chat is opened by keyboard", "Utility billing");
  await resident.start();
  await transcript.after("The resident waits, one person is before them", "1 person is before you.");
  await transcript.after("Everybody is busy for long", "We are helping others right now");
  await first.app.getByRole("button", { name: first.says.leave }).click();
  await transcript.after("The one before them has left", "You are next.");

  const dana = await people.agentOnline("Dana Reyes");
  await dana.accept();
  await transcript.after("Someone comes to answer", "Dana Reyes,");
  await resident.say("My bill doubled.");
  await transcript.after("An own message has gone out: it is not read back", "Sent");
  await dana.say("Let me look at your account.");
  await transcript.after("An answer comes", "look at your account");
  await resident.composer.fill("My card is 4111 1111 1111 1111");
  await transcript.after("A card number is typed", "card number removed");
  await resident.composer.fill("a".repeat(4_100));
  await transcript.after("A message is too long", "4,100 characters");
  await resident.composer.fill("my husband fell off the roof and is not breathing");
  await transcript.after("Danger to life is typed", "Call 911 now");
  await resident.composer.fill("");

  await person.context.setOffline(true);
  person.cable.cut();
  await transcript.after("The connection is lost", "No connection right now");
  await resident.say("Are you there?");
  await transcript.after("A message waits for it", "Not sent yet");
  person.cable.mend();
  await person.context.setOffline(false);
  await transcript.after("It is back, and this is said once", "The connection is back.");
  await transcript.after("The message goes out", "Sent");

  const marisol = await people.agentOnline("Marisol Vega");
  await dana.transfer(/^Marisol Vega/, "They know this matter");
  await marisol.accept();
  await transcript.after("The chat goes to a colleague", "Marisol Vega,");
  await marisol.say("How can I help you?");
  await transcript.after("The colleague writes", "How can I help you?");
  await transcript.after("The resident has been silent", "Are you still there?");
  await resident.app.getByRole("button", { name: "I’m still here" }).click();
  await marisol.end();
  await transcript.after("Staff end the chat", "The City ended the chat.");
  await resident.app.getByRole("radio", { name: "Yes" }).first().check({ force: true });
  await resident.app.getByRole("button", { name: "Send answers" }).click();
  await transcript.after("The questions are answered", "Thank you.");
  transcript.expectAsIn("chat.en.txt", WAIT);
});

story("te_12_2_what a screen reader says when the chat is closed and a message is left", async ({ people }) => {
  const transcript = new Transcript();
  const resident = await people.visit();
  await listening(transcript, resident);
  await transcript.after("The chat is opened by keyboard", "Utility billing");
  await resident.app.getByRole("radio", { name: "City archive" }).check({ force: true });
  await transcript.after("The topic is closed", "The chat is closed now");
  await resident.app.getByRole("button", { name: "Leave a message" }).click();
  await transcript.after("A message is begun", "Your message");
  await resident.app.getByRole("button", { name: "Send message" }).click();
  await transcript.after("It says nothing yet", "Please write your message first.");
  await resident.app.getByRole("textbox", { name: "Your message" }).fill("Please copy my deed.");
  await resident.app.getByRole("button", { name: "Send message" }).click();
  await transcript.after("Nobody could answer it", "Please write a phone number");
  await resident.app.getByRole("textbox", { name: "Your phone number or email" }).fill("801-555-0177");
  await resident.app.getByRole("button", { name: "Send message" }).click();
  await transcript.after("The city has it", "We have your message.");
  transcript.expectAsIn("message.en.txt", [/Number \d+/g, "Number 1"], [/(by|opens) \w+, \w+ \d+/g, "$1 Monday, January 5"]);
});

story("te_12_2_what a screen reader says in Spanish", async ({ people }) => {
  const transcript = new Transcript();
  const resident = await people.visit({ lang: "es" });
  await listening(transcript, resident);
  await transcript.after("The chat is opened by keyboard", "Facturas de servicios");
  await resident.start();
  await transcript.after("The resident waits", "Usted sigue.");
  await transcript.after("Everybody is busy for long", "Ahora atendemos a otras personas");
  const dana = await people.agentOnline("Dana Reyes");
  await dana.accept();
  await transcript.after("Someone comes to answer", "Dana Reyes,");
  await dana.say("Hola, ¿en qué puedo ayudarle?");
  await transcript.after("An answer comes", "¿en qué puedo ayudarle?");
  await resident.composer.fill("mi hijo no respira");
  await transcript.after("Danger to life is typed", "911");
  await resident.composer.fill("");
  await dana.end();
  await transcript.after("Staff end the chat", "La Ciudad terminó el chat");
  transcript.expectAsIn("chat.es.txt", WAIT);
});
