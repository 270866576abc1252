import { addPeople } from "@today/db/testing";
import { expect, test } from "vitest";
import type { DayDetail, Today } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, productIn } from "../testing.ts";
import { programIn } from "../testing-api.ts";
import { furnish } from "../testing-bad-input.ts";

const pick = { personId: "zhao", date: "2026-09-17", projectId: "lang", reason: "门禁系统报到" };
const project = { code: "N", name: "新项目", shortName: "新", mark: "新" };

async function period(house: House, state: string): Promise<void> {
  const sql = `insert into period values (?1, '2026-09', '2026-09-01', '2026-09-30', '${state}', 1, 0, 1, 'he')`;
  await house.db.all(sql, house.id);
}

test("a pick stands under the key's id, and the screens tell the key's name and the reason", async () => {
  const house = await furnish();
  const program = await programIn(house, ["picks:write"]);
  const { status, body } = await program.post("/v1/picks", { ...pick, from: "13:00" });
  expect(status).toBe(201);
  expect(body).toEqual({
    ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), personId: "zhao", date: "2026-09-17", projectId: "lang" },
    ...{ taskId: null, from: "13:00", madeAt: "2026-09-17T13:30:00+08:00" },
  });
  const [row] = await house.db.all("select made_by, channel from pick where company_id = ?1", house.id);
  expect(row).toEqual({ made_by: program.id, channel: "api" });
  const [told] = await house.db.all(
    "select actor, channel, reason from history where company_id = ?1 and subject = 'pick'",
    house.id,
  );
  expect(told).toEqual({ actor: program.id, channel: "api", reason: "门禁系统报到" });
  expect(house.sent).toEqual([{ kind: "settle", people: ["zhao"] }]);
  await settleDays(await productIn(house), null);
  const day = await house.as("zhao").call<DayDetail>("GET", "/api/workdays/2026-09-17");
  expect(JSON.stringify(day.body)).toContain('"Zapier"');
  expect((await house.as("zhao").call<Today>("GET", "/api/today")).status).toBe(200);
});

test.each([
  ["somebody unknown", { personId: "nobody" }, "404 not-found"],
  ["a project of others", { projectId: "shui" }, "422 project-not-bookable"],
  ["a date long past", { date: "2026-01-05" }, "422 date-out-of-range"],
  ["a date that is none", { date: "2026-02-30" }, "400 invalid-input"],
  ["no reason", { reason: " " }, "400 invalid-input"],
  ["a field nobody knows", { minutes: 5 }, "400 invalid-input"],
])("a pick for %s is refused and writes nothing", async (_, over, refused) => {
  const house = await furnish();
  const program = await programIn(house, ["picks:write"]);
  const before = await house.count();
  const { status, body } = await program.post<{ code: string }>("/v1/picks", { ...pick, ...over });
  expect(`${status} ${body.code}`).toBe(refused);
  expect(await house.count()).toEqual(before);
});

test.each([
  ["closed", "period-closed"],
  ["open-for-approvers", "period-approvers-only"],
])("in a period that is %s a key picks nothing", async (state, code) => {
  const house = await furnish();
  const program = await programIn(house, ["picks:write"]);
  await period(house, state);
  const { status, body } = await program.post("/v1/picks", pick);
  expect([status, body]).toEqual([409, expect.objectContaining({ code })]);
  expect(await house.db.all("select 1 from pick where company_id = ?1", house.id)).toEqual([]);
});

test("a project is made under the key's id, with its managers", async () => {
  const house = await furnish();
  await addPeople(house, ["sun"]);
  const program = await programIn(house, ["projects:write"]);
  const { status, body } = await program.post<{ id: string }>("/v1/projects", { ...project, managers: ["sun"] });
  expect([status, body]).toEqual([201, { id: expect.any(String), startsOn: null, closedOn: null, ...project }]);
  const rows = await house.db.all(
    "select actor, channel from history where company_id = ?1 and subject_id = ?2",
    ...[house.id, body.id],
  );
  expect(rows).toEqual([{ actor: program.id, channel: "api" }]);
  const [member] = await house.db.all(
    "select person_id, role from project_member where company_id = ?1 and project_id = ?2",
    ...[house.id, body.id],
  );
  expect(member).toEqual({ person_id: "sun", role: "manager" });
});

test.each([
  ["a code that is taken", { code: "lang" }, "409 code-taken"],
  ["a manager nobody knows", { managers: ["nobody"] }, "404 not-found"],
  ["a mark of three letters", { mark: "ABC" }, "400 invalid-input"],
  ["a mark that is none", { mark: "1" }, "400 invalid-input"],
])("a project with %s is refused", async (_, over, refused) => {
  const house = await furnish();
  const program = await programIn(house, ["projects:write"]);
  const { status, body } = await program.post<{ code: string }>("/v1/projects", { ...project, ...over });
  expect(`${status} ${body.code}`).toBe(refused);
});

test("a body that is not JSON, or too large, is refused", async () => {
  const program = await programIn(await furnish(), ["picks:write"]);
  expect(await program.post("/v1/picks", "{")).toMatchObject({ status: 400, body: { code: "bad-json" } });
  const large = { ...pick, reason: "x".repeat(70_000) };
  expect(await program.post("/v1/picks", large)).toMatchObject({ status: 413, body: { code: "body-too-large" } });
});
