import { applyMapping, type MappingGround } from "@today/core/mapping";
import { hoursRecord, type MappedPerson } from "@today/core/mapping-record";
import { versionFor } from "@today/core/mapping-version";
import { type Described, describeWorklog, type WorklogSubject } from "@today/core/worklog-note";
import type { DayKey } from "@today/db/arrival";
import { type MappingVersion, readCompanyMappings } from "@today/db/mapping";
import { readMappedPeople, readMappedProjects } from "@today/db/mapping-facts";
import type { Context } from "../../context.ts";
import type { PlannedTarget } from "./planned-target.ts";

/** Puts a worklog into words. */
export type Describe = (subject: WorklogSubject) => Described;

/** Who puts the worklogs of these days into words; what he needs is read here, once for all of them. */
export async function describerOf(
  { db, company }: Context,
  { targets, days }: { readonly targets: readonly PlannedTarget[]; readonly days: readonly DayKey[] },
): Promise<Describe> {
  const mappings = await readCompanyMappings(db, company.id);
  if (mappings.size === 0) return describeWorklog;
  const people = await readMappedPeople(
    db,
    company.id,
    days.map(({ personId }) => personId),
  );
  const projects = await readMappedProjects(db, company.id);
  const fields = new Map(targets.map((target) => [target.id, target.fields]));
  return (subject) => {
    const version = versionFor(mappings.get(subject.target) ?? [], subject.sent);
    if (version === null) return describeWorklog(subject);
    const person = people.get(subject.person.id) ?? nobody(subject.person.name);
    const project = { mark: "", ...subject.project, ...projects.get(subject.project.id) };
    const ground = { fields: fields.get(subject.target) ?? [], offers: version.offers };
    return describeBy(version, ground, hoursRecord({ ...subject, person, project }));
  };
}

function nobody(name: string): MappedPerson {
  return { name, number: null, title: null, position: null };
}

function describeBy(
  { rules, version }: MappingVersion,
  ground: MappingGround,
  record: ReturnType<typeof hoursRecord>,
): Described {
  const { values, flaws } = applyMapping(rules, "worklog", { ground, record });
  const { note = "", ...extra } = values;
  return {
    note,
    mapping: version,
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    ...(flaws.length > 0 ? { unfit: true, flaws: flaws.map(({ field, problem }) => ({ field, problem })) } : {}),
  };
}
