// The desk: the line and what it is told, who takes chats, transfers, closed doors, and what is kept of a chat.

import { expect, story } from "../harness/story.ts";

story("pi_auto_who waits is told their place, and after a while where to write", async ({ people }) => {
  const [first, second] = [await people.visit(), await people.visit()];
  await first.ask();
  await expect(first.log.getByText("You are next.")).toBeVisible();
  await second.ask();
  await expect(second.log.getByText("1 person is before you")).toBeVisible();
  await first.app.getByRole("button", { name: first.says.leave }).click();
  await expect(second.log.getByText("You are next.")).toBeVisible();
  await expect(second.log.getByText("We are helping others right now", { exact: false })).toBeVisible();
  await expect(second.app.getByRole("link", { name: "utilities@emcity.example" })).toBeVisible();
});

story("em_com_d_a_i_who is on a call or away is offered nothing, and the next one is", async ({ people }) => {
  const [dana, resident] = await Promise.all([people.agentOnline("Dana Reyes"), people.visit()]);
  for (const presence of ["On a call", "With a visitor", "Away"] as const) await dana.is(presence);
  await resident.ask();
  await expect(dana.line).toContainText("Waiting · 1");
  await expect(dana.offer).toBeHidden();
  const marisol = await people.agentOnline("Marisol Vega");
  await marisol.accept();
  await resident.isWith("Marisol Vega");
  await expect(dana.offer).toBeHidden();
});

story("em_com_g_a_a transfer goes over when it is accepted, and the resident is told who answers now", async ({ people, words }) => {
  const { agent: dana, resident } = await people.talking();
  const marisol = await people.agentOnline("Marisol Vega");
  const [before, note, after] = [words.of("About my permit"), words.of("Has the plan number ready"), words.of("I have your plan here")];
  await resident.say(before);
  await dana.reads(before);
  await dana.transfer(/^Marisol Vega/, "They know this matter", note);
  await expect(dana.chat.getByText(/^Asking…/)).toBeVisible();
  await expect(marisol.line.getByText(note)).toBeVisible();
  await expect(dana.composer, "until then it is hers").toBeVisible();
  await marisol.accept();
  await resident.isWith("Marisol Vega");
  await expect(resident.log.getByText("Marisol Vega, Permit technician, Building, is here to help.")).toBeVisible();
  await expect(dana.chat.getByText("Transferred. The resident was told who answers now.")).toBeVisible();
  await marisol.reads(before);
  await marisol.say(after);
  await resident.reads(before, after);
});

story("em_com_g_a_a transfer that is refused or not answered stays with who has it, who is told", async ({ people, words }) => {
  const { agent: dana, resident } = await people.talking();
  const marisol = await people.agentOnline("Marisol Vega");
  await dana.transfer(/^Marisol Vega/, "My shift ends");
  await marisol.decline();
  await expect(dana.chat.getByText("Your transfer was declined. The chat is still yours.")).toBeVisible();
  await dana.chat.getByRole("button", { name: "OK" }).click();
  await expect(dana.chat.getByText("Your transfer was declined.", { exact: false })).toBeHidden();

  await dana.transfer(/^Marisol Vega/, "My shift ends");
  await expect(marisol.offer).toBeVisible();
  await expect(dana.chat.getByText("Nobody took your transfer in time. The chat is still yours.")).toBeVisible();
  await expect(marisol.offer).toBeHidden();
  const text = words.of("Still with you");
  await dana.say(text);
  await resident.reads(text);
});

story("em_dis_b_a note that names a protected ground is held back", async ({ people }) => {
  const { agent: dana } = await people.talking();
  await people.agentOnline("Marisol Vega");
  await dana.chat.getByRole("button", { name: "Transfer", exact: true }).click();
  const form = dana.page.getByRole("form", { name: "Transfer" });
  await form.getByRole("combobox", { name: "To" }).selectOption({ index: 1 });
  await form.getByRole("combobox", { name: "Reason" }).selectOption({ index: 1 });
  const send = form.getByRole("button", { name: "Ask them to take it" });
  await expect(send).toBeEnabled();
  await form.getByRole("textbox", { name: "Note for the next person" }).fill("She is Muslim, please take her");
  await expect(form.getByText("The note names a protected ground.", { exact: false })).toBeVisible();
  await expect(send).toBeDisabled();
});

story("em_hrs_a_a topic whose department is closed shows no button, but what one can do, with the emergency number", async ({ people }) => {
  const resident = await people.visit();
  await resident.open();
  await expect(resident.startButton).toBeVisible();
  await resident.app.getByRole("radio", { name: "City archive" }).check({ force: true });
  await expect(resident.app.getByRole("heading", { name: "The chat is closed now" })).toBeVisible();
  await expect(resident.startButton).toBeHidden();
  const card = resident.app.getByRole("group", { name: "The chat is closed now" });
  await expect(card.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
  await expect(card.getByRole("link", { name: "archive@emcity.example" })).toBeVisible();
  await resident.app.getByRole("radio", { name: "Utility billing" }).check({ force: true });
  await expect(resident.startButton).toBeVisible();
});

story("em_hrs_a_the edge opens no chat where the doors are closed", async ({ outside }) => {
  const body = JSON.stringify({ client_ref: "0".repeat(26), topic: "archive", language: "en" });
  const { status, code } = await outside.refusal("/v1/chats", { method: "POST", body });
  expect({ status, code }).toEqual({ status: 409, code: "closed" });
});

story("what a chat was about and what came of it is asked once, and that is all that is kept", async ({ people }) => {
  const { agent, resident } = await people.talking();
  await resident.end();
  await agent.isOver("The resident ended the chat.");
  const form = agent.chat.getByRole("group", { name: "Outcome" });
  await expect(agent.chat.getByRole("combobox", { name: "Topic" })).toHaveValue("billing");
  const save = agent.chat.getByRole("button", { name: "Save" });
  await expect(save).toBeDisabled();
  await form.getByRole("radio", { name: "Answered" }).check();
  await save.click();
  await expect(form).toBeHidden();
  await agent.close();
  await expect(agent.line.getByRole("heading", { name: "Wrap-up" })).toBeHidden();
});

story("em_gen_a_a script is found with a slash and put into the message, in the resident's language", async ({ people }) => {
  const { agent, resident } = await people.talking();
  await agent.composer.fill("/bye");
  const scripts = agent.page.getByRole("listbox", { name: "Scripts" });
  await expect(scripts.getByRole("option")).toHaveCount(1);
  await agent.composer.press("Enter");
  await expect(agent.composer).toHaveValue("Thank you for contacting the City. Have a good day.");
  await agent.composer.press("Enter");
  await expect(resident.log).toContainText("Thank you for contacting the City.");
});

story("em_pri_b_em_com_c_a request for data that the city does not need and profanity are held back, and nothing is lost", async ({ people }) => {
  const { agent, resident } = await people.talking();
  const asked = "Could you give me your social security number?";
  await agent.composer.fill(asked);
  await expect(agent.chat.getByText("Held back. Change this before you send:", { exact: false })).toBeVisible();
  await agent.composer.press("Enter");
  await expect(agent.composer).toHaveValue(asked);
  const sworn = "This is a sh*tty form, I know.";
  await agent.composer.fill(sworn);
  await expect(agent.chat.getByRole("alert")).toContainText("Communication C");
  await agent.composer.press("Enter");
  await expect(agent.composer).toHaveValue(sworn);
  await agent.say("Could you give me your account number?");
  await expect(resident.log).toContainText("account number");
  await expect(resident.log).not.toContainText("form, I know");
  await expect(resident.log).not.toContainText("social security");
});
