import type { Instant } from "@today/core/time/minutes";
import { reserveSlots } from "@today/db/call-pace";
import { type CallPause, endPauses, pauseCalls, readPauses, takeTry } from "@today/db/call-pause";
import type { Database } from "@today/db/database";
import { noteProblem } from "@today/db/link-problem";
import { DingTalkError, type DingTalkErrorKind } from "@today/dingtalk/error";
import { type Gate, spacingOf } from "@today/dingtalk/pace";
import { holdsUp, pauseAfter, scopesOf } from "./link-pause.ts";

/** The gate of all consumers and requests of a company. */
export interface SharedGate extends Gate {
  /** Throws the error `paused` while work whose calls cost, or do not, is held up; after a pause one asker only may go on. */
  demandOpen(counted: boolean): Promise<void>;
}

export interface GateMeans {
  readonly db: Database;
  readonly companyId: string;
  readonly zone: string;
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
  readonly callsPerSecond: number;
  /** Work in the background, which may come back later. */
  readonly patient: boolean;
}

interface Waiter {
  readonly admit: (at: Instant) => void;
  readonly refuse: (error: unknown) => void;
}

const mostAtOnce = 20;
const tryMs = 60_000;

/** DingTalk's pace is kept in the database: calls that wait at the same time reserve their slots as one block. */
export function createSharedGate(means: GateMeans): SharedGate {
  const { db, companyId, now, sleep } = means;
  const spacing = spacingOf(means.callsPerSecond);
  const waiting = new Map<string, Waiter[]>();
  const trying = new Set<string>();

  async function demandFree(foreign: readonly CallPause[], api: string): Promise<void> {
    if (foreign.length === 0) return;
    const held = foreign.find(({ until, tryUntil }) => Math.max(until, tryUntil) > now());
    if (held !== undefined) throw pausedBy(held, api, now());
    const apis = foreign.map((pause) => pause.api);
    const taken = await takeTry(db, { companyId, apis, now: now(), until: now() + tryMs });
    for (const one of taken) trying.add(one);
    const lost = foreign.find((pause) => !trying.has(pause.api));
    if (lost !== undefined) throw pausedBy({ ...lost, until: now() + tryMs }, api, now());
  }

  async function serve(api: string, some: readonly Waiter[]): Promise<void> {
    try {
      const wish = { companyId, api, scopes: scopesOf(api), now: now(), slots: some.length, spacing };
      const { from, pauses } = await reserveSlots(db, wish);
      await demandFree(
        pauses.filter((pause) => !trying.has(pause.api)),
        api,
      );
      for (const [n, { admit }] of some.entries()) admit(from + n * spacing);
    } catch (error) {
      for (const { refuse } of some) refuse(error);
    }
  }

  async function serveAll(api: string, queue: Waiter[]): Promise<void> {
    while (queue.length > 0) await serve(api, queue.splice(0, mostAtOnce));
    waiting.delete(api);
  }

  function slotOf(api: string): Promise<Instant> {
    return new Promise((admit, refuse) => {
      const queue = waiting.get(api);
      if (queue !== undefined) {
        queue.push({ admit, refuse });
        return;
      }
      const fresh: Waiter[] = [{ admit, refuse }];
      waiting.set(api, fresh);
      // Calls asked for at the same moment come into one block.
      queueMicrotask(() => void serveAll(api, fresh));
    });
  }

  return {
    async enter(api) {
      const wait = (await slotOf(api)) - now();
      if (wait > 0) await sleep(wait);
    },
    async leave(api, error) {
      if (error === null) return passed(means, trying, scopesOf(api));
      if (error.code !== "paused") await failed(means, api, error);
    },
    async demandOpen(counted) {
      const pauses = await readPauses(db, companyId);
      const relevant = pauses.filter((pause) => holdsUp(pause.api, counted));
      await demandFree(relevant, relevant[0]?.api ?? "*");
    },
  };
}

async function passed({ db, companyId }: GateMeans, trying: Set<string>, scopes: readonly string[]): Promise<void> {
  const over = scopes.filter((scope) => trying.delete(scope));
  if (over.length > 0) await endPauses(db, companyId, over);
}

const noProblem: ReadonlySet<DingTalkErrorKind> = new Set(["bad-request", "code-invalid", "not-found"]);

async function failed(means: GateMeans, api: string, error: DingTalkError): Promise<void> {
  const { db, companyId } = means;
  if (noProblem.has(error.kind)) return;
  const now = means.now();
  const { kind, code, missingScopes, refusedAddress } = error;
  const pause = pauseAfter(error, api, { ...means, now });
  const statements = [
    noteProblem(db, companyId, { code: kind, path: api, lastAt: now, detail: { code, missingScopes, refusedAddress } }),
    ...(pause === null ? [] : [pauseCalls(db, { ...pause, companyId, cause: kind, now: Math.round(now) })]),
  ];
  // DingTalk's error is thrown on; without the pause the others meet it themselves.
  await db.batch(statements).catch(() => {});
}

function pausedBy({ cause, until, tryUntil }: CallPause, path: string, now: Instant): DingTalkError {
  const retryAfterMs = Math.max(1000, Math.max(until, tryUntil) - now);
  return new DingTalkError({ kind: kindOf(cause), path, code: "paused", retryAfterMs });
}

const kinds: readonly DingTalkErrorKind[] = ["banned", "quota", "throttled", "timeout", "unreadable"];

function kindOf(cause: string): DingTalkErrorKind {
  return kinds.find((kind) => kind === cause) ?? "busy";
}
