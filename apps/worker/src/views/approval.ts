import type { ReviewReason } from "@today/core/review";
import type { WorkDate } from "@today/core/time/date";
import {
  type Approver,
  countWaiting,
  readMonthOvertime,
  readSaid,
  readWaiting,
  type WaitingAllocation,
  type WaitingRequest,
} from "@today/db/approval-list";
import { parseStored } from "@today/db/json-rows";
import type { Employee, PersonBrief } from "@today/db/person";
import type { RequestEffect } from "@today/db/request";
import { contentOf } from "@today/db/request-content";
import { findAnswerers } from "@today/db/request-list";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Approvals, Evidence } from "../contract.ts";
import { GroupKind } from "../schema/approval.ts";
import { readDay } from "./days.ts";
import { isoOf } from "./instant.ts";
import { briefsOf } from "./names.ts";

type Group = Approvals["groups"][number];
type Item = Group["items"][number];
type Kind = Group["kind"];

const mostListed = 200;
const groupReasons = ["off-site", "changed-late", "off-plan", "odd-day"] as const satisfies readonly ReviewReason[];

/** How many things wait for the actor. */
export function countApprovals(ctx: Context): Promise<number> {
  return countWaiting(ctx.db, approverOf(ctx));
}

/** What waits for the actor, kind by kind, the oldest days first; 200 things at most. */
export async function readApprovals(ctx: Context): Promise<Approvals> {
  const { db, company } = ctx;
  const reader = approverOf(ctx);
  const { requests, allocations, ...rest } = await readWaiting(db, reader, mostListed);
  const overtime = requests.filter(({ kind }) => kind === "overtime");
  const [months, said] = await Promise.all([
    readMonthOvertime(
      db,
      company.id,
      overtime.map(({ personId, date }) => [personId, date.slice(0, 7)] as const),
    ),
    readSaid(
      db,
      company.id,
      allocations.map(({ personId, date, project }) => [personId, date, project] as const),
    ),
  ]);
  const items = [
    ...requests.map((row) => ({ kind: row.kind as Kind, item: requestItem(ctx, row, months) })),
    ...allocations.map((row) => ({ kind: kindOf(row), item: allocationItem(ctx, row, said) })),
  ];
  const projects = new Set(items.flatMap(({ item }) => item.project ?? []));
  return {
    now: isoOf(ctx.now, company.zone),
    ...{ count: rest.count, passed: rest.passed },
    groups: GroupKind.options.flatMap((kind) => {
      const own = items.filter((one) => one.kind === kind).map(({ item }) => item);
      return own.length === 0 ? [] : [{ kind, items: own }];
    }),
    more: Math.max(0, rest.count - items.length),
    own: { count: rest.own.length, to: await deputyOf(ctx, rest.own[0] ?? null) },
    projects: await briefsOf(ctx, [], [...projects]),
  };
}

/** The day behind something that waits, as the actor may see it, with what was asked about it. */
export async function readEvidence(
  ctx: Context,
  me: Employee,
  which: { readonly person: string; readonly date: WorkDate },
): Promise<Evidence> {
  const { now, workday, punches, requests, projects } = await readDay(ctx, me, which);
  return { now, workday, punches, requests, projects };
}

function approverOf(ctx: Context): Approver {
  return { ...authorOf(ctx), all: ctx.actor.roles.includes("hr") };
}

async function deputyOf(ctx: Context, project: string | null): Promise<PersonBrief | null> {
  if (project === null) return null;
  return (await findAnswerers(ctx.db, authorOf(ctx), [project])).get(project) ?? null;
}

function reasonsIn(reasons: string): ReviewReason[] {
  return parseStored<ReviewReason[]>(reasons, []);
}

function kindOf({ reasons }: WaitingAllocation): Kind {
  const known = reasonsIn(reasons);
  return groupReasons.find((reason) => known.includes(reason)) ?? "other";
}

function allocationItem(ctx: Context, row: WaitingAllocation, said: ReadonlyMap<string, string>): Item {
  const { personId, name, title, date, project, key, minutes, overtime } = row;
  return {
    ref: { type: "allocation", personId, date, projectId: project, key, minutes },
    person: { id: personId, name, title },
    ...{ date, project, minutes, overtime, reasons: reasonsIn(row.reasons) },
    said: said.get(`${personId}/${date}/${project}`) ?? null,
    ...{ at: null, until: null, monthOvertime: null },
    since: isoOf(row.since, ctx.company.zone),
  };
}

function requestItem(ctx: Context, row: WaitingRequest, months: ReadonlyMap<string, number>): Item {
  const { personId, name, title, date } = row;
  const { kind, body } = contentOf(row);
  const { minutes, overtime } = parseStored<RequestEffect>(row.effect, { minutes: 0, project: null, overtime: null });
  const month = months.get(`${personId}/${date.slice(0, 7)}`) ?? 0;
  const clock = kind === "clock-in" || kind === "clock-out" ? body.minute : null;
  return {
    ref: { type: "request", id: row.id },
    person: { id: personId, name, title },
    ...{ date, project: row.project, minutes, overtime, reasons: [], said: row.reason },
    at: kind === "overtime" ? body.start : clock,
    until: kind === "overtime" ? body.end : null,
    monthOvertime: kind === "overtime" ? month + minutes : null,
    since: isoOf(row.since, ctx.company.zone),
  };
}
