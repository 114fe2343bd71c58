// A resident in front of the chat, as they and their screen reader know it: by roles and names, never by markup.

import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { speaker } from "./says.ts";
import type { StartedChat } from "./wire.ts";
import type { Words } from "./words.ts";

/** The names the product gives things, per language. */
const SAYS = {
  en: {
    chat: "Chat with City staff",
    topic: "Utility billing",
    start: "Start chat",
    inLine: "You are in line",
    leave: "Leave the line",
    message: "Your message",
    send: "Send",
    end: "End chat",
    minimise: "Minimize chat",
    typing: /is typing/,
    notSent: "Not sent yet. Trying again…",
    startNew: "Start a new chat",
  },
  es: {
    chat: "Chatee con la Ciudad",
    topic: "Facturas de servicios",
    start: "Empezar el chat",
    inLine: "Está en la fila",
    leave: "Salir de la fila",
    message: "Su mensaje",
    send: "Enviar",
    end: "Terminar el chat",
    minimise: "Minimizar el chat",
    typing: /está escribiendo/,
    notSent: "Aún no se envió. Lo intentamos de nuevo…",
    startNew: "Empezar otro chat",
  },
} as const;

const arabic = speaker("ar");
/** Where the app speaks another language, the names that its own sources give; what the loader says and the policy names is English. */
const NAMES = {
  ...SAYS,
  ar: {
    ...SAYS.en,
    start: arabic("StartChat"),
    inLine: arabic("YouAreInLine"),
    leave: arabic("LeaveLine"),
    message: arabic("YourMessage"),
    send: arabic("Send"),
    end: arabic("EndChat"),
    minimise: arabic("Minimise"),
    startNew: arabic("StartNewChat"),
  },
};

export type Delivery = "Sending…" | "Sent" | "Delivered" | "Not sent yet. Trying again…";

export interface Choice {
  topic?: string;
  language?: "English" | "Español";
}

/** One tab of a resident, with the chat in a frame or in the page itself. */
export class Resident {
  constructor(
    readonly page: Page,
    readonly words: Words,
    readonly mode: "frame" | "inline" = "frame",
    readonly lang: keyof typeof NAMES = "en",
    /** Where in the page the chat is: in the page itself, or in a frame of it. */
    readonly within: Page | FrameLocator = page,
  ) {}

  get says() {
    return NAMES[this.lang];
  }

  get launcher(): Locator {
    return this.within.locator("rotunda-chat").getByRole("button", { expanded: false }).first();
  }

  get dialog(): Locator {
    return this.within.getByRole("dialog", { name: this.says.chat });
  }

  /** Where the app is. */
  get app(): FrameLocator | Locator {
    return this.mode === "frame" ? this.within.frameLocator(`iframe[title="${this.says.chat}"]`) : this.dialog;
  }

  get startButton(): Locator {
    return this.app.getByRole("button", { name: this.says.start });
  }

  get composer(): Locator {
    return this.app.getByRole("textbox", { name: this.says.message });
  }

  get log(): Locator {
    return this.app.getByRole("log");
  }

  get typing(): Locator {
    return this.app.getByText(this.says.typing);
  }

  /** The words under the last own message. */
  state(delivery: Delivery): Locator {
    return this.log.getByRole("listitem").filter({ hasText: new RegExp(`^${escape(delivery)}$`) });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.dialog).toBeVisible();
  }

  /** From the form to the line. */
  async start({ topic = this.says.topic, language }: Choice = {}): Promise<void> {
    await this.app.getByRole("radio", { name: topic }).check({ force: true });
    if (language) await this.app.getByRole("combobox").selectOption({ label: language });
    await this.app.getByRole("button", { name: new RegExp(`^(${SAYS.en.start}|${SAYS.es.start}|${this.says.start})$`) }).click();
  }

  /** Opens the chat and gets in line. */
  async ask(choice: Choice = {}): Promise<void> {
    await this.open();
    await this.start(choice);
    await this.isInLine();
  }

  async isInLine(): Promise<void> {
    await expect(this.app.getByRole("heading", { name: this.says.inLine })).toBeVisible();
  }

  /** A person answers. */
  async isWith(name: string): Promise<void> {
    await expect(this.app.getByText(new RegExp(`^${name} · `))).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** Ends the chat: by the menu, and asked once more. */
  async end(): Promise<void> {
    await this.app.getByRole("button", { name: this.says.end, expanded: false }).click();
    await this.app.getByRole("group").getByRole("button", { name: this.says.end, exact: true }).click();
  }

  async isOver(how: string, timeout?: number): Promise<void> {
    await expect(this.log.getByText(how)).toBeVisible(timeout ? { timeout } : {});
    await expect(this.app.getByRole("button", { name: this.says.startNew })).toBeVisible();
  }

  /** What the browser keeps of the chat: its name and token. */
  async kept(): Promise<StartedChat> {
    const frames = await Promise.all(this.page.frames().map((frame) => frame.evaluate(() => ({ ...sessionStorage }))));
    const [kept] = frames.flatMap((storage) => storage["rotunda:rehearsal"] ?? []);
    if (!kept) throw new Error(`no frame keeps a chat: ${JSON.stringify(frames)}`);
    return JSON.parse(kept);
  }

  /** What of the story's words stands on the screen, in order, as often as it stands there. */
  said(): Promise<string[]> {
    return this.words.standingIn(this.log);
  }

  /** Exactly these stand on the screen, each once, in this order. */
  async reads(...texts: string[]): Promise<void> {
    await expect.poll(() => this.said(), { message: "what the resident reads" }).toEqual(texts);
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
