import { addPeople } from "@today/db/testing";
import { addTarget, addWorklogs } from "@today/db/testing-worklog";
import { expect, test } from "vitest";
import type { WorklogCount } from "../contract.ts";
import { openHouse } from "../testing.ts";

const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";

async function open() {
  const house = await openHouse();
  await addPeople(house, ["lin"]);
  await house.db.all("insert into role_grant values (?1, 'lin', 'admin')", house.id);
  await addTarget(house, id);
  const states = async () => {
    const rows = await house.db.all<{ key: string; state: string; attempts: number; next_at: number }>(
      "select key, state, attempts, next_at from worklog where company_id = ?1 order by key",
      house.id,
    );
    return rows.map(({ key, state, attempts }) => `${key} ${state} ${attempts}`);
  };
  const told = () =>
    house.db.all(
      "select subject, action, after from history where company_id = ?1 and subject in ('target', 'worklog') order by id",
      house.id,
    );
  return { house, lin: house.as("lin"), states, told };
}

test("what waits for the night goes now, with a trace, and nothing leaves a paused target", async () => {
  const { house, lin, told } = await open();
  await addWorklogs(house, id, [
    { key: "a", next_at: 4_000_000_000_000 },
    { key: "b", state: "done" },
  ]);
  expect(await lin.call<WorklogCount>("POST", `/api/targets/${id}/pushes`)).toMatchObject({
    status: 202,
    body: { worklogs: 1 },
  });
  const due = await house.db.all(
    "select key from worklog where company_id = ?1 and next_at between 1 and 2e12",
    house.id,
  );
  expect(due).toEqual([{ key: "a" }]);
  expect(await told()).toEqual([{ subject: "target", action: "push", after: '{"worklogs":1}' }]);
  await house.db.all("update target set state = 'paused' where company_id = ?1", house.id);
  expect((await lin.call("POST", `/api/targets/${id}/pushes`)).body).toMatchObject({ code: "target-paused" });
});

test("of what was set aside these go again, or all, and a repeat changes nothing", async () => {
  const { house, lin, states, told } = await open();
  await addWorklogs(house, id, [
    ...["a", "b", "c"].map((key) => ({ key, state: "failed" })),
    { key: "d", state: "done" },
  ]);
  const retry = (body: object) => lin.call<WorklogCount>("POST", `/api/targets/${id}/retries`, body);
  expect((await retry({ keys: ["a", "d", "nobody's"] })).body).toEqual({ worklogs: 1 });
  expect(await states()).toEqual(["a due 0", "b failed 0", "c failed 0", "d done 0"]);
  expect((await retry({ all: true })).body).toEqual({ worklogs: 2 });
  expect((await retry({ all: true })).body).toEqual({ worklogs: 0 });
  expect(await states()).toEqual(["a due 0", "b due 0", "c due 0", "d done 0"]);
  expect(await told()).toEqual([
    { subject: "worklog", action: "retry", after: '{"worklogs":1,"keys":["a","d","nobody\'s"]}' },
    { subject: "worklog", action: "retry", after: '{"worklogs":2,"keys":null}' },
  ]);
});
