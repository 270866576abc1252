import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** What an admin decides of a target, its credentials aside. */
export interface TargetRules {
  readonly name: string;
  /** By the names of the connector's form, secrets left out. */
  readonly settings: Readonly<Record<string, string>>;
  /** Nothing leaves while it is `paused`. */
  readonly state: "paused" | "on";
  /** Whether hours wait until they are approved. */
  readonly approvedOnly: boolean;
  readonly pace: "night" | "at-once";
  /** A named rule, `exact`, `nearest-15`. */
  readonly rounding: string;
  /** Which state there stands for which of ours: `{"working":"2","warning":"3"}`. */
  readonly states: Readonly<Record<string, string>>;
  /** Hours of earlier dates stay here. */
  readonly startsOn: WorkDate;
  /** Whether people are reminded in DingTalk of tasks that are due. */
  readonly todo: boolean;
}

/** A connected product as it is stored, its credentials left out. */
export interface StoredTarget extends Omit<TargetRules, "state"> {
  readonly id: string;
  /** Of the connectors' registry, `redmine`. */
  readonly kind: string;
  /** A removed one has no credentials any more. */
  readonly state: TargetRules["state"] | "removed";
  /** Names of the secrets that are set. */
  readonly secrets: readonly string[];
  /** Who we are there, as the last check told. */
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly checkedAt: Instant | null;
  /** A code of ours, `credentials-unreadable`; while there is one nothing is called. */
  readonly problem: string | null;
  readonly problemAt: Instant | null;
  /** Left alone until then. */
  readonly quietUntil: Instant;
  /** Somebody is sending until then. */
  readonly sendingUntil: Instant;
  readonly readAt: Instant | null;
  readonly pushedAt: Instant | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

interface Row extends Omit<StoredTarget, "settings" | "secrets" | "states" | "account" | "approvedOnly" | "todo"> {
  readonly settings: string;
  readonly secrets: string;
  readonly states: string;
  readonly account: string | null;
  readonly approvedOnly: number;
  readonly todo: number;
}

const columns = `id, kind, name, settings, secrets, state, approved_only as approvedOnly, pace, rounding, states,
  starts_on as startsOn, account, checked_at as checkedAt, problem, problem_at as problemAt, quiet_until as quietUntil,
  sending_until as sendingUntil, read_at as readAt, pushed_at as pushedAt, version, created_at as createdAt,
  changed_at as changedAt, todo`;

/** Every target that was not removed, the oldest first. */
export async function readTargets(db: Database, company: string): Promise<StoredTarget[]> {
  const rows = await db.all<Row>(
    `select ${columns} from target where company_id = ?1 and state <> 'removed' order by created_at, id`,
    company,
  );
  return rows.map(storedOf);
}

/** A target, also one that was removed; null for one that never was. */
export async function readTarget(db: Database, company: string, id: string): Promise<StoredTarget | null> {
  const [row] = await db.all<Row>(`select ${columns} from target where company_id = ?1 and id = ?2`, company, id);
  return row === undefined ? null : storedOf(row);
}

/** A target's sealed credentials; null where it has none. */
export async function readSealed(db: Database, company: string, id: string): Promise<string | null> {
  const [row] = await db.all<{ sealed: string | null }>(
    "select sealed from target where company_id = ?1 and id = ?2",
    ...[company, id],
  );
  return row?.sealed ?? null;
}

function storedOf(row: Row): StoredTarget {
  return {
    ...row,
    approvedOnly: row.approvedOnly === 1,
    todo: row.todo === 1,
    settings: JSON.parse(row.settings),
    secrets: JSON.parse(row.secrets),
    states: JSON.parse(row.states),
    account: row.account === null ? null : JSON.parse(row.account),
  };
}
