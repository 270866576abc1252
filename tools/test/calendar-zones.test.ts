import { afterEach, expect, test } from "vitest";

interface Published {
  publishedYear(year: number): { readonly days: Readonly<Record<string, string>> } | null;
}

const here = process.env.TZ;

afterEach(() => {
  if (here === undefined) delete process.env.TZ;
  else process.env.TZ = here;
});

async function readPublished(): Promise<Published> {
  const path: string = new URL("../../apps/worker/src/published-year.ts", import.meta.url).pathname;
  return import(path);
}

// The Workers runtime knows no zone but UTC, so that only here another one can be had.
test("the published holidays are the same in whatever zone the machine stands", async () => {
  const { publishedYear } = await readPublished();
  const [shanghai, west, east] = ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map((zone) => {
    process.env.TZ = zone;
    return { offset: new Date(2026, 0, 1).getTimezoneOffset(), years: [2024, 2025, 2026].map(publishedYear) };
  });
  expect([shanghai?.offset, west?.offset, east?.offset]).toEqual([-480, 480, -840]);
  expect(shanghai?.years[2]?.days).toMatchObject({ "2026-01-01": "statutory", "2026-01-04": "swapped-workday" });
  expect(west?.years).toEqual(shanghai?.years);
  expect(east?.years).toEqual(shanghai?.years);
});
