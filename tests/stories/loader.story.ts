// What a web team pastes costs nothing before somebody wants to chat, and harms no page it stands on.

import { cityPage, expect, story } from "../harness/story.ts";

story("before anybody goes for it, the city's page pays for one small script and nothing else", async ({ people, server }) => {
  const person = await people.person();
  const resident = await people.visit({ person });
  await expect(resident.launcher).toBeVisible();
  await expect(resident.launcher).toHaveAccessibleName("Chat with City staff");
  await resident.page.waitForLoadState("networkidle");

  const asked = person.traffic.requests.map((request) => new URL(request.url()));
  const ofChat = asked.filter(({ origin }) => origin === server.chat).map(({ pathname }) => pathname);
  expect(ofChat).toEqual(["/v1/loader.js"]);
  expect(await resident.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
  expect(await resident.page.evaluate(async () => [await indexedDB.databases(), await caches.keys()])).toEqual([[], []]);
  expect(await person.context.cookies()).toEqual([]);
  expect(resident.page.frames()).toHaveLength(1);
  expect(person.traffic.frames("sent")).toEqual([]);
});

for (const mode of ["frame", "inline"] as const) {
  story(`opens on a click, keeps nothing until a chat is started, and closes with Escape (${mode})`, async ({ people }) => {
    const person = await people.person();
    const resident = await people.visit({ mode, person });
    await resident.open();
    await expect(resident.startButton).toBeVisible();
    await expect(resident.app.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
    const kept = await Promise.all(resident.page.frames().map((frame) => frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])));
    for (const storage of kept) expect(storage).toEqual([0, 0, ""]);
    expect(await person.context.cookies()).toEqual([]);
    expect(person.traffic.frames("sent"), "no socket before there is a chat").toEqual([]);

    await resident.app.getByRole("combobox").press("Escape");
    await expect(resident.dialog).toBeHidden();
    await expect(resident.launcher).toBeFocused();
  });
}

story("the key that opens the chat may be held down: it opens the chat and starts none", async ({ people }) => {
  const resident = await people.visit();
  const { keyboard } = resident.page;
  await resident.launcher.focus();
  await keyboard.down("Enter");
  const topic = resident.app.getByRole("radio", { name: "Utility billing" });
  await expect(topic).toBeFocused();
  // A key that is still down is told again and again.
  for (const _ of Array(5)) await keyboard.down("Enter");
  await keyboard.up("Enter");
  await expect(topic).toBeFocused();
  await expect(resident.startButton).toHaveText("Start chat");
  await keyboard.press("Enter");
  await resident.isInLine();
});

story("what is lost on its way while the chat opens is asked for again", async ({ people }) => {
  const resident = await people.visit();
  const topic = resident.app.getByRole("radio", { name: "Utility billing" });
  const lose = async (address: string, often: number) => {
    await resident.page.route(address, (route) => route.abort("connectionreset"), { times: often });
  };

  await story.step("the frame, fetched when the button is reached: by the next click", async () => {
    await lose("**/v1/app/**", 1);
    const lost = resident.page.waitForEvent("requestfailed");
    await resident.launcher.focus();
    await lost;
    await resident.page.keyboard.press("Enter");
    await expect(resident.dialog.getByRole("link", { name: /911/ })).toBeVisible();
    await resident.page.keyboard.press("Escape");
    await expect(resident.launcher).toBeFocused();
  });

  await story.step("what the city is: by itself", async () => {
    await lose("**/v1/city/**", 2);
    await resident.page.keyboard.press("Enter");
    await expect(resident.app.getByRole("alert")).toHaveText("We could not reach the City. Check your connection and try again, or call.");
    await expect(resident.app.getByRole("link", { name: "Call 911" }).first()).toBeVisible();
    await expect(topic).toBeFocused();
  });
});

story("pasted twice, it stands once and works", async ({ people, server }) => {
  const once = cityPage(server);
  const html = once + once.slice(once.indexOf("<script")).replace("loader.js?", "loader.js?again&");
  const resident = await people.visit({ html });
  await expect(resident.launcher).toBeVisible();
  await expect(resident.page.locator("rotunda-chat")).toHaveCount(1);
  await resident.ask();
  await expect(resident.page.locator("iframe")).toHaveCount(1);
});

story("a page whose security policy forbids WebAssembly: the frame works, the chat in the page says how to reach the City", async ({ people, server }) => {
  const strict = (settings: string) =>
    cityPage(server, settings).replace(
      "<meta ",
      `<meta http-equiv="Content-Security-Policy" content="script-src ${server.chat}; connect-src 'self' ${server.chat}; frame-src ${server.chat}; require-trusted-types-for 'script'"><meta `,
    );
  const framed = await people.visit({ html: strict("") });
  await framed.ask();

  const inline = await people.visit({ html: strict("mode=inline&phone=801-555-0100") });
  await inline.launcher.click();
  await expect(inline.dialog.getByRole("alert")).toBeVisible();
  await expect(inline.dialog.getByRole("link", { name: "Call 801-555-0100" })).toBeVisible();
  await expect(inline.dialog.getByRole("link", { name: /911/ })).toBeVisible();
  await expect(inline.dialog.getByRole("link", { name: "Open it on its own page" })).toBeVisible();
  people.faults.length = 0;
});

story("no page but the city's may frame the chat", async ({ people, server, outside }) => {
  const answer = await outside.fetch("/v1/app/");
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("frame-ancestors");
  expect(policy).toContain(server.city);
  const person = await people.person();
  const page = await person.context.newPage();
  await person.context.grantPermissions(["local-network-access"]);
  await page.route("http://evil.localhost/", (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${server.chat}/v1/app/?city=rehearsal"></iframe>` }));
  await page.goto("http://evil.localhost/");
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
});

/** How much the words on the button differ from it, by the luminance of WCAG 1.4.3. */
function contrast(button: Element): number {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  const luminance = (colour: string) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const { color, backgroundColor } = getComputedStyle(button);
  const [dark, light] = [luminance(color), luminance(backgroundColor)].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}

story("te_12_2_whatever colour a page gives the button, its words differ from it by 4.5:1", async ({ people }) => {
  const resident = await people.visit();
  await expect(resident.launcher).toBeVisible();
  const shades = ["00", "55", "80", "aa", "ff"];
  for (const colorScheme of ["light", "dark"] as const) {
    await resident.page.emulateMedia({ colorScheme });
    for (const colour of shades.flatMap((r) => shades.flatMap((g) => shades.map((b) => `#${r}${g}${b}`)))) {
      await resident.page.evaluate((colour) => {
        for (const name of ["--rotunda-accent", "--rotunda-accent-dark"]) document.documentElement.style.setProperty(name, colour);
      }, colour);
      expect(await resident.launcher.evaluate(contrast), `${colour}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
