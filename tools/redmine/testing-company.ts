import type { Fetch, WorklogFact, Worklogs } from "../../packages/connectors/src/connector.ts";
import { markerOf } from "../../packages/connectors/src/marker.ts";
import { redmine } from "../../packages/connectors/src/redmine/connector.ts";

/** Who is who in the Redmine that runs, as `seed.rb` wrote it. */
interface Seed {
  readonly keys: Readonly<Record<Account, string>>;
  readonly people: Readonly<Record<Account, string>>;
  readonly members: readonly { readonly id: string; readonly mail: string }[];
  readonly projects: readonly { readonly id: string; readonly issues: readonly string[] }[];
  readonly markerField: string;
}

/** `pusher` has the least rights, `worker` may log for nobody else, `watcher` may not log, `outsider` is in no project. */
type Account = "admin" | "pusher" | "worker" | "watcher" | "locked" | "outsider";

const ADDRESS = process.env.REDMINE_ADDRESS ?? "";
export const company: Seed = JSON.parse(process.env.REDMINE_SEED ?? "null");

/** All parts of a session with that account's key. */
export function sessionOf(account: Account, settings: Record<string, string> = {}, fetch: Fetch = direct) {
  const means = { address: ADDRESS, key: company.keys[account], ...settings };
  const session = redmine.open({ settings: means, fetch, now: Date.now, zone: "Asia/Shanghai" });
  const { listProjects, listTasks, listMembers, worklogs, status, tasks } = session;
  if (!(listProjects && listTasks && listMembers && worklogs?.change && worklogs.remove && status && tasks))
    throw new Error("a part is missing");
  return { session, listProjects, listTasks, listMembers, worklogs: worklogs as Required<Worklogs>, status, tasks };
}

/** With its one thread Redmine would wait on a kept connection for a fifth of a second before it looks at another. */
const UNKEPT = { connection: "close" };

export const direct: Fetch = (request) => {
  const headers = { ...Object.fromEntries(request.headers), ...UNKEPT };
  return fetch(new Request(request, { headers }));
};

/** An administrator's own call, past the connector. */
export async function ask(path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { "x-redmine-api-key": company.keys.admin, "content-type": "application/json", ...UNKEPT };
  const answer = await fetch(ADDRESS + path, { ...init, headers });
  if (!answer.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${answer.status}`);
  const text = await answer.text();
  return text.trim() === "" ? null : JSON.parse(text);
}

/** A time entry as Redmine shows it: hours with two decimals. */
export interface Entry {
  readonly id: number;
  readonly project: { readonly id: number };
  readonly issue?: { readonly id: number };
  readonly user: { readonly id: number };
  readonly hours: number;
  readonly comments: string;
  readonly spent_on: string;
  readonly updated_on: string;
}

/** Every entry of a date or of all. */
export async function entriesOf(date?: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for (;;) {
    const filter = date === undefined ? "" : `&spent_on=${date}`;
    const path = `/time_entries.json?limit=100&sort=id&offset=${found.length}${filter}`;
    const { time_entries: rows, total_count: total } = (await ask(path)) as {
      time_entries: Entry[];
      total_count: number;
    };
    found.push(...rows);
    if (found.length >= total) return found;
  }
}

export async function factOf(facts: Partial<WorklogFact> & { readonly date: string }): Promise<WorklogFact> {
  const [project] = company.projects;
  const task = { projectId: project?.id ?? "", taskId: project?.issues[0] ?? null };
  const personRemoteId = company.members[0]?.id ?? null;
  const plain = { personRemoteId, personName: "陈成员1", task, minutes: 451, note: "三层砌墙", ...facts };
  const key =
    facts.key ?? ["company", plain.personRemoteId, plain.date, plain.task.projectId, plain.task.taskId].join("|");
  return { ...plain, key, marker: await markerOf(key) };
}

/** Brings facts to Redmine as any pushing does: looks for each, then creates, changes or removes; returns how each ended. */
export async function push(worklogs: Required<Worklogs>, facts: readonly WorklogFact[]): Promise<string[]> {
  const ends: string[] = [];
  for (const fact of facts) ends.push(await pushOne(worklogs, fact));
  return ends;
}

async function pushOne(worklogs: Required<Worklogs>, fact: WorklogFact): Promise<string> {
  const [there, ...more] = await worklogs.find(fact);
  if (more.length > 0) return "twice";
  if (there === undefined) return fact.minutes === 0 ? "same" : said("created", await worklogs.create(fact));
  if (fact.minutes === 0) return said("removed", await worklogs.remove(there.ref));
  if (there.minutes === fact.minutes) return "same";
  return said("changed", await worklogs.change(there.ref, fact));
}

function said(what: string, { kind }: { readonly kind: string }): string {
  return kind === "applied" ? what : kind;
}
