import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { DayDetail } from "../../api.ts";

/** What a form begins with. */
export interface OfferedPunch {
  readonly kind: "clock-in" | "clock-out";
  readonly at: Minutes;
}

type Known = Pick<DayDetail, "workday" | "punches">;

/** The punch that is probably missing: the clock-out that is offered, the clock-in the shift expects, else the shift's end. */
export function offeredPunch({ workday }: Known): OfferedPunch {
  const { proposals, shift, warnings } = workday;
  const first = shift?.sections[0]?.start ?? 540;
  const last = shift?.sections.at(-1)?.end ?? 1080;
  const isOut = warnings.includes("missing-out") || !(warnings.includes("missing-in") || warnings.includes("absent"));
  return isOut ? { kind: "clock-out", at: proposals.at(-1)?.end ?? last } : { kind: "clock-in", at: first };
}

/** The overtime somebody probably means: what they attended after the shift without its being counted, else two hours after it. */
export function offeredOvertime({ workday, punches }: Known): Interval {
  const after = workday.planned > 0 ? (workday.shift?.sections.at(-1)?.end ?? 1080) : null;
  const late = workday.line.filter(
    ({ kind, start, end }) => kind === "uncounted" && start >= (after ?? 0) && end > start,
  );
  const [first] = late;
  if (first !== undefined) return { start: first.start, end: late.at(-1)?.end ?? first.end };
  if (after !== null) return { start: after, end: after + 120 };
  const valid = punches.filter((punch) => punch.valid).map(({ minute }) => minute);
  const [from = 540, to = from + 240] = [Math.min(...valid), Math.max(...valid)].filter(Number.isFinite);
  return to > from ? { start: from, end: to } : { start: from, end: from + 240 };
}

/** Whether work on that day may be given back as time off: a rest day, never a statutory one. */
export function mayBeLieu({ dayKind }: Pick<DayDetail["workday"], "dayKind">): boolean {
  return dayKind === "rest" || dayKind === "in-lieu-rest";
}
