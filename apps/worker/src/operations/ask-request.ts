import { refuseChange } from "@today/core/period";
import { instantAt } from "@today/core/time/zone";
import type { DayFacts } from "@today/core/workday";
import type { LoadedDay } from "@today/db/facts";
import { type AskRight, insertRequest, type RequestWish, readAskRight } from "@today/db/request";
import { acceptStatements } from "@today/db/request-answer";
import type { AskedContent, RequestContent } from "@today/db/request-content";
import { type FoundRequest, findRequest, listRequests } from "@today/db/request-list";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { RequestView } from "../contract.ts";
import { Refusal } from "../error.ts";
import { demandContent, demandDate } from "../request-check.ts";
import { answeringProject, factsWith, prospectOf } from "../request-effect.ts";
import { factsOf } from "../views/day.ts";
import { loadDay } from "../views/days.ts";
import { requestViews } from "../views/request.ts";

type Asked = AskedContent & { readonly reason: string };

/**
 * Records what the actor asks about a day of theirs; about somebody's whom they manage it is accepted in the same transaction. The
 * same id with the same content again answers the same and changes nothing.
 */
export async function askRequest(ctx: Context, asked: Asked): Promise<{ created: boolean; request: RequestView }> {
  const author = authorOf(ctx);
  const known = await findRequest(ctx.db, author, asked.id);
  if (known !== null) return { created: false, request: await repeated(ctx, known, asked) };
  const wish = await wishOf(ctx, asked);
  const { id, personId, date, kind } = wish;
  const forOther = personId !== author.person;
  const at = "minute" in wish.body ? instantAt(date, wish.body.minute, ctx.company.zone) : null;
  const accept = forOther ? acceptStatements(ctx.db, author, { id, personId, date, kind, at }, null) : [];
  const created = await insertRequest(ctx.db, author, wish, accept);
  const found = await findRequest(ctx.db, author, id);
  if (found === null) throw new Refusal("not-found");
  if (!created) return { created, request: await repeated(ctx, found, asked) };
  if (forOther) await ctx.queue.sendBatch([{ body: { kind: "settle", people: [personId] } }]);
  return { created, request: await viewOf(ctx, found) };
}

async function repeated(ctx: Context, known: FoundRequest, asked: Asked): Promise<RequestView> {
  const { kind, body, reason, date, personId } = asked;
  const content = ({ kind, body }: RequestContent) => JSON.stringify([kind, body]);
  const isSame =
    content(known.content) === content({ kind, body } as RequestContent) &&
    [known.reason, known.date, known.person.id, known.madeBy.id].join("\n") ===
      [reason, date, personId, ctx.actor.id].join("\n");
  if (!isSame) throw new Refusal("request-id-reused");
  return viewOf(ctx, known);
}

async function viewOf(ctx: Context, found: FoundRequest): Promise<RequestView> {
  const [view] = await requestViews(ctx, [found]);
  if (view === undefined) throw new Error("requestViews answers every request it is given");
  return view;
}

async function wishOf(ctx: Context, asked: Asked): Promise<RequestWish> {
  const author = authorOf(ctx);
  const { personId: person, date } = asked;
  const isOwn = person === author.person;
  const right = await readAskRight(ctx.db, author, { person, date });
  if (!right.exists || !(isOwn || right.hr || right.shared.length > 0)) throw new Refusal("not-found");
  const { day } = await loadDay(ctx, { person, date });
  demandDate(asked, day.rules, author.today);
  const facts = await factsWithWaiting(ctx, day, asked);
  const prospect = prospectOf(facts, asked);
  const answering = answeringProject(day, prospect.effect, right.lastProject);
  const project = isOwn ? answering : enteredFor(right, prospect.effect.project, answering);
  if (!isOwn && !mayEnter(asked, right, project)) throw new Refusal("not-found");
  demandContent(asked, { day, facts, prospect });
  demandPeriod(ctx, right, { date, project });
  const { effect } = prospect;
  return { ...asked, project, effect: asked.kind === "overtime" ? { ...effect, project } : effect };
}

/** The day as it would be with what else waits, so that a clock-in and a clock-out may be asked for one after the other. */
async function factsWithWaiting(ctx: Context, day: LoadedDay, asked: Asked): Promise<DayFacts> {
  const wanted = { person: asked.personId, dates: [asked.date], waiting: true };
  const waiting = await listRequests(ctx.db, authorOf(ctx), wanted);
  return waiting
    .map(({ content }) => content)
    .filter(({ kind }) => kind !== asked.kind)
    .reduce(factsWith, factsOf(day));
}

function demandPeriod(ctx: Context, right: AskRight, about: { date: string; project: string | null }): void {
  // What is asked of a closed period is booked in the open one.
  if (right.period !== "open-for-approvers") return;
  const approver = right.hr || (about.project !== null && right.manages.includes(about.project));
  const by = { approver, graceUntil: right.graceUntil, today: authorOf(ctx).today };
  const period = { first: about.date, last: about.date, state: right.period };
  if (refuseChange(about.date, [period], by) !== null) throw new Refusal("period-approvers-only");
}

/** What is on no project yet may be entered by the manager of any project of the person. */
function enteredFor({ hr, shared }: AskRight, gains: string | null, answering: string | null): string | null {
  if (hr || gains !== null || (answering !== null && shared.includes(answering))) return answering;
  return shared[0] ?? null;
}

function mayEnter({ kind, body }: Asked, { hr, shared }: AskRight, project: string | null): boolean {
  const projects = kind === "split" ? body.parts.map((part) => part.project) : [project];
  return hr || projects.every((one) => one !== null && shared.includes(one));
}
