import type { TaskDrafts } from "../../api.ts";
import { shortDate } from "../../format.ts";
import { useOnline } from "../../online.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/tag.tsx";
import { toneOf } from "./task-draft.ts";
import { type TaskWords, taskProblem, useTaskWords } from "./task-words.ts";

type Task = TaskDrafts["tasks"][number];

interface TaskRowProps {
  readonly task: Task;
  /** The target's name where there are several. */
  readonly place: string | null;
  /** Whether nothing leaves for its target for now. */
  readonly isPaused: boolean;
  readonly isHeld: boolean;
  readonly onRetry: () => void;
}

/** A task that was made there, how that stands, and where it failed why, with a way to try anew. */
export function TaskRow({ task, place, isPaused, isHeld, onRetry }: TaskRowProps) {
  const m = useTaskWords();
  const isOnline = useOnline();
  const { title, description, state, problem, field, remoteTask } = task;
  return (
    <li className="project-task">
      <span className="project-task-head">
        <b>{title}</b>
        <Tag tone={toneOf(task)}>{m[`task.state.${state}`]}</Tag>
      </span>
      {description !== "" && <p className="td-small project-task-text">{description}</p>}
      <span className="td-small td-second">{factsOf(m, task, place)}</span>
      {remoteTask !== null && <span className="td-small td-second">{m["task.number"](remoteTask)}</span>}
      {isPaused && state === "due" && <p className="td-small td-second">{m["task.why.paused"]}</p>}
      {problem !== null && (
        <p className="td-small" data-tone={state === "failed" ? "todo" : undefined}>
          {taskProblem(m, problem)}
        </p>
      )}
      {state === "failed" && (
        <div className="project-task-acts">
          <Button kind="tint" disabled={isHeld || !isOnline} aria-label={m["task.retry.of"](title)} onClick={onRetry}>
            {m["task.retry"]}
          </Button>
          <details className="td-small td-weak">
            <summary>{m["task.detail"]}</summary>
            <code>{[problem, field].filter(Boolean).join(" · ")}</code>
          </details>
        </div>
      )}
    </li>
  );
}

function factsOf(m: TaskWords, { assignee, deadline, createdBy, createdAt }: Task, place: string | null): string {
  const when = `${shortDate(createdAt.slice(0, 10))} ${createdAt.slice(11, 16)}`;
  return [
    place,
    assignee?.name,
    deadline === null ? null : m["task.due"](shortDate(deadline)),
    createdBy === null ? when : m["task.by"](createdBy.name, when),
  ]
    .filter(Boolean)
    .join(" · ");
}
