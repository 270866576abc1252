import { addDays } from "@today/core/time/date";
import { exportCosts } from "@today/db/export-cost";
import { exportProjects } from "@today/db/export-page";
import { refreshMonths } from "@today/db/project-month";
import type { Context } from "../context.ts";
import { long, type Wish } from "./hours.ts";
import type { Cell, Sheet } from "./sheet.ts";
import { columnsOf, titleOf, wordOf } from "./words.ts";

/** What projects cost from month to month, person by person: for finance only. `from` and `to` are months. */
export function costSheet(ctx: Context, wish: Wish): Sheet {
  const who = ["month", "code", "project", "jobNumber", "name", "task", "overtime", "place", "state"] as const;
  return {
    name: titleOf("cost", wish.language),
    columns: columnsOf([...who, "minutes", "hours", "yuan", "unrated"], wish.language),
    rows: costRows(ctx, wish),
  };
}

async function* costRows(ctx: Context, wish: Wish): AsyncGenerator<readonly Cell[]> {
  const { db, company } = ctx;
  const say = (value: string) => wordOf(value, wish.language);
  await refreshMonths(db, company.id, wish.projectId);
  const months = monthsOf(wish.from, wish.to);
  for (const { id, code, name } of await exportProjects(db, company.id, wish.projectId)) {
    for await (const one of exportCosts(db, company.id, { projectId: id, months })) {
      const kind = [say(one.overtime === "" ? "regular" : one.overtime), say(one.place), say(one.state)];
      const who = [one.month, code, name, one.jobNumber, one.name, one.task === "" ? null : one.task];
      yield [...who, ...kind, ...long(one.minutes), one.fen / 100, one.unrated];
    }
  }
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addDays(`${month}-01`, 31).slice(0, 7)) months.push(month);
  return months;
}
