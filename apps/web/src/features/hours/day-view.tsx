import type { DayDetail } from "../../api.ts";
import { growDay } from "../../live-day.ts";
import { type Stamped, useServerTime } from "../../server-time.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { projectsById } from "../../ui/project-mark.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { AdjustmentList } from "./adjustment-list.tsx";
import { AskSheets } from "./ask-sheets.tsx";
import { useOwnPicks } from "./correction.ts";
import { CorrectionSheet } from "./correction-sheet.tsx";
import { type DayActs, useDayActs } from "./day-acts.ts";
import { DayHead } from "./day-head.tsx";
import { DayList } from "./day-list.tsx";
import { isAsked } from "./day-requests.ts";
import { DayUndo } from "./day-undo.tsx";
import { DayVisits } from "./day-visits.tsx";
import { HistoryList } from "./history-list.tsx";
import { LockLine } from "./lock-line.tsx";
import { RecordsSheet } from "./records-sheet.tsx";
import { RequestList } from "./request-list.tsx";
import { timelineOf } from "./timeline.ts";
import { WarningList } from "./warning-list.tsx";
import { useWords } from "./words.ts";

interface DayViewProps {
  readonly answer: DayDetail & Stamped;
  /** Whose day; null is one's own. */
  readonly person: string | null;
}

/** A day of an answer: its line, its numbers, what waits or looks odd, its list, and the ways on. */
export function DayView({ answer, person }: DayViewProps) {
  const m = useWords();
  const isOwn = person === null;
  const time = useServerTime(answer);
  const acts = useDayActs(answer, person);
  const chosen = useOwnPicks(answer);
  const now = time.minuteOn(chosen.date);
  const workday = growDay(isOwn ? chosen : answer.workday, now);
  const detail = { ...answer, workday };
  const projects = projectsById(answer.projects);
  const { correcting, asking } = acts;
  return (
    <article className="hours-day">
      <DayHead workday={workday} projects={projects} now={now} isOwn={isOwn} />
      <div className="td-body hours-day-body">
        <LockLine workday={workday} today={correcting.today} />
        <Saving acts={acts} />
        <RequestList
          shown={asking.shown}
          projects={projects}
          onWithdraw={isOwn ? (id) => void asking.takeBack(id) : null}
          onAgain={isOwn ? acts.again : null}
        />
        <WarningList
          detail={detail}
          projects={projects}
          shown={asking.shown}
          canMend={isOwn && workday.locked !== "approvers-only"}
          onOpen={acts.open}
        />
        <Course detail={detail} now={now} acts={acts} />
        <DayVisits date={workday.date} person={person} />
        <AdjustmentList detail={detail} projects={projects} />
        <HistoryList marks={answer.history} projects={projects} />
      </div>
      <div className="hours-actions">
        <Button onClick={() => acts.open("records")}>{m["hours.raw"]}</Button>
        {correcting.mayCorrect && (
          <Button kind="primary" icon="edit" block onClick={() => acts.open("correction")}>
            {correcting.name === null ? m["hours.correct"] : m["correct.for"](correcting.name)}
          </Button>
        )}
      </div>
      <DaySheets acts={acts} detail={detail} />
      <DayUndo acts={acts} isOwn={isOwn} />
    </article>
  );
}

function Course({ detail, now, acts }: { detail: DayDetail; now: number; acts: DayActs }) {
  const m = useWords();
  const { isOwn } = acts.correcting;
  const isOutAsked = isAsked(acts.asking.shown, "clock-out");
  const onAgain = isOwn && detail.workday.locked !== "approvers-only" ? () => acts.open("correction") : null;
  const entries = timelineOf(detail);
  if (entries.length > 0) {
    return (
      <DayList
        entries={entries}
        day={{ detail, projects: projectsById(detail.projects), isOwn, isOutAsked, onAgain }}
      />
    );
  }
  return <EmptyState>{m[detail.workday.over || now > 0 ? "hours.dayEmpty" : "hours.dayAhead"]}</EmptyState>;
}

function Saving({ acts: { correction, entering, asking } }: { acts: DayActs }) {
  const saving = entering.saving ?? asking.entered ?? correction.saving;
  return saving && <SaveState of={saving} />;
}

function DaySheets({ acts, detail }: { acts: DayActs; detail: DayDetail }) {
  const { opened, open } = acts;
  return (
    <>
      <RecordsSheet isOpen={opened.sheet === "records"} detail={detail} onClose={() => open(null)} />
      <CorrectionSheet sheet={opened.sheet} correcting={acts.correcting} onSheet={open} onChoose={acts.choose} />
      <AskSheets {...opened} correcting={acts.correcting} onSend={acts.send} onClose={() => open(null)} />
    </>
  );
}
