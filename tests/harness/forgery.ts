// Tokens that only the deployment's own secret can sign: an outsider cannot make them, a story that needs an expired one can.

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./server.ts";

const hmac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();

/** A resident's token as the edge would have signed it (`edge/src/identity/seal.rs`). */
export function residentToken(claims: { city: string; chat: string; expires: number }, secret = deploymentSecret()): string {
  const payload = JSON.stringify(claims);
  const mac = hmac(hmac(secret, "resident"), payload);
  return `v1.${Buffer.from(payload).toString("base64url")}.${mac.toString("base64url")}`;
}

/** The secret of the development deployment. */
function deploymentSecret(): string {
  const file = readFileSync(join(ROOT, ".rotunda/secrets.env"), "utf8");
  const secret = /^TOKEN_SECRET=(.+)$/m.exec(file)?.[1];
  if (!secret) throw new Error(".rotunda/secrets.env has no TOKEN_SECRET: `cargo xtask serve` makes it.");
  return secret;
}
