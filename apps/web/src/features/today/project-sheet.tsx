import { useEffect, useState } from "react";
import { clockTime } from "../../format.ts";
import { useMessage } from "../../message.ts";
import { Button } from "../../ui/button.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { ChoiceChips } from "./choice-chips.tsx";
import { bookable, type Day, type Open } from "./day.ts";

interface ProjectSheetProps {
  readonly day: Day;
  readonly open: Open;
  readonly onChoose: (project: string, from?: number | null) => void;
  readonly onClose: () => void;
}

/** The sheets of 今天: all projects, another from now on, another for the whole day. */
export function ProjectSheet({ day, open, onChoose, onClose }: ProjectSheetProps) {
  const m = useMessage();
  const hasOpened = useOnceTrue(open !== null);
  if (!hasOpened) return null;
  const title =
    open === "switch" ? m["today.switch"] : open === "correct" ? m["today.correctTitle"] : m["today.allProjects"];
  return (
    <Sheet isOpen={open !== null} title={title} onClose={onClose}>
      {open === "switch" ? (
        <Switching day={day} onChoose={onChoose} />
      ) : (
        <ProjectPicker projects={bookable(day)} chosen={day.view.project} onChoose={({ id }) => onChoose(id)} />
      )}
    </Sheet>
  );
}

const steps = [-15, -5, 5, 15] as const;

function Switching({ day, onChoose }: Pick<ProjectSheetProps, "day" | "onChoose">) {
  const m = useMessage();
  const { view, offer, projects } = day;
  const [moved, setMoved] = useState(0);
  const from = Math.min(view.axis.end - 1, Math.max(view.axis.start, view.now + moved));
  const others = offer.suggestions.filter(({ project }) => project !== view.project).slice(0, 4);
  const rest = bookable(day).filter(({ id }) => id !== view.project && !others.some(({ project }) => project === id));
  const choose = (project: string) => onChoose(project, from);
  return (
    <div className="td-today-switching">
      <fieldset className="td-today-from">
        <legend className="td-small td-second">{m["today.switchFrom"]}</legend>
        <p className="td-figure" role="status">
          {clockTime(from, m.lang)}
        </p>
        {steps.map((step) => (
          <Button key={step} aria-label={stepLabel(m, step)} onClick={() => setMoved(moved + step)}>
            {step < 0 ? `−${-step}` : `+${step}`}
          </Button>
        ))}
      </fieldset>
      <ChoiceChips title={m["today.switchTo"]} suggestions={others} projects={projects} onChoose={choose} />
      {rest.length > 0 && <ProjectPicker projects={rest} onChoose={({ id }) => choose(id)} />}
    </div>
  );
}

function stepLabel(m: ReturnType<typeof useMessage>, step: number): string {
  return step < 0 ? m["time.earlier"](-step) : m["time.later"](step);
}

function useOnceTrue(value: boolean): boolean {
  const [was, setWas] = useState(value);
  useEffect(() => {
    if (value) setWas(true);
  }, [value]);
  return was || value;
}
