import { describe, expect, it } from "vitest";
import type { WorklogFact } from "../connector.ts";
import { walk } from "../page.ts";
import { conformance } from "../testing-conformance.ts";
import { provesSettling } from "../testing-settling.ts";
import { draftOf, factOf, openDoor, sessionOf } from "../testing-town.ts";
import { provesWorklogs } from "../testing-worklogs.ts";
import { redmine } from "./connector.ts";
import { openRedmine } from "./testing-redmine.ts";

type Setup = Parameters<typeof openRedmine>[0];

conformance({ connector: redmine, open: () => openRedmine() });

describe.each<[string, Setup, Record<string, string>]>([
  ["with a marker field", {}, { markerField: "3" }],
  ["by switching user", { key: "admin" }, { naming: "switch" }],
])("hours %s", (_, setup, settings) => {
  const open = () => {
    const town = openRedmine(setup);
    return { ...town, settings: { ...town.settings, ...settings } };
  };
  provesWorklogs({ connector: redmine, open });
  provesSettling({ connector: redmine, open });
});

/** A session in front of one Redmine, with all its parts. */
function start(setup: Setup = {}, settings: Record<string, string> = {}) {
  const town = openRedmine(setup);
  const door = openDoor(town);
  const session = sessionOf(redmine, { ...town.settings, ...settings }, door.fetch);
  const { listProjects, listTasks, listMembers, worklogs, status, tasks } = session;
  if (!(listProjects && listTasks && listMembers && worklogs && status && tasks)) throw new Error("a part is missing");
  const create = async (facts: Partial<WorklogFact> = {}) => worklogs.create(await factOf(town, facts));
  return { town, door, session, listProjects, listTasks, listMembers, worklogs, status, tasks, create };
}

it("a project says whether it is closed and whether it counts time", async () => {
  const { listProjects } = start();
  const { items } = await listProjects(null);
  expect(items.filter((one) => one.closed).map((one) => one.id)).toEqual(["3"]);
  expect(items.filter((one) => !one.takesHours).map((one) => one.code)).toEqual(["site-7"]);
});

it("tasks changed since an instant are those and no others", async () => {
  const { listTasks } = start();
  const since = Date.parse("2026-09-05T00:00:00+08:00");
  const { items, next } = await listTasks("1", { since, cursor: null });
  expect(items.map((one) => one.id)).toEqual(Array.from({ length: 30 }, (_, at) => String(201 + at)));
  expect(next).toBeNull();
});

it("a closed task is listed as such", async () => {
  const { items } = await start().listTasks("1", { since: null, cursor: null });
  expect(items.filter((one) => one.closed)).toMatchObject([{ id: "30", state: { id: "5", name: "Closed" } }]);
});

it("an administrator's key learns e-mails and who is locked, another key names only", async () => {
  const admin = await start({ key: "admin" }).listMembers("1", null);
  const chen = { id: "5", login: "chenjing", keys: [{ kind: "email", value: "chenjing@example.com" }], active: true };
  expect(admin.items).toMatchObject([chen, { id: "6" }, { id: "7" }, { id: "8", active: false }, { id: "10" }]);
  const plain = await start().listMembers("1", null);
  expect(plain.items[0]).toEqual({ id: "5", name: "静 陈", active: true, login: null, keys: [] });
});

it("everybody is told to an administrator's key alone", async () => {
  expect((await start({ key: "admin" }).listMembers(null, null)).items).toHaveLength(6);
  await expect(start().listMembers(null, null)).rejects.toMatchObject({ kind: "permission" });
});

it("a check tells what will not work and offers activities and marker fields", async () => {
  const admin = await start({ key: "admin" }).session.check();
  expect(admin).toMatchObject({ account: { id: "1", name: "管理 员" }, problems: [] });
  expect(admin.offers.activity?.map((one) => one.value)).toEqual(["8", "9", "10"]);
  expect(admin.offers.markerField?.map((one) => one.value)).toEqual(["3"]);

  const plain = await start({ defaultActivity: false }, { naming: "switch" }).session.check();
  expect(plain.problems).toEqual(["people-by-name-only", "switch-needs-admin", "activity-missing"]);
  const wrong = await start({ key: "admin" }, { activity: "77", markerField: "4" }).session.check();
  expect(wrong.problems).toEqual(["activity-missing", "marker-field-missing"]);
});

