import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What becomes of a writing call: it passes, is lost before or after Redmine has done it, or Redmine is out of order (503). */
type Fate = "pass" | "before" | "after" | "busy";

/** A door in front of Redmine that counts what is written through it and loses calls when it is told to. */
export interface LosingDoor {
  readonly url: string;
  /** Writing calls since `meet`, and how many of them had another fate than to pass. */
  readonly seen: { writes: number; lost: number };
  /** Calls that are under way. */
  underway(): number;
  /** From now on the fate of the n-th writing call, from one on, is what `fateOf` says; `ended` is told of each when it is over. */
  meet(fateOf?: (n: number) => Fate, ended?: (n: number) => void): void;
  close(): Promise<void>;
}

/** Opens a door on a free port. */
export async function openLosingDoor(address: string): Promise<LosingDoor> {
  // As `direct` does.
  const agent = new Agent({ keepAlive: false });
  let seen = { writes: 0, lost: 0 };
  let fateOf: (n: number) => Fate = () => "pass";
  let ended: (n: number) => void = () => {};
  let underway = 0;
  const server = createServer((asked, answered) => {
    underway += 1;
    answered.once("close", () => {
      underway -= 1;
    });
    const n = asked.method === "GET" ? 0 : ++seen.writes;
    if (n > 0) answered.once("close", () => ended(n));
    const fate = n > 0 ? fateOf(n) : "pass";
    if (fate !== "pass") seen.lost += 1;
    if (fate === "before") answered.destroy();
    else if (fate === "busy") answered.writeHead(503, { "retry-after": "60" }).end();
    else forward(address, agent, { asked, answered, isLost: fate === "after" });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get seen() {
      return seen;
    },
    underway: () => underway,
    meet(next = () => "pass", told = () => {}) {
      seen = { writes: 0, lost: 0 };
      [fateOf, ended] = [next, told];
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Passing {
  readonly asked: IncomingMessage;
  readonly answered: ServerResponse;
  readonly isLost: boolean;
}

function forward(address: string, agent: Agent, { asked, answered, isLost }: Passing): void {
  const { method } = asked;
  const headers = { ...asked.headers, connection: "close" };
  const there = request(`${address}${asked.url}`, { method, headers, agent }, (answer) => {
    if (isLost) {
      answer.resume();
      answer.once("end", () => answered.destroy());
      return;
    }
    answered.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(answered);
  });
  there.once("error", () => answered.destroy());
  asked.pipe(there);
}
