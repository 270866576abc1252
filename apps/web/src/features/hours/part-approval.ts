import type { LinePart, Workday } from "../../api.ts";

/** What is to be said of a part's approval: it waits, or it came back with a reason. */
export type PartApproval =
  | { readonly state: "waiting" }
  | { readonly state: "rejected"; readonly why: string | null; readonly project: string };

type Judged = Pick<Workday, "allocations" | "approvals">;

/** How the minutes of a part stand with its project's manager; null when there is nothing to say. */
export function approvalOf({ allocations, approvals = [] }: Judged, part: LinePart): PartApproval | null {
  const own = allocations.flatMap((one, index) => {
    const isSame =
      one.project === part.project && one.task === part.task && one.basis === part.basis && one.place === part.place;
    const approval = approvals[index];
    return isSame && approval ? [approval] : [];
  });
  const rejected = own.find(({ state }) => state === "rejected");
  if (rejected && part.project !== null) return { state: "rejected", why: rejected.returned, project: part.project };
  return own.some(({ state }) => state === "waiting") ? { state: "waiting" } : null;
}
