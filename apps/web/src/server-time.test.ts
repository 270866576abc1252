import { expect, test } from "vitest";
import { serverTimeAt } from "./server-time.ts";

const stamped = { now: "2026-09-17T09:02:30+08:00", receivedAt: 1_000_000 };

test("the server's time goes on with the phone's clock, however wrong that is", () => {
  const time = serverTimeAt(stamped, 1_000_000 + 30_000);
  expect(time.minuteOn("2026-09-17")).toBe(543);
  expect(time.instant).toBe(Date.parse("2026-09-17T09:03:00+08:00"));
});

test("a phone clock that is set back does not turn the time back", () => {
  expect(serverTimeAt(stamped, 0).minuteOn("2026-09-17")).toBe(542);
});
