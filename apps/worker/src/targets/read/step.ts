import { ConnectorError } from "@today/connectors/error";
import type { Page } from "@today/connectors/page";
import {
  closeUnseenProjects,
  endTasks,
  forgetUnseenMembers,
  keepMembers,
  keepProjects,
  keepTasks,
  noteRead,
  readWantedProjects,
  type Step,
} from "@today/db/remote";
import type { RunCounts, RunPart, TargetRun } from "@today/db/target-run";
import type { Context } from "../../context.ts";
import type { OpenTarget } from "../open.ts";
import { partsOf, projectWork, type ReadList, type ReadPart, readParts } from "./part.ts";
import { keepPeople } from "./people.ts";

/** What a run works with. */
export interface Stepping {
  readonly ctx: Context;
  readonly open: OpenTarget;
  readonly run: TargetRun;
}

/** What a step of a run comes to: statements for one transaction, and what is left to do after it. */
export interface StepTaken {
  readonly statements: readonly D1PreparedStatement[];
  readonly work: readonly RunPart[];
  readonly counts: RunCounts;
}

const mostPages = 2_000;

/** Does the first part of a reading: one call at most. Throws `ConnectorError`. */
export async function takeReadStep(stepping: Stepping): Promise<StepTaken> {
  const { ctx, run } = stepping;
  const [part, ...rest] = readParts(run.work);
  const step: Step = { company: ctx.company.id, run, at: ctx.now };
  if (part === undefined) return taken(run, [], []);
  if (part.part === "plan") return taken(run, [], [...(await planned(stepping, part.full)), ...rest]);
  if (part.part === "end") return taken(run, [noteRead(ctx.db, step)], rest);
  return readPage(stepping, { part: { ...part, begun: part.begun ?? ctx.now }, rest, step });
}

async function planned({ ctx, open, run }: Stepping, full: boolean): Promise<ReadPart[]> {
  const wanted = await readWantedProjects(ctx.db, ctx.company.id, run.targetId);
  const projects = wanted.map(({ id, tasksUntil }) => ({ id, tasksUntil: full ? null : tasksUntil, members: true }));
  return [...projectWork(projects, open.abilities), { part: "end" }];
}

interface Reading {
  readonly part: ReadList & { readonly begun: number };
  readonly rest: readonly ReadPart[];
  readonly step: Step;
}

async function readPage(stepping: Stepping, reading: Reading): Promise<StepTaken> {
  const { run } = stepping;
  const { part, rest } = reading;
  const { statements, next, counted } = await listOf(stepping, reading);
  if ((next !== null && next === part.cursor) || part.pages >= mostPages) {
    throw new ConnectorError({ kind: "unreadable", code: "endless-list" });
  }
  const left = next === null ? rest : [{ ...part, cursor: next, pages: part.pages + 1 }, ...rest];
  return taken(run, statements, left, counted);
}

interface Listed {
  readonly statements: readonly D1PreparedStatement[];
  readonly next: string | null;
  readonly counted: RunCounts;
}

async function listOf({ ctx, open, run }: Stepping, { part, step }: Reading): Promise<Listed> {
  const { db } = ctx;
  const { session } = open;
  const { begun, cursor } = part;
  switch (part.part) {
    case "projects": {
      const { items, next } = await pageOf(session.listProjects?.(cursor));
      const end = next === null ? [closeUnseenProjects(db, step, begun)] : [];
      return { statements: [...keepProjects(db, step, items), ...end], next, counted: { projects: items.length } };
    }
    case "tasks": {
      const { project, since } = part;
      const { items, next } = await pageOf(session.listTasks?.(project, { since, cursor }));
      const end = next === null ? endTasks(db, step, { project, begun, full: since === null }) : [];
      return {
        statements: [...keepTasks(db, step, { project, tasks: items }), ...end],
        next,
        counted: { tasks: items.length },
      };
    }
    case "members": {
      const { project } = part;
      const { items, next } = await pageOf(session.listMembers?.(project, cursor));
      const people = items.map(({ id }) => id);
      const end = next === null ? [forgetUnseenMembers(db, step, { project, begun })] : [];
      const statements = [
        ...(await keepPeople(ctx, run, items)),
        ...keepMembers(db, step, { project, people }),
        ...end,
      ];
      return { statements, next, counted: { people: items.length } };
    }
  }
}

/** What a product without the list has is nothing. */
async function pageOf<T>(page: Promise<Page<T>> | undefined): Promise<Page<T>> {
  return (await page) ?? { items: [], next: null };
}

function taken(
  run: TargetRun,
  statements: readonly D1PreparedStatement[],
  parts: readonly ReadPart[],
  counted: RunCounts = {},
): StepTaken {
  const counts = { ...run.counts };
  for (const [name, n] of Object.entries(counted)) counts[name] = (counts[name] ?? 0) + n;
  return { statements, work: partsOf(parts), counts };
}
