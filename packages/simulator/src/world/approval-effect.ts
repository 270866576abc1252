import type { Approval, AskedSpan } from "./approval.ts";
import type { Leave } from "./leave.ts";
import type { Supply } from "./story.ts";

/** An approved 加班, 出差 or 外出. */
export interface ApprovedSpan extends AskedSpan {
  readonly kind: "overtime" | "trip" | "outing";
  readonly userId: string;
  readonly procInstId: string;
  readonly approvedAt: number;
  readonly revokedAt: number | null;
}

/** What attendance takes from approvals. */
export interface Effects {
  readonly leaves: readonly Leave[];
  readonly supplies: readonly Supply[];
  readonly spans: readonly ApprovedSpan[];
  /** When leave that no approval here gave was changed or revoked by one, by its instance id. */
  readonly endings: ReadonlyMap<string, number>;
}

/** Of each chain the latest approved instance counts; an approved revocation ends it. */
export function effectsOf(approvals: readonly Approval[]): Effects {
  const effects = { leaves: [] as Leave[], supplies: [] as Supply[], spans: [] as ApprovedSpan[] };
  const chains = new Map<string, Approval[]>();
  for (const approval of approvals.filter(({ result }) => result === "agree")) {
    const first = approval.main ?? approval.id;
    chains.set(first, [...(chains.get(first) ?? []), approval]);
  }
  const endings = new Map<string, number>();
  for (const [first, chain] of chains) {
    const inTurn = chain.toSorted((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    if (!chain.some(({ id }) => id === first)) endings.set(first, inTurn[0]?.finishedAt ?? 0);
    for (const [index, approval] of inTurn.entries()) {
      if (approval.action !== "REVOKE") take(effects, approval, inTurn[index + 1]?.finishedAt ?? null);
    }
  }
  return { ...effects, endings };
}

/** Does it count at `now`? */
export function isInForce(
  one: { readonly approvedAt: number; readonly revokedAt?: number | null },
  now: number,
): boolean {
  return one.approvedAt <= now && (one.revokedAt ?? Number.POSITIVE_INFINITY) > now;
}

type Growing = { leaves: Leave[]; supplies: Supply[]; spans: ApprovedSpan[] };

function take({ leaves, supplies, spans }: Growing, approval: Approval, revokedAt: number | null): void {
  const { content, userId, id: procInstId } = approval;
  const approvedAt = approval.finishedAt ?? approval.createdAt;
  if (content.kind === "leave") leaves.push({ ...leaveAsked(approval, content), approvedAt, revokedAt });
  else if (content.kind === "supply") {
    const { supplyId: id, day, type, at } = content;
    supplies.push({ id, userId, day, type, at, arrivesAt: approvedAt, procInstId, revokedAt });
  } else if (content.kind !== "custom") {
    const { kind, start, end, unit, amount } = content;
    spans.push({ kind, start, end, unit, amount, userId, procInstId, approvedAt, revokedAt });
  }
}

/** The leave that an approval asks for, whether or not it was given. */
export function leaveAsked(
  { id, userId, createdAt }: Approval,
  content: Extract<Approval["content"], { kind: "leave" }>,
): Leave {
  const { leaveType: type, start, end, unit, amount } = content;
  return {
    userId,
    type,
    start,
    end,
    unit: unit === "hour" ? "percent_hour" : "percent_day",
    percent: Math.round(amount * 100),
    askedAt: createdAt,
    approvedAt: createdAt,
    procInstId: id,
  };
}
