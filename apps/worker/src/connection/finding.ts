import type { StepDetail, StepFinding, StepProof } from "@today/db/connection-check";
import { DingTalkError } from "@today/dingtalk/error";
import { tokenPath } from "@today/dingtalk/probe";
import type { StepId } from "./console-menu.ts";

/** A step that works, and what shows it. */
export function works(step: StepId, proof: StepProof): StepFinding {
  return { step, state: "ok", proof, problem: null, detail: {} };
}

/** A step with something to mend. */
export function broken(step: StepId, problem: string, detail: StepDetail = {}): StepFinding {
  return { step, state: "broken", proof: null, problem, detail };
}

/** Codes that say more than their kind: who or what DingTalk refuses. */
const ownProblems: Readonly<Record<string, string>> = {
  "50002": "contact-range",
  "50004": "contact-range",
  "50003": "app-stopped",
  "50005": "company-disabled",
};

/** What was thrown, as a problem with its detail: `ip-refused`, `contact-range`, `internal`. */
export function problemOf(error: unknown): { readonly problem: string; readonly detail: StepDetail } {
  if (!(error instanceof DingTalkError)) return { problem: "internal", detail: {} };
  const { kind, code, missingScopes, refusedAddress, requestId } = error;
  const detail = { code, missing: missingScopes, address: refusedAddress, requestId };
  return { problem: ownProblems[code] ?? kind, detail };
}

/** The findings of a call that failed while a step was checked: the step at fault is broken, the one asked about waits for it. */
export function blame(asked: StepId, error: unknown): StepFinding[] {
  const { problem, detail } = problemOf(error);
  const at = faultOf(problem, error) ?? asked;
  const found = broken(at, problem, detail);
  return at === asked ? [found] : [found, { ...broken(asked, problem, detail), state: "waiting" }];
}

function faultOf(problem: string, error: unknown): StepId | null {
  if (problem === "ip-refused") return "address";
  if (problem === "credentials") return "credentials";
  // An unknown organisation or application is told by the token's call alone.
  if (error instanceof DingTalkError && error.path === tokenPath && problem === "bad-request") return "credentials";
  return problem === "permission" || problem === "contact-range" ? "scopes" : null;
}
