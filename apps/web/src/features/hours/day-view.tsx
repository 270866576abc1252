import { useState } from "react";
import type { DayDetail } from "../../api.ts";
import { growDay } from "../../live-day.ts";
import { type Stamped, useServerTime } from "../../server-time.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { projectsById } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useCorrection, useOwnPicks } from "./correction.ts";
import { CorrectionSheet } from "./correction-sheet.tsx";
import { DayHead } from "./day-head.tsx";
import { DayList } from "./day-list.tsx";
import type { DaySheet } from "./day-sheet.ts";
import { RecordsSheet } from "./records-sheet.tsx";
import { timelineOf } from "./timeline.ts";
import { WarningList } from "./warning-list.tsx";
import { useWords } from "./words.ts";

/** A day of an answer: its line, its numbers, what looks odd, its list, and the two ways on. */
export function DayView({ answer, isOwn }: { answer: DayDetail & Stamped; isOwn: boolean }) {
  const m = useWords();
  const [sheet, setSheet] = useState<DaySheet | null>(null);
  const [undoable, setUndoable] = useState<string | null>(null);
  const time = useServerTime(answer);
  const correction = useCorrection(answer);
  const chosen = useOwnPicks(answer);
  const now = time.minuteOn(chosen.date);
  const workday = growDay(isOwn ? chosen : answer.workday, now);
  const detail = { ...answer, workday };
  const projects = projectsById(answer.projects);
  const entries = timelineOf(detail);
  const close = () => setSheet(null);
  return (
    <article className="hours-day">
      <DayHead workday={workday} projects={projects} now={now} isOwn={isOwn} />
      <div className="td-body hours-day-body">
        {correction.saving && <SaveState of={correction.saving} />}
        <WarningList detail={detail} projects={projects} canMend={isOwn} onOpen={setSheet} />
        {entries.length > 0 ? (
          <DayList entries={entries} day={{ detail, projects, isOwn }} />
        ) : (
          <EmptyState>{m[workday.over || now > 0 ? "hours.dayEmpty" : "hours.dayAhead"]}</EmptyState>
        )}
      </div>
      <div className="hours-actions">
        <Button onClick={() => setSheet("records")}>{m["hours.raw"]}</Button>
        {isOwn && (
          <Button kind="primary" icon="edit" block onClick={() => setSheet("correction")}>
            {m["hours.correct"]}
          </Button>
        )}
      </div>
      <RecordsSheet isOpen={sheet === "records"} detail={detail} onClose={close} />
      <CorrectionSheet
        sheet={sheet}
        detail={detail}
        today={answer.now.slice(0, 10)}
        onSheet={setSheet}
        onChoose={(project) => {
          if (sheet === "rest") correction.chooseRest(project);
          else correction.chooseDay(project);
          close();
          setUndoable(project.shortName);
        }}
      />
      {undoable !== null && (
        <UndoBar
          key={undoable}
          text={m["undo.switched"](undoable)}
          onUndo={() => {
            setUndoable(null);
            correction.undo();
          }}
          onGone={() => setUndoable(null)}
        />
      )}
    </article>
  );
}
