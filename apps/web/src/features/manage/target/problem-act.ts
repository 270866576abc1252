import type { TargetProblem } from "../../../message/target-problem.zh.ts";

/**
 * What mends a problem: a part of the target, its settings, something at the other system that somebody does there, a retry, or nothing,
 * because it goes on by itself.
 */
export type Act = "people" | "projects" | "mapping" | "settings" | "there" | "retry" | "itself";

/** Every code that has a sentence, by what mends it. */
const acts: Readonly<Record<Act, readonly TargetProblem[]>> = {
  people: [
    ...(["person-unlinked", "person-unknown", "person-missing", "login-odd"] as const),
    ...(["wrong-person", "people-by-name-only"] as const),
  ],
  projects: [
    ...(["destination-missing", "task-missing", "task-unknown", "task-deleted", "task-moved"] as const),
    ...(["project-unknown", "project-closed", "not-found"] as const),
  ],
  mapping: [
    ...(["field-required", "field-refused", "unfit", "invalid", "unknown-field", "field-twice"] as const),
    ...(["unknown-source", "required-empty", "too-long", "character-unsupported", "not-a-date"] as const),
    ...(["not-a-number", "choice-unknown", "marker-field-missing", "marker-not-kept"] as const),
  ],
  settings: [
    ...([
      "credentials",
      "unreadable",
      "refused-host",
      "setting-missing",
      "setting-malformed",
      "setting-unknown",
    ] as const),
    ...(["secret-wanted", "credentials-unreadable", "connector-unknown", "host-private", "host-unknown"] as const),
    ...(["wrong-kind", "login-failed", "app-key", "app-unknown", "application-incomplete"] as const),
    ...(["application-denied", "not-json", "switch-needs-admin", "activity-missing", "task-type-missing"] as const),
    ...(["https-wanted", "target-removed", "state-missing"] as const),
  ],
  there: [
    ...(["permission", "app-address-denied", "app-clock", "people-hidden", "users-denied", "projects-hidden"] as const),
    ...(["may-not-log-hours", "may-not-change-hours", "may-not-remove-hours", "may-not-log-for-others"] as const),
    ...(["may-not-set-status", "may-not-create-tasks", "positive-difference-only", "time-tracking-off"] as const),
    ...(["marker-not-kept-kept", "wrong-person-kept", "person-not-member", "person-locked"] as const),
    ...(["person-may-not-log", "not-in-team", "not-in-task-team", "task-hidden", "no-list", "no-execution"] as const),
    ...(["status-not-allowed", "status-not-taken", "no-minutes", "not-ours", "correction-impossible"] as const),
    ...(["too-old", "not-possible"] as const),
  ],
  retry: ["not-written", "not-removed", "outcome-unknown", "too-large", "rights-unknown", "other"],
  itself: [
    ...(["busy", "throttled", "timeout", "gone", "row-gone", "app-login-used", "endless-list"] as const),
    ...(["short-list", "quota-global", "quota-tenant", "issue-writes", "still-sending", "not-approved"] as const),
  ],
};

/** What mends a code of the worker; null for one that nobody foresaw. */
export function actOf(code: string): Act | null {
  const plain = code.replace(/^(read-back|mapping)-/, "");
  const found = (Object.keys(acts) as Act[]).find((act) => (acts[act] as readonly string[]).includes(plain));
  return found ?? (code.startsWith("mapping-") ? "mapping" : null);
}
