// A client that never gives up, written by docs/protocol.md alone: it greets with the last event it has, repeats what was not
// confirmed, and keeps what it was told, so that afterwards every promise can be held against it.

import { WebSocket } from "ws";
import { type Down, type Event, PROTOCOL, clientRef } from "./wire.ts";

/** The pause before it connects again is drawn from zero to this, doubled with every failure. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;
/** A message that is not confirmed within this is sent again. */
const PATIENCE_MS = 5_000;

export interface Message {
  ref: string;
  text: string;
  /** When it was to be sent, and when its echo came, by `performance.now()`. */
  due: number;
  confirmed: number | undefined;
  /** Whether a connection broke while it was on its way. */
  unknown: boolean;
}

export interface Place {
  url: string;
  origin: string;
  token?: string;
  cookie?: string;
}

/** One socket that comes back. */
export class Talker {
  /** Which action stands under which number, as this client was told. */
  readonly told = new Map<number, string>();
  readonly messages: Message[] = [];
  /** Everything that was wrong, in words. */
  readonly faults: string[] = [];
  /** Messages of which a broken connection had left open whether they stand: they did, or they did not. */
  unknown = { committed: 0, not: 0 };
  onEvent: (event: Event, at: number) => void = () => {};
  connections = 0;
  open = false;
  /** Whether what is said to it is lost on the way, until this connection ends. */
  deaf = false;
  #socket: WebSocket | undefined;
  #head = 0;
  #goal = 0;
  #failures = 0;
  #next = 0;
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;
  #gone = false;

  constructor(readonly place: () => Place) {}

  get head(): number {
    return this.#head;
  }

  get isDone(): boolean {
    return this.#next >= this.messages.length;
  }

  /** Whether it is connected and has been told everything that stood when it greeted. */
  get isReady(): boolean {
    return this.open && this.#head >= this.#goal;
  }

  /** The message that was sent and of which it has heard nothing. */
  get underWay(): Message | undefined {
    return this.#sent ? this.messages[this.#next] : undefined;
  }

  connect(): void {
    if (this.#gone) return;
    const { url, origin, token, cookie } = this.place();
    const socket = new WebSocket(url.replace(/^http/, "ws"), [PROTOCOL], { headers: { origin, ...(cookie ? { cookie } : {}) }, perMessageDeflate: false, handshakeTimeout: 8_000 });
    this.#socket = socket;
    socket.on("open", () => {
      this.connections += 1;
      socket.send(JSON.stringify({ hello: { ...(token ? { token } : {}), last_seq: this.#head } }));
    });
    socket.on("message", (data) => this.#hear(JSON.parse(data.toString()) as Down));
    socket.on("error", () => {});
    socket.on("close", () => this.#lost());
  }

  #lost(): void {
    this.open = false;
    this.deaf = false;
    clearTimeout(this.#timer);
    const under = this.messages[this.#next];
    if (under && this.#sent) under.unknown = true;
    this.#sent = 0;
    const most = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    setTimeout(() => this.connect(), Math.random() * most).unref();
  }

  #hear({ welcome, snapshot, event, refused }: Down): void {
    if (this.deaf) return;
    const now = performance.now();
    if (welcome) {
      this.#goal = welcome.head;
      this.#failures = 0;
      this.open = true;
    }
    if (snapshot) {
      for (const told of snapshot.events) this.#keep(told, now);
      this.#head = Math.max(this.#head, snapshot.head);
    }
    if (event) {
      if (event.seq > this.#head + 1) this.faults.push(`${event.seq} came after ${this.#head}`);
      this.#keep(event, now);
      this.#head = Math.max(this.#head, event.seq);
    }
    if (refused?.code === "too_fast" || refused?.code === "try_again") {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#again(), 1_000);
    } else if (refused?.client_ref) {
      this.faults.push(`refused: ${refused.code}`);
    }
    this.pump();
  }

  #keep(event: Event, now: number): void {
    const { seq, client_ref: ref = "" } = event;
    const known = this.told.get(seq);
    if (known !== undefined && known !== ref) this.faults.push(`${seq} was ${known} and is ${ref}`);
    this.told.set(seq, ref);
    this.onEvent(event, now);
    const under = this.messages[this.#next];
    if (!under || under.ref !== ref) return;
    if (under.unknown) this.unknown[this.#sent ? "not" : "committed"] += 1;
    under.confirmed = now;
    clearTimeout(this.#timer);
    this.#sent = 0;
    this.#next += 1;
  }

  #again(): void {
    this.#sent = 0;
    this.pump();
  }

  /** Says something at this moment, or as soon after it as it can. */
  say(text: string, due = performance.now()): Message {
    const message = { ref: clientRef(), text, due, confirmed: undefined, unknown: false };
    this.messages.push(message);
    this.pump();
    return message;
  }

  /** One message is under way at a time, and none before this client has everything. */
  pump(): void {
    const next = this.messages[this.#next];
    if (!next || this.#sent || !this.isReady) return;
    this.#sent = performance.now();
    this.#socket!.send(JSON.stringify({ say: { client_ref: next.ref, text: next.text } }));
    this.#timer = setTimeout(() => this.#again(), PATIENCE_MS);
  }

  /** Ends the chat. */
  end(forget = false): void {
    const client_ref = clientRef();
    this.#socket?.send(JSON.stringify(forget ? { forget: { client_ref } } : { end: { client_ref } }));
  }

  /** Breaks off without a word. */
  drop(): void {
    this.#socket?.terminate();
  }

  leave(): void {
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#socket?.terminate();
  }
}
