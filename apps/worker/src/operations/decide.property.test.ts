import fc from "fast-check";
import { expect, test } from "vitest";
import type { ApprovalRef } from "../contract.ts";
import type { House } from "../testing.ts";
import { decideOn, openOffice, settle, waitingFor } from "../testing-approval.ts";

type Step =
  | { readonly act: "decide"; readonly who: string; readonly mask: number; readonly returns: boolean }
  | { readonly act: "undo"; readonly who: string; readonly n: number }
  | { readonly act: "split"; readonly who: string; readonly minutes: number }
  | { readonly act: "settle" };

const who = fc.constantFrom("wang", "chen", "he", "zhou");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant("decide"),
    who,
    mask: fc.integer({ min: 1, max: 255 }),
    returns: fc.boolean(),
  } as const),
  fc.record({ act: fc.constant("undo"), who, n: fc.nat(5) } as const),
  fc.record({
    act: fc.constant("split"),
    who: fc.constantFrom("zhao", "qian"),
    minutes: fc.integer({ min: 1, max: 300 }),
  } as const),
  fc.record({ act: fc.constant("settle") } as const),
);

interface Row {
  readonly person: string;
  readonly counted: number;
  readonly approved: number;
  readonly rejected: number;
  readonly waiting: number;
}

/** Minutes by where they stand; what runs or has no project waits too. */
async function sumsOf({ db, id }: House): Promise<Row[]> {
  const sum = (states: string) => `(select coalesce(sum(a.minutes), 0) from project p cross join allocation a
    on a.company_id = p.company_id and a.project_id = p.id and a.date = w.date and a.person_id = w.person_id
    where p.company_id = w.company_id and a.state in (${states}))`;
  return db.all<Row>(
    `select w.person_id || w.date as person, w.counted, ${sum("'automatic', 'approved'")} as approved,
       ${sum("'rejected'")} as rejected, ${sum("'waiting', 'running'")} + w.unassigned as waiting
     from workday w where w.company_id = ?1 order by 1`,
    id,
  );
}

const dirtyDays = async ({ db, id }: House) =>
  db.all<{ day: string }>("select person_id || date as day from dirty_day where company_id = ?1", id);

test("approved, rejected and waiting minutes are the counted ones, and settling agrees with what was decided", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const house = await openOffice();
      const batches: string[] = [];
      const seen: ApprovalRef[] = [...(await waitingFor(house, "he"))];
      let factsChanged = false;
      for (const one of steps) {
        house.now += 1000;
        if (one.act === "decide") {
          const refs = [...seen, ...(await waitingFor(house, "he"))].filter((_, n) => (one.mask >> (n % 8)) & 1);
          if (refs.length === 0) continue;
          const over = one.returns ? { verdict: "return", reason: "时间不对" } : {};
          batches.push((await decideOn(house, one.who, refs, over)).body.id);
        } else if (one.act === "undo") {
          const id = batches[one.n];
          if (id !== undefined) await house.as(one.who).call("DELETE", `/api/approvals/${id}`);
        } else if (one.act === "split") {
          factsChanged = true;
          await split(house, one.who, one.minutes);
        } else {
          await settle(house);
          factsChanged = false;
        }
        const sums = await sumsOf(house);
        for (const row of sums) expect(row.approved + row.rejected + row.waiting).toBe(row.counted);
        if (factsChanged) continue;
        await settle(house);
        expect(await dirtyDays(house)).toEqual([]);
        expect(await sumsOf(house)).toEqual(sums);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function split(house: House, person: string, minutes: number): Promise<void> {
  const date = "2026-09-15";
  const { body } = await house.as(person).call<{ workday: { version: number } }>("GET", `/api/workdays/${date}`);
  const parts = [{ projectId: "lang", minutes }];
  const wish = { version: body.workday.version, parts };
  expect((await house.as(person).call("PUT", `/api/workdays/${date}/split`, wish)).status).toBe(200);
}
