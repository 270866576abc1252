import { beforeEach, expect, test, vi } from "vitest";
import type { RequestInput, RequestView } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";
import { askedQuestions, openQuestions, putOff, type Question, standOf } from "./questions.ts";

const memory = new Map<string, string>();
beforeEach(() => {
  memory.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  });
});

const manager = { id: "wang003", name: "王建国", title: null };
const qn = (date: string, request: RequestView | null = null): Question => ({
  ...{ date, kind: "missing-out", on: 535, start: 540, end: 1080, project: "p1", minutes: 480 },
  ...{ request, answerer: manager },
});
const rq = (id: string, state: RequestView["state"], why: string | null = null): RequestView => ({
  ...{ id, kind: "clock-out", person: manager, date: "2026-09-16", state, reason: "没电", at: 1110, until: null },
  ...{ lieu: false, parts: [], effect: { minutes: 480, project: "p1", overtime: null }, madeBy: manager },
  ...{ madeAt: "2026-09-17T09:01:00+08:00", answerer: manager, bookedIn: null },
  answer: why === null ? null : { at: "2026-09-17T10:00:00+08:00", by: manager, reason: why },
});
const item: RequestInput = { id: "own", kind: "clock-out", date: "2026-09-16", at: "18:00", reason: "忘了" };
const own = (state: "sending" | "waiting"): AskEntry => ({ item, state, since: null });
const today = (...questions: Question[]) => ({ date: "2026-09-17", questions });

test("a question nobody answered is open, and one put off is not asked again that day", () => {
  const given = { today: today(qn("2026-09-16"), qn("2026-09-15")), asks: [] };
  expect(openQuestions(given).map(({ date }) => date)).toEqual(["2026-09-16", "2026-09-15"]);
  putOff("2026-09-17", "2026-09-16");
  expect(openQuestions(given).map(({ date }) => date)).toEqual(["2026-09-15"]);
});

test("what this phone has sent is one line at once, also without a network", () => {
  const given = { today: today(qn("2026-09-16"), qn("2026-09-15")), asks: [own("waiting")] };
  expect(openQuestions(given).map(({ date }) => date)).toEqual(["2026-09-15"]);
  expect(askedQuestions(given)).toEqual([
    {
      date: "2026-09-16",
      answerer: manager,
      stand: { state: "asked", at: 1080, reason: "忘了", saving: "waiting" },
    },
  ]);
});

test("a request that waits for its answer is one line, with the time it names", () => {
  expect(standOf(qn("2026-09-16", rq("r", "waiting")), [])).toEqual({
    ...{ state: "asked", at: 1110, reason: "没电", saving: "saved" },
  });
});

test("what came back is asked again with the reason, until a newer request is made", () => {
  const question = qn("2026-09-16", rq("r", "returned", "时间不对"));
  expect(standOf(question, [])).toEqual({ state: "returned", at: 1110, why: "时间不对" });
  expect(standOf(question, [own("sending")]).state).toBe("asked");
});

test("the server's word about a request is newer than what the phone remembers of it", () => {
  const question = qn("2026-09-16", rq("own", "returned", "时间不对"));
  expect(standOf(question, [own("sending")]).state).toBe("returned");
});

test("what the server refused is open again and says why", () => {
  const asks: AskEntry[] = [{ item, state: "refused", code: "period-closed" }];
  expect(standOf(qn("2026-09-16"), asks)).toEqual({ state: "open", refused: "period-closed" });
});

test("a request made for somebody else answers no question of one's own", () => {
  const asks: AskEntry[] = [{ item: { ...item, personId: "zhao001" }, state: "waiting", since: null }];
  expect(standOf(qn("2026-09-16"), asks).state).toBe("open");
});
