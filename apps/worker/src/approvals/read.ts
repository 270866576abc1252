import { readDecidedIds, type StoredApproval } from "@today/db/approval-instance";
import type { Rejected } from "@today/db/rejected-row";
import { type ApprovalInstance, readInstance } from "@today/dingtalk/approval/instance";
import { kindOf } from "@today/dingtalk/approval/kind";
import { DingTalkError } from "@today/dingtalk/error";
import { mayPass } from "../batch-failure.ts";
import type { Context } from "../context.ts";
import { storedOf } from "./stored.ts";

/** An approval to be read, with what is known of its form. */
export interface Sought {
  readonly id: string;
  readonly processCode: string | null;
  readonly kind: StoredApproval["kind"] | null;
}

/** What came of reading approvals; `others` are none of attendance, `missing` are no more at DingTalk. */
export interface ReadApprovals {
  readonly fresh: readonly StoredApproval[];
  readonly others: readonly Sought[];
  readonly missing: readonly string[];
  readonly rejected: readonly Rejected[];
}

const mostOfAChain = 20;

/**
 * Reads approvals from DingTalk, one counted call each, with those of their chains that are not decided and kept already. One that
 * cannot be read is set aside and spoils nothing.
 */
export async function readApprovals(ctx: Context, sought: readonly Sought[]): Promise<ReadApprovals> {
  const read: { [Key in keyof ReadApprovals]: ReadApprovals[Key][number][] } = {
    ...{ fresh: [], others: [], missing: [], rejected: [] },
  };
  const known = new Set<string>();
  for (const one of sought) await readChainOf(ctx, one, { read, known });
  return read;
}

async function readChainOf(
  ctx: Context,
  first: Sought,
  {
    read,
    known,
  }: { readonly read: { [Key in keyof ReadApprovals]: ReadApprovals[Key][number][] }; readonly known: Set<string> },
): Promise<void> {
  const waiting: Sought[] = [first];
  for (let count = 0; count < mostOfAChain; count += 1) {
    const next = waiting.shift();
    if (next === undefined) return;
    if (known.has(next.id)) continue;
    known.add(next.id);
    const found = await readOne(ctx, next.id);
    if (found === null) read.missing.push(next.id);
    else if ("reason" in found) read.rejected.push(found);
    else {
      const kind = kindOf(found) ?? next.kind;
      if (kind === null) read.others.push(next);
      else {
        const { processCode } = next;
        read.fresh.push(storedOf(found, { kind, processCode }));
        const linked = [found.mainInstanceId, ...found.attachedInstanceIds].filter((id) => !known.has(id));
        const decided = linked.length === 0 ? new Set() : await readDecidedIds(ctx.db, ctx.company.id, linked);
        waiting.push(...linked.filter((id) => !decided.has(id)).map((id) => ({ id, kind, processCode })));
      }
    }
  }
}

async function readOne({ dingtalk }: Context, id: string): Promise<ApprovalInstance | Rejected | null> {
  try {
    return await readInstance(dingtalk, id);
  } catch (error) {
    // A broken answer is no odd approval: it is asked for again.
    if (!(error instanceof DingTalkError) || error.kind !== "unreadable" || mayPass(error)) throw error;
    return { source: "workflow/processInstances", reason: error.code, raw: { processInstanceId: id } };
  }
}
