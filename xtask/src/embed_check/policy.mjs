// Content Security Policy, as far as the chat has to do with it (CSP Level 3: fallbacks, host sources, strict-dynamic).

/** The directives in order of which the first that is there counts. */
const FALLBACK = {
  "script-src": ["script-src-elem", "script-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
  "connect-src": ["connect-src", "default-src"],
  wasm: ["script-src", "default-src"],
};

/** One policy as its directives; the first of a name counts. */
export function parse(text) {
  const directives = new Map();
  for (const part of text.split(";")) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** A header may hold several policies, separated by commas. */
export const policies = (texts) => texts.flatMap((text) => text.split(",")).filter((text) => text.trim()).map(parse);

function matches(source, address, page) {
  const to = new URL(address);
  const web = (protocol) => protocol.replace("ws", "http");
  if (source === "*") return true;
  if (source === "'self'") return to.host === page.host && [page.protocol, "https:"].includes(web(to.protocol));
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return [source, source.replace("http:", "https:")].includes(web(to.protocol)) || source === to.protocol;
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
  if (!parts) return false;
  const [, scheme, host, port, path] = parts;
  const wanted = scheme ? `${scheme}:` : page.protocol;
  const secure = (protocol) => protocol.replace(/^(http|ws):$/, "$1s:");
  if (![wanted, secure(wanted)].includes(to.protocol) && ![wanted, secure(wanted)].includes(web(to.protocol))) return false;
  if (host.startsWith("*.") ? !to.hostname.endsWith(host.slice(1)) : host !== "*" && host.toLowerCase() !== to.hostname) return false;
  const usual = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443" }[to.protocol];
  if (port !== "*" && (port ?? usual) !== (to.port || usual)) return false;
  return !path || path === "/" || (path.endsWith("/") ? to.pathname.startsWith(path) : to.pathname === path);
}

/** The directive that decides in a policy, and its sources; nothing when none does. */
function deciding(policy, kind) {
  const name = FALLBACK[kind].find((name) => policy.has(name));
  return name && { name, sources: policy.get(name) };
}

/** The line that allows more: a fallback is copied, since the more special directive takes its place. */
function line(kind, { name, sources }, more) {
  const kept = sources.filter((source) => source !== "'none'" && !more.includes(source));
  const special = kind === "wasm" ? "script-src" : name === "default-src" ? kind : name;
  return `${special} ${[...kept, ...more].join(" ")}`;
}

/** What blocks an address in a policy, and the line to add; nothing when it is allowed. */
export function blocks(policy, kind, address, page, nonce) {
  const decides = deciding(policy, kind);
  if (!decides) return undefined;
  const { name, sources } = decides;
  const strict = kind === "script-src" && sources.includes("'strict-dynamic'");
  const byNonce = kind === "script-src" && nonce && sources.includes(`'nonce-${nonce}'`);
  if (byNonce || (!strict && sources.some((source) => matches(source, address, page)))) return undefined;
  const { origin } = new URL(address);
  const why = `${name} ${sources.join(" ")}`;
  if (strict) return { why, add: `nothing to the policy: give the <script> the nonce of the page` };
  return { why, add: line(kind, decides, [origin]) };
}

/** What keeps WebAssembly from being compiled, and the line to add. */
export function blocksWasm(policy) {
  const decides = deciding(policy, "wasm");
  if (!decides || decides.sources.some((source) => ["'wasm-unsafe-eval'", "'unsafe-eval'"].includes(source))) return undefined;
  return { why: `${decides.name} ${decides.sources.join(" ")}`, add: line("wasm", decides, ["'wasm-unsafe-eval'"]) };
}

/** Whether a page may frame what is sent with these policies. */
export const mayFrame = (policies, page, self) =>
  policies.every((policy) => {
    const ancestors = policy.get("frame-ancestors");
    return !ancestors || ancestors.some((source) => matches(source, page.origin, self));
  });
