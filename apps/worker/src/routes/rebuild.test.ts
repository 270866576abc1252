import { expect, test } from "vitest";
import type { LatestRebuild, RebuiltDays } from "../contract.ts";
import { rebuildDays } from "../operations/rebuild-days.ts";
import { settleDays } from "../settle-days.ts";
import { productIn } from "../testing.ts";
import { furnish } from "../testing-bad-input.ts";

test("the admin begins a rebuild and reads its sums; HR alone reads whose days differ", async () => {
  const house = await furnish();
  await settleDays(await productIn(house), null);
  await house.db.all(
    "update workday set counted = 0, unassigned = 0 where company_id = ?1 and person_id = 'zhao'",
    house.id,
  );
  expect((await house.as("lin").call<LatestRebuild>("GET", "/api/rebuild")).body).toEqual({ rebuild: null });
  const begun = (await house.as("lin").call<LatestRebuild>("POST", "/api/rebuild", { write: false })).body.rebuild;
  expect(begun).toMatchObject({ state: "running", askedBy: "lin", write: false });
  const again = (await house.as("lin").call<LatestRebuild>("POST", "/api/rebuild", { write: true })).body.rebuild;
  expect(again).toEqual(begun);
  await rebuildDays(await productIn(house), { id: begun?.id ?? "", n: 0 });
  const done = (await house.as("lin").call<LatestRebuild>("GET", "/api/rebuild")).body.rebuild;
  expect(done).toMatchObject({
    state: "done",
    days: { different: 1 },
    before: { counted: 0 },
    after: { counted: 180 },
  });
  const { body } = await house.as("he").call<RebuiltDays>("GET", "/api/rebuild/days");
  expect(body).toMatchObject({
    next: null,
    days: [{ personId: "zhao", date: "2026-09-15", fields: ["counted", "unassigned"] }],
  });
});
