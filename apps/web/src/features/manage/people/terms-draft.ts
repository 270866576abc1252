import type { Minutes } from "@today/core/time/minutes";
import type { Terms, TermsInput } from "../../../api.ts";
import { duration } from "../../../format.ts";
import type { Words } from "./words.ts";

type Draft = Pick<Terms, "system" | "cycle" | "dailyMinutes">;

/** Minutes of a day that may be said, and by how much a step changes them. */
export const daily = { least: 60, most: 720, step: 30 } as const satisfies Record<string, Minutes>;

/** The draft with another system: a cycle belongs to comprehensive hours alone, the month's if none was said. */
export function withSystem(draft: Draft, system: Terms["system"]): Draft {
  return { ...draft, system, cycle: system === "comprehensive" ? (draft.cycle ?? "month") : null };
}

/** What is sent of terms. */
export function inputOf({ system, cycle, dailyMinutes }: Draft): TermsInput {
  return { system, cycle, dailyMinutes };
}

/** Whether two say the same. */
export function areSame(one: Draft, other: Draft): boolean {
  return one.system === other.system && one.cycle === other.cycle && one.dailyMinutes === other.dailyMinutes;
}

/** `标准 8h00`, `综合 按月 8h00`, `不定时`. */
export function termsText(m: Words, { system, cycle, dailyMinutes }: Draft): string {
  const over = cycle === null ? "" : m[`people.cycle.${cycle}`];
  return m["people.termsOf"](m[`people.system.${system}`], over, system === "irregular" ? "" : duration(dailyMinutes));
}
