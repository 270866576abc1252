import { afterAll, expect, it, onTestFinished } from "vitest";
import { ask, company, entriesOf, factOf, sessionOf } from "./testing-company.ts";

const DATE = "2026-02-03";
const [, , third] = company.projects;
const inThird = { projectId: third?.id ?? "", taskId: third?.issues[0] ?? null };

afterAll(async () => {
  expect(await entriesOf(DATE)).toEqual([]);
});

it("a wrong key and a locked user's key are credentials, also where Redmine would show an empty list", async () => {
  const wrong = sessionOf("pusher", { key: "0".repeat(40) });
  for (const { session, listProjects, worklogs } of [wrong, sessionOf("locked")]) {
    await expect(session.check()).rejects.toMatchObject({ kind: "credentials" });
    await expect(listProjects(null)).rejects.toMatchObject({ kind: "credentials" });
    await expect(worklogs.find(await factOf({ date: DATE }))).rejects.toMatchObject({ kind: "credentials" });
    const refused = { kind: "failed", error: { kind: "credentials" } };
    expect(await worklogs.create(await factOf({ date: DATE }))).toMatchObject(refused);
  }
});

it("who may not log, may not log for others or sees no project is told so", async () => {
  const refusalOf = async (account: "watcher" | "worker" | "outsider") =>
    sessionOf(account).worklogs.create(await factOf({ date: DATE }));
  expect(await refusalOf("watcher")).toMatchObject({ kind: "failed", error: { kind: "permission" } });
  const forOthers = { kind: "permission", code: "may-not-log-for-others", field: "naming" };
  expect(await refusalOf("worker")).toMatchObject({ kind: "failed", error: forOthers });
  expect(await refusalOf("outsider")).toMatchObject({ kind: "failed", error: { kind: "permission" } });
});

it("somebody else's hours are not changed or removed without the right", async () => {
  const made = await sessionOf("pusher").worklogs.create(await factOf({ date: "2026-02-04" }));
  if (made.kind !== "applied") throw new Error(made.kind);
  const { worklogs } = sessionOf("worker");
  const refused = { kind: "failed", error: { kind: "permission" } };
  expect(await worklogs.change(made.ref, await factOf({ date: "2026-02-04", minutes: 1 }))).toMatchObject(refused);
  expect(await worklogs.remove(made.ref)).toMatchObject(refused);
  expect((await entriesOf("2026-02-04")).map((one) => one.hours)).toEqual([7.52]);
});

it("an unknown person, one outside the project, a locked one and one who may not log are told apart", async () => {
  const { locked, outsider, watcher } = company.people;
  for (const [personRemoteId, code] of [
    ["98765", "person-not-member"],
    [outsider, "person-not-member"],
    [locked, "person-locked"],
    [watcher, "person-may-not-log"],
  ] as const) {
    expect(await sessionOf("pusher").worklogs.create(await factOf({ date: DATE, personRemoteId }))).toMatchObject({
      kind: "failed",
      error: { kind: "invalid", code, field: "person" },
    });
  }
});

it("an unknown task and one that is another project's are told apart", async () => {
  const { worklogs } = sessionOf("pusher");
  const projectId = company.projects[0]?.id ?? "";
  const unknown = await factOf({ date: DATE, task: { projectId, taskId: "98765" } });
  expect(await worklogs.create(unknown)).toMatchObject({ kind: "failed", error: { code: "task-unknown" } });
  const nowhere = await factOf({ date: DATE, task: { projectId: "98765", taskId: null } });
  expect(await worklogs.create(nowhere)).toMatchObject({ kind: "failed", error: { code: "project-unknown" } });
});

it("a closed project takes no hours, and none are changed or removed there; open again it does", async () => {
  const { worklogs, listProjects } = sessionOf("pusher");
  const fact = await factOf({ date: "2026-02-05", task: inThird });
  const made = await worklogs.create(fact);
  if (made.kind !== "applied") throw new Error(made.kind);
  await ask(`/projects/${third?.id}/close.json`, { method: "PUT" });
  onTestFinished(() => ask(`/projects/${third?.id}/reopen.json`, { method: "PUT" }).then(() => {}));
  const { items } = await listProjects(null);
  expect(items.filter((one) => one.closed).map((one) => one.id)).toEqual([third?.id]);
  const refused = { kind: "failed", error: { kind: "invalid", code: "project-closed", field: "task" } };
  expect(await worklogs.create(await factOf({ date: DATE, task: inThird }))).toMatchObject(refused);
  expect(await worklogs.create(await factOf({ date: DATE, task: { ...inThird, taskId: null } }))).toMatchObject(
    refused,
  );
  expect(await worklogs.change(made.ref, { ...fact, minutes: 60 })).toMatchObject(refused);
  expect(await worklogs.remove(made.ref)).toMatchObject(refused);
  expect(await worklogs.find(fact)).toHaveLength(1);
  await ask(`/projects/${third?.id}/reopen.json`, { method: "PUT" });
  expect(await worklogs.change(made.ref, { ...fact, minutes: 61 })).toMatchObject({ kind: "applied" });
});
