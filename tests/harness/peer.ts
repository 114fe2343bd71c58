// A client that speaks the protocol by hand, over a bare WebSocket: for frames that no browser of ours would send, and for
// what only an outsider sees. It waits for frames, never for time.

import { WebSocket } from "ws";
import { type Board, type DeskDown, type DeskUp, type Down, type Problem, type StartedChat, type Up, PROTOCOL, clientRef } from "./wire.ts";

/** How long an answer may take. */
const PATIENCE_MS = 15_000;

export interface Closed {
  code: number;
  reason: string;
}

export interface Opening {
  origin?: string;
  protocols?: string[];
  cookie?: string;
}

/** One socket. `D` is what comes, `U` is what goes. */
export class Peer<D extends object, U> {
  /** Everything that came, in order. */
  readonly frames: D[] = [];
  closed: Closed | undefined;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => {
      const text = data.toString();
      if (text !== "pong") this.frames.push(JSON.parse(text));
      this.#stir();
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#stir();
    });
    socket.on("error", () => this.#stir());
  }

  /** Opens a socket. Fails when the server does not switch protocols. */
  static open<D extends object, U>(url: string, { origin, protocols = [PROTOCOL], cookie }: Opening): Promise<Peer<D, U>> {
    const headers = cookie ? { cookie } : {};
    const socket = new WebSocket(url.replace(/^http/, "ws"), protocols, { ...(origin ? { origin } : {}), headers });
    const peer = new Peer<D, U>(socket);
    return new Promise((opened, failed) => {
      socket.once("open", () => opened(peer));
      socket.once("error", failed);
    });
  }

  #stir(): void {
    for (const look of [...this.#waiting]) look();
  }

  send(frame: U): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** Sends anything at all. */
  sendRaw(data: string | Buffer): void {
    this.#socket.send(data);
  }

  /** Closes the socket and waits until it is closed. */
  async close(): Promise<void> {
    this.#socket.close();
    await this.ending();
  }

  /** The first frame of which `pick` makes something, from the `from`-th on. */
  async find<T>(what: string, pick: (frame: D) => T | undefined, from = 0): Promise<T> {
    return this.#until(what, () => {
      for (const frame of this.frames.slice(from)) {
        const picked = pick(frame);
        if (picked !== undefined) return picked;
      }
      return undefined;
    });
  }

  /** How the socket was closed. */
  ending(): Promise<Closed> {
    return this.#until("the end of the connection", () => this.closed);
  }

  #until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((found, failed) => {
      const done = () => {
        clearTimeout(late);
        this.#waiting.delete(again);
      };
      const again = () => {
        const seen = look();
        if (seen === undefined) return;
        done();
        found(seen);
      };
      const late = setTimeout(() => {
        done();
        const state = this.closed ? `closed with ${this.closed.code} ${this.closed.reason}` : "open";
        failed(new Error(`Waited in vain for ${what}. The socket is ${state}; it heard:\n${this.frames.map((frame) => JSON.stringify(frame)).join("\n")}`));
      }, PATIENCE_MS);
      this.#waiting.add(again);
      again();
    });
  }
}

export type ChatPeer = Peer<Down, Up>;
export type DeskPeer = Peer<DeskDown, DeskUp>;

/** Calls one server from outside, as whoever it is told to be. */
export class Caller {
  constructor(
    readonly chat: string,
    readonly city: string,
  ) {}

  /** A plain request, from a page of the city unless another origin is named. */
  fetch(path: string, init: RequestInit & { origin?: string } = {}): Promise<Response> {
    const { origin = this.city, headers, ...rest } = init;
    return fetch(`${this.chat}${path}`, { ...rest, headers: { origin, "content-type": "application/json", ...headers } });
  }

  /** A request that is refused: its status and what it was told. */
  async refusal(path: string, init: RequestInit & { origin?: string } = {}): Promise<Problem & { status: number }> {
    const answer = await this.fetch(path, init);
    return { status: answer.status, ...((await answer.json()) as Problem) };
  }

