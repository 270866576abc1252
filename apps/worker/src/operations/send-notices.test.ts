import { addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import { asked, at, begin, callsTo, follow } from "../testing-forms.ts";
import { openTown, type Town } from "../testing-town.ts";

const sending = "/topapi/message/corpconversation/asyncsend_v2";
const { app } = { app: { agentId: "900000001" } };

/** A town in which `wang003` and `chen007` manage `lang`, and zhao001 is planned for it in September. */
async function openProject(over: { agentId?: string | undefined; publicUrl?: string } = app): Promise<Town> {
  const town = await openTown({ people: 12 });
  const { db, companyId, env } = town;
  Object.assign(env, { DINGTALK_AGENT_ID: over.agentId, PUBLIC_URL: over.publicUrl });
  await addProject({ db, id: companyId } as Parameters<typeof addProject>[0], { id: "lang" });
  await addProject({ db, id: companyId } as Parameters<typeof addProject>[0], { id: "other", members: ["zhao001"] });
  const member = `insert into project_member (company_id, person_id, project_id, role, planned_from, planned_to)
    values (?1, ?2, ?3, ?4, ?5, ?6)`;
  await db.batch([
    db.prepare(member, companyId, "zhao001", "lang", "member", "2026-09-01", "2026-09-30"),
    db.prepare(member, companyId, "wang003", "lang", "manager", null, null),
    db.prepare(member, companyId, "chen007", "lang", "manager", null, null),
    db.prepare(member, companyId, "xu010", "other", "manager", null, null),
  ]);
  await town.run({ kind: "night" });
  await town.listen({ approvalEvents: true, attendanceEvents: true });
  return town;
}

async function noticesOf({ db, companyId }: Town) {
  return db.all<{ person: string; kind: string; state: string; problem: string | null; body: string }>(
    `select person_id as person, kind, state, problem, body from notice where company_id = ?1 order by created_at, kind, person_id`,
    companyId,
  );
}

async function sweep(town: Town, minutes = 12): Promise<void> {
  await town.simulator.advanceTo(town.simulator.now() + minutes * 60_000);
  town.queue.push({ kind: "resume" });
  await town.drain();
}

async function delivered({ simulator }: Town): Promise<{ text: string; to: string[] }[]> {
  const answer = await simulator.fetch(new Request("http://simulator/_simulator/notices"));
  const { notices } = await answer.json<{ notices: { msg: unknown; delivered: string[] }[] }>();
  return notices.map(({ delivered: to, ...notice }) => ({ text: JSON.stringify(notice), to: to.toSorted() }));
}

test("managers are told once of a leave that takes hours from their project, without its reason", async () => {
  const town = await openProject();
  await begin(town, { ...asked.leave, reason: "家中有事" });
  await town.drain();
  town.queue.push({ kind: "send-notices" }, { kind: "send-notices" });
  await town.drain();
  await town.goTo("2026-09-17", 1380);
  await town.run({ kind: "night" });
  await sweep(town);
  const told = await noticesOf(town);
  expect(told.map(({ person, kind, state }) => `${person} ${kind} ${state}`)).toEqual([
    "chen007 leave told",
    "wang003 leave told",
  ]);
  expect(JSON.parse(told[0]?.body ?? "")).toEqual({ from: asked.leave.start, to: asked.leave.end, minutes: 270 });
  expect(await callsTo(town, sending)).toBe(1);
  const [first, ...more] = await delivered(town);
  expect(more).toEqual([]);
  expect(first?.to).toEqual(["chen007", "wang003"]);
  expect(first?.text).toContain("9月18日 13:30–18:00，共 4.5 小时");
  expect(first?.text).not.toContain("家中有事");
  expect(first?.text).not.toContain("事假");
}, 20_000);

test("a leave that is changed and withdrawn is told again to whom it was told", async () => {
  const town = await openProject();
  const id = await begin(town, asked.leave);
  await town.drain();
  await follow(town, id, "modify", { ...asked.leave, end: at("2026-09-18T15:30"), decide: "agree" });
  await town.drain();
  await follow(town, id, "revoke", { decide: "agree" });
  await town.drain();
  await town.goTo("2026-09-17", 1380);
  await town.run({ kind: "night" });
  const kinds = (await noticesOf(town)).filter(({ person }) => person === "wang003").map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["leave", "leave-changed", "leave-withdrawn"]);
}, 20_000);

test("what DingTalk drops is kept with its code, and who manages is shown it all the same", async () => {
  const town = await openProject();
  await begin(town, asked.leave);
  await town.drain();
  const { fetch } = town.world;
  town.world.fetch = async (request) => {
    if (!request.url.includes("getsendresult")) return fetch(request);
    const forbidden_list = [{ userid: "wang003", code: "143106", count: 1 }];
    return Response.json({ errcode: 0, send_result: { read_user_id_list: ["chen007"], forbidden_list } });
  };
  await sweep(town);
  await sweep(town);
  const told = await noticesOf(town);
  expect(told.map(({ person, state, problem }) => [person, state, problem])).toEqual([
    ["chen007", "told", null],
    ["wang003", "dropped", "143106"],
  ]);
}, 20_000);

test("without an agent id notices are seen in the app alone", async () => {
  const town = await openProject({ agentId: undefined });
  await begin(town, asked.leave);
  await town.drain();
  await sweep(town);
  expect((await noticesOf(town)).map(({ state }) => state)).toEqual(["shown", "shown"]);
  expect(await callsTo(town, sending)).toBe(0);
}, 20_000);

test("what fails for good is given up after one call, what may pass after four", async () => {
  for (const [kind, calls] of [
    ["permission", 1],
    ["busy", 4],
  ] as const) {
    const town = await openProject();
    await town.control("fault", { match: "/topapi/message/*", kind, rate: 1 });
    await begin(town, asked.leave);
    await town.drain();
    for (let n = 0; n < 6; n += 1) await sweep(town, 5);
    const told = await noticesOf(town);
    expect(told).toMatchObject([{ state: "failed", problem: `dingtalk-${kind}` }, { state: "failed" }]);
    const attempts = await town.db.all("select distinct attempts from notice where company_id = ?1", town.companyId);
    expect(attempts).toEqual([{ attempts: calls }]);
  }
}, 30_000);

test("a leave that is over is no news, and a company may do without", async () => {
  const town = await openProject();
  const value = JSON.stringify({ rules: { notices: { leave: false, overtime: false, budget: false } } });
  await begin(town, { ...asked.leave, start: at("2026-09-15T13:30"), end: at("2026-09-15T18:00") });
  await town.drain();
  expect(await noticesOf(town)).toEqual([]);
  const policy = "insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-09-01', ?2)";
  await town.db.batch([town.db.prepare(policy, town.companyId, value)]);
  await begin(town, asked.leave);
  await town.drain();
  expect(await noticesOf(town)).toEqual([]);
}, 20_000);
