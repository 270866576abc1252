import { expect, test } from "vitest";
import type { Connection, ConnectionStep } from "../../../api.ts";
import { groupsOf } from "./step-groups.ts";
import { recheckable } from "./use-checking.ts";

const ids = ["app", "credentials", "scopes", "address", "home", "events", "release"] as const;
const steps = (...states: ConnectionStep["state"][]) =>
  ids.map((id, n) => ({ id, state: states[n] ?? "not-reached" }) as ConnectionStep);
const shown = (groups: ReturnType<typeof groupsOf>) => groups.map((group) => [group.kind, group.steps.length]);

test("what passed stands together, then the open one alone, then the rest", () => {
  expect(shown(groupsOf(steps("ok", "ok", "ok", "broken", "not-reached", "optional"), "address"))).toEqual([
    ["done", 3],
    ["open", 1],
    ["rest", 3],
  ]);
});

test("the order of the steps is never changed", () => {
  const groups = groupsOf(steps("ok", "broken", "not-reached", "ok"), "credentials");
  expect(shown(groups)).toEqual([
    ["done", 1],
    ["open", 1],
    ["rest", 1],
    ["done", 1],
    ["rest", 3],
  ]);
  expect(groups.flatMap((group) => group.steps.map(({ id }) => id))).toEqual(ids);
});

test("checking again asks what is free, and what was broken", () => {
  const view = { steps: steps("ok", "ok", "broken", "ok", "not-reached") } as unknown as Connection;
  expect(recheckable(view)).toEqual(["credentials", "scopes", "address"]);
});
