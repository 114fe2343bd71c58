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
  | { end: { client_ref: string; reason?: string } }
  | { forget: { client_ref: string } };

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
  retained?: { reason: RetentionReason };
  got?: { by: Party; seq: number };
  refused?: Refused;
}

/** Why a chat is kept beyond its day. */
export type RetentionReason = "harassment" | "improper_conduct" | "records_request";

/** A kept chat as a supervisor sees it. */
export interface CaseCard {
  chat: string;
  reason: RetentionReason;
  by: string;
  taken_by?: string;
  decision?: string;
  opened?: { by: string; at: number }[];
}

/** What a console says to the desk. */
export type DeskUp =
  | { beat: Record<string, never> }
  | { presence: { presence: Presence } }
  | { accept: { chat: string } }
  | { decline: { chat: string } }
  | { transfer: { chat: string; to: Target; reason: string; note?: string } }
  | { keep: { chat: string } }
  | { wrap_up: { chat: string; topic: string; outcome: string } }
  | { seen: { chat: string } }
  | { ask_supervisor: { chat: string } }
  | { take_over: { chat: string } }
  | { suspend: { staff: string; until?: number; reason: string } }
  | { readmit: { staff: string } };

export type Presence = "online" | "offline" | "on_call" | "with_visitor" | "away";

export type Target = { person: { id: string } } | { topic: { id: string } } | { department: { name: string } };

/** What calls for more than an answer. */
export type Tier = "nonemergency" | "cityemergency" | "crisis988" | "life911";

export interface Board {
  you: string;
  presence: Presence;
  seats: number;
  beat_every_ms: number;
  now: number;
  offer: { chat: string; until: number; alarm?: Tier } | null;
  waiting: { chat: string; topic: string; language: Language; since: number; alarm?: Tier }[];
  mine: { chat: string; topic: string; language: Language; since: number; alarm?: Tier }[];
  to_wrap_up?: { chat: string; topic: string }[];
  alarms?: { chat: string; tier: Tier }[];
  asks?: { chat: string; why: "help" | "abuse_ended" }[];
  running?: { chat: string; read_by?: { by: string; at: number }[] }[];
  suspended?: { staff: string; reason: string }[];
  doors?: number;
  shut?: boolean;
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

/** The answer to `POST /v1/chats/{chat}/exchange`. */
export interface Exchanged {
  frames?: string[];
  closed?: number;
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
  held: number;
  head: string;
  ledger: { certificate: { number: number; day: string; chats: number; removed: number; forgotten: number; held: number; carried: number; unanswered: number }; hash: string }[];
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A name for one action: 130 random bits in base 32. */
export function clientRef(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => ALPHABET[byte & 31]).join("");
}
