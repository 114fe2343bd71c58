// What must not be found: words that were typed, and card numbers, in any of the forms that programs write bytes in.

import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The card number that residents type: the one every payment service gives for tests. */
export const CARD = "4111111111111111";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Something that occurs nowhere by chance: 94 random bits. Letters only, so that no engine takes it for a number. */
export function canary(): string {
  return Array.from({ length: 20 }, () => LETTERS[randomInt(26)]).join("");
}

/** Finds one secret in bytes. */
export class Needle {
  readonly name: string;
  readonly #forms: RegExp[];

  constructor(secret: string) {
    this.name = secret;
    const digits = /^\d+$/.test(secret);
    // Digits also with up to three other bytes between them: spaces, dashes, UTF-16; or with percent-encoded ones.
    const plain = digits ? [...secret].join("(?:%[0-9a-f]{2}|[^0-9]){0,3}") : [...secret].join("\\0?");
    const encodings = [Buffer.from(secret), Buffer.from(secret, "utf16le")];
    const base64 = encodings.flatMap((bytes) => [0, 1, 2].map((shift) => middleOfBase64(bytes, shift)));
    const hex = encodings.map((bytes) => bytes.toString("hex"));
    this.#forms = [
      new RegExp(plain, "i"),
      ...base64.map((form) => new RegExp(form.replaceAll("+", "[+-]").replaceAll("/", "[/_]"))),
      ...hex.map((form) => new RegExp(form, "i")),
    ];
  }

  /** What is found around the secret, or nothing. */
  in(bytes: Buffer | string): string | undefined {
    // Latin-1 takes every byte for one character.
    const text = typeof bytes === "string" ? bytes : bytes.toString("latin1");
    for (const form of this.#forms) {
      const found = form.exec(text);
      if (found) return text.slice(Math.max(0, found.index - 60), found.index + found[0].length + 60);
    }
    return undefined;
  }
}

/** The part of a base64 text that a secret makes whatever stands before and after it. */
function middleOfBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
  const from = shift === 0 ? 0 : shift + 1;
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return text.slice(from, whole);
}

/** Every file below a folder, with its bytes. */
export function* filesBelow(folder: string): Generator<{ path: string; bytes: Buffer }> {
  for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []) {
    const path = join(folder, name);
    try {
      if (statSync(path).isFile()) yield { path, bytes: readFileSync(path) };
    } catch {
      // SQLite removes its side files whenever it likes.
    }
  }
}
