import { keyOf } from "@today/db/arrival";
import { readDayReviews } from "@today/db/day-review";
import { loadDayFacts } from "@today/db/facts";
import {
  keepRebuildStep,
  type Rebuild,
  type RebuildStep,
  type RebuildSums,
  type RebuiltDay,
  readRebuild,
} from "@today/db/rebuild";
import { type Compared, compareDay, figureNames, type RebuiltFigures } from "@today/db/rebuild-compare";
import { type RebuildKey, readRebuildKeys, readTornDays } from "@today/db/rebuild-page";
import type { SettledWrite } from "@today/db/settled-write";
import { todayOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { settleLoaded } from "../settling.ts";

const atOnce = 500;

/**
 * Settles the next 500 days of a rebuild anew and keeps what came out differently. Where it writes, the open days that differ are
 * marked and settled by the normal way; closed periods stay as they are. A message that comes twice changes nothing.
 */
export async function rebuildDays(ctx: Context, { id, n }: { readonly id: string; readonly n: number }): Promise<void> {
  const { db, company, now } = ctx;
  const rebuild = await readRebuild(db, company.id);
  if (rebuild === null || rebuild.id !== id || rebuild.n !== n || rebuild.state !== "running") return;
  const today = todayOf(ctx);
  const keys = await readRebuildKeys(db, company.id, { after: rebuild.last, today, limit: atOnce });
  const step = stepOf(rebuild, keys, await settleAnew(ctx, keys));
  await db.batch(keepRebuildStep(db, { companyId: company.id, at: now }, { rebuild, step }));
  if (step.mark.length > 0) await enqueue(ctx, [{ kind: "settle", people: null }]);
  if (step.state === "running") await enqueue(ctx, [{ kind: "rebuild", id, n: n + 1 }]);
}

interface Anew {
  readonly write: SettledWrite;
  readonly compared: Compared;
}

interface Settled {
  readonly days: readonly Anew[];
  readonly waiting: number;
  /** Days of years whose holidays are not known. */
  readonly unknown: number;
}

async function settleAnew(ctx: Context, keys: readonly RebuildKey[]): Promise<Settled> {
  const { db, company, now } = ctx;
  const calm = keys.filter(({ waits }) => !waits);
  const besideOf = await readDayReviews(db, company.id, calm);
  const loaded = await loadDayFacts(db, { companyId: company.id, now }, calm);
  const writes = calm.map((day, n) => {
    const facts = loaded[n];
    return facts === undefined ? null : settleLoaded(day, facts, besideOf(day));
  });
  const known = writes.filter((write) => write !== null);
  const torn = new Set((await readTornDays(db, company.id, known)).map(keyOf));
  const days = known.flatMap((write) => {
    const compared = compareDay(write);
    return compared === null ? [] : [{ write, compared: torn.has(keyOf(write)) ? withRows(compared) : compared }];
  });
  return { days, waiting: keys.length - calm.length, unknown: writes.length - known.length };
}

function withRows(compared: Compared): Compared {
  return { ...compared, outcome: "different", fields: [...compared.fields, "rows"] };
}

function stepOf(rebuild: Rebuild, keys: readonly RebuildKey[], { days, waiting, unknown }: Settled): RebuildStep {
  const { counts, sums, writes } = rebuild;
  const over = days.filter(({ compared }) => compared.outcome !== "running");
  const different = over.filter(({ compared }) => compared.outcome === "different").map(dayOf);
  const open = different.filter(({ closed }) => !closed);
  const key = keys.at(-1);
  return {
    counts: {
      compared: counts.compared + over.length,
      different: counts.different + different.length,
      closed: counts.closed + different.length - open.length,
      running: counts.running + days.length - over.length,
      waiting: counts.waiting + waiting,
      unknown: counts.unknown + unknown,
    },
    sums: {
      before: added(
        sums.before,
        over.map(({ compared }) => compared.before),
      ),
      after: added(
        sums.after,
        over.map(({ compared }) => compared.after),
      ),
    },
    last: key === undefined ? rebuild.last : { personId: key.personId, date: key.date },
    state: keys.length < atOnce ? "done" : "running",
    days: different,
    mark: writes ? open : [],
    torn: writes ? open.filter(({ fields }) => fields.includes("rows")) : [],
  };
}

function dayOf({ write, compared }: Anew): RebuiltDay {
  const { personId, date, closed } = write;
  const { fields, before, after } = compared;
  return { personId, date, closed, fields, before, after };
}

function added(sums: RebuildSums, figures: readonly (RebuiltFigures | null)[]): RebuildSums {
  const sumOf = (name: (typeof figureNames)[number]) =>
    figures.reduce((sum, one) => sum + (one?.[name] ?? 0), sums[name] ?? 0);
  return Object.fromEntries(figureNames.map((name) => [name, sumOf(name)]));
}
