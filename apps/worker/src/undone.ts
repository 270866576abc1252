import type { DatedAnswer } from "@today/db/terms";
import { Refusal } from "./error.ts";

/** Refuses `not-found` for somebody unknown and `period-closed` for what reaches into a closed period. */
export function refuseUndone(answer: DatedAnswer): void {
  if (answer === "unknown") throw new Refusal("not-found");
  if (answer === "closed") throw new Refusal("period-closed");
}
