import { expect, test } from "vitest";
import { en } from "../../../../message/en.ts";
import { hookEn } from "../../../../message/hook.en.ts";
import { hookZh } from "../../../../message/hook.zh.ts";
import { zh } from "../../../../message/zh.ts";
import { aboutText, deliveryText, eventName, hookText, problemText, sinceOf, testText } from "./hook-text.ts";
import { aDelivery, aHook } from "./testing-hook.ts";

const m = { ...zh, ...hookZh, lang: "zh" } as const;
const english = { ...en, ...hookEn, lang: "en" } as const;

test("both languages say the same things of hooks", () => {
  expect(Object.keys(hookEn).sort()).toEqual(Object.keys(hookZh).sort());
});

test("a hook says where it goes, how much it is told, and when that last arrived", () => {
  expect(hookText(m, aHook)).toBe("hooks.example.com · 1 种 · 上次送到 9/17 10:02");
  expect(hookText(m, { ...aHook, deliveredAt: null })).toBe("hooks.example.com · 1 种 · 还没送到过");
});

test("a hook in trouble says its cause and what mends it, one that is well says nothing", () => {
  expect(aboutText(m, aHook)).toBeNull();
  expect(aboutText(m, { ...aHook, state: "paused" })).toBe("新的都留着，继续以后再送");
  expect(aboutText(m, { ...aHook, state: "failing", problem: "timeout" })).toBe(
    "对方 15 秒没有回答。试完了还没送到；修好对方以后，点一次试发",
  );
  expect(aboutText(english, { ...aHook, state: "failing", problem: "timeout" })).toMatch(/^No answer .*\. All tries/);
  expect(aboutText(m, { ...aHook, state: "gone", problem: "key-ended" })).toBe("订它的接口密钥撤销或过期了，不再送");
});

test("a delivery says what came back, and when it was sent and goes again if not at once", () => {
  expect(deliveryText(m, aDelivery)).toBe("对方回答 200");
  const tried = { state: "waiting" as const, attempts: 2, status: 503, sentAt: "2026-09-17T10:07:09+08:00" };
  const late = { ...aDelivery, ...tried, nextAt: "2026-09-17T10:37:09+08:00" };
  expect(deliveryText(m, late)).toBe("9/17 10:07 送的 · 试了 2 次 · 对方回答 503 · 9/17 10:37 再试");
  expect(deliveryText(m, { ...aDelivery, state: "waiting", attempts: 0, sentAt: null, status: null })).toBe("");
});

test("a test tells the answer, or why there was none", () => {
  expect(testText(m, { delivered: true, status: 204, problem: null })).toBe("收到了，对方回答 204");
  expect(testText(m, { delivered: false, status: 503, problem: "status" })).toBe("没送到：对方没收下，对方回答 503");
  expect(testText(m, { delivered: false, status: null, problem: "timeout" })).toBe("没送到：对方 15 秒没有回答");
});

test("codes and events that are not known yet do no harm", () => {
  expect(problemText(m, "something-new")).toBe("没送到，过一会儿再试");
  expect(eventName(m, "workday.settled")).toBe("一天结清");
  expect(eventName(m, "task.made")).toBe("task.made");
});

test("what failed since a day is counted from the company's midnight", () => {
  expect(sinceOf("2026-09-17", 0, aHook.createdAt)).toBe("2026-09-17T00:00:00+08:00");
  expect(sinceOf("2026-09-02", 7, aHook.createdAt)).toBe("2026-08-26T00:00:00+08:00");
});
