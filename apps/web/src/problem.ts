/** What this side can find out by itself; every other code is the server's. */
export type ReachCode = "offline" | "timeout" | "unreachable";

/** What is wrong with one input: `{ path: "settings.address", message: "setting-malformed" }`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** Why a request came to nothing. `status` is 0 when no answer arrived; `current` is what holds now after a conflict. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly current: unknown;
  readonly fields: readonly FieldFault[];

  constructor(code: string, status: number, current?: unknown, fields: readonly FieldFault[] = []) {
    super(code);
    this.name = "ApiProblem";
    this.code = code;
    this.status = status;
    this.current = current;
    this.fields = fields;
  }
}

/** Whether the same request may succeed later: no network, a stalled or a busy server. */
export function isWaiting(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

/** Whether the phone itself has no network. */
export function isOffline(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "offline";
}

/** The code of any failure; what nobody foresaw is `internal`. */
export function codeOf(error: unknown): string {
  return error instanceof ApiProblem ? error.code : "internal";
}
