import { drain } from "../host/drain.ts";
import type { MigratedDatabase } from "../host/migrate.ts";
import type { Bare } from "./bare.ts";
import { addProject } from "./requests.ts";
import { openStage, type Stage } from "./stage.ts";

/** A closed month beside the bare platform; times in milliseconds, p50. */
export interface Month {
  readonly people: number;
  readonly days: number;
  /** Days settled a second. */
  readonly settled: number;
  readonly report: { readonly ours: number; readonly theirs: number; readonly rows: string };
  readonly sheet: { readonly ms: number; readonly rows: string };
  /** Checking, signing off and closing. */
  readonly closed: number;
  readonly year: {
    readonly allocations: number;
    /** The first report counts the months that changed. */
    readonly first: { readonly ms: number; readonly rows: string };
    readonly later: { readonly ms: number; readonly rows: string };
  };
}

const PEOPLE = 1_000;
const DATES = Array.from({ length: 30 }, (_, n) => `2026-09-${String(n + 1).padStart(2, "0")}`);
const NOW = Date.parse("2026-10-09T10:00:00+08:00");
const COMPANY = "dingbench";
const YEAR_ROWS_A_DAY = 3_000;
const TIMES = 15;

/** A month of 1,000 people settled, reported and closed, and a project's year of a million allocations read. */
export async function measureMonth(bundle: string, bare: Bare): Promise<Month> {
  const opened = performance.now();
  const clock = () => NOW + Math.round(performance.now() - opened);
  const stage = await openStage(bundle, { people: PEOPLE, date: "2026-10-08", clock });
  try {
    const { admin, runtime } = stage;
    await admin.call("POST", "/api/sync/directory");
    await drain(admin);
    await addProject(admin, { id: "p1", mark: "Pa", people: PEOPLE });
    await addProject(admin, { id: "p2", mark: "Pb", people: 1 });
    for (const role of ["hr", "finance"]) await admin.call("PUT", `/api/roles/u1/${role}`);
    await admin.call("POST", "/api/sync/punches", { from: "2026-09-01", to: "2026-09-01" });
    await drain(admin);
    await fillMonth(runtime.database);
    const started = performance.now();
    await runtime.send({ kind: "settle", people: null });
    const left = await drain(admin);
    if (left > 0) throw new Error(`${left} days are not settled`);
    const settled = (PEOPLE * DATES.length) / ((performance.now() - started) / 1000);
    return { people: PEOPLE, days: DATES.length, settled, ...(await reports(stage, bare)) };
  } finally {
    await stage.stop();
  }
}

async function reports(stage: Stage, bare: Bare): Promise<Pick<Month, "report" | "sheet" | "closed" | "year">> {
  const { runtime, admin } = stage;
  const cookie = await stage.cookieOf("u1");
  const range = "from=2026-09-01&to=2026-09-30";
  await copyAllocations(runtime.database, bare.database);
  const ours = await times(`${runtime.url}/api/projects/p1/hours?${range}&by=person`, cookie);
  const theirs = await times(`${bare.url}/month?company=${COMPANY}&project=p1&${range}`);
  const report = { ours: ours.ms, theirs: theirs.ms, rows: ours.rows };
  const sheet = await times(`${runtime.url}/api/periods/2026-09/sheet`, cookie);
  await admin.call("POST", "/api/periods/2026-09/state", { version: 0, state: "open-for-approvers" });
  const closing = { version: 1, state: "closed", leaveOpen: true, reason: "bench" };
  const began = performance.now();
  await admin.call("POST", "/api/periods/2026-09/state", closing);
  const closed = performance.now() - began;
  const allocations = await fillYear(runtime.database);
  const first = await once(`${runtime.url}/api/projects/p2/report`, cookie);
  const later = await times(`${runtime.url}/api/projects/p2/report`, cookie);
  return { report, sheet, closed, year: { allocations, first, later } };
}

/** Two punches a person and day under one shift, straight into the tables. */
async function fillMonth(db: MigratedDatabase): Promise<void> {
  const shift = JSON.stringify({ sections: [{ start: 510, end: 1080 }], breaks: [{ start: 720, end: 810 }] });
  for (const date of DATES) {
    const midnight = Date.parse(`${date}T00:00:00+08:00`);
    await db.batch([
      db
        .prepare(
          `insert into schedule (company_id, person_id, work_date, received_at, digest, shift_id, shift_name, shift)
           select company_id, id, ?2, 1, 'bench', '7', '白班', ?3 from person where company_id = ?1`,
        )
        .bind(COMPANY, date, shift),
      ...[
        ["on", 505],
        ["off", 1083],
      ].map(([type, minute]) =>
        db
          .prepare(
            `insert into punch (company_id, person_id, work_date, record_id, received_at, digest, at, type, valid, result,
               source_type, lat, lng, accuracy)
             select company_id, id, ?2, ?3 || id, 1, 'bench', ?4, ?5, 1, 'Normal', 'USER', 30.2854, 120.0171, 15
             from person where company_id = ?1`,
          )
          .bind(COMPANY, date, `${date}-${type}-`, midnight + Number(minute) * 60_000, type),
      ),
    ]);
  }
}

async function copyAllocations(from: MigratedDatabase, to: MigratedDatabase): Promise<void> {
  for (const date of DATES) {
    const { results } = await from
      .prepare("select * from allocation where company_id = ? and project_id = 'p1' and date = ?")
      .bind(COMPANY, date)
      .all<Record<string, unknown>>();
    await to
      .prepare(
        `insert into allocation select ?1, 'p1', ?2, value ->> 'person_id', value ->> 'n', null, value ->> 'minutes',
           value ->> 'basis', value ->> 'place', value ->> 'overtime' from json_each(?3)`,
      )
      .bind(COMPANY, date, JSON.stringify(results))
      .run();
  }
}

/** A year of allocations of one project, 3,000 a day, and the marks that settling would have left. */
async function fillYear(db: MigratedDatabase): Promise<number> {
  const dates = Array.from({ length: 365 }, (_, n) =>
    new Date(Date.parse("2025-09-01T00:00:00Z") + n * 86_400_000).toISOString().slice(0, 10),
  );
  for (const date of dates) {
    await db
      .prepare(
        `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, state)
         with recursive row (n) as (select 0 union all select n + 1 from row where n < ?3 - 1)
         select ?1, 'p2', ?2, 'u' || (1 + n / 3), n % 3, 160, 'site', 'onsite', 'automatic' from row`,
      )
      .bind(COMPANY, date, YEAR_ROWS_A_DAY)
      .run();
  }
  await db
    .prepare(
      "insert into stale_month select distinct ?1, 'p2', substr(value, 1, 7) from json_each(?2) where true on conflict do nothing",
    )
    .bind(COMPANY, JSON.stringify(dates))
    .run();
  return dates.length * YEAR_ROWS_A_DAY;
}

interface Timed {
  readonly ms: number;
  /** What the database says of one request. */
  readonly rows: string;
}

async function times(url: string, cookie = ""): Promise<Timed> {
  const all: Timed[] = [];
  for (let n = 0; n < TIMES; n += 1) all.push(await once(url, cookie));
  const median = all.toSorted((a, b) => a.ms - b.ms)[Math.floor(TIMES / 2)];
  return median ?? { ms: 0, rows: "" };
}

async function once(url: string, cookie: string): Promise<Timed> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`);
  const rows = /desc="([^"]+)"/.exec(answer.headers.get("server-timing") ?? "")?.[1] ?? "";
  return { ms: performance.now() - started, rows };
}
