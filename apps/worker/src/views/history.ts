import { formatClockTime } from "@today/core/time/clock-time";
import { minuteOf } from "@today/core/time/zone";
import type { DayKey } from "@today/db/arrival";
import { type DayChange, readDayChanges } from "@today/db/day-history";
import { findPeople, type PersonBrief } from "@today/db/person";
import type { RequestContent } from "@today/db/request-content";
import type { Context } from "../context.ts";
import type { HistoryMark } from "../contract.ts";
import { isoOf } from "./instant.ts";

type Figures = Pick<HistoryMark, "action" | "project" | "before" | "after">;

/** What was changed of a day, newest first; a split has a mark for each project whose minutes it changed. */
export async function historyOf(ctx: Context, day: DayKey): Promise<HistoryMark[]> {
  const changes = await readDayChanges(ctx.db, ctx.company.id, day);
  if (changes.length === 0) return [];
  const ids = [...new Set([day.personId, ...changes.map(({ by }) => by)])];
  const names = new Map((await findPeople(ctx.db, ctx.company.id, ids)).map((person) => [person.id, person]));
  const nameOf = (id: string): PersonBrief => names.get(id) ?? { id, name: id, title: null };
  return changes.flatMap((change) => {
    const { at, by, channel, subject, reason } = change;
    const around = { at: isoOf(at, ctx.company.zone), by: nameOf(by), for: nameOf(day.personId), channel, subject };
    return figuresOf(ctx, day, change).map((figures) => ({ ...around, ...figures, reason }));
  });
}

function figuresOf(ctx: Context, day: DayKey, change: DayChange): Figures[] {
  const { project } = change;
  switch (change.subject) {
    case "pick": {
      const clock = change.from === null ? null : formatClockTime(change.from);
      const made = change.action === "made";
      return [{ action: change.action, project, before: made ? null : clock, after: made ? clock : null }];
    }
    case "split":
      return splitFigures(change);
    case "request":
      return [{ action: change.action, project, before: null, after: askedFigures(change.content) }];
    case "approval":
      return [{ action: change.action, project, before: null, after: String(change.minutes) }];
    case "punch": {
      const clock = formatClockTime(minuteOf(change.punchAt, day.date, ctx.company.zone));
      return [{ action: change.valid ? "made" : "withdrawn", project, before: null, after: `${change.type} ${clock}` }];
    }
    case "adjustment":
      return [{ action: "booked", project, before: null, after: String(change.minutes) }];
  }
}

function splitFigures({ before, parts }: Extract<DayChange, { subject: "split" }>): Figures[] {
  const minutes = (list: typeof parts, project: string) =>
    list.reduce((sum, part) => sum + (part.project === project ? part.minutes : 0), 0);
  const projects = [...new Set([...before, ...parts].map(({ project }) => project))];
  return projects
    .map((project) => ({ project, had: minutes(before, project), has: minutes(parts, project) }))
    .filter(({ had, has }) => had !== has)
    .map(({ project, had, has }) => ({
      ...{ action: parts.length === 0 ? "withdrawn" : "made", project },
      ...{ before: String(had), after: String(has) },
    }));
}

/** `clock-out 18:00`, `overtime 18:00-20:30`, `pick 13:00`. */
function askedFigures({ kind, body }: RequestContent): string {
  switch (kind) {
    case "clock-in":
    case "clock-out":
      return `${kind} ${formatClockTime(body.minute)}`;
    case "pick":
      return body.from === null ? kind : `${kind} ${formatClockTime(body.from)}`;
    case "overtime":
      return `${kind} ${formatClockTime(body.start)}-${formatClockTime(body.end)}`;
    case "split":
    case "note":
      return kind;
  }
}
