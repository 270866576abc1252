import { formatClockTime } from "@today/core/time/clock-time";
import type { Minutes } from "@today/core/time/minutes";
import { useEffect, useState } from "react";
import { onResume, vibrate } from "../../dingtalk.ts";
import type { KeptToday } from "../../phone-cache.ts";
import { newId } from "../../phone-world.ts";
import { pickQueue } from "../../picking.ts";
import { useAskAgain, useShowAgain } from "./queries.ts";

/** A choice that can still be taken back. */
export interface Undoable {
  readonly id: string;
  readonly project: string;
  readonly isSwitch: boolean;
}

/** Picks a project for today and takes the last choice back. */
export function useChoosing(today: KeptToday) {
  const [last, setLast] = useState<(Undoable & { before: KeptToday }) | null>(null);
  const showAgain = useShowAgain();
  const askAgain = useAskAgain();

  const choose = (project: string, from: Minutes | null = null) => {
    const id = newId();
    pickQueue.add({ id, projectId: project, date: today.date, from: from === null ? null : formatClockTime(from) });
    setLast({ id, project, isSwitch: from !== null, before: today });
    void vibrate();
  };
  const undo = async () => {
    if (last === null) return;
    setLast(null);
    showAgain(last.before);
    await pickQueue.undo([last.id]);
    await askAgain();
  };
  return { choose, undo, last: last as Undoable | null, forget: () => setLast(null) };
}

/** Holds what was shown when it was first touched, until the person comes back to the page or the day changes. */
export function useSteady<Value>(value: Value, day: string): [Value, () => void] {
  const [held, setHeld] = useState<{ value: Value; day: string } | null>(null);
  useEffect(() => onResume(() => setHeld(null)), []);
  const isHeld = held !== null && held.day === day;
  const hold = () => {
    if (!isHeld) setHeld({ value, day });
  };
  return [isHeld ? held.value : value, hold];
}
