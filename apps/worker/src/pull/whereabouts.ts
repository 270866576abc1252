import { locatedFrom } from "@today/core/privacy";
import { addDays, laterOf } from "@today/core/time/date";
import { keyOf } from "@today/db/arrival";
import { loadDayFacts } from "@today/db/facts";
import { readAnswersOf } from "@today/db/notice-answer";
import type { ReceivedPunch } from "@today/db/punch";
import { clearWhereabouts, readClearedUntil, readLocatedAmong } from "@today/db/whereabouts";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { readPrivacy } from "../privacy.ts";
import { groupsOf } from "./work.ts";

/** Punches as they may be kept, and statements that go before them. */
export interface Placed {
  readonly punches: ReceivedPunch[];
  /** Clears what earlier versions of these punches still say; what was found of their places is kept. */
  readonly clearing: readonly D1PreparedStatement[];
}

const atOnce = 400;
const nowhere = { lat: null, lng: null, accuracy: null, ssid: null, bssid: null, machine: null, address: null };

/**
 * Takes the place away from every punch whose place may not be kept: its person does without, was not asked yet where consent is
 * wanted, or its time is up. Every door through which punches come calls it before they are written.
 */
export async function dropPlaces(ctx: Context, punches: readonly ReceivedPunch[]): Promise<Placed> {
  if (punches.length === 0) return { punches: [], clearing: [] };
  const { db, company, now } = ctx;
  const { basis, coordinateDays } = await readPrivacy(ctx);
  const answers = await readAnswersOf(
    db,
    company.id,
    punches.map(({ personId }) => personId),
  );
  const expired = addDays(todayOf(ctx), -coordinateDays);
  const cleared = (await readClearedUntil(db, company.id)) ?? expired;
  const before = laterOf(cleared, expired);
  const mayKeep = ({ personId, date, at }: ReceivedPunch) => {
    const from = locatedFrom(basis, answers.get(personId) ?? []);
    return date >= before && from !== null && at >= from;
  };
  const kept = punches.map((punch) => (mayKeep(punch) ? punch : { ...punch, ...nowhere }));
  const dropped = punches.filter((punch) => !mayKeep(punch));
  const days = [...new Map(dropped.map((punch) => [keyOf(punch), punch])).values()];
  const located = days.length === 0 ? [] : await readLocatedAmong(db, company.id, days);
  const clearing: D1PreparedStatement[] = [];
  for (const group of groupsOf(located, atOnce)) {
    const loaded = await loadDayFacts(db, { companyId: company.id, now }, group);
    clearing.push(...clearWhereabouts(db, { companyId: company.id, at: now }, loaded).statements);
  }
  return { punches: kept, clearing };
}
