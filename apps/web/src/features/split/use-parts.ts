import { useCallback, useEffect, useRef, useState } from "react";
import type { QueuedPick } from "../../pick-queue.ts";
import { pickQueue } from "../../picking.ts";
import { lineLength } from "./counted-line.ts";
import { type DraftPlace, dropDraft, keepDraft, keptDraft } from "./draft.ts";
import type { StampedDay } from "./queries.ts";
import { fit, type Part } from "./split.ts";
import { type SplitDay, splitDayOf } from "./split-day.ts";

/** A day as it was when its editing began. It stays so while somebody works on it, whatever the server says meanwhile. */
export interface OpenedDay {
  readonly told: StampedDay;
  readonly day: SplitDay;
  /** The version that the parts were made on; a draft's may be older than the day's. */
  readonly version: number;
}

interface Editing extends OpenedDay {
  /** What the page had been told when this began; something newer replaces it while nothing is changed. */
  readonly seen: StampedDay;
  readonly parts: readonly Part[];
  /** The border that the buttons move. */
  readonly selected: number | null;
}

/** The parts of a day while they are being changed; every change is kept on the phone until it is saved or not wanted. */
export function useParts(told: StampedDay, isOwn: boolean) {
  const [editing, setEditing] = useState(() => open(told, isOwn));
  const { parts, day, version } = editing;
  const isDirty = !isSame(parts, day.parts);
  const isOver = useRef(false);
  useEffect(() => {
    if (isOver.current) return;
    if (isDirty) {
      keepDraft(placeOf(told), { version, parts });
      return;
    }
    dropDraft(placeOf(told));
    setEditing((now) => (now.seen === told ? now : open(told, isOwn)));
  }, [isDirty, told, isOwn, version, parts]);
  const change = useCallback((next: readonly Part[], selected?: number) => {
    setEditing((now) => ({ ...now, parts: next, selected: withinBorders(next, selected ?? now.selected) }));
  }, []);
  return {
    ...editing,
    isDirty,
    change,
    select: useCallback((border: number) => setEditing((now) => ({ ...now, selected: border })), []),
    /** Saved or not wanted: nothing is kept any more. */
    forget: () => {
      isOver.current = true;
      dropDraft(placeOf(told));
    },
    /** Begins again from what the server says, without what was changed here. */
    reopen: (fresh: StampedDay) => {
      dropDraft(placeOf(fresh));
      setEditing({ ...open(fresh, isOwn), seen: told });
    },
  };
}

/** The day and its draft, if there is one. */
function open(told: StampedDay, isOwn: boolean): Editing {
  const day = splitDayOf(told, isOwn ? waitingPicks() : []);
  const draft = told.editable ? keptDraft(placeOf(told)) : null;
  const parts = draft === null ? day.parts : fit(draft.parts, lineLength(day.line));
  const version = draft?.version ?? told.workday.version;
  return { told, seen: told, day, version, parts, selected: withinBorders(parts, 0) };
}

function waitingPicks(): QueuedPick[] {
  return pickQueue.entries().flatMap(({ item: pick, state }) => (state === "refused" ? [] : [pick]));
}

function placeOf({ workday }: StampedDay): DraftPlace {
  return { person: workday.person, date: workday.date };
}

function withinBorders(parts: readonly Part[], border: number | null): number | null {
  return parts.length < 2 ? null : Math.min(border ?? 0, parts.length - 2);
}

function isSame(some: readonly Part[], others: readonly Part[]): boolean {
  const text = (parts: readonly Part[]) => parts.map(({ project, task, minutes }) => [project, task, minutes]);
  return JSON.stringify(text(some)) === JSON.stringify(text(others));
}
