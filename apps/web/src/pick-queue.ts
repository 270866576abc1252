import type { PickView } from "./api.ts";
import { ApiProblem, codeOf, isWaiting } from "./problem.ts";

/** What waits on the phone to be sent, and nothing else. `from` is a clock time, null for the whole day. */
export interface QueuedPick {
  readonly id: string;
  readonly projectId: string;
  readonly date: string;
  readonly from: string | null;
}

/** A pick on its way; `since` is the phone's time when it was made, unknown after a reload. `saved` ones stay until an answer of the server shows them. */
export type QueueEntry =
  | { readonly pick: QueuedPick; readonly state: "sending" | "waiting"; readonly since: number | null }
  | { readonly pick: QueuedPick; readonly state: "refused"; readonly code: string }
  | { readonly pick: QueuedPick; readonly state: "saved"; readonly view: PickView };

/** What a queue needs of the world. */
export interface QueueWorld {
  readonly send: (pick: QueuedPick) => Promise<PickView>;
  readonly withdraw: (id: string) => Promise<void>;
  /** The phone's memory: one text. */
  readonly load: () => string | null;
  readonly store: (text: string) => void;
  /** Runs something later and answers how to call that off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** The phone's clock, milliseconds. */
  readonly now: () => number;
}

/** Seconds between attempts; the first is made at once. */
const pauses = [2, 5, 15, 30] as const;

/** Sends picks one after the other, oldest first, until the server has answered each; a reload does not lose them. */
export class PickQueue {
  readonly #world: QueueWorld;
  readonly #listeners = new Set<() => void>();
  #entries: readonly QueueEntry[];
  #flight: { readonly id: string; readonly landed: Promise<void> } | null = null;
  #failures = 0;
  #callOff: () => void = () => undefined;

  constructor(world: QueueWorld) {
    this.#world = world;
    this.#entries = loadPicks(world).map((pick) => ({ pick, state: "waiting", since: null }));
  }

  /** The picks on their way, oldest first. */
  readonly entries = (): readonly QueueEntry[] => this.#entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps picks and sends them in this order. One for a whole day replaces what still waits for that day. */
  add(...picks: readonly QueuedPick[]): void {
    const days = new Set(picks.filter(({ from }) => from === null).map(({ date }) => date));
    const stays = ({ pick, state }: QueueEntry) =>
      !days.has(pick.date) || state === "saved" || pick.id === this.#flight?.id;
    const kept = this.#entries.filter(stays);
    const known = new Set(kept.map(({ pick }) => pick.id));
    const since = this.#world.now();
    const added = picks.filter(({ id }) => !known.has(id)).map((pick) => ({ pick, state: "sending" as const, since }));
    this.#change([...kept, ...added]);
    this.#sendNext();
  }

  /** Tries at once: the network came back, the person returned or asked for it. */
  retry(): void {
    this.#failures = 0;
    const again = (pick: QueuedPick): QueueEntry => ({ pick, state: "waiting", since: null });
    this.#change(this.#entries.map((one) => (one.state === "refused" ? again(one.pick) : one)));
    this.#sendNext();
  }

  /** Takes picks back. What may have arrived is withdrawn there too. */
  async undo(ids: readonly string[]): Promise<void> {
    this.#change(this.#entries.filter(({ pick }) => !ids.includes(pick.id)));
    if (this.#flight !== null && ids.includes(this.#flight.id)) await this.#flight.landed;
    for (const id of ids) await this.#withdraw(id);
  }

  /** Forgets the saved ones that an answer of the server now holds. */
  settle(known: ReadonlySet<string>): void {
    const left = this.#entries.filter(({ pick, state }) => state !== "saved" || !known.has(pick.id));
    if (left.length < this.#entries.length) this.#change(left);
  }

  /** Forgets everything, at the end of a session. */
  clear(): void {
    this.#callOff();
    this.#change([]);
  }

  #sendNext(): void {
    const next = this.#entries.find(({ state }) => state === "waiting" || state === "sending");
    if (this.#flight !== null || next === undefined) return;
    this.#callOff();
    this.#flight = { id: next.pick.id, landed: this.#fly(next.pick) };
  }

  async #fly(pick: QueuedPick): Promise<void> {
    const landed = await attempt(this.#world, pick);
    this.#flight = null;
    if (landed !== null) {
      this.#failures = 0;
      this.#change(this.#entries.map((one) => (one.pick.id === pick.id ? landed : one)));
      this.#sendNext();
      return;
    }
    const seconds = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 30;
    this.#failures += 1;
    this.#change(this.#entries.map((one) => (one.state === "sending" ? { ...one, state: "waiting" } : one)));
    this.#callOff = this.#world.later(() => this.#sendNext(), seconds * 1000);
  }

  async #withdraw(id: string): Promise<void> {
    try {
      await this.#world.withdraw(id);
    } catch (error) {
      if (!isWaiting(error)) return;
      await new Promise<void>((resolve) => this.#world.later(resolve, pauses[1] * 1000));
      await this.#withdraw(id);
    }
  }

  #change(next: readonly QueueEntry[]): void {
    this.#entries = next;
    this.#world.store(JSON.stringify(next.filter(({ state }) => state !== "saved").map(({ pick }) => pick)));
    for (const listener of this.#listeners) listener();
  }
}

/** What became of a pick; null when it has to wait. */
async function attempt(world: QueueWorld, pick: QueuedPick): Promise<QueueEntry | null> {
  try {
    return { pick, state: "saved", view: await world.send(pick) };
  } catch (error) {
    const mayWorkLater = isWaiting(error) || (error instanceof ApiProblem && error.status === 401);
    return mayWorkLater ? null : { pick, state: "refused", code: codeOf(error) };
  }
}

function loadPicks(world: QueueWorld): QueuedPick[] {
  try {
    const kept: unknown = JSON.parse(world.load() ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPick) : [];
  } catch {
    return [];
  }
}

function isPick(value: unknown): value is QueuedPick {
  const { id, projectId, date, from } = (value ?? {}) as Record<string, unknown>;
  return [id, projectId, date].every((one) => typeof one === "string") && (from === null || typeof from === "string");
}
