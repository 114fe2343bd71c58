// What the product says, by the names that its own sources give the sentences: a story told in ten languages needs no list of its
// own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./server.ts";

export const LANGUAGES = ["en", "es", "ar", "ht", "ko", "pt", "ru", "tl", "vi", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Finds a sentence of the language, such as `says("StartChat")`. */
export function speaker(language: Language): (name: string) => string {
  const source = readFileSync(join(ROOT, "shared/src/text/languages", `${language}.rs`), "utf8");
  const sentences = new Map<string, string>();
  for (const [, names, said] of source.matchAll(/((?:Text::\w+[\s|]*)+)=>\s*\{?\s*"((?:[^"\\]|\\.)*)"/g)) {
    for (const [, name] of names!.matchAll(/Text::(\w+)/g)) sentences.set(name!, said!.replace(/\\\n\s*/g, ""));
  }
  return (name) => {
    const said = sentences.get(name);
    if (said === undefined) throw new Error(`${language} has no ${name}`);
    return said;
  };
}
