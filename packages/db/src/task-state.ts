import type { TaskWord } from "@today/core/task-state";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, type Reader, readerValues } from "./role.ts";
import type { TaskPlace } from "./task-push.ts";

/** A state that was taken to be set. */
export interface ClaimedState {
  readonly remoteTask: string;
  readonly remoteProject: string;
  readonly wanted: TaskWord;
  readonly stateId: string;
  readonly attempts: number;
  readonly revision: number;
  readonly sendingAt: Instant;
}

/** How that ended. */
export interface StateEnd extends Pick<ClaimedState, "attempts"> {
  readonly state: "due" | "unknown" | "failed" | "done";
  /** `state-missing` or a code of the connectors. */
  readonly problem: string | null;
  readonly field: string | null;
  readonly nextAt: Instant;
}

interface Now {
  readonly now: Instant;
  /** What was taken before and never came back is taken again. */
  readonly stale: Instant;
}

/** As the index of what is open says it; otherwise the database does not see that it may be used. */
const isOpen = "s.state in ('due', 'sending', 'unknown')";
const target = "g.state = 'on' and g.problem is null and g.quiet_until <= ?2";
// What is no longer asked for, or of a task that was closed meanwhile, does not go.
const mayGo = `(s.state in ('due', 'unknown') and s.next_at <= ?2 or s.state = 'sending' and s.sending_at < ?3)
  and g.states ->> s.wanted = s.state_id and exists (select 1 from remote_task t where t.company_id = ?1
    and t.target_id = s.target_id and t.id = s.remote_task and t.closed = 0)`;

/** Takes the state that waits longest; null when none may be set now. */
export async function claimState(
  db: Database,
  { companyId, targetId }: TaskPlace,
  { now, stale }: Now,
): Promise<ClaimedState | null> {
  const [row] = await db.all<ClaimedState>(
    `update task_state set state = 'sending', sending_at = max(coalesce(sending_at, 0) + 1, ?2), attempts = attempts + 1
     where company_id = ?1 and target_id = ?4 and remote_task = (
       select s.remote_task from task_state s indexed by task_state_open
       join target g on g.company_id = ?1 and g.id = ?4 and ${target}
       where s.company_id = ?1 and s.target_id = ?4 and ${isOpen} and ${mayGo} order by s.next_at, s.remote_task limit 1)
     returning remote_task as remoteTask, remote_project as remoteProject, wanted, state_id as stateId, attempts, revision,
       sending_at as sendingAt`,
    ...[companyId, now, stale, targetId],
  );
  return row ?? null;
}

/** Statements that keep how it ended, unless somebody else has taken it since; when another state is wanted by now, that is due. */
export function keepStateEnd(
  db: Database,
  { companyId, targetId }: TaskPlace,
  { claim, end, now }: { readonly claim: ClaimedState; readonly end: StateEnd; readonly now: Instant },
): D1PreparedStatement[] {
  const mine =
    "s.company_id = ?1 and s.target_id = ?2 and s.remote_task = ?3 and s.sending_at = ?4 and s.state = 'sending'";
  const key = [companyId, targetId, claim.remoteTask, claim.sendingAt] as const;
  const known = db.prepare(
    `update remote_task as t set state_id = ?5, state_name = coalesce((select o.state_name from remote_task o
         where o.company_id = ?1 and o.target_id = ?2 and o.state_id = ?5 and o.state_name <> '' limit 1), ?5)
     where t.company_id = ?1 and t.target_id = ?2 and t.id = ?3 and t.state_id <> ?5
       and exists (select 1 from task_state s where ${mine})`,
    ...[...key, claim.stateId],
  );
  const same = "s.revision = ?5";
  return [
    ...(end.state === "done" ? [known] : []),
    db.prepare(
      `update task_state as s set state = iif(${same}, ?6, 'due'), problem = iif(${same}, ?7, null),
         field = iif(${same}, ?8, null), attempts = iif(${same}, ?9, 0), next_at = iif(${same}, ?10, next_at), changed_at = ?11
       where ${mine}`,
      ...[...key, claim.revision, end.state, end.problem, end.field, end.attempts, end.nextAt, now],
    ),
  ];
}

