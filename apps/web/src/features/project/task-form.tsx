import { useId, useState } from "react";
import type { Destinations } from "../../api.ts";
import { useOnline } from "../../online.ts";
import { newId } from "../../phone-world.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { Field } from "./field.tsx";
import { TaskAssignee } from "./task-assignee.tsx";
import { emptyTask, type TaskDraft, taskFaults, taskInput } from "./task-draft.ts";
import { useTaskAct } from "./task-queries.ts";
import { useTaskWords, whyNoTask } from "./task-words.ts";

interface TaskFormProps {
  readonly project: string;
  readonly places: Destinations["destinations"];
  readonly onMade: () => void;
}

/** A task to be made where the project's hours go. What is wrong is said at its field, once somebody has tried to send. */
export function TaskForm({ project, places, onMade }: TaskFormProps) {
  const m = useTaskWords();
  const isOnline = useOnline();
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => emptyTask(places[0]?.targetId ?? ""));
  const [hasTried, setTried] = useState(false);
  const act = useTaskAct(project);
  const faults = taskFaults(draft);
  const told = (fault: keyof typeof faults) => (hasTried && faults[fault] ? m[faults[fault]] : null);
  const set = (part: Partial<TaskDraft>) => setDraft({ ...draft, ...part });
  const send = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    act.mutate({ make: taskInput(id, draft) }, { onSuccess: onMade });
  };
  return (
    <div className="project-form">
      {places.length > 1 && <Where places={places} value={draft.targetId} onChange={(targetId) => set({ targetId })} />}
      <Field label={m["task.name"]} value={draft.title} fault={told("title")} onChange={(title) => set({ title })} />
      <Field
        label={m["task.description"]}
        kind="lines"
        value={draft.description}
        fault={null}
        onChange={(description) => set({ description })}
      />
      <TaskAssignee assignee={draft.assignee} onChange={(assignee) => set({ assignee })} />
      <Field
        label={m["task.deadline"]}
        kind="date"
        value={draft.deadline}
        fault={told("deadline")}
        onChange={(deadline) => set({ deadline })}
      />
      {act.isPending && <SaveState of={{ state: "saving" }} />}
      {act.error && <SaveState of={{ state: "failed", why: whyNoTask(m, act.error) }} />}
      {!isOnline && <p className="td-small project-fault">{m["task.offline"]}</p>}
      <Button block kind="primary" disabled={act.isPending || !isOnline} onClick={send}>
        {m["task.send"]}
      </Button>
    </div>
  );
}

interface WhereProps {
  readonly places: Destinations["destinations"];
  readonly value: string;
  readonly onChange: (target: string) => void;
}

function Where({ places, value, onChange }: WhereProps) {
  const m = useTaskWords();
  const id = useId();
  return (
    <div className="project-field">
      <label htmlFor={id}>{m["task.where"]}</label>
      <select id={id} value={value} onChange={(e) => onChange(e.target.value)}>
        {places.map(({ targetId, targetName, projectName }) => (
          <option key={targetId} value={targetId}>
            {[targetName, projectName].filter(Boolean).join(" · ")}
          </option>
        ))}
      </select>
    </div>
  );
}
