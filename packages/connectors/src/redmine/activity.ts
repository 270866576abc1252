import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { once } from "../once.ts";
import type { RedmineApi } from "./api.ts";
import { Activities, ProjectActivities } from "./shape.ts";

/** An activity (活动) that hours may be booked under; a project may have its own by the same names. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** The activities that hold where a project does not narrow them. */
export async function readActivities(api: RedmineApi): Promise<Activity[]> {
  const { time_entry_activities: list } = readBody(
    await api.get("/enumerations/time_entry_activities.json"),
    Activities,
  );
  return list
    .filter((one) => one.active !== false)
    .map((one) => ({ id: one.id, name: one.name, isDefault: one.is_default === true }));
}

/** Finds the activity that hours of a project are booked under: the one that is chosen, else `usual`, the connection's; `""` is none. */
export function createActivityChoice(api: RedmineApi, usual: string) {
  const everywhere = once(() => readActivities(api));
  const known = new Map<string, () => ReturnType<typeof readOwn>>();

  return async (projectId: string, chosen = usual): Promise<string> => {
    const read = known.get(projectId) ?? once(() => readOwn(api, projectId));
    known.set(projectId, read);
    const own = await read();
    const id = activityFor(own, await everywhere(), chosen);
    if (id === null) throw new ConnectorError({ kind: "invalid", code: "activity-missing", field: "activity" });
    return id;
  };
}

async function readOwn(api: RedmineApi, projectId: string) {
  const path = `/projects/${encodeURIComponent(projectId)}.json`;
  const body = await api.get(path, { include: "time_entry_activities" }).catch((error: unknown) => {
    const isNone = error instanceof ConnectorError && error.kind === "not-found";
    throw isNone ? new ConnectorError({ kind: "not-found", code: "project-unknown", field: "task" }) : error;
  });
  return readBody(body, ProjectActivities).project.time_entry_activities;
}

/** The chosen activity, or the default, or the project's own of that name; what a project leaves no choice about needs none. */
function activityFor(
  own: readonly Pick<Activity, "id" | "name">[] | null,
  everywhere: readonly Activity[],
  chosen: string,
): string | null {
  const offered = own ?? everywhere;
  const wanted = everywhere.find((one) => (chosen === "" ? one.isDefault : one.id === chosen));
  const found = offered.find((one) => one.id === wanted?.id) ?? offered.find((one) => one.name === wanted?.name);
  const only = offered.length === 1 ? offered[0] : undefined;
  return found?.id ?? only?.id ?? null;
}
