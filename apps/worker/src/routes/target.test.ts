import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { addPeople, addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Connectors, Target, TargetCheck, TargetInput, Targets } from "../contract.ts";
import { openHouse, productIn } from "../testing.ts";

const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const path = `/api/targets/${id}`;

async function open() {
  const redmine = openRedmine({ key: "admin" });
  const seen: Request[] = [];
  const house = await openHouse({
    fetch: async (request) => {
      seen.push(request.clone());
      return redmine.fetch(request);
    },
  });
  await addPeople(house, ["lin"]);
  await house.db.all("insert into role_grant values (?1, 'lin', 'admin')", house.id);
  const { address = "", key = "" } = redmine.settings;
  const wish: TargetInput = { id, kind: "redmine", name: "公司 Redmine", settings: { address, key } };
  const lin = house.as("lin");
  const patch = (body: object) => lin.call<Target>("PATCH", path, body);
  const stored = async () => JSON.stringify(await house.db.all("select * from target where company_id = ?1", house.id));
  const told = () =>
    house.db.all<{ action: string; after: string }>(
      "select action, before, after from history where company_id = ?1 and subject = 'target' order by id",
      house.id,
    );
  return { house, redmine, seen, lin, wish, key, patch, stored, told };
}

test("the form asks for what the products want, in both languages", async () => {
  const { lin } = await open();
  const { body } = await lin.call<Connectors>("GET", "/api/connectors");
  expect(body.connectors.map(({ kind }) => kind)).toContain("redmine");
  const redmine = body.connectors.find(({ kind }) => kind === "redmine");
  expect(redmine?.form.find(({ name }) => name === "key")).toMatchObject({ kind: "secret", required: true });
  expect(redmine?.abilities.worklogs.author).toBe("any-user");
  expect(body.roundings).toContain("nearest-15");
});

test("a product is connected once, paused, and its key is told to nobody any more", async () => {
  const { lin, wish, key, stored, told, seen } = await open();
  const made = await lin.call<Target>("POST", "/api/targets", wish);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...{ id, kind: "redmine", name: "公司 Redmine", state: "paused", secrets: ["key"], version: 1 },
    ...{ approvedOnly: true, pace: "night", rounding: "exact", startsOn: "2026-09-17", account: null, problem: null },
  });
  expect((await lin.call("POST", "/api/targets", wish)).status).toBe(201);
  const { body } = await lin.call<Targets>("GET", "/api/targets");
  expect(body.targets).toEqual([made.body]);
  expect((await lin.call("GET", path)).body).toEqual(made.body);
  const everything = JSON.stringify([body, await stored(), await told()]);
  expect(everything).not.toContain(key);
  expect(await told()).toMatchObject([{ action: "create" }]);
  expect(seen).toEqual([]);
  const other = await lin.refused("POST", "/api/targets", { ...wish, name: "另一个" });
  expect([other.status, other.body.code]).toEqual([409, "target-id-reused"]);
});

test("a setting that is missing, malformed or unknown is named", async () => {
  const { lin, wish } = await open();
  const { address = "", key = "" } = wish.settings;
  const fieldOf = async (settings: object) =>
    (await lin.refused("POST", "/api/targets", { ...wish, settings })).body.fields;
  expect(await fieldOf({ address })).toEqual([{ path: "settings.key", message: "setting-missing" }]);
  expect(await fieldOf({ address: "pm", key })).toEqual([{ path: "settings.address", message: "setting-malformed" }]);
  expect(await fieldOf({ address, key, x: "" })).toEqual([{ path: "settings.x", message: "setting-unknown" }]);
  const kind = await lin.refused("POST", "/api/targets", { ...wish, kind: "abacus" });
  expect(kind.body.fields).toEqual([{ path: "kind", message: "connector-unknown" }]);
});

