import { endEvents } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import type { Context } from "./context.ts";
import type { Job } from "./job.ts";
import { pull } from "./pull/pull.ts";
import { planDay } from "./pull/work.ts";

/** The event of a type, `EventOf<"check_in">`. */
export type EventOf<Type extends DingTalkEvent["type"]> = DingTalkEvent & { readonly type: Type };

/** What an event comes to: all of it is written in the one transaction that marks the event done. */
export interface Taken {
  readonly statements: readonly D1PreparedStatement[];
  /** Whose days may have changed; they are settled. */
  readonly people?: readonly string[];
  /** Ids of other waiting events that were taken along. */
  readonly alongWith?: readonly string[];
  /** Messages for the queue once it is written. */
  readonly jobs?: readonly Job[];
}

/** Does what an event of a type asks for: it may ask DingTalk, and writes nothing itself. What it throws is tried again if it may pass. */
export type EventVerb<Type extends DingTalkEvent["type"]> = (
  ctx: Context,
  event: EventOf<Type>,
  rowId: string,
) => Promise<Taken>;

/** A statement that marks events done. */
export function endOf({ db, company, now }: Context, ids: readonly string[]): D1PreparedStatement {
  return endEvents(db, { companyId: company.id, at: now }, ids);
}

/** Statements that keep today's punches of up to 50 people, pulled in one call. */
export async function punchesOf(ctx: Context, people: readonly string[]): Promise<D1PreparedStatement[]> {
  const [work] = planDay({ people, now: ctx.now, zone: ctx.company.zone });
  if (work === undefined) return [];
  return (await pull(ctx, work)).keepings.map(({ statement }) => statement);
}
