import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Destinations, Project } from "../../api.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorLine } from "../../ui/error-line.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { TaskForm } from "./task-form.tsx";
import { tasksMadeQuery, useTaskAct } from "./task-queries.ts";
import { TaskRow } from "./task-row.tsx";
import { useTaskWords, whyNoTask } from "./task-words.ts";
import "./project-tasks.css";

interface ProjectTasksProps {
  readonly project: Project;
  readonly places: Destinations["destinations"];
}

/** Tasks that were made where a project's hours go, how each stands, and a way to make one more. */
export function ProjectTasks({ project, places }: ProjectTasksProps) {
  const m = useTaskWords();
  const query = useInfiniteQuery(tasksMadeQuery(project.id));
  const retry = useTaskAct(project.id);
  const [isMaking, setMaking] = useState(false);
  const placeOf = (target: string) => places.find(({ targetId }) => targetId === target);
  return (
    <div className="td-body project-body">
      <p className="td-small td-second">{m["task.intro"]}</p>
      <Button block kind="tint" icon="plus" onClick={() => setMaking(true)}>
        {m["task.make"]}
      </Button>
      {retry.error && <ErrorLine tone="failure">{whyNoTask(m, retry.error)}</ErrorLine>}
      <Answered query={query} skeleton={[4, 4]}>
        {({ pages }) => {
          const tasks = pages.flatMap((page) => page.tasks);
          if (tasks.length === 0) return <EmptyState>{m["task.empty"]}</EmptyState>;
          return (
            <ul className="td-card project-tasks" aria-label={m["task.title"]}>
              {tasks.map((task) => (
                <TaskRow
                  key={`${task.targetId}/${task.id}`}
                  task={task}
                  place={places.length > 1 ? (placeOf(task.targetId)?.targetName ?? null) : null}
                  isPaused={placeOf(task.targetId)?.state === "paused"}
                  isHeld={retry.isPending}
                  onRetry={() => retry.mutate({ retry: task.id, targetId: task.targetId })}
                />
              ))}
            </ul>
          );
        }}
      </Answered>
      {query.hasNextPage && (
        <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m["task.more"]}
        </Button>
      )}
      <Sheet isOpen={isMaking} title={m["task.make"]} onClose={() => setMaking(false)}>
        <TaskForm project={project.id} places={places} onMade={() => setMaking(false)} />
      </Sheet>
    </div>
  );
}
