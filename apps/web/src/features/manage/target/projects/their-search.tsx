import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "../../../../settled.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { SearchField } from "../../../../ui/search-field.tsx";
import { useLinkWords } from "../link-words.ts";
import { Ability } from "./pair-row.tsx";
import type { Pair, RemoteProject } from "./pairs.ts";
import { likelyQuery, theirsQuery } from "./queries.ts";

interface ChoiceProps {
  readonly isHeld: boolean;
  readonly onChoose: (remote: RemoteProject) => void;
}

interface TheirSearchProps extends ChoiceProps {
  readonly target: string;
  readonly pair: Pair;
}

/** Projects of theirs to send hours to: the one that looks like ours first, then all by name; one tap chooses. */
export function TheirSearch({ target, pair, ...choice }: TheirSearchProps) {
  const m = useLinkWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim()) || undefined;
  const query = useInfiniteQuery(theirsQuery(target, { q }));
  const likely = useQuery(likelyQuery(target, pair)).data ?? null;
  return (
    <>
      {likely !== null && (
        <section className="link-choices">
          <h3 className="td-small td-second">{m["link.likely"]}</h3>
          <ul>
            <Choice {...choice} remote={likely} current={null} />
          </ul>
        </section>
      )}
      <section className="link-choices">
        <h3 className="td-small td-second">{m["link.theirs"]}</h3>
        <SearchField label={m["link.search.theirs"]} value={typed} onChange={setTyped} />
        <Answered query={query} skeleton={[3.5, 3.5, 3.5]}>
          {({ pages }) => {
            const found = pages.flatMap(({ projects }) => projects);
            if (found.length === 0) {
              return (
                <p className="td-small td-second">{m[q === undefined ? "link.none.unread" : "link.none.search"]}</p>
              );
            }
            return (
              <ul>
                {found.map((remote) => (
                  <Choice key={remote.id} {...choice} remote={remote} current={pair.remote?.id ?? null} />
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
      </section>
    </>
  );
}

function Choice({
  remote,
  current,
  isHeld,
  onChoose,
}: ChoiceProps & { remote: RemoteProject; current: string | null }) {
  const m = useLinkWords();
  const { id, name, code, projects, takesHours } = remote;
  const ours = projects.map((project) => project.name).join(m.lang === "zh" ? "、" : ", ");
  const isAble = takesHours && id !== current;
  return (
    <li>
      <button type="button" className="link-choice" disabled={isHeld || !isAble} onClick={() => onChoose(remote)}>
        <span>
          <b>{name}</b>
          <span className="td-small td-second">{[code, ours].filter(Boolean).join(" · ")}</span>
          <Ability remote={remote} />
        </span>
        {isAble && <span className="link-this">{m["link.this"]}</span>}
      </button>
    </li>
  );
}
