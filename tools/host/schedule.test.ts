import { expect, test } from "vitest";
import { createTimetable, type Fired, momentAfter } from "./schedule.ts";

const at = (text: string) => Date.parse(`2026-11-${text}Z`);

function kept(value: Record<string, number> = {}): Fired & { value: Record<string, number> } {
  return {
    value,
    read() {
      return this.value;
    },
    write(next) {
      this.value = next;
    },
  };
}

function timetable(crons: string[], fired: Fired, start: number) {
  const log: string[] = [];
  const fire = async (cron: string, when: Date) => void log.push(`${cron} @ ${when.toISOString().slice(8, 16)}`);
  return { log, ...createTimetable({ crons, fired, start, fire }) };
}

test("a schedule is read in UTC, and its week days as Cloudflare counts them", () => {
  expect(momentAfter("10 18 * * *", at("20T18:10:00"))).toBe(at("21T18:10:00"));
  expect(momentAfter("12,42 0-14 * * *", at("20T14:30:00"))).toBe(at("20T14:42:00"));
  expect(new Date(momentAfter("0 0 * * 1", at("20T00:00:00"))).getUTCDay()).toBe(0);
});

test("a new installation fires nothing for the time before it began", async () => {
  const { log, fireDue } = timetable(["*/5 * * * *", "10 18 * * *"], kept(), at("20T12:01:00"));
  await fireDue(at("20T12:04:59"));
  expect(log).toEqual([]);
  await fireDue(at("20T12:05:00"));
  expect(log).toEqual(["*/5 * * * * @ 20T12:05"]);
});

test("what was missed while the machine was off is fired once when it is back", async () => {
  const fired = kept({ "*/5 * * * *": at("19T12:00:00"), "10 18 * * *": at("18T18:10:00") });
  const { log, fireDue } = timetable(["*/5 * * * *", "10 18 * * *"], fired, at("20T08:00:00"));
  await fireDue(at("20T08:00:00"));
  await fireDue(at("20T08:00:01"));
  expect(log).toEqual(["*/5 * * * * @ 19T12:05", "10 18 * * * @ 19T18:10"]);
});

test("what was fired is remembered only after it has ended", async () => {
  const fired = kept();
  const crons = ["*/5 * * * *"];
  const failing = createTimetable({
    crons,
    fired,
    start: at("20T12:00:00"),
    fire: () => Promise.reject(new Error("stopped")),
  });
  await expect(failing.fireDue(at("20T12:05:00"))).rejects.toThrow("stopped");
  expect(fired.value).toEqual({});
});

test("the next moment is that of the earliest schedule", () => {
  const { next } = timetable(["10 18 * * *", "25 19 * * *"], kept(), 0);
  expect(next(at("20T18:10:00"))).toBe(at("20T19:25:00"));
  expect(timetable([], kept(), 0).next(0)).toBe(Number.POSITIVE_INFINITY);
});

test("a clock that jumps does not halt for what comes every few minutes, unless it is about to come", () => {
  const { nextStop } = timetable(["10 18 * * *", "*/5 * * * *"], kept(), 0);
  expect(nextStop(at("20T09:01:00"))).toBe(at("20T18:10:00"));
  expect(nextStop(at("20T09:04:58"))).toBe(at("20T09:05:00"));
  expect(timetable(["*/5 * * * *"], kept(), 0).nextStop(at("20T09:01:00"))).toBeNull();
});

test("a clock that was set back begins anew from there", async () => {
  const { log, fireDue } = timetable(["*/5 * * * *"], kept({ "*/5 * * * *": at("25T12:00:00") }), 0);
  await fireDue(at("20T12:01:00"));
  await fireDue(at("20T12:05:00"));
  expect(log).toEqual(["*/5 * * * * @ 20T12:05"]);
});
