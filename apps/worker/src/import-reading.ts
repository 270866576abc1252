import { type Minutes, minuteMs } from "@today/core/time/minutes";
import { minuteOf } from "@today/core/time/zone";
import { knownPunches, readImportRows, readNames } from "@today/db/import";
import type { ReceivedPunch } from "@today/db/punch";
import { type Cell, findHeading, type Heading } from "@today/dingtalk/export/heading";
import {
  type Named,
  type OriginalRecord,
  readOriginalRecords,
  type UnreadRow,
} from "@today/dingtalk/export/original-record";
import type { Context } from "./context.ts";
import type { ImportView } from "./contract.ts";

/** What was found in a sheet: its view, and the punches that are news. */
export interface ReadImport {
  readonly summary: Omit<ImportView, "id" | "fileName" | "state" | "madeAt" | "madeBy" | "finishedAt">;
  readonly punches: readonly ReceivedPunch[];
}

type ProblemRow = ImportView["problems"][number];

interface Found {
  readonly record: OriginalRecord;
  readonly person: { readonly id: string; readonly name: string };
}

const mostShown = 100;
const sampleSize = 5;

/** Reads the kept rows of a sheet against the company's people as they are now. A day with a row that cannot be read is left out whole. */
export async function readImport(ctx: Context, id: string): Promise<ReadImport> {
  const { db, company } = ctx;
  const { heading, records, unread, rows } = await readSheet(ctx, id);
  if (heading === null) return { summary: withoutHeading(rows), punches: [] };
  const whoOf = createFinder(await readNames(db, company.id));
  const half = new Set(unread.map(dayKey));
  const problems: ProblemRow[] = unread.map(({ row, code, text }) => ({ row, code, text }));
  const found: Found[] = [];
  for (const record of records) {
    const who = whoOf(record.who);
    if ("code" in who) problems.push({ row: record.row, ...who });
    else if (!half.has(dayKey(record))) found.push({ record, person: who });
  }
  const punches = found.map(({ record, person }) => punchOf(record, person.id));
  const known = await knownPunches(
    db,
    company.id,
    punches.map((one) => [one.personId, one.date, Math.floor(one.at / minuteMs), one.type] as const),
  );
  const dates = punches.map(({ date }) => date).sort();
  problems.sort((a, b) => a.row - b.row);
  return {
    punches: punches.filter((_, n) => !known.has(n)),
    summary: {
      ...{ rows, punches: punches.length, known: known.size, people: new Set(punches.map((one) => one.personId)).size },
      columns: Object.fromEntries([...heading.columns].map(([column, { text }]) => [column, text])),
      ...{ from: dates[0] ?? null, to: dates.at(-1) ?? null },
      ...{ problems: problems.slice(0, mostShown), problemCount: problems.length },
      sample: sampleOf(found, company.zone),
    },
  };
}

interface Sheet {
  readonly heading: Heading | null;
  readonly records: readonly OriginalRecord[];
  readonly unread: readonly UnreadRow[];
  readonly rows: number;
}

async function readSheet({ db, company }: Context, id: string): Promise<Sheet> {
  const rows: Cell[][] = [];
  for (let from = 0; ; ) {
    const page = await readImportRows(db, company.id, { id, from });
    for (const { n, cells } of page) rows[n] = JSON.parse(cells) as Cell[];
    const last = page.at(-1);
    if (last === undefined) break;
    from = last.n + 1;
  }
  const filled = Array.from(rows, (cells) => cells ?? []);
  const heading = findHeading(filled);
  if (heading === null) return { heading, records: [], unread: [], rows: filled.length };
  const read = readOriginalRecords({ first: 0, rows: filled, heading, zone: company.zone });
  return { heading, ...read, rows: filled.length };
}

function withoutHeading(rows: number): ReadImport["summary"] {
  const nothing = { columns: {}, rows, punches: 0, known: 0, people: 0, from: null, to: null, sample: [] };
  return { ...nothing, problems: [{ row: 0, code: "header-missing", text: "" }], problemCount: 1 };
}

type NotFound = Pick<ProblemRow, "code" | "text">;

/** Finds whom a row means: by DingTalk's id, else by number, else by a name that only one person has. */
function createFinder(people: Awaited<ReturnType<typeof readNames>>): (who: Named) => Found["person"] | NotFound {
  const byId = new Map(people.map((one) => [one.id, one]));
  return ({ userId, jobNumber, name }) => {
    const text = [name, jobNumber, userId].filter(Boolean).join(" ");
    const sure = userId === null ? undefined : byId.get(userId);
    if (sure !== undefined) return sure;
    const numbered = jobNumber === null ? [] : people.filter((one) => one.jobNumber === jobNumber);
    const called = name === null ? [] : people.filter((one) => one.name === name);
    const candidates = numbered.length > 0 ? numbered : called;
    const [first, ...more] = candidates.length > 1 ? candidates.filter(({ active }) => active === 1) : candidates;
    if (first === undefined) return { code: candidates.length > 1 ? "person-ambiguous" : "person-unknown", text };
    return more.length > 0 ? { code: "person-ambiguous", text } : first;
  };
}

function dayKey({ who, date }: { readonly who: Named; readonly date: string | null }): string {
  return JSON.stringify([who, date]);
}

function punchOf(record: OriginalRecord, personId: string): ReceivedPunch {
  const { date, at, type, valid, invalidReason, result, address, remark, corrected } = record;
  const recordId = `import:${at}:${type ?? "none"}`;
  return {
    ...{ personId, date, recordId, at, type, valid, invalidReason, result, address, remark },
    ...{ locationResult: null, sourceType: corrected ? "APPROVE" : "IMPORT", lat: null, lng: null, accuracy: null },
    ...{ ssid: null, bssid: null, machine: null, planId: null, modifiedAt: null },
  };
}

function sampleOf(found: readonly Found[], zone: string): ImportView["sample"] {
  const days = new Map<string, ImportView["sample"][number] & { minutes: Minutes[] }>();
  for (const { record, person } of found) {
    const key = `${person.id} ${record.date}`;
    const day = days.get(key) ?? {
      ...{ row: record.row, date: record.date, minutes: [] },
      person: { id: person.id, name: person.name, title: null },
    };
    if (days.size >= sampleSize && !days.has(key)) break;
    if (record.valid) day.minutes.push(minuteOf(record.at, record.date, zone));
    days.set(key, day);
  }
  return [...days.values()];
}
