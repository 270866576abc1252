import type { ConnectionStep } from "../../../api.ts";

/** Steps that stand in one card: those that passed, the one that is open, or those that are closed. */
export interface StepGroup {
  readonly kind: "done" | "open" | "rest";
  readonly steps: readonly ConnectionStep[];
}

/** The steps in their order, like beside like; `open` stands alone. */
export function groupsOf(steps: readonly ConnectionStep[], open: ConnectionStep["id"] | null): StepGroup[] {
  const groups: StepGroup[] = [];
  for (const step of steps) {
    const kind = step.id === open ? "open" : step.state === "ok" ? "done" : "rest";
    const last = groups.at(-1);
    if (last === undefined || last.kind !== kind || kind === "open") groups.push({ kind, steps: [step] });
    else groups.splice(-1, 1, { kind, steps: [...last.steps, step] });
  }
  return groups;
}
