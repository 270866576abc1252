import { keepPeople, letGo } from "@today/db/directory";
import { type EventRow, endEvents, readWaitingEvent, readWaitingPunchEvents } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { readPerson } from "@today/dingtalk/directory";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../person-entry.ts";
import { pull } from "../pull/pull.ts";
import { planDay } from "../pull/work.ts";

const peopleACall = 50;

/**
 * Does what a waiting event asks for and marks it done in the same transaction; a repeat finds nothing to do. Punches of up to 50
 * people that wait are pulled in one call. Gives the people whose days may have changed.
 */
export async function takeEvent(ctx: Context, eventId: string): Promise<readonly string[]> {
  const row = await readWaitingEvent(ctx.db, ctx.company.id, eventId);
  if (row === null) return [];
  const event = eventOf(row);
  if (event.type === "attendance_check_record") return pullPunched(ctx, row);
  await commit(ctx, [...(await statementsFor(ctx, event)), endOf(ctx, [row.id])]);
  return [];
}

async function pullPunched(ctx: Context, row: EventRow): Promise<readonly string[]> {
  const waiting = await readWaitingPunchEvents(ctx.db, ctx.company.id, row.id);
  const people = new Set<string>();
  const taken: string[] = [];
  for (const one of [row, ...waiting]) {
    const more = new Set([...people, ...peopleOf(eventOf(one))]);
    if (more.size > peopleACall && taken.length > 0) continue;
    for (const person of more) people.add(person);
    taken.push(one.id);
  }
  const [work] = planDay({ people: [...people], now: ctx.now, zone: ctx.company.zone });
  const keepings = work === undefined ? [] : (await pull(ctx, work)).keepings;
  await commit(ctx, [...keepings.map(({ statement }) => statement), endOf(ctx, taken)]);
  return [...people];
}

async function statementsFor(ctx: Context, event: DingTalkEvent): Promise<D1PreparedStatement[]> {
  const arrival = { companyId: ctx.company.id, at: ctx.now };
  if (event.type === "user_leave_org") return letGo(ctx.db, arrival, event.userIds);
  if (event.type !== "user_add_org" && event.type !== "user_modify_org" && event.type !== "user_active_org") return [];
  const people = await Promise.all(event.userIds.map((userId) => readPerson(ctx.dingtalk, userId)));
  return keepPeople(
    ctx.db,
    arrival,
    people.flatMap((person) => (person === null ? [] : [entryOf(person)])),
  );
}

function endOf({ db, company, now }: Context, ids: readonly string[]): D1PreparedStatement {
  return endEvents(db, { companyId: company.id, at: now }, ids);
}

function eventOf(row: EventRow): DingTalkEvent {
  return JSON.parse(row.body);
}

function peopleOf(event: DingTalkEvent): string[] {
  return event.type === "attendance_check_record" ? event.punches.map(({ userId }) => userId) : [];
}
