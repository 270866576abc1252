import { expect, test } from "vitest";
import { refuseChange } from "./period.ts";

test("a date in a closed period refuses changes, from its first to its last day", () => {
  const september = { first: "2026-09-01", last: "2026-09-30", state: "closed" } as const;
  const october = { first: "2026-10-01", last: "2026-10-31", state: "open-for-approvers" } as const;
  const refused = (date: string) => refuseChange(date, [october, september])?.problem ?? null;
  expect(["2026-09-01", "2026-09-30"].map(refused)).toEqual(["period-closed", "period-closed"]);
  expect(["2026-08-31", "2026-10-01"].map(refused)).toEqual([null, null]);
});
