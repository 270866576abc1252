import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { Ground } from "./testing-linked.ts";
import type { Product } from "./testing-product.ts";

/** Minutes by `person project issue date` in Redmine's ids; a dash for hours on a project alone. */
export type Hours = Readonly<Record<string, number>>;

/** An allocation as the public API shows it. */
export interface Allocation {
  readonly projectId: string;
  readonly date: string;
  readonly personId: string;
  readonly taskId: string | null;
  readonly minutes: number;
  readonly state: string;
}

/** Where a project's hours go. */
export interface Destination {
  readonly remoteProject: string;
  readonly remoteTask: string | null;
}

/** Reads allocations with a key of the public API, past everything that plans and sends. */
export async function openAllocations({ url, admin }: Product) {
  const wish = { id: randomUUID(), name: "hours", scopes: ["hours:read"], days: 1 };
  const { key } = (await admin.call("POST", "/api/api-keys", wish)) as { key: string };
  return async (from: string, to: string): Promise<Allocation[]> => {
    const found: Allocation[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const query = new URLSearchParams({ from, to, limit: "200", ...(next === "" ? {} : { cursor: next }) });
      const answer = await fetch(`${url}/v1/allocations?${query}`, { headers: { authorization: `Bearer ${key}` } });
      if (!answer.ok) throw new Error(await answer.text());
      const page = (await answer.json()) as { items: Allocation[]; next: string | null };
      found.push(...page.items);
      next = page.next;
    }
    return found;
  };
}

/** What should be at Redmine: approved hours of people who are linked, of projects that go there. */
export function wantedOf(
  allocations: readonly Allocation[],
  { accounts, nobody }: Ground,
  destinations: Readonly<Record<string, Destination>>,
): Hours {
  const rows = allocations.flatMap(({ personId, projectId, taskId, date, minutes, state }) => {
    const to = destinations[projectId];
    const account = nobody.includes(personId) ? undefined : accounts.get(personId);
    const stands = state === "automatic" || state === "approved";
    if (to === undefined || account === undefined || !stands) return [];
    const issue = taskId?.split("/")[1] ?? to.remoteTask;
    return [{ key: `${account} ${to.remoteProject} ${issue ?? "-"} ${date}`, minutes }];
  });
  return summed(rows);
}

/** What stands at Redmine by its own database: exact minutes, how many entries that are, and markers that more than one carries. */
export interface Standing {
  readonly hours: Hours;
  readonly entries: number;
  readonly doubles: readonly string[];
}

/** What Redmine itself adds up of some projects. */
export function standing(projects: readonly string[]): Standing {
  using database = new DatabaseSync(process.env.REDMINE_DATABASE ?? "", { readOnly: true, timeout: 20_000 });
  const rows = database
    .prepare(
      `select user_id || ' ' || project_id || ' ' || coalesce(issue_id, '-') || ' ' || spent_on as key,
         sum(hours) * 60 as minutes, count(*) as n
       from time_entries where project_id in (select value from json_each(?)) group by 1`,
    )
    .all(JSON.stringify(projects.map(Number))) as { key: string; minutes: number; n: number }[];
  const marks = database
    .prepare(
      `select substr(comments, instr(comments, '[wk:')) as mark from time_entries
       where project_id in (select value from json_each(?)) and comments like '%[wk:%' group by 1 having count(*) > 1`,
    )
    .all(JSON.stringify(projects.map(Number))) as { mark: string }[];
  return {
    hours: summed(rows.map(({ key, minutes }) => ({ key, minutes: wholeOf(minutes) }))),
    entries: rows.reduce((sum, { n }) => sum + n, 0),
    doubles: marks.map(({ mark }) => mark),
  };
}

/** Hours are fractions there: what is nearer to a whole minute than any rounding of theirs is that. */
function wholeOf(minutes: number): number {
  return Math.abs(minutes - Math.round(minutes)) < 1e-6 ? Math.round(minutes) : minutes;
}

/** Sums by key, in order; what comes to nothing is left out. */
export function summed(rows: readonly { readonly key: string; readonly minutes: number }[]): Hours {
  const sums = new Map<string, number>();
  for (const { key, minutes } of rows) sums.set(key, (sums.get(key) ?? 0) + minutes);
  return Object.fromEntries([...sums].filter(([, minutes]) => minutes !== 0).sort());
}

/** All minutes. */
export function totalOf(hours: Hours): number {
  return Object.values(hours).reduce((sum, minutes) => sum + minutes, 0);
}
