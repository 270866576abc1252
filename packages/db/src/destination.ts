import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, manages, type Reader, readerValues, type Standing, standing, standingIn } from "./role.ts";

/** Where the hours of a project of ours go at a target. */
export interface Destination {
  readonly targetId: string;
  readonly projectId: string;
  readonly remoteProject: string;
  /** On which task hours stand that name none; null is the project alone. */
  readonly remoteTask: string | null;
  readonly version: number;
  readonly changedAt: Instant;
}

/** What an admin says; version 0 where there is none yet. */
export type DestinationWish = Omit<Destination, "changedAt">;

/** `unknown`: no such target or project; `stranger`: the remote project or task is not known there; `outdated`: somebody else was faster. */
export type DestinationAnswer = "written" | "unknown" | "stranger" | "outdated";

const here = "d.company_id = ?1 and d.target_id = ?6 and d.project_id = ?7";
const told = (row: string) => `json_object('remoteProject', ${row}.remote_project, 'remoteTask', ${row}.remote_task)`;
const subject = { subject: "'destination'", id: "?6 || '/' || ?7" };

/** Writes where a project's hours go over a version; the same again changes nothing. A remote project that becomes known this way is to be read soon. */
export async function writeDestination(
  db: Database,
  author: Author,
  wish: DestinationWish,
): Promise<DestinationAnswer> {
  const { targetId, projectId, remoteProject, remoteTask, version } = wish;
  const asked = [...authorValues(author), targetId, projectId, remoteProject, remoteTask] as const;
  const values = [...asked, version] as const;
  const known = `(exists (select 1 from target t where t.company_id = ?1 and t.id = ?6 and t.state <> 'removed')
    and exists (select 1 from project p where p.company_id = ?1 and p.id = ?7))`;
  const there = `(exists (select 1 from remote_project r where r.company_id = ?1 and r.target_id = ?6 and r.id = ?8)
    and (?9 is null or exists (select 1 from remote_task r where r.company_id = ?1 and r.target_id = ?6 and r.id = ?9
      and r.project_id = ?8)))`;
  const same = `exists (select 1 from destination d where ${here} and (d.remote_project, d.remote_task) is (?8, ?9))`;
  const fresh = `coalesce((select d.version from destination d where ${here}), 0) = ?10`;
  const free = `${known} and ${there} and not ${same} and ${fresh} and ${holds("admin")}`;
  const history = intoHistory({
    ...{ ...subject, action: "iif(d.project_id is null, 'add', 'change')" },
    before: `iif(d.project_id is null, null, ${told("d")})`,
    after: "json_object('remoteProject', ?8, 'remoteTask', ?9)",
  });
  const [answer] = await db.batch([
    db.prepare(`select ${known} as known, ${there} as there, ${same} or ${fresh} as fresh`, ...values),
    db.prepare(`${history} from (select 1) left join destination d on ${here} where ${free}`, ...values),
    db.prepare(
      `insert into remote_change (company_id, target_id, project_id, since) select ?1, ?6, ?8, ?4 where ${free}
       on conflict do update set since = excluded.since`,
      ...values,
    ),
    db.prepare(
      `insert into destination (company_id, target_id, project_id, remote_project, remote_task, version, changed_at, changed_by)
       select ?1, ?6, ?7, ?8, ?9, ?10 + 1, ?4, ?2 where ${free}
       on conflict do update set remote_project = excluded.remote_project, remote_task = excluded.remote_task,
         version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      ...values,
    ),
  ]);
  const row = answer?.results[0];
  if (row?.known !== 1) return "unknown";
  if (row.fresh !== 1) return "outdated";
  return row.there === 1 ? "written" : "stranger";
}

/** Ends it that a project's hours go to a target, over a version; none is none already. */
export async function deleteDestination(
  db: Database,
  author: Author,
  wish: Pick<Destination, "targetId" | "projectId" | "version">,
): Promise<"written" | "outdated"> {
  const values = [...authorValues(author), wish.targetId, wish.projectId, wish.version] as const;
  const free = `${here} and d.version = ?8 and ${holds("admin")}`;
  const history = intoHistory({ ...subject, action: "'remove'", before: told("d"), after: "null" });
  const [found] = await db.batch([
    db.prepare(
      "select d.version from destination d where d.company_id = ?1 and d.target_id = ?2 and d.project_id = ?3",
      ...[author.company, wish.targetId, wish.projectId],
    ),
    db.prepare(`${history} from destination d where ${free}`, ...values),
    db.prepare(`delete from destination as d where ${free}`, ...values),
  ]);
  const version = found?.results[0]?.version;
  return version === undefined || version === wish.version ? "written" : "outdated";
}

/** Where a project's hours go at one target; null without such a destination. */
export async function readDestination(
  db: Database,
  company: string,
  { targetId, projectId }: { readonly targetId: string; readonly projectId: string },
): Promise<Destination | null> {
  const [row] = await db.all<Destination>(
    `select target_id as targetId, project_id as projectId, remote_project as remoteProject, remote_task as remoteTask, version,
       changed_at as changedAt from destination where company_id = ?1 and target_id = ?2 and project_id = ?3`,
    ...[company, targetId, projectId],
  );
  return row ?? null;
}

/** A destination with the names under which it is known. */
export interface NamedDestination extends Destination {
  readonly targetName: string;
  readonly kind: string;
  readonly state: "paused" | "on";
  readonly projectName: string | null;
  readonly taskTitle: string | null;
}

/** Where the hours of a project go, for its managers and admins, with what the reader is to it. */
export async function listDestinations(
  db: Database,
  reader: Reader,
  project: string,
): Promise<{ readonly standing: Standing; readonly destinations: readonly NamedDestination[] }> {
  const [asked, listed] = await db.batch([
    standing(db, reader, project),
    db.prepare(
      `select d.target_id as targetId, d.project_id as projectId, d.remote_project as remoteProject, d.remote_task as remoteTask,
         d.version, d.changed_at as changedAt, t.name as targetName, t.kind, t.state, p.name as projectName, k.title as taskTitle
       from destination d
       join target t on t.company_id = ?1 and t.id = d.target_id and t.state <> 'removed'
       left join remote_project p on p.company_id = ?1 and p.target_id = d.target_id and p.id = d.remote_project
       left join remote_task k on k.company_id = ?1 and k.target_id = d.target_id and k.id = d.remote_task
       where d.company_id = ?1 and d.project_id = ?4 and (${holds("admin")} or ${manages("?4")}) order by t.created_at, t.id`,
      ...[...readerValues(reader), project],
    ),
  ]);
  return { standing: standingIn(asked), destinations: (listed?.results ?? []) as unknown as NamedDestination[] };
}
