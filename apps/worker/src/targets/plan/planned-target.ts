import type { Connector } from "@today/connectors/connector";
import { connectorOf } from "@today/connectors/registry";
import type { Correcting } from "@today/core/worklog-difference";
import { dueAt } from "@today/core/worklog-due";
import type { TargetRules } from "@today/core/worklog-plan";
import { isRounding } from "@today/core/worklog-rounding";
import type { StoredTarget } from "@today/db/target";
import type { Context } from "../../context.ts";
import { abilitiesOf } from "../abilities.ts";

/** A target that takes hours, with what its admin and its product want of them. */
export interface PlannedTarget {
  readonly id: string;
  readonly rules: TargetRules;
  readonly correcting: Correcting;
  /** Whether hours need a clock time to start at. */
  readonly needsStart: boolean;
  /** What of theirs can be filled. */
  readonly fields: Connector["fields"];
}

/** What planning needs to know of a target; null for one whose product takes no hours. Its credentials are left alone. */
export function plannedTarget({ now, company }: Context, target: StoredTarget): PlannedTarget | null {
  const connector = connectorOf(target.kind);
  if (connector === null) return null;
  const { worklogs } = abilitiesOf(target);
  if (worklogs.support === "none") return null;
  const { stepMinutes, needsTask, needsStart, backDateDays, serializeBy } = connector.rules;
  const { approvedOnly, startsOn, rounding } = target;
  return {
    id: target.id,
    needsStart,
    fields: connector.fields,
    correcting: { change: worklogs.change, remove: worklogs.remove, dueAt: dueAt(target.pace, now, company.zone) },
    rules: {
      ...{ approvedOnly, startsOn, stepMinutes, needsTask, backDateDays, serializeBy },
      rounding: isRounding(rounding) ? rounding : "exact",
      needsPerson: worklogs.author !== "token-owner",
    },
  };
}
