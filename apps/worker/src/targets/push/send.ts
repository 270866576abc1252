import { type Instant, minuteMs } from "@today/core/time/minutes";
import { mostAttempts } from "@today/core/worklog-retry";
import { groupRows } from "@today/db/arrival";
import type { Database } from "@today/db/database";
import { type ClaimedWorklog, claimWorklogs, extendLease, type Lease, releaseStale } from "@today/db/worklog-push";
import { createLedger, type Ledger } from "./ledger.ts";
import { createRowQueue, type RowQueue } from "./row-queue.ts";
import { handBack, type Writing, writeWorklog } from "./write.ts";

/** What sending works with, and where it ends at the latest. */
interface Sending extends Writing {
  readonly db: Database;
  readonly until: Instant;
  readonly mostRows: number;
}

const writers = 10;
const mostAtOnce = 200;
const fewestAtOnce = 40;
const enoughWaiting = 3 * writers;
const keptAtOnce = 100;
const keptEveryMs = 1000;
/** For so long a target is one sender's; it is asked for anew with every batch. */
export const leaseMs = 90_000;
/** What was taken longer ago never came back: every call gives up far sooner. */
export const staleMs = 5 * minuteMs;

interface Room {
  readonly rows: RowQueue<ClaimedWorklog>;
  readonly ledger: Ledger;
  readonly isOver: () => boolean;
}

/**
 * Sends what is due to a target by ten writers: rows are taken in batches while others are on their way, a whole serial by one writer,
 * and how they ended is kept in groups, together with the next batch. Gives the lease as it is then, and whether it ended early because
 * the target is to be left alone.
 */
export async function sendWorklogs(
  sending: Sending,
  first: Lease,
): Promise<{ readonly lease: Lease; readonly isStopped: boolean }> {
  const ledger = createLedger(sending.db, sending.now);
  const room: Room = {
    ...{ ledger, rows: createRowQueue<ClaimedWorklog>() },
    isOver: () => ledger.isStopped() || sending.now() >= sending.until,
  };
  const working = Promise.all(Array.from({ length: writers }, () => write(sending, room)));
  try {
    const lease = await lead(sending, room, first);
    return { lease, isStopped: ledger.isStopped() };
  } finally {
    ledger.stop();
    room.rows.close();
    await working;
    // What could not be kept a moment ago is worth a second try: without it everything would have to be looked for.
    if (ledger.size() > 0) await ledger.commit(first).catch(() => {});
  }
}

async function write(sending: Sending, { rows, ledger, isOver }: Room): Promise<void> {
  for (let group = await rows.take(); group !== null; group = await rows.take()) {
    for (const log of group) {
      ledger.add(isOver() ? { end: handBack(log, sending.correction), news: null } : await writeWorklog(sending, log));
    }
  }
}

async function lead(sending: Sending, room: Room, first: Lease): Promise<Lease> {
  const { db, now } = sending;
  const { rows, ledger, isOver } = room;
  let [lease, taken, keptAt] = [first, 0, now()];
  const stale = { before: now() - staleMs, mostAttempts };
  await ledger.commit(first, [releaseStale(db, first, stale)]);
  for (;;) {
    const isFull = isOver() || taken >= sending.mostRows;
    const limit =
      isFull || rows.size() >= mostAtOnce ? 0 : Math.min(mostAtOnce, Math.max(fewestAtOnce, 2 * ledger.done()));
    const batch = await takeBatch(sending, room, { lease, limit });
    [lease, taken, keptAt] = [batch.lease, taken + batch.rows.length, now()];
    rows.put([...groupRows(batch.rows, ({ serial }) => serial).values()]);
    if (batch.rows.length === 0 && ledger.size() === 0 && rows.idle() === writers) return lease;
    const mayHaveMore = limit > 0 && batch.rows.length === limit;
    await ledger.until(() => {
      if (rows.idle() === writers || ledger.size() >= keptAtOnce) return true;
      const isShort = rows.size() < enoughWaiting;
      if (isShort && (mayHaveMore || ledger.size() >= writers) && !isOver()) return true;
      return ledger.size() > 0 && now() - keptAt >= keptEveryMs;
    });
  }
}

interface Batch {
  readonly lease: Lease;
  readonly rows: readonly ClaimedWorklog[];
}

/** Keeps what has ended and takes the next rows, in one transaction. */
async function takeBatch(
  { db, now }: Sending,
  { ledger }: Room,
  { lease, limit }: { readonly lease: Lease; readonly limit: number },
): Promise<Batch> {
  const longer = { ...lease, until: Math.max(lease.until + 1, now() + leaseMs) };
  const claim = limit > 0 ? [claimWorklogs(db, longer, { now: now(), limit })] : [];
  const [, claimed] = await ledger.commit(lease, [extendLease(db, lease, longer.until), ...claim]);
  return { lease: longer, rows: (claimed?.results ?? []) as ClaimedWorklog[] };
}
