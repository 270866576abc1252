import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const program = `
  const { publishedYear } = await import("./apps/worker/src/published-year.ts");
  console.log(JSON.stringify([2024, 2025, 2026].map(publishedYear)));
`;

function yearsIn(zone: string): string {
  const args = ["--input-type=module", "--eval", program];
  return execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: "utf8" });
}

test("the published holidays are the same in whatever zone the machine stands", () => {
  const there = ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map(yearsIn);
  expect(new Set(there).size).toBe(1);
  expect(JSON.parse(there[0] ?? "")[2].days).toMatchObject({
    "2026-01-01": "statutory",
    "2026-01-04": "swapped-workday",
  });
});
