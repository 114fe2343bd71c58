// How the stories are run. `cargo xtask test` builds, finds a browser and starts this; README.md beside it tells more.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "stories",
  outputDir: "report/results",
  snapshotPathTemplate: "stories/{testFileDir}/{testFileName}-snapshots/{arg}{ext}",
  // Every worker starts a server of its own, so files run side by side and the stories of one file one after the other.
  fullyParallel: false,
  workers: 2,
  // A story that passes only sometimes is a fault.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath: process.env.CHROMIUM },
    locale: "en-US",
    timezoneId: "America/Denver",
    trace: "retain-on-failure",
  },
});
