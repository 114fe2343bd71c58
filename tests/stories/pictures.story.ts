// The pictures of the README: made when they are asked for, by `ROTUNDA_PICTURES=1`, from the product as it is.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { indexed } from "../harness/png.ts";
import { ROOT } from "../harness/server.ts";
import { type Resident } from "../harness/resident.ts";
import { type Agent } from "../harness/agent.ts";
import { expect, story } from "../harness/story.ts";

const FOLDER = join(ROOT, "docs/img");
/** No picture weighs more. */
const MOST_BYTES = 120 * 1024;

/** Wherever it is now a quarter past two in the afternoon, or about that: nobody chats with a city at night. */
function wideAwake(): string {
  const ahead = 14 - new Date().getUTCHours();
  // The signs of these zones are those of POSIX: ahead of Greenwich is minus.
  return ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

/** Takes a picture with few colours: what people look at are letters and areas. */
async function picture(page: Page, name: string): Promise<void> {
  const taken = await page.screenshot({ animations: "disabled", caret: "hide" });
  const small = await withFewColours(page, taken);
  expect(small.length, `${name} is small`).toBeLessThan(MOST_BYTES);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.png`), small);
}

async function talk(resident: Resident, agent: Agent): Promise<void> {
  const exchange: [Resident | Agent, string][] = [
    [agent, "Hi, this is Dana from Utility Billing. How can I help with your account?"],
    [resident, "My bill doubled. Account 40-1182-07, Porter Way. Can I pay now with 4111 1111 1111 1111?"],
    [agent, "Thanks. I can see the meter was read twice in October. Let me correct it."],
    [resident, "Great, thank you!"],
  ];
  for (const [who, text] of exchange) {
    await who.say(text);
    const end = text.slice(-20).replace(/.*1111/, "");
    for (const log of [resident.log, agent.log]) await expect(log).toContainText(end);
  }
  await expect(resident.state("Delivered")).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  story(`a chat on the city's page and at the console, ${colorScheme}`, async ({ people }) => {
    story.slow();
    const timezoneId = wideAwake();
    const office = await people.person({ colorScheme, timezoneId, viewport: { width: 1440, height: 900 } });
    const agent = await people.agentOnline("Dana Reyes", office);
    const phone = await people.visit({ options: { colorScheme, timezoneId, viewport: { width: 390, height: 844 } } });
    const desktop = await people.visit({ options: { colorScheme, timezoneId, viewport: { width: 1280, height: 800 } } });
    await desktop.open();
    await expect(desktop.startButton).toBeVisible();
    await picture(desktop.page, `start-${colorScheme}`);
    await desktop.start();
    await agent.accept();
    await talk(desktop, agent);
    await phone.ask({ topic: "Building and permits" });
    await expect(agent.line).toContainText("Building and permits");
    await picture(desktop.page, `widget-${colorScheme}`);
    await agent.composer.fill("Your new bill is $48.20. Would you like it by email?");
    await picture(agent.page, `console-${colorScheme}`);
    await desktop.end();
    await agent.isOver("The resident ended the chat.");
    await agent.close();
    await agent.accept();
    await talk(phone, agent);
    await picture(phone.page, `phone-${colorScheme}`);
  });
}

/** A PNG of few colours. The browser counts the pixels; what is left is deflate. */
async function withFewColours(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await page.context().newPage().then(async (blank) => {
    const read = await blank.evaluate(pixelsOf, png.toString("base64"));
    await blank.close();
    return read;
  });
  return indexed(width, height, Buffer.from(pixels, "base64"));
}

async function pixelsOf(base64: string) {
  const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d")!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const bytes = await new Response(new Blob([data]).stream()).arrayBuffer();
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return { width: image.width, height: image.height, pixels: btoa(text) };
}
