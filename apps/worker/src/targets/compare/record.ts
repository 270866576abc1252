import type { Abilities } from "@today/connectors/ability";
import type { DateRange, ListedWorklog, WorklogFact } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { periodOf } from "@today/core/period";
import { addDays } from "@today/core/time/date";
import type { TheirWorklog } from "@today/core/worklog-comparison";
import type { WorklogBody } from "@today/core/worklog-note";
import type { SoughtWorklog } from "@today/db/worklog-comparison";

const widerDays = 31;

/** The days of a month, `2026-09`; `wide` with a month more on both sides. */
export function daysOf(month: string, wide: boolean): DateRange {
  const { first: from, last: to } = periodOf(`${month}-01`, "month");
  return wide ? { from: addDays(from, -widerDays), to: addDays(to, widerDays) } : { from, to };
}

/** A record as it is compared. */
export function theirOf({ ref, marker, personRemoteId, date, minutes }: ListedWorklog): TheirWorklog {
  const { projectId: remoteProject, taskId: remoteTask } = ref.task;
  return { id: ref.id, marker, remoteProject, remoteTask, remotePerson: personRemoteId, date, minutes };
}

/** A worklog of ours as it is looked for. */
export function factOf(one: SoughtWorklog): WorklogFact {
  const { note, personName, start }: WorklogBody = JSON.parse(one.body);
  return {
    ...{ key: one.key, marker: one.marker, personRemoteId: one.remotePerson, personName, note },
    ...{ task: { projectId: one.remoteProject ?? "", taskId: one.remoteTask }, date: one.date, minutes: one.minutes },
    ...(start === undefined ? {} : { start }),
  };
}

/** Whether hours stand in people's own names. */
export function areNamed({ worklogs }: Abilities): boolean {
  return worklogs.author !== "token-owner";
}

/** Whether what is missing is added as a further record, since none can be changed. */
export function addUp({ worklogs }: Abilities): boolean {
  return !worklogs.change || !worklogs.remove;
}

/** What was read; nothing of a place that is gone, and null of one that may not be seen. */
export async function orGone<T>(reading: Promise<readonly T[]>): Promise<readonly T[] | null> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.kind === "permission") return null;
    if (error.kind === "not-found" || error.kind === "gone") return [];
    throw error;
  }
}
