import { endRejected, findRejected } from "@today/db/rejected-row";
import { authorOf } from "../author.ts";
import { commit, enqueue } from "../commit.ts";
import type { Context, CountedDingTalk } from "../context.ts";
import { Refusal } from "../error.ts";
import { pull } from "../pull/pull.ts";
import type { PullWork } from "../pull/work.ts";

interface Source {
  /** DingTalk's answer with only this row. */
  readonly answer: (raw: unknown) => object;
  /** What the pull would ask for. */
  readonly asks: Partial<PullWork>;
}

// Spans of no length move no freshness and let nothing vanish.
const never = { from: 0, to: 0 };
const aDay = { from: "2026-01-01", to: "2026-01-01" };
const sources: Readonly<Record<string, Source>> = {
  "attendance/listRecord": { answer: (raw) => ({ recordresult: [raw] }), asks: { records: never } },
  "attendance/list": { answer: (raw) => ({ recordresult: [raw], hasMore: false }), asks: { results: aDay } },
  "attendance/getleavestatus": {
    answer: (raw) => ({ result: { leave_status: [raw], has_more: false } }),
    asks: { leaves: never },
  },
};

/**
 * Reads a row that was set aside once more, with the reader of today, and keeps what it says. Refuses `row-unreadable` for one that
 * still cannot be read, or means nothing without its neighbours: a schedule, a person of the directory.
 */
export async function retryRejected(ctx: Context, id: string): Promise<void> {
  const author = authorOf(ctx);
  const row = await findRejected(ctx.db, author, id);
  if (row === null) throw new Refusal("not-found");
  const source = sources[row.source];
  const raw = parsed(row.raw);
  const person = personIn(raw);
  if (source === undefined || person === null) throw new Refusal("row-unreadable");
  const work = { people: [person], records: null, schedules: null, leaves: null, results: null, ...source.asks };
  const pulled = await pull({ ...ctx, dingtalk: answering(ctx.dingtalk, source.answer(raw)) }, work);
  if (pulled.counts.rejected > 0) throw new Refusal("row-unreadable");
  await commit(ctx, [
    ...pulled.keepings.map(({ statement }) => statement),
    ...endRejected(ctx.db, author, { id, action: "retry" }),
  ]);
  await enqueue(ctx, [{ kind: "settle", people: [person] }]);
}

/** DingTalk as it would be if it sent nothing but this. */
function answering(dingtalk: CountedDingTalk, answer: object): CountedDingTalk {
  return { ...dingtalk, callOld: async () => ({ errcode: 0, ...answer }) };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

function personIn(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null) return null;
  const fields = new Map(Object.entries(raw));
  const person = fields.get("userId") ?? fields.get("userid");
  return typeof person === "string" && person !== "" ? person : null;
}
