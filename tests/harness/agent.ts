// A member of staff in front of the console, as they and their screen reader know it: by roles and names.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Words } from "./words.ts";

export type Staff = "Dana Reyes" | "Marisol Vega" | "Tomas Webb" | "Ines Okafor" | "Ruth Calloway" | "Owen Park";

/** One tab of the console. */
export class Agent {
  constructor(
    readonly page: Page,
    readonly words: Words,
    readonly name: Staff,
  ) {}

  get offer(): Locator {
    return this.page.getByRole("button", { name: /^Accept/ });
  }

  get line(): Locator {
    return this.page.getByRole("navigation", { name: "Line" });
  }

  /** The chat on the screen. */
  get chat(): Locator {
    return this.page.getByRole("region", { name: /^Resident / });
  }

  get log(): Locator {
    return this.page.getByRole("log");
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Message to / });
  }

  get typing(): Locator {
    return this.chat.getByText("Resident is typing…");
  }

  state(delivery: "Sending" | "Sent" | "Delivered" | "Not sent yet. Trying again."): Locator {
    return this.chat.getByText(delivery, { exact: true });
  }

  async signIn(): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(this.name) }).click();
    await expect(this.line).toBeVisible();
  }

  get online(): Locator {
    return this.page.getByRole("group", { name: "Do you take chats?" }).getByRole("button", { name: /^Online/ });
  }

  get offline(): Locator {
    return this.page.getByRole("group", { name: "Do you take chats?" }).getByRole("button", { name: /^Offline/ });
  }

  async goOnline(): Promise<void> {
    await this.online.click();
    await expect(this.online).toHaveAttribute("aria-pressed", "true");
  }

  async goOffline(): Promise<void> {
    await this.offline.click();
    await expect(this.offline).toHaveAttribute("aria-pressed", "true");
  }

  /** Takes what is offered. On a slow machine an offer can lapse under the hand; then the next one is taken. */
  async accept(): Promise<void> {
    await expect(async () => {
      // A chat that is over stays on the screen until its agent has read it.
      const over = this.chat.getByRole("button", { name: /^Close/ });
      if (await over.isVisible()) await over.click();
      if (await this.chat.isHidden()) await this.offer.click({ timeout: 4_000 });
      await expect(this.chat).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 45_000 });
  }

  async decline(): Promise<void> {
    await this.page.getByRole("button", { name: /^Decline/ }).click();
  }

  /** Whether this person takes chats, and why not. */
  async is(presence: "Online" | "On a call" | "With a visitor" | "Away" | "Offline"): Promise<void> {
    const button = this.page.getByRole("group", { name: "Do you take chats?" }).getByRole("button", { name: new RegExp(`^${presence}`) });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  /** Asks someone else to take the chat. */
  async transfer(to: RegExp, reason: string, note = ""): Promise<void> {
    await this.chat.getByRole("button", { name: "Transfer", exact: true }).click();
    const form = this.page.getByRole("form", { name: "Transfer" });
    const target = form.getByRole("combobox", { name: "To" });
    const option = await target.getByRole("option", { name: to }).first().textContent();
    await target.selectOption({ label: option ?? "" });
    await form.getByRole("combobox", { name: "Reason" }).selectOption({ label: reason });
    await form.getByRole("textbox", { name: "Note for the next person" }).fill(note);
    await form.getByRole("button", { name: "Ask them to take it" }).click();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** Ends the chat, and is asked once more. */
  async end(): Promise<void> {
    await this.chat.getByRole("button", { name: "End", exact: true }).click();
    await this.chat.getByRole("group", { name: "End this chat" }).getByRole("button", { name: "End chat" }).click();
  }

  /** Takes an ended chat off the screen. */
  async close(): Promise<void> {
    await this.chat.getByRole("button", { name: "Close" }).click();
    await expect(this.chat).toBeHidden();
  }

  async isOver(how: string, timeout?: number): Promise<void> {
    await expect(this.chat.getByText(how)).toBeVisible(timeout ? { timeout } : {});
  }

  said(): Promise<string[]> {
    return this.words.standingIn(this.log);
  }

  async reads(...texts: string[]): Promise<void> {
    await expect.poll(() => this.said(), { message: `what ${this.name} reads` }).toEqual(texts);
  }
}
