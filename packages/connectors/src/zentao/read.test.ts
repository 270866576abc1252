import { expect, it } from "vitest";
import { walk } from "../page.ts";
import { draftOf, factOf, openDoor, sessionOf } from "../testing-town.ts";
import { zentao } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import { taskOf } from "./testing-zentao-world.ts";

function start(setup: Parameters<typeof openZentao>[0] = {}, more: Readonly<Record<string, string>> = {}) {
  const town = openZentao(setup, more);
  const door = openDoor(town);
  return { town, door, session: sessionOf(zentao, town.settings, door.fetch) };
}

it("four answers to who we are: not configured, not found, broken, found", async () => {
  expect(() => sessionOf(zentao, {}, openZentao().fetch)).toThrow("invalid (setting-missing)");
  const { town, door, session } = start();
  const nowhere = sessionOf(zentao, town.settings, async () => new Response("{}", { status: 404 }));
  await expect(nowhere.check()).rejects.toMatchObject({ kind: "not-found" });
  door.failNext(() => new Response("<h1>Warning: install.php</h1>", { headers: { "content-type": "text/html" } }));
  await expect(session.check()).rejects.toMatchObject({ kind: "unreadable" });
  expect((await session.check()).account).toEqual({ id: "pusher", name: "对接账号" });
});

it("the address of the API or of a page is as good as the site's", async () => {
  for (const path of ["/api.php/v1", "/index.php", "/"]) {
    const { session } = start({}, { address: `https://pm.example.com/zentao${path}` });
    expect((await session.check()).account.id).toBe("pusher");
  }
});

it("a page beyond the end, where the last one comes again, is empty", async () => {
  const { session } = start();
  expect(await session.listProjects?.("9")).toEqual({ items: [], next: null });
});

it("people come with the numbers that DingTalk knows them by", async () => {
  const { town, session } = start();
  const people = [];
  for await (const one of walk((cursor) => session.listMembers?.("2", cursor) ?? Promise.reject())) people.push(one);
  expect(people.map((one) => one.id)).toEqual(["zhangsan", "lisi", "pusher"]);
  expect(people.find((one) => one.id === town.person)?.keys).toEqual([
    { kind: "user", value: "zs001" },
    { kind: "mobile", value: "8613800000002" },
  ]);
});

it("without the right to browse the company a project's people come by name, and everybody not at all", async () => {
  const { session } = start({ browses: false });
  const { items } = (await session.listMembers?.("2", null)) ?? { items: [] };
  expect(items).toContainEqual({ id: "zhangsan", name: "张三", active: true, login: "zhangsan", keys: [] });
  await expect(session.listMembers?.(null, null)).rejects.toMatchObject({ kind: "permission", code: "users-denied" });
  expect((await session.check()).problems).toContain("people-by-name-only");
});

it("tasks of a hidden execution are refused and not an empty list", async () => {
  const { door, session } = start();
  const hidden = { status: "success", data: '{"locate":"\\/zentao\\/user-deny-execution-task.html"}' };
  const read = sessionOf(zentao, openZentao().settings, (request) =>
    /executions\/\d+\/tasks/.test(request.url) ? Promise.resolve(Response.json(hidden)) : door.fetch(request),
  );
  await expect(read.listTasks?.("2", { since: null, cursor: null })).rejects.toMatchObject({ kind: "permission" });
  await expect(session.listTasks?.("999", { since: null, cursor: null })).rejects.toMatchObject({
    kind: "not-found",
    code: "project-unknown",
  });
});

it("deleted tasks are not listed and take no hours", async () => {
  const { town, session } = start();
  const task = town.world.tasks.find((one) => one.id === 12);
  if (task !== undefined) task.deleted = true;
  const ids = [];
  for await (const one of walk((cursor) => session.listTasks?.("2", { since: null, cursor }) ?? Promise.reject()))
    ids.push(one.id);
  expect(ids).not.toContain("12");
  expect(ids).toHaveLength(town.tasks - 1);
  expect(await session.worklogs?.create(await factOf(town))).toMatchObject({ error: { code: "task-deleted" } });
});

it("only tasks that changed since then are read", async () => {
  const { session } = start();
  const at = Date.parse("2026-09-12T18:00:00+08:00");
  expect((await session.listTasks?.("2", { since: at, cursor: null }))?.items.length).toBeGreaterThan(0);
  expect((await session.listTasks?.("2", { since: at + 1, cursor: null }))?.items).toEqual([]);
});

it("a project without an execution that goes on takes no task of ours", async () => {
  const { town, session } = start();
  const draft = { ...(await draftOf(town)), projectId: "5" };
  expect(await session.tasks?.create(draft)).toMatchObject({ kind: "failed", error: { code: "no-execution" } });
});

it("a task of ours is found by its marker where lists tell no descriptions, not by its title", async () => {
  const { town, session } = start({ tellsDescription: false });
  const draft = await draftOf(town);
  town.world.tasks.push(taskOf(900, 3, { name: draft.title, desc: "别人的" }));
  expect(await session.tasks?.find(draft)).toEqual([]);
  await session.tasks?.create(draft);
  expect(await session.tasks?.find(draft)).toHaveLength(1);
});
