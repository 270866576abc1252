import type { Project } from "@today/core/project";
import { findKeyNames } from "@today/db/api-key";
import { type Employee, findPeople, type PersonBrief } from "@today/db/person";
import { findBriefs } from "@today/db/project";
import type { Context } from "../context.ts";
import type { ProjectBrief } from "../contract.ts";
import type { Names } from "./facts.ts";

// A UUID.
const keyIdLength = 36;

/** The people and keys behind ids; asks the database only for others than the reader. */
export async function namesOf(ctx: Context, me: Employee, ids: readonly string[]): Promise<Names> {
  const others = ids.filter((id) => id !== me.id);
  const found: PersonBrief[] = await findPeople(ctx.db, ctx.company.id, others);
  const own = { id: me.id, name: me.name, title: me.title };
  const strangers = others.filter((id) => id.length === keyIdLength && !found.some((person) => person.id === id));
  const keys = strangers.length === 0 ? [] : await findKeyNames(ctx.db, ctx.company.id, strangers);
  const named = keys.map(({ id, name }) => ({ id, name, title: null }));
  return new Map([own, ...found, ...named].map((person) => [person.id, person]));
}

/** The known projects and those of the ids that are not among them, by code. */
export async function briefsOf(
  ctx: Context,
  known: readonly Project[],
  ids: readonly string[],
): Promise<ProjectBrief[]> {
  const missing = ids.filter((id) => !known.some((project) => project.id === id));
  const found = await findBriefs(ctx.db, ctx.company.id, missing);
  return [...known, ...found].map(briefOf).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** A project's fields that everybody may see who may see the project. */
export function briefOf({ id, code, name, shortName, mark, color, startsOn, closedOn }: Project): ProjectBrief {
  return { id, code, name, shortName, mark, color, startsOn, closedOn };
}
