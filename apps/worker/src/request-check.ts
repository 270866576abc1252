import type { Rules } from "@today/core/rules";
import { makeSplit } from "@today/core/split";
import { addDays, type WorkDate } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import type { DayFacts } from "@today/core/workday";
import type { LoadedDay } from "@today/db/facts";
import type { RequestContent, SplitBody } from "@today/db/request-content";
import { Refusal } from "./error.ts";
import type { Prospect } from "./request-effect.ts";
import { splittableMinutes } from "./views/day.ts";

const overtimeAheadDays = 31;

/** Refuses `date-out-of-range`: requests look back, and only overtime, up to 31 days, ahead. */
export function demandDate(
  { date, kind }: { readonly date: WorkDate; readonly kind: RequestContent["kind"] },
  rules: Rules,
  today: WorkDate,
): void {
  const [back, ahead] = kind === "overtime" ? [rules.overtimeBackDays, overtimeAheadDays] : [rules.backDays, 0];
  if (date < addDays(today, -back) || date > addDays(today, ahead)) throw new Refusal("date-out-of-range");
}

/** A day and what the request would make of it. */
interface Weighed {
  readonly day: LoadedDay;
  readonly facts: DayFacts;
  readonly prospect: Prospect;
}

/** Refuses what cannot be asked of that day, and `request-empty` for what would change nothing of it. */
export function demandContent(asked: RequestContent, { day, facts, prospect }: Weighed): void {
  const { kind, body } = asked;
  if (kind === "note") return;
  if (kind === "pick") demandBookable(day, [body.project]);
  if (kind === "split") demandSplit(body.parts, day, prospect);
  if (kind === "overtime" && body.end <= body.start) refuseField("end", "not after the start");
  if (kind === "clock-in" || kind === "clock-out") demandClock(kind, body.minute, { day, facts, prospect });
  const { before, after } = prospect;
  if (kind === "clock-in" || kind === "clock-out" || before.over) {
    if (JSON.stringify(before) === JSON.stringify(after)) throw new Refusal("request-empty");
  }
}

function demandClock(kind: "clock-in" | "clock-out", minute: number, { facts, prospect }: Weighed): void {
  if (instantAt(facts.date, minute, facts.policy.zone) > facts.now) refuseField("at", "in the future");
  if (kind === "clock-in") return;
  const open = prospect.before.details.filter(({ name }) => name === "missing-out" || name === "running");
  if (open.length === 0) throw new Refusal("request-empty");
  if (open.every(({ at }) => at !== null && minute <= at)) refuseField("at", "not after the clock-in");
}

function demandSplit(parts: SplitBody["parts"], day: LoadedDay, { before }: Prospect): void {
  if (!makeSplit(parts).ok) throw new Refusal("split-part-not-positive");
  demandBookable(
    day,
    parts.map(({ project }) => project),
  );
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  if (minutes > splittableMinutes(before)) throw new Refusal("split-too-long");
}

function demandBookable({ bookable }: LoadedDay, projects: readonly string[]): void {
  if (!projects.every((project) => bookable.some(({ id }) => id === project)))
    throw new Refusal("project-not-bookable");
}

function refuseField(path: string, message: string): never {
  throw new Refusal("invalid-input", { fields: [{ path, message }] });
}