test("what is left out of a change stays, a repeat over an old version loses", async () => {
  const { house, lin, wish, patch, told } = await open();
  await lin.call("POST", "/api/targets", wish);
  const changed = await patch({ version: 1, state: "on", rounding: "nearest-15", states: { working: "2" } });
  expect(changed.body).toMatchObject({ state: "on", rounding: "nearest-15", states: { working: "2" }, version: 2 });
  expect(changed.body).toMatchObject({ name: wish.name, secrets: ["key"], approvedOnly: true });
  const pushes = ["push-worklogs", "push-tasks", "push-states"].map((kind) => ({ kind, targetId: id }));
  expect(house.sent).toEqual([{ kind: "plan-worklogs" }, ...pushes]);
  expect((await patch({ version: 2, state: "on" })).body.version).toBe(2);
  const late = await lin.refused("PATCH", path, { version: 1, name: "晚了" });
  expect(late.body).toMatchObject({ code: "version-conflict", current: { version: 2, state: "on" } });
  const [, row] = await told();
  expect(JSON.parse(row?.after ?? "")).toMatchObject({ state: "on", changed: [], newCredentials: false });
  expect(await told()).toHaveLength(2);
});

test("a change that marks days to be planned anew is told as done", async () => {
  const { house, lin, wish, patch } = await open();
  await addProject(house, { id: "lang" });
  await lin.call("POST", "/api/targets", wish);
  await house.db.all("insert into remote_project values (?1, ?2, '1', '项目1', null, 0, 1, 0, null)", house.id, id);
  const { status } = await lin.call("PUT", `${path}/destinations/lang`, { version: 0, remoteProject: "1" });
  expect(status).toBe(200);
  for (const date of ["2026-09-17", "2026-09-18"])
    await house.db.all(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, state)
       values (?1, 'lang', ?2, 'lin', 0, 60, 'pick', 'onsite', 'approved')`,
      ...[house.id, date],
    );
  expect(await patch({ version: 1, rounding: "nearest-15" })).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await patch({ version: 2, startsOn: "2026-09-18" })).toMatchObject({ status: 200, body: { version: 3 } });
});

test("a kept key goes to no new address, and comes along or stays away", async () => {
  const { house, lin, wish, key, patch, seen, told } = await open();
  await lin.call("POST", "/api/targets", wish);
  for (const address of ["https://evil.example/redmine", "http://pm.example.com/redmine", "https://pm.example.com/x"]) {
    const refused = await lin.refused("PATCH", path, { version: 1, settings: { address } });
    expect([refused.status, refused.body.code], address).toEqual([422, "secret-wanted"]);
    expect(refused.body.fields).toEqual([{ path: "settings.key", message: "secret-wanted" }]);
  }
  const moved = await patch({ version: 1, settings: { address: "https://new.example.com", key: `${key}2` } });
  expect(moved.body).toMatchObject({ version: 2, settings: { address: "https://new.example.com" } });
  // Another setting of the same place needs no key.
  expect((await patch({ version: 2, settings: { activity: "9" } })).body).toMatchObject({
    settings: { address: "https://new.example.com", activity: "9" },
    secrets: ["key"],
  });
  expect((await told()).slice(1).map(({ after }) => JSON.parse(after))).toMatchObject([
    { settings: ["address"], changed: ["address"], newCredentials: true },
    { settings: ["address", "activity"], changed: ["activity"], newCredentials: false },
  ]);
  const missing = await lin.refused("PATCH", path, { version: 3, settings: { key: "" } });
  expect(missing.body.fields).toEqual([{ path: "settings.key", message: "setting-missing" }]);
  expect(seen).toEqual([]);
  const { targets, db } = await productIn(house);
  const [row] = await db.all<{ sealed: string }>("select sealed from target where company_id = ?1", house.id);
  expect(await targets.unseal(id, row?.sealed ?? "")).toEqual({ key: `${key}2` });
});

test("a check tells who we are there, and what is wrong stays told until it is mended", async () => {
  const { house, redmine, lin, wish, patch } = await open();
  await lin.call("POST", "/api/targets", wish);
  const good = await lin.call<TargetCheck>("POST", `${path}/checks`);
  expect(good.body).toMatchObject({ works: true, account: "管理 员", problem: null });
  expect(good.body.offers.activity?.map(({ value }) => value)).toContain("9");
  expect((await lin.call<Target>("GET", path)).body).toMatchObject({ account: good.body.account, problem: null });
  redmine.revoke();
  const bad = await lin.call<TargetCheck>("POST", `${path}/checks`);
  expect(bad.body).toMatchObject({ works: false, problem: "credentials" });
  expect((await lin.call<Target>("GET", path)).body).toMatchObject({ problem: "credentials", version: 1 });
  expect((await patch({ version: 1, name: "换个名字" })).body.problem).toBe("credentials");
  await patch({ version: 2, state: "on" });
  house.sent.splice(0);
  expect((await patch({ version: 3, settings: { key: "another" } })).body).toMatchObject({
    problem: null,
    account: null,
  });
  expect(house.sent.map(({ kind }) => kind)).toEqual(["plan-worklogs", "push-worklogs", "push-tasks", "push-states"]);
});

test("credentials that are sealed with another key say so and want to come again", async () => {
  const { house, lin, wish, patch, key } = await open();
  await lin.call("POST", "/api/targets", wish);
  const [row] = await house.db.all<{ sealed: string }>("select sealed from target where company_id = ?1", house.id);
  const altered = `${row?.sealed.slice(0, -4)}AAAA`;
  await house.db.all("update target set sealed = ?2 where company_id = ?1", house.id, altered);
  const check = await lin.call<TargetCheck>("POST", `${path}/checks`);
  expect(check.body).toMatchObject({ works: false, problem: "credentials-unreadable" });
  expect((await lin.call<Target>("GET", path)).body.problem).toBe("credentials-unreadable");
  const refused = await lin.refused("PATCH", path, { version: 1, settings: { activity: "9" } });
  expect(refused.body).toMatchObject({ code: "secret-wanted", fields: [{ path: "settings.key" }] });
  await patch({ version: 1, settings: { key } });
  expect((await lin.call<TargetCheck>("POST", `${path}/checks`)).body.works).toBe(true);
});

test("a rest that the far side asked for is kept, one after a failure of ours ends when it is mended", async () => {
  const { house, lin, wish } = await open();
  await lin.call("POST", "/api/targets", wish);
  const rest = (problem: string | null) =>
    house.db.all(
      "update target set quiet_until = ?2, problem = ?3 where company_id = ?1",
      ...[house.id, house.now + 60_000, problem],
    );
  const quietAfterCheck = async () => {
    await lin.call("POST", `${path}/checks`);
    return (await lin.call<Target>("GET", path)).body.quietUntil;
  };
  await rest(null);
  expect(await quietAfterCheck()).toBe("2026-09-17T13:31:00+08:00");
  await rest("credentials");
  expect(await quietAfterCheck()).toBeNull();
});

test("settings are tried before they are kept, at public addresses alone", async () => {
  const { lin, wish, seen, stored } = await open();
  const ask = async (settings: object) =>
    (await lin.call<TargetCheck>("POST", "/api/target-checks", { kind: "redmine", settings })).body;
  expect(await ask(wish.settings)).toMatchObject({ works: true });
  expect(await stored()).toBe("[]");
  const before = seen.length;
  expect(await ask({ ...wish.settings, address: "https://10.0.0.7" })).toMatchObject({
    ...{ works: false, problem: "host-private", field: "address" },
  });
  expect(await ask({ ...wish.settings, address: "http://pm.example.com" })).toMatchObject({ problem: "https-wanted" });
  expect(await ask({ address: wish.settings.address })).toMatchObject({ problem: "setting-missing", field: "key" });
  expect(seen.length).toBe(before);
});

test("a removed target is gone with its credentials, and its id is not used again", async () => {
  const { house, lin, wish } = await open();
  await lin.call("POST", "/api/targets", wish);
  expect((await lin.call("DELETE", path)).status).toBe(204);
  expect((await lin.call("DELETE", path)).status).toBe(204);
  const rows = await house.db.all("select sealed, secrets, state from target where company_id = ?1", house.id);
  expect(rows).toEqual([{ sealed: null, secrets: "[]", state: "removed" }]);
  expect((await lin.call<Targets>("GET", "/api/targets")).body.targets).toEqual([]);
  for (const [method, at, body] of [
    ["GET", path],
    ["PATCH", path, { version: 2, state: "on" }],
    ["POST", `${path}/checks`],
  ] as const) {
    expect((await lin.refused(method, at, body)).body.code, method).toBe("not-found");
  }
  expect((await lin.refused("POST", "/api/targets", wish)).body.code).toBe("target-id-reused");
});