it("hours are booked under the default activity, the chosen one, or the project's own of its name", async () => {
  const cases = [
    [{}, "1", 9],
    [{ activity: "10" }, "1", 10],
    [{}, "2", 21],
    [{ activity: "9" }, "2", 21],
    [{ activity: "10" }, "4", 22],
  ] as const;
  for (const [settings, projectId, activity] of cases) {
    const { town, create } = start({}, settings);
    expect(await create({ task: { projectId, taskId: null } })).toMatchObject({ kind: "applied" });
    expect(town.world.entries).toMatchObject([{ activity, issue: null }]);
  }
});

it("hours without an activity that holds are refused before they are sent", async () => {
  const undecided = start({ defaultActivity: false });
  const refused = { kind: "failed", error: { kind: "invalid", code: "activity-missing", field: "activity" } };
  expect(await undecided.create()).toMatchObject(refused);
  const narrowed = start({}, { activity: "10" });
  expect(await narrowed.create({ task: { projectId: "2", taskId: null } })).toMatchObject(refused);
  expect(undecided.door.writes() + narrowed.door.writes()).toBe(0);
});

it("activities are asked for once a session and project", async () => {
  const { door, create } = start();
  for (const key of ["a", "b", "c"]) await create({ key });
  expect(door.seen.map(({ url }) => new URL(url).pathname).filter((path) => !path.includes("time_entries."))).toEqual([
    "/redmine/projects/1.json",
    "/redmine/enumerations/time_entry_activities.json",
  ]);
});

