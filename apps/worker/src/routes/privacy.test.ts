import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { DayDetail, PrivacyNotice, Today } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const day = "2026-09-16";
const here = { lat: 30.2, lng: 120.1, accuracy: 15, address: "江南大道 1 号", ssid: "S", machine: null };

async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin", "he"]);
  await addProject(house, { id: "lang", members: ["zhao", "qian"], site: { lat: 30.2, lng: 120.1 } });
  await plan(house, ["zhao", "qian"], [day]);
  for (const who of ["zhao", "qian"])
    await pull(house, beijing(day, 1100), [punch(who, day, [540, "on"], here), punch(who, day, [1080, "off"], here)]);
  const grant = "insert into role_grant values (?1, 'lin', 'admin'), (?1, 'he', 'hr')";
  await house.db.batch([house.db.prepare(grant, house.id)]);
  return house;
}

const noticeOf = async (house: House, who = "zhao") =>
  (await house.as(who).call<PrivacyNotice>("GET", "/api/privacy")).body;

const stateOf = async (house: House) =>
  (await house.as("zhao").call<{ notice: string }>("GET", "/api/session")).body.notice;

async function answer(house: House, location: boolean, over: object = {}) {
  const { version, basis } = await noticeOf(house);
  const body = { id: crypto.randomUUID(), version, basis, location, ...over };
  return house.as("zhao").call<PrivacyNotice>("POST", "/api/privacy/answer", body);
}

async function setPrivacy(house: House, privacy: object): Promise<void> {
  const all = { coordinateDays: 90, hourMonths: 24, basis: "notice", location: "optional", ...privacy };
  const sql = `insert into policy (company_id, group_id, starts_on, value) values (?1, '', '2026-01-01', ?2)
    on conflict do update set value = excluded.value`;
  await house.db.batch([house.db.prepare(sql, house.id, JSON.stringify({ privacy: all }))]);
}

async function located(house: House): Promise<string[]> {
  const sql = "select distinct person_id as who from punch where company_id = ?1 and lat is not null order by 1";
  return (await house.db.all<{ who: string }>(sql, house.id)).map(({ who }) => who);
}

const dayOf = async (house: House, who: string) =>
  (await house.as(who).call<DayDetail>("GET", `/api/workdays/${day}?person=zhao`)).body;

test("whoever has not answered sees the notice as new and uses everything else all the same", async () => {
  const house = await furnish();
  expect(await noticeOf(house)).toMatchObject({ isAnswered: false, changed: [], isLocated: true, answers: [] });
  expect((await house.as("zhao").call<Today>("GET", "/api/today")).status).toBe(200);
  expect(await stateOf(house)).toBe("first");
});

test("an answer stands, a repeat counts once, and the history knows it", async () => {
  const house = await furnish();
  const id = crypto.randomUUID();
  const { body } = await answer(house, true, { id });
  expect(body).toMatchObject({ isAnswered: true, isLocated: true, answers: [{ location: true, basis: "notice" }] });
  expect((await answer(house, true, { id })).body.answers).toHaveLength(1);
  const sql = "select actor, action from history where company_id = ?1 and subject = 'notice'";
  expect(await house.db.all(sql, house.id)).toEqual([{ actor: "zhao", action: "answer" }]);
  expect(await noticeOf(house, "qian")).toMatchObject({ isAnswered: false, answers: [] });
});

test("only what is told otherwise since is marked when the settings change", async () => {
  const house = await furnish();
  await answer(house, true);
  expect(await stateOf(house)).toBe("answered");
  await setPrivacy(house, { coordinateDays: 30 });
  expect(await stateOf(house)).toBe("changed");
  const notice = await noticeOf(house);
  expect(notice).toMatchObject({ isAnswered: false, changed: ["punch-place", "visit-place"] });
  expect(notice.items.find(({ id }) => id === "punch-place")?.keep).toEqual({
    unit: "days",
    count: 30,
    left: "verdict",
  });
});

