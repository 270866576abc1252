import type { PolicyInput } from "../../../api.ts";
import { duration } from "../../../format.ts";
import { privacyOf } from "./policy-draft.ts";
import type { Words } from "./words.ts";

/** The rules as they are told, in their order. */
export const ruleNames = [
  ...(["overtime", "breaks", "longDay", "tolerance", "backDays", "overtimeBackDays"] as const),
  ...(["period", "lieu", "onlyApproved", "notices"] as const),
  ...(["coordinateDays", "hourMonths", "basis", "location"] as const),
] as const;

export type RuleName = (typeof ruleNames)[number];

/** What one rule is set to, in a few words: `批准的才算`, `± 30 分，1 天内`. */
export function ruleValue(m: Words, name: RuleName, policy: PolicyInput): string {
  const { overtime, breaks, longDay, rules } = policy;
  switch (name) {
    case "overtime":
      return m[`policy.overtime.${overtime}`];
    case "breaks":
      if (breaks.rule === "shift") return m["policy.breaks.shift"];
      return m["policy.breaks.lengthSo"](duration(breaks.after), breaks.minutes);
    case "longDay":
      return duration(longDay);
    case "tolerance":
      return m["policy.toleranceSo"](rules.tolerance.minutes, rules.tolerance.lateDays);
    case "backDays":
    case "overtimeBackDays":
      return m["policy.days"](rules[name]);
    case "period":
      return m[`policy.period.${rules.period}`];
    case "notices":
      return (
        noticesOf(policy)
          .map((kind) => m[`policy.notices.${kind}`])
          .join("、") || m["policy.notices.none"]
      );
    case "coordinateDays":
      return m["policy.days"](privacyOf(policy).coordinateDays);
    case "hourMonths":
      return m["policy.months"](privacyOf(policy).hourMonths);
    case "basis":
      return m[`policy.basis.${privacyOf(policy).basis}`];
    case "location":
      return m[`policy.location.${privacyOf(policy).location}`];
    default:
      return m[`policy.${name}.${rules[name] ? "yes" : "no"}`];
  }
}

/** What follows from it, one sentence each. */
export function ruleEffects(m: Words, name: RuleName, policy: PolicyInput): string[] {
  const { overtime, breaks, longDay, rules } = policy;
  switch (name) {
    case "overtime":
      return [m[`policy.overtime.${overtime}.then`]];
    case "breaks":
      if (breaks.rule === "shift") return [m["policy.breaks.shift.then"]];
      return [m["policy.breaks.length.then"](duration(breaks.after), breaks.minutes)];
    case "longDay":
      return [m["policy.longDay.then"](duration(longDay))];
    case "tolerance":
      return [
        m["policy.tolerance.minutes.then"](rules.tolerance.minutes),
        m["policy.tolerance.days.then"](rules.tolerance.lateDays),
      ];
    case "backDays":
    case "overtimeBackDays":
      return [m[`policy.${name}.then`](rules[name])];
    case "period":
      return [m[`policy.period.${rules.period}.then`]];
    case "notices":
      return noticesOf(policy).map((kind) => m[`policy.notices.${kind}.then`]);
    case "coordinateDays":
      return [m["policy.coordinateDays.then"](privacyOf(policy).coordinateDays)];
    case "hourMonths":
      return [m["policy.hourMonths.then"]];
    case "basis":
      return [m[`policy.basis.${privacyOf(policy).basis}.then`]];
    case "location":
      return [m[`policy.location.${privacyOf(policy).location}.then`]];
    default:
      return [m[`policy.${name}.${rules[name] ? "yes" : "no"}.then`]];
  }
}

function noticesOf({ rules }: PolicyInput) {
  const { notices = { leave: true, overtime: false, budget: false } } = rules;
  return (["leave", "overtime", "budget"] as const).filter((kind) => notices[kind]);
}

/** What a draft changes, `加班：批准的才算 → 全算`. */
export function changesOf(m: Words, before: PolicyInput, after: PolicyInput): string[] {
  return ruleNames.flatMap((name) => {
    const [was, becomes] = [ruleValue(m, name, before), ruleValue(m, name, after)];
    return was === becomes ? [] : [m["policy.change"](m[`policy.${name}`], was, becomes)];
  });
}
