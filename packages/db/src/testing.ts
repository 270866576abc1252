import type { D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Shift } from "@today/core/shift";
import type { WorkDate } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import { keepCompany } from "./company.ts";
import { type Database, openDatabase } from "./database.ts";
import { keepPeople, type PersonEntry } from "./directory.ts";
import { keepPunches, type ReceivedPunch } from "./punch.ts";
import { keepSchedules } from "./schedule.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database;
      MIGRATIONS: D1Migration[];
      WRANGLER_TOML: string;
    }
  }
}

/** A company of its own for one test, with the calendar of 2026 and a database handle. */
export interface TestCompany {
  readonly id: string;
  readonly db: Database;
}

/** 09:00–18:00 with a break at noon. */
export const dayShift: Shift = { sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };

/** An instant on a date in Beijing: `beijing("2026-09-14", 540)` is 09:00. */
export function beijing(date: WorkDate, minute: number): number {
  return instantAt(date, minute, "Asia/Shanghai");
}

/** Mints a company. */
export async function mintCompany(): Promise<TestCompany> {
  const db = openDatabase(env.DB);
  const id = `c-${crypto.randomUUID()}`;
  await db.batch([
    keepCompany(db, { id, name: "测试公司", zone: "Asia/Shanghai", at: 0 }),
    db.prepare(
      "insert into calendar_year (company_id, year, days, source, loaded_at) values (?1, 2026, ?2, 'test', 0)",
      ...[
        id,
        JSON.stringify({ "2026-10-01": "statutory", "2026-10-05": "in-lieu-rest", "2026-10-10": "swapped-workday" }),
      ],
    ),
  ]);
  return { id, db };
}

/** Adds people by id, `["zhao", "qian"]`. */
export async function addPeople(company: TestCompany, ids: readonly string[], over: Partial<PersonEntry> = {}) {
  const people = ids.map((id) => ({
    ...{ id, unionId: null, name: id, jobNumber: null, title: null, departmentIds: [] },
    ...over,
  }));
  await company.db.batch(keepPeople(company.db, { companyId: company.id, at: 1 }, people));
}

/** Adds a project with members; with `site` it has one of 200 m around that point. */
export async function addProject(
  { id: companyId, db }: TestCompany,
  project: {
    readonly id: string;
    readonly members?: readonly string[];
    readonly closedOn?: WorkDate;
    readonly site?: { readonly lat: number; readonly lng: number };
  },
) {
  const { id, members = [], closedOn = null, site } = project;
  await db.batch([
    db.prepare(
      `insert into project (company_id, id, code, name, short_name, mark, color, closed_on, created_at)
       values (?1, ?2, ?2, ?2, 'P', 'P', 1, ?3, 0)`,
      ...[companyId, id, closedOn],
    ),
    ...members.map((member) =>
      db.prepare(
        "insert into project_member (company_id, person_id, project_id, role) values (?1, ?2, ?3, 'member')",
        ...[companyId, member, id],
      ),
    ),
    ...(site === undefined
      ? []
      : [
          db.prepare(
            "insert into site (company_id, project_id, id, name, lat, lng, radius) values (?1, ?2, 's', 's', ?3, ?4, 200)",
            ...[companyId, id, site.lat, site.lng],
          ),
        ]),
  ]);
}

/** A punch as received, `punch("zhao", "2026-09-14", 540, "on")` at 09:00. */
export function punch(
  personId: string,
  date: WorkDate,
  [minute, type]: readonly [minute: number, type: "on" | "off"],
  over: Partial<ReceivedPunch> = {},
): ReceivedPunch {
  return {
    ...{ personId, date, recordId: `${personId}-${date}-${minute}`, at: beijing(date, minute), type, valid: true },
    ...{ invalidReason: null, result: null, locationResult: null, sourceType: "USER", lat: null, lng: null },
    ...{ accuracy: null, ssid: null, bssid: null, machine: null, address: null, remark: null, planId: null },
    ...{ modifiedAt: null },
    ...over,
  };
}

/** Stores punches as a pull at that instant would; gives how many were news. */
export async function pull({ id, db }: TestCompany, at: number, punches: readonly ReceivedPunch[]): Promise<number> {
  const { insert, move } = keepPunches(db, { companyId: id, at }, punches);
  const before = await countPunches({ id, db });
  await db.batch([...insert, ...move]);
  return (await countPunches({ id, db })) - before;
}

/** Marks days as a fact that came at that instant would. */
export async function mark(
  { id, db }: TestCompany,
  at: number,
  ...days: readonly [personId: string, date: WorkDate][]
) {
  await db.all(
    `insert into dirty_day (company_id, date, person_id, since)
     select ?1, value ->> 1, value ->> 0, ?3 from json_each(?2) where true
     on conflict do update set since = max(since + 1, excluded.since)`,
    ...[id, JSON.stringify(days), at],
  );
}

/** Stores one shift for people on dates. */
export async function plan({ id, db }: TestCompany, personIds: readonly string[], dates: readonly WorkDate[]) {
  const schedules = personIds.flatMap((personId) =>
    dates.map((date) => ({
      ...{ personId, date, shiftId: "s1", version: "1", shiftName: "白班", shift: dayShift, mentioned: true },
    })),
  );
  const { mark, insert } = keepSchedules(db, { companyId: id, at: 1 }, schedules);
  await db.batch([...mark, ...insert]);
}

async function countPunches({ id, db }: TestCompany): Promise<number> {
  const rows = await db.all<{ n: number }>("select count(*) as n from punch where company_id = ?1", id);
  return rows[0]?.n ?? 0;
}
