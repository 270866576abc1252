import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Every way the server says no. Codes travel; the web app owns the sentences. */
const refusals = {
  "account-rules-malformed": [422, "The rules for accounts do not fit together"],
  "bad-json": [400, "The body is not JSON"],
  "body-too-large": [413, "The body is too large"],
  "calendar-file-malformed": [422, "The calendar file cannot be read"],
  "calendar-year-missing": [409, "The calendar of that year is not known"],
  "comparison-running": [409, "A comparison runs already"],
  "check-too-soon": [429, "A step was checked just now"],
  "code-invalid": [401, "The login code is wrong or was used"],
  "code-taken": [409, "Another project has this code"],
  "date-out-of-range": [422, "The date is too far back or too far ahead"],
  "dingtalk-unavailable": [503, "DingTalk does not answer"],
  forbidden: [403, "Not allowed"],
  internal: [500, "Something went wrong here"],
  "hook-id-reused": [409, "Another hook has this id"],
  "hook-not-on": [409, "The hook is paused or gone"],
  "hook-unsigned": [409, "Deliveries of this hook are not signed"],
  "idempotency-key-missing": [400, "An Idempotency-Key is wanted"],
  "idempotency-key-reused": [422, "Another request had this Idempotency-Key"],
  "idempotency-running": [409, "The first request of this Idempotency-Key is still being answered"],
  "import-not-ready": [409, "The import is not ready"],
  "invalid-input": [400, "Some fields are not as they must be"],
  "key-expired": [401, "The key is over"],
  "key-invalid": [401, "The key is unknown or was revoked"],
  "key-missing": [401, "A key is wanted"],
  "last-admin": [409, "The last admin stays"],
  "location-required": [409, "The company requires the location of punches"],
  left: [403, "The person has left the company"],
  "login-declined": [401, "The login was not granted"],
  "mapping-malformed": [422, "Some rules of the mapping do not fit"],
  "mark-taken": [409, "Another active project has this mark"],
  "method-not-allowed": [405, "The method does not exist here"],
  "not-found": [404, "Nothing here"],
  "pick-id-reused": [409, "Another pick has this id"],
  "not-of-this-company": [403, "The person is not of this company"],
  "period-approvers-only": [409, "The period is open for approvers only"],
  "period-closed": [409, "The period is closed"],
  "period-move-unknown": [409, "The period cannot go there from here"],
  "period-not-clean": [409, "Something in the period is still open"],
  "period-not-over": [409, "The period is not over yet"],
  "positions-malformed": [422, "The positions do not fit together"],
  "project-not-bookable": [422, "The project cannot be booked on that date"],
  "project-not-linked": [409, "The hours of the project do not go there"],
  "quota-exhausted": [503, "DingTalk's calls of this month are used up"],
  "range-reversed": [400, "The range ends before it starts"],
  "range-too-long": [400, "The range is too long"],
  "rate-limited": [429, "The key has used up its requests of this minute"],
  "reason-missing": [422, "A reason is wanted"],
  "remote-unknown": [422, "Nothing of this id is known there"],
  "request-answered": [409, "The request was answered already"],
  "request-empty": [422, "The request would change nothing"],
  "request-id-reused": [409, "Another request has this id"],
  "run-not-failed": [409, "The run did not fail"],
  "row-unreadable": [409, "The row still cannot be read by itself"],
  "same-person": [403, "Nobody approves their own, and two people reopen a period"],
  "scope-missing": [403, "The key may not do that"],
  "secret-wanted": [422, "The secrets must come along to a new address"],
  "session-invalid": [401, "The session is over"],
  "session-missing": [401, "Nobody is signed in"],
  "signature-expired": [401, "The signature is too old"],
  "signature-invalid": [401, "The signature is wrong"],
  "split-part-not-positive": [422, "A part of the split is empty"],
  "split-too-long": [422, "The split is longer than the day"],
  "task-id-reused": [409, "Another task has this id"],
  "terms-malformed": [422, "The terms of work do not fit together"],
  "state-invalid": [401, "The login was not begun in this browser, or too long ago"],
  "target-id-reused": [409, "Another product was connected under this id"],
  "target-paused": [409, "Nothing leaves while it is paused"],
  "target-unavailable": [503, "The other system cannot be spoken with"],
  "token-id-reused": [409, "Another token has this id"],
  "version-conflict": [409, "Somebody else was faster"],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type RefusalCode = keyof typeof refusals;

interface Particulars {
  /** Which inputs are wrong, `{ path: "parts.0.minutes", message: "…" }`. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** What is there now, for whoever lost a race. */
  readonly current?: unknown;
}

/** The one error of this room: `throw new Refusal("version-conflict", { current })`. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly particulars: Particulars;

  constructor(code: RefusalCode, particulars: Particulars = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.particulars = particulars;
  }

  get status(): ContentfulStatusCode {
    return refusals[this.code][0];
  }

  get title(): string {
    return refusals[this.code][1];
  }
}
