import { expect, it } from "vitest";
import { factOf, openDoor, sessionOf } from "../testing-town.ts";
import { zentao } from "./connector.ts";
import { openZentao } from "./testing-zentao.ts";
import { application } from "./testing-zentao-world.ts";

const app = { appCode: application.code, appKey: application.key };

function start(more: Readonly<Record<string, string>> = {}) {
  const town = openZentao({}, more);
  const door = openDoor(town);
  return { town, door, session: sessionOf(zentao, town.settings, door.fetch) };
}

it("a session logs in once, also for calls at the same time", async () => {
  const { town, session } = start();
  await Promise.all([session.check(), session.listProjects?.(null), session.listMembers?.(null, null)]);
  expect(town.world.counts.logins).toBe(1);
});

it("a token that died is renewed once and the call made again", async () => {
  const { town, session } = start();
  await session.check();
  town.world.tokens.clear();
  expect(await session.worklogs?.create(await factOf(town))).toMatchObject({ kind: "applied" });
  expect(town.held()).toHaveLength(1);
  expect(town.world.counts.logins).toBe(2);
});

it("tokens that are never good lead to two logins, not to a loop", async () => {
  const { town, door } = start();
  const session = sessionOf(zentao, town.settings, async (request) => {
    town.world.tokens.clear();
    return door.fetch(request);
  });
  for (let at = 0; at < 4; at += 1) await expect(session.check()).rejects.toMatchObject({ kind: "credentials" });
  expect(town.world.counts.logins).toBe(2);
});

it("a wrong password is tried once a session, which keeps the account from being locked", async () => {
  const { town, session } = start({ password: "wrong" });
  for (let at = 0; at < 9; at += 1) {
    await expect(session.check()).rejects.toMatchObject({ kind: "credentials", field: "password" });
  }
  expect(town.world.counts.logins).toBe(1);
});

it("a login without an answer is asked for again by the next call", async () => {
  const { door, session } = start();
  door.failNext("lost-before");
  await expect(session.check()).rejects.toMatchObject({ kind: "timeout" });
  await expect(session.check()).resolves.toMatchObject({ account: { id: "pusher" } });
});

it("hours of two people in the same second stand in each one's name", async () => {
  const { town, session } = start(app);
  for (const personRemoteId of ["zhangsan", "lisi", "zhangsan"]) {
    await session.worklogs?.create(
      await factOf(town, { key: `${personRemoteId} ${town.held().length}`, personRemoteId }),
    );
  }
  expect(town.held().map((one) => one.person)).toEqual(["zhangsan", "lisi", "zhangsan"]);
});

it("another session in the same second is told to wait a second", async () => {
  const { town } = start(app);
  await sessionOf(zentao, town.settings, town.fetch).worklogs?.create(await factOf(town));
  const second = await sessionOf(zentao, town.settings, town.fetch).worklogs?.create(await factOf(town, { key: "2" }));
  expect(second).toMatchObject({ kind: "failed", error: { kind: "throttled", retryAfterMs: 1000 } });
});

it("each refusal of the application is told by what has to change", async () => {
  const refusals = [
    [401, "credentials", "appKey"],
    [403, "permission", "appCode"],
    [404, "credentials", "appCode"],
    [406, "not-found", "person"],
    [499, "invalid", null],
  ] as const;
  for (const [errcode, kind, field] of refusals) {
    const { town, door, session } = start(app);
    door.failNext(() => Response.json({ errcode, errmsg: "密钥 0123" }));
    const ended = await session.worklogs?.create(await factOf(town));
    expect(ended).toMatchObject({ kind: "failed", error: { kind, field } });
  }
});

it("a session that turns out to be somebody else's writes nothing", async () => {
  const { town, door, session } = start(app);
  const headers = { "content-type": "text/html", "set-cookie": "zentaosid=abc; path=/" };
  door.failNext(() => new Response("<script>1</script>", { headers }));
  town.world.tokens.set("abc", "lisi");
  const ended = await session.worklogs?.create(await factOf(town));
  expect(ended).toMatchObject({ kind: "failed", error: { kind: "permission", code: "wrong-person" } });
  expect(town.held()).toEqual([]);
});

it("a check tells what the settings leave undone", async () => {
  expect((await start().session.check()).problems).toEqual(["positive-difference-only"]);
  expect((await start({ appCode: "today" }).session.check()).problems).toContain("application-incomplete");
  expect((await start({ ...app, appKey: "wrong" }).session.check()).problems).toContain("application-denied");
  expect((await start({ ...app, correction: "estimate" }).session.check()).problems).toEqual([]);
});
