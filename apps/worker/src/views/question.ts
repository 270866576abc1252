import { settleWorkday } from "@today/core/workday";
import type { LoadedDay } from "@today/db/facts";
import { findAnswerers, listRequests } from "@today/db/request-list";
import type { RecentDay } from "@today/db/today";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Today } from "../contract.ts";
import { answeringProject, type Prospect, prospectOf } from "../request-effect.ts";
import { requestViews } from "./request.ts";

type Question = Today["questions"][number];

/** The actor's days that miss a clock-out, with what was asked about them already; reads nothing where no day does. */
export async function questionsOf(
  ctx: Context,
  days: readonly LoadedDay[],
  recentDays: readonly RecentDay[],
): Promise<Question[]> {
  const open = days.flatMap((day) => openOf(day, recentDays));
  if (open.length === 0) return [];
  const author = authorOf(ctx);
  const asked = await listRequests(ctx.db, author, {
    ...{ person: author.person, dates: open.map(({ day }) => day.date), waiting: false },
  });
  const standing = asked.filter(
    ({ content, state }) => content.kind === "clock-out" && (state === "waiting" || state === "returned"),
  );
  const requests = await requestViews(ctx, standing);
  const projects = open.flatMap(({ answering }) => (answering === null ? [] : [answering]));
  const answerers = await findAnswerers(ctx.db, author, projects);
  return open.map(({ day, offer, prospect: { effect }, answering }) => {
    const request = requests.find(({ date }) => date === day.date) ?? null;
    return {
      ...{ date: day.date, kind: "missing-out", on: offer.start, start: offer.start, end: offer.end },
      ...{ project: effect.project, minutes: effect.minutes, request },
      answerer: request?.answerer ?? (answering === null ? null : (answerers.get(answering) ?? null)),
    };
  });
}

interface OpenDay {
  readonly day: LoadedDay;
  readonly offer: { readonly start: number; readonly end: number };
  readonly prospect: Prospect;
  readonly answering: string | null;
}

/** A day without clock-out, and what one at the offered time would come to. */
function openOf(day: LoadedDay, recentDays: readonly RecentDay[]): OpenDay[] {
  if (day.facts === null) return [];
  const now = settleWorkday(day.facts);
  const offer = now.proposals.at(-1);
  if (!now.over || offer === undefined) return [];
  const prospect = prospectOf(day.facts, { kind: "clock-out", body: { minute: offer.end } });
  const last = recentDays.find(({ date, projects }) => date <= day.date && projects.length > 0)?.projects[0] ?? null;
  return [{ day, offer, prospect, answering: answeringProject(day, prospect.effect, last) }];
}
