import { expect, test } from "vitest";
import { roomsOf } from "./rooms.ts";

const namesOf = (...roles: Parameters<typeof roomsOf>[0]) => roomsOf(roles).map(({ name }) => name);

test("everybody finds their own rooms and no other", () => {
  expect(namesOf("hr")).toEqual(["period", "calendar", "people", "import", "difference"]);
  expect(namesOf("finance")).toEqual(["period", "cost", "people"]);
  expect(namesOf("admin")).toEqual([
    "period",
    "calendar",
    "people",
    "policy",
    "import",
    "difference",
    "project-form",
    "connection",
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
  ]);
});
