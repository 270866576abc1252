import { readRuns } from "@today/db/sync-run";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";

const range = { from: "2026-09-09", to: "2026-09-16" };
const lastDays = { kind: "punches", ...range } as const;
const comparison = { kind: "reconciliation", range } as const;

/** A town whose last days are pulled. */
async function openPulled(): Promise<Town> {
  const town = await openTown();
  await town.run(lastDays);
  return town;
}

function differencesOf({ db, companyId }: Town): Promise<Record<string, unknown>[]> {
  const columns = "person_id, date, figure, ours, theirs, state";
  return db.all(`select ${columns} from difference where company_id = ?1 order by person_id, date, figure`, companyId);
}

async function lastRun({ db, companyId }: Town) {
  return (await readRuns(db, companyId, 1))[0];
}

test("what was pulled in full agrees with DingTalk's own report", async () => {
  const town = await openPulled();
  await town.run(comparison);
  expect(await differencesOf(town)).toEqual([]);
  expect(await lastRun(town)).toMatchObject({ state: "done", counts: { people: 30, differences: 0, mended: 0 } });
});

test("what the report says otherwise is listed with both sides' facts, and is mended when it agrees again", async () => {
  const town = await openPulled();
  await town.control("report-difference", { userId: "li002", column: "late_minute", workDate: "2026-09-15", add: 25 });
  await town.run(comparison);
  const late = { person_id: "li002", date: "2026-09-15", figure: "late", ours: 0, theirs: 25 };
  expect(await differencesOf(town)).toEqual([{ ...late, state: "open" }]);
  const [row] = await town.db.all<{ facts: string }>(
    "select facts from difference where company_id = ?1",
    town.companyId,
  );
  const { ours, theirs } = JSON.parse(row?.facts ?? "{}");
  expect(ours.punches).toHaveLength(2);
  expect(ours).toMatchObject({ planned: 480, leave: 0 });
  expect(theirs).toMatchObject({ 迟到时长: 25, 出勤天数: 1 });
  await town.simulator.fetch(new Request("http://simulator/_simulator/report-difference", { method: "DELETE" }));
  await town.goTo("2026-09-17", 700);
  await town.run(comparison);
  expect(await differencesOf(town)).toEqual([{ ...late, state: "mended" }]);
});

test("a correction that was not pulled yet explains what differs, and the day is settled with it", async () => {
  const town = await openPulled();
  await town.control("supply", {
    ...{ userId: "guo005", workDate: "2026-09-16", type: "off", at: "2026-09-16T18:03:00+08:00" },
  });
  await town.run(comparison);
  expect(await differencesOf(town)).toEqual([]);
  expect((await lastRun(town))?.counts.mended).toBeGreaterThan(0);
  const [day] = await town.db.all<{ warnings: string }>(
    "select warnings from workday where company_id = ?1 and person_id = 'guo005' and date = '2026-09-16'",
    town.companyId,
  );
  expect(day?.warnings).not.toContain("missing-out");
});

test("where DingTalk's report is not switched on nothing is compared, and the run says so", async () => {
  const town = await openPulled();
  await town.control("switches", { smartReport: false });
  await town.run(comparison);
  expect(await lastRun(town)).toMatchObject({ state: "failed", problem: "report-closed" });
});

test("a person costs a call, and a second one only for leave or a day without punches", async () => {
  const town = await openPulled();
  await town.run(comparison);
  const calls = await town.db.all<{ path: string; n: number }>(
    `select path, count(*) as n from call_audit where company_id = ?1 and (path like '%columnval' or path like '%bynames')
      group by path`,
    town.companyId,
  );
  const [columns, leaves] = ["/topapi/attendance/getcolumnval", "/topapi/attendance/getleavetimebynames"].map(
    (path) => calls.find((one) => one.path === path)?.n ?? 0,
  );
  expect(columns).toBe(30);
  expect(leaves).toBeLessThan(12);
});

test("everybody's turn comes once a week", async () => {
  const town = await openPulled();
  await town.run({ kind: "night" });
  const count = async () =>
    (await town.db.all<{ n: number }>("select count(*) as n from reconciled where company_id = ?1", town.companyId))[0]
      ?.n;
  expect(await count()).toBe(30);
  const runs = async () =>
    (await readRuns(town.db, town.companyId, 20)).filter(({ kind }) => kind === "reconciliation").length;
  const before = await runs();
  await town.goTo("2026-09-18", 131);
  await town.run({ kind: "reconciliation" });
  expect(await runs()).toBe(before);
  await town.goTo("2026-09-25", 131);
  await town.run({ kind: "reconciliation" });
  expect(await runs()).toBe(before + 1);
});
