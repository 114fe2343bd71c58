// How the stories are run: real Chromium, real workerd. README.md beside this file says what they are.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MACOS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** The browser that is tested in: the one that was named, or the first the system has. */
function chromium(): string {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MACOS];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found) return found;
  throw new Error("No Chromium was found. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.");
}

export default defineConfig({
  testDir: "stories",
  globalSetup: "./harness/fresh.ts",
  testMatch: "*.story.ts",
  // Pictures are made when they are asked for: a run of the stories leaves the repository as it was.
  testIgnore: process.env["ROTUNDA_PICTURES"] ? [] : "pictures.story.ts",
  outputDir: "report/traces",
  fullyParallel: true,
  workers: 2,
  // A browser on a busy machine may stall, so a story may try once more; the last line of a run counts those that needed it.
  // Whatever is lost, doubled or left behind needs no second try: those stories forbid it.
  retries: 1,
  forbidOnly: Boolean(process.env["CI"]),
  // A story that is told on an idle machine in five seconds may take many times that on a busy one.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["html", { outputFolder: "report/html", open: "never" }], ["json", { outputFile: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ?? "report/stories.json" }]],
  use: {
    // Without a graphics card the compositor of software is the cheaper one.
    launchOptions: { executablePath: chromium(), args: ["--disable-gpu"] },
    locale: "en-US",
    timezoneId: "America/Denver",
    // Recording takes as long as the story itself: it is done when a story is tried again.
    trace: { mode: "on-first-retry", sources: false },
    screenshot: "only-on-failure",
  },
});
