import { DingTalkError } from "../error.ts";
import type { Clock } from "../pace.ts";
import { type StreamConnection, type StreamSocket, serveSocket, type TakeEvent } from "./connection.ts";
import { takeOnce } from "./once.ts";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const SILENCE = 5 * 60_000;
const GRACE = 10_000;
// A connection that ends sooner would be opened over and over.
const SOUND = 10_000;
const LOOK = 15_000;
const OPEN_LIMIT = 30_000;

/** What happens to the connection, for a status page: `waiting` is a failure and how long until the next try. */
export type StreamState =
  | { readonly kind: "connected" | "moved" | "closed" | "silent" }
  | { readonly kind: "waiting"; readonly ms: number; readonly problem: unknown };

/** Everything that Stream needs of the world. */
export interface StreamMeans extends Clock {
  /** A fresh address for each connection: `() => streamAddress(options)`. */
  readonly address: () => Promise<string>;
  /** Opens a WebSocket to the address and gives it when it is open. */
  readonly connect: (address: string) => Promise<StreamSocket>;
  /** Keeps the event, within three seconds; DingTalk sends it again when this is rejected. Repeats are not given. */
  readonly take: TakeEvent;
  readonly tell?: (state: StreamState) => void;
  /** After how many milliseconds without any frame a connection counts as dead, five minutes by default. */
  readonly silenceMs?: number;
}

/**
 * Holds a Stream connection until `signal` aborts, connecting anew whenever it ends: at once, or 1 to 60 seconds after failures. Rejected
 * only with a `DingTalkError` that waiting does not mend: wrong credentials or a missing permission.
 */
export async function runStream(means: StreamMeans, signal: AbortSignal): Promise<void> {
  const take = takeOnce(means.take);
  const open = new Set<StreamConnection>();
  const stop = aborted(signal);
  let failures = 0;
  while (!signal.aborted) {
    const began = means.now();
    const connection = await connect(means, take, stop).catch((problem: unknown) => failed(problem));
    if (signal.aborted) break;
    if ("ended" in connection) {
      open.add(connection);
      means.tell?.({ kind: "connected" });
      const end = await endOf(connection, means, stop);
      if (end === "stopped") break;
      means.tell?.({ kind: end });
      retire(connection, { open, isMoved: end === "moved", sleep: means.sleep });
    }
    const lasted = "ended" in connection && means.now() - began >= SOUND;
    failures = lasted ? 0 : failures + 1;
    if (lasted) continue;
    const problem = "problem" in connection ? connection.problem : null;
    const ms = Math.max(waitAfter(failures), askedFor(problem));
    means.tell?.({ kind: "waiting", ms, problem });
    await Promise.race([means.sleep(ms), stop]);
  }
  for (const connection of open) connection.close();
}

/** A socket that opens after nobody waits for it any more is closed. */
async function connect(means: StreamMeans, take: TakeEvent, stop: Promise<"stopped">): Promise<StreamConnection> {
  const opening = means.address().then(means.connect);
  const late = means.sleep(OPEN_LIMIT).then(() => "late" as const);
  const socket = await Promise.race([opening, late, stop]);
  if (socket !== "late" && socket !== "stopped") return serveSocket(socket, take, means.now);
  opening.then(
    (unwanted) => unwanted.close(),
    () => undefined,
  );
  throw new DingTalkError({ kind: "timeout", path: "stream", code: socket });
}

function failed(problem: unknown): { readonly problem: unknown } {
  if (problem instanceof DingTalkError && ["credentials", "permission"].includes(problem.kind)) throw problem;
  return { problem };
}

/** The platform's WebSocket sends no pings of its own, so a connection is looked at now and then. */
async function endOf(connection: StreamConnection, means: StreamMeans, stop: Promise<"stopped">) {
  const { now, sleep, silenceMs = SILENCE } = means;
  const ended = Promise.race([connection.ended, stop]);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await Promise.race([ended, sleep(Math.min(LOOK, silenceMs))]);
    connection.endIfSilentSince(now() - silenceMs);
    // Lets an end that has just come be seen.
    await Promise.resolve();
  }
  return ended;
}

/** DingTalk closes a moved connection itself about ten seconds later; until then answers still go over it. */
function retire(
  connection: StreamConnection,
  how: { readonly open: Set<StreamConnection>; readonly isMoved: boolean; readonly sleep: Clock["sleep"] },
): void {
  const close = () => {
    connection.close();
    how.open.delete(connection);
  };
  if (how.isMoved) void how.sleep(GRACE).then(close);
  else close();
}

function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 10));
}

function askedFor(problem: unknown): number {
  return problem instanceof DingTalkError ? (problem.retryAfterMs ?? 0) : 0;
}

function aborted(signal: AbortSignal): Promise<"stopped"> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("stopped");
    else signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
}
