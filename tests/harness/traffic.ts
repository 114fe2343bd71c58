// Everything that goes between a browser and the network: addresses, bodies, frames.

import type { BrowserContext, Page, Request } from "@playwright/test";

/** One thing that went over the network, and which way. */
export interface Piece {
  way: "sent" | "received";
  at: number;
  where: string;
  what: Buffer;
}

/** Listens to every page of a browser context, frames and all. */
export class Traffic {
  readonly pieces: Piece[] = [];
  readonly requests: Request[] = [];

  constructor(context: BrowserContext) {
    for (const page of context.pages()) this.#listen(page);
    context.on("page", (page) => this.#listen(page));
    context.on("request", (request) => {
      this.requests.push(request);
      this.#add("sent", request.url(), `${request.url()}\n${JSON.stringify(request.headers())}`);
      const body = request.postDataBuffer();
      if (body) this.#add("sent", request.url(), body);
    });
  }

  #listen(page: Page): void {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => this.#add("sent", socket.url(), payload));
      socket.on("framereceived", ({ payload }) => this.#add("received", socket.url(), payload));
    });
  }

  #add(way: Piece["way"], where: string, what: string | Buffer): void {
    const bytes = typeof what === "string" ? Buffer.from(what) : what;
    this.pieces.push({ way, at: Date.now(), where, what: bytes });
  }

  /** When a chat last heard or said anything but a ping. */
  get lastTalk(): number {
    const talk = this.pieces.filter(({ where, what }) => where.includes("/v1/chats/") && !/^p[io]ng$/.test(what.toString()));
    return talk.at(-1)?.at ?? 0;
  }

  /** The texts of the WebSocket frames that went one way. */
  frames(way: Piece["way"]): string[] {
    return this.pieces.filter((piece) => piece.way === way && piece.where.startsWith("ws")).map(({ what }) => what.toString());
  }
}
