import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type BudgetInput, type MembersInput, type ProjectHours, type SiteInput } from "../../api.ts";
import { monthApi } from "../../api-month.ts";
import { linkApi } from "../../api-target-link.ts";
import type { Period } from "../../period.ts";
import { keptToday } from "../../phone-cache.ts";
import { refreshDays } from "../../query-client.ts";

const minute = 60_000;

/** The projects that the reader may see. */
export function projectsQuery(status: "active" | "all") {
  return queryOptions({
    queryKey: ["project", "list", status],
    queryFn: async () => (await api.projects(status)).projects,
    placeholderData: keepPreviousData,
  });
}

/** Which work date it is, by the server. */
export const projectTodayQuery = queryOptions({
  queryKey: ["project", "today"],
  queryFn: async () => (await api.today()).date,
  initialData: () => keptToday()?.date,
  initialDataUpdatedAt: 0,
  staleTime: 10 * minute,
});

/** One project; 404 for those who may not see it. */
export function projectQuery(id: string) {
  return queryOptions({ queryKey: ["project", "one", id], queryFn: () => api.project(id) });
}

/** What a project got in a period. */
export function projectHoursQuery(id: string, { first, last }: Period, by: ProjectHours["by"]) {
  return queryOptions({
    queryKey: ["project", "hours", id, first, last, by],
    queryFn: () => api.projectHours(id, { from: first, to: last, by }),
    staleTime: 5 * minute,
  });
}

/** What a project has used from its first hours until now, and whether its budget holds. */
export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ["project", "report", id],
    queryFn: () => monthApi.report(id),
    staleTime: 5 * minute,
  });
}

/** Somebody's settled days, as far as the reader may see them. */
export function personDaysQuery(person: string, { first, last }: Period) {
  return queryOptions({
    queryKey: ["project", "person-days", person, first, last],
    queryFn: () => api.workdays({ from: first, to: last, person }),
  });
}

/** A project's people, managers first. */
export function membersQuery(id: string) {
  return queryOptions({
    queryKey: ["project", "members", id],
    queryFn: async () => (await api.members(id)).members,
  });
}

/** Where a project's work is done. */
export function sitesQuery(id: string) {
  return queryOptions({ queryKey: ["project", "sites", id], queryFn: async () => (await api.sites(id)).sites });
}

/** Where a project's hours go; for its managers and administrators. */
export function destinationsQuery(id: string) {
  return queryOptions({
    queryKey: ["project", "destinations", id],
    queryFn: async () => (await linkApi.destinations(id)).destinations,
    staleTime: 5 * minute,
  });
}

/** Up to twenty people by name or number; nobody is looked for without a word. */
export function peopleQuery(q: string) {
  return queryOptions({
    queryKey: ["project", "people", q],
    placeholderData: keepPreviousData,
    queryFn: async () => (await api.people(q)).people,
    enabled: q !== "",
  });
}

/** Adds a member, with the rights and days given, or takes one out. */
export type MemberChange = { readonly put: MembersInput["members"][number] } | { readonly remove: string };

/** Changes who is in a project. */
export function useChangeMember(id: string) {
  return useChange(async (change: MemberChange) => {
    if ("put" in change) await api.setMembers(id, { members: [change.put] });
    else await api.removeMember(id, change.remove);
  });
}

/** Writes a site, or with null takes it away. */
export interface SiteChange {
  readonly site: string;
  readonly input: SiteInput | null;
}

/** Changes where a project's work is done; the members' last days are settled anew. */
export function useChangeSite(id: string) {
  return useChange(async ({ site, input }: SiteChange) => {
    if (input === null) await api.removeSite(id, site);
    else await api.saveSite(id, site, input);
  });
}

/** Says what a project may use. */
export function useSetBudget(id: string) {
  return useChange((input: BudgetInput) => monthApi.setBudget(id, input));
}

function useChange<Change, Answer>(mutationFn: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => refreshDays(client) });
}
