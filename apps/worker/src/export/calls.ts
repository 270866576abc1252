import { type CallFilter, type CallPlace, readCalls } from "@today/db/call-audit";
import type { Context } from "../context.ts";
import { isoOf } from "../views/instant.ts";
import type { Cell, Sheet } from "./sheet.ts";
import { columnsOf, type Language, titleOf } from "./words.ts";

const rowsAtOnce = 1000;
const names = ["time", "api", "people", "outcome", "dingtalkCode", "cost", "milliseconds", "run"] as const;

/** Every call to DingTalk that a filter lets through, the latest first, without anything personal. */
export function callsSheet(ctx: Context, filter: CallFilter, language: Language): Sheet {
  return { name: titleOf("calls", language), columns: columnsOf(names, language), rows: callRows(ctx, filter) };
}

async function* callRows({ db, company }: Context, filter: CallFilter): AsyncGenerator<readonly Cell[]> {
  let after: CallPlace | null = null;
  do {
    const { calls, next } = await readCalls(db, company.id, { ...filter, after, most: rowsAtOnce });
    for (const { at, path, people, outcome, code, cost, took, runId } of calls) {
      yield [isoOf(at, company.zone).slice(0, 19).replace("T", " "), path, people, outcome, code, cost, took, runId];
    }
    after = next;
  } while (after !== null);
}
