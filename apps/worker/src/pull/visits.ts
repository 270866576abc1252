import { locatedFrom } from "@today/core/privacy";
import { minuteOf, workDateOf } from "@today/core/time/zone";
import { readAnswersOf } from "@today/db/notice-answer";
import { keepRejected } from "@today/db/rejected-row";
import { keepVisits, type ReceivedVisit } from "@today/db/visit";
import { type CheckIn, type CheckIns, checkInsOfDepartment, checkInsOfPeople } from "@today/dingtalk/check-in";
import type { Context } from "../context.ts";
import { readPrivacy } from "../privacy.ts";
import { groupsOf, type Span } from "./work.ts";

/** Whose check-ins of a window are asked: of the people, at most ten a call and one day, or of the department they are all in. */
export interface VisitWork {
  readonly people: readonly string[];
  readonly department: string | null;
  readonly window: Span<number>;
}

/** What came of it: statements that keep the people's check-ins, and how many there were. */
export interface PulledVisits {
  readonly statements: readonly D1PreparedStatement[];
  readonly visits: number;
  readonly rejected: number;
}

const peopleACall = 10;

/** Asks for check-ins. Those of people who were not asked for are thrown away at once, places of those who keep theirs to themselves too. */
export async function pullVisits(ctx: Context, work: VisitWork): Promise<PulledVisits> {
  const { db, company, now } = ctx;
  const arrival = { companyId: company.id, at: now };
  const { checkIns, rejected } = await ask(ctx, work);
  const wanted = new Set(work.people);
  const visits = await placed(
    ctx,
    checkIns.filter(({ userId }) => wanted.has(userId)),
  );
  const aside = rejected.map(({ reason, raw }) => ({ source: "checkin/record", reason, raw }));
  const statements = [...keepVisits(db, arrival, visits), ...keepRejected(db, arrival, aside)];
  return { statements, visits: visits.length, rejected: rejected.length };
}

async function ask({ dingtalk }: Context, { people, department, window }: VisitWork): Promise<CheckIns> {
  if (department !== null) return checkInsOfDepartment(dingtalk, { departmentId: department, ...window });
  const answers: CheckIns = { checkIns: [], rejected: [] };
  for (const userIds of groupsOf(people, peopleACall)) {
    const { checkIns, rejected } = await checkInsOfPeople(dingtalk, { userIds, ...window });
    answers.checkIns.push(...checkIns);
    answers.rejected.push(...rejected);
  }
  return answers;
}

async function placed(ctx: Context, checkIns: readonly CheckIn[]): Promise<ReceivedVisit[]> {
  const { db, company } = ctx;
  const { basis } = await readPrivacy(ctx);
  const people = checkIns.map(({ userId }) => userId);
  const answers = await readAnswersOf(db, company.id, people);
  return checkIns.map(({ userId, at, place, address, lat, lng, remark, visited, photos }) => {
    const from = locatedFrom(basis, answers.get(userId) ?? []);
    const where = from !== null && at >= from ? { place, address, lat, lng } : nowhere;
    const date = workDateOf(at, company.zone);
    const when = { at, date, minute: minuteOf(at, date, company.zone) };
    return { personId: userId, ...when, ...where, remark, visited, photos };
  });
}

const nowhere = { place: null, address: null, lat: null, lng: null };
