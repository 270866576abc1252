import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** How the connection stands over which events come: `refused` ones are not tried again before the next start. */
export interface StreamState {
  readonly state: "connected" | "waiting" | "refused";
  /** Since when it is so. */
  readonly since: Instant;
  /** Why it is not connected, `credentials`. */
  readonly problem: string | null;
}

/** Keeps how the connection stands; told the same again, `since` stays. */
export async function keepStreamState(
  db: Database,
  arrival: { readonly companyId: string; readonly at: Instant },
  { state, problem }: Omit<StreamState, "since">,
): Promise<void> {
  await db.batch([
    db.prepare(
      `insert into stream_state (company_id, state, since, problem) values (?1, ?2, ?3, ?4)
       on conflict do update set since = iif(state = excluded.state, since, excluded.since), state = excluded.state,
         problem = excluded.problem`,
      ...[arrival.companyId, state, arrival.at, problem],
    ),
  ]);
}

/** How the connection stands; null when it was never tried. */
export async function readStreamState(db: Database, companyId: string): Promise<StreamState | null> {
  const rows = await db.all<StreamState>(
    "select state, since, problem from stream_state where company_id = ?1",
    companyId,
  );
  return rows[0] ?? null;
}
