import type { ApprovalInstance } from "./instance.ts";

/** Where an approval stands in the light of those that change it. */
export interface Standing {
  readonly state: "running" | "agreed" | "refused" | "revoked";
  /** The agreed instance that changed or cancelled this one. */
  readonly replacedBy: string | null;
}

/**
 * The standing of each instance by its id. A changed or cancelled approval stays as it was at DingTalk and another one appears: of a
 * chain only the latest agreed instance holds, and none when that one cancels.
 */
export function standings(instances: readonly ApprovalInstance[]): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const chain of chainsOf(instances)) {
    const latest = chain
      .filter(({ state }) => state === "agreed")
      .toSorted(byTime)
      .at(-1);
    for (const instance of chain) {
      const isReplaced = instance.state === "agreed" && latest !== undefined && instance !== latest;
      const state = instance.state === "withdrawn" || isReplaced ? "revoked" : instance.state;
      standing.set(instance.processInstanceId, { state, replacedBy: isReplaced ? latest.processInstanceId : null });
    }
  }
  return standing;
}

/** Whether a second change names the first instance or the first change is unconfirmed, so the links are followed. */
function chainsOf(instances: readonly ApprovalInstance[]): Iterable<ApprovalInstance[]> {
  const mainOf = new Map(instances.map(({ processInstanceId, mainInstanceId }) => [processInstanceId, mainInstanceId]));
  const chains = new Map<string, ApprovalInstance[]>();
  for (const instance of instances) {
    let root = instance.processInstanceId;
    const passed = new Set<string>();
    for (let next = mainOf.get(root); next !== undefined && !passed.has(next); next = mainOf.get(root)) {
      passed.add(next);
      root = next;
    }
    chains.set(root, [...(chains.get(root) ?? []), instance]);
  }
  return chains.values();
}

/** Times are minutes, so of two in one minute the one that was made to change the other is the later. */
function byTime(a: ApprovalInstance, b: ApprovalInstance): number {
  const timeOf = ({ finishedAt, createdAt }: ApprovalInstance) => finishedAt ?? createdAt ?? 0;
  const madeAt = ({ createdAt, action }: ApprovalInstance) => (createdAt ?? 0) + (action === "none" ? 0 : 1);
  return timeOf(a) - timeOf(b) || madeAt(a) - madeAt(b);
}
