import type { Job } from "../job.ts";
import type { StoredPlan } from "../quota/planning.ts";
import { peopleToReconcile } from "./reconciliation.ts";

type StartKind = Extract<Job, { kind: "start-run" }>["run"];

/** The runs that begin when a night has begun, and whether they do by the plan made for it. */
const afterNight: readonly { readonly run: StartKind; isDue(plan: StoredPlan): boolean }[] = [
  { run: "approvals", isDue: ({ night }) => night.calls.approvals > 0 },
  { run: "project-approvals", isDue: ({ days }) => days.calls > 0 },
  { run: "checkins", isDue: ({ night }) => night.calls.checkins > 0 },
  { run: "reconciliation", isDue: (plan) => peopleToReconcile(plan) > 0 },
  { run: "close", isDue: ({ close, ground }) => ground.close?.isNear === true && (close?.records ?? 0) > 0 },
];

/** The messages that begin what the plan wants to follow a night. */
export function runsAfterNight(plan: StoredPlan): Job[] {
  return afterNight.filter(({ isDue }) => isDue(plan)).map(({ run }) => ({ kind: "start-run", run }));
}
