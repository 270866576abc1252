/**
 * What went wrong, in the words a caller can act on. `gone` is a record that was there before, `refused-host` an address that may
 * not be called or that sends elsewhere, `timeout` that no answer came, `unreadable` an answer that is not this product's.
 */
export type ConnectorErrorKind =
  | "busy"
  | "throttled"
  | "credentials"
  | "permission"
  | "not-found"
  | "invalid"
  | "gone"
  | "unreadable"
  | "timeout"
  | "refused-host";

export interface ConnectorErrorFacts {
  readonly kind: ConnectorErrorKind;
  readonly code: string;
  readonly retryAfterMs?: number | null;
  readonly field?: string | null;
}

/** The one error of this room. Its words are all ours: never text of the far side, a secret or a person. */
export class ConnectorError extends Error {
  readonly kind: ConnectorErrorKind;
  /** A word of ours, `"person-unknown"`, or the far side's status, `"422"`. */
  readonly code: string;
  /** How long the far side asked to wait; null when it said nothing. */
  readonly retryAfterMs: number | null;
  /** The setting or part of a fact that has to change, `"address"`, `"person"`. */
  readonly field: string | null;

  constructor(facts: ConnectorErrorFacts) {
    super(`${facts.kind} (${facts.code})`);
    this.name = "ConnectorError";
    this.kind = facts.kind;
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.field = facts.field ?? null;
  }
}
