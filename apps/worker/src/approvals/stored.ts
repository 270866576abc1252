import type { StoredApproval } from "@today/db/approval-instance";
import { withoutOwnWords } from "@today/dingtalk/approval/attendance-fields";
import type { ApprovalInstance } from "@today/dingtalk/approval/instance";

/** An approval as it is kept: what says a time, nothing in anybody's own words. */
export function storedOf(
  instance: ApprovalInstance,
  about: { readonly kind: StoredApproval["kind"]; readonly processCode: string | null },
): StoredApproval {
  const {
    processInstanceId: id,
    originatorUserId: personId,
    state,
    action,
    mainInstanceId: mainId,
    modifiedAt,
  } = instance;
  const body = JSON.stringify(withoutOwnWords(instance));
  return { id, ...about, personId, state, action, mainId, modifiedAt, body };
}

/** A kept approval as the reader of facts wants it; a deleted one stands as little as one that was withdrawn. */
export function instanceOf({ body, state }: StoredApproval): ApprovalInstance {
  const instance: ApprovalInstance = JSON.parse(body);
  return { ...instance, state: state === "deleted" ? "withdrawn" : state };
}