/** Targets at which a state may be set now. */
export async function readStateTargets(db: Database, company: string, { now, stale }: Now): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select g.id from target g where g.company_id = ?1 and ${target} and exists (
       select 1 from task_state s indexed by task_state_open where s.company_id = ?1 and s.target_id = g.id and ${isOpen}
         and ${mayGo})`,
    ...[company, now, stale],
  );
  return rows.map(({ id }) => id);
}

/** Lets states that wait at a target that is on be set now, for an admin, with a trace; gives how many. */
export function hurryStates(db: Database, author: Author, targetId: string): Promise<number> {
  const from = `from task_state s indexed by task_state_open where s.company_id = ?1 and s.target_id = ?6 and ${isOpen}
    and s.state in ('due', 'unknown')
    and exists (select 1 from target g where g.company_id = ?1 and g.id = ?6 and g.state = 'on') and ${holds("admin")}`;
  const change = "next_at = min(next_at, ?4)";
  return act(db, [...authorValues(author), targetId], { action: "push-states", from, change });
}

/** Lets states that could not be set be tried anew, for an admin, with a trace; gives how many. */
export function retryStates(db: Database, author: Author, targetId: string): Promise<number> {
  const from = `from task_state s indexed by task_state_failed where s.company_id = ?1 and s.target_id = ?6
    and s.state = 'failed' and ${holds("admin")}`;
  const change = "state = 'due', attempts = 0, next_at = ?4, problem = null, field = null";
  return act(db, [...authorValues(author), targetId], { action: "retry-states", from, change });
}

async function act(
  db: Database,
  values: readonly (string | number | null)[],
  { action, from, change }: { readonly action: string; readonly from: string; readonly change: string },
): Promise<number> {
  const trace = intoHistory({
    ...{ subject: "'target'", id: "?6", action: `'${action}'`, before: "null", after: "json_object('states', n)" },
  });
  const [, changed] = await db.batch([
    db.prepare(`${trace} from (select count(*) as n ${from}) where n > 0`, ...values),
    db.prepare(
      `update task_state set ${change}
       where (company_id, target_id, remote_task) in (select s.company_id, s.target_id, s.remote_task ${from})`,
      ...values,
    ),
  ]);
  return changed?.meta.changes ?? 0;
}

/** How the states of tasks stand at a target. */
export interface StateOverview {
  /** Those that tasks were seen in, the most frequent first, with one of the tasks. */
  readonly seen: readonly { readonly id: string; readonly name: string; readonly tasks: number }[];
  readonly sample: { readonly projectId: string; readonly taskId: string } | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly failed: readonly {
    readonly task: string;
    readonly title: string;
    readonly wanted: TaskWord;
    readonly problem: string;
    readonly field: string | null;
  }[];
}

const mostFailed = 50;

/** Nothing for a reader who is no admin. */
export async function readStates(db: Database, reader: Reader, targetId: string): Promise<StateOverview> {
  const values = [...readerValues(reader), targetId] as const;
  const may = holds("admin");
  const of = "company_id = ?1 and target_id = ?4";
  const [seen, sample, counts, failed] = await db.batch([
    db.prepare(
      `select state_id as id, max(state_name) as name, count(*) as tasks from remote_task where ${of} and state_id <> '' and ${may}
       group by 1 order by 3 desc, 1 limit 100`,
      ...values,
    ),
    db.prepare(
      `select project_id as projectId, id as taskId from remote_task where ${of} and closed = 0 and ${may}
       order by assignee_id is null, read_at desc, id limit 1`,
      ...values,
    ),
    db.prepare(`select state, count(*) as n from task_state where ${of} and ${may} group by 1 order by 1`, ...values),
    db.prepare(
      `select s.remote_task as task, t.title, s.wanted, s.problem, s.field from task_state s indexed by task_state_failed
       join remote_task t on t.company_id = ?1 and t.target_id = ?4 and t.id = s.remote_task
       where s.company_id = ?1 and s.target_id = ?4 and s.state = 'failed' and ${may}
       order by s.changed_at desc, s.remote_task limit ${mostFailed}`,
      ...values,
    ),
  ]);
  const rowsOf = <Row>(result: D1Result | undefined) => (result?.results ?? []) as unknown as Row[];
  return {
    seen: rowsOf<StateOverview["seen"][number]>(seen),
    sample: rowsOf<NonNullable<StateOverview["sample"]>>(sample)[0] ?? null,
    counts: Object.fromEntries(rowsOf<{ state: string; n: number }>(counts).map(({ state, n }) => [state, n])),
    failed: rowsOf<StateOverview["failed"][number]>(failed),
  };
}
