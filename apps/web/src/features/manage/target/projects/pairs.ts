import type { Project, RemoteProjects } from "../../../../api.ts";

export type RemoteProject = RemoteProjects["projects"][number];

/** A project of ours, with the one of theirs that its hours go to; `version` is the destination's, 0 without one. */
export interface Pair {
  readonly project: Project;
  readonly remote: RemoteProject | null;
  readonly version: number;
}

/** The views of 项目去处. */
export type View = "open" | "linked" | "theirs";

/** Ours with theirs, in the order of ours. */
export function pairsOf(ours: readonly Project[], linked: readonly RemoteProject[]): Pair[] {
  const found = new Map(
    linked.flatMap((remote) => remote.projects.map(({ id, version }) => [id, { remote, version }] as const)),
  );
  return ours.map((project) => ({ project, ...(found.get(project.id) ?? { remote: null, version: 0 }) }));
}

/** Those without a destination that still go on, or those that have one. */
export function pairsIn(pairs: readonly Pair[], view: "open" | "linked"): Pair[] {
  if (view === "linked") return pairs.filter(({ remote }) => remote !== null);
  return pairs.filter(({ remote, project }) => remote === null && project.closedOn === null);
}

/** Which of theirs looks like one of ours: by the same code, else by the same name; null where none or several do. */
export function likelyFor({ code, name, shortName }: Project, theirs: readonly RemoteProject[]): RemoteProject | null {
  const able = theirs.filter(({ takesHours, closed }) => takesHours && !closed);
  const same = (one: string | null, ...others: string[]) =>
    one !== null && others.some((other) => plain(one) === plain(other));
  const byCode = able.filter((remote) => same(remote.code, code));
  const byName = able.filter((remote) => same(remote.name, name, shortName));
  return only(byCode) ?? (byCode.length === 0 ? only(byName) : null);
}

function only(found: readonly RemoteProject[]): RemoteProject | null {
  const ids = new Set(found.map(({ id }) => id));
  return ids.size === 1 ? (found[0] ?? null) : null;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
