import { expect, test } from "vitest";
import { versionFor } from "./mapping-version.ts";

const versions = [
  { version: 4, reach: "unsent" },
  { version: 3, reach: "all" },
  { version: 2, reach: "unsent" },
  { version: 1, reach: "unsent" },
] as const;

test("what waits follows the newest version", () => {
  expect(versionFor(versions, null)?.version).toBe(4);
  expect(versionFor([], null)).toBeNull();
});

test("what is there keeps its version until a later one is meant for all", () => {
  expect(versionFor(versions, 3)?.version).toBe(3);
  expect(versionFor(versions, 4)?.version).toBe(4);
  expect(versionFor(versions, 2)?.version).toBe(4);
  expect(versionFor(versions.slice(2), 1)?.version).toBe(1);
  expect(versionFor(versions.slice(2), 0)).toBeNull();
});
