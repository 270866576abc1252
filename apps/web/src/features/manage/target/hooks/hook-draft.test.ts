import { expect, test } from "vitest";
import { changeOf, draftOf, emptyDraft, type HookEvent, inputOf, missingIn, toggled } from "./hook-draft.ts";
import { aHook } from "./testing-hook.ts";

const order: HookEvent[] = ["workday.settled", "allocation.changed", "period.closed"];

test("what is missing is asked for from top to bottom", () => {
  expect(missingIn(emptyDraft, true)).toBe("needsName");
  expect(missingIn({ ...emptyDraft, name: " 平台 " }, true)).toBe("needsUrl");
  const named = { ...emptyDraft, name: "平台", url: "https://a.example.com" };
  expect(missingIn(named, true)).toBe("needsEvent");
  expect(missingIn({ ...named, events: ["period.closed"] }, true)).toBeNull();
});

test("a hook that is changed keeps its address unless another is typed", () => {
  const draft = draftOf(aHook);
  expect(missingIn(draft, false)).toBeNull();
  expect(changeOf(draft, 3)).toEqual({ version: 3, name: "平台", events: ["workday.settled"], projectId: null });
  expect(changeOf({ ...draft, url: " https://b.example.com " }, 3)).toMatchObject({ url: "https://b.example.com" });
});

test("events stay in the order in which they are shown, however they were ticked", () => {
  expect(toggled(["period.closed"], "workday.settled", order)).toEqual(["workday.settled", "period.closed"]);
  expect(toggled(["workday.settled", "period.closed"], "workday.settled", order)).toEqual(["period.closed"]);
});

test("spaces around a name and an address that were pasted do not count", () => {
  const draft = { ...emptyDraft, name: " 平台 ", url: " https://a.example.com/x\n", events: order };
  expect(inputOf(draft, "id")).toMatchObject({ id: "id", name: "平台", url: "https://a.example.com/x" });
});
