import { type Approval, type Decision, decided } from "../world/approval.ts";
import type { World } from "../world/world.ts";
import { approvalEvents } from "./approval-event.ts";
import type { Delivery } from "./delivery.ts";

/** Puts approvals into the world and tells their events. */
export interface ApprovalDesk {
  begin(approval: Approval): void;
  /** Throws a sentence when it cannot be decided so. */
  decide(id: string, decision: Decision): Approval;
}

/** The one place where approvals come into the world and change, so that no event is forgotten. */
export function createApprovalDesk(world: World, delivery: Delivery, corpId: string): ApprovalDesk {
  const tell = (before: Approval | null, after: Approval) => {
    if (!world.switches.approvalEvents) return;
    for (const event of approvalEvents(before, after, { corpId, switches: world.switches })) delivery.push(event);
  };
  return {
    begin(approval) {
      world.apply({ kind: "approval", approval });
      tell(null, approval);
    },
    decide(id, decision) {
      const before = world.approval(id);
      if (!before) throw new Error("there is no such approval");
      const after = decided(before, decision);
      world.apply({ kind: "decision", id, decision });
      tell(before, after);
      return after;
    },
  };
}
