import { addPeople } from "@today/db/testing";
import { addTarget } from "@today/db/testing-worklog";
import { expect, test } from "vitest";
import type { Comparisons } from "../contract.ts";
import { openHouse } from "../testing.ts";

test("HR and finance find what can be compared, with the month that was read last", async () => {
  const house = await openHouse();
  await addPeople(house, ["lin", "hou", "qian"]);
  for (const id of ["first", "paused", "gone"]) await addTarget(house, id);
  const put = (sql: string) => house.db.all(sql, house.id);
  await put("insert into role_grant values (?1, 'hou', 'hr'), (?1, 'qian', 'finance')");
  await put("update target set state = 'paused', name = '禅道' where company_id = ?1 and id = 'paused'");
  await put("update target set state = 'removed' where company_id = ?1 and id = 'gone'");
  const read = (month: string, at: string) =>
    house.db.all("insert into target_month values (?1, 'first', ?2, ?3, 0, 0)", house.id, month, Date.parse(at));
  await read("2026-08", "2026-09-17T09:30:00+08:00");
  await read("2026-09", "2026-09-16T09:30:00+08:00");
  for (const who of ["hou", "qian"]) {
    const { status, body } = await house.as(who).call<Comparisons>("GET", "/api/comparisons");
    expect(status).toBe(200);
    expect(body.targets).toEqual([
      {
        ...{ id: "first", kind: "redmine", name: "R", state: "on" },
        ...{ month: "2026-08", readAt: "2026-09-17T09:30:00+08:00" },
      },
      { id: "paused", kind: "redmine", name: "禅道", state: "paused", month: null, readAt: null },
    ]);
  }
  expect((await house.as("lin").refused("GET", "/api/comparisons")).body.code).toBe("forbidden");
});
