import { ConnectorError } from "@today/connectors/error";
import { compareWorklogs, type TheirWorklog } from "@today/core/worklog-comparison";
import type { Step } from "@today/db/remote";
import {
  endComparison,
  keepCompared,
  keepSeen,
  keepUnread,
  readForComparison,
  readNextDate,
  readProjectPlaces,
  readSeen,
  readSought,
  readTaskPlaces,
} from "@today/db/worklog-comparison";
import type { Stepping, StepTaken } from "../read/step.ts";
import { type Comparing, lookOf, type Outcome } from "./comparing.ts";
import { mendStep } from "./mend-step.ts";
import { type ComparePart, compareParts, storedParts } from "./part.ts";
import { addUp, areNamed, daysOf, factOf, orGone, theirOf } from "./record.ts";

type Part<Name extends ComparePart["part"]> = Extract<ComparePart, { readonly part: Name }>;

const soughtAtOnce = 10;
const comparedAtOnce = 500;

/** Does the first part of a comparison or a mending. Throws `ConnectorError`. */
export async function takeCompareStep(stepping: Stepping): Promise<StepTaken> {
  const { ctx, run } = stepping;
  const [part, ...rest] = compareParts(run.work);
  const step: Step = { company: ctx.company.id, run, at: ctx.now };
  const comparing: Comparing = { ...stepping, step, month: run.month ?? "", rest };
  const { statements = [], first = [], counted = {} } = part === undefined ? {} : await perform(comparing, part);
  const counts = { ...run.counts };
  for (const [name, count] of Object.entries(counted)) counts[name] = (counts[name] ?? 0) + count;
  return { statements, work: storedParts([...first, ...rest]), counts };
}

function perform(comparing: Comparing, part: ComparePart): Promise<Outcome> {
  switch (part.part) {
    case "places":
      return places(comparing, part);
    case "seek":
      return seek(comparing, part);
    case "list":
      return list(comparing, part);
    case "sum":
      return sum(comparing, part);
    case "end":
      return end(comparing, part);
    default:
      return mendStep(comparing, part);
  }
}

/** Where hours need no task, whole projects are listed. */
async function places(comparing: Comparing, part: Part<"places">): Promise<Outcome> {
  const { ctx, open, rest } = comparing;
  const { pass, project, task } = part;
  if (open.session.worklogs?.list === undefined) return { first: [{ part: "seek", pass, after: "" }] };
  const look = lookOf(comparing, pass);
  const some = open.connector.rules.needsTask
    ? await readTaskPlaces(ctx.db, look, { project, task })
    : await readProjectPlaces(ctx.db, look, project);
  const last = some.at(-1);
  if (last === undefined) return {};
  const wide = pass === "mends" && rest.some((one) => one.part === "strays");
  const next = { part: "places", pass, project: last.project, task: last.task ?? "" } as const;
  return {
    first: [...some.map((place) => ({ part: "list", ...place, cursor: null, wide }) as const), next],
    counted: { places: some.length },
  };
}

async function list(comparing: Comparing, part: Part<"list">): Promise<Outcome> {
  const { ctx, open, step, month } = comparing;
  const { project, task, cursor, wide } = part;
  let next: string | null = null;
  const read = async () => {
    const place = { projectId: project, taskId: task };
    const page = await open.session.worklogs?.list?.(place, daysOf(month, wide), cursor);
    next = page?.next ?? null;
    return page?.items ?? [];
  };
  const items = await orGone(read());
  if (next !== null && next === cursor) throw new ConnectorError({ kind: "unreadable", code: "endless-list" });
  const isUnread = items === null ? { placesUnread: 1 } : {};
  return {
    statements:
      items === null ? [keepUnread(ctx.db, step, { project, task })] : keepSeen(ctx.db, step, items.map(theirOf)),
    first: next === null ? [] : [{ ...part, cursor: next }],
    counted: { records: items?.length ?? 0, ...(next === null ? { placesRead: 1 } : {}), ...isUnread },
  };
}

async function seek(comparing: Comparing, part: Part<"seek">): Promise<Outcome> {
  const { ctx, open, step } = comparing;
  const { worklogs } = open.session;
  const look = lookOf(comparing, part.pass);
  const sought = worklogs === undefined ? [] : await readSought(ctx.db, look, part.after, soughtAtOnce);
  const last = sought.at(-1);
  if (worklogs === undefined || last === undefined) return {};
  const statements: D1PreparedStatement[] = [];
  const seen: TheirWorklog[] = [];
  for (const one of sought) {
    const records = await orGone(worklogs.find(factOf(one)));
    const place = { project: one.remoteProject ?? "", task: one.remoteTask };
    if (records === null) statements.push(keepUnread(ctx.db, step, place));
    else seen.push(...records.map((record) => theirOf({ ...record, marker: one.marker })));
  }
  return {
    statements: [...statements, ...keepSeen(ctx.db, step, seen)],
    first: [{ ...part, after: last.key }],
    counted: { records: seen.length },
  };
}

async function sum(comparing: Comparing, part: Part<"sum">): Promise<Outcome> {
  const { ctx, open, step } = comparing;
  const { pass, since } = part;
  const look = lookOf(comparing, pass);
  const date = part.after === "" ? await readNextDate(ctx.db, look, part.date) : part.date;
  if (date === null) return {};
  const at = { date, since, after: part.after, limit: comparedAtOnce };
  const ours = await readForComparison(ctx.db, look, at);
  const last = ours.length === comparedAtOnce ? (ours.at(-1)?.key ?? "") : "";
  const { rows } = compareWorklogs(
    ours.map((one) => ({ ...one, remotePerson: areNamed(open.abilities) ? one.remotePerson : null })),
    await readSeen(
      ctx.db,
      look,
      ours.map(({ marker }) => marker),
    ),
    { adds: addUp(open.abilities) },
  );
  return {
    statements: keepCompared(ctx.db, step, { rows, since }),
    first: [{ ...part, date, after: last }],
    counted: { compared: rows.length, open: rows.filter(({ match }) => match !== "same").length },
  };
}

async function end(comparing: Comparing, { pass }: Part<"end">): Promise<Outcome> {
  const { ctx, step, month } = comparing;
  return { statements: endComparison(ctx.db, step, { month, pass }) };
}