  async startChat(topic = "billing", language = "en", action = clientRef()): Promise<StartedChat> {
    const body = JSON.stringify({ client_ref: action, topic, language });
    const answer = await this.fetch("/v1/chats", { method: "POST", body });
    if (!answer.ok) throw new Error(`POST /v1/chats was refused: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as StartedChat;
  }

  /** A resident's socket that has not said anything. */
  socket(chat: string, opening: Opening = {}): Promise<ChatPeer> {
    return Peer.open<Down, Up>(`${this.chat}/v1/chats/${chat}/socket`, { origin: this.city, ...opening });
  }

  /** A resident in their chat. */
  async resident({ chat, token }: StartedChat): Promise<ChatPeer> {
    const peer = await this.socket(chat);
    peer.send({ hello: { token, last_seq: 0 } });
    await peer.find("the snapshot", (frame) => frame.snapshot);
    return peer;
  }

  /** The cookie of one of the sample staff. */
  async signIn(id: string): Promise<string> {
    const answer = await this.fetch("/v1/staff/sign-in", { method: "POST", origin: this.chat, body: JSON.stringify({ id }) });
    const cookie = answer.headers.get("set-cookie")?.split(";")[0];
    if (!cookie) throw new Error(`${id} could not sign in: ${answer.status} ${await answer.text()}`);
    return cookie;
  }

  staffSocket(chat: string, cookie: string): Promise<ChatPeer> {
    return Peer.open<Down, Up>(`${this.chat}/v1/chats/${chat}/staff`, { origin: this.chat, cookie });
  }

  /** A console at the desk, without its screen. */
  async desk(id: string): Promise<Desk> {
    const cookie = await this.signIn(id);
    const peer = await Peer.open<DeskDown, DeskUp>(`${this.chat}/v1/desk`, { origin: this.chat, cookie });
    peer.send({ beat: {} });
    await peer.find("the board", (frame) => frame.board);
    return new Desk(this, peer, cookie);
  }
}

/** How often a console says that it is there, as the policy `rehearsal` has it. */
const BEAT_MS = 1_000;

/** A member of staff without a screen. */
export class Desk {
  readonly #heart: NodeJS.Timeout;

  constructor(
    readonly caller: Caller,
    readonly peer: DeskPeer,
    readonly cookie: string,
  ) {
    this.#heart = setInterval(() => peer.closed ?? peer.send({ beat: {} }), BEAT_MS).unref();
  }

  /** Goes home. */
  async leave(): Promise<void> {
    clearInterval(this.#heart);
    await this.peer.close();
  }

  /** The newest board. */
  get board(): Board {
    const boards = this.peer.frames.flatMap(({ board }) => board ?? []);
    return boards.at(-1)!;
  }

  /** Waits until the newest board is as `holds` wants it. */
  until(what: string, holds: (board: Board) => boolean): Promise<true> {
    return this.peer.find(what, () => (holds(this.board) ? true : undefined));
  }

  presence(presence: "online" | "offline"): Promise<true> {
    this.peer.send({ presence: { presence } });
    return this.until(`being ${presence}`, (board) => board.presence === presence);
  }

  /** Takes a chat when it is offered, and joins it. */
  async take(chat: string): Promise<ChatPeer> {
    await this.until("the offer", (board) => board.offer?.chat === chat);
    this.peer.send({ accept: { chat } });
    await this.until("the chat among the own ones", (board) => board.mine.some((mine) => mine.chat === chat));
    return this.join(chat);
  }

  /** Takes part in a chat. */
  async join(chat: string): Promise<ChatPeer> {
    const peer = await this.caller.staffSocket(chat, this.cookie);
    peer.send({ hello: { last_seq: 0 } });
    await peer.find("the snapshot", (frame) => frame.snapshot);
    return peer;
  }
}

/** The texts of a chat as one peer was told them, in order, as they stand. */
export function told(peer: ChatPeer): string[] {
  const texts = new Map<number, string>();
  for (const { snapshot, event } of peer.frames) {
    for (const { seq, body } of [...(snapshot?.events ?? []), ...(event ? [event] : [])]) {
      if ("said" in body) texts.set(seq, body.said.text);
      if ("struck" in body) texts.set(body.struck.line, body.struck.text);
    }
  }
  return [...texts.entries()].sort(([one], [other]) => one - other).map(([, text]) => text);
}
