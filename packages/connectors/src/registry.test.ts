import { expect, it } from "vitest";
import { connectorOf, connectors } from "./registry.ts";

it("every product is found by its kind, and each kind is there once", () => {
  for (const one of connectors) expect(connectorOf(one.kind)).toBe(one);
  expect(new Set(connectors.map((one) => one.kind)).size).toBe(connectors.length);
  expect(connectorOf("nobody")).toBeNull();
});

it("every setting has a name of its own, words in both languages and at least one secret beside it", () => {
  for (const { form, title } of connectors) {
    expect(new Set(form.map((field) => field.name)).size).toBe(form.length);
    expect(form.some((field) => field.kind === "secret")).toBe(true);
    const words = [title, ...form.flatMap((field) => [field.label, field.help])];
    for (const { zh, en } of words) expect([zh.trim(), en.trim()]).not.toContain("");
  }
});

it("every rate and rule is a figure that can be kept to", () => {
  for (const { rates, rules } of connectors) {
    for (const rate of rates) expect(Math.min(rate.calls, rate.perMs)).toBeGreaterThan(0);
    expect(rules.note.most).toBeGreaterThan(100);
    expect(rules.stepMinutes).toBeGreaterThan(0);
  }
});
