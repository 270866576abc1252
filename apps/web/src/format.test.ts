import { expect, test } from "vitest";
import {
  axisTime,
  clockTime,
  cutMiddle,
  distance,
  duration,
  longDate,
  longDuration,
  minuteAfter,
  minuteOf,
  shortDate,
  timeSpan,
} from "./format.ts";

test("a length in a row is written without a colon and the same in every language", () => {
  expect(duration(485)).toBe("8h05");
  expect(duration(0)).toBe("0h00");
  expect(duration(-60)).toBe("−1h00");
});

test("a length that is read aloud has words", () => {
  expect(longDuration(485, "zh")).toBe("8 小时 05 分");
  expect(longDuration(485, "en")).toBe("8 h 05 min");
  expect(longDuration(45, "zh")).toBe("45 分");
});

test("a clock time has four digits and says when it is another day", () => {
  expect(clockTime(537, "zh")).toBe("08:57");
  expect(clockTime(1800, "zh")).toBe("06:00 次日");
  expect(clockTime(-10, "zh")).toBe("23:50 前一天");
  expect(clockTime(1800, "en")).toBe("06:00 next day");
  expect(timeSpan(540, 720, "zh")).toBe("09:00–12:00");
});

test("the axis is as short as it can be", () => {
  expect([540, 552, 1800, 0].map(axisTime)).toEqual(["9", "9:12", "6", "0"]);
});

test("dates are written as people write them", () => {
  expect(longDate("2026-09-17", "zh")).toBe("9月17日 周四");
  expect(longDate("2026-09-17", "en")).toBe("Thu 17 Sep");
  expect(shortDate("2026-09-07")).toBe("9/7");
});

test("distances are metres below a kilometre, else kilometres with one decimal", () => {
  expect(distance(38.4, "zh")).toBe("38 米");
  expect(distance(6249, "zh")).toBe("6.2 公里");
  expect(distance(999.6, "en")).toBe("1.0 km");
});

test("a name that is too long loses its middle and keeps its last six characters", () => {
  const name = "滨江区奥体中心亚运配套综合管廊二期工程（B标段）";
  expect(cutMiddle(name, 14)).toBe("滨江区奥体中心…程（B标段）");
  expect([...cutMiddle(name, 14)]).toHaveLength(14);
  expect(cutMiddle("智慧水务", 8)).toBe("智慧水务");
});

test("an instant is read by the clock it was written with, seconds cut off", () => {
  expect(minuteOf("2026-09-17T08:57:21+08:00", "2026-09-17")).toBe(537);
  expect(minuteOf("2026-09-18T02:00:00+08:00", "2026-09-17")).toBe(1560);
  expect(minuteOf("2026-09-16T23:50:59+08:00", "2026-09-17")).toBe(-10);
  expect(minuteAfter("2026-09-17T08:57:21+08:00", 39_000, "2026-09-17")).toBe(538);
});
