import { addDays, type WorkDate } from "@today/core/time/date";
import type { Hook, HookDeliveries, HookTest } from "../../../../api.ts";
import { hookZh } from "../../../../message/hook.zh.ts";
import { instantText } from "../../date-text.ts";
import type { Words } from "./words.ts";

export type Delivery = HookDeliveries["deliveries"][number];

/** Which deliveries are shown. */
export type Filter = "all" | "waiting" | "failed" | "done";

type Sentence = Extract<keyof typeof hookZh, `hook.problem.${string}`>;
type EventName = Extract<keyof typeof hookZh, `hook.event.${string}`>;

/** Why something did not arrive, in a sentence; what nobody foresaw is only said to have failed. */
export function problemText(m: Words, code: string): string {
  const key = `hook.problem.${code}`;
  return key in hookZh ? m[key as Sentence] : m["hook.problem.other"];
}

/** An event by a short name, `一天结清`; one of tomorrow's versions by its code. */
export function eventName(m: Words, type: string): string {
  const key = `hook.event.${type}`;
  return key in hookZh ? m[key as EventName] : type;
}

/** What stands below a hook's name: `hooks.example.com · 3 种 · 上次送到 9/17 10:02`. */
export function hookText(m: Words, { host, events, deliveredAt }: Hook): string {
  return [
    host,
    m["hook.eventCount"](events.length),
    deliveredAt === null ? m["hook.never"] : m["hook.lastAt"](instantText(deliveredAt)),
  ].join(" · ");
}

/** What a hook in trouble or at rest needs, with its cause; null when all is well. */
export function aboutText(m: Words, { state, problem }: Hook): string | null {
  if (problem === "key-ended") return problemText(m, problem);
  if (state === "on") return null;
  const act = m[`hook.about.${state}`];
  const end = m.lang === "zh" ? "。" : ". ";
  return state === "failing" && problem !== null ? `${capital(problemText(m, problem))}${end}${act}` : act;
}

/** How a delivery went, and when if not at once: `9/17 10:07 送的 · 试了 2 次 · 对方回答 503 · 9/17 10:37 再试`. */
export function deliveryText(m: Words, delivery: Delivery): string {
  const { at, sentAt, attempts, status, nextAt } = delivery;
  const sent = sentAt === null ? null : instantText(sentAt);
  return [
    ...(sent === null || sent === instantText(at) ? [] : [m["hook.sentAt"](sent)]),
    ...(attempts > 1 ? [m["hook.attempts"](attempts)] : []),
    ...(status === null ? [] : [m["hook.answer"](status)]),
    ...(nextAt === null ? [] : [m["hook.nextAt"](instantText(nextAt))]),
  ].join(" · ");
}

/** What came of a test: `收到了，对方回答 200`, `没送到：对方没收下，对方回答 503`. */
export function testText(m: Words, { delivered, status, problem }: HookTest): string {
  if (delivered) return m["hook.test.ok"](status ?? 200);
  const why = [problemText(m, problem ?? "other"), ...(status === null ? [] : [m["hook.answer"](status)])];
  return m["hook.test.no"](why.join(m.lang === "zh" ? "，" : ", "));
}

/** The beginning of a work date so many days back, by the clock of the company that an instant was told in. */
export function sinceOf(today: WorkDate, days: number, told: string): string {
  return `${addDays(today, -days)}T00:00:00${told.slice(19)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
