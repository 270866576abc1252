import fc from "fast-check";
import { expect, test } from "vitest";
import { applyMapping, checkMapping, cutText, type MappedField, type MappingRule, type TextLimit } from "./mapping.ts";
import { mappingSources } from "./mapping-source.ts";

const odd = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.constant("\ud83d"));
const of = fc.constantFrom("worklog" as const, "task" as const);
const limit: fc.Arbitrary<TextLimit> = fc.record({
  most: fc.nat(40),
  unit: fc.constantFrom("characters", "bytes", "units"),
});
const names = ["note", "activity", "title", "__proto__", "constructor"];
const field: fc.Arbitrary<MappedField> = fc.record({
  of,
  name: fc.constantFrom(...names),
  kind: fc.constantFrom("text", "date", "choice", "number"),
  required: fc.boolean(),
  limit: fc.option(limit),
  lines: fc.boolean(),
  basic: fc.boolean(),
  offers: fc.constantFrom("activity", "__proto__"),
});
const source = fc.constantFrom(...mappingSources.worklog, ...mappingSources.task, "__proto__", "");
const piece = fc.oneof(
  odd,
  source.map((name) => `{${name}}`),
  fc.constantFrom("{", "}", "{{"),
);
const rule: fc.Arbitrary<MappingRule> = fc.record({
  of,
  to: fc.oneof(fc.constantFrom(...names), odd),
  from: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")),
  table: fc.option(fc.record({ rows: fc.dictionary(odd, odd, { maxKeys: 4 }), otherwise: odd })),
  optional: fc.boolean(),
});
const record = fc.dictionary(fc.oneof(source, odd), odd, { maxKeys: 12 });

test("whatever the template and the record, nothing crashes and every value is whole, in form and within its limit", () => {
  const fields = fc.uniqueArray(field, { selector: (one) => `${one.of}.${one.name}`, maxLength: 6 });
  fc.assert(
    fc.property(fields, fc.array(rule, { maxLength: 6 }), record, of, (fields, rules, record, of) => {
      const ground = { fields, offers: { activity: ["8", "9"] } };
      checkMapping(rules, ground);
      const { values, flaws, eased } = applyMapping(rules, of, { ground, record });
      for (const [name, value] of Object.entries(values)) {
        const known = fields.find((one) => one.of === of && one.name === name);
        expect(known).toBeDefined();
        expect(value).not.toMatch(/\p{Surrogate}/u);
        if (known?.kind === "text" && known.limit !== null) expect(cutText(value, known.limit)).toBe(value);
        if (known?.kind === "text" && known.lines !== true) expect(value).not.toMatch(/[\r\n]/);
      }
      const told = [...flaws, ...eased].map((flaw) => flaw.field);
      for (const one of fields) {
        const isMissing = one.of === of && one.required && !Object.hasOwn(values, one.name);
        if (isMissing) expect(told).toContain(one.name);
      }
    }),
    { numRuns: 500 },
  );
});

test("what was left as it is has no flaw, and mapped again it stays as it is", () => {
  fc.assert(
    fc.property(field, odd, (one, text) => {
      const rules = [{ of: one.of, to: one.name, from: "x", table: { rows: {}, otherwise: text }, optional: true }];
      const ground = { fields: [one], offers: {} };
      const { values } = applyMapping(rules, one.of, { ground, record: {} });
      const value = valueOfField(values, one.name);
      const again = [{ of: one.of, to: one.name, from: "x", table: { rows: {}, otherwise: value }, optional: true }];
      const second = applyMapping(again, one.of, { ground, record: {} });
      expect(valueOfField(second.values, one.name)).toBe(value);
      if (value !== "") expect([...second.flaws, ...second.eased]).toEqual([]);
    }),
  );
});

function valueOfField(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? "") : "";
}