it("with a marker field the comment is the note alone", async () => {
  const { town, worklogs, create } = start({}, { markerField: "3" });
  await create();
  expect(town.held()).toMatchObject([{ text: "三层砌墙" }]);
  expect(town.world.entries[0]?.fields).toMatchObject([{ id: 3, value: expect.stringMatching(/^\[wk:/) }]);
  expect(await worklogs.find(await factOf(town))).toHaveLength(1);
});

it("a marker field that Redmine drops in silence is noticed and the hours are taken back", async () => {
  const { town, create } = start({}, { markerField: "44" });
  expect(await create()).toMatchObject({ kind: "failed", error: { code: "marker-not-kept", field: "markerField" } });
  expect(town.held()).toEqual([]);
});

it("an administrator's key switches to the person by their login", async () => {
  const { town, door, create } = start({ key: "admin" }, { naming: "switch" });
  expect(await create()).toMatchObject({ kind: "applied" });
  expect(town.held()).toMatchObject([{ person: "5" }]);
  expect(door.seen.at(-1)?.headers.get("x-redmine-switch-user")).toBe("chenjing");
  expect(await create({ key: "b", personRemoteId: "8" })).toMatchObject({
    kind: "failed",
    error: { kind: "not-found", code: "person-unknown", field: "person" },
  });
});

it("a switch that Redmine passes over in silence is noticed and the hours are taken back", async () => {
  const { town, create } = start({ key: "plain" }, { naming: "switch" });
  expect(await create()).toMatchObject({ kind: "failed", error: { kind: "permission", code: "wrong-person" } });
  expect(town.held()).toEqual([]);
});

it("a key that is told no login cannot switch", async () => {
  const { door, create } = start({ key: "plain" }, { naming: "switch" });
  door.failNext(() => Response.json({ user: { id: 5 } }));
  expect(await create()).toMatchObject({ kind: "failed", error: { code: "switch-needs-admin", field: "naming" } });
  expect(door.writes()).toBe(0);
});

it("refused hours are explained by looking, not by Redmine's sentences", async () => {
  const cases = [
    [{ task: { projectId: "1", taskId: "98765" } }, { kind: "not-found", code: "task-unknown", field: "task" }],
    [{ task: { projectId: "2", taskId: "12" } }, { kind: "invalid", code: "task-moved", field: "task" }],
    [{ task: { projectId: "3", taskId: null } }, { kind: "invalid", code: "project-closed", field: "task" }],
    [{ personRemoteId: "9" }, { kind: "invalid", code: "person-not-member", field: "person" }],
    [{ personRemoteId: "8" }, { kind: "invalid", code: "person-locked", field: "person" }],
    [{ personRemoteId: "10" }, { kind: "invalid", code: "person-may-not-log", field: "person" }],
    [{ minutes: -1 }, { kind: "invalid", code: "422" }],
  ] as const;
  for (const [facts, error] of cases) {
    const { town, create } = start();
    expect(await create(facts)).toMatchObject({ kind: "failed", error });
    expect(town.held()).toEqual([]);
  }
});

it("a key that may not log for others is told so", async () => {
  expect(await start({ key: "plain" }).create()).toMatchObject({
    kind: "failed",
    error: { kind: "permission", code: "may-not-log-for-others", field: "naming" },
  });
});

it("what Redmine adds up of the hours is the minutes, not rounded hundredths of hours", async () => {
  const { town, create } = start();
  for (let at = 0; at < 30; at += 1) await create({ key: `key ${at}`, minutes: 50 });
  expect(town.world.entries.reduce((sum, entry) => sum + entry.hours, 0) * 60).toBeCloseTo(1500, 6);
});

it("hours of a project that was closed meanwhile are refused with that as the cause", async () => {
  const { town, worklogs, create } = start();
  const ended = await create();
  Object.assign(town.world.projects[0] ?? {}, { status: 5 });
  if (ended.kind !== "applied") throw new Error(ended.kind);
  const refused = { kind: "failed", error: { kind: "invalid", code: "project-closed", field: "task" } };
  expect(await worklogs.change?.(ended.ref, await factOf(town))).toMatchObject(refused);
  expect(await worklogs.remove?.(ended.ref)).toMatchObject(refused);
});

it("somebody else's hours cannot be changed without the right", async () => {
  const { town, worklogs } = start({ key: "plain" });
  const own = await worklogs.create(await factOf(town, { personRemoteId: "6" }));
  expect(own).toMatchObject({ kind: "applied" });
  Object.assign(town.world.entries[0] ?? {}, { user: 5 });
  if (own.kind !== "applied") return;
  const refused = { kind: "failed", error: { kind: "permission" } };
  expect(await worklogs.change?.(own.ref, await factOf(town))).toMatchObject(refused);
  expect(await worklogs.remove?.(own.ref)).toMatchObject(refused);
});

it("a filter that Redmine ignores brings everything, and the marker is still found once among pages of it", async () => {
  const { town, door, worklogs, create } = start();
  for (let at = 0; at < 230; at += 1) await create({ key: `key ${at}` });
  for (const entry of town.world.entries) Object.assign(entry, { user: 5, issue: 12 });
  const found = await worklogs.find(await factOf(town, { key: "key 7" }));
  expect(found).toHaveLength(1);
  expect(new URL(door.seen.at(-2)?.url ?? "").searchParams.get("offset")).toBe("200");
});

it("hours that cannot be read are an error of the search: passed over they would be written twice", async () => {
  const { town, door, worklogs } = start();
  door.failNext(() => Response.json({ time_entries: [{ id: 7 }], total_count: 1 }));
  await expect(worklogs.find(await factOf(town))).rejects.toMatchObject({ kind: "unreadable" });
});

it("a state that the workflow forbids is refused, also where it is not told and passed over in silence", async () => {
  for (const tellsWorkflow of [true, false]) {
    const { town, status } = start({ tellsWorkflow });
    const code = tellsWorkflow ? "status-not-allowed" : "status-not-taken";
    expect(await status.set(town.task, "6")).toMatchObject({ kind: "failed", error: { kind: "permission", code } });
    expect(town.world.issues[11]?.status).toBe(1);
  }
});

it("a task that is in a state already is not written to", async () => {
  const { town, door, status } = start();
  expect(await status.set(town.task, "1")).toMatchObject({ kind: "applied" });
  expect(door.writes()).toBe(0);
});

it("an issue of ours has its parts, its subject cut to what fits", async () => {
  const { town, tasks, listTasks } = start();
  const draft = { ...(await draftOf(town)), title: "墙".repeat(300), assigneeId: "5" };
  expect(await tasks.create(draft)).toMatchObject({ kind: "applied", ref: { projectId: "1" } });
  const all = [];
  for await (const one of walk((cursor) => listTasks("1", { since: null, cursor }))) all.push(one);
  expect(all.at(-1)).toMatchObject({ title: "墙".repeat(255), assigneeId: "5", state: { name: "New" }, closed: false });
  expect(town.world.issues.at(-1)?.description).toBe(`轴线 A–C\n\n${draft.marker}`);
});

it("a list that ends before it is counted to is an error", async () => {
  const { door, listProjects } = start();
  door.failNext(() => Response.json({ projects: [], total_count: 130, offset: 0, limit: 100 }));
  await expect(listProjects(null)).rejects.toMatchObject({ kind: "unreadable", code: "short-list" });
});
