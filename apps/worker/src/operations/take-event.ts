import { keepPeople, letGo } from "@today/db/directory";
import { type EventRow, endEvents, readWaitingEvent, readWaitingPunchEvents } from "@today/db/event";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { readPerson } from "@today/dingtalk/directory";
import { mayPass } from "../batch-failure.ts";
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
  try {
    if (event.type === "attendance_check_record") return await pullPunched(ctx, row);
    if (event.type === "user_leave_org") return await partWith(ctx, row, event.userIds);
    await commit(ctx, [...(await newcomersOf(ctx, event)), endOf(ctx, [row.id])]);
  } catch (error) {
    if (mayPass(error)) throw error;
    // What an event would have brought comes with the night.
    await commit(ctx, [endOf(ctx, [row.id])]);
  }
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
  await commit(ctx, [...(await punchesOf(ctx, [...people])), endOf(ctx, taken)]);
  return [...people];
}

/** Who leaves is pulled a last time: DingTalk soon tells nothing more of them (employee leaves event). */
async function partWith(ctx: Context, row: EventRow, people: readonly string[]): Promise<readonly string[]> {
  const punches = await punchesOf(ctx, people).catch((error: unknown) => {
    if (mayPass(error)) throw error;
    return [];
  });
  const arrival = { companyId: ctx.company.id, at: ctx.now };
  await commit(ctx, [...punches, ...letGo(ctx.db, arrival, people), endOf(ctx, [row.id])]);
  return people;
}

async function punchesOf(ctx: Context, people: readonly string[]): Promise<D1PreparedStatement[]> {
  const [work] = planDay({ people, now: ctx.now, zone: ctx.company.zone });
  if (work === undefined) return [];
  return (await pull(ctx, work)).keepings.map(({ statement }) => statement);
}

async function newcomersOf(ctx: Context, event: DingTalkEvent): Promise<D1PreparedStatement[]> {
  if (event.type !== "user_add_org" && event.type !== "user_modify_org" && event.type !== "user_active_org") return [];
  const people = await Promise.all(event.userIds.map((userId) => readPerson(ctx.dingtalk, userId)));
  const entries = people.flatMap((person) => (person === null ? [] : [entryOf(person)]));
  return keepPeople(ctx.db, { companyId: ctx.company.id, at: ctx.now }, entries);
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
