import type { LinePart, Share } from "./allocation.ts";
import type { Attendance } from "./attendance.ts";
import { clip, type Interval, subtract, union } from "./time/interval.ts";

/** What a day's line is drawn from. `shiftBreaks` are null when breaks go by length or no shift holds. */
export interface LineFacts {
  readonly attendance: Attendance;
  readonly shares: readonly Share[];
  readonly presence: readonly Interval[];
  readonly shiftBreaks: readonly Interval[] | null;
}

/**
 * The day's line in time order. Counted parts add up to `counted`, with the uncounted ones to `attended`, leave parts to
 * `leave`; breaks are what was removed from presence, and the shift's breaks between presence.
 */
export function drawLine({ attendance, shares, presence, shiftBreaks }: LineFacts): LinePart[] {
  const { attended, counted, leave } = attendance;
  const hull = { start: presence[0]?.start ?? 0, end: presence.at(-1)?.end ?? 0 };
  const around = shiftBreaks === null ? [] : clip(shiftBreaks, hull);
  const breaks = subtract(union([...attendance.breaks, ...around]), leave);
  return joinEqual([
    ...shares.map(withoutStay),
    ...subtract(attended, counted).map((one) => plain("uncounted", one)),
    ...breaks.map((one) => plain("break", one)),
    ...leave.map((one) => plain("leave", one)),
  ]);
}

function joinEqual(parts: LinePart[]): LinePart[] {
  const joined: LinePart[] = [];
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === part.start && isSame(last, part)) {
      joined[joined.length - 1] = { ...last, end: part.end };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function isSame(a: LinePart, b: LinePart): boolean {
  return (
    a.kind === b.kind &&
    a.project === b.project &&
    a.task === b.task &&
    a.basis === b.basis &&
    a.place === b.place &&
    a.overtime === b.overtime &&
    a.fact === b.fact
  );
}

function withoutStay({ stay: _, ...part }: Share): LinePart {
  return part;
}

function plain(kind: LinePart["kind"], { start, end }: Interval): LinePart {
  return { start, end, kind, project: null, task: null, basis: null, place: null, overtime: null, fact: null };
}
