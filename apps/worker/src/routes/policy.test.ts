import { defaultPrivacy } from "@today/core/privacy";
import { defaultRules } from "@today/core/rules";
import { addPeople, plan } from "@today/db/testing";
import { expect, test } from "vitest";
import { contextOf, theProduct } from "../context.ts";
import type { Policies } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse } from "../testing.ts";

const rules = { ...defaultRules, tolerance: { minutes: 15, lateDays: 2 }, lieu: true };
const wish = {
  overtime: "all",
  breaks: { rule: "length", after: 360, minutes: 60 },
  longDay: 900,
  rules,
  privacy: defaultPrivacy,
};

/** Zhao's three days are settled; Lin is the admin. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin"]);
  await plan(house, ["zhao"], ["2026-09-14", "2026-09-15", "2026-09-16"]);
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id)]);
  const network = async () => new Response(null, { status: 500 });
  await settleDays(await contextOf(house.env, { fetch: network, now: async () => house.now }, theProduct), null);
  return house;
}

async function dirty({ db, id }: House): Promise<string[]> {
  const rows = await db.all<{ date: string }>("select date from dirty_day where company_id = ?1 order by 1", id);
  return rows.map(({ date }) => date);
}

test("until somebody says otherwise the default holds", async () => {
  const house = await furnish();
  const { body } = await house.as("lin").call<Policies>("GET", "/api/policy");
  expect(body.editable).toBe(true);
  expect(body.policies).toEqual([
    {
      startsOn: null,
      overtime: "approved",
      breaks: { rule: "shift" },
      longDay: 960,
      rules: defaultRules,
      privacy: defaultPrivacy,
    },
  ]);
});

test("a policy holds from its date on, and the days since are settled anew", async () => {
  const house = await furnish();
  expect(await dirty(house)).toEqual([]);
  const { body } = await house.as("lin").call<Policies>("PUT", "/api/policy/2026-09-15", wish);
  expect(body.policies[1]).toEqual({ startsOn: "2026-09-15", ...wish });
  expect(await dirty(house)).toEqual(["2026-09-15", "2026-09-16"]);
  expect(house.sent).toEqual([{ kind: "settle", people: null }]);
  const history = await house.db.all(
    "select subject_id, before, json(after) as after from history where company_id = ?1 and subject = 'policy'",
    house.id,
  );
  expect(history).toEqual([{ subject_id: "2026-09-15", before: null, after: JSON.stringify(wish) }]);
});

test("a policy ends where the next begins, and a repeat changes nothing", async () => {
  const house = await furnish();
  await house.as("lin").call("PUT", "/api/policy/2026-09-16", wish);
  await house.db.batch([house.db.prepare("delete from dirty_day where company_id = ?1", house.id)]);
  await house.as("lin").call("PUT", "/api/policy/2026-09-15", { ...wish, longDay: 600 });
  expect(await dirty(house)).toEqual(["2026-09-15"]);
  const before = await house.count();
  await house.as("lin").call("PUT", "/api/policy/2026-09-15", { ...wish, longDay: 600 });
  expect(await house.count()).toEqual(before);
});

test("nothing that is closed is counted another way", async () => {
  const house = await furnish();
  const sql = "insert into period values (?1, '2026-08', '2026-08-01', '2026-08-31', 'closed', 3, 1, 0, 'he')";
  await house.db.batch([house.db.prepare(sql, house.id)]);
  const before = await house.count();
  for (const date of ["2026-07-01", "2026-08-31"]) {
    expect((await house.as("lin").refused("PUT", `/api/policy/${date}`, wish)).body.code).toBe("period-closed");
  }
  expect(await house.count()).toEqual(before);
  expect((await house.as("lin").call("PUT", "/api/policy/2026-09-01", wish)).status).toBe(200);
});
