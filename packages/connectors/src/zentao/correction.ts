import { hoursOf, minutesOfHours } from "../amount.ts";
import type { WorklogFact, WorklogRef, Worklogs } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { carries } from "../marker.ts";
import { written } from "../written.ts";
import type { Calls, ZentaoApi } from "./api.ts";
import { isSame, readBack, readEfforts, readTask, workOf } from "./effort.ts";
import { leftAfter } from "./left.ts";
import { isOurs } from "./ours.ts";
import { isApplication, type Settings } from "./setting.ts";
import type { Effort } from "./shape.ts";

/** The site's own actions, as 18.3 has them and as newer versions do. */
const actions = {
  estimate: { change: "editEstimate", remove: "deleteEstimate", id: "estimateID" },
  effort: { change: "editEffort", remove: "deleteWorkhour", id: "effortID" },
} as const;

/** Changing and removing hours through the pages of the site, which let anybody change anything: only our own rows are touched. */
export function createCorrection(api: ZentaoApi, settings: Settings): Required<Pick<Worklogs, "change" | "remove">> {
  const names = actions[settings.correction === "effort" ? "effort" : "estimate"];
  const callsOf = (row: Effort): Calls =>
    isApplication(settings) && row.account !== settings.account ? api.as(row.account) : api;
  return {
    change: (ref, fact) =>
      written(
        async () => {
          const row = await rowOf(api, ref);
          if (row === null) throw refusal("gone", "row-gone");
          if (!carries(row.work ?? "", fact.marker)) throw refusal("permission", "not-ours");
          const task = await readTask(api, ref.task);
          const left = leftAfter(task, settings.left, fact.minutes - minutesOfHours(row.consumed));
          return { row, form: formOf(fact, left, isApplication(settings)) };
        },
        async ({ row, form }) => {
          await callsOf(row).act({ m: "task", f: names.change, [names.id]: ref.id }, form);
          const now = (await readBack(api, ref.task)).find((one) => one.id === ref.id);
          if (now === undefined) throw refusal("gone", "row-gone");
          if (!isSame(now, fact) || !carries(now.work ?? "", fact.marker)) throw refusal("invalid", "not-written");
          return ref;
        },
      ),
    remove: (ref) =>
      written(
        () => removable(api, ref),
        async (row) => {
          if (row === null) return ref;
          await callsOf(row).act({ m: "task", f: names.remove, [names.id]: ref.id, confirm: "yes" });
          const isThere = (await readBack(api, ref.task)).some((one) => one.id === ref.id);
          if (isThere) throw refusal("invalid", "not-written");
          return ref;
        },
      ),
  };
}

async function rowOf(api: ZentaoApi, ref: WorklogRef): Promise<Effort | null> {
  return (await readEfforts(api, ref.task)).find((one) => one.id === ref.id) ?? null;
}

/** A row of ours; null when it, or its whole task, is no longer there. */
async function removable(api: ZentaoApi, ref: WorklogRef): Promise<Effort | null> {
  const row = await rowOf(api, ref).catch((error: unknown) => {
    if (error instanceof ConnectorError && error.kind === "not-found") return null;
    throw error;
  });
  if (row !== null && !isOurs(row.work ?? "")) throw refusal("permission", "not-ours");
  return row;
}

function formOf(fact: WorklogFact, left: number, isOwnName: boolean): URLSearchParams {
  return new URLSearchParams({
    date: fact.date,
    consumed: String(hoursOf(fact.minutes)),
    left: String(left),
    work: workOf(fact, isOwnName),
  });
}

function refusal(kind: "gone" | "permission" | "invalid", code: string) {
  return new ConnectorError({ kind, code });
}
