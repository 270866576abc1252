import { countRejected } from "@today/db/rejected-row";
import { readRuns } from "@today/db/sync-run";
import { spoilt } from "@today/dingtalk/odd-payload";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { openTown } from "../testing-town.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Where each call of a pull has its rows, and the table to which they go; several rows of a day are one schedule. */
const lists = [
  ["/attendance/listRecord", (body: Body) => body.recordresult],
  ["/topapi/attendance/getleavestatus", (body: Body) => inside(body.result).leave_status],
  ["/topapi/attendance/schedule/listbyusers", (body: Body) => body.result],
  ["/attendance/list", (body: Body) => body.recordresult],
] as const;

type Body = Readonly<Record<string, unknown>>;

function inside(value: unknown): Body {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

test.each(lists)("odd rows of %s stop no pull, and what is not read is set aside", async (path, rowsOf) => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const town = await openTown({ people: 12 });
    await town.goTo("2026-09-18", 130);
    const { fetch } = town.world;
    town.world.fetch = async (request) => {
      const answer = await fetch(request);
      if (new URL(request.url).pathname !== path) return answer;
      const body = await answer.json<Body>();
      const rows = rowsOf(body);
      if (!Array.isArray(rows)) return Response.json(body);
      for (const [n, row] of rows.entries()) {
        const [odd] = fc.sample(spoilt(row), { numRuns: 1, seed: seed * 1000 + n });
        rows[n] = odd;
      }
      rows.push(null, "x", {}, ...rows.slice(0, 3));
      return Response.json(body);
    };
    await town.run({ kind: "night" });
    const night = (await readRuns(town.db, town.companyId, 9)).find(({ kind }) => kind === "night");
    expect(night, path).toMatchObject({ state: "done" });
    expect(night?.counts.rejected).toBeGreaterThanOrEqual(3);
    expect(await countRejected(town.db, town.companyId)).toBeGreaterThanOrEqual(3);
    const dirty = await town.db.all(
      "select person_id, date, (select count(*) from person p where p.company_id = d.company_id and p.id = d.person_id) known from dirty_day d where company_id = ?1 and date <= '2026-09-17'",
      town.companyId,
    );
    expect(dirty).toEqual([]);
  }
});
