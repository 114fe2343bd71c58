// A real OpenID Connect provider on this machine, in a process of its own: it can be killed, and its keys can be changed.
// Told `{ redirect }`, it is there; told `{ rotate: true }`, it signs with new keys only. It ends with whoever started it.

import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

/** Who works for the city, and in which groups. */
const STAFF = {
  dana: { name: "Dana Reyes", groups: ["chat-agents"] },
  tomas: { name: "Tomas Webb", groups: ["chat-agents", "chat-leads"] },
  kim: { name: "Kim Lee", groups: ["chat-agents"] },
  gardener: { name: "Gary Dener", groups: ["parks"] },
};

const server = createServer();
let redirect;

function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" };
}

function serve() {
  const issuer = `http://localhost:${server.address().port}`;
  const account = (id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@emcity.example`, email_verified: true, ...(STAFF[id] ?? { name: id, groups: [] }) }),
  });
  const provider = new Provider(issuer, {
    clients: [{ client_id: "rotunda", client_secret: "a secret of this story", redirect_uris: [redirect] }],
    findAccount: (_, id) => account(id),
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], groups: ["groups"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["of this story"] },
    jwks: { keys: [signingKey()] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  });
  server.removeAllListeners("request");
  server.on("request", provider.callback());
  return issuer;
}

process.on("disconnect", () => process.exit());
process.on("message", (told) => {
  redirect = told.redirect ?? redirect;
  process.send({ ready: serve() });
});
server.listen(0, "localhost", () => process.send({ issuer: `http://localhost:${server.address().port}` }));
