/**
 * What went wrong, in the words a caller can act on. `timeout` means that no answer came (too slow or unreachable), `banned` that
 * DingTalk refuses this address or app for a while, `code-invalid` that a login code is wrong, used or not for this app.
 */
export type DingTalkErrorKind =
  | "busy"
  | "throttled"
  | "quota"
  | "ip-refused"
  | "permission"
  | "credentials"
  | "not-found"
  | "bad-request"
  | "banned"
  | "unreadable"
  | "timeout"
  | "code-invalid";

export interface DingTalkErrorFacts {
  readonly kind: DingTalkErrorKind;
  readonly path: string;
  readonly code: string;
  readonly retryAfterMs?: number | null;
  readonly refusedAddress?: string | null;
  readonly missingScopes?: readonly string[];
  readonly requestId?: string | null;
}

/** The one error of this room. Its message names kind, code and path only, never a secret or a person. */
export class DingTalkError extends Error {
  readonly kind: DingTalkErrorKind;
  readonly path: string;
  /** DingTalk's own code: `"60020"`, `"Forbidden.AccessDenied.IpNotInWhiteList"`, or a word of ours such as `"html"`. */
  readonly code: string;
  /** How long it makes sense to wait before the same call is tried again; null when waiting does not help or nobody knows. */
  readonly retryAfterMs: number | null;
  /** The egress address DingTalk refused, `"203.0.113.9"`. */
  readonly refusedAddress: string | null;
  /** The permission points to ask for, `["qyapi_get_attendance_data"]`. */
  readonly missingScopes: readonly string[];
  readonly requestId: string | null;

  constructor(facts: DingTalkErrorFacts) {
    super(`DingTalk ${facts.path}: ${facts.kind} (${facts.code})`);
    this.name = "DingTalkError";
    this.kind = facts.kind;
    this.path = facts.path;
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.refusedAddress = facts.refusedAddress ?? null;
    this.missingScopes = facts.missingScopes ?? [];
    this.requestId = facts.requestId ?? null;
  }
}
