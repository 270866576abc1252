import { linkApi } from "../../../../api-target-link.ts";
import { useUndoable } from "../../../../undoable.ts";
import { useLinkWords } from "../link-words.ts";
import type { Pair } from "./pairs.ts";
import { useLinkChange } from "./queries.ts";

/** A project of theirs, and the task on which hours stand that name none. */
export interface Place {
  readonly remoteProject: string;
  readonly remoteTask: string | null;
}

/** Says where a project's hours go; for six seconds the last word can be taken back. */
export function useLinkActs(target: string) {
  const m = useLinkWords();
  const change = useLinkChange();
  const { last, tell, forget } = useUndoable();
  const put = (project: string, version: number, place: Place) =>
    linkApi.setDestination(target, project, { version, ...place });
  const putBack = (project: string, version: number, before: Place | null) =>
    before === null ? linkApi.removeDestination(target, project, version) : put(project, version, before);
  return {
    ...{ change, last, forget, tell },
    send: (pair: Pair, { before, after, text }: { before: Place | null; after: Place; text: string }) =>
      change.mutate(async () => {
        const { version } = await put(pair.project.id, pair.version, after);
        tell(text, () => change.mutate(() => putBack(pair.project.id, version, before)));
      }),
    remove: ({ project, version }: Pair, before: Place) =>
      change.mutate(async () => {
        await linkApi.removeDestination(target, project.id, version);
        tell(m["link.removed"](project.shortName), () => change.mutate(() => put(project.id, 0, before)));
      }),
  };
}

/** What `useLinkActs` gives. */
export type LinkActs = ReturnType<typeof useLinkActs>;
