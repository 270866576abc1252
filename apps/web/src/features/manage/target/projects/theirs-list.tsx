import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "../../../../settled.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { SearchField } from "../../../../ui/search-field.tsx";
import { Panes } from "../../pane.tsx";
import { useLinkWords } from "../link-words.ts";
import { Imported, ImportPane } from "./import-pane.tsx";
import { Ability } from "./pair-row.tsx";
import type { RemoteProject } from "./pairs.ts";
import { theirsQuery } from "./queries.ts";

/** Projects of theirs to which no hours go; one opens to become one of ours. */
export function TheirsList({ target }: { target: string }) {
  const m = useLinkWords();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<RemoteProject | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const q = useSettled(typed.trim()) || undefined;
  const query = useInfiniteQuery(theirsQuery(target, { q, linked: false }));
  const onDone = (done: Imported) => {
    setImported(done);
    setOpened(null);
  };
  const pane = opened && {
    title: opened.name,
    body: <ImportPane key={opened.id} target={target} remote={opened} onDone={onDone} />,
  };
  return (
    <Panes pane={pane} idle={m["link.import.what"]} onClose={() => setOpened(null)}>
      <div className="td-body">
        <div className="link-search">
          <SearchField label={m["link.search.theirs"]} value={typed} onChange={setTyped} />
        </div>
        {imported && <Imported {...imported} />}
        <Answered query={query} skeleton={[4, 4, 4, 4]}>
          {({ pages }) => {
            const found = pages.flatMap(({ projects }) => projects);
            if (found.length === 0)
              return <EmptyState>{m[`link.none.${q === undefined ? "theirs" : "search"}`]}</EmptyState>;
            return (
              <ul className="td-card link-list">
                {found.map((remote) => (
                  <TheirRow key={remote.id} remote={remote} isOpen={remote.id === opened?.id} onOpen={setOpened} />
                ))}
              </ul>
            );
          }}
        </Answered>
        {query.hasNextPage && (
          <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m["link.more"]}
          </Button>
        )}
      </div>
    </Panes>
  );
}

interface TheirRowProps {
  readonly remote: RemoteProject;
  readonly isOpen: boolean;
  readonly onOpen: (remote: RemoteProject) => void;
}

function TheirRow({ remote, isOpen, onOpen }: TheirRowProps) {
  const m = useLinkWords();
  return (
    <li className="link-item">
      <button type="button" className="link-row" aria-current={isOpen || undefined} onClick={() => onOpen(remote)}>
        <span className="link-row-body">
          <span className="link-row-text">
            <b>{remote.name}</b>
            {remote.code !== null && <span className="td-small td-second">{remote.code}</span>}
          </span>
          <Ability remote={remote} />
          <span className="link-row-way">{m["link.import"]}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}
