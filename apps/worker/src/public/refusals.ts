import { refuses } from "../answer.ts";
import type { RefusalCode } from "../error.ts";

const keyed = ["key-missing", "key-invalid", "key-expired", "scope-missing", "rate-limited"] as const;
const once = [
  ...(["idempotency-key-missing", "idempotency-key-reused", "idempotency-running"] as const),
  ...(["bad-json", "invalid-input", "body-too-large"] as const),
];

/** The refusals of a route that wants a key. */
export function refusesKeyed(...codes: readonly RefusalCode[]): object {
  return refuses(...keyed, ...codes);
}

/** The refusals of a route that wants a key and is answered once for its Idempotency-Key. */
export function refusesOnce(...codes: readonly RefusalCode[]): object {
  return refusesKeyed(...once, ...codes);
}
