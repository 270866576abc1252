import { MINUTE, monthText, SECOND } from "../company/beijing.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { Stream } from "../stream/stream.ts";
import type { Callback } from "../world/action.ts";
import type { World } from "../world/world.ts";
import { type Event, eventIdOf, eventText, failedEntry } from "./event.ts";
import { seal, signature, unseal } from "./seal.ts";

const RETRY_AFTER = [10 * SECOND, 30 * SECOND];
const LISTED_AFTER = 3 * MINUTE;
const MOST_LISTED = 200;
/** Real milliseconds within which the app must answer. */
const ANSWER_MS = 2500;
/** A Stream event that nobody acknowledged comes again after about so long (attendance.md 10.1). */
const AGAIN_AFTER = MINUTE;
const HORIZONS = { "5m": 5 * MINUTE, "1h": 60 * MINUTE, "24h": 1440 * MINUTE } as const;
const OVER_QUOTA = { errCode: 20001, errMsg: "本组织本月推送次数已达上限" };

/** How many pushes were made, kept over a restart so that no id comes twice. */
export interface DeliveryCount {
  readonly events: number;
  readonly months: Readonly<Record<string, number>>;
}

/** Pushes events to the registered address, with DingTalk's two retries. */
export interface Delivery {
  /** Sends `check_url` and throws the reason when the answer is not right. */
  check(callback: Callback): Promise<void>;
  /** Queues an event; nothing is queued without a registered address or beyond the month's pushes. */
  push(event: Event): void;
  /** Sends everything that is due; answers how many were taken. */
  deliverDue(): Promise<number>;
  nextDue(): number | null;
  readonly pending: number;
  readonly failed: number;
  takeFailed(): { failed_list: object[]; has_more: boolean };
  count(): DeliveryCount;
  load(count: DeliveryCount): void;
}

export interface DeliveryMeans {
  readonly world: World;
  readonly seed: number;
  readonly corpId: string;
  readonly monthlyEvents: number;
  readonly now: () => number;
  readonly stream: Stream;
  readonly send: (request: Request) => Promise<Response>;
}

interface Waiting {
  readonly event: Event;
  readonly eventId: string;
  readonly text: string;
  readonly attempts: number;
  readonly dueAt: number;
  /** The Stream message that has not been acknowledged yet. */
  readonly messageId: string | null;
  readonly queuedAt: number;
}

