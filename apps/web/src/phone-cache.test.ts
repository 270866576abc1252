import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Session, Today } from "./api.ts";
import { dropPhoneCache, keepSession, keepToday, keptSession, keptToday } from "./phone-cache.ts";
import { stamp } from "./server-time.ts";

const morning = Date.parse("2026-09-17T09:02:00+08:00");
const hour = 3_600_000;

beforeEach(() => {
  const memory = new Map<string, string>();
  vi.useFakeTimers({ now: morning });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
    all: () => [...memory.values()].join(),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const session: Session = {
  person: { id: "zhao001", name: "赵磊", roles: ["employee"] },
  company: { id: "c1", name: "某建设", zone: "Asia/Shanghai" },
  defaultProject: null,
  notice: "answered",
};
const today = (): Today => ({
  ...{ now: "2026-09-17T09:02:00+08:00", date: "2026-09-17", dayKind: "workday", shift: null, picks: [], split: null },
  ...{ suggestions: [], consequence: "site", projects: [], questions: [] },
  freshness: { pulledAt: null, nextPullAt: null, state: "fresh" },
  punches: [
    {
      ...{ id: "a", at: "2026-09-17T08:57:21+08:00", minute: 537, type: "on", valid: true, invalidReason: null },
      ...{ result: null, sourceType: null, machine: null, address: "杭州市余杭区文一西路969号" },
      ...{ receivedAt: "2026-09-17T08:58:00+08:00", verdicts: [] },
    },
  ],
  workday: {
    ...{ person: "zhao001", date: "2026-09-17", version: 1, planned: 480, attended: 2, overtimeAttended: 0 },
    ...{ overtimeApproved: 0, counted: 2, leave: 0, unassigned: 0, status: "normal", warnings: [], allocations: [] },
    ...{ dayKind: "workday", over: false, shift: null, line: [], details: [], proposals: [] },
    ...{ approvals: [], pending: 0, adjusted: 0, locked: null },
    settledAt: "2026-09-17T09:02:00+08:00",
  },
});

test("today is there at once when the app is opened again the same day", () => {
  keepToday(stamp(today()));
  vi.setSystemTime(morning + 6 * hour);
  expect(keptToday()?.date).toBe("2026-09-17");
});

test("yesterday is not shown as today, however short ago it was", () => {
  keepToday(stamp(today()));
  vi.setSystemTime(morning + 15 * hour);
  expect(keptToday()).toBeNull();
});

test("a phone whose clock went back shows nothing old", () => {
  keepToday(stamp(today()));
  vi.setSystemTime(morning - hour);
  expect(keptToday()).toBeNull();
});

test("no place of a punch is kept on the phone", () => {
  keepToday(stamp(today()));
  expect(keptToday()?.punches[0]?.address).toBeNull();
});

test("signing out forgets the person and the day", () => {
  keepSession(session);
  keepToday(stamp(today()));
  expect(keptSession()?.person.name).toBe("赵磊");
  dropPhoneCache();
  expect([keptSession(), keptToday()]).toEqual([null, null]);
});

test("a spoilt memory is no memory", () => {
  localStorage.setItem("today.today", "{");
  expect(keptToday()).toBeNull();
});
