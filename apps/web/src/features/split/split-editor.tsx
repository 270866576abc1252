import { useMemo } from "react";
import { Icon } from "../../ui/icon.tsx";
import { projectsById, stripedIds } from "../../ui/project-mark.tsx";
import { Chips } from "./chips.tsx";
import { clockAt, minuteAt } from "./counted-line.ts";
import { DayColumn } from "./day-column.tsx";
import { EditorSheets } from "./editor-sheets.tsx";
import { Equation } from "./equation.tsx";
import { Foot } from "./foot.tsx";
import type { StampedDay } from "./queries.ts";
import type { SplitWay } from "./saving.ts";
import { bordersOf, fit, lengthOf, moveBorder, shortest } from "./split.ts";
import { type Editor, useEditor } from "./use-editor.ts";
import { useWords } from "./words.ts";

/** The editor of one day: everything that is changed stays on the phone until it is saved or not wanted. */
export function SplitEditor({ told, home, way }: { told: StampedDay; home: string; way: SplitWay }) {
  const editor = useEditor(told, home, way);
  const { day, parts, counted, now, selected, asking } = editor;
  const drawn = useDrawn(editor.told, parts);
  const isAhead = now !== null && minuteAt(day.line, now) < lengthOf(parts);
  return (
    <>
      <Equation {...{ parts, counted, ...drawn }} onOpen={(part) => asking.open(part, null)} />
      <Chips onDivide={asking.divide} onFromNow={isAhead ? () => asking.fromNow(now) : null} />
      <LateNote editor={editor} />
      <DayColumn
        {...{ day, parts, now, selected, ...drawn }}
        workday={editor.told.workday}
        edit={{ onSelect: editor.select, onMove: editor.change, onOpen: asking.open }}
      />
      <EditorFoot editor={editor} />
      <EditorSheets editor={editor} projects={drawn.projects} />
    </>
  );
}

/** The same day for somebody who may not change it. */
export function SplitReader({ told, day }: { told: StampedDay; day: Editor["day"] }) {
  const { parts } = day;
  const drawn = useDrawn(told, parts);
  const counted = parts.map(({ minutes }) => minutes);
  return (
    <>
      <Equation {...{ parts, counted, ...drawn }} onOpen={null} />
      <DayColumn {...{ day, parts, ...drawn }} workday={told.workday} now={null} selected={null} edit={null} />
    </>
  );
}

function useDrawn({ projects }: StampedDay, parts: Editor["parts"]) {
  return useMemo(() => {
    const used = projects.filter(({ id }) => parts.some(({ project }) => project === id));
    return { projects: projectsById(projects), striped: stripedIds(used) };
  }, [projects, parts]);
}

function LateNote({ editor: { day, parts, change } }: { editor: Editor }) {
  const m = useWords();
  const length = lengthOf(parts);
  const merged = fit(fit(parts, length - day.late), length);
  if (day.late === 0 || day.late >= length || merged.length === parts.length) return null;
  return (
    <p className="td-split-note">
      <span>{m["split.late"](day.late)}</span>
      <button type="button" className="td-plain" onClick={() => change(merged)}>
        {m["split.mergeLate"]}
      </button>
    </p>
  );
}

function EditorFoot({ editor }: { editor: Editor }) {
  const m = useWords();
  const { day, parts, selected, saving, isWhole } = editor;
  const at = selected === null ? undefined : bordersOf(parts)[selected];
  const step = (by: number) => {
    if (selected === null || at === undefined) return;
    editor.change(moveBorder(parts, selected, { to: at + by, least: shortest.step }));
  };
  const note = saving.isKept ? m["split.draft"] : isWhole ? null : m["split.needsProject"];
  return (
    <Foot
      border={at === undefined ? null : clockAt(day.line, at)}
      onStep={step}
      onAdd={editor.asking.add}
      onSave={editor.save}
      isWhole={isWhole}
      saving={saving.state}
      note={
        note && (
          <span className="td-split-todo" role="status">
            <Icon name={saving.isKept ? "clock" : "alert"} />
            {note}
          </span>
        )
      }
    />
  );
}
