import { useState } from "react";
import { useServerTime } from "../../server-time.ts";
import { lineLength, minuteAt } from "./counted-line.ts";
import { type Destination, useLeaveGuard } from "./leave-guard.ts";
import type { StampedDay } from "./queries.ts";
import { type CurrentDay, needsReason, type SaveTarget, type SplitWay } from "./saving.ts";
import { fit, lengthOf, minutesBefore } from "./split.ts";
import { splitDayOf } from "./split-day.ts";
import { useAsking } from "./use-asking.ts";
import { useParts } from "./use-parts.ts";
import { useSaving } from "./use-saving.ts";

/** Everything about editing one day: its parts, what is being asked, how saving goes, and the way out. */
export function useEditor(told: StampedDay, home: string, way: SplitWay) {
  const [leaving, setLeaving] = useState<{ readonly to: Destination } | null>(null);
  const [conflict, setConflict] = useState<CurrentDay | null>(null);
  const edited = useParts(told, way.person === null);
  const { day, parts } = edited;
  const leave = useLeaveGuard(edited.isDirty, home, (to) => setLeaving({ to }));
  const go = () => {
    edited.forget();
    leave(leaving?.to ?? null);
  };
  const onConflict = (current: CurrentDay) => {
    setLeaving(null);
    setConflict(current);
  };
  const saving = useSaving(edited, way, { onDone: go, onConflict });
  const asking = useAsking({ day, parts, bookable: edited.told.bookable, change: edited.change });
  const clock = useServerTime(edited.told).minuteOn(edited.told.workday.date);
  const now = day.isRunning ? clock : null;
  const [isAskingWhy, setAskingWhy] = useState(false);
  const save = () => (needsReason(way) ? setAskingWhy(true) : void saving.save(parts));
  const saveBecause = (reason: string) => {
    setAskingWhy(false);
    setLeaving(null);
    saving.because(reason);
    void saving.save(parts);
  };
  const resolve = (whose: "theirs" | "mine") => {
    if (conflict === null) return;
    setConflict(null);
    const fresh = freshDay(edited.told, conflict);
    if (whose === "theirs") edited.reopen(fresh);
    else void saving.save(fit(parts, lineLength(splitDayOf(fresh).line)), targetOn(saving.target, fresh));
  };
  return {
    ...edited,
    ...{ asking, now, way, save, conflict, leaving: leaving !== null },
    ...{ isAskingWhy, saveBecause, keepEditing: () => setAskingWhy(false) },
    saving: saving.view(() => void saving.save(parts)),
    isWhole: saving.isPlanned(parts),
    counted: minutesBefore(parts, now === null ? lengthOf(parts) : minuteAt(day.line, now)),
    discard: go,
    stay: () => setLeaving(null),
    decideLater: () => setConflict(null),
    resolve,
  };
}

/** What the page passes to its parts. */
export type Editor = ReturnType<typeof useEditor>;

function freshDay(told: StampedDay, { version, split, workday }: CurrentDay): StampedDay {
  return { ...told, split, workday: { ...workday, version } };
}

/** The same save on the day as it is now. */
function targetOn(target: SaveTarget, { workday, split, ...told }: StampedDay): SaveTarget {
  const { line, openFrom, isRunning } = splitDayOf({ ...told, workday, split });
  return { ...target, version: workday.version, line, openFrom, isRunning, hasSplit: split !== null };
}
