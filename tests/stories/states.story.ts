// Every state that a resident can come into, in three languages, in light, dark and forced colours: no rule of axe is broken.

import type { FrameLocator, Locator, Page, Route } from "@playwright/test";
import type { Agent } from "../harness/agent.ts";
import { expectAccessibleInAnyScheme } from "../harness/axe.ts";
import { CARD } from "../harness/canary.ts";
import type { Cable } from "../harness/cable.ts";
import { type Language, speaker } from "../harness/says.ts";
import { cityPage, expect, type People, story } from "../harness/story.ts";

/** How many states a walk has to see. */
const STATES = 45;
/** How long the rehearsal's policy lets a resident be silent before it asks, and a little more. */
const SILENT_MS = 45_000;

/** A resident who is led from state to state. Each is looked at once it is there. */
class Walk {
  readonly seen: string[] = [];
  readonly says: (name: string) => string;

  private constructor(
    readonly page: Page,
    readonly app: FrameLocator,
    readonly lang: Language,
    readonly cable: Cable,
  ) {
    this.says = speaker(lang);
  }

  static async begin(people: People, lang: Language): Promise<Walk> {
    const { context, cable } = await people.personOnCable();
    await context.grantPermissions(["local-network-access"]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const body = cityPage(people.server, "phone=801-555-0100&hours=Mon–Thu 8–5", lang);
    await page.route(`${people.server.city}/`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(people.server.city);
    return new Walk(page, page.frameLocator("iframe[title]"), lang, cable);
  }

  /** Waits for what shows that the state is there, and looks at all of the page. */
  async sees(state: string, shown: Locator, wait: { timeout?: number } = {}): Promise<void> {
    await expect(shown, `${this.lang}: ${state}`).toBeVisible(wait);
    await expectAccessibleInAnyScheme(this.page, `${this.lang}: ${state}`);
    this.seen.push(state);
  }

  get launcher(): Locator {
    return this.page.locator("rotunda-chat").getByRole("button").first();
  }

  button(name: string): Locator {
    return this.app.getByRole("button", { name: this.says(name), exact: true });
  }

  heading(name: string): Locator {
    return this.app.getByRole("heading", { name: this.says(name), exact: true });
  }

  text(name: string, given = ""): Locator {
    return this.app.getByText(this.says(name).replace("{}", given)).first();
  }

  group(name: string, given = ""): Locator {
    return this.app.getByRole("group", { name: this.says(name).replace("{}", given) });
  }

  get field(): Locator {
    return this.app.getByRole("textbox", { name: this.says("YourMessage"), exact: true });
  }

  get log(): Locator {
    return this.app.getByRole("log");
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }

  /** Meanwhile, what is asked at the address is lost. */
  async losing(address: string, meanwhile: () => Promise<void>): Promise<void> {
    const lose = (route: Route) => route.abort("connectionreset");
    await this.page.route(address, lose);
    await meanwhile();
    await this.page.unroute(address, lose);
  }
}

/** Before the chat: the button, what blocks it, a topic, a closed door. */
async function start(walk: Walk): Promise<void> {
  await walk.sees("the button", walk.launcher);
  await walk.losing("**/v1/city/**", async () => {
    await walk.losing("**/v1/app/**", async () => {
      await walk.launcher.click();
      await walk.sees("the chat is on its way", walk.page.getByRole("dialog").getByRole("link", { name: /911/ }));
      await walk.page.getByRole("dialog").getByRole("button").click();
    });
    await walk.launcher.click();
    await walk.sees("the city does not answer", walk.text("CannotReach"));
  });
  await walk.sees("topic and language", walk.button("StartChat"));
  await walk.losing("**/v1/chats", async () => {
    await walk.button("StartChat").click();
    await walk.sees("no chat can be had", walk.app.getByRole("alert").getByText(walk.says("CannotReach")));
  });
  // The archive is never open.
  await walk.app.getByRole("radio").last().check({ force: true });
  await walk.sees("closed", walk.heading("ClosedNow"));
}

/** A message instead of a chat. */
async function message(walk: Walk): Promise<void> {
  const life = "the house is on fire and my son is inside";
  await walk.button("LeaveMessage").click();
  await walk.sees("a message", walk.heading("LeaveMessage"));
  await walk.button("SendMessage").click();
  await walk.sees("a message that says nothing", walk.text("MessageNeeded"));
  await walk.field.fill(`my card is ${CARD}`);
  await walk.sees("a message with a card number", walk.heading("WillBeRemoved"));
  await walk.button("SendMessage").click();
  await walk.sees("a message that nobody could answer", walk.text("ContactNeeded"));
  await walk.field.fill("x".repeat(4_100));
  await walk.sees("a message that is too long", walk.text("TooLong", "4,100"));
  await walk.field.fill(life);
  await walk.sees("danger to life in a message", walk.group("LifeTitle", "911"));
  await walk.app.getByRole("textbox", { name: walk.says("Contact"), exact: true }).fill("ana@example.org");
  await walk.losing("**/v1/messages", async () => {
    await walk.button("SendMessage").click();
    await walk.sees("a message that was lost on its way", walk.app.getByRole("alert").first());
  });
  await walk.button("SendMessage").click();
  await walk.sees("the city has the message", walk.heading("MessageTaken"));
  await walk.button("Back").click();
}

/** The line: places, long waits, leaving it. `other` stands before them. */
async function line(walk: Walk, people: People): Promise<void> {
  const other = await people.visit();
  await other.ask();
  await walk.app.getByRole("radio").nth(1).check({ force: true });
  await walk.button("StartChat").click();
  await walk.sees("in line, one person before them", walk.text("AheadOne"));
  await walk.sees("everybody is busy for long", walk.text("HoldMessage"));
  await walk.button("LeaveLine").click();
  await walk.sees("the line was left", walk.text("EndedLeftLine"));
  await other.app.getByRole("button", { name: other.says.leave }).click();
  await walk.button("StartNewChat").click();
  await walk.button("StartChat").click();
  await walk.sees("next in line", walk.text("NextInLine"));
}

/** What is written: to and fro, taken out, too long. */
async function talk(walk: Walk, marisol: Agent): Promise<void> {
  await marisol.accept();
  await walk.sees("someone has come", walk.app.getByText(/^Marisol Vega · /));
  await marisol.composer.pressSequentially("Ho");
  await walk.sees("someone types", walk.app.getByText(walk.says("IsTyping").replace("{}", "Marisol Vega"), { exact: true }));
  await marisol.say("The rates are at https://www.emcity.example/rates today.");
  await walk.sees("an answer with an address", walk.log.getByRole("link"));
  await walk.field.fill(`I want to pay, my card is ${CARD}`);
  await walk.sees("a card number is written", walk.heading("WillBeRemoved"));
  await walk.field.press("Enter");
  await walk.sees("a card number was taken out", walk.log.getByText(walk.says("MaskCard"), { exact: true }));
  await walk.sees("how to pay", walk.text("PayOnline"));
  await walk.sees("an own message has arrived", walk.log.getByText(walk.says("Delivered"), { exact: true }));
  await walk.field.fill("x".repeat(4_100));
  await walk.sees("too long", walk.text("TooLong", "4,100"));
}

/** Emergencies, while they are written. */
async function emergencies(walk: Walk): Promise<void> {
  await walk.field.fill("my husband fell off the roof and is not breathing");
  await walk.sees("danger to life", walk.group("LifeTitle", "911"));
  await walk.group("LifeTitle", "911").getByRole("button").click();
  await walk.sees("the guidance was closed", walk.button("LifeTitle").or(walk.app.getByRole("button", { name: walk.says("LifeTitle").replace("{}", "911") })));
  await walk.field.fill("");
  await walk.field.fill("I want to kill myself");
  await walk.sees("a crisis", walk.group("CrisisTitle"));
  await walk.field.fill("water main burst in front of our house, the street is flooding");
  await walk.sees("a burst main", walk.group("CityTitle"));
  await walk.field.fill("");
}

/** A lost network, and a tab in the back. */
async function network(walk: Walk, marisol: Agent): Promise<void> {
  walk.cable.cut();
  await walk.sees("no connection", walk.text("NoConnection"));
  await walk.say("Nobody hears me");
  await walk.sees("a message waits for the connection", walk.text("NotSentYet"));
  walk.cable.mend();
  await expect(walk.text("NotSentYet")).toBeHidden();
  await expect(walk.text("NoConnection")).toBeHidden();
  await walk.sees("the connection is back", walk.field);
  await walk.button("Minimise").click();
  await marisol.say("Are you with me?");
  await walk.sees("the chat is small, a message has come", walk.page.locator("rotunda-chat").getByText("Marisol", { exact: false }).first());
  await walk.launcher.click();
  await walk.sees("it is large again", walk.log.getByText("Are you with me?"));
}

/** A colleague, a review, a silence, and how a chat ends. */
async function end(walk: Walk, marisol: Agent): Promise<void> {
  await marisol.chat.getByRole("button", { name: "Keep", exact: true }).click();
  await marisol.chat.getByRole("group", { name: /^Keep this chat/ }).getByRole("button", { name: "Harassment" }).click();
  await walk.sees("staff keep the chat for review", walk.field);
  // The silence is counted from here, however long the states before took to look at.
  await marisol.say("Is there anything else?");
  await walk.sees("asked whether they are there", walk.group("StillThere"), { timeout: SILENT_MS });
  await walk.button("StillHere").click();
  await walk.sees("they are", walk.field);
  await walk.app.getByRole("button", { name: walk.says("EndChat"), expanded: false }).click();
  await walk.sees("asked whether to end", walk.group("EndChatSure"));
  await walk.group("EndChatSure").getByRole("button", { name: walk.says("EndChat"), exact: true }).click();
  const questions = walk.app.getByRole("form", { name: walk.says("SurveyTitle") });
  await walk.sees("the chat is over, two questions", questions);
  await walk.app.getByRole("radio").first().check({ force: true });
  await walk.sees("one is answered", questions);
  await walk.losing("**/survey", async () => {
    await walk.button("SurveySend").click();
    await walk.sees("the answers were lost on their way", questions.getByRole("alert"));
  });
  await walk.button("SurveySend").click();
  await walk.sees("both are answered", walk.text("SurveyThanks"));
}

/** Another chat, which is deleted at once. */
async function forget(walk: Walk, marisol: Agent): Promise<void> {
  await walk.button("StartNewChat").click();
  await walk.sees("begun anew", walk.button("StartChat"));
  await marisol.is("Online");
  await walk.button("StartChat").click();
  await marisol.accept();
  await expect(walk.app.getByText(/^Marisol Vega · /)).toBeVisible();
  await walk.app.getByRole("button", { name: walk.says("EndChat"), expanded: false }).click();
  await walk.button("EndAndForget").click();
  await walk.sees("the chat is deleted", walk.text("ForgottenPromise"));
}

for (const lang of ["en", "es", "ar"] as const) {
  story(`te_12_2_no rule is broken in any state of the resident, light, dark or with forced colours (${lang})`, async ({ people }) => {
    story.setTimeout(480_000);
    const walk = await Walk.begin(people, lang);
    await start(walk);
    await message(walk);
    await line(walk, people);
    const marisol = await people.agentOnline("Marisol Vega");
    await talk(walk, marisol);
    await emergencies(walk);
    await network(walk, marisol);
    await end(walk, marisol);
    await forget(walk, marisol);
    expect(walk.seen, walk.seen.join("\n")).toHaveLength(STATES);
  });
}
