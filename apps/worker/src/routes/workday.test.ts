import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { DayDetail, Problem, SplitView, Workday } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const date = "2026-09-15";
const site = { lat: 30.2854, lng: 120.0171 };

interface Days {
  readonly now: string;
  readonly workdays: Workday[];
  readonly projects: { readonly id: string }[];
  readonly dayKinds: Readonly<Record<string, string>>;
}

/** Zhao worked 9–18 on Tuesday the 15th, punched on the site of `lang`; `shui` has no site. Wang manages `lang`. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "he"]);
  await addProject(house, { id: "lang", members: ["zhao"], site });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], [date, "2026-09-17"]);
  await pull(house, beijing(date, 1100), [
    punch("zhao", date, [540, "on"], { ...site, accuracy: 10, address: "工地大门" }),
    punch("zhao", date, [1080, "off"]),
  ]);
  const manager =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')";
  const { db, id } = house;
  await db.batch([db.prepare(manager, id), db.prepare("insert into role_grant values (?1, 'he', 'hr')", id)]);
  return house;
}

const split = (version: number, ...minutes: number[]) => ({
  version,
  parts: minutes.map((one, n) => ({ projectId: n % 2 === 0 ? "lang" : "shui", minutes: one })),
});

test("a range gives the days of which something is known, settled on the way when nobody has settled them", async () => {
  const house = await furnish();
  const { body } = await house.as("zhao").call<Days>("GET", "/api/workdays?from=2026-09-01&to=2026-09-30");
  expect(body.workdays.map((day) => [day.date, day.counted, day.version])).toEqual([
    ["2026-09-15", 480, 0],
    ["2026-09-17", 0, 0],
  ]);
  expect(body.workdays[0]?.allocations).toEqual([
    { project: "lang", task: null, minutes: 480, basis: "site", place: "onsite", overtime: null },
  ]);
  expect(body.projects.map(({ id }) => id)).toEqual(["lang"]);
  expect(await house.count()).toMatchObject({ workday: 0 });
});

test("a range says what kind of day each is, also those to come, and nothing of a year that is not published", async () => {
  const house = await furnish();
  const { body } = await house.as("zhao").call<Days>("GET", "/api/workdays?from=2026-10-09&to=2026-10-11");
  expect(body.dayKinds).toEqual({ "2026-10-09": "workday", "2026-10-10": "swapped-workday", "2026-10-11": "rest" });
  const later = await house.as("zhao").call<Days>("GET", "/api/workdays?from=2030-01-01&to=2030-01-02");
  expect(later.body.dayKinds).toEqual({});
});

test("a split takes the day to the next version and tells the project of each part", async () => {
  const house = await furnish();
  const zhao = house.as("zhao");
  const { status, body } = await zhao.call<SplitView>("PUT", `/api/workdays/${date}/split`, split(0, 300, 180));
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 1, date, parts: [{ projectId: "lang", minutes: 300 }, { minutes: 180 }] });
  const detail = (await zhao.call<DayDetail>("GET", `/api/workdays/${date}`)).body;
  expect(detail.split).toEqual(body);
  expect(detail.workday.allocations.map(({ project, minutes, basis }) => [project, minutes, basis])).toEqual([
    ["lang", 300, "split"],
    ["shui", 180, "split"],
  ]);
  expect(house.sent).toEqual([{ kind: "settle", people: ["zhao"] }]);
  const none = await zhao.call<SplitView>("PUT", `/api/workdays/${date}/split`, { version: 1, parts: [] });
  expect(none.body).toMatchObject({ version: 2, parts: [] });
  expect((await zhao.call<DayDetail>("GET", `/api/workdays/${date}`)).body.split).toBeNull();
});

test("of two saves at once exactly one wins, and the other is told what is there now", async () => {
  const house = await furnish();
  const zhao = house.as("zhao");
  const path = `/api/workdays/${date}/split`;
  const both = await Promise.all([split(0, 480), split(0, 240, 240)].map((body) => zhao.call("PUT", path, body)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = both.find(({ status }) => status === 200)?.body;
  const lost = both.find(({ status }) => status === 409)?.body as Problem;
  expect(lost).toMatchObject({
    code: "version-conflict",
    current: { version: 1, split: won, workday: { version: 1 } },
  });
  expect(await house.count()).toMatchObject({ split: 1 });
});

test("a pick in between makes a split that has not seen it too old", async () => {
  const house = await furnish();
  const zhao = house.as("zhao");
  await zhao.call("POST", "/api/picks", { id: crypto.randomUUID(), date, projectId: "shui" });
  const { body } = await zhao.refused("PUT", `/api/workdays/${date}/split`, split(0, 480));
  expect(body).toMatchObject({ code: "version-conflict", current: { version: 1, split: null } });
  expect((await zhao.call("PUT", `/api/workdays/${date}/split`, split(1, 480))).status).toBe(200);
});

test("a running day can be split up to its plan", async () => {
  const house = await furnish();
  const zhao = house.as("zhao");
  expect((await zhao.call("PUT", "/api/workdays/2026-09-17/split", split(0, 240, 240))).status).toBe(200);
});

test("the day shows punches as they came and verdicts, never coordinates", async () => {
  const house = await furnish();
  const { body } = await house.as("zhao").call<DayDetail>("GET", `/api/workdays/${date}`);
  expect(body).toMatchObject({ editable: true, bookable: ["lang", "shui"], split: null, picks: [] });
  expect(body.punches[0]).toMatchObject({
    type: "on",
    address: "工地大门",
    verdicts: [{ siteId: "s", verdict: "inside" }],
  });
  expect(JSON.stringify(body)).not.toMatch(/30\.28|120\.01/);
});

test("a manager sees the parts of own projects and not what the others are", async () => {
  const house = await furnish();
  await house.as("zhao").call("PUT", `/api/workdays/${date}/split`, split(0, 300, 180));
  const { body } = await house.as("wang").call<DayDetail>("GET", `/api/workdays/${date}?person=zhao`);
  expect(body.workday).toMatchObject({ counted: 480, allocations: [{ project: "lang", minutes: 300 }] });
  expect(body.workday.line.filter(({ other }) => other)).toMatchObject([{ project: null, basis: null, fact: null }]);
  expect(body.punches[0]).toMatchObject({ address: null, verdicts: [{ project: "lang" }] });
  expect(body).toMatchObject({ editable: false, projects: [{ id: "lang" }], bookable: ["lang"] });
  expect(body.split?.parts).toEqual([{ projectId: "lang", taskId: null, minutes: 300 }]);
  expect(JSON.stringify(body)).not.toContain("shui");
  const days = await house.as("wang").call<Days>("GET", `/api/workdays?from=${date}&to=${date}&person=zhao`);
  expect(JSON.stringify(days.body)).not.toContain("shui");
});

test("HR sees the day in full, and a manager not the days before somebody came to the project", async () => {
  const house = await furnish();
  await house.as("zhao").call("PUT", `/api/workdays/${date}/split`, split(0, 300, 180));
  const { body } = await house.as("he").call<DayDetail>("GET", `/api/workdays/${date}?person=zhao`);
  expect(body.workday.allocations).toHaveLength(2);
  const came = "update project_member set starts_on = '2026-09-16' where company_id = ?1 and person_id = 'zhao'";
  await house.db.batch([house.db.prepare(came, house.id)]);
  const days = await house.as("wang").call<Days>("GET", "/api/workdays?from=2026-09-01&to=2026-09-30&person=zhao");
  expect(days.body.workdays.map((day) => day.date)).toEqual(["2026-09-17"]);
  expect((await house.as("wang").refused("GET", `/api/workdays/${date}?person=zhao`)).status).toBe(404);
});
