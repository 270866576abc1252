import { addPeople, addProject } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Budget } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const path = "/api/projects/lang/budget";

async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang", "jin"]);
  await addProject(house, { id: "lang" });
  const { db, id } = house;
  const manager =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')";
  await db.batch([db.prepare(manager, id), db.prepare("insert into role_grant values (?1, 'jin', 'finance')", id)]);
  return house;
}

const told = ({ db, id }: House) =>
  db.all(
    `select subject, actor, before, after from history where company_id = ?1 and subject like 'budget%' order by history.id`,
    id,
  );

test("a manager sets hours and an end, finance the money, and each leaves the other's as it is", async () => {
  const house = await furnish();
  const byManager = { version: 0, minutes: 1_560_000, endsOn: "2026-12-18" };
  expect((await house.as("wang").call<Budget>("PUT", path, byManager)).body).toEqual({ ...byManager, version: 1 });
  const byFinance = { ...byManager, version: 1, fen: 9_000_000 };
  expect((await house.as("jin").call<Budget>("PUT", path, byFinance)).body).toEqual({ ...byFinance, version: 2 });
  const again = await house.as("wang").call<Budget>("PUT", path, { version: 2, minutes: 60, endsOn: null });
  expect(again.body).toEqual({ version: 3, minutes: 60, endsOn: null });
  const kept = await house.as("jin").call<Budget>("PUT", path, { version: 3, minutes: 60, endsOn: null });
  expect(kept.body).toEqual({ version: 3, minutes: 60, fen: 9_000_000, endsOn: null });
});

test("a repeat changes nothing, and an older version gets the budget of now without its money", async () => {
  const house = await furnish();
  const wish = { version: 0, minutes: 60, fen: 5000, endsOn: null };
  await house.as("jin").call("PUT", path, wish);
  expect((await house.as("jin").call<Budget>("PUT", path, wish)).body).toMatchObject({ version: 1 });
  const refused = await house.as("wang").refused("PUT", path, { version: 0, minutes: 90, endsOn: null });
  expect(refused.body).toMatchObject({ code: "version-conflict", current: { version: 1, minutes: 60, endsOn: null } });
  expect(JSON.stringify(refused.body)).not.toContain("5000");
});

test("the history of hours holds no money", async () => {
  const house = await furnish();
  await house.as("jin").call("PUT", path, { version: 0, minutes: 60, fen: 5000, endsOn: null });
  await house.as("wang").call("PUT", path, { version: 1, minutes: 90, endsOn: null });
  expect(await told(house)).toEqual([
    {
      ...{ subject: "budget", actor: "jin", before: '{"minutes":null,"endsOn":null}' },
      after: '{"minutes":60,"endsOn":null}',
    },
    { subject: "budget-money", actor: "jin", before: '{"fen":null}', after: '{"fen":5000}' },
    {
      ...{ subject: "budget", actor: "wang", before: '{"minutes":60,"endsOn":null}' },
      after: '{"minutes":90,"endsOn":null}',
    },
  ]);
});
