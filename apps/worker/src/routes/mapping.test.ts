import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { addPeople, addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Mapping, MappingPreview, MappingVersions, TargetInput } from "../contract.ts";
import { openHouse } from "../testing.ts";

const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const path = `/api/targets/${id}/mapping`;
const base = { table: null, optional: false } as const;
const note = { ...base, of: "worklog", to: "note", from: "{project.code} {person.number} {place}", optional: true };
const title = { ...base, of: "task", to: "title", from: "{title}" };
const activity = {
  ...{ ...base, of: "worklog", to: "activity", from: "{person.position}" },
  table: { rows: { PM: "9" }, otherwise: "8" },
};

async function open() {
  const redmine = openRedmine({ key: "admin" });
  let isDown = false;
  const house = await openHouse({
    fetch: async (request) => (isDown ? new Response("", { status: 503 }) : redmine.fetch(request)),
  });
  await addPeople(house, ["lin", "zhao"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  const { address = "", key = "" } = redmine.settings;
  const wish: TargetInput = { id, kind: "redmine", name: "公司 Redmine", settings: { address, key } };
  await house.db.batch([
    house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id),
    house.db.prepare("update person set job_number = '007', title = '项目经理' where company_id = ?1", house.id),
    house.db.prepare("insert into title_position values (?1, '项目经理', 'PM')", house.id),
    house.db.prepare(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, overtime, state, reasons)
       values (?1, 'lang', '2026-09-15', 'zhao', 0, 450, 'site', 'onsite', null, 'automatic', '[]'),
         (?1, 'lang', '2026-09-15', 'zhao', 1, 60, 'site', 'trip', 'workday', 'waiting', '[]')`,
      house.id,
    ),
  ]);
  const lin = house.as("lin");
  await lin.call("POST", "/api/targets", wish);
  await house.db.batch([
    house.db.prepare(
      `insert into destination (company_id, target_id, project_id, remote_project, remote_task, changed_at, changed_by)
       values (?1, ?2, 'lang', '1', '12', 1, 'lin')`,
      ...[house.id, id],
    ),
    house.db.prepare(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, due_on, read_at)
       values (?1, ?2, '12', '1', '三层砌墙', '1', '新建', 0, '2026-09-30', 1)`,
      ...[house.id, id],
    ),
  ]);
  const put = (body: object) => lin.call<Mapping>("PUT", path, body);
  const preview = (rules: readonly object[], more = {}) =>
    lin.call<MappingPreview>("POST", `${path}/previews`, { rules, ...more });
  return { house, lin, put, preview, goDown: () => (isDown = true) };
}

test("the usual mapping holds until somebody says otherwise", async () => {
  const { lin } = await open();
  const { body } = await lin.call<Mapping>("GET", path);
  expect(body).toMatchObject({ version: 0, madeAt: null, flaws: [] });
  expect(body.rules.find(({ to }) => to === "note")?.from).toBe("{project.short} · {place} · {overtime}");
  expect(body.fields.find(({ name }) => name === "activity")).toMatchObject({ kind: "choice", offers: "activity" });
  expect(body.sources.worklog).toContain("person.position");
});

test("rules become a version, and whoever is slower is told", async () => {
  const { put, lin } = await open();
  expect((await put({ version: 0, rules: [note, title, activity] })).body).toMatchObject({ version: 1 });
  expect((await put({ version: 1, rules: [note, title], reach: "all" })).body).toMatchObject({ version: 2 });
  expect(await lin.refused("PUT", path, { version: 1, rules: [title] })).toMatchObject({
    status: 409,
    body: { code: "version-conflict" },
  });
  const { body } = await lin.call<MappingVersions>("GET", `${path}/versions`);
  expect(body.versions).toMatchObject([
    { version: 2, reach: "all", madeBy: { id: "lin" } },
    { version: 1, reach: "unsent", rules: [note, title, activity] },
  ]);
});

test("rules that do not fit are refused with each field and its problem", async () => {
  const { lin } = await open();
  const odd = { ...activity, table: { rows: { PM: "77" }, otherwise: "" } };
  const rules = [{ ...note, from: "{colour}" }, odd, { ...base, of: "task", to: "price", from: "1" }];
  const { status, body } = await lin.refused("PUT", path, { version: 0, rules });
  expect(`${status} ${body.code}`).toBe("422 mapping-malformed");
  expect(body.fields).toEqual([
    { path: "worklog.note", message: "unknown-source" },
    { path: "worklog.activity", message: "choice-unknown" },
    { path: "task.price", message: "unknown-field" },
    { path: "task.title", message: "required-empty" },
  ]);
});

test("an earlier version holds again as a version of its own, and so does the usual one", async () => {
  const { put, lin } = await open();
  await put({ version: 0, rules: [note, title] });
  await put({ version: 1, rules: [title] });
  const back = await lin.call<Mapping>("POST", `${path}/rollbacks`, { version: 2, to: 1 });
  expect(back.body).toMatchObject({ version: 3, rules: [note, title] });
  const usual = await lin.call<Mapping>("POST", `${path}/rollbacks`, { version: 3, to: 0 });
  expect(usual.body.rules.map(({ to }) => to)).toContain("dueOn");
  const { body } = await lin.call<MappingVersions>("GET", `${path}/versions`);
  expect(body.versions.map(({ ofVersion }) => ofVersion)).toEqual([0, 1, null, null]);
  expect((await lin.refused("POST", `${path}/rollbacks`, { version: 4, to: 9 })).status).toBe(404);
});

test("a preview shows real hours and a real task, and writes nothing", async () => {
  const { preview, house } = await open();
  const before = await house.count();
  const { body } = await preview([note, title, activity, { ...base, of: "task", to: "dueOn", from: "{deadline}" }]);
  expect(body.worklog).toMatchObject({
    ...{ person: { id: "zhao" }, projectId: "lang", date: "2026-09-15", flaws: [] },
    values: { activity: "9", note: expect.stringMatching(/^\S+ 007 现场、出差$/) },
    record: { minutes: "510", hours: "8.5", "place.code": "onsite,trip", "task.title": "三层砌墙" },
  });
  expect(body.task).toMatchObject({ values: { title: "三层砌墙", dueOn: "2026-09-30" }, flaws: [] });
  expect(await house.count()).toEqual(before);
});

test("a preview names what does not fit", async () => {
  const { preview } = await open();
  const { body } = await preview([
    { ...title, from: "三层砌墙".repeat(100) },
    { ...base, of: "task", to: "dueOn", from: "{title}" },
    { ...activity, table: null },
  ]);
  expect(body.task?.flaws).toEqual([
    { of: "task", field: "title", problem: "too-long" },
    { of: "task", field: "dueOn", problem: "not-a-date" },
  ]);
  expect(body.worklog?.flaws).toEqual([{ of: "worklog", field: "activity", problem: "choice-unknown" }]);
});

test("a preview of somebody without hours there has none", async () => {
  const { preview } = await open();
  expect((await preview([title], { personId: "lin" })).body.worklog).toBeNull();
  expect((await preview([title], { date: "2026-09-14" })).body.worklog).toBeNull();
});

test("rules are also kept while the product does not answer, by the choices that were known", async () => {
  const { put, lin, goDown } = await open();
  await put({ version: 0, rules: [title, activity] });
  goDown();
  expect((await put({ version: 1, rules: [title, note, activity] })).body).toMatchObject({ version: 2 });
  const odd = { ...activity, table: { rows: { PM: "77" }, otherwise: "" } };
  expect((await lin.refused("PUT", path, { version: 2, rules: [title, odd] })).status).toBe(422);
});
