import type { SimulatorOptions } from "@today/simulator/options";
import { expect, test } from "vitest";
import type { LinkProblems } from "../contract.ts";
import { cookieOf } from "../testing.ts";
import { openTown, type Town } from "../testing-town.ts";

const range = { kind: "punches", from: "2026-09-14", to: "2026-09-16" } as const;

async function problemsOf(town: Town): Promise<LinkProblems> {
  const [admin] = await town.db.all<{ id: string }>(
    "select person_id as id from role_grant where company_id = ?1 and role = 'admin'",
    town.companyId,
  );
  const headers = { cookie: await cookieOf(town.companyId, admin?.id ?? "", town.simulator.now()) };
  const answer = await town.receive(new Request("http://today.test/api/sync/problems", { headers }));
  return answer.json<LinkProblems>();
}

const options: SimulatorOptions = { people: 12 };

test("a refused address is told with its address and a missing permission by name, until a call succeeds", async () => {
  const town = await openTown(options);
  await town.control("fault", { match: "/attendance/listRecord", kind: "ip", count: 1 });
  await town.run(range);
  await town.control("fault", { match: "/topapi/attendance/getleavestatus", kind: "permission", count: 1 });
  await town.run(range);
  const { problems, pauses } = await problemsOf(town);
  expect(problems).toMatchObject([{ code: "permission", path: "/topapi/attendance/getleavestatus", times: 1 }]);
  expect(problems[0]?.detail.missingScopes).not.toEqual([]);
  expect(pauses).toEqual([]);
  await town.run(range);
  expect((await problemsOf(town)).problems).toEqual([]);
});

test("a ban is told with the time until which all calls wait", async () => {
  const town = await openTown(options);
  await town.control("fault", { match: "/attendance/listRecord", kind: "html-ban", rate: 1 });
  const { stepIn, world } = town;
  town.queue.push({ kind: "start-run", run: "night" });
  await stepIn(world);
  await stepIn(world);
  const { problems, pauses } = await problemsOf(town);
  expect(problems).toMatchObject([{ code: "banned", path: "/attendance/listRecord" }]);
  expect(pauses).toMatchObject([{ api: "*", cause: "banned", strikes: 1 }]);
});
