import { type Day, MINUTE, SECOND } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type CheckType, LATE } from "../company/shift.ts";
import type { Leave } from "./leave.ts";
import { type DayPlan, minutesBehind, type PlanPoint } from "./plan.ts";
import type { Punch, Supply } from "./story.ts";

type TimeResult = "Normal" | "Early" | "Late" | "SeriousLate" | "Absenteeism" | "NotSigned";

/** A punch that DingTalk has judged. Invalid ones have neither type nor verdict. */
export interface JudgedPunch extends Punch {
  readonly point: PlanPoint | null;
  readonly timeResult: TimeResult | null;
  readonly locationResult: "Normal" | "Outside";
  readonly source: "USER" | "ATM" | "APPROVE";
  readonly supply: Supply | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** One row of 打卡结果: a point that was due, and what came of it. */
export interface PointResult {
  readonly point: PlanPoint;
  readonly punch: JudgedPunch | null;
  readonly leave: Leave | null;
}

export interface Workday {
  readonly person: Person;
  readonly day: Day;
  readonly plan: DayPlan;
  /** In time order. */
  readonly punches: readonly JudgedPunch[];
  readonly results: readonly PointResult[];
}

interface Happened {
  readonly person: Person;
  readonly day: Day;
  readonly plan: DayPlan;
  readonly punches: readonly Punch[];
  readonly supplies: readonly Supply[];
  readonly now: number;
}

/** What DingTalk knows at `now` of a person's day: nothing that lies later. */
export function judgeDay({ person, day, plan, punches, supplies, now }: Happened): Workday {
  const arrived = supplies.filter(({ arrivesAt, revokedAt }) => arrivesAt <= now && (revokedAt ?? now + 1) > now);
  const touched = supplies.flatMap(({ arrivesAt, revokedAt }) => [arrivesAt, revokedAt ?? 0]);
  const touchedAt = Math.max(0, ...touched.filter((at) => at <= now));
  const seen = [...punches.filter((punch) => punch.at <= now), ...arrived.map(asPunch)].sort((a, b) => a.at - b.at);
  const due = flexed(plan, seen);
  const judged = inTurn(seen).map((punch) => judge(punch, { plan: due, touchedAt }));
  const results = due.points.flatMap((point) => {
    const used = usedFor(point, judged);
    const isFree = plan.shift?.freeOff === true && point.type === "OffDuty";
    return used || (point.missedAt <= now && !isFree) ? [{ point, punch: used, leave: point.covered }] : [];
  });
  return { person, day, plan, punches: judged, results };
}

type Seen = Punch & { readonly supply?: Supply };

function asPunch(supply: Supply): Seen {
  const { id, at, type } = supply;
  const nowhere = { method: "MAP", lat: null, lng: null, accuracy: null, address: "" } as const;
  return {
    id,
    at,
    type,
    invalid: null,
    spot: { ...nowhere, ssid: null, bssid: null, machine: null, base: null, remark: null },
    supply,
  };
}

/** Gives a type to punches that have none: the first valid one of the day is on duty, all later ones off duty. */
function inTurn(punches: readonly Seen[]): Seen[] {
  let present = false;
  return punches.map((punch) => {
    if (punch.invalid) return punch;
    const type: CheckType = punch.type ?? (present ? "OffDuty" : "OnDuty");
    present = true;
    return { ...punch, type };
  });
}

/** On a flexible shift the first punch moves when the shift begins and ends, by the shift's minutes at most. */
function flexed(plan: DayPlan, seen: readonly Seen[]): DayPlan {
  const most = plan.shift?.flexMinutes ?? 0;
  const first = inTurn(seen).find(({ type, invalid }) => type === "OnDuty" && !invalid);
  const [start] = plan.points;
  if (most === 0 || !first || !start) return plan;
  const moved = Math.max(-most, Math.min(most, minutesBehind(first.at, start.base))) * MINUTE;
  return { ...plan, points: plan.points.map((point) => ({ ...point, base: point.base + moved })) };
}

function judge(punch: Seen, { plan, touchedAt }: { plan: DayPlan; touchedAt: number }): JudgedPunch {
  const { supply = null } = punch;
  const point = punch.invalid ? null : nearest(punch, plan.points);
  const createdAt = supply ? supply.arrivesAt : punch.at;
  return {
    ...punch,
    supply,
    point,
    timeResult: punch.invalid ? null : verdict(punch, point),
    locationResult: punch.spot.base || supply ? "Normal" : "Outside",
    source: supply ? "APPROVE" : punch.spot.method === "ATM" ? "ATM" : "USER",
    createdAt,
    modifiedAt: Math.max(createdAt + 2 * SECOND, punch.invalid ? 0 : touchedAt),
  };
}

function nearest(punch: Seen, points: readonly PlanPoint[]): PlanPoint | null {
  const fitting = points.filter((point) => point.type === punch.type);
  const distance = (point: PlanPoint) => Math.abs(point.base - punch.at);
  return fitting.reduce<PlanPoint | null>(
    (best, point) => (best && distance(best) <= distance(point) ? best : point),
    null,
  );
}

function verdict(punch: Seen, point: PlanPoint | null): TimeResult {
  if (point === null || punch.supply) return "Normal";
  const behind = minutesBehind(punch.at, point.base);
  if (point.type === "OffDuty") return behind < 0 ? "Early" : "Normal";
  if (behind > LATE.absent) return "Absenteeism";
  if (behind > LATE.serious) return "SeriousLate";
  return behind > LATE.permitted ? "Late" : "Normal";
}

/** On duty the earliest punch counts, off duty the latest. */
function usedFor(point: PlanPoint, punches: readonly JudgedPunch[]): JudgedPunch | null {
  const own = punches.filter((punch) => punch.point?.slot === point.slot);
  return (point.type === "OnDuty" ? own[0] : own.at(-1)) ?? null;
}
