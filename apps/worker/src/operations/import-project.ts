import { chooseMark } from "@today/core/project-draft";
import { readApprovedGround } from "@today/db/approved-project";
import { type Destination, readDestination } from "@today/db/destination";
import { findProject, type ProjectView } from "@today/db/project";
import { findRemoteProject, type ToldProject } from "@today/db/remote";
import { authorOf, demandRole, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { makeProject } from "../new-project.ts";
import { keepDestination } from "../targets/destination.ts";

/** Which remote project is to be one of ours, under an id made by the client. */
export interface ImportWish {
  readonly targetId: string;
  readonly id: string;
  readonly remoteProject: string;
  readonly managers: readonly string[];
}

/** A project of ours and where its hours go. */
export interface ImportedProject {
  readonly project: ProjectView;
  readonly destination: Destination;
}

const longest = { name: 120, code: 32, shortName: 8 } as const;
const attempts = 3;
const mostCodes = 20;

/**
 * Makes a project of ours of a remote one, its code, short name and mark derived from what it is called there, and sends its hours
 * there. A repeat of the id answers the same; after half of it, it does the rest.
 */
export async function importProject(ctx: Context, wish: ImportWish): Promise<ImportedProject> {
  demandRole(ctx, "admin");
  const { db, company } = ctx;
  const { targetId, id: projectId, remoteProject } = wish;
  const remote = await findRemoteProject(db, company.id, { targetId, id: remoteProject });
  if (remote === null) throw new Refusal("not-found");
  const before = await readDestination(db, company.id, { targetId, projectId });
  if (before !== null && before.remoteProject !== remoteProject) {
    throw new Refusal("version-conflict", { current: before });
  }
  const project = (await findProject(db, authorOf(ctx), projectId)) ?? (await make(ctx, wish, remote));
  const destination =
    before ?? (await keepDestination(ctx, { targetId, projectId, remoteProject, remoteTask: null, version: 0 }));
  return { project, destination };
}

/** Somebody who makes a project with the same code or mark at the same time is met by another try. */
async function make(ctx: Context, wish: ImportWish, remote: ToldProject): Promise<ProjectView> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await makeProject(ctx, { ...(await derived(ctx, wish, remote)), managers: wish.managers })).project;
    } catch (error) {
      const isRace = error instanceof Refusal && (error.code === "code-taken" || error.code === "mark-taken");
      if (!isRace || attempt === attempts) throw error;
    }
  }
}

async function derived(ctx: Context, { id, targetId }: ImportWish, remote: ToldProject) {
  const { db, company } = ctx;
  const name = cut(remote.name.trim() === "" ? remote.id : remote.name.trim(), longest.name);
  const base = remote.code?.trim() || `${targetId.slice(0, 4)}-${remote.id}`;
  const wish = { id, owner: "", today: todayOf(ctx) };
  for (let n = 1; n <= mostCodes; n += 1) {
    const code = n === 1 ? cut(base, longest.code) : `${cut(base, longest.code - 3)}-${n}`;
    const ground = await readApprovedGround(db, company.id, { ...wish, code });
    const shortName = cut(name, longest.shortName);
    const mark = chooseMark([shortName, name, code], new Set(ground.marks));
    if (!ground.codeTaken) return { id, code, name, shortName, mark, startsOn: null, closedOn: null };
  }
  throw new Refusal("code-taken");
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join("").trim();
}
