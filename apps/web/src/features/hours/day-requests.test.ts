import { expect, test } from "vitest";
import type { RequestInput, RequestView } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";
import { entriesOf, isAsked, shownRequests } from "./day-requests.ts";

const wang = { id: "wang003", name: "王建国", title: null };
const rq = (id: string, state: RequestView["state"], given: Partial<RequestView> = {}): RequestView => ({
  ...{ id, kind: "clock-out", person: wang, date: "2026-09-16", state, reason: "忘了", at: 1080, until: null },
  ...{ lieu: false, parts: [], effect: { minutes: 480, project: "p1", overtime: null }, madeBy: wang },
  ...{ madeAt: "2026-09-17T09:01:00+08:00", answerer: wang, answer: null, bookedIn: null },
  ...given,
});
const dy = (...requests: RequestView[]) => ({ requests, workday: { date: "2026-09-16", person: "guo005" } });
const item: RequestInput = { id: "own", kind: "clock-out", date: "2026-09-16", at: "18:30", reason: "没电" };
const states = (day: ReturnType<typeof dy>, entries: AskEntry[] = []) =>
  shownRequests(day, entries).map(({ id, state }) => [id, state]);

test("what waits and what came back is shown, what is settled is not", () => {
  const pick = rq("b", "waiting", { kind: "pick", at: null });
  expect(states(dy(rq("a", "returned"), pick, rq("c", "accepted", { kind: "overtime" })))).toEqual([
    ["a", "returned"],
    ["b", "waiting"],
  ]);
});

test("what came back is gone once a newer one of its kind was made", () => {
  expect(states(dy(rq("b", "waiting"), rq("a", "returned")))).toEqual([["b", "waiting"]]);
  expect(states(dy(rq("b", "accepted"), rq("a", "returned")))).toEqual([]);
  expect(states(dy(rq("b", "withdrawn"), rq("a", "returned")))).toEqual([["a", "returned"]]);
});

test("what is only on this phone comes first and takes the place of the one before", () => {
  const entries: AskEntry[] = [{ item, state: "waiting", since: null }];
  expect(states(dy(rq("a", "waiting")), entries)).toEqual([["own", "unsent"]]);
  expect(shownRequests(dy(), entries)[0]).toMatchObject({ at: 1110, reason: "没电", answerer: null });
});

test("a refusal stands beside what the server still holds", () => {
  const entries: AskEntry[] = [{ item, state: "refused", code: "request-empty" }];
  expect(states(dy(rq("a", "waiting")), entries)).toEqual([
    ["own", "refused"],
    ["a", "waiting"],
  ]);
  expect(isAsked(shownRequests(dy(), entries), "clock-out")).toBe(false);
});

test("what was entered for somebody and accepted at once does not wait", () => {
  const entries: AskEntry[] = [{ item, state: "saved", view: rq("own", "accepted") }];
  expect(states(dy(), entries)).toEqual([]);
});

test("requests of another day or for another person are not of this day", () => {
  const entries: AskEntry[] = [{ item, state: "waiting", since: null }];
  expect(entriesOf(entries, { date: "2026-09-16", person: null })).toHaveLength(1);
  expect(entriesOf(entries, { date: "2026-09-15", person: null })).toEqual([]);
  expect(entriesOf(entries, { date: "2026-09-16", person: "guo005" })).toEqual([]);
});
