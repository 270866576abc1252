import type { Instant } from "@today/core/time/minutes";
import type { Database } from "@today/db/database";
import { keepEnds, keepTargetNews, type Lease, type WorklogEnd } from "@today/db/worklog-push";
import type { WorklogOutcome } from "./write.ts";

/** How worklogs ended that is not written down yet, and what they said of the target. */
export interface Ledger {
  add(outcome: WorklogOutcome): void;
  /** Nothing more is to be begun: the target wants to be left alone, or somebody has to mend something. */
  stop(): void;
  isStopped(): boolean;
  size(): number;
  /** How many ended since this was asked last. */
  done(): number;
  /** Writes what there is, and other statements after it, in one transaction; when that fails it is still there. */
  commit(target: Omit<Lease, "until">, more?: readonly D1PreparedStatement[]): Promise<D1Result[]>;
  /** Waits for a condition, which is looked at whenever a worklog has ended. */
  until(condition: () => boolean): Promise<void>;
}

/** An empty ledger. */
export function createLedger(db: Database, now: () => Instant): Ledger {
  let ends: WorklogEnd[] = [];
  let counted = 0;
  let isStopped = false;
  let news: { pushedAt: Instant | null; quietUntil: Instant; problem: string | null } = nothing;
  let look = () => {};

  return {
    add({ end, news: told }) {
      ends.push(end);
      counted += 1;
      if (end.sentAt !== null) news = { ...news, pushedAt: end.sentAt };
      if (told !== null) {
        isStopped = true;
        const quietUntil = Math.max(news.quietUntil, told.quietUntil);
        news = { ...news, quietUntil, problem: told.stops ?? news.problem };
      }
      look();
    },
    stop() {
      isStopped = true;
    },
    isStopped: () => isStopped,
    size: () => ends.length,
    done() {
      const sum = counted;
      counted = 0;
      return sum;
    },
    async commit(target, more = []) {
      const [keeping, telling] = [ends, news];
      [ends, news] = [[], nothing];
      const kept = keepEnds(db, target, keeping);
      const told = telling === nothing ? [] : [keepTargetNews(db, target, { ...telling, now: now() })];
      try {
        return (await db.batch([...kept, ...told, ...more])).slice(kept.length + told.length);
      } catch (error) {
        ends = [...keeping, ...ends];
        news = news === nothing ? telling : news;
        throw error;
      }
    },
    async until(condition) {
      while (!condition()) {
        await new Promise<void>((resolve) => {
          look = resolve;
        });
      }
    },
  };
}

const nothing = { pushedAt: null, quietUntil: 0, problem: null };
