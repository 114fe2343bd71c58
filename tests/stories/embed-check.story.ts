// `cargo xtask embed-check`: a web team learns before anybody else what on their page would block the chat.

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostPage } from "../harness/host.ts";
import { ROOT, xtask } from "../harness/server.ts";
import { expect, story } from "../harness/story.ts";

interface Checked {
  code: number | null;
  said: string;
}

function check(...asked: string[]): Promise<Checked> {
  const [program, ...first] = xtask();
  const child = spawn(program, [...first, "embed-check", ...asked], { cwd: ROOT, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.on("data", (heard: Buffer) => (said += heard.toString()));
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => done({ code, said }));
  });
}

/** A page of somebody's, sent with a security policy, for as long as `look` takes. */
async function served(html: string, policy: string, look: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await look(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

story("on the city's own page nothing blocks the chat, and the check opens it", async ({ server }) => {
  const { code, said } = await check(`${server.city}/`);
  expect(said).toContain("the chat opens");
  expect(said).toContain("Nothing blocks the chat.");
  expect(code).toBe(0);
});

story("on a page that forbids it, the check names each directive and the line to add", async ({ server }) => {
  const html = hostPage(server, "plain");
  await served(html, "default-src 'self'; frame-src 'none'", async (address) => {
    const { code, said } = await check(address);
    expect(said).toContain("default-src 'self'");
    expect(said).toContain(`add: script-src 'self' ${server.chat}`);
    expect(said).toContain(`add: frame-src ${server.chat}`);
    expect(said).toContain(`add: "${new URL(address).origin}" to city.origins`);
    expect(code).toBe(1);
  });
});

story("before anything is pasted, the check says what a strict policy will need", async ({ server }) => {
  await served("<!doctype html><title>City</title>", "script-src 'nonce-abc' 'strict-dynamic'", async (address) => {
    const none = await check(address);
    expect(none.said).toContain("there is no <script>");
    const { code, said } = await check(address, "--chat", server.chat);
    expect(said).toContain("give the <script> the nonce of the page");
    expect(code).toBe(1);
  });
});
