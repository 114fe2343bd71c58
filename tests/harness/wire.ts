// The frames of rotunda.v1, as `shared/src/wire/v1/` has them. Written down a second time on purpose: what the stories speak
// is what docs/protocol.md promises, so a frame that changes on one side alone is noticed here.

export const PROTOCOL = "rotunda.v1";

export type Party = "resident" | "staff";
export type Language = "en" | "es";
export type Role = "agent" | "supervisor" | "administrator";

/** What a client says to a chat. */
export type Up =
  | { hello: { token?: string; last_seq?: number } }
  | { say: { client_ref: string; text: string; strikes?: unknown[] } }
  | { typing: Record<string, never> }
  | { got: { seq: number } }
  | { here: Record<string, never> }
  | { end: { client_ref: string } };

export type Body =
  | { started: { topic: string; language: Language } }
  | { joined: { staff: { name: string; title: string; department: string } } }
  | { said: { by: Party; text: string } }
  | { struck: { line: number; text: string } }
  | { ended: { by: Party | "policy"; reason: string } };

export interface Event {
  seq: number;
  at: number;
  client_ref?: string;
  body: Body;
}

export interface Refused {
  code: string;
  client_ref?: string;
}

/** What a chat says to a client. */
export interface Down {
  welcome?: { you: Party; head: number; got: Record<Party, number>; ends_in_ms?: number; deleted_in_ms?: number };
  snapshot?: { head: number; events: Event[] };
  event?: Event;
  typing?: { by: Party };
  still_there?: { ends_in_ms?: number };
  got?: { by: Party; seq: number };
  refused?: Refused;
}

/** What a console says to the desk. */
export type DeskUp =
  | { beat: Record<string, never> }
  | { presence: { presence: "online" | "offline" } }
  | { accept: { chat: string } }
  | { decline: { chat: string } };

export interface Board {
  you: string;
  presence: "online" | "offline";
  seats: number;
  beat_every_ms: number;
  now: number;
  offer: { chat: string; until: number } | null;
  waiting: { chat: string; topic: string; language: Language; since: number }[];
  mine: { chat: string; topic: string; language: Language; since: number }[];
}

/** What the desk says to a console. */
export interface DeskDown {
  board?: Board;
  refused?: Refused;
}

export interface StartedChat {
  chat: string;
  token: string;
  expires: number;
}

export interface Problem {
  code: string;
  message: string;
}

/** What anyone may know of how long chats are kept. */
export interface Transparency {
  next_purge: number;
  chats_today: number;
  oldest_readable: number | null;
  head: string;
  ledger: { certificate: { number: number; day: string; chats: number; removed: number; carried: number; unanswered: number }; hash: string }[];
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A name for one action: 130 random bits in base 32. */
export function clientRef(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => ALPHABET[byte & 31]).join("");
}
