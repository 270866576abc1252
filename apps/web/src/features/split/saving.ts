import { formatClockTime } from "@today/core/time/clock-time";
import type { WorkDate } from "@today/core/time/date";
import type { PickInput, RequestInput, SplitInput, SplitView, Workday } from "../../api.ts";
import { ApiProblem } from "../../problem.ts";
import { type CountedLine, clockAt } from "./counted-line.ts";
import { bordersOf, joinEqual, lengthOf, type Part } from "./split.ts";

/** What one save sends: a split in minutes, picks by the clock after taking back a split that would hide them, or a request for a split. */
export type Wish =
  | { readonly kind: "ask"; readonly request: RequestInput }
  | { readonly kind: "split"; readonly split: SplitInput }
  | { readonly kind: "picks"; readonly takenBack: SplitInput | null; readonly picks: readonly PickInput[] };

/** Which day is saved, and as what. */
export interface SaveTarget {
  readonly date: WorkDate;
  readonly version: number;
  readonly hasSplit: boolean;
  readonly isRunning: boolean;
  readonly line: CountedLine;
  readonly openFrom: number;
  readonly makeId: () => string;
}

/** What a conflict shows of the day as it is now. */
export interface CurrentDay {
  readonly version: number;
  readonly split: SplitView | null;
  readonly workday: Workday;
}

/**
 * What saving these parts would send; null while a part lacks its project. The end of a finished day may stay without one where
 * nobody else claims it. The ids of `before` are kept if it says the same, so that sending it again changes nothing.
 */
export function planSave(target: SaveTarget, parts: readonly Part[], before: Wish | null = null): Wish | null {
  const sent = namedParts(target, joinEqual(parts));
  if (sent === null) return null;
  const { date, version, makeId } = target;
  if (!target.isRunning) return { kind: "split", split: { version, parts: sent.map(asInput) } };
  const froms = [null, ...bordersOf(sent).map((border) => formatClockTime(clockAt(target.line, border)))];
  const withIds = (ids: readonly string[]): PickInput[] =>
    sent.map(({ project, task }, index) => ({
      ...{ id: ids[index] ?? "", date, projectId: project, taskId: task, from: froms[index] ?? null },
    }));
  const takenBack = target.hasSplit ? { version, parts: [] } : null;
  if (before?.kind === "picks") {
    const again = withIds(before.picks.map(({ id }) => id));
    if (JSON.stringify(again) === JSON.stringify(before.picks)) return { kind: "picks", takenBack, picks: again };
  }
  return { kind: "picks", takenBack, picks: withIds(sent.map(() => makeId()).sort()) };
}

type NamedPart = Part & { readonly project: string };

function namedParts({ isRunning, openFrom }: SaveTarget, parts: readonly Part[]): NamedPart[] | null {
  const named = parts.filter((part): part is NamedPart => part.project !== null);
  if (named.length === parts.length && named.length > 0) return named;
  const isTailOpen = parts.slice(0, named.length).every(({ project }) => project !== null);
  return !isRunning && named.length > 0 && isTailOpen && lengthOf(named) >= openFrom ? named : null;
}

function asInput({ project, task, minutes }: NamedPart) {
  return { projectId: project, taskId: task, minutes };
}

/** Whose day is divided, and whether that has to be asked for because the day is closed. */
export interface SplitWay {
  /** Null is one's own. */
  readonly person: string | null;
  readonly asks: boolean;
}

/** Whether a split that goes this way needs a reason. */
export function needsReason({ person, asks }: SplitWay): boolean {
  return asks || person !== null;
}

/** The same wish said for somebody else, or asked for, with its reason. */
export function withReason(wish: Wish, way: SplitWay, given: { date: WorkDate; reason: string; id: string }): Wish {
  if (wish.kind !== "split" || !needsReason(way)) return wish;
  const { reason } = given;
  const whose = way.person === null ? {} : { personId: way.person };
  if (!way.asks) return { kind: "split", split: { ...wish.split, ...whose, reason } };
  return { kind: "ask", request: { kind: "split", ...given, ...whose, parts: wish.split.parts } };
}

/** The calls that saving needs. */
export interface Saver {
  readonly ask: (request: RequestInput) => Promise<unknown>;
  readonly pick: (input: PickInput) => Promise<unknown>;
  readonly saveSplit: (date: WorkDate, split: SplitInput) => Promise<unknown>;
}

/** Sends a wish, oldest pick first; the same wish again picks up where the last attempt ended. */
export async function send(saver: Saver, date: WorkDate, wish: Wish): Promise<void> {
  if (wish.kind === "ask") {
    await saver.ask(wish.request);
    return;
  }
  if (wish.kind === "split") {
    await saver.saveSplit(date, wish.split);
    return;
  }
  if (wish.takenBack !== null) await takeBack(saver, date, wish.takenBack);
  for (const pick of wish.picks) await saver.pick(pick);
}

async function takeBack(saver: Saver, date: WorkDate, none: SplitInput): Promise<void> {
  try {
    await saver.saveSplit(date, none);
  } catch (error) {
    const current = conflictOf(error);
    if (current === null || current.split !== null) throw error;
  }
}

/** The day as it is now, when a save was refused because it has been changed meanwhile. */
export function conflictOf(error: unknown): CurrentDay | null {
  if (!(error instanceof ApiProblem) || error.code !== "version-conflict") return null;
  return (error.current as CurrentDay | undefined) ?? null;
}
