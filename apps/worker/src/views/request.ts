import type { SplitPart } from "@today/core/allocation";
import { workDateOf } from "@today/core/time/zone";
import { type PeriodReader, readPeriodNames } from "@today/db/period";
import type { PersonBrief } from "@today/db/person";
import { type FoundRequest, listRequests } from "@today/db/request-list";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Requests, RequestView } from "../contract.ts";
import { isoOf } from "./instant.ts";
import { briefsOf } from "./names.ts";

/** Requests with the period in which those about closed days are booked. */
export async function requestViews(ctx: Context, found: readonly FoundRequest[]): Promise<RequestView[]> {
  const nameOf = found.some(({ closed }) => closed) ? await readPeriodNames(ctx.db, ctx.company.id) : null;
  return found.map((one) => requestView(ctx, one, nameOf));
}

/** Requests as the actor may see them; of a split a manager sees the parts of own projects. */
export async function readRequests(
  ctx: Context,
  wanted: { readonly person: string | null; readonly waiting: boolean },
  own: ReadonlySet<string> | null,
): Promise<Requests> {
  const found = await listRequests(ctx.db, authorOf(ctx), wanted);
  const views = (await requestViews(ctx, found)).map((view) =>
    own === null || view.person.id === ctx.actor.id ? view : ownRequestOf(view, own),
  );
  const projects = await briefsOf(ctx, [], [...new Set(views.flatMap(projectsOfRequest))]);
  return { now: isoOf(ctx.now, ctx.company.zone), requests: views, projects };
}

/** A request without the parts of other projects than these. */
export function ownRequestOf(view: RequestView, own: ReadonlySet<string>): RequestView {
  return { ...view, parts: view.parts.filter(({ projectId }) => own.has(projectId)) };
}

/** The projects a request speaks of. */
export function projectsOfRequest({ effect, parts }: RequestView): string[] {
  return [...(effect.project === null ? [] : [effect.project]), ...parts.map(({ projectId }) => projectId)];
}

function requestView(ctx: Context, found: FoundRequest, nameOf: PeriodReader | null): RequestView {
  const { zone } = ctx.company;
  const { answer, content, effect } = found;
  const bookedOn = found.state === "accepted" && answer !== null ? workDateOf(answer.at, zone) : todayOf(ctx);
  const isBooked = found.closed && (found.state === "waiting" || found.state === "accepted");
  return {
    ...{ id: found.id, kind: content.kind, person: briefOf(found.person), date: found.date, state: found.state },
    ...{ reason: found.reason, ...askedOf(found) },
    effect: { minutes: effect.minutes, project: effect.project, overtime: effect.overtime },
    madeAt: isoOf(found.madeAt, zone),
    madeBy: briefOf(found.madeBy),
    answerer: found.answerer === null ? null : briefOf(found.answerer),
    answer: answer && { at: isoOf(answer.at, zone), by: briefOf(answer.by), reason: answer.reason },
    bookedIn: isBooked && nameOf !== null ? nameOf(bookedOn).id : null,
  };
}

function askedOf({ content: { kind, body } }: FoundRequest): Pick<RequestView, "at" | "until" | "lieu" | "parts"> {
  const nothing = { at: null, until: null, lieu: false, parts: [] };
  switch (kind) {
    case "clock-in":
    case "clock-out":
      return { ...nothing, at: body.minute };
    case "pick":
      return { ...nothing, at: body.from };
    case "overtime":
      return { ...nothing, at: body.start, until: body.end, lieu: body.lieu };
    case "split":
      return { ...nothing, parts: body.parts.map(partView) };
    case "note":
      return nothing;
  }
}

function partView({ project, task, minutes }: SplitPart): RequestView["parts"][number] {
  return { projectId: project, taskId: task, minutes };
}

function briefOf({ id, name, title }: PersonBrief): PersonBrief {
  return { id, name, title };
}
