import type { Project } from "@today/core/project";
import type { Site } from "@today/core/site";
import type { WorkDate } from "@today/core/time/date";
import { parseStored } from "./json-rows.ts";

/** A project that a person may book, and when they are planned on it. */
export interface BookableProject extends Project {
  readonly role: "member" | "manager";
  readonly plannedFrom: WorkDate | null;
  readonly plannedTo: WorkDate | null;
}

/** One membership with its project and the project's sites. */
export interface MembershipRow extends BookableProject {
  readonly personId: string;
  readonly defaultProject: string | null;
  readonly memberFrom: WorkDate | null;
  readonly memberTo: WorkDate | null;
  /** JSON rows of id, lat, lng, radius, ssids, machines, starts_on, ends_on. */
  readonly sites: string;
}

type SiteValues = readonly [
  id: string,
  lat: number | null,
  lng: number | null,
  radius: number,
  ssids: string,
  machines: string,
  startsOn: WorkDate | null,
  endsOn: WorkDate | null,
];

/** All memberships of people: `?2` is `["p1", …]`. */
export const membershipsSql = `select o.id as personId, o.default_project as defaultProject, m.role,
  m.starts_on as memberFrom, m.ends_on as memberTo, m.planned_from as plannedFrom, m.planned_to as plannedTo,
  p.id, p.code, p.name, p.short_name as shortName, p.mark, p.color, p.starts_on as startsOn, p.closed_on as closedOn,
  p.sites
  from json_each(?2) k cross join person o cross join project_member m cross join project p
  where o.company_id = ?1 and o.id = k.value and m.company_id = ?1 and m.person_id = o.id
    and p.company_id = ?1 and p.id = m.project_id`;

/** The memberships under which a date can be booked: member on it, project begun and not closed. */
export function bookableOn(memberships: readonly MembershipRow[], date: WorkDate): readonly MembershipRow[] {
  return memberships.filter(
    ({ memberFrom, memberTo, startsOn, closedOn }) =>
      holdsOn(date, memberFrom, memberTo) && holdsOn(date, startsOn, closedOn),
  );
}

/** Makes the function that gives the sites of bookable projects on a date; each project's sites are read once. */
export function createSiteReader(): (bookable: readonly MembershipRow[], date: WorkDate) => Site[] {
  const known = new Map<string, readonly DatedSite[]>();
  return (bookable, date) =>
    bookable.flatMap(({ id, sites }) => {
      const all = known.get(id) ?? readSites(id, sites);
      known.set(id, all);
      return all.filter(({ startsOn, endsOn }) => holdsOn(date, startsOn, endsOn)).map(({ site }) => site);
    });
}

interface DatedSite {
  readonly site: Site;
  readonly startsOn: WorkDate | null;
  readonly endsOn: WorkDate | null;
}

function readSites(project: string, json: string): DatedSite[] {
  return parseStored<SiteValues[]>(json, []).map(([id, lat, lng, radius, ssids, machines, startsOn, endsOn]) => ({
    site: { id, project, lat, lng, radius, ssids: parseStored(ssids, []), machines: parseStored(machines, []) },
    startsOn,
    endsOn,
  }));
}

function holdsOn(date: WorkDate, from: WorkDate | null, to: WorkDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}
