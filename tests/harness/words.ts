// What is said in a story. Every sentence carries something that occurs nowhere else, so that afterwards every byte that the
// server kept can be searched for it.

import type { Locator } from "@playwright/test";
import { canary } from "./canary.ts";

export class Words {
  /** The mark in every sentence of this story. */
  readonly mark = canary();
  #sentences: string[] = [];

  /** A sentence to type. */
  of(text: string): string {
    const sentence = `${text} ${this.mark}-${letters(this.#sentences.length)}.`;
    this.#sentences.push(sentence);
    return sentence;
  }

  /** Sentences that differ only by their ends. */
  several(count: number, text: string): string[] {
    return Array.from({ length: count }, () => this.of(text));
  }

  /** The sentences that stand in a list, in order, each as often as it stands there. */
  async standingIn(list: Locator): Promise<string[]> {
    const items = await list.getByRole("listitem").allInnerTexts();
    const ending = new RegExp(`${this.mark}-([a-z]+)\\.`, "g");
    return items.flatMap((item) => [...item.matchAll(ending)].map(([, place]) => this.#sentences[number(place!)]!));
  }
}

/** A number in letters: digits might be taken for something else than words. */
function letters(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
}

function number(text: string): number {
  return Number([...text].map((letter) => letter.charCodeAt(0) - 97).join(""));
}
