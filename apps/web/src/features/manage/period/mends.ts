import { formatClockTime } from "@today/core/time/clock-time";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { api, type DayDetail, type PickInput, type RequestInput, type SplitInput } from "../../../api.ts";
import { fillingPicks } from "../../../filling.ts";
import { newId } from "../../../phone-world.ts";

/** Whose day is mended, and why. */
export interface About {
  readonly personId: string;
  readonly date: WorkDate;
  readonly reason: string;
}

/** The punches to enter for somebody, in the order in which they make sense: a clock-in before its clock-out. */
export function punchRequests(about: About, on: Minutes | null, off: Minutes | null): RequestInput[] {
  const made = (kind: "clock-in" | "clock-out", at: Minutes | null): RequestInput[] =>
    at === null ? [] : [{ ...about, id: newId(), kind, at: formatClockTime(at) }];
  return [...made("clock-in", on), ...made("clock-out", off)];
}

/** An explanation entered for somebody. */
export function noteRequest(about: About): RequestInput {
  return { ...about, id: newId(), kind: "note" };
}

/** What puts a day's unassigned minutes on a project; a day that was split as a whole gets one part more. */
export type Filling =
  | { readonly picks: readonly PickInput[] }
  | { readonly date: WorkDate; readonly split: SplitInput };

/** How a day of somebody's is filled with a project. */
export function fillingOf({ workday, split }: DayDetail, about: About, projectId: string): Filling {
  if (split === null) {
    const picks = fillingPicks(workday, projectId).map(({ projectId: project, from }) => ({
      ...{ ...about, id: newId(), projectId: project },
      from: from === null ? null : formatClockTime(from),
    }));
    return { picks };
  }
  const parts = [...split.parts, { projectId, taskId: null, minutes: workday.unassigned }];
  return {
    date: about.date,
    split: { version: workday.version, parts, personId: about.personId, reason: about.reason },
  };
}

/** Sends requests one after the other: a clock-out is understood once its clock-in is there. A repeat changes nothing. */
export async function sendRequests(requests: readonly RequestInput[]): Promise<void> {
  for (const request of requests) await api.ask(request);
}

/** Sends what fills days, one after the other. */
export async function sendFillings(fillings: readonly Filling[]): Promise<void> {
  for (const filling of fillings) {
    if ("split" in filling) await api.saveSplit(filling.date, filling.split);
    else for (const pick of filling.picks) await api.pick(pick);
  }
}
