import { refuseChange } from "@today/core/period";
import type { WorkDate } from "@today/core/time/date";
import { DatabaseError } from "@today/db/database-error";
import { readLock } from "@today/db/period-lock";
import { authorOf } from "./author.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./error.ts";

/**
 * Refuses `period-closed` for a date that is closed, and `period-approvers-only` where only hr, managers and people with grace may
 * still change somebody's day.
 */
export async function demandOpen(ctx: Context, date: WorkDate, personId: string): Promise<void> {
  const author = authorOf(ctx);
  const { periods, ...by } = await readLock(ctx.db, author, { date, person: personId });
  const refused = refuseChange(date, periods, { ...by, today: author.today });
  if (refused === null) return;
  throw new Refusal(refused.problem === "period-closed" ? "period-closed" : "period-approvers-only");
}

/** Waits for a write that the tables refuse on closed dates; null when they did. */
export async function unlessClosed<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseError && error.problem === "period-closed") return null;
    throw error;
  }
}
