import { beforeEach, describe, expect, test } from "vitest";
import type { Author } from "./history.ts";
import { findPeriod, type PeriodRow } from "./period.ts";
import { runChecks } from "./period-check.ts";
import { readClosings, writeClosing } from "./period-closing.ts";
import { writeMove } from "./period-move.ts";
import { readSheet } from "./period-sheet.ts";
import { addPeople, addProject, beijing, mark, mintCompany, type TestCompany } from "./testing.ts";
import { addTarget } from "./testing-worklog.ts";

let company: TestCompany;
let author: Author;
let period: PeriodRow;

const date = "2026-09-14";
const body = JSON.stringify({ over: true, proposals: [{ punchId: "p", start: 540, end: 1080 }] });

beforeEach(async () => {
  company = await mintCompany();
  const { id, db } = company;
  await addPeople(company, ["he", "zhao"]);
  await addProject(company, { id: "lang" });
  await db.batch([db.prepare("insert into role_grant values (?1, 'he', 'hr')", id)]);
  author = { company: id, person: "he", today: "2026-10-08", at: beijing("2026-10-08", 600), channel: "app" };
  await writeMove(db, author, { period: await september(), state: "open-for-approvers", reason: null });
  period = await september();
});

async function september(): Promise<PeriodRow> {
  const found = await findPeriod(company.db, company.id, "2026-09");
  if (found === null) throw new Error("no period");
  return found;
}

async function write(sql: string) {
  await company.db.batch([company.db.prepare(sql.replaceAll("$c", `'${company.id}'`))]);
}

/** A day of Zhao's with 480 minutes, of which 300 are on `lang` in that state. */
async function day(state: string, warnings: readonly string[] = []) {
  await write(`insert into workday values ($c, 'zhao', '${date}', 480, 480, 0, 0, 480, 0, 180, 'normal',
    '${JSON.stringify(warnings)}', '${body}', 1)`);
  await write(`insert into allocation (company_id, project_id, date, person_id, n, task_id, minutes, basis, place, overtime,
    state, reasons) values ($c, 'lang', '${date}', 'zhao', 0, null, 300, 'pick', 'onsite', 'rest', '${state}', '["off-plan"]')`);
}

const close = (leaveOpen = false) =>
  writeClosing(company.db, author, { period, leaveOpen, reason: leaveOpen ? "x" : null });

async function found() {
  const results = await runChecks(company.db, author, period);
  return Object.fromEntries(results.filter(({ count }) => count > 0).map(({ kind, items }) => [kind, items[0]]));
}

describe("closing a period", () => {
  test("writes nothing when a fact came after everything was settled, whatever may be left open", async () => {
    await mark(company, 5, ["zhao", date]);
    expect([await close(), await close(true)]).toEqual([false, false]);
    expect(await september()).toMatchObject({ state: "open-for-approvers", version: 1, closing: 0 });
    expect(await readClosings(company.db, company.id, "2026-09")).toEqual([]);
  });

  test("writes nothing when somebody moved the period meanwhile, or without the right", async () => {
    author = { ...author, person: "zhao" };
    expect(await close()).toBe(false);
    author = { ...author, person: "he" };
    await writeMove(company.db, author, { period, state: "open", reason: null });
    expect(await close()).toBe(false);
  });

  test("writes nothing when something is open, and keeps what was left open", async () => {
    await day("waiting");
    expect(await close()).toBe(false);
    expect(await close(true)).toBe(true);
    expect(await readClosings(company.db, company.id, "2026-09")).toMatchObject([
      {
        leftOpen: { unassigned: 1, "allocation-waiting": 1 },
        figures: { people: 1, counted: 480, unassigned: 180, waiting: 480, approved: 0, overtime: { rest: 300 } },
      },
    ]);
  });

  test("keeps its sheet: nobody writes to its days, and the sheet stays as it was", async () => {
    await day("approved");
    await close(true);
    await expect(write(`update workday set counted = 1 where company_id = $c`)).rejects.toMatchObject({
      problem: "period-closed",
    });
    await expect(write(`delete from allocation where company_id = $c`)).rejects.toMatchObject({
      problem: "period-closed",
    });
    await expect(write(`delete from period_sheet where company_id = $c`)).rejects.toMatchObject({
      problem: "append-only",
    });
    expect(await readSheet(company.db, company.id, await september())).toMatchObject([
      { person: { id: "zhao" }, days: 1, counted: 480, approved: 300, rejected: 0, waiting: 180 },
    ]);
  });
});

