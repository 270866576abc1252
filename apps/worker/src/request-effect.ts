import { overtimeKindOf } from "@today/core/attendance";
import type { Punch } from "@today/core/punch";
import { instantAt } from "@today/core/time/zone";
import { type DayFacts, type SettledDay, settleWorkday } from "@today/core/workday";
import type { LoadedDay } from "@today/db/facts";
import type { RequestEffect } from "@today/db/request";
import type { RequestContent } from "@today/db/request-content";

/** A day as it is, as it would be, and what lies between. */
export interface Prospect {
  readonly before: SettledDay;
  readonly after: SettledDay;
  readonly effect: RequestEffect;
}

/** The facts as they would be with what is asked. */
export function factsWith(facts: DayFacts, { kind, body }: RequestContent): DayFacts {
  switch (kind) {
    case "clock-in":
    case "clock-out":
      return { ...facts, punches: [...facts.punches, punchAt(facts, kind === "clock-in" ? "on" : "off", body.minute)] };
    case "pick":
      return { ...facts, picks: [...facts.picks, { id: "asked", madeAt: facts.now, ...body }] };
    case "split":
      return { ...facts, split: body.parts };
    case "overtime":
      return { ...facts, overtime: [...facts.overtime, { start: body.start, end: body.end }] };
    case "note":
      return facts;
  }
}

/** What accepting would come to; its project is the chosen one, else the one that gets most of the new minutes. */
export function prospectOf(facts: DayFacts, content: RequestContent): Prospect {
  const before = settleWorkday(facts);
  const after = settleWorkday(factsWith(facts, content));
  const isOvertime = content.kind === "overtime" || after.overtimeApproved > before.overtimeApproved;
  const effect = {
    minutes: after.counted - before.counted,
    project: chosenProject(content) ?? gainingProject(before, after),
    overtime: isOvertime ? overtimeKindOf(facts.dayKind) : null,
  };
  return { before, after, effect };
}

/** Whose manager answers: the project of the effect, else the person's default, the one they worked on last, or their only one. */
export function answeringProject(day: LoadedDay, effect: RequestEffect, last: string | null): string | null {
  const [only, ...more] = day.bookable;
  const stillTheirs = last !== null && day.bookable.some(({ id }) => id === last);
  const known = effect.project ?? day.facts?.defaultProject ?? (stillTheirs ? last : null);
  return known ?? (more.length === 0 ? (only?.id ?? null) : null);
}

function chosenProject({ kind, body }: RequestContent): string | null {
  if (kind === "pick") return body.project;
  if (kind !== "split") return null;
  return mostOf(body.parts.map(({ project }) => [project, minutesOn(body.parts, project)]));
}

function gainingProject(before: SettledDay, after: SettledDay): string | null {
  const had = (project: string) => minutesOn(before.allocations, project);
  return mostOf(
    after.allocations.map(({ project }) => [project, minutesOn(after.allocations, project) - had(project)]),
  );
}

function mostOf(gains: readonly (readonly [project: string, minutes: number])[]): string | null {
  const none: readonly [string | null, number] = [null, 0];
  return gains.reduce((best, one) => (one[1] > best[1] ? one : best), none)[0];
}

function minutesOn(parts: readonly { readonly project: string; readonly minutes: number }[], project: string): number {
  return parts.reduce((sum, one) => sum + (one.project === project ? one.minutes : 0), 0);
}

function punchAt(facts: DayFacts, type: Punch["type"], minute: number): Punch {
  return {
    ...{ id: `asked-${type}`, at: instantAt(facts.date, minute, facts.policy.zone), arrivedAt: facts.now },
    ...{ type, valid: true, result: null, lat: null, lng: null, accuracy: null },
    ...{ ssid: null, bssid: null, machine: null },
  };
}
