// The network between one browser and everything else: a proxy that can be cut, or go silent, at any moment.

import { type IncomingMessage, type Server as HttpServer, type ServerResponse, createServer, request } from "node:http";
import { type AddressInfo, type Socket, connect } from "node:net";
import type { Duplex } from "node:stream";

export class Cable {
  readonly #server: HttpServer;
  readonly #ends = new Set<Duplex>();
  #whole = true;

  private constructor() {
    this.#server = createServer((asked, answer) => this.#forward(asked, answer));
    this.#server.on("connection", (socket: Socket) => this.#keep(socket));
    this.#server.on("connect", (asked: IncomingMessage, socket: Duplex) => this.#tunnel(asked, socket));
  }

  static async lay(): Promise<Cable> {
    const cable = new Cable();
    await new Promise<void>((ready) => cable.#server.listen(0, "127.0.0.1", ready));
    return cable;
  }

  /** What a browser is told as its proxy. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends every connection, and every new one, until it is mended. */
  cut(): void {
    this.#whole = false;
    for (const end of this.#ends) end.destroy();
  }

  /** Lets nothing through any more, but ends nothing: what a sleeping access point does. */
  silence(): void {
    this.#whole = false;
    for (const end of this.#ends) {
      end.unpipe();
      end.pause();
    }
  }

  /** New connections work again. Those that were silenced stay silent. */
  mend(): void {
    this.#whole = true;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.#server.close(closed));
  }

  #keep(end: Duplex): void {
    if (!this.#whole) end.destroy();
    this.#ends.add(end);
    end.on("close", () => this.#ends.delete(end));
    end.on("error", () => end.destroy());
  }

  #forward(asked: IncomingMessage, answer: ServerResponse): void {
    const onward = request(asked.url!, { method: asked.method!, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode!, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  #tunnel({ url = "" }: IncomingMessage, near: Duplex): void {
    const { hostname, port } = new URL(`http://${url}`);
    const far = connect(Number(port), hostname, () => {
      near.write("HTTP/1.1 200 Connection established\r\n\r\n");
      near.pipe(far).pipe(near);
    });
    this.#keep(far);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  }
}
