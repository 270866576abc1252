import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProjectBrief } from "../../api.ts";
import { problemSentence, useMessage } from "../../message.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { bookableQuery, useDefaultProject } from "./queries.ts";

/** What a change can be taken back to. */
interface Undoable {
  readonly id: number;
  readonly text: string;
  readonly before: string | null;
}

/** The project that gets the hours when nothing else says where they belong. */
export function DefaultProject({ chosen }: { chosen: string | null }) {
  const m = useMessage();
  const projects = useQuery(bookableQuery);
  const save = useDefaultProject();
  const [isOpen, setOpen] = useState(false);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const choose = (project: ProjectBrief | null) => {
    setOpen(false);
    if ((project?.id ?? null) === chosen) return;
    const text = project ? m["undo.switched"](project.shortName) : m["me.cleared"];
    const onSuccess = () => setUndoable({ id: (undoable?.id ?? 0) + 1, text, before: chosen });
    save.mutate(project?.id ?? null, { onSuccess });
  };
  const undo = (before: string | null) => {
    setUndoable(null);
    save.mutate(before);
  };
  const saving = useSaving(save);
  return (
    <section className="td-card me-default" aria-labelledby="me-default">
      <h2 id="me-default" className="me-title">
        {m["me.defaultProject"]}
      </h2>
      <p className="td-small td-second">{m["me.defaultWhy"]}</p>
      <Chosen project={projects.data?.find(({ id }) => id === chosen)} onOpen={() => setOpen(true)} />
      {saving && <SaveState of={saving} />}
      <Sheet isOpen={isOpen} title={m["me.defaultProject"]} onClose={() => setOpen(false)}>
        <Answered query={projects} skeleton={[3.5, 3.5, 3.5]}>
          {(found) => <Choice projects={found} chosen={chosen} onChoose={choose} />}
        </Answered>
      </Sheet>
      {undoable && (
        <UndoBar
          key={undoable.id}
          text={undoable.text}
          onUndo={() => undo(undoable.before)}
          onGone={() => setUndoable(null)}
        />
      )}
    </section>
  );
}

function useSaving({ isPending, error, variables, mutate }: ReturnType<typeof useDefaultProject>): Saving | null {
  const m = useMessage();
  if (isPending) return { state: "saving" };
  if (error === null) return null;
  return { state: "failed", why: problemSentence(m, error), onRetry: () => mutate(variables ?? null) };
}

function Chosen({ project, onOpen }: { project: ProjectBrief | undefined; onOpen: () => void }) {
  const m = useMessage();
  return (
    <button type="button" className="me-chosen" onClick={onOpen}>
      {project && <ProjectMark project={project} />}
      <span>
        <b>{project?.name ?? m["me.noDefault"]}</b>
      </span>
      <Icon name="right" />
    </button>
  );
}

interface ChoiceProps {
  readonly projects: readonly ProjectBrief[];
  readonly chosen: string | null;
  readonly onChoose: (project: ProjectBrief | null) => void;
}

function Choice({ projects, chosen, onChoose }: ChoiceProps) {
  const m = useMessage();
  if (projects.length === 0) return <EmptyState>{m["me.noProjects"]}</EmptyState>;
  return (
    <>
      <ProjectPicker projects={projects} chosen={chosen} onChoose={onChoose} />
      {chosen !== null && (
        <Button block kind="quiet" onClick={() => onChoose(null)}>
          {m["me.clearDefault"]}
        </Button>
      )}
    </>
  );
}
