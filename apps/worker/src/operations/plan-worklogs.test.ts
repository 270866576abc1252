import { addProject, beijing, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import { type House, productIn } from "../testing.ts";
import { closeSeptember, decideOn, settle, waitingFor } from "../testing-approval.ts";
import {
  followUp,
  link,
  openLinkedOffice,
  plan,
  pretendPush,
  sendTo,
  tellAccount,
  worklogsOf,
} from "../testing-worklog.ts";
import { planWorklogs } from "./plan-worklogs.ts";

const monday = "2026-09-14";

async function rowsOf({ id, db }: House): Promise<unknown[]> {
  return db.all("select * from worklog where company_id = ?1 order by key", id);
}

async function marksOf({ id, db }: House): Promise<unknown[]> {
  return db.all("select date, person_id from worklog_day where company_id = ?1", id);
}

async function split(house: House, parts: object[]): Promise<void> {
  const { id, db, now } = house;
  await db.all(
    `insert into split (company_id, person_id, date, version, parts, made_at, made_by, channel)
     values (?1, 'zhao', ?2, (select count(*) + 1 from split where company_id = ?1), ?3, ?4, 'wang', 'app')`,
    ...[id, monday, JSON.stringify(parts), now],
  );
  await followUp(house);
}

async function set({ id, db }: House, sql: string): Promise<void> {
  await db.all(sql, id);
}

test("hours of settled days become worklogs: what is approved is due, what waits for a yes is held", async () => {
  const house = await openLinkedOffice();
  expect(await worklogsOf(house)).toEqual([
    "zhao 5@7 480+0 due",
    "wang -@7 0+480 held person-unlinked",
    "qian 6@7 0+480 held not-approved",
  ]);
  expect(await marksOf(house)).toEqual([]);
  const [row] = await house.db.all<{ marker: string }>(
    "select body, marker, next_at from worklog where company_id = ?1 and key like '%zhao%'",
    house.id,
  );
  expect(row).toMatchObject({ body: JSON.stringify({ note: "P · 现场", personName: "zhao" }), next_at: house.now });
  expect(row?.marker).toMatch(/^\[wk:[a-z2-7]{12}\]$/);
});

test("planning twice writes nothing the second time", async () => {
  const house = await openLinkedOffice();
  const rows = await rowsOf(house);
  await set(
    house,
    "insert into worklog_day select distinct company_id, date, person_id, 1 from allocation where company_id = ?1",
  );
  house.now += 1000;
  await plan(house);
  expect(await rowsOf(house)).toEqual(rows);
  expect(await marksOf(house)).toEqual([]);
});

test("what a manager approves leaves, and what he takes back is taken back there", async () => {
  const house = await openLinkedOffice();
  const answer = await decideOn(house, "wang", await waitingFor(house, "wang"));
  await followUp(house);
  expect(await worklogsOf(house)).toContain("qian 6@7 480+0 due");
  await pretendPush(house);
  await house.as("wang").call("DELETE", `/api/approvals/${answer.body.id}`);
  await followUp(house);
  expect(await worklogsOf(house)).toContain("qian 6@7 0+480 due not-approved");
});

test("hours that a split moves to another project are changed where they were and go where that one's go", async () => {
  const house = await openLinkedOffice({ approvedOnly: false });
  await pretendPush(house);
  await addProject(house, { id: "nan", members: ["zhao"] });
  await sendTo(house, { project: "nan", remoteProject: "8" });
  const parts = [
    { project: "lang", task: null, minutes: 120 },
    { project: "nan", task: "red/81", minutes: 300 },
    { project: "nan", task: null, minutes: 60 },
  ];
  await split(house, parts);
  expect((await worklogsOf(house)).slice(0, 3)).toEqual([
    "zhao 5@7 120+0 due",
    "zhao 5@8 300+0 due",
    "zhao 5@8 60+0 due",
  ]);
  const task = "insert into remote_task values (?1, 'red', '81', '8', '墙', '1', '新', 0, null, null, null, null, 1)";
  await house.db.all(task, house.id);
  await split(house, [{ project: "nan", task: "red/81", minutes: 480 }]);
  expect((await worklogsOf(house)).slice(0, 2)).toEqual(["zhao 5@7 0+0 due", "zhao 5@8/81 480+0 due"]);
});

test("hours that go elsewhere leave where they were, and come back without a trace when nothing had left", async () => {
  const house = await openLinkedOffice();
  await sendTo(house, { project: "lang", remoteProject: "8", remoteTask: "80" });
  await plan(house);
  expect((await worklogsOf(house))[0]).toBe("zhao 5@8/80 480+0 due");
  expect(await worklogsOf(house)).toHaveLength(3);
  await pretendPush(house);
  await sendTo(house, { project: "lang", remoteProject: "7" });
  await plan(house);
  expect((await worklogsOf(house)).slice(0, 2)).toEqual(["zhao 5@7 480+0 due", "zhao 5@8/80 0+0 due"]);
  await pretendPush(house);
  await set(house, "delete from destination where company_id = ?1");
  await plan(house);
  expect((await worklogsOf(house)).slice(0, 2)).toEqual(["zhao 5@7 0+0 due", "zhao 5@8/80 0+0 done"]);
});

test("who is linked later has his hours then, and a wrong link is mended there", async () => {
  const house = await openLinkedOffice();
  await tellAccount(house, { remote: "9", person: "wang" });
  await plan(house);
  expect(await worklogsOf(house)).toContain("wang 9@7 480+0 due");
  await pretendPush(house);
  await tellAccount(house, { remote: "9", person: "zhao" });
  await tellAccount(house, { remote: "5", person: "wang" });
  await plan(house);
  const rows = await worklogsOf(house);
  expect(rows.filter((row) => row.includes("due")).sort()).toEqual([
    "wang 5@7 480+0 due",
    "wang 9@7 0+0 due",
    "zhao 5@7 0+0 due",
    "zhao 9@7 480+0 due",
  ]);
});

test("hours of somebody whose account there was closed stay", async () => {
  const house = await openLinkedOffice();
  await pretendPush(house);
  await tellAccount(house, { remote: "5", person: "zhao", active: false });
  await plan(house);
  expect((await worklogsOf(house))[0]).toBe("zhao 5@7 480+0 done");
});

test("other rules of a target are rules for the days that were", async () => {
  const house = await openLinkedOffice();
  await set(
    house,
    "update target set approved_only = 0, rounding = 'up-30', starts_on = '2026-09-15' where company_id = ?1",
  );
  await plan(house);
  expect(await worklogsOf(house)).toEqual([]);
  expect(await worklogsOf(house, "2026-09-15")).toEqual([
    "zhao 5@7 300+0 due",
    "wang -@7 0+300 held person-unlinked",
    "qian 6@7 300+0 due",
  ]);
});

test("what is booked about a closed day changes what is there, its sheet stays", async () => {
  const house = await openLinkedOffice();
  await pretendPush(house);
  await closeSeptember(house);
  const place = { lat: 30.2854, lng: 120.0171, accuracy: 10 };
  await pull(house, house.now, [punch("zhao", monday, [1020, "off"], place)]);
  await pull(house, house.now, [punch("zhao", monday, [1080, "off"], { ...place, valid: false })]);
  await followUp(house);
  const sheet = "select minutes from allocation where company_id = ?1 and date = ?2 and person_id = 'zhao'";
  expect(await house.db.all(sheet, house.id, monday)).toEqual([{ minutes: 480 }]);
  expect((await worklogsOf(house))[0]).toBe("zhao 5@7 420+0 due");
  await pretendPush(house);
  await pull(house, house.now + 1, [punch("zhao", monday, [1080, "off"], place)]);
  await followUp(house);
  expect((await worklogsOf(house))[0]).toBe("zhao 5@7 480+0 due");
});

test("a project that stands only in what was booked about a closed day goes along with its destination and its rules", async () => {
  const house = await openLinkedOffice();
  await pretendPush(house);
  await closeSeptember(house);
  await addProject(house, { id: "nan", members: ["zhao"] });
  const parts = ["lang", "nan"].map((project, n) => ({
    ...{ project, task: null, minutes: n === 0 ? -480 : 480, basis: "pick", place: "onsite", overtime: false },
  }));
  await house.db.all(
    "insert into adjustment values (?1, 'zhao', ?2, 1, '2026-10-09', ?3, 0, 0, 0, 0, 0, 0, 0, ?4)",
    ...[house.id, monday, house.now, JSON.stringify(parts)],
  );
  await plan(house);
  await pretendPush(house);
  await sendTo(house, { project: "nan", remoteProject: "8" });
  await plan(house);
  expect(await worklogsOf(house)).toContain("zhao 5@8 480+0 due");
  await pretendPush(house);
  await sendTo(house, { project: "nan", remoteProject: "9" });
  await plan(house);
  expect(await worklogsOf(house)).toEqual(expect.arrayContaining(["zhao 5@8 0+0 due", "zhao 5@9 480+0 due"]));
  await pretendPush(house);
  await set(house, "delete from destination where company_id = ?1 and project_id = 'lang'");
  await plan(house);
  await tellAccount(house, { remote: "11", person: "zhao" });
  await tellAccount(house, { remote: "5", person: null });
  expect(await marksOf(house)).toContainEqual({ date: monday, person_id: "zhao" });
  await plan(house);
  expect(await worklogsOf(house)).toContain("zhao 11@9 480+0 due");
  await set(house, "update target set rounding = 'up-30' where company_id = ?1");
  expect(await marksOf(house)).toContainEqual({ date: monday, person_id: "zhao" });
});

test("a row that somebody is sending stays his", async () => {
  const house = await openLinkedOffice();
  await set(house, "update worklog set state = 'sending', sending_at = 1 where company_id = ?1 and state = 'due'");
  await set(house, "update target set rounding = 'down-30', approved_only = 0 where company_id = ?1");
  await plan(house);
  expect(await worklogsOf(house)).toEqual([
    "zhao 5@7 480+0 sending",
    "wang -@7 0+480 held person-unlinked",
    "qian 6@7 480+0 due",
  ]);
});

/** Plans while something else happens between reading and writing. */
async function planWhile(house: House, meddle: () => Promise<void>): Promise<void> {
  const ctx = await productIn(house);
  let batches = 0;
  const batch = async (statements: readonly D1PreparedStatement[]) => {
    batches += 1;
    if (batches === 2) await meddle();
    return ctx.db.batch(statements);
  };
  await planWorklogs({ ...ctx, db: { ...ctx.db, batch } });
}

test("a day that is marked again while it is planned is planned again, from what is known then", async () => {
  const house = await openLinkedOffice();
  await set(house, "update target set rounding = 'down-30', approved_only = 0 where company_id = ?1");
  const before = await worklogsOf(house);
  const mark = "update worklog_day set since = since + 1 where company_id = ?1 and person_id = 'qian'";
  await planWhile(house, () => set(house, mark));
  expect(await worklogsOf(house)).toEqual(before);
  expect(await marksOf(house)).toHaveLength(2);
  await plan(house);
  expect(await worklogsOf(house)).toEqual([...before.slice(0, 2), "qian 6@7 480+0 due"]);
});

test("what became of a row while its day was planned counts more than what was known of it then", async () => {
  const house = await openLinkedOffice({ approvedOnly: false });
  await set(house, "update worklog set state = 'sending', sending_at = 1 where company_id = ?1 and state = 'due'");
  await set(
    house,
    "update allocation set minutes = 470 where company_id = ?1 and person_id = 'zhao' and date = '2026-09-14'",
  );
  const end = `update worklog set state = 'done', sent_digest = digest, sent_minutes = minutes, remote_id = '1'
    where company_id = ?1 and state = 'sending'`;
  await planWhile(house, () => set(house, end));
  expect((await worklogsOf(house))[0]).toBe("zhao 5@7 470+0 due");
  expect((await worklogsOf(house, "2026-09-15"))[0]).toBe("zhao 5@7 300+0 done");
});

test("a paused target is planned as well, a product without hours never", async () => {
  const house = await openLinkedOffice({ state: "paused", pace: "night" });
  const [row] = await house.db.all("select next_at from worklog where company_id = ?1 and state = 'due'", house.id);
  expect(row).toEqual({ next_at: beijing("2026-09-18", 240) });
  await link(house, { id: "odd", kind: "no such product" });
  await sendTo(house, { project: "lang", remoteProject: "1", at: "odd" });
  await plan(house);
  expect(await house.db.all("select key from worklog where company_id = ?1 and target_id = 'odd'", house.id)).toEqual(
    [],
  );
});

test("settled days ask to be planned where hours go elsewhere, and a target that may send is told", async () => {
  const house = await openLinkedOffice();
  expect(house.sent).toContainEqual({ kind: "plan-worklogs" });
  expect(house.sent).toContainEqual({ kind: "push-worklogs", targetId: "red" });
  house.sent.length = 0;
  await settle(house);
  expect(house.sent).toEqual([]);
});
