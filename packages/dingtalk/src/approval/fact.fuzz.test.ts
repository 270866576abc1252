import fc from "fast-check";
import { expect, it } from "vitest";
import { spoilt } from "../odd-payload.ts";
import { approvedFacts, type FactMeans } from "./fact.ts";
import { type ApprovalInstance, instanceOf } from "./instance.ts";
import { goOutComponents, leaveResult, overtimeComponents, purchaseComponents, supplyComponents } from "./sample.ts";

const shift = { sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 810 }] };
const means: fc.Arbitrary<FactMeans> = fc.record({
  shiftOn: fc.constantFrom(
    () => shift,
    () => null,
    () => undefined,
  ),
  kind: fc.constantFrom(null, "leave", "overtime", "trip", "punch-correction"),
});
const forms = [
  leaveResult.formComponentValues,
  overtimeComponents,
  goOutComponents,
  supplyComponents,
  purchaseComponents,
];
const payload = fc
  .constantFrom(...forms)
  .chain((formComponentValues) => spoilt({ ...leaveResult, formComponentValues }));

it("an odd instance is a fact of sound times, is set aside, or is none; it never throws", () => {
  fc.assert(
    fc.property(fc.array(payload, { maxLength: 3 }), means, (payloads, how) => {
      const read = payloads.map((raw, index) => instanceOf(`i${index}`, raw));
      const instances = read.filter((one): one is ApprovalInstance => typeof one !== "string");
      const { facts, rejected } = approvedFacts(instances, how);
      expect(rejected.length).toBeLessThanOrEqual(instances.length);
      for (const fact of facts) {
        expect(Number.isSafeInteger(fact.from) && Number.isSafeInteger(fact.to)).toBe(true);
        expect(fact.to).toBeGreaterThanOrEqual(fact.from);
        expect(fact.minutes ?? 0).toBeGreaterThanOrEqual(0);
        for (const day of fact.days) expect(day.minutes === null || Number.isSafeInteger(day.minutes)).toBe(true);
        expect(new Set(fact.userIds).size).toBe(fact.userIds.length);
      }
    }),
    { numRuns: 1500 },
  );
});
