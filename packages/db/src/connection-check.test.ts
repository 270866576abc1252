import { expect, test } from "vitest";
import { keepFindings, markStep, readSeenSteps, type StepFinding, takeTurn } from "./connection-check.ts";
import { mintCompany } from "./testing.ts";

const refused: StepFinding = {
  ...{ step: "address", state: "broken", proof: null, problem: "ip-refused" },
  detail: { code: "60020", address: "203.0.113.9" },
};
const passed: StepFinding = { ...refused, state: "ok", proof: { code: "passed" }, problem: null, detail: {} };

test("the last finding of a step stays, whatever order they are written in", async () => {
  const { db, id: companyId } = await mintCompany();
  await db.batch(keepFindings(db, { companyId, at: 20 }, [passed]));
  await db.batch(keepFindings(db, { companyId, at: 10 }, [refused]));
  expect(await readSeenSteps(db, companyId)).toEqual([{ ...passed, at: 20 }]);
  await db.batch(keepFindings(db, { companyId, at: 30 }, [refused]));
  expect(await readSeenSteps(db, companyId)).toEqual([{ ...refused, at: 30 }]);
});

test("ordinary life marks a step once, and mends one that was broken", async () => {
  const { db, id: companyId } = await mintCompany();
  const mark = (at: number) => db.batch([markStep(db, { companyId, at }, "address", { code: "passed" })]);
  await db.batch(keepFindings(db, { companyId, at: 10 }, [refused]));
  await mark(20);
  expect(await readSeenSteps(db, companyId)).toEqual([{ ...passed, at: 20 }]);
  const [again] = await mark(30);
  expect(again?.meta.changes).toBe(0);
  expect(await readSeenSteps(db, companyId)).toEqual([{ ...passed, at: 20 }]);
});

test("one turn at a time is taken, for all steps together, and shows nothing by itself", async () => {
  const { db, id: companyId } = await mintCompany();
  const turn = (step: string, at: number) => takeTurn(db, { companyId, at }, { step, pauseMs: 3000 });
  expect(await turn("address", 10_000)).toBe(true);
  expect(await turn("scopes", 12_999)).toBe(false);
  expect(await turn("address", 13_000)).toBe(true);
  expect(await readSeenSteps(db, companyId)).toEqual([]);
});
