// Staff sign in at the city's own provider: a real one, run beside the stories. What they may do comes from their groups.

import { type KeyObject, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Caller } from "../harness/peer.ts";
import { Provider, signInAt } from "../harness/provider.ts";
import { Server } from "../harness/server.ts";
import { expect, story } from "../harness/story.ts";

const CITY_SIGN_IN = "Sign in with the City’s account";

story("staff sign in at the city's provider, with the role of their group, until it is over", async ({ browser }) => {
  story.setTimeout(300_000);
  const provider = await Provider.start();
  const server = new Server({ name: "sign-in", vars: provider.settings });
  await server.start();
  await provider.knows(server.chat);
  const arrives = async (name: string) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${server.chat}/console/`);
    await page.getByRole("link", { name: CITY_SIGN_IN }).click();
    await signInAt(page, provider.issuer, name);
    return page;
  };
  try {
    const kim = await story.step("an agent whom only a group names has a name, a title and a department", async () => {
      const page = await arrives("kim");
      await expect(page.getByRole("navigation", { name: "Line" })).toBeVisible();
      await expect(page.getByText("Kim Lee").first()).toBeAttached();
      await expect(page.getByRole("button", { name: /^Cases/ })).toBeHidden();
      const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "__Host-rotunda_staff");
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict" });
      return page;
    });

    const tomas = await story.step("a supervisor is one by the first group that fits", async () => {
      const page = await arrives("tomas");
      await expect(page.getByRole("button", { name: /^Cases/ })).toBeVisible();
      return page;
    });

    await story.step("someone without a role is told so, and is nobody", async () => {
      const page = await arrives("gardener");
      await expect(page.getByRole("alert").filter({ hasText: "have no part in this chat desk" })).toBeVisible();
      expect((await page.context().cookies(server.chat)).filter(({ name }) => name.startsWith("__Host-"))).toEqual([]);
      await page.context().close();
    });

    await story.step("EM-PEN-C: a suspension ends the sign-in and the connections within five seconds", async () => {
      const colleague = tomas.getByRole("listitem").filter({ hasText: "Kim Lee" });
      await colleague.getByText("Suspend Kim Lee").click();
      await colleague.getByRole("textbox", { name: "Reason (kept)" }).fill("Being looked into");
      await colleague.getByRole("button", { name: "Suspend now" }).click();
      await expect(kim.getByRole("alert").filter({ hasText: "Your sign-in is suspended" })).toBeVisible({ timeout: 5_000 });
      await kim.getByRole("link", { name: CITY_SIGN_IN }).click();
      await kim.waitForURL(/#sign-in=suspended$/);
      await tomas.getByRole("button", { name: "Let in again" }).click();
      await expect(tomas.getByRole("button", { name: "Let in again" })).toBeHidden();
    });

    await story.step("someone may sign out, and in again", async () => {
      await kim.goto(`${server.chat}/v1/staff/sign-in`);
      await expect(kim.getByRole("navigation", { name: "Line" })).toBeVisible();
      await kim.keyboard.press("?");
      await kim.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
      await expect(kim.getByRole("link", { name: CITY_SIGN_IN })).toBeVisible();
    });

    await story.step("an answer that another browser asked for is nobody's", async () => {
      const stranger = await browser.newContext();
      const page = await stranger.newPage();
      await page.goto(`${server.chat}/v1/staff/callback?code=stolen&state=of-another`);
      await expect(page.getByRole("alert").filter({ hasText: "begun in another window" })).toBeVisible();
      await stranger.close();
    });

    await story.step("new keys of the provider are found within a minute", async () => {
      await provider.rotates();
      await expect(async () => {
        await kim.goto(`${server.chat}/v1/staff/sign-in`);
        if (new URL(kim.url()).origin === provider.issuer) await signInAt(kim, provider.issuer, "kim");
        await expect(kim.getByRole("navigation", { name: "Line" })).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 100_000, intervals: [5_000] });
    });

    await story.step("the provider is away: who comes is told, who is in stays in", async () => {
      await provider.stop();
      const late = await browser.newContext();
      const page = await late.newPage();
      await expect(async () => {
        // For a second after it was there it is believed to be there.
        await page.goto(`${server.chat}/v1/staff/sign-in`).catch(() => undefined);
        await expect(page.getByRole("alert").filter({ hasText: "The City’s sign-in does not answer" })).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
      await late.close();
      await tomas.reload();
      await expect(tomas.getByRole("navigation", { name: "Line" })).toBeVisible();
    });
  } finally {
    await Promise.all([server.stop(), provider.stop()]);
  }
});

story("who takes the way to the sign-in without end is told to wait", async ({ server }) => {
  const codes = new Set<number>();
  for (let count = 0; count < 80 && !codes.has(429); count++) codes.add((await fetch(`${server.chat}/v1/staff/sign-in`, { redirect: "manual" })).status);
  expect([...codes]).toEqual([303, 429]);
});

story("what Cloudflare Access asserts is believed only when it is signed, meant for this desk and of now", async ({}) => {
  story.setTimeout(180_000);
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys = [
    { ...rsa.publicKey.export({ format: "jwk" }), kid: "rsa", alg: "RS256", use: "sig" },
    { ...ec.publicKey.export({ format: "jwk" }), kid: "ec", alg: "ES256", use: "sig" },
  ];
  const access = createServer((_, answer) => answer.end(JSON.stringify({ keys })));
  await new Promise<void>((open) => access.listen(0, "localhost", open));
  const issuer = `http://localhost:${(access.address() as AddressInfo).port}`;
  const server = new Server({ name: "access", vars: [`ACCESS_ISSUER:${issuer}`, "ACCESS_AUDIENCE:desk"] });
  await server.start();
  const outside = new Caller(server.chat, server.city);
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: ["desk"], sub: "7", email: "kim@emcity.example", name: "Kim Lee", groups: ["chat-agents"], iat: now, exp: now + 600 };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const assertion = (header: object, said: object, key: KeyObject | undefined) => {
    const signed = `${part(header)}.${part(said)}`;
    const signature = key ? sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }) : Buffer.alloc(0);
    return `${signed}.${signature.toString("base64url")}`;
  };
  const arrives = async (assertion: string) => {
    const headers = { "cf-access-jwt-assertion": assertion };
    const answer = await outside.fetch("/v1/staff/sign-in", { headers, redirect: "manual" });
    const signedIn = answer.headers.getSetCookie().some((cookie) => /^__Host-rotunda_staff=v1/.test(cookie));
    return { to: answer.headers.get("location"), signedIn };
  };
  const RS = { alg: "RS256", kid: "rsa" };
  const ES = { alg: "ES256", kid: "ec" };
  const refused = { to: "/console/#sign-in=untrusted", signedIn: false };
  try {
    expect(await arrives(assertion(RS, claims, rsa.privateKey))).toEqual({ to: "/console/", signedIn: true });
    expect(await arrives(assertion(ES, claims, ec.privateKey))).toEqual({ to: "/console/", signedIn: true });
    expect(await arrives(assertion(RS, { ...claims, groups: [] }, rsa.privateKey))).toEqual({ to: "/console/#sign-in=no_role", signedIn: false });
    const good = assertion(RS, claims, rsa.privateKey);
    const lies: Record<string, string> = {
      "another's key": assertion(RS, claims, foreign.privateKey),
      "another key's name": assertion({ ...RS, kid: "ec" }, claims, rsa.privateKey),
      "no signature": assertion({ alg: "none" }, claims, undefined),
      "a signature cut off": good.slice(0, good.lastIndexOf(".") + 1),
      "other words under a good signature": [part(RS), part({ ...claims, sub: "8" }), good.split(".")[2]].join("."),
      "another application": assertion(RS, { ...claims, aud: ["other"] }, rsa.privateKey),
      "another issuer": assertion(RS, { ...claims, iss: "https://other.cloudflareaccess.com" }, rsa.privateKey),
      "over": assertion(RS, { ...claims, exp: now - 61 }, rsa.privateKey),
      "not yet": assertion(RS, { ...claims, nbf: now + 600 }, rsa.privateKey),
      "no token": "nonsense",
    };
    for (const [what, lie] of Object.entries(lies)) expect(await arrives(lie), what).toEqual(refused);
  } finally {
    await server.stop();
    access.close();
  }
});
