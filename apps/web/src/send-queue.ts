import { ApiProblem, codeOf, isWaiting } from "./problem.ts";

/** What can be sent twice and counts once, because its id is made on the phone. */
interface Sendable {
  readonly id: string;
}

/** Something on its way; `since` is the phone's time when it was made, unknown after a reload. `saved` ones stay until an answer of the server shows them. */
export type Sent<Item, View> =
  | { readonly item: Item; readonly state: "sending" | "waiting"; readonly since: number | null }
  | { readonly item: Item; readonly state: "refused"; readonly code: string }
  | { readonly item: Item; readonly state: "saved"; readonly view: View };

/** What a queue needs of the world. */
export interface QueueWorld<Item, View> {
  readonly send: (item: Item) => Promise<View>;
  readonly withdraw: (id: string) => Promise<void>;
  /** The phone's memory: one text. */
  readonly load: () => string | null;
  readonly store: (text: string) => void;
  /** Runs something later and answers how to call that off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** The phone's clock, milliseconds. */
  readonly now: () => number;
}

/** What a queue has to know of its items. */
interface Kind<Item> {
  readonly isItem: (value: unknown) => value is Item;
  /** Whether something still on the phone is of no use any more once `added` are there. */
  readonly replaces: (added: readonly Item[], old: Item) => boolean;
  /** What of an item the phone may keep; all of it where nothing is said. */
  readonly keptOf?: (item: Item) => Item;
  /** Why an item that was read back cannot be sent as it is. */
  readonly lacks?: (item: Item) => string | null;
}

/** Seconds between attempts; the first is made at once. */
const pauses = [2, 5, 15, 30] as const;

/** Sends things one after the other, oldest first, until the server has answered each; a reload does not lose them. */
export class SendQueue<Item extends Sendable, View> {
  readonly #world: QueueWorld<Item, View>;
  readonly #kind: Kind<Item>;
  readonly #listeners = new Set<() => void>();
  #entries: readonly Sent<Item, View>[];
  #flight: { readonly id: string; readonly landed: Promise<void> } | null = null;
  #failures = 0;
  #callOff: () => void = () => undefined;

  constructor(world: QueueWorld<Item, View>, kind: Kind<Item>) {
    this.#world = world;
    this.#kind = kind;
    this.#entries = loadItems(world, kind).map((item) => this.#again(item));
  }

  /** What is on its way, oldest first. */
  readonly entries = (): readonly Sent<Item, View>[] => this.#entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps things and sends them in this order; what they replace and has not left yet is dropped. */
  add(...items: readonly Item[]): void {
    const stays = ({ item, state }: Sent<Item, View>) =>
      state === "saved" || item.id === this.#flight?.id || !this.#kind.replaces(items, item);
    const kept = this.#entries.filter(stays);
    const known = new Set(kept.map(({ item }) => item.id));
    const since = this.#world.now();
    const added = items.filter(({ id }) => !known.has(id)).map((item) => ({ item, state: "sending" as const, since }));
    this.#change([...kept, ...added]);
    this.#sendNext();
  }

  /** Tries at once: the network came back, the person returned or asked for it. */
  retry(): void {
    this.#failures = 0;
    this.#change(this.#entries.map((one) => (one.state === "refused" ? this.#again(one.item) : one)));
    this.#sendNext();
  }

  /** Takes things back. What may have arrived is withdrawn there too. */
  async undo(ids: readonly string[]): Promise<void> {
    this.#change(this.#entries.filter(({ item }) => !ids.includes(item.id)));
    if (this.#flight !== null && ids.includes(this.#flight.id)) await this.#flight.landed;
    for (const id of ids) await this.#withdraw(id);
  }

  /** Forgets the saved ones that an answer of the server now holds. */
  settle(known: ReadonlySet<string>): void {
    const left = this.#entries.filter(({ item, state }) => state !== "saved" || !known.has(item.id));
    if (left.length < this.#entries.length) this.#change(left);
  }

  /** Forgets everything, at the end of a session. */
  clear(): void {
    this.#callOff();
    this.#change([]);
  }

  #again(item: Item): Sent<Item, View> {
    const code = this.#kind.lacks?.(item) ?? null;
    return code === null ? { item, state: "waiting", since: null } : { item, state: "refused", code };
  }

  #sendNext(): void {
    const next = this.#entries.find(({ state }) => state === "waiting" || state === "sending");
    if (this.#flight !== null || next === undefined) return;
    this.#callOff();
    this.#flight = { id: next.item.id, landed: this.#fly(next.item) };
  }

  async #fly(item: Item): Promise<void> {
    const landed = await attempt(this.#world, item);
    this.#flight = null;
    if (landed !== null) {
      this.#failures = 0;
      this.#change(this.#entries.map((one) => (one.item.id === item.id ? landed : one)));
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

  #change(next: readonly Sent<Item, View>[]): void {
    this.#entries = next;
    const keptOf = this.#kind.keptOf ?? ((item: Item) => item);
    this.#world.store(JSON.stringify(next.filter(({ state }) => state !== "saved").map(({ item }) => keptOf(item))));
    for (const listener of this.#listeners) listener();
  }
}

/** What became of it; null when it has to wait. */
async function attempt<Item, View>(world: QueueWorld<Item, View>, item: Item): Promise<Sent<Item, View> | null> {
  try {
    return { item, state: "saved", view: await world.send(item) };
  } catch (error) {
    const mayWorkLater = isWaiting(error) || (error instanceof ApiProblem && error.status === 401);
    return mayWorkLater ? null : { item, state: "refused", code: codeOf(error) };
  }
}

function loadItems<Item, View>(world: QueueWorld<Item, View>, { isItem }: Kind<Item>): Item[] {
  try {
    const kept: unknown = JSON.parse(world.load() ?? "[]");
    return Array.isArray(kept) ? kept.filter(isItem) : [];
  } catch {
    return [];
  }
}