describe("the checks", () => {
  test("name missing punches with what is offered for them, until a note explains them", async () => {
    await day("approved", ["late", "missing-out"]);
    expect(await found()).toMatchObject({
      "missing-punch": { person: { id: "zhao" }, date, what: "missing-out", proposal: { start: 540, end: 1080 } },
    });
    await write(
      `insert into request values ($c, 'r1', 'zhao', '${date}', 'note', '{}', '忘了', null, '{}', 'waiting', 1, 'zhao', 'app')`,
    );
    expect((await found())["missing-punch"]).toMatchObject({ requestId: "r1" });
    await write("update request set state = 'accepted' where company_id = $c");
    expect(await found()).not.toHaveProperty("missing-punch");
  });

  test("name allocations as an approval wants them", async () => {
    await day("rejected");
    expect(await found()).toMatchObject({
      unassigned: { minutes: 180 },
      "allocation-rejected": {
        ...{ person: { id: "zhao" }, date, project: "lang", what: "off-plan" },
        allocation: { key: "|pick|onsite|rest", minutes: 300 },
      },
    });
  });

  test("name requests that wait, overtime apart", async () => {
    const add = (id: string, kind: string) =>
      write(`insert into request values ($c, '${id}', 'zhao', '${date}', '${kind}', '{}', 'x', 'lang', '{"minutes":90}', 'waiting', 1,
        'zhao', 'app')`);
    await add("r1", "overtime");
    await add("r2", "pick");
    expect(await found()).toMatchObject({
      "overtime-waiting": { requestId: "r1", project: "lang", minutes: 90, what: "overtime" },
      "request-waiting": { requestId: "r2", what: "pick" },
    });
  });

  test("name hours that did not reach a system that is on, and closing waits for them", async () => {
    await addTarget(company, "r");
    const add = (key: string, state: string, more: string) =>
      write(`insert into worklog (company_id, target_id, key, marker, person_id, date, project_id, serial, minutes, body, digest,
        changed_at, state, waiting, held) values ($c, 'r', '${key}', '${key}', 'zhao', '${date}', 'lang', '', 300, '{}', 'd', 1,
        '${state}', ${more})`);
    const what = async () => (await found())["worklog-undelivered"];
    await add("a", "done", "0, null");
    await add("b", "held", "60, 'not-approved'");
    expect(await what()).toBeUndefined();
    await add("c", "held", "60, 'person-unlinked'");
    expect(await what()).toMatchObject({
      person: { id: "zhao" },
      date,
      project: "lang",
      minutes: 60,
      what: "person-unlinked",
    });
    for (const [state, said] of [
      ["failed", "undelivered-failed"],
      ["unknown", "undelivered-due"],
      ["due", "undelivered-due"],
    ]) {
      await write(`update worklog set state = '${state}', waiting = 0 where company_id = $c and key = 'c'`);
      expect(await what()).toMatchObject({ minutes: 300, what: said, allocation: null });
      expect(await close()).toBe(false);
    }
    await write("update target set state = 'paused' where company_id = $c");
    expect(await what()).toBeUndefined();
  });

  test("name where DingTalk's report differs, until that is mended or accepted, and closing waits for it", async () => {
    const add = (on: string, figure: string, state: string) =>
      write(
        `insert into difference values ($c, 'zhao', '${on}', '${figure}', 12, 0, '{}', '${state}', 1, 1, null, null)`,
      );
    await add(date, "late", "open");
    await add(date, "work", "accepted");
    await add("2026-10-01", "late", "open");
    expect(await found()).toEqual({
      differs: expect.objectContaining({
        person: expect.objectContaining({ id: "zhao" }),
        date,
        minutes: 12,
        what: "late",
      }),
    });
    expect(await close()).toBe(false);
    await write("update difference set state = 'mended' where company_id = $c");
    expect(await found()).toEqual({});
    expect(await close()).toBe(true);
  });

  test("name days that are not settled, and those that still go on when the period is over", async () => {
    await mark(company, 5, ["zhao", date]);
    expect(await found()).toMatchObject({ "not-settled": { person: { id: "zhao" }, date, what: null } });
    await write("delete from dirty_day where company_id = $c");
    await write(
      `insert into workday values ($c, 'zhao', '2026-09-30', 480, 0, 0, 0, 0, 0, 0, 'normal', '[]', '{"over":false}', 1)`,
    );
    expect(await found()).toMatchObject({ "not-settled": { date: "2026-09-30", what: "running" } });
  });
});
