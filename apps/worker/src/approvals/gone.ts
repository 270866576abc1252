import { readApprovalChains, type StoredApproval } from "@today/db/approval-instance";
import type { Context } from "../context.ts";

/** Kept approvals of these ids under another state, without asking DingTalk: what they say is known, only where they stand is new. */
export async function restated(
  { db, company }: Context,
  ids: readonly string[],
  state: StoredApproval["state"],
): Promise<StoredApproval[]> {
  const kept = ids.length === 0 ? [] : await readApprovalChains(db, company.id, ids);
  return kept.filter((one) => ids.includes(one.id) && one.state !== state).map((one) => ({ ...one, state }));
}
