import type { WorkDate } from "@today/core/time/date";
import { useMemo, useState } from "react";
import type { CalendarYear } from "../../../api.ts";
import { longDate } from "../../../format.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useIsWide } from "../../../ui/media.ts";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useUndoable } from "../../../undoable.ts";
import { MutationState } from "../mutation-state.tsx";
import { type Pane, Panes } from "../pane.tsx";
import { DayPane, undoOf } from "./day-pane.tsx";
import { FilePane } from "./file-pane.tsx";
import { HistoryList } from "./history-list.tsx";
import { useSetDay } from "./use-calendar.ts";
import { useWords, whyNot } from "./words.ts";
import { daysOfYear, type YearDay } from "./year-days.ts";
import { MonthJump, YearActs } from "./year-head.tsx";
import { YearPicture } from "./year-picture.tsx";

type Shown = WorkDate | "history" | "file" | null;

/** A year's picture with what was opened from it: a day, the changes, or another file. */
export function YearBody({ view, today }: { view: CalendarYear; today: WorkDate | null }) {
  const m = useWords();
  const [shown, setShown] = useState<Shown>(null);
  const [source, setSource] = useState<string | null>(null);
  const change = useSetDay();
  const isWide = useIsWide();
  const { last, tell, forget } = useUndoable();
  const days = useMemo(() => daysOfYear(view), [view]);
  const day = days.find(({ date }) => date === shown);
  const close = () => setShown(null);

  const panes: Record<"history" | "file", Pane> = {
    history: { title: m["calendar.history"], body: <HistoryList changes={view.history} view={view} /> },
    file: {
      title: m["calendar.fileTitle"](view.year),
      body: (
        <FilePane
          view={view}
          onSaved={(from) => {
            setSource(from);
            close();
          }}
        />
      ),
    },
  };
  const dayPane = (one: YearDay): Pane => ({
    title: longDate(one.date, m.lang),
    body: (
      <DayPane
        view={view}
        day={one}
        change={change}
        onSaved={(kind) => {
          if (!isWide) close();
          tell(m["calendar.changedTo"](longDate(one.date, m.lang), m[`calendar.kind.${kind}`]), () =>
            change.mutate(undoOf(m, one)),
          );
        }}
      />
    ),
  });
  const choose = (date: WorkDate) => {
    change.reset();
    setShown(date);
  };
  return (
    <Panes
      pane={day ? dayPane(day) : shown === "history" || shown === "file" ? panes[shown] : null}
      idle={view.source === null ? "" : m[view.editable ? "calendar.idleAdmin" : "calendar.idle"]}
      onClose={close}
    >
      <div className="td-body">
        {shown === null && <MutationState {...change} why={(error) => whyNot(m, error)} />}
        {view.source === null ? (
          <Unknown view={view} onFile={() => setShown("file")} />
        ) : (
          <>
            <YearActs view={view} onHistory={() => setShown("history")} onFile={() => setShown("file")} />
            {source !== null && <p role="status">{m["calendar.fileSaved"](source)}</p>}
            <MonthJump />
            <YearPicture days={days} today={today} chosen={day?.date ?? null} onChoose={choose} />
          </>
        )}
      </div>
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </Panes>
  );
}

function Unknown({ view, onFile }: { view: CalendarYear; onFile: () => void }) {
  const m = useWords();
  const file = view.editable && <Button onClick={onFile}>{m["calendar.fileFirst"]}</Button>;
  return (
    <EmptyState action={file}>
      <b>{m["calendar.unknown"](view.year)}</b>
      <br />
      <span className="td-small td-second">{m["calendar.unknownThen"]}</span>
    </EmptyState>
  );
}
