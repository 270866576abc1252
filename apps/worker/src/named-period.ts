import { findPeriod, type PeriodRow } from "@today/db/period";
import type { Context } from "./context.ts";
import { Refusal } from "./error.ts";

/** The period of that name; refuses `not-found` for a name that is none. */
export async function demandPeriod({ db, company }: Context, id: string): Promise<PeriodRow> {
  const period = await findPeriod(db, company.id, id);
  if (period === null) throw new Refusal("not-found");
  return period;
}