test("who withdraws has every place cleared at once, alone, and the day stays as it was", async () => {
  const house = await furnish();
  const before = await dayOf(house, "zhao");
  expect(before.workday.allocations).toMatchObject([{ project: "lang", place: "onsite" }]);
  expect((await answer(house, false)).body).toMatchObject({ isAnswered: true, isLocated: false });
  expect(await located(house)).toEqual(["qian"]);
  const after = await dayOf(house, "zhao");
  expect(after.workday).toEqual(before.workday);
  expect(after.punches).toMatchObject([
    { address: null, verdicts: [{ verdict: "inside", distance: null }] },
    { verdicts: [{ verdict: "inside", distance: null }] },
  ]);
  expect(after.punches[0]?.verdicts[0]).not.toHaveProperty("rank");
  expect((await answer(house, true)).body).toMatchObject({ isLocated: true });
});

test("location cannot be declined where the company requires it, but always where it asks for consent", async () => {
  const house = await furnish();
  await setPrivacy(house, { location: "required" });
  const refused = await answer(house, false);
  expect([refused.status, refused.body]).toMatchObject([409, { code: "location-required" }]);
  expect(await located(house)).toEqual(["qian", "zhao"]);
  await setPrivacy(house, { location: "required", basis: "consent" });
  expect((await noticeOf(house)).isLocated).toBe(false);
  expect((await answer(house, false)).status).toBe(200);
});

test("where consent is asked, who was only told has not given it", async () => {
  const house = await furnish();
  await answer(house, true);
  await setPrivacy(house, { basis: "consent" });
  expect(await noticeOf(house)).toMatchObject({ isAnswered: false, isLocated: false, mayDecline: true });
  expect((await answer(house, true, { basis: "notice" })).status).toBe(409);
  expect((await answer(house, true)).body).toMatchObject({ isAnswered: true, isLocated: true });
});

test("hr sees the verdict and not the address; the person sees both", async () => {
  const house = await furnish();
  expect((await dayOf(house, "zhao")).punches[0]?.address).toBe(here.address);
  const [seen] = (await dayOf(house, "he")).punches;
  expect(seen).toMatchObject({ address: null, verdicts: [{ verdict: "inside" }] });
});

test("the file of a person is one JSON with all of theirs and nothing of others", async () => {
  const house = await furnish();
  await answer(house, true);
  const { body: text, headers } = await house.as("zhao").call<string>("GET", "/api/privacy/export");
  const body: { person: string; lists: Record<string, unknown> } = JSON.parse(text);
  expect(headers.get("content-disposition")).toContain("attachment");
  expect(body.person).toBe("zhao");
  expect(body.lists.punch).toMatchObject([{ lat: 30.2, address: here.address }, { lat: 30.2 }]);
  expect(body.lists).toMatchObject({ person: [{ id: "zhao" }], notice_answer: [{ location: 1 }], role_grant: [] });
  expect(JSON.stringify(body)).not.toContain("qian");
});

test("the admin lays down retention and basis; what is not said of them stays", async () => {
  const house = await furnish();
  const policy = { overtime: "approved", breaks: { rule: "shift" }, longDay: 960 };
  const { body } = await house.as("lin").call<{ policies: { rules: object }[] }>("GET", "/api/policy");
  const wish = { ...policy, rules: body.policies[0]?.rules };
  const privacy = { coordinateDays: 60, hourMonths: 36, basis: "notice", location: "required" };
  await house.as("lin").call("PUT", "/api/policy/2026-09-17", { ...wish, privacy });
  const again = await house.as("lin").call("PUT", "/api/policy/2026-09-17", { ...wish, overtime: "all" });
  expect(again.body).toMatchObject({ policies: [{ privacy: { coordinateDays: 90 } }, { overtime: "all", privacy }] });
  expect(await noticeOf(house)).toMatchObject({ mayDecline: false });
});
