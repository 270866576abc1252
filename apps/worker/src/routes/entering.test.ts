import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { DayDetail, PickView, SplitView } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const date = "2026-09-15";

/** Zhao worked 9–18 on Tuesday the 15th and is on `lang`, which Wang manages, and on `shui`; He is HR. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "he"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], [date]);
  await pull(house, beijing(date, 1100), [punch("zhao", date, [540, "on"]), punch("zhao", date, [1080, "off"])]);
  const manager =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')";
  const { db, id } = house;
  await db.batch([db.prepare(manager, id), db.prepare("insert into role_grant values (?1, 'he', 'hr')", id)]);
  return house;
}

const pickOf = (over: object = {}) => ({
  ...{ id: crypto.randomUUID(), date, projectId: "lang", personId: "zhao", reason: "忘了选" },
  ...over,
});

const split = (
  version: number,
  projects: readonly string[],
  over: object = { personId: "zhao", reason: "忘了分" },
) => ({
  version,
  parts: projects.map((projectId) => ({ projectId, minutes: 480 / projects.length })),
  ...over,
});

async function code(house: House, who: string, request: string, body: object): Promise<string> {
  const [method = "", path = ""] = request.split(" ");
  const { status, body: problem } = await house.as(who).refused(method, path, body);
  return `${status} ${problem?.code ?? ""}`.trim();
}

/** What the history says was entered for somebody. */
async function entered({ db, id }: House): Promise<string[]> {
  const sql = "select subject from history where company_id = ?1 and action = 'enter'";
  return (await db.all<{ subject: string }>(sql, id)).map(({ subject }) => subject);
}

test("a manager chooses for somebody, and the day says who did and why", async () => {
  const house = await furnish();
  const wish = pickOf();
  const { status, body } = await house.as("wang").call<PickView>("POST", "/api/picks", wish);
  expect([status, body.madeBy.id]).toEqual([201, "wang"]);
  expect(house.sent).toEqual([{ kind: "settle", people: ["zhao"] }]);
  const again = await house.as("wang").call<PickView>("POST", "/api/picks", wish);
  expect([again.status, again.body]).toEqual([200, body]);
  const detail = (await house.as("zhao").call<DayDetail>("GET", `/api/workdays/${date}`)).body;
  expect(detail.workday.allocations).toMatchObject([{ project: "lang", minutes: 480, basis: "pick" }]);
  expect(detail.history).toMatchObject([
    { by: { id: "wang" }, for: { id: "zhao" }, subject: "pick", action: "made", project: "lang", reason: "忘了选" },
  ]);
});

test("nobody chooses for others but managers of the project and HR, and never without a reason", async () => {
  const house = await furnish();
  const pick = (who: string, over: object = {}) => code(house, who, "POST /api/picks", pickOf(over));
  expect(await pick("qian")).toBe("404 not-found");
  expect(await pick("wang", { projectId: "shui" })).toBe("404 not-found");
  expect(await pick("wang", { personId: "qian" })).toBe("404 not-found");
  expect(await pick("wang", { personId: "nobody" })).toBe("404 not-found");
  expect(await pick("wang", { reason: undefined })).toBe("422 reason-missing");
  expect(await pick("wang", { date: "2026-08-10" })).toBe("422 date-out-of-range");
  expect(await pick("he", { projectId: "nothing" })).toBe("422 project-not-bookable");
  expect((await house.as("he").call("POST", "/api/picks", pickOf({ projectId: "shui" }))).status).toBe(201);
  const taken = pickOf();
  await house.as("wang").call("POST", "/api/picks", taken);
  expect(await code(house, "he", "POST /api/picks", taken)).toBe("409 pick-id-reused");
  expect(await entered(house)).toEqual(["pick", "pick"]);
});

test("a split is entered by a manager of all its parts, or by HR", async () => {
  const house = await furnish();
  const path = `/api/workdays/${date}/split`;
  const put = (who: string, body: object) => code(house, who, `PUT ${path}`, body);
  expect(await put("wang", split(0, ["lang", "shui"]))).toBe("404 not-found");
  expect(await put("qian", split(0, ["lang"]))).toBe("404 not-found");
  expect(await put("wang", split(0, ["lang"], { personId: "zhao" }))).toBe("422 reason-missing");
  const { status, body } = await house.as("he").call<SplitView>("PUT", path, split(0, ["lang", "shui"]));
  expect([status, body.version, body.madeBy.id]).toEqual([200, 1, "he"]);
  const { body: detail } = await house.as("zhao").call<DayDetail>("GET", `/api/workdays/${date}`);
  expect(detail.history).toMatchObject([
    { subject: "split", project: "lang", before: "0", after: "240", by: { id: "he" }, reason: "忘了分" },
    { subject: "split", project: "shui", before: "0", after: "240" },
  ]);
  const { body: seen } = await house.as("wang").call<DayDetail>("GET", `/api/workdays/${date}?person=zhao`);
  expect(JSON.stringify(seen)).not.toContain("shui");
  expect(await put("wang", split(1, ["lang"]))).toBe("404 not-found");
  expect(await put("he", split(0, ["lang"]))).toBe("409 version-conflict");
  expect(await entered(house)).toEqual(["split"]);
});

test("the company's rules say how far back one chooses", async () => {
  const house = await furnish();
  const policy = "insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', ?2)";
  await house.db.batch([house.db.prepare(policy, house.id, JSON.stringify({ rules: { backDays: 3 } }))]);
  const own = (day: string) => ({ id: crypto.randomUUID(), date: day, projectId: "lang" });
  expect(await code(house, "zhao", "POST /api/picks", own("2026-09-13"))).toBe("422 date-out-of-range");
  expect((await house.as("zhao").call("POST", "/api/picks", own("2026-09-14"))).status).toBe(201);
  const ask = { id: crypto.randomUUID(), date: "2026-09-13", kind: "note", reason: "r" };
  expect(await code(house, "zhao", "POST /api/requests", ask)).toBe("422 date-out-of-range");
});
