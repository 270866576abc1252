import { useState } from "react";
import { findProjects } from "../../../../project-search.ts";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { stripedIds } from "../../../../ui/project-mark.tsx";
import { SearchField, usePinyin } from "../../../../ui/search-field.tsx";
import { UndoBar } from "../../../../ui/undo-bar.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { Panes } from "../../pane.tsx";
import { useLinkWords, whyNotLinked } from "../link-words.ts";
import { PairPane } from "./pair-pane.tsx";
import { PairRow } from "./pair-row.tsx";
import { type Pair, pairsIn } from "./pairs.ts";
import { useLinkActs } from "./use-link-acts.ts";

interface OursListProps {
  readonly target: string;
  /** All of ours, so that one whose place has just been said stays open. */
  readonly pairs: readonly Pair[];
  readonly view: "open" | "linked";
}

const fewProjects = 6;

/** Projects of ours with or without a destination; one opens to be told where its hours go. */
export function OursList({ target, pairs, view }: OursListProps) {
  const m = useLinkWords();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const acts = useLinkActs(target);
  const shown = pairsIn(pairs, view);
  const wanted = new Set(
    findProjects(
      shown.map(({ project }) => project),
      typed,
      usePinyin(typed),
    ),
  );
  const found = shown.filter(({ project }) => wanted.has(project));
  const striped = stripedIds(shown.map(({ project }) => project));
  const pair = pairs.find(({ project }) => project.id === opened);
  const pane = pair && { title: pair.project.name, body: <PairPane key={opened} {...{ target, pair, acts }} /> };
  return (
    <Panes pane={pane ?? null} idle={m["link.idle"]} onClose={() => setOpened(null)}>
      <div className="td-body">
        {shown.length > fewProjects && (
          <div className="link-search">
            <SearchField label={m["link.search.ours"]} value={typed} onChange={setTyped} />
          </div>
        )}
        {pane === undefined && <MutationState {...acts.change} why={(error) => whyNotLinked(m, error)} />}
        {found.length === 0 ? (
          <EmptyState>{m[shown.length === 0 ? (`link.none.${view}` as const) : "link.none.search"]}</EmptyState>
        ) : (
          <ul className="td-card link-list">
            {found.map((one) => (
              <PairRow
                key={one.project.id}
                pair={one}
                isOpen={one.project.id === opened}
                isStriped={striped.has(one.project.id)}
                onOpen={() => setOpened(one.project.id)}
              />
            ))}
          </ul>
        )}
        {pane === undefined && acts.last && (
          <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />
        )}
      </div>
    </Panes>
  );
}
