// The rules of WCAG 2.2 AA that a machine can judge, on every frame of a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Frame, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { ROOT } from "./server.ts";
import { expect } from "./story.ts";

const AXE = readFileSync(createRequire(join(ROOT, "package.json")).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
declare const axe: { run(options: object): Promise<AxeResults> };

/** No frame of the page breaks a rule. Run by the debugger, so that the page's own security policy stays as it is. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // What a browser shows in place of a frame that was lost is not ours.
  const frames = page.frames().filter((frame) => !frame.url().startsWith("chrome-error:"));
  await Promise.all(frames.map((frame) => frame.evaluate(settled)));
  const found = await Promise.all(frames.map(violations));
  expect(found.flat(), state).toEqual([]);
}

/** How a reader's system may ask for a page to look. */
const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** The same in light, in the dark and with forced colours. */
export async function expectAccessibleInAnyScheme(page: Page, state: string): Promise<void> {
  for (const [scheme, media] of Object.entries(SCHEMES)) {
    await page.emulateMedia(media);
    await expectAccessible(page, `${state}, ${scheme}`);
  }
}

/** Colours that are on their way to others have no contrast yet. What moves for ever is not on its way. */
async function settled(): Promise<void> {
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(passing.map(({ finished }) => finished.catch(() => {})));
}

async function violations(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(AXE);
  const off = { enabled: false };
  // What a whole page has to have, a part of it need not.
  const part = frame.parentFrame() ? { "landmark-one-main": off, "page-has-heading-one": off } : {};
  // With forced colours the contrast is that of the reader's own palette, unless an element wants none of it; axe still sees the
  // colour that a link would have without.
  const forced = await frame.evaluate(() => matchMedia("(forced-colors: active)").matches);
  const palette = forced ? { "color-contrast": off } : {};
  const unwilling = await frame.evaluate(() => [...document.querySelectorAll("*")].filter((element) => getComputedStyle(element).forcedColorAdjust === "none").length);
  if (forced && unwilling) return [`${unwilling} elements keep their own colours where the reader forces others`];
  const options = { runOnly: TAGS, iframes: false, resultTypes: ["violations"], rules: { ...part, ...palette } };
  const { violations } = await frame.evaluate((options) => axe.run(options), options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ""}`));
}
