import { expect, test } from "vitest";
import { hashOf, parseRoute } from "./route.ts";

test("a hash names a tab and a place in it", () => {
  expect(parseRoute("#/hours/2026-09-15/split")).toEqual({ tab: "hours", rest: ["2026-09-15", "split"] });
  expect(parseRoute("#/team")).toEqual({ tab: "team", rest: [] });
});

test("what is not known leads to today", () => {
  for (const hash of ["", "#", "#/", "#/nowhere/x", "#today%"])
    expect(parseRoute(hash)).toEqual({ tab: "today", rest: [] });
});

test("a place survives being written and read", () => {
  const id = "p/1 管廊%";
  expect(parseRoute(hashOf("team", "projects", id))).toEqual({ tab: "team", rest: ["projects", id] });
});
