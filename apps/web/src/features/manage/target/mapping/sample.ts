import type { MappingPreview, PersonBrief, Project } from "../../../../api.ts";
import { longDate } from "../../../../format.ts";
import type { MappingWords } from "./words.ts";

/** Which record a mapping is looked at with: whose and of which day, each left open for the latest. */
export interface Sample {
  readonly person: PersonBrief | null;
  readonly date: string | null;
}

/** The latest record of anybody. */
export const latest: Sample = { person: null, date: null };

/** A sample as it is asked for. */
export function wishOf({ person, date }: Sample): { personId?: string; date?: string } {
  return { ...(person === null ? {} : { personId: person.id }), ...(date === null ? {} : { date }) };
}

/** Which hours are looked at, `9月15日 周二 · 赵建国 · 管廊二期B标`, or why there are none. */
export function hoursText(
  m: MappingWords,
  { worklog }: Pick<MappingPreview, "worklog">,
  { sample, projects }: { readonly sample: Sample; readonly projects: readonly Project[] },
): string {
  if (worklog !== null) {
    const { person, projectId, date, record } = worklog;
    const project = projects.find(({ id }) => id === projectId)?.shortName ?? record["project.short"] ?? "";
    return m["mapping.sample.hours"](longDate(date, m.lang), person.name, project);
  }
  if (sample.person !== null) return m[sample.date === null ? "mapping.sample.noneOfPerson" : "mapping.sample.noneOf"];
  return m[sample.date === null ? "mapping.sample.none" : "mapping.sample.noneOfDay"];
}
