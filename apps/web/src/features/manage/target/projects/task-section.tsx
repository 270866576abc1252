import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "../../../../settled.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { SearchField } from "../../../../ui/search-field.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { useLinkWords } from "../link-words.ts";
import { targetQuery, useProducts } from "../queries.ts";
import type { Pair, RemoteProject } from "./pairs.ts";
import { tasksQuery, useWatchTasks } from "./queries.ts";
import type { LinkActs, Place } from "./use-link-acts.ts";

interface TaskSectionProps {
  readonly target: string;
  readonly pair: Pair;
  readonly acts: LinkActs;
  readonly isHeld: boolean;
  readonly remote: RemoteProject;
  readonly place: Place;
  /** What the task is called on which hours stand; null without one, or where it is gone. */
  readonly title: string | null;
}

/** On which of their tasks hours stand that name none; nothing for a product without tasks. */
export function TaskSection({ target, pair, acts, isHeld, remote, place, title }: TaskSectionProps) {
  const m = useLinkWords();
  const { data } = useQuery(targetQuery(target));
  const [isChoosing, setChoosing] = useState(false);
  const isNeeded = useProducts().some(({ kind, needsTask }) => kind === data?.kind && needsTask);
  if (data === undefined || !data.abilities.tasks) return null;
  const say = (remoteTask: string | null, text: string) => {
    acts.send(pair, { before: place, after: { ...place, remoteTask }, text });
    setChoosing(false);
  };
  const has = place.remoteTask !== null;
  return (
    <div className="link-held">
      <span className="td-small td-second">{m["link.task"]}</span>
      {has ? <b>{title ?? place.remoteTask}</b> : isNeeded ? <Must /> : <b>{m["link.task.project"]}</b>}
      {isChoosing ? (
        <TaskSearch
          {...{ target, isHeld, remote }}
          current={place.remoteTask}
          onChoose={(id, task) => say(id, m["link.task.said"](task))}
        />
      ) : (
        <div className="link-task-ways">
          <Button kind="tint" disabled={isHeld} onClick={() => setChoosing(true)}>
            {m[has ? "link.task.change" : "link.task.choose"]}
          </Button>
          {has && !isNeeded && (
            <Button kind="quiet" disabled={isHeld} onClick={() => say(null, m["link.task.unsaid"])}>
              {m["link.task.none"]}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Must() {
  const m = useLinkWords();
  return (
    <>
      <Tag tone="todo">{m["link.task.must"]}</Tag>
      <span className="td-small td-second">{m["link.task.must.what"]}</span>
    </>
  );
}

interface TaskSearchProps {
  readonly target: string;
  readonly isHeld: boolean;
  readonly remote: RemoteProject;
  readonly current: string | null;
  readonly onChoose: (id: string, title: string) => void;
}

function TaskSearch({ target, isHeld, remote, current, onChoose }: TaskSearchProps) {
  const m = useLinkWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim()) || undefined;
  const isUnread = remote.tasksUntil === null;
  useWatchTasks(target, isUnread);
  const query = useInfiniteQuery(tasksQuery(target, { project: remote.id, q, asOf: remote.tasksUntil }));
  return (
    <section className="link-choices">
      <SearchField label={m["link.search.tasks"]} value={typed} onChange={setTyped} />
      <Answered query={query} skeleton={[3.5, 3.5]}>
        {({ pages }) => {
          const found = pages.flatMap(({ tasks }) => tasks);
          if (found.length === 0) {
            const none = q !== undefined ? "link.none.search" : isUnread ? "link.task.reading" : "link.task.empty";
            return (
              <p className="td-small td-second" role="status">
                {m[none]}
              </p>
            );
          }
          return (
            <ul>
              {found.map(({ id, title, state, dueOn }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="link-choice"
                    disabled={isHeld || id === current}
                    onClick={() => onChoose(id, title)}
                  >
                    <span>
                      <b>{title}</b>
                      <span className="td-small td-second">
                        {[`#${id}`, state.name, dueOn].filter(Boolean).join(" · ")}
                      </span>
                    </span>
                    {id !== current && <span className="link-this">{m["link.task.this"]}</span>}
                  </button>
                </li>
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
  );
}
