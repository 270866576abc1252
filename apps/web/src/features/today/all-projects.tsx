import { useMessage } from "../../message.ts";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { bookable, type Day } from "./day.ts";

/** On a computer all projects stand beside the question. */
export function AllProjects({ day, onChoose }: { day: Day; onChoose: (project: string) => void }) {
  const m = useMessage();
  return (
    <aside className="td-today-pane" aria-label={m["today.allProjects"]}>
      <div className="td-card">
        <h2 className="td-today-name">{m["today.allProjects"]}</h2>
        <ProjectPicker projects={bookable(day)} chosen={day.view.project} onChoose={({ id }) => onChoose(id)} />
      </div>
    </aside>
  );
}
