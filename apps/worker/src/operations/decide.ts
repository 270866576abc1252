import { instantAt } from "@today/core/time/zone";
import type { Outcome } from "@today/db/decision";
import { findBatch, type NamedRequest, writeBatch } from "@today/db/decision-batch";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { DecisionInput, DecisionResult } from "../contract.ts";
import { Refusal } from "../error.ts";

type Item = DecisionInput["items"][number];

/**
 * Approves or returns what waits for the actor, as far as it is still as they saw it; the rest is skipped with why. A repeat answers
 * the same. Refuses `reason-missing`, and `request-id-reused` for an id that was somebody's or about something else.
 */
export async function decide(ctx: Context, input: DecisionInput): Promise<DecisionResult> {
  const { id, verdict, reason = null } = input;
  if (verdict === "return" && reason === null) throw new Refusal("reason-missing");
  const items = distinct(input.items);
  const asked = JSON.stringify({ verdict, reason, items });
  const wanted = { id, requests: items.flatMap((item) => (item.type === "request" ? [item.id] : [])) };
  const { kept, requests } = await findBatch(ctx.db, ctx.company.id, wanted);
  if (kept === null) {
    const batch = { id, verdict: verdict === "approve" ? "approved" : "rejected", reason, asked } as const;
    const outcomes = await writeBatch(
      ctx.db,
      authorOf(ctx),
      batch,
      requests.map((one) => answerable(ctx, one)),
    );
    if (outcomes === null) return decide(ctx, input);
    const people = peopleOf(items, outcomes, requests);
    if (people.length > 0) await ctx.queue.sendBatch([{ body: { kind: "settle", people } }]);
    return resultOf(id, { items, outcomes, requests });
  }
  if (kept.madeBy !== ctx.actor.id || kept.asked !== asked) throw new Refusal("request-id-reused");
  return resultOf(id, { items, outcomes: kept.outcomes, requests });
}

function distinct(items: readonly Item[]): Item[] {
  const nameOf = (item: Item) =>
    item.type === "request"
      ? item.id
      : JSON.stringify([item.personId, item.date, item.projectId, item.key, item.minutes]);
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}

function answerable({ company }: Context, request: NamedRequest) {
  const { id, personId, date, kind, minute } = request;
  return { id, personId, date, kind, at: minute === null ? null : instantAt(date, minute, company.zone) };
}

interface Decided {
  readonly items: readonly Item[];
  readonly outcomes: readonly Outcome[];
  readonly requests: readonly NamedRequest[];
}

function resultOf(id: string, { items, outcomes, requests }: Decided): DecisionResult {
  const effects = new Map(requests.map((request) => [request.id, request.effect]));
  const done = items.filter((_, n) => outcomes[n] === "done");
  const minutes = done.map((item) => (item.type === "request" ? (effects.get(item.id) ?? 0) : item.minutes));
  return {
    id,
    done,
    skipped: items.flatMap((ref, n) => {
      const why = outcomes[n] ?? "changed";
      return why === "done" ? [] : [{ ref, why }];
    }),
    minutes: minutes.reduce((sum, one) => sum + one, 0),
  };
}

function peopleOf(items: readonly Item[], outcomes: readonly Outcome[], requests: readonly NamedRequest[]): string[] {
  const whose = new Map(requests.map(({ id, personId }) => [id, personId]));
  const people = items.flatMap((item, n) => {
    if (outcomes[n] !== "done") return [];
    return item.type === "request" ? (whose.get(item.id) ?? []) : [item.personId];
  });
  return [...new Set(people)];
}
