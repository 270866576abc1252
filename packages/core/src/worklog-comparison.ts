import type { WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** How a worklog of ours compares with what is there: `extra` is one that is not wanted any more. */
export type Match = "same" | "differs" | "missing" | "double" | "extra";

/** Where and in whose name hours stand there. */
export interface Standing {
  readonly remoteProject: string | null;
  readonly remoteTask: string | null;
  /** Null where it does not matter. */
  readonly remotePerson: string | null;
  readonly date: WorkDate;
}

/** A worklog as it is wanted; 0 minutes are none. */
export interface OurWorklog extends Standing {
  readonly key: string;
  readonly marker: string;
  readonly person: string;
  readonly project: string;
  readonly minutes: Minutes;
}

/** A record as it was read there. */
export interface TheirWorklog extends Standing {
  readonly id: string;
  /** Null on what others booked. */
  readonly marker: string | null;
  readonly minutes: Minutes;
}

/** All records with a worklog's marker, and the minutes of those that stand where they should. */
export interface Seen {
  /** Records that add up are one. */
  readonly count: number;
  readonly minutes: Minutes;
}

/** What a worklog's records need before it is written again: these are taken away, and that one may stay. */
export interface Mending {
  readonly strays: readonly string[];
  readonly kept: string | null;
}

export interface ComparedWorklog extends Seen, Mending {
  readonly key: string;
  readonly match: Match;
}

/** Minutes of ours as they are wanted and as they are there; those of others are in neither. */
export interface ComparedTotal {
  readonly ours: Minutes;
  readonly theirs: Minutes;
}

export interface WorklogComparison {
  readonly rows: readonly ComparedWorklog[];
  readonly projects: ReadonlyMap<string, ComparedTotal>;
  readonly people: ReadonlyMap<string, ComparedTotal>;
  /** What carries no marker, or one of nobody here. */
  readonly strangers: { readonly count: number; readonly minutes: Minutes };
}

/** How wanted minutes compare with what was seen of them: 60 with one record of 60 are the `same`. */
export function matchOf(wanted: Minutes, { count, minutes }: Seen): Match {
  if (wanted === 0) return count === 0 ? "same" : "extra";
  if (count === 0) return "missing";
  if (count > 1) return "double";
  return minutes === wanted ? "same" : "differs";
}

/** Compares worklogs of ours with the records that are there, by their markers; with `adds` several of the same marker add up. */
export function compareWorklogs(
  ours: readonly OurWorklog[],
  theirs: readonly TheirWorklog[],
  { adds }: { readonly adds: boolean } = { adds: false },
): WorklogComparison {
  const byMarker = new Map<string, TheirWorklog[]>();
  for (const one of theirs) {
    if (one.marker !== null) byMarker.set(one.marker, [...(byMarker.get(one.marker) ?? []), one]);
  }
  const projects = new Map<string, ComparedTotal>();
  const people = new Map<string, ComparedTotal>();
  const rows = ours.map((our) => {
    const records = byMarker.get(our.marker) ?? [];
    const sum = records.reduce((minutes, one) => minutes + one.minutes, 0);
    add(projects, our.project, { ours: our.minutes, theirs: sum });
    add(people, our.person, { ours: our.minutes, theirs: sum });
    return compared(our, records, adds);
  });
  const known = new Set(ours.map(({ marker }) => marker));
  const strangers = theirs.filter(({ marker }) => marker === null || !known.has(marker));
  return {
    ...{ rows, projects, people },
    strangers: { count: strangers.length, minutes: strangers.reduce((sum, one) => sum + one.minutes, 0) },
  };
}

function compared(our: OurWorklog, records: readonly TheirWorklog[], adds: boolean): ComparedWorklog {
  const placed = records.filter((one) => stands(one, our));
  const count = adds ? Math.min(1, records.length) : records.length;
  const seen = { count, minutes: placed.reduce((sum, one) => sum + one.minutes, 0) };
  const kept = our.minutes === 0 ? undefined : (placed.find((one) => one.minutes === our.minutes) ?? placed[0]);
  return {
    ...{ key: our.key, match: matchOf(our.minutes, seen), ...seen },
    strays: records.filter((one) => one !== kept).map(({ id }) => id),
    kept: kept?.id ?? null,
  };
}

/** Whether a record is where it should be. A task may belong to a project below the one that was named. */
function stands(their: Standing, our: Standing): boolean {
  const isPlaced =
    our.remoteTask === null
      ? their.remoteTask === null && their.remoteProject === our.remoteProject
      : their.remoteTask === our.remoteTask;
  const isTheirs = our.remotePerson === null || their.remotePerson === null || our.remotePerson === their.remotePerson;
  return isPlaced && isTheirs && their.date === our.date;
}

function add(totals: Map<string, ComparedTotal>, of: string, { ours, theirs }: ComparedTotal): void {
  const before = totals.get(of) ?? { ours: 0, theirs: 0 };
  totals.set(of, { ours: before.ours + ours, theirs: before.theirs + theirs });
}
