import type { ReactNode } from "react";
import type { ProjectBrief } from "../../api.ts";
import { Button } from "../../ui/button.tsx";
import { DayLine } from "../../ui/day-line.tsx";
import { type DrawnPart, drawnParts } from "../../ui/day-parts.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { ProjectPicker } from "../../ui/project-picker.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { type CountedLine, gapsOf, stretchesOf } from "./counted-line.ts";
import type { CurrentDay } from "./saving.ts";
import { bordersOf, type Part } from "./split.ts";
import { useWords, type Words } from "./words.ts";
import "./sheets.css";

/** What can be done to one part. */
export interface MenuActs {
  readonly onChange: () => void;
  readonly onCut: (() => void) | null;
  readonly onMergeUp: (() => void) | null;
}

/** 换项目 · 从这里切开 · 并到上一段. */
export function PartMenu({ acts, title, onClose }: { acts: MenuActs | null; title: string; onClose: () => void }) {
  const m = useWords();
  return (
    <Sheet isOpen={acts !== null} title={title} onClose={onClose}>
      {acts && (
        <div className="td-split-menu">
          <Button icon="swap" block onClick={acts.onChange}>
            {m["split.change"]}
          </Button>
          {acts.onCut && (
            <Button icon="split" block onClick={acts.onCut}>
              {m["split.cut"]}
            </Button>
          )}
          {acts.onMergeUp && (
            <Button icon="left" block onClick={acts.onMergeUp}>
              {m["split.mergeUp"]}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}

/** A question that a project answers. */
export interface Question {
  readonly title: string;
  readonly chosen: string | null;
  readonly onChoose: (project: ProjectBrief) => void;
}

interface ProjectSheetProps {
  readonly question: Question | null;
  readonly projects: readonly ProjectBrief[];
  readonly onClose: () => void;
}

export function ProjectSheet({ question, projects, onClose }: ProjectSheetProps) {
  return (
    <Sheet isOpen={question !== null} title={question?.title ?? ""} onClose={onClose}>
      {question && <ProjectPicker projects={projects} chosen={question.chosen} onChoose={question.onChoose} />}
    </Sheet>
  );
}

interface LeaveSheetProps {
  readonly isOpen: boolean;
  readonly onSave: (() => void) | null;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** 还没保存 [保存] [不要了]. */
export function LeaveSheet({ isOpen, onSave, onDiscard, onClose }: LeaveSheetProps) {
  const m = useWords();
  return (
    <Sheet isOpen={isOpen} title={m["split.unsaved"]} onClose={onClose}>
      <p className="td-second">{onSave ? m["split.unsavedWhy"] : m["split.needsProject"]}</p>
      <Answers>
        <Button kind="primary" block disabled={onSave === null} onClick={() => onSave?.()}>
          {m["split.keep"]}
        </Button>
        <Button block onClick={onDiscard}>
          {m["split.discard"]}
        </Button>
      </Answers>
    </Sheet>
  );
}

interface ConflictSheetProps {
  readonly current: CurrentDay | null;
  readonly mine: { readonly line: CountedLine; readonly parts: readonly Part[] };
  readonly projects: ProjectsById;
  readonly onTake: (whose: "theirs" | "mine") => void;
  readonly onClose: () => void;
}

/** Somebody else has changed the day: both ways as lines, and a choice. */
export function ConflictSheet({ current, mine, projects, onTake, onClose }: ConflictSheetProps) {
  const m = useWords();
  if (current === null) return <Sheet isOpen={false} title="" onClose={onClose} children={null} />;
  const axis = { start: mine.line[0]?.start ?? 0, end: mine.line[mine.line.length - 1]?.end ?? 1 };
  const isOther = current.split !== null && current.split.madeBy.id !== current.workday.person;
  const lines = [
    { label: m["split.theirs"], parts: drawnParts(current.workday) },
    { label: m["split.mine"], parts: drawnOf(mine) },
  ];
  return (
    <Sheet isOpen title={whoChanged(m, current)} onClose={onClose}>
      {lines.map(({ label, parts }) => (
        <div key={label} className="td-split-both">
          <p className="td-small td-second">{label}</p>
          <DayLine {...{ parts, axis, projects, label }} />
        </div>
      ))}
      <Answers>
        <Button block onClick={() => onTake("theirs")}>
          {m[isOther ? "split.takeTheirs" : "split.takeOther"]}
        </Button>
        <Button kind="primary" block onClick={() => onTake("mine")}>
          {m["split.takeMine"]}
        </Button>
      </Answers>
    </Sheet>
  );
}

function Answers({ children }: { children: ReactNode }) {
  return <div className="td-split-answers">{children}</div>;
}

function whoChanged(m: Words, { split, workday }: CurrentDay): string {
  if (split === null) return m["split.conflictAny"];
  const time = split.madeAt.slice(11, 16);
  return split.madeBy.id === workday.person
    ? m["split.conflictOwn"](time)
    : m["split.conflict"](split.madeBy.name, time);
}

function drawnOf({ line, parts }: ConflictSheetProps["mine"]): DrawnPart[] {
  const borders = [0, ...bordersOf(parts)];
  const counted = parts.flatMap(({ project, minutes }, index) =>
    stretchesOf(line, borders[index] ?? 0, (borders[index] ?? 0) + minutes).map((one) => ({
      ...{ ...one, project, isOther: false, source: null },
      look: project === null ? ("unassigned" as const) : ("counted" as const),
    })),
  );
  const bare = { look: "break", project: null, isOther: false, source: null } as const;
  return [...counted, ...gapsOf(line).map((one) => ({ ...one, ...bare }))].sort((a, b) => a.start - b.start);
}
