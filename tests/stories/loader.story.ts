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
  await page.route("http://evil.localhost/", (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${server.chat}/v1/app/?city=rehearsal"></iframe>` }));
  await page.goto("http://evil.localhost/");
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
});
