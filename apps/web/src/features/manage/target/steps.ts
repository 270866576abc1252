import { api, type Mapping, type RemotePeople, type RemoteProjects } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";

/** How far the linking of a target is. */
export interface Steps {
  /** Active projects of ours, and those of them that go somewhere there. */
  readonly projects: { readonly done: number; readonly all: number };
  /** People there, those we know, and those that somebody has to choose. */
  readonly people: { readonly done: number; readonly all: number };
  readonly mapping: { readonly version: number; readonly flaws: number };
}

/** Asks for everything that the steps of a target are told by. */
export async function readSteps(target: string): Promise<Steps> {
  const [{ projects }, linked, { counts }, mapping] = await Promise.all([
    api.projects(),
    readLinked(target),
    targetApi.people(target),
    targetApi.mapping(target),
  ]);
  return stepsOf(
    projects.map(({ id }) => id),
    { linked, counts, mapping },
  );
}

interface Told {
  readonly linked: readonly RemoteProjects["projects"][number][];
  readonly counts: RemotePeople["counts"];
  readonly mapping: Pick<Mapping, "version" | "flaws">;
}

/** The steps from what was told; who is nobody here by choice is done with. */
export function stepsOf(ours: readonly string[], { linked, counts, mapping }: Told): Steps {
  const there = new Set(linked.flatMap(({ projects }) => projects.map(({ id }) => id)));
  const { matched, nobody, ambiguous, unmatched } = counts;
  return {
    projects: { done: ours.filter((id) => there.has(id)).length, all: ours.length },
    people: { done: matched + nobody, all: matched + nobody + ambiguous + unmatched },
    mapping: { version: mapping.version, flaws: mapping.flaws.length },
  };
}

async function readLinked(target: string): Promise<RemoteProjects["projects"]> {
  const found: RemoteProjects["projects"] = [];
  let cursor: string | undefined;
  do {
    const page = await targetApi.linkedProjects(target, cursor);
    found.push(...page.projects);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
