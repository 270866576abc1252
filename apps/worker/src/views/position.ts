import { defaultPositions } from "@today/core/position-default";
import { countTitles, readPositions } from "@today/db/position";
import type { Context } from "../context.ts";
import type { Positions } from "../contract.ts";

/** The positions that hold with the people who bear them, and the job titles that are none. */
export async function readPositionView({ db, company }: Context): Promise<Positions> {
  const [{ version, positions }, titles] = await Promise.all([
    readPositions(db, company.id),
    countTitles(db, company.id),
  ]);
  const counts = new Map<string, number>();
  for (const { code, people } of titles) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + people);
  return {
    version,
    positions: (positions ?? defaultPositions).map(({ patterns, ...rest }) => ({
      ...{ ...rest, patterns: [...patterns] },
      people: counts.get(rest.code) ?? 0,
    })),
    unmatched: titles.filter(({ code }) => code === null).map(({ title, people }) => ({ title, people })),
  };
}