export function createDelivery(means: DeliveryMeans): Delivery {
  const { world, seed, corpId, now } = means;
  let waiting: Waiting[] = [];
  let failed: { entry: object; listedAt: number }[] = [];
  let events = 0;
  let pushes = 0;
  let months: Record<string, number> = {};
  const post = (callback: Callback, text: string) => {
    pushes += 1;
    const draw = drawFrom(seed, pushes, 13);
    return postSealed(means, { callback, text, prefix: hexadecimal(draw, 16), nonce: hexadecimal(draw, 8) });
  };

  /** What is acknowledged before the sending is over. */
  let atOnce: Set<string> | null = null;
  means.stream.onAck(({ messageId, code, status }) => {
    if (code !== 200 || status === "LATER") return;
    waiting = waiting.filter((one) => one.messageId !== messageId);
    atOnce?.add(messageId);
  });

  /** Sends and waits for the acknowledgement, which takes it off the list; without one it comes again. */
  function stream(one: Waiting): boolean {
    if (now() > one.queuedAt + HORIZONS[world.switches.streamHorizon]) return false;
    const answered = new Set<string>();
    atOnce = answered;
    const messageId = means.stream.sendEvent(one.event, { eventId: one.eventId, content: null });
    atOnce = null;
    if (messageId !== null && answered.has(messageId)) return true;
    waiting.push({ ...one, messageId, attempts: one.attempts + 1, dueAt: now() + AGAIN_AFTER });
    return messageId !== null;
  }

  async function attempt(one: Waiting): Promise<boolean> {
    if (world.switches.eventMode === "stream") return stream(one);
    const { event, text, attempts } = one;
    const { callback } = world;
    if (callback === null) return false;
    const refused = await post(callback, text);
    if (refused === null) return true;
    const wait = RETRY_AFTER[attempts];
    if (wait === undefined) failed.push({ entry: failedEntry(event, corpId), listedAt: now() + LISTED_AFTER });
    else waiting.push({ ...one, attempts: attempts + 1, dueAt: now() + wait });
    return false;
  }

  const fresh = (event: Event, text: string): Waiting => {
    const own = { event, text, eventId: eventIdOf(seed, events), attempts: 0 };
    return { ...own, dueAt: now(), messageId: null, queuedAt: now() };
  };

  /** Stream is told that there is nothing to read any more (platform.md 0.4); an address hears nothing. */
  function overQuota(event: Event): void {
    if (world.switches.eventMode !== "stream") return;
    means.stream.sendEvent(event, { eventId: eventIdOf(seed, -events - 1), content: OVER_QUOTA });
  }

  return {
    async check(callback) {
      const refused = await post(callback, JSON.stringify({ EventType: "check_url" }));
      if (refused !== null) throw new Error(refused);
    },
    push(event) {
      if (!world.isHeard) return;
      const month = monthText(now());
      if (event.counted) {
        const sent = months[month] ?? 0;
        if (sent >= means.monthlyEvents) return overQuota(event);
        months[month] = sent + 1;
      }
      events += 1;
      const text = eventText(event, { corpId, seed, count: events }, world.switches.eventCasing);
      const copies = world.switches.duplicateEvents ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) waiting.push(fresh(event, text));
    },
    async deliverDue() {
      const due = waiting.filter(({ dueAt }) => dueAt <= now());
      waiting = waiting.filter(({ dueAt }) => dueAt > now());
      let taken = 0;
      for (const one of due) taken += (await attempt(one)) ? 1 : 0;
      return taken;
    },
    nextDue: () => (waiting.length === 0 ? null : Math.min(...waiting.map(({ dueAt }) => dueAt))),
    get pending() {
      return waiting.length;
    },
    get failed() {
      return failed.length;
    },
    takeFailed() {
      const listed = failed.filter(({ listedAt }) => listedAt <= now());
      const given = listed.slice(0, MOST_LISTED);
      failed = failed.filter((one) => !given.includes(one));
      return { failed_list: given.map(({ entry }) => entry), has_more: listed.length > given.length };
    },
    count: () => ({ events, months }),
    load(count) {
      waiting = [];
      failed = [];
      events = count.events;
      months = { ...count.months };
    },
  };
}

interface Push {
  readonly callback: Callback;
  readonly text: string;
  readonly prefix: string;
  readonly nonce: string;
}

/** Posts one sealed text; answers why the reply was not right, or null. */
async function postSealed(
  { now, send }: DeliveryMeans,
  { callback, text, prefix, nonce }: Push,
): Promise<string | null> {
  const encrypt = seal(callback, text, prefix);
  const timestamp = String(now());
  const signed = signature(callback.token, { timestamp, nonce, encrypt });
  const url = new URL(callback.url);
  for (const name of ["msg_signature", "signature"]) url.searchParams.set(name, signed);
  url.searchParams.set("timestamp", timestamp);
  url.searchParams.set("nonce", nonce);
  const request = new Request(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ encrypt }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  try {
    return replyProblem(callback, await send(request));
  } catch (error) {
    return `the address cannot be reached: ${error instanceof Error ? error.message : error}`;
  }
}

async function replyProblem(callback: Callback, response: Response): Promise<string | null> {
  const text = await response.text();
  if (response.status !== 200) return `the address answered HTTP ${response.status}`;
  try {
    const { msg_signature: given, timeStamp, nonce, encrypt } = JSON.parse(text);
    const expected = signature(callback.token, {
      timestamp: String(timeStamp),
      nonce: String(nonce),
      encrypt: String(encrypt),
    });
    if (given !== expected) return "the reply's signature is not right";
    return unseal(callback, String(encrypt)) === "success" ? null : "the reply is not success";
  } catch (error) {
    return `the reply cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}
