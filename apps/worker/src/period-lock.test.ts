import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { type House, openHouse } from "./testing.ts";

const date = "2026-09-15";
const ids = { made: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", next: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12" };
const split = { version: 1, parts: [{ projectId: "lang", minutes: 60 }] };

let house: House;

/** Zhao and the manager Wang are on `lang`; on 15 September Zhao worked from 9 to 12 and chose it. */
beforeEach(async () => {
  house = await openHouse();
  await addPeople(house, ["wang"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await write(
    "insert into project_member (company_id, person_id, project_id, role) values ($c, 'wang', 'lang', 'manager')",
  );
  await plan(house, ["zhao"], [date]);
  await pull(house, beijing(date, 800), [punch("zhao", date, [540, "on"]), punch("zhao", date, [720, "off"])]);
  expect((await pick("zhao", ids.made)).status).toBe(201);
});

async function write(sql: string) {
  await house.db.batch([house.db.prepare(sql.replaceAll("$c", `'${house.id}'`))]);
}

/** It is October; September is in that state. */
async function september(state: string) {
  house.now = beijing("2026-10-08", 600);
  await write(`insert into period values ($c, '2026-09', '2026-09-01', '2026-09-30', '${state}', 1, 0, 1, 'he')`);
}

const pick = (who: string, id: string) =>
  house.as(who).call<{ code?: string }>("POST", "/api/picks", { id, date, projectId: "lang" });

/** What each choice about the day is answered. */
async function choices(who: string) {
  const caller = house.as(who);
  const answers = [
    await pick(who, ids.next),
    await caller.call<{ code?: string }>("PUT", `/api/workdays/${date}/split`, split),
    await caller.call<{ code?: string } | null>("DELETE", `/api/picks/${ids.made}`),
  ];
  return answers.map(({ status, body }) => body?.code ?? status);
}

describe("choices about a day", () => {
  test("are refused once its period is closed, but a repeat of an earlier one is answered as before", async () => {
    await september("closed");
    const before = await house.count();
    expect(await choices("zhao")).toEqual(["period-closed", "period-closed", "period-closed"]);
    expect((await pick("zhao", ids.made)).status).toBe(200);
    expect(await house.count()).toEqual(before);
  });

  test("are refused to employees while it is open for approvers, unless grace lets them in", async () => {
    await september("open-for-approvers");
    const refused = "period-approvers-only";
    expect(await choices("zhao")).toEqual([refused, refused, refused]);
    await write("insert into period_grace values ($c, '2026-09', 'zhao', '2026-10-07', 'x', 1, 'he')");
    expect(await choices("zhao")).toEqual([refused, refused, refused]);
    await write("update period_grace set until = '2026-10-08' where company_id = $c");
    expect(await choices("zhao")).toEqual([201, "version-conflict", 204]);
  });

  test("are open to approvers as long as it is not closed", async () => {
    await september("open-for-approvers");
    expect((await pick("wang", ids.next)).status).toBe(201);
  });

  test("a pick costs one statement beside its lock", async () => {
    const answer = await pick("zhao", ids.next);
    expect(answer.headers.get("server-timing")).toContain("1 statements");
  });
});
