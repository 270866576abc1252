import { expect, test } from "vitest";
import { mayEnter, roomsOf } from "./rooms.ts";

const namesOf = (...roles: Parameters<typeof roomsOf>[0]) => roomsOf(roles).map(({ name }) => name);

test("everybody finds their own rooms and no other", () => {
  expect(namesOf("hr")).toEqual(["period", "calendar", "people", "import", "difference", "target"]);
  expect(namesOf("finance")).toEqual(["period", "cost", "people", "target"]);
  expect(namesOf("admin")).toEqual([
    "period",
    "calendar",
    "people",
    "policy",
    "import",
    "difference",
    "project-form",
    "connection",
    "target",
  ]);
  expect(namesOf("employee", "manager")).toEqual([]);
});

test("two roles see the rooms of both, each once", () => {
  expect(namesOf("admin", "finance")).toEqual([
    "period",
    "cost",
    "calendar",
    "people",
    "policy",
    "import",
    "difference",
    "project-form",
    "connection",
    "target",
  ]);
});

test("hr and finance stand before the list and in the comparison of a target and nowhere else in its room", () => {
  for (const role of ["hr", "finance"] as const) {
    expect(mayEnter([role], ["target", "7", "comparison", "2026-09"])).toBe("target");
    expect(mayEnter([role], ["target"])).toBe("target");
    expect(mayEnter([role], ["target", "7"])).toBe(null);
    expect(mayEnter([role], ["target", "7", "worklogs"])).toBe(null);
  }
  expect(mayEnter(["admin"], ["target", "7", "worklogs"])).toBe("target");
  expect(mayEnter(["manager"], ["target", "7", "comparison"])).toBe(null);
  expect(mayEnter(["manager"], ["target"])).toBe(null);
});
