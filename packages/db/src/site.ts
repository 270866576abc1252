import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { markMemberDays } from "./member-day.ts";
import { holds, manages, type Reader, readerValues, type Standing, standing, standingIn } from "./role.ts";

/** A place where a project's work is done, as its managers keep it; GCJ-02 degrees, metres. */
export interface SiteRecord {
  readonly id: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly radius: number;
  readonly ssids: readonly string[];
  readonly machines: readonly string[];
  readonly startsOn: WorkDate | null;
  readonly endsOn: WorkDate | null;
}

/** The sites of a project by name, with what the reader is to it. */
export async function listSites(
  db: Database,
  reader: Reader,
  project: string,
): Promise<{ standing: Standing; sites: SiteRecord[] }> {
  const [asked, listed] = await db.batch([
    standing(db, reader, project),
    db.prepare(
      `select s.id, s.name, s.lat, s.lng, s.radius, s.ssids, s.machines, s.starts_on as startsOn, s.ends_on as endsOn
       from site s where s.company_id = ?1 and s.project_id = ?4 and (${holds("hr", "admin")} or ${manages("?4")})
       order by s.name, s.id`,
      ...readerValues(reader),
      project,
    ),
  ]);
  const rows = (listed?.results ?? []) as unknown as (Omit<SiteRecord, "ssids" | "machines"> & SiteLists)[];
  return {
    standing: standingIn(asked),
    sites: rows.map((row) => ({ ...row, ssids: JSON.parse(row.ssids), machines: JSON.parse(row.machines) })),
  };
}

/** Writes one site under its id; a repeat changes nothing. The members' last weeks are settled anew. */
export async function upsertSite(
  db: Database,
  author: Author,
  change: { readonly project: string; readonly site: SiteRecord },
): Promise<Standing> {
  const { project, site } = change;
  const values = [...authorValues(author), project, site.id, JSON.stringify(site)] as const;
  const mayWrite = `(${holds("admin")} or ${manages("?6")}) and exists (select 1 from project where company_id = ?1 and id = ?6)`;
  const wanted = `(select ?8 ->> 'name' as name, cast(?8 ->> 'lat' as real) as lat, cast(?8 ->> 'lng' as real) as lng,
      ?8 ->> 'radius' as radius, ?8 -> 'ssids' as ssids, ?8 -> 'machines' as machines, ?8 ->> 'startsOn' as starts_on,
      ?8 ->> 'endsOn' as ends_on)`;
  const known = "left join site s on s.company_id = ?1 and s.project_id = ?6 and s.id = ?7";
  const changing = `(s.id is null or ${asJson("s")} <> ${asJson("n")}) and ${mayWrite}`;
  const history = intoHistory({
    subject: "'site'",
    id: "?6 || '/' || ?7",
    action: "iif(s.id is null, 'add', 'change')",
    before: `iif(s.id is null, null, ${asJson("s")})`,
    after: asJson("n"),
  });
  const results = await db.batch([
    standing(db, author, project),
    db.prepare(`${history} from ${wanted} n ${known} where ${changing}`, ...values),
    db.prepare(markMemberDays("?6", `exists (select 1 from ${wanted} n ${known} where ${changing})`), ...values),
    db.prepare(
      `insert into site (company_id, project_id, id, name, lat, lng, radius, ssids, machines, starts_on, ends_on)
       select ?1, ?6, ?7, n.name, n.lat, n.lng, n.radius, n.ssids, n.machines, n.starts_on, n.ends_on
       from ${wanted} n where ${mayWrite}
       on conflict do update set name = excluded.name, lat = excluded.lat, lng = excluded.lng, radius = excluded.radius,
         ssids = excluded.ssids, machines = excluded.machines, starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
      ...values,
    ),
  ]);
  return standingIn(results[0]);
}

/** Takes a site away; a repeat changes nothing. */
export async function deleteSite(
  db: Database,
  author: Author,
  change: { readonly project: string; readonly site: string },
): Promise<Standing> {
  const values = [...authorValues(author), change.project, change.site] as const;
  const free = `s.company_id = ?1 and s.project_id = ?6 and s.id = ?7 and (${holds("admin")} or ${manages("?6")})`;
  const history = intoHistory({
    subject: "'site'",
    id: "?6 || '/' || ?7",
    action: "'remove'",
    before: asJson("s"),
    after: "null",
  });
  const results = await db.batch([
    standing(db, author, change.project),
    db.prepare(`${history} from site s where ${free}`, ...values),
    db.prepare(markMemberDays("?6", `exists (select 1 from site s where ${free})`), ...values),
    db.prepare(`delete from site as s where ${free}`, ...values),
  ]);
  return standingIn(results[0]);
}

interface SiteLists {
  readonly ssids: string;
  readonly machines: string;
}

function asJson(row: string): string {
  return `json_object('name', ${row}.name, 'lat', ${row}.lat, 'lng', ${row}.lng, 'radius', ${row}.radius,
    'ssids', json(${row}.ssids), 'machines', json(${row}.machines), 'startsOn', ${row}.starts_on, 'endsOn', ${row}.ends_on)`;
}
